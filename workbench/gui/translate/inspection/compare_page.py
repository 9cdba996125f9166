"""The same sentence by another model, checkpoint or beam: both translations and alignments, and where they part."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QLabel, QSizePolicy, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.types import Translation
from workbench.engine.runs import run_choices
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.model_cache import ModelChoice
from workbench.engine.text.matching import match_words
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, name_control, named
from workbench.gui.translate.inspection.page import InspectionPage, Subject
from workbench.gui.translate.inspection.set_comparison import SetComparison, Sides
from workbench.gui.translate.models.model_bar import BEST, LAST
from workbench.gui.translate.picture.picture_maker import make_picture
from workbench.gui.views.offsets import direction_of
from workbench.gui.views.pictures.alignment_view import AlignmentView
from workbench.gui.views.pictures.exhibit import Exhibit, figure_part, text_part, weight_columns
from workbench.gui.views.pictures.figure_export import Figure
from workbench.gui.views.pictures.picture import EMPTY, NOWHERE, Spot
from workbench.gui.widgets.controls import labelled, push_button, show_problem, splitter, text_label
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.words.marked import changed_text
from workbench.gui.workers.failure import FailureReport

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from workbench.engine.inspection.comparison import LinkDifference
    from workbench.engine.search.translator import Translator


@dataclass(frozen=True)
class Opinions:
    """What one model wrote and thinks.

    Attributes:
        translation: By the other model; ``None`` when the model in use was asked, whose is known.
        values: Mean log-probability a piece that it gives the translation of the model in use, and the other's.
    """

    translation: Translation | None
    values: tuple[float, float]


def ask_other(translator: Translator, subject: Subject, search: SearchConfig, check: Callable[[], None]) -> Opinions:
    """Translate with the other model, and ask what it thinks of both; in the translation thread."""
    from workbench.engine.inspection.comparison import opinion

    found = translator.translate([subject.text], search, prefixes=[subject.prefix], check=check)[0]
    return Opinions(found, opinion(translator, subject.text, (subject.hypothesis.text, found.text), check=check))


def ask_own(translator: Translator, subject: Subject, text: str, check: Callable[[], None]) -> Opinions:
    """What the model in use thinks of both; in the translation thread."""
    from workbench.engine.inspection.comparison import opinion

    return Opinions(None, opinion(translator, subject.text, (subject.hypothesis.text, text), check=check))


def link_differences(one: Translation, other: Translation) -> tuple[LinkDifference, ...]:
    """Words of both translations that are linked otherwise; imports torch, which is there by then."""
    from workbench.engine.inspection.comparison import Comparison

    return Comparison(one, other).links or ()


class ComparePage(InspectionPage):
    """The model in use above, the other below. It asks the other first, and then the one in use about what it wrote."""

    name = "comparePage"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._other: Opinions | None = None
        self._own: Opinions | None = None
        self._filled: object = None
        self._asked: object = None
        self._problem = ""
        self._wanted: tuple[Path, str, int | None] | None = None  # run, checkpoint and beam of the other
        self.runs = named(QComboBox(), "compareRun")
        self.checkpoints = named(QComboBox(), "compareCheckpoint")
        for box in (self.runs, self.checkpoints):
            box.setMinimumContentsLength(14)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.beam = named(QSpinBox(minimum=1, maximum=64), "compareBeam")
        self.texts = [self._text("compareOneText"), self._text("compareOtherText")]
        self.views = [AlignmentView(), AlignmentView()]
        for view in self.views:
            view.setMinimumHeight(90)  # two stand one above the other
        for view, other in (self.views, self.views[::-1]):
            view.spot_hovered.connect(lambda spot, view=view, other=other: self._on_hovered(view, other, spot))
        self.opinions = text_label(name="compareOpinions")
        self.problem = text_label("warning", name="compareProblem")
        tip = self.tr("Both models over a whole test set, and where they part most, instead of one sentence")
        self.over_set = push_button("compareOverSet", self.tr("Over a test set"), tip, self._on_over_set)
        self.over_set.setCheckable(True)
        self.sentences = SetComparison(context, self.run_in_background)
        self.sentences.sentence_wanted.connect(self._on_sentence)
        self.sentences.changed.connect(self._offer_saving)
        self._lay_out()
        self._name_controls()
        self.runs.activated.connect(self._on_run)
        self.checkpoints.activated.connect(self._on_other)
        self.beam.valueChanged.connect(self._on_other)
        context.theme_changed.connect(self._on_theme)
        context.runs_changed.connect(self._on_runs)
        self._on_theme(context.theme)

    def _text(self, name: str) -> QLabel:
        label = named(QLabel(textFormat=Qt.TextFormat.RichText, wordWrap=True), name)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _lay_out(self) -> None:
        beam = labelled(self.tr("Beam"), self.beam)
        beam.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        runs, checkpoints = (
            labelled(self.tr("Compare with"), self.runs),
            labelled(self.tr("Checkpoint"), self.checkpoints),
        )
        head = self.head(runs, checkpoints, beam, self.over_set)
        halves = []
        for text, view in zip(self.texts, self.views, strict=True):
            half = QWidget()
            arrange(QVBoxLayout(half), text, (view, 1), spacing=2)
            halves.append(half)
        both = named(splitter(Qt.Orientation.Vertical, halves[0], halves[1], (300, 300)), "compareSplitter")
        sentence = QWidget()
        arrange(QVBoxLayout(sentence), (both, 1), self.opinions, self.problem, spacing=6)
        self._stack = QStackedWidget()
        for part in (sentence, self.sentences):
            self._stack.addWidget(part)
        body = arrange(QVBoxLayout(), self._stack, margins=(12, 0, 12, 8))
        arrange(QVBoxLayout(self), head, (body, 1), margins=(1, 1, 1, 1), spacing=6)

    def _name_controls(self) -> None:
        tip = self.tr("A run between the same languages; the model in use is above, this one below.")
        name_control(self.runs, self.tr("Run to compare with"), tip)
        tip = self.tr("Another checkpoint shows what the training between them changed.")
        name_control(self.checkpoints, self.tr("Checkpoint to compare with"), tip)
        tip = self.tr("Hypotheses kept by the search below; 1 is greedy.")
        name_control(self.beam, self.tr("Beam to compare with"), tip)
        names = (self.tr("Alignment of the model in use"), self.tr("Alignment of the other"))
        for view, name, text in zip(self.views, names, ("compareOne", "compareOther"), strict=True):
            view.setObjectName(text)
            view.setAccessibleName(name)

    @staticmethod
    def title() -> str:
        """Its name on the tab."""
        return translate("ComparePage", "Compare")

    @staticmethod
    def tip() -> str:
        """What it shows."""
        return translate("ComparePage", "The same sentence by another run, checkpoint or beam, and where the two part")

    # Which other.

    @Slot()
    def _on_runs(self) -> None:
        """Runs came, went or got checkpoints: the other may be another now, and is asked anew then."""
        self._filled = None
        self.sentences.refill()
        subject = self.subject
        if subject is not None:
            self._fill(subject)
            if self._asked != self._stamp(subject):
                self.show_subject()
            else:
                self._draw()

    def compare_with(self, run: Path) -> None:
        """Compare the sentence with another run from now on."""
        self._want(run, BEST, None)

    def _want(self, run: Path, checkpoint: str, beam: int | None) -> None:
        """Show one sentence, and another model below it from now on."""
        self.over_set.setChecked(False)
        self._on_over_set()
        self._wanted, self._filled = (run, checkpoint, beam), None
        if self.subject is not None:
            self.show_subject()

    def _fill(self, subject: Subject) -> None:
        """List the runs between the same languages; once for each model in use."""
        if self._filled == subject.choice.run:
            return
        first = self.runs.currentData() is None
        found = run_choices.alike(RunFolder(subject.choice.run))
        wanted = self._wanted
        chosen = wanted[0] if wanted is not None else self.runs.currentData() or subject.choice.run
        with QSignalBlocker(self.runs):
            self.runs.clear()
            for run in found:
                self.runs.addItem(run_choices.title(run), run.path)
            places = [r.path for r in found]
            self.runs.setCurrentIndex(places.index(chosen) if chosen in places else places.index(subject.choice.run))
        self._filled = subject.choice.run
        self._fill_checkpoints()
        if wanted is not None:
            self._wanted = None
            with QSignalBlocker(self.beam):
                self.beam.setValue(wanted[2] or subject.search.beam)
            self.checkpoints.setCurrentIndex(max(0, self.checkpoints.findData(wanted[1])))
        elif first:
            self._begin(subject)

    def _fill_checkpoints(self) -> None:
        try:
            steps = [c.step for c in RunFolder(self.runs.currentData()).checkpoints()]
        except (WorkbenchError, OSError):
            steps = []
        before = self.checkpoints.currentData()
        with QSignalBlocker(self.checkpoints):
            self.checkpoints.clear()
            self.checkpoints.addItem(self.tr("Best"), BEST)
            self.checkpoints.addItem(self.tr("Latest"), LAST)
            for step in steps:
                self.checkpoints.addItem(self.tr("Step {step}").format(step=formats.count(step)), str(step))
            self.checkpoints.setCurrentIndex(max(0, self.checkpoints.findData(before)))

    def _begin(self, subject: Subject) -> None:
        """Something to compare with: the first checkpoint that is another, else another beam."""
        own = str(subject.info.step)
        others = [i for i in range(2, self.checkpoints.count()) if self.checkpoints.itemData(i) != own]
        with QSignalBlocker(self.checkpoints), QSignalBlocker(self.beam):
            self.checkpoints.setCurrentIndex(others[0] if others else 0)
            beam = subject.search.beam
            self.beam.setValue(beam if others else 5 if beam == 1 else 1)

    @Slot(int)
    def _on_run(self, _place: int) -> None:
        self._fill_checkpoints()
        self._on_other(0)

    @Slot(int)
    def _on_other(self, _value: int) -> None:
        self.show_subject()

    # Asking.

    def _choice(self, subject: Subject) -> ModelChoice:
        """The other model."""
        return ModelChoice(self.runs.currentData(), self.checkpoints.currentData(), subject.choice.device)

    def _search(self, subject: Subject) -> SearchConfig:
        return subject.search.model_copy(update={"beam": self.beam.value(), "nbest": 1})

    def _stamp(self, subject: Subject) -> object:
        """What an answer is about: the best and the latest checkpoint may be another tomorrow."""
        choice = self._choice(subject)
        try:
            step = RunFolder(choice.run).checkpoint(choice.checkpoint).step
        except (WorkbenchError, OSError):
            step = -1
        return choice, step, self.beam.value()

    def show_subject(self) -> None:
        """Ask the other model."""
        self._other = self._own = None
        self._problem = ""
        subject = self.subject
        if subject is not None:
            self._fill(subject)
            self._asked = self._stamp(subject)
            choice, search = self._choice(subject), self._search(subject)
            self.asked_of.emit(choice, lambda translator, check: ask_other(translator, subject, search, check))
        self._draw()

    def show_answer(self, value: Opinions) -> None:
        """One of the models has answered; of two the other is first."""
        subject = self.subject
        if value.translation is None:
            self._own = value
        elif subject is not None:
            self._other = value
            text = value.translation.text
            self.asked.emit(lambda translator, check: ask_own(translator, subject, text, check))
        self._draw()

    def show_failure(self, report: FailureReport) -> None:
        """One of them could not be asked."""
        self._problem = shown_failure(report)
        self._draw()

    # Over a test set.

    def show_working(self) -> None:
        """A test set is being compared, or not any more."""
        self.sentences.show_working(self.busy)

    @Slot()
    def _on_over_set(self) -> None:
        self._stack.setCurrentIndex(int(self.over_set.isChecked()))
        self._draw()

    @Slot(str, object)
    def _on_sentence(self, source: str, sides: Sides) -> None:
        """See one of the test set in the comparison, with the other model that it was compared with."""
        self.sentence_wanted.emit(source)
        other = sides.choices[1]
        self._want(other.run, other.checkpoint, sides.searches[1].beam)

    def _sides(self, subject: Subject) -> Sides:
        own = ModelChoice(subject.choice.run, str(subject.info.step), subject.choice.device)
        searches = subject.search, self._search(subject)
        return Sides((own, self._choice(subject)), searches, self._names(subject))

    # Showing.

    def _draw(self) -> None:
        """All of the page."""
        show_problem(self.problem, self._problem)
        subject, found = self.subject, self._found()
        for view, translation in zip(self.views, found, strict=True):
            picture = EMPTY if translation is None else make_picture(translation, translation.best, words=True)
            view.set_picture(picture)
        names = ("", "") if subject is None else self._names(subject)
        self.sentences.show_sides(None if subject is None else self._sides(subject))
        for side, label in enumerate(self.texts):
            label.setText(self._rich(names[side], found[side], found[1 - side], self.context.theme))
        self.opinions.setText(self._summary(found[0], found[1]))
        self._offer_saving()

    def _found(self) -> tuple[Translation | None, Translation | None]:
        """What the model in use wrote, and the other."""
        subject, other = self.subject, self._other
        own = None if subject is None else replace(subject.translation, nbest=(subject.hypothesis,))
        return own, None if other is None else other.translation

    def _names(self, subject: Subject) -> tuple[str, str]:
        """The model in use and the other in words."""
        title = run_choices.title(RunFolder(subject.choice.run))
        step = self.tr("Step {step}").format(step=formats.count(subject.info.step))
        return (
            self._name(title, step, subject.search.beam),
            self._name(self.runs.currentText(), self.checkpoints.currentText(), self.beam.value()),
        )

    def _name(self, run: str, checkpoint: str, beam: int) -> str:
        text = self.tr("{run}, {checkpoint}, beam {beam}")
        return text.format(run=run, checkpoint=checkpoint, beam=formats.count(beam))

    def _rich(self, name: str, own: Translation | None, other: Translation | None, theme: Theme) -> str:
        """A model and what it wrote, with the words marked that the other did not write."""
        head = f'<span style="color:{theme.muted}">{html.escape(name)}</span>'
        if own is None:
            return head
        rich = changed_text(None if other is None else other.text, own.text, theme.added)
        return f'{head}<div dir="{direction_of(own.text)}">{rich}</div>'

    def _summary(self, one: Translation | None, other: Translation | None) -> str:
        """Whether they are alike, what each thinks of both, and which words are linked otherwise."""
        if one is None or other is None or self._other is None:
            return ""
        told = []
        if one.text == other.text:
            told.append(self.tr("Both translate it alike."))
        if self._own is not None:
            pattern = self.tr(
                "Log-probability a piece, upper and lower translation: the upper model gives {a} and {b}, the lower"
                " {c} and {d}."
            )
            values = (*self._own.values, *self._other.values)
            told.append(pattern.format(**{k: formats.number(v, 2) for k, v in zip("abcd", values, strict=True)}))
        different = link_differences(one, other)
        if different:
            words = ", ".join(f"“\u2068{d.word}\u2069”" for d in different[:8])
            told.append(self.tr("Linked with other words of the source: {words}.").format(words=words))
        return " ".join(told)

    def _on_hovered(self, view: AlignmentView, other: AlignmentView, spot: Spot) -> None:
        """Light up the same word in the other picture."""
        there = NOWHERE
        if spot.target is None:
            there = spot
        elif spot.source is None:
            pairs = dict(match_words(view.picture.target_text, other.picture.target_text).pairs)
            place = pairs.get(spot.target)
            there = NOWHERE if place is None else Spot(target=place)
        other.set_hovered(there if other.picture.fits(there) else NOWHERE)

    @Slot()
    def _offer_saving(self) -> None:
        self.saves(bool(self.sentences.rows) if self.over_set.isChecked() else self._other is not None)

    def exhibit(self) -> Exhibit | None:
        """Both translations with their links, or the table."""
        if self.over_set.isChecked():
            return self.sentences.exhibit()
        subject, (one, other) = self.subject, self._found()
        if subject is None or one is None or other is None:
            return None
        from workbench.engine.inspection.comparison import Comparison

        names, parts, font = self._names(subject), [], self.font()
        for name, view, own, rest in zip(names, self.views, (one, other), (other, one), strict=True):
            parts.append(text_part(self._rich(name, own, rest, LIGHT), font))
            parts.append(figure_part(Figure(view.picture, view.look())))
        parts.append(text_part(html.escape(self.opinions.text()), font))
        values = [opinions.values for opinions in (self._own, self._other) if opinions is not None]
        return Exhibit(
            self.title(),
            subject.text,
            parts,
            weight_columns(dict(zip("AB", (view.picture for view in self.views), strict=True))),
            {"models": list(names), **Comparison(one, other, tuple(values)).to_json()},
        )

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        for view in self.views:
            view.set_theme(theme)
        self._draw()
