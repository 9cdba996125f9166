"""Where the program begins: ``workbench``, ``python -m workbench``."""

import os
import signal
import sys


def main() -> int:
    """Run one command; Ctrl+C ends the program without a word while it is still being loaded, and when it is done."""
    try:
        if signal.getsignal(signal.SIGINT) == signal.default_int_handler:
            signal.signal(signal.SIGINT, signal.SIG_DFL)
        # Looking for plugins of pydantic among all that is installed takes a twentieth of a second; there are none.
        os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
        from workbench.cli.main import main as run

        return run()
    except KeyboardInterrupt:  # before the first line above was done
        return 130


def gui_main() -> int:
    """Where the window's own program begins, the one without a console."""
    sys.argv.insert(1, "gui")
    return main()


if __name__ == "__main__":
    sys.exit(main())
