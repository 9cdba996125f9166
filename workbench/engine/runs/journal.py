"""The run's journal: every event, one line of JSON each, append-only."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import IO

from workbench.engine.core.events import Event, to_json
from workbench.engine.core.files import reporting_writes
from workbench.engine.core.messages import Message

_ADVICE = Message("Free some space there, then go on with --resume.")


class Journal:
    """An event sink that appends to ``events.jsonl``; a line is complete or, after a power cut, ignored.

    Raises:
        RunFailed: The disk is full.
        InputError: The file cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with reporting_writes(path, what=Message("the journal"), advice=_ADVICE):
            # half of a character, as in the name of a file that is not Unicode, becomes an escape that JSON reads back
            self._file: IO[str] = open(  # noqa: SIM115 (closed by close())
                path, "a", encoding="utf-8", errors="backslashreplace", newline="\n", buffering=1
            )
            if _is_torn(path):
                self._file.write("\n")

    def put(self, event: Event) -> None:
        """Append one event.

        Raises:
            RunFailed: The disk is full or the file was taken away.
        """
        with reporting_writes(self._path, what=Message("the journal"), advice=_ADVICE):
            self._file.write(to_json(event) + "\n")

    def close(self) -> None:
        """Close the file."""
        with suppress(OSError):  # put() has already reported the full disk
            self._file.close()


def _is_torn(path: Path) -> bool:
    """Whether the last line lacks its end, as after a power cut."""
    with open(path, "rb") as handle:
        if not handle.seek(0, os.SEEK_END):
            return False
        handle.seek(-1, os.SEEK_END)
        return handle.read(1) != b"\n"
