"""Finds texts that have less room than they need, controls that are cut, and such that lie over each other."""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPushButton,
    QSplitterHandle,
    QStatusBar,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from workbench.gui.widgets.elided import ElidedBox, ElidedLabel

#: Differences of rounding that nobody sees.
_SLACK = 2


def cramped(root: QWidget) -> list[str]:
    """Everything visible below ``root`` that has too little room; empty when all is well."""
    found = []
    for widget in (root, *root.findChildren(QWidget)):
        if widget is not root and not _counts(widget, root):
            continue
        found += [f"{_name(widget)}: {what}" for what in (_cut_text(widget), _outside(widget, root)) if what]
        found += _overlapping(widget)
    return found


def _counts(widget: QWidget, root: QWidget) -> bool:
    """Whether a person could see it in this window."""
    return widget.isVisibleTo(root) and not widget.isWindow() and widget.window() is root.window()


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    parent = widget.parentWidget()
    words = f"{type(widget).__name__} {widget.objectName()} {text[:40]!r}"
    return f"{words} in {type(parent).__name__} {parent.objectName()}" if parent is not None else words


# --- texts -----------------------------------------------------------------------------------------------------------


def _cut_text(widget: QWidget) -> str:
    if isinstance(widget, QLabel):
        return _cut_label(widget)
    if isinstance(widget, QComboBox):
        return _cut_box(widget)
    if isinstance(widget, QTabBar):
        return _cut_tabs(widget)
    if isinstance(widget, QHeaderView):
        return _cut_header(widget)
    if isinstance(widget, QListView) and widget.model().rowCount():
        needed, got = widget.sizeHintForRow(0), widget.viewport().height()
        return "" if got + _SLACK >= needed else f"a row needs {needed} in height, has {got}"
    if isinstance(widget, QAbstractSpinBox):
        return _short(widget.minimumSizeHint(), widget.size())
    if isinstance(widget, QPushButton) and widget.property("role") == "choice":
        return ""  # its labels are looked at one by one
    if isinstance(widget, QAbstractButton) and (widget.text() or not widget.icon().isNull()):
        return "" if _is_part(widget) else _short(widget.sizeHint(), widget.size())
    if isinstance(widget, QLineEdit) and not _is_part(widget):
        needed = widget.fontMetrics().height()
        return "" if widget.height() >= needed else f"{widget.height()} high, a line needs {needed}"
    return ""


def _is_part(widget: QWidget) -> bool:
    """Qt's own small parts of compound controls."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QTabBar | QLineEdit | QTabBar | QAbstractItemView)


def _short(needed: QSize, got: QSize) -> str:
    if needed.width() > got.width() + _SLACK or needed.height() > got.height() + _SLACK:
        return f"needs {needed.width()} x {needed.height()}, has {got.width()} x {got.height()}"
    return ""


def _cut_label(label: QLabel) -> str:
    if not label.text():
        return ""
    room = label.contentsRect()
    if isinstance(label, ElidedLabel):  # shortens its text by itself: some of it must be seen, all in the tooltip
        if label.text() != label.whole and label.whole not in label.toolTip():
            return "shortened without a tooltip"
        return _short(label.minimumSizeHint(), label.size())
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        if height > label.height() + _SLACK:
            return f"wrapped it needs {height} in height, has {label.height()}"
        if label.textFormat() != Qt.TextFormat.RichText and "<" not in label.text():
            metrics = label.fontMetrics()
            words = re.split(r"[\s\u200b-]+", label.text())
            widest = max((metrics.horizontalAdvance(word) for word in words), default=0)
            if widest > room.width() + _SLACK:
                return f"a word needs {widest} in width, has {room.width()}"
        return ""
    return _short(label.sizeHint(), label.size())


def _cut_box(box: QComboBox) -> str:
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = box.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, box)
    metrics = box.fontMetrics()
    if room.height() + _SLACK < metrics.height():
        return f"{room.height()} high, a line needs {metrics.height()}"
    if isinstance(box, ElidedBox):  # shortens its text by itself, but some of it must be seen
        least = metrics.horizontalAdvance(box.currentText()[:4])
        return "" if room.width() >= min(least, metrics.averageCharWidth() * 4) else f"only {room.width()} wide"
    needed = metrics.horizontalAdvance(box.currentText())
    return f"{box.currentText()!r} needs {needed} in width, has {room.width()}" if needed > room.width() else ""


def _cut_tabs(bar: QTabBar) -> str:
    if not bar.count():
        return ""
    if bar.elideMode() == Qt.TextElideMode.ElideNone:
        return _short(bar.sizeHint(), bar.size())
    bare = [bar.tabText(i) for i in range(bar.count()) if not bar.tabToolTip(i)]
    return f"tabs {bare} have no tooltip" if bare else _short(bar.minimumSizeHint(), bar.size())


def _cut_header(header: QHeaderView) -> str:
    if header.orientation() == Qt.Orientation.Vertical:
        return ""
    for section in range(header.count()):
        text = str(header.model().headerData(section, Qt.Orientation.Horizontal) or "")
        needed = header.sectionSizeFromContents(section).width()
        # titles of numbers end in a blank for the sort arrow, for which the style has left room already
        needed -= header.fontMetrics().horizontalAdvance(text[len(text.rstrip()) :])
        if text and not header.isSectionHidden(section) and needed > header.sectionSize(section) + _SLACK:
            return f"header {text!r} needs {needed}, has {header.sectionSize(section)}"
    needed = header.sizeHint().height()
    return f"headers need {needed} in height, have {header.height()}" if needed > header.height() + _SLACK else ""


# --- places ----------------------------------------------------------------------------------------------------------


def _outside(widget: QWidget, root: QWidget) -> str:
    """What its parent cuts off, unless one can scroll to it."""
    parent = widget.parentWidget()
    if widget is root or parent is None or _is_part(widget) or isinstance(widget, QSplitterHandle):
        return ""
    area = parent.parentWidget()
    if isinstance(area, QAbstractScrollArea) and parent is area.viewport():
        sideways = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        return "" if sideways or widget.width() <= parent.width() + _SLACK else f"wider than its {type(area).__name__}"
    if isinstance(parent, QHeaderView | QMenuBar | QAbstractItemView):
        return ""
    allowed = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
    place = widget.geometry()
    return "" if allowed.contains(place) else f"{_rect(place)} is not within {_rect(parent.rect())}"


def _overlapping(parent: QWidget) -> list[str]:
    if isinstance(parent, QAbstractScrollArea | QStatusBar | QComboBox | QAbstractSpinBox) or _is_viewport(parent):
        return []
    children = [
        child
        for child in parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if child.isVisible() and not child.isWindow() and not isinstance(child, QSplitterHandle)
    ]
    found = []
    for number, one in enumerate(children):
        for other in children[number + 1 :]:
            common = one.geometry().intersected(other.geometry())
            if common.width() > _SLACK and common.height() > _SLACK:
                found.append(f"{_name(one)} and {_name(other)} overlap: {_rect(common)}")
    return found


def _is_viewport(widget: QWidget) -> bool:
    area = widget.parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget


def _rect(rect: QRect) -> str:
    return f"{rect.x()},{rect.y()} {rect.width()}x{rect.height()}"
