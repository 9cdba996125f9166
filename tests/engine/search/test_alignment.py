"""Word links from attention, the Pharaoh format, symmetrising, alignment error rate: expected values by hand."""

from __future__ import annotations

import numpy as np
import pytest

from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Hypothesis, Token, Translation, WordAlignment
from workbench.engine.evaluation.evaluate import aer
from workbench.engine.search.alignment import (
    grow_diag,
    merge_pieces,
    parse_pharaoh,
    pharaoh,
    strongest,
    word_alignment,
)
from workbench.engine.text.words import words


def test_pieces_are_summed_over_the_source_and_averaged_over_the_target() -> None:
    source = [Token("▁Haus", 0, 4), Token("tür", 4, 7), Token("▁auf", 8, 11), Token("</s>", 11, 11)]
    target = [Token("▁open", 0, 4), Token("▁do", 5, 7), Token("or", 7, 9), Token("</s>", 9, 9)]
    attention = np.array(
        [[0.1, 0.1, 0.7, 0.1], [0.6, 0.2, 0.1, 0.1], [0.2, 0.4, 0.2, 0.2], [0.0, 0.0, 0.0, 1.0]], dtype=np.float32
    )
    merged = merge_pieces(attention, "Haustür auf", source, "open door", target)
    assert [w.text for w in merged.source] == ["Haustür", "auf"]
    assert [(w.text, w.start, w.end) for w in merged.target] == [("open", 0, 4), ("door", 5, 9)]
    np.testing.assert_allclose(merged.weights, [[0.2, 0.7], [0.7, 0.15]], atol=1e-6)
    assert pharaoh(strongest(merged.weights)) == "0-1 1-0"
    assert strongest(merged.weights, threshold=0.71) == frozenset()


def test_byte_pieces_and_lone_blanks_fall_to_the_right_word() -> None:
    # "a ж": the second character is two byte pieces that share its span, after a piece that is only a blank.
    pieces = [Token("▁a", 0, 1), Token("▁", 2, 2), Token("<0xD0>", 2, 3), Token("<0xB6>", 2, 3), Token("</s>", 3, 3)]
    merged = merge_pieces(np.full((5, 5), 0.2, np.float32), "a ж", pieces, "a ж", pieces)
    np.testing.assert_allclose(merged.weights, [[0.2, 0.4], [0.2, 0.4]], atol=1e-6)


def test_words_are_what_whitespace_separates() -> None:
    assert [(w.text, w.start, w.end) for w in words("  ab,\tc \u00a0d")] == [("ab,", 2, 5), ("c", 6, 7), ("d", 9, 10)]
    assert merge_pieces(np.zeros((0, 0), np.float32), "", [], "", []).weights.shape == (0, 0)
    assert strongest(np.zeros((0, 3), np.float32)) == frozenset()


def test_pharaoh_lines_are_written_in_order_and_read_back() -> None:
    assert pharaoh({(2, 0), (0, 1), (0, 0)}) == "0-0 0-1 2-0"
    assert parse_pharaoh(" 0-0  1?2 10-3 1?0 0?0\n") == WordAlignment(
        frozenset({(0, 0), (10, 3)}), frozenset({(1, 2), (1, 0)})
    )
    for wrong in ("0", "0-", "a-b", "0-1-2", "-1-0", "0–1"):
        with pytest.raises(InputError, match=r"gold:3: .*i-j"):
            parse_pharaoh(wrong, where="gold:3")


def test_growing_adds_neighbours_that_cover_a_new_word() -> None:
    forward = frozenset({(0, 0), (1, 1), (2, 1), (4, 4)})
    backward = frozenset({(0, 0), (1, 1), (1, 2), (3, 3)})
    # (2,1) and (1,2) touch (1,1); (3,3) touches neither (1,1) nor them at first, but then (2,1)? no: it is two away
    # from (1,1), two from (2,1) in the target, two from (1,2) in the source. (4,4) would touch it, so neither is in.
    assert grow_diag(forward, backward) == {(0, 0), (1, 1), (2, 1), (1, 2)}
    # a chain is followed to its end
    assert grow_diag(frozenset({(0, 0), (1, 1), (2, 2)}), frozenset({(0, 0)})) == {(0, 0), (1, 1), (2, 2)}
    # a neighbour whose two words are linked already is not added
    assert grow_diag(frozenset({(0, 0), (1, 1), (0, 1)}), frozenset({(0, 0), (1, 1)})) == {(0, 0), (1, 1)}


def test_alignment_error_rate_by_hand() -> None:
    gold = [WordAlignment(frozenset({(0, 0), (1, 1)}), frozenset({(2, 2)})), WordAlignment(frozenset({(0, 1)}))]
    found = [frozenset({(0, 0), (2, 2), (3, 3)}), frozenset({(0, 1)})]
    # A = 4 links, S = 3; A & S = {0-0} and {0-1} = 2; A & P = {0-0, 2-2} and {0-1} = 3; 1 - 5 / 7
    assert aer(found, gold) == pytest.approx(1 - 5 / 7)
    assert aer([g.sure for g in gold], gold) == 0.0
    assert aer([frozenset({(9, 9)})], [WordAlignment(frozenset({(0, 0)}))]) == 1.0


def test_words_that_share_a_translation_are_all_linked() -> None:
    source = (Token("▁used", 0, 4), Token("▁to", 5, 7), Token("▁sing", 8, 12), Token("</s>", 12, 12))
    target = (Token("▁chantait", 0, 8), Token("</s>", 8, 8))
    attention = np.array([[0.5, 0.2, 0.25, 0.05], [0.0, 0.0, 0.1, 0.9]], np.float32)
    translation = Translation("used to sing", source, (Hypothesis("chantait", -1.0, target, attention),))
    assert pharaoh(word_alignment(translation).sure) == "0-0 1-0 2-0"
    assert pharaoh(word_alignment(translation, threshold=0.3).sure) == "0-0"
