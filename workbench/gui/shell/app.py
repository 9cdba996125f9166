"""Starts the window: application object, theme, language, crash handling, and what is loaded after it is up."""

from __future__ import annotations

import gc
import os
import sys
import time
from pathlib import Path
from typing import Any

os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
os.environ.setdefault("QT_API", "pyside6")

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

import workbench
from workbench.engine.core.paths import resources
from workbench.gui import theme
from workbench.gui.shell.crash import CrashHandler
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.state.settings import Settings
from workbench.gui.words import i18n
from workbench.gui.workers.job import stop_all_jobs


class Collector(QObject):
    """Collects garbage on a timer of the GUI thread.

    Python's own collector runs in whichever thread happens to allocate; in a training thread it could destroy Qt
    objects there, which Qt does not allow.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=1_000)
        self._timer.timeout.connect(self.collect)
        self._was_on = True

    def start(self) -> None:
        """Take over from Python's automatic collection."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Give it back, as it was."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    @Slot()
    def collect(self) -> None:
        """Collect the generations that are due, oldest last."""
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return


def create_application(arguments: list[str] | None = None) -> QApplication:
    """The one application object with style, names and icon."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(arguments or sys.argv[:1])
    app.setApplicationName("translation-workbench")
    app.setApplicationDisplayName("Translation workbench")
    app.setDesktopFileName("translation-workbench")
    app.setStyle("Fusion")
    picture = resources() / "icons" / "translation-workbench.svg"
    if picture.exists():
        app.setWindowIcon(QIcon(str(picture)))
    return app


def create_window(app: QApplication, settings: Settings | None = None) -> MainWindow:
    """The main window with its context, theme and language; not yet shown."""
    context = AppContext(settings)
    i18n.install(app, context.settings.language)
    context.theme = theme.choose(context.settings.theme)
    context.theme.apply(app, context.zoom)
    window = MainWindow(context)
    context.setParent(window)
    return window


def warm_up(window: MainWindow) -> None:
    """Load torch and look for devices in a worker, now that the window is up."""
    # Hundreds of thousands of objects come with torch and will never go: the collector need not look at them.
    # No collection before it: that alone would stall the window for a fifth of a second.
    window.look_for_devices(gc.freeze)


def main(*, run: Path | None = None, screenshot: Path | None = None, quit_after: float = 0.0) -> int:
    """Open the window and stay until it is closed.

    Args:
        run: A run folder to watch and to translate with.
        screenshot: Write a picture of the window to this file, then go on.
        quit_after: Close by itself after so many seconds (0: never).
    """
    app = create_application()
    splash = _load_torch_behind_splash(app) if sys.platform == "win32" else None
    # The training thread holds the interpreter between its products; ask for it back sooner than by default.
    sys.setswitchinterval(0.002)
    crash = CrashHandler()
    crash.install()
    settings = Settings()
    first_start = is_first_start(settings, run=run, screenshot=screenshot, quit_after=quit_after)
    window = create_window(app, settings)
    crash.window = window
    collector = Collector(app)
    collector.start()
    window.show()
    if splash is not None:
        splash.finish(window)
    if os.environ.get("WORKBENCH_STARTUP_TIME"):
        app.processEvents()
        took = time.perf_counter() - workbench.LOADED  # what a person waits, imports included
        print(f"window visible after {took:.2f} s", file=sys.stderr, flush=True)
    QTimer.singleShot(50, window.build_remaining)
    QTimer.singleShot(150, lambda: warm_up(window))
    if first_start:
        settings.sync()  # whatever becomes of this session, the next start is not the first
        window.help.offer_tour()
    if run is not None:
        QTimer.singleShot(0, lambda: window.open_files([run]))
    if screenshot is not None:
        delay = max(300, round(quit_after * 1000) - 500) if quit_after else 1_500
        QTimer.singleShot(delay, lambda: window.grab().save(str(screenshot), "PNG"))
    if quit_after:
        QTimer.singleShot(round(quit_after * 1000), window.close_quietly)
    code = app.exec()
    window.context.training.wait(10_000)
    stop_all_jobs()
    collector.stop()
    return int(code)


def is_first_start(settings: Settings, *, run: Path | None, screenshot: Path | None, quit_after: float) -> bool:
    """Whether a person who has no settings yet opens the window to use it."""
    return not settings.path.exists() and run is None and screenshot is None and not quit_after


def _load_torch_behind_splash(app: QApplication) -> Any:
    """On Windows torch must be loaded before Qt loads some of its libraries, or its own fail to load.

    The command line has imported it before this module; the splash says what is going on from then on.
    """
    from PySide6.QtGui import QPixmap
    from PySide6.QtWidgets import QSplashScreen

    picture = QPixmap(360, 120)
    picture.fill(theme.choose("system").color("surface"))
    splash = QSplashScreen(picture)
    splash.showMessage("Translation workbench", color=theme.choose("system").color("text"))
    splash.show()
    app.processEvents()
    return splash
