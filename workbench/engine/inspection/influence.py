"""What a translation hangs on, measured beside the attention: source tokens left out, and gradient times input.

Both feed the same translation again (forced decoding) and tell, for each of its tokens, what each source token gave to
its log-probability, in nats, on the grid of the attention.

- **Left out**: the log-probability less that without the source token. The token is taken away, not replaced by the
  unknown piece: vocabularies that fall back to bytes never train that piece, so that it would bring noise of its own,
  and a shorter sentence is something that the model has read. A word is left out whole, with all of its pieces.
- **Gradient times input**: the gradient of the log-probability with respect to the source token's embedding, times the
  embedding, summed, which is the word saliency of Ding, Xu and Koehn (2019), "Saliency-driven Word Alignment
  Interpretation for Neural Machine Translation". The sign is kept in the numbers: below zero the token spoke against.
  How much a token matters is told by the magnitude: where the model is sure, a little more of the right word may be too
  much of it (label smoothing), and the sign turns. On the first 60 validation pairs of the sample corpus links by
  magnitude have an alignment error rate of 0.34, by the sign 0.52; left out has 0.14, attention 0.12.

How far they agree is told by Kendall's tau over the source tokens, averaged over the translation's tokens, as Jain and
Wallace (2019), "Attention is not Explanation", compared the same three, with magnitudes of the gradient.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import ATTENTION, GRADIENT, KINDS, OCCLUSION, Token, Translation
from workbench.engine.evaluation.ranks import kendall
from workbench.engine.models.base import Decodable
from workbench.engine.search.alignment import membership, merge_pieces
from workbench.engine.search.batches import POSITIONS, ROWS, threads_for
from workbench.engine.search.decoding import Check, Sentence, begin_tokens, no_check
from workbench.engine.search.forcing import ForcedPair, force
from workbench.engine.search.translator import Translator

#: Pieces of a sentence and its translation that are looked into: the work grows with the third power.
LONGEST = 200
#: Rows times steps times source positions of which the gradient keeps what it needs, some kilobytes each.
_KEPT = 40_000
#: The tokens of a text, of its pieces: ``divide(text, pieces)``.
Divide = Callable[[str, Sequence[Token]], Sequence[Token]]


@dataclass(frozen=True, eq=False)
class Influence:
    """What each source token gave to each token of a translation.

    Attributes:
        translation: The translation as it was fed again, in pieces.
        source: Source tokens, the columns.
        target: Tokens of the translation, the rows; each with its log-probability.
        attention: Shares ``[target, source]``; ``None`` for a model without attention.
        occlusion: Nats that a row's log-probability falls when a column is left out, ``[target, source]``.
        gradient: Gradient times input ``[target, source]``, in nats.
    """

    translation: Translation
    source: tuple[Token, ...]
    target: tuple[Token, ...]
    attention: NDArray[np.float32] | None
    occlusion: NDArray[np.float32]
    gradient: NDArray[np.float32]

    def grid(self, kind: str) -> NDArray[np.float32] | None:
        """One of ``KINDS`` as it was measured."""
        return {ATTENTION: self.attention, OCCLUSION: self.occlusion, GRADIENT: self.gradient}[kind]

    def shares(self, kind: str) -> NDArray[np.float32] | None:
        """One of ``KINDS`` between -1 and 1, for drawing; see ``shares_of``."""
        grid = self.grid(kind)
        return None if grid is None else shares_of(kind, grid)

    @property
    def agreement(self) -> dict[tuple[str, str], float]:
        """Mean Kendall's tau-b of the rows for each two kinds; ``nan`` where no row has an order."""
        there = {kind: strength(kind, grid) for kind in KINDS if (grid := self.grid(kind)) is not None}
        return {(one, other): rank_agreement(there[one], there[other]) for one, other in combinations(there, 2)}

    def to_json(self) -> dict[str, Any]:
        """The object that ``workbench inspect influence --json`` prints."""

        def rows(grid: NDArray | None) -> list[list[float]] | None:
            return None if grid is None else [[round(float(v), 6) for v in row] for row in grid]

        return {
            "source": self.translation.source,
            "text": self.translation.text,
            "source_tokens": [{"text": t.text, "start": t.start, "end": t.end} for t in self.source],
            "target_tokens": [
                {"text": t.text, "start": t.start, "end": t.end, "logprob": t.logprob} for t in self.target
            ],
            **{kind: rows(self.grid(kind)) for kind in KINDS},
            "agreement": [
                {"between": list(pair), "kendall": None if math.isnan(tau) else round(tau, 4)}
                for pair, tau in self.agreement.items()
            ],
        }


def shares_of(kind: str, grid: NDArray[np.float32]) -> NDArray[np.float32]:
    """A grid between -1 and 1.

    Attention stays as it is. What was left out becomes the share of a token's probability that went with it
    (``1 - exp(-nats)``); below zero the share by which the probability was held down. Of gradient times input each is a
    share of the sum of its row's magnitudes.
    """
    if kind == OCCLUSION:
        return (-np.sign(grid) * np.expm1(-np.abs(grid))).astype(np.float32)
    if kind == GRADIENT:
        sums = np.abs(grid).sum(1, keepdims=True)
        return (grid / np.where(sums > 0, sums, 1)).astype(np.float32)
    return grid


def strength(kind: str, grid: NDArray[np.float32]) -> NDArray[np.float32]:
    """What a grid is put into order by: of gradients the magnitude."""
    return np.abs(grid) if kind == GRADIENT else grid


def rank_agreement(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    """Mean Kendall's tau-b of the rows of two grids; rows without an order do not count."""
    taus = [tau for a, b in zip(one, other, strict=True) if not math.isnan(tau := kendall(a, b))]
    return float(np.mean(taus)) if taus else math.nan


def influence(
    translator: Translator, source: str, target: str, *, divide: Divide | None = None, check: Check = no_check
) -> Influence:
    """What each token of a sentence gave to each token of a translation of it.

    Args:
        translator: The model.
        source: One sentence.
        target: Its translation, by the model or any other.
        divide: Cuts both texts into tokens, each of whole pieces; the pieces themselves by default.
        check: Called at every step; raises ``Cancelled`` to stop.

    Raises:
        InputError: There is nothing to read, it is too long, or the model gives no gradients.
    """
    (pair,) = translator.read_pairs([source], [target])
    if pair is None:
        raise InputError(Message("there is nothing to read in the sentence"))
    if max(len(pair.tokens), len(pair.target)) > LONGEST + 1:
        raise InputError(
            Message("the sentence has more than {most} pieces", most=LONGEST),
            advice=Message("Look into one sentence at a time, or a shorter one."),
        )
    model, device = translator.model, translator.device
    with model.evaluating(), threads_for(ROWS, device, translator.threads):
        (whole,) = force(model, [pair.sentence], [pair.target], device, check=check)
        translation = translator.written(pair, whole)
        columns = _Columns.of(pair, translation, divide)
        lost = left_out(model, pair.sentence.ids, pair.target, columns.groups, device, check=check)
        slopes = gradient_times_input(model, pair.sentence.ids, pair.target, device, check=check)
    return Influence(
        translation,
        columns.source,
        columns.target,
        columns.attention(whole.attention),
        (columns.rows @ (whole.logprobs[:, None] - lost)).astype(np.float32),
        (columns.rows @ slopes @ columns.places.T).astype(np.float32),
    )


@dataclass(frozen=True)
class _Columns:
    """How pieces make the tokens of the grid.

    Attributes:
        translation: The pair in pieces.
        source: Source tokens.
        target: Target tokens.
        places: 1 where a source piece belongs to a token, ``[source tokens, source pieces]``.
        rows: The same of the target.
    """

    translation: Translation
    source: tuple[Token, ...]
    target: tuple[Token, ...]
    places: NDArray[np.float32]
    rows: NDArray[np.float32]

    @classmethod
    def of(cls, pair: ForcedPair, translation: Translation, divide: Divide | None) -> _Columns:
        best = translation.best
        if divide is None:
            sizes = len(pair.tokens), len(best.pieces)
            one, other = (np.eye(size, dtype=np.float32) for size in sizes)
            return cls(translation, pair.tokens, best.pieces, one, other)
        source = tuple(divide(translation.source, pair.tokens))
        target = tuple(divide(best.text, best.pieces))
        places, rows = membership(pair.tokens, source), membership(best.pieces, target)
        logprobs = np.array([p.logprob or 0.0 for p in best.pieces])
        sums = (rows @ logprobs).tolist()
        named = (Token(t.text, t.start, t.end, total) for t, total in zip(target, sums, strict=True))
        return cls(translation, source, tuple(named), places, rows)

    @property
    def groups(self) -> list[list[int]]:
        """The source pieces that each column leaves out."""
        return [np.nonzero(row)[0].tolist() for row in self.places]

    def attention(self, weights: NDArray[np.float32] | None) -> NDArray[np.float32] | None:
        """The attention over tokens, as pictures merge it."""
        if weights is None or weights.shape == (len(self.target), len(self.source)):
            return weights
        texts = self.translation.source, self.translation.best.text
        pieces = self.translation.source_pieces, self.translation.best.pieces
        merged = merge_pieces(
            weights, texts[0], pieces[0], texts[1], pieces[1], source_words=self.source, target_words=self.target
        )
        return merged.weights


def left_out(
    model: Decodable,
    source: Sequence[int],
    target: Sequence[int],
    groups: Sequence[Sequence[int]],
    device: torch.device,
    *,
    check: Check = no_check,
) -> NDArray[np.float32]:
    """Log-probabilities of a translation when places of the source are left out.

    Args:
        model: The model.
        source: Source pieces, end-of-sentence last.
        target: The translation's pieces, end-of-sentence last.
        groups: The places that are left out together.
        device: Where the model is.
        check: Called at every step.

    Returns:
        ``[target, groups]``; where a group leaves nothing to read, or holds nothing, that of the whole source.
    """
    kept = [[p for place, p in enumerate(source) if place not in set(group)] or list(source) for group in groups]
    laid = np.zeros((len(target), len(groups)), dtype=np.float32)
    most = max(1, min(ROWS, POSITIONS // len(source)))
    for start in range(0, len(kept), most):
        some = [Sentence(ids) for ids in kept[start : start + most]]
        for number, found in enumerate(force(model, some, [target] * len(some), device, check=check)):
            laid[:, start + number] = found.logprobs
    return laid


def gradient_times_input(
    model: Decodable, source: Sequence[int], target: Sequence[int], device: torch.device, *, check: Check = no_check
) -> NDArray[np.float32]:
    """Gradient of each piece's log-probability with respect to each source embedding, times the embedding.

    The sentence is a row for each target piece, so that one way back gives the gradients of all of them.

    Returns:
        ``[target, source]``.

    Raises:
        InputError: The model gives no gradients, because its products are in 8 bits or its kind does not offer it.
    """
    try:
        vectors = model.source_vectors(torch.tensor([list(source)], device=device)).detach()
    except NotImplementedError:
        raise InputError(Message("this kind of model gives no gradients")) from None
    laid = np.zeros((len(target), len(source)), dtype=np.float32)
    wanted = torch.tensor(list(target), device=device)
    most = max(1, _KEPT // (len(target) * len(source)))
    for start in range(0, len(target), most):
        end = min(len(target), start + most)
        laid[start:end] = _slopes(model, vectors, wanted, start, end, check)
    return laid


@torch.enable_grad()
def _slopes(
    model: Decodable, vectors: Tensor, target: Tensor, start: int, end: int, check: Check
) -> NDArray[np.float32]:
    """Gradient times input of the target pieces from ``start`` to before ``end``."""
    rows = end - start
    with torch.inference_mode(False), torch.backends.cudnn.flags(enabled=False):  # cuDNN goes back in training only
        x = vectors.expand(rows, -1, -1).clone().requires_grad_()
        memory = model.encode_vectors(x, torch.full((rows,), x.shape[1]))
        state, tokens = model.start(memory), begin_tokens(rows, x.device)
        total = x.new_zeros(())
        for step in range(end):
            check()
            out = model.step(tokens, state, memory)
            state, tokens = out.state, target[step].expand(rows)
            if step >= start:
                scores = out.logits[step - start]
                total = (
                    total
                    + torch.log_softmax(scores if scores.dtype == torch.float64 else scores.float(), -1)[target[step]]
                )
        if not total.requires_grad:
            raise InputError(Message("a model with 8-bit products gives no gradients"))
        (slope,) = torch.autograd.grad(total, x)
    return (slope * x).detach().sum(-1).float().cpu().numpy()
