"""Test results of a run, as they come and go."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.gui.runs.score_panel import ScorePanel
from workbench.gui.state.context import AppContext


def result(bleu: float, time: float) -> dict[str, Any]:
    return {"title": "Some set", "sentences": 2, "time": time, "bleu": {"score": bleu, "low": bleu, "high": bleu}}


@pytest.fixture
def panel(qtbot: QtBot, context: AppContext) -> ScorePanel:
    panel = ScorePanel(context)
    qtbot.addWidget(panel)
    panel.show_results({"corpus:test": result(20.0, 1.0), "corpus:unseen": result(10.0, 2.0)}, testable=True)
    return panel


def test_a_result_that_was_just_measured_again_is_shown(panel: ScorePanel):
    assert panel.chosen == "corpus:unseen"  # the newest
    panel.show_results({"corpus:test": result(25.0, 3.0), "corpus:unseen": result(10.0, 2.0)}, testable=True)
    assert panel.chosen == "corpus:test"


def test_another_run_keeps_the_set_that_is_looked_at(panel: ScorePanel):
    panel.choice.setCurrentIndex(panel.choice.findData("corpus:test"))
    panel.show_results({"corpus:test": result(1.0, 4.0), "corpus:unseen": result(2.0, 5.0)}, testable=True)
    assert panel.chosen == "corpus:test"


def test_sentences_that_did_not_come_along_are_missed_in_words(panel: ScorePanel):
    panel.show_sentences("corpus:unseen", [])
    assert "not kept" in panel.verdict.text()
    panel.show_sentences("corpus:test", [])  # not the one shown: nothing changes
    panel.choice.setCurrentIndex(panel.choice.findData("corpus:test"))
    assert "not kept" not in panel.verdict.text()


def test_empty_references_are_named_beside_the_baselines(panel: ScorePanel):
    told = result(20.0, 3.0) | {"sentences": 40, "empty_references": list(range(1, 13))}
    panel.show_results({"corpus:test": told}, testable=True)
    assert "12 of 40 (lines 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 …)" in panel.verdict.text()
    panel.show_results({"corpus:test": told | {"empty_references": []}}, testable=True)
    assert "lines" not in panel.verdict.text()


def test_pairs_that_training_has_seen_are_told_and_copied(panel: ScorePanel):
    told = result(20.0, 3.0) | {"sentences": 40, "leaks": {"pairs": 40, "source": 3, "target": 0, "either": 3}}
    panel.show_results({"corpus:test": told}, testable=True)
    words = "3 of 40 test pairs share a sentence with the training pairs"
    assert words in panel.verdict.text()
    panel.copy_button.click()
    assert words in QApplication.clipboard().text()
    for nothing in ({**told["leaks"], "either": 0}, {**told["leaks"], "either": "many"}, {"either": 1e999}, [], None):
        panel.show_results({"corpus:test": told | {"leaks": nothing}}, testable=True)
        assert "training pairs" not in panel.verdict.text()
