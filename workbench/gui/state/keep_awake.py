"""Keeps the computer awake while it trains, where the system offers a way; the screen may still go dark."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress

_ES_CONTINUOUS, _ES_SYSTEM_REQUIRED = 0x80000000, 0x00000001


class KeepAwake:
    """Asks the system not to sleep between ``start`` and ``stop``.

    Attributes:
        active: Whether the system is being held awake now.
    """

    def __init__(self) -> None:
        self.active = False
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, reason: str) -> bool:
        """Hold the system awake.

        Returns:
            Whether a way was found.
        """
        if self.active:
            return True
        if sys.platform == "win32":
            self.active = _windows(_ES_CONTINUOUS | _ES_SYSTEM_REQUIRED)
        else:
            self.active = self._launch(reason)
        return self.active

    def stop(self) -> None:
        """Let the system sleep again."""
        if sys.platform == "win32":
            _windows(_ES_CONTINUOUS)
        if self._process is not None:
            if self._process.stdin is not None:
                with suppress(OSError):
                    self._process.stdin.close()  # ends cat, and with it the lock
            with suppress(subprocess.TimeoutExpired):
                self._process.wait(0.2)
            self._process = None
        self.active = False

    def _launch(self, reason: str) -> bool:
        command = _command(reason)
        if command is None:
            return False
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
        except OSError:
            return False
        return True


def _command(reason: str) -> list[str] | None:
    """A helper that holds the lock as long as its standard input, or this process, lives."""
    if sys.platform == "darwin" and shutil.which("caffeinate"):
        return ["caffeinate", "-i", "-w", str(os.getpid()), "cat"]
    if shutil.which("systemd-inhibit") and os.path.exists("/run/systemd/system"):
        return ["systemd-inhibit", "--what=idle:sleep", "--who=Translation workbench", f"--why={reason}", "cat"]
    return None


def _windows(state: int) -> bool:
    import ctypes

    kernel = getattr(ctypes, "windll", None)
    return bool(kernel and kernel.kernel32.SetThreadExecutionState(state))
