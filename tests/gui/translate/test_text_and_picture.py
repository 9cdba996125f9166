"""Who gets the room, the way back, sentences to try, and texts that the model cannot read."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader, FakeTranslator, make_run
from workbench.engine.core import paths
from workbench.engine.core.events import SampleTranslated, to_json
from workbench.engine.core.types import Translation
from workbench.engine.runs import run_choices
from workbench.engine.runs.folder import EVENTS, RunFolder
from workbench.gui.state.context import AppContext
from workbench.gui.translate.translate_pane import TranslatePane

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def lines(pane: TranslatePane) -> float:
    edit = pane.view.source
    return (edit.height() - 12) / edit.fontMetrics().lineSpacing()


def test_the_texts_grow_from_two_lines_to_a_bound_and_the_picture_gets_the_rest(
    run: Path, make: Make, qtbot: QtBot
) -> None:
    pane = make()
    pane.resize(1085, 753)  # what a window of 1280 x 800 leaves to the pane
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    qtbot.waitUntil(lambda: 2 <= lines(pane) < 3)
    picture = pane.view.picture
    assert picture.height() * picture.width() > 0.65 * pane.height() * pane.width()
    assert 16 <= QFontInfo(pane.view.source.font()).pixelSize() <= 18
    assert 16 <= QFontInfo(picture.alignment.font()).pixelSize() <= 18
    pane.set_text("one\ntwo\nthree\nfour")
    qtbot.waitUntil(lambda: 4 <= lines(pane) < 5)
    assert pane.view.source.verticalScrollBar().maximum() == 0
    assert pane.view.target.height() == pane.view.source.height()
    pane.set_text("line\n" * 100)
    qtbot.waitUntil(lambda: lines(pane) > 6)
    assert pane.view.source.height() < 0.31 * pane.height()
    assert picture.height() > 0.45 * pane.height()
    pane.view.clear_button.click()
    qtbot.waitUntil(lambda: lines(pane) < 3)


def test_sentences_are_as_large_after_another_theme(run: Path, make: Make, context: AppContext, qapp, qtbot) -> None:
    pane = make()
    before = QFontInfo(pane.view.source.font()).pixelSize()
    context.theme.apply(qapp, 1.0)
    context.set_theme(context.theme)
    assert QFontInfo(pane.view.source.font()).pixelSize() == before


def reverse(path: Path) -> Path:
    """A run from French to English."""
    return make_run(path, source="fr", target="en")


def test_swap_translates_the_translation_back_where_there_is_a_model(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    swap = pane.view.swap_button
    assert not swap.isEnabled()
    assert "no model" in swap.toolTip()
    back = reverse(paths.runs_root() / "back")
    context.runs_changed.emit(None)
    qtbot.waitUntil(swap.isEnabled, timeout=5000)
    assert "back" in swap.toolTip()
    swap.click()
    assert pane.models.choice is not None
    assert pane.models.choice.run == back
    settled(qtbot, pane, "ONE TWO")
    assert pane.view.source.toPlainText() == "ENO OWT"
    assert pane.view.source_label.text() == "Français"
    qtbot.waitUntil(swap.isEnabled, timeout=5000)
    swap.click()
    assert pane.models.choice.run == run


def test_swap_leaves_the_text_where_the_model_that_translates_back_is_gone(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    back = reverse(paths.runs_root() / "back")
    pane = make()
    pane.models.open_run(run)
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    swap = pane.view.swap_button
    qtbot.waitUntil(swap.isEnabled, timeout=5000)
    shutil.rmtree(back)
    swap.click()
    assert pane.models.choice is not None
    assert pane.models.choice.run == run
    assert pane.view.source.toPlainText() == "one two"
    qtbot.waitUntil(lambda: not swap.isEnabled(), timeout=5000)


def test_the_way_back_is_looked_for_by_language_and_beside_the_run(tmp_path: Path) -> None:
    there, other = make_run(tmp_path / "a" / "there"), make_run(tmp_path / "a" / "other")
    far, near = reverse(tmp_path / "b" / "far"), reverse(tmp_path / "a" / "near")
    found = [RunFolder(p) for p in (far, other, near, there)]

    def back(run: Path, among: list[RunFolder]) -> Path | None:
        made = run_choices.reverse_of(RunFolder(run), among)
        return made.path if made else None

    assert back(there, found) == near
    assert back(far, found) == other  # the newest
    assert back(there, [RunFolder(other)]) is None


def sample(index: int, step: int) -> str:
    event = SampleTranslated(
        index=index, source=f"Sentence {index}.", reference="x", translation="y", step=step, time=1.0
    )
    return to_json(event) + "\n"


def test_examples_of_the_models_own_corpus_are_offered_while_there_is_no_text(
    run: Path, make: Make, qtbot: QtBot
) -> None:
    journal = run / EVENTS
    watched = "".join(sample(i, step) for step in (1, 2) for i in range(3))
    journal.write_text((journal.read_text() if journal.exists() else "") + watched, encoding="utf-8")
    assert run_choices.examples(RunFolder(run)) == ["Sentence 0.", "Sentence 1.", "Sentence 2."]
    (run / "data").mkdir(exist_ok=True)
    held_out = [f"A sentence of the held out pairs {i}." for i in range(12)]
    (run / "data" / "test.src").write_text("short\n" + "\n".join(held_out) + "\n" + "long " * 90, encoding="utf-8")
    assert run_choices.examples(RunFolder(run), 3) == [held_out[0], held_out[4], held_out[8]]
    pane = make()
    qtbot.waitUntil(lambda: len(pane.view.examples.sentences) == 6, timeout=5000)
    assert pane.view.picture.isVisible()
    pane.view.clear_button.click()
    assert pane.view.examples.isVisible()
    assert not pane.view.picture.isVisible()
    listed = pane.view.examples.list
    spot = listed.visualItemRect(listed.item(0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert pane.view.source.toPlainText() == held_out[0]
    assert pane.view.picture.isVisible()


FRENCH = "Le vieux jardinier a vendu les fleurs à sa voisine. Il ne sait pas que nous sommes là."


class Unknowing(FakeLoader):
    """Translators that have never seen a word with a "q"."""

    def __call__(self, run: Path, checkpoint: str, device: str) -> FakeTranslator:
        """Load."""
        made = super().__call__(run, checkpoint, device)
        inner = made._one

        def one(text: str, prefix: str, search: object) -> Translation:
            found = inner(text, prefix, search)  # type: ignore[arg-type]
            pieces = tuple(replace(p, unknown="q" in p.text) for p in found.source_pieces)
            return Translation(found.source, pieces, found.nbest)

        made._one = one  # type: ignore[method-assign]
        return made


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (FRENCH, "This looks like Français; the model reads English."),
        ("The old man is at home and he was not there.", ""),
        ("qa qb qc the", "The model has not seen many of these words"),
        ("qa qb the house of the old man", ""),
        ("", ""),
    ],
)
def test_a_text_that_the_model_cannot_read_is_pointed_out(
    run: Path, make: Make, qtbot: QtBot, text: str, hint: str
) -> None:
    pane = make(Unknowing())
    pane.set_text(FRENCH)
    qtbot.waitUntil(lambda: pane.view.hint.text() != "")
    pane.set_text(text)
    qtbot.waitUntil(lambda: not pane.service.busy and not pane._debounce.isActive())
    assert pane.view.hint.text().startswith(hint)
    assert bool(pane.view.hint.text()) == bool(hint) == pane.view.hint.isVisible()


def test_other_translations_are_one_click_away(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    view = pane.view
    assert not view.panel.isVisible()
    view.others_button.click()
    assert view.nbest.isVisible()
    assert view.nbest.count() == 2
    view.tabs.setCurrentIndex(2)
    assert not view.others_button.isChecked()
    view.others_button.click()
    assert view.nbest.isVisible()
    view.others_button.click()
    assert not view.panel.isVisible()
