"""What if one piece of a translation had looked elsewhere: one decoding step with other attention, and on from there.

Nothing of the model is changed: it is asked for that one step through ``Decodable.step_looking``.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Hypothesis, Token
from workbench.engine.inspection.one_sentence import translate_one
from workbench.engine.models.base import Decodable, Memory, State, StepOutput
from workbench.engine.search.beam import beam_search
from workbench.engine.search.constraints.prefix import Prefix
from workbench.engine.search.decoding import Check, Decoded, Sentence
from workbench.engine.search.translator import Translator
from workbench.engine.text.words import words

Weights = NDArray[np.float32]


@dataclass(frozen=True)
class Outcome:
    """How a translation goes on.

    Attributes:
        step: The piece that looked elsewhere, from 0.
        own: Where it looked by itself ``[source]``.
        weights: Where it looked instead.
        before: The translation as it goes on from there with the model's own attention. It is the one asked about,
            unless the search finds a better one when all of its beam goes on from there.
        after: The translation as it goes on with the other attention.
    """

    step: int
    own: Weights
    weights: Weights
    before: Hypothesis
    after: Hypothesis

    def to_json(self) -> dict[str, Any]:
        """The object that ``workbench inspect what-if --json`` prints."""
        return {
            "step": self.step + 1,
            "own_attention": [float(w) for w in self.own],
            "attention": [float(w) for w in self.weights],
            "before": {"text": self.before.text, "score": self.before.score, "pieces": _pieces(self.before)},
            "after": {"text": self.after.text, "score": self.after.score, "pieces": _pieces(self.after)},
            "changed": self.before.text != self.after.text,
        }


def _pieces(hypothesis: Hypothesis) -> list[dict[str, Any]]:
    return [{"text": p.text, "start": p.start, "end": p.end, "logprob": p.logprob} for p in hypothesis.pieces]


class WhatIf:
    """A translation that can go on from any of its pieces with other attention.

    Args:
        translator: The model.
        text: One sentence.
        search: How to search; nothing is drawn at random, and nothing is copied from the source.
        prefix: What the translation asked about begins with. What comes after the changed piece is free.
        number: Which of the n-best list is asked about.
        check: Called at every decoding step; raises ``Cancelled`` to stop.

    Attributes:
        translation: The translation.
        hypothesis: The one of its n-best list that is asked about.

    Raises:
        InputError: It is more than one sentence, the model is not asked for it, or has no attention.
    """

    def __init__(
        self,
        translator: Translator,
        text: str,
        search: SearchConfig | None = None,
        *,
        prefix: str = "",
        number: int = 0,
        check: Check | None = None,
    ) -> None:
        if not translator.has_attention:
            raise InputError(Message("this model has no attention that can be changed"))
        search = search or translator.config.search
        self._translator, self._text = translator, text
        self._search = search.model_copy(update={"sampling": False, "copy_unknown": False, "alternatives": 0})
        found: list[Decoded] = []

        def decode(model: Decodable, fed: Sequence[Sentence], *rest: Any, **options: Any) -> list[list[Decoded]]:
            results = beam_search(model, fed, *rest, **options)
            found.extend(results[0])
            return results

        (self.translation,) = translate_one(translator, text, self._search, decode, prefix=prefix, check=check)
        number = min(number, len(found) - 1)
        self.hypothesis = self.translation.nbest[number]
        self._ids: list[int] = found[number].ids.tolist()

    def own(self, step: int) -> Weights:
        """Where a piece of the translation looked, ``[source]``.

        Raises:
            InputError: There is no such piece.
        """
        attention = self.hypothesis.attention
        assert attention is not None
        if not 0 <= step < len(attention):
            raise InputError(
                Message(
                    "the translation has {n} pieces, and none has the number {piece}", n=len(attention), piece=step + 1
                )
            )
        return attention[step]

    def go_on(self, step: int, weights: Weights, check: Check | None = None) -> Outcome:
        """Let a piece look elsewhere, and translate on from there.

        Args:
            step: The piece, from 0; what comes before it stays.
            weights: Where it looks ``[source]``; they sum to 1.
            check: Called at every decoding step.
        """
        own = self.own(step)
        if weights.shape != own.shape or weights.min() < 0 or abs(float(weights.sum()) - 1) > 1e-4:
            raise ValueError("attention is one weight a source piece, and they sum to 1")
        beam = max(self._search.beam, self._search.nbest)
        search = self._search.model_copy(update={"beam": beam, "nbest": 1})
        searched = 0

        # Both in one batch: that takes hardly longer than one of them.
        def decode(model: Decodable, fed: Sequence[Sentence], *rest: Any, **options: Any) -> list[list[Decoded]]:
            nonlocal searched
            first = 1 - searched  # where the sentence is too long for that, the one with other attention comes second
            searched += len(fed)
            begun = [replace(one, prefix=Prefix(self._ids[:step]) if step else None) for one in fed]
            other = Looking(model, step, weights, first, len(fed))
            return beam_search(other, begun, *rest, **options)

        before, after = translate_one(self._translator, self._text, search, decode, check=check, times=2)
        return Outcome(step, own, weights, before.best, after.best)


@dataclass(frozen=True)
class _Counted(State):
    """A state that knows how many steps were made."""

    steps: int = 0


class Looking(Decodable):
    """A model one step of which uses the attention it is given; all others use its own.

    Args:
        model: The model.
        step: The step, from 0; until then no sentence may end.
        weights: What it looks at then, ``[source]``.
        first: The first sentence of the batch that this is for; those before it look where they want.
        count: Sentences of the batch.
    """

    def __init__(self, model: Decodable, step: int, weights: Weights, first: int = 0, count: int = 1) -> None:
        self.has_attention = model.has_attention
        self._model, self._step, self._weights = model, step, torch.from_numpy(weights)
        self._first, self._count = first, count

    def encode(self, src: Tensor, lengths: Tensor) -> Memory:
        """See ``Decodable.encode``."""
        return self._model.encode(src, lengths)

    def start(self, memory: Memory) -> State:
        """See ``Decodable.start``."""
        return _Counted(self._model.start(memory).tensors)

    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        """See ``Decodable.step``."""
        assert isinstance(state, _Counted)
        inner = State(state.tensors)
        if state.steps == self._step:
            out = self._model.step_looking(tokens, inner, memory, self._attend)
        else:
            out = self._model.step(tokens, inner, memory)
        return replace(out, state=_Counted(out.state.tensors, state.steps + 1))

    def _attend(self, own: Tensor) -> Tensor:
        start = self._first * (len(own) // self._count)
        return torch.cat([own[:start], self._weights.to(own).expand_as(own[start:])])

    def reorder(self, state: State, indices: Tensor) -> State:
        """See ``Decodable.reorder``."""
        assert isinstance(state, _Counted)
        return _Counted(self._model.reorder(State(state.tensors), indices).tensors, state.steps)

    @property
    def size(self) -> int:
        """See ``Decodable.size``."""
        return self._model.size

    def evaluating(self) -> AbstractContextManager[None]:
        """See ``Decodable.evaluating``."""
        return self._model.evaluating()


def with_weight(own: Weights, places: Sequence[int], weight: float) -> Weights:
    """Attention of which some source pieces together get a share, and all others the rest, in proportion as before.

    Args:
        own: ``[source]``, sums to 1.
        places: The source pieces.
        weight: Their share, from 0 to 1.

    Raises:
        InputError: The weight is no share.
    """
    if not 0 <= weight <= 1:
        raise InputError(Message("the weight must lie between 0 and 1, not {weight:.2f}", weight=weight))
    chosen = np.zeros(len(own), dtype=bool)
    chosen[list(places)] = True
    if chosen.all():
        return own
    found = own.astype(np.float64)
    for part, share in ((chosen, weight), (~chosen, 1 - weight)):
        total = found[part].sum()
        found[part] = found[part] * (share / total) if total > 0 else share / part.sum()
    return (found / found.sum()).astype(np.float32)


def moved(own: Weights, start: Sequence[int], end: Sequence[int]) -> Weights:
    """Attention of which some source pieces give all of their weight to others, in proportion to what those have."""
    given, taken = sorted(set(start) - set(end)), list(end)
    found = own.copy()
    if given:
        share = own[taken] / own[taken].sum() if own[taken].sum() > 0 else np.full(len(taken), 1 / len(taken))
        found[taken] += own[given].sum() * share
        found[given] = 0.0
    return found


def pieces_of_word(text: str, pieces: Sequence[Token], number: int) -> list[int]:
    """The pieces of a word, as ``workbench translate --alignments`` divides words.

    Args:
        text: The text that the spans of ``pieces`` point into.
        pieces: Its pieces.
        number: The word, from 0.

    Raises:
        InputError: There is no such word, or no piece of it.
    """
    found = words(text)
    if not 0 <= number < len(found):
        raise InputError(Message("there are {n} words, and none has the number {word}", n=len(found), word=number + 1))
    word = found[number]
    places = [i for i, p in enumerate(pieces) if p.end > p.start and p.start < word.end and p.end > word.start]
    if not places:
        raise InputError(Message("the word number {word} has no pieces", word=number + 1))
    return places
