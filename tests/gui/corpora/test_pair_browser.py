"""Single pairs in the corpora pane: searched, left out, edited, put back, undone; by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from tests.gui.access import unnamed_controls
from tests.gui.panes import click, heard
from tests.gui.quiet import settle
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.corpora import editing, library
from workbench.engine.corpora.overlay import EDITS
from workbench.gui.corpora.corpus_pane import CorpusPane
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.pair_table import LEFT_OUT, REPLACED


@pytest.fixture
def pane(qtbot: Any, make_pane: Callable[[], CorpusPane]) -> CorpusPane:
    record = {"name": "mine", "title": "mine", "source_lang": "en", "target_lang": "de", "files": ["mine.tsv"]}
    pairs = [Pair(f"the house {n}", f"das Haus {n}", f"mine.tsv:{n}") for n in range(1, 251)]
    library._store(record, pairs, no_progress)
    made = make_pane()
    made.list.setCurrentIndex(made.list.corpora.index(1, 0))
    settle(qtbot)
    return made


def shown(pane: CorpusPane) -> list[tuple[str, str]]:
    return [(row.source, row.mark) for row in pane.details.browser.table.pairs.rows]


def sources() -> list[str]:
    return [pair.source for pair in library.open_corpus("mine")]


def test_pages_and_search(qtbot: Any, pane: CorpusPane) -> None:
    browser = pane.details.browser
    assert browser.count.text() == "1–100 of 250"
    assert not browser.before.isEnabled()
    click(qtbot, pane, "pairsAfter")
    settle(qtbot)
    click(qtbot, pane, "pairsAfter")
    settle(qtbot)
    assert browser.count.text() == "201–250 of 250"
    assert shown(pane)[0] == ("the house 201", "")
    assert not browser.after.isEnabled()
    pane.details.report.tabs.setCurrentIndex(2)
    qtbot.keyClick(pane.list, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert browser.search.isVisible()
    qtbot.keyClicks(browser.search, "HAUS 24")
    settle(qtbot)
    assert [source for source, _ in shown(pane)] == ["the house 24", *(f"the house 24{n}" for n in range(10))]
    assert browser.count.text() == "11"
    browser.search.setText("nowhere")
    settle(qtbot)
    assert (shown(pane), browser.count.text()) == ([], "none found")


def test_leaving_out_undo_and_put_back(qtbot: Any, pane: CorpusPane, context: AppContext) -> None:
    browser, changed = pane.details.browser, heard(context.corpora_changed)
    browser.table.setFocus()
    browser.table.selectRow(1)
    qtbot.keyClick(browser.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(browser.table, Qt.Key.Key_Delete)
    settle(qtbot)
    assert sources()[:2] == ["the house 1", "the house 4"]
    assert shown(pane)[:4] == [
        ("the house 1", ""),
        ("the house 2", LEFT_OUT),
        ("the house 3", LEFT_OUT),
        ("the house 4", ""),
    ]
    assert browser.table.pairs.rows[1].where == "left out · 2"
    assert changed
    assert pane.details.report.pairs_tile.value() == "248"
    assert "2 pairs left out, 0 edited" in pane.details.about.text()
    qtbot.keyClick(browser.table, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert len(sources()) == 250
    qtbot.keyClick(browser.table, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert len(sources()) == 248
    browser.changed_box.setChecked(True)
    settle(qtbot)
    assert shown(pane) == [("the house 2", LEFT_OUT), ("the house 3", LEFT_OUT)]
    browser.table.selectRow(0)
    click(qtbot, pane, "pairPutBack")
    settle(qtbot)
    assert shown(pane) == [("the house 3", LEFT_OUT)]
    assert sources()[:3] == ["the house 1", "the house 2", "the house 4"]


def test_a_selection_over_splits_is_one_step_and_no_wish_is_lost(
    qtbot: Any, make_pane: Callable[[], CorpusPane]
) -> None:
    record = {"name": "parts", "title": "parts", "source_lang": "en", "target_lang": "de", "files": ["x.tsv"]}
    splits = {part: [Pair(f"{part} {n}", f"{part} {n}") for n in range(3)] for part in ("train", "test")}
    library.store(record, splits, no_progress)
    pane = make_pane()
    pane.list.setCurrentIndex(pane.list.corpora.index(1, 0))
    settle(qtbot)
    browser = pane.details.browser
    browser.table.setFocus()
    browser.table.selectAll()
    qtbot.keyClick(browser.table, Qt.Key.Key_Delete)
    settle(qtbot)
    assert [mark for _, mark in shown(pane)] == 6 * [LEFT_OUT]
    click(qtbot, pane, "pairUndo")
    settle(qtbot)
    assert [mark for _, mark in shown(pane)] == 6 * [""]
    for row in range(6):  # faster than any of them is written
        browser.table.selectRow(row)
        browser.leave_out()
    settle(qtbot)
    assert [mark for _, mark in shown(pane)] == 6 * [LEFT_OUT]
    assert editing.history("parts").undo == 6


def test_undo_is_for_what_the_keyboard_is_at(qtbot: Any, pane: CorpusPane) -> None:
    """With the keyboard on the list nobody expects a pair to change that was edited some time ago."""
    editing.leave_out("mine", [1])
    pane.list.setFocus()
    qtbot.keyClick(pane.list, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    assert len(sources()) == 249


def test_editing_in_the_direction_that_is_shown(qtbot: Any, pane: CorpusPane) -> None:
    pane.details.direction.setCurrentIndex(1)
    pane.details.direction.activated.emit(1)
    settle(qtbot)
    browser = pane.details.browser
    browser.table.setFocus()
    browser.table.selectRow(2)
    qtbot.keyClick(browser.table, Qt.Key.Key_F2)
    dialog: Any = pane.findChild(QDialog, "pairDialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    assert (dialog.source.toPlainText(), dialog.target.toPlainText()) == ("das Haus 3", "the house 3")
    assert not dialog.stored_button.isEnabled()
    assert unnamed_controls(dialog) == []
    dialog.source.setPlainText("ein\nHaus")
    qtbot.keyClick(dialog.source, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot)
    pair = list(library.open_corpus("mine"))[2]
    assert (pair.source, pair.target) == ("the house 3", "ein Haus")
    assert pane.details.direction.currentIndex() == 1
    assert shown(pane)[2] == ("ein Haus", REPLACED)
    assert browser.table.currentIndex().row() == 2
    assert "das Haus 3" in browser.table.pairs.rows[2].note
    qtbot.waitUntil(lambda: not pane.findChildren(QDialog, "pairDialog"))
    click(qtbot, pane, "pairEdit")
    dialog = pane.findChild(QDialog, "pairDialog")
    qtbot.waitUntil(dialog.isActiveWindow)
    click(qtbot, dialog, "pairStored")
    click(qtbot, dialog, "pairAccept")
    settle(qtbot)
    assert shown(pane)[2] == ("das Haus 3", "")
    assert library.find_corpus("mine").edits.sha256 == ""


def test_damaged_edits_are_told_and_can_be_set_aside(qtbot: Any, pane: CorpusPane, context: AppContext) -> None:
    editing.leave_out("mine", [1])
    (library.find_corpus("mine").folder / EDITS).write_text("{")
    context.corpora_changed.emit(None)
    settle(qtbot)
    assert "edits cannot be read" in pane.notice.label.text()
    assert "corpus edit" not in pane.notice.label.text()
    click(qtbot, pane, "noticeAction")
    settle(qtbot)
    assert len(sources()) == 250
    assert pane.details.report.pairs_tile.value() == "250"


def test_buttons_of_the_pane_have_letters_of_their_own(pane: CorpusPane) -> None:
    buttons = [b for b in pane.findChildren(QPushButton) if b.isVisible()]
    letters = [b.text()[b.text().index("&") + 1].lower() for b in buttons if "&" in b.text()]
    assert len(letters) > 6
    assert sorted(set(letters)) == sorted(letters)


def test_rows_of_a_corpus_that_is_left_cannot_be_changed(qtbot: Any, pane: CorpusPane) -> None:
    record = {"name": "other", "title": "other", "source_lang": "en", "target_lang": "de", "files": ["other.tsv"]}
    library._store(record, [Pair(f"a tree {n}", f"ein Baum {n}", f"other.tsv:{n}") for n in range(9)], no_progress)
    browser = pane.details.browser
    browser.table.selectRow(3)
    info = library.find_corpus("other")
    browser.show_corpus(info, ("en", "de"), ("English", "German"))  # its pairs have not been read yet
    assert not browser.out_button.isEnabled()
    browser.leave_out()
    settle(qtbot)
    assert (len(sources()), len(list(library.open_corpus("other")))) == (250, 9)
    assert shown(pane)[0] == ("a tree 0", "")
