"""Training end to end on a toy corpus: events, losses, and what is left on disk."""

import dataclasses
import math
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.engine.short_runs import Recorder, config
from workbench.engine.core.errors import InputError
from workbench.engine.core.events import (
    CheckpointSaved,
    Event,
    RunFinished,
    SampleTranslated,
    StepLogged,
    Validated,
    from_json,
    to_json,
)
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.learner import Learner
from workbench.engine.training.session import train


def test_events_and_checkpoints_tell_the_story(corpus: Path) -> None:
    recorder = Recorder()
    run = corpus / "run"
    finished = train(config(corpus), run, sinks=[recorder])
    assert finished.status == "completed"
    assert recorder.closed
    assert [e.step for e in recorder.of(StepLogged)] == [2, 4, 6, 8, 10, 12]
    assert [e.step for e in recorder.of(Validated)] == [4, 8, 12]
    assert [e.step for e in recorder.of(CheckpointSaved)] == [4, 8, 12]
    assert len(recorder.of(SampleTranslated)) == 6
    first = recorder.of(StepLogged)[0]
    assert first.learning_rate == pytest.approx(2e-3 * 2 / 4)
    folder = RunFolder(run)
    assert [c.step for c in folder.checkpoints()] == [4, 8, 12]
    best = folder.best()
    assert best is not None
    assert best["step"] == finished.best_step
    resumable = {c.step for c in folder.checkpoints() if c.resumable}
    assert resumable == {12, finished.best_step}
    assert isinstance(folder.events()[-1], RunFinished)
    assert not folder.is_running


@pytest.mark.parametrize("extra", [{}, {"rdrop": 3.0}, {"accumulation": 2}])
def test_training_loss_is_measured_as_validation_s_is(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, extra: dict[str, Any]
) -> None:
    """Without dropout and at a rate of nothing, training and validation on the same pairs are the same number."""
    quiet = {
        "data": {"valid_src": str(corpus / "train.src"), "valid_tgt": str(corpus / "train.tgt")},
        "model": {"dropout_embedding": 0.0, "dropout_layers": 0.0, "dropout_output": 0.0},
        "training": {
            "max_steps": 0,
            "max_epochs": 1,
            "learning_rate": 1e-12,
            "log_steps": 1,
            "validate_steps": 500,
            "label_smoothing": 0.2,
            "averaging": "none",
            "validate_pairs": 5,
            **extra,
        },
    }
    recorder, tokens = Recorder(), []
    real = Learner._accumulate

    def counted(self: Any, batches: Any, count: float, *rest: Any) -> Any:
        tokens.append(count)
        return real(self, batches, count, *rest)

    monkeypatch.setattr(Learner, "_accumulate", counted)
    train(config(corpus, **quiet), corpus / "run", sinks=[recorder])
    points = recorder.of(StepLogged)
    mean = sum(e.cross_entropy * n for e, n in zip(points, tokens, strict=True)) / sum(tokens)
    assert mean == pytest.approx(recorder.of(Validated)[-1].loss, rel=1e-4)
    # smoothed with the mean over the whole vocabulary, an untrained model's objective is hardly another, but is another
    assert all(e.loss != e.cross_entropy for e in points)


def test_journals_from_before_the_training_cross_entropy_are_read() -> None:
    line = (
        '{"event": "StepLogged", "time": 1.0, "step": 10, "loss": 3.5, "learning_rate": 0.1, "gradient_norm": 1.0,'
        ' "teacher_forcing": 1.0, "tokens_per_second": 5.0, "epoch": 0.5, "elapsed": 2.0, "progress": 0.1}'
    )
    event = from_json(line)
    assert isinstance(event, StepLogged)
    assert (event.loss, math.isnan(event.cross_entropy)) == (3.5, True)
    assert from_json(to_json(event)) == event
    assert from_json(to_json(dataclasses.replace(event, cross_entropy=2.5))).cross_entropy == 2.5


def test_a_slim_run_translates_the_same_and_is_small(corpus: Path) -> None:
    from workbench.engine.search.opening import open_translator
    from workbench.engine.training.saving.checkpoint import slim_run

    run = corpus / "run"
    train(config(corpus, training={"max_steps": 40}), run)
    before = open_translator(str(run), device="cpu", threads=1)
    before_bytes = RunFolder(run).checkpoint("best").weights.stat().st_size
    slim_run(RunFolder(run))
    after = open_translator(str(run), device="cpu", threads=1)
    assert RunFolder(run).checkpoint("best").weights.stat().st_size < 0.7 * before_bytes
    assert not [c for c in RunFolder(run).checkpoints() if c.resumable]
    assert not (run / "data").exists()
    for old, new in zip(before.model.parameters(), after.model.parameters(), strict=True):
        torch.testing.assert_close(new, old.half().float())
    with pytest.raises(InputError, match="data"):
        train(RunFolder(run).config(), run, resume=True)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="no other system tells what is mapped")
def test_no_file_of_a_run_stays_open_after_it(corpus: Path) -> None:
    def held() -> list[str]:
        names = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink() and link.exists()]
        names += Path("/proc/self/maps").read_text().splitlines()
        return [name for name in names if str(run) in name]

    run, checkpoints = corpus / "run", []

    def look(event: Event) -> None:
        if isinstance(event, StepLogged):
            checkpoints.extend(name for name in held() if "safetensors" in name)

    train(config(corpus), run)
    train(config(corpus, training={"max_steps": 14}), run, resume=True, sinks=[Recorder(look)])
    # Windows refuses to delete or replace what is open or mapped: checkpoints during the run, all of it afterwards
    assert checkpoints == []
    assert held() == []
