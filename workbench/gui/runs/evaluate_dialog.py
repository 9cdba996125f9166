"""What to test a run on, and how."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from workbench.engine.evaluation.test_runs import RunTest
from workbench.engine.evaluation.test_sets import HELD_OUT, EvalSet, from_files
from workbench.gui.runs.file_field import FileField
from workbench.gui.state.context import AppContext
from workbench.gui.theme import indent_spin_boxes, set_role
from workbench.gui.widgets.elided_box import ElidedBox
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
        heading = QLabel(title)
        heading.setWordWrap(True)
        set_role(heading, "heading")
        self.choice = ElidedBox()
        self.choice.setObjectName("evaluateSet")
        self.choice.setAccessibleName(self.tr("Test set"))
        self.choice.setToolTip(self.tr("Sentences with references that the run has not trained on"))
        for eval_set in self._sets:
            name = held_out_title if eval_set.key == HELD_OUT else eval_set.title
            parts = [name]
            if eval_set.pairs:
                parts.append(self.tr("{count} sentences").format(count=formats.count(eval_set.pairs)))
            if eval_set.gold:
                parts.append(self.tr("with word alignments"))
            self.choice.addItem(", ".join(parts), eval_set.key)
        self.choice.addItem(self.tr("My own files…"), _OWN)
        self.choice.currentIndexChanged.connect(self._on_changed)
        self._make_files()
        self._make_options(steps)
        self.problem = QLabel()
        self.problem.setObjectName("evaluateProblem")
        self.problem.setWordWrap(True)
        set_role(self.problem, "warning")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start = self.buttons.addButton(self.tr("&Start the test"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setObjectName("evaluateStart")
        self.start.setAccessibleName(self.tr("Start the test"))
        self.start.setToolTip(self.tr("Runs in the background and can be cancelled"))
        set_role(self.start, "primary")
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._lay_out(heading)
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
        self.checkpoint = QComboBox()
        self.checkpoint.setObjectName("evaluateCheckpoint")
        self.checkpoint.setAccessibleName(self.tr("Checkpoint"))
        self.checkpoint.setToolTip(self.tr("Best: by the validation score. Last: the newest"))
        self.checkpoint.addItem(self.tr("best"), "best")
        self.checkpoint.addItem(self.tr("last"), "last")
        for step in reversed(list(steps)):
            self.checkpoint.addItem(self.tr("step {step}").format(step=formats.count(step)), str(step))
        self.beam = self._spin("evaluateBeam", self.tr("Beam size"), 1, 64, 5)
        self.beam.setToolTip(self.tr("1 is greedy and fastest; 5 is usual in papers"))
        self.limit = self._spin("evaluateLimit", self.tr("Sentences at most"), 0, 1_000_000, 0)
        self.limit.setSpecialValueText(self.tr("all"))
        self.limit.setToolTip(self.tr("For a first look; scores of a part are not comparable with others"))
        self.lowercase = QCheckBox(self.tr("Ignore upper and lower case"))
        self.lowercase.setObjectName("evaluateLowercase")
        self.lowercase.setAccessibleName(self.tr("Ignore upper and lower case"))
        self.lowercase.setToolTip(self.tr("The signature of the score says so"))

    def _spin(self, name: str, accessible: str, low: int, high: int, value: int) -> QSpinBox:
        spin = QSpinBox()
        spin.setObjectName(name)
        spin.setAccessibleName(accessible)
        spin.setRange(low, high)
        spin.setValue(value)
        spin.setGroupSeparatorShown(True)
        return spin

    def _lay_out(self, heading: QLabel) -> None:
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
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(heading)
        layout.addLayout(self._form)
        layout.addWidget(self.problem)
        layout.addStretch(1)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(560)

    @Slot()
    def _on_changed(self) -> None:
        own = self.choice.currentData() == _OWN
        for field in (self.source, self.reference, self.gold):
            self._form.setRowVisible(field, own)
        problem = self._problem() if own else ""
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        self.start.setEnabled(not problem)
        self.adjustSize()

    def _problem(self) -> str:
        if self.source.path is None or self.reference.path is None:
            return self.tr("Choose a source file and a reference file with the same number of lines.")
        for field in (self.source, self.reference, self.gold):
            if field.path is not None and not field.path.is_file():
                return self.tr("There is no file {path}").format(path=field.path)
        return ""

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
