"""Two runs tested on the same sentences, side by side."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.run_factory import make_run, say_learnt
from workbench.cli.main import main
from workbench.engine.core.errors import InputError
from workbench.engine.evaluation.run_comparison import CommonTest, common_tests, compare_runs
from workbench.engine.evaluation.test_sets import HELD_OUT, save_result
from workbench.engine.runs.folder import RunFolder

PAIRS = [("one cat", "un chat"), ("two dogs", "deux chiens"), ("a red house", "une maison rouge")]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


def keep(run: RunFolder, key: str, *translations: str, pairs: Any = PAIRS, **scores: Any) -> RunFolder:
    rows = [{"source": s, "reference": r, "translation": t} for (s, r), t in zip(pairs, translations, strict=True)]
    save_result(run, key, {"title": key.title(), "sentences": len(rows), **scores}, rows)
    return run


def both() -> tuple[RunFolder, RunFolder]:
    """The same sentences under two names, and others that only look alike."""
    first, second = make_run("alpha"), make_run("beta")
    keep(first, "news:test", "un chat", "deux chats", "rouge")
    keep(second, HELD_OUT, "un chat", "deux chiens", "une maison")
    keep(first, "files:t.en", "un chat", "deux", "une", pairs=[*PAIRS[:2], ("a red house", "la maison rouge")])
    keep(second, "files:t.en", "x", "y", "z", pairs=PAIRS[::-1])
    return first, second


def test_tests_are_common_when_their_sentences_are_the_same_whatever_they_are_called() -> None:
    first, second = both()
    assert common_tests(first, second) == [CommonTest("news:test", HELD_OUT, "News:Test", 3)]
    keep(second, "files:again", "a", "b", "c", pairs=[*PAIRS[:2], ("a red house", "la maison rouge")])
    assert [test.first for test in common_tests(first, second)] == ["files:t.en", "news:test"]  # the newest first
    with pytest.raises(InputError, match="not tested on the same"):
        compare_runs(first, make_run("gamma"))


def chrf_by_hand(translation: str, reference: str) -> float:
    """chrF2 written down again: character n-grams up to 6 without blanks, recall counts twice as much."""
    one, other = translation.replace(" ", ""), reference.replace(" ", "")
    scores = []
    for order in range(1, 7):
        mine, theirs = ([text[i : i + order] for i in range(len(text) - order + 1)] for text in (one, other))
        if not mine or not theirs:
            continue
        common = sum(min(mine.count(gram), theirs.count(gram)) for gram in set(mine))
        precision, recall = common / len(mine), common / len(theirs)
        scores.append((precision, recall))
    precision, recall = (sum(column) / len(scores) for column in zip(*scores, strict=True))
    return 100 * 5 * precision * recall / (4 * precision + recall) if precision + recall else 0.0


def test_sentences_stand_side_by_side_with_their_difference() -> None:
    found = compare_runs(*both())
    assert [(row.number, row.source, row.first, row.second) for row in found.sentences] == [
        (1, "one cat", "un chat", "un chat"),
        (2, "two dogs", "deux chats", "deux chiens"),
        (3, "a red house", "rouge", "une maison"),
    ]
    for row in found.sentences:
        assert row.first_chrf == pytest.approx(chrf_by_hand(row.first, row.reference))
        assert row.second_chrf == pytest.approx(chrf_by_hand(row.second, row.reference))
    assert [row.difference == 0 for row in found.sentences] == [True, False, False]
    assert found.sentences[1].difference == pytest.approx(100 - chrf_by_hand("deux chats", "deux chiens"))
    assert {score.metric: score.score > score.baseline for score in found.comparisons}["chrF2"]


def test_case_is_ignored_only_where_both_tests_ignored_it() -> None:
    first, second = make_run("alpha"), make_run("beta")
    keep(first, "t", "UN CHAT", "deux", "une", lowercase=True)
    keep(second, "t", "un chat", "deux", "une", lowercase=True)
    assert compare_runs(first, second).sentences[0].difference == 0
    keep(second, "t", "un chat", "deux", "une", lowercase=False)
    assert compare_runs(first, second).sentences[0].difference > 0


def test_a_run_that_trained_on_test_sentences_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    first, second = both()
    assert compare_runs(first, second).warnings == ()  # nobody knows what they were trained on
    say_learnt(first.path, ["three birds", ""], ["trois oiseaux"])
    say_learnt(second.path, ["one cat"], ["deux chiens", "un chat"])
    (warning,) = compare_runs(first, second).warnings
    assert warning == (
        "beta: 2 of 3 test pairs share a sentence with the training pairs (1 by source, 2 by target): their scores"
        " flatter the model."
    )
    assert len(compare_runs(second, second).warnings) == 1  # said once of a run that is both
    assert main(["runs", "compare", "alpha", "beta", "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["warnings"] == [warning]
    assert warning in " ".join(told.err.split())


def test_the_command_shows_the_largest_difference_first(capsys: pytest.CaptureFixture[str]) -> None:
    both()
    assert main(["runs", "compare", "alpha", "beta", "--most", "1"]) == 0
    told = capsys.readouterr().out
    assert "News:Test, 3 sentences" in told
    assert "p = " in told.split("chrF2", 1)[1]
    assert "2: chrF A" in told or "3: chrF A" in told
    assert "1: chrF A" not in told
    assert main(["runs", "compare", "alpha", "beta", "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [row["second"] for row in record["sentences"]] == ["un chat", "deux chiens", "une maison"]
    assert main(["runs", "compare", "alpha", "beta", "--test", "nothing"]) == 2
    assert "news:test" in capsys.readouterr().err
