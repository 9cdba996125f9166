"""Where a model's words lie: a map of its embeddings, and the words near one."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSizeF, Qt, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QListWidget, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.text.words import words
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, name_control, named
from workbench.gui.translate.inspection.page import InspectionPage
from workbench.gui.views.pictures.exhibit import Column, Exhibit, Part, html_table, text_part
from workbench.gui.views.pictures.word_map import Dots, WordMapView
from workbench.gui.widgets.controls import labelled, show_problem, splitter, text_label
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.workers.failure import FailureReport

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from workbench.engine.inspection.embeddings import NearWord, WordMap
    from workbench.engine.search.translator import Translator

_NEAR = 20
_DRAWN = QSizeF(1000, 640)
_MARKS = ".,;:!?…\"'()«»“”„‘’¿¡。、！？"


@dataclass(frozen=True)
class Found:
    """A map and the words near one of them.

    Attributes:
        map: The map.
        word: The word.
        near: The words nearest to it.
    """

    map: WordMap
    word: str
    near: Sequence[NearWord]


def look_around(translator: Translator, side: str, word: str, also: Sequence[str]) -> Found:
    """Draw the map and look for what is near; in the translation thread."""
    from workbench.engine.inspection.embeddings import nearest_words, word_map

    return Found(word_map(translator, side, also), word, nearest_words(translator, word, side, _NEAR) if word else ())


def words_of(text: str) -> list[str]:
    """The words of a sentence without the marks around them."""
    return [bare for word in words(text) if (bare := word.text.strip(_MARKS))]


class WordMapPage(InspectionPage):
    """The words of the sentence stand out; one that is clicked, or typed, is looked around."""

    name = "wordMapPage"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._word = ""
        self._found: Found | None = None
        self.side = named(QComboBox(), "wordSide")
        for side in ("target", "source"):
            self.side.addItem("", side)
        self.side.activated.connect(self._on_side)
        self.word = named(QLineEdit(clearButtonEnabled=True), "wordEdit")
        self.word.returnPressed.connect(lambda: self._look(self.word.text().strip()))
        self.about = text_label("muted", name="wordAbout")
        self.map = WordMapView()
        self.map.setObjectName("wordMap")
        self.map.chosen.connect(self._look)
        self.near = named(QListWidget(), "nearWords")
        self.near.itemActivated.connect(self._on_near)
        self.problem = text_label("warning", name="wordProblem")
        self.word.setMinimumWidth(120)
        boxes = labelled(self.tr("Embeddings of"), self.side), labelled(self.tr("Near to"), self.word)
        for box in boxes:
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = self.head(*boxes)
        both = named(splitter(Qt.Orientation.Horizontal, self.map, self.near, (600, 220)), "wordMapSplitter")
        both.setStretchFactor(0, 1)
        parts = ((both, 1), self.about, self.problem)
        body = arrange(QVBoxLayout(), *parts, margins=(12, 0, 12, 8), spacing=6)
        arrange(QVBoxLayout(self), head, (body, 1), margins=(1, 1, 1, 1), spacing=6)
        self._name_controls()
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    def _name_controls(self) -> None:
        for place, text in enumerate((self.tr("Translation"), self.tr("Source"))):
            self.side.setItemText(place, text)
        tip = self.tr("Each side has embeddings of its own, unless the model shares them.")
        name_control(self.side, self.tr("Whose embeddings"), tip)
        tip = self.tr("Type a word and press Enter; a word of several pieces lies at their mean.")
        name_control(self.word, self.tr("Word to look around"), tip)
        name_control(self.map, self.tr("Map of words"))
        self.map.setToolTip("")
        tip = self.tr(
            "Nearest first, by the cosine of the embeddings. Enter or a double click looks around from there."
        )
        name_control(self.near, self.tr("Nearest words"), tip)

    @staticmethod
    def title() -> str:
        """Its name on the tab."""
        return translate("WordMapPage", "Word map")

    @staticmethod
    def tip() -> str:
        """What it shows."""
        return translate(
            "WordMapPage", "Where the model’s words lie: frequent words, and those of the sentence, by their embeddings"
        )

    def show_subject(self) -> None:
        """The words of another sentence stand out, and its longest is looked around."""
        self._word = max(self._own(), key=len, default="")
        self._draw(None)
        self._ask()

    def _own(self) -> list[str]:
        """The words of the sentence on this side."""
        if self.subject is None:
            return []
        side = self.side.currentData()
        return words_of(self.subject.hypothesis.text if side == "target" else self.subject.text)

    def _ask(self) -> None:
        if self.subject is None:
            return
        side, word, also = self.side.currentData(), self._word, [*self._own(), self._word]

        def examine(translator: Translator, check: Callable[[], None]) -> Found:
            check()
            return look_around(translator, side, word, also)

        self.asked.emit(examine)

    def show_answer(self, value: Found) -> None:
        """The map and what is near."""
        self._draw(value)

    def show_failure(self, report: FailureReport) -> None:
        """It could not be drawn."""
        self._draw(None, shown_failure(report))

    def _draw(self, found: Found | None, problem: str = "") -> None:
        """All of the page."""
        self._found = found
        self.saves(found is not None)
        show_problem(self.problem, problem)
        self.word.setText(self._word)
        self.near.clear()
        self.about.setText("")
        if found is None:
            self.map.show_dots(Dots())
            return
        self.map.show_dots(Dots(found.map.words, found.map.points, frozenset(self._own())), found.word)
        for one in found.near:
            item = QListWidgetItem(f"{formats.number(one.likeness, 2)}   {one.word}")
            item.setData(Qt.ItemDataRole.UserRole, one.word)
            self.near.addItem(item)
        text = self.tr(
            "Two principal directions of {count} words; they show {share} of the differences between them. Words of the"
            " sentence stand out."
        )
        share = formats.number(100 * found.map.share, 0)
        self.about.setText(text.format(count=formats.count(len(found.map.words)), share=f"{share}\u00a0%"))

    def exhibit(self) -> Exhibit | None:
        """The map and the words near the one that is chosen."""
        subject, found = self.subject, self._found
        if subject is None or found is None:
            return None
        drawn = Part(_DRAWN, lambda painter: self.map.paint_map(painter, _DRAWN, LIGHT))
        lines = [[formats.number(one.likeness, 2), one.word] for one in found.near]
        title = self.tr("Near to “{word}”").format(word=f"\u2068{found.word}\u2069")
        near = html_table(["", title], lines, 1)
        likeness = {one.word: float(one.likeness) for one in found.near}
        points = {
            word: [float(v) for v in point] for word, point in zip(found.map.words, found.map.points, strict=True)
        }
        own, words = set(self._own()), list(dict.fromkeys([*points, *likeness]))
        columns: dict[str, Column] = {
            "word": words,
            "x": [points[word][0] if word in points else None for word in words],
            "y": [points[word][1] if word in points else None for word in words],
            "of_sentence": [int(word in own) for word in words],
            "likeness": [likeness.get(word) for word in words],
        }
        record = {
            "side": self.side.currentData(),
            "share": float(found.map.share),
            "near_to": found.word,
            "words": [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)],
        }
        about = text_part(html.escape(self.about.text()), self.font())
        parts = [drawn, about, *([text_part(near, self.font())] if lines else [])]
        return Exhibit(self.title(), subject.text, parts, columns, record)

    def _look(self, word: str) -> None:
        self._word = word
        self._ask()

    @Slot(int)
    def _on_side(self, _place: int) -> None:
        self.show_subject()

    @Slot(QListWidgetItem)
    def _on_near(self, item: QListWidgetItem) -> None:
        self._look(item.data(Qt.ItemDataRole.UserRole))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.map.set_theme(theme)
