"""What three new users want to get done, in a real X11 window: how many clicks and seconds each needs.

    xvfb-run -a -s "-screen 0 1280x800x24" python tests/x11/trials.py spreadsheet|memory|lesson

- spreadsheet: from an Excel file with a column of numbers before the sentences to a running training;
- memory: from a TMX file to a model that was tested on sentences held out;
- lesson: attention for a class, text at 150 %, on a projector, with words, sentences and checkpoints turned by keys.

Seconds count from the first sight of the window, and what the person reads or thinks is not among them.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from click_through import write_tmx
from person import Person, Wait, walk

_WORDS = (("dog", "Hund"), ("fox", "Fuchs"), ("bird", "Vogel"), ("horse", "Esel"), ("bear", "Bär"), ("fish", "Fisch"))
_VERBS = (("sleeps", "schläft"), ("eats", "frisst"), ("waits", "wartet"), ("drinks", "trinkt"), ("hides", "lauert"))
_WHERE = (("here", "hier"), ("outside", "draußen"), ("in the wood", "im Wald"), ("by the lake", "am See"))
_WHEN = (("today", "heute"), ("at night", "nachts"), ("in winter", "im Winter"), ("again", "wieder"))


def write_workbook(path: Path) -> None:
    """Numbers, sentences in two languages, and a column of remarks, under a row of names."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["ID", "English", "German", "Remark"])
    for number, (noun, verb, where, when) in enumerate(product(_WORDS, _VERBS, _WHERE, _WHEN)):
        source = f"The {noun[0]} {verb[0]} {where[0]} {when[0]}."
        target = f"Der {noun[1]} {verb[1]} {when[1]} {where[1]}."
        sheet.append([1000 + number, source, target, "checked" if number % 7 == 0 else None])
    book.save(path)


class _Trial(Person):
    """Counts from the first sight of the window."""

    def tell(self, done: str) -> None:
        """Print what was reached, with what it took."""
        print(f"          {done}: {self.hand.clicks} clicks, {time.monotonic() - self.seen:.0f} s", flush=True)

    def begin(self) -> Iterator[Wait]:
        """Until the window is there."""
        yield from super().begin()
        self.seen = time.monotonic()

    def leave(self) -> Iterator[Wait]:
        """What was to be shown is shown."""
        self.failure = ""
        self.window.close_quietly()
        yield "the window is closed", lambda: self.window is None, 60.0

    def start_training(self, name: str) -> Iterator[Wait]:
        """Import a file and train a small model on it."""
        yield from self.click("importButton")
        yield from self.choose_file(name)
        self.hand.clicks += 1  # "Open", where the name was typed here
        yield from self.click("importAndTrain", 120.0)
        pane, training = self.window.panes["train"], self.window.context.training
        yield "the corpus is chosen", lambda: pane.setup.isVisible() and pane.setup.corpus is not None, 120.0
        yield from self.click("preset_short")
        yield from self.click("startButton")
        yield "a training runs", lambda: len(training.history) > 3, 300.0


class Spreadsheet(_Trial):
    """A linguist with a workbook."""

    def steps(self) -> Iterator[Wait]:
        """Import it, see that the right columns were taken, and train."""
        yield from self.begin()
        yield from self.start_training("animals.xlsx")
        self.tell("a training on the workbook")
        corpus = self.window.panes["train"].setup.corpus
        assert corpus.pairs == 480, f"{corpus.pairs} pairs of 480"
        assert (corpus.source_lang, corpus.target_lang) == ("en", "de"), "the languages stand above the columns"
        self.take_picture()
        yield from self.leave()


class Memory(_Trial):
    """A translator with a memory."""

    def steps(self) -> Iterator[Wait]:
        """Train on it, and test the model on what was held out."""
        yield from self.begin()
        yield from self.start_training("colours.tmx")
        self.tell("a training on the memory")
        training = self.window.context.training
        yield "the training is finished", lambda: not training.busy, 600.0
        yield from self.click("nav_runs")
        pane = self.window.panes["runs"]
        yield "the run is looked at", lambda: [s.path for s in pane.table.selected()] == [training.run_dir], 60.0
        yield from self.click("runTest")
        yield "the test is offered", lambda: self.find("evaluateStart") is not None, 60.0
        yield from self.click("evaluateStart")

        def scored() -> bool:
            from workbench.engine.runs.folder import RunFolder

            return bool(RunFolder(training.run_dir).scores())

        yield "the model is tested", scored, 300.0
        self.tell("a tested model")
        yield "the score is in sight", lambda: self.find("testCopy") is not None, 60.0
        self.take_picture()
        yield from self.leave()


class Lesson(_Trial):
    """A teacher with a projector."""

    def steps(self) -> Iterator[Wait]:
        """Translate with the model that is there, and show it large."""
        yield from self.begin()
        yield from self.click("nav_translate")
        pane = self.window.panes["translate"]
        yield "a model is open", lambda: pane.info is not None, 120.0
        yield "the window has the keyboard", lambda: self.hand.focus(self.window), 30.0
        yield from self.click("sourceText")
        yield from self.key("ctrl+a")
        yield from self.type("The little girl closes the window. We see the old house.")
        alignment = pane.view.picture.alignment
        yield "it is translated", lambda: len(alignment.picture.target) > 3 and not pane.service.busy, 120.0
        self.tell("a picture of attention")
        yield from self.click("presentPicture")
        yield "it fills the screen", lambda: pane.presenter.stage is not None, 60.0
        stage = pane.presenter.stage
        yield "it has the keyboard", lambda: self.hand.focus(stage) and stage.alignment.hasFocus(), 30.0
        self.tell("a picture on the projector")
        read = stage.reading.text()
        yield from self.key("Right")
        yield "the next word is read out", lambda: stage.reading.text() not in ("", read), 30.0
        place, shown = stage.place.text(), stage.alignment.picture.source_text
        yield from self.key("Up")
        yield "the sentence before is shown", lambda: stage.place.text() != place, 30.0
        yield "with its picture", lambda: stage.alignment.picture.source_text not in ("", shown), 60.0
        title = stage.title.text()
        yield from self.key("Page_Up")
        yield "an earlier checkpoint is shown", lambda: stage.title.text() != title, 120.0
        self.tell("a word, a sentence and a checkpoint turned")
        self.take_picture()
        yield from self.key("Escape")
        yield "the window is back", lambda: pane.presenter.stage is None, 30.0
        yield from self.leave()


_TRIALS = {"spreadsheet": Spreadsheet, "memory": Memory, "lesson": Lesson}


def _prepare(folder: Path) -> None:
    write_tmx(folder / "colours.tmx")
    write_workbook(folder / "animals.xlsx")


def main() -> int:
    """Let one of the three try."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("trial", choices=sorted(_TRIALS))
    parser.add_argument("--screenshot", type=Path, help="write a picture of the screen to this file")
    options = parser.parse_args()
    larger = "zoom=1.5\n" if options.trial == "lesson" else ""
    code = walk(_TRIALS[options.trial], _prepare, options.screenshot, larger)
    if code == 0:
        print(f"The {options.trial} trial went well.")
    return code


if __name__ == "__main__":
    sys.exit(main())
