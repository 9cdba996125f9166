"""What training saw: literals found in text, the file beside the tokenizer, and which words of a text are unknown."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import numpy as np
import pytest

from workbench.engine.core.config import TokenizerConfig
from workbench.engine.core.errors import RunFolderError
from workbench.engine.text.seen import SEEN, SeenCounter, SourceSeen
from workbench.engine.text.tokenizer import Tokenizer, Tokenizers
from workbench.engine.text.units import find_units, may_hold_literals

# Words and marks between literals; every literal is in «», every number in ‹›.
TEXTS = [
    "see «http://example.com/a?b=c». («https://x.org/y_z»), «www.foo.de»!",
    "write to «anna.b@example.org» or «@anna» about «#topic»",
    "«%s» of «%1$d» and «%(name)s», «%-5.2f» ‹100%› sure, ‹5%›!",
    "«{name}» «{0}» «{0:.2f}» «{{ user }}» «${HOME}» «$HOME» «%USERNAME%»",
    '«<b>»The cat«</b>» is «<br/>» «<a href="x y">»big«</a>» «&amp;» «&#39;» ‹3› < ‹4›',
    "line«\\n»next «/usr/bin/env» and/or «C:\\Users\\me»",
    "«ISO-9001» «A4» «COVID-19» «v2.0.1» «snake_case» «MAX_SIZE» «4X-99-B» 2nd 10am 5km 90s",
    "‹5› ‹3.5› ‹1,000› ‹12:30› ‹-5› ‹$3.50› ‹٣٫٥› ‹1990›.",
    "The cat is «😀». «👨‍👩‍👧» don't l'homme e-mail Mr. U.S.",
    "decade face added «a1b2c3d4e5»",
    "你好«{name}»吗",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_literals_are_told_from_words(marked: str) -> None:
    text, wanted, kinds = "", [], {"«": "literal", "‹": "number"}
    for char in marked:
        if char in kinds:
            wanted.append([kinds[char], len(text), -1])
        elif char in "»›":
            wanted[-1][2] = len(text)
        else:
            text += char
    found = [[u.kind, u.start, u.end] for u in find_units(text) if u.is_literal]
    assert found == wanted
    assert may_hold_literals(text)
    units = find_units(text)
    assert [text[u.start : u.end] for u in units] == [u.text for u in units]
    covered = {place for u in units for place in range(u.start, u.end)}
    assert all(c.isspace() for place, c in enumerate(text) if place not in covered)


def test_plain_sentences_need_no_look() -> None:
    assert not may_hold_literals("The old man, it seems, is sleeping.")
    assert may_hold_literals("???")


LINES = 8 * [
    "the cat sleeps",
    "the dog sees the cat",
    "a bird sings in 1990",
    "the man eats bread",
    "%s is a cat",
    "...",
]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    return Tokenizers.train(LINES, LINES, TokenizerConfig(vocab_size=330, kind="bpe")).source


@pytest.fixture(scope="module")
def seen(tokenizer: Tokenizer) -> SourceSeen:
    counter = SeenCounter(tokenizer, len(LINES), "en")
    for start in range(0, len(LINES), 7):
        part = LINES[start : start + 7]
        counter.add(part, tokenizer.encode_arrays(part))
    return counter.result()


def unknown(seen: SourceSeen, tokenizer: Tokenizer, text: str) -> list[str]:
    return [u.text for u in seen.unknown_units(text, *tokenizer.encode_tokens(text))]


def test_unknown_are_words_without_a_seen_piece_and_literals_never_met(seen: SourceSeen, tokenizer: Tokenizer) -> None:
    assert unknown(seen, tokenizer, "the cat sings in 1990 %s ...") == []
    assert unknown(seen, tokenizer, "The CAT sleeps") == []  # case is no difference
    wanted = ["Жук", "你", "{x}", "57", "%d", "😀", "!"]
    assert unknown(seen, tokenizer, "the Жук sees 你 {x} bread 57 cat %d 😀!") == wanted
    assert unknown(seen, tokenizer, "the man breads gnib") == ["gnib"]  # spelt letter by letter
    assert unknown(seen, tokenizer, "the catdog") == []  # of pieces that were seen
    for text in LINES:
        assert unknown(seen, tokenizer, text) == []


def test_signs_alone_are_a_line_of_their_own(seen: SourceSeen) -> None:
    assert seen.knows_line(" ... ")
    assert not seen.knows_line("!")
    assert not seen.knows_word("\n...")


def _archive(pieces: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("pieces.npy", pieces)
    return out.getvalue()


def test_it_is_kept_beside_the_tokenizer(seen: SourceSeen, tokenizer: Tokenizer, tmp_path: Path) -> None:
    seen.save(tmp_path)
    loaded = SourceSeen.load(tmp_path, tokenizer)
    assert (loaded.pieces == seen.pieces).all()
    assert seen.words is not None
    assert loaded.words is not None
    assert (loaded.words == seen.words).all()
    assert (loaded.rule, loaded.spells) == (seen.rule, seen.spells)
    first = (tmp_path / SEEN).read_bytes()
    seen.save(tmp_path)
    assert (tmp_path / SEEN).read_bytes() == first
    numpys = b"\x93NUMPY\x01\x00\x10\x00"  # and 16 bytes that numpy reads as Python
    packed = [_archive(numpys + b"{'descr': ((,   "), _archive(numpys + b"\x00" * 40_000_000), _archive(b"pickle")]
    for damaged in (b"", first[:50], b"PK nonsense", first[: len(first) // 2], *packed):
        (tmp_path / SEEN).write_bytes(damaged)
        with pytest.raises(RunFolderError, match=SEEN):
            SourceSeen.load(tmp_path, tokenizer)
    other = SourceSeen(np.ones(8, dtype=bool))
    other.save(tmp_path)
    with pytest.raises(RunFolderError, match="another tokenizer"):
        SourceSeen.load(tmp_path, tokenizer)


def test_an_older_run_gets_what_its_vocabulary_tells(tokenizer: Tokenizer, tmp_path: Path) -> None:
    seen = SourceSeen.load(tmp_path, tokenizer)
    assert seen.rule.spans("Yes. No.") == [(0, 5), (5, 8)]
    assert unknown(seen, tokenizer, "the cat Жук 57 %d") == ["Жук", "57", "%d"]


@pytest.mark.parametrize(("several", "splits"), [(1, True), (4, False), (20, False)])
def test_a_model_of_paragraphs_is_told_by_its_training_lines(tokenizer: Tokenizer, several: int, splits: bool) -> None:
    lines = ["The cat sleeps. The dog sees it."] * several + ["the cat sleeps"] * (20 - several)
    counter = SeenCounter(tokenizer, len(lines), "en")
    counter.add(lines, tokenizer.encode_arrays(lines))
    rule = counter.result().rule
    assert rule.several == several / 20
    assert (len(rule.spans("One day he left. Nobody saw him again. We wait.")) > 1) is splits


def test_two_sentences_stay_together_where_training_had_such_lines(tokenizer: Tokenizer) -> None:
    lines = [
        "The lamp? He sees it.",
        "A cat sleeps.",
        "The dog sees it.",
        "Who is it?",
        "A bird sings.",
        "He eats.",
        "A man eats bread.",
        "A cat sees the dog.",
    ]
    counter = SeenCounter(tokenizer, len(lines), "en")
    counter.add(lines, tokenizer.encode_arrays(lines))
    rule = counter.result().rule
    assert rule.fragments == (("?", 2),)
    for line, count in (
        ("The cat? He sees it.", 1),
        ("He eats. She sings.", 2),
        ("Where is the lamp? He has it.", 2),
        ("My lamp? He has it. My cat? It sleeps. Good.", 3),
    ):
        assert len(rule.spans(line, "en")) == count, line
