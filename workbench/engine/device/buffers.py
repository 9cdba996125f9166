"""Large CPU buffers of a training step, kept for the next one; and a place for what the steps of a decode keep.

Fresh memory is dear: the system hands it out page by page and clears each, which took a tenth of a training step.
A GPU needs none of this, since torch keeps its memory there itself.
"""

from __future__ import annotations

import math
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import torch

#: Buffers kept at most.
_MOST = 24
#: Bytes of a shelf's boards, over which every allocator asks the system: only what is written takes memory.
_BOARD, _ALIGNED = 2**26, 64
#: Numbers below which memory comes quickly anyway.
_LEAST = 20_000
_free: list[torch.Tensor] = []
_lock = threading.Lock()


def take(shape: tuple[int, ...], dtype: torch.dtype, device: torch.device) -> torch.Tensor:
    """A tensor with arbitrary values, in a buffer given back before where one fits.

    Whoever forgets to give it back loses nothing but the saving. Should a backward pass still need what was given
    back, torch notices that it has been overwritten and says so.
    """
    import torch

    if device.type != "cpu":
        return torch.empty(shape, dtype=dtype, device=device)
    size = math.prod(shape)
    if size < _LEAST:
        return torch.empty(shape, dtype=dtype)
    with _lock:
        fitting = [i for i, b in enumerate(_free) if b.dtype == dtype and size <= b.numel() <= 4 * size]
        found = _free.pop(min(fitting, key=lambda i: _free[i].numel())) if fitting else None
    buffer = torch.empty(size, dtype=dtype) if found is None else found
    return buffer[:size].view(shape)


def give(*lent: torch.Tensor) -> None:
    """Take back what ``take`` lent, the very tensors that it returned."""
    with _lock:
        _free.extend(t._base for t in lent if t.device.type == "cpu" and t._base is not None)
        del _free[:-_MOST]


class Shelf:
    """Keeps small tensors of many steps side by side, away from the large ones that each step makes and drops.

    Left where they were made, they stand in the holes that the large ones leave, the next step finds no hole that is
    large enough, and a decode of four thousand pieces took 4 GB for 10 MB that it kept.
    """

    def __init__(self) -> None:
        self._board: torch.Tensor | None = None
        self._filled = 0

    def keep(self, tensor: torch.Tensor) -> torch.Tensor:
        """A copy to keep in place of a tensor; what is not on a CPU stays where it is."""
        import torch

        if tensor.device.type != "cpu":
            return tensor
        size = tensor.numel() * tensor.element_size()
        if self._board is None or self._filled + size > len(self._board):
            self._board, self._filled = torch.empty(max(_BOARD, size), dtype=torch.uint8), 0
        place = self._board[self._filled : self._filled + size]
        self._filled += -(-size // _ALIGNED) * _ALIGNED
        return place.view(tensor.dtype).view(tensor.shape).copy_(tensor)


def clear() -> None:
    """Forget all that is kept."""
    with _lock:
        _free.clear()
