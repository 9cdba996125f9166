"""Few different shapes: in bfloat16 on a CPU, a kernel is made, and kept, for every shape of a matrix product.

The rows of a large product are all positions of a batch, a different number in nearly every batch. Rounded up to whole
multiples there are a handful, and neither time nor memory goes into kernels that are never used again.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

#: Large products have a multiple of so many rows.
ROWS = 128
#: Rows below which a product is made as it is: there are few such shapes, and the rows added would cost too much.
LARGE = 4 * ROWS


def compute_dtype(tensor: Tensor) -> torch.dtype:
    """Type of matrix products now: autocast's where it is on, else the tensor's own."""
    kind = tensor.device.type
    return torch.get_autocast_dtype(kind) if torch.is_autocast_enabled(kind) else tensor.dtype


def pad_rows(x: Tensor) -> Tensor:
    """``[rows, size]`` with zeros below, up to a whole multiple, where that saves kernels; else as it is."""
    if x.device.type != "cpu" or x.shape[0] < LARGE or compute_dtype(x) != torch.bfloat16:
        return x
    return F.pad(x, (0, 0, 0, -x.shape[0] % ROWS))


def linear(layer: nn.Module, x: Tensor) -> Tensor:
    """A linear layer, quantised or not, on ``[..., size]`` in few shapes."""
    flat = x.flatten(0, -2)
    out: Tensor = layer(pad_rows(flat))
    return out[: flat.shape[0]].view(*x.shape[:-1], -1)
