"""The search tree in the window: step by step, against another search, and gone on from a click."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from access import unnamed_controls
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make

from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.engine.core import paths
from workbench.engine.core.types import Fate
from workbench.engine.inspection.beam_tree import beam_tree
from workbench.engine.search.model_cache import load_model
from workbench.gui.translate.inspection.beam_tree_questions import (
    BEAM,
    CHECKPOINT,
    RUN,
    SENTENCE,
    Found,
    Other,
    beginning,
)


@pytest.fixture
def page(workbench_home: Path, make: Make, qtbot: QtBot) -> Any:
    make_tiny_run(paths.runs_root() / "tiny")
    pane = make(load_model)
    page: Any = pane.inspector.page("beamTree")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text(SOURCES[0])
    qtbot.waitUntil(lambda: bool(page.view.picture.trees), timeout=20_000)
    page.pane = pane
    return page


def choose(page: Any, other: Other) -> None:
    """Compare with this."""
    page.against.setCurrentIndex([page.against.itemData(i) for i in range(page.against.count())].index(other))


def test_the_tree_of_the_sentence_is_walked_through_and_gone_on_from(page: Any, qtbot: QtBot) -> None:
    pane, view = page.pane, page.view
    assert unnamed_controls(page) == []
    (tree,) = view.picture.trees
    assert tree.source == SOURCES[0]
    assert tree.text == pane.view.target.toPlainText()
    steps = len(tree.steps)
    assert page.slider.value() == page.slider.maximum() == steps
    # Step back and forward: by button, slider and keys; what is not there yet is not drawn.
    page.back.click()
    assert view.picture.step == steps - 1
    page.slider.setValue(1)
    assert not page.back.isEnabled()
    assert not view.drawing.shown(2)
    page.forward.click()
    assert view.picture.step == 2
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert page.slider.value() == 1
    # The keys walk along the winner's path, beyond the step that is drawn.
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selected == (0, tree.winner[0].number)
    assert page.reading.text() == view.accessibleDescription()
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert view.selected == (0, tree.winner[1].number)
    assert page.slider.value() == 2
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.selected == (0, tree.finished[0].number)
    assert page.slider.value() == tree.finished[0].step
    page.slider.setValue(steps)
    assert "winner" in page.reading.text()
    # The mouse tells why something was pruned.
    pruned = next(n for n in tree.nodes if n.fate == Fate.PRUNED and view.drawing.fits((0, n.number)))
    view.select((0, pruned.number))
    qtbot.mouseMove(view.viewport(), view.viewport_rect((0, pruned.number)).center().toPoint())
    assert "Pruned" in page.reading.text()
    # A click goes on from there.
    other = next(n for n in tree.steps[0] if n.number != tree.winner[0].number and n.text and n.fate == Fate.WENT_ON)
    view.select((0, other.number))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.viewport_rect((0, other.number)).center().toPoint()
    )
    qtbot.waitUntil(lambda: view.picture.trees[0].prefix == beginning(tree, other), timeout=20_000)
    assert view.picture.trees[0].text.startswith(other.text)
    assert pane.view.target.toPlainText() == view.picture.trees[0].text


def test_colours_what_is_left_behind_and_size(page: Any, qtbot: QtBot) -> None:
    view = page.view
    view.resize(900, 400)
    pictures = set()
    for place in range(page.measure.count()):
        page.measure.setCurrentIndex(place)
        pictures.add(bytes(view.grab().toImage().constBits()))
    assert len(pictures) == 4
    counts = []
    for place in range(page.pruned.count()):
        page.pruned.setCurrentIndex(place)
        counts.append(len(view.drawing.column(2)))
    tree = view.picture.trees[0]
    went = sum(n.fate not in (Fate.PRUNED, Fate.HIDDEN) for n in tree.steps[1])
    assert counts[0] == went
    assert counts[0] < counts[1] < counts[2] == len(tree.steps[1])
    before = view.drawing.size
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.drawing.size.width() > before.width()
    page.fit.click()
    assert view.drawing.size.width() <= view.maximumViewportSize().width() + 1 or view.zoom == 0.4
    top = view.drawing
    line = {round(top.rect_of((0, n.number)).center().y()) for n in tree.winner}
    assert len(line) == 1  # the winner's line is straight
    for key in [k for step in range(1, len(tree.steps) + 1) for k in top.column(step)]:
        assert top.node_at(top.rect_of(key).center()) == key  # and no node covers another


def test_two_searches_stand_below_each_other_and_are_saved(page: Any, qtbot: QtBot, tmp_path: Path) -> None:
    view = page.view
    offered = [page.against.itemData(i) for i in range(page.against.count())]
    assert offered == [None, Other(BEAM, 1), Other(BEAM, 2), Other(BEAM, 10), Other(CHECKPOINT, 20), Other(SENTENCE)]
    page.against.setCurrentIndex(1)
    qtbot.waitUntil(lambda: len(view.picture.trees) == 2, timeout=20_000)
    assert [tree.beam for tree in view.picture.trees] == [5, 1]
    page.against.setCurrentIndex(4)
    qtbot.waitUntil(lambda: [t.beam for t in view.picture.trees] == [5, 5], timeout=20_000)
    first, second = view.picture.trees
    top, below = (view.drawing.rect_of((i, t.winner[0].number)) for i, t in enumerate((first, second)))
    assert top.left() == below.left()
    assert top.bottom() < below.top()
    said: list[str] = []
    for ending in ("svg", "pdf", "png", "json", "dot"):
        page.save_as(tmp_path / f"tree.{ending}")
        assert (tmp_path / f"tree.{ending}").stat().st_size > 500
    assert len(json.loads((tmp_path / "tree.json").read_text())["tree"]["nodes"]) == len(first.nodes)
    page.context.status_message.connect(said.append)
    page.save_as(tmp_path / "no" / "tree.svg")
    assert "tree.svg" in said[0]


def test_another_run_and_another_sentence_stand_below(workbench_home: Path, make: Make, qtbot: QtBot) -> None:
    """The second tree is that of a translator of the other run; what is said of both is what the trees say."""
    own = make_tiny_run(paths.runs_root() / "tiny")
    other = make_tiny_run(paths.runs_root() / "other", seed=7)
    back = make_tiny_run(paths.runs_root() / "back") / "run.toml"
    text = back.read_text(encoding="utf-8").replace('"de"', '"fr"')
    back.write_text(text, encoding="utf-8")  # from another language: not offered
    pane = make(load_model)
    page: Any = pane.inspector.page("beamTree")
    view = page.view
    pane.models.open_run(own)
    pane.view.pages.setCurrentWidget(page)
    pane.set_text(SOURCES[0])
    qtbot.waitUntil(lambda: bool(view.picture.trees) and not view.faded, timeout=20_000)
    (alone,) = view.picture.trees
    runs = [o.value for i in range(1, page.against.count()) if (o := page.against.itemData(i)).kind == RUN]
    assert runs == [other]
    choose(page, Other(RUN, other))
    qtbot.waitUntil(lambda: len(view.picture.trees) == 2, timeout=20_000)
    expected = beam_tree(load_model(other, "best", "cpu"), SOURCES[0], pane.desk.search)
    assert view.picture.trees[0] is alone  # it is not searched for again
    assert [n.piece for n in view.picture.trees[1].winner] == [n.piece for n in expected.winner]
    assert "tiny" in view.picture.titles[0]
    assert "other" in view.picture.titles[1]
    step = alone.first_difference(expected)
    assert step is not None
    assert f"at step {step}," in page.reading.text()
    assert not page.sentence.isVisible()

    choose(page, Other(SENTENCE))
    assert page.sentence.isVisible()
    qtbot.waitUntil(lambda: view.picture.trees == (alone,) and not view.faded)  # nothing is written yet
    page.sentence.setText(SOURCES[1])
    qtbot.keyClick(page.sentence, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(view.picture.trees) == 2 and not view.faded, timeout=20_000)
    assert [t.source for t in view.picture.trees] == SOURCES[:2]
    assert SOURCES[1] in view.picture.titles[1]
    wanted: list[str] = []
    page.prefix_wanted.connect(wanted.append)
    view.activated.emit((view.picture.trees[1], view.picture.trees[1].winner[0]))
    assert wanted == []  # it begins no translation of this sentence
    page.subject, kept = None, page.subject
    view.activated.emit((alone, alone.winner[0]))
    assert wanted == []  # nor while there is no sentence
    page.subject = kept
    view.activated.emit((alone, alone.winner[0]))
    assert wanted == [beginning(alone, alone.winner[0])]


def test_a_search_that_fails_leaves_the_first_tree(page: Any, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    (alone,) = page.view.picture.trees
    late: list[Any] = []
    page.asked_of.connect(lambda *question: late.append(question))
    shutil.rmtree(page.subject.choice.run / "step-00000020")
    choose(page, Other(CHECKPOINT, 20))
    qtbot.waitUntil(lambda: "20" in page.reading.text() and not page.view.faded)
    assert page.view.picture.trees == (alone,)
    assert len(late) == 1
    # An answer that comes late, of what is not wanted any more, is not drawn.
    page.against.setCurrentIndex(0)
    page.show_answer(Found(alone, (Other(CHECKPOINT, 20), SOURCES[0])))
    assert page.view.picture.trees == (alone,)
