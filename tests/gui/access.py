"""Finds controls that a screen reader could not name or the keyboard could not reach."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

_KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)


def controls(root: QWidget) -> list[QWidget]:
    """Every control below ``root`` that a person may use; inner parts of compound controls are left out."""
    return [w for w in root.findChildren(QWidget) if isinstance(w, _KINDS) and not _is_part(w)]


def _is_part(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar | QHeaderView) or widget.objectName().startswith("qt_"):
        return True
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar | QLineEdit | QHeaderView):
            return True
        if isinstance(parent, QAbstractItemView) and isinstance(widget, QAbstractButton):
            return True
        if isinstance(parent, QDialogButtonBox) and isinstance(widget, QAbstractButton):
            return not widget.text()
        parent = parent.parentWidget()
    return False


def unnamed_controls(root: QWidget) -> list[str]:
    """Descriptions of controls without an accessible name or outside the tab order; empty when all is well."""
    found = []
    for widget in controls(root):
        name = f"{type(widget).__name__} {widget.objectName()!r} in {_path(widget)}"
        text = widget.text() if isinstance(widget, QAbstractButton) else ""
        if not (widget.accessibleName() or text):
            found.append(f"no accessible name: {name}")
        if not widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _reached_by_arrows(widget):
            found.append(f"not in the tab order: {name}")
    return found


def _reached_by_arrows(widget: QWidget) -> bool:
    """Of alternatives only the chosen one is a tab stop; arrow keys move between them."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return group is not None and group.exclusive()


def _path(widget: QWidget) -> str:
    parts: list[str] = []
    parent = widget.parentWidget()
    while parent is not None and len(parts) < 4:
        parts.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(parts)
