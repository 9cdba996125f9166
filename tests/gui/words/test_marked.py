"""Words on a coloured ground: escaped, and nothing of the sentence lost."""

from __future__ import annotations

import html
import re

import pytest

from workbench.gui.words.marked import changed_text, marked_text


@pytest.mark.parametrize(
    ("before", "after", "rich"),
    [
        (None, "a <b> c", "a &lt;b&gt; c"),
        ("the cat sat", "the dog sat", "the [dog] sat"),
        ("le chat", "le <b> chat", "le [&lt;b&gt;] chat"),
        ("the cat sat", "a  big dog sat", "[a  big dog] sat"),
        ("same", "same", "same"),
        ("gone", "", ""),
        ("我喜欢狗", "我喜欢猫", "我喜欢[猫]"),
    ],
)
def test_what_is_new_is_marked(before: str | None, after: str, rich: str) -> None:
    marked = changed_text(before, after, "#0f0")
    assert marked.replace('<span style="background:#0f0">', "[").replace("</span>", "]") == rich
    assert html.unescape(re.sub("<[^>]*>", "", marked)) == after


def test_nothing_is_seen_too() -> None:
    assert re.sub("<[^>]*>", "|", marked_text("a & c", [(2, 2)], "red")) == "a |▯|&amp; c"
