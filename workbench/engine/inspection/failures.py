"""Where a test set goes wrong: by length, by how often its words were seen, and what was repeated or dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.evaluation.metrics import Measured, bleu_metric, chrf_metric
from workbench.engine.evaluation.score_units import Units, score_units
from workbench.engine.text.units import find_units

#: Bounds of the groups, both inclusive; ``None`` is no bound. Words of the source, times that its rarest word stands in
#: the training sources, and words of it that stand nowhere there.
LENGTHS = ((0, 5), (6, 10), (11, 15), (16, 20), (21, 30), (31, None))
FREQUENCIES = ((0, 0), (1, 9), (10, 99), (100, 999), (1000, None))
UNSEEN = ((0, 0), (1, 1), (2, None))
#: A translation has dropped something when it lacks so many words of the reference's length, and this share of it.
_SHORTER, _SHARE = 2, 0.2
#: A sequence of so many words that comes twice is a repetition, also with something between.
_SEQUENCE = 3
#: Training pairs of which words are counted at most.
_MOST = 1_000_000


@dataclass(frozen=True)
class Sentence:
    """One sentence of a test set.

    Attributes:
        number: Its place, from 1.
        chrf: 0 to 100.
        length: Words of the source.
        rarest: The source word that was seen least in training, "" where that is not known.
        seen: How often it was; -1 where that is not known.
        unseen: Source words that were never seen.
        repeated: Words that the translation repeats though the reference does not, "" for none.
        dropped: Words of the reference that a translation that is much too short has not.
    """

    number: int
    source: str
    reference: str
    translation: str
    chrf: float
    length: int
    rarest: str = ""
    seen: int = -1
    unseen: tuple[str, ...] = ()
    repeated: str = ""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Group:
    """Sentences of like kind.

    Attributes:
        low: Least of what they are grouped by.
        high: Most of it; ``None`` without a bound.
        chrf: Of all together.
        bleu: Likewise.
        numbers: Which they are, the worst first.
    """

    low: int
    high: int | None
    chrf: float
    bleu: float
    numbers: tuple[int, ...]


@dataclass(frozen=True)
class Failures:
    """A test set taken apart; groups without sentences are left out.

    Attributes:
        by_frequency: By the rarest source word; empty where the training sources are not at hand.
        by_unseen: By the number of unseen source words; empty where nothing is known of them.
        repeated: Numbers of the sentences that repeat something, the worst first.
        dropped: Of those that lack something.
    """

    sentences: tuple[Sentence, ...] = field(repr=False)
    by_length: tuple[Group, ...]
    by_frequency: tuple[Group, ...]
    by_unseen: tuple[Group, ...]
    repeated: tuple[int, ...]
    dropped: tuple[int, ...]


def word_list(text: str) -> list[str]:
    """The words of a text without case and signs."""
    return [unit.text.casefold() for unit in find_units(text) if unit.kind != "mark"]


def count_words(pairs: Iterable[Pair], check: Callable[[], None] = lambda: None) -> Counter[str]:
    """How often each word stands in the sources of training pairs."""
    found: Counter[str] = Counter()
    for number, pair in enumerate(islice(pairs, _MOST)):
        if number % 1000 == 0:
            check()
        found.update(word_list(pair.source))
    return found


def find_failures(
    sources: Sequence[str],
    references: Sequence[str],
    translations: Sequence[str],
    *,
    counts: Mapping[str, int] | None = None,
    knows: Callable[[str], bool] | None = None,
    target_lang: str = "",
) -> Failures:
    """Take a test set apart.

    Args:
        counts: How often each word stands in the training sources, from ``count_words``, where that is known.
        knows: Whether a word stands there at all; told by ``counts`` where it is not given.
        target_lang: Decides what BLEU counts.

    Raises:
        InputError: There is nothing, or the counts differ.
    """
    if not sources or not len(sources) == len(references) == len(translations):
        raise InputError(
            Message(
                "there are {sources} source sentences and {references} references",
                sources=len(sources),
                references=len(references),
            )
        )
    if knows is None and counts is not None:
        knows = counts.__contains__
    scores = Measured(chrf_metric(), translations, references).sentences()
    rows = zip(sources, references, translations, scores, strict=True)
    sentences = tuple(_sentence(number, *row, counts, knows) for number, row in enumerate(rows, 1))
    units = score_units(target_lang, references)

    def grouped(value: Callable[[Sentence], int], limits: Sequence[tuple[int, int | None]]) -> tuple[Group, ...]:
        made = (_group([s for s in sentences if _inside(value(s), limit)], limit, units) for limit in limits)
        return tuple(group for group in made if group is not None)

    return Failures(
        sentences,
        by_length=grouped(lambda s: s.length, LENGTHS),
        by_frequency=() if counts is None else grouped(lambda s: s.seen, FREQUENCIES),
        by_unseen=() if knows is None else grouped(lambda s: len(s.unseen), UNSEEN),
        repeated=_worst_first([s for s in sentences if s.repeated]),
        dropped=_worst_first([s for s in sentences if s.dropped]),
    )


def _sentence(
    number: int,
    source: str,
    reference: str,
    translation: str,
    score: float,
    counts: Mapping[str, int] | None,
    knows: Callable[[str], bool] | None,
) -> Sentence:
    # literals and numbers are copied, and rarely say anything about what was learnt
    inside = [unit.text.casefold() for unit in find_units(source) if unit.kind == "word"]
    rarest, seen = "", -1
    if counts is not None and inside:
        rarest = min(inside, key=lambda word: counts.get(word, 0))
        seen = counts.get(rarest, 0)
    unseen = () if knows is None else tuple(dict.fromkeys(word for word in inside if not knows(word)))
    written, wanted = word_list(translation), word_list(reference)
    return Sentence(
        number,
        source,
        reference,
        translation,
        score,
        len(word_list(source)),
        rarest,
        seen,
        unseen,
        repetition(written, wanted),
        _dropped(written, wanted),
    )


def repetition(written: Sequence[str], wanted: Sequence[str]) -> str:
    """The longest sequence of words that is said twice at once, or of three and more anywhere, but not so wanted."""
    for length in range(len(written) // 2, 0, -1):
        allowed = _sequences(wanted, length)
        for sequence, count in _sequences(written, length).items():
            if count > max(1, allowed[sequence]) and (length >= _SEQUENCE or _at_once(written, sequence)):
                return " ".join(sequence)
    return ""


def _sequences(words: Sequence[str], length: int) -> Counter[tuple[str, ...]]:
    return Counter(tuple(words[i : i + length]) for i in range(len(words) - length + 1))


def _at_once(words: Sequence[str], sequence: tuple[str, ...]) -> bool:
    twice, length = [*sequence, *sequence], 2 * len(sequence)
    return any(list(words[i : i + length]) == twice for i in range(len(words) - length + 1))


def _dropped(written: Sequence[str], wanted: Sequence[str]) -> tuple[str, ...]:
    lacking = len(wanted) - len(written)
    if lacking < _SHORTER or lacking < _SHARE * len(wanted):
        return ()
    return tuple((Counter(wanted) - Counter(written)).elements())


def _inside(value: int, limit: tuple[int, int | None]) -> bool:
    return limit[0] <= value and (limit[1] is None or value <= limit[1])


def _group(chosen: Sequence[Sentence], limit: tuple[int, int | None], units: Units) -> Group | None:
    if not chosen:
        return None
    texts = [s.translation for s in chosen], [s.reference for s in chosen]
    chrf, bleu = (Measured(metric, *texts).corpus() for metric in (chrf_metric(), bleu_metric(units=units)))
    return Group(*limit, chrf, bleu, _worst_first(chosen))


def _worst_first(chosen: Sequence[Sentence]) -> tuple[int, ...]:
    return tuple(s.number for s in sorted(chosen, key=lambda s: s.chrf))
