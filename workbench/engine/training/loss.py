"""Label-smoothed cross-entropy fused with the output layer: no probability matrix outlives a chunk."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from workbench.engine import buffers

#: Rows whose gradients are held at once; bounds memory at ``CHUNK x vocab``.
CHUNK = 4096
#: Rows of logits worked on at once, so that the passes over them stay within the caches.
INNER = 128


class _FusedCrossEntropy(torch.autograd.Function):
    """Output layer, softmax and cross-entropy in one; gradients are made while the logits are still at hand."""

    @staticmethod
    def forward(
        ctx: Any, hidden: Tensor, weight: Tensor, bias: Tensor, target: Tensor, smoothing: float, dtype: Any
    ) -> tuple[Tensor, Tensor]:
        wide = torch.float64 if hidden.dtype == torch.float64 else torch.float32
        vocab = weight.shape[0]
        need_grad = any(ctx.needs_input_grad[:3])
        with torch.autocast(hidden.device.type, enabled=False):
            w, b = weight.to(dtype), bias.to(dtype)
            count = hidden.shape[0]
            # whole multiples of 64 rows: kernels are made and kept for each shape; the rows added count for nothing
            h = F.pad(hidden.to(dtype), (0, 0, 0, -count % 64))
            loss = torch.zeros((), dtype=wide, device=hidden.device)
            nll = torch.zeros((), dtype=wide, device=hidden.device)
            d_hidden: Any = torch.empty_like(h) if need_grad else None
            d_weight: Any = None
            d_bias: Any = torch.zeros(vocab, dtype=wide, device=weight.device) if need_grad else None
            for start in range(0, h.shape[0], CHUNK):
                outer = h[start : start + CHUNK]
                grads = buffers.take((outer.shape[0], vocab), dtype, outer.device) if need_grad else None
                for first in range(0, outer.shape[0], INNER):
                    rows = outer[first : first + INNER]
                    y = target[start + first : start + first + rows.shape[0], None]
                    scores = torch.log_softmax(torch.addmm(b, rows, w.t())[: y.shape[0]], -1, dtype=wide)
                    picked = -scores.gather(1, y).sum()
                    nll += picked
                    loss += (1 - smoothing) * picked - smoothing * scores.sum() / vocab
                    if grads is not None:
                        # softmax minus the smoothed target
                        grad = scores.exp_().sub_(smoothing / vocab)
                        grad.scatter_add_(1, y, torch.full_like(y, -(1 - smoothing), dtype=wide))
                        d_bias += grad.sum(0)
                        grads[first : first + y.shape[0]] = grad
                if grads is not None:
                    grads[max(0, count - start) :].zero_()
                    torch.mm(grads, w, out=d_hidden[start : start + CHUNK])
                    d_weight = d_weight + grads.t() @ outer if start else grads.t() @ outer
                    buffers.give(grads)
        if need_grad:
            ctx.save_for_backward(d_hidden[:count], d_weight, d_bias)
            ctx.dtypes = hidden.dtype, weight.dtype, bias.dtype
        ctx.mark_non_differentiable(nll)
        return loss, nll

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Any:
        scale = grads[0]
        found = [d.to(kind) * scale for d, kind in zip(ctx.saved_tensors, ctx.dtypes, strict=True)]
        return (*found, None, None, None)


def cross_entropy(
    hidden: Tensor, weight: Tensor, bias: Tensor | None, target: Tensor, smoothing: float, dtype: torch.dtype
) -> tuple[Tensor, Tensor]:
    """Summed loss of the output layer's predictions.

    The smoothed target gives ``1 - smoothing`` to the right piece and spreads ``smoothing`` evenly over the whole
    vocabulary (Szegedy et al. 2016, section 7).

    Args:
        hidden: Decoder outputs ``[tokens, readout]``.
        weight: Output layer ``[vocab, readout]``.
        bias: ``[vocab]`` or None.
        target: Right pieces ``[tokens]``.
        smoothing: 0 to below 1.
        dtype: Type of the matrix products.

    Returns:
        Sum of the objective (differentiable) and sum of the plain negative log-likelihood (not), in nats.
    """
    if bias is None:
        bias = weight.new_zeros(weight.shape[0])
    result: tuple[Tensor, Tensor] = _FusedCrossEntropy.apply(hidden, weight, bias, target, smoothing, dtype)
    return result
