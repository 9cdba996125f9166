"""Results of a run on test sets: scores with their uncertainty, what they are worth, and every sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from workbench.engine.evaluation.test_sets import HELD_OUT
from workbench.engine.runs.summary import RunSummary
from workbench.gui.layouts import arrange
from workbench.gui.runs.run_pair_panel import RunPairPanel
from workbench.gui.runs.score_card import ScoreCard, show_cards
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.controls import beside, described, push_button, text_label
from workbench.gui.widgets.elided import ElidedBox
from workbench.gui.widgets.empty_state import EmptyState
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.widgets.sentences.sentence_table import SentenceRow, SentenceTable
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown

#: So many line numbers are written out.
_MOST_NUMBERS = 10


class ScorePanel(QWidget):
    """The "Test" page of the runs pane.

    Signals:
        test_requested: The person wants to test the run.
        result_chosen: Key of the result whose sentences are to be loaded.
        forget_requested: Key of the result to remove.
        look_requested: Key of the result to look at closely.
        open_requested: The ``SentenceRow`` to open in the translate pane.
        pair_built: ``pair`` is there.
    """

    test_requested = Signal()
    result_chosen = Signal(str)
    forget_requested = Signal(str)
    look_requested = Signal(str)
    open_requested = Signal(object)
    pair_built = Signal(QWidget)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._results: dict[str, Mapping[str, Any]] = {}
        self.progress = JobProgress()
        tip = self.tr("Each test set keeps its latest result")
        self.choice = described(ElidedBox(), "testChoice", tip, self.tr("Test results of this run"))
        self.choice.setMinimumContentsLength(24)
        self.choice.currentIndexChanged.connect(self._on_choice)
        tip, text = self.tr("Translate a test set and score the translations"), self.tr("&Test…")
        self.test_button = push_button("testButton", text, tip, self.test_requested.emit)
        self.test_button.setAccessibleName(self.tr("Test this run on a test set"))
        tip = self.tr(
            "Translate these sentences again with all details: sort them by what was projected and by any measure, see"
            " by length and by what was seen in training where it fails, and save all of it as a page"
        )
        self.look_button = push_button("testLook", self.tr("&Look closer…"), tip, self._on_look)
        self.look_button.setAccessibleName(self.tr("Look closer at this result"))
        tip = self.tr("Copy all scores with their signatures, for a paper or a report")
        self.copy_button = push_button("testCopy", self.tr("&Copy scores"), tip, self._on_copy)
        self.copy_button.setAccessibleName(self.tr("Copy the scores"))
        tip = self.tr("Remove this result from the run; the test set itself stays")
        self.forget_button = push_button("testForget", self.tr("&Remove"), tip, self._on_forget, role="quiet")
        self.forget_button.setAccessibleName(self.tr("Remove this result"))
        self._cards = QHBoxLayout()
        self._cards.setSpacing(8)
        self.verdict = text_label(name="testVerdict")
        self.sentences = SentenceTable(context)
        self.sentences.open_requested.connect(self.open_requested)
        self.empty = EmptyState(context, "mdi6.clipboard-check-outline")
        tip = self.tr("Choose the test set first; it runs in the background")
        self.empty_button = self.empty.add_button("emptyTest", self.test_requested.emit, self.tr("Test this run…"), tip)
        self._explain(False)
        self.stack = QStackedWidget()
        self._lay_out()

    def _lay_out(self) -> None:
        page = QWidget()
        top = beside((self.choice, 1), self.test_button, self.look_button, self.copy_button, self.forget_button)
        arrange(QVBoxLayout(page), top, self._cards, self.verdict, (self.sentences, 1))
        for part in (self.empty, page):
            self.stack.addWidget(part)
        arrange(QVBoxLayout(self), self.progress, (self.stack, 1), margins=(12, 10, 12, 10))

    @cached_property
    def pair(self) -> RunPairPanel:
        """Two runs side by side, built when two are first chosen."""
        pair = RunPairPanel(self._context, self.held_out_title())
        self.stack.addWidget(pair)
        self.pair_built.emit(pair)
        return pair

    @property
    def comparing(self) -> bool:
        """Whether runs are being compared."""
        return "pair" in self.__dict__ and self.pair.busy

    def stop_comparing(self) -> None:
        """Compare no runs any more."""
        if "pair" in self.__dict__:
            self.pair.cancel()

    def _explain(self, chosen: bool) -> None:
        """What the page says while there is no result."""
        text = self.tr(
            "A test tells how good the model is on sentences it has never seen: scores with their uncertainty,"
            " what simply copying would score, and every sentence to look at."
        )
        self.empty.set_texts(self.tr("Not tested yet") if chosen else self.tr("No run is chosen"), text)
        self.empty_button.setVisible(chosen)

    def set_testable(self, testable: bool) -> None:
        """Whether the run has a checkpoint to test, and no test runs."""
        self.test_button.setEnabled(testable)
        self.look_button.setEnabled(testable)
        self.empty_button.setEnabled(testable)

    def show_results(self, results: Mapping[str, Any], *, testable: bool, any_run: bool = True) -> None:
        """Show a run's kept results, the newest first.

        Args:
            results: As in ``scores.json``.
            testable: As ``set_testable`` has it.
            any_run: Whether there is a run that could be tested.
        """
        self._explain(any_run)
        usable: dict[str, Mapping[str, Any]] = {
            k: v for k, v in results.items() if isinstance(v, dict) and isinstance(v.get("bleu"), dict)
        }
        self.set_testable(testable)
        if usable == self._results and self.stack.currentIndex() == (1 if usable else 0):
            return
        chosen = self.choice.currentData() if usable.keys() == self._results.keys() else None
        changed = [key for key in usable if usable[key] != self._results.get(key)]
        if chosen is not None and len(changed) == 1:
            chosen = changed[0]  # tested again a moment ago; with another run all of them would differ
        self._results = usable
        blocked = self.choice.blockSignals(True)
        self.choice.clear()
        for key, scores in reversed(list(usable.items())):
            self.choice.addItem(self._result_title(key, scores), key)
        self.choice.setCurrentIndex(max(0, self.choice.findData(chosen)) if usable else -1)
        self.choice.blockSignals(blocked)
        self.stack.setCurrentIndex(1 if usable else 0)
        self._on_choice()

    def show_pair(self, first: RunSummary, second: RunSummary, *, testable: bool) -> None:
        """Show two runs side by side instead; ``testable`` as in ``show_results``."""
        self.pair.show_pair(first, second, testable)
        self.stack.setCurrentWidget(self.pair)

    def held_out_title(self) -> str:
        """How the pairs kept apart when the run was prepared are called."""
        return self.tr("Held-out test pairs of this run")

    def _result_title(self, key: str, scores: Mapping[str, Any]) -> str:
        title = self.held_out_title() if key == HELD_OUT else str(scores.get("title") or key)
        text = self.tr("{title}: {count} sentences, step {step}, beam {beam}, {moment}")
        return text.format(
            title=title,
            count=formats.count(int(scores.get("sentences", 0))),
            step=formats.count(_int(scores, "step")),
            beam=_int(scores, "beam"),
            moment=formats.moment(float(scores.get("time", 0.0))),
        )

    @property
    def chosen(self) -> str:
        """Key of the result shown, "" when there is none."""
        return str(self.choice.currentData() or "")

    @Slot()
    def _on_choice(self) -> None:
        scores = self._results.get(self.chosen)
        self.sentences.show_rows(())
        self._show_scores(scores or {})
        if scores is not None:
            self.result_chosen.emit(self.chosen)

    def show_sentences(self, key: str, sentences: Sequence[Mapping[str, Any]]) -> None:
        """Fill the table, if that result is still shown."""
        if key == self.chosen:
            if not sentences:
                missing = self.tr("The sentences of this result were not kept; test again to see them.")
                self.verdict.setText(f"{self._verdict_words(self._results[key])} {missing}".strip())
            rows = []
            for number, sentence in enumerate(sentences, start=1):
                source, reference, translation = (
                    str(sentence.get(name, "")) for name in ("source", "reference", "translation")
                )
                rows.append(SentenceRow(number, source, reference, translation, float(sentence.get("chrf", 0.0))))
            self.sentences.show_rows(rows)

    def _show_scores(self, scores: Mapping[str, Any]) -> None:
        show_cards(self._cards, self._make_cards(scores) if scores else [])
        if not scores:
            return
        self.verdict.setText(self._verdict_words(scores))

    def _make_cards(self, scores: Mapping[str, Any]) -> list[ScoreCard]:
        tips = {
            "bleu": self.tr("Shared word sequences with the reference, 0 to 100. Higher is better."),
            "chrf": self.tr("Shared character sequences with the reference, 0 to 100. Higher is better."),
            "ter": self.tr("Word edits needed to reach the reference, in percent. Lower is better."),
        }
        interval = self.tr("95 %: {low} to {high}")
        cards = []
        for key, name in (("bleu", "BLEU"), ("chrf", "chrF"), ("ter", "TER")):
            score = scores.get(key)
            if isinstance(score, dict):
                below = interval.format(low=formats.number(score.get("low")), high=formats.number(score.get("high")))
                tip = f"{tips[key]}\n{score.get('signature', '')}"
                cards.append(ScoreCard(name, formats.number(score.get("score")), below, tip))
        share = scores.get("no_edit")
        if isinstance(share, int | float):
            tip = self.tr("Translations that are the reference, word for word")
            cards.append(ScoreCard(self.tr("Need no edit"), formats.percent(share), self.tr("of the sentences"), tip))
        error = scores.get("aer")
        if isinstance(error, int | float):
            tip = self.tr(
                "How much the model's attention disagrees with alignments made by hand, 0 to 1. Lower is better."
                " Attention shows where the model looked, not why it chose a word."
            )
            cards.append(ScoreCard(self.tr("Alignment error"), formats.number(error, 3), self.tr("0 is perfect"), tip))
        return cards

    def _verdict_words(self, scores: Mapping[str, Any]) -> str:
        """What the score is worth: the same test set without a model, and what is wrong with the test set."""
        parts = (self._baseline_words(scores), self._leak_words(scores), self._empty_words(scores))
        return " ".join(part for part in parts if part)

    def _leak_words(self, scores: Mapping[str, Any]) -> str:
        from workbench.engine.corpora.splits import LeakReport

        leaks = LeakReport.from_counts(scores.get("leaks"))
        return shown(leaks.in_words("test")) if leaks is not None and leaks.either else ""

    def _empty_words(self, scores: Mapping[str, Any]) -> str:
        numbers = scores.get("empty_references")
        if not isinstance(numbers, list) or not numbers:
            return ""
        shown = ", ".join(str(number) for number in numbers[:_MOST_NUMBERS])
        text = self.tr("Empty references though the source is not: {count} of {total} (lines {lines}).")
        return text.format(
            count=formats.count(len(numbers)),
            total=formats.count(_int(scores, "sentences")),
            lines=f"{shown} …" if len(numbers) > _MOST_NUMBERS else shown,
        )

    def _baseline_words(self, scores: Mapping[str, Any]) -> str:
        baselines = scores.get("baselines")
        if not isinstance(baselines, dict):
            return ""
        names = {
            "copy_source": self.tr("copying the source scores {score}"),
            "nearest_source": self.tr("the nearest training sentence's translation scores {score}"),
        }
        parts = [
            text.format(score=formats.number(baselines[name].get("bleu")))
            for name, text in names.items()
            if isinstance(baselines.get(name), dict)
        ]
        return self.tr("For comparison, in BLEU: {list}.").format(list="; ".join(parts)) if parts else ""

    @Slot()
    def _on_copy(self) -> None:
        scores = self._results.get(self.chosen)
        if scores is None:
            return
        lines = [self.choice.currentText()]
        for key in ("bleu", "chrf", "ter"):
            score = scores.get(key)
            if isinstance(score, dict):
                lines.append(
                    f"{key}\t{score['score']:.2f}\t[{score['low']:.2f}, {score['high']:.2f}]"
                    f"\t{score.get('signature', '')}"
                )
        for key in ("no_edit", "aer"):
            if isinstance(scores.get(key), int | float):
                lines.append(f"{key}\t{scores[key]:.4f}")
        lines += filter(None, [self._leak_words(scores)])
        for name, values in dict(scores.get("baselines") or {}).items():
            lines += [f"{name} {key}\t{value:.2f}" for key, value in values.items()]
        QApplication.clipboard().setText("\n".join(lines))
        self._context.status_message.emit(self.tr("Scores copied"))

    @Slot()
    def _on_look(self) -> None:
        if self.chosen:
            self.look_requested.emit(self.chosen)

    @Slot()
    def _on_forget(self) -> None:
        if self.chosen:
            self.forget_requested.emit(self.chosen)


def _int(scores: Mapping[str, Any], key: str) -> int:
    value = scores.get(key)
    return int(value) if isinstance(value, int | float) else 0
