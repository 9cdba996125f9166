"""A beam search as it happened: every beginning it considered, how it scored, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import exp
from typing import Any, Protocol

import torch
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.types import Fate, SearchTree, TreeNode
from workbench.engine.inspection.one_sentence import translate_one
from workbench.engine.models.base import Decodable
from workbench.engine.search.beam import beam_search
from workbench.engine.search.decoding import Check, Decoded, Sentence, no_check
from workbench.engine.search.observing import SearchObserver, Selection
from workbench.engine.search.topk import top_k
from workbench.engine.search.trace import Finished
from workbench.engine.search.translator import Translator
from workbench.engine.text.folding import SPACE_MARK
from workbench.engine.text.special_ids import EOS, byte_value

_BITS = 0.6931471805599453


class Vocabulary(Protocol):
    """Says what pieces are and read: a tokenizer."""

    def piece(self, piece_id: int, /) -> str:
        """A piece as it is written."""

    def decode(self, ids: Sequence[int], /) -> str:
        """What pieces read."""


@dataclass
class _Step:
    """What one step was offered and took; everything on the CPU.

    Attributes:
        entropies: In bits, by hypothesis.
        wished: The model's own favourites ``[hypotheses, k]``, and their log-probabilities.
        ranks: Place of each piece considered among all that the model might have put there, by hypothesis.
        rules: By hypothesis and favourite what forbids it.
    """

    entropies: list[float]
    wished: list[list[int]]
    wished_logprobs: list[list[float]]
    rules: list[list[str]]
    pieces: list[list[int]] = field(default_factory=list)
    scores: list[list[float]] = field(default_factory=list)
    ranks: list[list[int]] = field(default_factory=list)
    going: list[int] = field(default_factory=list)
    cut: list[int] = field(default_factory=list)
    ending: list[int] = field(default_factory=list)
    ended: list[float] = field(default_factory=list)


class TreeRecorder(SearchObserver):
    """Keeps what a search tells, and makes a tree of it.

    Args:
        size: Favourites of the model looked at for each hypothesis: as many as the search considers.
    """

    def __init__(self, size: int) -> None:
        self._size = size
        self._steps: list[_Step] = []
        self._said = torch.zeros(0)  # what the model says at this step
        self._finished: Finished | None = None
        self._reason = ""

    def offered(self, logprobs: Tensor) -> None:
        """See ``SearchObserver.offered``."""
        values, pieces = top_k(logprobs, min(self._size, logprobs.shape[1]))
        entropies = torch.special.entr(logprobs.exp()).sum(-1) / _BITS
        rules = [[""] * pieces.shape[1] for _ in pieces]
        self._steps.append(_Step(entropies.tolist(), pieces.tolist(), values.tolist(), rules))
        self._said = logprobs.clone()

    def restricted(self, constraint: str, logprobs: Tensor) -> None:
        """See ``SearchObserver.restricted``: of several the first that forbids a piece is told."""
        step = self._steps[-1]
        left = logprobs.gather(1, torch.tensor(step.wished, device=logprobs.device)).tolist()
        for rules, values in zip(step.rules, left, strict=True):
            for place, value in enumerate(values):
                forbidden = value == -torch.inf
                rules[place] = (rules[place] or constraint) if forbidden else ""

    def selected(self, selection: Selection) -> None:
        """See ``SearchObserver.selected``."""
        step = self._steps[-1]
        step.pieces, step.scores = selection.pieces.tolist(), selection.scores.tolist()
        step.going, step.cut = selection.going.tolist(), selection.cut.tolist()
        step.ending, step.ended = selection.ending.tolist(), selection.ended.tolist()
        own = self._said.gather(1, selection.pieces)
        step.ranks = ((self._said[:, None, :] > own[:, :, None]).sum(-1) + 1).tolist()

    def ended(self, finished: Finished, reason: str) -> None:
        """See ``SearchObserver.ended``."""
        self._finished, self._reason = finished, reason

    def tree(
        self,
        vocabulary: Vocabulary,
        search: SearchConfig,
        source: str,
        text: str,
        prefix: str = "",
        check: Check = no_check,
    ) -> SearchTree:
        """The tree of what was told.

        Args:
            vocabulary: Of the target side.
            search: How it was searched.
            source: The sentence.
            text: Its translation as it is shown.
            prefix: What it had to begin with.
            check: Called at every step.
        """
        nodes = _Nodes(vocabulary, self._size - 1)
        hypotheses = [0]
        for step in self._steps:
            check()
            hypotheses = nodes.add_step(step, hypotheses)
        assert self._finished is not None
        nodes.place(self._finished)
        beam = max(search.beam, search.nbest)
        return SearchTree(source, text, beam, search.nbest, prefix, nodes.made(), self._reason)


class _Nodes:
    """Nodes in the making, as dictionaries of their values."""

    def __init__(self, vocabulary: Vocabulary, size: int) -> None:
        self._vocabulary, self._size = vocabulary, size
        root = {"number": 0, "parent": -1, "step": 0, "piece": "", "text": "", "logprob": 0.0, "total": 0.0}
        self._made: list[dict[str, Any]] = [root | {"share": 1.0, "choice": 0, "rank": 1, "fate": Fate.WENT_ON}]
        self._ids: list[list[int]] = [[]]
        #: What each reads with the blank at its end; ``None`` after a byte, which is no text yet.
        self._written: list[str | None] = [""]
        #: Number of each finished node by the step that ended it and its hypothesis there.
        self._ends: dict[tuple[int, int], int] = {}

    def add_step(self, step: _Step, hypotheses: Sequence[int]) -> list[int]:
        """Add what one step considered.

        Args:
            step: What it was told.
            hypotheses: Numbers of the nodes it went on from, by row; rows beyond them are empty.

        Returns:
            Numbers of the nodes that go on.
        """
        count, made_before = len(step.pieces[0]), self._made[hypotheses[0]]["step"]
        considered = {
            row * count + place: score
            for row, _ in enumerate(hypotheses)
            for place, score in enumerate(step.scores[row])
            if score > -torch.inf
        }
        order = sorted(considered, key=lambda index: -considered[index])
        most = considered[order[0]]
        total = sum(exp(score - most) for score in considered.values())
        scores = dict(zip(step.ending, step.ended, strict=True))
        fates = dict.fromkeys(step.ending, Fate.FINISHED)
        fates |= dict.fromkeys(step.going, Fate.WENT_ON) | dict.fromkeys(step.cut, Fate.CUT)
        numbers: dict[int, int] = {}
        for rank, index in enumerate(order, start=1):
            row, place = divmod(index, count)
            values = {
                "total": considered[index],
                "share": exp(considered[index] - most) / total,
                "choice": step.ranks[row][place],
                "rank": rank,
                "fate": fates.get(index, Fate.PRUNED),
                "score": scores.get(index),
            }
            numbers[index] = self._add(hypotheses[row], step.pieces[row][place], values)
            if index in scores:
                self._ends[made_before, row] = numbers[index]
        self._explain(list(numbers.values()), [numbers[index] for index in (*step.going, *step.cut)])
        for row, parent in enumerate(hypotheses):
            self._made[parent]["entropy"] = step.entropies[row]
            self._add_hidden(step, row, parent)
        return [numbers[index] for index in step.going]

    def _explain(self, ranked: Sequence[int], taken: Sequence[int]) -> None:
        """Tell of what was pruned which was the last that was taken instead.

        An end must be among the best of all that were considered; what goes on among the best of those that do.
        """
        for number in ranked:
            if self._made[number]["fate"] == Fate.PRUNED:
                end = self._ids[number][-1] == EOS
                self._made[number]["behind"] = ranked[self._size - 1] if end else taken[-1]

    def _add_hidden(self, step: _Step, row: int, parent: int) -> None:
        """The model's favourites that were forbidden."""
        for choice, rule in enumerate(step.rules[row], start=1):
            logprob = step.wished_logprobs[row][choice - 1]
            if rule and logprob > -torch.inf:
                total, fate = self._made[parent]["total"] + logprob, Fate.HIDDEN
                values = {"total": total, "share": 0.0, "choice": choice, "rank": 0, "fate": fate, "rule": rule}
                self._add(parent, step.wished[row][choice - 1], values)

    def _add(self, parent: int, piece: int, values: dict[str, Any]) -> int:
        before, number = self._made[parent], len(self._made)
        ids, name = [*self._ids[parent], piece], self._vocabulary.piece(piece)
        # Thousands of texts are read of which few differ by more than a piece.
        written = self._written[parent]
        if piece > EOS:
            written = None if written is None or byte_value(name) >= 0 else _with_piece(written, name)
        text = (
            before["text"] if piece <= EOS else self._vocabulary.decode(ids) if written is None else written.rstrip(" ")
        )
        fixed = {"number": number, "parent": parent, "step": before["step"] + 1, "text": text, "piece": name}
        self._made.append(fixed | {"logprob": values["total"] - before["total"]} | values)
        self._ids.append(ids)
        self._written.append(written)
        return number

    def place(self, finished: Finished) -> None:
        """Rank the finished ones; those that fell out of the list of the best are behind all others."""
        found = zip(finished.scores[0].tolist(), finished.steps[0].tolist(), finished.rows[0].tolist(), strict=True)
        placed = [self._ends.pop((step, row)) for score, step, row in found if score > -torch.inf]
        rest = sorted(self._ends.values(), key=lambda number: -self._made[number]["score"])
        for place, number in enumerate([*placed, *rest], start=1):
            self._made[number]["place"] = place

    def made(self) -> tuple[TreeNode, ...]:
        """The nodes."""
        return tuple(TreeNode(**values) for values in self._made)


def _with_piece(text: str, piece: str) -> str:
    """A text and a piece that is text, as a tokenizer writes them together: no blank first, and never two."""
    added = piece.replace(SPACE_MARK, " ")
    joined = re.sub(" +", " ", text + added)
    return joined if text else joined.lstrip(" ")


def recorded_search(
    model: Decodable, sentence: Sentence, search: SearchConfig, device: torch.device, **options: Any
) -> tuple[list[Decoded], TreeRecorder]:
    """Decode one sentence by ``beam_search``, whose further arguments are ``options``, and record it."""
    recorder = TreeRecorder(max(search.beam, search.nbest) + 1)
    (found,) = beam_search(model, [sentence], search, device, observer=recorder, **options)
    return found, recorder


def beam_tree(
    translator: Translator,
    text: str,
    search: SearchConfig | None = None,
    *,
    prefix: str = "",
    check: Check | None = None,
) -> SearchTree:
    """The search for the translation of a sentence.

    Args:
        translator: The model.
        text: One sentence.
        search: How to search; the run's own settings by default. Nothing is drawn at random.
        prefix: What the translation must begin with.
        check: Called at every decoding step; raises ``Cancelled`` to stop.

    Raises:
        InputError: The text is more than one sentence, or the model is not asked for its translation.
    """
    search = (search or translator.config.search).model_copy(update={"sampling": False})
    kept: list[TreeRecorder] = []

    def decode(model: Decodable, fed: Sequence[Sentence], *rest: Any, **options: Any) -> list[list[Decoded]]:
        found, recorder = recorded_search(model, fed[0], *rest, **options)
        kept.append(recorder)
        return [found]

    (found,) = translate_one(translator, text, search, prefix=prefix, check=check, decode=decode)
    return kept[0].tree(translator.tokenizers.target, search, text, found.text, prefix, check or no_check)
