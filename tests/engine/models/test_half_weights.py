"""Weights held in half precision: what is multiplied with them, and what still goes through the exact ones."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from workbench.engine.device.precision import has_half_weights
from workbench.engine.models.half_weights import HalfLinear, with_half_weights
from workbench.engine.models.rnn.layers import HalfGRUCell, HalfLSTMCell

pytestmark = pytest.mark.skipif(not has_half_weights(), reason="this build of torch has no such products")


def rounded(layer: nn.Module) -> nn.Module:
    """The same layer in float64 with matrices rounded to half precision: an independent way to the same numbers."""
    kind, sizes = type(layer), (layer.weight if isinstance(layer, nn.Linear) else layer.weight_ih).shape
    other = kind(sizes[1], sizes[0] if kind is nn.Linear else layer.hidden_size).double()
    for (_, mine), (_, its) in zip(other.named_parameters(), layer.named_parameters(), strict=True):
        mine.data = (its.data.half() if its.dim() == 2 else its.data).double()
    return other


@pytest.mark.parametrize("rows", [1, 5, 40, 300])
def test_products_are_those_of_weights_rounded_to_half_precision(rows: int) -> None:
    torch.manual_seed(1)
    layer = nn.Linear(48, 100)
    x = torch.randn(rows, 48)
    with torch.no_grad():
        found, expected = HalfLinear(layer)(x), rounded(layer)(x.double()).float()
        assert torch.allclose(found, expected, atol=1e-5)
        assert (found - layer(x)).abs().max() > 1e-6, "the exact weights were used"


@pytest.mark.parametrize(("kind", "half"), [(nn.LSTMCell, HalfLSTMCell), (nn.GRUCell, HalfGRUCell)])
def test_cells_step_as_those_with_rounded_weights(kind: type[nn.RNNCellBase], half: type[nn.Module]) -> None:
    torch.manual_seed(2)
    cell = kind(20, 16)
    x, h, c = torch.randn(7, 20), torch.randn(7, 16), torch.randn(7, 16)
    state: Tensor | tuple[Tensor, Tensor] = (h, c) if kind is nn.LSTMCell else h
    wide = tuple(s.double() for s in state) if isinstance(state, tuple) else state.double()
    with torch.no_grad():
        found, expected = half(cell)(x, state), rounded(cell)(x.double(), wide)
    for one, other in zip(torch.stack([*found]), torch.stack([*expected]), strict=True):
        assert torch.allclose(one, other.float(), atol=1e-5)


def test_gradients_and_other_types_go_through_the_exact_weights() -> None:
    torch.manual_seed(3)
    for layer, half, inputs in (
        (nn.Linear(8, 9), HalfLinear, (torch.randn(3, 8),)),
        (nn.GRUCell(8, 6), HalfGRUCell, (torch.randn(3, 8), torch.randn(3, 6))),
        (nn.LSTMCell(8, 6), HalfLSTMCell, (torch.randn(3, 8), (torch.randn(3, 6), torch.randn(3, 6)))),
    ):
        held = half(layer)
        assert [p.data_ptr() for p in held.parameters()] == [p.data_ptr() for p in layer.parameters()]
        inputs[0].requires_grad_()
        ours, plain = held(*inputs), layer(*inputs)
        both = [(ours, plain)] if isinstance(ours, Tensor) else list(zip(ours, plain, strict=True))
        assert all(torch.equal(one, other) for one, other in both)
        both[0][0].sum().backward()
        assert inputs[0].grad is not None
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            assert torch.equal(held(*inputs)[0], layer(*inputs)[0])


def test_a_model_with_a_weight_that_half_precision_cannot_hold_stays_as_it_is() -> None:
    model = nn.Sequential(nn.Linear(4, 4), nn.Linear(4, 4))
    with torch.no_grad():
        model[1].weight[0, 0] = 70_000.0
    with_half_weights(model, {})
    assert [type(layer) for layer in model] == [nn.Linear, nn.Linear]
    with torch.no_grad():
        model[1].weight[0, 0] = 7.0
    with_half_weights(model, {})
    assert [type(layer) for layer in model] == [HalfLinear, HalfLinear]
