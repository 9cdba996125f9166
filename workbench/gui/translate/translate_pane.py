"""The translate pane: pick a model, type, read the translation and see what it looked at."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from workbench.engine.core.config import SearchConfig
from workbench.engine.runs import run_choices
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.model_cache import LoadFunction, ModelInfo, import_search, load_model
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.state.translation_service import TranslationService
from workbench.gui.translate.inspection.inspector import Inspector
from workbench.gui.translate.models.model_choice import TranslateModels
from workbench.gui.translate.models.no_model_page import TranslateEmpty
from workbench.gui.translate.models.other_direction import OtherDirection
from workbench.gui.translate.output import TranslateOutput
from workbench.gui.translate.picture.pointing import Pointing
from workbench.gui.translate.picture.presenter import Presenter
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.translate.what_if import WhatIf
from workbench.gui.translate.work_line import WorkLine
from workbench.gui.views.pictures.picture import EMPTY
from workbench.gui.widgets.controls import single_shot
from workbench.gui.widgets.pane import Pane
from workbench.gui.words.engine_texts import shown
from workbench.gui.workers.translation_types import TranslationFailure, TranslationResult

#: From the last key to the request.
DEBOUNCE_MS = 120
#: How often a long text is filled in while its sentences come.
_FILL_MS = 250
#: How long what belongs to another text or model may still be looked at while its successor is made.
_PATIENCE_MS = 400
#: A text longer than this is not remembered for the next start.
_REMEMBERED_CHARS = 20_000


@dataclass(frozen=True)
class Latency:
    """When what a person waits for happened, in ``time.perf_counter()`` seconds.

    Attributes:
        sequence: The request.
        requested: The debounce had ended.
        decoded: The translation was ready in the worker.
        painted: It was on the screen with its alignment.
    """

    sequence: int
    requested: float
    decoded: float
    painted: float

    @property
    def milliseconds(self) -> float:
        """From the end of the debounce to the picture."""
        return 1000 * (self.painted - self.requested)


class TranslatePane(Pane):
    """Connects the view, the desk (what is known) and the translation service (the thread).

    Signals:
        translated: ``Latency`` once a translation and its alignment are painted.
        idle: The thread and the file translation have ended after ``shutdown``.
    """

    translated = Signal(object)

    def __init__(self, context: AppContext, parent: QWidget | None = None, *, load: LoadFunction = load_model) -> None:
        super().__init__(parent)
        self._context = context
        self.desk = Desk()
        self.info: ModelInfo | None = None
        self._awaiting: TranslationResult | None = None
        self._untouched, self._failed = True, False
        self.service = TranslationService(load, import_search if load is load_model else _nothing, self)
        self._debounce = single_shot(self, DEBOUNCE_MS, self._request)
        self._later = single_shot(self, _FILL_MS, self._show_all)
        self._patience = single_shot(self, _PATIENCE_MS, self._forget_old)
        self.view = TranslationView(context)
        self.models = TranslateModels(context, self.view.models, self)
        self.pointing = Pointing(context, self.view, self.desk, self)
        self.what_if = WhatIf(self.view, self.desk, self.pointing, self)
        self.direction = OtherDirection(context, self.view, self.desk, self.models, self)
        self.work_line = WorkLine(context, self.view, self.desk, self.service, self)
        self.presenter = Presenter(context, self.view, self.desk, self.pointing, self.work_line.words, self)
        self.inspector = Inspector(context, self.view, self.desk, self.models, self.pointing, self.service, self)
        self.output = TranslateOutput(context, self.view, self.desk, self.models, load, self)
        self.empty = TranslateEmpty(context)
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        self.desk.search = self.view.search.config
        self.desk.by_sentence = self.view.search.by_sentence.isChecked()
        self._connect()
        self.models.refresh()

    def _connect(self) -> None:
        view, context, models = self.view, self._context, self.models
        self.service.loaded.connect(self._on_loaded)
        self.service.translated.connect(self._on_translated)
        self.service.failed.connect(self._on_failed)
        view.stop_button.clicked.connect(self._on_stop)
        view.source.escaped.connect(self.service.stop)
        self.service.idle.connect(self._on_idle)
        models.run_changed.connect(self._on_run)
        models.model_changed.connect(self._on_model)
        models.checkpoints_changed.connect(self._show_learning)
        models.emptied.connect(self._on_emptied)
        models.failed.connect(self._on_model_failed)
        self.pointing.sentence_chosen.connect(self.select_sentence)
        view.source.textChanged.connect(self._on_text)
        view.clear_button.clicked.connect(self._clear)
        view.pages.grew.connect(self.grew)
        view.picture.words_toggled.connect(self._on_words)
        view.picture.alignment.painted.connect(self._on_painted)
        view.nbest.chosen.connect(self._on_nbest)
        view.learning.step_chosen.connect(view.models.choose_step)
        view.tabs.currentChanged.connect(self._show_learning)
        view.panel_button.toggled.connect(self._show_learning)
        view.search.changed.connect(self._on_search)
        view.search.by_sentence_changed.connect(self._on_by_sentence)
        self.what_if.changed.connect(self._on_what_if)
        self.inspector.changed.connect(self._show_current)
        self.inspector.prefix_wanted.connect(self.what_if.begin_with)
        self.inspector.sentence_wanted.connect(self.set_text)
        self.output.idle.connect(self._on_idle)
        self.inspector.idle.connect(self._on_idle)
        self.empty.chosen.connect(models.open_run)
        context.translate_text.connect(self._on_translate_text)

    def showEvent(self, event: QShowEvent) -> None:
        """Load torch in the background as soon as the pane is seen, so that the first model opens quickly."""
        super().showEvent(event)
        if self.models.choice is None and not self.service.running:
            self.service.warm_up()

    def takes_files(self) -> bool:
        """With a model, a file may be dropped to be translated."""
        return self.models.choice is not None

    def focus_first(self) -> None:
        """Put the caret where one types."""
        (self.view.source if self.models.choice else self.empty.train_button).setFocus()

    # --- models ---------------------------------------------------------------------------------------------------

    @Slot(object)
    def _on_run(self, run: RunFolder) -> None:
        self.view.notice.dismiss()
        self.view.set_languages(*run_choices.languages(run))
        self.desk.set_languages(*run_choices.languages(run))
        self._pages.setCurrentWidget(self.view)
        if self._untouched:
            self._untouched = False
            text = self._context.settings.get("translate/text", "") or run_choices.sample_sentence(run)
            if text and not self.view.source.toPlainText():
                self.view.source.setPlainText(text)

    @Slot()
    def _on_model(self) -> None:
        """Show what is known of the model's translations and ask for the rest at once."""
        self.service.cancel()
        self.desk.model = self.models.key
        self._patience.start()
        self._show_all()
        self._request()

    @Slot()
    def _on_emptied(self) -> None:
        self._pages.setCurrentWidget(self.empty)
        self.empty.explain()

    @Slot(str)
    def _on_model_failed(self, text: str) -> None:
        self.view.notice.say(text, "error")
        self._context.status_message.emit(text)

    # --- text and translation -------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Replace the text to translate."""
        self._untouched = False
        self.view.source.setPlainText(text)

    @Slot(object)
    def _on_translate_text(self, wanted: WantedTranslation) -> None:
        self.set_text(wanted.text)
        if wanted.run is not None:
            self.models.open_run(wanted.run)
        if wanted.beside is not None:
            self.inspector.compare_with(wanted.beside)

    @Slot()
    def _on_text(self) -> None:
        text = self.view.source.toPlainText()
        self._untouched = False
        self.desk.set_text(text)
        self._context.settings.put("translate/text", text if len(text) <= _REMEMBERED_CHARS else "")
        self.pointing.current = self.desk.segment_at(self.view.source.textCursor().position())
        self._changed()

    def _changed(self) -> None:
        """Something a translation depends on was edited: stop the decode, show what is known, ask a little later."""
        self.service.cancel()
        self.what_if.popup.hide()
        self._patience.start()
        self._show_all()
        self._debounce.start()

    @Slot()
    def _forget_old(self) -> None:
        """The answer is late: what belongs to another text is taken away, and to another model shown faded."""
        self.desk.forget_old()
        self._show_all()

    @Slot()
    def _on_stop(self) -> None:
        if self.service.work.under_way:
            self.service.stop()
        else:
            self._request()

    @Slot(bool)
    def _on_what_if(self, at_once: bool) -> None:
        self._changed()
        if at_once:
            self._request()

    @Slot()
    def _request(self) -> None:
        """Ask for what is missing; also when nothing is, so that the model chosen is the one in memory."""
        self._debounce.stop()
        choice = self.models.choice
        if choice is None:
            return
        items = self.desk.missing(self.pointing.current)
        if items or self.info is None or self.info.choice != choice:
            self.service.request(choice, items, self.desk.search)
        if not items:
            self._all_known()

    def _all_known(self) -> None:
        self._patience.stop()  # nothing is late, and what is in hand (a weight) is not drawn anew
        self._show_learning()

    @Slot(object)
    def _on_loaded(self, info: ModelInfo) -> None:
        if info.choice == self.models.choice:
            if info.notice and (self.info is None or self.info.notice != info.notice):
                self.view.notice.say(shown(info.notice), "warning")
            self.info = info
            self.desk.model = info.key
            if self.desk.set_rule(info.split_rule):
                self.pointing.current = self.desk.segment_at(self.view.source.textCursor().position())
                self._changed()

    @Slot(object)
    def _on_translated(self, result: TranslationResult) -> None:
        self.desk.accept(result.items, result.translations, result.model.key)
        if result.request.steps:
            self._show_learning(ask=False)
            return
        self.info = result.model
        if self._failed:
            self._failed = False
            self.view.notice.dismiss()
        current = self.pointing.current
        mine = current < len(self.desk.segments) and self.desk.item(current) in result.items
        if mine or result.last:
            self._awaiting = result if mine else self._awaiting
            self._show_all()
            if result.last:
                self._all_known()
        elif not self._later.isActive():  # a long text fills in a few times a second
            self._later.start()

    @Slot(object)
    def _on_failed(self, failure: TranslationFailure) -> None:
        if not failure.request.steps:
            self.info, self._failed = None, True
            self.view.notice.fail(failure.report, self.tr("This could not be translated:"))
            self._forget_old()

    @Slot()
    def _on_painted(self) -> None:
        result, self._awaiting = self._awaiting, None
        if result is not None:
            now = time.perf_counter()
            self.translated.emit(Latency(result.request.sequence, result.request.requested, result.done, now))

    # --- showing --------------------------------------------------------------------------------------------------

    @Slot()
    def _show_all(self) -> None:
        """Texts, picture and lists from the desk, the line about the work from the service; nothing is left over."""
        self.desk.refresh()
        text, placed = self.desk.compose()
        self.pointing.set_placed(placed)
        self.view.target.show_text(text)
        self._show_current()
        self._show_learning(ask=False)
        self.direction.show()
        self.work_line.draw()

    def _show_current(self) -> None:
        """Picture and lists of the current sentence."""
        index = self.pointing.current
        translation, anchor = self.desk.shown(index), self.pointing.anchor(index)
        late = not self._patience.isActive()
        if anchor is not None and translation is not None:
            number = self.desk.chosen(index)
            faded = late and not self.desk.is_fresh(index)
            score = translation.nbest[number].score
            self.view.picture.show_picture(anchor.picture, self._origin(), score, faded=faded)
            self.view.nbest.show_list(translation.nbest, number)
        elif translation is None:
            self.view.picture.show_picture(EMPTY)
            self.view.nbest.show_list((), 0)
        self.view.set_prefix(self.desk.prefix(index))
        self.view.prefix.setEnabled(bool(self.desk.segments))
        self.pointing.show_marks()
        self.inspector.refresh(self.info)

    def _origin(self) -> str:
        if self.models.key is None:
            return ""
        return self.tr("{run}, step {step}").format(run=self.models.title, step=self.models.key[1])

    @Slot()
    def _show_learning(self, *, ask: bool = True) -> None:
        """The current sentence at every checkpoint; ask for those not known, at leisure."""
        choice, index, steps = self.models.choice, self.pointing.current, self.view.models.steps
        if not self.view.learning_shown:
            return
        if choice is None or index >= len(self.desk.segments):
            self.view.learning.show_steps((), -1)
            return
        rows: list[tuple[int, str | None]] = []
        for step in steps:
            key = self.models.keys.get(step)
            known = self.desk.fresh(index, key) if key else None
            rows.append((step, known.text if known else None))
        self.view.learning.show_steps(rows, self.view.models.step_of(choice.checkpoint))
        unknown = [step for step, text in rows if text is None]
        if ask and unknown and len(steps) > 1 and self.info is not None:
            self.service.request(choice, [self.desk.item(index)], self.desk.search, steps=unknown)

    @Slot(int)
    def select_sentence(self, index: int) -> None:
        """Show another sentence's alignment."""
        if index != self.pointing.current and 0 <= index < len(self.desk.segments):
            self.pointing.current = index
            self._show_current()
            self._show_learning()

    @Slot(int)
    def _on_nbest(self, number: int) -> None:
        if self.pointing.current < len(self.desk.segments):
            self.desk.choose(self.pointing.current, number)
            self._show_all()

    @Slot(bool)
    def _on_words(self, _on: bool) -> None:
        self.pointing.forget()
        self._show_current()

    @Slot(object)
    def _on_search(self, search: SearchConfig) -> None:
        self.desk.search = search
        self._changed()

    @Slot(bool)
    def _on_by_sentence(self, on: bool) -> None:
        self.desk.set_by_sentence(on)
        self.pointing.current = self.desk.segment_at(self.view.source.textCursor().position())
        self._changed()

    @Slot()
    def _clear(self) -> None:
        self.view.source.clear()
        self.view.source.setFocus()

    # --- another pane takes over ----------------------------------------------------------------------------------

    def form(self) -> QWidget:
        """How translations are searched; what else there is follows from the model and the text."""
        return self.view.search

    def state(self) -> dict[str, Any]:
        """The model, the text, and all translations that are known."""
        where = self.view.source.textCursor().position()
        text, tab = self.view.source.toPlainText(), self.view.tabs.currentIndex()
        own = {"choice": self.models.choice, "info": self.info, "desk": self.desk.known()}
        page = self.view.pages.currentIndex()
        return {**super().state(), **own, "text": text, "tab": tab, "page": page, "where": where}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Show the same sentence by the same model; nothing is translated again."""
        self._untouched = False
        self.desk.take_over(state["desk"])
        if state["choice"] is not None:
            self.models.open_run(state["choice"].run, state["choice"].checkpoint)
        super().restore(state)
        self.view.tabs.setCurrentIndex(state["tab"])
        self.view.pages.setCurrentIndex(state["page"])
        self.view.source.setPlainText(state["text"])
        if self.models.choice == state["choice"]:
            self.info = state["info"]
        cursor = self.view.source.textCursor()
        cursor.setPosition(state["where"])
        self.view.source.setTextCursor(cursor)
        self._show_all()

    # --- ending ---------------------------------------------------------------------------------------------------

    def shutdown(self) -> bool:
        """End the thread and a file translation.

        Returns:
            True when both have ended; else ``idle`` will tell.
        """
        for timer in (self._debounce, self._later, self._patience):
            timer.stop()
        for part in (self.work_line, self.direction, self.presenter, self.inspector):
            part.shutdown()
        self.what_if.popup.hide()
        self.output.cancel()
        self.view.remember_splitters()
        return self.service.shutdown() and not self.output.busy and not self.inspector.busy

    @Slot()
    def _on_idle(self) -> None:
        if not self.service.running and not self.output.busy and not self.inspector.busy:
            self.idle.emit()


def _nothing() -> None:
    """For loaders that need no torch."""
