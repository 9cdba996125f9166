"""The k largest of many, faster than ``torch.topk`` on a CPU for vocabularies."""

from __future__ import annotations

import torch
from torch import Tensor

_BLOCK = 64


def top_k(values: Tensor, k: int) -> tuple[Tensor, Tensor]:
    """The ``k`` largest of each row, sorted: values and indices ``[rows, k]``.

    On the CPU each row is cut into blocks; the k largest lie in the k blocks with the largest maxima, so only those
    are searched. Finding maxima is vectorised, selecting is not.
    """
    rows, size = values.shape
    blocks = size // _BLOCK
    if values.device.type != "cpu" or blocks < 4 * k:
        return values.topk(k, dim=-1)
    whole = values[:, : blocks * _BLOCK].view(rows, blocks, _BLOCK)
    chosen = whole.amax(-1).topk(k, dim=-1, sorted=False).indices  # [rows, k]
    inside = chosen[:, :, None] * _BLOCK + torch.arange(_BLOCK)  # [rows, k, block]
    places = inside.view(rows, -1)
    rest = size - blocks * _BLOCK
    if rest:
        last = torch.arange(blocks * _BLOCK, size).expand(rows, rest)
        places = torch.cat([places, last], 1)
    best, index = values.gather(1, places).topk(k, dim=-1)
    return best, places.gather(1, index)
