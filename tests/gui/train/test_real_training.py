"""The window with the real trainer: a model of a few thousand numbers learns while everything is clicked."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from workbench.engine.corpora.library import import_corpus
from workbench.engine.runs.folder import RunFolder
from workbench.gui.state.context import AppContext
from workbench.gui.train.train_pane import TrainPane

_SMALL = {
    "tokenizer.vocab_size": 120,
    "model.embedding": 16,
    "model.hidden": 16,
    "training.max_minutes": 0.0,
    "training.max_steps": 3000,
    "training.batch_tokens": 100,
    "training.validate_minutes": 0.0,
    "training.validate_steps": 30,
    "training.log_steps": 1,
    "training.snapshots": 2,
    "runtime.threads": 1,
    "runtime.precision": "fp32",
}


@pytest.fixture
def pane(make_pane: Callable[[], TrainPane], tmp_path: Path) -> TrainPane:
    colours = ("red", "blue", "green", "old", "new", "small")
    things = ("house", "car", "door", "tree", "boat", "table", "cup", "hat")
    pairs = [(f"the {c} {t} {n}", f"{t} {c} {n}") for c in colours for t in things for n in range(3)]
    file = tmp_path / "colours.tsv"
    file.write_text("".join(f"{s}\t{t}\n" for s, t in pairs), encoding="utf-8")
    import_corpus([file], source_lang="en", target_lang="fr", name="colours")
    return make_pane()


def test_train_pause_resume_evaluate_stop_and_continue(qtbot, context: AppContext, pane: TrainPane):
    training, view = context.training, pane.view
    assert pane.setup.choose_corpus("colours")
    pane.setup.picker.select("tiny")
    pane.setup.set_overrides(_SMALL)
    qtbot.mouseClick(pane.setup.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(view.loss._steps) > 5, timeout=60_000)
    qtbot.mouseClick(view.header.pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: training.history.state is not None and training.history.state.state == "paused")
    steps = len(training.history)
    qtbot.wait(200)
    assert len(training.history) == steps
    qtbot.mouseClick(view.header.pause_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(training.history) > steps, timeout=20_000)
    known = len(training.history.validations)
    qtbot.mouseClick(view.header.evaluate_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(training.history.validations) > known, timeout=30_000)
    qtbot.waitUntil(lambda: view.samples.rowCount() > 0 and len(view.quality._data[0][0]) > 0, timeout=20_000)
    qtbot.mouseClick(view.header.stop_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not training.busy, timeout=30_000)
    assert view.header.state.text() == "Stopped and kept"
    assert training.run_dir is not None
    run = RunFolder.open(training.run_dir)
    stopped_at = run.checkpoints()[-1]
    assert stopped_at.resumable
    assert not run.is_running
    # The loss it drew is the loss of the journal.
    journal = [e.loss for e in run.events() if type(e).__name__ == "StepLogged"]  # type: ignore[attr-defined]
    assert list(training.history.column("loss")) == journal
    # Go on where it stopped.
    pane.continue_run(run.path)
    qtbot.waitUntil(lambda: (training.history.last or {"step": 0})["step"] > stopped_at.step, timeout=60_000)
    kinds = [a.kind for a in training.history.annotations]
    assert "resumed" in kinds
    steps_drawn = training.history.column("step")
    assert all(np.diff(steps_drawn) > 0)


def test_a_corpus_that_is_gone_ends_in_one_clear_message(qtbot, context: AppContext, pane: TrainPane):
    pane.setup.choose_corpus("colours")
    pane.setup.picker.select("tiny")
    pane.setup.set_overrides({"data.src": "/nowhere/x.en", "data.tgt": "/nowhere/x.fr"})
    qtbot.mouseClick(pane.setup.start_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: pane.notice.isVisible(), timeout=60_000)
    assert "/nowhere/x" in pane.notice.label.text()
    assert not context.training.busy
    assert pane.setup.start_button.isEnabled()
