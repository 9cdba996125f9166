"""Score a model on a test set, beside what the test set is worth without it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from workbench.engine.config import SearchConfig
from workbench.engine.errors import InputError
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
from workbench.engine.search.alignment import THRESHOLD, word_alignment, words
from workbench.engine.types import Progress, WordAlignment, no_progress

if TYPE_CHECKING:
    from workbench.engine.data.store import PairStore
    from workbench.engine.search.translator import Translator


@dataclass(frozen=True)
class SentenceScore:
    """One row of the table.

    Attributes:
        source: Source text.
        reference: Reference translation.
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
        sentences: One row a sentence, in order.
    """

    bleu: Score
    chrf: Score
    ter: Score
    no_edit: float
    baselines: dict[str, dict[str, float]]
    aer: float | None = None
    sentences: tuple[SentenceScore, ...] = field(default=(), repr=False)

    def to_json(self) -> dict[str, Any]:
        """The object that ``workbench evaluate --json`` prints."""
        return {
            "bleu": self.bleu.to_json(),
            "chrf": self.chrf.to_json(),
            "ter": self.ter.to_json(),
            "no_edit": self.no_edit,
            "baselines": self.baselines,
            "aer": self.aer,
        }


def evaluate(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    search: SearchConfig | None = None,
    *,
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
        gold: Word links of each pair; the references are forced through the model and its attention compared.
        lowercase: Ignore case.
        training: Encoded training pairs, for the nearest-source baseline.
        threshold: Least attention of a link.
        check: Called at every decoding step; raises ``Cancelled`` to stop.
        progress: Told how far it is.

    Raises:
        InputError: There is nothing to score, the counts differ, or gold links are given and the model has no
            attention.
    """
    if not sources or len(sources) != len(references):
        raise InputError(f"there are {len(sources)} source sentences and {len(references)} references")
    if gold is not None:
        _check_gold(translator, sources, references, gold)
    translated = translator.translate(sources, search, check=check, progress=progress, details=False)
    hypotheses = [t.text for t in translated]
    progress(0, 0, "scoring")
    lang = translator.config.data.target_lang
    by_words = Measured(bleu_metric(lowercase, lang), hypotheses, references)
    by_characters = Measured(chrf_metric(lowercase), hypotheses, references)
    edits = Measured(ter_metric(lowercase), hypotheses, references)
    same = [same_text(h, r, lowercase) for h, r in zip(hypotheses, references, strict=True)]
    rows = zip(
        sources,
        references,
        hypotheses,
        by_words.sentences(bleu_metric(lowercase, lang, sentence=True)),
        by_characters.sentences(),
        (len(s.split()) for s in sources),
        same,
        strict=True,
    )
    return Evaluation(
        bleu=by_words.score(),
        chrf=by_characters.score(),
        ter=edits.score(),
        no_edit=sum(same) / len(same),
        baselines=_baselines(translator, sources, references, lang, lowercase, training, progress),
        aer=None if gold is None else _alignment_error(translator, sources, references, gold, threshold, check),
        sentences=tuple(SentenceScore(*row) for row in rows),
    )


def _baselines(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    lang: str,
    lowercase: bool,
    training: PairStore | None,
    progress: Progress,
) -> dict[str, dict[str, float]]:
    answers = {"copy_source": list(sources)}
    if training is not None and len(training):
        progress(0, 0, "looking for the nearest training sentences")
        index = NearestSource.of([training.source(i) for i in range(len(training))])
        coder, target = translator.tokenizers.source, translator.tokenizers.target
        nearest = (index.find(coder.encode(translator.reader.read(text).text)) for text in sources)
        answers["nearest_source"] = [target.decode(training.target(i).tolist()) for i in nearest]
    scores = {name: quick_scores(texts, references, lang, lowercase=lowercase) for name, texts in answers.items()}
    return {name: {"bleu": score[0], "chrf": score[1]} for name, score in scores.items()}


def _check_gold(
    translator: Translator, sources: Sequence[str], references: Sequence[str], gold: Sequence[WordAlignment]
) -> None:
    if not translator.has_attention:
        raise InputError("this model has no attention, so it has no alignments to compare with gold links")
    if len(gold) != len(sources):
        raise InputError(f"there are {len(gold)} lines of gold links for {len(sources)} sentences")
    for number, (source, target, links) in enumerate(zip(sources, references, gold, strict=True), 1):
        shape = len(words(source)), len(words(target))
        outside = sorted(link for link in links.sure | links.possible if link[0] >= shape[0] or link[1] >= shape[1])
        if outside:
            raise InputError(
                f"link {outside[0][0]}-{outside[0][1]} points past the {shape[0]} source and {shape[1]} target words",
                where=f"gold line {number}",
                advice="Links count whitespace words from 0, source first.",
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
