"""Training end to end on a toy corpus: exact resume, divergence, schedules, stopping, bad input."""

import dataclasses
import math
import os
import shutil
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from tests.engine.short_runs import DIGITS, Recorder, assert_same, config, final, number_corpus
from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.errors import ConfigError, CorpusError, InputError, RunFailed
from workbench.engine.core.events import (
    CheckpointSaved,
    Event,
    RunFinished,
    RunResumed,
    RunStarted,
    SampleTranslated,
    StepLogged,
    Validated,
    Warned,
    from_json,
    to_json,
)
from workbench.engine.dataset.prepare import Prepared
from workbench.engine.device import buffers, precision
from workbench.engine.device.precision import Bf16
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training import building, learner, session
from workbench.engine.training import meter as metering
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.distributed import Ranks
from workbench.engine.training.learner import Learner
from workbench.engine.training.optimization.schedules import learning_rate
from workbench.engine.training.session import train
from workbench.engine.training.state import TrainState, share_done, why_over
from workbench.engine.training.step import TrainingStep


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return number_corpus(tmp_path)


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


@pytest.mark.parametrize(
    "extra",
    [
        {},
        {
            "training": {
                "teacher_forcing": "linear",
                "teacher_forcing_end": 0.2,
                "teacher_forcing_steps": 10,
                "averaging": "last",
                "subword_sampling": 0.2,
            }
        },
        {
            "training": {"accumulation": 2, "optimizer": "sgd", "schedule": "plateau", "rdrop": 2.0},
            "model": {"rnn": "gru"},
        },
    ],
)
def test_resumed_run_ends_in_the_same_bits(corpus: Path, extra: dict[str, Any]) -> None:
    whole, halves = corpus / "whole", corpus / "halves"
    train(config(corpus, **extra), whole)

    class PowerCut(BaseException):
        """Nothing in the engine may catch this, as nothing catches a power cut."""

    def cut(event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == 6:
            raise PowerCut

    with pytest.raises(PowerCut):
        train(config(corpus, **extra), halves, sinks=[Recorder(cut)])
    resumed = Recorder()
    train(RunFolder(halves).config(), halves, resume=True, sinks=[resumed])
    assert [e.step for e in resumed.of(RunResumed)] == [4]
    assert_same(final(whole), final(halves))
    story = [e.step for e in RunFolder(halves).events() if isinstance(e, StepLogged)]
    assert story == [2, 4, 6, 8, 10, 12]


def test_resume_before_the_first_checkpoint_starts_anew(corpus: Path) -> None:
    whole, cut = corpus / "whole", corpus / "cut"
    train(config(corpus), whole)
    train(config(corpus), cut)
    for checkpoint in RunFolder(cut).checkpoints():
        shutil.rmtree(checkpoint.path)
    train(RunFolder(cut).config(), cut, resume=True)
    assert_same(final(whole), final(cut))


def test_stop_keeps_a_checkpoint_even_while_paused(corpus: Path) -> None:
    control = TrainingControl()

    def act(event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == 6:
            control.set_paused(True)
            threading.Timer(0.2, control.request_stop).start()

    finished = train(config(corpus), corpus / "run", sinks=[Recorder(act)], control=control)
    assert finished.status == "stopped"
    assert finished.step == 6
    assert RunFolder(corpus / "run").checkpoint("last").step == 6
    assert not buffers._free  # nothing heavy outlives a run


def test_a_pause_is_left_out_of_the_speed(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    control, left_out = TrainingControl(), []
    monkeypatch.setattr(metering.StepMeter, "leave_out", lambda self, seconds: left_out.append(seconds))

    def act(event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == 6:
            control.set_paused(True)
            threading.Timer(0.3, control.set_paused, [False]).start()

    train(config(corpus), corpus / "run", sinks=[Recorder(act)], control=control)
    assert sum(left_out) >= 0.25


def test_speed_leaves_out_what_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [10.0]
    monkeypatch.setattr(metering.time, "perf_counter", lambda: now[0])
    meter = metering.StepMeter(torch.device("cpu"))
    meter.add(torch.tensor([3.0, 2.0]), torch.tensor(1.0), 100)
    meter.leave_out(2.0)
    now[0] = 14.0
    assert meter.read() == metering.Reading(3.0, 2.0, 1.0, 50.0)
    assert meter.read() == metering.Reading(3.0, 2.0, 1.0, 50.0)  # reading changes nothing
    meter.restart()
    assert meter.steps == 0


def test_a_resumed_run_keeps_its_precision(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = ["fp32", "bf16"]
    monkeypatch.setattr(building, "choose_precision", lambda wish, device: measured.pop(0))
    settings = {"runtime": {"precision": "auto"}}
    train(config(corpus, **settings), corpus / "run")
    resumed = Recorder()
    train(config(corpus, **settings), corpus / "run", resume=True, sinks=[resumed])
    assert [e.precision for e in resumed.of(RunStarted)] == ["fp32"]
    assert measured == ["bf16"]


def test_bf16_that_would_crawl_is_refused_before_anything_is_written(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(precision, "_try_bf16", lambda name: Bf16(True, 60.0))
    with pytest.raises(ConfigError, match="60 times as long in bf16"):
        train(config(corpus, runtime={"precision": "bf16"}), corpus / "run")
    assert not (corpus / "run").exists()


@pytest.mark.usefixtures("bf16")
@pytest.mark.parametrize("asked", ["bf16", "auto"])
def test_a_bf16_run_goes_on_in_float32_where_bf16_would_crawl(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, asked: str
) -> None:
    settings = {"runtime": {"precision": asked}}
    monkeypatch.setattr(precision, "_try_bf16", lambda name: Bf16(True, 0.5))
    first = Recorder()
    train(config(corpus, **settings), corpus / "run", sinks=[first])
    monkeypatch.setattr(precision, "_try_bf16", lambda name: Bf16(True, 60.0))
    resumed = Recorder()
    longer = config(corpus, **settings, training={"max_steps": 16})
    RunFolder(corpus / "run").write_config(longer)
    assert train(longer, corpus / "run", resume=True, sinks=[resumed]).step == 16
    assert [e.precision for e in first.of(RunStarted)] == ["bf16"]
    assert [e.precision for e in resumed.of(RunStarted)] == ["fp32"]
    assert [w.message for w in resumed.of(Warned)] == [
        "this run was trained in bf16, but this processor needs 60 times as long in bf16 as in fp32: it goes on in fp32"
    ]


def test_more_threads_than_cores_are_not_used_and_it_is_said(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "cpu_threads", lambda: 1)
    recorder = Recorder()
    train(config(corpus, runtime={"threads": 3}), corpus / "run", sinks=[recorder])
    assert [w.message for w in recorder.of(Warned)] == ["runtime.threads is 3, more than the cores here: 1 used"]


def test_the_first_rank_s_clock_counts(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told(self: Any, value: Any) -> Any:
        return (*value[:3], 0.5) if isinstance(value, tuple) else value

    monkeypatch.setattr(Ranks, "from_first", told)
    recorder = Recorder()
    settings = {"training": {"max_steps": 0, "max_minutes": 0.02, "warmup_steps": 0, "schedule": "linear"}}
    wanted = config(corpus, **settings)
    train(wanted, corpus / "run", sinks=[recorder])
    halfway = learning_rate(wanted.training, 1, 0.5)
    assert {e.learning_rate for e in recorder.of(StepLogged)} == {halfway}


def test_evaluate_now(corpus: Path) -> None:
    control = TrainingControl()
    recorder = Recorder(lambda e: control.request_validation() if isinstance(e, StepLogged) and e.step == 2 else None)
    train(config(corpus), corpus / "run", sinks=[recorder], control=control)
    assert [e.step for e in recorder.of(Validated)] == [3, 4, 8, 12]


def test_patience_stops_early(corpus: Path) -> None:
    settings = {"training": {"max_steps": 400, "validate_steps": 1, "patience": 3, "learning_rate": 1e-7}}
    recorder = Recorder()
    finished = train(config(corpus, **settings), corpus / "run", sinks=[recorder])
    assert finished.status == "completed"
    assert recorder.of(Validated)[-1].bad == 3
    assert finished.step < 50


def test_patience_alone_lets_the_rate_fall(corpus: Path) -> None:
    training = {
        "max_steps": 0,
        "validate_steps": 1,
        "patience": 4,
        "plateau_patience": 1,
        "learning_rate": 1e-7,
        "warmup_steps": 0,
        "log_steps": 1,
    }
    recorder = Recorder()
    finished = train(config(corpus, training=training), corpus / "run", sinks=[recorder])
    assert finished.reason == "no new best in 4 validations"
    assert RunFolder(corpus / "run").config().training.schedule == "plateau"
    assert "training.schedule" in recorder.of(RunStarted)[0].explanations
    assert recorder.of(StepLogged)[-1].learning_rate <= 1e-7 / 8
    with pytest.raises(ConfigError, match="cosine falls towards the end"):
        train(config(corpus, training=training | {"schedule": "cosine"}), corpus / "refused")
    assert not (corpus / "refused").exists()


def test_a_run_that_began_with_a_schedule_without_end_may_go_on_and_says_so(corpus: Path) -> None:
    run = corpus / "run"
    train(config(corpus), run)
    endless = config(corpus, training={"max_steps": 0, "patience": 1, "learning_rate": 1e-9, "schedule": "cosine"})
    RunFolder(run).write_config(endless)
    recorder = Recorder()
    train(endless, run, resume=True, sinks=[recorder])
    assert [w.code for w in recorder.of(Warned)] == ["limits"]


def test_time_budget_is_kept_and_annealed(corpus: Path) -> None:
    recorder = Recorder()
    settings = {"training": {"max_steps": 0, "max_minutes": 0.05, "validate_steps": 0, "warmup_steps": 1}}
    finished = train(config(corpus, **settings), corpus / "run", sinks=[recorder])
    assert finished.status == "completed"
    assert finished.elapsed < 3.0 * 1.5
    rates = [e.learning_rate for e in recorder.of(StepLogged)]
    assert rates[-1] < 0.3 * max(rates)


def test_divergence_goes_back_once_then_gives_up(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    poisoned = {"times": 0}
    original = Learner._accumulate

    def poison(self: Any, *arguments: Any) -> torch.Tensor:
        loss = original(self, *arguments)
        if self._emitter._live.state.step == 5 and poisoned["times"] < poisoned["limit"]:
            poisoned["times"] += 1
            return loss * float("nan")
        return loss

    monkeypatch.setattr(Learner, "_accumulate", poison)
    poisoned["limit"] = 1
    recorder = Recorder()
    finished = train(config(corpus), corpus / "once", sinks=[recorder])
    assert finished.status == "completed"
    assert [w.code for w in recorder.of(Warned)] == ["learning_rate_halved"]
    assert [e.step for e in recorder.of(RunResumed)] == [4]
    after = [e for e in recorder.of(StepLogged) if e.step == 6]
    clean = Recorder()
    poisoned["limit"] = poisoned["times"] = 0
    train(config(corpus), corpus / "clean", sinks=[clean])
    undisturbed = next(e for e in clean.of(StepLogged) if e.step == 6)
    assert after[-1].learning_rate == pytest.approx(undisturbed.learning_rate / 2)
    poisoned["times"], poisoned["limit"] = 0, 2
    with pytest.raises(RunFailed, match="diverged again"):
        train(config(corpus), corpus / "twice")
    assert RunFolder(corpus / "twice").events()[-1].status == "failed"


def test_nothing_is_kept_of_what_has_diverged(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original, poisoned = learner.clip_gradients, []

    def poison(parameters: Any, longest: float) -> torch.Tensor:
        if len(calls) == 5 and not poisoned:  # in the sixth step, before the validation after the eighth
            poisoned.append(True)
            parameters[0].grad.fill_(float("nan"))
        calls.append(True)
        return original(parameters, longest)

    calls: list[bool] = []
    monkeypatch.setattr(learner, "clip_gradients", poison)
    recorder = Recorder()
    settings = {"training": {"log_steps": 50}}
    assert train(config(corpus, **settings), corpus / "run", sinks=[recorder]).status == "completed"
    assert poisoned
    assert [e.step for e in recorder.of(RunResumed)] == [4]
    assert all(bool(t.isfinite().all()) for t in final(corpus / "run").values())
    # the time that was lost stays spent
    elapsed = [e.elapsed for e in recorder.events if isinstance(e, StepLogged | Validated | RunResumed)]
    assert elapsed == sorted(elapsed)


def test_a_stop_after_a_divergence_keeps_the_good_checkpoint(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original, control = learner.clip_gradients, TrainingControl()

    def poison(parameters: Any, longest: float) -> torch.Tensor:
        calls.append(True)
        if len(calls) == 6:
            parameters[0].grad.fill_(float("nan"))
            control.request_stop()
        return original(parameters, longest)

    calls: list[bool] = []
    monkeypatch.setattr(learner, "clip_gradients", poison)
    finished = train(config(corpus, training={"log_steps": 50}), corpus / "run", control=control)
    assert (finished.status, finished.step) == ("stopped", 4)
    assert [c.step for c in RunFolder(corpus / "run").checkpoints()] == [4]


def test_out_of_memory_halves_the_batch(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = TrainingStep.forward
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)

    def small_device(self: Any, batch: Any, *rest: Any) -> Any:
        if self.training and batch.src.shape[0] > 30:
            raise torch.OutOfMemoryError("too much")
        return original(self, batch, *rest)

    monkeypatch.setattr(TrainingStep, "forward", small_device)
    recorder = Recorder()
    still = {
        "model": {"dropout_embedding": 0.0, "dropout_layers": 0.0, "dropout_output": 0.0},
        "training": {"optimizer": "sgd", "learning_rate": 0.01, "clip_norm": 0.0},
    }
    assert train(config(corpus, **still), corpus / "run", sinks=[recorder]).status == "completed"
    assert {w.code for w in recorder.of(Warned)} == {"out_of_memory"}
    monkeypatch.setattr(TrainingStep, "forward", original)
    train(config(corpus, **still), corpus / "whole")
    torch.testing.assert_close(final(corpus / "run"), final(corpus / "whole"), rtol=1e-3, atol=1e-5)


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


def test_vectors_start_the_embeddings(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"{word} " + " ".join(str(float(i + k)) for k in range(8)) for i, word in enumerate(DIGITS)]
    (corpus / "vectors.txt").write_text(f"{len(lines)} 8\n" + "\n".join(lines) + "\n")
    settings = {
        "model": {"target_vectors": str(corpus / "vectors.txt"), "freeze_vectors": True, "tie": "none"},
        "tokenizer": {"kind": "word", "shared": False},
    }
    seen: list[Prepared] = []
    original = session.build_run
    monkeypatch.setattr(session, "build_run", lambda *a: (seen.append(a[1]), original(*a))[1])
    recorder = Recorder()
    train(config(corpus, **settings), corpus / "run", sinks=[recorder])
    message = next(w.message for w in recorder.of(Warned) if w.code == "vectors")
    assert message.startswith("vectors.txt: 10 of ")
    vocabulary = seen[0].tokenizers.target.vocabulary()
    rows = final(corpus / "run")["live.target_embedding.weight"][[vocabulary.index("▁" + w) for w in DIGITS]]
    # frozen rows keep the file's straight lines, up to a common factor
    expected = torch.tensor([[float(i + k) for k in range(8)] for i in range(10)])
    torch.testing.assert_close(rows / rows[0, 1], expected, atol=1e-6, rtol=1e-6)


@pytest.mark.parametrize("optimizer", ["adamw", "adam", "sgd"])
@pytest.mark.parametrize(("averaging", "tie"), [("ema", "none"), ("last", "all")])
def test_fixed_vectors_are_the_same_bits_in_every_weight_that_is_kept(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, optimizer: str, averaging: str, tie: str
) -> None:
    generator = torch.Generator().manual_seed(1)
    lines = [f"{word} " + " ".join(f"{v:.6f}" for v in torch.randn(8, generator=generator).tolist()) for word in DIGITS]
    (corpus / "vectors.txt").write_text("\n".join(lines) + "\n")
    settings = {
        "model": {"target_vectors": str(corpus / "vectors.txt"), "freeze_vectors": True, "tie": tie},
        "tokenizer": {"kind": "word", "shared": tie == "all"},
        "training": {
            "optimizer": optimizer,
            "averaging": averaging,
            "average_last": 3,
            "weight_decay": 1.0,
            "learning_rate": 0.05,
            "log_steps": 1,
        },
    }
    start: list[torch.Tensor] = []
    weights: list[torch.Tensor] = []
    moved: list[int] = []
    original = building.initialise_from_vectors

    def started(model: Any, *rest: Any) -> Any:
        found = original(model, *rest)
        weights.append(model.target_embedding.weight)
        start.append(weights[0].detach().clone())
        return found

    def compare(event: Event) -> None:
        if isinstance(event, StepLogged):
            moved.append(int((weights[0] != start[0]).any(1).sum()))

    monkeypatch.setattr(building, "initialise_from_vectors", started)
    run = corpus / "run"
    train(config(corpus, **settings), run, sinks=[Recorder(compare)])
    assert moved == [len(start[0]) - len(DIGITS)] * 12
    (corpus / "vectors.txt").unlink()  # a run that goes on has no need of it
    longer = RunFolder(run).config()
    longer.training.max_steps = 20
    RunFolder(run).write_config(longer)
    train(longer, run, resume=True)
    assert len(start) == 1
    state = final(run)
    name, rows = next((n.removeprefix("fixed."), t) for n, t in state.items() if n.startswith("fixed."))
    assert int(rows.sum()) == len(DIGITS)
    wanted = start[0][rows].numpy().tobytes()
    assert state[f"live.{name}"][rows].numpy().tobytes() == wanted
    assert not torch.equal(state[f"live.{name}"][~rows], start[0][~rows])
    checkpoints = [c for c in RunFolder(run).checkpoints() if c.resumable]
    assert checkpoints[-1].step == 20
    for checkpoint in checkpoints:
        kept = load_file(checkpoint.weights)[name]
        assert kept[rows].numpy().tobytes() == wanted
        assert not torch.equal(kept[~rows], start[0][~rows])


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


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (20, "the 20 minutes are over"),
        (1, "the minute is over"),
        (5 / 3, "the 100 seconds are over"),
        (0.5, "the 30 seconds are over"),
        (33.3333, "the 33 minutes are over"),
    ],
)
def test_that_the_time_is_over_reads_well(minutes: float, words: str):
    training = TrainingConfig(max_minutes=minutes)
    assert why_over(training, TrainState(elapsed=60 * minutes), 1.0) == words


def test_share_of_a_run_is_that_of_its_nearest_limit() -> None:
    state = TrainState(step=300, epoch=2, batch=50, elapsed=60.0, validation_seconds=10.0)
    assert share_done(TrainingConfig(max_steps=1000), state, 100) == pytest.approx(0.3)
    assert share_done(TrainingConfig(max_steps=1000, max_epochs=5), state, 100) == pytest.approx(2.5 / 5)
    # of two minutes the last validation takes ten seconds
    assert share_done(TrainingConfig(max_steps=1000, max_minutes=2), state, 100) == pytest.approx(60 / 110)
    # a slow validation takes a fifth of the time at most
    slow = dataclasses.replace(state, validation_seconds=50.0)
    assert share_done(TrainingConfig(max_minutes=2), slow, 100) == pytest.approx(60 / 96)
    assert why_over(TrainingConfig(max_minutes=2), state, 60 / 110) == ""
    assert why_over(TrainingConfig(max_steps=300), state, 1.0) == "300 steps done"


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
