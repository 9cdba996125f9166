"""How a window or a signal handler steers a run in another thread: plain events, no Qt."""

from __future__ import annotations

import threading


class TrainingControl:
    """Stop, pause and 'evaluate now' for one run; every method may be called from any thread."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._go = threading.Event()
        self._go.set()
        self._validate = threading.Event()

    def request_stop(self) -> None:
        """Stop after the running batch, keeping a checkpoint; wins over a pause."""
        self._stop.set()
        self._go.set()

    def set_paused(self, paused: bool) -> None:
        """Hold the run after the running batch, or let it go on."""
        if paused and not self._stop.is_set():
            self._go.clear()
        else:
            self._go.set()

    def request_validation(self) -> None:
        """Validate after the running batch."""
        self._validate.set()

    def take_validation_request(self) -> bool:
        """Whether a validation was asked for; asking clears it."""
        asked = self._validate.is_set()
        if asked:  # a request that comes at this very moment stays
            self._validate.clear()
        return asked

    @property
    def stopping(self) -> bool:
        """Whether a stop was requested."""
        return self._stop.is_set()

    @property
    def paused(self) -> bool:
        """Whether the run is held."""
        return not self._go.is_set()

    def check(self) -> bool:
        """Wait while paused.

        Returns:
            True when the run should stop.
        """
        self._go.wait()
        return self._stop.is_set()
