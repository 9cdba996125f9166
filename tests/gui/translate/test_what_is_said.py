"""What the pane says and shows is what happens now: nothing of an earlier text, model or time stays."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader, FakeTranslator
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.views.pictures.picture import EMPTY

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

SENTENCES = "\n".join(f"line {i}" for i in range(67))
LONG = " ".join(["word"] * 400)


def said(pane: TranslatePane) -> str:
    return pane.view.status.whole


def saying(qtbot: QtBot, pane: TranslatePane, pattern: str) -> None:
    qtbot.waitUntil(lambda: re.fullmatch(pattern, said(pane)) is not None, timeout=5000)


def shows_nothing(pane: TranslatePane) -> bool:
    view = pane.view
    texts = (said(pane), view.target.toPlainText(), view.picture.reading.text(), view.prefix.text())
    empty = view.picture.picture == EMPTY and view.picture.heatmap.picture == EMPTY and not view.nbest.count()
    return not any(texts) and empty and view.stop_button.isHidden()


class Gate(FakeLoader):
    """A loader that waits at one checkpoint until it is let through."""

    def __init__(self, step: int, seconds: float = 0.0) -> None:
        super().__init__(seconds=seconds)
        self.step, self.through = step, threading.Event()

    def __call__(self, run: Path, checkpoint: str, device: str) -> FakeTranslator:
        """Load."""
        if int(checkpoint) == self.step:
            assert self.through.wait(10)
        return super().__call__(run, checkpoint, device)


def test_progress_is_counted_in_sentences_and_ends_with_the_time(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make(FakeLoader(seconds=0.002))
    seen: list[str] = []
    pane.service.work_changed.connect(lambda: seen.append(said(pane)))
    pane.set_text(SENTENCES)
    saying(qtbot, pane, r"[\d,]+ ms, beam 5, cpu")
    # the first sentence alone, the others in groups of sixteen
    counted = [int(m[1]) for text in seen if (m := re.fullmatch(r"Translating, (\d+) of 67", text))]
    assert list(dict.fromkeys(counted)) == [0, 1, 17, 33, 49, 65]


def test_nothing_stays_after_clear_while_a_long_text_is_translated(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader(seconds=0.02)
    pane = make(loader)
    pane.set_text(SENTENCES)
    saying(qtbot, pane, "Translating, 1 of 67")
    pane.view.clear_button.click()
    assert shows_nothing(pane)
    qtbot.waitUntil(lambda: not pane.service.busy)
    qtbot.wait(500)
    assert shows_nothing(pane)
    assert loader.translators[200].steps < 60


def test_nothing_stays_after_clear_of_a_finished_text(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two")
    saying(qtbot, pane, r"\d+ ms, beam 5, cpu")
    pane.view.picture.confidence_button.click()
    pane.view.clear_button.click()
    assert shows_nothing(pane)
    pane.set_text("one two")  # known already: no time was spent
    settled(qtbot, pane, "ENO OWT")
    qtbot.wait(200)
    assert said(pane) == ""


def test_the_old_picture_goes_when_the_new_one_takes_long(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make(FakeLoader(seconds=0.02))
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    pane.set_text(LONG)
    assert pane.view.picture.picture.source_text == "one two"  # no flicker while one types
    qtbot.waitUntil(lambda: pane.view.picture.picture == EMPTY, timeout=2000)
    assert (said(pane), pane.view.target.toPlainText(), pane.view.nbest.count()) == ("Translating…", "", 0)


def test_another_model_is_opened_in_sight_and_the_old_picture_is_pale(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = Gate(300)
    pane = make(loader)
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    alignment = pane.view.picture.alignment
    pane.view.models.choose_step(300)
    qtbot.waitUntil(lambda: alignment._faded, timeout=2000)
    assert said(pane) == "Opening the model…"
    assert alignment.grab().toImage() != _sharp(alignment)
    loader.through.set()
    saying(qtbot, pane, r"\d+ ms, beam 5, cpu")
    assert not alignment._faded
    assert pane.view.picture.origin == "tiny, step 300"
    pane.view.models.choose_step(200)  # known: at once, and under its own name
    assert (pane.view.picture.origin, alignment._faded) == ("tiny, step 200", False)


def _sharp(view: object) -> object:
    view._faded = False  # type: ignore[attr-defined]
    image = view.grab().toImage()  # type: ignore[attr-defined]
    view._faded = True  # type: ignore[attr-defined]
    return image


def test_a_switch_of_model_stops_the_decode_under_way(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader(seconds=0.02)
    pane = make(loader)
    pane.set_text(LONG)
    qtbot.waitUntil(lambda: 200 in loader.translators and loader.translators[200].steps > 3, timeout=5000)
    pane.view.models.choose_step(300)
    qtbot.waitUntil(lambda: 300 in loader.translators and loader.translators[300].steps > 0, timeout=5000)
    assert loader.translators[200].steps < 100


def test_clear_while_the_model_opens_leaves_nothing_to_say(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = Gate(200)
    pane = make(loader)
    pane.set_text("one two")
    saying(qtbot, pane, "Opening the model…")
    pane.view.clear_button.click()
    loader.through.set()
    qtbot.waitUntil(lambda: not pane.service.busy)
    qtbot.wait(300)
    assert shows_nothing(pane)


def test_a_long_decode_is_stopped_by_button_or_escape_and_gone_on_with(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make(FakeLoader(seconds=0.02))
    stop = pane.view.stop_button
    pane.set_text(SENTENCES)
    qtbot.waitUntil(stop.isVisible, timeout=5000)
    saying(qtbot, pane, "Translating, 17 of 67")
    stop.click()
    assert said(pane) == "Stopped, 17 of 67 translated"
    assert stop.accessibleName() == "Go on translating"
    qtbot.waitUntil(lambda: not pane.service.busy)
    stop.click()
    assert said(pane) == "Translating, 0 of 50"  # what is known is not asked for again
    saying(qtbot, pane, "Translating, 1 of 50")
    qtbot.keyClick(pane.view.source, Qt.Key.Key_Escape)
    assert said(pane) == "Stopped, 1 of 50 translated"


def test_a_failure_is_said_until_the_next_text_is_translated(run: Path, make: Make, qtbot: QtBot) -> None:
    loader = FakeLoader()
    pane = make(loader)
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    whole = loader.translators[200].translate
    loader.translators[200].translate = _broken  # type: ignore[method-assign]
    pane.set_text("too much")
    saying(qtbot, pane, "Not translated")
    assert pane.view.picture.picture == EMPTY
    assert pane.view.notice.isVisible()
    loader.translators[200].translate = whole  # type: ignore[method-assign]
    pane.set_text("less")
    settled(qtbot, pane, "SSEL")
    assert not pane.view.notice.isVisible()


def _broken(*_args: object, **_more: object) -> list[object]:
    raise RuntimeError("CUDA out of memory")
