"""Beam search against the enumeration of every possible output."""

from __future__ import annotations

import numpy as np
import psutil
import pytest
import torch
from torch import Tensor

from tests.engine.table_model import TableModel
from workbench.engine.core.config import SearchConfig
from workbench.engine.models.base import Memory, State, StepOutput
from workbench.engine.search.beam import beam_search
from workbench.engine.search.constraints.ngrams import repeated_ngrams
from workbench.engine.search.decoding import Sentence
from workbench.engine.search.greedy import greedy
from workbench.engine.search.topk import top_k
from workbench.engine.text.special_ids import EOS

CPU = torch.device("cpu")
SOURCES = [[4, 5, 6, EOS], [6, EOS], [5, 5, 4, EOS], [4, EOS], [6, 4, EOS]]


def settings(**values: object) -> SearchConfig:
    # Outputs of at most 4 pieces and the end, whatever the source.
    return SearchConfig(**{"max_ratio": 0.01, "max_extra": 4, **values})


@pytest.mark.parametrize("alpha", [0.0, 1.0, 2.0])
@pytest.mark.parametrize("beta", [0.0, 0.7])
@pytest.mark.parametrize("seed", [0, 1])
def test_a_beam_wide_enough_finds_the_true_best_outputs(alpha: float, beta: float, seed: int) -> None:
    model = TableModel(7, seed)  # 3 words: 1 + 3 + 9 + 27 + 81 = 121 outputs, at most 27 x 3 candidates to keep
    search = settings(beam=64, nbest=8, length_penalty=alpha, coverage_penalty=beta)
    for source, found in zip(SOURCES, beam_search(model, sentences(SOURCES), search, CPU, details=True), strict=True):
        expected = model.enumerate(source, 4, alpha, beta)[:8]
        assert [f.ids.tolist() for f in found] == [target for _, target in expected]
        assert [f.score for f in found] == pytest.approx([score for score, _ in expected], abs=1e-5)


def sentences(sources: list[list[int]]) -> list[Sentence]:
    return [Sentence(s) for s in sources]


@pytest.mark.parametrize("decode", [greedy, beam_search])
def test_details_are_those_of_the_output_read_piece_by_piece(decode) -> None:  # type: ignore[no-untyped-def]
    model = TableModel(9, 3)
    search = settings(beam=3, nbest=3, max_extra=6, alternatives=4)
    for source, found in zip(SOURCES, decode(model, sentences(SOURCES), search, CPU, details=True), strict=True):
        for hypothesis in found:
            target = hypothesis.ids.tolist()
            logprobs, attention = model.sequence(source, target)
            assert hypothesis.logprobs == pytest.approx(logprobs, abs=1e-5)
            np.testing.assert_allclose(hypothesis.attention, attention.numpy(), atol=1e-6)
            ids, values = hypothesis.alternatives
            assert ids.shape == values.shape == (len(target), 4)
            for step, piece in enumerate(target):
                others = [model.sequence(source, [*target[:step], int(i)])[0][-1] for i in ids[step]]
                assert values[step] == pytest.approx(others, abs=1e-5)
                best = max(range(3, 9), key=lambda i: model.sequence(source, [*target[:step], i])[0][-1])
                assert ids[step, 0] == best
                assert piece >= EOS


def test_greedy_takes_the_best_piece_each_time_and_equals_a_beam_of_one() -> None:
    model = TableModel(9, 5)
    search = settings(beam=1, max_extra=12)
    found = greedy(model, sentences(SOURCES), search, CPU)
    for source, (hypothesis,) in zip(SOURCES, found, strict=True):
        target: list[int] = []
        while not target or target[-1] != EOS:
            pieces = range(EOS, 9) if len(target) < 12 else [EOS]
            target.append(max(pieces, key=lambda p: model.sequence(source, [*target, p])[0][-1]))
        assert hypothesis.ids.tolist() == target
    for one, (other,) in zip(beam_search(model, sentences(SOURCES), search, CPU), found, strict=True):
        assert one[0].ids.tolist() == other.ids.tolist()
        assert one[0].score == pytest.approx(other.score, abs=1e-5)


@pytest.mark.parametrize("width", [1, 4])
def test_a_sentence_gets_the_same_answer_alone_and_in_a_batch_that_it_leaves_early(width: int) -> None:
    model = TableModel(12, 2, sharpness=1.0)
    generator = np.random.default_rng(0)
    sources = [[*generator.integers(4, 12, n).tolist(), EOS] for n in generator.integers(1, 9, 40)]
    search = SearchConfig(beam=width, nbest=width, coverage_penalty=0.3, max_ratio=1.0, max_extra=3)
    decode = greedy if width == 1 else beam_search
    together = decode(model, sentences(sources), search, CPU, details=True)
    rows, model.rows_seen = model.rows_seen, []
    assert rows[-1] < max(rows), "no finished sentence left the batch"
    for source, found in zip(sources, together, strict=True):
        (alone,) = decode(model, sentences([source]), search, CPU, details=True)
        assert [a.ids.tolist() for a in alone] == [f.ids.tolist() for f in found]
        for a, f in zip(alone, found, strict=True):
            np.testing.assert_allclose(a.attention, f.attention, atol=1e-6)
            assert a.score == pytest.approx(f.score, abs=1e-5)


@pytest.mark.parametrize("decode", [greedy, beam_search])
def test_shortest_and_longest_outputs_follow_the_source(decode) -> None:  # type: ignore[no-untyped-def]
    model = TableModel(8, 1)
    longer = SearchConfig(beam=3, min_ratio=2.0, max_ratio=3.0, max_extra=1)
    for source, found in zip(SOURCES, decode(model, sentences(SOURCES), longer, CPU), strict=True):
        words = len(source) - 1
        assert 2 * words <= len(found[0].ids) - 1 <= 3 * words + 1
    model.bigram[:, EOS] = -50.0  # a model that never ends by itself
    capped = SearchConfig(beam=3, max_ratio=1.0, max_extra=2)
    for source, found in zip(SOURCES, decode(model, sentences(SOURCES), capped, CPU), strict=True):
        assert len(found[0].ids) - 1 == len(source) - 1 + 2
        assert found[0].ids[-1] == EOS


def test_repeated_ngrams_names_every_forbidden_piece() -> None:
    history = torch.tensor([[5, 6, 5, 7, 5], [4, 4, 4, 5, 6]])
    pairs = {tuple(p) for p in torch.stack(repeated_ngrams(history, 2), 1).tolist()}
    assert pairs == {(0, 6), (0, 7)}
    assert {tuple(p) for p in torch.stack(repeated_ngrams(history, 1), 1).tolist()} == {
        (0, 5),
        (0, 6),
        (0, 7),
        (1, 4),
        (1, 5),
        (1, 6),
    }
    assert repeated_ngrams(history[:, :1], 2)[0].numel() == 0


@pytest.mark.parametrize("decode", [greedy, beam_search])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_no_ngram_is_repeated_when_that_is_forbidden(decode, size: int) -> None:  # type: ignore[no-untyped-def]
    model = TableModel(8, 4)
    model.bigram[:, EOS] = -9.0
    free = SearchConfig(beam=3, max_ratio=1.0, max_extra=12)
    bound = SearchConfig(beam=3, max_ratio=1.0, max_extra=12, no_repeat_ngram=size)

    def repeats(ids: list[int]) -> bool:
        grams = [tuple(ids[i : i + size]) for i in range(len(ids) - size + 1)]
        return len(grams) != len(set(grams))

    assert any(repeats(f[0].ids.tolist()) for f in decode(model, sentences(SOURCES), free, CPU))
    assert not any(repeats(f[0].ids.tolist()) for f in decode(model, sentences(SOURCES), bound, CPU))


def test_cancelling_stops_at_the_next_step() -> None:
    model = TableModel(8, 4)
    calls = []

    def check() -> None:
        calls.append(1)
        if len(calls) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        beam_search(model, sentences(SOURCES), settings(min_ratio=2.0, max_extra=50), CPU, check=check)
    assert len(model.rows_seen) == 2


@pytest.mark.parametrize("size", [10, 700, 5003])
def test_top_k_by_blocks_is_top_k(size: int) -> None:
    values = torch.randn(7, size, generator=torch.Generator().manual_seed(size))
    values[3, 5:] = -torch.inf
    best, places = top_k(values, 5)
    expected = values.topk(5)
    assert torch.equal(best, expected.values)
    assert torch.equal(values.gather(1, places), best)
    assert torch.equal(places[:3], expected.indices[:3])


class Wide(TableModel):
    """A model whose steps make and drop tensors as large as those of a real one, and never ends a translation."""

    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        mask = memory.mask
        energy = torch.tanh(torch.full((*mask.shape, 512), 0.5) + tokens[:, None, None])
        attention = energy.mean(-1).masked_fill(~mask, -torch.inf).softmax(-1)
        logits = torch.rand(len(tokens), 8000) + 20.0
        logits[:, EOS] = 0.0
        return StepOutput(logits, state, attention)


@pytest.mark.parametrize("decode", [greedy, beam_search])
def test_what_the_steps_drop_is_used_again_by_the_next(decode) -> None:  # type: ignore[no-untyped-def]
    process, taken = psutil.Process(), []
    sentences = [Sentence([4] * 64 + [EOS])] * 12
    decode(
        Wide(5, 1), sentences, SearchConfig(beam=5), CPU, details=True,
        check=lambda: taken.append(process.memory_info().rss),
    )  # fmt: skip
    assert len(taken) > 120
    # 60 hypotheses of 138 steps keep 5 MB; a step makes 15 MB of large tensors
    assert max(taken) - taken[2] < 60e6
