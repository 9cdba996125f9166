"""A person at the real window on an X11 screen: finds controls, points, clicks, types, and waits for what comes of it.

The program runs as a person starts it, on Qt's X11 platform with a data folder of its own. Everything done to it comes
as X events from xdotool; the script looks inside only to find a control's place and to check what happened. It waits
for conditions, never for a time, so a slow machine only takes longer.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

#: What a step waits for, in words for the report, and how long it may take in seconds.
Wait = tuple[str, Callable[[], object], float]
#: A preset of the person's own, so small that it is through in seconds.
PRESET = """
title = "Short"
description = "A few seconds."
[tokenizer]
kind = "word"
[model]
embedding = 32
hidden = 48
dropout_embedding = 0.0
dropout_layers = 0.0
dropout_output = 0.0
[training]
max_minutes = 0.0
max_steps = 600
batch_tokens = 300
learning_rate = 8e-3
warmup_steps = 40
validate_minutes = 0.0
validate_steps = 150
log_steps = 5
[runtime]
precision = "fp32"
threads = 1
"""


class Person:
    """Walks through ``steps`` on a timer of the program's own event loop, so that nothing ever blocks the window.

    Attributes:
        hand: Points and clicks.
        failure: What went wrong, "" when nothing did.
    """

    def __init__(self, home: Path, screenshot: Path | None) -> None:
        from PySide6.QtCore import QTimer
        from xtools import Hand

        self.home, self.screenshot = home, screenshot
        self.hand = Hand()
        self.failure = "the window closed by itself"
        self._started = time.monotonic()
        self._steps = self.steps()
        self._wait: Wait | None = None
        self._deadline = 0.0
        self._tops: list[Any] = []
        self._timer = QTimer()
        self._timer.setInterval(40)
        self._timer.timeout.connect(self._on_timer)
        self._timer.start()

    # --- machinery ------------------------------------------------------------------------------------------------

    @property
    def window(self) -> Any:
        """The main window, ``None`` until it is up."""
        from PySide6.QtWidgets import QApplication

        found = (w for w in QApplication.topLevelWidgets() if w.objectName() == "mainWindow")
        return next((w for w in found if w.isVisible()), None)

    def find(self, name: str) -> Any:
        """A control by its object name, anywhere in sight; ``None`` when there is none."""
        from PySide6.QtWidgets import QApplication, QWidget

        # Kept: without them Python's handles on what lies in Qt's own dialogs would end with this call.
        self._tops = QApplication.topLevelWidgets()
        for top in self._tops:
            for widget in (top, *top.findChildren(QWidget, name)):
                if widget.objectName() == name and widget.isVisible():
                    return widget
        return None

    def _on_timer(self) -> None:
        try:
            self._advance()
        except StopIteration:
            self._timer.stop()
        except Exception as error:
            self._fail(f"{type(error).__name__}: {error}")

    def _advance(self) -> None:
        if self.find("crashText") is not None:
            raise AssertionError("the program reported a fault:\n" + self.find("crashText").toPlainText())
        if self._wait is None:
            self._wait = next(self._steps)
            self._deadline = time.monotonic() + self._wait[2]
        words, condition, seconds = self._wait
        if condition():
            if words:
                print(f"{time.monotonic() - self._started:6.1f} s  {words}", flush=True)
            self._wait = None
        elif time.monotonic() > self._deadline:
            raise AssertionError(f"not within {seconds:.0f} s: {words}")

    def _fail(self, text: str) -> None:
        """Remember what went wrong, keep a picture of it, and end at once."""
        self._timer.stop()
        print(f"FAILED: {text}", file=sys.stderr, flush=True)
        self.take_picture()
        window = self.window
        if window is not None:
            print(f"status: {window._training_label.text()}", file=sys.stderr, flush=True)
        shutil.rmtree(self.home, ignore_errors=True)
        os._exit(1)

    def take_picture(self) -> Any:
        """What the X screen shows, and not what the program believes to show."""
        from PySide6.QtWidgets import QApplication

        picture = QApplication.primaryScreen().grabWindow(0)
        if self.screenshot is not None:
            self.screenshot.parent.mkdir(parents=True, exist_ok=True)
            picture.save(str(self.screenshot))
        return picture

    # --- what a person does ---------------------------------------------------------------------------------------

    def click(self, name: str, seconds: float = 60.0) -> Iterator[Wait]:
        """Point at a control, and click when the pointer is there and the control rests under it."""

        def reached() -> bool:
            widget = self.find(name)
            return widget is not None and self.hand.reach(widget)

        yield f"pointed at {name}", reached, seconds
        self.hand.press()
        yield from self.still(f"clicked {name}")

    def still(self, words: str = "") -> Iterator[Wait]:
        """Until xdotool has sent everything; without words it is not reported."""
        yield words, lambda: self.hand.free, 30.0

    def type(self, text: str) -> Iterator[Wait]:
        """Type into whatever has the keyboard."""
        self.hand.type(text)
        yield from self.still(f"typed {text!r}")

    def key(self, name: str) -> Iterator[Wait]:
        """Press one key."""
        self.hand.key(name)
        yield from self.still(f"pressed {name}")

    def choose_file(self, name: str) -> Iterator[Wait]:
        """Type a file's name into the file dialog that is about to open."""
        yield "the file dialog is open", lambda: self.find("fileNameEdit") is not None, 60.0

        def ready() -> bool:
            field = self.find("fileNameEdit")
            return field is not None and self.hand.focus(field) and field.hasFocus()

        yield "its text field has the keyboard", ready, 60.0
        yield from self.type(name)
        pressed = 0.0

        def opened() -> bool:
            """The first Return may go to the list of completions, as it may for a person; then it is pressed again."""
            nonlocal pressed
            if self.find("fileNameEdit") is None:
                return True
            if self.hand.free and time.monotonic() > pressed + 2.0:
                pressed = time.monotonic()
                self.hand.key("Return")
            return False

        yield "the file is opened", opened, 60.0

    def begin(self) -> Iterator[Wait]:
        """Until the window is there and has the keyboard."""
        yield "the window is on the screen", lambda: self.window is not None, 60.0
        yield "the window has the keyboard", lambda: self.hand.focus(self.window), 30.0

    def close(self) -> Iterator[Wait]:
        """Quit by the keyboard."""
        self.failure = ""
        yield from self.key("ctrl+q")
        yield "the window is closed", lambda: self.window is None, 60.0

    def steps(self) -> Iterator[Wait]:
        """What this person does, from the start of the program to its end."""
        raise NotImplementedError


def walk(kind: type[Person], prepare: Callable[[Path], object], screenshot: Path | None, window: str = "") -> int:
    """Start the program and let a person use it.

    Args:
        kind: Who.
        prepare: Puts files into the folder that the file dialog opens in.
        screenshot: Where a picture of the screen is kept.
        window: Further settings of the window, lines of its section.

    Returns:
        0 when everything happened that was to happen.
    """
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        print("An X11 screen (xvfb-run) and xdotool are needed.", file=sys.stderr)
        return 1
    home = Path(tempfile.mkdtemp(prefix="workbench-x11-"))
    os.environ["WORKBENCH_HOME"] = str(home)
    (home / "presets").mkdir()
    (home / "presets" / "short.toml").write_text(PRESET, encoding="utf-8")
    folder = home / "files"
    folder.mkdir()
    prepare(folder)
    settings = f"[window]\nlanguage=en\ntheme=light\nlast_folder={folder}\n{window}"
    (home / "settings.ini").write_text(settings, encoding="utf-8")
    try:
        from workbench.cli.qt_platform import prepare_platform

        prepare_platform("xcb")
        from workbench.gui.shell.app import create_application
        from workbench.gui.shell.app import main as run_program

        app = create_application()
        assert app.platformName() == "xcb"
        person = kind(home, screenshot)
        code = run_program()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if person.failure:
        print(f"FAILED: {person.failure}", file=sys.stderr)
        return 1
    return code
