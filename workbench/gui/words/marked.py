"""Sentences as rich text in which some of the words stand on a coloured ground."""

from __future__ import annotations

import html
from collections.abc import Iterable

from workbench.engine.text.matching import joined, match_words


def on_ground(text: str, color: str) -> str:
    """A text on a coloured ground; nothing is drawn as a box, so that its place is seen."""
    return f'<span style="background:{color}">{html.escape(text) or "▯"}</span>'


def marked_text(text: str, spans: Iterable[tuple[int, int]], color: str) -> str:
    """A text with some of its words marked, those beside each other as one."""
    parts, at = [], 0
    for start, end in joined(text, spans):
        parts += [html.escape(text[at:start]), on_ground(text[start:end], color)]
        at = end
    return "".join(parts) + html.escape(text[at:])


def changed_text(before: str | None, after: str, color: str) -> str:
    """A text with the words marked that an earlier one had not, or not there; a first one is unmarked."""
    spans = [] if before is None else match_words(before, after).spans(1, same=False)
    return marked_text(after, spans, color)
