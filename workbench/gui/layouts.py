"""Rows and columns of controls."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

_L = TypeVar("_L", bound=QBoxLayout)
_What = QWidget | QLayout | None


def arrange(
    layout: _L,
    *items: _What | tuple[_What, int],
    margins: tuple[int, int, int, int] | None = (0, 0, 0, 0),
    spacing: int = -1,
) -> _L:
    """Put widgets and layouts into a row or column, and return it.

    Args:
        layout: The row or column.
        items: What it holds, each alone or with its stretch; ``None`` is a gap that takes the room left.
        margins: Left, top, right and bottom; ``None`` for the usual ones.
        spacing: Pixels between the items; -1 for the usual ones.
    """
    if margins is not None:
        layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
    for item in items:
        what, stretch = item if isinstance(item, tuple) else (item, 0)
        if what is None:
            layout.addStretch(stretch or 1)
        elif isinstance(what, QLayout):
            layout.addLayout(what, stretch)
        else:
            layout.addWidget(what, stretch)
    return layout
