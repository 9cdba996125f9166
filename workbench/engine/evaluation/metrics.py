"""BLEU, chrF and TER through sacreBLEU, with signatures and bootstrap intervals."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.plain_text import single_spaced
from workbench.engine.evaluation.score_units import CharacterTercom, Units

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric

#: Bootstrap resamples of an interval.
RESAMPLES = 1000
#: sacreBLEU's own default seed, so that its command line gives the same interval.
_SEED = "12345"
#: Sentences between two calls of ``check``.
_AT_ONCE = 100


@dataclass(frozen=True)
class Score:
    """One corpus score.

    Attributes:
        score: Usually 0 to 100; lower is better for TER.
        low: Lower end of the 95 % bootstrap interval.
        signature: What sacreBLEU needs to repeat it.
    """

    score: float
    low: float
    high: float
    signature: str


def bleu_metric(lowercase: bool = False, units: Units = Units(), *, sentence: bool = False) -> Metric:
    """BLEU (Papineni et al. 2002).

    Args:
        units: How the target is cut up, from ``score_units``.
        sentence: For single sentences: n-grams longer than the sentence do not count.
    """
    from sacrebleu.metrics import BLEU

    return BLEU(lowercase=lowercase, tokenize=units.tokenizer, effective_order=sentence)


def chrf_metric(lowercase: bool = False) -> Metric:
    """chrF2 (Popović 2015)."""
    from sacrebleu.metrics import CHRF

    return CHRF(lowercase=lowercase)


def ter_metric(lowercase: bool = False, units: Units = Units()) -> Metric:
    """TER (Snover et al. 2006), lower is better; on characters for a target without blanks between words."""
    from sacrebleu.metrics import TER

    metric = TER(case_sensitive=not lowercase)
    if units.characters:
        metric.tokenizer = CharacterTercom(metric.tokenizer)  # type: ignore[assignment]
        metric.tokenizer_signature = metric.tokenizer.signature()
    return metric


def reference_streams(*references: Sequence[str]) -> list[list[str | None]]:
    """References as sacreBLEU takes them, a list of lines a reference.

    Where a sentence has several references, blank ones are left out: a line of a second file that is left empty says
    that there is no second reference. A sentence that has none at all keeps its empty one.
    """
    if len(references) == 1:
        return [list(references[0])]
    rows = []
    for row in zip(*references, strict=True):
        some = any(text.strip() for text in row)
        rows.append([text if text.strip() or (not some and not i) else None for i, text in enumerate(row)])
    return [list(column) for column in zip(*rows, strict=True)]


class Measured:
    """One metric's statistics over a test set, from which every score is computed without reading the text again.

    Args:
        check: Called now and then; raises ``Cancelled`` to stop. The signature counts the references of the last
            sentences only, so it is for single references.
    """

    def __init__(
        self,
        metric: Metric,
        hypotheses: Sequence[str],
        *references: Sequence[str],
        check: Callable[[], None] | None = None,
    ) -> None:
        if not hypotheses or any(len(hypotheses) != len(stream) for stream in references):
            raise ValueError("as many hypotheses as references are needed, and at least one")
        self._metric = metric
        streams: Any = reference_streams(*references)
        # sacreBLEU's own resampling works on these statistics too; its public call gives only the interval's width.
        step = len(hypotheses) if check is None else _AT_ONCE
        self.statistics: list[Any] = []
        for i in range(0, len(hypotheses), step):
            if check is not None:
                check()
            part = [stream[i : i + step] for stream in streams]
            self.statistics += metric._extract_corpus_statistics(list(hypotheses[i : i + step]), part)

    def corpus(self) -> float:
        """The corpus score."""
        return float(self._metric._aggregate_and_compute(self.statistics).score)

    def sentences(self, metric: Metric | None = None) -> list[float]:
        """Scores of the single sentences, with another variant of the metric where that suits sentences better."""
        compute = (metric or self._metric)._compute_score_from_stats
        return [float(compute(row).score) for row in self.statistics]

    def score(self, resamples: int = RESAMPLES) -> Score:
        """The corpus score with its interval (Koehn 2004); without resamples, both ends are the score."""
        score = self.corpus()
        signature = self.signature(resamples)
        if resamples <= 1:
            return Score(score, score, score, signature)
        scores = sorted(self.resampled(resamples))
        cut = resamples // 40  # 2.5 % on either side
        return Score(score, scores[cut], scores[-cut - 1], signature)

    def signature(self, resamples: int) -> str:
        """What sacreBLEU needs to repeat a score with so many resamples."""
        if resamples > 1:
            self._metric.n_bootstrap, self._metric.seed = resamples, _seed().lower()
        try:
            return str(self._metric.get_signature())
        finally:
            self._metric.n_bootstrap = self._metric.seed = None

    def resampled(self, resamples: int) -> Iterator[float]:
        """Corpus scores of test sets drawn from this one with replacement; the same draws for every measurement."""
        rows: NDArray[np.float64] = np.array(self.statistics, dtype=np.float64)
        seed = _seed()
        generator = np.random.default_rng(None if seed.lower() == "none" else int(seed))
        for _ in range(resamples):  # one at a time: all at once would take a resample's memory a thousandfold
            drawn = np.bincount(generator.choice(len(rows), size=len(rows), replace=True), minlength=len(rows))
            yield float(self._metric._compute_score_from_stats((drawn @ rows).tolist()).score)


def _seed() -> str:
    return os.environ.get("SACREBLEU_SEED", _SEED)


def quick_scores(
    hypotheses: Sequence[str], *references: Sequence[str], lowercase: bool = False, units: Units = Units()
) -> tuple[float, float, str, str]:
    """Corpus scores without intervals, for validation during training and for baselines.

    Args:
        references: References, as many; several lists for several references of each sentence.
        units: What BLEU counts, from ``score_units``.

    Returns:
        BLEU, chrF (0 to 100) and their sacreBLEU signatures.
    """
    metrics = bleu_metric(lowercase, units), chrf_metric(lowercase)
    bleu, chrf = (Measured(metric, hypotheses, *references).score(resamples=0) for metric in metrics)
    return bleu.score, chrf.score, bleu.signature, chrf.signature


def same_text(one: str, other: str, lowercase: bool = False) -> bool:
    """Whether two translations are the same text but for blanks."""
    fold: Callable[[str], str] = str.casefold if lowercase else str
    return fold(single_spaced(one)) == fold(single_spaced(other))
