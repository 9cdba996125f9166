"""Scores and intervals against sacreBLEU's own command, baselines against plain loops."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from sacrebleu.metrics import BLEU, CHRF
from sacrebleu.significance import PairedTest

from tests.engine.evaluation.corpus_scores import bleu, chrf, ter
from workbench.engine.core.errors import Cancelled
from workbench.engine.evaluation.baselines import NearestSource
from workbench.engine.evaluation.metrics import Measured, bleu_metric, quick_scores, same_text
from workbench.engine.evaluation.score_units import score_units
from workbench.engine.evaluation.significance import compare

REFERENCES = [
    "The old man feeds the birds in the park.",
    "Two children are playing with a red ball.",
    "She reads a book while it rains outside.",
    "Our train leaves at half past seven.",
    "Nobody knew where the key was hidden.",
    "A dog sleeps under the kitchen table.",
    "The shop on the corner sells fresh bread.",
    "He forgot his umbrella at the office again.",
]
HYPOTHESES = [
    "The old man feeds birds in a park.",
    "Two kids play with a red ball.",
    "She reads a book while it is raining outside.",
    "our train leaves at seven.",
    "Nobody knew where the key was hidden.",
    "A dog is sleeping below the table in the kitchen.",
    "The corner shop sells fresh bread.",
    "He left his umbrella in the office.",
]


def test_scores_signatures_and_intervals_are_those_of_the_sacrebleu_command(tmp_path: Path) -> None:
    (tmp_path / "ref").write_text("\n".join(REFERENCES) + "\n", encoding="utf-8")
    (tmp_path / "hyp").write_text("\n".join(HYPOTHESES) + "\n", encoding="utf-8")
    options = ["-m", "bleu", "chrf", "ter", "--ter-case-sensitive", "--confidence", "-w", "6"]
    command = [sys.executable, "-m", "sacrebleu", "ref", "-i", "hyp", *options]
    out = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    for ours, theirs in zip((f(HYPOTHESES, REFERENCES) for f in (bleu, chrf, ter)), json.loads(out), strict=True):
        assert ours.score == pytest.approx(theirs["score"], abs=1e-5)
        assert ours.signature == theirs["signature"]
        assert (ours.high - ours.low) / 2 == pytest.approx(float(theirs["confidence_var"]), abs=1e-3)
        assert ours.low < ours.score < ours.high


def test_quick_scores_are_the_corpus_scores() -> None:
    score, characters, signature, other = quick_scores(HYPOTHESES, REFERENCES)
    assert score == pytest.approx(bleu(HYPOTHESES, REFERENCES).score)
    assert characters == pytest.approx(chrf(HYPOTHESES, REFERENCES).score)
    assert "tok:13a" in signature
    assert "bs:" not in signature + other
    chinese, japanese = ["我喜欢猫"], ["猫です"]
    found = quick_scores(["我 喜欢 猫"], chinese, units=score_units("zh-Hans", chinese))
    assert found[0] == pytest.approx(100.0)
    assert "tok:char" in quick_scores(japanese, japanese, units=score_units("ja", japanese))[2]


def test_case_counts_unless_it_is_to_be_ignored() -> None:
    upper = [h.upper() for h in REFERENCES]
    for metric in (bleu, chrf):
        assert metric(upper, REFERENCES, resamples=0).score < 20
        assert metric(upper, REFERENCES, resamples=0, lowercase=True).score == pytest.approx(100)
    assert ter(upper, REFERENCES, resamples=0).score > 80
    assert ter(upper, REFERENCES, resamples=0, lowercase=True).score == 0
    assert same_text("A  b", "A b ")
    assert not same_text("A b", "a b")
    assert same_text("A b", "a b", lowercase=True)


def test_sentence_scores_come_from_the_same_statistics() -> None:
    scores = Measured(bleu_metric(), HYPOTHESES, REFERENCES).sentences(bleu_metric(sentence=True))
    both = zip(HYPOTHESES, REFERENCES, strict=True)
    expected = [bleu_metric(sentence=True).sentence_score(h, [r]).score for h, r in both]
    assert scores == pytest.approx(expected)
    assert scores[4] == pytest.approx(100)


def test_a_better_system_is_found_better_and_a_copy_is_not() -> None:
    worse = ["xx " + h for h in HYPOTHESES]
    for comparison in compare(worse, HYPOTHESES, REFERENCES, resamples=200).comparisons:
        assert comparison.score > comparison.baseline
        assert comparison.p < 0.05
    assert all(c.p == 1.0 for c in compare(HYPOTHESES, HYPOTHESES, REFERENCES, resamples=200).comparisons)


def test_the_paired_test_is_sacrebleu_s_own_digit_by_digit() -> None:
    other = [h.replace("the", "a").replace("is", "was") for h in HYPOTHESES[:5]] + REFERENCES[5:7] + HYPOTHESES[7:]
    metrics = {"BLEU": BLEU(), "chrF2": CHRF()}
    systems = [("baseline", HYPOTHESES), ("system", other)]
    signatures, scores = PairedTest(systems, metrics, [REFERENCES], test_type="bs", n_samples=300)()
    reports: list[int] = []
    found = compare(HYPOTHESES, other, REFERENCES, resamples=300, progress=lambda done, *_: reports.append(done))
    for ours in found.comparisons:
        first, second = scores[ours.metric]
        assert (ours.baseline, ours.score) == pytest.approx((first.score, second.score))
        assert 0.01 < ours.p < 0.99  # or many ways would give it
        assert ours.p == pytest.approx(second.p_value)
        assert ours.signature == str(signatures[ours.metric])
    single = CHRF()
    for (first, second), one, two, reference in zip(found.chrf, HYPOTHESES, other, REFERENCES, strict=True):
        assert first == pytest.approx(single.sentence_score(one, [reference]).score)
        assert second == pytest.approx(single.sentence_score(two, [reference]).score)
    assert reports[-1] > 500


def test_a_comparison_stops_when_asked_to() -> None:
    calls = 0

    def check() -> None:
        nonlocal calls
        calls += 1
        if calls == 5:
            raise Cancelled("cancelled")

    with pytest.raises(Cancelled):
        compare(HYPOTHESES * 50, REFERENCES * 50, REFERENCES * 50, check=check)
    assert calls == 5  # while statistics are still being collected: 400 sentences in steps of 100


def overlap(one: list[int], other: list[int], corpus: list[list[int]]) -> float:
    """The similarity, written down again as loops over all sentences."""

    def weight(piece: int) -> float:
        return float(np.log1p(len(corpus) / max(1, sum(piece in s for s in corpus))))

    def features(pieces: list[int]) -> dict[tuple[int, ...], float]:
        found: dict[tuple[int, ...], float] = {(p,): weight(p) for p in pieces}
        for a, b in pairwise(pieces):
            found[a, b] = (weight(a) + weight(b)) / 2
        return found

    mine, theirs = features(one), features(other)
    return 2 * sum(w for f, w in mine.items() if f in theirs) / (sum(mine.values()) + sum(theirs.values()))


def test_the_nearest_source_is_the_one_that_comparing_with_every_sentence_finds() -> None:
    draw = random.Random(3)
    corpus = [[draw.randrange(40) for _ in range(draw.randrange(1, 9))] for _ in range(45)]
    index = NearestSource.of(corpus)
    for _ in range(60):
        query = [draw.randrange(40) for _ in range(draw.randrange(1, 9))]
        best = max(overlap(query, s, corpus) for s in corpus)
        if best > 0:
            assert overlap(query, corpus[index.find(query)], corpus) == pytest.approx(best)
    assert corpus[index.find(corpus[17])] == corpus[17]
    assert index.find([999]) == 0  # nothing in common with any
    assert NearestSource.of([]).find([1]) == -1


def test_the_nearest_of_many_sources_is_found_in_little_time() -> None:
    generator = np.random.default_rng(0)
    lengths = generator.integers(5, 20, 100_000)
    offsets = np.concatenate([[0], np.cumsum(lengths)])
    ids = np.minimum(generator.zipf(1.3, offsets[-1]), 8000)
    index = NearestSource(ids, offsets)
    for number in range(0, 100_000, 1000):  # a hundred queries, each a source with its last pieces cut off
        query = ids[offsets[number] : offsets[number + 1]]
        found = index.find(query.tolist())
        assert ids[offsets[found] : offsets[found + 1]].tolist() == query.tolist()
