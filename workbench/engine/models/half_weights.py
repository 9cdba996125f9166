"""Weights in half precision beside the exact ones, for decoding on a CPU.

A decoding step for a few rows only waits for its weights to come from memory: of half the size, and packed for the
product, they take a quarter to a half of the time (float32 sums; a product is off by about one in two thousand of its
weights' size). What needs a gradient, another type or another device goes through the exact weights as before.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from workbench.engine.device.precision import has_half_weights, packed_half
from workbench.engine.models.quantized import Replacements, replace_layers

#: The largest number in half precision is 65,504.
_LARGEST = 6e4


def takes_half(x: Tensor) -> bool:
    """Whether a product of ``x`` now may use weights in half precision."""
    plain = x.dtype == torch.float32 and x.device.type == "cpu"
    return plain and not torch.is_grad_enabled() and not torch.is_autocast_enabled("cpu")


def half_product(x: Tensor, packed: Any) -> Tensor:
    """``x W' + b`` of ``[rows, in]``."""
    product: Tensor = torch.ops.quantized.linear_dynamic_fp16(x.contiguous(), packed)
    return product


class HalfLinear(nn.Linear):
    """A linear layer that shares another one's parameters and holds them in half precision, too."""

    def __init__(self, layer: nn.Linear) -> None:
        nn.Module.__init__(self)
        self.in_features, self.out_features = layer.in_features, layer.out_features
        self.weight, self.bias = layer.weight, layer.bias
        self._packed = packed_half(layer.weight.detach(), None if layer.bias is None else layer.bias.detach())

    def forward(self, x: Tensor) -> Tensor:
        """See ``nn.Linear``."""
        return half_product(x, self._packed) if takes_half(x) else super().forward(x)


def with_half_weights(model: nn.Module, others: Replacements) -> None:
    """Let a model's layers hold their weights in half precision, too, where that works here and none is too large.

    Args:
        model: Changed in place; its parameters stay as they are.
        others: For each other kind of layer to replace, what makes its replacement.
    """
    if has_half_weights() and all(p.abs().max() < _LARGEST for p in model.parameters() if p.numel()):
        replace_layers(model, {nn.Linear: HalfLinear, **others})
