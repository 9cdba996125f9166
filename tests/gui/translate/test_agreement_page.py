"""The page "Agreement": a mark on the sentence in sight, a table, and the sentences where the two part."""

from __future__ import annotations

import re
import threading
from pathlib import Path
from typing import Any

import pytest
from access import unnamed_controls
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader, make_run
from workbench.engine.core import paths
from workbench.engine.core.errors import RunFailed
from workbench.engine.core.types import WordAlignment
from workbench.engine.inspection import aligner as aligners
from workbench.engine.inspection.agreement import agreement
from workbench.gui.translate.inspection import agreement_page

STRAIGHT, CROSSED = frozenset({(0, 0), (1, 1)}), frozenset({(0, 1), (1, 0)})


class FakeAligner:
    """Says of every sentence with "two" that its words are crossed, and of all others that they are straight."""

    def __init__(self, run: Path) -> None:
        self.run, self.closed = run, False

    def links(self, pairs: Any) -> list[Any]:
        return [CROSSED if "two" in source else STRAIGHT for source, _ in pairs]

    def close(self) -> None:
        self.closed = True


def compared(*links: Any) -> Any:
    """Some links of three sentences against straight ones."""
    sentences = ["a <b>", "c d", "e f"]
    return agreement(sentences, sentences, list(links), [WordAlignment(STRAIGHT)] * 3)


#: Against the aligner three of the six links by the attention are right, and two thereof in the last sentence.
TABLE = {
    "gold": {"attention": compared(STRAIGHT, STRAIGHT, STRAIGHT), "aligner": compared(CROSSED, CROSSED, CROSSED)},
    "aligner": {
        "attention": compared(frozenset({(0, 0), (1, 0)}), CROSSED, STRAIGHT),
        "gradient": compared(CROSSED, CROSSED, CROSSED),
    },
}


def opened(run: Path, make: Make, qtbot: QtBot) -> tuple[Any, Any]:
    """The pane with the page in sight, and the page; nothing is compared yet."""
    pane = make()
    pane.models.open_run(run)
    page: Any = pane.inspector.page("agreement")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    qtbot.waitUntil(lambda: page.compare_button.isVisible())
    return pane, page


def test_a_sentence_is_marked_where_the_two_part(
    run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[FakeAligner] = []
    given: list[Any] = []

    def measure(path: Path, step: str, _device: str, aligner: Any, *_: Any) -> Any:
        given.append((path.name, step, aligner))
        made.append(FakeAligner(path))
        return TABLE, made[-1]

    monkeypatch.setattr(aligners, "is_installed", lambda: True)
    monkeypatch.setattr(agreement_page, "measure", measure)
    other = make_run(paths.runs_root() / "other")
    pane, page = opened(run, make, qtbot)
    assert unnamed_controls(page) == []
    assert "not compared yet" in page.verdict.text()
    assert page.problem.isHidden()
    assert not page.parted.isVisible()
    page.compare_button.click()
    qtbot.waitUntil(lambda: "part in this sentence" in page.verdict.text())
    assert page.context.theme.warning in page.verdict.text()
    assert "Error rate of this sentence: 100 %" in page.meaning.text().replace("\u00a0", " ").replace("\u202f", " ")
    told = page.meaning.text().replace("\u2068", "").replace("\u2069", "")
    assert "by the aligner alone: one – OWT, two – ENO" in told
    assert "by the attention alone: one – ENO, two – OWT" in told
    assert not page.compare_button.isVisible()
    rates = re.findall(r">([\d.]+|–)(?:\s*%)?<", page.table.text())
    assert rates == ["0.0", "50.0", "100.0", "–", "–", "100.0"]  # attention, aligner, gradient
    assert "in 1 of 3" in page.parted_title.text()
    assert page.parted.count() == 1
    assert "Wiegreffe" in page.about.text()
    page.parted.itemActivated.emit(page.parted.item(0))
    assert pane.view.source.toPlainText() == "c d"
    settled(qtbot, pane, "C D")
    qtbot.waitUntil(lambda: "agree on this sentence" in page.verdict.text())
    assert page.context.theme.warning not in page.verdict.text()
    # Another run has an aligner of its own; the old one is not kept.
    pane.models.open_run(other)
    qtbot.waitUntil(lambda: page.compare_button.isVisible())
    assert made[0].closed
    assert page.table.text() == ""
    page.compare_button.click()
    qtbot.waitUntil(lambda: "agree on this sentence" in page.verdict.text())
    assert given == [("tiny", "200", None), ("other", "200", None)]
    page.shutdown()
    assert made[1].closed


def test_without_the_aligner_it_says_what_to_do(
    run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(aligners, "is_installed", lambda: False)
    monkeypatch.setattr(agreement_page, "measure", lambda *_: ({"gold": TABLE["gold"]}, None))
    pane = make(FakeLoader(attention=False))
    page: Any = pane.inspector.page("agreement")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text("one")
    qtbot.waitUntil(lambda: page.problem.isVisible())
    assert "pip install sil-thot" in page.problem.text()
    assert "has no attention" in page.verdict.text()
    assert page.about.text() == ""
    page.compare_button.click()
    qtbot.waitUntil(lambda: page.parted.isVisible())
    assert not page.compare_button.isVisible()
    assert "pip install sil-thot" in page.problem.text()
    assert page.parted.count() == 0


@pytest.mark.parametrize("fails", [False, True])
def test_what_ends_when_another_model_is_in_sight_is_not_told_of_that_one(
    run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    begun, go_on, aligner = threading.Event(), threading.Event(), FakeAligner(run)

    def measure(*_: Any) -> Any:
        begun.set()
        assert go_on.wait(10)
        if fails:
            raise RunFailed("the aligner broke")
        return TABLE, aligner

    monkeypatch.setattr(aligners, "is_installed", lambda: True)
    monkeypatch.setattr(agreement_page, "measure", measure)
    other = make_run(paths.runs_root() / "other")
    pane, page = opened(run, make, qtbot)
    told: list[str] = []
    page.context.status_message.connect(told.append)
    page.compare_button.click()
    assert begun.wait(10)
    pane.models.open_run(other)
    qtbot.waitUntil(lambda: page.subject is not None and page.subject.choice.run.name == "other")
    go_on.set()
    qtbot.waitUntil(lambda: not page.busy)
    assert page.problem.isHidden()
    assert page.table.text() == ""
    assert any("tiny" in line and "the aligner broke" in line for line in told) is fails
    assert aligner.closed is not fails
