"""Translation workbench: train, watch and inspect sequence-to-sequence translation models."""

import time

__version__ = "0.1.0"
#: ``time.perf_counter()`` when the program began to load; ``WORKBENCH_STARTUP_TIME`` tells how long the window took.
LOADED = time.perf_counter()
