"""Measures of a translation, the chrF projected from them, and how it is kept; numbers worked out by hand."""

from __future__ import annotations

import json
import math
import random
from pathlib import Path

import numpy as np
import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.core.types import Alternative, Hypothesis, Pair, Token, Translation
from workbench.engine.dataset.prepared import write_held_out
from workbench.engine.evaluation.ranks import kendall
from workbench.engine.inspection.projection import calibration_file
from workbench.engine.inspection.projection.confidence import Calibration, Line, bounds, calibration_table
from workbench.engine.inspection.projection.features import OF_ATTENTION, features
from workbench.engine.inspection.projection.ranks import isotonic, worst_found
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.opening import open_translator


def example(attention: bool = True) -> Translation:
    """Three source words, two target words; the third source word gets nothing, the first nearly everything."""
    half, quarter = Alternative("x", math.log(0.5)), Alternative("y", math.log(0.25))
    source = (Token("▁a", 0, 1), Token("▁b", 2, 3, unknown=True), Token("▁c", 4, 5), Token("</s>", 5, 5))
    target = (
        Token("▁x", 0, 1, math.log(0.5), (half, quarter)),  # and 0.25 for all others
        Token("▁y", 2, 3, math.log(0.25), (half, Alternative("z", math.log(0.5)))),  # nothing for others
        Token("</s>", 3, 3, math.log(1.0)),  # no alternatives kept
    )
    rows = np.array([[1, 0, 0, 0], [0.75, 0.25, 0, 0], [0, 0, 0, 1]], dtype=np.float32)
    return Translation("a b c", source, (Hypothesis("x y", -1.0, target, rows if attention else None),))


def test_measures_by_hand() -> None:
    found = features(example())
    quarter = 0.25 * math.log(4)
    expected = {
        "unknown": 0.25,
        "length_ratio": math.log(3 / 4),
        "source_words": 3.0,
        "mean_logprob": -math.log(8) / 3,
        "min_logprob": -math.log(4),
        "mean_entropy": (0.5 * math.log(2) + 2 * quarter + math.log(2)) / 2,
        "max_entropy": 0.5 * math.log(2) + 2 * quarter,
        "attention_entropy": (0 + quarter + 0.75 * math.log(4 / 3) + 0) / 3,
        "never": 1 / 3,
        "twice": 1 / 3,
    }
    assert found.values == pytest.approx(expected, abs=1e-6)
    assert [w.text for w in found.never] == ["c"]
    assert [w.text for w in found.twice] == ["a"]  # 1.75 target words
    without = features(example(attention=False))
    assert without.values == pytest.approx({n: v for n, v in expected.items() if n not in OF_ATTENTION}, abs=1e-6)


def test_nothing_is_measured_of_nothing() -> None:
    empty = Translation("", (), (Hypothesis("", 0.0, (), np.zeros((0, 0), dtype=np.float32)),))
    assert features(empty).values == {"unknown": 0.0, "length_ratio": 0.0, "source_words": 0.0}


def test_a_line_through_two_points() -> None:
    """Mean log-probability -1 and -3, chrF 80 and 40: 60 at -2, a deviation is 1, so the slope is 20."""
    rows = [{"mean_logprob": -1.0}, {"mean_logprob": -3.0}]
    line = Line.fit(rows, [80.0, 40.0], ridge=0.0)
    assert (line.means, line.scales, line.base) == ((-2.0,), (1.0,), 60.0)
    assert line.weights == pytest.approx((20.0,))
    assert line.project({"mean_logprob": -2.5}) == pytest.approx(50.0)
    assert line.parts({"mean_logprob": -2.5}) == pytest.approx({"mean_logprob": -10.0})
    assert [line.project({"mean_logprob": v}) for v in (0.5, -9.0)] == [100.0, 0.0]
    assert line.project({}) == 60.0
    # with the ridge, 40 / (2 + 1)
    assert Line.fit(rows, [80.0, 40.0], ridge=1.0).weights == pytest.approx((40 / 3,))
    # a measure that goes against its sense counts nothing: here the surer translation is the worse one
    assert Line.fit(rows, [40.0, 80.0], ridge=0.0).weights == (0.0,)


def test_a_length_counts_by_its_distance_from_the_usual() -> None:
    rows = [{"length_ratio": value} for value in (-0.5, 0.1, 0.7)]  # usually 0.1, so at 0.6, 0 and 0.6
    line = Line.fit(rows, [50.0, 80.0, 50.0], ridge=0.0)
    assert [line.project({"length_ratio": v}) for v in (0.1, -0.5, 0.4)] == pytest.approx([80, 50, 65])


def test_weights_are_those_of_least_squares_where_their_signs_allow() -> None:
    random_ = np.random.default_rng(1)
    rows = random_.normal(size=(200, 3))
    scores = 60 + rows @ [4.0, -3.0, -2.0] + random_.normal(size=200)
    names = ("mean_logprob", "mean_entropy", "unknown")
    line = Line.fit([dict(zip(names, row, strict=True)) for row in rows.tolist()], scores.tolist(), ridge=0.0)
    exact, *_ = np.linalg.lstsq(np.column_stack([rows, np.ones(200)]), scores, rcond=None)
    assert np.array(line.weights) / line.scales == pytest.approx(exact[:3], abs=1e-6)


def test_bounds_by_hand() -> None:
    """Sorted by projection: two poor, one between, one poor, then all good."""
    projected = np.array([10.0, 20, 30, 40, *range(50, 70)])
    actual = np.array([40.0, 30, 60, 45, *[90.0] * 20])
    # poor: 1, 1, then 0 and 1 pooled to a half: redo up to 40; good from 50 on
    assert bounds(projected, actual) == (50.0, 40.0)
    assert bounds(projected, np.full(24, 90.0)) == (10.0, 10.0)  # nothing is poor: no more than what is usable
    assert bounds(projected, np.full(24, 20.0)) == (None, 69.0)
    assert bounds(projected, np.full(24, 60.0)) == (None, 50.0)


def test_ranks_against_brute_force() -> None:
    draw = random.Random(3)
    for size in (2, 5, 40):
        for _ in range(20):
            one, other = ([draw.randint(0, 4) for _ in range(size)] for _ in range(2))
            pairs = [(i, j) for i in range(size) for j in range(i)]
            signs = [
                ((one[i] > one[j]) - (one[i] < one[j]), (other[i] > other[j]) - (other[i] < other[j])) for i, j in pairs
            ]
            spread = math.sqrt(sum(a * a for a, _ in signs) * sum(b * b for _, b in signs))
            expected = sum(a * b for a, b in signs) / spread if spread else None
            assert kendall(one, other) == pytest.approx(math.nan if expected is None else expected, nan_ok=True)
    assert kendall([1, 2, 3], [10, 20, 30]) == 1.0
    assert kendall([1, 2, 3], [3, 2, 1]) == -1.0
    assert math.isnan(kendall([], []))


def test_rising_sequence_and_worst_quarter() -> None:
    assert isotonic([1, 0, 2, 1, 3]).tolist() == [0.5, 0.5, 1.5, 1.5, 3]
    # eight sentences, two in the quarter (10 and 20); one of the two projected worst is among them
    assert worst_found([1, 5, 2, 9, 9, 9, 9, 9], [10, 20, 30, 40, 50, 60, 70, 80], 2) == (1, 2, 2)
    # the quarter's end ties with perfect ones: one alone is worse than they
    assert worst_found([5, 1, 9, 9, 9, 9, 9, 9], [10, *[100] * 7], 2) == (1, 2, 1)
    assert [(b.projected, b.actual, b.count) for b in calibration_table([(4, 1), (1, 2), (2, 4), (3, 3)], 2)] == [
        (1.5, 3.0, 2),
        (3.5, 2.0, 2),
    ]


def test_a_calibration_is_fair_to_what_it_was_not_fitted_on() -> None:
    """chrF is exactly 90 + 20 times the log-probability, so that any four fifths project the rest without error."""
    rows = [{"mean_logprob": -0.1 * i} for i in range(40)]
    scores = [90 - 2.0 * i for i in range(40)]
    found = Calibration.fit(rows, scores)
    assert found.error < 1.0  # the ridge alone
    assert found.tau == 1.0
    assert found.verdict(95) == "usable"
    assert found.verdict(60) == "check"
    assert found.verdict(30) == "redo"
    with pytest.raises(InputError, match="5 sentence pairs are too few"):
        Calibration.fit(rows[:5], scores[:5])


@pytest.mark.parametrize("attention", ["bahdanau", "none"])
def test_a_run_keeps_its_calibration(tmp_path: Path, attention: str) -> None:
    folder = make_tiny_run(tmp_path / "run", attention=attention)
    run = RunFolder(folder)
    translator = open_translator(run, device="cpu", threads=1)
    with pytest.raises(InputError, match="validation pairs are not at hand"):
        calibration_file.calibration_of(translator)
    (folder / "data").mkdir()
    write_held_out(folder / "data", "valid", [Pair(s, t) for s, t in zip(SOURCES, TARGETS, strict=True)] * 4)
    told: list[str] = []

    def stop() -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        calibration_file.calibration_of(translator, check=stop)
    assert not calibration_file.calibration_path(run, translator.checkpoint).exists()
    made = calibration_file.calibration_of(translator, progress=lambda done, total, what: told.append(what))
    assert "translating" in told
    assert (made.step, len(made.points), "never" in made.line.names) == (10, 24, attention != "none")
    path = calibration_file.calibration_path(run, translator.checkpoint)
    assert calibration_file.load_calibration(run, translator.checkpoint) == made
    assert calibration_file.load_calibration(run, "step-00000020") is None  # other weights
    judged = made.judge(translator.translate(SOURCES[:1])[0])
    assert 0 <= judged.chrf <= 100
    assert SOURCES[0] not in path.read_text()
    whole = json.loads(path.read_text())
    for broken in ({"format": 2}, {"weights": "other"}, {"line": {}}, {"error": None}, {"points": [[1]]}):
        path.write_text(json.dumps(whole | broken))
        assert calibration_file.load_calibration(run, translator.checkpoint) is None, broken
    path.write_text("{")
    assert calibration_file.calibration_of(translator) == made
