"""Disks that are too small or fill up."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.cases.breaking_runs import (
    arguments,
    config,
)
from tests.run_factory import new_run
from workbench.cli.main import main
from workbench.engine.core import files
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import RunFailed
from workbench.engine.core.events import RunResumed, StepLogged
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.saving import checkpoint as checkpoint_module
from workbench.engine.training.saving import space
from workbench.engine.training.session import train

pytestmark = pytest.mark.usefixtures("home")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Any]:
    """A disk of so many megabytes, where the system lets us make one."""
    made: list[Path] = []

    def mount(megabytes: float, grow: bool = False) -> Path:
        place = tmp_path / "small disk"
        place.mkdir(exist_ok=True)
        options = f"{'remount,' if grow else ''}size={int(megabytes * 1024)}k"
        line = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        if sys.platform != "linux" or not shutil.which("mount") or subprocess.run(line, capture_output=True).returncode:
            pytest.skip("a disk in memory cannot be made here")
        if place not in made:
            made.append(place)
        return place

    yield mount
    for place in made:
        subprocess.run(["umount", "-l", str(place)], check=False)


def fill(path: Path) -> None:
    """Write until nothing more fits."""
    with suppress(OSError), open(path, "wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1 << 12))


LARGE = {"model": {"embedding": 64, "hidden": 160}}


def test_a_disk_that_is_too_small_is_told_before_training(corpus: Path, small_disk: Any) -> None:
    run = small_disk(14) / "run"
    with pytest.raises(RunFailed) as told:
        train(config(corpus, **LARGE), run)
    assert "the checkpoints will not fit on the disk" in str(told.value)
    assert "small disk, " in str(told.value)
    assert " needed)" in str(told.value)
    assert not RunFolder(run).checkpoints()
    assert not [e for e in RunFolder(run).events() if isinstance(e, StepLogged)]
    assert not RunFolder(run).is_running
    small_disk(80, grow=True)
    assert train(RunFolder(run).config(), run, resume=True).status == "completed"


def test_a_disk_that_fills_up_is_one_sentence_and_the_run_goes_on_later(
    corpus: Path, small_disk: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(space, "_compare", lambda *_: None)  # something else has filled it meanwhile
    disk = small_disk(14)
    settings = [a for s in ("model.embedding=64", "model.hidden=160") for a in ("--set", s)]
    assert main(arguments(corpus, disk / "run", *settings)) == 1
    told = capfd.readouterr().err.strip().splitlines()[-1]
    assert "the checkpoint cannot be written: the disk is full (" in told
    assert "MB needed)" in told
    assert "The checkpoint of step 4 is whole" in told
    assert "--resume" in told
    assert [c.step for c in RunFolder(disk / "run").checkpoints()] == [4]
    assert not list(disk.rglob("*.tmp"))
    small_disk(80, grow=True)
    assert main(["train", "--resume", "--run-dir", str(disk / "run")]) == 0
    capfd.readouterr()
    assert [e.step for e in RunFolder(disk / "run").raw_events() if isinstance(e, RunResumed)] == [4]
    # everything else that writes, on a disk that is full to the last byte
    fill(disk / "filler")
    (corpus / "in.txt").write_text("".join(f"{n}\n" for n in range(200, 260)))
    outputs: list[list[str]] = [
        [
            "translate",
            str(disk / "run"),
            "--input",
            str(corpus / "in.txt"),
            "--output",
            str(disk / "out.txt"),
            "--device",
            "cpu",
            "--threads",
            "1",
        ],
        ["runs", "export", str(disk / "run"), "--output", str(disk / "x.zip")],
        ["corpus", "export", str(corpus / "train.src"), str(corpus / "train.tgt"), "--output", str(disk / "x.tsv")],
        ["corpus", "split", str(corpus / "train.src"), str(corpus / "train.tgt"), "--output", str(disk / "parts")],
    ]
    for line in outputs:
        assert main(line) == 1, line
        told = capfd.readouterr().err.strip().splitlines()[-1]
        assert "the disk is full (" in told, told
    monkeypatch.setenv("WORKBENCH_HOME", str(disk / "home"))
    assert main(["corpus", "import", str(corpus / "train.src"), str(corpus / "train.tgt"), "--name", "n"]) == 1
    assert "the disk is full" in capfd.readouterr().err
    assert main(arguments(corpus, disk / "another")) == 1
    assert "disk" in capfd.readouterr().err
    assert sorted(p.name for p in disk.iterdir() if p.name != "home") == ["filler", "run"]


@pytest.mark.parametrize("number", [28, 122])
@pytest.mark.parametrize("name", ["write_best", "save_file"])
def test_every_write_of_a_run_fails_in_one_sentence(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, name: str
) -> None:
    from safetensors import SafetensorError

    original, calls = getattr(checkpoint_module, name), []

    def full(*given: Any) -> Any:
        calls.append(given)
        if len(calls) > 2:
            if name == "save_file":
                raise SafetensorError(f"Error while serializing: I/O error: No space left (os error {number})")
            raise OSError(number, os.strerror(number))
        return original(*given)

    monkeypatch.setattr(checkpoint_module, name, full)
    with pytest.raises(RunFailed, match="the disk is full") as told:
        train(config(corpus), tmp_path / "run")
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 500
    finished = RunFolder(tmp_path / "run").events()[-1]
    assert (type(finished).__name__, getattr(finished, "status", "")) == ("RunFinished", "failed")
    monkeypatch.undo()
    assert train(RunFolder(tmp_path / "run").config(), tmp_path / "run", resume=True).status == "completed"


def test_words_of_a_full_disk_are_known() -> None:
    assert files.is_full(OSError(28, "x"))
    assert files.is_full(Exception("I/O error: No space left on device (os error 28)"))
    assert files.is_full(Exception("There is not enough space on the disk. (os error 112)"))
    assert not files.is_full(OSError(13, "Permission denied"))
    assert not files.is_full(Exception("os error 2"))


def test_room_is_counted_in_checkpoints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = new_run(tmp_path / "run", RunConfig())
    training = RunConfig().training.model_copy(update={"averaging": "ema", "optimizer": "adamw", "snapshots": 10})
    full = 4 * 5 * 1_000_000  # weights twice (to translate with, to train), two numbers of AdamW, an average
    assert space.checkpoint_bytes(1_000_000, training) == full
    told: list[str] = []
    for free, warned in ((3 * full + 20_000_000 + 3_000_000, 0), (2 * full + 3_000_000, 1)):
        monkeypatch.setattr(space, "free_bytes", lambda _path, free=free: free)
        told.clear()
        space.check_room_for_checkpoints(run, 1_000_000, training, told.append)
        assert len(told) == warned
    monkeypatch.setattr(space, "free_bytes", lambda _path: 2 * full)
    with pytest.raises(RunFailed, match="42 MB needed"):
        space.check_room_for_checkpoints(run, 1_000_000, training, told.append)
