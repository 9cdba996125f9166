"""An epoch holds every pair once, in batches of few different shapes."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from workbench.engine.core.config import TrainingConfig
from workbench.engine.dataset.batching import BatchSampler, make_batch
from workbench.engine.text.special_ids import EOS, PAD
from workbench.engine.training.loader import Loader


@pytest.mark.parametrize("pairs", [50, 3000, 45_000])
def test_an_epoch_has_every_pair_once_and_batches_of_whole_eights(pairs: int) -> None:
    rng = np.random.default_rng(3)
    source, target = (rng.integers(2, 40, pairs).astype(np.int32) for _ in range(2))
    batches = BatchSampler(source, target, batch_tokens=1500).epoch(2)
    assert sorted(np.concatenate(batches).tolist()) == list(range(pairs))
    # pools hold 20,000 pairs, and only the last batch of a pool may be uneven
    assert sum(len(batch) % 8 != 0 for batch in batches) <= -(-pairs // 20_000)
    for batch in batches:
        assert (np.diff(source[batch]) <= 0).all()
        # eight pairs more or less than the budget, each of 40 pieces and end-of-sentence at most
        assert len(batches) <= 2 or abs(int((target[batch] + 1).sum()) - 1500) <= 8 * 41


_LENGTHS = st.one_of(
    st.lists(st.integers(0, 250), min_size=1, max_size=400),
    # mostly short ones with some very long ones among them
    st.lists(
        st.one_of(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.integers(100, 900)),
        min_size=1,
        max_size=400,
    ),
    st.builds(lambda n, length: [length] * n, st.integers(1, 400), st.integers(0, 300)),
)


@settings(max_examples=150, deadline=None)
@given(_LENGTHS, st.integers(16, 4000), st.sampled_from([1, 1, 2, 3]), st.integers(0, 5))
def test_no_batch_is_more_than_a_tenth_over_its_budget(lengths: list[int], budget: int, world: int, epoch: int) -> None:
    target = np.array(lengths, np.int32)
    source = target[::-1].copy()
    ranks = [
        BatchSampler(source, target, batch_tokens=budget, rank=rank, world=world).epoch(epoch) for rank in range(world)
    ]
    assert len({len(batches) for batches in ranks}) == 1
    seen = [int(pair) for batches in ranks for batch in batches for pair in batch]
    assert len(seen) == len(set(seen))
    # with several ranks, the rest of fewer pairs than ranks is left out
    assert len(lengths) - len(seen) < world
    for batches in ranks:
        for batch in batches:
            tokens = sum(lengths[pair] + 1 for pair in batch)
            assert tokens <= (1.1 if world == 1 else 1.25) * budget or len(batch) == 1
    for together in zip(*ranks, strict=True):
        tokens = sum(lengths[pair] + 1 for batch in together for pair in batch)
        assert tokens <= 1.1 * budget * world or all(len(batch) == 1 for batch in together)
    # few shapes, the last batch of the pool apart
    sizes = [sum(len(batch) for batch in together) for together in zip(*ranks, strict=True)]
    assert sum(size % (8 if size > 24 else 4) != 0 and size > 8 for size in sizes) <= 1


@pytest.mark.parametrize(
    ("lengths", "sizes"),
    [
        # of 99 pieces and end-of-sentence each ten fit into a budget of 1,000, and eleven into a tenth more
        ([99] * 40, [8, 8, 8, 8, 8]),
        ([99] * 11, [11]),
        # three fit, then two even shares of three and two
        ([299] * 8, [3, 3, 2]),
        ([1999] * 3, [1, 1, 1]),
        ([1999, 9, 9], [1, 2]),
    ],
)
def test_sizes_of_batches_by_hand(lengths: list[int], sizes: list[int]) -> None:
    target = np.array(lengths, np.int32)
    found = BatchSampler(target, target, batch_tokens=1000).epoch(0)
    assert sorted(len(batch) for batch in found) == sorted(sizes)


def test_long_and_short_pairs_fill_their_batches() -> None:
    rng = np.random.default_rng(8)
    target = np.clip(rng.lognormal(3, 1, 20_000), 1, 250).astype(np.int32)
    batches = BatchSampler(target, target, batch_tokens=1000).epoch(1)
    filled = np.array([(target[batch] + 1).sum() / 1000 for batch in batches])
    assert filled.max() <= 1.1
    assert filled.mean() > 0.9
    assert len({len(batch) for batch in batches}) <= 40


def test_a_fixed_number_of_sentences_is_kept() -> None:
    lengths = np.full(100, 5, np.int32)
    batches = BatchSampler(lengths, lengths, batch_tokens=1500, batch_sentences=30).epoch(0)
    assert sorted(len(batch) for batch in batches) == [10, 30, 30, 30]


def test_sources_are_padded_to_whole_fours() -> None:
    batch = make_batch([np.array([7, 8, 9, 7], np.int32), np.array([7], np.int32)], [np.array([5], np.int32)] * 2)
    assert batch.src.tolist() == [[7, 8, 9, 7, EOS, PAD, PAD, PAD], [7, EOS, *[PAD] * 6]]
    assert batch.src_lengths.tolist() == [5, 2]
    assert batch.tgt_out.tolist() == [[5, EOS], [5, EOS]]


class _Pairs:
    """Pairs whose pieces say which pair they are of."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def source(self, index: int) -> NDArray[np.int32]:
        self.asked.append(index)
        return np.full(2 + index % 3, 10 + index, np.int32)

    def target(self, index: int) -> NDArray[np.int32]:
        return np.full(1 + index % 4, 50 + index, np.int32)


def _groups(*numbers: list[int]) -> list[list[NDArray[np.int64]]]:
    return [[np.array(sorted(n, key=lambda i: -(i % 3)))] for n in numbers]


def test_a_batch_made_ahead_is_the_one_made_on_demand_and_is_made_once() -> None:
    groups = _groups([0, 1, 2], [3, 4], [5, 6, 7, 8])
    pairs = _Pairs()
    loader = Loader(pairs, TrainingConfig())
    for step, group in enumerate(groups):
        (batch,) = loader.take(group, step, groups[step + 1] if step < 2 else None)
        for row, index in enumerate(group[0]):
            length = int(batch.src_lengths[row])
            assert batch.src[row, :length].tolist() == [10 + index] * (2 + index % 3) + [EOS]
            assert batch.tgt_out[row, : batch.tgt_lengths[row]].tolist() == [50 + index] * (1 + index % 4) + [EOS]
    loader.close()
    assert sorted(pairs.asked) == list(range(9))


def test_what_was_made_ahead_is_dropped_after_a_roll_back() -> None:
    first, second, other = _groups([0, 1], [2, 3], [4, 5])
    loader = Loader(_Pairs(), TrainingConfig())
    loader.take(first, 0, second)
    assert int(loader.take(other, 1)[0].src[0, 0]) in (14, 15)
    loader.close()
    assert not [t for t in threading.enumerate() if t.name.startswith("batches")]


def test_a_fault_in_reading_ahead_reaches_the_step_that_needs_the_batch() -> None:
    class Broken(_Pairs):
        def source(self, index: int) -> NDArray[np.int32]:
            if index == 2:
                raise OSError("the disk is gone")
            return super().source(index)

    first, second = _groups([0, 1], [2, 3])
    loader = Loader(Broken(), TrainingConfig())
    loader.take(first, 0, second)
    with pytest.raises(OSError, match="the disk is gone"):
        loader.take(second, 1)
    loader.close()
