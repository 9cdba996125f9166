"""What a run in training tells the world: events to every sink, at a rate that a window can follow."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from workbench.engine.errors import Cancelled
from workbench.engine.events import Event, EventSink, StateChanged, Warned
from workbench.engine.training.control import TrainingControl
from workbench.engine.types import Progress

#: Seconds between two reports of how far a long piece of work has come.
INTERVAL = 0.2


class Teller:
    """Hands events to the sinks of one run.

    Args:
        sinks: Who listens.
        control: Whether the run should stop.
        step: Gives the optimizer steps done.
    """

    def __init__(self, sinks: Sequence[EventSink], control: TrainingControl, step: Callable[[], int]) -> None:
        self._sinks, self._control, self._step = sinks, control, step
        self._told = 0.0

    def __call__(self, event: Event) -> None:
        """Hand one event to every sink."""
        for sink in self._sinks:
            sink.put(event)

    def state(self, state: str, detail: str = "", done: int = 0, total: int = 0) -> None:
        """Tell what the run is doing."""
        self(StateChanged(time=time.time(), step=self._step(), state=state, detail=detail, done=done, total=total))

    def warn(self, code: str, message: str) -> None:
        """Tell what a person should know and need not act upon."""
        self(Warned(time=time.time(), step=self._step(), code=code, message=message))

    def reporter(self, state: str, *, stoppable: bool = True) -> Progress:
        """A callback for a long piece of work.

        Args:
            state: What the run is doing meanwhile.
            stoppable: Let a stop through as ``Cancelled``; otherwise it waits until the work is whole.
        """

        def report(done: int, total: int, what: str) -> None:
            if stoppable and self._control.stopping:
                raise Cancelled("stopped")
            now = time.monotonic()
            if now - self._told > INTERVAL:
                self._told = now
                self.state(state, what, done, total)

        return report
