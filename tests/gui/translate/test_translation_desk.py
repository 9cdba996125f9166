"""The text under translation: how it is cut, and what stays while it is edited."""

from __future__ import annotations

import numpy as np

from workbench.engine.core.types import Alternative, Hypothesis, Token, Translation
from workbench.engine.text.sentences import SplitRule
from workbench.gui.translate import known_translations
from workbench.gui.translate.translation_desk import Desk, split_text


def test_lines_are_cut_into_sentences_but_not_after_titles() -> None:
    text = "𝄞 Dr. E. Stone came. He left!\n\n  Why?  "
    found = split_text(text)
    assert [(s.text, s.line) for s in found] == [("𝄞 Dr. E. Stone came.", 0), ("He left!", 0), ("Why?", 2)]
    utf16 = text.encode("utf-16-le")
    assert [utf16[2 * s.start : 2 * s.end].decode("utf-16-le") for s in found] == [s.text for s in found]
    assert [s.text for s in split_text("他来了。她走了。")] == ["他来了。", "她走了。"]
    assert [s.text for s in split_text(text, by_sentence=False)] == ["𝄞 Dr. E. Stone came. He left!", "Why?"]


def test_what_was_there_stays_until_the_new_translation_comes() -> None:
    desk = Desk()
    desk.model = "m"

    def answer(text: str) -> Translation:
        return Translation(text, (), (Hypothesis(text.upper(), 0.0, ()),))

    desk.set_text("A bee. C dye.")
    items = desk.missing(0)
    desk.accept(items, [answer(i.text) for i in items])
    assert desk.compose()[0] == "A BEE. C DYE."
    desk.set_text("A bee. C dyed.")
    assert [i.text for i in desk.missing(1)] == ["C dyed."]
    text, placed = desk.compose()
    assert text == "A BEE. C DYE."
    assert [p.fresh for p in placed] == [True, False]
    desk.set_text("New. A bee. C dye.")  # moved, not changed
    assert [i.text for i in desk.missing(0)] == ["New."]
    assert desk.compose()[0] == "A BEE. C DYE."


def test_lines_are_cut_as_the_model_learnt_them() -> None:
    desk = Desk()
    desk.set_text("The lamp? He sees it. He left the town long ago.")
    assert len(desk.segments) == 3
    assert desk.set_rule(SplitRule(0.1, (("?", 2),)))
    assert [s.text for s in desk.segments] == ["The lamp? He sees it.", "He left the town long ago."]
    assert desk.set_rule(SplitRule(0.9))
    assert len(desk.segments) == 1
    assert not desk.set_rule(SplitRule(0.9))
    desk.set_by_sentence(False)
    assert desk.search.split_sentences == "off"


def heavy(text: str) -> Translation:
    """About 29 KB by its parts: 20 pieces with 5 alternatives each, 20 source pieces, 20 x 20 weights of 4 bytes."""
    pieces = (Token("x", 0, 1, -0.5, (Alternative("y", -1.0),) * 5),) * 20
    return Translation(text, (Token("x", 0, 1),) * 20, (Hypothesis(text, 0.0, pieces, np.ones((20, 20), np.float32)),))


def test_what_is_kept_of_former_texts_is_bounded_and_the_text_in_sight_stays_whole() -> None:
    assert 20_000 < known_translations.size_of(heavy("a")) < 35_000
    desk = Desk()
    desk.model = "m"
    most = known_translations.KEPT_BYTES // 20_000
    for number in range(2 * most):
        desk.set_text(f"Sentence {number}.")
        desk.accept(desk.missing(0), [heavy(f"Sentence {number}.")])
    assert len(desk._known) <= most
    assert desk.missing(0) == []
    desk.set_text(f"Sentence {2 * most - 2}.")  # one from before is known still
    assert desk.missing(0) == []
    # a text larger than the bound ends, and is known as long as it is in sight
    desk.set_text(" ".join(f"Line {number}." for number in range(2 * most)))
    for _ in range(3):
        asked = desk.missing(0)[:most]
        desk.accept(asked, [heavy(i.text) for i in asked])
    assert desk.missing(0) == []
    desk.set_text("Another.")
    desk.accept(desk.missing(0), [heavy("Another.")])
    assert len(desk._known) <= most
    # a large text in sight leaves the room of others to others: by an older checkpoint, for instance
    desk.set_text(" ".join(f"Line {number}." for number in range(most)))
    desk.accept(desk.missing(0), [heavy(i.text) for i in desk.missing(0)])
    desk.accept([desk.item(0)], [heavy(desk.item(0).text)], "older")
    assert desk.fresh(0, "older") is not None
