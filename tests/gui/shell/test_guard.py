"""What Qt calls back may raise: the program is told, and goes on."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from collections.abc import Iterator
from types import FunctionType
from typing import Any

import pytest
from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QApplication, QStyledItemDelegate, QTableView, QVBoxLayout, QWidget

import workbench.gui
from workbench.gui import guard
from workbench.gui.shell.crash import CrashHandler
from workbench.gui.shell.main_window import MainWindow

#: What raises in the test of that name.
_broken = ""


def _break(name: str) -> None:
    if name == _broken:
        raise OverflowError(f"{name} is broken")


class _Model(QAbstractTableModel):
    def rowCount(self, parent: Any = QModelIndex()) -> int:
        _break("rowCount")
        return 3

    def columnCount(self, parent: Any = QModelIndex()) -> int:
        _break("columnCount")
        return 2

    def data(self, index: Any, role: int = 0) -> Any:
        _break("data")
        return index.row() if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(self, section: int, orientation: Any, role: int = 0) -> Any:
        _break("headerData")
        return None

    def flags(self, index: Any) -> Any:
        _break("flags")
        return super().flags(index)


class _Proxy(QSortFilterProxyModel):
    def lessThan(self, left: Any, right: Any) -> bool:
        _break("lessThan")
        return left.data() < right.data()

    def filterAcceptsRow(self, row: int, parent: Any) -> bool:
        _break("filterAcceptsRow")
        return True


class _Delegate(QStyledItemDelegate):
    def paint(self, painter: Any, option: Any, index: Any) -> None:
        _break("paint")
        super().paint(painter, option, index)

    def sizeHint(self, option: Any, index: Any) -> Any:
        _break("sizeHint")
        return super().sizeHint(option, index)


class _View(QTableView):
    def paintEvent(self, event: Any) -> None:
        _break("paintEvent")
        super().paintEvent(event)

    def resizeEvent(self, event: Any) -> None:
        _break("resizeEvent")
        super().resizeEvent(event)

    def minimumSizeHint(self) -> Any:
        _break("minimumSizeHint")
        return super().minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        _break("event")
        return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        _break("viewportEvent")
        return super().viewportEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        _break("eventFilter")
        return False

    def keyPressEvent(self, event: Any) -> None:
        _break("keyPressEvent")
        super().keyPressEvent(event)


@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize(
    "name",
    [
        *(
            "rowCount",
            "columnCount",
            "data",
            "headerData",
            "flags",
            "lessThan",
            "filterAcceptsRow",
            "paint",
            "sizeHint",
        ),
        *("paintEvent", "resizeEvent", "minimumSizeHint", "event", "viewportEvent", "eventFilter", "keyPressEvent"),
    ],
)
def test_an_override_that_raises_ends_in_the_dialog_and_not_in_a_crash(
    qtbot: Any, window: MainWindow, monkeypatch: pytest.MonkeyPatch, capsys: Any, name: str
) -> None:
    handler = CrashHandler(window)
    monkeypatch.setattr(sys, "excepthook", handler._excepthook)
    monkeypatch.setattr(sys.modules[__name__], "_broken", name)
    monkeypatch.setattr(guard, "_told", set())
    page = QWidget()
    qtbot.addWidget(page)
    view = _View(page)
    view.setItemDelegate(_Delegate(view))
    proxy = _Proxy(view)
    proxy.setSourceModel(_Model(view))
    view.setModel(proxy)
    view.setSortingEnabled(True)
    page.installEventFilter(view)
    QVBoxLayout(page).addWidget(view)
    page.show()
    view.resizeRowsToContents()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    page.grab()
    qtbot.waitUntil(lambda: handler.dialog is not None, timeout=5000)
    monkeypatch.setattr(sys.modules[__name__], "_broken", "")
    assert handler.dialog is not None
    told = handler.dialog.text.toPlainText()
    assert told.count(f"OverflowError: {name} is broken") == 1, "a table that asks again and again tells it once"
    handler.dialog.close()
    window.show_pane("runs")  # and the window goes on
    assert window.sidebar.buttons["runs"].isChecked()
    page.removeEventFilter(view)


def _subclasses(cls: type) -> Iterator[type]:
    for below in cls.__subclasses__():
        yield below
        yield from _subclasses(below)


def test_every_override_in_the_window_is_guarded(qapp: QApplication) -> None:
    for module in pkgutil.walk_packages(workbench.gui.__path__, "workbench.gui."):
        importlib.import_module(module.name)
    ours = {c for c in _subclasses(QObject) if c.__module__.startswith("workbench.")}
    methods = [(c, n, m) for c in ours for n, m in vars(c).items() if isinstance(m, FunctionType)]
    overriding = [(c, n, m) for c, n, m in methods if n != "__init__" and guard.overrides(c, n)]
    assert len(overriding) > 80
    assert not {f"{c.__name__}.{n}" for c, n, m in overriding if not hasattr(m, "__wrapped__")}
