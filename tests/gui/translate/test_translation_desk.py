"""The text under translation: how it is cut, and what stays while it is edited."""

from __future__ import annotations

from workbench.engine.core.types import Hypothesis, Translation
from workbench.engine.text.sentences import SplitRule
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
