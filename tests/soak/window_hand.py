"""A window with everything real but the trainer, a hand that does anything to it, and what must hold after each act."""

from __future__ import annotations

import contextlib
import gc
import os
import shutil
import sys
import threading
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QEvent,
    QEventLoop,
    QMimeData,
    QObject,
    QPoint,
    Qt,
    QTimer,
    QtMsgType,
    QUrl,
    qInstallMessageHandler,
)
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.engine.tiny_run import make_tiny_run
from tests.fake_trainer import FakeTrainer
from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig
from workbench.engine.corpora.library import import_corpus
from workbench.gui import guard
from workbench.gui.shell.app import Collector, create_window
from workbench.gui.state.run_request import RunRequest
from workbench.gui.state.settings import Settings
from workbench.gui.words import i18n
from workbench.gui.workers.job import running_jobs

#: What the platform of the tests says of itself.
_HARMLESS = ("This plugin does not support",)
_BEAT_MS = 20
#: A longer time without a beat, in seconds, is one in which nothing ran at all.
_LONGEST_AWAKE = 60.0
PANES = ("train", "translate", "corpora", "runs")
SENTENCES = (
    "Ein Hund schläft.",
    "Zwei Kinder",
    "",
    "Niemand wusste, wo der Schlüssel lag.\nSie liest.",
    "漢字 \u202eabc",
)


def prepare(home: Path) -> None:
    """Two models, two corpora and files to import, in a data folder of their own."""
    os.environ["WORKBENCH_HOME"] = str(home)
    make_tiny_run(paths.runs_root() / "forth")
    make_tiny_run(paths.runs_root() / "back", seed=2, reverse=True)
    for name in ("colours", "numbers"):
        file = home / f"{name}.tsv"
        file.write_text("".join(f"{name} {n} one\t{name} {n} un\n" for n in range(300)), encoding="utf-8")
        import_corpus([file], source_lang="en", target_lang="fr", name=name)
    (home / "hostile.tsv").write_bytes(b"\xff\xfe\x00\x01" * 50)
    (home / "broken.zip").write_bytes(b"PK\x03\x04nothing")


def wait_working(milliseconds: int) -> None:
    """Let the event loop run. ``QTest.qWait`` keeps Python's lock meanwhile, and other threads stand still."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def crowded() -> float:
    """How many processes wait for each processor: 1 where none has to."""
    return max(1.0, os.getloadavg()[0] / (os.cpu_count() or 1))


def _queued() -> float:
    """Seconds that threads of this process waited for a processor, all together; 0 where the system does not tell."""
    waited = 0
    for task in Path("/proc/self/task").glob("*/schedstat"):
        with contextlib.suppress(OSError):  # it has ended
            waited += int(task.read_text().split()[1])
    return waited / 1e9


class WindowHand:
    """Opens a window; every method that does something is one act of a person.

    Attributes:
        faults: Warnings of Qt, uncaught exceptions, and what did not hold.
        slowest: Longest time between two beats of a timer of the window's thread, in seconds, without what threads of
            this process waited for a processor meanwhile, which is the machine's doing.
        beats: How late each beat was, in seconds, counted alike.
        awake: Seconds since it was opened, without those in which the machine slept or the process was stopped.
        changing: Longest that a change of language, theme or text size worked, in seconds.
    """

    def __init__(self, home: Path, trainer: Any = None) -> None:
        self.home, self.faults, self.slowest, self.changing = home, [], 0.0, 0.0
        self.beats: list[float] = []
        self.awake = 0.0
        self._threads = set(threading.enumerate())
        self._hooks = (sys.excepthook, threading.excepthook, qInstallMessageHandler(self._on_message))
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._on_exception(args.exc_type, args.exc_value, args.exc_traceback)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        guard.forget_told()
        self._quit, self._runs = QApplication.quit, 0
        self._collector = Collector()
        self._collector.start()
        self.window = create_window(app, Settings(home / "settings.ini"))
        self.training = self.window.context.training
        self.training.train_function = trainer or FakeTrainer(steps=400, pause=0.005)
        self._note_beat()
        self._heart = QTimer(timerType=Qt.TimerType.PreciseTimer, interval=_BEAT_MS)
        self._heart.timeout.connect(self._on_beat)
        self._heart.start()
        self._main, self._over, self.stack = threading.get_ident(), threading.Event(), ""
        threading.Thread(target=self._look_on, daemon=True).start()
        self.window.show()
        self.window.build_remaining()
        self.until(lambda: len(self.window.panes) == len(PANES), 60, "the panes")
        self.wait(0.2)
        self.slowest, self.stack = 0.0, ""
        self.beats.clear()

    def _look_on(self) -> None:
        """Note where the window's thread is when it has not beaten for long."""
        while not self._over.wait(0.1):
            gap = time.perf_counter() - self._last
            if gap > max(0.7, self.slowest):
                self.stack = "".join(traceback.format_stack(sys._current_frames()[self._main])[-7:])

    def _on_beat(self) -> None:
        last, worked, queued = self._last, self._worked, self._queued
        self._note_beat()
        # a thread that holds the interpreter's lock and has no processor holds up the window as well
        gap = max(self._last - last - max(0.0, self._queued - queued), self._worked - worked)
        self.slowest = max(self.slowest, gap)
        self.awake += min(self._last - last, _LONGEST_AWAKE)
        self.beats.append(max(0.0, gap - _BEAT_MS / 1000))

    def _note_beat(self) -> None:
        self._last, self._worked, self._queued = time.perf_counter(), time.thread_time(), _queued()

    def _on_message(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not text.startswith(_HARMLESS):
            self.faults.append(f"Qt: {text}")

    def _on_exception(self, kind: type[BaseException], error: Any, trace: Any) -> None:
        self.faults.append("".join(traceback.format_exception(kind, error, trace))[-1500:])

    def wait(self, seconds: float) -> None:
        """Let the window work."""
        wait_working(round(1000 * seconds))

    def until(self, done: Callable[[], object], seconds: float, what: str) -> float:
        """Wait for something; a fault where it does not come. Returns the seconds it took."""
        began = self.awake
        while not done():
            if self.awake - began > seconds * crowded():
                self.faults.append(f"after {seconds:.0f} s still waiting: {what}")
                break
            self.wait(0.02)
        return self.awake - began

    def pane(self, name: str) -> Any:
        """A pane, shown or not."""
        return self.window.panes.get(name)

    # --- acts -----------------------------------------------------------------------------------------------------

    def show(self, name: str) -> None:
        """Switch the pane."""
        self.window.show_pane(name)

    def start(self) -> None:
        """Train, or queue."""
        self._runs += 1
        config = RunConfig.model_validate({"data": {"corpora": ["colours"], "source_lang": "en", "target_lang": "fr"}})
        self.training.start(RunRequest(config, paths.runs_root() / f"run-{time.time_ns()}-{self._runs}"))

    def start_from_pane(self) -> None:
        """Press Start."""
        self.window.start_training()

    def act(self, name: str) -> None:
        """Use a command of the menu, where it is offered."""
        action = self.window.actions_.by_name[name]
        if action.isEnabled():
            action.trigger()

    def queue(self, what: str) -> None:
        """Move, remove or start what waits."""
        if what == "start":
            self.training.start_next()
        elif what == "remove":
            self.training.remove_from_queue(0)
        else:
            self.training.move_in_queue(0, 1)

    def write(self, text: str) -> None:
        """Type a text to translate."""
        if self.pane("translate") is not None:
            self.pane("translate").view.source.setPlainText(text)

    def cancel_translation(self) -> None:
        """Cancel what is being translated."""
        if self.pane("translate") is not None:
            self.pane("translate").service.cancel()

    def choose_model(self, number: int) -> None:
        """Another run in the list of models, or another checkpoint of it."""
        if self.pane("translate") is None:
            return
        bar = self.pane("translate").view.models
        box = bar.runs if number % 2 else bar.checkpoints
        if box.count():
            box.setCurrentIndex(number % box.count())

    def language(self, tag: str) -> None:
        """Another language of the window."""
        self._change_all(lambda: self.window.set_language(tag))
        self.until(lambda: not self.window.switch.active, 60, "the panes in another language")

    def theme(self, name: str) -> None:
        """Another theme."""
        self._change_all(lambda: self.window.set_theme(name))

    def zoom(self, step: int) -> None:
        """Larger, smaller or normal text."""
        self._change_all(lambda: self.window.context.step_zoom(step))

    def _change_all(self, act: Callable[[], object]) -> None:
        """Language, theme and text size touch every control; what that takes is counted by itself."""
        self.wait(0.05)
        worked = time.thread_time()
        act()
        self.changing = max(self.changing, time.thread_time() - worked)
        self._note_beat()

    def corpus(self, number: int) -> None:
        """Another corpus, in two panes."""
        if self.pane("corpora") is not None and self.pane("corpora").list.corpora.rowCount():
            rows = self.pane("corpora").list.corpora
            self.pane("corpora").list.setCurrentIndex(rows.index(number % rows.rowCount(), 0))
        if self.pane("train") is not None:
            self.pane("train").setup.choose_corpus(("colours", "numbers")[number % 2])

    def drop(self, names: tuple[str, ...]) -> None:
        """Drop files on the window."""
        mime = QMimeData()
        mime.setUrls([QUrl(n) if ":" in n else QUrl.fromLocalFile(str(self.home / n)) for n in names])
        actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        event = QDropEvent(QPoint(50, 50), actions, mime, buttons, Qt.KeyboardModifier.NoModifier, QEvent.Type.Drop)
        QApplication.sendEvent(self.window, event)

    def answer_import(self, take: bool) -> None:
        """Import what is previewed, or leave it."""
        pane = self.pane("corpora")
        if pane is None:
            return
        page = pane.page
        if not take:
            page._on_cancel()
        elif page.isVisible():
            for button in page.findChildren(QObject, "importButton"):
                button.click()

    def watch(self, name: str) -> None:
        """Watch a run in the train pane."""
        self.window.context.watch_run.emit(paths.runs_root() / name)

    def select_run(self, number: int, tab: int) -> None:
        """Look at a run in the list."""
        pane = self.pane("runs")
        if pane is not None and pane.table.model().rowCount():
            pane.table.selectRow(number % pane.table.model().rowCount())
            pane.tabs.setCurrentIndex(tab)

    # --- what must hold -------------------------------------------------------------------------------------------

    def check(self) -> None:
        """Texts and buttons say what the training does; a button is on where its action can be done, and only there."""
        training, busy = self.training, self.training.busy
        going = busy and not training.stopping
        by_name = self.window.actions_.by_name
        for name in ("stop", "pause"):
            if by_name[name].isEnabled() != going:
                self.faults.append(f"menu: {name} is {by_name[name].isEnabled()} while busy={busy}, going={going}")
        if by_name["evaluate"].isEnabled() and not going:
            self.faults.append(f"menu: evaluate is enabled while busy={busy}, going={going}")
        run = training.run_dir.name if training.run_dir else ""
        label = self.window._training_label.whole
        if label.startswith(f"{run} · ") != busy:
            self.faults.append(f"status line {label!r} while busy={busy} on {run!r}")
        pane = self.pane("train")
        if pane is None:
            return
        header, queue = pane.view.header, pane.queue
        seen = {
            "stop shown": (not header.stop_button.isHidden(), busy),
            "stop": (header.stop_button.isEnabled(), going),
            "pause": (header.pause_button.isEnabled(), going),
            "name": (header.name.whole, run),
            "queue": (queue.list.count(), len(training.queue)),
            "start next": (queue.buttons["queueStart"].isEnabled(), bool(training.queue) and not busy),
        }
        for what, (shown, true) in seen.items():
            if shown != true:
                self.faults.append(f"train pane: {what} is {shown!r}, not {true!r}")

    def rest(self) -> None:
        """After a while of peace the translation of the text stands beside it, and what was begun has ended."""
        begun = set(running_jobs())
        self.until(lambda: not begun & set(running_jobs()), 30, f"jobs begun: {begun}")
        pane = self.pane("translate")
        if pane is not None and pane.isVisible() and pane.info is not None and pane.view.source.toPlainText().strip():
            self.until(lambda: pane.view.target.toPlainText(), 20, "a translation")

    def close(self) -> float:
        """Close the window in the middle of whatever it does.

        Returns:
            Seconds until it was gone.
        """
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        QApplication.quit = lambda *_: None  # type: ignore[method-assign]
        try:
            self.window.close_quietly()
            gone = lambda: not self.window.isVisible() and not self.training._thread.busy and not running_jobs()  # noqa: E731
            took = self.until(gone, 30, "the window closes")
        finally:
            QApplication.quit = self._quit  # type: ignore[method-assign]
        self._heart.stop()
        self._over.set()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        wait_working(1)
        left = [t for t in threading.enumerate() if t not in self._threads and not t.daemon]
        for thread in left:
            thread.join(5)
        self.faults += [f"thread left: {t}" for t in left if t.is_alive()]
        for folder in paths.runs_root().glob("run-*"):
            shutil.rmtree(folder, ignore_errors=True)
        sys.excepthook, threading.excepthook = self._hooks[:2]
        qInstallMessageHandler(self._hooks[2])
        # the next test or window begins as the program does
        i18n.install(app, "en")
        QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown)
        self._collector.stop()
        gc.collect()
        return took
