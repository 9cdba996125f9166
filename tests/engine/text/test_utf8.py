"""Byte pieces only ever make whole characters, whatever a model likes best."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import torch

from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.search.constraints.utf8 import Utf8
from workbench.engine.search.opening import open_translator
from workbench.engine.text.special_ids import EOS, byte_value

VOCABULARY = ["<pad>", "<unk>", "<s>", "</s>", *(f"<0x{b:02X}>" for b in range(256)), "▁a", "b"]


def allowed(table: Utf8, state: torch.Tensor) -> set[int]:
    scores = torch.zeros(1, len(VOCABULARY))
    table.mask(scores, state)
    return {i for i, s in enumerate(scores[0].tolist()) if s == 0}


@pytest.mark.parametrize("char", ["A", "é", "߿", "ࠀ", "€", "\ud7ff", "\ue000", "\uffff", "𐀀", "😀", "\U0010ffff"])
def test_every_character_can_be_written_and_nothing_else_in_between(char: str) -> None:
    table = Utf8(VOCABULARY)
    state = table.start(1)
    data = char.encode()
    for place, byte in enumerate(data):
        choices = allowed(table, state)
        assert 4 + byte in choices
        if place:  # inside a character there are only bytes, no text and no end
            assert all(0x80 <= byte_value(VOCABULARY[c]) <= 0xBF for c in choices)
        state = table.advance(state, torch.tensor([4 + byte]))
    assert int(state) == 0
    assert {EOS, len(VOCABULARY) - 1} <= allowed(table, state)


def test_what_may_follow_is_what_python_decodes() -> None:
    table = Utf8(VOCABULARY)
    for first, second in itertools.product(range(0x20, 256), range(0x78, 0xC8)):
        state = table.start(1)
        if 4 + first not in allowed(table, state):
            assert first in (0x7F, *range(0x80, 0xC2), *range(0xF5, 0x100))
            continue
        state = table.advance(state, torch.tensor([4 + first]))
        if first < 0x80:
            continue
        follows = 4 + second in allowed(table, state)
        tails = [b"", b"\x80", b"\x80\x80"]
        assert follows == any(_decodes(bytes([first, second]) + tail) for tail in tails), (first, second)


def _decodes(data: bytes) -> bool:
    try:
        return len(data.decode()) == 1
    except UnicodeDecodeError:
        return False


def test_no_character_begins_that_the_limit_would_cut() -> None:
    table = Utf8(VOCABULARY)
    scores = torch.zeros(4, len(VOCABULARY))
    table.mask_late(scores, torch.tensor([0, 1, 2, 3]))
    for room, row in enumerate(scores):
        for byte in (0x41, 0xC3, 0xE2, 0xF0):
            fits = len({0x41: "A", 0xC3: "é", 0xE2: "€", 0xF0: "😀"}[byte].encode()) <= room + 1
            assert bool(row[4 + byte] == 0) is fits
        assert row[EOS] == 0


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny", seed=3)


@pytest.mark.parametrize(
    "search",
    [
        SearchConfig(beam=1),
        SearchConfig(beam=4, nbest=4),
        SearchConfig(beam=3, no_repeat_ngram=1, nbest=3),
        SearchConfig(beam=1, no_repeat_ngram=2),
        SearchConfig(sampling=True, temperature=5.0, nbest=8),
        SearchConfig(sampling=True, top_k=3, nbest=4, no_repeat_ngram=1),
    ],
    ids=str,
)
@pytest.mark.parametrize("longest", [1, 2, 3, 12])
def test_no_output_of_a_random_model_has_broken_characters(folder: Path, search: SearchConfig, longest: int) -> None:
    translator = open_translator(folder, device="cpu", threads=1)
    with torch.no_grad():  # a model that likes bytes best
        bias = translator.model.output.bias
        bias[4:260] += 6.0
    short = search.model_copy(update={"max_ratio": 1e-6, "max_extra": longest})
    for answer in translator.translate(SOURCES, short):
        for hypothesis in answer.nbest:
            assert "\ufffd" not in hypothesis.text
            assert not any(ord(c) < 32 for c in hypothesis.text)
            assert 1 <= len(hypothesis.pieces) <= longest + 1
