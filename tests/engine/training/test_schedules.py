"""Teacher forcing, learning rates, averages and thinning, with values worked out by hand."""

import itertools
import math

import pytest
import torch

from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.errors import ConfigError
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.models.embeddings import FixedRows
from workbench.engine.runs.presets import check_limits, config_from, resolve_auto
from workbench.engine.training.optimization.optim import Ema, LastK, make_optimizer
from workbench.engine.training.optimization.schedules import learning_rate, teacher_forcing_ratio
from workbench.engine.training.saving.checkpoint import thin


@pytest.mark.parametrize(
    ("schedule", "step", "ratio"),
    [
        ("constant", 900, 1.0),
        ("linear", 0, 1.0),
        ("linear", 25, 0.85),
        ("linear", 50, 0.7),
        ("linear", 100, 0.4),
        ("linear", 500, 0.4),
        ("exponential", 0, 1.0),
        ("exponential", 50, 0.4 + 0.6 * 0.1),
        ("exponential", 100, 0.4),
        ("inverse_sigmoid", 0, 1.0),
        # k / (k + e^5) with k = e^5 is a half; scaled by (k + 1) / k it is 0.5033690
        ("inverse_sigmoid", 50, 0.4 + 0.6 * 0.5033690),
        ("inverse_sigmoid", 100, 0.4),
    ],
)
def test_teacher_forcing_ratio(schedule: str, step: int, ratio: float) -> None:
    config = TrainingConfig(
        teacher_forcing=schedule, teacher_forcing_start=1.0, teacher_forcing_end=0.4, teacher_forcing_steps=100
    )
    assert teacher_forcing_ratio(config, step) == pytest.approx(ratio, abs=1e-6)


def test_learning_rates() -> None:
    cosine = TrainingConfig(learning_rate=1.0, warmup_steps=10, schedule="cosine", final_ratio=0.1)
    assert learning_rate(cosine, 0, 0.0) == pytest.approx(0.1)
    assert learning_rate(cosine, 9, 0.5) == pytest.approx(1.0)
    assert learning_rate(cosine, 50, 0.5) == pytest.approx(0.55)
    assert learning_rate(cosine, 100, 1.0) == pytest.approx(0.1)
    assert learning_rate(cosine, 50, 1 / 3, scale=0.5) == pytest.approx(0.5 * (0.1 + 0.9 * 0.75))
    root = TrainingConfig(learning_rate=1.0, warmup_steps=100, schedule="inverse_sqrt")
    assert learning_rate(root, 399, 0.5) == pytest.approx(0.5)
    linear = TrainingConfig(learning_rate=1.0, warmup_steps=0, schedule="linear", final_ratio=0.0)
    assert learning_rate(linear, 5, 0.25) == pytest.approx(0.75)


def test_a_run_with_patience_alone_gets_a_schedule_that_can_follow() -> None:
    def resolved(preset: str, **training: object) -> tuple[str, dict[str, str]]:
        config, why = resolve_auto(config_from(preset, {"training": training}), CorpusStats(pairs=5000))
        return config.training.schedule, why

    # the rate is halved after two validations without gain, and the run ends after five of them
    schedule, why = resolved("", patience=5)
    assert schedule == "plateau"
    assert why["training.schedule"].startswith("plateau: patience is the only limit")
    # plateau would not have halved it by then
    assert resolved("", patience=2)[0] == "inverse_sqrt"
    assert resolved("", patience=2, plateau_patience=1)[0] == "plateau"
    # presets and auto limit the time; one can take the limit away
    for preset in ("auto", "small", "tiny"):
        assert resolved(preset, patience=5)[0] == "cosine"
        assert resolved(preset, patience=5, max_minutes=0)[0] == "plateau"
    for limit in ({"max_steps": 100}, {"max_epochs": 3}, {"max_minutes": 1}, {}):
        assert resolved("", **({"patience": 5, **limit} if limit else {}))[0] == "cosine"
    # what was asked for stays
    assert resolved("", patience=5, schedule="constant")[0] == "constant"
    assert resolved("", patience=5, schedule="linear")[0] == "linear"


@pytest.mark.parametrize("preset", ["", "auto", "small"])
def test_a_schedule_that_was_asked_for_and_cannot_fall_is_refused(preset: str) -> None:
    def check(**training: object) -> None:
        check_limits(config_from(preset, {"training": {"max_minutes": 0, "validate_steps": 100, **training}}))

    for schedule in ("cosine", "linear"):
        with pytest.raises(ConfigError, match=f"training.schedule: {schedule} falls towards the end .*max_minutes"):
            check(patience=3, schedule=schedule)
        check(patience=3, schedule=schedule, max_steps=100)
    for schedule in ("plateau", "inverse_sqrt", "constant"):
        check(patience=3, schedule=schedule)
    check(patience=3)
    with pytest.raises(ConfigError, match=r"training\.patience: is the only limit .*validate_steps"):
        check(patience=3, validate_steps=0, validate_minutes=0)
    check(patience=3, validate_steps=0, validate_minutes=0, max_epochs=2)


@pytest.mark.parametrize(
    ("optimizer", "weights", "biases"),
    [
        # decay first: 2 (1 - 0.1 * 0.5) = 1.9; Adam's first step is the rate itself, and so is the second one for an
        # equal gradient: 1.9 - 0.1 = 1.8, then 1.8 * 0.95 - 0.1 = 1.61
        ("adamw", [1.8, 1.61], [1.9, 1.8]),
        ("adam", [1.8, 1.61], [1.9, 1.8]),
        # momentum: a step of 0.1 * 3, then of 0.1 * (0.9 * 3 + 3): 1.9 - 0.3 = 1.6, then 1.6 * 0.95 - 0.57 = 0.95
        ("sgd", [1.6, 0.95], [1.7, 1.13]),
    ],
)
def test_weight_decay_is_apart_from_the_gradient(optimizer: str, weights: list[float], biases: list[float]) -> None:
    model = torch.nn.Linear(1, 1)
    with torch.no_grad():
        model.weight.fill_(2.0)
        model.bias.fill_(2.0)
    steps = make_optimizer(model, TrainingConfig(optimizer=optimizer, learning_rate=0.1, weight_decay=0.5))
    for weight, bias in zip(weights, biases, strict=True):
        model.weight.grad, model.bias.grad = torch.full((1, 1), 3.0), torch.full((1,), 3.0)
        steps.step()
        assert model.weight.item() == pytest.approx(weight, abs=1e-5)
        assert model.bias.item() == pytest.approx(bias, abs=1e-5)


@pytest.mark.parametrize("optimizer", ["adamw", "adam", "sgd"])
def test_the_rate_of_the_moment_scales_the_decay(optimizer: str) -> None:
    model = torch.nn.Linear(1, 1)
    with torch.no_grad():
        model.weight.fill_(2.0)
    steps = make_optimizer(model, TrainingConfig(optimizer=optimizer, learning_rate=0.1, weight_decay=0.5))
    for settings in steps.param_groups:
        settings["lr"] = 0.02
    model.weight.grad = torch.zeros(1, 1)
    steps.step()
    assert model.weight.item() == pytest.approx(2.0 * 0.99)


def test_ema_and_last_k() -> None:
    parameter = torch.nn.Parameter(torch.tensor([0.0]))
    ema = Ema([parameter], 0.5)
    with torch.no_grad():
        parameter.fill_(1.0)
    ema.update(1)  # memory 2/11 so early: 0 * 2/11 + 1 * 9/11
    ema.swap()
    assert parameter.item() == pytest.approx(9 / 11)
    ema.swap()
    assert parameter.item() == 1.0
    last = LastK([parameter], 2)
    for value in (1.0, 2.0, 4.0):
        with torch.no_grad():
            parameter.fill_(value)
        last.update(0)
    last.swap()
    assert parameter.item() == 3.0
    last.swap()
    assert parameter.item() == 4.0
    again = LastK([parameter], 2)
    again.load(last.tensors())
    again.swap()
    assert parameter.item() == 3.0


@pytest.mark.parametrize("kind", ["ema", "last"])
def test_averages_have_fixed_rows_bit_by_bit(kind: str) -> None:
    torch.manual_seed(1)
    parameter = torch.nn.Parameter(torch.randn(2000, 4))
    with torch.no_grad():
        parameter[0] = -0.0
    rows = torch.arange(2000) < 1000
    fixed = [FixedRows(parameter, rows)]
    start = parameter.detach().clone()
    average = Ema([parameter], 0.9, fixed) if kind == "ema" else LastK([parameter], 5, fixed)
    for step in range(1, 6):
        with torch.no_grad():
            parameter[1000:] += 1.0
        average.update(step)
    for _ in range(2):  # the averaged weights, and the live ones again
        average.swap()
        assert parameter.detach()[rows].numpy().tobytes() == start[rows].numpy().tobytes()
        assert (parameter[~rows] != start[~rows]).all()


def test_thinning_keeps_the_beginning_dense() -> None:
    kept = thin(list(range(100, 2100, 100)), 6)
    assert len(kept) == 6
    assert kept[0] == 100
    assert kept[-1] == 2000
    gaps = [math.sqrt(b) - math.sqrt(a) for a, b in itertools.pairwise(kept)]
    assert max(gaps) < 3 * min(gaps)
    assert thin([1, 2, 3], 12) == [1, 2, 3]
    assert thin([1, 2, 3], 0) == []
