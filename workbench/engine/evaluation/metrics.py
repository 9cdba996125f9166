"""BLEU, chrF and TER through sacreBLEU, with signatures and bootstrap intervals."""

from __future__ import annotations

from collections.abc import Sequence


def quick_scores(hypotheses: Sequence[str], references: Sequence[str]) -> tuple[float, float, str, str]:
    """Corpus scores for validation during training, without intervals.

    Returns:
        BLEU, chrF (0 to 100) and their sacreBLEU signatures.
    """
    from sacrebleu.metrics import BLEU, CHRF

    bleu, chrf = BLEU(), CHRF()
    bleu_score = bleu.corpus_score(list(hypotheses), [list(references)])
    chrf_score = chrf.corpus_score(list(hypotheses), [list(references)])
    return bleu_score.score, chrf_score.score, str(bleu.get_signature()), str(chrf.get_signature())
