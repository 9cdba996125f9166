"""The decoder's recurrent cells with int8 products."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from workbench.engine.models.quantized import QuantizedLinear


class _QuantizedCell(nn.Module):
    """The two products of a recurrent cell."""

    def __init__(self, cell: nn.RNNCellBase) -> None:
        super().__init__()
        self._input = QuantizedLinear(cell.weight_ih, cell.bias_ih)
        self._hidden = QuantizedLinear(cell.weight_hh, cell.bias_hh)


class QuantizedLSTMCell(_QuantizedCell):
    """``nn.LSTMCell`` with int8 products."""

    def forward(self, x: Tensor, state: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Next ``(h, c)``."""
        h, c = state
        i, f, g, o = (self._input(x) + self._hidden(h)).chunk(4, -1)
        c = f.sigmoid() * c + i.sigmoid() * g.tanh()
        return o.sigmoid() * c.tanh(), c


class QuantizedGRUCell(_QuantizedCell):
    """``nn.GRUCell`` with int8 products."""

    def forward(self, x: Tensor, h: Tensor) -> Tensor:
        """Next ``h``."""
        xr, xz, xn = self._input(x).chunk(3, -1)
        hr, hz, hn = self._hidden(h).chunk(3, -1)
        z = (xz + hz).sigmoid()
        n = (xn + (xr + hr).sigmoid() * hn).tanh()
        return torch.lerp(n, h, z)
