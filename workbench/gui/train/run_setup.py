"""The left half of the train pane: corpus, direction, preset with its cost, more settings, Start."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig, merge
from workbench.engine.core.errors import WorkbenchError
from workbench.gui.layouts import Fitted, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import RunRequest, TrainingWish
from workbench.gui.theme import icon, name_button, named, set_role
from workbench.gui.train import run_plan
from workbench.gui.train.config_dialog import ConfigDialog
from workbench.gui.train.config_form import nested, schema_text
from workbench.gui.train.corpus_choice import CorpusChoice
from workbench.gui.train.preset_picker import CardText, PresetPicker
from workbench.gui.widgets.controls import (
    described,
    label_for,
    push_button,
    scrolled,
    show_problem,
    text_label,
)
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_error, shown_failure
from workbench.gui.workers.job import run_job

if TYPE_CHECKING:
    from workbench.engine.corpora.corpus_info import CorpusInfo
    from workbench.engine.runs.presets import Cost, Preset


class RunSetup(QWidget):
    """Everything that must be chosen before a training, in the order in which one decides.

    Signals:
        start_requested: A ``RunRequest``.
        import_requested: The person wants to import a corpus.
        loaded: Corpora and presets have been listed.
    """

    start_requested = Signal(object)
    import_requested = Signal()
    loaded = Signal()

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.presets: list[Preset] = []
        self._overrides: dict[str, Any] = {}
        self._pending: TrainingWish | None = None
        self._extra: dict[str, Any] = {}
        self._named_by_person = False
        self._kept: Mapping[str, Any] | None = None
        self._build()
        context.corpora_changed.connect(self.reload)
        context.device_changed.connect(self._refresh_costs)
        context.theme_changed.connect(self._paint_icons)
        context.training.state_changed.connect(self._show_start)
        context.training.queue_changed.connect(self._refresh_name)
        context.runs_changed.connect(self._refresh_name)
        self._show_start()
        self.reload()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        content = Fitted()
        title = text_label("title", self.tr("New training"))
        column = arrange(QVBoxLayout(content), title, margins=(14, 12, 12, 8), spacing=5)
        column.addSpacing(4)
        self.choice = CorpusChoice()
        self.choice.corpus_chosen.connect(self._corpus_chosen)
        self.choice.direction_chosen.connect(self._refresh_name)
        self.choice.import_requested.connect(self.import_requested)
        column.addWidget(self.choice)
        column.addSpacing(6)
        self._build_model(column)
        column.addStretch(1)
        parts = ((scrolled(content, sideways=False), 1), self._build_footer())
        arrange(QVBoxLayout(self), *parts, spacing=0)

    def _build_model(self, column: QVBoxLayout) -> None:
        self.picker = named(PresetPicker(), "presetPicker")
        self.picker.setAccessibleName(self.tr("Preset"))
        self.picker.chosen.connect(self._preset_chosen)
        tip = self.tr("The whole configuration as a form, with the preset's values filled in")
        self.more_button = push_button("moreButton", self.tr("&More settings…"), tip, self.open_settings)
        tip = self.tr("The run is kept under this name, in a folder of its own")
        self.name_edit = described(QLineEdit(), "runName", tip, self.tr("Name of the run"))
        self.name_edit.textEdited.connect(self._name_edited)
        for widget in (QLabel(self.tr("Model")), self.picker, self.more_button):
            column.addWidget(widget)
        column.addSpacing(6)
        column.addWidget(label_for(self.name_edit, self.tr("&Name of the run"), role=""))
        column.addWidget(self.name_edit)

    def _build_footer(self) -> QFrame:
        footer = QFrame()
        self.problem = text_label("warning", name="startProblem")
        self.problem.hide()
        self.start_button = push_button("startButton", "", "", self.start)
        arrange(QVBoxLayout(footer), self.problem, self.start_button, margins=(14, 6, 12, 12))
        return footer

    @Slot()
    def _paint_icons(self, _theme: object = None) -> None:
        theme = self._context.theme
        busy = self._context.training.busy
        picture, color = ("mdi6.playlist-plus", "text") if busy else ("mdi6.play", "accent_text")
        self.start_button.setIcon(icon(picture, theme, color))
        self.more_button.setIcon(icon("mdi6.tune-variant", theme))

    @Slot()
    def _show_start(self) -> None:
        """While a run trains, its own buttons lead, and this one adds to the queue."""
        busy = self._context.training.busy
        if busy:
            text, tip = self.tr("Add to the &queue"), self.tr("Train this when the running training has ended")
        else:
            text, tip = self.tr("&Start training"), self.tr("Start now with what is chosen above (Ctrl+R)")
        role = "" if busy else "primary"
        if self.start_button.property("role") != role:
            name_button(self.start_button, text, tip)
            set_role(self.start_button, role)
            self._paint_icons()

    # --- listing --------------------------------------------------------------------------------------------------

    @Slot()
    def reload(self, _nothing: object = None) -> None:
        """List corpora and presets in a thread; importing the readers takes a moment the first time."""

        def read(_progress: object, _check: object) -> tuple[list[CorpusInfo], list[Preset]]:
            from workbench.engine.corpora.library import list_corpora
            from workbench.engine.runs.presets import list_presets

            return list_corpora(), list_presets()

        run_job(self, read, self._on_listed, lambda report: self._say(shown_failure(report)))

    def _on_listed(self, found: tuple[list[CorpusInfo], list[Preset]]) -> None:
        corpora, self.presets = found
        settings = self._context.settings
        self.choice.show_corpora(corpora, settings.get("train/corpus", ""), settings.get("train/swapped", False))
        self.start_button.setEnabled(bool(corpora))
        self._refresh_costs()
        self.picker.select(settings.get("train/preset", "auto"))
        self._refresh_name()
        if self._pending is not None:
            self.prefill(self._pending)
            self._pending = None
        self._take_kept()
        self.loaded.emit()

    @property
    def corpora(self) -> list[CorpusInfo]:
        """The corpora there are."""
        return self.choice.corpora

    @property
    def corpus(self) -> CorpusInfo | None:
        """The chosen corpus."""
        return self.choice.corpus

    @property
    def preset(self) -> Preset | None:
        """The chosen preset."""
        name = self.picker.current()
        return next((p for p in self.presets if p.name == name), None)

    # --- choosing -------------------------------------------------------------------------------------------------

    def choose_corpus(self, name: str, source_lang: str = "") -> bool:
        """Choose a corpus, and the direction that starts from ``source_lang``; whether there is such a corpus."""
        return self.choice.choose(name, source_lang)

    def prefill(self, wish: TrainingWish) -> None:
        """Fill in what another pane asks for."""
        if wish.config is not None:
            self._prefill_config(wish.config)
        if wish.corpus and not self.choose_corpus(wish.corpus, wish.source_lang):
            # Imported a moment ago: the list of corpora is still being read.
            self._pending = wish
        if wish.preset:
            self.picker.select(wish.preset)
            self._preset_chosen(wish.preset)
        if wish.overrides:
            self.set_overrides({**self._overrides, **wish.overrides})

    def _prefill_config(self, config: RunConfig) -> None:
        """Repeat a run with changes: its preset where it is still there, and every setting that differs from it."""
        for name in config.data.corpora:
            if self.choose_corpus(name, config.data.source_lang):
                break
        self.picker.select(config.preset or "auto")
        self._extra = {}
        if len(config.data.corpora) != 1 or self.choice.named(config.data.corpora[0]) is not self.corpus:
            data = config.data
            languages = {"source_lang": data.source_lang, "target_lang": data.target_lang}
            self._extra = {"data": {"corpora": data.corpora, **languages}}
        self._overrides = run_plan.differences(config, self._baseline()[0])
        self._after_change()

    def state(self) -> dict[str, Any]:
        """All that was chosen, for a form that takes this one's place."""
        if self._kept is not None:  # the lists have not been read yet
            return dict(self._kept)
        return {
            "corpus": self.corpus.name if self.corpus else "",
            "source": self.choice.languages[0],
            "preset": self.picker.current() or "",
            "overrides": self.overrides,
            "extra": dict(self._extra),
            "name": self.name_edit.text() if self._named_by_person else "",
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        """Choose all that again, once the lists are there."""
        self._kept = state
        if self.presets:
            self._take_kept()

    def _take_kept(self) -> None:
        kept, self._kept = self._kept, None
        if kept is None:
            return
        if kept["corpus"]:
            self.choose_corpus(kept["corpus"], kept["source"])
        if kept["preset"]:
            self.picker.select(kept["preset"])
        self._overrides, self._extra = dict(kept["overrides"]), dict(kept["extra"])
        self._named_by_person = bool(kept["name"])
        if kept["name"]:
            self.name_edit.setText(kept["name"])
        self._after_change()

    @Slot()
    def _corpus_chosen(self) -> None:
        self._extra = {}
        self._refresh_costs()
        self._refresh_name()

    @Slot(str)
    def _preset_chosen(self, name: str) -> None:
        self._context.settings.put("train/preset", name)
        self._overrides = {}
        self._after_change()

    @Slot()
    def open_settings(self) -> None:
        """The whole configuration as a form."""
        preset = self.preset
        if preset is None:
            return
        baseline, explanations = self._baseline()
        dialog = ConfigDialog(self._context, baseline, self._overrides, explanations, preset.values, self)
        if dialog.exec() == ConfigDialog.DialogCode.Accepted:
            self._overrides = dialog.form.overrides()
            self._after_change()
        if dialog.saved_preset:
            self._context.settings.put("train/preset", dialog.saved_preset)
            self._overrides = {}
            self.reload()
        dialog.deleteLater()

    @property
    def overrides(self) -> dict[str, Any]:
        """Settings that differ from the preset, by dotted path."""
        return dict(self._overrides)

    def set_overrides(self, overrides: Mapping[str, Any]) -> None:
        """Change settings as the form would."""
        self._overrides = dict(overrides)
        self._after_change()

    def _after_change(self) -> None:
        count = len(self._overrides)
        text = self.tr("&More settings…")
        changed = self.tr("{count} changed").format(count=count)
        self.more_button.setText(f"{text}  ({changed})" if count else text)
        self._refresh_costs()
        self._refresh_name()

    # --- cost -----------------------------------------------------------------------------------------------------

    def _baseline(self) -> tuple[RunConfig, dict[str, str]]:
        """The preset's configuration with automatic values filled in, and why they are what they are."""
        return run_plan.baseline(self.preset, run_plan.train_pairs(self.corpus), self._device_kind())

    def _device_kind(self) -> str:
        return run_plan.device_kind(self._context)

    def cost(self, preset: Preset, overrides: Mapping[str, Any]) -> Cost | None:
        """What a preset would take here with some settings changed; ``None`` when they do not fit together."""
        return run_plan.cost_of(preset, overrides, run_plan.train_pairs(self.corpus), self._device_kind())

    @Slot()
    def _refresh_costs(self, _change: object = None) -> None:
        if not self.presets:
            return
        chosen = self.picker.current() or self._context.settings.get("train/preset", "auto")
        texts = []
        for preset in self.presets:
            cost = self.cost(preset, self._overrides if preset.name == chosen else {})
            time, numbers = self.tr("cannot be estimated"), ""
            if cost is not None:
                time = self.tr("about {time}").format(time=formats.rough_duration(cost.minutes * 60))
                numbers = self.tr("{parameters} M parameters · {memory} memory").format(
                    parameters=QLocale().toString(cost.parameters / 1e6, "f", 1),
                    memory=formats.megabytes(cost.memory_mb),
                )
                if cost.epochs:
                    time += " · " + run_plan.epochs_words(cost.epochs)
                    numbers += " · " + self.tr("more time would help") if run_plan.reads_little(cost.epochs) else ""
            title, description = schema_text(preset.title), schema_text(preset.description)
            texts.append(CardText(preset.name, title, time, numbers, description))
        self.picker.set_cards(texts, chosen)
        self._check_room()

    def _check_room(self) -> None:
        preset = self.preset
        cost = self.cost(preset, self._overrides) if preset else None
        self._say(run_plan.lack_of_room(paths.runs_root(), cost, self._device_kind()) if cost else "")

    def _say(self, text: str) -> None:
        show_problem(self.problem, text)

    # --- name and start -------------------------------------------------------------------------------------------

    @Slot()
    def _refresh_name(self, _change: object = None) -> None:
        if self._named_by_person:
            return
        if self.corpus is None:
            self.name_edit.clear()
            return
        stem = run_plan.name_stem(self.corpus.name, *self.choice.languages, self.picker.current() or "auto")
        self.name_edit.setText(run_plan.unused_folder(stem, self._context.training).name)

    @Slot(str)
    def _name_edited(self, text: str) -> None:
        self._named_by_person = bool(text.strip())

    def request(self) -> RunRequest | None:
        """What Start would train.

        Raises:
            WorkbenchError: The settings do not fit together.
        """
        from workbench.engine.runs.presets import check_limits, config_from

        preset, corpus = self.preset, self.corpus
        if preset is None or corpus is None:
            return None
        source, target = self.choice.languages
        chosen = {
            "data": {"corpora": [corpus.name], "source_lang": source, "target_lang": target},
            "runtime": {"device": self._context.training_device()[0]},
        }
        config = config_from(preset.name, merge(merge(nested(self._overrides), chosen), self._extra))
        check_limits(config)
        cost = self.cost(preset, self._overrides)
        stem = self.name_edit.text().strip() or f"{corpus.name}-{preset.name}"
        return RunRequest(
            config,
            run_plan.unused_folder(stem, self._context.training),
            estimate=cost.minutes * 60 if cost else 0.0,
            processes=self._context.training_device()[1],
            disk_mb=cost.disk_mb if cost else 0.0,
        )

    @Slot()
    def start(self) -> None:
        """Check, remember the choices, and ask for the training."""
        try:
            request = self.request()
        except WorkbenchError as error:
            self._say(shown_error(error))
            return
        if request is None:
            self._say(self.tr("Import a corpus first."))
            return
        self._check_room()
        if request.lacking():
            return  # the warning above Start says why
        settings = self._context.settings
        settings.put("train/corpus", self.corpus.name if self.corpus else "")
        settings.put("train/swapped", self.choice.swapped)
        self._named_by_person = False
        self.start_requested.emit(request)
        self._refresh_name()
