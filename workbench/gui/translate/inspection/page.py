"""What a view on the current sentence is: it is told the sentence, asks about the model, and draws the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.files import reporting_writes
from workbench.engine.core.types import Hypothesis, Translation
from workbench.engine.search.model_cache import ModelChoice, ModelInfo, ModelKey
from workbench.gui.layouts import FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, name_control, named
from workbench.gui.views.pictures.exhibit import KINDS, Exhibit, save_exhibit
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.pane_jobs import Jobs
from workbench.gui.widgets.save_dialog import ask_where_to_save
from workbench.gui.words.engine_texts import shown_failure
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
    made with the context alone, when it is first looked at.

    Signals:
        asked: ``Examine`` for the subject's model.
        asked_of: ``Examine`` for another ``ModelChoice``, which comes first.
        prefix_wanted: The translation is to begin with this text, ``str``.
        sentence_wanted: This text is to be translated instead, ``str``.
        idle: Nothing that the page does besides its questions runs any more.

    Attributes:
        subject: The sentence looked at; ``None`` where there is none, or its translation is still to come.
        save_button: Saves what the page shows; it stands at the end of ``head`` and waits for ``saves``.
        kinds: Endings of the files that it can be saved as.
    """

    asked = Signal(object)
    asked_of = Signal(object, object)
    prefix_wanted = Signal(str)
    sentence_wanted = Signal(str)
    idle = Signal()
    name: str
    kinds: tuple[str, ...] = KINDS

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.context = context
        self.subject: Subject | None = None
        self._jobs = Jobs(context, self)
        self._jobs.busy_changed.connect(self._on_jobs)
        self.save_button = named(
            QToolButton(toolButtonStyle=Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
            f"{self.name}Save",
        )
        self.save_button.setText(self.tr("Save…"))
        self.save_button.setEnabled(False)
        tip = self.tr("Save what this page shows as SVG, PDF or PNG, or its numbers as CSV, JSON or NPZ.")
        name_control(self.save_button, self.tr("Save this page"), tip)
        self.save_button.clicked.connect(self._on_save)
        context.theme_changed.connect(self._paint_save)
        self._paint_save(context.theme)

    def head(self, *parts: QWidget) -> QHBoxLayout:
        """The upper row of the page: its controls, which may wrap, and at the end the button that saves."""
        controls = QWidget()
        controls.setLayout(FlowLayout(*parts, margins=(0, 0, 0, 0)))
        row = arrange(QHBoxLayout(), (controls, 1), margins=(12, 6, 8, 0), spacing=8)
        row.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    @staticmethod
    def title() -> str:
        """Its name on the tab."""
        raise NotImplementedError

    @staticmethod
    def tip() -> str:
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
            on_failed: Called where it failed, and the model in sight is still the one it was started for; otherwise
                the status bar tells.
            progress: Where it is followed and can be cancelled; needed where it takes longer than a moment.
        """
        begun_for = self._model()

        def failed(report: FailureReport) -> None:
            if self._model() == begun_for:
                on_failed(report)
            else:
                self.context.status_message.emit(f"{doing}: {shown_failure(report)}")

        return self._jobs.start(function, on_done, failed, doing, progress)

    def _model(self) -> ModelKey | None:
        """Of the sentence in sight."""
        return None if self.subject is None else self.subject.info.key

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

    # Saving.

    def exhibit(self) -> Exhibit | None:
        """What the page shows now, for a file; ``None`` where there is nothing."""
        raise NotImplementedError

    def saves(self, there_is_something: bool) -> None:
        """Whether there is anything to save."""
        self.save_button.setEnabled(there_is_something)

    @Slot()
    def _on_save(self) -> None:
        title = self.tr("Save")
        path = ask_where_to_save(self, self.context.settings, "translate/folder", title, self.name, self.kinds)
        if path is not None:
            self.save_as(path)

    def save_as(self, path: Path) -> None:
        """Write what the page shows to a file, as its ending says, and tell how that went."""
        try:
            exhibit = self.exhibit()
            if exhibit is None:
                return
            with reporting_writes(path):
                save_exhibit(exhibit, path)
        except (WorkbenchError, OSError, ValueError) as error:
            told = shown_failure(FailureReport.from_exception(error))
            self.context.status_message.emit(self.tr("This could not be saved: {error}").format(error=told))
        else:
            self.context.status_message.emit(self.tr("Saved as {path}.").format(path=path))

    @Slot(object)
    def _paint_save(self, theme: Theme) -> None:
        self.save_button.setIcon(icon("mdi6.download-outline", theme))
        size = round(self.fontMetrics().height() * 1.1)
        self.save_button.setIconSize(QSize(size, size))
