"""A run that diverges or runs out of memory."""

from pathlib import Path
from typing import Any

import pytest
import torch

from tests.engine.short_runs import Recorder, config, final
from workbench.engine.core.errors import RunFailed
from workbench.engine.core.events import (
    RunResumed,
    StepLogged,
    Validated,
    Warned,
)
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.translator import Translator
from workbench.engine.training import learner
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.learner import Learner
from workbench.engine.training.optimization.step import TrainingStep
from workbench.engine.training.session import train


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


def test_a_validation_of_broken_weights_scores_nothing_and_ends_no_run(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    translate = Translator.translate

    def broken_at_first(self: Translator, *args: Any, **kwargs: Any) -> Any:
        monkeypatch.setattr(Translator, "translate", translate)
        raise RunFailed("the model's scores are no numbers")

    monkeypatch.setattr(Translator, "translate", broken_at_first)
    recorder = Recorder()
    finished = train(config(corpus), corpus / "run", sinks=[recorder])
    assert finished.status == "completed"
    assert recorder.of(Validated)[0].bleu == 0.0
