"""Two models, checkpoints or settings on the same sentence: where their words, links and opinions part."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, Translation, no_progress
from workbench.engine.evaluation.metrics import chrf_metric
from workbench.engine.search.alignment import strongest, word_matrix
from workbench.engine.search.decoding import Check, no_check
from workbench.engine.text.matching import Matched, match_words

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.search.translator import Translator

#: Sentences that both translate before the next are taken.
_GROUP = 64
#: What a table of sentences may be sorted by, the first by how much the two differ.
ORDERS = ("difference", "gain", "loss", "number")


@dataclass(frozen=True)
class LinkDifference:
    """A word that both wrote and linked with other source words.

    Attributes:
        word: The word.
        places: Its place among the words of the one's translation and of the other's.
        one: Source words that the one linked it with, by place.
        other: Those of the other.
    """

    word: str
    places: tuple[int, int]
    one: tuple[int, ...]
    other: tuple[int, ...]


@dataclass(frozen=True)
class Comparison:
    """One sentence, translated twice.

    Attributes:
        one: By the one.
        other: By the other.
        opinions: Mean log-probability a piece that each gives each translation, ``[model][translation]``; empty where
            nobody was asked.
    """

    one: Translation
    other: Translation
    opinions: tuple[tuple[float, float], ...] = ()

    @cached_property
    def words(self) -> Matched:
        """The words of both translations and which are the same."""
        return match_words(self.one.text, self.other.text)

    @cached_property
    def links(self) -> tuple[LinkDifference, ...] | None:
        """Words of both whose links differ; ``None`` where one of the models has no attention."""
        matrices = [word_matrix(t) for t in (self.one, self.other)]
        if matrices[0] is None or matrices[1] is None:
            return None
        linked = [strongest(m.weights) for m in matrices if m is not None]
        found = []
        for places in self.words.pairs:
            sources = [
                tuple(sorted(s for s, t in links if t == place)) for links, place in zip(linked, places, strict=True)
            ]
            if sources[0] != sources[1]:
                found.append(LinkDifference(self.words.one[places[0]].text, places, sources[0], sources[1]))
        return tuple(found)

    def to_json(self) -> dict[str, Any]:
        """The object that ``workbench inspect compare --json`` prints."""
        links = self.links
        return {
            "source": self.one.source,
            "texts": [self.one.text, self.other.text],
            "scores": [self.one.score, self.other.score],
            "same_words": round(self.words.share, 4),
            "only": [[list(span) for span in self.words.spans(side, same=False)] for side in (0, 1)],
            "links": None
            if links is None
            else [{"word": d.word, "places": d.places, "one": d.one, "other": d.other} for d in links],
            "opinions": [list(row) for row in self.opinions],
        }


def compare(
    models: Sequence[Translator], searches: Sequence[SearchConfig], text: str, *, check: Check = no_check
) -> Comparison:
    """Translate a sentence with two models and ask each what it thinks of both translations."""
    one, other = (
        model.translate([text], search, check=check)[0] for model, search in zip(models, searches, strict=True)
    )
    return Comparison(one, other, tuple(opinion(model, text, (one.text, other.text), check=check) for model in models))


def opinion(model: Translator, text: str, targets: tuple[str, str], *, check: Check = no_check) -> tuple[float, float]:
    """Mean log-probability a piece that a model gives each of two translations."""
    first, second = (t.score for t in model.force([text, text], list(targets), check))
    return first, second


@dataclass(frozen=True)
class ComparedSentence:
    """A sentence of a test set, translated twice.

    Attributes:
        number: Which of the set, from 1.
        same_words: Share of words that are the same.
        chrf: Each translation against the reference; empty without references.
    """

    number: int
    source: str
    one: str
    other: str
    same_words: float
    reference: str = ""
    chrf: tuple[float, ...] = ()

    @property
    def gain(self) -> float:
        """By how much the other is better; 0 without a reference."""
        return self.chrf[1] - self.chrf[0] if self.chrf else 0.0


def compare_all(
    models: Sequence[Translator],
    searches: Sequence[SearchConfig],
    sources: Sequence[str],
    references: Sequence[str] = (),
    *,
    check: Check = no_check,
    progress: Progress = no_progress,
) -> list[ComparedSentence]:
    """Translate sentences with two models; see ``ordered`` for where they differ most.

    Raises:
        InputError: There are not as many references as sentences.
    """
    if references and len(references) != len(sources):
        raise InputError(
            Message("there are {one} sentences and {other} references", one=len(sources), other=len(references))
        )
    metric, found = chrf_metric(), []
    for start in range(0, len(sources), _GROUP):
        group = sources[start : start + _GROUP]
        pairs = [
            model.translate(group, search, check=check, details=False)
            for model, search in zip(models, searches, strict=True)
        ]
        for place, (one, other) in enumerate(zip(*pairs, strict=True), start=start):
            share = match_words(one.text, other.text).share
            reference = references[place] if references else ""
            scores = tuple(metric.sentence_score(t.text, [reference]).score for t in (one, other)) if references else ()
            found.append(ComparedSentence(place + 1, one.source, one.text, other.text, share, reference, scores))
        progress(len(found), len(sources), Message("translating"))
    return found


def ordered(rows: Sequence[ComparedSentence], by: str = ORDERS[0]) -> list[ComparedSentence]:
    """Rows by one of ``ORDERS``: difference, what the other gains or loses, or as they stood; of equals the first."""
    keys: dict[str, Callable[[ComparedSentence], float]] = {
        "difference": lambda row: row.same_words,
        "gain": lambda row: -row.gain,
        "loss": lambda row: row.gain,
        "number": lambda row: row.number,
    }
    return sorted(rows, key=keys[by])
