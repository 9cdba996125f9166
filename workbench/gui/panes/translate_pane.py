"""The translate pane: pick a model, type, read the translation and see what it looked at."""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QStackedLayout, QWidget

from workbench.engine import runs
from workbench.engine.config import SearchConfig
from workbench.engine.errors import WorkbenchError
from workbench.engine.events import CheckpointSaved, Event, RunFinished, RunStarted, Validated
from workbench.engine.runs import RunFolder
from workbench.engine.types import Alternative
from workbench.gui.context import AppContext
from workbench.gui.panes import run_choices
from workbench.gui.panes.picture_maker import first_piece, make_picture
from workbench.gui.panes.translate_marks import Anchor, confidence_marks, forced_mark, spot_marks
from workbench.gui.panes.translation_desk import Desk, Placed
from workbench.gui.views.picture import EMPTY, NOWHERE, SOURCE, TARGET, Spot
from workbench.gui.widgets import formats
from workbench.gui.widgets.alternatives_popup import AlternativesPopup, forced_prefix
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.file_translation_dialog import FileTranslationDialog
from workbench.gui.widgets.model_bar import BEST, LAST, RunEntry
from workbench.gui.widgets.text_pair import Mark
from workbench.gui.widgets.translation_view import TranslationView
from workbench.gui.workers.translation_worker import (
    LoadFunction,
    ModelChoice,
    ModelInfo,
    ModelKey,
    TranslationFailure,
    TranslationResult,
    TranslationService,
    engine_load,
    engine_warm_up,
    resolve,
)

DEBOUNCE_MS = 120


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


class TranslatePane(QWidget):
    """Connects the view, the desk (what is known) and the translation service (the thread).

    Signals:
        translated: ``Latency`` once a translation and its alignment are painted.
        idle: The thread and the file translation have ended after ``shutdown``.
    """

    translated = Signal(object)
    idle = Signal()

    def __init__(
        self,
        context: AppContext,
        parent: QWidget | None = None,
        *,
        load: LoadFunction = engine_load,
        warm: bool = True,
    ) -> None:
        super().__init__(parent)
        self._context, self._load = context, load
        self.desk = Desk()
        self.choice: ModelChoice | None = None
        self.info: ModelInfo | None = None
        self.current = 0
        self._placed: list[Placed] = []
        self._anchors: dict[int, Anchor] = {}
        self._hovered: tuple[int, Spot] = (0, NOWHERE)
        self._selected = NOWHERE
        self._awaiting: TranslationResult | None = None
        self._file_dialog: FileTranslationDialog | None = None
        self._first_text = True
        self.service = TranslationService(load, engine_warm_up if warm and load is engine_load else _nothing, self)
        self._debounce = QTimer(self)
        self._debounce.setSingleShot(True)
        self._debounce.setInterval(DEBOUNCE_MS)
        self._debounce.timeout.connect(self._request)
        self.view = TranslationView(context)
        self.popup = AlternativesPopup(self)
        self.empty = self._build_empty()
        self._pages = QStackedLayout(self)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.view)
        self.desk.search = self.view.search.config
        self.desk.by_sentence = self.view.search.by_sentence.isChecked()
        self._connect()
        self.refresh_runs()

    # --- building -------------------------------------------------------------------------------------------------

    def _build_empty(self) -> EmptyState:
        empty = EmptyState(self._context, "mdi6.translate")
        self._train_button = empty.add_button("emptyTrain", lambda: self._context.show_pane.emit("train"))
        self._train_button.setText(self.tr("Train a model"))
        self._train_button.setAccessibleName(self._train_button.text())
        self._train_button.setToolTip(self.tr("Go to the train pane; the built-in corpus gives a model in minutes"))
        self._open_button = empty.add_button("emptyOpen", self._open_folder)
        self._open_button.setText(self.tr("Open a run folder…"))
        self._open_button.setAccessibleName(self._open_button.text())
        self._open_button.setToolTip(self.tr("A run copied from another computer works as it is"))
        return empty

    def _connect(self) -> None:
        view, context = self.view, self._context
        self.service.loaded.connect(self._on_loaded)
        self.service.translated.connect(self._on_translated)
        self.service.failed.connect(self._on_failed)
        self.service.busy_changed.connect(self._on_busy)
        self.service.idle.connect(self._on_idle)
        view.models.run_chosen.connect(self.open_run)
        view.models.checkpoint_chosen.connect(self.open_checkpoint)
        view.source.textChanged.connect(self._on_text)
        view.source.position_hovered.connect(self._on_source_hovered)
        view.target.position_hovered.connect(self._on_target_hovered)
        view.source.caret_placed.connect(self._on_source_caret)
        view.target.caret_placed.connect(self._on_target_caret)
        view.copy_button.clicked.connect(self.copy_translation)
        view.clear_button.clicked.connect(self._clear)
        view.file_button.clicked.connect(self.translate_file)
        view.prefix.textEdited.connect(self._on_prefix_edited)
        view.release_button.clicked.connect(self.release_prefix)
        view.picture.words_toggled.connect(self._on_words)
        view.picture.confidence_toggled.connect(self._on_confidence)
        view.picture.spot_hovered.connect(self._on_view_hovered)
        view.picture.spot_selected.connect(self._on_view_selected)
        view.picture.token_activated.connect(self.show_alternatives)
        view.picture.failed.connect(self._on_save_failed)
        view.picture.saved.connect(self._on_saved)
        view.picture.alignment.painted.connect(self._on_painted)
        view.nbest.chosen.connect(self._on_nbest)
        view.learning.step_chosen.connect(view.models.choose_step)
        view.tabs.currentChanged.connect(self._on_tab)
        view.panel_button.toggled.connect(self._on_tab)
        view.search.changed.connect(self._on_search)
        view.search.by_sentence_changed.connect(self._on_by_sentence)
        self.popup.picked.connect(self._on_alternative)
        context.run_selected.connect(self.open_run)
        context.translate_text.connect(self._on_translate_text)
        context.runs_changed.connect(self._on_runs_changed)
        context.training_event.connect(self._on_training_event)
        context.device_changed.connect(self._on_device)
        context.theme_changed.connect(self._on_theme)
        QShortcut(QKeySequence("Ctrl+Shift+C"), self, self.copy_translation)

    def showEvent(self, event: QShowEvent) -> None:
        """Load torch in the background as soon as the pane is seen, so that the first model opens quickly."""
        super().showEvent(event)
        if self.choice is None and not self.service.running:
            self.service.warm_up()

    def focus_first(self) -> None:
        """Put the caret where one types."""
        (self.view.source if self.choice else self._train_button).setFocus()

    # --- models ---------------------------------------------------------------------------------------------------

    def refresh_runs(self) -> None:
        """Look for runs again; keep the one in use, else choose one to begin with."""
        found = run_choices.usable_runs(self._context.training_run)
        if self.choice is not None and self.choice.run not in [r.path for r in found] and self._has(self.choice.run):
            found.append(RunFolder(self.choice.run))
        entries = [self._entry(r) for r in found]
        if self.choice is None or not self._has(self.choice.run):
            self.choice = None
            first = run_choices.first_choice(found, self._context.settings.get("translate/run", ""))
            if first is not None:
                self.view.models.set_runs(entries, first.path)
                self.open_run(first.path)
                return
        self.view.models.set_runs(entries, self.choice.run if self.choice else None)
        self._show_page()

    def _has(self, run: Path) -> bool:
        return bool(RunFolder(run).checkpoints())

    def _entry(self, run: RunFolder) -> RunEntry:
        source, target = run_choices.languages(run)
        detail = f"{formats.direction(source, target)}\n{run.path}"
        return RunEntry(run.path, run_choices.title(run), detail, run.path == self._context.training_run)

    def _show_page(self) -> None:
        self._pages.setCurrentWidget(self.view if self.choice else self.empty)
        if self._context.training_run is not None:
            self.empty.set_texts(
                self.tr("The model is still learning its first words"),
                self.tr(
                    "You can translate with it while it trains: this opens by itself as soon as the first checkpoint"
                    " is saved, usually after the first validation."
                ),
            )
        else:
            self.empty.set_texts(
                self.tr("Translate with a model of your own"),
                self.tr(
                    "Train one first: a small model on the built-in sentences takes a few minutes. Then type here, and"
                    " see for each word of the translation which words of the text the model looked at."
                ),
            )

    @Slot(object)
    def open_run(self, path: Path, checkpoint: str = BEST) -> None:
        """Translate with a run from now on."""
        path = Path(path)
        try:
            run = RunFolder.open(path)
            run.checkpoint(checkpoint)
        except WorkbenchError as error:
            self._say_error(error)
            self._show_page()
            return
        if self.choice is None or self.choice.run != run.path:
            self._context.settings.put("translate/run", str(run.path))
        self.choice = ModelChoice(run.path, checkpoint, self._context.device("translate"))
        self.view.notice.dismiss()
        self.view.set_languages(*run_choices.languages(run))
        self._show_checkpoints()
        if self.view.models.runs.currentData() != run.path:
            found = run_choices.usable_runs(self._context.training_run)
            if run.path not in [r.path for r in found]:
                found.append(run)
            self.view.models.set_runs([self._entry(r) for r in found], run.path)
        self._show_page()
        if self._first_text:
            self._first_text = False
            text = self._context.settings.get("translate/text", "") or run_choices.sample_sentence(run)
            if text and not self.view.source.toPlainText():
                self.view.source.setPlainText(text)
        self._model_changed()

    @Slot(object)
    def open_checkpoint(self, checkpoint: str) -> None:
        """Translate with another checkpoint of the run."""
        if self.choice is not None:
            self.choice = replace(self.choice, checkpoint=checkpoint)
            self._model_changed()

    def _show_checkpoints(self) -> None:
        assert self.choice is not None
        run = RunFolder(self.choice.run)
        steps = [c.step for c in run.checkpoints()]
        if self.choice.checkpoint not in (BEST, LAST) and int(self.choice.checkpoint) not in steps:
            self.choice = replace(self.choice, checkpoint=BEST)  # thinned out meanwhile
        self.view.models.set_checkpoints(steps, run_choices.best_step(run), self.choice.checkpoint)

    def _model_changed(self) -> None:
        """Show what is known of the model's translations and ask for the rest at once."""
        assert self.choice is not None
        try:
            self.desk.model = resolve(self.choice.run, self.choice.checkpoint)
        except (WorkbenchError, OSError) as error:
            self._say_error(error)
            return
        self.desk.refresh()
        self._show_all()
        self._request()

    @Slot(object)
    def _on_runs_changed(self, _nothing: object) -> None:
        self.refresh_runs()

    @Slot(object)
    def _on_training_event(self, event: Event) -> None:
        if isinstance(event, RunStarted | RunFinished):
            self.refresh_runs()
        elif isinstance(event, CheckpointSaved | Validated):
            if self.choice is None or not self._has(self.choice.run):
                self.refresh_runs()
            elif self.choice.run == self._context.training_run:
                self._show_checkpoints()
                if self._newer():
                    self._model_changed()
                else:
                    self._show_learning()

    def _newer(self) -> bool:
        """Whether "best" or "latest" means other weights than those shown."""
        assert self.choice is not None
        try:
            return resolve(self.choice.run, self.choice.checkpoint) != self.desk.model
        except (WorkbenchError, OSError):
            return False

    @Slot(object)
    def _on_device(self, change: tuple[str, str]) -> None:
        purpose, device = change
        if purpose == "translate" and self.choice is not None:
            self.choice = replace(self.choice, device=device)
            self.info = None
            self._request()

    # --- text and translation -------------------------------------------------------------------------------------

    def set_text(self, text: str) -> None:
        """Replace the text to translate."""
        self._first_text = False
        self.view.source.setPlainText(text)

    @Slot(object)
    def _on_translate_text(self, wanted: tuple[Path | None, str]) -> None:
        run, text = wanted
        self.set_text(text)
        if run is not None:
            self.open_run(run)

    @Slot()
    def _on_text(self) -> None:
        text = self.view.source.toPlainText()
        self.service.cancel()
        self.desk.set_text(text)
        self.desk.refresh()
        self._context.settings.put("translate/text", text if len(text) < 20_000 else "")
        self.current = self.desk.segment_at(self.view.source.textCursor().position())
        self._selected = NOWHERE
        self._hovered = (self.current, NOWHERE)
        self._show_all()
        self._debounce.start()

    @Slot()
    def _request(self) -> None:
        """Ask for what is missing; also when nothing is, so that the model chosen is the one in memory."""
        self._debounce.stop()
        if self.choice is None:
            return
        items = self.desk.missing(self.current)
        if items or self.info is None or self.info.choice != self.choice:
            self.service.request(self.choice, items, self.desk.search)
            if not items:
                self._show_learning()
        else:
            self._show_learning()

    @Slot(object)
    def _on_loaded(self, info: ModelInfo) -> None:
        if self.choice is None or info.choice.run != self.choice.run:
            return
        self.info = info
        if info.choice == self.choice:
            self.desk.model = info.key
        self._show_status()

    @Slot(object)
    def _on_translated(self, result: TranslationResult) -> None:
        key: ModelKey = result.model.key
        self.desk.accept(result.items, result.translations, key)
        if result.request.steps:
            self._show_learning(ask=False)
            return
        self.info = result.model
        self._awaiting = result
        self._show_all(result.seconds)
        if result.last:
            self._show_learning()

    @Slot(object)
    def _on_failed(self, failure: TranslationFailure) -> None:
        if failure.request.steps:
            return
        self.info = None
        self.view.notice.fail(failure.report, self.tr("This could not be translated:"))
        self._show_status()

    @Slot(object)
    def _on_busy(self, _busy: bool) -> None:
        self._show_status()

    @Slot()
    def _on_painted(self) -> None:
        result, self._awaiting = self._awaiting, None
        if result is not None:
            now = time.perf_counter()
            self.translated.emit(Latency(result.request.sequence, result.request.requested, result.done, now))

    # --- showing --------------------------------------------------------------------------------------------------

    def _show_all(self, seconds: float | None = None) -> None:
        """Texts, picture and lists from the desk."""
        text, self._placed = self.desk.compose()
        self._anchors.clear()
        self.view.target.show_text(text)
        self._show_current()
        self._show_status(seconds)

    def _show_current(self) -> None:
        """Picture and lists of the current sentence."""
        translation = self.desk.shown(self.current)
        anchor = self._anchor(self.current)
        if anchor is not None and translation is not None:
            hypothesis = translation.nbest[self.desk.chosen(self.current)]
            self.view.picture.show_picture(anchor.picture, self._origin(), hypothesis.score)
            self.view.nbest.show_list(translation.nbest, self.desk.chosen(self.current))
        elif translation is None:
            self.view.picture.show_picture(EMPTY)
            self.view.nbest.show_list((), 0)
        self.view.set_prefix(self.desk.prefix(self.current))
        self.view.prefix.setEnabled(bool(self.desk.segments))
        self._selected = self.view.picture.alignment.selected
        self._show_marks()

    def _anchor(self, index: int) -> Anchor | None:
        """The picture of a sentence and where it stands; ``None`` while its translation is not of this text."""
        if index in self._anchors:
            return self._anchors[index]
        translation = self.desk.shown(index)
        place = next((p for p in self._placed if p.segment == index), None)
        if translation is None or place is None or translation.source != self.desk.segments[index].text:
            return None
        hypothesis = translation.nbest[self.desk.chosen(index)]
        picture = make_picture(
            translation, hypothesis, words=self.view.picture.words, prefix=self.desk.prefix(index)
        )
        anchor = Anchor(picture, self.desk.segments[index].start, place.start)
        self._anchors[index] = anchor
        return anchor

    def _origin(self) -> str:
        if self.choice is None or self.info is None:
            return ""
        return self.tr("{run}, step {step}").format(
            run=run_choices.title(RunFolder(self.choice.run)), step=self.info.step
        )

    def _show_marks(self) -> None:
        """Colour both texts: the current sentence, stale parts, confidence, what is fixed, a spot and its partners."""
        theme = self._context.theme
        source: list[Mark] = []
        target: list[Mark] = []
        several = len(self.desk.segments) > 1
        for place in self._placed:
            if several and place.segment == self.current:
                segment = self.desk.segments[place.segment]
                source.append(Mark(segment.start, segment.end, background=theme.color("raised")))
                target.append(Mark(place.start, place.end, background=theme.color("raised")))
            if not place.fresh:
                target.append(Mark(place.start, place.end, ink=theme.color("muted")))
                continue
            prefix = self.desk.prefix(place.segment)
            if self.view.picture.confidence or prefix:
                anchor = self._anchor(place.segment)
                if anchor is not None and self.view.picture.confidence:
                    target += confidence_marks(anchor, theme)
                if anchor is not None and prefix:
                    target += forced_mark(anchor, theme)
        index, spot = self._hovered if self._hovered[1] else (self.current, self._selected)
        anchor = self._anchor(index) if spot and index < len(self.desk.segments) else None
        if anchor is not None:
            marks = spot_marks(anchor, spot, theme)
            source += marks[SOURCE]
            target += marks[TARGET]
        self.view.source.set_marks(source)
        self.view.target.set_marks(target)

    def _show_status(self, seconds: float | None = None) -> None:
        if self.choice is None:
            return
        if self.info is None or self.info.choice.run != self.choice.run:
            self.view.status.setText(self.tr("Opening the model…") if self.service.busy else "")
            return
        missing = len(self.desk.missing(self.current)) if self.service.busy else 0
        if missing > 1:
            self.view.status.setText(self.tr("{count} sentences to go…").format(count=missing))
        elif seconds is not None:
            search = self.desk.search
            how = self.tr("sampled") if search.sampling else self.tr("beam {size}").format(size=search.beam)
            self.view.status.setText(
                self.tr("{time} ms, {how}, {device}").format(
                    time=round(1000 * seconds), how=how, device=self.info.device
                )
            )

    def _show_learning(self, *, ask: bool = True) -> None:
        """The current sentence at every checkpoint; ask for those not known, at leisure."""
        steps = self.view.models.steps
        if not self.view.learning_shown:
            return
        if self.choice is None or self.current >= len(self.desk.segments):
            self.view.learning.show_steps((), -1)
            return
        rows: list[tuple[int, str | None]] = []
        for step in steps:
            known = self.desk.fresh(self.current, self._key_of(step))
            rows.append((step, known.text if known else None))
        self.view.learning.show_steps(rows, self.view.models.step_of(self.choice.checkpoint))
        unknown = [step for step, text in rows if text is None]
        if ask and unknown and len(steps) > 1 and self.info is not None:
            self.service.request(self.choice, [self.desk.item(self.current)], self.desk.search, steps=unknown)

    def _key_of(self, step: int) -> ModelKey | None:
        assert self.choice is not None
        try:
            return resolve(self.choice.run, str(step))
        except (WorkbenchError, OSError):
            return None

    # --- pointing and choosing ------------------------------------------------------------------------------------

    @Slot(object)
    def _on_view_hovered(self, spot: Spot) -> None:
        self._hovered = (self.current, spot)
        self._show_marks()

    @Slot(object)
    def _on_view_selected(self, spot: Spot) -> None:
        self._selected = spot
        self._show_marks()
        anchor = self._anchor(self.current)
        if anchor is not None:
            if spot.source is not None:
                self.view.source.reveal(*anchor.stretch(SOURCE, anchor.picture.source[spot.source]))
            if spot.target is not None:
                self.view.target.reveal(*anchor.stretch(TARGET, anchor.picture.target[spot.target]))

    def _segment_of(self, side: str, position: int) -> int:
        """The sentence a document position lies in, -1 beside all of them."""
        if side == SOURCE:
            spans = [(i, s.start, s.end) for i, s in enumerate(self.desk.segments)]
        else:
            spans = [(p.segment, p.start, p.end) for p in self._placed]
        return next((i for i, start, end in spans if start <= position <= end), -1)

    def _text_hovered(self, side: str, position: int) -> None:
        index = self._segment_of(side, position) if position >= 0 else -1
        anchor = self._anchor(index) if index >= 0 else None
        spot = anchor.spot_at(side, position) if anchor else NOWHERE
        self._hovered = (max(0, index), spot)
        self.view.picture.set_hovered(spot if index == self.current else NOWHERE)
        self._show_marks()

    @Slot(object)
    def _on_source_hovered(self, position: int) -> None:
        self._text_hovered(SOURCE, position)

    @Slot(object)
    def _on_target_hovered(self, position: int) -> None:
        self._text_hovered(TARGET, position)

    def _caret(self, side: str, position: int) -> None:
        index = self._segment_of(side, position)
        if index < 0:
            return
        self.select_sentence(index)
        anchor = self._anchor(index)
        self._selected = anchor.spot_at(side, position, touching=True) if anchor else NOWHERE
        self.view.picture.set_selected(self._selected)
        self._show_marks()

    @Slot(object)
    def _on_source_caret(self, position: int) -> None:
        self._caret(SOURCE, position)

    @Slot(object)
    def _on_target_caret(self, position: int) -> None:
        self._caret(TARGET, position)

    def select_sentence(self, index: int) -> None:
        """Show another sentence's alignment."""
        if index != self.current and 0 <= index < len(self.desk.segments):
            self.current = index
            self._selected = NOWHERE
            self._hovered = (index, NOWHERE)
            self._show_current()
            self._show_learning()

    @Slot(object)
    def _on_nbest(self, number: int) -> None:
        if self.current < len(self.desk.segments):
            self.desk.choose(self.current, number)
            self._show_all()

    @Slot(object)
    def _on_words(self, _on: bool) -> None:
        self._anchors.clear()
        self._hovered = (self.current, NOWHERE)
        self._show_current()

    @Slot(object)
    def _on_confidence(self, _on: bool) -> None:
        self._show_marks()

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        self._show_marks()

    @Slot(object)
    def _on_search(self, search: SearchConfig) -> None:
        self.service.cancel()
        self.desk.search = search
        self.desk.refresh()
        self._show_all()
        self._debounce.start()

    @Slot(object)
    def _on_by_sentence(self, on: bool) -> None:
        self.service.cancel()
        self.desk.set_by_sentence(on)
        self.desk.refresh()
        self.current = self.desk.segment_at(self.view.source.textCursor().position())
        self._show_all()
        self._debounce.start()

    @Slot()
    def _on_tab(self) -> None:
        self._show_learning()

    # --- what if --------------------------------------------------------------------------------------------------

    @Slot(object)
    def show_alternatives(self, index: int) -> None:
        """What else the model considered where a target token stands."""
        anchor, hypothesis = self._anchor(self.current), self.desk.hypothesis(self.current)
        if anchor is None or hypothesis is None or index >= len(anchor.picture.target):
            return
        token = anchor.picture.target[index]
        piece = hypothesis.pieces[first_piece(hypothesis, token)]
        self._asked = (self.current, hypothesis.text, piece.start)
        view = self.view.picture.alignment
        rect = view.viewport_rect(Spot(target=index))
        place = view.viewport().mapToGlobal(QPoint(int(rect.left()), int(rect.bottom()) + 6))
        self.popup.open(hypothesis.text[: piece.start], piece.text, piece.alternatives, place)

    @Slot(object)
    def _on_alternative(self, choice: Alternative) -> None:
        index, text, start = self._asked
        if index < len(self.desk.segments):
            self.set_prefix(index, forced_prefix(text, start, choice))

    def set_prefix(self, index: int, prefix: str) -> None:
        """Fix the beginning of a sentence's translation and decode again."""
        self.service.cancel()
        self.desk.set_prefix(index, prefix)
        self.desk.choose(index, 0)
        self.desk.refresh()
        self._show_all()
        self._request()

    @Slot(str)
    def _on_prefix_edited(self, prefix: str) -> None:
        if self.current < len(self.desk.segments):
            self.service.cancel()
            self.desk.set_prefix(self.current, prefix)
            self.desk.choose(self.current, 0)
            self.desk.refresh()
            self._show_all()
            self._debounce.start()

    @Slot()
    def release_prefix(self) -> None:
        """Let the model choose the beginning again."""
        if self.current < len(self.desk.segments):
            self.set_prefix(self.current, "")

    # --- copying and files ----------------------------------------------------------------------------------------

    @Slot()
    def copy_translation(self) -> None:
        """Copy the whole translation."""
        QApplication.clipboard().setText(self.view.target.toPlainText())
        self._context.status_message.emit(self.tr("The translation is on the clipboard."))

    @Slot()
    def _clear(self) -> None:
        self.view.source.clear()
        self.view.source.setFocus()

    @Slot()
    def translate_file(self) -> None:
        """Open the dialog that translates a text file."""
        if self.choice is None:
            return
        if self._file_dialog is None or not self._file_dialog.busy:
            if self._file_dialog is not None:
                self._file_dialog.deleteLater()
            title = run_choices.title(RunFolder(self.choice.run))
            self._file_dialog = FileTranslationDialog(
                self._context, self.choice, title, self.desk.search, self, self._load
            )
            self._file_dialog.idle.connect(self._on_idle)
        self._file_dialog.show()
        self._file_dialog.raise_()

    @Slot()
    def _open_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a run folder"), str(runs.runs_root()))
        if name:
            self.open_run(Path(name))

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        self._context.status_message.emit(self.tr("Saved as {path}.").format(path=path))

    @Slot(object)
    def _on_save_failed(self, text: str) -> None:
        self.view.notice.say(self.tr("This could not be saved: {error}").format(error=text), "error")

    def _say_error(self, error: Exception) -> None:
        self.view.notice.say(str(error), "error")
        self._context.status_message.emit(str(error))

    # --- ending ---------------------------------------------------------------------------------------------------

    def shutdown(self) -> bool:
        """End the thread and a file translation.

        Returns:
            True when both have ended; else ``idle`` will tell.
        """
        self._debounce.stop()
        self.popup.hide()
        if self._file_dialog is not None:
            self._file_dialog.cancel()
        busy = self._file_dialog is not None and self._file_dialog.busy
        return self.service.shutdown() and not busy

    @Slot()
    def _on_idle(self) -> None:
        if not self.service.running and (self._file_dialog is None or not self._file_dialog.busy):
            self.idle.emit()


def _nothing() -> None:
    """For loaders that need no torch."""
