"""What if a piece had looked elsewhere: that step alone is another, and with its own weights nothing changes."""

from __future__ import annotations

import math
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.engine.table_model import TableModel
from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError
from workbench.engine.inspection.what_if import Looking, WhatIf, moved, pieces_of_word, with_weight
from workbench.engine.models.base import Attend, Memory, State, StepOutput
from workbench.engine.models.rnn.model import RnnMemory
from workbench.engine.search.batches import batches
from workbench.engine.search.beam import beam_search
from workbench.engine.search.decoding import Sentence, pad_sources
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.special_ids import BOS, EOS

CPU = torch.device("cpu")
A, B = 4, 5


class Lexicon(TableModel):
    """Says what the attended source piece means, and can look elsewhere."""

    def __init__(self) -> None:
        super().__init__(6, 0)
        self.bigram.zero_()
        self.trigram.zero_()
        self.lexicon.zero_()
        self.gaze.fill_(-torch.inf)
        self.looked: list[int] = []

    def step_looking(self, tokens: Tensor, state: State, memory: Memory, attend: Attend) -> StepOutput:
        self.looked.append(len(self.rows_seen))
        out = self.step(tokens, state, memory)
        assert out.attention is not None
        weights = attend(out.attention)
        attended = torch.einsum("bs,bsv->bv", weights - out.attention, self.lexicon[memory.src])  # type: ignore[attr-defined]
        return StepOutput(out.logits + attended, out.state, weights)


def test_a_choice_worked_by_hand() -> None:
    model = Lexicon()
    model.lexicon[A, A] = model.lexicon[B, B] = 2.0
    model.gaze[:, A], model.gaze[:, B] = math.log(0.8), math.log(0.2)  # nothing for the end
    search = SearchConfig(beam=1, length_penalty=0.0, max_ratio=0.1, max_extra=3)

    def found(model: Any) -> Any:
        return beam_search(model, [Sentence([A, B, EOS])], search, CPU, details=True)[0][0]

    plain = found(model)
    assert plain.ids.tolist() == [A, A, A, EOS]
    elsewhere = with_weight(plain.attention[1], [1], 0.9)
    np.testing.assert_allclose(elsewhere, [0.1, 0.9, 0.0], atol=1e-6)
    changed = found(Looking(model, 1, elsewhere))
    assert changed.ids.tolist() == [A, B, A, EOS]
    # The logits of end, a and b are 0, 0.2 and 1.8 there, and 0, 1.6 and 0.4 where the model looks by itself.
    there, usual = 1 + math.exp(0.2) + math.exp(1.8), 1 + math.exp(1.6) + math.exp(0.4)
    # padding, unknown and begin count in the model's probabilities, though they are never taken
    assert changed.logprobs[1] == pytest.approx(1.8 - math.log(there + 3), abs=1e-5)
    assert changed.logprobs[0] == pytest.approx(1.6 - math.log(usual + 3), abs=1e-5)
    np.testing.assert_allclose(
        changed.attention, [[0.8, 0.2, 0], [0.1, 0.9, 0], [0.8, 0.2, 0], [0.8, 0.2, 0]], atol=1e-6
    )
    assert len(model.looked) == 1


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


KINDS = [{"attention": "bahdanau"}, {"attention": "luong_general", "rnn": "gru"}, {"attention": "luong_dot"}]


@pytest.fixture(scope="module", params=KINDS, ids=["bahdanau", "general", "dot"])
def translator(folder: Path, request: pytest.FixtureRequest) -> Translator:
    kind: dict[str, Any] = request.param
    return open_translator(make_tiny_run(folder / kind["attention"], **kind), device="cpu", threads=1)


def test_with_the_weights_of_the_model_nothing_changes(translator: Translator) -> None:
    asked = WhatIf(translator, SOURCES[0], translator.config.search.model_copy(update={"beam": 3}))
    assert (
        asked.hypothesis.text
        == translator.translate([SOURCES[0]], SearchConfig(beam=3, max_ratio=1.0, max_extra=3))[0].text
    )
    for step in (0, 1, len(asked.hypothesis.pieces) - 1):
        outcome = asked.go_on(step, asked.own(step))
        assert outcome.after.text == outcome.before.text
        assert outcome.after.score == pytest.approx(outcome.before.score, abs=1e-5)
        logprobs = [[p.logprob for p in h.pieces] for h in (outcome.after, outcome.before)]
        assert logprobs[0] == pytest.approx(logprobs[1], abs=1e-5)
        np.testing.assert_allclose(outcome.after.attention, outcome.before.attention, atol=1e-5)
        assert [p.text for p in outcome.after.pieces[:step]] == [p.text for p in asked.hypothesis.pieces[:step]]


def test_that_step_alone_looks_elsewhere(translator: Translator) -> None:
    asked = WhatIf(translator, SOURCES[1])
    step, place = 2, len(asked.own(2)) - 1
    weights = with_weight(asked.own(step), [place], 0.95)
    outcome = asked.go_on(step, weights)
    attention = outcome.after.attention
    assert attention is not None
    np.testing.assert_allclose(attention[step], weights, atol=1e-6)
    np.testing.assert_allclose(attention.sum(1), 1.0, atol=1e-5)
    np.testing.assert_allclose(attention[:step], asked.hypothesis.attention[:step], rtol=1e-5, atol=1e-5)  # type: ignore[index]
    assert [p.text for p in outcome.after.pieces[:step]] == [p.text for p in asked.hypothesis.pieces[:step]]
    assert outcome.after.pieces[step].logprob != outcome.before.pieces[step].logprob


def test_a_sentence_too_long_for_two_at_once_gets_the_same_answer(
    translator: Translator, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = WhatIf(translator, SOURCES[1])
    weights = with_weight(asked.own(1), [0], 0.9)
    together = asked.go_on(1, weights)
    monkeypatch.setattr("workbench.engine.search.translator.batches", partial(batches, rows=5))
    apart = asked.go_on(1, weights)
    for one, other in ((apart.before, together.before), (apart.after, together.after)):
        assert one.text == other.text
        assert one.score == pytest.approx(other.score, abs=1e-5)
    assert apart.after.pieces[1].logprob != apart.before.pieces[1].logprob


def test_looking_at_one_place_is_a_source_of_which_nothing_else_is_seen(translator: Translator) -> None:
    model: Any = translator.model
    ids = [*translator.tokenizers.source.encode(SOURCES[0]), EOS]
    with torch.inference_mode():
        memory = model.encode(*pad_sources([Sentence(ids)], CPU))
        assert isinstance(memory, RnnMemory)
        state, tokens = model.start(memory), torch.tensor([BOS])
        alone = torch.zeros(1, len(ids))
        alone[0, 2] = 1.0
        found = model.step_looking(tokens, state, memory, lambda own: alone)
        blind = RnnMemory(alone > 0, memory.lengths, memory.outputs, memory.keys, memory.summary)
        expected = model.step(tokens, state, blind)
        plain = model.step(tokens, state, memory)
    torch.testing.assert_close(found.logits, expected.logits)
    assert found.attention.tolist() == alone.tolist()
    assert not torch.allclose(found.logits, plain.logits)


def test_weights_are_shared_out() -> None:
    own = np.array([0.5, 0.3, 0.2], dtype=np.float32)
    np.testing.assert_allclose(with_weight(own, [1], 0.3), own, atol=1e-7)
    np.testing.assert_allclose(with_weight(own, [1], 0.65), [0.25, 0.65, 0.1], atol=1e-7)
    np.testing.assert_allclose(with_weight(own, [0], 0.0), [0.0, 0.6, 0.4], atol=1e-7)
    np.testing.assert_allclose(with_weight(own, [1, 2], 0.75), [0.25, 0.45, 0.3], atol=1e-7)
    np.testing.assert_allclose(with_weight(np.array([1, 0, 0], np.float32), [0], 0.5), [0.5, 0.25, 0.25])
    np.testing.assert_allclose(with_weight(np.array([1, 0, 0], np.float32), [2], 0.5), [0.5, 0, 0.5])
    np.testing.assert_allclose(with_weight(np.ones(1, np.float32), [0], 0.2), [1.0])
    np.testing.assert_allclose(moved(own, [0], [2]), [0.0, 0.3, 0.7], atol=1e-7)
    np.testing.assert_allclose(moved(own, [1], [1]), own)
    np.testing.assert_allclose(moved(own, [2], [0, 1]), [0.625, 0.375, 0.0], atol=1e-6)  # 0.2 as 0.5 to 0.3
    np.testing.assert_allclose(moved(own, [0, 1], [2]), [0.0, 0.0, 1.0], atol=1e-7)
    none = np.array([1.0, 0.0, 0.0], dtype=np.float32)
    np.testing.assert_allclose(moved(none, [0], [1, 2]), [0.0, 0.5, 0.5], atol=1e-7)
    with pytest.raises(InputError, match="between 0 and 1"):
        with_weight(own, [0], 1.5)


def test_words_and_what_cannot_be_asked(tmp_path: Path, translator: Translator) -> None:
    asked = WhatIf(translator, SOURCES[1])
    pieces, text = asked.translation.source_pieces, SOURCES[1]
    for number, word in enumerate(["Zwei", "Kinder", "spielen", "mit", "einem", "roten", "Ball."]):
        places = pieces_of_word(text, pieces, number)
        assert text[pieces[places[0]].start : pieces[places[-1]].end] == word
    with pytest.raises(InputError, match="7 words"):
        pieces_of_word(text, pieces, 7)
    with pytest.raises(InputError, match="pieces"):
        asked.own(len(asked.hypothesis.pieces))
    with pytest.raises(ValueError, match="sum to 1"):
        asked.go_on(0, np.zeros_like(asked.own(0)))
    with pytest.raises(InputError, match="2 parts"):
        WhatIf(translator, " ".join(SOURCES[:2]), SearchConfig(split_sentences="on"))
    blind = open_translator(make_tiny_run(tmp_path / "blind", attention="none"), device="cpu", threads=1)
    with pytest.raises(InputError, match="no attention"):
        WhatIf(blind, SOURCES[0])
    begun = WhatIf(translator, SOURCES[1], prefix=TARGETS[1][:12])
    assert begun.hypothesis.text.startswith(TARGETS[1][:12])
