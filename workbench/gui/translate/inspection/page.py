"""What a view on the current sentence is: it is told the sentence, asks about the model, and draws the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.types import Hypothesis, Translation
from workbench.engine.search.model_cache import ModelChoice, ModelInfo
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.pane_jobs import Jobs
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, JobFunction


@dataclass(frozen=True, eq=False)
class Subject:
    """The sentence looked at, translated by the model of now.

    Attributes:
        choice: The model.
        info: The same, as it was opened.
        text: The sentence.
        prefix: What its translation must begin with.
        search: How it was searched.
        translation: What was found.
        number: Which of the n-best list is shown.
    """

    choice: ModelChoice
    info: ModelInfo
    text: str
    prefix: str
    search: SearchConfig
    translation: Translation
    number: int

    def is_as(self, other: Subject | None) -> bool:
        """Whether another is the same translation of the same text by the same model."""
        if other is None or self.translation is not other.translation:
            return False
        return (self.info.key, self.choice, self.number) == (other.info.key, other.choice, other.number)

    @property
    def hypothesis(self) -> Hypothesis:
        """The translation shown."""
        return self.translation.nbest[self.number]


class InspectionPage(QWidget):
    """A tab beside the picture. It works while it is in sight, and only then.

    A page asks with ``asked.emit(examine)``; a newer question replaces an older one, and a sentence that is left takes
    its question along. Work on the model belongs into ``examine``, which runs in the translation thread; what takes
    longer goes into ``run_in_background``, and goes on when the page is left. A page has a ``name`` of its own and is
    made with the context alone.

    Signals:
        asked: ``Examine`` for the subject's model.
        asked_of: ``Examine`` for another ``ModelChoice``, which comes first.
        prefix_wanted: The translation is to begin with this text, ``str``.
        sentence_wanted: This text is to be translated instead, ``str``.
        idle: Nothing that the page does besides its questions runs any more.

    Attributes:
        subject: The sentence looked at; ``None`` where there is none, or its translation is still to come.
    """

    asked = Signal(object)
    asked_of = Signal(object, object)
    prefix_wanted = Signal(str)
    sentence_wanted = Signal(str)
    idle = Signal()
    name: str

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.context = context
        self.subject: Subject | None = None
        self._jobs = Jobs(context, self)
        self._jobs.busy_changed.connect(self._on_jobs)

    def title(self) -> str:
        """Its name on the tab."""
        raise NotImplementedError

    def tip(self) -> str:
        """What it shows, in a sentence or two."""
        raise NotImplementedError

    def run_in_background(
        self,
        doing: str,
        function: JobFunction,
        on_done: Callable[[Any], None],
        on_failed: Callable[[FailureReport], None],
        progress: JobProgress | None = None,
    ) -> Job:
        """Run engine work in a thread of its own; closing the window and another language wait for its end.

        Args:
            doing: What is done, in words.
            function: ``function(progress, check)``; touches no widget.
            on_done: Called with its result.
            on_failed: Called where it failed.
            progress: Where it is followed and can be cancelled; needed where it takes longer than a moment.
        """
        return self._jobs.start(function, on_done, on_failed, doing, progress)

    @property
    def busy(self) -> bool:
        """Whether anything runs besides its questions."""
        return self._jobs.busy

    def shutdown(self) -> None:
        """Stop what runs besides its questions; ``idle`` tells when it has."""
        self._jobs.cancel_all()

    @Slot()
    def _on_jobs(self) -> None:
        self.show_working()
        if not self.busy:
            self.idle.emit()

    def show_working(self) -> None:
        """A job of the page has begun or ended."""

    def show_subject(self) -> None:
        """``subject`` is another: draw what is known, and ask for the rest."""
        raise NotImplementedError

    def show_answer(self, value: Any) -> None:
        """What the question about the subject brought."""
        raise NotImplementedError

    def show_failure(self, report: FailureReport) -> None:
        """The question could not be answered."""
        raise NotImplementedError
