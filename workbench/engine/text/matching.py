"""The words that two sentences have in common."""

from __future__ import annotations

from difflib import SequenceMatcher

from workbench.engine.text.words import words


def matching(text: str, other: str) -> tuple[float, list[tuple[int, int]]]:
    """Which words of another text are those of a text, in order and whatever their case.

    Returns:
        The share of all words of both that match, 1 for the same sentence, and spans of the other's matching words.
    """
    one, two = words(text), words(other)
    matcher = SequenceMatcher(None, [t.text.casefold() for t in one], [t.text.casefold() for t in two], autojunk=False)
    places = [b + i for _, b, size in matcher.get_matching_blocks() for i in range(size)]
    return matcher.ratio() if one or two else 0.0, [(two[p].start, two[p].end) for p in places]
