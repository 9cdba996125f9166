"""The main window: panes, menus, status, closing."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QChildEvent, QEvent, Qt, QTimer, QUrl, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QMainWindow,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core import paths
from workbench.engine.device.devices import DeviceInfo
from workbench.engine.runs import folder as runs
from workbench.gui import theme
from workbench.gui.layouts import arrange
from workbench.gui.shell.actions import Actions
from workbench.gui.shell.device_panel import DevicePanel
from workbench.gui.shell.dialogs import about, ask_about_dropped, ask_close_while_training, show_shortcuts
from workbench.gui.shell.file_drop import FileDrop, is_file
from workbench.gui.shell.help_desk import HelpDesk
from workbench.gui.shell.language_switch import LanguageSwitch
from workbench.gui.shell.notify import Notifier
from workbench.gui.shell.sidebar import Sidebar
from workbench.gui.state.context import AppContext
from workbench.gui.state.training_service import TrainingService
from workbench.gui.styling import PLAIN_TEXT, dress, put_on_now
from workbench.gui.widgets.controls import scroll_area, scroll_in, single_shot
from workbench.gui.widgets.elided import ElidedLabel
from workbench.gui.widgets.pane import Pane
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.words.wording import remaining_words, state_words, translate
from workbench.gui.workers.devices import find_devices
from workbench.gui.workers.job import run_job

#: Name, module and class of each pane, in navigation order.
PANES = (
    ("train", "workbench.gui.train.train_pane", "TrainPane"),
    ("translate", "workbench.gui.translate.translate_pane", "TranslatePane"),
    ("corpora", "workbench.gui.corpora.corpus_pane", "CorpusPane"),
    ("runs", "workbench.gui.runs.runs_pane", "RunsPane"),
)
#: The part of the status bar that tells what trains, at most.
_STATUS_SHARE = 0.55
#: Work shorter than this is not mentioned in the status bar.
_WORTH_TELLING_MS = 300


class MainWindow(QMainWindow):
    """Frame around the four panes; each is built when it is first shown, or shortly after the start."""

    def __init__(self, context: AppContext) -> None:
        super().__init__()
        self.context = context
        self.panes: dict[str, Pane] = {}
        self._made: dict[str, Pane] = {}
        self._closing = False
        self._menus: Actions | None = None
        self.switch = LanguageSwitch(self)
        self.help = HelpDesk(self)
        self.pane_names = tuple(name for name, *_ in PANES)
        self._devices: list[DeviceInfo] = []
        self._unusable, self._gpu = "", None
        self.notifier = Notifier(context, self)
        self.drop = FileDrop(self)
        self.drop.dropped.connect(self._on_dropped)
        self.setObjectName("mainWindow")
        self.setStyleSheet(PLAIN_TEXT)
        self.setMinimumSize(900, 560)
        self._connect()
        dress(self.statusBar())
        self._training_label = ElidedLabel("trainingStatus")
        self._training_label.setContentsMargins(0, 0, 8, 0)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self._training_label)
        self._build_frame()
        self.tell()
        self._restore()
        self._tell_settings()

    def childEvent(self, event: QChildEvent) -> None:
        """Dialogs of the window look like the rest of it."""
        super().childEvent(event)
        child = event.child()
        if event.type() == QEvent.Type.ChildPolished and isinstance(child, QWidget) and child.isWindow():
            dress(child)
            put_on_now(child)

    def _connect(self) -> None:
        context = self.context
        context.show_pane.connect(self.show_pane)
        context.choose_files.connect(self.import_corpus)
        context.status_message.connect(self._on_message)
        context.zoom_changed.connect(self._on_zoom)
        context.work_changed.connect(self._on_work)
        self._work_timer = single_shot(self, _WORTH_TELLING_MS, self._on_training)
        context.training.state_changed.connect(self._on_training)
        context.training.ticked.connect(self._on_training)
        context.training.idle.connect(self._on_idle)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_scheme)

    # --- building -------------------------------------------------------------------------------------------------

    def _build_frame(self) -> None:
        """The navigation, and a place for each pane."""
        self.stack = QStackedWidget()
        self._slots: dict[str, QWidget] = {}
        for name, *_ in PANES:
            self._slots[name] = QWidget()
            arrange(QVBoxLayout(self._slots[name]))
            self.stack.addWidget(self._slots[name])
        central = QWidget()
        self.sidebar = Sidebar(self.context, self.show_pane)
        arrange(QHBoxLayout(central), self.sidebar, (self.stack, 1), spacing=0)
        self.setCentralWidget(central)
        self._paint_cover()

    def tell(self) -> None:
        """Everything that holds text around the panes; called again when the language is switched."""
        self.setWindowTitle(self.tr("Translation workbench"))
        self.sidebar.paint()
        self._build_devices()
        self._menus = self.actions_ = Actions.replace(self._menus, self, self, self.context)
        self._on_training()

    def _build_devices(self) -> None:
        for old in self.findChildren(DevicePanel):
            self.statusBar().removeWidget(old.button)
            old.button.deleteLater()
            old.deleteLater()
        self.devices = DevicePanel(self.context, self.look_for_devices, self)
        self.statusBar().addPermanentWidget(self.devices.button)
        self.devices.set_devices(self._devices, self._gpu, self._unusable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The navigation shrinks to icons where words would take too much of the width."""
        super().resizeEvent(event)
        self.sidebar.fit(event.size().width())
        self._training_label.setMaximumWidth(round(event.size().width() * _STATUS_SHARE))  # the rest is for messages

    def _paint_cover(self) -> None:
        self.drop.set_cover(self.stack, self._what_a_drop_does, self.context.theme)

    def _what_a_drop_does(self) -> str:
        if self._takes_files():
            return self.tr("Drop a file to translate it, or to import it as a corpus")
        return self.tr("Drop the files to import them as a corpus")

    def _takes_files(self) -> bool:
        """Whether the pane in sight has a use of its own for a file."""
        pane = self.panes.get(self.context.settings.pane)
        return pane is not None and pane.takes_files()

    def _restore(self) -> None:
        settings = self.context.settings
        if not self.restoreGeometry(settings.get_bytes("window/geometry")):
            available = self.screen().availableGeometry()
            self.resize(min(1280, available.width()), min(800, available.height()))
        wanted = settings.pane
        self.show_pane(wanted if wanted in self._slots else "train")

    def _tell_settings(self) -> None:
        """Say where what the window remembers could not be read, or cannot be kept."""
        texts = {
            "damaged": self.tr("The settings file is damaged; what could not be read is as at the first start: {path}"),
            "locked": self.tr("The settings cannot be saved: {path} cannot be written."),
        }
        problem = self.context.settings.problem
        if problem:
            self._on_message(texts[problem].format(path=self.context.settings.path))

    def build_remaining(self) -> None:
        """Build the panes nobody has opened yet, one an event-loop turn, so that opening them is quick."""
        if self._closing or self.switch.active:
            return
        missing = [name for name, *_ in PANES if name not in self.panes]
        if missing:
            self.pane(missing[0])
            QTimer.singleShot(30, self, self.build_remaining)

    def pane(self, name: str) -> Pane:
        """A pane, built now if it is not there yet."""
        if name in self.panes:
            return self.panes[name]
        self.make_pane(name)
        pane = self.panes[name] = self._made.pop(name)
        self._put_into_slot(name)
        self._take_in(pane)
        pane.grew.connect(self._take_in)
        pane.idle.connect(self._on_idle)
        return pane

    def make_pane(self, name: str) -> None:
        """The first half of building a pane, for a turn of its own: it is not in the window yet."""
        if name not in self.panes and name not in self._made:
            module_name, class_name = next(p[1:] for p in PANES if p[0] == name)
            self._made[name] = getattr(importlib.import_module(module_name), class_name)(self.context)

    def remove_pane(self, name: str) -> None:
        """Take a pane that is shut down out of the window, and delete it soon."""
        self.panes.pop(name).deleteLater()
        for area in self._slots[name].findChildren(QScrollArea, options=Qt.FindChildOption.FindDirectChildrenOnly):
            area.deleteLater()

    def _put_into_slot(self, name: str) -> None:
        layout = self._slots[name].layout()
        assert layout is not None
        area = scroll_area()  # where the text is large for the window, nothing of it is cut
        layout.addWidget(area)
        scroll_in(area, self.panes[name])  # last: what wears a style sheet is dressed anew wherever it is moved

    @Slot(QWidget)
    def _take_in(self, part: QWidget) -> None:
        """What the window does to everything in it, once for each part."""
        theme.indent_spin_boxes(part)
        self.drop.watch(part)

    # --- navigation -----------------------------------------------------------------------------------------------

    @Slot(str)
    def show_pane(self, name: str) -> None:
        """Show a pane by name."""
        if name not in self._slots:
            return
        put_on_now(self.pane(name))
        self.stack.setCurrentWidget(self._slots[name])
        self.sidebar.buttons[name].setChecked(True)
        self.context.settings.pane = name
        if self.isVisible() and not self.sidebar.buttons[name].hasFocus():
            self.panes[name].focus_first()

    def start_training(self) -> None:
        """Press Start in the train pane."""
        self.show_pane("train")
        self.context.start_training.emit()

    # --- files ----------------------------------------------------------------------------------------------------

    def import_corpus(self) -> None:
        """Choose files and open their preview in the corpora pane."""
        title, folder = self.tr("Import a corpus"), self.context.settings.last_folder
        files, _ = QFileDialog.getOpenFileNames(self, title, folder, self.tr("Sentence pairs (*);;All files (*)"))
        if files:
            self.context.settings.last_folder = str(Path(files[0]).parent)
            self.open_files([Path(f) for f in files])

    def open_run_folder(self) -> None:
        """Choose a run folder; it is watched in the train pane and opened in the translate pane."""
        title, folder = self.tr("Open a run folder"), str(paths.runs_root())
        chosen = QFileDialog.getExistingDirectory(self, title, folder)
        if chosen:
            self.open_files([Path(chosen)])

    @Slot(object)
    def _on_dropped(self, paths: Sequence[Path]) -> None:
        """Open what was dropped; of a single file ask what it is for where it may be for two things."""
        one = paths[0] if len(paths) == 1 else None
        if one is not None and self._takes_files() and is_file(one) and one.suffix != ".zip":
            open_it, translate_it = partial(self.open_files, paths), partial(self.context.translate_file.emit, one)
            ask_about_dropped(self, one.name, translate_it, open_it)
        else:
            self.open_files(paths)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open what was chosen or dropped: a run folder, a packed run, or files with sentence pairs."""
        folders = [p for p in paths if is_file(p / runs.CONFIG)]
        packed = [p for p in paths if p.suffix == ".zip"]
        files = [p for p in paths if is_file(p) and p not in packed]
        if folders:
            self.context.open_run(folders[0])
            self.context.watch_run.emit(folders[0])
        elif packed:
            self.show_pane("runs")
            self.context.import_run.emit(packed[0])
        elif files:
            self.show_pane("corpora")
            self.context.import_files.emit(files)
        else:
            self._on_message(self.tr("There is nothing to open in what was dropped."))

    def show_runs_folder(self) -> None:
        """Open the folder of runs in the file manager."""
        paths.runs_root().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(paths.runs_root())))

    # --- appearance -----------------------------------------------------------------------------------------------

    def set_theme(self, setting: str) -> None:
        """Choose "system", "light" or "dark"."""
        self.context.settings.theme = setting
        schemes = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}
        # Window borders and native dialogs follow this one; our own colours come from the theme.
        QGuiApplication.styleHints().setColorScheme(schemes.get(setting, Qt.ColorScheme.Unknown))
        self.apply_theme()

    def apply_theme(self) -> None:
        """Repaint everything with the theme of the settings."""
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        chosen = theme.choose(self.context.settings.theme)
        chosen.apply(app, self.context.zoom)
        self.context.set_theme(chosen)
        self.sidebar.paint()
        self.devices.paint()
        self._paint_cover()

    @Slot()
    def _on_system_scheme(self) -> None:
        if self.context.settings.theme == "system" and theme.choose("system") is not self.context.theme:
            self.apply_theme()

    @Slot()
    def _on_zoom(self) -> None:
        self.apply_theme()
        self._on_message(self.tr("Text size {percent} %").format(percent=round(self.context.zoom * 100)))

    def set_language(self, setting: str) -> None:
        """Choose "system" or a language tag; the panes are built anew and keep what is in them, a training goes on."""
        if self.context.work:
            self._on_message(self.tr("Something is still being worked on. Please switch the language afterwards."))
            return
        self.switch.start(setting)

    def toggle_full_screen(self) -> None:
        """Use the whole screen, or go back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # --- status ---------------------------------------------------------------------------------------------------

    def set_devices(self, devices: Sequence[DeviceInfo], gpu: Any = None, unusable: str = "") -> None:
        """Show the devices that a worker has found; see ``DevicePanel.set_devices``."""
        self._devices, self._gpu, self._unusable = list(devices), gpu, unusable
        self.context.gpus = sum(d.id.startswith("cuda") for d in devices)
        self.devices.set_devices(devices, gpu, unusable)

    def look_for_devices(self, then: Callable[[], None] | None = None) -> None:
        """Ask in a worker what there is to train and translate on; that loads torch as well."""

        def found(result: tuple[list[DeviceInfo], Any, str]) -> None:
            self.set_devices(*result)
            if then is not None:
                then()

        run_job(self, find_devices, found, lambda report: self._on_message(shown_failure(report)))

    @Slot(str)
    def _on_message(self, text: str) -> None:
        self.statusBar().showMessage(text, 10_000)

    @Slot()
    def _on_training(self) -> None:
        """What trains, and what else is worked on."""
        training = self.context.training
        parts = [*([training_line(training)] if training.busy else []), *self.context.work]
        text = "   |   ".join(parts) or training_line(training)
        if text != self._training_label.whole:
            self._training_label.say(text)
        self.actions_.show_training(training)

    @Slot()
    def _on_work(self) -> None:
        if not self._work_timer.isActive():
            self._work_timer.start()

    def show_guide(self) -> None:
        """The guide and its glossary."""
        self.help.show_guide()

    def show_tour(self) -> None:
        """Five bubbles over the window's own controls."""
        self.help.start_tour()

    def show_shortcuts(self) -> None:
        """All shortcuts on one page."""
        show_shortcuts(self, self.actions_.by_name)

    def show_about(self) -> None:
        """Versions and licence."""
        about(self)

    # --- closing --------------------------------------------------------------------------------------------------

    def close_quietly(self) -> None:
        """Close without asking; a training is stopped and kept."""
        self._closing = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask while a training runs; stop everything first, close when all is idle."""
        training = self.context.training
        if training.busy and not self._closing and not ask_close_while_training(self):
            event.ignore()
            return
        self._closing = True
        self.switch.stop()
        for name in list(self._made):
            self.pane(name)  # half built, it works already, and ends like the others
        waiting = [p for p in self.panes.values() if not p.shutdown()]
        if not training.shutdown() or waiting:
            self._on_message(self.tr("Closing after the checkpoint is saved…"))
            event.ignore()
            return
        self.context.settings.put_bytes("window/geometry", self.saveGeometry())
        self.context.settings.sync()
        self.notifier.hide()
        event.accept()
        QTimer.singleShot(0, QApplication.quit)

    @Slot()
    def _on_idle(self) -> None:
        if self._closing:
            QTimer.singleShot(0, self, self.close)
        else:
            QTimer.singleShot(0, self.switch, self.switch.go_on)


def training_line(training: TrainingService) -> str:
    """What the status bar always tells about training."""
    if not training.busy:
        return translate("Wording", "Nothing is training")
    parts = [training.run_dir.name if training.run_dir else ""]
    state = training.history.state
    if training.stopping:
        parts.append(state_words("stopping"))
    elif training.paused:
        parts.append(state_words("paused"))
    else:
        parts.append(state_words(state.state) if state else state_words("preparing"))
    last = training.history.last
    if last:
        parts.append(formats.percent(last["progress"], 0))
        if not training.paused:
            parts.append(remaining_words(training.remaining()))
    return " · ".join(parts)
