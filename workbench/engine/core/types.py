"""Value types that cross layers: translations with their pieces and attention. NumPy only, never torch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
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
