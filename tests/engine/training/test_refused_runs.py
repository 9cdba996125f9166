"""What a run refuses or reports: bad input, a taken folder, a full disk, what the machine cannot do."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.engine.short_runs import DIGITS, Recorder, config
from workbench.engine.core.config import DataConfig, build_config, path_fields
from workbench.engine.core.errors import ConfigError, CorpusError, InputError, RunFailed, RunFolderError
from workbench.engine.core.events import (
    Event,
    StepLogged,
    Warned,
)
from workbench.engine.device import precision
from workbench.engine.device.precision import Bf16
from workbench.engine.runs.begun_here import named_files, note_begun, refuse_files_of_others
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


def begun(corpus: Path, path: Path, **extra: Any) -> RunFolder:
    """A run whose program was killed before its corpus was prepared."""
    run, lock = RunFolder.begin(path, config(corpus, **extra))
    lock.release()
    return run


def test_a_run_killed_while_its_corpus_was_read_goes_on_here_and_reads_no_file_elsewhere(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = begun(corpus, corpus / "run", training={"max_steps": 2})
    copied = RunFolder(shutil.copytree(run.path, corpus / "copied"))
    finished = train(run.config(), run.path, resume=True)
    assert (finished.status, finished.step) == ("completed", 2)
    monkeypatch.setattr(session, "prepare", lambda *_, **__: pytest.fail("its files were read"))
    with pytest.raises(RunFolderError, match=r"copied: was not begun here, .*train\.src"):
        train(copied.config(), copied.path, resume=True)
    # another's folder in the place of one's own names other files
    (corpus / "run" / "corpus.json").unlink()
    forged = config(corpus, data={"valid_src": "/etc/passwd", "valid_tgt": "/etc/passwd"}, training={"max_steps": 3})
    run.write_config(forged)
    with pytest.raises(RunFolderError, match="read /etc/passwd"):
        train(run.config(), run.path, resume=True)


@pytest.mark.parametrize("field", sorted(path_fields()))
def test_every_file_that_a_configuration_can_name_counts(field: str, tmp_path: Path) -> None:
    section = "data" if field in DataConfig.model_fields else "model"
    value = ["private.tmx"] if field == "corpora" else "private.tmx"
    named = build_config({section: {field: value}})
    assert named_files(named) == ["private.tmx"]
    with pytest.raises(RunFolderError, match=r"read private\.tmx"):
        refuse_files_of_others(tmp_path, named_files(named))
    note_begun(tmp_path, named)
    refuse_files_of_others(tmp_path, named_files(named))


def test_word_vectors_of_anothers_run_are_not_read(corpus: Path) -> None:
    (corpus / "vectors.txt").write_text("".join(f"{w} {' '.join(['0.5'] * 8)}\n" for w in DIGITS))
    vectors = {"target_vectors": str(corpus / "vectors.txt"), "tie": "none"}
    train(config(corpus, model=vectors, training={"max_steps": 2}), corpus / "run")
    copied = RunFolder(shutil.copytree(corpus / "run", corpus / "copied"))
    for checkpoint in copied.checkpoints():
        shutil.rmtree(checkpoint.path)
    with pytest.raises(RunFolderError, match=r"was not begun here, .*vectors\.txt"):
        train(copied.config(), copied.path, resume=True)
