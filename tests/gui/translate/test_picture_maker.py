"""Pieces merged to words."""

from __future__ import annotations

import math

from PySide6.QtWidgets import (
    QApplication,
)

from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.gui.translate.picture.picture_maker import make_picture, split_words
from workbench.gui.views.pictures.picture import Spot, describe


def test_pieces_are_added_on_the_source_side_and_averaged_on_the_target_side() -> None:
    import numpy as np

    def token(text: str, start: int, end: int, logprob: float) -> Token:
        return Token(text, start, end, logprob)

    source = (Token("▁un", 0, 2), Token("do", 2, 4), Token("▁it", 5, 7), Token("</s>", 7, 7))
    pieces = (token("▁dé", 0, 2, -0.5), token("fais", 2, 6, -0.25), token("▁le", 7, 9, -1.0), token("</s>", 9, 9, 0.0))
    weights = np.array([[0.6, 0.2, 0.1, 0.1], [0.1, 0.5, 0.2, 0.2], [0, 0, 1, 0], [0, 0, 0, 1]], dtype=np.float32)
    hypothesis = Hypothesis("défais le", -1.0, pieces, weights)
    translation = Translation("undo it", source, (hypothesis,))
    merged = make_picture(translation, hypothesis, words=True, prefix="défais")
    assert [t.text for t in merged.source] == ["undo", "it"]
    assert [t.text for t in merged.target] == ["défais", "le"]
    np.testing.assert_allclose(merged.weights, [[0.7, 0.15], [0.0, 1.0]], atol=1e-6)
    assert [t.logprob for t in merged.target] == [-0.75, -1.0]
    assert merged.forced == 1
    assert make_picture(translation, hypothesis, words=False, prefix="défais").forced == 2


def test_words_of_a_script_without_blanks_do_not_cut_pieces(qapp: QApplication) -> None:
    text = "我们喜欢音乐。 ok"
    whole = split_words(text, [Token("我们", 0, 2), Token("喜欢", 2, 4), Token("音乐。", 4, 7), Token("ok", 8, 10)])
    assert [(w.text, w.start) for w in whole] == [("我们", 0), ("喜欢", 2), ("音乐。", 4), ("ok", 8)]


def test_the_share_of_a_word_of_several_pieces_is_not_named_like_that_of_a_piece(qapp: QApplication) -> None:
    def sure(*logprobs: float) -> str:
        pieces = tuple(Token("ab"[i], i, i + 1, p) for i, p in enumerate(logprobs))
        hypothesis = Hypothesis("ab"[: len(pieces)], -1.0, pieces)
        translation = Translation("x", (Token("x", 0, 1),), (hypothesis,))
        return describe(make_picture(translation, hypothesis, words=True), Spot(target=0))

    # of the first piece the list of alternatives says 94 %; 0.94 * 0.957 = 0.9
    assert "The model was 90% sure of its 2 pieces together." in sure(math.log(0.94), math.log(0.957))
    assert "The model was 94% sure of it." in sure(math.log(0.94))
