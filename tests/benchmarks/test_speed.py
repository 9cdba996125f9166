"""Speed of what training and decoding spend their time in; run with ``make benchmarks``, never part of ``make test``.

Nothing is asserted about time: pytest-benchmark prints the table, and ``--benchmark-compare`` compares two of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from tests.engine.tiny_run import make_tiny_run
from workbench.engine.core.config import RunConfig, SearchConfig, build_config
from workbench.engine.core.types import Pair
from workbench.engine.corpora.cleaning import Cleaner
from workbench.engine.corpora.splits import sentence_hash, split
from workbench.engine.dataset.batch import Batch
from workbench.engine.dataset.batching import BatchSampler, make_batch
from workbench.engine.models.weights import build_model
from workbench.engine.search.opening import open_translator
from workbench.engine.training.optimization.loss import cross_entropy
from workbench.engine.training.optimization.step import TrainingStep

VOCABULARY = 8000


def batch_of(sentences: int, source: int, target: int) -> Batch:
    """Random pieces with lengths about those given."""
    rng = np.random.default_rng(1)

    def side(mean: int) -> list[Any]:
        lengths = rng.integers(mean // 2, mean * 3 // 2, sentences)
        return [rng.integers(4, VOCABULARY, n).astype(np.int32) for n in lengths]

    sources = sorted(side(source), key=len, reverse=True)
    return make_batch(sources, side(target))


def configuration(attention: str, rnn: str) -> RunConfig:
    """The setting of the published comparison: 512 units, embeddings of 256, an output layer of its own."""
    return build_config(
        {"model": {"rnn": rnn, "attention": attention, "embedding": 256, "hidden": 512, "readout": 512, "tie": "none"}}
    )


@pytest.mark.parametrize("fast", [True, False], ids=["fast", "plain"])
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
@pytest.mark.parametrize(("rnn", "attention"), [("lstm", "bahdanau"), ("gru", "bahdanau"), ("lstm", "luong_general")])
def test_training_step(benchmark: Any, rnn: str, attention: str, precision: str, fast: bool) -> None:
    config = configuration(attention, rnn)
    torch.manual_seed(1)
    step = TrainingStep(build_model(config.model, VOCABULARY, VOCABULARY, False), config.training, precision, fast)
    batch = batch_of(64, 14, 16)

    def forward_and_backward() -> None:
        step.zero_grad(set_to_none=True)
        loss, _ = step(batch, 1.0, torch.Generator())
        loss.backward()

    benchmark.extra_info["target_tokens"] = batch.tokens
    benchmark.pedantic(forward_and_backward, rounds=10, warmup_rounds=2)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16], ids=["fp32", "bf16"])
def test_loss(benchmark: Any, dtype: torch.dtype) -> None:
    hidden, weight = torch.randn(1000, 512, requires_grad=True), torch.randn(VOCABULARY, 512, requires_grad=True)
    target = torch.randint(VOCABULARY, (1000,))
    benchmark(lambda: cross_entropy(hidden, weight, None, target, 0.1, dtype)[0].backward())


@pytest.mark.parametrize("beam", [1, 5])
@pytest.mark.parametrize("sentences", [1, 256])
def test_translating(benchmark: Any, tmp_path: Path, sentences: int, beam: int) -> None:
    translator = open_translator(make_tiny_run(tmp_path / "run", hidden=512, embedding=256), device="cpu")
    lines = [" ".join(["ein alter Mann füttert die Vögel"] * (1 + i % 3)) for i in range(sentences)]
    search = SearchConfig(beam=beam, max_ratio=1.0, max_extra=3)
    benchmark.pedantic(lambda: translator.translate(lines, search, details=sentences == 1), rounds=5, warmup_rounds=1)


def test_cutting_an_epoch_of_a_million_pairs(benchmark: Any) -> None:
    rng = np.random.default_rng(1)
    source, target = (rng.integers(3, 60, 1_000_000).astype(np.int32) for _ in range(2))
    benchmark.pedantic(lambda: BatchSampler(source, target, batch_tokens=1500).epoch(0), rounds=3)


def test_splitting_a_hundred_thousand_pairs(benchmark: Any) -> None:
    source = np.array([sentence_hash(f"source {i}") for i in range(100_000)], np.uint64)
    target = np.array([sentence_hash(f"target {i % 90_000}") for i in range(100_000)], np.uint64)
    benchmark.pedantic(lambda: split(source, target, 1000, 1000, 1), rounds=3)


def test_cleaning_ten_thousand_pairs(benchmark: Any) -> None:
    data = build_config({"data": {"cleaning": "recommended"}}).data
    pairs = [Pair(f"This is sentence {i}, of some length.", f"Voici la phrase {i}, longue.") for i in range(10**4)]
    benchmark.pedantic(lambda: sum(1 for _ in Cleaner(data, "en", "fr").clean(pairs)), rounds=3)
