"""The page of the nearest training pairs: reading them in the background, what is near, and nothing of before."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.engine.inspection.test_memory import PAIRS, make_run
from workbench.engine.core import paths
from workbench.engine.core.errors import RunFailed
from workbench.engine.search.model_cache import load_model
from workbench.gui.translate.inspection import training_pairs
from workbench.gui.translate.inspection.training_pairs import Near
from workbench.gui.translate.translate_pane import TranslatePane


def page_of(pane: TranslatePane) -> Any:
    """The page, in sight."""
    page: Any = pane.inspector.page("trainingPairsPage")
    pane.view.pages.setCurrentWidget(page)
    return page


def told(page: Any) -> list[str]:
    """The pairs as a screen reader says them."""
    return [page.pairs.item(i).data(Qt.ItemDataRole.AccessibleTextRole) for i in range(page.pairs.count())]


def test_a_real_model_finds_the_pair_it_learnt(workbench_home: Path, make: Make, qtbot: QtBot) -> None:
    make_run(paths.runs_root() / "tiny", PAIRS[:9])
    pane = make(load_model)
    source = PAIRS[4][0]
    pane.view.search.by_sentence.setChecked(False)
    pane.set_text(source)
    page = page_of(pane)
    qtbot.waitUntil(lambda: page.read_button.isVisible(), timeout=60_000)
    qtbot.mouseClick(page.read_button, Qt.MouseButton.LeftButton)
    assert page.busy
    qtbot.waitUntil(lambda: page.pairs.count() == 9, timeout=60_000)
    assert not page.busy
    assert told(page)[0] == f"1.00, the very sentence: {PAIRS[4][0]} – {PAIRS[4][1]}"
    assert page.what.count() > 3
    page.what.setCurrentIndex(1)
    page.what.activated.emit(1)
    assert page.pairs.count() == 8
    assert "the very translation" not in " ".join(told(page))
    pane.set_text(PAIRS[7][0])
    qtbot.waitUntil(lambda: bool(told(page)) and PAIRS[7][1] in told(page)[0], timeout=60_000)
    wanted = page.pairs.source(2)
    page.pairs.itemActivated.emit(page.pairs.item(2))
    assert pane.view.source.toPlainText() == wanted


def test_reading_can_be_given_up_and_fail(run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    begun = threading.Event()

    def read(choice: Any, step: int, progress: Any, check: Any) -> None:
        begun.set()
        while True:
            progress(1, 2, "reading")

    def broken(*_: Any) -> None:
        raise RunFailed("no pairs")

    monkeypatch.setattr(training_pairs, "look_up", lambda *_: Near(None))
    monkeypatch.setattr(training_pairs, "read_training", read)
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    page = page_of(pane)
    qtbot.waitUntil(lambda: page.read_button.isVisible())
    page.read_button.click()
    qtbot.waitUntil(begun.is_set)
    assert not page.read_button.isEnabled()
    page.progress.cancel_button.click()
    qtbot.waitUntil(lambda: not page.busy)
    assert page.problem.isHidden()
    assert page.read_button.isEnabled()
    monkeypatch.setattr(training_pairs, "read_training", broken)
    page.read_button.click()
    qtbot.waitUntil(lambda: "no pairs" in page.problem.text())
    monkeypatch.setattr(training_pairs, "read_training", read)
    begun.clear()
    page.read_button.click()
    qtbot.waitUntil(begun.is_set)
    assert not pane.shutdown()  # it waits for the thread, and then tells
    qtbot.waitUntil(lambda: not page.busy and not pane.service.running)
