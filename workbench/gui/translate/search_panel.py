"""How translations are searched: the settings one plays with, each with what it does, from the engine's schema."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QWidget,
)

from workbench.engine.core.config import SearchConfig
from workbench.gui.state.context import AppContext
from workbench.gui.theme import name_button, name_control, named

_FIELDS = (
    "beam",
    "nbest",
    "length_penalty",
    "coverage_penalty",
    "no_repeat_ngram",
    "alternatives",
    "sampling",
    "temperature",
    "top_k",
    "top_p",
    "seed",
)
_SAMPLING = ("temperature", "top_k", "top_p", "seed")
_STEPS = {"length_penalty": 0.1, "coverage_penalty": 0.1, "temperature": 0.1, "top_p": 0.05}
#: Larger values are for the command line; here they would make typing slow.
_HIGHEST = {"beam": 32, "nbest": 32, "top_k": 10_000, "seed": 2**31 - 1}
_KEY = "translate/search"


class SearchPanel(QWidget):
    """A small form over ``SearchConfig``.

    Signals:
        changed: ``SearchConfig`` after a change.
        by_sentence_changed: Whether lines are cut into sentences, ``bool``.
    """

    changed = Signal(object)
    by_sentence_changed = Signal(bool)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editors: dict[str, QSpinBox | QDoubleSpinBox | QCheckBox] = {}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setVerticalSpacing(4)
        layout.setHorizontalSpacing(8)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for name in _FIELDS:
            self._add(layout, name)
        self.by_sentence = named(QCheckBox(), "bySentence")
        self.by_sentence.setChecked(context.settings.get("translate/by_sentence", True))
        self.by_sentence.toggled.connect(self._on_by_sentence)
        tip = self.tr("Translate sentence by sentence, as most models were trained; off translates each line as one.")
        name_button(self.by_sentence, self.tr("Cut lines into sentences"), tip)
        layout.addRow(self.by_sentence)
        self.reset_button = named(QPushButton(), "resetSearch", "quiet")
        self.reset_button.clicked.connect(self.reset)
        tip = self.tr("Beam 5 and the penalties the workbench starts with")
        name_button(self.reset_button, self.tr("Back to the defaults"), tip, self.tr("Reset the search settings"))
        layout.addRow(self.reset_button)
        self.set_config(self._remembered())

    def _add(self, layout: QFormLayout, name: str) -> None:
        info = SearchConfig.model_fields[name]
        limits = {k: getattr(m, k) for m in info.metadata for k in ("ge", "gt", "le", "lt") if hasattr(m, k)}
        low, high = limits.get("ge", limits.get("gt", 0)), min(limits.get("le", 10**6), _HIGHEST.get(name, 10**6))
        title = QCoreApplication.translate("Schema", info.title or name)
        tip = QCoreApplication.translate("Schema", info.description or "")
        editor: QSpinBox | QDoubleSpinBox | QCheckBox
        if isinstance(info.default, bool):
            editor = QCheckBox(title)
            editor.toggled.connect(self._on_changed)
            layout.addRow(editor)
        elif isinstance(info.default, int):
            editor = QSpinBox()
            editor.setRange(int(low), int(high))
            editor.valueChanged.connect(self._on_changed)
        else:
            editor = QDoubleSpinBox()
            editor.setDecimals(2)
            editor.setSingleStep(_STEPS.get(name, 0.1))
            editor.setRange(low if "ge" in limits else low + 0.05, float(high))
            editor.valueChanged.connect(self._on_changed)
        name_control(named(editor, f"search_{name}"), title, tip)
        editor.setAccessibleDescription(tip)
        self._editors[name] = editor
        if not isinstance(editor, QCheckBox):
            editor.setKeyboardTracking(False)
            # Fields that hold few figures are as wide as those that hold many.
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            label = QLabel(title)
            label.setBuddy(editor)
            label.setToolTip(tip)
            layout.addRow(label, editor)

    def _remembered(self) -> SearchConfig:
        values = self._context.settings.get_json(_KEY, {})
        config = SearchConfig(nbest=5)
        if isinstance(values, dict):
            for name in _FIELDS:
                if name in values:
                    try:
                        setattr(config, name, values[name])
                    except ValueError:  # written by another version
                        continue
        return config

    @property
    def config(self) -> SearchConfig:
        """What is set."""
        values: dict[str, Any] = {}
        for name, editor in self._editors.items():
            values[name] = editor.isChecked() if isinstance(editor, QCheckBox) else editor.value()
        return SearchConfig(**values)

    def set_config(self, config: SearchConfig) -> None:
        """Show settings; tells nobody."""
        for name, editor in self._editors.items():
            with QSignalBlocker(editor):
                value = getattr(config, name)
                if isinstance(editor, QCheckBox):
                    editor.setChecked(value)
                else:
                    editor.setValue(value)
        self._enable()

    def _enable(self) -> None:
        sampling = self._editors["sampling"]
        assert isinstance(sampling, QCheckBox)
        for name in _SAMPLING:
            self._editors[name].setEnabled(sampling.isChecked())
        self._editors["beam"].setEnabled(not sampling.isChecked())

    @Slot()
    def reset(self) -> None:
        """Back to the defaults."""
        self.set_config(SearchConfig(nbest=5))
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self._enable()
        config = self.config
        self._context.settings.put_json(_KEY, config.model_dump(include=set(_FIELDS)))
        self.changed.emit(config)

    @Slot(bool)
    def _on_by_sentence(self, on: bool) -> None:
        self._context.settings.put("translate/by_sentence", on)
        self.by_sentence_changed.emit(on)
