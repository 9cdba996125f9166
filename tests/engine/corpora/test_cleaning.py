"""Cleaning rules, one by one, with expectations by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.run_factory import read_dropped
from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import ConfigError
from workbench.engine.core.types import Pair
from workbench.engine.corpora.cleaning import RULES, Cleaner, DroppedPairs, parse_rules, place


def dropped(rule: str, source: str, target: str, languages: tuple[str, str] = ("", ""), **thresholds: object) -> bool:
    cleaner = Cleaner(DataConfig(cleaning=rule, **thresholds), *languages)  # type: ignore[arg-type]
    kept = list(cleaner.clean([Pair(source, target)]))
    assert cleaner.report.dropped[rule] == 1 - len(kept)
    return not kept


@pytest.mark.parametrize(
    ("rule", "source", "target", "expected"),
    [
        ("empty", "", "x", True),
        ("empty", "x", " \u00a0\t", True),
        ("empty", "x", "y", False),
        ("empty", "x", "\u200b\ufeff", True),
        ("empty", "\u00ad\u2060\u00a0", "y", True),
        ("identical", "The\u200b same", "The same\ufeff", True),
        ("length_ratio", "a" * 10 + "\u200b" * 40, "b" * 10, False),
        ("too_long", "a" * 1000, "b" * 1000, False),
        ("too_long", "a" * 1001, "b", True),
        ("too_long", "é" * 1000, "b", False),
        ("length_ratio", "a" * 40, "b" * 10, False),
        ("length_ratio", "a" * 41, "b" * 10, True),
        ("length_ratio", "b" * 10, "a" * 41, True),
        ("identical", "The  same", "The same ", True),
        ("identical", "The same", "the same", False),
        ("markup_only", "<br/> &nbsp; <b></b>", "text", True),
        ("markup_only", "text", "https://example.org/a?b=c", True),
        ("markup_only", "someone@example.org", "x", True),
        ("markup_only", "Look at <b>this</b>", "x", False),
        ("markup_only", "...", "!!!", False),
        ("markup_only", "3 < 4 > 2", "x", False),
    ],
)
def test_rules(rule: str, source: str, target: str, expected: bool) -> None:
    assert dropped(rule, source, target) is expected


@pytest.mark.parametrize(
    ("languages", "source", "target", "expected"),
    [
        (("en", "ru"), "a word here", "слово здесь", False),
        (("en", "ru"), "a word here", "a word here", True),
        (("eng", "rus"), "слово здесь", "слово здесь", True),
        (("en", "ru"), "Paris", "USA", False),
        (("en", "ru"), "12,345.67", "12 345,67", False),
        (("sr-Latn", "sr-Cyrl"), "dobar dan", "добар дан", False),
        (("sr-Cyrl", "en"), "dobar dan", "good day", True),
        (("ja", "zh"), "これはテストです", "这是一个测试", False),
        (("zh", "ja"), "これはテストです", "これはテストです", True),
    ],
)
def test_wrong_script_by_language(languages: tuple[str, str], source: str, target: str, expected: bool) -> None:
    assert dropped("wrong_script", source, target, languages) is expected


def test_wrong_script_is_learnt_where_the_language_is_unknown() -> None:
    pairs = [Pair("ein Satz hier", "предложение здесь", str(i)) for i in range(30)] + [
        Pair("ein Satz hier", "kein Satz", "x")
    ]
    cleaner = Cleaner(DataConfig(cleaning="wrong_script"))
    assert len(list(cleaner.clean(iter(pairs)))) == 30
    assert cleaner.report.examples["wrong_script"][0]["where"] == "x"


def test_duplicates_fold_blanks_only_and_the_first_stays() -> None:
    pairs = [
        Pair("a b", "c", "1"),
        Pair(" a  b ", "c", "2"),
        Pair("A b", "c", "3"),
        Pair("a b", "d", "4"),
        Pair("a", "b c", "5"),
    ]
    assert [p.where for p in Cleaner(DataConfig(cleaning="duplicate")).clean(pairs)] == ["1", "3", "4", "5"]


def test_a_pair_dropped_for_another_reason_is_no_first_copy() -> None:
    pairs = [Pair("x" * 20, "y"), Pair("x" * 20, "y")]
    cleaner = Cleaner(DataConfig(cleaning="duplicate,length_ratio"))
    assert not list(cleaner.clean(pairs))
    assert cleaner.report.dropped == {"length_ratio": 2, "duplicate": 0}


def test_none_keeps_every_pair_but_lines_over_a_megabyte() -> None:
    pairs = [Pair("", ""), Pair("a", "a"), Pair("a", "a"), Pair("b" * 999_999, "c"), Pair("é" * 500_001, "c")]
    cleaner = Cleaner(DataConfig(cleaning="none"))
    assert len(list(cleaner.clean(pairs))) == 4
    assert cleaner.report.dropped == {"too_long": 1}
    assert len(cleaner.report.examples["too_long"][0]["source"]) == 200


def test_names_of_rules() -> None:
    assert {r.name for r in parse_rules("default")} == {"empty", "too_long", "duplicate"}
    assert {r.name for r in parse_rules("recommended")} == set(RULES)
    assert {r.name for r in parse_rules("default, length-ratio")} == {"empty", "too_long", "duplicate", "length_ratio"}
    assert parse_rules("none") == []
    with pytest.raises(ConfigError, match=r"data\.cleaning.*'emtpy'"):
        parse_rules("emtpy")


def test_dropped_pairs_are_kept_with_reason_and_place(tmp_path: Path) -> None:
    for name in ("one", "two"):
        with DroppedPairs(tmp_path / name) as sink:
            cleaner = Cleaner(DataConfig(), sink=sink)
            many = [Pair(f"{i}", "", f"/home/somebody/corpus.tsv:{i}") for i in range(8)]
            list(cleaner.clean([*many, Pair("ok", "gut", "corpus.tsv:9")]))
    found = list(read_dropped(tmp_path / "one"))
    assert [(reason, pair.source, pair.where) for reason, pair in found][:2] == [
        ("empty", "0", "corpus.tsv:0"),
        ("empty", "1", "corpus.tsv:1"),
    ]
    assert len(found) == cleaner.report.dropped["empty"] == 8
    assert len(cleaner.report.examples["empty"]) == 5
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert place("C:\\data\\a.tmx:12") == "a.tmx:12"
