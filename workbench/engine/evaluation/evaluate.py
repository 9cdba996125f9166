"""Score a model on a test set, beside what the test set is worth without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, WordAlignment, no_progress
from workbench.engine.evaluation.alignment_error import aer
from workbench.engine.evaluation.baselines import NearestSource
from workbench.engine.evaluation.metrics import (
    Measured,
    Score,
    bleu_metric,
    chrf_metric,
    quick_scores,
    same_text,
    ter_metric,
)
from workbench.engine.evaluation.score_units import Units, score_units
from workbench.engine.search.alignment import THRESHOLD, word_alignment
from workbench.engine.text.words import is_visible, words

if TYPE_CHECKING:
    from workbench.engine.dataset.store import PairStore
    from workbench.engine.search.translator import Translator


@dataclass(frozen=True)
class SentenceScore:
    """One row of the table.

    Attributes:
        source: Source text.
        reference: Reference translation, the first of several.
        translation: The model's.
        bleu: Sentence BLEU (effective order), 0 to 100.
        chrf: Sentence chrF, 0 to 100.
        length: Words of the source.
        same: Whether it needs no edit.
    """

    source: str
    reference: str
    translation: str
    bleu: float
    chrf: float
    length: int
    same: bool


@dataclass(frozen=True)
class Evaluation:
    """All that was measured.

    Attributes:
        bleu: Corpus BLEU.
        chrf: Corpus chrF.
        ter: Corpus TER, lower is better.
        no_edit: Share of sentences that need no edit, 0 to 1.
        baselines: Name -> ``{"bleu", "chrf"}`` of answers without a model; "nearest_source" only where the training
            corpus is at hand.
        aer: Alignment error rate, where there are gold links.
        empty_references: Numbers, from 1, of the sentences with an empty reference though their source is not empty.
        sentences: One row a sentence, in order.
    """

    bleu: Score
    chrf: Score
    ter: Score
    no_edit: float
    baselines: dict[str, dict[str, float]]
    aer: float | None = None
    empty_references: tuple[int, ...] = ()
    sentences: tuple[SentenceScore, ...] = field(default=(), repr=False)

    def to_json(self) -> dict[str, Any]:
        """The object that ``workbench evaluate --json`` prints."""
        found = {
            "bleu": self.bleu.to_json(),
            "chrf": self.chrf.to_json(),
            "ter": self.ter.to_json(),
            "no_edit": self.no_edit,
            "baselines": self.baselines,
            "aer": self.aer,
        }
        return found | ({"empty_references": list(self.empty_references)} if self.empty_references else {})


def evaluate(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    search: SearchConfig | None = None,
    *,
    more_references: Sequence[Sequence[str]] = (),
    gold: Sequence[WordAlignment] | None = None,
    lowercase: bool = False,
    training: PairStore | None = None,
    threshold: float = THRESHOLD,
    check: Callable[[], None] | None = None,
    progress: Progress = no_progress,
) -> Evaluation:
    """Translate a test set and score it.

    Args:
        translator: The model.
        sources: Source sentences.
        references: Their translations, as many.
        search: How to search; the run's own settings by default.
        more_references: Further translations of the same sentences, a list for each; BLEU, chrF and TER take the
            best fitting, and a translation needs no edit when it equals any.
        gold: Word links of each pair; the first references are forced through the model and its attention compared.
        lowercase: Ignore case.
        training: Encoded training pairs, for the nearest-source baseline.
        threshold: Least attention of a link.
        check: Called at every decoding step; raises ``Cancelled`` to stop.
        progress: Told how far it is.

    Raises:
        InputError: There is nothing to score, the counts differ, every reference is empty, or gold links are given
            and the model has no attention.
    """
    streams = [references, *more_references]
    for stream in streams:
        if not sources or len(sources) != len(stream):
            raise InputError(
                Message(
                    "there are {sources} source sentences and {references} references",
                    sources=len(sources),
                    references=len(stream),
                )
            )
    if not any(is_visible(text) for stream in streams for text in stream):
        raise InputError(Message("every reference is empty"), advice=Message("Name the file with the translations."))
    if gold is not None:
        _check_gold(translator, sources, references, gold)
    translated = translator.translate(sources, search, check=check, progress=progress, details=False)
    hypotheses = [t.text for t in translated]
    progress(0, 0, Message("scoring"))
    units = score_units(translator.config.data.target_lang, _all_texts(streams))
    by_words = Measured(bleu_metric(lowercase, units), hypotheses, references, more_references)
    by_characters = Measured(chrf_metric(lowercase), hypotheses, references, more_references)
    edits = Measured(ter_metric(lowercase, units), hypotheses, references, more_references)
    answers = list(zip(*streams, strict=True))
    same = [any(same_text(h, r, lowercase) for r in row) for h, row in zip(hypotheses, answers, strict=True)]
    rows = zip(
        sources,
        (next((text for text in row if is_visible(text)), row[0]) for row in answers),
        hypotheses,
        by_words.sentences(bleu_metric(lowercase, units, sentence=True)),
        by_characters.sentences(),
        (len(s.split()) for s in sources),
        same,
        strict=True,
    )
    baselines = _baseline_answers(translator, sources, training, progress)
    return Evaluation(
        bleu=by_words.score(),
        chrf=by_characters.score(),
        ter=edits.score(),
        no_edit=sum(same) / len(same),
        baselines={
            name: _baseline_scores(texts, references, more_references, units, lowercase)
            for name, texts in baselines.items()
        },
        aer=None if gold is None else _alignment_error(translator, sources, references, gold, threshold, check),
        empty_references=tuple(empty_references(sources, streams)),
        sentences=tuple(SentenceScore(*row) for row in rows),
    )


def empty_references(sources: Sequence[str], streams: Sequence[Sequence[str]]) -> list[int]:
    """Numbers, from 1, of the sentences with an empty reference though their source is not empty."""
    rows = enumerate(zip(sources, *streams, strict=True), 1)
    return [number for number, row in rows if is_visible(row[0]) and not all(map(is_visible, row[1:]))]


def _all_texts(streams: Sequence[Sequence[str]]) -> list[str]:
    return [text for stream in streams for text in stream]


def _baseline_answers(
    translator: Translator, sources: Sequence[str], training: PairStore | None, progress: Progress
) -> dict[str, list[str]]:
    answers = {"copy_source": list(sources)}
    if training is not None and len(training):
        progress(0, 0, Message("looking for the nearest training sentences"))
        index = NearestSource.of([training.source(i) for i in range(len(training))])
        coder, target = translator.tokenizers.source, translator.tokenizers.target
        nearest = (index.find(coder.encode(translator.reader.read(text).text)) for text in sources)
        answers["nearest_source"] = [target.decode(training.target(i).tolist()) for i in nearest]
    return answers


def _baseline_scores(
    texts: Sequence[str],
    references: Sequence[str],
    more: Sequence[Sequence[str]],
    units: Units,
    lowercase: bool,
) -> dict[str, float]:
    bleu, chrf, _, _ = quick_scores(texts, references, lowercase=lowercase, units=units, more=more)
    return {"bleu": bleu, "chrf": chrf}


def _check_gold(
    translator: Translator, sources: Sequence[str], references: Sequence[str], gold: Sequence[WordAlignment]
) -> None:
    if not translator.has_attention:
        raise InputError(Message("this model has no attention, so it has no alignments to compare with gold links"))
    if len(gold) != len(sources):
        raise InputError(
            Message(
                "there are {lines} lines of gold links for {sentences} sentences",
                lines=len(gold),
                sentences=len(sources),
            )
        )
    for number, (source, target, links) in enumerate(zip(sources, references, gold, strict=True), 1):
        shape = len(words(source)), len(words(target))
        outside = sorted(link for link in links.sure | links.possible if link[0] >= shape[0] or link[1] >= shape[1])
        if outside:
            raise InputError(
                Message(
                    "link {source}-{target} points past the {source_words} source and {target_words} target words",
                    source=outside[0][0],
                    target=outside[0][1],
                    source_words=shape[0],
                    target_words=shape[1],
                ),
                where=Message("gold line {number}", number=number),
                advice=Message("Links count words from 0, source first; where a script has no blanks, its characters."),
            )


def _alignment_error(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    gold: Sequence[WordAlignment],
    threshold: float,
    check: Callable[[], None] | None,
) -> float:
    forced = translator.force(sources, references, check)
    return aer([word_alignment(t, threshold).sure for t in forced], gold)
