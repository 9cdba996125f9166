"""Corpus scores of lists of sentences, for tests."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.evaluation.metrics import RESAMPLES, Measured, Score, bleu_metric, chrf_metric, ter_metric
from workbench.engine.evaluation.score_units import score_units


def bleu(
    hypotheses: Sequence[str],
    references: Sequence[str],
    *,
    lowercase: bool = False,
    target_lang: str = "",
    resamples: int = RESAMPLES,
) -> Score:
    metric = bleu_metric(lowercase, score_units(target_lang, references))
    return Measured(metric, hypotheses, references).score(resamples)


def chrf(
    hypotheses: Sequence[str], references: Sequence[str], *, lowercase: bool = False, resamples: int = RESAMPLES
) -> Score:
    return Measured(chrf_metric(lowercase), hypotheses, references).score(resamples)


def ter(
    hypotheses: Sequence[str],
    references: Sequence[str],
    *,
    lowercase: bool = False,
    target_lang: str = "",
    resamples: int = RESAMPLES,
) -> Score:
    metric = ter_metric(lowercase, score_units(target_lang, references))
    return Measured(metric, hypotheses, references).score(resamples)
