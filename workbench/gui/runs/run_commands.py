"""The buttons and the menu of the runs pane: what they say, when they can be used, and what they look like."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QPushButton, QToolButton, QWidget

from workbench.engine.runs.summary import RunSummary
from workbench.gui.runs.run_table import RunTable
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, set_role

_ICONS = {
    "open": "translate",
    "watch": "chart-line",
    "resume": "play",
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

    def _button(self, name: str, text: str, tip: str, command: str) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setAccessibleName(text.replace("&", "").replace("…", ""))
        button.setToolTip(tip)
        button.clicked.connect(lambda _checked=False: self._does[command]())
        return button

    def _make_buttons(self) -> None:
        tip = self.tr("Translate with it (Enter)")
        self.open_button = self._button("runOpen", self.tr("&Open in Translate"), tip, "open")
        set_role(self.open_button, "primary")
        tip = self.tr("Score it on sentences it has never seen")
        self.test_button = self._button("runTest", self.tr("T&est…"), tip, "test")
        tip = self.tr("Fill the train pane with this run's settings, change some, and train again")
        self.repeat_button = self._button("runRepeat", self.tr("Repeat with &changes…"), tip, "repeat")
        tip = self.tr("Take in a run that was exported as one file, from another computer for instance")
        self.import_button = self._button("runImport", self.tr("&Import…"), tip, "import")
        self.more = QToolButton()
        self.more.setObjectName("runMore")
        self.more.setText(self.tr("More"))
        self.more.setAccessibleName(self.tr("More actions"))
        self.more.setToolTip(self.tr("Rename, export, delete and others; also with the right mouse button"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _make_menu(self, parent: QWidget) -> None:
        self.menu = QMenu(parent)
        self.menu.setToolTipsVisible(True)
        entries: tuple[tuple[str, str, str, str], ...] = (
            ("open", self.tr("&Open in Translate"), self.tr("Translate with it"), ""),
            ("watch", self.tr("&Watch in Train"), self.tr("Show its curves and samples"), ""),
            ("resume", self.tr("&Go on training"), self.tr("Continue where it was left"), ""),
            ("rename", self.tr("Re&name"), self.tr("Give it a title of your own"), "F2"),
            ("folder", self.tr("Open its &folder"), self.tr("Show the files of the run"), ""),
            ("export", self.tr("&Export…"), self.tr("One file to give away: the model and its history"), ""),
            (
                "exportState",
                self.tr("Export to go on &training…"),
                self.tr("Larger: holds the optimizer's state too"),
                "",
            ),
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
        one = run is not None and len(chosen) == 1
        readable = one and run is not None and run.status != "unreadable"
        trained = readable and run is not None and run.checkpoints > 0
        self.open_button.setEnabled(trained)
        self.test_button.setEnabled(trained and not testing)
        self.repeat_button.setEnabled(readable)
        self.more.setEnabled(bool(chosen))
        can_resume = trained and run is not None and run.resumable and run.status in ("stopped", "interrupted")
        for name, enabled in {
            "open": trained,
            "watch": readable,
            "resume": can_resume,
            "rename": readable,
            "folder": one,
            "export": readable,
            "exportState": trained and run is not None and run.resumable,
            "delete": bool(chosen),
        }.items():
            self.by_name[name].setEnabled(enabled)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.import_button.setIcon(icon("mdi6.import", theme))
        self.open_button.setIcon(icon("mdi6.translate", theme, "accent_text"))
        self.test_button.setIcon(icon("mdi6.clipboard-check-outline", theme))
        self.repeat_button.setIcon(icon("mdi6.repeat-variant", theme))
        self.more.setIcon(icon("mdi6.dots-horizontal", theme))
        for name, picture in _ICONS.items():
            self.by_name[name].setIcon(icon(f"mdi6.{picture}", theme))
