"""Going on with a run: exact bits, precision, the limits it began with."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.engine.short_runs import Recorder, assert_same, config, final
from workbench.engine.core.events import (
    Event,
    RunResumed,
    RunStarted,
    StepLogged,
    Warned,
)
from workbench.engine.device import precision
from workbench.engine.device.precision import Bf16
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training import building
from workbench.engine.training.session import train


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


def test_a_resumed_run_keeps_its_precision(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    measured = ["fp32", "bf16"]
    monkeypatch.setattr(building, "choose_precision", lambda wish, device: measured.pop(0))
    settings = {"runtime": {"precision": "auto"}}
    train(config(corpus, **settings), corpus / "run")
    resumed = Recorder()
    train(config(corpus, **settings), corpus / "run", resume=True, sinks=[resumed])
    assert [e.precision for e in resumed.of(RunStarted)] == ["fp32"]
    assert measured == ["bf16"]


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


def test_a_run_that_began_with_a_schedule_without_end_may_go_on_and_says_so(corpus: Path) -> None:
    run = corpus / "run"
    train(config(corpus), run)
    endless = config(corpus, training={"max_steps": 0, "patience": 1, "learning_rate": 1e-9, "schedule": "cosine"})
    RunFolder(run).write_config(endless)
    recorder = Recorder()
    train(endless, run, resume=True, sinks=[recorder])
    assert [w.code for w in recorder.of(Warned)] == ["limits"]
