"""What to test a run on, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFormLayout, QSpinBox, QVBoxLayout, QWidget

from workbench.engine.evaluation.test_runs import RunTest
from workbench.engine.evaluation.test_sets import HELD_OUT, EvalSet, from_files
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import indent_spin_boxes
from workbench.gui.widgets.controls import decision, described, show_problem, text_label
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.widgets.file_field import FileField
from workbench.gui.words import formats

_OWN = "own"


class EvaluateDialog(QDialog):
    """Chooses a ``RunTest``; nothing is read or computed here.

    Args:
        context: Shared state.
        title: The run's title.
        sets: Test sets at hand.
        steps: Steps of the run's checkpoints, ascending.
        held_out_title: How the run's own held-out pairs are called.
        parent: Parent widget.
    """

    def __init__(
        self,
        context: AppContext,
        title: str,
        sets: Sequence[EvalSet],
        steps: Sequence[int],
        held_out_title: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._sets = context, list(sets)
        self.setObjectName("evaluateDialog")
        self.setWindowTitle(self.tr("Test a run"))
        tip = self.tr("Sentences with references that the run has not trained on")
        self.choice = described(ElidedBox(), "evaluateSet", tip, self.tr("Test set"))
        for eval_set in self._sets:
            parts = [held_out_title if eval_set.key == HELD_OUT else eval_set.title]
            if eval_set.pairs:
                parts.append(self.tr("{count} sentences").format(count=formats.count(eval_set.pairs)))
            if eval_set.gold:
                parts.append(self.tr("with word alignments"))
            self.choice.addItem(", ".join(parts), eval_set.key)
        self.choice.addItem(self.tr("My own files…"), _OWN)
        self.choice.currentIndexChanged.connect(self._on_changed)
        self._make_files()
        self._make_options(steps)
        self.problem = text_label("warning", name="evaluateProblem")
        self.buttons, self.start = decision(self, "evaluateStart", self.tr("&Start the test"))
        self.start.setToolTip(self.tr("Runs in the background and can be cancelled"))
        self._lay_out(title)
        indent_spin_boxes(self)
        self._on_changed()

    def _make_files(self) -> None:
        self.source = FileField(self._context, "evaluateSource", self.tr("Source file, one sentence a line"))
        self.reference = FileField(self._context, "evaluateReference", self.tr("Reference file, line by line"))
        self.gold = FileField(self._context, "evaluateGold", self.tr("Word alignments (optional)"))
        self.gold.edit.setPlaceholderText(self.tr("optional: lines such as 0-0 1-2 2-1"))
        self.gold.edit.setToolTip(
            self.tr("Pharaoh format: source word - target word, counted from 0; ? instead of - for possible links")
        )
        for field in (self.source, self.reference, self.gold):
            field.changed.connect(self._on_changed)

    def _make_options(self, steps: Sequence[int]) -> None:
        tip = self.tr("Best: by the validation score. Last: the newest")
        self.checkpoint = described(QComboBox(), "evaluateCheckpoint", tip, self.tr("Checkpoint"))
        self.checkpoint.addItem(self.tr("best"), "best")
        self.checkpoint.addItem(self.tr("last"), "last")
        for step in reversed(list(steps)):
            self.checkpoint.addItem(self.tr("step {step}").format(step=formats.count(step)), str(step))
        tip = self.tr("1 is greedy and fastest; 5 is usual in papers")
        self.beam = described(QSpinBox(), "evaluateBeam", tip, self.tr("Beam size"))
        self.beam.setRange(1, 64)
        self.beam.setValue(5)
        tip = self.tr("For a first look; scores of a part are not comparable with others")
        self.limit = described(QSpinBox(), "evaluateLimit", tip, self.tr("Sentences at most"))
        self.limit.setRange(0, 1_000_000)
        self.limit.setGroupSeparatorShown(True)
        self.limit.setSpecialValueText(self.tr("all"))
        tip, text = self.tr("The signature of the score says so"), self.tr("Ignore upper and lower case")
        self.lowercase = described(QCheckBox(text), "evaluateLowercase", tip)

    def _lay_out(self, title: str) -> None:
        self._form = QFormLayout()
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._form.addRow(self.tr("&Test set"), self.choice)
        self._form.addRow(self.tr("S&ource file"), self.source)
        self._form.addRow(self.tr("&Reference file"), self.reference)
        self._form.addRow(self.tr("&Alignments"), self.gold)
        self._form.addRow(self.tr("&Checkpoint"), self.checkpoint)
        self._form.addRow(self.tr("&Beam size"), self.beam)
        self._form.addRow(self.tr("Sentences at &most"), self.limit)
        self._form.addRow("", self.lowercase)
        parts = (text_label("heading", title), self._form, self.problem, None, self.buttons)
        arrange(QVBoxLayout(self), *parts, spacing=12, margins=None)
        self.setMinimumWidth(560)

    @Slot()
    def _on_changed(self) -> None:
        own = self.choice.currentData() == _OWN
        for field in (self.source, self.reference, self.gold):
            self._form.setRowVisible(field, own)
        problem = self._problem() if own else ""
        show_problem(self.problem, problem)
        self.start.setEnabled(not problem)
        self.adjustSize()

    def _problem(self) -> str:
        if self.source.path is None or self.reference.path is None:
            return self.tr("Choose a source file and a reference file with the same number of lines.")
        return next((f.problem for f in (self.source, self.reference, self.gold) if f.problem), "")

    def chosen(self) -> RunTest:
        """What was chosen."""
        if self.choice.currentData() == _OWN:
            assert self.source.path is not None
            assert self.reference.path is not None
            eval_set = from_files(self.source.path, self.reference.path, self.gold.path)
        else:
            eval_set = self._sets[self.choice.currentIndex()]
        return RunTest(
            eval_set,
            checkpoint=str(self.checkpoint.currentData()),
            beam=self.beam.value(),
            lowercase=self.lowercase.isChecked(),
            limit=self.limit.value(),
            device=self._context.device("translate"),
        )
