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
        ctx: Any,
        hidden: Tensor,
        weight: Tensor,
        bias: Tensor,
        target: Tensor,
        smoothing: float,
        rdrop: float,
        dtype: Any,
    ) -> tuple[Tensor, Tensor]:
        wide = torch.float64 if hidden.dtype == torch.float64 else torch.float32
        vocab = weight.shape[0]
        need_grad = any(ctx.needs_input_grad[:3])
        with torch.autocast(hidden.device.type, enabled=False):
            w, b = weight.to(dtype), bias.to(dtype)
            views, count, size = hidden.shape
            # whole multiples of 64 rows: kernels are made and kept for each shape; the rows added count for nothing
            h = F.pad(hidden.to(dtype), (0, 0, 0, -count % 64))
            loss = torch.zeros((), dtype=wide, device=hidden.device)
            nll = torch.zeros((), dtype=wide, device=hidden.device)
            d_hidden: Any = torch.empty_like(h) if need_grad else None
            d_weight: Any = None
            d_bias: Any = torch.zeros(vocab, dtype=wide, device=weight.device) if need_grad else None
            inner = INNER // views
            for start in range(0, h.shape[1], CHUNK):
                outer = h[:, start : start + CHUNK]
                grads = buffers.take((views, outer.shape[1], vocab), dtype, outer.device) if need_grad else None
                for first in range(0, outer.shape[1], inner):
                    rows = outer[:, first : first + inner]
                    y = target[start + first : start + first + rows.shape[1], None].expand(views, -1, -1)
                    logits = torch.addmm(b, rows.reshape(-1, size), w.t()).view(views, -1, vocab)
                    scores = torch.log_softmax(logits[:, : y.shape[1]], -1, dtype=wide)
                    picked = -scores.gather(2, y).sum() / views
                    nll += picked
                    loss += (1 - smoothing) * picked - smoothing / vocab / views * scores.sum()
                    if views == 2 and rdrop:
                        # log-ratio of the two distributions and both divergences; the second view sees the opposite
                        ratio = scores[:1] - scores[1:]
                        ratio = torch.cat([ratio, -ratio])
                        grad = scores.exp_()
                        apart = (grad * ratio).sum(-1, keepdim=True)
                        loss += rdrop / 4 * apart.sum()
                        # of both divergences with respect to each view's own logits
                        pull = ratio.sub_(apart).mul_(grad).add_(grad).sub_(grad.flip(0)).mul_(rdrop / 2)
                        grad = grad + pull
                    elif grads is not None:
                        grad = scores.exp_()
                    if grads is not None:
                        # softmax minus the smoothed target
                        grad.sub_(smoothing / vocab)
                        grad.scatter_add_(2, y, torch.full_like(y, -(1 - smoothing), dtype=wide))
                        if views > 1:
                            grad /= views
                        d_bias += grad.sum((0, 1))
                        grads[:, first : first + y.shape[1]] = grad
                if grads is not None:
                    grads[:, max(0, count - start) :].zero_()
                    flat, rows = grads.view(-1, vocab), outer.reshape(-1, size)
                    d_hidden[:, start : start + CHUNK] = (flat @ w).view(outer.shape)
                    d_weight = d_weight + flat.t() @ rows if start else flat.t() @ rows
                    buffers.give(grads)
        if need_grad:
            ctx.save_for_backward(d_hidden[:, :count], d_weight, d_bias)
            ctx.dtypes = hidden.dtype, weight.dtype, bias.dtype
        ctx.mark_non_differentiable(nll)
        return loss, nll

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Any:
        scale = grads[0]
        found = [d.to(kind) * scale for d, kind in zip(ctx.saved_tensors, ctx.dtypes, strict=True)]
        return (*found, None, None, None, None)


def cross_entropy(
    hidden: Tensor,
    weight: Tensor,
    bias: Tensor | None,
    target: Tensor,
    smoothing: float,
    dtype: torch.dtype,
    rdrop: float = 0.0,
) -> tuple[Tensor, Tensor]:
    """Summed loss of the output layer's predictions.

    The smoothed target gives ``1 - smoothing`` to the right piece and spreads ``smoothing`` evenly over the whole
    vocabulary (Szegedy et al. 2016, section 7).

    Two views of the same tokens, made with other dropout, are also drawn together by half of both Kullback-Leibler
    divergences between their predictions (R-Drop, Wu et al. 2021, equation 4, halved as a whole so that one view and
    two equal ones give the same loss).

    Args:
        hidden: Decoder outputs ``[tokens, readout]``, or of two views ``[2, tokens, readout]``.
        weight: Output layer ``[vocab, readout]``.
        bias: ``[vocab]`` or None.
        target: Right pieces ``[tokens]``.
        smoothing: 0 to below 1.
        dtype: Type of the matrix products.
        rdrop: Weight alpha of the divergences.

    Returns:
        Sum of the objective (differentiable) and sum of the plain negative log-likelihood (not), in nats; means over
        the views.
    """
    if bias is None:
        bias = weight.new_zeros(weight.shape[0])
    if not torch.is_grad_enabled():  # an autograd function is not told, and would make gradients for nobody
        weight, bias = weight.detach(), bias.detach()
    if hidden.dim() == 2:
        hidden = hidden[None]
    result: tuple[Tensor, Tensor] = _FusedCrossEntropy.apply(hidden, weight, bias, target, smoothing, rdrop, dtype)
    return result
