"""Two runs' test sentences side by side in the runs pane, driven by clicks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.gui.panes import click, heard, made_panes
from tests.gui.quiet import settle
from tests.gui.room import cramped
from tests.gui.runs.test_runs_pane import SCORES, finished_run, select
from tests.run_factory import say_learnt
from workbench.engine.evaluation import run_comparison
from workbench.engine.evaluation.run_comparison import RunComparison
from workbench.engine.evaluation.test_sets import HELD_OUT, save_result
from workbench.engine.runs.folder import RunFolder
from workbench.gui.runs import run_pair_panel
from workbench.gui.runs.runs_pane import RunsPane
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.widgets.sentences.comparison_table import ComparisonTable, signed
from workbench.gui.words import i18n

PAIRS = [("one cat", "un chat"), ("two dogs", "deux chiens"), ("a red house", "une maison rouge")]


@pytest.fixture
def make_pane(qtbot: Any, context: AppContext) -> Iterator[Callable[[], RunsPane]]:
    yield from made_panes(qtbot, context, RunsPane)


def keep(run: RunFolder, key: str, *translations: str) -> None:
    rows = [{"source": s, "reference": r, "translation": t} for (s, r), t in zip(PAIRS, translations, strict=False)]
    save_result(run, key, SCORES | {"sentences": len(rows), "title": "" if key == HELD_OUT else key}, rows)


def two_runs() -> list[RunFolder]:
    runs = [finished_run("alpha", 20.0), finished_run("beta", 30.0)]
    keep(runs[0], HELD_OUT, "un chat", "deux chats", "xyz")
    keep(runs[1], "files:t.en", "un chat", "deux chiens", "une maison rouge")
    return runs


def column(table: ComparisonTable, number: int) -> list[str]:
    model = table.view.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_two_runs_tested_on_the_same_sentences_stand_side_by_side(
    qtbot: Any, make_pane: Any, context: AppContext
) -> None:
    runs = two_runs()
    say_learnt(runs[1].path, ["one cat"], [])
    pane = make_pane()
    select(pane, runs)
    click(qtbot, pane, "compareSentences")
    settle(qtbot)
    pair = pane.scores.pair
    assert "beta: 1 of 3 test pairs share a sentence with the training pairs" in pair.warning.text()
    order = [run.title for run in pane.table.selected()]
    assert pair.names.text() == f"A: {order[0]}\nB: {order[1]}"
    assert column(pair.sentences, 4) == ["a red house", "two dogs", "one cat"]  # the largest difference first
    better = 6 + order.index("beta")
    assert column(pair.sentences, better) == ["une maison rouge", "deux chiens", "un chat"]
    sign = "+" if order[1] == "beta" else "-"
    assert column(pair.sentences, 1)[0] == f"{sign}100.0"  # nothing of xyz stands in the reference
    assert column(pair.sentences, 1)[2] == "0.0"
    pair.sentences.wrong_only.setChecked(True)
    assert column(pair.sentences, 4) == ["a red house", "two dogs"]
    said = [card.accessibleName() for card in pane.scores.pair.findChildren(run_pair_panel.ScoreCard)]
    assert any("p = " in text and text.startswith("chrF") for text in said)
    assert any("1 score alike" in text for text in said)
    asked = heard(context.translate_text)
    view = pair.sentences.view
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(0, 4)).center())
    assert [wanted.text for wanted in asked] == ["a red house"]
    assert isinstance(asked[0], WantedTranslation)
    assert [asked[0].run, asked[0].beside] == [run.path for run in pane.table.selected()]  # in the comparison
    select(pane, runs[:1])  # one alone: its own test again
    assert pane.scores.stack.currentWidget() is not pair


def test_runs_without_a_common_test_are_offered_for_testing(qtbot: Any, make_pane: Any) -> None:
    runs = [finished_run("alpha"), finished_run("beta")]
    keep(runs[0], "files:a", "un chat", "deux chats", "xyz")
    keep(runs[1], "files:a", "un chat", "deux chats")  # a part of it only
    pane = make_pane()
    asked: list[tuple[str, str]] = []
    pane.actions_.ask_test = lambda run, title: asked.append((run.title, title))
    select(pane, runs)
    click(qtbot, pane, "compareSentences")
    settle(qtbot)
    assert pane.scores.pair.stack.currentWidget() is pane.scores.pair.empty
    click(qtbot, pane, "pairTestSecond")
    assert asked == [(pane.table.selected()[1].title, pane.scores.held_out_title())]
    keep(runs[1], "files:b", "a", "b", "c")
    pane.refresh()
    settle(qtbot)
    assert column(pane.scores.pair.sentences, 4)  # tested in the meantime: compared without being asked again


def test_a_comparison_can_be_cancelled_and_begun_again(
    qtbot: Any, make_pane: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow = True
    compare = run_comparison.compare_runs

    def compare_slowly(*arguments: Any, check: Any, progress: Any) -> RunComparison:
        while slow:
            check()
        return compare(*arguments, check=check, progress=progress)

    monkeypatch.setattr(run_comparison, "compare_runs", compare_slowly)
    runs = two_runs()
    pane = make_pane()
    select(pane, runs)
    click(qtbot, pane, "compareSentences")
    pair = pane.scores.pair
    qtbot.waitUntil(lambda: pair.progress.isVisible(), timeout=10_000)
    click(qtbot, pair, "jobCancel")
    settle(qtbot)
    assert pair.stack.currentWidget() is pair.empty
    slow = False
    click(qtbot, pane, "pairAgain")
    settle(qtbot)
    assert len(column(pair.sentences, 0)) == 3


def test_choosing_other_runs_while_comparing_compares_those(
    qtbot: Any, make_pane: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    started: list[Path] = []
    compare = run_comparison.compare_runs

    def compare_slowly(first: RunFolder, *rest: Any, check: Any, progress: Any) -> RunComparison:
        started.append(first.path)
        while len(started) == 1:  # the first one until it is cancelled
            check()
        return compare(first, *rest, check=check, progress=progress)

    monkeypatch.setattr(run_comparison, "compare_runs", compare_slowly)
    runs = [*two_runs(), finished_run("gamma")]
    keep(runs[2], HELD_OUT, "le chat", "deux", "maison")
    pane = make_pane()
    select(pane, runs[:2])
    click(qtbot, pane, "compareSentences")
    qtbot.waitUntil(lambda: bool(started), timeout=10_000)
    select(pane, runs[1:])
    settle(qtbot)
    assert len(started) == 2
    assert "gamma" in pane.scores.pair.names.text()
    assert "alpha" not in pane.scores.pair.names.text()


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_nothing_is_cut_in_a_small_window_with_large_text(
    qtbot: Any, make_pane: Any, context: AppContext, qapp: QApplication, language: str
) -> None:
    i18n.install(qapp, language)
    try:
        runs = two_runs()
        pane = make_pane()
        select(pane, runs)
        for zoom, size in ((1.0, (820, 600)), (1.5, (1100, 760))):
            context.theme.apply(qapp, zoom)
            context.set_theme(context.theme)
            pane.resize(*size)
            for tab in (pane.compare, pane.scores):
                pane.tabs.setCurrentWidget(tab)
                settle(qtbot)
                assert not cramped(tab), (zoom, language)
    finally:
        context.theme.apply(qapp, 1.0)


def test_differences_carry_their_sign() -> None:
    assert [signed(value) for value in (1.25, -3.0, 0.0, 0.04, -0.01)] == ["+1.2", "-3.0", "0.0", "0.0", "0.0"]
