"""A run that is killed again and again, and resumed each time, ends in the same bits as one left in peace."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.system.tasks import LETTERS, command, copy_task, environment, run_workbench, tiny_config
from workbench.engine.core.config import to_toml
from workbench.engine.runs.folder import EVENTS, TRAINING_STATE, WEIGHTS, RunFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


def write_run_file(folder: Path, steps: int) -> Path:
    """A small run with everything random switched on: dropout, averaging, fading teacher."""
    config = tiny_config(
        copy_task(folder, train=400, held_out=20, lengths=(3, 8), letters=LETTERS),
        {
            "tokenizer": {"kind": "unigram"},
            "model": {"hidden": 32, "dropout_embedding": 0.1, "dropout_layers": 0.1, "dropout_output": 0.1},
            "training": {
                "max_steps": steps,
                "batch_tokens": 150,
                "validate_steps": 10,
                "validate_pairs": 4,
                "log_steps": 1,
                "averaging": "ema",
                "teacher_forcing": "linear",
                "teacher_forcing_end": 0.5,
                "teacher_forcing_steps": steps,
                "label_smoothing": 0.1,
                "snapshots": 3,
            },
        },
    )
    file = folder / "small.toml"
    file.write_text(to_toml(config), encoding="utf-8")
    return file


def lines_in(journal: Path) -> int:
    return journal.read_bytes().count(b"\n") if journal.exists() else 0


def kill_once(arguments: list[str], home: Path, journal: Path, lines: int, delay: float) -> bool:
    """Start, wait until the journal has grown by so many lines, wait ``delay`` seconds more, then ``kill -9``.

    Returns:
        Whether the process was still alive then.
    """
    before = lines_in(journal)
    with subprocess.Popen(
        arguments, env=environment(home), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        deadline = time.monotonic() + 120
        while process.poll() is None and lines_in(journal) < before + lines:
            assert time.monotonic() < deadline, "the run shows no sign of life"
            time.sleep(0.005)
        time.sleep(delay)
        alive = process.poll() is None
        process.send_signal(signal.SIGKILL)
        _, messages = process.communicate()
        assert alive or process.returncode == 0, messages
    return alive


@pytest.mark.parametrize(
    ("kills", "steps"), [(3, 100), pytest.param(20, 800, marks=pytest.mark.slow)], ids=["three", "twenty"]
)
def test_killed_and_resumed_runs_end_in_the_same_bits(tmp_path: Path, kills: int, steps: int) -> None:
    file = write_run_file(tmp_path, steps)
    peace, cut = tmp_path / "peace", tmp_path / "cut"
    done = run_workbench(tmp_path, "train", file, "--run-dir", peace, timeout=600)
    assert done.returncode == 0, done.stderr
    whole = lines_in(peace / EVENTS)
    rng = random.Random(kills)
    arguments = command("train", file, "--run-dir", cut)
    survived = reached = 0
    for _ in range(kills):
        # by lines of the journal, not by the clock, so that a busy machine does not change what is hit: anything from
        # the corpus being read to a checkpoint being written
        if kill_once(arguments, tmp_path, cut / EVENTS, rng.randint(1, whole // kills), rng.uniform(0, 0.05)):
            survived += 1
        arguments = command("train", "--resume", "--run-dir", cut)
        found = RunFolder(cut).checkpoints()
        assert not found or found[-1].step >= reached, "a kill took a checkpoint away"
        reached = found[-1].step if found else 0
    assert survived == kills, f"only {survived} of {kills} kills hit a living process"
    done = run_workbench(tmp_path, "train", "--resume", "--run-dir", cut, timeout=600)
    assert done.returncode == 0, done.stderr
    a, b = RunFolder(peace).checkpoint("last"), RunFolder(cut).checkpoint("last")
    assert a.step == b.step == steps
    for name in (WEIGHTS, TRAINING_STATE):
        assert (a.path / name).read_bytes() == (b.path / name).read_bytes(), name
    assert RunFolder(peace).best() == RunFolder(cut).best()
    assert {c.step for c in RunFolder(peace).checkpoints()} == {c.step for c in RunFolder(cut).checkpoints()}
    assert not [p for p in cut.iterdir() if p.name.endswith(".tmp")]
    # the journal, read as one story, is that of the undisturbed run
    story = [
        [(e.step, e.loss) for e in RunFolder(r).events() if type(e).__name__ == "StepLogged"] for r in (peace, cut)
    ]
    assert story[0] == story[1]
