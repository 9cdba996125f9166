"""The style sheet of now and the parts of the window that wear it; parts out of sight change when they are seen again.

One style sheet for the application would be worked out anew for every control of every pane, once for each part around
it, at every change of text size or theme, and again wherever a control is put into another: a second, and more beside a
training. So each part (a pane, the sidebar, a dialog) wears it by itself.
"""

from __future__ import annotations

import inspect
import re
import weakref
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from workbench.engine.core.paths import resources

#: What shows data is plain text unless a label says otherwise itself: no markup of a file is laid out, no picture
#: loaded. The window wears this for labels that Qt makes, in boxes and tooltips; it never changes.
PLAIN_TEXT = 'QLabel[textFormat="AutoText"], QToolTip { qproperty-textFormat: PlainText; }'


def _make_labels_plain() -> None:
    """The same for labels of ours, from the first: one that is measured before it is dressed would read markup."""
    make = QLabel.__init__

    def plain(self: QLabel, *args: Any, **options: Any) -> None:
        make(self, *args, **options)
        if "textFormat" not in options:
            self.setTextFormat(Qt.TextFormat.PlainText)

    QLabel.__init__ = plain  # type: ignore[method-assign]


_make_labels_plain()


class _Follower:
    """A method that paints something in the colours of a theme."""

    def __init__(self, slot: Callable[..., object]) -> None:
        self._slot = weakref.WeakMethod(slot)
        self._takes_theme = bool(inspect.signature(slot).parameters)  # as with Qt's signals, a slot may do without
        self.late: Any = None  # a ``theme.Theme``, whose module applies what stands here

    @property
    def owner(self) -> QObject | None:
        """Whose method it is, as long as it is there."""
        slot = self._slot()
        owner = getattr(slot, "__self__", None)
        return owner if isinstance(owner, QObject) and shiboken6.isValid(owner) else None

    def part(self) -> QWidget | None:
        """The part of the window that the owner belongs to."""
        owner: QObject | None = self.owner
        while owner is not None and not (isinstance(owner, QWidget) and owner in _wardrobe.parts):
            owner = owner.parent()
        return owner

    def tell(self, theme: Any) -> None:
        """Paint now."""
        self.late = None
        slot = self._slot()
        if slot is not None:
            slot(*[theme][: self._takes_theme])


class ThemeChange:
    """Tells methods of a new theme: those of parts in sight at once, others when their part is seen again."""

    def __init__(self) -> None:
        self._followers: list[_Follower] = []

    def connect(self, slot: Callable[..., object]) -> None:
        """Call a method of an object of Qt, with the theme, from now on and as long as the object is there."""
        self._followers = [f for f in self._followers if f.owner is not None]
        self._followers.append(_Follower(slot))
        _wardrobe.followers.append(weakref.ref(self._followers[-1]))

    def emit(self, theme: Any) -> None:
        """There is another theme, or another size of text."""
        for follower in self._followers:
            part = follower.part()
            if part is None or part.isVisible():
                if follower.owner is not None:
                    follower.tell(theme)
            else:
                follower.late = theme


class _Wardrobe(QObject):
    """The sheet of now, and who wears it."""

    def __init__(self) -> None:
        super().__init__()
        self.sheet = ""
        self.parts: weakref.WeakSet[QWidget] = weakref.WeakSet()
        self.followers: list[weakref.ref[_Follower]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Dress a part before it is laid out for the first time, and when it comes into sight."""
        if event.type() in (QEvent.Type.Polish, QEvent.Type.Show) and isinstance(watched, QWidget):
            self.put_on(watched)
        return False

    def put_on(self, part: QWidget) -> None:
        """Give a part the sheet of now, unless it wears it."""
        if self.sheet and part.styleSheet() != self.sheet:
            part.setStyleSheet(self.sheet)
        self.followers = [f for f in self.followers if f() is not None]
        for follower in [f() for f in self.followers]:
            if follower is not None and follower.late is not None and follower.part() is part:
                follower.tell(follower.late)


_wardrobe = _Wardrobe()


def dress(part: QWidget) -> None:
    """Let a part of the window, or a dialog, and all that is in it follow the theme from now on."""
    if part not in _wardrobe.parts:
        _wardrobe.parts.add(part)
        part.installEventFilter(_wardrobe)
    if part.isVisible():
        _wardrobe.put_on(part)


def put_on_now(part: QWidget) -> None:
    """Dress a part that is about to be shown, so that it is laid out once."""
    _wardrobe.put_on(part)


def change(sheet: str) -> None:
    """Another style sheet: parts in sight wear it at once."""
    _wardrobe.sheet = f"{PLAIN_TEXT}\n{sheet}"
    for part in list(_wardrobe.parts):
        if shiboken6.isValid(part) and part.isVisible():
            _wardrobe.put_on(part)


def style_sheet(theme: Any, points: float) -> str:
    """``resources/themes/style.qss`` filled in at a text size in points; all that palette and Fusion do not give."""
    box = round(points * 1.45)
    dot = max(3, box // 3)
    sizes = {
        "pad": max(3, round(points * 0.42)),
        "box": box,
        "half_box": box // 2,
        "dot": dot,
        "hole": box - 2 * dot,
        "icon": max(16, round(points * 1.75)),
        "bar": round(points * 1.6),
    }
    fonts = {"title": 1.5, "heading": 1.1, "value": 1.35, "nav": 1.05}
    words = asdict(theme) | {f"{name}_font": f"{points * factor:.1f}" for name, factor in fonts.items()}
    words["disabled"] = theme.faint.name(QColor.NameFormat.HexArgb)
    words["accent_hover"] = theme.color("accent").lighter(112).name()
    words["pictures"] = (resources() / "themes").as_posix()

    def fill(match: re.Match[str]) -> str:
        name, factor, shift = match.groups()
        return words[name] if name in words else str(sizes[name] * int(factor or 1) + int(shift or 0))

    template = (resources() / "themes" / "style.qss").read_text(encoding="utf-8")
    return re.sub(r"\$\{(\w+)(?:\*(\d+))?([+-]\d+)?\}", fill, template)
