"""The training pairs that a sentence reminds the model of, with the words that are the same."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtWidgets import QComboBox, QListWidgetItem, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.core.types import Progress
from workbench.engine.search.model_cache import ModelChoice, ModelKey
from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.matching import matching
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, name_button, name_control, named
from workbench.gui.translate.inspection.page import InspectionPage, Subject
from workbench.gui.translate.translation_lists import RichList
from workbench.gui.views.offsets import direction_of
from workbench.gui.views.pictures.exhibit import Exhibit, text_part
from workbench.gui.widgets.controls import labelled, show_problem, text_label
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.words.marked import marked_text
from workbench.gui.workers.failure import FailureReport

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from workbench.engine.core.types import Token
    from workbench.engine.inspection.memory import Memory, Neighbour
    from workbench.engine.search.translator import Translator

_PAIRS, _PLACES = 12, 8


@dataclass(frozen=True)
class Near:
    """What a sentence and its translation are near to.

    Attributes:
        memory: The index; ``None`` where the training pairs were not read with these weights.
        pairs: Pairs whose sources are near.
        pieces: The translation's pieces.
        places: What each of them is near to.
    """

    memory: Memory | None
    pairs: Sequence[Neighbour] = ()
    pieces: Sequence[Token] = ()
    places: Sequence[Sequence[Neighbour]] = ()


def look_up(translator: Translator, memory: Memory | None, text: str, target: str) -> Near:
    """Search the index of a model; in the translation thread."""
    from workbench.engine.inspection.memory import load

    found = memory or load(translator)
    if found is None:
        return Near(None)
    pieces, places = found.nearest_places(translator, text, target, _PLACES)
    return Near(found, found.nearest(translator, text, _PAIRS), pieces, places)


def read_training(choice: ModelChoice, step: int, progress: Progress, check: Callable[[], None]) -> None:
    """Make the index of a model, with the model opened once more; in a job."""
    from workbench.engine.inspection.memory import build
    from workbench.engine.search.opening import open_translator

    build(open_translator(choice.run, checkpoint=str(step), device=choice.device), check=check, progress=progress)


class PairList(RichList):
    """Training pairs, nearest first."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._near: Sequence[Neighbour] = ()
        self._texts = ("", "")
        super().__init__(context, parent)
        self.setObjectName("trainingPairs")
        tip = self.tr(
            "Training pairs, nearest first. Words that are those of your sentence, or of its translation, are marked."
            " Enter or a double click translates the training sentence."
        )
        name_control(self, self.tr("Nearest training pairs"), tip)

    def show_pairs(self, near: Sequence[Neighbour], text: str, target: str) -> None:
        """Show neighbours of a sentence and its translation."""
        self._near, self._texts = near, (text, target)
        self.fill()

    def source(self, row: int) -> str:
        """The training sentence of an item."""
        return self._near[row].source

    def fill(self) -> None:
        """One item a pair."""
        self.clear()
        for row, one in enumerate(self._near):
            self.add(self._rich(one, self._context.theme), f"{self._told(one)}: {one.source} – {one.target}", row)

    def page(self, theme: Theme) -> str:
        """All of them as one text."""
        return "<br>".join(self._rich(one, theme) for one in self._near)

    def _told(self, one: Neighbour) -> str:
        """How near a pair is."""
        likeness = formats.number(one.likeness, 2)
        if one.source.casefold() == self._texts[0].casefold():
            return self.tr("{likeness}, the very sentence").format(likeness=likeness)
        if one.target == self._texts[1] and one.place is None:
            return self.tr("{likeness}, the very translation").format(likeness=likeness)
        return likeness

    def _rich(self, one: Neighbour, theme: Theme) -> str:
        places = None if one.place is None else [one.place]
        told = f'<div><span style="color:{theme.muted}">{html.escape(self._told(one))}</span></div>'
        source = self._marked(one.source, self._texts[0], theme)
        return f"{told}{source}{self._marked(one.target, self._texts[1], theme, places)}"

    def _marked(self, text: str, like: str, theme: Theme, spans: Sequence[tuple[int, int]] | None = None) -> str:
        """A sentence with some of its words marked: those of another, or the spans that are given."""
        rich = marked_text(text, matching(like, text)[1] if spans is None else spans, theme.added)
        return f'<div dir="{direction_of(text)}">{rich}</div>'


class TrainingPairsPage(InspectionPage):
    """Asks for the nearest pairs of the sentence in sight; what was found belongs to it alone."""

    name = "trainingPairsPage"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._memory: tuple[ModelKey, Memory] | None = None
        self._near = Near(None)
        self.what = named(QComboBox(), "nearWhat")
        self.what.setMinimumContentsLength(16)
        self.what.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what.activated.connect(self._on_what)
        self.about = text_label("muted", name="nearAbout")
        self.pairs = PairList(context)
        self.pairs.itemActivated.connect(self._on_pair)
        self.problem = text_label("warning", name="nearProblem")
        self.empty = EmptyState(context, "mdi6.book-search-outline")
        self.read_button = self.empty.add_button("readTraining", self._on_read)
        self.progress = JobProgress()
        found = QWidget()
        tip = self.tr(
            "The whole sentence, by what the encoder makes of it, or one piece of the translation, by the state of the"
            " decoder that it was written from."
        )
        name_control(self.what, self.tr("What is looked for"), tip)
        near = labelled(self.tr("Near to"), self.what)
        near.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = self.head(near)
        arrange(QVBoxLayout(found), self.about, (self.pairs, 1), margins=(12, 0, 12, 8), spacing=6)
        self._stack = QStackedWidget()
        for page in (found, self.empty):
            self._stack.addWidget(page)
        arrange(QVBoxLayout(self), head, (self._stack, 1), self.problem, self.progress, margins=(1, 1, 1, 6), spacing=4)
        self.empty.set_texts(
            self.tr("The training pairs were not read with this checkpoint yet"),
            self.tr(
                "The model reads its training pairs once, and what it makes of them is kept beside the run. That takes"
                " from seconds to some minutes."
            ),
        )
        tip = self.tr("Read the training pairs with this checkpoint, in the background")
        name_button(self.read_button, self.tr("Read the training pairs"), tip)
        self._draw()

    @staticmethod
    def title() -> str:
        """Its name on the tab."""
        return translate("TrainingPairsPage", "Training pairs")

    @staticmethod
    def tip() -> str:
        """What it shows."""
        return translate(
            "TrainingPairsPage",
            "The training pairs that this sentence, or a word of its translation, reminds the model of",
        )

    def show_subject(self) -> None:
        """Look for what is near to it."""
        self._near = Near(None)
        self._draw()
        subject = self.subject
        if subject is not None:
            self._ask(subject)

    def _ask(self, subject: Subject) -> None:
        known = self._memory[1] if self._memory is not None and self._memory[0] == subject.info.key else None
        text, target = subject.text, subject.hypothesis.text

        def examine(translator: Translator, check: Callable[[], None]) -> Near:
            check()
            return look_up(translator, known, text, target)

        self.asked.emit(examine)

    def show_answer(self, value: Near) -> None:
        """What was found."""
        self._near = value
        if value.memory is not None and self.subject is not None:
            self._memory = self.subject.info.key, value.memory
        self._draw(missing=value.memory is None)

    def show_failure(self, report: FailureReport) -> None:
        """It could not be looked for."""
        self._draw(problem=shown_failure(report))

    def _draw(self, *, missing: bool = False, problem: str = "") -> None:
        """All of the page."""
        near, chosen = self._near, max(0, self.what.currentIndex())
        self._stack.setCurrentIndex(1 if missing else 0)
        self.show_working()
        show_problem(self.problem, problem)
        self.what.clear()
        self.what.addItem(self.tr("The whole sentence"))
        for piece in near.pieces:
            self.what.addItem(self._label(piece))
        self.what.setCurrentIndex(chosen if chosen < self.what.count() else 0)
        self.what.setEnabled(self.what.count() > 1)
        self.about.setText("")
        if near.memory is not None:
            text = self.tr("{kept} of {total} training pairs; words that are the same are marked.")
            counts = {"kept": formats.count(len(near.memory.sources)), "total": formats.count(near.memory.total)}
            self.about.setText(text.format(**counts))
        self._show_near()
        self.saves(bool(near.pairs))

    def exhibit(self) -> Exhibit | None:
        """The pairs in sight as a picture, those of all pieces as numbers."""
        subject, near = self.subject, self._near
        if subject is None or not near.pairs:
            return None
        said = (subject.text, subject.hypothesis.text)
        head = "".join(f'<div dir="{direction_of(text)}">{html.escape(text)}</div>' for text in said)
        head += f'<p style="color:{LIGHT.muted}">{html.escape(self.about.text())}</p>'
        head += f"<p><b>{html.escape(self.what.currentText())}</b></p>"
        found = [("", one) for one in near.pairs]
        for piece, places in zip(near.pieces, near.places, strict=True):
            found += [(piece.text, one) for one in places]
        rows = [
            {
                "near_to": piece,
                "likeness": float(one.likeness),
                "source": one.source,
                "target": one.target,
                "start": None if one.place is None else one.place[0],
                "end": None if one.place is None else one.place[1],
            }
            for piece, one in found
        ]
        return Exhibit(
            subject.text,
            self.title(),
            [text_part(head + self.pairs.page(LIGHT), self.font())],
            {name: [row[name] for row in rows] for name in rows[0]},
            {"source": subject.text, "translation": subject.hypothesis.text, "pairs": rows},
        )

    def _label(self, piece: Token) -> str:
        text = piece.text.replace(SPACE_MARK, " ").strip()
        return f"“\u2068{text}\u2069”" if piece.end > piece.start else self.tr("The end of the sentence")

    def _show_near(self) -> None:
        place = self.what.currentIndex()
        near = self._near.pairs if place <= 0 else self._near.places[place - 1]
        subject = self.subject
        self.pairs.show_pairs(near, subject.text if subject else "", subject.hypothesis.text if subject else "")

    @Slot(int)
    def _on_what(self, _place: int) -> None:
        self._show_near()

    @Slot(QListWidgetItem)
    def _on_pair(self, item: QListWidgetItem) -> None:
        self.sentence_wanted.emit(self.pairs.source(self.pairs.row(item)))

    # Reading the training pairs.

    def show_working(self) -> None:
        """They are read once at a time."""
        self.read_button.setEnabled(not self.busy)

    @Slot()
    def _on_read(self) -> None:
        subject = self.subject
        if subject is None or self.busy:
            return
        choice, step = subject.choice, subject.info.step
        show_problem(self.problem, "")
        self.run_in_background(
            self.tr("Reading the training pairs of “{run}”").format(run=choice.run.name),
            lambda progress, check: read_training(choice, step, progress, check),
            self._on_done,
            lambda report: show_problem(self.problem, shown_failure(report)),
            self.progress,
        )

    def _on_done(self, _nothing: None) -> None:
        if self.subject is not None:
            self._ask(self.subject)
