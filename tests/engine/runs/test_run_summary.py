"""Summaries of runs: status, best scores and times from the ends of the journal; curves; interrupted runs."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

from tests.run_factory import add_checkpoint, journal, make_run, point, started, validated
from workbench.cli.main import main
from workbench.engine.core import paths
from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.events import RunFinished, RunResumed
from workbench.engine.runs import folder as runs
from workbench.engine.runs import summary as run_summary


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")
    run_summary._cache.clear()


def best(run: runs.RunFolder, step: int, metric: str, value: float) -> None:
    (run.path / runs.BEST).write_text(json.dumps({"step": step, "metric": metric, "value": value}))


def test_finished_run() -> None:
    run = make_run(max_minutes=1.0)
    journal(
        run,
        started(),
        point(10),
        validated(10, 12.5, best=True),
        validated(20, 11.0),
        RunFinished(time=0, step=20, status="completed", reason="All steps done.", elapsed=40.0),
    )
    add_checkpoint(run, 10, state=False)
    best(run, 10, "bleu", 12.5)
    summary = run_summary.summarise(run)
    assert (summary.status, summary.reason) == ("completed", "All steps done.")
    assert (summary.parameters, summary.train_pairs, summary.weights_bytes) == (1234, 50, 1000)
    assert (summary.step, summary.best_step, summary.bleu, summary.chrf) == (20, 10, 12.5, 22.5)
    assert (summary.seconds, summary.checkpoints, summary.resumable) == (40.0, 1, False)
    assert (summary.corpus, summary.source_lang, summary.target_lang) == ("news", "en", "fr")
    assert summary.architecture == "LSTM 512, bahdanau"


def test_status_of_running_and_killed_runs() -> None:
    run = make_run()
    assert run_summary.summarise(run).status == "prepared"
    lock = run.lock()
    assert run_summary.cached_summary(run).status == "running"
    journal(run, started(), point(10))
    assert run_summary.cached_summary(run).status == "running"
    with pytest.raises(RunFolderError, match="being trained"):
        runs.delete_run(run)
    lock.release()
    assert run_summary.cached_summary(run).status == "interrupted"
    (run.path / runs.LOCK).write_text('{"pid": 1, "started": 12.0}')  # the number belongs to another program now
    assert run_summary.summarise(run).status == "interrupted"
    journal(run, RunFinished(time=0, step=10, status="stopped"))
    assert run_summary.cached_summary(run).status == "stopped"
    journal(run, RunResumed(time=0, step=10))
    assert run_summary.cached_summary(run).status == "interrupted"


def test_a_long_journal_is_read_at_its_ends_and_the_best_is_still_found() -> None:
    run = make_run()
    journal(run, started())
    journal(run, *(point(i) for i in range(1, 3000)))
    journal(run, validated(3000, 33.0, best=True))
    journal(run, *(point(i) for i in range(3000, 6000)), validated(6000, 31.0))
    assert (run.path / runs.EVENTS).stat().st_size > run_summary._HEAD_BYTES + run_summary._TAIL_BYTES
    best(run, 3000, "bleu", 33.0)
    summary = run_summary.summarise(run)
    assert (summary.parameters, summary.step, summary.bleu, summary.chrf) == (1234, 6000, 33.0, 43.0)


@pytest.mark.parametrize("spoil", ["run.toml", "best.json", "notes.json", "scores.json"])
def test_a_broken_run_is_listed_with_its_fault(spoil: str) -> None:
    make_run("good")
    run = make_run("broken")
    (run.path / spoil).write_text('{"step": ')
    summaries = {s.name: s for s in run_summary.summarise_all(runs.list_runs())}
    assert summaries["good"].status == "prepared"
    broken = summaries["broken"]
    assert broken.status == ("unreadable" if spoil == "run.toml" else "prepared")  # the rest of it is of use
    assert spoil in " ".join((broken.reason, *broken.damaged))


@pytest.mark.parametrize("score", ['{"bleu": {"score": 1e999, "low": null}}', '{"beam": "five"}', "[1, 2]", "7"])
def test_results_that_are_no_scores_are_named_and_the_others_stay(score: str) -> None:
    run = make_run()
    run.write_scores({"news": {"chrf": {"score": 41.5}, "beam": 5}})
    assert run_summary.summarise(run).damaged == ()
    (run.path / runs.SCORES).write_text('{"news": {"chrf": {"score": 41.5}, "beam": 5}, "odd one": ' + score + "}")
    summary = run_summary.summarise(run)
    (told,) = summary.damaged
    assert told.endswith("scores.json: results hold what is no score, which is left out: odd one")
    assert summary.tests["news"] == {"chrf": {"score": 41.5}, "beam": 5}


def test_changes_on_disk_are_seen_through_the_cache() -> None:
    run = make_run()
    journal(run, started(), RunFinished(time=0, step=1, status="stopped"))
    first = run_summary.cached_summary(run)
    assert run_summary.cached_summary(run) is first
    runs.rename_run(run, "Other")
    assert run_summary.cached_summary(run).title == "Other"


def test_two_hundred_runs_list_quickly() -> None:
    for number in range(200):
        run = make_run(f"run-{number:03d}")
        journal(
            run,
            started(),
            *(point(i) for i in range(200)),
            validated(200, 5.0, best=True),
            RunFinished(time=0, step=200, status="completed", elapsed=9.0),
        )
    # Processor time of this thread, so that a busy machine does not count; 0.3 s on an idle one.
    began = time.thread_time()
    assert len(run_summary.summarise_all(runs.list_runs())) == 200
    cold = time.thread_time() - began
    began = time.thread_time()
    run_summary.summarise_all(runs.list_runs())
    warm = time.thread_time() - began
    assert cold < 2.0
    assert warm < cold / 3


def test_curves_draw_a_resumed_run_once() -> None:
    run = make_run()
    journal(
        run,
        started(),
        point(1),
        point(2),
        validated(2, 9.0, best=True),
        point(3, loss=99.0),
        validated(3, 99.0, True),
        RunResumed(time=0, step=2),
        point(3, loss=0.5),
        validated(3, 8.0),
    )
    curves = run_summary.read_curves(run)
    assert curves.steps.tolist() == [1, 2, 3]
    assert curves.loss.tolist() == [1.0, 1.0, 0.5]
    assert curves.minutes.tolist() == pytest.approx([2 / 60, 4 / 60, 6 / 60])
    assert curves.valid_steps.tolist() == [2, 3]
    assert curves.bleu.tolist() == [9.0, 8.0]
    assert curves.best_step == 2
    empty = run_summary.read_curves(make_run("empty"))
    assert empty.steps.size == empty.bleu.size == 0


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.cli.main._FAMILIES", ("runs",))
    run = make_run("demo")
    journal(run, started(), validated(2, float("nan")), RunFinished(time=0, step=2, status="stopped"))
    add_checkpoint(run, 2)
    archive = tmp_path / "d.run.zip"

    def records(*arguments: str) -> list[dict[str, Any]]:
        assert main(["runs", *arguments, "--json"]) == 0
        return [json.loads(line, parse_constant=pytest.fail) for line in capsys.readouterr().out.splitlines()]

    assert [r["name"] for r in records("list")] == ["demo"]
    shown = records("show", "demo")[0]
    assert shown["config"]["data"]["corpora"] == ["news"]
    assert shown["checkpoints"] == [{"step": 2, "resumable": True}]
    assert records("export", "demo", "--output", str(archive))[0]["bytes"] == archive.stat().st_size
    assert records("import", str(archive))[0]["run"] == "demo-2"
    binned = records("delete", "demo")[0]["bin"]
    assert [r["name"] for r in records("list")] == ["demo-2"]
    assert records("restore", Path(binned).name)[0]["run"] == "demo"
    assert main(["runs", "show", "nothing"]) == 2
    assert "no such run folder" in capsys.readouterr().err
    assert main(["runs", "list"]) == 0
    assert "LSTM" not in capsys.readouterr().err


def cut_off(name: str) -> runs.RunFolder:
    run = make_run(name)
    journal(run, point(10))
    return run


def test_interrupted_runs_are_found_and_finished_and_living_ones_are_not() -> None:
    run = cut_off("cut-off")
    journal(cut_off("done"), RunFinished(time=1, status="completed"))
    lock = cut_off("living").lock()
    assert [(found.path, found.step) for found in run_summary.find_interrupted()] == [(run.path, 0)]
    lock.release()


def test_the_step_is_that_of_the_last_checkpoint_with_a_training_state() -> None:
    run = cut_off("cut-off")
    add_checkpoint(run, 10)
    add_checkpoint(run, 20)
    add_checkpoint(run, 30, state=False)
    (found,) = run_summary.find_interrupted()
    assert found.step == 20
    assert found.changed > 0


def test_size_is_that_of_all_files() -> None:
    run = make_run()
    add_checkpoint(run, 10)
    files = [file for file in run.path.rglob("*") if file.is_file()]
    summary = run_summary.summarise(run)
    assert summary.disk_bytes == sum(file.stat().st_size for file in files) > 1500 > summary.weights_bytes == 1000


@pytest.mark.parametrize(
    ("status", "state", "goes_on"),
    [("completed", True, True), ("stopped", True, True), ("failed", True, True), ("completed", False, False)],
)
def test_what_has_ended_with_its_training_state_goes_on(status: str, state: bool, goes_on: bool) -> None:
    run = make_run()
    add_checkpoint(run, 10, state=state)
    journal(run, started(), point(10), RunFinished(time=0, step=10, status=status, elapsed=40.0))
    assert run_summary.summarise(run).can_go_on == goes_on
    lock = run.lock()
    assert not run_summary.summarise(run).can_go_on  # it is being trained
    lock.release()


def test_what_came_with_the_program_does_not_go_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path)
    run = make_run("sample-en-fr", tmp_path)
    add_checkpoint(run, 10)
    journal(run, started(), point(10), RunFinished(time=0, step=10, status="completed", elapsed=40.0))
    assert not run_summary.summarise(run).can_go_on
