"""Menus and shortcuts of the main window."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from workbench.gui.state.context import AppContext
from workbench.gui.state.training_service import TrainingService
from workbench.gui.styling import dress
from workbench.gui.words.i18n import LANGUAGES


class _Commands(Protocol):
    """What the menus ask the main window to do; it says what each does."""

    def import_corpus(self) -> None: ...
    def open_run_folder(self) -> None: ...
    def show_runs_folder(self) -> None: ...
    def start_training(self) -> None: ...
    def show_pane(self, name: str) -> None: ...
    def set_theme(self, setting: str) -> None: ...
    def set_language(self, setting: str) -> None: ...
    def toggle_full_screen(self) -> None: ...
    def show_guide(self) -> None: ...
    def show_tour(self) -> None: ...
    def show_shortcuts(self) -> None: ...
    def show_about(self) -> None: ...


class Actions(QObject):
    """All menu actions by name; the window fills in what they do.

    Attributes:
        by_name: Every action, for tests and for enabling and disabling.
    """

    def __init__(self, window: QMainWindow, commands: _Commands, context: AppContext) -> None:
        super().__init__(window)
        self._window, self._commands, self._context = window, commands, context
        self.by_name: dict[str, QAction] = {}
        self._build()

    @classmethod
    def replace(cls, old: Actions | None, window: QMainWindow, commands: _Commands, context: AppContext) -> Actions:
        """The menus in the language of now, in place of older ones."""
        if old is not None:
            for menu in old._menus:
                menu.deleteLater()
            old.deleteLater()
        return cls(window, commands, context)

    def _add(
        self,
        menu: QMenu,
        name: str,
        text: str,
        tip: str,
        slot: Callable[[], object],
        keys: str | QKeySequence.StandardKey | None = None,
    ) -> QAction:
        action = QAction(text, self)
        action.setObjectName(name)
        action.setStatusTip(tip)
        action.setToolTip(tip)
        if isinstance(keys, str):
            action.setShortcuts([QKeySequence(k.strip()) for k in keys.split(" | ")])
        elif keys is not None:
            action.setShortcuts(QKeySequence.keyBindings(keys))
        action.triggered.connect(lambda _checked=False: slot())
        menu.addAction(action)
        self.by_name[name] = action
        return action

    def _build(self) -> None:
        # A bar that is cleared keeps hold of the menus that it had, however often they are made anew.
        bar = QMenuBar(self._window)
        self._window.setMenuBar(bar)
        dress(bar)
        titles = self.tr("&File"), self.tr("&Training"), self.tr("&View"), self.tr("&Help")
        self._menus = [bar.addMenu(title) for title in titles]
        for menu, fill in zip(self._menus, (self._file, self._training, self._view, self._help), strict=True):
            fill(menu)

    def _file(self, menu: QMenu) -> None:
        w = self._commands
        tip = self.tr("Choose files with sentence pairs: TMX, tables, two text files and others")
        self._add(menu, "importCorpus", self.tr("&Import a corpus…"), tip, w.import_corpus, "Ctrl+O")
        tip = self.tr("Open a run folder, also one copied from another computer or still being written")
        self._add(menu, "openRun", self.tr("Open a &run folder…"), tip, w.open_run_folder, "Ctrl+Shift+O")
        menu.addSeparator()
        tip = self.tr("Open the folder where runs are kept")
        self._add(menu, "showRuns", self.tr("Show the runs' f&older"), tip, w.show_runs_folder)
        menu.addSeparator()
        tip = self.tr("Close the program; a running training is asked about first")
        quit_action = self._add(menu, "quit", self.tr("&Quit"), tip, self._window.close, "Ctrl+Q")
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)

    def _training(self, menu: QMenu) -> None:
        service = self._context.training
        tip = self.tr("Start training with what is chosen in the train pane, or queue it")
        self._add(menu, "start", self.tr("&Start"), tip, self._commands.start_training, "Ctrl+R")
        tip = self.tr("Hold the run after the batch under way, or let it go on")
        self._add(menu, "pause", self.tr("&Pause or resume"), tip, service.toggle_pause, "Ctrl+P")
        tip = self.tr("Measure BLEU and chrF on the validation sentences now")
        self._add(menu, "evaluate", self.tr("&Evaluate now"), tip, service.evaluate_now, "Ctrl+E")
        menu.addSeparator()
        tip = self.tr("End the run and keep what it has learnt")
        self._add(menu, "stop", self.tr("S&top and keep"), tip, service.stop, "Ctrl+.")

    def show_training(self, training: TrainingService) -> None:
        """Offer what can be done to the training of now."""
        going = training.busy and not training.stopping
        self.by_name["pause"].setEnabled(going and training.steerable)
        self.by_name["evaluate"].setEnabled(going and training.steerable and len(training.history) > 0)
        self.by_name["stop"].setEnabled(going)

    def _view(self, menu: QMenu) -> None:
        w, context = self._commands, self._context
        panes = (
            ("train", self.tr("&Train"), "Ctrl+1"),
            ("translate", self.tr("T&ranslate"), "Ctrl+2"),
            ("corpora", self.tr("&Corpora"), "Ctrl+3"),
            ("runs", self.tr("R&uns"), "Ctrl+4"),
        )
        for name, text, keys in panes:
            self._add(menu, f"pane_{name}", text, text.replace("&", ""), partial(w.show_pane, name), keys)
        menu.addSeparator()
        tip = self.tr("Larger text everywhere")
        self._add(menu, "zoomIn", self.tr("&Larger text"), tip, lambda: context.step_zoom(1), "Ctrl++ | Ctrl+=")
        tip = self.tr("Smaller text everywhere")
        self._add(menu, "zoomOut", self.tr("&Smaller text"), tip, lambda: context.step_zoom(-1), "Ctrl+-")
        tip = self.tr("Text in its normal size")
        self._add(menu, "zoomReset", self.tr("&Normal text size"), tip, lambda: context.step_zoom(0), "Ctrl+0")
        menu.addSeparator()
        themes = (("system", self.tr("As the &system")), ("light", self.tr("&Light")), ("dark", self.tr("&Dark")))
        appearance = menu.addMenu(self.tr("&Appearance"))
        self._choices(appearance, "theme", themes, context.settings.theme, w.set_theme)
        languages = (("system", self.tr("As the s&ystem")), *LANGUAGES.items())
        language = menu.addMenu(self.tr("Lan&guage"))
        self._choices(language, "language", languages, context.settings.language, w.set_language)
        menu.addSeparator()
        tip = self.tr("Use the whole screen, or go back")
        self._add(menu, "fullScreen", self.tr("&Full screen"), tip, w.toggle_full_screen, "F11")

    def _choices(
        self,
        menu: QMenu,
        group_name: str,
        choices: tuple[tuple[str, str], ...],
        current: str,
        slot: Callable[[str], object],
    ) -> None:
        group = QActionGroup(menu)
        for value, text in choices:
            action = self._add(menu, f"{group_name}_{value}", text, text.replace("&", ""), partial(slot, value))
            action.setCheckable(True)
            action.setChecked(value == current)
            group.addAction(action)

    def _help(self, menu: QMenu) -> None:
        w = self._commands
        tip = self.tr("Six pages with pictures, and a glossary of the words that the window uses")
        self._add(menu, "guide", self.tr("&Guide"), tip, w.show_guide, "F1")
        tip = self.tr("Five bubbles that show where things are")
        self._add(menu, "tour", self.tr("&Tour of the window"), tip, w.show_tour)
        menu.addSeparator()
        tip = self.tr("All keyboard shortcuts on one page")
        self._add(menu, "shortcuts", self.tr("&Keyboard shortcuts"), tip, w.show_shortcuts, "Ctrl+F1")
        about = self._add(menu, "about", self.tr("&About"), self.tr("Versions and licence"), w.show_about)
        about.setMenuRole(QAction.MenuRole.AboutRole)
