"""What a run refuses or reports: bad input, a taken folder, a full disk, what the machine cannot do."""

from pathlib import Path
from typing import Any

import pytest

from tests.engine.short_runs import Recorder, config
from workbench.engine.core.errors import ConfigError, CorpusError, InputError, RunFailed
from workbench.engine.core.events import (
    Event,
    StepLogged,
    Warned,
)
from workbench.engine.device import precision
from workbench.engine.device.precision import Bf16
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training import session
from workbench.engine.training.session import train


def test_bf16_that_would_crawl_is_refused_before_anything_is_written(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "_try_bf16", lambda name: Bf16(True, 60.0))
    with pytest.raises(ConfigError, match="60 times as long in bf16"):
        train(config(corpus, runtime={"precision": "bf16"}), corpus / "run")
    assert not (corpus / "run").exists()


def test_more_threads_than_cores_are_not_used_and_it_is_said(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "cpu_threads", lambda: 1)
    recorder = Recorder()
    train(config(corpus, runtime={"threads": 3}), corpus / "run", sinks=[recorder])
    assert [w.message for w in recorder.of(Warned)] == ["runtime.threads is 3, more than the cores here: 1 used"]


def test_bad_input_leaves_nothing_behind(corpus: Path) -> None:
    (corpus / "train.tgt").write_text("only one line\n")
    with pytest.raises(CorpusError, match="300"):
        train(config(corpus), corpus / "run")
    assert not (corpus / "run").exists()


def test_existing_run_is_refused_and_a_running_one_too(corpus: Path) -> None:
    run = corpus / "run"
    train(config(corpus), run)
    with pytest.raises(InputError, match="--resume"):
        train(config(corpus), run)
    lock = RunFolder(run).lock()
    with pytest.raises(InputError, match="is being trained"):
        train(RunFolder(run).config(), run, resume=True)
    lock.release()


def test_full_disk_is_a_failed_run_with_its_checkpoints_kept(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.engine.training.saving import checkpoint

    original, calls = checkpoint.save_file, []

    def full(tensors: Any, path: Path, *rest: Any) -> None:
        calls.append(path)
        if len(calls) > 3:
            raise OSError(28, "No space left on device")
        original(tensors, path, *rest)

    monkeypatch.setattr(checkpoint, "save_file", full)
    with pytest.raises(RunFailed, match="the disk is full"):
        train(config(corpus), corpus / "run")
    assert [c.step for c in RunFolder(corpus / "run").checkpoints()] == [4]
    assert not list((corpus / "run").glob(".step*"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_under_the_journal_leaves_the_run_free(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Filling(session.Journal):
        def put(self, event: Event) -> None:
            if isinstance(event, StepLogged) and event.step == 6:
                self._file.close()
                self._file = open("/dev/full", "a", buffering=1)  # noqa: SIM115
            super().put(event)

    recorder = Recorder()
    real = session.Journal
    monkeypatch.setattr(session, "Journal", Filling)
    with pytest.raises(RunFailed, match="journal cannot be written"):
        train(config(corpus), corpus / "run", sinks=[recorder])
    monkeypatch.setattr(session, "Journal", real)
    assert recorder.closed
    assert not RunFolder(corpus / "run").is_running
    assert train(config(corpus), corpus / "run", resume=True).status == "completed"
