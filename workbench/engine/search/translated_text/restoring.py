"""Giving a translation the case and the end of its source as typed, with the spans of its pieces.

The model read a source in the letters of its corpus (``data.source_reader``): a line in capitals gets a translation in
capitals, a headline one whose words begin with capitals, and what was added to the source is taken from the target.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from workbench.engine.core.types import Hypothesis
from workbench.engine.text.source.source_casing import TITLE, UPPER, capitalised, to_lower, to_upper
from workbench.engine.text.source.source_profile import NO_STOPS, TERMINALS
from workbench.engine.text.source.source_reader import Changes

_WORD_BEGIN = re.compile(r"(?<!\S)[^\w\s]*(\w)")
_STOPS = "".join(mark for mark in TERMINALS if mark not in NO_STOPS + "…:")


def restore(
    hypothesis: Hypothesis, changes: Changes, lang: str, is_small_inside: Callable[[str, bool], bool]
) -> Hypothesis:
    """The hypothesis as it has to be shown; pieces keep their names, and their spans follow the text.

    Args:
        hypothesis: As the model wrote it.
        changes: What was done to the source.
        lang: Target language, may be empty.
        is_small_inside: Whether a word that begins with a capital is written without inside of a sentence; told whether
            the first word of the source keeps its capital there.
    """
    parts = list(hypothesis.text)
    if changes.stop_added and len(parts) > 1 and parts[-1] in _STOPS and parts[-2] not in _STOPS:
        parts[-1] = ""
    if changes.case == UPPER:
        parts = [to_upper(char, lang) for char in parts]
    elif changes.case == TITLE:
        for match in _WORD_BEGIN.finditer(hypothesis.text):
            parts[match.start(1)] = capitalised(match[1], lang)
    elif changes.capital_added:
        first = re.match(r"[^\W\d_]+", hypothesis.text)
        if first and first[0][0].isupper() and is_small_inside(first[0], changes.proper):
            parts[0] = to_lower(parts[0], lang)
    text = "".join(parts)
    if text == hypothesis.text:
        return hypothesis
    kept = len(text.rstrip())
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    pieces = tuple(
        replace(p, start=min(places[p.start], kept), end=min(places[p.end], kept)) for p in hypothesis.pieces
    )
    return replace(hypothesis, text=text[:kept], pieces=pieces)
