"""The same sentence by two models: both are asked, the differences marked, and nothing left of before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.engine.tiny_run import make_tiny_run
from tests.fake_translator import make_run
from workbench.engine.core import paths
from workbench.engine.core.errors import RunFailed
from workbench.engine.search.model_cache import load_model
from workbench.gui.translate.inspection import compare_page
from workbench.gui.translate.inspection.compare_page import Opinions
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.views.pictures.picture import Spot


def page_of(pane: TranslatePane) -> Any:
    """The page, in sight."""
    page: Any = pane.inspector.pages["comparePage"]
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
