"""Two models over a test set: a table of where they part most, made in the background."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.types import Progress
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.model_cache import ModelChoice
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.views.pictures.exhibit import Exhibit, html_table, text_part
from workbench.gui.widgets.controls import beside, described, label_for, push_button, show_problem, text_label
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.sentences.comparison_table import ComparisonModel, ComparisonTable, signed
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown, shown_failure
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job

if TYPE_CHECKING:
    from workbench.engine.evaluation.test_sets import EvalSet


#: Sentences of a picture; a file of numbers has them all.
_MOST_DRAWN, _DRAWN_WIDTH = 40, 1400.0


@dataclass(frozen=True)
class Sides:
    """What is compared.

    Attributes:
        choices: The models A and B, with their steps as checkpoints.
        searches: How each searches.
        names: Both in words.
    """

    choices: tuple[ModelChoice, ModelChoice]
    searches: tuple[SearchConfig, SearchConfig]
    names: tuple[str, str]


def compare_over(
    sides: Sides, eval_set: EvalSet, progress: Progress, check: Callable[[], None]
) -> tuple[Sequence[Any], Sequence[str]]:
    """Translate a test set with both; in a job, with models of its own. Rows, and why they are no fair comparison."""
    from workbench.engine.inspection.comparison import compare_on

    return compare_on(eval_set, sides.choices, sides.searches, check=check, progress=progress)


class MeasuredModel(ComparisonModel):
    """Rows of ``inspection.comparison.ComparedSentence``."""

    figures = 8

    def columns(self) -> list[tuple[str, str, bool]]:
        """Place, differences, scores and the four texts."""
        number, gain, *rest = super().columns()
        score = self.tr("Log-probability a piece that the model gives its own translation")
        words = self.tr("Share of the words of both translations that only one of them has")
        links = self.tr("Share of the words of both that are linked with other words of the source")
        return [
            number,
            (self.tr("Words"), words, True),
            gain,
            (self.tr("Links"), links, True),
            *rest[:2],
            (self.tr("Score A"), score, True),
            (self.tr("Score B"), score, True),
            *rest[2:],
        ]

    def numbers(self, row: Any) -> tuple[tuple[str, float], ...]:
        """The figures; what is not known comes after all that is."""
        chrf = row.chrf or (None, None)
        links = (formats.DASH, -1.0) if row.links is None else (_share(row.links), row.links)
        return (
            (str(row.number), row.number),
            (_share(1 - row.same_words), 1 - row.same_words),
            (signed(row.gain), abs(row.gain)),
            links,
            *((formats.number(value), -1.0 if value is None else value) for value in chrf),
            *((formats.number(value, 2), value) for value in row.scores),
        )

    def texts(self, row: Any) -> tuple[str, ...]:
        """The texts."""
        return row.source, row.reference, row.one, row.other


class MeasuredTable(ComparisonTable):
    """Words that differ most on top."""

    optional = (4, 5, 6, 7)

    def _make_model(self) -> ComparisonModel:
        return MeasuredModel(self)

    def _widest(self) -> list[str]:
        figures = super()._widest()
        return [figures[0], "100 % ▾\u2003", figures[1], "100 % ▾\u2003", *figures[2:], "−00.00 ▾", "−00.00 ▾"]


def _share(value: float) -> str:
    return f"{formats.number(100 * value, 0)}\u00a0%"


class SetComparison(QWidget):
    """Which test set, the button that begins, and the table of what was found.

    Args:
        context: Shared state.
        run_in_background: That of the page.

    Signals:
        sentence_wanted: Source text of a sentence that was clicked, ``str``, and the ``Sides`` it was compared by.
        changed: Other sentences are in the table.

    Attributes:
        sides: What would be compared now; ``None`` where there is nothing.
    """

    sentence_wanted = Signal(str, object)
    changed = Signal()

    def __init__(self, context: AppContext, run_in_background: Callable[..., Job]) -> None:
        super().__init__()
        self._run_in_background, self._busy = run_in_background, False
        self._run: Path | None = None
        self._found: Sides | None = None
        self.sides: Sides | None = None
        tip = self.tr("Test sets that the run in use did not train on")
        self.choice = described(ElidedBox(), "setChoice", tip, self.tr("Test set to compare over"))
        self.choice.setMinimumContentsLength(20)
        tip = self.tr("Translate the test set with both, in the background, and list where they part most")
        self.button = push_button("setCompare", self.tr("Compare both"), tip, self.start)
        self.about = text_label("muted", name="setAbout")
        self.progress = JobProgress()
        self.problem = text_label("warning", name="setProblem")
        self.warning = text_label("warning", name="setWarning")
        self.table = MeasuredTable(context)
        self.table.filtered.connect(self.changed)  # with no row left, there is nothing to save
        context.corpora_changed.connect(self._on_corpora)
        self.table.open_requested.connect(lambda row: self.sentence_wanted.emit(row.source, self._found))
        self._blank = QWidget()
        self._stack = QStackedWidget()
        for part in (self._blank, self.table):
            self._stack.addWidget(part)
        top = beside(label_for(self.choice, self.tr("Test set")), (self.choice, 1), self.button, None, spacing=8)
        arrange(
            QVBoxLayout(self), top, self.progress, self.about, self.problem, self.warning, (self._stack, 1), spacing=6
        )
        for label in (self.problem, self.warning):
            show_problem(label, "")
        self._tell()

    @property
    def rows(self) -> Sequence[Any]:
        """What was found, as it is sorted and filtered now."""
        return self.table.shown_rows()

    def show_sides(self, sides: Sides | None) -> None:
        """What would be compared is another; what was found says of itself what it is about."""
        self.sides = sides
        if sides is not None and self.isVisible():
            self._fill(sides.choices[0].run)
        self._tell()

    def refill(self) -> None:
        """Corpora or runs are others."""
        self._run = None
        self.show_sides(self.sides)

    @Slot(object)
    def _on_corpora(self, _what: object) -> None:
        self.refill()

    def _fill(self, run: Path) -> None:
        """List the test sets of a run, once."""
        if run == self._run:
            return
        from workbench.engine.evaluation.test_sets import eval_sets

        before = self.choice.currentText()
        self.choice.clear()
        problem = ""
        try:
            for one in eval_sets(RunFolder(run)):
                title = one.title or self.tr("Held-out pairs of the run in use")
                text = self.tr("{title}: {count} sentences").format(title=title, count=formats.count(one.pairs))
                self.choice.addItem(text, one)
        except (WorkbenchError, OSError) as error:
            problem = shown_failure(FailureReport.from_exception(error))
        if not problem and not self.choice.count():
            problem = self.tr("There is no test set of these languages that the run in use did not train on.")
        show_problem(self.problem, problem)
        self.choice.setCurrentIndex(max(0, self.choice.findText(before)))
        self._run = run

    def _tell(self) -> None:
        """What can be done, and what the table is about."""
        self.button.setEnabled(self.sides is not None and self.choice.count() > 0 and not self._busy)
        self.choice.setEnabled(self.choice.count() > 0 and not self._busy)
        self._stack.setCurrentWidget(self._blank if self._found is None else self.table)
        text = self.tr("Click a sentence to see it compared; a heading sorts.") if self._found else ""
        if self._found is None and self.sides is None:
            text = self.tr("Write a sentence first: the model that translates it is compared.")
        if self._found is not None:
            names = self.tr("A: {first} · B: {second}")
            one, other = (f"\u2068{name}\u2069" for name in self._found.names)
            text = f"{names.format(first=one, second=other)}\n{text}"
        self.about.setText(text)

    def exhibit(self) -> Exhibit | None:
        """The table as it is sorted and filtered: all of it as numbers, its first rows as a picture."""
        rows, found = self.rows, self._found
        if found is None or not rows:
            return None
        model = self.table.model
        titles = [title for title, _, _ in model.columns()]
        lines = [[*(shown for shown, _ in model.numbers(row)), *model.texts(row)] for row in rows[:_MOST_DRAWN]]
        names = html.escape(self.about.text().splitlines()[0])
        drawn = self.tr("The first {shown} of {count} sentences").format(
            shown=formats.count(len(lines)), count=formats.count(len(rows))
        )
        told = f"<p>{names}</p>" + ("" if len(lines) == len(rows) else f"<p>{html.escape(drawn)}</p>")
        table = text_part(told + html_table(titles, lines, model.figures), self.font(), _DRAWN_WIDTH)
        records = [asdict(row) for row in rows]
        plain = ("number", "same_words", "links", "source", "reference", "one", "other")
        columns: dict[str, Any] = {name: [record[name] for record in records] for name in plain}
        for name in ("chrf", "scores"):
            for side, letter in enumerate("AB"):
                columns[f"{name}_{letter}"] = [record[name][side] if record[name] else None for record in records]
        return Exhibit(found.names[0], found.names[1], [table], columns, {"models": found.names, "sentences": records})

    @Slot()
    def start(self) -> None:
        """Translate the test set with both."""
        sides, eval_set = self.sides, self.choice.currentData()
        if sides is None or eval_set is None or self._busy:
            return
        show_problem(self.problem, "")
        self._run_in_background(
            self.tr("Comparing over a test set"),
            lambda progress, check: compare_over(sides, eval_set, progress, check),
            lambda found: self._show(sides, *found),
            lambda report: show_problem(self.problem, shown_failure(report)),
            self.progress,
        )

    def show_working(self, busy: bool) -> None:
        """One test set is compared at a time."""
        self._busy = busy
        self._tell()

    def _show(self, sides: Sides, rows: Sequence[Any], warnings: Sequence[str]) -> None:
        self._found = sides
        show_problem(self.warning, "\n".join(map(shown, warnings)))
        self.table.show_rows(rows)
        self.changed.emit()
