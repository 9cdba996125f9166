"""Folders that vanish or may not be written, and two programs that want the same name: one line, and nothing lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cases.breaking_runs import arguments, config
from tests.engine.tiny_run import make_tiny_run
from tests.system.tasks import command, environment
from workbench.cli.main import main
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.events import Event, StepLogged
from workbench.engine.runs.archive import export_run, import_run
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.session import train

pytestmark = pytest.mark.usefixtures("home")


class At:
    """An event sink that does something when a step is logged."""

    def __init__(self, step: int, act: Callable[[], object]) -> None:
        self._step, self._act = step, act

    def put(self, event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == self._step:
            self._act()

    def close(self) -> None:
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its folder there")
@pytest.mark.parametrize("how", ["deleted", "moved"])
def test_a_run_folder_that_vanishes_while_it_is_trained(corpus: Path, tmp_path: Path, how: str) -> None:
    run, away = tmp_path / "run", tmp_path / "away"
    act = (lambda: shutil.rmtree(run)) if how == "deleted" else (lambda: run.rename(away))
    with pytest.raises(WorkbenchError) as told:
        train(config(corpus), run, sinks=[At(6, act)])
    assert str(told.value) == (
        f"{run}/step-00000008: the checkpoint cannot be written: there is no folder {run}."
        " Check its name; it may have been moved or deleted, or its disk taken away."
    )
    assert not run.exists(), "half a run came back"
    if how == "moved":
        assert not RunFolder(away).is_running
        assert train(RunFolder(away).config(), away, resume=True).status == "completed"


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A disk that may only be read, with a tiny run in a data folder."""
    place = tmp_path / "read only"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "tmpfs", str(place)]
    if sys.platform != "linux" or not shutil.which("mount") or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("a disk in memory cannot be made here")
    try:
        make_tiny_run(place / "checkpoints/r")
        (place / "corpora").mkdir()
        subprocess.run(["mount", "-o", "remount,ro", str(place)], check=True)
        yield place
    finally:
        subprocess.run(["umount", "-l", str(place)], check=False)


def test_what_cannot_be_written_is_not_said_to_be_unreadable(
    corpus: Path, read_only: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    export_run(RunFolder(read_only / "checkpoints/r"), tmp_path / "r.run.zip")
    monkeypatch.setenv("WORKBENCH_HOME", str(read_only))
    texts = [str(corpus / "train.src"), str(corpus / "train.tgt")]
    lines: list[tuple[list[str], str]] = [
        (["runs", "import", str(tmp_path / "r.run.zip")], "checkpoints: the run cannot be written"),
        (["runs", "delete", "r"], "checkpoints/r: cannot be written"),
        (["runs", "slim", "r"], "checkpoints/r: cannot be written"),
        (["runs", "export", "r", "-o", str(read_only / "a.zip")], "a.zip: cannot be written"),
        (["corpus", "import", *texts, "--name", "c"], "corpora/c: the corpus cannot be written"),
        (["corpus", "split", *texts, "-o", str(read_only / "parts")], "parts: cannot be written"),
        (["translate", "r", "--input", texts[0], "--output", str(read_only / "a.txt")], "a.txt: cannot be written"),
        (arguments(corpus, read_only / "checkpoints/new"), "checkpoints/new: cannot be written"),
        (["train", "--resume", "--run-dir", str(read_only / "checkpoints/r")], "checkpoints/r: cannot be written"),
    ]
    for line, words in lines:
        assert main(line) == 2, line
        told = capfd.readouterr().err.strip().splitlines()
        assert len(told) == 1, told
        assert f"{words}: Read-only file system. Choose another place" in told[0]
    # reading goes on
    assert main(["translate", "r", "--input", texts[0], "--threads", "1"]) == 0
    assert main(["runs", "list"]) == 0


def test_what_cannot_be_read_is_not_said_to_be_unwritable(tmp_path: Path) -> None:
    (tmp_path / "no.zip").write_bytes(b"not an archive")
    with pytest.raises(InputError, match="cannot be read as a run archive"):
        import_run(tmp_path / "no.zip")


def at_once(home: Path, *lines: list[str]) -> list[tuple[int, str]]:
    """Run commands at the same time; exit codes and what each said."""
    running = [
        subprocess.Popen(
            command(*line),
            env=environment(home),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for line in lines
    ]
    ended = [(process, process.communicate(timeout=300)[1]) for process in running]
    return [(process.returncode, told) for process, told in ended]


def test_two_programs_on_one_name_both_end_well_or_one_is_told(corpus: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    texts = [str(corpus / "train.src"), str(corpus / "train.tgt"), "--from", "en", "--to", "de"]
    ended = at_once(home, *[["corpus", "import", *texts, "--name", "c"]] * 3)
    assert sorted(code for code, _ in ended) == [0, 2, 2]
    assert all("there is a corpus called 'c' already" in told for code, told in ended if code)
    run = home / "checkpoints/r"
    ended = at_once(home, *[arguments(corpus, run, "--set", "training.max_steps=8")] * 2)
    assert sorted(code for code, _ in ended) == [0, 2]
    for code, told in ended:
        assert not code or "the run folder exists" in told or "is being trained by" in told, told
    export_run(RunFolder(run), tmp_path / "a.run.zip")
    ended = at_once(home, *[["runs", "import", str(tmp_path / "a.run.zip")]] * 3)
    assert [code for code, _ in ended] == [0, 0, 0]
    names = sorted(p.name for p in (home / "checkpoints").iterdir() if not p.name.startswith("."))
    assert names == ["r", "r-2", "r-3", "r-4"]
    whole = {p.name: p.stat().st_size for p in (home / "checkpoints/r-2").iterdir() if p.is_file()}
    for name in names[2:]:
        assert {p.name: p.stat().st_size for p in (home / "checkpoints" / name).iterdir() if p.is_file()} == whole
    assert not list(home.rglob("*.tmp"))


def test_a_clock_that_goes_back_spoils_no_run(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    import time

    real = time.time
    run = tmp_path / "home/checkpoints/run"

    def a_week_back() -> None:
        monkeypatch.setattr(time, "time", lambda: real() - 7 * 86_400)

    assert train(config(corpus), run, sinks=[At(6, a_week_back)]).status == "completed"
    logged = [e for e in RunFolder(run).events() if isinstance(e, StepLogged)]
    assert logged[-1].time < logged[0].time, "the clock was not set"
    assert [e.step for e in logged] == [2, 4, 6, 8, 10, 12]
    assert all(a.elapsed < b.elapsed for a, b in pairwise(logged))
    os.utime(run / "run.toml", (0, 0))
    assert main(["runs", "list", "--json"]) == 0
    (found,) = [r for r in map(json.loads, capfd.readouterr().out.splitlines()) if r["name"] == "run"]
    assert found["status"] == "completed"
    assert found["seconds"] == pytest.approx(logged[-1].elapsed, abs=60)
