"""Score a model on a test set, beside what the test set is worth without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, Translation, WordAlignment, no_progress
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
from workbench.engine.evaluation.score_units import score_units
from workbench.engine.search.alignment import Links, word_alignment
from workbench.engine.text.words import is_visible, words

if TYPE_CHECKING:
    from workbench.engine.dataset.store import PairStore
    from workbench.engine.search.translator import Translator


@dataclass(frozen=True)
class SentenceScore:
    """One row of the table.

    Attributes:
        reference: Reference translation, the first of several.
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
            "bleu": asdict(self.bleu),
            "chrf": asdict(self.chrf),
            "ter": asdict(self.ter),
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
    check: Callable[[], None] | None = None,
    progress: Progress = no_progress,
) -> Evaluation:
    """Translate a test set and score it.

    Args:
        references: Translations of the sources, as many.
        search: How to search; the run's own settings by default.
        more_references: Further translations of the same sentences, a list for each; BLEU, chrF and TER take the
            best fitting, and a translation needs no edit when it equals any.
        gold: Word links of each pair; the first references are forced through the model and its attention compared.
        training: Encoded training pairs, for the nearest-source baseline.
        check: Called at every decoding step; raises ``Cancelled`` to stop.

    Raises:
        InputError: There is nothing to score, the counts differ, every reference is empty, or gold links are given
            and the model has no attention.
    """
    streams = [references, *more_references]
    _check_references(sources, streams)
    if gold is not None:
        check_gold(translator, sources, references, gold)
    translated = translator.translate(sources, search, check=check, progress=progress, details=False)
    hypotheses = [t.text for t in translated]
    progress(0, 0, Message("scoring"))
    units = score_units(translator.config.data.target_lang, [text for stream in streams for text in stream])
    metrics = bleu_metric(lowercase, units), chrf_metric(lowercase), ter_metric(lowercase, units)
    by_words, by_characters, edits = (Measured(metric, hypotheses, *streams) for metric in metrics)
    sentence_bleu = by_words.sentences(bleu_metric(lowercase, units, sentence=True))
    rows = zip(hypotheses, sentence_bleu, by_characters.sentences(), sources, *streams, strict=True)
    sentences = tuple(_sentence_score(*row, lowercase=lowercase) for row in rows)
    baselines = {}
    for name, texts in _baseline_answers(translator, sources, training, progress).items():
        bleu, chrf, _, _ = quick_scores(texts, *streams, lowercase=lowercase, units=units)
        baselines[name] = {"bleu": bleu, "chrf": chrf}
    return Evaluation(
        bleu=by_words.score(),
        chrf=by_characters.score(),
        ter=edits.score(),
        no_edit=sum(row.same for row in sentences) / len(sentences),
        baselines=baselines,
        aer=None if gold is None else _alignment_error(translator.force(sources, references, check), gold),
        empty_references=tuple(empty_references(sources, streams)),
        sentences=sentences,
    )


def _check_references(sources: Sequence[str], streams: Sequence[Sequence[str]]) -> None:
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


def _sentence_score(
    translation: str, bleu: float, chrf: float, source: str, *references: str, lowercase: bool
) -> SentenceScore:
    reference = next((text for text in references if is_visible(text)), references[0])
    same = any(same_text(translation, text, lowercase) for text in references)
    return SentenceScore(source, reference, translation, bleu, chrf, len(source.split()), same)


def empty_references(sources: Sequence[str], streams: Sequence[Sequence[str]]) -> list[int]:
    """Numbers, from 1, of the sentences with an empty reference though their source is not empty."""
    rows = enumerate(zip(sources, *streams, strict=True), 1)
    return [number for number, row in rows if is_visible(row[0]) and not all(map(is_visible, row[1:]))]


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


def check_gold(
    translator: Translator, sources: Sequence[str], references: Sequence[str], gold: Sequence[WordAlignment]
) -> None:
    """Raise an ``InputError`` where gold links do not fit their pairs, or the model has no links to compare."""
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


def _alignment_error(forced: Sequence[Translation], gold: Sequence[WordAlignment]) -> float:
    return aer([word_alignment(t).sure for t in forced], gold)


def aer(predicted: Sequence[Links], gold: Sequence[WordAlignment]) -> float:
    """Alignment error rate (Och & Ney 2003) over a corpus; 0 is perfect, 1 is worst.

    ``1 - (|A & S| + |A & P|) / (|A| + |S|)`` with the links A, the sure gold links S and the possible ones P, which
    hold the sure ones too.
    """
    agreed = total = 0
    for links, answer in zip(predicted, gold, strict=True):
        agreed += len(links & answer.sure) + len(links & (answer.sure | answer.possible))
        total += len(links) + len(answer.sure)
    return 1.0 - agreed / total if total else 0.0
