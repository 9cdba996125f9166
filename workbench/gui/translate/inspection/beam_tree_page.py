"""The search for the current sentence's translation as a tree, alone or against another search."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core.types import SearchTree, TreeNode
from workbench.engine.inspection.tree_files import comparison_record, to_dot, tree_record
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.model_cache import ModelCache
from workbench.engine.text.folding import SPACE_MARK
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, icon, name_control, named
from workbench.gui.translate.inspection.page import InspectionPage, Subject
from workbench.gui.views.pictures.beam_tree_drawing import (
    CHOICE,
    MEASURES,
    PROBABILITY,
    SHARE,
    UNDECIDED,
    BeamTreeDrawing,
    TreePicture,
)
from workbench.gui.views.pictures.beam_tree_view import BeamTreeView
from workbench.gui.views.pictures.beam_tree_words import describe_node, stopped_sentence
from workbench.gui.views.pictures.exhibit import Exhibit, Part
from workbench.gui.widgets.controls import described, labelled
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.workers.failure import FailureReport

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

#: Beams offered to compare with, and how many pruned ones of each step are shown.
_BEAMS, _PRUNED = (1, 2, 5, 10), (0, 3, 200)
_BEAM, _CHECKPOINT = "beam", "checkpoint"


class BeamTreePage(InspectionPage):
    """Draws the tree, its steps one by one, and goes on from what is clicked."""

    name = "beamTree"
    kinds = (*InspectionPage.kinds, "dot")

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._against: tuple[str, int] | None = None
        self._others = ModelCache(size=1)  # opened in the translation thread alone
        self.view = BeamTreeView()
        self.measure = self._choices("treeMeasure")
        self.pruned = self._choices("treePruned")
        self.against = self._choices("treeAgainst")
        self.back, self.forward, self.fit = (
            named(QToolButton(), name, "quiet") for name in ("treeBack", "treeForward", "treeFit")
        )
        self.slider = named(QSlider(Qt.Orientation.Horizontal), "treeStep")
        self.slider.setMinimumWidth(90)
        self.step_label = named(QLabel(), "treeStepLabel", "muted")
        self.reading = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "treeReading")
        self.reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self._fill_choices()
        self._lay_out()
        self._name_controls()
        self._connect()
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)
        self._show_steps()

    def _choices(self, name: str) -> QComboBox:
        box = named(QComboBox(), name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return box

    def _lay_out(self) -> None:
        steps = QWidget()
        arrange(QHBoxLayout(steps), self.back, (self.slider, 1), self.forward, self.step_label, spacing=4)
        boxes = (
            labelled(self.tr("Colours"), self.measure),
            labelled(self.tr("Left behind"), self.pruned),
            labelled(self.tr("Compare with"), self.against),
        )
        for box in boxes:
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        top = self.head(*boxes, steps, self.fit)
        foot = arrange(QVBoxLayout(), self.reading, margins=(12, 0, 12, 6))
        arrange(QVBoxLayout(self), top, (self.view, 1), foot, margins=(1, 1, 1, 1), spacing=2)

    def _fill_choices(self) -> None:
        measures = {
            PROBABILITY: self.tr("Probability of the piece"),
            UNDECIDED: self.tr("How undecided the model was after it"),
            CHOICE: self.tr("Place among the model's choices"),
            SHARE: self.tr("Part of the step's probability"),
        }
        for measure in MEASURES:
            self.measure.addItem(measures[measure], measure)
        kinds = (self.tr("none"), self.tr("the best three of a step"), self.tr("all, up to 200 of a step"))
        for text, count in zip(kinds, _PRUNED, strict=True):
            self.pruned.addItem(text, count)
        settings = self.context.settings
        self.measure.setCurrentIndex(max(0, self.measure.findData(settings.get("translate/tree_measure", PROBABILITY))))
        self.pruned.setCurrentIndex(max(0, self.pruned.findData(settings.get("translate/tree_pruned", 3))))
        self.against.addItem(self.tr("nothing"), None)

    def _name_controls(self) -> None:
        described(self.measure, "treeMeasure", self.tr("What the colours of the words mean"), self.tr("Colours"))
        tip = self.tr("How many of the continuations that the search did not take are drawn, pale")
        described(self.pruned, "treePruned", tip, self.tr("Left behind"))
        tip = self.tr("Draw the search with another beam, or by another checkpoint of the run, below this one")
        described(self.against, "treeAgainst", tip, self.tr("Compare with"))
        name_control(self.back, self.tr("Step back"), self.tr("Take the last step of the search away (Page Up)"))
        name_control(self.forward, self.tr("Step forward"), self.tr("Show the next step of the search (Page Down)"))
        name_control(
            self.fit, self.tr("Fit"), self.tr("Make the whole tree visible (0); Ctrl and the wheel, + and − zoom")
        )
        name_control(self.slider, self.tr("Step of the search"), self.tr("The tree as it was after this step"))

    def _connect(self) -> None:
        self.measure.currentIndexChanged.connect(self._on_look)
        self.pruned.currentIndexChanged.connect(self._on_look)
        self.against.currentIndexChanged.connect(self._on_against)
        self.slider.valueChanged.connect(self._on_step)
        self.back.clicked.connect(lambda _checked=False: self._go(self.slider.value() - 1))
        self.forward.clicked.connect(lambda _checked=False: self._go(self.slider.value() + 1))
        self.fit.clicked.connect(lambda _checked=False: self.view.fit())
        self.view.step_wanted.connect(self._go)
        self.view.looked_at.connect(self._read)
        self.view.activated.connect(self._on_activated)

    # See ``InspectionPage``.

    def title(self) -> str:
        """See ``InspectionPage.title``."""
        return self.tr("Search tree")

    def tip(self) -> str:
        """See ``InspectionPage.tip``."""
        return self.tr(
            "Every beginning of a translation that the search considered, step by step, and what became of it"
        )

    def show_subject(self) -> None:
        """See ``InspectionPage.show_subject``."""
        self.view.set_picture(self.view.picture, faded=True)
        if self.subject is not None:
            self._offer(self.subject)
            self._ask()

    def show_answer(self, value: Any) -> None:
        """See ``InspectionPage.show_answer``."""
        trees, titles = value
        self.view.set_picture(self._look(TreePicture(tuple(trees), tuple(titles))))
        self._show_steps()
        self._read(None)

    def show_failure(self, report: FailureReport) -> None:
        """See ``InspectionPage.show_failure``."""
        self.view.set_picture(TreePicture())
        self._show_steps()
        self.reading.setText(shown_failure(report))

    # Asking.

    def _offer(self, subject: Subject) -> None:
        """What it can be compared with: other beams, and the other checkpoints of its run."""
        run = (subject.choice.run, subject.info.step)
        beam = max(subject.search.beam, subject.search.nbest)
        wanted: list[tuple[str, Any]] = [(self.tr("nothing"), None)]
        wanted += [(self._title(_BEAM, width), (_BEAM, width)) for width in _BEAMS if width != beam]
        steps = [checkpoint.step for checkpoint in RunFolder(run[0]).checkpoints()]
        wanted += [(self._title(_CHECKPOINT, step), (_CHECKPOINT, step)) for step in steps if step != run[1]]
        with QSignalBlocker(self.against):
            self.against.clear()
            for text, what in wanted:
                self.against.addItem(text, what)
            kept = [what for _, what in wanted].index(self._against) if self._against in [w for _, w in wanted] else 0
            self.against.setCurrentIndex(kept)
        self._against = self.against.currentData()

    def _title(self, kind: str, number: int) -> str:
        if kind == _BEAM:
            return self.tr("a beam of {number}").format(number=formats.count(number))
        return self.tr("checkpoint {step}").format(step=formats.count(number))

    def _ask(self) -> None:
        subject, against, others = self.subject, self._against, self._others
        if subject is None:
            return
        beam = max(subject.search.beam, subject.search.nbest)
        titles = [self._title(_BEAM, beam)]
        if against is not None:
            titles = [titles[0] if against[0] == _BEAM else self._title(_CHECKPOINT, subject.info.step)]
            titles.append(self._title(*against))

        def examine(translator: Translator, check: Any) -> tuple[list[SearchTree], list[str]]:
            from workbench.engine.inspection.beam_tree import beam_tree

            search = subject.search
            trees = [beam_tree(translator, subject.text, search, prefix=subject.prefix, check=check)]
            if against is not None:
                kind, number = against
                if kind == _BEAM:
                    search = search.model_copy(update={"beam": number, "nbest": min(search.nbest, number)})
                else:
                    translator, _ = others.open(replace(subject.choice, checkpoint=str(number)))
                trees.append(beam_tree(translator, subject.text, search, prefix=subject.prefix, check=check))
            return trees, titles

        self.reading.setText(self.tr("Searching…"))
        self.asked.emit(examine)

    @Slot(int)
    def _on_against(self, _place: int) -> None:
        self._against = self.against.currentData()
        self.view.set_picture(self.view.picture, faded=True)
        self._ask()

    # Showing.

    def _look(self, picture: TreePicture) -> TreePicture:
        return replace(picture, measure=self.measure.currentData(), pruned=self.pruned.currentData())

    @Slot(int)
    def _on_look(self, _place: int) -> None:
        self.context.settings.put("translate/tree_measure", self.measure.currentData())
        self.context.settings.put("translate/tree_pruned", self.pruned.currentData())
        self.view.set_picture(self._look(self.view.picture), faded=self.view.faded)

    def _show_steps(self) -> None:
        """A new tree is shown with all its steps."""
        steps = self.view.picture.steps
        with QSignalBlocker(self.slider):
            self.slider.setRange(min(1, steps), steps)
            self.slider.setValue(steps)
        for control in (self.slider, self.fit):
            control.setEnabled(steps > 0)
        self.saves(steps > 0)
        self._tell_step()

    def _tell_step(self) -> None:
        step, steps = self.slider.value(), self.view.picture.steps
        self.back.setEnabled(step > 1)
        self.forward.setEnabled(step < steps)
        text = self.tr("Step {step} of {steps}").format(step=formats.count(step), steps=formats.count(steps))
        self.step_label.setText(text if steps else "")

    @Slot(int)
    def _go(self, step: int) -> None:
        self.slider.setValue(step)

    @Slot(int)
    def _on_step(self, step: int) -> None:
        self.view.at_step(step)
        self.view.show_step(step)
        self._tell_step()

    @Slot(object)
    def _read(self, key: tuple[int, int] | None) -> None:
        trees, node = self.view.picture.trees, self.view.node(key)
        if node is not None and key is not None:
            self.reading.setText(describe_node(trees[key[0]], node))
        elif trees:
            hint = self.tr("Click a word: the translation goes on from there.")
            self.reading.setText(" ".join([self._outcome(), stopped_sentence(trees[0]), hint]).strip())

    def _outcome(self) -> str:
        """What two searches found."""
        picture = self.view.picture
        if len(picture.trees) < 2:
            drawn = self.subject is not None and self.subject.search.sampling
            return self.tr("The translation shown is drawn at random; this is the search without it.") if drawn else ""
        if picture.difference is None:
            return self.tr("Both searches find the same translation.")
        text = self.tr("The translations part at step {step}, at the dashed line.")
        return text.format(step=formats.count(picture.difference))

    @Slot(object)
    def _on_activated(self, what: tuple[SearchTree, TreeNode]) -> None:
        self.prefix_wanted.emit(beginning(*what))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.view.set_theme(theme)
        self.back.setIcon(icon("mdi6.chevron-left", theme))
        self.forward.setIcon(icon("mdi6.chevron-right", theme))
        self.fit.setIcon(icon("mdi6.fit-to-page-outline", theme))
        size = round(self.fontMetrics().height() * 1.1)
        for button in (self.back, self.forward, self.fit):
            button.setIconSize(QSize(size, size))

    def exhibit(self) -> Exhibit | None:
        """See ``InspectionPage.exhibit``."""
        trees = self.view.picture.trees
        if not trees:
            return None
        look = replace(self.view.look(1.0), theme=LIGHT, whole=True)
        drawing = BeamTreeDrawing(replace(self.view.picture, step=0), look)
        record = comparison_record(*trees) if len(trees) > 1 else tree_record(trees[0])
        all_of = [(number, node) for number, tree in enumerate(trees, 1) for node in tree_record(tree)["nodes"]]
        nodes = [{"tree": number, **node} for number, node in all_of]
        names = dict.fromkeys(name for node in nodes for name in node)  # some fields only where they say something
        return Exhibit(
            trees[0].text,
            trees[0].source,
            [Part(drawing.size, drawing.paint_all)],
            {name: [node.get(name) for node in nodes] for name in names},
            record,
            others={"dot": lambda: to_dot(trees)},
        )


def beginning(tree: SearchTree, node: TreeNode) -> str:
    """What a translation begins with that goes on from a node.

    Where the best continuation of it begins a word, so does the blank at the end: the last word is a whole one.
    """
    after = [n for n in tree.nodes if n.parent == node.number and n.rank]
    best = min(after, key=lambda n: n.rank, default=None)
    whole = best is not None and best.piece.startswith(SPACE_MARK)
    return node.text + (" " if whole and node.text else "")
