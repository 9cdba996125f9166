"""Fused recurrences: the fast training path of the recurrent models, on any device and in any float type.

What all have in common: everything that does not depend on the previous step is computed for all steps at once
before the loop (gate products of the inputs, attention keys) or after it (one product for each weight gradient).
Only the true recurrence is a loop, and one matrix product a step serves the gates and the attention query together.
Autograd casts a gradient to the type of what it is of. ``model.py``'s plain path computes the same numbers step by step
and is what these functions are tested against.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

from workbench.engine.device import buffers

_sigmoid_backward = torch.ops.aten.sigmoid_backward.grad_input
_tanh_backward = torch.ops.aten.tanh_backward.grad_input


def _lstm_forward(gx: Tensor, gh: Tensor, c: Tensor, act: Tensor, c_next: Tensor, tanh_c: Tensor, h: Tensor) -> None:
    """One LSTM step on ``[batch, hidden]``; gates in PyTorch's order i, f, g, o are left activated in ``act``."""
    size = c.shape[-1]
    torch.add(gx, gh, out=act)
    act[..., : 2 * size].sigmoid_()
    act[..., 2 * size : 3 * size].tanh_()
    act[..., 3 * size :].sigmoid_()
    i, f, g, o = act.chunk(4, -1)
    torch.mul(f, c, out=c_next)
    c_next.addcmul_(i, g)
    torch.tanh(c_next, out=tanh_c)
    torch.mul(o, tanh_c, out=h)


def _lstm_backward(dh: Tensor, dc: Tensor, act: Tensor, c: Tensor, tanh_c: Tensor, dg: Tensor) -> Tensor:
    """Gradient of one LSTM step; writes the gate gradients into ``dg`` and returns the one of the previous cell."""
    i, f, g, o = act.chunk(4, -1)
    di, df, dgg, do = dg.chunk(4, -1)
    _sigmoid_backward(dh * tanh_c, o, grad_input=do)
    dc = dc + torch.ops.aten.tanh_backward(dh * o, tanh_c)
    _sigmoid_backward(dc * g, i, grad_input=di)
    _sigmoid_backward(dc * c, f, grad_input=df)
    _tanh_backward(dc * i, g, grad_input=dgg)
    return dc * f


def _gru_forward(gx: Tensor, gh: Tensor, h: Tensor, act: Tensor, gh_n: Tensor, h_next: Tensor) -> None:
    """One GRU step on ``[batch, hidden]``; gates in PyTorch's order r, z, n are left activated in ``act``."""
    size = h.shape[-1]
    torch.add(gx[..., : 2 * size], gh[..., : 2 * size], out=act[..., : 2 * size])
    act[..., : 2 * size].sigmoid_()
    r, z, n = act.chunk(3, -1)
    gh_n.copy_(gh[..., 2 * size :])
    torch.addcmul(gx[..., 2 * size :].to(act.dtype), r, gh_n, out=n)
    n.tanh_()
    torch.lerp(n, h, z, out=h_next)


def _gru_backward(dh: Tensor, act: Tensor, gh_n: Tensor, h: Tensor, dgx: Tensor, dgh: Tensor) -> Tensor:
    """Gradient of one GRU step; returns the direct part of the gradient of the previous state."""
    r, z, n = act.chunk(3, -1)
    size = h.shape[-1]
    dn = dgx[..., 2 * size :]
    _sigmoid_backward(dh * (h - n), z, grad_input=dgx[..., size : 2 * size])
    _tanh_backward(dh * (1 - z), n, grad_input=dn)
    _sigmoid_backward(dn * gh_n, r, grad_input=dgx[..., :size])
    dgh[..., : 2 * size] = dgx[..., : 2 * size]
    torch.mul(dn, r, out=dgh[..., 2 * size :])
    return dh * z


def _round(count: int, most: int) -> int:
    """Rows of a product: few different numbers, since the kernels are made and kept for each."""
    return min(-(-count // 8) * 8, most)


def _states(
    like: Tensor, before: tuple[int, ...], steps: int, rows: int, size: int, room: int, dtype: torch.dtype
) -> tuple[Tensor, Tensor]:
    """Room for the states before and after every step: flat, with zeros at its end, and by step."""
    used = (steps + 1) * rows
    flat = like.new_empty(*before, max(used, room), size, dtype=dtype)
    flat[..., used:, :].zero_()
    return flat, flat[..., :used, :].view(*before, steps + 1, rows, size)


class _Gradients:
    """Gate gradients of all steps in the type of the matrix products.

    Each step works on float32 (or float64) scratch that stays in the caches; only the narrow copy is kept, for the
    products of the weight gradients. Where both types are one there is no copy.

    Attributes:
        flat: ``[..., room, size]``; zero after the last step, so that the products can have few different shapes.
        all: The steps in it, ``[steps, ..., rows, size]``.
    """

    def __init__(
        self, like: Tensor, before: tuple[int, ...], steps: int, rows: int, size: int, room: int, dtype: torch.dtype
    ) -> None:
        self.flat = like.new_empty(*before, room, size, dtype=dtype)
        self.flat[..., steps * rows :, :].zero_()
        self.all = self.flat[..., : steps * rows, :].view(*before, steps, rows, size)
        if before:
            self.all = self.all.transpose(0, 1)
        self._scratch = None if dtype == like.dtype else like.new_empty(*before, rows, size)

    def at(self, step: int) -> Tensor:
        """Where the gradients of this step are written."""
        return self.all[step] if self._scratch is None else self._scratch

    def keep(self, step: int, where: Any = ...) -> Tensor:
        """Keep what was written, or a part of it, and return it narrow."""
        if self._scratch is not None:
            self.all[step][where].copy_(self._scratch[where])
        return self.all[step][where]


def _lend(training: bool, *tensors: Tensor) -> tuple[Tensor, ...]:
    """Give buffers back at once where no backward pass will come; else return them, to be given back in it."""
    if training:
        return tensors
    buffers.give(*tensors)
    return ()


class _Sequence(torch.autograd.Function):
    """A recurrent layer over whole sequences, one or two directions at once, rows leaving as they end."""

    @staticmethod
    def forward(
        ctx: Any, kind: str, gx: Tensor, h0: Tensor, c0: Tensor, w: Tensor, b: Tensor, active: list[int], dtype: Any
    ) -> tuple[Tensor, Tensor, Tensor]:
        directions, room, gates = gx.shape
        steps, rows, size = len(active), *h0.shape[1:]
        lstm = kind == "lstm"
        wide = gx.dtype if gx.dtype == torch.float64 else torch.float32
        gx = gx[:, : steps * rows].view(directions, steps, rows, gates)
        with torch.autocast(gx.device.type, enabled=False):
            narrow_w = w.to(dtype)
            w_t = [narrow_w[d].t() for d in range(directions)]
            bias = [b[d].to(dtype) for d in range(directions)]
            flat_hs, hs = _states(gx, (directions,), steps, rows, size, room, dtype)
            out = gx.new_empty(directions, steps, rows, size, dtype=dtype)
            act = buffers.take((steps, directions, rows, gates), wide, gx.device)
            # LSTM: cells and their tanh; GRU: the recurrent part of the candidate
            cells = buffers.take((steps + 1, directions, rows, size), wide, gx.device)
            extra = buffers.take((steps, directions, rows, size), wide, gx.device)
            hs[:, 0] = h0
            cells[0] = c0
            h_wide = h0.to(wide, copy=True)
            gh = gx.new_empty(directions, rows, gates, dtype=dtype)
            for t in range(steps):
                n = active[t]
                full = _round(n, rows)
                for d in range(directions):
                    torch.addmm(bias[d], hs[d, t, :full], w_t[d], out=gh[d, :full])
                if n < rows:  # ended rows keep their last state
                    hs[:, t + 1, n:] = hs[:, t, n:]
                    cells[t + 1, :, n:] = cells[t, :, n:]
                    out[:, t, n:].zero_()
                if lstm:
                    h_new, old, new = h_wide[:, :n], cells[t, :, :n], cells[t + 1, :, :n]
                    _lstm_forward(gx[:, t, :n], gh[:, :n], old, act[t, :, :n], new, extra[t, :, :n], h_new)
                else:
                    h_new = torch.empty_like(h_wide[:, :n])
                    _gru_forward(gx[:, t, :n], gh[:, :n], h_wide[:, :n], act[t, :, :n], extra[t, :, :n], h_new)
                    h_wide[:, :n] = h_new
                hs[:, t + 1, :n] = h_new
                out[:, t, :n] = h_new
        ctx.save_for_backward(flat_hs, act, cells, extra, narrow_w)
        ctx.kind, ctx.active, ctx.room, ctx.dtype = kind, active, room, dtype
        last = cells[steps].to(c0.dtype, copy=True)
        ctx.lent = _lend(any(ctx.needs_input_grad), act, cells, extra)
        return out, hs[:, steps].clone(), last

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Any:
        d_out, d_h, d_c = grads
        flat_hs, act, cells, extra, weight = ctx.saved_tensors
        steps, directions, rows, gates = act.shape
        lstm = ctx.kind == "lstm"
        wide, room = act.dtype, ctx.room
        hs = flat_hs[:, : (steps + 1) * rows].view(directions, steps + 1, rows, -1)
        with torch.autocast(act.device.type, enabled=False):
            inputs = _Gradients(act, (directions,), steps, rows, gates, room, ctx.dtype)
            states = inputs if lstm else _Gradients(act, (directions,), steps, rows, gates, room, ctx.dtype)
            dh, dc = d_h.to(wide, copy=True), d_c.to(wide, copy=True)
            db = act.new_zeros(directions, gates)
            for t in range(steps - 1, -1, -1):
                n = ctx.active[t]
                dgx, dgh = inputs.at(t), states.at(t)
                if n < rows:
                    dgx[:, n:].zero_()
                    dgh[:, n:].zero_()
                dh[:, :n] += d_out[:, t, :n]
                if lstm:
                    dc[:, :n] = _lstm_backward(
                        dh[:, :n], dc[:, :n], act[t, :, :n], cells[t, :, :n], extra[t, :, :n], dgx[:, :n]
                    )
                else:
                    direct = _gru_backward(
                        dh[:, :n], act[t, :, :n], extra[t, :, :n], hs[:, t, :n].to(wide), dgx[:, :n], dgh[:, :n]
                    )
                    inputs.keep(t)
                db += dgh.sum(1)
                narrow = states.keep(t)
                for d in range(directions):
                    back = (narrow[d, : _round(n, rows)] @ weight[d])[:n]
                    dh[d, :n] = back if lstm else direct[d] + back
            dw = torch.stack([states.flat[d].t() @ flat_hs[d, :room] for d in range(directions)])
        buffers.give(*ctx.lent)
        ctx.lent = ()
        return None, inputs.flat, dh, dc if lstm else None, dw, db, None, None


def run_sequence(
    kind: str, gx: Tensor, h0: Tensor, c0: Tensor, w: Tensor, b: Tensor, active: list[int], dtype: torch.dtype
) -> tuple[Tensor, Tensor, Tensor]:
    """A recurrent layer over whole sequences.

    Args:
        kind: "lstm" or "gru".
        gx: Gate products of the inputs, bias included, ``[directions, time * batch, gates]``; rows after these are
            not looked at, and may be there so that products have few different shapes.
        h0: First hidden states ``[directions, batch, hidden]``.
        c0: First cell states, likewise; ignored by a GRU.
        w: Recurrent weights ``[directions, gates, hidden]``.
        b: Recurrent biases ``[directions, gates]``.
        active: Rows still running at each step, never increasing (rows are sorted by falling length).
        dtype: Type of the matrix products; gates and cells stay in float32 (or float64).

    Returns:
        Outputs ``[directions, time, batch, hidden]`` (zero after a row's end), last hidden and last cell states.
    """
    result: tuple[Tensor, Tensor, Tensor] = _Sequence.apply(kind, gx, h0, c0, w, b, active, dtype)
    return result


class _AdditiveAttention(torch.autograd.Function):
    """One recurrent layer whose cell reads the context of additive attention, scored with its previous state."""

    @staticmethod
    def forward(
        ctx: Any, kind: str, steps: int, dtype: Any, *tensors: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        gx, memory, keys, mask, h0, c0, w_h, b_h, w_c, v = tensors
        room, gates = gx.shape
        (rows, size), source = h0.shape, memory.shape[1]
        gx = gx[: steps * rows].view(steps, rows, gates)
        lstm = kind == "lstm"
        wide = torch.float64 if gx.dtype == torch.float64 else torch.float32
        # what is not a product of the recurrence is worked out wide: a sigmoid near a half has few digits in bfloat16
        with torch.autocast(gx.device.type, enabled=False):
            memory_s, keys_s, v_s = memory.to(wide), keys.to(wide), v.to(wide)
            w_h_n, b_h_n, w_c_n = w_h.to(dtype), b_h.to(dtype), w_c.to(dtype)
            w_h_t, w_c_t = w_h_n.t(), w_c_n.t()
            blocked = torch.zeros(mask.shape, dtype=wide, device=mask.device).masked_fill_(~mask, float("-inf"))
            flat_hs, hs = _states(gx, (), steps, rows, size, room, dtype)
            flat_contexts, contexts = _states(gx, (), steps - 1, rows, memory.shape[2], room, dtype)
            weights = gx.new_empty(steps, rows, source, dtype=wide)
            queries = gx.new_empty(steps, rows, keys.shape[2], dtype=wide)
            act = buffers.take((steps, rows, gates), wide, gx.device)
            cells = buffers.take((steps + 1, rows, size), wide, gx.device)
            extra = buffers.take((steps, rows, size), wide, gx.device)
            hs[0], cells[0] = h0, c0
            h_wide = h0.to(wide, copy=True)
            hq = gx.new_empty(rows, w_h.shape[0], dtype=dtype)
            gc = gx.new_empty(rows, gates, dtype=dtype)
            energy = torch.empty_like(keys_s)
            context = gx.new_empty(rows, 1, memory.shape[2], dtype=wide)
            for t in range(steps):
                torch.addmm(b_h_n, hs[t], w_h_t, out=hq)
                queries[t] = hq[:, gates:]
                # the energies, the largest tensors by far, are made again in the backward pass instead of kept
                torch.add(keys_s, queries[t, :, None], out=energy).sigmoid_()
                scores = torch.mv(energy.view(rows * source, -1), v_s).view(rows, source)
                a = torch.softmax(scores + blocked, -1)
                weights[t] = a
                torch.bmm(a[:, None], memory_s, out=context)
                contexts[t] = context[:, 0]
                torch.addmm(gx[t].to(dtype), contexts[t], w_c_t, out=gc)
                if lstm:
                    _lstm_forward(gc, hq[:, :gates], cells[t], act[t], cells[t + 1], extra[t], h_wide)
                else:
                    h_next = torch.empty_like(h_wide)
                    _gru_forward(gc, hq[:, :gates], h_wide, act[t], extra[t], h_next)
                    h_wide = h_next
                hs[t + 1] = h_wide
        ctx.save_for_backward(
            flat_hs, flat_contexts, weights, queries, act, cells, extra, memory_s, keys, w_h_n, w_c_n, v
        )
        ctx.kind, ctx.room, ctx.dtype = kind, room, dtype
        ctx.mark_non_differentiable(weights)
        last = cells[steps].to(c0.dtype, copy=True)
        ctx.lent = _lend(any(ctx.needs_input_grad), act, cells, extra)
        return hs[1:].clone(), contexts.clone(), weights, hs[steps].clone(), last

    @staticmethod
    def backward(ctx: Any, *grads: Tensor) -> Any:
        d_hs, d_contexts, _, d_h, d_c = grads
        flat_hs, flat_contexts, weights, queries, act, cells, extra, memory, keys, w_h, w_c, v = ctx.saved_tensors
        steps, rows, gates = act.shape
        room, hs = ctx.room, flat_hs[: (steps + 1) * rows].view(steps + 1, rows, -1)
        lstm, dtype, wide = ctx.kind == "lstm", ctx.dtype, act.dtype
        with torch.autocast(act.device.type, enabled=False):
            keys_s = keys.to(wide)
            v_wide = v.to(wide)
            # gate and query gradients side by side, so that one product sends both back through the state
            states = _Gradients(act, (), steps, rows, w_h.shape[0], room, dtype)
            inputs = None if lstm else _Gradients(act, (), steps, rows, gates, room, dtype)
            d_ctx = memory.new_empty(steps, rows, memory.shape[2])
            energy = torch.empty_like(keys_s)
            d_keys = buffers.take(tuple(keys.shape), wide, keys.device).zero_()
            dv = torch.zeros_like(v_wide)
            db_h = act.new_zeros(w_h.shape[0])
            dh, dc = d_h.to(wide), d_c.to(wide)
            gate, query = (..., slice(0, gates)), (..., slice(gates, None))
            for t in range(steps - 1, -1, -1):
                dh = dh + d_hs[t]
                dhq = states.at(t)
                if inputs is None:
                    dc = _lstm_backward(dh, dc, act[t], cells[t], extra[t], dhq[gate])
                    dgx, direct = states.keep(t, gate), None
                else:
                    direct = _gru_backward(dh, act[t], extra[t], hs[t].to(wide), inputs.at(t), dhq[gate])
                    dgx = inputs.keep(t)
                    states.keep(t, gate)
                d_ctx[t] = torch.addmm(d_contexts[t].to(dtype), dgx, w_c)
                # the other way round, memory times gradient, takes seven times as long on a CPU
                da = torch.bmm(d_ctx[t, :, None], memory.transpose(1, 2)).squeeze(1)
                a = weights[t]
                ds = a * (da - (a * da).sum(-1, keepdim=True))
                torch.add(keys_s, queries[t, :, None], out=energy).sigmoid_()
                dv += torch.mv(energy.view(-1, energy.shape[-1]).t(), ds.reshape(-1))
                torch.addcmul(energy, energy, energy, value=-1, out=energy)  # the slope of the sigmoid
                torch.mul(torch.bmm(ds[:, None], energy)[:, 0], v_wide, out=dhq[query])
                d_keys.addcmul_(ds[:, :, None], energy)
                db_h += dhq.sum(0)
                states.keep(t, query)
                dh = (states.all[t] @ w_h).to(wide)
                if direct is not None:
                    dh += direct
            d_gx = states.flat[gate] if inputs is None else inputs.flat
            dw_h, dw_c = states.flat.t() @ flat_hs[:room], d_gx.t() @ flat_contexts[:room]
            d_memory = torch.bmm(weights.permute(1, 2, 0), d_ctx.transpose(0, 1))
            d_keys_out = (d_keys * v_wide).to(keys.dtype)
            buffers.give(d_keys, *ctx.lent)
            ctx.lent = ()
        return None, None, None, d_gx, d_memory, d_keys_out, None, dh, dc if lstm else None, dw_h, db_h, dw_c, dv


def run_additive_attention(
    kind: str,
    gx: Tensor,
    steps: int,
    memory: Tensor,
    keys: Tensor,
    mask: Tensor,
    h0: Tensor,
    c0: Tensor,
    w_h: Tensor,
    b_h: Tensor,
    w_c: Tensor,
    v: Tensor,
    dtype: torch.dtype,
) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """A decoder layer with additive attention (Bahdanau et al. 2015, appendix A.2) over a whole target.

    Energies are ``v . sigmoid(keys + query)``, all three doubled by ``AdditiveAttention``, which says why.

    Args:
        kind: "lstm" or "gru".
        gx: Gate products of the inputs, bias included, ``[target * batch, gates]``; rows after these are not looked at.
        memory: Encoder outputs ``[batch, source, memory]``.
        keys: Attention keys ``[batch, source, attention]``.
        mask: True at real source positions ``[batch, source]``.
        h0: First hidden state ``[batch, hidden]``.
        c0: First cell state, likewise; ignored by a GRU.
        w_h: Recurrent and query weights, one above the other, ``[gates + attention, hidden]``.
        b_h: Their biases ``[gates + attention]``.
        w_c: Weights of the context in the gates ``[gates, memory]``.
        v: Score weights ``[attention]``.
        dtype: Type of the recurrence's matrix products; the attention is worked out in float32 (or float64).

    Returns:
        Hidden states ``[target, batch, hidden]``, contexts ``[target, batch, memory]``, attention
        ``[target, batch, source]`` (no gradient), last hidden and last cell state ``[batch, hidden]``.
    """
    if not torch.is_grad_enabled():  # an autograd function is not told, and would keep its buffers for nobody
        v = v.detach()
    result: tuple[Tensor, Tensor, Tensor, Tensor, Tensor] = _AdditiveAttention.apply(
        kind, steps, dtype, gx, memory, keys, mask, h0, c0, w_h, b_h, w_c, v
    )
    return result
