"""Events of a run in training, to its journal and every sink, at a rate that a window can follow."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO

from workbench.engine.core.errors import Cancelled, WorkbenchError
from workbench.engine.core.events import Event, EventSink, StateChanged, Warned, to_json
from workbench.engine.core.files import reason, reporting_writes
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.state import LiveState

#: Seconds between two reports of how far a long piece of work has come.
INTERVAL = 0.2
FREE_SPACE = Message("Free some space there, then go on with the run{command_line}.", command_line=" (--resume)")


class Journal:
    """An event sink that appends to ``events.jsonl``; a line is complete or, after a power cut, ignored.

    Raises:
        RunFailed: The disk is full.
        InputError: The file cannot be written to.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        with reporting_writes(path, what=Message("the journal"), advice=FREE_SPACE):
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
        with reporting_writes(self._path, what=Message("the journal"), advice=FREE_SPACE):
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


class EventEmitter:
    """Hands events to the journal and to the sinks of one run.

    The journal is the truth: when it cannot be written the run fails. A sink is somebody who listens: when it fails, it
    is left out from then on and the others are told, and the run goes on.

    Args:
        journal: The run's journal; ``None`` in all processes but the first.
        control: Whether the run should stop.
    """

    def __init__(
        self, journal: Journal | None, sinks: Sequence[EventSink], control: TrainingControl, live: LiveState
    ) -> None:
        self._journal, self._sinks, self._control, self._live = journal, list(sinks), control, live
        self._last_report = 0.0

    def emit(self, event: Event) -> None:
        """Hand one event to the journal and to every sink.

        Raises:
            WorkbenchError: The journal cannot be written; the sinks have got the event all the same.
        """
        problem: WorkbenchError | None = None
        if self._journal is not None:
            try:
                self._journal.put(event)
            except WorkbenchError as error:
                problem = error
        failed: list[tuple[EventSink, str]] = []
        for sink in self._sinks:
            try:
                sink.put(event)
            except Exception as error:
                failed.append((sink, f"{type(error).__name__}: {reason(error)}"))
        self._sinks = [sink for sink in self._sinks if all(sink is not lost for lost, _ in failed)]
        if problem is not None:
            raise problem
        for lost, why in failed:
            name = type(lost).__name__
            self.warn(
                "sink_failed",
                Message(
                    "{name} could not take an event and gets no more ({why}); training goes on", name=name, why=why
                ),
            )

    def state(self, state: str, detail: str = "", done: int = 0, total: int = 0) -> None:
        """Say what the run is doing."""
        self.emit(
            StateChanged(
                time=time.time(), step=self._live.state.step, state=state, detail=detail, done=done, total=total
            )
        )

    def warn(self, code: str, message: str) -> None:
        """Warn of what a person should know and need not act upon."""
        self.emit(Warned(time=time.time(), step=self._live.state.step, code=code, message=message))

    def reporter(self, state: str, *, stoppable: bool = True) -> Progress:
        """A callback for a long piece of work.

        Args:
            state: What the run is doing meanwhile.
            stoppable: Let a stop through as ``Cancelled``; otherwise it waits until the work is whole.
        """

        def report(done: int, total: int, what: str) -> None:
            if stoppable and self._control.stopping:
                raise Cancelled(Message("stopped"))
            now = time.monotonic()
            if now - self._last_report > INTERVAL:
                self._last_report = now
                self.state(state, what, done, total)

        return report


def close_quietly(sink: EventSink) -> None:
    """Close a sink; one that cannot be closed spoils nothing that is already on the disk."""
    try:
        sink.close()
    except Exception as error:
        del error
