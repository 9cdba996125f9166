"""Run folders: checkpoints, the journal, listing, the bin."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.run_factory import add_checkpoint, journal, make_run, new_run, point
from workbench.engine.core import files, paths
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import InputError, RunFolderError
from workbench.engine.core.events import RunFinished, RunResumed, StepLogged
from workbench.engine.runs import folder as runs


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")


def test_checkpoints_without_completion_mark_are_ignored() -> None:
    run = make_run()
    add_checkpoint(run, 10)
    add_checkpoint(run, 30, complete=False)
    add_checkpoint(run, 20, state=False)
    assert [(c.step, c.resumable) for c in run.checkpoints()] == [(10, True), (20, False)]
    assert run.checkpoint("last").step == 20
    assert run.checkpoint("best").step == 20  # no best.json: the last
    (run.path / runs.BEST).write_text('{"step": 10, "metric": "bleu", "value": 3.0}')
    assert run.checkpoint("best").step == 10
    assert run.checkpoint("20").step == run.checkpoint("step-00000020").step == 20


@pytest.mark.parametrize("which", ["30", "", "latest", "0", "-10"])
def test_unknown_checkpoint_names_those_there_are(which: str) -> None:
    run = make_run()
    add_checkpoint(run, 10)
    with pytest.raises(RunFolderError, match="There are: 10"):
        run.checkpoint(which)


def test_journal_tells_a_resumed_run_once() -> None:
    run = make_run()
    journal(run, point(1), point(2), point(3, loss=99.0))
    with open(run.path / runs.EVENTS, "a") as handle:
        handle.write('{"event": "StepLogged", "st')  # torn by a power cut
        handle.write("\n")
    journal(run, RunResumed(time=0, step=2), point(3, loss=0.5), point(4))
    journal(run, RunFinished(time=0, step=4, status="stopped"))
    events = run.events()
    assert [e.loss for e in events if isinstance(e, StepLogged) and e.step == 3] == [0.5]
    assert [e.step for e in events if isinstance(e, StepLogged)] == [1, 2, 3, 4]


def test_listing_survives_foreign_folders_and_is_newest_first(tmp_path: Path) -> None:
    for age, name in enumerate(["new", "middle", "old"]):
        run = make_run(name)
        os.utime(run.path / runs.CONFIG, (1000 - age, 1000 - age))
    shipped = make_run("sample", root=tmp_path / "shipped")
    os.utime(shipped.path / runs.CONFIG, (1, 1))
    (paths.runs_root() / "not-a-run").mkdir()
    (paths.runs_root() / "file.txt").write_text("x")
    binned = runs.delete_run(runs.RunFolder.open("middle"))
    assert [r.name for r in runs.list_runs()] == ["new", "old", "sample"]
    assert runs.restore_run(binned).path == paths.runs_root() / "middle"
    assert [r.name for r in runs.list_runs()] == ["new", "middle", "old", "sample"]


def test_bin_keeps_two_of_one_name_and_restore_overwrites_nothing() -> None:
    first, second = [runs.delete_run(make_run("demo", max_minutes=minutes)) for minutes in (1.0, 2.0)]
    assert first != second
    make_run("demo", max_minutes=3.0)
    restored = runs.restore_run(first)
    assert restored.config().training.max_minutes == 1.0
    assert runs.RunFolder.open("demo").config().training.max_minutes == 3.0
    with pytest.raises(RunFolderError):
        runs.restore_run(first)  # no longer in the bin
    with pytest.raises(RunFolderError):
        runs.restore_run(restored.path)  # never was


def test_renaming_keeps_the_folder_and_the_note() -> None:
    run = make_run()
    run.write_notes({"text": "my note"})
    runs.rename_run(run, "  A   better\nname ")
    assert run.notes() == {"text": "my note", "title": "A better name"}
    assert run.path.name == "demo"


def test_creating_over_a_run_is_refused_and_new_paths_are_unused() -> None:
    run = make_run("a b")
    with pytest.raises(InputError, match="--resume"):
        new_run(run.path, RunConfig())
    assert runs.new_run_path("demo").name == "demo"
    make_run("demo")
    assert runs.new_run_path("demo").name == "demo-2"
    assert runs.new_run_path("../../etc/passwd").parent == paths.runs_root()
    assert runs.new_run_path("   ").name == "run"


@pytest.mark.parametrize("text", ['{"step": 1', "[]", "\x00\x01", ""])
def test_damaged_json_is_a_clear_error(text: str) -> None:
    run = make_run()
    (run.path / runs.BEST).write_text(text)
    with pytest.raises(RunFolderError, match=r"best\.json"):
        run.best()


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "x.json"
    files.write_atomically(path, "old")

    def broken(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(runs.os, "fsync", broken)
    with pytest.raises(OSError, match="No space"):
        files.write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["x.json"]
