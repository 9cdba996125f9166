"""What a translation hangs on: by hand on models with known weights, and against finite differences."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest
import torch

from tests.engine.table_model import TableModel
from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import ATTENTION, GRADIENT, OCCLUSION, Token, Translation
from workbench.engine.evaluation.ranks import kendall
from workbench.engine.inspection.influence import (
    Influence,
    gradient_times_input,
    influence,
    left_out,
    rank_agreement,
    shares_of,
)
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.special_ids import EOS
from workbench.engine.text.words import words

CPU = torch.device("cpu")


def test_ranks_by_hand() -> None:
    # Of the six pairs of 1 2 3 4 and 1 3 2 4 five stand the same way: (5 - 1) / 6.
    assert kendall([1, 2, 3, 4], [1, 3, 2, 4]) == pytest.approx(4 / 6)
    # With a tie on one side: two of three pairs are told, both the same way; sqrt(2 * 3) below.
    assert kendall([1, 1, 2], [1, 2, 3]) == pytest.approx(2 / math.sqrt(6))
    assert kendall([1, 2], [2, 1]) == -1
    assert math.isnan(kendall([1, 1], [1, 2]))
    grids = np.array([[1, 2, 3], [1, 1, 1], [3, 2, 1]]), np.array([[1, 2, 3], [1, 2, 3], [1, 2, 3]])
    assert rank_agreement(*grids) == pytest.approx(0.0)  # 1, no order, -1


def test_shares_of_nats() -> None:
    halved, doubled = math.log(2), -math.log(2)
    assert shares_of(OCCLUSION, np.array([[halved, doubled, 0]])) == pytest.approx(np.array([[0.5, -0.5, 0]]))
    assert shares_of(GRADIENT, np.array([[1.0, -3.0], [0, 0]])) == pytest.approx(np.array([[0.25, -0.75], [0, 0]]))


def test_agreement_by_hand() -> None:
    tokens = tuple(Token(letter, place, place + 1) for place, letter in enumerate("abc"))
    attention, lost = np.array([[0.1, 0.3, 0.6]]), np.array([[-1.0, 2.0, 1.0]])
    found = Influence(Translation("abc", (), ()), tokens, tokens[:1], attention, lost, np.array([[0.3, -0.2, 0.1]]))
    # Of three pairs two are as in the attention where left out, none by the magnitudes of the gradient.
    expected = {(ATTENTION, OCCLUSION): 1 / 3, (ATTENTION, GRADIENT): -1.0, (OCCLUSION, GRADIENT): -1 / 3}
    assert found.agreement == pytest.approx(expected)


def test_left_out_on_known_weights() -> None:
    model = TableModel(7, seed=0, sharpness=0.0)
    model.lexicon[4, 5] = math.log(7.0)  # a source of 4 alone makes 5 likely: 7 of 7 + 6
    # Everything is looked at alike, so that of [4, 6, EOS] a third of the score reaches the output.
    lost = left_out(model, [4, 6, EOS], [5, EOS], [[0], [1], [0, 1], [0, 1, 2], []], CPU)

    def likelihood(share: float) -> float:
        odds = 7.0**share
        return math.log(odds / (odds + 6))

    expected = [likelihood(0), likelihood(1 / 2), likelihood(0), likelihood(1 / 3), likelihood(1 / 3)]
    assert lost[0] == pytest.approx(expected, abs=1e-6)


def test_left_out_is_the_model_on_shorter_sentences() -> None:
    model = TableModel(9, seed=3)
    source, target = [4, 7, 5, 7, EOS], [6, 8, 4, EOS]
    lost = left_out(model, source, target, [[place] for place in range(5)], CPU)
    for place in range(5):
        rest = source[:place] + source[place + 1 :]
        assert lost[:, place] == pytest.approx(model.sequence(rest, target)[0], abs=1e-5)


@pytest.fixture(scope="module", params=["bahdanau", "none", "luong_general", "gru"])
def translator(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Translator:
    how = {"rnn": "gru"} if request.param == "gru" else {"attention": request.param}
    run = make_tiny_run(tmp_path_factory.mktemp("run") / "tiny", encoder_layers=2, tie="none", **how)
    return open_translator(run, device="cpu", threads=1)


def test_gradient_against_finite_differences(translator: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    """The change of a log-probability when the embedding of one piece alone grows by a little."""
    model = translator.model
    assert isinstance(model, torch.nn.Module)
    (pair,) = translator.read_pairs(["Ein Hund schläft."], ["A dog sleeps."])
    assert pair is not None
    ids, target = list(pair.sentence.ids), pair.target
    weights = {name: value.clone() for name, value in model.state_dict().items()}
    model.double()
    try:
        found = gradient_times_input(model, ids, target, CPU)
        monkeypatch.setattr("workbench.engine.inspection.influence._KEPT", 3 * len(ids) * len(target))
        assert gradient_times_input(model, ids, target, CPU) == pytest.approx(found, abs=1e-6)  # a few rows at a time
        table = model.source_embedding.weight
        little = 1e-5
        for place in {ids.index(piece) for piece in ids if ids.count(piece) == 1}:
            row, ends = table[ids[place]].clone(), []
            for factor in (1 + little, 1 - little):
                with torch.no_grad():
                    table[ids[place]] = row * factor
                ends.append(_logprobs(model, ids, target))
            with torch.no_grad():
                table[ids[place]] = row
            assert found[:, place] == pytest.approx((ends[0] - ends[1]) / (2 * little), abs=1e-4)
        assert np.abs(found).max() > 0.01
    finally:
        model.float()
        model.load_state_dict(weights)


def _logprobs(model: torch.nn.Module, ids: list[int], target: list[int]) -> np.ndarray:
    memory = model.encode(torch.tensor([ids]), torch.tensor([len(ids)]))
    state, before, found = model.start(memory), torch.tensor([2]), []
    for piece in target:
        out = model.step(before, state, memory)
        state, before = out.state, torch.tensor([piece])
        found.append(float(out.logits[0].log_softmax(-1)[piece]))
    return np.array(found)


def test_one_grid_for_all_kinds(translator: Translator) -> None:
    source, target = SOURCES[1], TARGETS[1]
    pieces = influence(translator, source, target)
    (forced,) = translator.force([source], [target])
    assert (pieces.source, pieces.target) == (forced.source_pieces, forced.best.pieces)
    shape = len(pieces.target), len(pieces.source)
    assert pieces.occlusion.shape == pieces.gradient.shape == shape
    assert (pieces.attention is None) == (not translator.has_attention)
    if pieces.attention is not None:
        assert pieces.attention == pytest.approx(forced.best.attention, abs=1e-6)
    assert len(pieces.agreement) == (3 if translator.has_attention else 1)
    assert all(-1 <= tau <= 1 for tau in pieces.agreement.values())


def test_a_word_is_left_out_whole_and_its_pieces_count_together(translator: Translator) -> None:
    source, target = SOURCES[0], TARGETS[0]
    whole = influence(translator, source, target, divide=lambda text, _: words(text))
    pieces = influence(translator, source, target)
    assert [t.text for t in whole.source] == source.split()
    assert [t.text for t in whole.target] == target.split()
    split = next(i for i, w in enumerate(whole.source) if sum(_in(w, p) for p in pieces.source) > 1)
    rest = source.split()
    del rest[split]
    (pair,) = translator.read_pairs([source], [target])
    assert pair is not None
    # The last word's pieces, told by the model of the sentence without that word.
    kept = [i for i, p in zip(pair.sentence.ids, pieces.source, strict=True) if not _in(whole.source[split], p)]
    (alone,) = left_out(translator.model, kept, pair.target, [[]], CPU).T
    inside = [i for i, p in enumerate(pieces.target) if _in(whole.target[-1], p)]
    logprobs = np.array([p.logprob for p in pieces.target])
    assert whole.occlusion[-1, split] == pytest.approx((logprobs - alone)[inside].sum(), abs=1e-4)
    assert whole.target[-1].logprob == pytest.approx(logprobs[inside].sum(), abs=1e-4)
    columns = [i for i, p in enumerate(pieces.source) if _in(whole.source[split], p)]
    assert whole.gradient[-1, split] == pytest.approx(pieces.gradient[np.ix_(inside, columns)].sum(), abs=1e-4)


def _in(word: Token, piece: Token) -> bool:
    return piece.end > piece.start and word.start <= piece.start < word.end


def test_what_cannot_be_looked_into(translator: Translator, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nothing to read"):
        influence(translator, "  ", "A dog.")
    with pytest.raises(InputError, match="more than 200 pieces"):
        influence(translator, "xqj " * 300, "A dog.")
    with pytest.raises(InputError, match="gives no gradients"):
        gradient_times_input(TableModel(7, seed=0), [4, EOS], [5, EOS], CPU)
    record = influence(translator, SOURCES[5], "").to_json()
    assert len(record[OCCLUSION]) == 1
    assert (record[ATTENTION] is None) == (not translator.has_attention)
