"""What is pointed at, in the pictures or in the texts, lights up everywhere."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.gui.state.context import AppContext
from workbench.gui.theme import DARK
from workbench.gui.views.pictures.picture import NOWHERE, Spot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _background(edit: QPlainTextEdit, position: int) -> list[str]:
    """Colours of the marks over a position, the uppermost last."""
    found = []
    for selection in edit.extraSelections():
        cursor = selection.cursor  # type: ignore[attr-defined]
        if cursor.selectionStart() <= position < cursor.selectionEnd():
            found.append(selection.format.background().color().name())  # type: ignore[attr-defined]
    return found


def test_pointing_at_a_word_lights_its_partners_everywhere(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    pane = make()
    pane.set_text("Nothing here. One two three")
    settled(qtbot, pane, "GNIHTON .EREH ENO OWT EERHT")
    pane.select_sentence(1)
    view, accent = pane.view, context.theme.accent
    target = view.target.toPlainText().index("OWT") + 1
    first, last = QTextCursor(view.target.document()), QTextCursor(view.target.document())
    first.setPosition(target)
    last.setPosition(target + 1)
    place = view.target.cursorRect(first).united(view.target.cursorRect(last)).center()
    qtbot.mouseMove(view.target.viewport(), place)
    qtbot.waitUntil(lambda: view.picture.alignment.hovered == Spot(target=1))
    assert view.picture.heatmap.hovered == Spot(target=1)
    assert _background(view.target, target)[-1] == accent
    two, three = (view.source.toPlainText().index(w) for w in ("two", "three"))
    assert _background(view.source, two)[-1] not in (accent, context.theme.raised)  # 0.9: coloured
    assert _background(view.source, three)[-1] != _background(view.source, two)[-1]  # 0.1: paler
    assert "looked at" in view.picture.reading.text()
    assert "0.90" in view.picture.reading.text()
    view.picture.alignment.spot_hovered.emit(NOWHERE)
    assert _background(view.target, target) == [context.theme.raised]


def test_the_caret_selects_the_word_and_its_sentence(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("One two. Three four")
    settled(qtbot, pane, "ENO .OWT EERHT RUOF")
    source = pane.view.source
    cursor = source.textCursor()
    cursor.setPosition(source.toPlainText().index("four"))
    source.setTextCursor(cursor)
    qtbot.keyClick(source, Qt.Key.Key_Right)
    assert pane.pointing.current == 1
    assert pane.view.picture.alignment.selected == Spot(source=1)
    assert pane.view.picture.heatmap.selected == Spot(source=1)
    assert [t.text for t in pane.view.picture.picture.source] == ["Three", "four"]


def test_offsets_hold_after_a_character_outside_the_basic_plane(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("𝄞𝄞 One. 𝄞 Two")
    qtbot.waitUntil(lambda: "OWT" in pane.view.target.toPlainText())
    pane.select_sentence(1)
    pane.view.picture.alignment.choose(Spot(target=1))
    marked = [s.cursor.selectedText() for s in pane.view.target.extraSelections()]  # type: ignore[attr-defined]
    assert marked[-1] == "OWT"
    assert "Two" in [s.cursor.selectedText() for s in pane.view.source.extraSelections()]  # type: ignore[attr-defined]


def test_confidence_colours_rows_and_text(run: Path, make: Make, context: AppContext, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two three four five six seven eight")
    qtbot.waitUntil(lambda: len(pane.view.picture.picture.target) == 8)
    pane.view.picture.confidence_button.click()
    colors = [_background(pane.view.target, p)[-1] for p in (0, pane.view.target.toPlainText().index("THGIE"))]
    assert colors[0] == context.theme.surface  # probability 1
    assert colors[1] not in (context.theme.surface, colors[0])
    context.set_theme(DARK)
    assert _background(pane.view.target, 0)[-1] == DARK.surface


def test_words_never_seen_and_words_copied_are_dotted_and_explained(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("a 5 b")
    settled(qtbot, pane, "A 5 B")
    item = pane.desk.item(0)
    source = (Token("▁a", 0, 1), Token("▁5", 2, 3, unknown=True), Token("▁b", 4, 5), Token("</s>", 5, 5))
    target = tuple(Token(t.text.upper(), t.start, t.end, -0.1, copied=t.unknown) for t in source)
    pane.desk.accept([item], [Translation("a 5 b", source, (Hypothesis("A 5 B", -0.1, target),))])
    for words in (False, True):
        pane.view.picture.words_button.setChecked(words)
        pane._show_all()
        assert "Not seen in training" in pane.view.source.tip_at(2)
        assert pane.view.source.tip_at(0) == pane.view.source.tip_at(4) == ""
        assert "Copied" in pane.view.target.tip_at(2)
        assert pane.view.target.tip_at(0) == ""
