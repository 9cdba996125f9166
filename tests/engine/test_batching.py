"""An epoch holds every pair once, in batches of few different shapes."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.batch import EOS, PAD
from workbench.engine.data.batching import BatchSampler, make_batch


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


def test_a_fixed_number_of_sentences_is_kept() -> None:
    lengths = np.full(100, 5, np.int32)
    batches = BatchSampler(lengths, lengths, batch_tokens=1500, batch_sentences=30).epoch(0)
    assert sorted(len(batch) for batch in batches) == [10, 30, 30, 30]


def test_sources_are_padded_to_whole_fours() -> None:
    batch = make_batch([np.array([7, 8, 9, 7], np.int32), np.array([7], np.int32)], [np.array([5], np.int32)] * 2)
    assert batch.src.tolist() == [[7, 8, 9, 7, EOS, PAD, PAD, PAD], [7, EOS, *[PAD] * 6]]
    assert batch.src_lengths.tolist() == [5, 2]
    assert batch.tgt_out.tolist() == [[5, EOS], [5, EOS]]
