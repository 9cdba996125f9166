"""A kept test result looked at closely: sorted by any measure, opened by a click, saved as a page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from tests.fake_translator import FakeTranslator
from tests.gui.access import unnamed_controls
from tests.gui.panes import click, heard, made_panes
from tests.gui.quiet import settle
from tests.run_factory import add_checkpoint, journal, make_run, started, validated
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.messages import Message
from workbench.engine.evaluation.metrics import Score
from workbench.engine.evaluation.test_sets import save_result
from workbench.engine.inspection.failures import find_failures
from workbench.engine.inspection.projection.confidence import Calibration
from workbench.engine.inspection.report.page import Facts
from workbench.engine.inspection.test_set import TestSetLook
from workbench.engine.runs import folder as runs
from workbench.gui.runs.closer_look import CloserLook
from workbench.gui.runs.runs_pane import RunsPane
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation

SOURCES = ["one two three four five six", "<b>two</b> dogs", "a cat"]
#: As the translator says them, but for the second; the third is twice as long.
REFERENCES = ["ENO OWT EERHT RUOF EVIF XIS", "deux chiens", "A TAC A TAC"]


def look(*, calibrated: bool = True) -> TestSetLook:
    """Three sentences, of which the first is projected worst: it is the longest, and so the least sure."""
    found = FakeTranslator(1000).translate(SOURCES, SearchConfig(nbest=1))
    failures = find_failures(SOURCES, REFERENCES, [t.text for t in found], counts={"one": 3, "dogs": 20})
    rows = [{"mean_logprob": -0.1 * i} for i in range(40)]
    calibration = Calibration.fit(rows, [90 - 2.0 * i for i in range(40)]) if calibrated else None
    judged = () if calibration is None else tuple(calibration.judge(t) for t in found)
    facts = Facts("demo", 20, ("en", "fr"), "beam 5", "news")
    scores = (("chrF", Score(50.0, 40.0, 60.0, "nc:6")),)
    missing = () if calibrated else (Message("no quality is projected: {reason}", reason="no pairs"),)
    return TestSetLook(facts, tuple(found), failures, scores, calibration, judged, missing)


@pytest.fixture
def make_pane(qtbot: Any, context: AppContext) -> Iterator[Callable[[], RunsPane]]:
    yield from made_panes(qtbot, context, RunsPane)


def column(dialog: CloserLook, name: str) -> list[str]:
    model: Any = dialog.table.model()
    titles = [model.headerData(i, Qt.Orientation.Horizontal) for i in range(model.columnCount())]
    place = next(i for i, title in enumerate(titles) if title.startswith(name))  # one has the arrow of its order
    return [model.index(row, place).data() for row in range(model.rowCount())]


def test_from_the_result_to_the_sentence_and_the_page(
    qtbot: Any, make_pane: Any, context: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = make_run("alpha")
    journal(run, started(), validated(20, 10.0, best=True))
    add_checkpoint(run, 20)
    (run.path / runs.BEST).write_text(json.dumps({"step": 20, "metric": "bleu", "value": 10.0}))
    scores = {"bleu": {"score": 1.0, "low": 0.0, "high": 2.0}, "step": 20, "beam": 3, "sentences": 3, "title": "news"}
    save_result(run, "news", scores, [{"source": s, "reference": "x", "translation": "y"} for s in SOURCES])
    pane = make_pane()
    settle(qtbot)
    asked: list[Any] = []

    def fake(path: Path, key: str, *, check: Any, progress: Any, **options: Any) -> TestSetLook:
        asked.append((path, key, options["step"], options["beam"]))
        progress(1, 3, "translating")
        return look()

    pane.actions_.look = fake
    click(qtbot, pane, "testLook")
    qtbot.waitUntil(lambda: bool(pane.findChildren(CloserLook)), timeout=10_000)
    dialog = pane.findChildren(CloserLook)[0]
    assert asked == [(run.path, "news", 20, 3)]
    assert unnamed_controls(dialog) == []
    assert column(dialog, "Source")[0] == SOURCES[0]  # projected worst first
    assert column(dialog, "Projected") == ["83", "87", "87"]  # 51 + (39 - 2 * 10 * mean) * 40 / 41, means 0.3 and 0.1
    dialog.table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert column(dialog, "chrF")[-1] == "100"
    assert column(dialog, "Source")[-1] == SOURCES[0]
    wanted = heard(context.translate_text)
    place = dialog.table.visualRect(dialog.table.model().index(2, 10)).center()
    qtbot.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    dialog.failures.linkActivated.emit("#3")
    assert wanted == [WantedTranslation(run.path, SOURCES[0]), WantedTranslation(run.path, SOURCES[2])]
    text = dialog.failures.text()
    assert "&lt;b&gt;" not in text  # the second sentence is in no list
    assert "Dropped (1)" in text
    assert "a tac" in text
    assert "3 sentences projected worst" not in dialog.trust.text()
    page = tmp_path / "page.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(page), "Web page (*.html)"))
    click(qtbot, dialog, "lookSave")
    qtbot.waitUntil(lambda: page.is_file() and dialog.save_button.isEnabled())
    assert "&lt;b&gt;two&lt;/b&gt; dogs" in page.read_text(encoding="utf-8")
    click(qtbot, dialog, "lookClose")
    settle(qtbot)


def test_what_is_not_known_is_said(qtbot: Any, context: AppContext) -> None:
    dialog = CloserLook(context, "news", look(calibrated=False))
    qtbot.addWidget(dialog)
    dialog.show()
    assert column(dialog, "Projected") == ["–", "–", "–"]
    assert column(dialog, "chrF") == sorted(column(dialog, "chrF"), key=float)
    assert "Nothing is projected" in dialog.trust.text()
    assert not dialog.plot.isVisibleTo(dialog)
