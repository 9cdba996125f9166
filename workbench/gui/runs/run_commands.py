"""The buttons and the menu of the runs pane: what they say, when they can be used, and what they look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from workbench.engine.runs.summary import RunSummary
from workbench.gui.runs.run_table import RunTable
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon
from workbench.gui.widgets.controls import described, push_button

_ICONS = {
    "open": "translate",
    "watch": "chart-line",
    "resume": "play",
    "resumeMore": "timer-plus-outline",
    "rename": "pencil-outline",
    "folder": "folder-open-outline",
    "export": "export",
    "exportState": "export",
    "delete": "trash-can-outline",
}


class RunCommands(QObject):
    """Made once; the pane says what is selected.

    Args:
        context: Shared state.
        table: The table of runs; shortcuts work in it.
        does: What each command does, by name: those of the menu, and ``test``, ``repeat`` and ``import``.
        parent: The pane.

    Attributes:
        by_name: The menu's actions.
    """

    def __init__(
        self, context: AppContext, table: RunTable, does: Mapping[str, Callable[[], object]], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._table, self._does = table, does
        self.by_name: dict[str, QAction] = {}
        self._make_buttons()
        self._make_menu(parent)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    def _button(self, name: str, text: str, tip: str, command: str, role: str = "") -> QPushButton:
        return push_button(name, text, tip, lambda: self._does[command](), role=role)

    def _make_buttons(self) -> None:
        tip = self.tr("Translate with it (Enter)")
        self.open_button = self._button("runOpen", self.tr("&Open in Translate"), tip, "open", "primary")
        tip = self.tr("Score it on sentences it has never seen")
        self.test_button = self._button("runTest", self.tr("T&est…"), tip, "test")
        tip = self.tr("Draw the curves of the selected runs into one chart; select several with Ctrl or Shift")
        self.compare_button = self._button("runCompare", self.tr("Com&pare"), tip, "compare")
        tip = self.tr("Fill the train pane with this run's settings, change some, and train again")
        self.repeat_button = self._button("runRepeat", self.tr("Repeat with &changes…"), tip, "repeat")
        tip = self.tr("Take in a run that was exported as one file, from another computer for instance")
        self.import_button = self._button("runImport", self.tr("&Import…"), tip, "import")
        tip = self.tr("Rename, export, delete and others; also with the right mouse button")
        self.more = described(QToolButton(), "runMore", tip, self.tr("More actions"))
        self.more.setText(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _make_menu(self, parent: QWidget) -> None:
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)
        larger = self.tr("Larger: holds the optimizer's state too")
        entries: tuple[tuple[str, str, str, str], ...] = (
            ("open", self.tr("&Open in Translate"), self.tr("Translate with it"), ""),
            ("watch", self.tr("&Watch in Train"), self.tr("Show its curves and samples"), ""),
            ("resume", self.tr("&Go on training"), self.tr("From where it ended; a finished one as long again"), ""),
            ("resumeMore", self.tr("&10 more minutes"), self.tr("Train this run on for ten minutes"), ""),
            ("rename", self.tr("Re&name"), self.tr("Give it a title of your own"), "F2"),
            ("folder", self.tr("Open its &folder"), self.tr("Show the files of the run"), ""),
            ("export", self.tr("&Export…"), self.tr("One file to give away: the model and its history"), ""),
            ("exportState", self.tr("Export to go on &training…"), larger, ""),
            ("delete", self.tr("Move to the &bin"), self.tr("Can be undone"), "Del"),
        )
        for name, text, tip, keys in entries:
            action = QAction(text, parent)
            action.setObjectName(f"run_{name}")
            action.setToolTip(tip)
            action.triggered.connect(lambda _checked=False, name=name: self._does[name]())
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                self._table.addAction(action)
            if name in ("rename", "export", "delete"):
                self.menu.addSeparator()
            self.menu.addAction(action)
            self.by_name[name] = action
        self.more.setMenu(self.menu)

    def enable(self, chosen: list[RunSummary], run: RunSummary | None, testing: bool) -> None:
        """Offer what can be done to the selected runs.

        Args:
            chosen: All selected.
            run: The current one.
            testing: Whether a test is running.
        """
        one = run if len(chosen) == 1 else None
        readable = one is not None and one.status != "unreadable"
        trained = one is not None and readable and one.checkpoints > 0
        resumable = one is not None and trained and one.resumable
        self.open_button.setEnabled(trained)
        self.test_button.setEnabled(trained and not testing)
        self.repeat_button.setEnabled(readable)
        self.compare_button.setEnabled(len(chosen) > 1)
        self.more.setEnabled(bool(chosen))
        for name, enabled in {
            "open": trained,
            "watch": readable,
            "resume": one is not None and one.can_go_on,
            "resumeMore": one is not None and one.can_go_on,
            "rename": readable,
            "folder": one is not None,
            "export": readable,
            "exportState": resumable,
            "delete": bool(chosen),
        }.items():
            self.by_name[name].setEnabled(enabled)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.import_button.setIcon(icon("mdi6.import", theme))
        self.open_button.setIcon(icon("mdi6.translate", theme, "accent_text"))
        self.test_button.setIcon(icon("mdi6.clipboard-check-outline", theme))
        self.compare_button.setIcon(icon("mdi6.chart-multiple", theme))
        self.repeat_button.setIcon(icon("mdi6.repeat-variant", theme))
        self.more.setIcon(icon("mdi6.dots-horizontal", theme))
        for name, picture in _ICONS.items():
            self.by_name[name].setIcon(icon(f"mdi6.{picture}", theme))
