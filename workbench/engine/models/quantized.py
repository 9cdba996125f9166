"""Dynamic int8 quantisation on the CPU: weights rounded once, activations at each product, sums in int32.

A decoding step for a few rows only waits for its weights to come from memory, so weights of a quarter of the size
make it two to three times as fast.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import torch
from torch import Tensor, nn

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.device.precision import int8_engine, narrow_int8, packed_int8

T = TypeVar("T", bound=nn.Module)
#: For each kind of layer, what makes its replacement.
Replacements = Mapping[type[nn.Module], Callable[[Any], nn.Module]]


class QuantizedLinear(nn.Module):
    """``x W' + b`` with an int8 weight, one scale for each output."""

    def __init__(self, weight: Tensor, bias: Tensor | None) -> None:
        super().__init__()
        self.out_features, self.in_features = weight.shape
        narrow = None if bias is None else bias.detach().float()
        self._packed, self._narrow = packed_int8(weight.detach().float(), narrow, int8_engine()), narrow_int8()

    def forward(self, x: Tensor) -> Tensor:
        """Product of ``[rows, in]``."""
        out: Tensor = torch.ops.quantized.linear_dynamic(x.contiguous(), self._packed, self._narrow)
        return out


def quantize_layers(model: T, others: Replacements | None = None) -> T:
    """A copy for translating whose linear layers multiply in int8; embeddings stay as they are.

    Args:
        others: For each other kind of layer to replace, what makes its replacement.

    Raises:
        InputError: This processor has no int8 products.
    """
    if not int8_engine():
        raise InputError(
            Message("this processor, or this build of torch, has no int8 products"),
            where="quantize",
            advice=Message("Translate without it."),
        )
    return replace_layers(copy.deepcopy(model), {nn.Linear: _quantize_linear, **(others or {})})


def _quantize_linear(layer: nn.Linear) -> QuantizedLinear:
    return QuantizedLinear(layer.weight, layer.bias)


def replace_layers(model: T, replacements: Replacements) -> T:
    """Put other layers in the places of some kinds of layers; the model itself is changed."""
    for parent in list(model.modules()):
        for name, child in list(parent.named_children()):
            replace = replacements.get(type(child))
            if replace is not None:
                setattr(parent, name, replace(child))
    return model
