"""Greedy search and sampling over a whole batch: one hypothesis a row, no beam bookkeeping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.device.buffers import Shelf
from workbench.engine.models.base import Decodable, Memory
from workbench.engine.search.decoding import (
    Check,
    Decoded,
    Sentence,
    attention_of,
    begin_tokens,
    checked,
    details_of,
    length_norm,
    no_check,
    pad_sources,
)
from workbench.engine.search.limits import Limits, MakeLimits, make_limits
from workbench.engine.search.sampling import Sampler
from workbench.engine.search.topk import top_k
from workbench.engine.text.special_ids import BOS, EOS


@dataclass
class _Step:
    """What one step produced, kept on the device and brought over once at the end.

    Attributes:
        rows: Rows of the batch that it was made for.
        values: By name, for each of them.
    """

    rows: Tensor
    values: dict[str, Tensor]


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

    Raises:
        RunFailed: The model's scores are no numbers.
    """
    draws = search.nbest if search.sampling else 1
    repeated = [sentence for sentence in sentences for _ in range(draws)]
    src, lengths = pad_sources(sentences, device)
    memory = model.encode(src, lengths)
    if draws > 1:
        memory = memory.reorder(torch.arange(len(sentences)).repeat_interleave(draws))
    limits = limit(repeated, search, device)
    sampler = Sampler(repeated, search, limits.lengths.last_limit + 1, draws, device) if search.sampling else None
    decoded = _collect(_run(model, memory, limits, sampler, search, check, details), repeated, search)
    groups = [decoded[i : i + draws] for i in range(0, len(decoded), draws)]
    return checked([sorted(group, key=lambda d: -d.score) for group in groups])


def _run(
    model: Decodable,
    memory: Memory,
    limits: Limits,
    sampler: Sampler | None,
    search: SearchConfig,
    check: Check,
    details: bool,
) -> list[_Step]:
    """Step until every row has ended; rows that have leave the batch once an eighth of it is done."""
    count = memory.mask.shape[0]
    device = memory.mask.device
    steps: list[_Step] = []
    shelf = Shelf()
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
        values = attention_of(out) if details else {}
        if details and search.alternatives:
            best = top_k(scores, min(search.alternatives, scores.shape[1] - BOS - 1))
            values["top_logprobs"], values["top_ids"] = best
        limits.restrict(step, scores)
        # max() is three times as fast as argmax() on a CPU
        tokens = scores.max(-1).indices if sampler is None else sampler.draw(scores, step)
        logprobs = scores.gather(1, tokens[:, None])[:, 0]
        values |= {"pieces": tokens, "logprobs": logprobs}
        steps.append(_Step(shelf.keep(alive), {name: shelf.keep(kept) for name, kept in values.items()}))
        ended = ended | (tokens == EOS) | logprobs.isnan()
        finished = int(ended.sum())
        if finished == len(ended):
            break
        if finished * 8 < len(ended):
            limits.follow(None, tokens)
        else:  # enough have ended to pay for the copy
            stay = torch.nonzero(~ended).flatten()
            memory, state = memory.reorder(stay), model.reorder(state, stay)
            tokens, alive, ended = tokens[stay], alive[stay], ended[stay]
            limits.follow(stay, tokens)
            if sampler is not None:
                sampler.keep(stay)
    return steps


def _collect(steps: Sequence[_Step], sentences: Sequence[Sentence], search: SearchConfig) -> list[Decoded]:
    rows = torch.cat([step.rows for step in steps]).cpu().numpy()
    numbers = np.repeat(np.arange(len(steps)), [len(step.rows) for step in steps])
    laid = {}
    for name in steps[0].values:
        flat = torch.cat([step.values[name] for step in steps]).cpu().numpy()
        laid[name] = np.zeros((len(sentences), len(steps), *flat.shape[1:]), dtype=flat.dtype)
        laid[name][rows, numbers] = flat
    decoded = []
    ends = (laid["pieces"] == EOS) | np.isnan(laid["logprobs"])
    for row, length in enumerate(ends.argmax(1) + 1):
        logprobs = laid["logprobs"][row, :length]
        score = float(logprobs.sum()) / length_norm(int(length), search.length_penalty)
        details = details_of(laid, row, length, len(sentences[row].ids))
        decoded.append(Decoded(laid["pieces"][row, :length], score, logprobs, **details))
    return decoded
