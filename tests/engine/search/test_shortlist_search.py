"""Searching a shortlist: the same as searching everything with all other pieces forbidden, and only where it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pytest
import torch
from torch import Tensor

from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.models.base import Decodable, Memory, State, StepOutput
from workbench.engine.search.beam import beam_search
from workbench.engine.search.decoding import Sentence
from workbench.engine.search.greedy import greedy
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.shortlist import Shortlist
from workbench.engine.text.special_ids import EOS

CPU = torch.device("cpu")


class Only(Decodable):
    """A model that gives all but some pieces no chance."""

    def __init__(self, model: Decodable, pieces: Sequence[int], vocab: int) -> None:
        self._model, self.has_attention = model, model.has_attention
        self._others = torch.ones(vocab, dtype=torch.bool)
        self._others[list(pieces)] = False

    def encode(self, src: Tensor, lengths: Tensor) -> Memory:
        return self._model.encode(src, lengths)

    def start(self, memory: Memory) -> State:
        return self._model.start(memory)

    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        out = self._model.step(tokens, state, memory)
        return replace(out, logits=out.logits.masked_fill(self._others, -torch.inf))


@pytest.fixture(scope="module")
def translator(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    return open_translator(make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny"), device="cpu", threads=1)


@pytest.mark.parametrize(("search", "beam"), [(beam_search, 4), (greedy, 1)])
def test_a_narrowed_model_finds_what_masking_finds(translator: Translator, search: object, beam: int) -> None:
    vocab = translator.tokenizers.target.size
    pieces = sorted({0, 1, 2, EOS} | set(range(5, vocab, 3)))
    fed = [Sentence([*translator.tokenizers.source.encode(text), EOS]) for text in SOURCES if text]
    settings = SearchConfig(beam=beam, nbest=beam)

    narrow = translator.model.narrowed(torch.tensor(pieces))
    assert narrow is not None
    with translator.model.evaluating():
        whole = search(Only(translator.model, pieces, vocab), fed, settings, CPU)  # type: ignore[operator]
        found = search(narrow, fed, settings, CPU)  # type: ignore[operator]
    for expected, got in zip(whole, found, strict=True):
        assert [np.array(pieces)[g.ids].tolist() for g in got] == [e.ids.tolist() for e in expected]
        np.testing.assert_allclose([g.score for g in got], [e.score for e in expected], rtol=1e-4)


class _Told(Shortlist):
    """Counts how often it is asked."""

    asked = 0

    def pieces(self, sources: object, shared: bool, most: int) -> np.ndarray:
        type(self).asked += 1
        return np.array([0, 1, 2, EOS, 7, 9], dtype=np.int64)


def test_it_is_asked_only_where_nothing_else_is_wanted_than_a_text(translator: Translator) -> None:
    vocab = translator.tokenizers.target.size
    translator.shortlist = _Told(np.zeros((1, 1), np.int32), np.zeros(1, np.int32))
    allowed = {translator.tokenizers.target.piece(i) for i in (7, 9)}
    try:
        texts = [text for text in SOURCES if text][:3]
        for search in (SearchConfig(sampling=True), SearchConfig(shortlist=False)):
            translator.translate(texts, search, details=False)
        translator.translate(texts, SearchConfig())
        translator.translate(texts, SearchConfig(), prefixes=["a"] * 3, details=False)
        assert _Told.asked == 0
        answers = translator.translate(texts, SearchConfig(), details=False)
        assert _Told.asked
        if not (set(translator._utf8.bytes if translator._utf8 else []) & {7, 9}):
            assert all(not "".join(a.text.split()).strip("".join(allowed).replace("\u2581", "")) for a in answers)
    finally:
        translator.shortlist = None
    assert vocab > 20
