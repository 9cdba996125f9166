"""Whether one system is better than another on the same test set, or only luckier."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Progress, no_progress
from workbench.engine.evaluation.metrics import RESAMPLES, Measured, bleu_metric, chrf_metric
from workbench.engine.evaluation.score_units import score_units

#: From this on a difference counts as one that luck alone would rarely make.
RARE = 0.05
#: Resamples between two reports.
_REPORT_EVERY = 20


@dataclass(frozen=True)
class Comparison:
    """One metric, two systems.

    Attributes:
        metric: "BLEU" or "chrF2".
        baseline: Score of the first system.
        p: Probability of a difference this large by chance (paired bootstrap resampling, Koehn 2004).
        signature: What sacreBLEU needs to repeat it.
    """

    metric: str
    baseline: float
    score: float
    p: float
    signature: str


@dataclass(frozen=True)
class Compared:
    """Two systems on one test set.

    Attributes:
        comparisons: BLEU and chrF of the whole test set.
        chrf: Sentence chrF of the first and of the second system, 0 to 100, in order.
    """

    comparisons: tuple[Comparison, ...]
    chrf: tuple[tuple[float, float], ...]


def compare(
    baseline: Sequence[str],
    system: Sequence[str],
    references: Sequence[str],
    *,
    lowercase: bool = False,
    target_lang: str = "",
    resamples: int = RESAMPLES,
    check: Callable[[], None] | None = None,
    progress: Progress = no_progress,
) -> Compared:
    """Paired bootstrap resampling, digit by digit as sacreBLEU's ``--paired-bs`` does it.

    sacreBLEU's own ``PairedTest`` holds all resamples at once (80 kB a sentence) and cannot be stopped; this draws the
    same ones after each other.

    Args:
        target_lang: Target language, for BLEU's tokenisation.
        check: Called now and then; raises ``Cancelled`` to stop.
    """
    if not len(baseline) == len(system) == len(references) or not references:
        raise ValueError("both systems must have translated the same sentences, at least one")
    units = score_units(target_lang, references)
    metrics = {"BLEU": bleu_metric(lowercase, units), "chrF2": chrf_metric(lowercase)}
    comparisons, chrf = [], ([0.0], [0.0])
    for place, (name, metric) in enumerate(metrics.items()):
        progress(0, 0, Message("comparing sentence by sentence"))
        first, second = (Measured(metric, texts, references, check=check) for texts in (baseline, system))
        draws = []
        for done, pair in enumerate(zip(first.resampled(resamples), second.resampled(resamples), strict=True)):
            draws.append(abs(pair[1] - pair[0]))
            if done % _REPORT_EVERY == 0:
                if check is not None:
                    check()
                progress(place * resamples + done, len(metrics) * resamples, Message("drawing test sets"))
        scores = first.corpus(), second.corpus()
        p = _p(draws, abs(scores[1] - scores[0]))
        comparisons.append(Comparison(name, *scores, p, second.signature(resamples)))
        chrf = first.sentences(), second.sentences()
    return Compared(tuple(comparisons), tuple(zip(*chrf, strict=True)))


def _p(draws: Sequence[float], difference: float) -> float:
    """How often drawn differences lie further from their mean than the measured one from none."""
    if not difference:  # only larger ones are counted, so that no difference at all would look significant
        return 1.0
    values = np.array(draws)
    return float((np.sum(values - values.mean() > difference) + 1) / (len(values) + 1))
