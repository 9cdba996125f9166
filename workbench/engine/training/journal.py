"""The run's journal: every event, one line of JSON each, append-only."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import IO

from workbench.engine.errors import RunFailed
from workbench.engine.events import Event, to_json


class Journal:
    """An event sink that appends to ``events.jsonl``; a line is complete or, after a power cut, ignored."""

    def __init__(self, path: Path) -> None:
        torn = path.exists() and path.read_bytes()[-1:] not in (b"", b"\n")
        self._file: IO[str] = open(path, "a", encoding="utf-8", buffering=1)  # noqa: SIM115 (closed by close())
        if torn:
            self._file.write("\n")

    def put(self, event: Event) -> None:
        """Append one event.

        Raises:
            RunFailed: The disk is full or the file was taken away.
        """
        try:
            self._file.write(to_json(event) + "\n")
        except OSError as error:
            raise RunFailed(f"the journal cannot be written: {error.strerror}", where=self._file.name) from None

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):  # what a full disk kept back was told by put already
            self._file.close()
