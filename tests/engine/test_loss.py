"""The fused loss against torch's own."""

import pytest
import torch
import torch.nn.functional as F

from workbench.engine.training import loss as module
from workbench.engine.training.loss import cross_entropy


@pytest.mark.parametrize("smoothing", [0.0, 0.1])
@pytest.mark.parametrize("chunk", [4096, 4])
def test_value_and_gradients_equal_torch(smoothing: float, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "CHUNK", chunk)
    torch.manual_seed(0)
    hidden = torch.randn(11, 5, dtype=torch.float64, requires_grad=True)
    weight = torch.randn(7, 5, dtype=torch.float64, requires_grad=True)
    bias = torch.randn(7, dtype=torch.float64, requires_grad=True)
    target = torch.randint(0, 7, (11,))
    expected = F.cross_entropy(F.linear(hidden, weight, bias), target, label_smoothing=smoothing, reduction="sum")
    wanted = torch.autograd.grad(expected, (hidden, weight, bias))
    loss, nll = cross_entropy(hidden, weight, bias, target, smoothing, torch.float64)
    found = torch.autograd.grad(loss * 3, (hidden, weight, bias))
    torch.testing.assert_close(loss, expected)
    torch.testing.assert_close(nll, F.cross_entropy(F.linear(hidden, weight, bias), target, reduction="sum"))
    for a, b in zip(found, wanted, strict=True):
        torch.testing.assert_close(a, 3 * b)
