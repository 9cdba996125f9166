"""What greedy search, sampling and beam search share: the sentences to decode and the raw results."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.core.errors import RunFailed
from workbench.engine.core.messages import Message
from workbench.engine.models.base import StepOutput
from workbench.engine.search.constraints.prefix import Prefix
from workbench.engine.text.special_ids import BOS, PAD

#: Called at every decoding step; raises ``Cancelled`` to stop.
Check = Callable[[], None]

#: A search: ``decode(model, sentences, search, device, check=, details=, limit=)``, one list for each sentence.
Decode = Callable[..., "list[list[Decoded]]"]


def no_check() -> None:
    """A check that never stops the decoding."""


@dataclass(frozen=True)
class Sentence:
    """One source sentence to decode.

    Attributes:
        ids: Source pieces, end-of-sentence last.
        prefix: What the translation must begin with.
        key: Seeds the draws of this sentence, whatever batch it is in.
    """

    ids: Sequence[int]
    prefix: Prefix | None = None
    key: int = 0


@dataclass(frozen=True)
class Decoded:
    """One finished hypothesis in piece ids.

    Attributes:
        ids: Target pieces ``[target]``, end-of-sentence last.
        score: Length-normalised log-probability with the coverage penalty.
        logprobs: Log-probability of each piece ``[target]``.
        attention: ``[target, source]`` over the real source positions; ``None`` unless asked for.
        layers: ``[layer, head, target, source]`` for models that have several, else ``None``.
        alternatives: Best pieces at each position, ids and log-probabilities ``[target, k]``.
    """

    ids: NDArray[np.int64]
    score: float
    logprobs: NDArray[np.float32]
    attention: NDArray[np.float32] | None = None
    layers: NDArray[np.float32] | None = None
    alternatives: tuple[NDArray[np.int64], NDArray[np.float32]] | None = None


def pad_sources(sentences: Sequence[Sentence], device: torch.device) -> tuple[Tensor, Tensor]:
    """The batch a model reads.

    Returns:
        Pieces ``[batch, source]`` on the device, padded with ``PAD``, and lengths ``[batch]`` on the CPU.
    """
    lengths = np.fromiter((len(s.ids) for s in sentences), dtype=np.int64, count=len(sentences))
    pieces = np.full((len(sentences), int(lengths.max())), PAD, dtype=np.int64)
    for row, sentence in enumerate(sentences):
        pieces[row, : len(sentence.ids)] = sentence.ids
    return torch.from_numpy(pieces).to(device), torch.from_numpy(lengths)


def attention_of(out: StepOutput) -> dict[str, Tensor]:
    """What a step looked at, where the model tells: ``attention`` and ``layers``, rows first."""
    found = {"attention": out.attention, "layers": out.layers}
    return {name: values for name, values in found.items() if values is not None}


def details_of(laid: Mapping[str, NDArray], row: int, length: int, source: int) -> dict[str, Any]:
    """Attention, layers and alternatives as one ``Decoded`` takes them.

    Args:
        laid: By name ``[rows, steps, ...]``, as the steps gave them; what was not kept is missing.
        row: The hypothesis' row.
        length: Its pieces, end-of-sentence included.
        source: Its source pieces.
    """
    cut = {name: values[row, :length] for name, values in laid.items()}
    layers = cut.get("layers")
    return {
        "attention": cut["attention"][:, :source] if "attention" in cut else None,
        "layers": None if layers is None else layers[..., :source].transpose(1, 2, 0, 3),
        "alternatives": (cut["top_ids"], cut["top_logprobs"]) if "top_ids" in cut else None,
    }


def checked(results: list[list[Decoded]]) -> list[list[Decoded]]:
    """What a search found, one list for each sentence.

    Raises:
        RunFailed: A sentence has no translation, or one whose score is no number: the model's weights are broken.
    """
    if not all(found and all(isfinite(one.score) for one in found) for found in results):
        raise RunFailed(
            Message("the model's scores are no numbers (not-a-number or infinite)"),
            advice=Message("Use another checkpoint, or train the run again at a lower learning rate."),
        )
    return results


def length_norm(length: int, alpha: float) -> float:
    """Length penalty ``((5 + length) / 6) ** alpha`` of Wu et al. (2016), equation 14; length includes the end."""
    return float(((5.0 + length) / 6.0) ** alpha)


def begin_tokens(rows: int, device: torch.device) -> Tensor:
    """The first decoder input of every row."""
    return torch.full((rows,), BOS, dtype=torch.long, device=device)
