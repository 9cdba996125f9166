"""Splits: no sentence of a held-out pair, on either side, is in training, whatever the corpus looks like."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.core.types import Pair
from workbench.engine.corpora.splits import (
    TEST,
    TRAIN,
    VALID,
    derived_sizes,
    find_leaks,
    groups_of,
    sentence_hash,
    split,
)
from workbench.engine.text.same_sentence import normalise


def hashes(texts: list[str]) -> np.ndarray:
    return np.array([sentence_hash(t) for t in texts], np.uint64)


def test_normalise() -> None:
    assert normalise("  Où\u00a0EST\tle  CHAT ") == normalise("ou\u0300 est le chat")
    assert normalise("Straße") == normalise("STRASSE")
    assert normalise("ﬁn １") == "fin 1"
    assert normalise("resume") != normalise("résumé")
    assert normalise("\ufeffThe\u200b caf\u00adé\u200f") == "the café"


def test_groups_by_hand() -> None:
    # a-x and b-x share a target, b-y a source with it, d-A a sentence on the other side; c-z stands alone.
    source, target = hashes(["a", "b", "b", "c", "d"]), hashes(["x", "x", "y", "z", "A"])
    groups = groups_of(source, target)
    assert groups[0] == groups[1] == groups[2] == groups[4] != groups[3]


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=40))
@settings(max_examples=120, deadline=None)
def test_groups_are_connected_components(edges: list[tuple[int, int]]) -> None:
    source, target = (np.array([e[i] for e in edges], np.uint64) for i in (0, 1))
    # An independent way: grow each component by hand until nothing changes.
    sets: list[set[int]] = []
    for edge in edges:
        joined = set(edge)
        for other in [s for s in sets if s & joined]:
            sets.remove(other)
            joined |= other
        sets.append(joined)
    expected = [next(i for i, s in enumerate(sets) if edge[0] in s) for edge in edges]
    found = groups_of(source, target).tolist()
    assert len(set(zip(expected, found, strict=True))) == len(set(expected)) == len(set(found))


def test_a_long_chain_is_one_group() -> None:
    numbers = np.random.default_rng(1).permutation(20_001).astype(np.uint64)
    assert set(groups_of(numbers[:-1], numbers[1:]).tolist()) == {0}


@given(
    st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=80),
    st.integers(0, 20),
    st.integers(0, 20),
    st.integers(0, 5),
)
@settings(max_examples=120, deadline=None)
def test_nothing_leaks(edges: list[tuple[int, int]], valid: int, test: int, seed: int) -> None:
    source, target = (np.array([e[i] for e in edges], np.uint64) for i in (0, 1))
    result = split(source, target, valid, test, seed)
    words = {
        part: {w for e, p in zip(edges, result.assignment, strict=True) if p == part for w in e} for part in range(3)
    }
    assert not words[TRAIN] & words[VALID]
    assert not words[TRAIN] & words[TEST]
    assert not words[VALID] & words[TEST]
    assert result.count(VALID) <= valid
    assert result.count(TEST) <= test
    assert np.array_equal(result.assignment, split(source, target, valid, test, seed).assignment)


def test_exact_sizes_when_pairs_stand_alone() -> None:
    source = np.arange(1000, dtype=np.uint64)
    result = split(source, source + np.uint64(5000), 70, 30, 1)
    assert (result.count(VALID), result.count(TEST), result.count(TRAIN)) == (70, 30, 900)
    other = split(source, source + np.uint64(5000), 70, 30, 2)
    assert not np.array_equal(result.assignment, other.assignment)


def test_a_group_too_large_goes_to_training_and_is_reported() -> None:
    # 60 pairs say the same thing; 140 stand alone.
    source = np.array([7] * 60 + list(range(100, 240)), np.uint64)
    target = np.arange(1000, 1200, dtype=np.uint64)
    result = split(source, target, 20, 20, 1)
    assert (result.assignment[:60] == TRAIN).all()
    assert (result.oversized_groups, result.oversized_pairs, result.largest_group) == (1, 60, 60)
    assert (result.count(VALID), result.count(TEST)) == (20, 20)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        (0, (0, 0)),
        (1, (0, 0)),
        (5, (1, 0)),
        (30, (3, 0)),
        (50, (5, 5)),
        (150, (10, 10)),
        (1000, (50, 50)),
        (100_000, (1000, 1000)),
    ],
)
def test_derived_sizes(pairs: int, expected: tuple[int, int]) -> None:
    assert derived_sizes(pairs) == expected


def test_find_leaks_by_hand() -> None:
    train_source, train_target = hashes(["One.", "Two."]), hashes(["Un.", "Deux."])
    held_out = [Pair("ONE.", "x"), Pair("y", " deux. "), Pair("two.", "Deux."), Pair("new", "neuf"), Pair("", "")]
    report = find_leaks(train_source, train_target, held_out)
    assert (report.pairs, report.source, report.target, report.either) == (5, 2, 2, 3)
    assert report.examples[0] == ["ONE.", "x"]


@pytest.mark.slow
def test_a_million_pairs_in_seconds() -> None:
    draw = np.random.default_rng(1)
    source = draw.integers(0, 800_000, 1_000_000).astype(np.uint64)
    target = draw.integers(10**7, 10**7 + 800_000, 1_000_000).astype(np.uint64)
    before = time.process_time()
    result = split(source, target, 1000, 1000, 1)
    assert time.process_time() - before < 20
    assert result.largest_group > 100_000
