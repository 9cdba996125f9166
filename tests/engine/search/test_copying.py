"""Copying literals where attention points, and putting sentences together: attention written by hand."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.engine.search.translated_text.copying import copied_line, copy_unknown, is_copied_whole, mark_unknown
from workbench.engine.search.translated_text.joining import join, separator
from workbench.engine.text.units import find_units

END = "</s>"


def pieces(text: str, cut: str, logprob: float | None = None) -> tuple[Token, ...]:
    """Pieces as cut by ``|`` in a copy of the text; blanks belong to the piece after them, the end comes last."""
    assert cut.replace("|", "") == text
    tokens, place = [], 0
    for piece in cut.split("|"):
        start = place + len(piece) - len(piece.lstrip())
        place += len(piece)
        tokens.append(Token(piece.replace(" ", "▁"), start, place, logprob))
    return (*tokens, Token(END, len(text), len(text), logprob))


def copied(source: str, source_cut: str, target: str, target_cut: str, looks: list[int], **options: int) -> Hypothesis:
    """``looks[i]`` is the source piece that target piece i looks at with 0.7; the rest is spread over the others."""
    src, tgt = pieces(source, source_cut), pieces(target, target_cut, -0.5)
    attention = np.full((len(tgt), len(src)), 0.3 / (len(src) - 1), dtype=np.float32)
    attention[np.arange(len(tgt)), looks] = 0.7
    hypothesis = Hypothesis(target, -1.0, tgt, attention)
    unknown = [u for u in find_units(source) if u.is_literal]
    found = copy_unknown(hypothesis, source, src, unknown, **options)
    assert found.attention is not None
    assert found.attention.shape == (len(found.pieces), len(src))
    np.testing.assert_allclose(found.attention.sum(1), 1, atol=1e-5)
    for piece in found.pieces[:-1]:
        assert found.text[piece.start : piece.end] == piece.text.replace("▁", "")
    assert (found.pieces[-1].start, found.pieces[-1].end) == (len(found.text), len(found.text))
    assert found.score == hypothesis.score
    return found


def test_a_number_replaces_the_word_that_looks_at_it() -> None:
    found = copied(
        "The pen costs 57 euros.",
        "The| pen| costs| |5|7| euros|.",
        "Le stylo coûte dizé euros.",
        "Le| stylo| coûte| di|zé| euros|.",
        [0, 1, 2, 4, 5, 6, 7, 8],
    )
    assert found.text == "Le stylo coûte 57 euros."
    assert [p.text for p in found.pieces if p.copied] == ["▁57"]
    assert found.pieces[3].logprob == -1.0  # of both pieces it stands for
    assert found.pieces[4].text == "▁euros"
    assert found.text[found.pieces[4].start : found.pieces[4].end] == "euros"


def test_the_mark_after_a_word_stays_also_inside_its_piece() -> None:
    found = copied("See x@y.org.", "See| x@y|.org|.", "Voir truc.", "Voir| truc.", [0, 1, 3])
    assert found.text == "Voir x@y.org."
    assert [p.text for p in found.pieces] == ["▁Voir".lstrip("▁"), "▁x@y.org.", END]


@pytest.mark.parametrize(
    ("looks", "text"),
    [
        ([1, 1, 0, 2], "{x} chat"),  # two words look at it: one copy
        ([1, 0, 1, 2], "{x} de chat"),  # not side by side: the first of equals, once
        ([0, 0, 0, 2], "le de chat"),  # nothing looks at it
    ],
)
def test_each_literal_is_written_once(looks: list[int], text: str) -> None:
    assert copied("cat {x}", "cat| {x}", "le de chat", "le| de| chat", looks).text == text


def test_what_the_model_wrote_itself_is_left_alone() -> None:
    target = "le {x} du chat"
    assert copied("cat {x}", "cat| {x}", target, "le| {x}| du| chat", [1, 0, 1, 0, 2]).text == target
    twice = copied("%s and %s", "%s| and| %s", "%s et tata", "%s| et| tata", [0, 1, 2, 3])
    assert twice.text == "%s et %s"


def test_the_forced_beginning_is_left_alone() -> None:
    assert copied("{x} cat", "{x}| cat", "Le chat", "Le| chat", [0, 1, 2]).text == "{x} chat"
    assert copied("{x} cat", "{x}| cat", "Le chat", "Le| chat", [0, 1, 2], protected=2).text == "Le chat"


def test_two_literals_change_places_with_the_attention_and_markup_touches_its_word() -> None:
    assert copied("{a} of {b}", "{a}| of| {b}", "un de deux", "un| de| deux", [2, 1, 0, 3]).text == "{b} de {a}"
    found = copied("<b>cat</b> is", "<b>|cat|</b>| is", "un chat deux est", "un| chat| deux| est", [0, 1, 2, 3, 4])
    assert found.text == "<b>chat</b> est"


def test_scripts_without_blanks_are_replaced_character_by_character() -> None:
    assert copied("猫は{n}です", "猫|は|{n}|です", "cat is so", "cat| is| so", [0, 3, 2, 4]).text == "cat is {n}"
    assert copied("cat is {n}", "cat| is| {n}", "猫某だ", "猫|某|だ", [0, 2, 1, 3]).text == "猫{n}だ"


def test_without_attention_or_literals_nothing_changes() -> None:
    plain = Hypothesis("le chat", 0.0, pieces("le chat", "le| chat"), None)
    assert copy_unknown(plain, "a {x}", pieces("a {x}", "a| {x}"), find_units("a {x}")) is plain
    assert copied("big cat", "big| cat", "le chat", "le| chat", [0, 1, 2]).text == "le chat"


@pytest.mark.parametrize(
    ("text", "whole"),
    [("5", True), (" %s ", True), ("5 - {x}.", True), ("???", True), ("😀", True), ("5 cats", False), ("Жук", False)],
)
def test_lines_of_literals_only_are_copied_whole(text: str, whole: bool) -> None:
    assert is_copied_whole(text, find_units(text)) is whole


def test_a_literal_that_was_seen_is_for_the_model() -> None:
    assert not is_copied_whole("5 7", [find_units("5 7")[1]])


def test_a_copied_line_looks_at_itself() -> None:
    source = (Token("▁", 1, 1), Token("<0x35>", 1, 2), Token("%", 2, 3), Token(END, 4, 4))
    found = copied_line(" 5% ", source, True)
    assert (found.text, found.score) == ("5%", 0.0)
    assert [(p.start, p.end) for p in found.pieces] == [(0, 0), (0, 1), (1, 2), (2, 2)]
    assert all(p.copied for p in found.pieces)
    np.testing.assert_array_equal(found.attention, np.eye(4))
    assert copied_line("5", source, False).attention is None


def test_pieces_of_unknown_words_are_marked() -> None:
    text = "the %s cat"
    marked = mark_unknown(pieces(text, "the| %|s| cat"), [u for u in find_units(text) if u.is_literal])
    assert [t.unknown for t in marked] == [False, True, True, False, False]


def part(source: str, target: str, score: float, weight: float, second: str | None = None) -> Translation:
    tgt, src = pieces(target, target, -0.1), pieces(source, source)
    attention = np.array([[weight, 1 - weight], [0, 1]], dtype=np.float32)
    nbest = [Hypothesis(target, score, tgt, attention, attention[None, None])]
    if second is not None:
        nbest.append(Hypothesis(second, score - 1, pieces(second, second, -0.2), attention, attention[None, None]))
    return Translation(source, src, tuple(nbest))


def test_sentences_are_joined_with_their_offsets_and_block_diagonal_attention() -> None:
    line = "Yes.  No! "
    parts = [part("Yes.", "Oui.", -1.0, 0.8, "Si."), part("No!", "Non !", -2.0, 0.6)]
    found = join(line, [(0, 4), (6, 9)], parts, "fr")
    assert found.source == line
    assert [(h.text, h.score) for h in found.nbest] == [("Oui. Non !", -1.5), ("Si. Non !", -2.0)]
    assert [(t.text, t.start, t.end) for t in found.source_pieces] == [
        ("Yes.", 0, 4),
        (END, 4, 4),
        ("No!", 6, 9),
        (END, 9, 9),
    ]
    assert [(t.text, t.start, t.end) for t in found.target_pieces] == [
        ("Oui.", 0, 4),
        (END, 4, 4),
        ("Non▁!", 5, 10),
        (END, 10, 10),
    ]
    expected = [[0.8, 0.2, 0, 0], [0, 1, 0, 0], [0, 0, 0.6, 0.4], [0, 0, 0, 1]]
    np.testing.assert_allclose(found.attention, expected, atol=1e-6)
    assert found.best.layers is not None
    np.testing.assert_allclose(found.best.layers[0, 0], expected, atol=1e-6)


def test_what_stands_between_sentences() -> None:
    assert separator("Oui.", "Non.", "fr") == " "
    assert separator("是。", "不。", "zh_CN") == ""
    assert separator("は。", "いや。", "") == ""
    assert separator("OK.", "Yes.", "zh") == " "  # nothing Chinese on either side
    assert separator("สวัสดี", "ลาก่อน", "th") == " "
    assert separator("", "Non.", "fr") == separator("Oui.", "", "fr") == ""
