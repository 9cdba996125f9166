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
from workbench.engine.evaluation.test_sets import EvalSet, read_eval_set
from workbench.engine.evaluation.training_overlap import overlap_warnings
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.alignment import strongest, word_matrix
from workbench.engine.search.decoding import Check, no_check
from workbench.engine.search.model_cache import ModelChoice
from workbench.engine.text.matching import Matched, match_words

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.search.translator import Translator

#: Sentences that both translate before the next are taken.
_GROUP = 64
#: What a table of sentences may be sorted by, the first by how much the two differ.
ORDERS = ("difference", "links", "score", "gain", "loss", "number")


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

    @property
    def unlike_links(self) -> float | None:
        """Share of the words of both that are linked otherwise; ``None`` where that is not known."""
        links, common = self.links, len(self.words.pairs)
        return None if links is None else len(links) / common if common else 0.0

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
        scores: What each model thinks of its own translation.
        links: Share of the words of both that are linked otherwise; ``None`` where a model has no attention.
    """

    number: int
    source: str
    one: str
    other: str
    same_words: float
    reference: str = ""
    chrf: tuple[float, ...] = ()
    scores: tuple[float, float] = (0.0, 0.0)
    links: float | None = None

    @property
    def gain(self) -> float:
        """By how much the other is better; 0 without a reference."""
        return self.chrf[1] - self.chrf[0] if self.chrf else 0.0

    @property
    def surer(self) -> float:
        """By how much the other is surer of what it wrote."""
        return self.scores[1] - self.scores[0]


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
    searches = [search.model_copy(update={"nbest": 1, "alternatives": 0}) for search in searches]
    for start in range(0, len(sources), _GROUP):
        group = sources[start : start + _GROUP]
        pairs = [model.translate(group, search, check=check) for model, search in zip(models, searches, strict=True)]
        for place, (one, other) in enumerate(zip(*pairs, strict=True), start=start):
            both, reference = Comparison(one, other), references[place] if references else ""
            chrf = tuple(metric.sentence_score(t.text, [reference]).score for t in (one, other)) if references else ()
            measured = (both.words.share, reference, chrf, (one.score, other.score), both.unlike_links)
            found.append(ComparedSentence(place + 1, one.source, one.text, other.text, *measured))
        progress(len(found), len(sources), Message("translating"))
    return found


def compare_on(
    eval_set: EvalSet,
    choices: Sequence[ModelChoice],
    searches: Sequence[SearchConfig],
    *,
    check: Check = no_check,
    progress: Progress = no_progress,
) -> tuple[list[ComparedSentence], tuple[str, ...]]:
    """Translate a test set with two models that are opened for it.

    Args:
        eval_set: One of the first model's run.
        choices: The models; one that is both is opened once.
        searches: How each searches; nothing is drawn at random.

    Returns:
        The sentences, and why their scores are no fair comparison.

    Raises:
        RunFolderError: A model is gone.
        CorpusError: The test set cannot be read.
    """
    from workbench.engine.search.opening import open_translator

    progress(0, 0, Message("reading the test set"))
    runs = [RunFolder(choice.run) for choice in choices]
    pairs = read_eval_set(runs[0], eval_set)
    warnings = overlap_warnings(runs, pairs)
    opened: dict[ModelChoice, Translator] = {}
    for choice in choices:
        if choice not in opened:
            progress(0, 0, Message("loading the model"))
            check()
            opened[choice] = open_translator(choice.run, checkpoint=choice.checkpoint, device=choice.device)
    searches = [search.model_copy(update={"sampling": False}) for search in searches]
    sources, references = [pair.source for pair in pairs], [pair.target for pair in pairs]
    models = [opened[choice] for choice in choices]
    return compare_all(models, searches, sources, references, check=check, progress=progress), warnings


def ordered(rows: Sequence[ComparedSentence], by: str = ORDERS[0]) -> list[ComparedSentence]:
    """Rows by one of ``ORDERS``: the largest difference of words, links or scores, what the other gains or loses in
    chrF, or as they stood; of equals the first.
    """
    keys: dict[str, Callable[[ComparedSentence], float]] = {
        "difference": lambda row: row.same_words,
        "links": lambda row: -(row.links or 0.0),
        "score": lambda row: -abs(row.surer),
        "gain": lambda row: -row.gain,
        "loss": lambda row: row.gain,
        "number": lambda row: row.number,
    }
    return sorted(rows, key=keys[by])
