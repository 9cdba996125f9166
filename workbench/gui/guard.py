"""An exception in what Qt calls back never ends the program: it is told once, and Qt gets an answer it can use.

Qt for Python keeps an exception of an overridden method until Qt returns to Python, and goes on without its result:
what follows reads nothing, or a result with an exception beside it, and the process dies. So the methods that Qt calls
by itself are wrapped as soon as a class is made, ours and those of libraries.
"""

from __future__ import annotations

import contextlib
import functools
import re
import sys
import traceback
from collections.abc import Callable
from types import FunctionType
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QObject, Qt

#: What Qt calls to draw, to hand over an event or to be told something; nothing stands in for its result.
_TOLD = re.compile(
    r"[a-z]\w*Event|paint\w*|draw[A-Z]\w*|highlightBlock|run|fetchMore|sort|fixup|stepBy|scrollTo|(show|hide)Popup"
    r"|(selection|current|data)Changed|set(Editor|Model)Data|initStyleOption|addItem|invalidate|setGeometry"
)
#: What Qt asks for: the answer when neither the method nor the one it overrides has any.
_ASKED: dict[str, Any] = {
    "flags": Qt.ItemFlag.NoItemFlags,
    "filterAcceptsRow": True,
    **dict.fromkeys(
        ("event", "eventFilter", "viewportEvent", "editorEvent", "helpEvent", "lessThan", "setData"), False
    ),
    **dict.fromkeys(("dropMimeData", "canDropMimeData", "canInsertFromMimeData", "canFetchMore"), False),
    **dict.fromkeys(("rowCount", "columnCount"), 0),
    **dict.fromkeys(("data", "headerData", "sizeHint", "minimumSizeHint", "heightForWidth", "boundingRect", "shape")),
    **dict.fromkeys(("itemChange", "createEditor", "validate", "mimeData", "displayText", "moveCursor", "stepEnabled")),
    **dict.fromkeys(("textFromValue", "valueFromText", "loadResource")),
    # of layouts
    **dict.fromkeys(("itemAt", "takeAt", "minimumSize", "maximumSize")),
    **{"count": 0, "hasHeightForWidth": False, "expandingDirections": Qt.Orientation(0)},
}
#: Answers that are not asked from the method overridden: it might call what failed again.
_PLAIN = ("event", "eventFilter", "viewportEvent", "editorEvent", "helpEvent")
_told: set[tuple[object, type[BaseException], int]] = set()


def install() -> None:
    """Guard all classes that derive from ``QObject`` from now on."""
    QObject.__init_subclass__ = classmethod(_on_new_class)  # type: ignore[assignment]


def _on_new_class(cls: type, **options: Any) -> None:
    super(QObject, cls).__init_subclass__(**options)  # type: ignore[misc]
    for name, method in list(vars(cls).items()):
        if isinstance(method, FunctionType) and (name in _ASKED or _TOLD.fullmatch(name)) and overrides(cls, name):
            setattr(cls, name, _guarded(cls, name, method))


def overrides(cls: type, name: str) -> bool:
    """Whether a method stands in for one of Qt's; ``setData`` of what is no model belongs to who calls it."""
    if name == "setData" and not issubclass(cls, QAbstractItemModel):
        return False
    return any(name in vars(base) for base in cls.__mro__[1:] if base.__module__.startswith("PySide6."))


def _guarded(cls: type, name: str, method: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(method)
    def call(self: QObject, *args: Any, **options: Any) -> Any:
        try:
            return method(self, *args, **options)
        except Exception as error:
            _tell(method, error)
        if name in _ASKED and name not in _PLAIN:
            with contextlib.suppress(Exception):
                return getattr(super(cls, self), name)(*args, **options)
        return _ASKED.get(name)

    return call


def forget_told() -> None:
    """Tell again what was told before: the person has closed the report, or a new window is looked at."""
    _told.clear()


def _tell(method: object, error: Exception) -> None:
    """Report a failure to whoever receives uncaught exceptions, once for each place: a table asks again and again."""
    trace = error.__traceback__
    line = traceback.extract_tb(trace)[-1].lineno or 0
    if (method, type(error), line) not in _told:
        _told.add((method, type(error), line))
        sys.excepthook(type(error), error, trace)
    # A painter among the variables of the method that failed would go on painting.
    traceback.clear_frames(trace)
