"""The story of one run as its events tell it, ready to draw. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from workbench.engine.core.events import (
    CheckpointSaved,
    Event,
    RunFinished,
    RunResumed,
    RunStarted,
    SampleTranslated,
    StateChanged,
    StepLogged,
    Validated,
    Warned,
)

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What is kept of each training point, in this order.
COLUMNS = (
    "step",
    "loss",
    "learning_rate",
    "gradient_norm",
    "teacher_forcing",
    "tokens_per_second",
    "epoch",
    "elapsed",
    "progress",
    "time",
    "cross_entropy",
)


@dataclass(frozen=True)
class Annotation:
    """Something that happened at a step.

    Attributes:
        kind: "checkpoint", "resumed", or a warning's code such as "learning_rate_halved".
        text: Checkpoint folder or warning in one sentence.
    """

    step: int
    kind: str
    text: str


@dataclass
class Sample:
    """A followed validation sentence.

    Attributes:
        translations: ``(step, translation)`` in order.
    """

    source: str
    reference: str
    translations: list[tuple[int, str]] = field(default_factory=list)


class RunHistory:
    """Arrays and values that grow with ``apply``.

    Attributes:
        version: Grows with every change, so that a view knows whether to redraw.
        points_version: Grows with every change of the training points.
        scores_version: Grows with every validation, annotation or resume.
        samples_version: Grows with every sample translation.
        log: The rare events, newest last; the oldest are let go.
        logged: Rare events ever logged.
    """

    def __init__(self) -> None:
        self._count = 0
        self.validations: list[Validated] = []
        self.samples: dict[int, Sample] = {}
        self.annotations: list[Annotation] = []
        self.log: list[Event] = []
        self.logged = 0
        self.started: RunStarted | None = None
        self.finished: RunFinished | None = None
        self.state: StateChanged | None = None
        self.version = self.points_version = self.scores_version = self.samples_version = 0

    def __len__(self) -> int:
        return self._count

    @cached_property
    def _points(self) -> NDArray[np.float64]:
        """Room for the first points; numpy is loaded with them, which the start of the window need not wait for."""
        import numpy as np

        return np.empty((1024, len(COLUMNS)))

    def column(self, name: str) -> NDArray[np.float64]:
        """One column of the training points, see ``COLUMNS``; a view that the next ``apply`` may move."""
        return self._points[: self._count, COLUMNS.index(name)]

    @property
    def comparable(self) -> bool:
        """Whether the plain cross-entropy of the training batches was measured, which validation can be compared to."""
        import numpy as np

        return bool(np.isfinite(self.column("cross_entropy")).any())

    @property
    def last(self) -> dict[str, float] | None:
        """The newest training point."""
        if not self._count:
            return None
        return dict(zip(COLUMNS, (float(v) for v in self._points[self._count - 1]), strict=True))

    @property
    def best(self) -> Validated | None:
        """The validation that is the best so far."""
        for validation in reversed(self.validations):
            if validation.best:
                return validation
        return None

    def apply(self, event: Event) -> None:
        """Take one more event."""
        self.version += 1
        if isinstance(event, StepLogged):
            self._append(event)
        elif isinstance(event, Validated):
            self.validations.append(event)
            self.scores_version += 1
            self._log(event)
        elif isinstance(event, SampleTranslated):
            sample = self.samples.setdefault(event.index, Sample(event.source, event.reference))
            sample.translations.append((event.step, event.translation))
            self.samples_version += 1
        elif isinstance(event, StateChanged):
            if self.state is None or (self.state.state, self.state.detail) != (event.state, event.detail):
                self._log(event)
            self.state = event
        else:
            self._apply_rare(event)
            self._log(event)

    def _apply_rare(self, event: Event) -> None:
        if isinstance(event, RunStarted):
            self.started, self.finished = event, None
        elif isinstance(event, RunResumed):
            self._forget_after(event.step)
            self.finished = None
            self._annotate(event, "resumed", "")
        elif isinstance(event, CheckpointSaved):
            self._annotate(event, "checkpoint", event.folder)
        elif isinstance(event, Warned):
            self._annotate(event, event.code, event.message)
        elif isinstance(event, RunFinished):
            self.finished = event

    def _append(self, event: StepLogged) -> None:
        if self._count == len(self._points):
            import numpy as np

            self._points = np.concatenate([self._points, np.empty_like(self._points)])
        self._points[self._count] = [getattr(event, name) for name in COLUMNS]
        self._count += 1
        self.points_version += 1
        self.finished = None

    def _annotate(self, event: Event, kind: str, text: str) -> None:
        self.annotations.append(Annotation(event.step, kind, text))
        self.scores_version += 1

    def _log(self, event: Event) -> None:
        self.log.append(event)
        self.logged += 1
        if len(self.log) > 4_000:
            del self.log[:2_000]

    def _forget_after(self, step: int) -> None:
        """What a resumed run will do again is told once."""
        self._count = int(self.column("step").searchsorted(step, side="right"))
        self.validations = [v for v in self.validations if v.step <= step]
        self.annotations = [a for a in self.annotations if a.step <= step]
        for sample in self.samples.values():
            sample.translations = [(s, t) for s, t in sample.translations if s <= step]
        self.points_version += 1
        self.scores_version += 1
        self.samples_version += 1
