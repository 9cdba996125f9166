"""Two runs side by side on the test set that both were tested on, and whether their difference may be luck."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.summary import RunSummary
from workbench.gui.layouts import arrange
from workbench.gui.runs.score_card import ScoreCard, show_cards
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.controls import beside, described, show_problem, text_label
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.sentences.comparison_table import ComparisonTable, signed
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job, run_job

if TYPE_CHECKING:
    from workbench.engine.evaluation.run_comparison import CommonTest, RunComparison
    from workbench.engine.evaluation.significance import Comparison

Pair = tuple[RunSummary, RunSummary]


class RunPairPanel(QWidget):
    """Compares in the background while it is looked at.

    Args:
        context: Shared state.
        held_out: How a run's own held-out pairs are called.

    Signals:
        test_requested: ``RunSummary`` of the run that the person wants to test.
        open_requested: ``ComparedSentence`` to open in the translate pane.
        over: A comparison has ended.
    """

    test_requested = Signal(object)
    open_requested = Signal(object)
    over = Signal()

    def __init__(self, context: AppContext, held_out: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._held_out = context, held_out
        self._pair: Pair | None = None
        self._done: object = None
        self._test: CommonTest | None = None
        self._job: Job | None = None
        self.progress = JobProgress()
        tip = self.tr("Test sets with the same sentences that both runs were tested on")
        self.choice = described(ElidedBox(), "pairTest", tip, self.tr("Test set to compare on"))
        self.choice.setMinimumContentsLength(24)
        self.choice.activated.connect(self._on_choice)
        self.names = text_label(name="pairNames")
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self.verdict = text_label("muted", name="pairVerdict")
        self.warning = text_label("warning", name="pairWarning")
        self.sentences = ComparisonTable(context)
        self.sentences.open_requested.connect(self.open_requested)
        self.empty = EmptyState(context, "mdi6.scale-balance")
        tip = self.tr("Choose the test set first; it runs in the background")
        self.test_buttons = [
            self.empty.add_button("pairTestFirst", lambda: self._ask(0), self.tr("Test &A…"), tip),
            self.empty.add_button("pairTestSecond", lambda: self._ask(1), self.tr("Test &B…"), tip),
        ]
        tip = self.tr("Score the sentences of both runs and draw test sets from them")
        self.again_button = self.empty.add_button("pairAgain", self._start, self.tr("Co&mpare"), tip)
        self.stack = QStackedWidget()
        self._page, self._blank = QWidget(), QWidget()
        top = beside((self.choice, 1), (self.names, 2))
        arrange(QVBoxLayout(self._page), top, self._cards, self.warning, self.verdict, (self.sentences, 1))
        for page in (self._blank, self._page, self.empty):
            self.stack.addWidget(page)
        arrange(QVBoxLayout(self), self.progress, (self.stack, 1))

    @property
    def runs(self) -> tuple[RunSummary, ...]:
        """The two that are compared."""
        return self._pair or ()

    @property
    def busy(self) -> bool:
        """Whether runs are being compared."""
        return self._job is not None

    def cancel(self) -> None:
        """Stop comparing, and begin nothing more."""
        self._pair = None
        if self._job is not None:
            self._job.cancel()

    def show_pair(self, first: RunSummary, second: RunSummary, testable: bool) -> None:
        """Compare these two.

        Args:
            first: Is called A.
            second: Is called B.
            testable: Whether a test could begin now.
        """
        self._pair = (first, second)
        for button, run in zip(self.test_buttons, self._pair, strict=True):
            button.setEnabled(testable and run.checkpoints > 0)
        if self.isVisible():
            self._look()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin when it is looked at."""
        super().showEvent(event)
        self._look()

    def _look(self) -> None:
        if self._pair is not None and self._done != _stamp(self._pair):
            self._test = None
            self._start()

    def _start(self) -> None:
        if self._pair is None:
            return
        if self._job is not None:  # what it compares is no longer wanted; its end begins anew
            self._job.cancel()
            return
        paths, test, stamp = [run.path for run in self._pair], self._test, _stamp(self._pair)

        def work(progress: Progress, check: Callable[[], None]) -> tuple[list[CommonTest], RunComparison | None]:
            from workbench.engine.evaluation.run_comparison import common_tests, compare_runs

            progress(0, 0, Message("reading the tested sentences"))
            folders = RunFolder(paths[0]), RunFolder(paths[1])
            tests = common_tests(*folders)
            wanted = test if test in tests else next(iter(tests), None)
            return tests, compare_runs(*folders, wanted, check=check, progress=progress) if wanted else None

        self._done = stamp
        self.stack.setCurrentWidget(self._blank)
        self._job = run_job(
            self, work, self._on_compared, self._on_failed, self.progress.advance, lambda: self._on_cancelled(stamp)
        )
        self.progress.follow(self._job, self.tr("Comparing two runs"))
        self._context.tell_work(self._job, self.tr("Comparing two runs"))
        self._job.finished.connect(self._on_over)

    @Slot()
    def _on_over(self) -> None:
        self._job = None
        if self._pair is not None and self.isVisible() and self._done != _stamp(self._pair):
            self._start()
        self.over.emit()

    def _on_compared(self, found: tuple[list[CommonTest], RunComparison | None]) -> None:
        if self._pair is None or self._done != _stamp(self._pair):
            return
        tests, comparison = found
        if comparison is None:
            self._explain(
                self.tr("Not tested on the same sentences"),
                self.tr(
                    "Two runs can be compared sentence by sentence once both were tested on the same test set."
                    " A is {first}, B is {second}."
                ).format(first=self._pair[0].title, second=self._pair[1].title),
                again=False,
            )
            return
        self._test = comparison.test
        self.choice.clear()
        for test in tests:
            title = test.title or self._held_out
            text = self.tr("{title}: {count} sentences").format(title=title, count=formats.count(test.sentences))
            self.choice.addItem(text, test)
        self.choice.setCurrentIndex(tests.index(comparison.test))
        self._show(comparison)
        self.stack.setCurrentWidget(self._page)

    def _on_cancelled(self, stamp: object) -> None:
        if self._pair is not None and stamp == _stamp(self._pair):
            self._explain(self.tr("Not compared"), self.tr("The comparison was cancelled."), again=True)

    def _on_failed(self, failure: FailureReport) -> None:
        self._explain(
            self.tr("These runs cannot be compared"),
            f"{shown(failure.title)} {shown(failure.advice)}".strip(),
            again=True,
        )

    def _explain(self, title: str, text: str, *, again: bool) -> None:
        self.empty.set_texts(title, text)
        self.again_button.setVisible(again)
        for button in self.test_buttons:
            button.setVisible(not again)
        self.stack.setCurrentWidget(self.empty)

    def _show(self, comparison: RunComparison) -> None:
        assert self._pair is not None
        names = self.tr("A: {first}\nB: {second}")
        self.names.setText(names.format(first=self._pair[0].title, second=self._pair[1].title))
        rows = comparison.sentences
        show_cards(self._cards, [*map(self._card, comparison.comparisons), self._count_card(comparison)])
        self.verdict.setText(
            self.tr(
                "p: how often luck alone would make such a difference (paired bootstrap). Below 0.05 it is usually"
                " called real."
            )
        )
        show_problem(self.warning, "\n".join(map(shown, comparison.warnings)))
        self.sentences.show_rows(rows)

    def _card(self, score: Comparison) -> ScoreCard:
        from workbench.engine.evaluation.significance import RARE

        value = self.tr("A {first}   B {second}")
        if score.p >= RARE:
            words = self.tr("B − A: {difference}, may be luck (p = {p})")
        else:
            words = self.tr("B − A: {difference}, rarely luck (p = {p})")
        return ScoreCard(
            "chrF" if score.metric == "chrF2" else score.metric,
            value.format(first=formats.number(score.baseline), second=formats.number(score.score)),
            words.format(difference=signed(score.score - score.baseline), p=formats.number(score.p, 3)),
            score.signature,
        )

    def _count_card(self, comparison: RunComparison) -> ScoreCard:
        differences = [row.difference for row in comparison.sentences]
        first, second = sum(d < 0 for d in differences), sum(d > 0 for d in differences)
        return ScoreCard(
            self.tr("Nearer to the reference"),
            self.tr("A {first}   B {second}").format(first=formats.count(first), second=formats.count(second)),
            self.tr("sentences; {count} score alike").format(count=formats.count(len(differences) - first - second)),
            self.tr("In how many sentences each translation has the higher chrF"),
        )

    @Slot()
    def _on_choice(self) -> None:
        test = self.choice.currentData()
        if test != self._test:
            self._test = test
            self._start()

    def _ask(self, place: int) -> None:
        if self._pair is not None:
            self.test_requested.emit(self._pair[place])


def _stamp(pair: Pair) -> Any:
    return [(run.path, run.tests) for run in pair]
