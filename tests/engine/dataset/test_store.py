"""Pair store: what goes in comes out, and damage is noticed."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from workbench.engine.core.errors import RunFolderError
from workbench.engine.dataset.store import PairStore, TextStore, TextWriter

IDS = st.lists(st.integers(0, 65_535), max_size=8)


@given(st.lists(st.tuples(IDS, IDS), max_size=20), st.sampled_from([0, 65_536]))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_round_trip(tmp_path: Path, pairs: list[tuple[list[int], list[int]]], vocab_size: int) -> None:
    PairStore.write(tmp_path, "train", iter(pairs), vocab_size=vocab_size)
    store = PairStore.open(tmp_path, "train")
    assert [(store.source(i).tolist(), store.target(i).tolist()) for i in range(len(store))] == pairs
    assert store.source_lengths.tolist() == [len(s) for s, _ in pairs]
    assert store.target_lengths.tolist() == [len(t) for _, t in pairs]
    assert store.source_lengths.dtype == np.int32


def test_two_bytes_an_id_for_small_vocabularies(tmp_path: Path) -> None:
    PairStore.write(tmp_path, "a", [([1, 2, 3], [4])], vocab_size=4000)
    assert (tmp_path / "a.src.ids").stat().st_size == 6
    PairStore.write(tmp_path, "a", [([1, 2, 70_000], [4])], vocab_size=70_001)
    assert PairStore.open(tmp_path, "a").source(0).tolist() == [1, 2, 70_000]


def test_more_than_a_chunk(tmp_path: Path) -> None:
    store = PairStore.write(tmp_path, "t", (([i, i], [i] * (i % 3)) for i in range(10_000)), vocab_size=20_000)
    assert store.source(9_999).tolist() == [9_999, 9_999]
    assert store.target(4_096).tolist() == [4_096]
    assert int(store.target_lengths.sum()) == 3_333 * 3


def test_damage_is_noticed(tmp_path: Path) -> None:
    PairStore.write(tmp_path, "t", [([1, 2], [3]), ([4], [5])], vocab_size=10)
    ids = tmp_path / "t.src.ids"
    ids.write_bytes(ids.read_bytes()[:-2])
    with pytest.raises(RunFolderError, match="truncated"):
        PairStore.open(tmp_path, "t")
    ids.unlink()
    with pytest.raises(RunFolderError, match="missing"):
        PairStore.open(tmp_path, "t")
    with pytest.raises(RunFolderError, match="missing"):
        PairStore.open(tmp_path, "other")
    with pytest.raises(IndexError):
        PairStore.write(tmp_path, "u", [([1], [1])]).source(-1)


def test_an_interrupted_write_leaves_no_store(tmp_path: Path) -> None:
    def failing():  # type: ignore[no-untyped-def]
        yield [1], [2]
        raise KeyboardInterrupt

    PairStore.write(tmp_path, "t", [([1], [1])])
    with pytest.raises(KeyboardInterrupt):
        PairStore.write(tmp_path, "t", failing())
    with pytest.raises(RunFolderError):
        PairStore.open(tmp_path, "t")


def test_text_store(tmp_path: Path) -> None:
    writer = TextWriter(tmp_path / "text")
    for text in ("où", "", "日本 🙂"):
        writer.add(text)
    writer.finish()
    store = TextStore(tmp_path, "text")
    assert [store[i] for i in range(len(store))] == ["où", "", "日本 🙂"]
