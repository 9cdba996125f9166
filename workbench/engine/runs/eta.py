"""How long a run will still take, honestly: paused time left out, validations to come counted in. No Qt."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from workbench.engine.core.events import Event, RunResumed, RunStarted, StateChanged, StepLogged, Validated

#: Training time that the present speed is measured over, in seconds.
_WINDOW = 120.0
#: Before so many seconds of training a measured speed says nothing; the preset's estimate is shown.
_ENOUGH = 6.0


@dataclass(frozen=True)
class Remaining:
    """What is left.

    Attributes:
        measured: False while it is still the estimate made before the start.
        at_most: Whether the run may end earlier because it stops when it no longer improves.
    """

    seconds: float
    measured: bool
    at_most: bool


class Eta:
    """Fed with every event of a run; see ``remaining``.

    Args:
        estimate: Seconds the whole run was estimated to take before it began (0: unknown).
        validate_steps: Steps between validations (0: unknown).
    """

    def __init__(self, estimate: float = 0.0, validate_steps: int = 0) -> None:
        self._estimate, self._validate_steps = estimate, validate_steps
        self._started: RunStarted | None = None
        self._last: StepLogged | None = None
        self._interrupted = self._paused = False
        self._spans: deque[tuple[float, float]] = deque()
        self._seconds = self._share = 0.0
        self._trained = 0.0
        self._validation_seconds: deque[float] = deque(maxlen=5)
        self._previous_validation = 0

    def apply(self, event: Event) -> None:
        """Take one more event."""
        if isinstance(event, StepLogged):
            self._step(event)
        elif isinstance(event, RunStarted):
            self._started = event
        elif isinstance(event, RunResumed):
            self._last = None
        elif isinstance(event, Validated):
            self._interrupted = True
            self._validation_seconds.append(event.seconds)
            if event.step > self._previous_validation and not self._validate_steps:
                self._validate_steps = event.step - self._previous_validation
            self._previous_validation = event.step
        elif isinstance(event, StateChanged) and event.state != "running":
            self._interrupted = True
            self._paused = event.state == "paused"

    def _step(self, event: StepLogged) -> None:
        if self._last is not None and not self._interrupted and event.progress >= self._last.progress:
            # training time, which no setting of the clock changes
            span = (event.elapsed - self._last.elapsed, event.progress - self._last.progress)
            self._spans.append(span)
            self._seconds += span[0]
            self._share += span[1]
            self._trained += span[0]
            while self._seconds > _WINDOW and len(self._spans) > 2:
                seconds, share = self._spans.popleft()
                self._seconds -= seconds
                self._share -= share
        self._last, self._interrupted, self._paused = event, False, False

    def remaining(self, now: float) -> Remaining | None:
        """Time left at ``now`` (seconds since the epoch); ``None`` when nothing can be said."""
        at_most = bool(self._started and self._started.patience)
        if self._last is None:
            return Remaining(self._estimate, False, at_most) if self._estimate else None
        since = 0.0 if self._paused else max(0.0, now - self._last.time)
        budget = self._started.max_seconds if self._started else 0.0
        by_clock = max(0.0, budget - self._last.elapsed - since)
        if self._started and budget and not self._started.total_steps:
            return Remaining(by_clock, True, at_most)  # the trainer fits validations into the time
        if self._trained < _ENOUGH or self._share <= 0:
            left = self._estimate * (1 - self._last.progress)
            return Remaining(left, False, at_most) if self._estimate else None
        left = (1 - self._last.progress) / self._share * self._seconds + self._validations_left()
        left = max(0.0, left - since)
        return Remaining(min(left, by_clock) if budget else left, True, at_most)

    def _validations_left(self) -> float:
        if not self._validation_seconds or not self._validate_steps or self._last is None or not self._last.progress:
            return 0.0
        total = self._last.step / self._last.progress
        count = total // self._validate_steps - self._last.step // self._validate_steps
        return max(0.0, count) * sum(self._validation_seconds) / len(self._validation_seconds)
