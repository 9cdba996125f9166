"""What pages do in the background: told, cancelled, and waited for by a window that closes or changes its language."""

from __future__ import annotations

import inspect
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from workbench.engine.evaluation import test_sets
from workbench.engine.evaluation.test_sets import EvalSet
from workbench.gui.state.context import AppContext
from workbench.gui.translate.inspection import (
    agreement_page,
    confidence_page,
    inspector,
    page,
    set_comparison,
    training_pairs,
)
from workbench.gui.translate.inspection.training_pairs import Near

#: Of each page with a job: its module, the function that works, and the button that begins it.
JOBS: dict[str, tuple[Any, str, str]] = {
    "confidence": (confidence_page, "learn", "learn_button"),
    "trainingPairsPage": (training_pairs, "read_training", "read_button"),
    "agreement": (agreement_page, "measure", "compare_button"),
    "comparePage": (set_comparison, "compare_over", "button"),
}


def test_no_page_has_jobs_that_are_not_seen() -> None:
    """All begin through ``run_in_background``, and all pages that use it are tested here."""
    working = {k.name for k in inspector.PAGES if "run_in_background" in inspect.getsource(sys.modules[k.__module__])}
    assert working == set(JOBS)
    rooms = Path(inspect.getfile(page)).parent
    assert [file.name for file in rooms.glob("*.py") if "run_job" in file.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("name", JOBS)
def test_a_job_is_told_cancelled_and_waited_for(
    name: str, run: Path, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, context: AppContext
) -> None:
    module, function, button = JOBS[name]
    begun, release = threading.Event(), threading.Event()

    def work(*arguments: Any) -> None:
        progress = arguments[-2]
        begun.set()
        try:
            while True:
                progress(1, 2, "working")
                time.sleep(0.01)
        finally:
            release.wait(10)

    monkeypatch.setattr(module, function, work)
    monkeypatch.setattr(test_sets, "eval_sets", lambda _run: [EvalSet("held-out", pairs=3)])
    monkeypatch.setattr(training_pairs, "look_up", lambda *_: Near(None))
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    sight: Any = pane.inspector.page(name)
    pane.view.pages.setCurrentWidget(sight)
    part = sight
    if name == "comparePage":
        sight.over_set.click()
        part = sight.sentences
    start = getattr(part, button)
    for close in (False, True):
        qtbot.waitUntil(lambda: start.isVisible() and start.isEnabled())
        begun.clear()
        release.clear()
        start.click()
        qtbot.waitUntil(begun.is_set)
        qtbot.waitUntil(lambda: "1 / 2" in part.progress.label.text())
        assert not (start.isVisible() and start.isEnabled())
        assert pane.inspector.busy
        assert len(context.work) == 1
        pane.view.pages.setCurrentIndex(0)  # it goes on when its page is left
        assert pane.inspector.busy
        if close:
            assert not pane.shutdown()
            with qtbot.waitSignal(pane.idle, timeout=5000):
                release.set()
        else:
            pane.view.pages.setCurrentWidget(sight)
            part.progress.cancel_button.click()
            with qtbot.waitSignal(pane.inspector.idle, timeout=5000):
                release.set()
        assert not pane.inspector.busy
        assert context.work == []
