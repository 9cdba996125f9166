"""Greedy search and sampling over a whole batch: one hypothesis a row, no beam bookkeeping."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.models.base import Decodable, Memory
from workbench.engine.search.decoding import (
    Check,
    Decoded,
    Sentence,
    begin_tokens,
    length_norm,
    no_check,
    pad_sources,
)
from workbench.engine.search.limits import Limits, MakeLimits, make_limits
from workbench.engine.search.sampling import Sampler
from workbench.engine.search.topk import top_k
from workbench.engine.text.special_ids import BOS, EOS


class _Record:
    """What the steps produced, kept on the device and brought over once at the end."""

    def __init__(self, details: bool) -> None:
        self.details = details
        self.rows: list[Tensor] = []
        self.pieces: list[Tensor] = []
        self.logprobs: list[Tensor] = []
        self.attention: list[Tensor] = []
        self.layers: list[Tensor] = []
        self.top_ids: list[Tensor] = []
        self.top_logprobs: list[Tensor] = []

    def spread(self, values: list[Tensor], count: int) -> NDArray:
        """Lay step-wise rows out as ``[batch, steps, ...]``."""
        flat = torch.cat(values).cpu().numpy()
        rows = torch.cat(self.rows).cpu().numpy()
        steps = np.repeat(np.arange(len(self.rows)), [len(r) for r in self.rows])
        laid = np.zeros((count, len(self.rows), *flat.shape[1:]), dtype=flat.dtype)
        laid[rows, steps] = flat
        return laid


@torch.inference_mode()
def greedy(
    model: Decodable,
    sentences: Sequence[Sentence],
    search: SearchConfig,
    device: torch.device,
    *,
    check: Check = no_check,
    details: bool = False,
    limit: MakeLimits = make_limits,
) -> list[list[Decoded]]:
    """Decode a batch, taking the best piece at each step, or drawing one when ``search.sampling`` is on.

    Args:
        model: Whatever can be decoded.
        sentences: The batch, not empty.
        search: Lengths, penalties, sampling; with sampling, ``nbest`` independent draws a sentence.
        device: Where the model is.
        check: Called at every step.
        details: Whether attention and alternatives are kept.
        limit: Makes what the translations must obey.

    Returns:
        One list for each sentence, best first.
    """
    draws = search.nbest if search.sampling else 1
    repeated = [sentence for sentence in sentences for _ in range(draws)]
    src, lengths = pad_sources(sentences, device)
    memory = model.encode(src, lengths)
    if draws > 1:
        memory = memory.reorder(torch.arange(len(sentences)).repeat_interleave(draws))
    limits = limit(repeated, search, device)
    sampler = Sampler(repeated, search, limits.lengths.last_limit + 1, draws, device) if search.sampling else None
    record = _run(model, memory, limits, sampler, search, check, details)
    decoded = _collect(record, repeated, search)
    groups = [decoded[i : i + draws] for i in range(0, len(decoded), draws)]
    return [sorted(group, key=lambda d: -d.score) for group in groups]


def _run(
    model: Decodable,
    memory: Memory,
    limits: Limits,
    sampler: Sampler | None,
    search: SearchConfig,
    check: Check,
    details: bool,
) -> _Record:
    """Step until every row has ended; rows that have leave the batch once an eighth of it is done."""
    count = memory.mask.shape[0]
    device = memory.mask.device
    record = _Record(details)
    state = model.start(memory)
    tokens = begin_tokens(count, device)
    alive = torch.arange(count, device=device)
    ended = torch.zeros(count, dtype=torch.bool, device=device)
    for step in range(limits.lengths.last_limit + 1):
        check()
        out = model.step(tokens, state, memory)
        state, scores = out.state, torch.log_softmax(out.logits.float(), -1)
        scores[:, : BOS + 1] = -torch.inf  # padding, unknown and begin are never produced
        limits.hide(step, scores)
        if details and search.alternatives:
            values, pieces = top_k(scores, min(search.alternatives, scores.shape[1] - BOS - 1))
            record.top_ids.append(pieces)
            record.top_logprobs.append(values)
        limits.restrict(step, scores)
        # max() is three times as fast as argmax() on a CPU
        tokens = scores.max(-1).indices if sampler is None else sampler.draw(scores, step)
        record.rows.append(alive)
        record.pieces.append(tokens)
        record.logprobs.append(scores.gather(1, tokens[:, None])[:, 0])
        if details and out.attention is not None:
            record.attention.append(out.attention)
            if out.layers is not None:
                record.layers.append(out.layers)
        ended = ended | (tokens == EOS)
        finished = int(ended.sum())
        if finished == len(ended):
            break
        limits.follow(None, tokens)
        if finished * 8 >= len(ended):  # enough have ended to pay for the copy
            stay = torch.nonzero(~ended).flatten()
            memory, state = memory.reorder(stay), model.reorder(state, stay)
            tokens, alive, ended = tokens[stay], alive[stay], ended[stay]
            limits.keep(stay, stay)
            if sampler is not None:
                sampler.keep(stay)
    return record


def _collect(record: _Record, sentences: Sequence[Sentence], search: SearchConfig) -> list[Decoded]:
    count = len(sentences)
    pieces = record.spread(record.pieces, count)  # [batch, steps]
    logprobs = record.spread(record.logprobs, count)
    attention = record.spread(record.attention, count) if record.attention else None
    layers = record.spread(record.layers, count) if record.layers else None
    top_ids = record.spread(record.top_ids, count) if record.top_ids else None
    top_logprobs = record.spread(record.top_logprobs, count) if record.top_ids else None
    decoded = []
    for row, length in enumerate((pieces == EOS).argmax(1) + 1):
        source = len(sentences[row].ids)
        matrix = None if attention is None else attention[row, :length, :source]
        decoded.append(
            Decoded(
                ids=pieces[row, :length],
                score=float(logprobs[row, :length].sum()) / length_norm(int(length), search.length_penalty),
                logprobs=logprobs[row, :length],
                attention=matrix,
                layers=None if layers is None else layers[row, :length, ..., :source].transpose(1, 2, 0, 3),
                alternatives=None
                if top_ids is None or top_logprobs is None
                else (top_ids[row, :length], top_logprobs[row, :length]),
            )
        )
    return decoded
