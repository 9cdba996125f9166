"""One control for one setting, made from its type and bounds in the schema."""

from __future__ import annotations

import typing
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import annotated_types
from PySide6.QtCore import QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QToolButton,
    QWidget,
)

from workbench.engine.core.schema import is_path
from workbench.gui.layouts import arrange
from workbench.gui.widgets.cleaning.rule_table import RuleTable
from workbench.gui.widgets.controls import described

_LARGEST = 2_000_000_000


class FloatBox(QDoubleSpinBox):
    """A number box that shows 0.002 as 0.002 and takes 2e-3 as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setDecimals(10)
        self.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)

    def textFromValue(self, value: float) -> str:
        """As short as possible."""
        return f"{value:.8g}"

    def valueFromText(self, text: str) -> float:
        """Also exponents."""
        try:
            return float(text.replace(",", "."))
        except ValueError:
            return self.value()

    def validate(self, text: str, position: int) -> Any:
        """Anything that may become a number within the bounds."""
        try:
            value = float(text.replace(",", "."))
        except ValueError:
            unfinished = not text.strip("+-.,eE0123456789")
            state = QValidator.State.Intermediate if unfinished else QValidator.State.Invalid
            return state, text, position
        inside = self.minimum() <= value <= self.maximum()
        return (QValidator.State.Acceptable if inside else QValidator.State.Intermediate), text, position


class WheelGuard(QObject):
    """Scrolling a form must not change the control that happens to pass under the mouse."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel through only to the control that has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def bounds(info: Any) -> tuple[float | None, float | None, bool, bool]:
    """Lowest and highest value of a field and whether each is itself excluded."""
    low = high = None
    open_low = open_high = False
    for item in info.metadata:
        if isinstance(item, annotated_types.Ge):
            low = float(item.ge)  # type: ignore[arg-type]
        elif isinstance(item, annotated_types.Gt):
            low, open_low = float(item.gt), True  # type: ignore[arg-type]
        elif isinstance(item, annotated_types.Le):
            high = float(item.le)  # type: ignore[arg-type]
        elif isinstance(item, annotated_types.Lt):
            high, open_high = float(item.lt), True  # type: ignore[arg-type]
    return low, high, open_low, open_high


class Editor(QObject):
    """Reads, writes and watches one control, whatever its kind.

    Args:
        path: Of the setting.
        info: Of its field.
        changed: Told the path.
        guard: Keeps the wheel away.
        rules: The control itself, for cleaning rules.

    Attributes:
        widget: What goes into the form.
        focus: The control inside it that takes the keyboard.
    """

    def __init__(
        self,
        path: str,
        info: Any,
        changed: Callable[[str], object],
        guard: WheelGuard,
        rules: RuleTable | None = None,
    ) -> None:
        super().__init__()
        self.path = path
        self._changed = changed
        self._get: Callable[[], Any]
        self._set: Callable[[Any], Any]
        kind = info.annotation
        if rules is not None:
            self.focus: QWidget = self._rules(rules)
        elif typing.get_origin(kind) is Literal:
            self.focus = self._choice(list(typing.get_args(kind)))
        elif kind is bool:
            self.focus = self._check()
        elif kind is int:
            self.focus = self._integer(*bounds(info)[:2])
        elif kind is float:
            self.focus = self._float(*bounds(info))
        else:
            self.focus = self._text(typing.get_origin(kind) is list)
        self.focus.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.focus.setObjectName(path)
        self.focus.installEventFilter(guard)
        self.widget = self._with_browse() if kind is str and is_path(info) else self.focus

    def value(self) -> Any:
        """What the control says."""
        return self._get()

    def set_value(self, value: Any) -> None:
        """Show a value without calling ``changed``."""
        self.focus.blockSignals(True)
        self._set(value)
        self.focus.blockSignals(False)

    def _tell(self, *_ignored: object) -> None:
        self._changed(self.path)

    def _choice(self, options: list[Any]) -> QWidget:
        box = QComboBox()
        box.addItems([str(o) for o in options])
        box.currentIndexChanged.connect(self._tell)
        self._get = lambda: options[box.currentIndex()]
        self._set = lambda value: box.setCurrentIndex(options.index(value) if value in options else 0)
        return box

    def _rules(self, table: RuleTable) -> QWidget:
        table.rules.toggled.connect(self._tell)
        self._get, self._set = table.text, table.set_text
        return table

    def _check(self) -> QWidget:
        box = QCheckBox()
        box.toggled.connect(self._tell)
        self._get, self._set = box.isChecked, lambda value: box.setChecked(bool(value))
        return box

    def _integer(self, low: float | None, high: float | None) -> QWidget:
        box = QSpinBox()
        most = _LARGEST if high is None else min(int(high), _LARGEST)
        box.setRange(int(low) if low is not None else -_LARGEST, most)
        box.setStepType(QAbstractSpinBox.StepType.AdaptiveDecimalStepType)
        box.setGroupSeparatorShown(True)
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._tell)
        self._get, self._set = box.value, lambda value: box.setValue(int(value))
        return box

    def _float(self, low: float | None, high: float | None, open_low: bool, open_high: bool) -> QWidget:
        box = FloatBox()
        least, most = (low if low is not None else -1e12), (high if high is not None else 1e12)
        box.setRange(least + (1e-9 if open_low else 0), most - (1e-6 if open_high else 0))
        box.setKeyboardTracking(False)
        box.valueChanged.connect(self._tell)
        self._get = lambda: float(f"{box.value():.10g}")
        self._set = lambda value: box.setValue(float(value))
        return box

    def _text(self, many: bool) -> QWidget:
        line = QLineEdit()
        line.setClearButtonEnabled(True)
        line.editingFinished.connect(self._tell)
        line.textEdited.connect(self._tell)
        if many:
            self._get = lambda: [part.strip() for part in line.text().split(",") if part.strip()]
            self._set = lambda value: line.setText(", ".join(value))
        else:
            self._get, self._set = line.text, lambda value: line.setText(str(value))
        return line

    def _with_browse(self) -> QWidget:
        holder, tip = QWidget(), self.tr("Choose a file")
        button = described(QToolButton(), f"{self.path}.browse", tip, tip)
        button.setText("…")
        button.clicked.connect(self._browse)
        arrange(QHBoxLayout(holder), (self.focus, 1), button)
        return holder

    def _browse(self) -> None:
        start = str(Path(str(self.value())).parent) if self.value() else ""
        name, _ = QFileDialog.getOpenFileName(self.focus, self.focus.accessibleName(), start)
        if name:
            self.set_value(name)
            self._tell()
