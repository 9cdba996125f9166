"""The menu of the list of corpora: what can be done to one, when, and why not."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.gui.corpora.corpus_list import CorpusList
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon
from workbench.gui.widgets.controls import described

_ICONS = {
    "rename": "pencil-outline",
    "merge": "source-merge",
    "export": "export",
    "delete": "trash-can-outline",
}
#: What changes the corpus itself.
_OF_ONES_OWN = ("rename", "delete")


class CorpusCommands(QObject):
    """Made once; the pane says which corpus is selected.

    Args:
        context: Shared state.
        corpora: The list; shortcuts and the right mouse button work in it.
        does: What each command does, by name.
        parent: The pane.

    Attributes:
        by_name: The menu's actions.
        more: The button that opens the menu.
    """

    def __init__(
        self, context: AppContext, corpora: CorpusList, does: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._list = corpora
        self.by_name: dict[str, QAction] = {}
        self._tips: dict[str, str] = {}
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)
        copy = self.tr("A new corpus of your own: a copy of this one, or together with others of the same languages")
        entries: tuple[tuple[str, str, str, str], ...] = (
            ("rename", self.tr("Re&name…"), self.tr("Runs that learnt from it still find it"), "F2"),
            ("merge", self.tr("&Copy or merge…"), copy, ""),
            ("export", self.tr("&Export…"), self.tr("Write its pairs as TMX, as a table or as two text files"), ""),
            ("delete", self.tr("Move to the &bin"), self.tr("Can be undone"), ""),
        )
        for name, text, tip, keys in entries:
            action = QAction(text, parent)
            action.setObjectName(f"corpus_{name}")
            action.triggered.connect(lambda _checked=False, name=name: does[name]())
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                corpora.addAction(action)
            if name == "delete":
                self.menu.addSeparator()
            self.menu.addAction(action)
            self.by_name[name], self._tips[name] = action, tip
        tip = self.tr("Rename, copy, merge, export and delete; also with the right mouse button on the list")
        self.more = described(QToolButton(), "corpusMore", tip, self.tr("More actions"))
        self.more.setText(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.more.setMenu(self.menu)
        corpora.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        corpora.customContextMenuRequested.connect(self._on_context_menu)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    def enable(self, info: CorpusInfo | None) -> None:
        """Offer what can be done to the selected corpus, and say why the rest cannot."""
        self.more.setEnabled(info is not None)
        builtin = info is not None and info.builtin
        for name, action in self.by_name.items():
            refused = builtin and name in _OF_ONES_OWN
            action.setEnabled(info is not None and not refused)
            reason = self.tr("It came with the program and stays as it is. A copy can be changed.")
            action.setToolTip(reason if refused else self._tips[name])

    @Slot(QPoint)
    def _on_context_menu(self, position: QPoint) -> None:
        if self._list.indexAt(position).isValid():
            self.menu.popup(self._list.viewport().mapToGlobal(position))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.more.setIcon(icon("mdi6.dots-horizontal", theme))
        for name, picture in _ICONS.items():
            self.by_name[name].setIcon(icon(f"mdi6.{picture}", theme))
