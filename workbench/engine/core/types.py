"""Value types that cross layers: translations with their pieces and attention. NumPy only, never torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

#: What numbers between the tokens of a pair tell: what was looked at, what a token left out takes away, and gradients.
ATTENTION, OCCLUSION, GRADIENT = KINDS = ("attention", "occlusion", "gradient")

#: ``progress(done, total, what)``; ``total`` is 0 when unknown. May raise ``Cancelled`` to stop the work.
Progress = Callable[[int, int, str], None]


def no_progress(done: int, total: int, what: str) -> None:
    """A progress callback that does nothing."""


@dataclass(frozen=True)
class ReadOptions:
    """How a person wants corpus files to be read; empty values are found out from the files.

    Attributes:
        columns: Source and target column or key of a table, ``A,B``, by name, number (1-based) or letter.
        sheet: Name or number (1-based) of a workbook's sheet.
        encoding: Character encoding of text files, such as ``windows-1252``.
    """

    columns: str = ""
    sheet: str = ""
    encoding: str = ""


#: Everything is found out.
DEFAULT_OPTIONS = ReadOptions()


@dataclass(frozen=True)
class Alternative:
    """Another piece the model considered at a position."""

    text: str
    logprob: float


@dataclass(frozen=True)
class Token:
    """One piece of a sentence.

    Attributes:
        text: The piece as shown (SentencePiece's ``▁`` shown as a leading space is stripped by views, not here).
        start: First code point of the raw text it covers.
        end: One past the last code point; the end-of-sentence piece and other invisible ones have ``start == end``.
        logprob: Log-probability the model gave it (target pieces only).
        alternatives: The best pieces at this position, best first (target pieces only).
        unknown: Whether it belongs to a word that the model never saw in training (source pieces only).
        copied: Whether it was copied from the source in place of what the model wrote (target pieces only).
    """

    text: str
    start: int
    end: int
    logprob: float | None = None
    alternatives: tuple[Alternative, ...] = ()
    unknown: bool = False
    copied: bool = False

    def at(self, start: int, end: int) -> Token:
        """The same piece in another place; ``dataclasses.replace`` takes 2.7 times as long."""
        return Token(self.text, start, end, self.logprob, self.alternatives, self.unknown, self.copied)


@dataclass(frozen=True)
class Hypothesis:
    """One finished translation of the n-best list.

    Attributes:
        score: Length-normalised log-probability, higher is better.
        pieces: Target pieces, end-of-sentence included when it was produced.
        attention: ``[target pieces, source pieces]``, rows sum to 1; ``None`` for a model without attention, and for
            lines of thousands of pieces.
        layers: Further matrices ``[layer, head, target, source]`` for models that have several, else ``None``.
        blocks: Instead of ``attention``, that of each part of a line of thousands of pieces, one after the other.
    """

    text: str
    score: float
    pieces: tuple[Token, ...]
    attention: NDArray[np.float32] | None = None
    layers: NDArray[np.float32] | None = None
    blocks: tuple[NDArray[np.float32], ...] = ()


@dataclass(frozen=True)
class Translation:
    """The result for one source line; ``nbest[0]`` is the translation.

    Attributes:
        source: Raw text as typed.
        source_pieces: Source pieces with code point offsets into ``source``, end-of-sentence last; a line that was
            translated in several sentences has an end-of-sentence piece after each of them.
        nbest: Hypotheses, best first; never empty.
    """

    source: str
    source_pieces: tuple[Token, ...]
    nbest: tuple[Hypothesis, ...]

    @property
    def best(self) -> Hypothesis:
        """The best hypothesis."""
        return self.nbest[0]

    @property
    def text(self) -> str:
        """The best hypothesis' text."""
        return self.best.text

    @property
    def target_pieces(self) -> tuple[Token, ...]:
        """The best hypothesis' pieces."""
        return self.best.pieces

    @property
    def attention(self) -> NDArray[np.float32] | None:
        """The best hypothesis' attention ``[target, source]``."""
        return self.best.attention

    @property
    def score(self) -> float:
        """The best hypothesis' score."""
        return self.best.score

    def to_json(self) -> dict[str, Any]:
        """The object that ``workbench translate --json`` prints."""
        attention = self.attention
        return {
            "source": self.source,
            "text": self.text,
            "score": self.score,
            "source_pieces": [
                {"text": p.text, "start": p.start, "end": p.end, "unknown": p.unknown} for p in self.source_pieces
            ],
            "target_pieces": [
                {
                    "text": p.text,
                    "start": p.start,
                    "end": p.end,
                    "logprob": p.logprob,
                    "copied": p.copied,
                    "alternatives": [{"text": a.text, "logprob": a.logprob} for a in p.alternatives],
                }
                for p in self.target_pieces
            ],
            "attention": None if attention is None else [[float(w) for w in row] for row in attention],
            "nbest": [{"text": h.text, "score": h.score} for h in self.nbest],
        }


class Fate(StrEnum):
    """What became of a beginning of a translation that a beam search considered."""

    WENT_ON = "went on"
    FINISHED = "finished"
    PRUNED = "pruned"
    HIDDEN = "hidden"
    CUT = "cut"


@dataclass(frozen=True)
class TreeNode:
    """A beginning of a translation that a beam search considered.

    Attributes:
        number: Its place in the tree.
        parent: Number of the beginning that it goes on from; -1 for the root, which is empty.
        step: Pieces it has.
        piece: The last of them, as its tokenizer writes it.
        text: What it reads.
        logprob: Log-probability that the model gave the last piece.
        total: Summed log-probability of all of them.
        share: Its part of the probability of all beginnings considered at this step; 0 for one that was forbidden.
        choice: Place of its last piece among those that the model would have put there, from 1.
        rank: Its place among all beginnings considered at this step, from 1; 0 for one that was forbidden.
        fate: What became of it.
        behind: Of one that was pruned, the number of the last that was still taken instead; else -1.
        rule: Of one that was forbidden, by what: ``length``, ``ngram``, ``prefix``, ``characters``, ``special``.
        entropy: Of one that went on, how undecided the model was about the next piece, in bits.
        score: Of one that is finished, its length-normalised log-probability.
        place: Of one that is finished, its place among all of these, from 1.
    """

    number: int
    parent: int
    step: int
    piece: str
    text: str
    logprob: float
    total: float
    share: float
    choice: int
    rank: int
    fate: Fate
    behind: int = -1
    rule: str = ""
    entropy: float | None = None
    score: float | None = None
    place: int = 0


@dataclass(frozen=True)
class SearchTree:
    """A beam search as it happened.

    Attributes:
        source: The sentence.
        text: Its translation as it is shown.
        beam: Hypotheses kept.
        nbest: Translations asked for.
        prefix: What they had to begin with.
        nodes: Every beginning considered, by its number: the root, then step by step.
        stopped: Why it ended: ``full`` (as many are finished as are kept), ``beaten`` (what is left cannot beat the
            finished ones), ``length`` (no longer ones are allowed).
    """

    source: str
    text: str
    beam: int
    nbest: int
    prefix: str
    nodes: tuple[TreeNode, ...]
    stopped: str

    @cached_property
    def steps(self) -> tuple[tuple[TreeNode, ...], ...]:
        """The nodes of each step from the first."""
        found: list[list[TreeNode]] = [[] for _ in range(self.nodes[-1].step)]
        for node in self.nodes[1:]:
            found[node.step - 1].append(node)
        return tuple(map(tuple, found))

    @cached_property
    def finished(self) -> tuple[TreeNode, ...]:
        """The finished ones, best first; the first is the winner, the first ``nbest`` the answer."""
        return tuple(sorted((n for n in self.nodes if n.fate == Fate.FINISHED), key=lambda n: n.place))

    def path(self, number: int) -> list[TreeNode]:
        """The nodes that lead to one, it included, the root left out."""
        found = []
        while number > 0:
            found.append(self.nodes[number])
            number = self.nodes[number].parent
        return found[::-1]

    @cached_property
    def winner(self) -> list[TreeNode]:
        """The path to the winner."""
        return self.path(self.finished[0].number)

    def first_difference(self, other: SearchTree) -> int | None:
        """The first step at which the winner of another tree has another piece; ``None`` where there is none."""
        mine, theirs = ([node.piece for node in tree.winner] for tree in (self, other))
        if mine == theirs:
            return None
        same = (a == b for a, b in zip(mine, theirs, strict=False))
        return next((n for n, equal in enumerate(same, start=1) if not equal), min(len(mine), len(theirs)) + 1)


@dataclass(frozen=True)
class Pair:
    """One sentence pair as a reader yields it.

    Attributes:
        where: Where it stands (``file:line`` or a unit id), for messages.
    """

    source: str
    target: str
    where: str = ""


@dataclass(frozen=True)
class WordAlignment:
    """Word links of one sentence pair over whitespace words.

    Attributes:
        sure: Links ``(source, target)``.
        possible: Further acceptable links (never repeats ``sure``).
    """

    sure: frozenset[tuple[int, int]]
    possible: frozenset[tuple[int, int]] = field(default_factory=frozenset)
