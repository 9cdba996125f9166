"""The left half of the train pane: corpus, direction, preset with its cost, more settings, Start."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from PySide6.QtCore import QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.engine import runs
from workbench.engine.config import RunConfig, merge
from workbench.engine.device import cpu_threads
from workbench.engine.errors import WorkbenchError
from workbench.gui import wording
from workbench.gui.context import AppContext
from workbench.gui.engine_strings import shown_error
from workbench.gui.schema_strings import corpus_description, corpus_title
from workbench.gui.theme import icon, set_role
from workbench.gui.training_service import RunRequest, missing_disk_space
from workbench.gui.widgets.config_dialog import ConfigDialog
from workbench.gui.widgets.config_form import nested, schema_text
from workbench.gui.widgets.preset_picker import CardText, PresetPicker
from workbench.gui.workers.job import run_job

if TYPE_CHECKING:
    from workbench.engine.data.library import CorpusInfo
    from workbench.engine.presets import Cost, Preset


#: Qt names these after their largest country.
_PLAIN_NAMES = {"en": "English", "es": "Español", "pt": "Português"}


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
        self.corpora: list[CorpusInfo] = []
        self.presets: list[Preset] = []
        self._overrides: dict[str, Any] = {}
        self._pending: dict[str, Any] | None = None
        self._extra: dict[str, Any] = {}
        self._named_by_person = False
        self._build()
        context.corpora_changed.connect(self.reload)
        context.device_changed.connect(self._refresh_costs)
        context.theme_changed.connect(self._paint_icons)
        self._paint_icons()
        self.reload()

    # --- building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(14, 12, 12, 8)
        column.setSpacing(5)
        heading = QLabel(self.tr("New training"))
        set_role(heading, "title")
        column.addWidget(heading)
        column.addSpacing(4)
        self._build_corpus(column)
        column.addSpacing(6)
        self._build_model(column)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(scroll, 1)
        layout.addWidget(self._build_footer())

    def _build_corpus(self, column: QVBoxLayout) -> None:
        label = QLabel(self.tr("&Corpus"))
        self.corpus_box = QComboBox()
        self.corpus_box.setObjectName("corpusBox")
        self.corpus_box.setAccessibleName(self.tr("Corpus to learn from"))
        self.corpus_box.setToolTip(self.tr("The sentence pairs the model learns from"))
        self.corpus_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.corpus_box.activated.connect(self._corpus_chosen)
        label.setBuddy(self.corpus_box)
        self.import_button = QPushButton(self.tr("&Import…"))
        self.import_button.setObjectName("importButton")
        self.import_button.setAccessibleName(self.tr("Import a corpus"))
        self.import_button.setToolTip(self.tr("Add sentence pairs of your own: TMX, tables, text files and others"))
        self.import_button.clicked.connect(self.import_requested)
        row = QHBoxLayout()
        row.addWidget(self.corpus_box, 1)
        row.addWidget(self.import_button)
        direction = QLabel(self.tr("&Direction"))
        self.direction_box = QComboBox()
        self.direction_box.setObjectName("directionBox")
        self.direction_box.setAccessibleName(self.tr("Direction of translation"))
        self.direction_box.setToolTip(self.tr("From which language into which one the model will translate"))
        self.direction_box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.direction_box.activated.connect(self._refresh_name)
        direction.setBuddy(self.direction_box)
        self.corpus_hint = QLabel()
        self.corpus_hint.setWordWrap(True)
        set_role(self.corpus_hint, "muted")
        column.addWidget(label)
        column.addLayout(row)
        column.addWidget(direction)
        column.addWidget(self.direction_box)
        column.addWidget(self.corpus_hint)

    def _build_model(self, column: QVBoxLayout) -> None:
        label = QLabel(self.tr("Model"))
        self.picker = PresetPicker()
        self.picker.setAccessibleName(self.tr("Preset"))
        self.picker.chosen.connect(self._preset_chosen)
        self.more_button = QPushButton(self.tr("&More settings…"))
        self.more_button.setObjectName("moreButton")
        self.more_button.setAccessibleName(self.tr("More settings"))
        self.more_button.setToolTip(self.tr("The whole configuration as a form, with the preset's values filled in"))
        self.more_button.clicked.connect(self.open_settings)
        name_label = QLabel(self.tr("&Name of the run"))
        self.name_edit = QLineEdit()
        self.name_edit.setObjectName("runName")
        self.name_edit.setAccessibleName(self.tr("Name of the run"))
        self.name_edit.setToolTip(self.tr("The run is kept under this name, in a folder of its own"))
        self.name_edit.textEdited.connect(self._name_edited)
        name_label.setBuddy(self.name_edit)
        column.addWidget(label)
        column.addWidget(self.picker)
        column.addWidget(self.more_button)
        column.addSpacing(6)
        column.addWidget(name_label)
        column.addWidget(self.name_edit)

    def _build_footer(self) -> QFrame:
        footer = QFrame()
        layout = QVBoxLayout(footer)
        layout.setContentsMargins(14, 6, 12, 12)
        self.problem = QLabel()
        self.problem.setObjectName("startProblem")
        self.problem.setWordWrap(True)
        set_role(self.problem, "warning")
        self.problem.hide()
        self.start_button = QPushButton(self.tr("&Start training"))
        self.start_button.setObjectName("startButton")
        self.start_button.setAccessibleName(self.tr("Start training"))
        self.start_button.setToolTip(self.tr("Start now; while another training runs, this one waits in the queue"))
        set_role(self.start_button, "primary")
        self.start_button.setMinimumHeight(round(self.fontMetrics().height() * 2.2))
        self.start_button.clicked.connect(self.start)
        layout.addWidget(self.problem)
        layout.addWidget(self.start_button)
        return footer

    @Slot()
    def _paint_icons(self, _theme: object = None) -> None:
        theme = self._context.theme
        self.start_button.setIcon(icon("mdi6.play", theme, "accent_text"))
        self.more_button.setIcon(icon("mdi6.tune-variant", theme))

    # --- listing --------------------------------------------------------------------------------------------------

    @Slot()
    def reload(self, _nothing: object = None) -> None:
        """List corpora and presets in a thread; importing the readers takes a moment the first time."""

        def read(_progress: object, _check: object) -> tuple[list[CorpusInfo], list[Preset]]:
            from workbench.engine.data.library import list_corpora
            from workbench.engine.presets import list_presets

            return list_corpora(), list_presets()

        run_job(self, read, self._on_listed, lambda report: self._say(str(report)))

    def _on_listed(self, found: tuple[list[CorpusInfo], list[Preset]]) -> None:
        self.corpora, self.presets = found
        settings = self._context.settings
        wanted = self.corpus.name if self.corpus else settings.get("train/corpus", "")
        self.corpus_box.clear()
        for info in self.corpora:
            pairs = wording.count(train_pairs(info))
            text = self.tr("{title} · {pairs} pairs").format(title=corpus_title(info) or info.name, pairs=pairs)
            self.corpus_box.addItem(text, info.name)
        self.corpus_box.setEnabled(bool(self.corpora))
        self.start_button.setEnabled(bool(self.corpora))
        if not self.corpora:
            self.corpus_box.addItem(self.tr("No corpus yet"), "")
        self.corpus_box.setCurrentIndex(max(0, self.corpus_box.findData(wanted)))
        self._show_directions(settings.get("train/swapped", False))
        self._refresh_costs()
        self.picker.select(settings.get("train/preset", "auto"))
        self._refresh_name()
        if self._pending is not None:
            self.prefill(self._pending)
            self._pending = None
        self.loaded.emit()

    @property
    def corpus(self) -> CorpusInfo | None:
        """The chosen corpus."""
        name = self.corpus_box.currentData()
        return next((c for c in self.corpora if c.name == name), None)

    @property
    def preset(self) -> Preset | None:
        """The chosen preset."""
        name = self.picker.current()
        return next((p for p in self.presets if p.name == name), None)

    # --- choosing -------------------------------------------------------------------------------------------------

    def choose_corpus(self, name: str, source_lang: str = "") -> bool:
        """Choose a corpus, and the direction that starts from ``source_lang``.

        Returns:
            Whether there is such a corpus.
        """
        index = self.corpus_box.findData(name)
        if index < 0:
            return False
        self.corpus_box.setCurrentIndex(index)
        corpus = self.corpus
        self._show_directions(bool(corpus and source_lang and corpus.source_lang != source_lang))
        self._corpus_chosen(index, keep_direction=True)
        return True

    def prefill(self, values: Mapping[str, Any]) -> None:
        """Fill in what another pane asks for: ``corpus``, ``source_lang``, ``preset``, ``overrides``, ``config``."""
        config = values.get("config")
        if isinstance(config, RunConfig):
            self._prefill_config(config)
        if values.get("corpus") and not self.choose_corpus(str(values["corpus"]), str(values.get("source_lang", ""))):
            # Imported a moment ago: the list of corpora is still being read.
            self._pending = dict(values)
        if values.get("preset"):
            self.picker.select(str(values["preset"]))
            self._preset_chosen(values["preset"])
        if values.get("overrides"):
            self.set_overrides({**self._overrides, **values["overrides"]})

    def _prefill_config(self, config: RunConfig) -> None:
        """Repeat a run with changes: its preset where it is still there, and every setting that differs from it."""
        for name in config.data.corpora:
            if self.choose_corpus(name, config.data.source_lang):
                break
        self.picker.select(config.preset or "auto")
        self._extra = {}
        if len(config.data.corpora) != 1 or self.corpus is None or self.corpus.name != config.data.corpora[0]:
            data = config.data
            self._extra = {
                "data": {"corpora": data.corpora, "source_lang": data.source_lang, "target_lang": data.target_lang}
            }
        baseline, _ = self._baseline()
        flat = {}
        for section in ("data", "tokenizer", "model", "training", "search", "runtime"):
            for field, value in getattr(config, section).model_dump().items():
                if value != getattr(getattr(baseline, section), field, None):
                    flat[f"{section}.{field}"] = value
        for path in ("data.corpora", "data.source_lang", "data.target_lang", "runtime.device"):
            flat.pop(path, None)
        self._overrides = flat
        self._after_change()

    def _show_directions(self, swapped: bool) -> None:
        corpus = self.corpus
        self.direction_box.clear()
        if corpus is None:
            self.direction_box.setEnabled(False)
            return
        one, other = corpus.source_lang, corpus.target_lang
        for source, target in ((one, other), (other, one)):
            text = f"{language_name(source)} → {language_name(target)}"
            self.direction_box.addItem(text, (source, target))
        self.direction_box.setEnabled(True)
        self.direction_box.setCurrentIndex(int(swapped))
        self.corpus_hint.setText(corpus_description(corpus))
        self.corpus_hint.setVisible(bool(corpus.description))

    @Slot(int)
    def _corpus_chosen(self, _index: int, *, keep_direction: bool = False) -> None:
        if not keep_direction:
            self._show_directions(False)
        self._extra = {}
        self._refresh_costs()
        self._refresh_name()

    @Slot(object)
    def _preset_chosen(self, name: object) -> None:
        self._context.settings.put("train/preset", str(name))
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
        from workbench.engine.data.stats import CorpusStats
        from workbench.engine.presets import config_from, resolve_auto

        preset, corpus = self.preset, self.corpus
        config = config_from(preset.name if preset else "")
        stats = CorpusStats(pairs=train_pairs(corpus) if corpus else 10_000)
        return resolve_auto(config, stats, cpu_threads(), self._device_kind())

    def _device_kind(self) -> str:
        """ "cpu" or "cuda", as far as it can be told without torch."""
        chosen = self._context.device("train")
        if chosen in ("auto", "all"):
            return "cuda" if self._context.gpus else "cpu"
        return chosen.partition(":")[0]

    def cost(self, preset: Preset, overrides: Mapping[str, Any]) -> Cost | None:
        """What a preset would take here with some settings changed; ``None`` when they do not fit together."""
        from workbench.engine.presets import config_from, estimate

        pairs = train_pairs(self.corpus) if self.corpus else 10_000
        try:
            config = config_from(preset.name, nested(overrides))
            return estimate(config, pairs, config.runtime.threads or cpu_threads(), self._device_kind())
        except WorkbenchError:
            return None

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
                time = self.tr("about {time}").format(time=wording.duration(cost.minutes * 60))
                numbers = self.tr("{parameters} M parameters · {memory} memory").format(
                    parameters=QLocale().toString(cost.parameters / 1e6, "f", 1),
                    memory=wording.megabytes(cost.memory_mb),
                )
            texts.append(
                CardText(preset.name, schema_text(preset.title), time, numbers, schema_text(preset.description))
            )
        self.picker.set_cards(texts, chosen)
        self._check_room()

    def _check_room(self) -> None:
        preset = self.preset
        cost = self.cost(preset, self._overrides) if preset else None
        if cost is None:
            self._say("")
            return
        lacking = missing_disk_space(runs.runs_root(), cost.disk_mb)
        free_mb = psutil.virtual_memory().available / 1e6
        if lacking:
            text = self.tr("This run needs about {need} on the disk; only {free} are free.")
            self._say(text.format(need=wording.megabytes(lacking[0]), free=wording.megabytes(lacking[1])))
        elif self._device_kind() == "cpu" and cost.memory_mb > free_mb:
            text = self.tr("This run needs about {need} of memory; only {free} are free now.")
            self._say(text.format(need=wording.megabytes(cost.memory_mb), free=wording.megabytes(free_mb)))
        else:
            self._say("")

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    # --- name and start -------------------------------------------------------------------------------------------

    @Slot()
    def _refresh_name(self, _index: int = 0) -> None:
        if self._named_by_person:
            return
        corpus = self.corpus
        if corpus is None:
            self.name_edit.clear()
            return
        languages = self.direction_box.currentData() or (corpus.source_lang, corpus.target_lang)
        stem = corpus.name
        tags = "-".join(tag for tag in languages if tag)
        if tags and tags not in stem:
            swapped = "-".join(tag for tag in reversed(languages) if tag)
            stem = stem.replace(swapped, tags) if swapped in stem else f"{stem}-{tags}"
        self.name_edit.setText(self._unused(f"{stem}-{self.picker.current() or 'auto'}").name)

    def _unused(self, stem: str) -> Path:
        """A run folder that neither exists nor is promised to a queued run."""
        training = self._context.training
        promised = {r.run_dir for r in training.queue} | {training.run_dir}
        path, number = runs.new_run_path(stem), 1
        while path in promised:
            number += 1
            path = runs.new_run_path(f"{stem}-{number}")
        return path

    @Slot(str)
    def _name_edited(self, text: str) -> None:
        self._named_by_person = bool(text.strip())

    def request(self) -> RunRequest | None:
        """What Start would train.

        Raises:
            WorkbenchError: The settings do not fit together.
        """
        from workbench.engine.presets import config_from

        preset, corpus = self.preset, self.corpus
        if preset is None or corpus is None:
            return None
        source, target = self.direction_box.currentData()
        chosen = {
            "data": {"corpora": [corpus.name], "source_lang": source, "target_lang": target},
            "runtime": {"device": self._context.training_device()[0]},
        }
        config = config_from(preset.name, merge(merge(nested(self._overrides), chosen), self._extra))
        cost = self.cost(preset, self._overrides)
        run_dir = self._unused(self.name_edit.text().strip() or f"{corpus.name}-{preset.name}")
        processes = self._context.training_device()[1]
        return RunRequest(config, run_dir, estimate=cost.minutes * 60 if cost else 0.0, processes=processes)

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
        preset = self.preset
        cost = self.cost(preset, self._overrides) if preset else None
        if cost is not None and missing_disk_space(request.run_dir, cost.disk_mb):
            return  # the warning above Start says why
        settings = self._context.settings
        settings.put("train/corpus", str(self.corpus_box.currentData()))
        settings.put("train/swapped", self.direction_box.currentIndex() == 1)
        self._named_by_person = False
        self.start_requested.emit(request)
        self._refresh_name()


def train_pairs(info: CorpusInfo) -> int:
    """Pairs of a corpus that would be trained on."""
    split = info.splits.get("train")
    return int(split.get("pairs", info.pairs)) if isinstance(split, dict) else info.pairs


def language_name(tag: str) -> str:
    """A language in its own words, from its tag; the tag itself where Qt knows no name."""
    if not tag:
        return "?"
    if tag in _PLAIN_NAMES:
        return _PLAIN_NAMES[tag]
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = locale.nativeLanguageName()
    return f"{name[:1].upper()}{name[1:]}" if name else tag
