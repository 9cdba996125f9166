"""Keeps the page that is in sight on the sentence that is looked at, and brings its questions to the model."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from workbench.engine.search.model_cache import ModelChoice, ModelInfo
from workbench.gui.state.context import AppContext
from workbench.gui.state.translation_service import TranslationService
from workbench.gui.translate.inspection.agreement_page import AgreementPage
from workbench.gui.translate.inspection.beam_tree_page import BeamTreePage
from workbench.gui.translate.inspection.compare_page import ComparePage
from workbench.gui.translate.inspection.confidence_page import ConfidencePage
from workbench.gui.translate.inspection.influences import Influences
from workbench.gui.translate.inspection.page import InspectionPage, Subject
from workbench.gui.translate.inspection.training_pairs import TrainingPairsPage
from workbench.gui.translate.inspection.what_if_page import WhatIfPage
from workbench.gui.translate.inspection.word_map_page import WordMapPage
from workbench.gui.translate.models.model_choice import TranslateModels
from workbench.gui.translate.picture.pointing import Pointing
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.views.pictures.picture import Spot
from workbench.gui.workers.translation_types import Answer, Examine

#: The pages in the order of their tabs; a test may add to them.
PAGES: list[type[InspectionPage]] = [
    BeamTreePage,
    WhatIfPage,
    ConfidencePage,
    AgreementPage,
    ComparePage,
    TrainingPairsPage,
    WordMapPage,
]


class Inspector(QObject):
    """Connects the pages with the pane.

    Signals:
        prefix_wanted: The translation is to begin with this text, ``str``.
        sentence_wanted: This text is to be translated instead, ``str``.
        changed: What the picture shows is another.
        idle: A page has ended what it did.

    Attributes:
        influences: What is shown of a sentence instead of its attention.
        pages: Those that were looked at, by name.
    """

    prefix_wanted = Signal(str)
    sentence_wanted = Signal(str)
    changed = Signal()
    idle = Signal()

    def __init__(
        self,
        context: AppContext,
        view: TranslationView,
        desk: Desk,
        models: TranslateModels,
        pointing: Pointing,
        service: TranslationService,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._tabs, self._desk, self._models, self._pointing = view.pages, desk, models, pointing
        self._picture = view.picture
        view.picture.weight_moved.connect(self._on_weight_moved)
        self._service = service
        self._info: ModelInfo | None = None
        self.influences = Influences(view.picture, desk, pointing, service, self)
        self.influences.changed.connect(self.changed)
        self._context = context
        self.pages: dict[str, InspectionPage] = {}
        self._places = {
            kind.name: self._tabs.add_later(partial(self._build, kind), kind.title(), kind.tip()) for kind in PAGES
        }
        self._tabs.currentChanged.connect(self._on_tab)
        service.answered.connect(self._on_answered)

    def _build(self, kind: type[InspectionPage]) -> InspectionPage:
        page = self.pages[kind.name] = kind(self._context)
        page.setAccessibleName(kind.title())
        page.asked.connect(lambda examine: self._on_asked(page, examine))
        page.asked_of.connect(lambda choice, examine: self._on_asked(page, examine, choice))
        page.prefix_wanted.connect(self.prefix_wanted)
        page.sentence_wanted.connect(self.sentence_wanted)
        page.idle.connect(self.idle)
        return page

    def page(self, name: str) -> InspectionPage:
        """A page, built now if nobody has looked at it yet."""
        self._tabs.built(self._places[name])
        return self.pages[name]

    @property
    def busy(self) -> bool:
        """Whether a page does anything besides its questions."""
        return any(page.busy for page in self.pages.values())

    def shutdown(self) -> None:
        """Stop that."""
        for page in self.pages.values():
            page.shutdown()

    def compare_with(self, run: Path) -> None:
        """Compare the sentence with another run."""
        page = self.page(ComparePage.name)
        assert isinstance(page, ComparePage)
        page.compare_with(run)
        self._tabs.setCurrentWidget(page)

    def refresh(self, info: ModelInfo | None) -> None:
        """The sentence, its translation, or the model (``info``, as it was opened) may be another."""
        self._info = info
        current, subject = self._tabs.currentWidget(), self._subject()
        self.influences.refresh(subject)
        for name, page in self.pages.items():
            wanted = subject if page is current else None
            if page.subject is None if wanted is None else wanted.is_as(page.subject):
                continue
            if page.subject is not None:
                self._service.forget(name)
            page.subject = wanted
            page.show_subject()

    def _subject(self) -> Subject | None:
        """The sentence looked at, once it is translated by the model of now."""
        index, choice, info = self._pointing.current, self._models.choice, self._info
        if choice is None or info is None or info.choice != choice or index >= len(self._desk.segments):
            return None
        found = self._desk.fresh(index)
        if found is None:
            return None
        text, prefix, number = self._desk.segments[index].text, self._desk.prefix(index), self._desk.chosen(index)
        return Subject(choice, info, text, prefix, self._desk.search, found, number)

    @Slot(object, int)
    def _on_weight_moved(self, cell: Spot, end: int) -> None:
        """Weights of the attention picture are moved on the page about that."""
        picture, page = self._picture.picture, self.page(WhatIfPage.name)
        assert isinstance(page, WhatIfPage)
        self._tabs.setCurrentWidget(page)
        page.move_weight(picture, cell, end)

    @Slot(int)
    def _on_tab(self, _place: int) -> None:
        self.refresh(self._info)

    def _on_asked(self, page: InspectionPage, examine: Examine, choice: ModelChoice | None = None) -> None:
        if page.subject is not None:
            self._service.ask(page.objectName(), choice or page.subject.choice, examine)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        page = self.pages.get(answer.question.name)
        if page is None or page.subject is None:
            return
        if answer.failure is not None:
            page.show_failure(answer.failure)
        else:
            page.show_answer(answer.value)
