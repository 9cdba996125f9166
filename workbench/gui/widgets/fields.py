"""What a person has put into the fields of a pane, to be put into the same fields of another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSpinBox,
    QTabWidget,
    QTextEdit,
    QWidget,
)


def fields(root: QWidget) -> Iterator[tuple[str, QWidget]]:
    """All named fields below a widget, outer ones first."""
    for widget in root.findChildren(QWidget):
        name, kept = widget.objectName(), _value(widget) is not None
        inner = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        if kept and name and not name.startswith("qt_") and not inner:
            yield name, widget


def values(root: QWidget) -> dict[str, Any]:
    """What stands in each field."""
    return {name: _value(widget) for name, widget in fields(root)}


def put(root: QWidget, kept: Mapping[str, Any]) -> None:
    """Put values into the fields of the same name, as a person would; what a list does not offer is left."""
    for name, widget in fields(root):
        value = kept.get(name)
        if value is not None and value != _value(widget):
            _set(widget, value)


def _value(widget: QWidget) -> Any:
    """What a person has put in; ``None`` for what is no field."""
    if isinstance(widget, QLineEdit):
        return None if widget.isReadOnly() else widget.text()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return None if widget.isReadOnly() else widget.toPlainText()
    if isinstance(widget, QSpinBox | QDoubleSpinBox):
        return widget.value()
    if isinstance(widget, QCheckBox | QRadioButton):
        return widget.isChecked()
    if isinstance(widget, QComboBox):
        # what it is worth, not how it is written in one of the languages
        return widget.currentText() if widget.isEditable() else widget.currentData()
    return widget.currentIndex() if isinstance(widget, QTabWidget) else None


def _set(widget: QWidget, value: Any) -> None:
    if isinstance(widget, QLineEdit):
        widget.setText(value)
    elif isinstance(widget, QPlainTextEdit | QTextEdit):
        widget.setPlainText(value)
    elif isinstance(widget, QSpinBox | QDoubleSpinBox):
        widget.setValue(value)
    elif isinstance(widget, QCheckBox | QRadioButton):
        widget.setChecked(value)
    elif isinstance(widget, QComboBox):
        if widget.isEditable():
            widget.setEditText(value)
        elif widget.findData(value) >= 0:
            widget.setCurrentIndex(widget.findData(value))
    elif isinstance(widget, QTabWidget):
        widget.setCurrentIndex(value)
