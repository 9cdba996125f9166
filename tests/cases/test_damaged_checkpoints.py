"""Damaged checkpoints: resume and translation take a whole one and say so."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.cases.breaking_runs import (
    assert_same,
    cut,
    empty,
    flip,
    last_state,
    step,
)
from workbench.cli.main import main
from workbench.engine.core.config import build_config, merge
from workbench.engine.core.errors import RunFailed
from workbench.engine.core.events import RunResumed, StepLogged, Warned
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import STATE, TRAINING_STATE, WEIGHTS, RunFolder
from workbench.engine.training.saving import checkpoint as checkpoint_module
from workbench.engine.training.session import train

pytestmark = pytest.mark.usefixtures("home")


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        (TRAINING_STATE, cut),
        (WEIGHTS, empty),
        (STATE, empty),
        (STATE, cut),
        (TRAINING_STATE, flip),
        (WEIGHTS, flip),
        (WEIGHTS, Path.unlink),
        (STATE, Path.unlink),
        (TRAINING_STATE, Path.unlink),
    ],
)
def test_resume_goes_on_from_the_newest_whole_checkpoint(trained: Path, half: Path, file: str, damage: Any) -> None:
    damage(step(half, 8) / file)
    train(RunFolder(half).config(), half, resume=True)
    story = list(RunFolder(half).raw_events())
    warned = [e for e in story if isinstance(e, Warned)]
    assert [w.code for w in warned] == ["checkpoint_damaged"]
    assert "step-00000008 is damaged" in warned[0].message
    assert "goes on from step 4" in warned[0].message
    assert [e.step for e in story if isinstance(e, RunResumed)] == [4]
    assert [e.step for e in RunFolder(half).events() if isinstance(e, StepLogged)] == [2, 4, 6, 8, 10, 12]
    assert (half / "damaged-step-00000008").is_dir()  # put aside, not deleted
    assert_same(last_state(half), last_state(trained / "whole"))


def test_checkpoints_of_older_versions_are_checked_by_their_structure(half: Path) -> None:
    for number in (4, 8):
        record = json.loads((step(half, number) / STATE).read_text())
        del record["files"]
        (step(half, number) / STATE).write_text(json.dumps(record))
    cut(step(half, 8) / TRAINING_STATE)
    longer = merge(RunFolder(half).config().model_dump(), {"training": {"max_steps": 10}})
    train(build_config(longer), half, resume=True)
    assert [e.step for e in RunFolder(half).raw_events() if isinstance(e, RunResumed)] == [4]


def test_no_whole_checkpoint_is_one_line(half: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in (4, 8):
        cut(step(half, number) / WEIGHTS)
    before = sorted(p.name for p in half.iterdir())
    assert main(["train", "--resume", "--run-dir", str(half), "--set", "training.max_steps=12"]) == 2
    told = capfd.readouterr().err.strip().splitlines()
    assert "none of its checkpoints can be read: step-00000008 is damaged (model.safetensors has " in told[-1]
    assert "from a backup" in told[-1]
    assert sorted(p.name for p in half.iterdir()) == before
    assert main(["translate", str(half), "--device", "cpu", "--input", os.devnull]) == 2
    assert "none of its checkpoints can be read" in capfd.readouterr().err


@pytest.mark.parametrize("damage", [cut, empty, flip])
def test_translating_falls_back_and_says_so(half: Path, damage: Any, capfd: pytest.CaptureFixture[str]) -> None:
    damage(step(half, 8) / WEIGHTS)
    (half / runs.BEST).write_text('{"step": 8, "metric": "bleu", "value": 1.0}')
    (half.parent / "in.txt").write_text("321\n")
    for which in ("best", "last"):
        assert (
            main(
                [
                    "translate",
                    str(half),
                    "--checkpoint",
                    which,
                    "--device",
                    "cpu",
                    "--threads",
                    "1",
                    "--input",
                    str(half.parent / "in.txt"),
                ]
            )
            == 0
        )
        told = capfd.readouterr()
        assert told.out.count("\n") == 1
        assert "step-00000008 is damaged" in told.err
        assert "Step 4 is used instead" in told.err
    assert main(["translate", str(half), "--checkpoint", "8", "--input", str(half.parent / "in.txt")]) == 2
    told = capfd.readouterr()
    assert told.err.strip().endswith("Whole ones: 4.") or "Whole ones: 4" in told.err


def test_a_damaged_best_json_and_the_list_of_runs(half: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (half / runs.BEST).write_text("{")
    (half.parent / "in.txt").write_text("321\n")
    assert main(["translate", str(half), "--device", "cpu", "--input", str(half.parent / "in.txt")]) == 0
    assert "Step 8 is used instead" in capfd.readouterr().err
    (half / runs.BEST).write_text('{"step": 4, "metric": "bleu", "value": 1.0}')
    cut(step(half, 8) / TRAINING_STATE)
    assert main(["runs", "show", str(half)]) == 0
    told = capfd.readouterr().out
    assert "step-00000008 is damaged (training_state.safetensors has " in told
    assert main(["runs", "show", "--json", str(half)]) == 0
    assert len(json.loads(capfd.readouterr().out)["damaged"]) == 1


def test_slim_leaves_the_damaged_and_never_the_only_weights_half_written(
    half: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(step(half, 8) / WEIGHTS)
    damaged = (step(half, 8) / WEIGHTS).read_bytes()
    before = (step(half, 4) / WEIGHTS).read_bytes()

    def full(tensors: Any, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(checkpoint_module, "save_file", full)
        with pytest.raises(RunFailed, match="the disk is full"):
            checkpoint_module.slim_run(RunFolder(half))
    assert (step(half, 4) / WEIGHTS).read_bytes() == before
    told = checkpoint_module.slim_run(RunFolder(half))
    assert [line[:17] for line in told] == ["step 8 is damaged"]
    assert (step(half, 8) / WEIGHTS).read_bytes() == damaged
    assert (step(half, 4) / WEIGHTS).stat().st_size < len(before)
    assert not list(half.rglob("*.tmp"))
    from workbench.engine.runs.checkpoints import problem_of

    assert problem_of(step(half, 4)) == ""
