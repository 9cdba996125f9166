"""Attention over an encoder's outputs: additive (Bahdanau et al. 2015) and multiplicative (Luong et al. 2015)."""

from __future__ import annotations

import torch
from torch import Tensor, nn

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
    """``v . tanh(W_q s + W_k h)``, Bahdanau et al. (2015), appendix A.1.2."""

    def __init__(self, query_size: int, memory_size: int, size: int) -> None:
        super().__init__()
        self.query = nn.Linear(query_size, size, bias=False)
        self.key = nn.Linear(memory_size, size)
        self.v = nn.Parameter(torch.empty(size))

    def keys(self, memory: Tensor) -> Tensor:
        """Keys ``[batch, source, attention]`` of ``[batch, source, memory]``; computed once a sentence."""
        return linear(self.key, memory)

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
        energy = torch.tanh(keys + self.query(query)[:, None])
        weights = masked_softmax(energy @ self.v.to(energy.dtype), mask)
        return torch.bmm(weights[:, None].to(memory.dtype), memory).squeeze(1), weights


class MultiplicativeAttention(nn.Module):
    """Dot product or general (``s W h``), Luong et al. (2015), section 3.1."""

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
