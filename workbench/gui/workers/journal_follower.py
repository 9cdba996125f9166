"""Follows a run that is written elsewhere (another process, torchrun, another machine's disk) by its journal."""

from __future__ import annotations

import threading
from pathlib import Path

from workbench.engine.core.events import from_json
from workbench.engine.runs.folder import EVENTS
from workbench.gui.workers.mailbox import Mailbox
from workbench.gui.workers.worker_thread import RunWorker


class JournalFollower(RunWorker):
    """Puts the journal's events, old and new, into a mailbox until it is told to stop."""

    def __init__(self, run_dir: Path, mailbox: Mailbox, *, interval: float = 0.2) -> None:
        super().__init__()
        self._path, self._mailbox = run_dir / EVENTS, mailbox
        self._interval = interval
        self._stop = threading.Event()
        self._offset = 0
        self._rest = b""

    def request_stop(self) -> None:
        """End soon; from any thread."""
        self._stop.set()

    def work(self) -> None:
        """Read, wait, read on."""
        self.read()
        while not self._stop.wait(self._interval):
            self.read()

    def skip(self) -> None:
        """Leave out what is in the journal already."""
        if self._path.exists():
            self._offset = self._path.stat().st_size

    def read(self) -> None:
        """Put what has been written since the last time."""
        if not self._path.exists():
            return
        with open(self._path, "rb") as handle:
            if handle.seek(0, 2) < self._offset:  # the run was begun again
                self._offset, self._rest = 0, b""
            handle.seek(self._offset)
            while not self._stop.is_set():
                block = handle.read(65_536)
                if not block:
                    break
                self._offset += len(block)
                self._put(block)

    def _put(self, block: bytes) -> None:
        *lines, self._rest = (self._rest + block).split(b"\n")
        for line in lines:
            while self._mailbox.room < 1_000 and not self._stop.wait(0.02):
                pass  # a journal can be read again at any time, so the reader may set the pace
            event = from_json(line.decode("utf-8", errors="replace"))
            if event is not None:
                self._mailbox.put(event)
