"""Whether one system is better than another on the same test set, or only luckier."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.engine.evaluation.metrics import bleu_metric, chrf_metric
from workbench.engine.evaluation.score_units import score_units


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


def compare(
    baseline: Sequence[str],
    system: Sequence[str],
    references: Sequence[str],
    *,
    lowercase: bool = False,
    target_lang: str = "",
    resamples: int = 1000,
) -> list[Comparison]:
    """Paired bootstrap resampling through sacreBLEU.

    Args:
        target_lang: Target language, for BLEU's tokenisation.
    """
    from sacrebleu.significance import PairedTest, Result

    if not len(baseline) == len(system) == len(references) or not references:
        raise ValueError("both systems must have translated the same sentences, at least one")
    test = PairedTest(
        named_systems=[("baseline", list(baseline)), ("system", list(system))],
        metrics={"BLEU": bleu_metric(lowercase, score_units(target_lang, references)), "chrF2": chrf_metric(lowercase)},
        references=[list(references)],
        test_type="bs",
        n_samples=resamples,
    )
    signatures, scores = test()
    comparisons = []
    for name, signature in signatures.items():
        first, second = scores[name]
        assert isinstance(first, Result)
        assert isinstance(second, Result)
        assert second.p_value is not None
        # sacreBLEU counts larger differences only, so that no difference at all would look significant.
        p = 1.0 if first.score == second.score else float(second.p_value)
        comparisons.append(Comparison(name, float(first.score), float(second.score), p, str(signature)))
    return comparisons
