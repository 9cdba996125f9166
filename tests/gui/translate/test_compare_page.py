"""The same sentence by two models: both are asked, the differences marked, and nothing left of before."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from access import unnamed_controls
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.engine.tiny_run import make_tiny_run
from tests.fake_translator import make_run
from tests.gui.panes import click
from workbench.engine.core import paths
from workbench.engine.core.errors import RunFailed
from workbench.engine.evaluation import test_sets
from workbench.engine.evaluation.test_sets import EvalSet
from workbench.engine.inspection.comparison import ComparedSentence
from workbench.engine.search.model_cache import load_model
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.theme import DARK, LIGHT
from workbench.gui.translate.inspection import compare_page, set_comparison
from workbench.gui.translate.inspection.compare_page import Opinions
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.views.pictures.picture import Spot


def page_of(pane: TranslatePane) -> Any:
    """The page, in sight."""
    page: Any = pane.inspector.page("comparePage")
    pane.view.pages.setCurrentWidget(page)
    return page


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, int]]:
    """Stand-ins without a model; who was asked, and the step of its model."""
    calls: list[tuple[str, int]] = []

    def other(translator: Any, subject: Any, search: Any, check: Any) -> Opinions:
        calls.append(("other", translator.step))
        if subject.text == "bad":
            raise RunFailed("no translation")
        return Opinions(translator.translate([subject.text], search)[0], (-2.0, -0.25))

    def own(translator: Any, subject: Any, text: str, check: Any) -> Opinions:
        calls.append(("own", translator.step))
        return Opinions(None, (-0.5, -1.0))

    monkeypatch.setattr(compare_page, "ask_other", other)
    monkeypatch.setattr(compare_page, "ask_own", own)
    monkeypatch.setattr(compare_page, "link_differences", lambda one, other: ())
    return calls


def test_another_checkpoint(run: Path, make: Make, qtbot: QtBot, asked: list[tuple[str, int]]) -> None:
    make_run(paths.runs_root() / "foreign", source="de")
    pane = make()
    pane.models.open_run(run)
    pane.set_text("a gardener sleeps")
    settled(qtbot, pane, "A RENEDRAG SPEELS")
    assert asked == []
    page = page_of(pane)
    assert [page.runs.itemText(i) for i in range(page.runs.count())] == ["tiny"]  # of the same languages
    assert page.checkpoints.currentData() == "100"  # the first that is another
    qtbot.waitUntil(lambda: "the lower -2.00 and -0.25" in page.opinions.text())
    assert "gives -0.50 and -1.00" in page.opinions.text()
    assert asked == [("other", 100), ("own", 200)]
    assert [view.picture.target_text for view in page.views] == ["A RENEDRAG SPEELS", "A ? ?"]
    assert "background" in page.texts[0].text()
    assert page.texts[0].text().count("background") == 1  # of both words, as one
    page.views[0].spot_hovered.emit(Spot(source=1))
    assert page.views[1].hovered == Spot(source=1)
    page.views[0].spot_hovered.emit(Spot(target=0))
    assert page.views[1].hovered == Spot(target=0)
    page.views[0].spot_hovered.emit(Spot(target=1))  # which the other has not
    assert not page.views[1].hovered
    place = page.checkpoints.findData("300")
    page.checkpoints.setCurrentIndex(place)
    page.checkpoints.activated.emit(place)
    assert page.views[1].picture.target_text == ""  # nothing of the other checkpoint is left
    qtbot.waitUntil(lambda: "Both translate it alike." in page.opinions.text())
    page.beam.setValue(3)
    qtbot.waitUntil(lambda: asked[-2:] == [("other", 300), ("own", 200)] and "alike" in page.opinions.text())
    assert "beam 3" in page.texts[1].text()


def test_another_sentence_and_a_failure(run: Path, make: Make, qtbot: QtBot, asked: list[tuple[str, int]]) -> None:
    pane = make()
    pane.set_text("a b")
    settled(qtbot, pane, "A B")
    page = page_of(pane)
    qtbot.waitUntil(lambda: "alike" in page.opinions.text())
    pane.set_text("bad")
    settled(qtbot, pane, "DAB")
    qtbot.waitUntil(lambda: page.problem.text() == "no translation")
    assert page.opinions.text() == ""
    assert page.views[1].picture.target_text == ""
    pane.set_text("<b>")
    settled(qtbot, pane, ">B<")
    qtbot.waitUntil(lambda: "alike" in page.opinions.text())
    assert page.problem.isHidden()
    assert "&gt;B&lt;" in page.texts[0].text()


def test_a_test_set_is_compared_in_the_background(
    run: Path, make: Make, qtbot: QtBot, asked: list[tuple[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sets = [EvalSet("held-out", pairs=3), EvalSet("own:test", "own (test)", pairs=3)]
    monkeypatch.setattr(test_sets, "eval_sets", lambda _run: sets)
    rows = [  # number, source, one, other, same words, reference, chrF, scores, links
        ComparedSentence(1, "a b", "A B", "A X", 0.5, "A B", (100.0, 60.0), (-0.5, -0.25), 0.25),
        ComparedSentence(2, "c d", "C D", "Y Z", 0.0, "C", (80.0, 90.0), (-0.5, -2.5), None),
        ComparedSentence(3, "e f", "E F", "E F", 1.0, "E F", (100.0, 100.0), (-0.5, -0.5), 0.75),
    ]
    started: list[tuple[Any, EvalSet]] = []

    def compared(sides: Any, eval_set: EvalSet, progress: Any, check: Any) -> tuple[list[ComparedSentence], list[str]]:
        started.append((sides, eval_set))
        while len(started) == 1:  # the first one until it is cancelled
            check()
        progress(3, 3, "translating")
        return rows, ["2 of 3 test pairs were learnt by <b>other</b>"]

    monkeypatch.setattr(set_comparison, "compare_over", compared)
    pane = make()
    pane.models.open_run(run)
    pane.set_text("a gardener sleeps")
    settled(qtbot, pane, "A RENEDRAG SPEELS")
    page = page_of(pane)
    click(qtbot, page, "compareOverSet")
    over = page.sentences
    assert [over.choice.itemText(i) for i in range(2)] == [
        "Held-out pairs of the run in use: 3 sentences",
        "own (test): 3 sentences",
    ]
    assert unnamed_controls(page) == []
    assert not page.save_button.isEnabled()  # nothing there yet
    over.choice.setCurrentIndex(1)
    click(qtbot, over, "setCompare")
    qtbot.waitUntil(lambda: len(started) == 1 and over.progress.isVisible())
    assert page.busy
    assert not over.button.isEnabled()
    click(qtbot, over, "jobCancel")
    qtbot.waitUntil(lambda: not page.busy)
    assert over.rows == []
    click(qtbot, over, "setCompare")
    qtbot.waitUntil(lambda: len(over.rows) == 3 and not page.busy)
    assert over.warning.isVisible()
    assert over.warning.text() == "2 of 3 test pairs were learnt by <b>other</b>"
    assert over.warning.textFormat() == Qt.TextFormat.PlainText
    sides, eval_set = started[1]
    assert eval_set.key == "own:test"
    assert [(c.run, c.checkpoint) for c in sides.choices] == [(run, "200"), (run, "100")]
    assert "tiny, Step 200" in over.about.text()
    view, model = over.table.view, over.table.view.model()
    for column, expected in (  # sorted by the largest first
        (1, [2, 1, 3]),
        (2, [1, 2, 3]),
        (3, [3, 1, 2]),
        (7, [1, 3, 2]),
    ):
        view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
        assert [row.number for row in over.rows] == expected
    assert [model.index(1, column).data() for column in (1, 2, 3)] == ["0 %", "0.0", "75 %"]
    over.table.wrong_only.setChecked(True)
    assert [row.number for row in over.rows] == [1, 2]
    view.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    page.checkpoints.setCurrentIndex(page.checkpoints.findData("300"))
    page.checkpoints.activated.emit(page.checkpoints.currentIndex())
    place = view.visualRect(model.index(0, 8)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert pane.view.source.toPlainText() == "c d"
    assert not page.over_set.isChecked()
    settled(qtbot, pane, "C D")
    assert page.checkpoints.currentData() == "100"  # that of the table
    qtbot.waitUntil(lambda: page.views[0].picture.source_text == "c d" and "piece" in page.opinions.text())
    click(qtbot, page, "compareOverSet")
    assert [row.number for row in over.rows] == [2, 1]  # still there


def test_what_changes_around_it(run: Path, make: Make, qtbot: QtBot, asked: list[tuple[str, int]]) -> None:
    other = make_run(paths.runs_root() / "other")
    pane = make()
    pane.models.open_run(run)
    pane.set_text("a b")
    settled(qtbot, pane, "A B")
    page = page_of(pane)
    qtbot.waitUntil(lambda: len(asked) == 2)
    page.context.runs_changed.emit(None)  # nothing that this is about
    assert page._other is not None
    page.checkpoints.setCurrentIndex(page.checkpoints.findData("best"))
    page.runs.setCurrentIndex(page.runs.findText("other"))
    page.runs.activated.emit(page.runs.currentIndex())
    qtbot.waitUntil(lambda: len(asked) == 4)
    (other / "best.json").write_text(json.dumps({"step": 300, "metric": "bleu", "value": 21.0}))
    page.context.runs_changed.emit(None)
    qtbot.waitUntil(lambda: len(asked) == 6)
    shutil.rmtree(other)
    page.context.runs_changed.emit(None)
    assert page.runs.currentText() == "tiny"
    qtbot.waitUntil(lambda: len(asked) == 8)
    other = make_run(paths.runs_root() / "other", steps=(40, 60), best=60)
    page.context.translate_text.emit(WantedTranslation(run, "c d", other))  # as the runs pane asks
    qtbot.waitUntil(lambda: asked[-2:] == [("other", 60), ("own", 200)])
    assert (page.runs.currentText(), page.checkpoints.currentData()) == ("other", "best")
    assert page.beam.value() == page.subject.search.beam
    pane.set_text("bad")
    settled(qtbot, pane, "DAB")
    qtbot.waitUntil(lambda: page.problem.text() == "no translation")
    for theme in (DARK, LIGHT):
        page.context.set_theme(theme)
        assert page.problem.text() == "no translation"
        assert page.problem.isVisible()


def test_real_models(workbench_home: Path, make: Make, qtbot: QtBot) -> None:
    make_tiny_run(paths.runs_root() / "tiny")
    make_tiny_run(paths.runs_root() / "plain", attention="none", seed=2)
    pane = make(load_model)
    pane.models.open_run(paths.runs_root() / "tiny")
    pane.set_text("Ein Hund schläft.")
    page = page_of(pane)
    qtbot.waitUntil(lambda: "Log-probability" in page.opinions.text(), timeout=60_000)
    place = page.runs.findText("plain")
    page.runs.setCurrentIndex(place)
    page.runs.activated.emit(place)
    qtbot.waitUntil(lambda: "Log-probability" in page.opinions.text(), timeout=60_000)
    assert page.views[1].picture.weights is None
    assert page.views[0].picture.weights is not None
