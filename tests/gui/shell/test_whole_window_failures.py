"""The real window with the real engine: trainings and translations that break, and runs that are cut off."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import Any

import pytest
from hand import Hand, start_short
from PySide6.QtWidgets import (
    QMessageBox,
    QToolButton,
)

from workbench.engine.core import paths
from workbench.engine.runs.folder import RunFolder


@pytest.mark.parametrize("kind", ["torch", "other"])
def test_a_training_that_breaks_ends_in_a_message_and_a_usable_window(
    qtbot: Any, hand: Hand, open_window: Any, corpus: str, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    import torch

    from workbench.engine.training.optimization import step

    error = torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB") if kind == "torch" else None

    def broken(*_args: object, **_more: object) -> None:
        raise error or ValueError("boom")

    window = open_window()
    pane: Any = window.panes["train"]
    with monkeypatch.context() as patch:
        patch.setattr(step.TrainingStep, "forward", broken)
        pane.setup.choose_corpus(corpus)
        card = next(c for c in pane.setup.picker.cards if c.name == "short")
        card.click()
        hand.named(window, "startButton")
        qtbot.waitUntil(lambda: pane.notice.isVisible(), timeout=60_000)
    assert not window.context.training.busy
    words = "too little memory" if kind == "torch" else "boom"
    assert words in pane.notice.label.text()
    box = window.findChild(QMessageBox, "trainingFailed")
    assert words in box.text()
    box.close()
    hand.click(pane.notice.findChild(QToolButton, "noticeClose"))
    start_short(qtbot, hand, window)  # and the next one trains
    assert window.context.training.busy


@pytest.mark.usefixtures("shipped")
def test_a_translation_that_breaks_ends_in_a_message_and_a_usable_window(
    qtbot: Any, open_window: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    from workbench.engine.search.translator import Translator

    def broken(*_args: object, **_more: object) -> None:
        raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB")

    window = open_window()
    window.show_pane("translate")
    pane: Any = window.panes["translate"]
    qtbot.waitUntil(lambda: bool(pane.view.target.toPlainText()), timeout=60_000)
    with monkeypatch.context() as patch:
        patch.setattr(Translator, "translate", broken)
        pane.view.source.selectAll()
        qtbot.keyClicks(pane.view.source, "I see a dog.")
        qtbot.waitUntil(lambda: pane.view.notice.isVisible(), timeout=30_000)
        assert "not enough memory" in pane.view.notice.label.text()
        qtbot.waitUntil(lambda: not pane.service.busy, timeout=20_000)
    pane.view.source.selectAll()
    qtbot.keyClicks(pane.view.source, "I see a cat.")
    qtbot.waitUntil(lambda: "chat" in pane.view.target.toPlainText(), timeout=30_000)


def test_a_run_that_was_killed_is_offered_at_the_next_start_and_goes_on(
    qtbot: Any, hand: Hand, open_window: Any, corpus: str
) -> None:
    run = paths.runs_root() / "cut-off"
    command = [sys.executable, "-m", "workbench", "train", "--corpus", corpus, "--from", "en", "--to", "fr"]
    process = subprocess.Popen(
        [*command, "--preset", "short", "--run-dir", str(run)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 90
        while not (run.is_dir() and RunFolder(run).checkpoints()):
            assert process.poll() is None, "it ended by itself"
            assert time.monotonic() < deadline, "no checkpoint came"
            time.sleep(0.1)
    finally:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    step = RunFolder(run).checkpoints()[-1].step
    window = open_window()
    pane: Any = window.panes["train"]
    qtbot.waitUntil(lambda: pane.notice.isVisible(), timeout=20_000)
    assert "“cut-off” was interrupted at step" in pane.notice.label.text()
    hand.click(pane.notice.action_button)
    training = window.context.training
    qtbot.waitUntil(lambda: "resumed" in [a.kind for a in training.history.annotations], timeout=90_000)
    resumed = next(a.step for a in training.history.annotations if a.kind == "resumed")
    assert resumed >= step
    qtbot.waitUntil(lambda: (training.history.last or {"step": 0})["step"] > resumed + 10, timeout=90_000)
    steps = list(training.history.column("step"))
    assert steps == sorted(set(steps))  # one curve, nothing told twice
