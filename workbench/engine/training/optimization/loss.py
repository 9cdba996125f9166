"""Label-smoothed cross-entropy fused with the output layer: no probability matrix outlives a chunk."""

from __future__ import annotations

from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor

from workbench.engine.device import buffers

#: Rows whose gradients are held at once; bounds memory at ``CHUNK x vocab``.
CHUNK = 4096
#: Rows of logits made by one product in a narrow type, for which a kernel is kept for every number of rows. In float32
#: all are made at once: two cores with AVX2 reach 98 GFLOP/s with 128 rows, 140 with a thousand.
INNER = 128
#: Rows of logits worked on at once, so that the passes over them stay within the caches.
ROWS = 64


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
            # a GPU has no such caches, and each piece costs it a dozen launches
            on_cpu = h.device.type == "cpu"
            inner = INNER // views if on_cpu and (dtype != wide or not need_grad) else CHUNK
            few = ROWS // views if on_cpu else CHUNK
            for start in range(0, h.shape[1], CHUNK):
                outer = h[:, start : start + CHUNK]
                # logits first, then their gradients
                grads: Any = buffers.take((views, outer.shape[1], vocab), dtype, outer.device) if need_grad else None
                for first in range(0, outer.shape[1], inner):
                    rows = outer[:, first : first + inner]
                    logits = _logits(rows, w, b, None if grads is None else grads[:, first : first + inner])
                    right = target[start + first : start + first + logits.shape[1], None]
                    for part, y in zip(logits.split(few, 1), right.split(few), strict=False):
                        part = part[:, : len(y)]
                        scores = _log_softmax(part, wide)
                        value, own, found = _objective(scores, y, smoothing, rdrop, need_grad)
                        loss += value
                        nll += own
                        for view, grad in enumerate(found):
                            d_bias += grad.sum(0)
                            if grad.data_ptr() != part[view].data_ptr():
                                part[view] = grad
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
        # in place: they are the loss's alone, and fresh memory for those of the weights took longer than the product
        found = [d.to(kind).mul_(grads[0]) for d, kind in zip(ctx.saved_tensors, ctx.dtypes, strict=True)]
        return (*found, None, None, None, None)


def _logits(rows: Tensor, w: Tensor, b: Tensor, room: Tensor | None) -> Tensor:
    """Logits ``[views, rows, vocab]`` of ``[views, rows, size]``, in the room given."""
    if room is None:
        return torch.addmm(b, rows.reshape(-1, rows.shape[2]), w.t()).view(len(rows), -1, len(w))
    for view, own in zip(rows, room, strict=True):
        torch.addmm(b, view, w.t(), out=own)
    return room


def _log_softmax(logits: Tensor, wide: torch.dtype) -> Tensor:
    """Over the last dimension; on a CPU in their own room where they are wide already."""
    if logits.dtype == wide and logits.device.type == "cpu":  # its kernel has read a row before it writes it
        return torch.log_softmax(logits, -1, out=logits)
    return torch.log_softmax(logits, -1, dtype=wide)


def _objective(
    scores: Tensor, target: Tensor, smoothing: float, rdrop: float, need_grad: bool
) -> tuple[Tensor, Tensor, list[Tensor]]:
    """Objective, negative log-likelihood and each view's gradient of log-probabilities ``[views, rows, vocab]``.

    ``target`` is ``[rows, 1]``; ``scores`` are overwritten.
    """
    views, _, vocab = scores.shape
    nll = -scores.gather(2, target.expand(views, -1, -1)).sum() / views
    loss = (1 - smoothing) * nll - smoothing / vocab / views * scores.sum()
    found: list[Tensor] = []
    if views == 2 and rdrop:
        apart, found = _apart(scores, rdrop)
        loss = loss + apart
    elif need_grad:
        found = [view.div_(views) if views > 1 else view for view in scores.exp_()]
    if not need_grad:
        return loss, nll, []
    for grad in found:
        # softmax minus the smoothed target
        grad.sub_(smoothing / vocab / views)
        grad.scatter_add_(1, target, torch.full_like(target, -(1 - smoothing) / views, dtype=grad.dtype))
    return loss, nll, found


def _apart(scores: Tensor, rdrop: float) -> tuple[Tensor, list[Tensor]]:
    """How far two views' predictions are apart, and what their logits get of it and of half a cross-entropy each.

    Args:
        scores: Log-probabilities ``[2, rows, vocab]``; overwritten.
        rdrop: Weight alpha.

    Returns:
        Summed loss, and ``[rows, vocab]`` for each view: the gradient less the right piece's and the smoothing's part.
    """
    ratio = scores[0] - scores[1]
    one, two = scores.exp_()
    # Kullback-Leibler divergence of each view from the other
    from_two = (one * ratio).sum(-1, keepdim=True)
    from_one = -(two * ratio).sum(-1, keepdim=True)
    # d/dz of both divergences: p (log-ratio - divergence) + p - q for the view's own p, the other's q; few passes
    k = rdrop / 4
    first = torch.add(0.5 + k - k * from_two, ratio, alpha=k).mul_(one).sub_(two, alpha=k)
    second = ratio.mul_(-k).add_(0.5 + k - k * from_one).mul_(two).sub_(one, alpha=k)
    return k * (from_two + from_one).sum(), [first, second]


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
