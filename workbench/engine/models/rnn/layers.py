"""Layers of the recurrent model: attention over an encoder's outputs, dropout, and cells for decoding."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from workbench.engine.device.precision import packed_half
from workbench.engine.models.half_weights import half_product, takes_half
from workbench.engine.models.quantized import QuantizedLinear
from workbench.engine.models.shapes import linear


def masked_softmax(scores: Tensor, mask: Tensor) -> Tensor:
    """Softmax over the last dimension, exactly zero where ``mask`` is False.

    Args:
        scores: ``[..., source]``.
        mask: Broadcastable to it; every row has at least one True.
    """
    wide = scores if scores.dtype == torch.float64 else scores.float()
    return torch.softmax(wide.masked_fill(~mask, float("-inf")), -1)


class AdditiveAttention(nn.Module):
    """Additive: ``v . tanh(W_q s + W_k h)``, Bahdanau et al. (2015), appendix A.1.2.

    Worked out as ``2 v . sigmoid(2 W_q s + 2 W_k h)``: since tanh(x) = 2 sigmoid(2 x) - 1 that is the same number and a
    constant, which the softmax over the source takes out again, and a CPU needs a quarter of the time for it.
    """

    def __init__(self, query_size: int, memory_size: int, size: int) -> None:
        super().__init__()
        self.query = nn.Linear(query_size, size, bias=False)
        self.key = nn.Linear(memory_size, size)
        self.v = nn.Parameter(torch.empty(size))

    def keys(self, memory: Tensor) -> Tensor:
        """Keys ``2 W_k h``, ``[batch, source, attention]``, of ``[batch, source, memory]``; once a sentence."""
        return linear(self.key, memory) * 2

    def query_weights(self) -> Tensor:
        """``2 W_q``, ``[attention, hidden]``."""
        return 2 * self.query.weight

    def score_weights(self) -> Tensor:
        """``2 v``, ``[attention]``."""
        return 2 * self.v

    def forward(self, query: Tensor, keys: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Attend once.

        Args:
            query: Decoder state ``[batch, hidden]``.
            keys: ``[batch, source, attention]``.
            memory: ``[batch, source, memory]``.
            mask: ``[batch, source]``.

        Returns:
            Context ``[batch, memory]`` and weights ``[batch, source]``.
        """
        x = torch.add(keys, self.query(query)[:, None], alpha=2)
        energy = torch.sigmoid(x if x.dtype == torch.float64 else x.float())  # near a half bfloat16 has few digits
        with torch.autocast(x.device.type, enabled=False):
            weights = masked_softmax(energy @ self.score_weights().to(energy.dtype), mask)
        return torch.bmm(weights[:, None].to(memory.dtype), memory).squeeze(1), weights


class MultiplicativeAttention(nn.Module):
    """Multiplicative: dot product or general (``s W h``), Luong et al. (2015), section 3.1."""

    def __init__(self, query_size: int, memory_size: int, general: bool) -> None:
        super().__init__()
        self.key = nn.Linear(memory_size, query_size, bias=False) if general else nn.Identity()

    def keys(self, memory: Tensor) -> Tensor:
        """Keys ``[batch, source, hidden]``; the general form's matrix is folded into them once a sentence."""
        keys: Tensor = self.key(memory)
        return keys

    def forward(self, query: Tensor, keys: Tensor, memory: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Attend with one query ``[batch, hidden]`` or all of them ``[batch, target, hidden]``; see additive."""
        single = query.dim() == 2
        queries = query[:, None] if single else query
        weights = masked_softmax(torch.bmm(queries, keys.to(queries.dtype).transpose(1, 2)), mask[:, None])
        context = torch.bmm(weights.to(memory.dtype), memory)
        return (context.squeeze(1), weights.squeeze(1)) if single else (context, weights)


class Dropout(nn.Module):
    """Dropout (Srivastava et al. 2014) with inverted scaling.

    On a CPU a unit stays or goes by one random byte, since drawing a number for each took longer than using it. So the
    share is rounded to whole 256ths; what stays is scaled by exactly that share, so the mean is kept.
    """

    def __init__(self, p: float) -> None:
        super().__init__()
        self.p = p

    def forward(self, x: Tensor) -> Tensor:
        """Drop units of a tensor of any shape, in training only."""
        if not self.training or not self.p:
            return x
        threshold = round(self.p * 256)
        if x.device.type != "cpu" or not 0 < threshold < 256:
            return F.dropout(x, self.p)
        count = x.numel()
        words = torch.empty(-(-count // 8), dtype=torch.int64).random_(-(2**63), None)
        kept = words.view(torch.uint8)[:count].view(x.shape) >= threshold
        return x * (kept * (256 / (256 - threshold))).to(x.dtype)


def lstm_step(gates: Tensor, c: Tensor) -> tuple[Tensor, Tensor]:
    """Next ``(h, c)`` of an LSTM from the sums before its gates ``[batch, 4 hidden]``, in torch's order."""
    i, f, g, o = gates.chunk(4, -1)
    c = f.sigmoid() * c + i.sigmoid() * g.tanh()
    return o.sigmoid() * c.tanh(), c


def gru_step(of_input: Tensor, of_hidden: Tensor, h: Tensor) -> Tensor:
    """Next ``h`` of a GRU from the products of its input and of ``h``, both ``[batch, 3 hidden]``, in torch's order."""
    xr, xz, xn = of_input.chunk(3, -1)
    hr, hz, hn = of_hidden.chunk(3, -1)
    z = (xz + hz).sigmoid()
    n = (xn + (xr + hr).sigmoid() * hn).tanh()
    return torch.lerp(n, h, z)


class _QuantizedCell(nn.Module):
    """The two products of a recurrent cell in int8, for decoding."""

    def __init__(self, cell: nn.RNNCellBase) -> None:
        super().__init__()
        self._input = QuantizedLinear(cell.weight_ih, cell.bias_ih)
        self._hidden = QuantizedLinear(cell.weight_hh, cell.bias_hh)


class QuantizedLSTMCell(_QuantizedCell):
    """``nn.LSTMCell`` with int8 products."""

    def forward(self, x: Tensor, state: tuple[Tensor, Tensor]) -> tuple[Tensor, Tensor]:
        """Next ``(h, c)``."""
        return lstm_step(self._input(x) + self._hidden(state[0]), state[1])


class QuantizedGRUCell(_QuantizedCell):
    """``nn.GRUCell`` with int8 products."""

    def forward(self, x: Tensor, h: Tensor) -> Tensor:
        """Next ``h``."""
        return gru_step(self._input(x), self._hidden(h), h)


class HalfLSTMCell(nn.LSTMCell):
    """A cell that shares another one's parameters and holds its weights in half precision, too."""

    def __init__(self, cell: nn.LSTMCell) -> None:
        _share(self, cell)

    def forward(self, x: Tensor, state: tuple[Tensor, Tensor] | None = None) -> tuple[Tensor, Tensor]:
        """See ``nn.LSTMCell``."""
        if state is None or not takes_half(x):
            return super().forward(x, state)
        return lstm_step(half_product(x, self._of_input) + half_product(state[0], self._of_hidden), state[1])


class HalfGRUCell(nn.GRUCell):
    """A cell that shares another one's parameters and holds its weights in half precision, too."""

    def __init__(self, cell: nn.GRUCell) -> None:
        _share(self, cell)

    def forward(self, x: Tensor, h: Tensor | None = None) -> Tensor:
        """See ``nn.GRUCell``."""
        if h is None or not takes_half(x):
            return super().forward(x, h)
        return gru_step(half_product(x, self._of_input), half_product(h, self._of_hidden), h)


def _share(half: HalfLSTMCell | HalfGRUCell, cell: nn.RNNCellBase) -> None:
    nn.Module.__init__(half)
    half.input_size, half.hidden_size, half.bias = cell.input_size, cell.hidden_size, cell.bias
    for name, parameter in cell.named_parameters():
        half.register_parameter(name, parameter)
    biases = [None if bias is None else bias.detach() for bias in (cell.bias_ih, cell.bias_hh)]
    half._of_input = packed_half(cell.weight_ih.detach(), biases[0])
    half._of_hidden = packed_half(cell.weight_hh.detach(), biases[1])
