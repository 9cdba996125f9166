"""The fused loss against torch's own."""

from dataclasses import replace

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from workbench.engine.core.config import TrainingConfig
from workbench.engine.dataset.batching import make_batch
from workbench.engine.models.rnn.config import RnnConfig
from workbench.engine.models.rnn.model import RnnSeq2Seq
from workbench.engine.training.optimization import loss as module
from workbench.engine.training.optimization.loss import cross_entropy
from workbench.engine.training.optimization.step import TrainingStep


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("chunk", [4096, 4])
@pytest.mark.parametrize("pieces", [7, 12_001])  # also more than one thread works on
def test_value_and_gradients_equal_torch(
    smoothing: float, chunk: int, pieces: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    monkeypatch.setattr(module, "ROWS", 3)
    torch.manual_seed(0)
    hidden = torch.randn(11, 5, dtype=torch.float64, requires_grad=True)
    weight = torch.randn(pieces, 5, dtype=torch.float64, requires_grad=True)
    bias = torch.randn(pieces, dtype=torch.float64, requires_grad=True)
    target = torch.randint(0, pieces, (11,))
    expected = F.cross_entropy(F.linear(hidden, weight, bias), target, label_smoothing=smoothing, reduction="sum")
    wanted = torch.autograd.grad(expected, (hidden, weight, bias))
    loss, nll = cross_entropy(hidden, weight, bias, target, smoothing, torch.float64)
    found = torch.autograd.grad(loss * 3, (hidden, weight, bias))
    torch.testing.assert_close(loss, expected)
    torch.testing.assert_close(nll, F.cross_entropy(F.linear(hidden, weight, bias), target, reduction="sum"))
    for a, b in zip(found, wanted, strict=True):
        torch.testing.assert_close(a, 3 * b)


@pytest.mark.parametrize("chunk", [4096, 4])
def test_r_drop_equals_the_formula_of_the_paper(chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    monkeypatch.setattr(module, "INNER", 8)
    monkeypatch.setattr(module, "ROWS", 4)
    torch.manual_seed(0)
    hidden = torch.randn(2, 11, 5, dtype=torch.float64, requires_grad=True)
    weight = torch.randn(7, 5, dtype=torch.float64, requires_grad=True)
    bias = torch.randn(7, dtype=torch.float64, requires_grad=True)
    target = torch.randint(0, 7, (11,))
    one, two = (F.linear(h, weight, bias) for h in hidden)
    p, q = F.log_softmax(one, -1), F.log_softmax(two, -1)
    divergences = F.kl_div(q, p, log_target=True, reduction="sum") + F.kl_div(p, q, log_target=True, reduction="sum")
    entropies = sum(F.cross_entropy(z, target, label_smoothing=0.1, reduction="sum") for z in (one, two))
    expected = (entropies + 3.0 * divergences / 2) / 2
    wanted = torch.autograd.grad(expected, (hidden, weight, bias), retain_graph=True)
    loss, nll = cross_entropy(hidden, weight, bias, target, 0.1, torch.float64, 3.0)
    torch.testing.assert_close(loss, expected)
    plain = sum(F.cross_entropy(z, target, reduction="sum") for z in (one, two)) / 2
    torch.testing.assert_close(nll, plain)
    for a, b in zip(torch.autograd.grad(loss, (hidden, weight, bias)), wanted, strict=True):
        torch.testing.assert_close(a, b)


@pytest.mark.parametrize("teacher_forcing", [1.0, 0.5])
def test_r_drop_without_dropout_is_the_plain_step(teacher_forcing: float) -> None:
    batch = make_batch(
        [np.array(s, np.int32) for s in ([5, 6, 7], [8, 9], [4])],
        [np.array(t, np.int32) for t in ([4], [5, 6, 7, 8], [9, 9])],
    )
    found = []
    for rdrop in (0.0, 5.0):
        torch.manual_seed(2)
        model = make_rnn(dropout=0.0)
        step = TrainingStep(model, TrainingConfig(rdrop=rdrop), "fp32", True)
        loss, nll = step(batch, teacher_forcing, torch.Generator().manual_seed(3))
        loss.backward()
        found.append((loss, nll, {n: p.grad for n, p in model.named_parameters() if p.grad is not None}))
    (loss, nll, gradients), (other_loss, other_nll, other_gradients) = found
    torch.testing.assert_close(other_loss, loss)
    torch.testing.assert_close(other_nll, nll)
    assert gradients.keys() == other_gradients.keys()
    for name, gradient in gradients.items():
        torch.testing.assert_close(other_gradients[name], gradient, rtol=1e-4, atol=1e-5)


def test_scheduled_sampling_trains_on_its_own_inputs() -> None:
    batch = make_batch(
        [np.array(s, np.int32) for s in ([5, 6, 7], [8, 9], [4])],
        [np.array(t, np.int32) for t in ([4, 8, 9], [5, 6, 7, 8], [9, 9])],
    )
    torch.manual_seed(2)
    model = make_rnn(dropout=0.0)
    step = TrainingStep(model, TrainingConfig(), "fp32", True)
    fed = replace(batch, tgt_in=model.scheduled_inputs(batch, 0.3, torch.Generator().manual_seed(4)))
    loss = step(batch, 0.3, torch.Generator().manual_seed(4))[0]
    torch.testing.assert_close(loss, step(fed, 1.0, torch.Generator())[0])
    assert (loss - step(batch, 1.0, torch.Generator())[0]).abs() > 1e-3


@pytest.mark.usefixtures("bf16")
@pytest.mark.parametrize("fast", [True, False])
def test_own_inputs_leave_every_weight_its_gradient(fast: bool) -> None:
    batch = make_batch([np.array([5, 6, 7], np.int32)], [np.array([4, 8], np.int32)])
    model = make_rnn(dropout=0.0)
    loss, _ = TrainingStep(model, TrainingConfig(), "bf16", fast)(batch, 0.5, torch.Generator().manual_seed(1))
    loss.backward()
    assert [n for n, p in model.named_parameters() if p.grad is None or not p.grad.any()] == []


def test_r_drop_tells_the_two_readings_apart_and_draws_them_together() -> None:
    batch = make_batch(
        [np.array(s, np.int32) for s in ([5, 6, 7], [8, 9])], [np.array(t, np.int32) for t in ([4], [5, 6, 7, 8])]
    )
    torch.manual_seed(2)
    model = make_rnn(dropout=0.3)
    losses = []
    for rdrop in (1e-9, 5.0):
        torch.manual_seed(7)
        losses.append(TrainingStep(model, TrainingConfig(rdrop=rdrop), "fp32", True)(batch, 1.0, torch.Generator())[0])
    assert losses[1] > losses[0] + 1e-3


def make_rnn(dropout: float) -> RnnSeq2Seq:
    config = RnnConfig(
        embedding=8, hidden=12, dropout_embedding=dropout, dropout_layers=dropout, dropout_output=dropout
    )
    return RnnSeq2Seq(config, 12, 12, True)
