"""The search for the current sentence's translation as a tree, alone or against another search."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.core.types import SearchTree, TreeNode
from workbench.engine.runs import run_choices
from workbench.engine.runs.folder import RunFolder
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, icon, name_control, named
from workbench.gui.translate.inspection.beam_tree_questions import (
    BEAM,
    CHECKPOINT,
    RUN,
    SENTENCE,
    Found,
    Other,
    beginning,
    other_model,
    search_tree,
)
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
from workbench.gui.views.pictures.beam_tree_words import describe_node, quoted_text, stopped_sentence
from workbench.gui.views.pictures.exhibit import Exhibit, Part
from workbench.gui.widgets.controls import described, labelled
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.workers.failure import FailureReport

translate = QCoreApplication.translate

#: Beams offered to compare with, and how many pruned ones of each step are shown.
_BEAMS, _PRUNED = (1, 2, 5, 10), (0, 3, 200)


class BeamTreePage(InspectionPage):
    """Draws the tree, its steps one by one, and goes on from what is clicked."""

    name = "beamTree"
    kinds = (*InspectionPage.kinds, "dot")

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._against: Other | None = None
        self._own: SearchTree | None = None
        self._alike: tuple[Path, dict[Path, str]] | None = None
        self.view = BeamTreeView()
        self.measure = self._choices("treeMeasure")
        self.pruned = self._choices("treePruned")
        self.against = self._choices("treeAgainst")
        self.against.setMaximumWidth(self.fontMetrics().averageCharWidth() * 34)
        self.sentence = named(QLineEdit(), "treeSentence")
        self.sentence.setMinimumWidth(self.fontMetrics().averageCharWidth() * 36)
        self.sentence_box = labelled(self.tr("Sentence"), self.sentence)
        self.sentence_box.hide()
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
        for box in (*boxes, self.sentence_box):
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        top = self.head(*boxes, self.sentence_box, steps, self.fit)
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
        tip = self.tr(
            "Draw another search below this one: with another beam, by another checkpoint or another run between the"
            " same languages, or of another sentence"
        )
        described(self.against, "treeAgainst", tip, self.tr("Compare with"))
        tip = self.tr("The sentence whose search is drawn below; Enter searches")
        described(self.sentence, "treeSentence", tip, self.tr("Sentence to compare with"))
        self.sentence.setPlaceholderText(self.tr("Another sentence"))
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
        self.sentence.editingFinished.connect(self._on_sentence)
        self.context.runs_changed.connect(self._on_runs)
        self.slider.valueChanged.connect(self._on_step)
        self.back.clicked.connect(lambda _checked=False: self._go(self.slider.value() - 1))
        self.forward.clicked.connect(lambda _checked=False: self._go(self.slider.value() + 1))
        self.fit.clicked.connect(lambda _checked=False: self.view.fit())
        self.view.step_wanted.connect(self._go)
        self.view.looked_at.connect(self._read)
        self.view.activated.connect(self._on_activated)

    # See ``InspectionPage``.

    @staticmethod
    def title() -> str:
        """See ``InspectionPage.title``."""
        return translate("BeamTreePage", "Search tree")

    @staticmethod
    def tip() -> str:
        """See ``InspectionPage.tip``."""
        return translate(
            "BeamTreePage",
            "Every beginning of a translation that the search considered, step by step, and what became of it",
        )

    def show_subject(self) -> None:
        """See ``InspectionPage.show_subject``."""
        self._own = None
        if self.subject is not None:
            self._offer(self.subject)
        self._ask()

    def show_answer(self, value: Found) -> None:
        """See ``InspectionPage.show_answer``."""
        wanted = self._wanted()
        if value.asked is None:
            self._own = value.tree
            if wanted is not None:
                self._ask()
                return
        elif value.asked != wanted or self._own is None:
            return
        trees = [tree for tree in (self._own, value.tree if value.asked else None) if tree is not None]
        self._show_trees(trees)

    def show_failure(self, report: FailureReport) -> None:
        """See ``InspectionPage.show_failure``."""
        self._show_trees([] if self._own is None else [self._own])
        self.reading.setText(shown_failure(report))

    # Asking.

    def _offer(self, subject: Subject) -> None:
        """What it can be compared with: other beams, the run's other checkpoints, runs like it, other sentences."""
        run = RunFolder(subject.choice.run)
        beam = max(subject.search.beam, subject.search.nbest)
        wanted = [Other(BEAM, width) for width in _BEAMS if width != beam]
        wanted += [Other(CHECKPOINT, c.step) for c in run.checkpoints() if c.step != subject.info.step]
        if self._alike is None or self._alike[0] != run.path:
            self._alike = run.path, {r.path: run_choices.title(r) for r in run_choices.alike(run)}
        wanted += [Other(RUN, path) for path in self._alike[1] if path != run.path]
        wanted.append(Other(SENTENCE))
        with QSignalBlocker(self.against):
            self.against.clear()
            self.against.addItem(self.tr("nothing"), None)
            for other in wanted:
                self.against.addItem(self._title(other), other)
            kept = wanted.index(self._against) + 1 if self._against in wanted else 0
            self.against.setCurrentIndex(kept)
        self._against = self.against.currentData()
        self.sentence_box.setVisible(self._against == Other(SENTENCE))

    @Slot()
    def _on_runs(self) -> None:
        self._alike = None

    def _title(self, other: Other) -> str:
        if other.kind == BEAM:
            return self.tr("a beam of {number}").format(number=formats.count(other.value))
        if other.kind == CHECKPOINT:
            return self.tr("checkpoint {step}").format(step=formats.count(other.value))
        if other.kind == RUN:
            titles = self._alike[1] if self._alike is not None else {}
            title = titles.get(other.value) or run_choices.title(RunFolder(other.value))
            return self.tr("the run {run}").format(run=title)
        return self.tr("another sentence")

    def _titles(self, subject: Subject, asked: tuple[Other, str]) -> tuple[str, str]:
        """What two trees are called: each by that in which they differ."""
        other, text = asked
        own = {
            BEAM: Other(BEAM, max(subject.search.beam, subject.search.nbest)),
            CHECKPOINT: Other(CHECKPOINT, subject.info.step),
            RUN: Other(RUN, subject.choice.run),
        }
        if other.kind == SENTENCE:
            return quoted_text(subject.text), quoted_text(text)
        return self._title(own[other.kind]), self._title(other)

    def _wanted(self) -> tuple[Other, str] | None:
        """The other search that is wanted, and its sentence; ``None`` where there is none, or not yet."""
        if self._against is None or self.subject is None:
            return None
        text = self.sentence.text().strip() if self._against.kind == SENTENCE else self.subject.text
        return (self._against, text) if text else None

    def _ask(self) -> None:
        """Ask for the tree of the translation, and once it is there for the other one."""
        self.view.set_picture(self.view.picture, faded=True)
        subject, wanted = self.subject, self._wanted()
        if subject is None:
            return
        self.reading.setText(self.tr("Searching…"))
        if self._own is None:
            self.asked.emit(lambda translator, check: search_tree(translator, subject, None, check))
            return
        if wanted is None:
            self._show_trees([self._own])
            return
        choice = other_model(subject.choice, wanted[0])
        self.asked_of.emit(choice, lambda translator, check: search_tree(translator, subject, wanted, check))

    @Slot(int)
    def _on_against(self, _place: int) -> None:
        self._against = self.against.currentData()
        self.sentence_box.setVisible(self._against == Other(SENTENCE))
        self._ask()

    @Slot()
    def _on_sentence(self) -> None:
        trees, wanted = self.view.picture.trees, self._wanted()
        if self.view.faded or wanted is None or len(trees) < 2 or trees[1].source != wanted[1]:
            self._ask()

    # Showing.

    def _look(self, picture: TreePicture) -> TreePicture:
        return replace(picture, measure=self.measure.currentData(), pruned=self.pruned.currentData())

    @Slot(int)
    def _on_look(self, _place: int) -> None:
        self.context.settings.put("translate/tree_measure", self.measure.currentData())
        self.context.settings.put("translate/tree_pruned", self.pruned.currentData())
        self.view.set_picture(self._look(self.view.picture), faded=self.view.faded)

    def _show_trees(self, trees: list[SearchTree]) -> None:
        wanted = self._wanted()
        titles: tuple[str, ...] = ("",)
        if len(trees) > 1 and wanted is not None and self.subject is not None:
            titles = self._titles(self.subject, wanted)
        self.view.set_picture(self._look(TreePicture(tuple(trees), titles[: len(trees)])))
        self._show_steps()
        self._read(None)

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
            stopped = [stopped_sentence(trees[0])] if len(trees) == 1 else []
            self.reading.setText(" ".join([self._outcome(), *stopped, hint]).strip())

    def _outcome(self) -> str:
        """What two searches found."""
        picture = self.view.picture
        if len(picture.trees) < 2:
            drawn = self.subject is not None and self.subject.search.sampling
            return self.tr("The translation shown is drawn at random; this is the search without it.") if drawn else ""
        if picture.difference is None:
            return self.tr("Both searches find the same translation.")
        if picture.trees[0].text == picture.trees[1].text:
            return self.tr("Both searches find the same translation, in other pieces.")
        text = self.tr("The translations part at step {step}, at the dashed line.")
        return text.format(step=formats.count(picture.difference))

    @Slot(object)
    def _on_activated(self, what: tuple[SearchTree, TreeNode]) -> None:
        """Go on from a node; that of another sentence is no beginning of this one's translation."""
        if self.subject is None or (self._against == Other(SENTENCE) and what[0] is not self._own):
            return
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
        from workbench.engine.inspection.tree_files import comparison_record, to_dot, tree_record

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
