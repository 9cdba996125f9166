"""The whole tour in a real X11 window, by mouse and keyboard: import a TMX file, train, translate, read the links.

    xvfb-run -a -s "-screen 0 1280x800x24" python tests/x11/click_through.py --screenshot window.png

The program runs as a person starts it, on Qt's X11 platform with a data folder of its own. Everything done to it comes
as X events from xdotool; the script looks inside only to find a control's place and to check what happened. It waits
for conditions, never for a time, so a slow machine only takes longer. Ends with 1 when something did not happen.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
sys.path.insert(0, str(Path(__file__).resolve().parent))

#: What a step waits for, in words for the report, and how long it may take in seconds.
Wait = tuple[str, Callable[[], object], float]

SENTENCE, EXPECTED = "We see the red house.", "Nous voyons la maison rouge."
_SUBJECTS = (("I see", "Je vois"), ("We see", "Nous voyons"), ("You see", "Vous voyez"), ("They see", "Ils voient"))
_NOUNS = (
    ("house", "maison", "f"),
    ("table", "table", "f"),
    ("car", "voiture", "f"),
    ("door", "porte", "f"),
    ("flower", "fleur", "f"),
    ("book", "livre", "m"),
    ("boat", "bateau", "m"),
    ("hat", "chapeau", "m"),
    ("train", "train", "m"),
    ("garden", "jardin", "m"),
)
_ADJECTIVES = (
    ("red", "rouge", "rouge"),
    ("green", "vert", "verte"),
    ("black", "noir", "noire"),
    ("yellow", "jaune", "jaune"),
    ("white", "blanc", "blanche"),
    ("blue", "bleu", "bleue"),
)
#: A preset of the person's own, so small that it is through in seconds.
_PRESET = """
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


def write_tmx(path: Path) -> None:
    """Every subject with every noun and adjective, but for the one sentence that is translated later."""
    units = []
    for (see, voir), (noun, nom, gender), (colour, le, la) in product(_SUBJECTS, _NOUNS, _ADJECTIVES):
        source = f"{see} the {colour} {noun}."
        target = f"{voir} {'la' if gender == 'f' else 'le'} {nom} {la if gender == 'f' else le}."
        if source != SENTENCE:
            sides = (("en", source), ("fr", target))
            units.append("<tu>" + "".join(f'<tuv xml:lang="{t}"><seg>{s}</seg></tuv>' for t, s in sides) + "</tu>")
    head = '<header srclang="en" segtype="sentence" datatype="plaintext" adminlang="en" o-tmf="none"/>'
    body = "\n".join(units)
    path.write_text(f'<?xml version="1.0"?><tmx version="1.4">{head}<body>{body}</body></tmx>', encoding="utf-8")


class Tour:
    """Walks through the steps on a timer of the program's own event loop, so that nothing ever blocks the window."""

    def __init__(self, home: Path, screenshot: Path | None) -> None:
        from PySide6.QtCore import QTimer
        from xtools import Hand

        self.home, self.screenshot = home, screenshot
        self.hand = Hand()
        self.failure = "the window closed by itself"
        self._started = time.monotonic()
        self._steps = self._tour()
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

    def _tour(self) -> Iterator[Wait]:
        yield "the window is on the screen", lambda: self.window is not None, 60.0
        yield "the window has the keyboard", lambda: self.hand.focus(self.window), 30.0
        yield from self.import_file()
        yield from self.train()
        yield from self.translate()
        yield from self.point_at_a_word()
        yield from self.close()

    def import_file(self) -> Iterator[Wait]:
        """Import a TMX file through the file dialog and go on to training."""
        yield from self.click("importButton")
        yield "the file dialog is open", lambda: self.find("fileNameEdit") is not None, 60.0

        def ready() -> bool:
            field = self.find("fileNameEdit")
            return field is not None and self.hand.focus(field) and field.hasFocus()

        yield "its text field has the keyboard", ready, 60.0
        yield from self.type("colours.tmx")
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
        yield from self.click("importAndTrain", 120.0)
        setup = self.window.panes["train"].setup

        def imported() -> bool:
            return setup.isVisible() and setup.corpus is not None and setup.corpus.name == "colours"

        yield "the corpus is imported and chosen", imported, 120.0
        pairs = setup.corpus.pairs
        assert pairs == len(_SUBJECTS) * len(_NOUNS) * len(_ADJECTIVES) - 1, f"{pairs} pairs were imported"

    def train(self) -> Iterator[Wait]:
        """Choose the short preset, start, pause, go on, and wait for the end."""
        needed = self.hand.clicks + 2  # and one in the file dialog, where the path was typed here
        pane, training = self.window.panes["train"], self.window.context.training
        yield from self.click("preset_short")
        yield "the preset is chosen", lambda: pane.setup.picker.current() == "short", 30.0
        yield from self.click("startButton")
        yield "the training has logged steps", lambda: len(training.history) > 3, 300.0
        assert needed <= 5, f"{needed} clicks from the start to a running training on a TMX file"
        print(f"          clicks from the start to a running training on a TMX file: {needed}")
        yield from self.click("pauseButton")
        yield "the training is paused", lambda: training.history.state.state == "paused", 60.0
        yield "the loss curve is drawn", lambda: len(pane.view.loss._steps) > 3, 30.0
        drawn = len(pane.view.loss._steps)
        yield from self.click("pauseButton")
        yield "the curve grows again", lambda: len(pane.view.loss._steps) > drawn, 60.0
        yield "the training is finished", lambda: not training.busy, 600.0
        from workbench.engine.runs.folder import RunFolder

        run = RunFolder.open(training.run_dir)
        last = list(run.events())[-1]
        assert getattr(last, "status", "") == "completed", f"the run ended with {last}"
        assert run.checkpoints(), "the finished run has no checkpoint"
        assert pane.view.samples.rowCount() > 0, "no sample translations are shown"

    def translate(self) -> Iterator[Wait]:
        """Go to the translate pane with the new run, type, and see the translation and its links."""
        before = self.hand.clicks
        yield from self.click("translateButton")
        pane = self.window.panes["translate"]
        run = self.window.context.training.run_dir
        yield "the pane is open", pane.isVisible, 60.0
        yield "its model is loaded", lambda: pane.info is not None and pane.info.choice.run == run, 120.0
        yield "the window has the keyboard again", lambda: self.hand.focus(self.window), 30.0
        yield from self.click("sourceText")
        yield from self.key("ctrl+a")
        yield from self.type(SENTENCE)
        picture = pane.view.picture.alignment

        def done() -> bool:
            return picture.picture.source_text == SENTENCE and len(picture.picture.target) > 0

        yield "the sentence is translated", done, 120.0
        said = pane.view.target.toPlainText()
        print(f"          {SENTENCE}  ->  {said}   ({self.hand.clicks - before} clicks)")
        assert said == EXPECTED, f"expected {EXPECTED!r}, a sentence the model can put together; it says {said!r}"
        assert self.links(picture) >= 5, "hardly any links for a sentence of six words"
        yield "the links are on the screen", lambda: self.ink_between(picture) > 200, 30.0

    @staticmethod
    def links(view: Any) -> int:
        """How many links the view draws."""
        weights = view.picture.weights
        return 0 if weights is None else int((weights >= view.look().threshold).sum())

    def ink_between(self, view: Any) -> int:
        """Pixels of the X screen between the two rows of tokens that are not background."""
        from PySide6.QtCore import QRect

        from workbench.gui.views.pictures.picture import Spot

        above, below = view.viewport_rect(Spot(source=0)), view.viewport_rect(Spot(target=0))
        area = view.viewport()
        room = QRect(0, int(above.bottom()) + 4, area.width(), int(below.top() - above.bottom()) - 8)
        room = room.intersected(area.rect()).translated(area.mapToGlobal(area.rect().topLeft()))
        image = self.take_picture().toImage().copy(room)
        background = image.pixel(1, image.height() // 2)
        points = ((x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2))
        return sum(image.pixel(x, y) != background for x, y in points)

    def point_at_a_word(self) -> Iterator[Wait]:
        """Point at a word of the translation: its partners light up, and the numbers are told."""
        from workbench.gui.views.pictures.picture import Spot

        panel = self.window.panes["translate"].view.picture
        view = panel.alignment
        words = [t.text.strip(" ▁") for t in view.picture.target]
        spot = Spot(target=words.index("maison"))

        def lit() -> bool:  # the picture is laid out anew when the texts above it have found their heights
            middle = view.viewport_rect(spot).center().toPoint()
            return self.hand.reach(view.viewport(), middle) and view.hovered == spot

        yield "pointed at “maison”, and its partners light up", lit, 30.0
        source = view.picture.source[view.picture.strongest(spot).source].text
        assert "house" in source, f"“maison” looked most at {source!r}"
        yield "the numbers are told", lambda: "house" in panel.reading.text(), 30.0
        self.take_picture()

    def close(self) -> Iterator[Wait]:
        """Quit by the keyboard."""
        self.failure = ""
        yield from self.key("ctrl+q")
        yield "the window is closed", lambda: self.window is None, 60.0


def main() -> int:
    """Start the program and walk through it."""
    parser = argparse.ArgumentParser(description="Click through the real window on an X11 screen.")
    parser.add_argument("--screenshot", type=Path, help="write a picture of the screen to this file")
    options = parser.parse_args()
    if not os.environ.get("DISPLAY") or shutil.which("xdotool") is None:
        print("An X11 screen (xvfb-run) and xdotool are needed.", file=sys.stderr)
        return 1
    home = Path(tempfile.mkdtemp(prefix="workbench-x11-"))
    os.environ["WORKBENCH_HOME"] = str(home)
    (home / "presets").mkdir()
    (home / "presets" / "short.toml").write_text(_PRESET, encoding="utf-8")
    folder = home / "files"
    folder.mkdir()
    write_tmx(folder / "colours.tmx")
    settings = f"[window]\nlanguage=en\ntheme=light\nlast_folder={folder}\n"
    (home / "settings.ini").write_text(settings, encoding="utf-8")
    try:
        from workbench.cli.qt_platform import prepare_platform

        prepare_platform("xcb")
        from workbench.gui.shell.app import create_application
        from workbench.gui.shell.app import main as run_program

        app = create_application()
        assert app.platformName() == "xcb"
        tour = Tour(home, options.screenshot)
        code = run_program()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    if tour.failure:
        print(f"FAILED: {tour.failure}", file=sys.stderr)
        return 1
    print("The tour by mouse and keyboard went well.")
    return code


if __name__ == "__main__":
    sys.exit(main())
