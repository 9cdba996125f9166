"""The translate pane as a person uses it, with a translator that needs no model."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fake_translator import FakeLoader, add_checkpoint, make_run
from workbench.engine.core import paths
from workbench.engine.core.events import CheckpointSaved
from workbench.engine.core.types import Alternative, Hypothesis, Token, Translation
from workbench.engine.text.sentences import SplitRule
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.theme import DARK
from workbench.gui.translate.picture.alternatives_popup import forced_prefix
from workbench.gui.translate.picture.picture_maker import make_picture, split_words
from workbench.gui.translate.translate_pane import Latency, TranslatePane
from workbench.gui.translate.translation_desk import Desk, split_text
from workbench.gui.translate.translation_lists import changed_words
from workbench.gui.views.pictures.picture import NOWHERE, Spot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

Make = Callable[..., TranslatePane]


@pytest.fixture
def make(context: AppContext, qtbot: QtBot) -> Iterator[Make]:
    """Builds panes and ends their threads."""
    panes: list[TranslatePane] = []

    def build(loader: FakeLoader | None = None, *, show: bool = True) -> TranslatePane:
        pane = TranslatePane(context, load=loader or FakeLoader())
        qtbot.addWidget(pane)
        pane.resize(1100, 760)
        if show:
            pane.show()
        panes.append(pane)
        return pane

    yield build
    for pane in panes:
        if not pane.shutdown():
            with qtbot.waitSignal(pane.idle, timeout=5000):
                pass


@pytest.fixture
def run(workbench_home: Path) -> Path:
    return make_run(paths.runs_root() / "tiny")


def settled(qtbot: QtBot, pane: TranslatePane, text: str) -> None:
    """Wait until the translation reads like this."""
    qtbot.waitUntil(lambda: pane.view.target.toPlainText() == text, timeout=5000)


def type_text(qtbot: QtBot, pane: TranslatePane, text: str) -> None:
    """Replace the source text by typing."""
    pane.view.source.selectAll()
    qtbot.keyClicks(pane.view.source, text)


# --- first contact ----------------------------------------------------------------------------------------------------


def test_without_a_run_it_says_what_to_do_and_offers_it(make: Make, context: AppContext, qtbot: QtBot) -> None:
    pane = make()
    assert pane.empty.isVisible()
    assert not pane.view.isVisible()
    with qtbot.waitSignal(context.show_pane) as shown:
        pane.empty.findChild(QAbstractButton, "emptyTrain").click()
    assert shown.args == ["train"]


def test_first_start_shows_a_translation_with_its_alignment(run: Path, make: Make, qtbot: QtBot) -> None:
    before = set(sys.modules)  # another test may have loaded torch
    pane = make()
    qtbot.waitUntil(lambda: bool(pane.view.picture.picture.target))
    assert pane.view.source.toPlainText().startswith("The old gardener")
    assert pane.view.target.toPlainText().startswith("EHT DLO RENEDRAG")
    assert pane.view.picture.picture.weights is not None
    assert "best" in str(pane.view.models.checkpoints.currentData())
    assert not {"torch", "workbench.engine.search.translator"} & (set(sys.modules) - before)


def test_the_text_and_run_of_last_time_come_back(run: Path, make: Make, context: AppContext, qtbot: QtBot) -> None:
    make_run(paths.runs_root() / "newer")
    pane = make()
    pane.models.open_run(run)
    pane.set_text("see you")
    settled(qtbot, pane, "EES UOY")
    again = make()
    assert again.models.choice is not None
    assert again.models.choice.run == run
    settled(qtbot, again, "EES UOY")


# --- typing -----------------------------------------------------------------------------------------------------------


def test_typing_translates_and_only_changed_sentences_are_decoded_again(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    pane.set_text("One two. Three four.\nFive.")
    settled(qtbot, pane, "ENO .OWT EERHT .RUOF\n.EVIF")
    calls = loader.translators[200].calls
    calls.clear()
    pane.view.source.setFocus()
    pane.view.source.moveCursor(pane.view.source.textCursor().MoveOperation.End)
    qtbot.keyClicks(pane.view.source, " Six.")
    settled(qtbot, pane, "ENO .OWT EERHT .RUOF\n.EVIF .XIS")
    decoded = {sentence for call in calls for sentence in call}
    assert "Six." in decoded
    assert not decoded & {"One two.", "Three four.", "Five."}
    assert pane.pointing.current == 3


def test_an_edit_stops_the_decode_under_way(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader(seconds=0.02)
    pane = make(loader)
    pane.set_text(" ".join(["word"] * 400))
    qtbot.waitUntil(lambda: 200 in loader.translators and loader.translators[200].steps > 3, timeout=5000)
    pane.set_text("short")
    settled(qtbot, pane, "TROHS")
    assert loader.translators[200].steps < 100


def test_latency_is_told_from_the_request_to_the_painted_picture(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    qtbot.waitUntil(lambda: bool(pane.view.picture.picture.target))
    with qtbot.waitSignal(pane.translated) as told:
        pane.set_text("measure this")
    latency = told.args[0]
    assert isinstance(latency, Latency)
    assert latency.requested < latency.decoded < latency.painted
    assert 0 < latency.milliseconds < 2000


def test_lines_are_cut_into_sentences_but_not_after_titles() -> None:
    text = "𝄞 Dr. E. Stone came. He left!\n\n  Why?  "
    found = split_text(text)
    assert [(s.text, s.line) for s in found] == [("𝄞 Dr. E. Stone came.", 0), ("He left!", 0), ("Why?", 2)]
    utf16 = text.encode("utf-16-le")
    assert [utf16[2 * s.start : 2 * s.end].decode("utf-16-le") for s in found] == [s.text for s in found]
    assert [s.text for s in split_text("他来了。她走了。")] == ["他来了。", "她走了。"]
    assert [s.text for s in split_text(text, by_sentence=False)] == ["𝄞 Dr. E. Stone came. He left!", "Why?"]


def test_what_was_there_stays_until_the_new_translation_comes() -> None:
    desk = Desk()
    desk.model = "m"

    def answer(text: str) -> Translation:
        return Translation(text, (), (Hypothesis(text.upper(), 0.0, ()),))

    desk.set_text("A bee. C dye.")
    items = desk.missing(0)
    desk.accept(items, [answer(i.text) for i in items])
    assert desk.compose()[0] == "A BEE. C DYE."
    desk.set_text("A bee. C dyed.")
    assert [i.text for i in desk.missing(1)] == ["C dyed."]
    text, placed = desk.compose()
    assert text == "A BEE. C DYE."
    assert [p.fresh for p in placed] == [True, False]
    desk.set_text("New. A bee. C dye.")  # moved, not changed
    assert [i.text for i in desk.missing(0)] == ["New."]
    assert desk.compose()[0] == "A BEE. C DYE."


# --- models and checkpoints -------------------------------------------------------------------------------------------


def test_the_slider_scrubs_a_sentence_through_training(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    pane.set_text("a gardener")
    settled(qtbot, pane, "A RENEDRAG")
    slider = pane.view.models.slider
    assert (slider.minimum(), slider.value(), slider.maximum()) == (0, 1, 2)
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    settled(qtbot, pane, "A ?")
    assert pane.view.models.checkpoints.currentData() == "100"
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    settled(qtbot, pane, "A RENEDRAG")
    decoded = len([c for t in loader.translators.values() for c in t.calls])
    qtbot.keyClick(slider, Qt.Key.Key_Left)
    settled(qtbot, pane, "A ?")
    assert len([c for t in loader.translators.values() for c in t.calls]) == decoded  # remembered


def test_the_sentence_through_training_fills_and_marks_what_changed(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.view.tabs.setCurrentWidget(pane.view.learning)
    pane.set_text("a gardener")
    told = Qt.ItemDataRole.AccessibleTextRole

    def rows() -> list[str]:
        return [pane.view.learning.item(i).data(told) for i in range(pane.view.learning.count())]

    qtbot.waitUntil(lambda: rows() == ["Step 100: A ?", "Step 200: A RENEDRAG", "Step 300: A RENEDRAG"])
    item = pane.view.learning.item(0)
    place = pane.view.learning.visualItemRect(item).center()
    qtbot.mouseClick(pane.view.learning.viewport(), Qt.MouseButton.LeftButton, pos=place)
    settled(qtbot, pane, "A ?")
    assert changed_words("le chat", "le <b> chat", "#0f0") == 'le <span style="background:#0f0">&lt;b&gt;</span> chat'


def test_a_checkpoint_saved_while_it_trains_is_taken(run: Path, make: Make, context: AppContext, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    pane.set_text("extraordinarily long")
    settled(qtbot, pane, "? GNOL")
    context.training_run = run
    add_checkpoint(run, 400)
    (run / "best.json").write_text(json.dumps({"step": 400, "metric": "bleu", "value": 30.0}))
    context.publish(CheckpointSaved(time=0.0, step=400, folder="step-00000400", best=True))
    settled(qtbot, pane, "YLIRANIDROARTXE GNOL")
    assert pane.view.models.steps == [100, 200, 300, 400]
    pane.view.models.choose_step(100)
    settled(qtbot, pane, "? GNOL")
    add_checkpoint(run, 500)
    context.publish(CheckpointSaved(time=0.0, step=500, folder="step-00000500"))
    assert pane.view.models.checkpoints.currentData() == "100"  # a chosen step stays


def test_the_first_checkpoint_of_the_first_run_opens_the_pane(make: Make, context: AppContext, qtbot: QtBot) -> None:
    run = make_run(paths.runs_root() / "first", steps=())
    context.training_run = run
    pane = make()
    assert pane.empty.isVisible()
    add_checkpoint(run, 200)
    context.publish(CheckpointSaved(time=0.0, step=200, folder="step-00000200", best=True))
    qtbot.waitUntil(lambda: pane.view.isVisible() and bool(pane.view.picture.picture.target))
    assert "training now" in pane.view.models.runs.currentText()


def test_the_device_for_translating_is_obeyed(run: Path, make: Make, context: AppContext, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    qtbot.waitUntil(lambda: bool(pane.view.picture.picture.target))
    context.set_device("train", "cuda:0")
    context.set_device("translate", "cpu")
    qtbot.waitUntil(lambda: len(loader.loaded) == 2)
    assert [device for _, _, device in loader.loaded] == ["auto", "cpu"]


def test_a_fault_is_said_and_the_next_text_is_translated(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    qtbot.waitUntil(lambda: 200 in loader.translators)
    whole = loader.translators[200].translate
    loader.translators[200].translate = _out_of_memory  # type: ignore[method-assign]
    pane.set_text("too much")
    qtbot.waitUntil(lambda: "There was not enough memory." in pane.view.notice.label.text())
    loader.translators[200].translate = whole  # type: ignore[method-assign]
    pane.set_text("less")
    settled(qtbot, pane, "SSEL")


def _out_of_memory(*_args: object, **_more: object) -> list[Translation]:
    raise RuntimeError("CUDA out of memory")


def test_a_sentence_from_another_pane_opens_with_its_run(make: Make, context: AppContext, qtbot: QtBot) -> None:
    make_run(paths.runs_root() / "one")
    other = make_run(paths.runs_root() / "two", source="de")
    pane = make()
    context.translate_text.emit(WantedTranslation(other, "guten Tag"))
    settled(qtbot, pane, "NETUG GAT")
    assert pane.models.choice is not None
    assert pane.models.choice.run == other
    assert pane.view.source_label.text() == "Deutsch"


# --- pointing ---------------------------------------------------------------------------------------------------------


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


def test_pieces_are_added_on_the_source_side_and_averaged_on_the_target_side() -> None:
    import numpy as np

    def token(text: str, start: int, end: int, logprob: float) -> Token:
        return Token(text, start, end, logprob)

    source = (Token("▁un", 0, 2), Token("do", 2, 4), Token("▁it", 5, 7), Token("</s>", 7, 7))
    pieces = (token("▁dé", 0, 2, -0.5), token("fais", 2, 6, -0.25), token("▁le", 7, 9, -1.0), token("</s>", 9, 9, 0.0))
    weights = np.array([[0.6, 0.2, 0.1, 0.1], [0.1, 0.5, 0.2, 0.2], [0, 0, 1, 0], [0, 0, 0, 1]], dtype=np.float32)
    hypothesis = Hypothesis("défais le", -1.0, pieces, weights)
    translation = Translation("undo it", source, (hypothesis,))
    merged = make_picture(translation, hypothesis, words=True, prefix="défais")
    assert [t.text for t in merged.source] == ["undo", "it"]
    assert [t.text for t in merged.target] == ["défais", "le"]
    np.testing.assert_allclose(merged.weights, [[0.7, 0.15], [0.0, 1.0]], atol=1e-6)
    assert [t.logprob for t in merged.target] == [-0.75, -1.0]
    assert merged.forced == 1
    assert make_picture(translation, hypothesis, words=False, prefix="défais").forced == 2


def test_words_of_a_script_without_blanks_do_not_cut_pieces(qapp: QApplication) -> None:
    text = "我们喜欢音乐。 ok"
    whole = split_words(text, [Token("我们", 0, 2), Token("喜欢", 2, 4), Token("音乐。", 4, 7), Token("ok", 8, 10)])
    assert [(w.text, w.start) for w in whole] == [("我们", 0), ("喜欢", 2), ("音乐。", 4), ("ok", 8)]


# --- what if, n-best, search ------------------------------------------------------------------------------------------


def test_choosing_another_word_goes_on_from_it_and_can_be_let_go(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two three")
    settled(qtbot, pane, "ENO OWT EERHT")
    view = pane.view
    word = view.picture.alignment.viewport_rect(Spot(target=1)).center().toPoint()
    qtbot.mouseClick(view.picture.alignment.viewport(), Qt.MouseButton.LeftButton, pos=word)
    assert pane.what_if.popup.isVisible()
    assert pane.what_if.popup.list.item(1).text().split()[0:2] == ["14%", "AUTRE"]  # exp(-2)
    pane.what_if.popup.list.setCurrentRow(1)
    qtbot.keyClick(pane.what_if.popup.list, Qt.Key.Key_Return)
    settled(qtbot, pane, "ENO AUTRE EERHT")
    assert not pane.what_if.popup.isVisible()
    assert view.prefix.text() == "ENO AUTRE"
    assert view.picture.picture.forced == 2
    qtbot.mouseClick(view.release_button, Qt.MouseButton.LeftButton)
    settled(qtbot, pane, "ENO OWT EERHT")
    assert view.prefix.text() == ""
    qtbot.keyClicks(view.prefix, "DEUX")
    settled(qtbot, pane, "DEUX OWT EERHT")


def test_prefix_of_an_alternative_keeps_or_joins_the_word() -> None:
    assert forced_prefix("Le chien noir", 9, Alternative("▁brun", -1.0)) == "Le chien brun"
    assert forced_prefix("Le chien noir", 5, Alternative("at", -1.0)) == "Le chat"
    assert forced_prefix("Le chien", 0, Alternative("▁Un", -1.0)) == "Un"


def test_another_of_the_n_best_shows_its_own_alignment(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two three")
    settled(qtbot, pane, "ENO OWT EERHT")
    pane.view.tabs.setCurrentWidget(pane.view.nbest)
    pane.view.nbest.setFocus()
    qtbot.keyClick(pane.view.nbest, Qt.Key.Key_Down)
    settled(qtbot, pane, "ENO OWT")
    assert [t.text for t in pane.view.picture.picture.target] == ["ENO", "OWT"]
    assert "-1.50" in pane.view.nbest.item(1).data(Qt.ItemDataRole.AccessibleTextRole)


def test_search_settings_reach_the_search_and_are_remembered(
    run: Path, make: Make, context: AppContext, qtbot: QtBot
) -> None:
    loader = FakeLoader()
    pane = make(loader)
    qtbot.waitUntil(lambda: bool(pane.view.picture.picture.target))
    loader.translators[200].calls.clear()
    pane.view.search.findChild(QAbstractButton, "search_sampling").click()
    pane.view.search._editors["temperature"].setValue(0.7)  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: bool(loader.translators[200].calls))
    assert pane.desk.search.sampling
    assert pane.desk.search.temperature == pytest.approx(0.7)
    assert not pane.view.search._editors["beam"].isEnabled()
    again = make(show=False)
    assert again.view.search.config == pane.desk.search


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


def test_model_without_attention_says_so(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make(FakeLoader(attention=False))
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    assert pane.view.picture.picture.weights is None
    assert not pane.view.picture._actions["numbers"].isEnabled()
    pane.view.picture.alignment.choose(Spot(target=0))
    assert "sure" in pane.view.picture.reading.text()


# --- files, saving, closing -------------------------------------------------------------------------------------------


def test_a_file_is_translated_paused_and_stopped_from_the_dialog(
    run: Path, make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    pane = make(FakeLoader(seconds=0.002))
    (tmp_path / "in.txt").write_text("a b c d e f g h\n" * 640, encoding="utf-8")
    pane.view.file_button.click()
    dialog = pane.output.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.choose(tmp_path / "in.txt")
    assert dialog.target.text() == str(tmp_path / "in.translated.txt")
    dialog._load = lambda path, checkpoint, device: FakeLoader(seconds=0.002)(path, "200", device)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: dialog.bar.value() >= 64, timeout=5000)
    dialog.pause_button.click()
    assert dialog.pause_button.text() == "Go on"
    dialog.cancel_button.click()
    with qtbot.waitSignal(dialog.idle, timeout=5000):
        pass
    assert "are kept in" in dialog.status.text()
    kept = (tmp_path / "in.translated.partial.txt").read_text().splitlines()
    assert len(kept) % 64 == 0 < len(kept) < 640
    assert dialog.resume.isVisible()
    assert not dialog.busy
    dialog.close()


def test_pictures_and_numbers_are_saved(run: Path, make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    picture = pane.view.picture
    for what, name in (("both", "a.svg"), ("alignment", "a.pdf"), ("heatmap", "a.png"), ("numbers", "a.json")):
        with qtbot.waitSignal(picture.saved) as saved:
            assert picture.save_as(what, tmp_path / name)
        assert saved.args[0].stat().st_size > 200
    assert json.loads((tmp_path / "a.json").read_text())["model"] == "tiny, step 200"
    assert not picture.save_as("both", tmp_path / "missing" / "a.svg")
    assert "could not be saved" in pane.view.notice.label.text()
    pane.output.copy()
    assert QApplication.clipboard().text() == "ENO OWT"


def test_it_closes_while_decoding_and_works_again_afterwards(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader(seconds=0.02)
    pane = make(loader)
    pane.set_text(" ".join(["word"] * 400))
    qtbot.waitUntil(lambda: 200 in loader.translators and loader.translators[200].steps > 3, timeout=5000)
    if not pane.shutdown():
        with qtbot.waitSignal(pane.idle, timeout=3000):
            pass
    assert not pane.service.running
    pane.set_text("again")
    settled(qtbot, pane, "NIAGA")


def test_every_control_has_a_name_and_can_be_reached_by_tab(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    qtbot.waitUntil(lambda: bool(pane.view.picture.picture.target))
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget, QPlainTextEdit, QAbstractSlider, QAbstractSpinBox)
    for control in pane.findChildren(QWidget):
        inner = control.objectName().startswith("qt_") or isinstance(control.parent(), QComboBox | QAbstractSpinBox)
        if not isinstance(control, kinds) or inner or isinstance(control, QScrollBar):
            continue
        if not control.objectName() or not control.isEnabled() or not control.isVisible():
            continue  # Qt's own, or not offered now
        assert control.accessibleName(), f"{type(control).__name__} {control.objectName()} has no name"
    start = pane.view.source
    start.setFocus()
    seen: list[str] = []
    for _ in range(60):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is start:
            break
        seen.append(focused.objectName())
    wanted = ["targetText", "copyTranslation", "prefixEdit", "alignmentView", "heatmapView", "wordsButton"]
    assert [name for name in seen if name in wanted] == wanted
    assert {"translateRun", "translateCheckpoint", "checkpointSlider", "translateFile"} <= set(seen)


def test_nothing_overlaps_when_the_window_is_small_and_the_text_large(
    run: Path, make: Make, context: AppContext, qapp: QApplication, qtbot: QtBot
) -> None:
    context.theme.apply(qapp, 1.5)
    context.set_zoom(1.5)
    pane = make()
    pane.resize(760, 560)
    pane.set_text(" ".join(f"word{i}" for i in range(60)))
    qtbot.waitUntil(lambda: len(pane.view.picture.picture.target) == 60)
    picture = pane.view.picture
    boxes = [w.geometry() for w in (picture.splitter, picture.reading, picture.honest)]
    assert not any(a.intersects(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])
    assert picture.alignment.horizontalScrollBar().maximum() > 0
    place = pane.view.source.mapTo(pane, QPoint(0, 0))
    assert pane.rect().contains(place)
    context.theme.apply(qapp, 1.0)


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


def test_lines_are_cut_as_the_model_learnt_them() -> None:
    desk = Desk()
    desk.set_text("The lamp? He sees it. He left the town long ago.")
    assert len(desk.segments) == 3
    assert desk.set_rule(SplitRule(0.1, (("?", 2),)))
    assert [s.text for s in desk.segments] == ["The lamp? He sees it.", "He left the town long ago."]
    assert desk.set_rule(SplitRule(0.9))
    assert len(desk.segments) == 1
    assert not desk.set_rule(SplitRule(0.9))
    desk.set_by_sentence(False)
    assert desk.search.split_sentences == "off"
