"""Teacher-forced reading of given translations: log-probabilities and attention of text the model did not choose."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch

from workbench.engine.models.base import Decodable
from workbench.engine.search.decoding import Check, Decoded, Sentence, begin_tokens, no_check, pad_sources
from workbench.engine.text.special_ids import PAD


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
    """
    src, lengths = pad_sources(sentences, device)
    memory = model.encode(src, lengths)
    state = model.start(memory)
    wanted, _ = pad_sources([Sentence(t) for t in targets], device)  # [batch, steps]
    tokens = begin_tokens(len(sentences), device)
    logprobs, attention, layers = [], [], []
    for step in range(wanted.shape[1]):
        check()
        out = model.step(tokens, state, memory)
        state, tokens = out.state, wanted[:, step]
        logits = out.logits.float()
        logprobs.append(logits.gather(1, tokens[:, None])[:, 0] - torch.logsumexp(logits, -1))
        if out.attention is not None:
            attention.append(out.attention)
            if out.layers is not None:
                layers.append(out.layers)
    scores = torch.stack(logprobs, 1).cpu().numpy()  # [batch, steps]
    matrix = torch.stack(attention, 1).cpu().numpy() if attention else None
    stacked = torch.stack(layers, 3).cpu().numpy() if layers else None  # [batch, layer, head, steps, source]
    results = []
    for row, (sentence, target) in enumerate(zip(sentences, targets, strict=True)):
        steps, source = len(target), len(sentence.ids)
        assert PAD not in target, "a target is forced without padding"
        results.append(
            Decoded(
                ids=np.asarray(target, dtype=np.int64),
                score=float(scores[row, :steps].mean()),
                logprobs=scores[row, :steps],
                attention=None if matrix is None else matrix[row, :steps, :source],
                layers=None if stacked is None else stacked[row, :, :, :steps, :source],
            )
        )
    return results
