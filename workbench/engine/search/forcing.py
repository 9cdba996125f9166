"""Teacher-forced reading of given translations: log-probabilities and attention of text the model did not choose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from workbench.engine.core.types import Token
from workbench.engine.device.buffers import Shelf
from workbench.engine.models.base import Decodable
from workbench.engine.search.decoding import (
    Check,
    Decoded,
    Sentence,
    attention_of,
    begin_tokens,
    checked,
    details_of,
    no_check,
    pad_sources,
)
from workbench.engine.text.source.source_reader import Changes
from workbench.engine.text.special_ids import PAD


@dataclass(frozen=True)
class ForcedPair:
    """A sentence and a given translation of it as they are fed.

    Attributes:
        source: Raw text.
        tokens: Its pieces as shown, one for each of ``sentence``, end-of-sentence last.
        sentence: The source as it is fed.
        target: Target pieces, end-of-sentence last.
        case: What is done to the translation in writing it.
    """

    source: str
    tokens: tuple[Token, ...]
    sentence: Sentence
    target: list[int]
    case: Changes


@torch.inference_mode()
def force(
    model: Decodable,
    sentences: Sequence[Sentence],
    targets: Sequence[Sequence[int]],
    device: torch.device,
    *,
    check: Check = no_check,
) -> list[Decoded]:
    """Feed each target, end-of-sentence last, and record what the model thought of it.

    Returns:
        One result for each pair; ``score`` is the mean log-probability a piece.

    Raises:
        RunFailed: The model's scores are no numbers.
    """
    src, lengths = pad_sources(sentences, device)
    memory = model.encode(src, lengths)
    state = model.start(memory)
    wanted, _ = pad_sources([Sentence(t) for t in targets], device)  # [batch, steps]
    tokens = begin_tokens(len(sentences), device)
    steps: list[dict[str, Tensor]] = []
    shelf = Shelf()
    for step in range(wanted.shape[1]):
        check()
        out = model.step(tokens, state, memory)
        state, tokens = out.state, wanted[:, step]
        logits = out.logits.float()
        logprob = logits.gather(1, tokens[:, None])[:, 0] - torch.logsumexp(logits, -1)
        steps.append({name: shelf.keep(kept) for name, kept in ({"logprobs": logprob} | attention_of(out)).items()})
    laid = {name: torch.stack([step[name] for step in steps], 1).cpu().numpy() for name in steps[0]}
    results = []
    for row, (sentence, target) in enumerate(zip(sentences, targets, strict=True)):
        assert PAD not in target, "a target is forced without padding"
        ids, logprobs = np.asarray(target, dtype=np.int64), laid["logprobs"][row, : len(target)]
        details = details_of(laid, row, len(target), len(sentence.ids))
        results.append(Decoded(ids, float(logprobs.mean()), logprobs, **details))
    checked([[result] for result in results])
    return results
