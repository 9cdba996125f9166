"""Whatever is typed is answered: every script, controls, halves of characters, and lines without end."""

from __future__ import annotations

import sys
import unicodedata
from dataclasses import replace

import numpy as np
import pytest

from tests.engine.tiny_run import make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import Cancelled
from workbench.engine.search.alignment import word_alignment
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translated_text.joining import MOST_WEIGHTS
from workbench.engine.search.translator import Translator
from workbench.engine.text.units import find_units

#: Scripts by the first words of the names of their letters.
SCRIPTS: dict[str, str] = {}
for code in range(0x41, sys.maxunicode + 1):
    if unicodedata.category(chr(code))[0] in "LM":
        name = unicodedata.name(chr(code), "?").split()[0]
        if len(SCRIPTS.get(name, "")) < 24:
            SCRIPTS[name] = SCRIPTS.get(name, "") + chr(code)

ODD = [
    "\x00", "a\x00b", "\x1b[2J\x07", "\x7f\x9f", "\ud800", "a\udc00\ud800b", "\u202eabc\u202c def",
    "\u2066a\u2069\u200f",
    "e" + "\u0301" * 1000,
    "👨‍👩‍👧‍👦🏳️‍🌈👍🏽", "🇫🇷" * 50, "\u200d" * 50, "\ufe0f", "\ufffe\uffff",
    "\U0010ffff", "\ue000", "\U000e0041\U000e007f",
    "<b>The cat</b> &amp; <img src='x'>",
    "\t \u3000\u2028\u2029\x85\r\n", "Ａｂｃ ①Ⅷ㎏ﬁ", "ß İ ŉ ǆ",
    "{{a}} %1$s ${b} C:\\a 0x80", "\u1160\u115f\u3164", "﷽" * 30,
]  # fmt: skip

#: Lines of nothing but these took minutes once, or may one day: each pattern that reads text meets its own beginnings.
REPEATED = [
    ",", "'", '"', "«", "» ", ".)", "<!--", "<a b=c ", "{{", "&a", "a@", "a.", "a.a", "http://", "A. ",
    "1. ", "(1) ", "x ? ", "…", "! ", "(", "[", "/a", "A1-", "a_",
    "0,", "\u200d", "\u0301", "\u3000", "\ud800", "😀", "漢", "ก", "ا", "a", "word ", "The cat sleeps. ", "<b>",
]  # fmt: skip


@pytest.fixture(scope="module")
def translator(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    run = make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")
    return open_translator(run, device="cpu", threads=1)


def test_every_script_and_every_oddity_is_answered_with_offsets_into_the_line(translator: Translator) -> None:
    assert len(SCRIPTS) > 150
    lines = [*SCRIPTS.values(), *ODD]
    search = SearchConfig(beam=2, max_ratio=0.5, max_extra=3)
    for line, answer in zip(lines, translator.translate(lines, search), strict=True):
        assert answer.source == line
        assert all(0 <= p.start <= p.end <= len(line) for p in answer.source_pieces)
        assert all(0 <= p.start <= p.end <= len(answer.text) for p in answer.target_pieces)
        answer.text.encode("utf-8", "surrogatepass")
        if answer.attention is not None:
            assert answer.attention.shape == (len(answer.target_pieces), len(answer.source_pieces))


@pytest.mark.timeout(120)
@pytest.mark.parametrize("unit", REPEATED)
def test_a_line_of_a_hundred_thousand_characters_is_cut_into_parts_that_can_be_decoded(
    translator: Translator, unit: str
) -> None:
    line = (unit * 100_000)[:100_000]
    longest = translator.config.training.max_tokens
    spans = translator.parts(line)
    assert "".join(line[a:b] for a, b in spans).split() == "".join(line.split()).split() or "".join(
        line[a:b] for a, b in spans
    ).replace(" ", "") == line.replace(" ", "").replace("\u3000", "")
    widest = max(spans, key=lambda span: span[1] - span[0])
    part = line[slice(*widest)]
    if part.strip():
        assert len(translator.tokenizers.source.encode(part)) <= longest
        assert len(part) <= 16 * (longest + 1)
        find_units(part)  # patterns that take the square of a part's length take it of that alone


def test_a_long_line_costs_what_its_parts_cost_and_can_be_cancelled_at_each_step(translator: Translator) -> None:
    line = "Ein Hund schläft unter dem Tisch " * 300  # 10,000 characters without a stop
    search = SearchConfig(beam=1, max_ratio=0.1, max_extra=2)
    steps = 0

    def check() -> None:
        nonlocal steps
        steps += 1
        if steps == stop:
            raise Cancelled("enough")

    stop = 0
    (answer,) = translator.translate([line], search, check=check)
    parts = translator.parts(line)
    assert len(parts) > 5
    assert answer.source_pieces[-1].end == len(line.rstrip())
    assert sum(p.text == "</s>" for p in answer.source_pieces) == len(parts)
    spans = [p for p in answer.source_pieces if p.end > p.start]
    assert [p.start for p in spans] == sorted(p.start for p in spans)
    assert {line[p.start : p.end] for p in spans if p.text == "▁Hund"} <= {"Hund"}
    assert (answer.attention is None) == (len(answer.target_pieces) * len(answer.source_pieces) > MOST_WEIGHTS)
    all_steps, steps, stop = steps, 0, 7
    assert all_steps > 7
    with pytest.raises(Cancelled):
        translator.translate([line], search, check=check)
    assert steps == 7


def test_attention_of_thousands_of_pieces_is_left_out(translator: Translator) -> None:
    line = "ab, " * 2500
    (answer,) = translator.translate([line], SearchConfig(beam=1, max_ratio=1.0, max_extra=1))
    assert len(answer.target_pieces) * len(answer.source_pieces) > MOST_WEIGHTS
    assert answer.attention is None
    assert answer.to_json()["attention"] is None
    # a word's link names the same words as the joined matrix would
    whole = np.zeros((len(answer.target_pieces), len(answer.source_pieces)), dtype=np.float32)
    row = column = 0
    for block in answer.best.blocks:
        whole[row : row + block.shape[0], column : column + block.shape[1]] = block
        row, column = row + block.shape[0], column + block.shape[1]
    assert (row, column) == whole.shape
    joined = replace(answer, nbest=(replace(answer.best, attention=whole, blocks=()),))
    links = word_alignment(answer, 1e-6).sure
    assert len(links) > 1000
    assert links == word_alignment(joined, 1e-6).sure
