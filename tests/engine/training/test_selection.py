"""Which validation is the best: by hand, and in a run whose scores are made by hand."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from tests.engine.short_runs import DIGITS, Recorder, config
from workbench.engine.core.events import StepLogged, Validated, Warned
from workbench.engine.runs.folder import STATE, RunFolder
from workbench.engine.training.saving.checkpoint import load_state
from workbench.engine.training.selection import Decision, Standing, decide
from workbench.engine.training.session import train
from workbench.engine.training.validation import Scores
from workbench.engine.training.validation_step import ValidationStep


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Numbers and their names, a name a digit."""
    for name, numbers in (("train", range(100, 300)), ("valid", range(400, 410))):
        (tmp_path / f"{name}.src").write_text("".join(f"{n}\n" for n in numbers))
        (tmp_path / f"{name}.tgt").write_text("".join(" ".join(DIGITS[int(d)] for d in str(n)) + "\n" for n in numbers))
    return tmp_path


def test_the_first_is_the_best() -> None:
    assert decide("bleu", Standing(0.0, 5.0, 9.0), None) == Decision(True)


@pytest.mark.parametrize(
    ("metric", "best", "new", "better", "by"),
    [
        # the metric decides while it differs, whatever the others say
        ("bleu", (30.0, 50.0, 1.0), (30.5, 49.0, 1.2), True, "bleu"),
        ("bleu", (30.0, 50.0, 1.0), (29.5, 55.0, 0.5), False, "bleu"),
        ("chrf", (30.0, 50.0, 1.0), (10.0, 51.0, 2.0), True, "chrf"),
        ("loss", (30.0, 50.0, 1.0), (10.0, 10.0, 0.9), True, "loss"),
        ("loss", (30.0, 50.0, 1.0), (90.0, 90.0, 1.1), False, "loss"),
        # equal as shown: chrF, then the loss
        ("bleu", (30.0, 50.0, 1.0), (30.001, 50.2, 1.1), True, "chrf"),
        ("bleu", (30.0, 50.0, 1.0), (30.0, 49.8, 0.5), False, "chrf"),
        ("bleu", (30.0, 50.0, 1.0), (30.0, 50.0, 0.9), True, "loss"),
        ("bleu", (30.0, 50.0, 1.0), (30.0, 50.0, 1.1), False, "loss"),
        ("bleu", (30.0, 50.0, 1.0), (30.0, 50.0, 1.0), False, ""),
        # at an end BLEU cannot move: what chrF or the loss gains is a gain
        ("bleu", (0.0, 11.56, 2.045), (0.0, 47.27, 0.852), True, "chrf"),
        ("bleu", (0.0, 11.56, 0.8), (0.0, 12.0, 0.9), True, "chrf"),
        ("bleu", (0.0, 47.0, 0.9), (0.0, 46.0, 0.8), True, "loss"),
        ("bleu", (0.001, 47.0, 0.9), (0.002, 46.0, 0.8), True, "loss"),
        ("bleu", (0.0, 47.0, 0.8), (0.0, 46.0, 0.9), False, "chrf"),
        ("bleu", (100.0, 100.0, 0.02), (100.0, 100.0, 0.01), True, "loss"),
        ("bleu", (100.0, 100.0, 0.01), (100.0, 100.0, 0.02), False, "loss"),
        ("chrf", (0.0, 100.0, 0.02), (0.0, 100.0, 0.01), True, "loss"),
        # no gain to speak of: a model that does not learn must run out of patience
        ("bleu", (0.0, 20.0, 1.0), (0.0, 20.0, 0.99995), False, ""),
        # a diverged model is never the best
        ("bleu", (0.0, 20.0, 1.0), (0.0, 20.0, math.nan), False, "loss"),
        # of an earlier version's checkpoint only the metric is known
        ("bleu", (0.0, None, None), (0.0, 20.0, 1.0), False, ""),
        ("bleu", (0.0, None, 2.0), (0.0, 20.0, 1.0), True, "loss"),
    ],
)
def test_the_better_validation_and_the_score_that_says_so(
    metric: str, best: Any, new: Any, better: bool, by: str
) -> None:
    assert decide(metric, Standing(*new), Standing(*best)) == Decision(better, by)


def by_hand(monkeypatch: pytest.MonkeyPatch, scores: list[tuple[float, float, float]]) -> None:
    """Let the validations of a run, at steps 4, 8, ... find these BLEU, chrF and loss."""

    def judge(self: Any, built: Any) -> tuple[bool, Scores]:
        bleu, chrf, loss = scores[self._context.live.state.step // 4 - 1]
        return False, Scores(loss, bleu, chrf, "", "", [p.target for p in built.validator.pairs])

    monkeypatch.setattr(ValidationStep, "_judge", judge)


MADE = [(0, 11.56, 2.0), (0, 47.27, 0.85), (0, 47.27, 0.84), (0, 46.0, 0.9), (0, 45.0, 0.7), (0, 44, 0.8), (0, 43, 0.9)]
VERDICTS = [
    (True, ""),
    (True, "chrf"),
    (True, "loss"),
    (False, "chrf"),
    (True, "loss"),
    (False, "chrf"),
    (False, "chrf"),
]


@pytest.mark.parametrize("cut", [0, 9, 14])
def test_best_patience_and_rate_follow_the_same_verdicts_over_a_resume(
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
    cut: int,
) -> None:
    by_hand(monkeypatch, MADE)
    run = corpus / "run"
    settings = config(
        corpus,
        training={"max_steps": 60, "patience": 2, "schedule": "plateau", "plateau_patience": 2, "log_steps": 1},
    )

    class PowerCut(BaseException):
        pass

    def stop(event: Any) -> None:
        if isinstance(event, StepLogged) and event.step == cut:
            raise PowerCut

    seen: list[Recorder] = []
    if cut:
        seen.append(Recorder(stop))
        with pytest.raises(PowerCut):
            train(settings, run, sinks=seen)
    seen.append(Recorder())
    finished = train(RunFolder(run).config() if cut else settings, run, resume=bool(cut), sinks=[seen[-1]])
    validated = [e for e in RunFolder(run).events() if isinstance(e, Validated)]
    assert [(e.best, e.decided_by) for e in validated] == VERDICTS
    assert (finished.step, finished.best_step) == (28, 20)  # patience: two validations after the best
    assert RunFolder(run).best() == {"step": 20, "metric": "bleu", "value": 0.0}
    assert RunFolder(run).checkpoint("best").step == 20
    halved = [e.step for r in seen for e in r.of(Warned) if e.code == "learning_rate_halved"]
    assert halved == [28]


def test_a_checkpoint_of_an_earlier_version_goes_on_with_its_own_bleu(
    corpus: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    run = corpus / "run"
    by_hand(monkeypatch, [(0, 20.0, 2.0), (0, 10.0, 2.1), (0, 30.0, 2.2), (0, 30.0, 2.0)])
    train(config(corpus, training={"max_steps": 8}), run)
    for checkpoint in RunFolder(run).checkpoints():
        state = json.loads((checkpoint.path / STATE).read_text())
        assert state["tokenizer"] == "char"  # the names of three digits are three words
        for new in ("best_chrf", "best_loss", "metric", "tokenizer"):
            del state[new]
        (checkpoint.path / STATE).write_text(json.dumps(state))
    progress = load_state(RunFolder(run).checkpoints()[-1])
    assert (progress.best_step, progress.best_chrf, progress.best_loss, progress.tokenizer) == (4, 20.0, 2.0, "13a")
    longer = RunFolder(run).config()
    longer.training.max_steps = 16
    RunFolder(run).write_config(longer)
    resumed = Recorder()
    train(longer, run, resume=True, sinks=[resumed])
    assert [(e.best, e.decided_by) for e in resumed.of(Validated)] == [(True, "chrf"), (True, "loss")]
    assert load_state(RunFolder(run).checkpoints()[-1]).tokenizer == "13a"


def test_bleu_below_one_point_is_noise() -> None:
    lucky, learnt = Standing(0.74, 0.54, 5.29), Standing(0.0, 24.75, 3.22)
    assert decide("bleu", learnt, lucky) == Decision(True, "chrf")
    assert decide("bleu", lucky, learnt) == Decision(False, "chrf")
    assert decide("bleu", Standing(1.0, 0.5, 6.0), learnt) == Decision(True, "bleu")
