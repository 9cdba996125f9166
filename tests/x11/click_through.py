"""The whole tour in a real X11 window, by mouse and keyboard: import a TMX file, train, translate, read the links.

    xvfb-run -a -s "-screen 0 1280x800x24" python tests/x11/click_through.py --screenshot window.png

See ``person.py`` for how it is done. Ends with 1 when something did not happen.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))

from person import Person, Wait, walk

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


class Tour(Person):
    """Imports, trains, translates and looks at a word."""

    def steps(self) -> Iterator[Wait]:
        """The whole tour."""
        yield from self.begin()
        yield from self.import_file()
        yield from self.train()
        yield from self.translate()
        yield from self.point_at_a_word()
        yield from self.close()

    def import_file(self) -> Iterator[Wait]:
        """Import a TMX file through the file dialog and go on to training."""
        yield from self.click("importButton")
        yield from self.choose_file("colours.tmx")
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


def main() -> int:
    """Start the program and walk through it."""
    parser = argparse.ArgumentParser(description="Click through the real window on an X11 screen.")
    parser.add_argument("--screenshot", type=Path, help="write a picture of the screen to this file")
    options = parser.parse_args()
    code = walk(Tour, lambda folder: write_tmx(folder / "colours.tmx"), options.screenshot)
    if code == 0:
        print("The tour by mouse and keyboard went well.")
    return code


if __name__ == "__main__":
    sys.exit(main())
