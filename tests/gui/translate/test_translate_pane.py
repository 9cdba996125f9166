"""The translate pane as a person uses it, with a translator that needs no model."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
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
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader, make_run
from workbench.engine.core import paths
from workbench.engine.core.types import Translation
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.translate.translate_pane import Latency
from workbench.gui.views.pictures.picture import Spot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


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


def test_model_without_attention_says_how_sure_it_was(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make(FakeLoader(attention=False))
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    pane.view.picture.alignment.choose(Spot(target=0))
    assert "sure" in pane.view.picture.reading.text()


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
    assert picture.alignment.horizontalScrollBar().maximum() == 0  # in rows, which scroll up and down
    assert picture.alignment.verticalScrollBar().maximum() > 0
    place = pane.view.source.mapTo(pane, QPoint(0, 0))
    assert pane.rect().contains(place)
    context.theme.apply(qapp, 1.0)
