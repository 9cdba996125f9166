"""Text of a segment without its inline codes: what a reader of the sentence would see between the words."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from typing import Any

from lxml import etree

from workbench.engine.core.plain_text import one_line


class Code(IntEnum):
    """What stood where a code was removed; of several at one place the highest counts."""

    PAIRED = 1  # beginning or end of formatting: it may stand inside a word
    GAP = 2  # a placeholder or something unknown: words on both sides are not one word
    BREAK = 3  # a line break, a tab, the edge of a paragraph: a blank


#: Elements whose content is formatting code, not text (TMX 1.4b section 3.2, XLIFF 1.2 section 2.4).
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut", "x", "bx", "ex", "sc", "ec", "sub"})
#: Those of them that begin or end formatting.
_HALVES = frozenset({"bpt", "ept", "it", "bx", "ex", "sc", "ec"})
#: XLIFF 2 markers of an annotation's beginning and end: no code at all.
_MARKERS = frozenset({"sm", "em"})
_BLOCKS = "p|div|li|ul|ol|dl|dt|dd|td|th|tr|table|h[1-6]|hr|br|w:br|w:tab|w:cr|tab|line|lb|pb|title|option|blockquote"
_BREAK_TAG = re.compile(rf"</?(?:{_BLOCKS})(?:[\s/][^<>]*)?>", re.IGNORECASE)
_BREAK_NAME = re.compile(rf"(?:{_BLOCKS})", re.IGNORECASE)
_BREAK_ESCAPE = re.compile(r"(?:\{?\\(?:r\\n|n|r|t|N|line|par|tab|page|pard)\b\s*\}?)+")
_BREAK_KIND = re.compile(r"(?:.*-)?(?:lb|pb|br|tab|linebreak|line-break|newline|softreturn|break|paragraph|p)")
_BREAK_ID = re.compile(r"LINE_BREAK(?:_\d+)?")
_HALF_TAG = re.compile(r"</?[A-Za-z][\w.:-]*(?:\s[^<>]*)?(?<!/)>")
_HALF_RTF = re.compile(r"\{\\.*|\}+", re.DOTALL)
_HALF_KIND = re.compile(
    r"(?:.*-)?(?:bold|italics?|underlined?|ulined|link|font|color|struct|strikethrough|b|i|u|a|span)"
)
_HALF_ID = re.compile(r"(?:START|CLOSE)_.*")
_LINE_FOLD = re.compile(r"[ \t]*[\r\n][ \t\r\n]*")
_LINE_END = re.compile(r"[\r\n][ \t]*\Z")
_CLOSING = frozenset(".,;:!?)]}…»”、。，；：！？）")
_STOPS = frozenset(".,;:!?)]…")
_OPENING = frozenset("([{")


def flatten(segment: Any, data: Mapping[str, str] | None = None) -> str:
    """Text of a segment without its inline codes.

    The text inside ``g``, ``hi``, ``pc``, ``mrk`` and unknown elements is kept; sub-flows (``sub``: a footnote, the
    text of a picture) are another sentence and are left out. A code between two words leaves a blank, one that
    begins or ends formatting does not, and blanks that the removal doubles or puts before a stop are tidied.

    Args:
        segment: An element.
        data: Native codes by their id (``originalData`` of XLIFF 2).
    """
    parts = _parts(segment, data or {}) if len(segment) else [segment.text or ""]
    return one_line(_join(parts))


def _parts(segment: Any, data: Mapping[str, str]) -> list[str | Code]:
    parts: list[str | Code] = []
    walker = etree.iterwalk(segment, events=("start", "end", "comment", "pi"))
    closing: list[Code | None] = []
    for event, node in walker:
        if event == "start":
            mark, kept = (None, True) if node is segment else _classify(node, data)
            if mark is not None:
                parts.append(mark)
            closing.append(mark if kept and isinstance(mark, Code) else None)
            if not kept:
                walker.skip_subtree()
            elif node.text:
                parts.append(node.text)
            continue
        if event == "end":
            after = closing.pop()
            if after is not None:
                parts.append(after)
        if node is not segment and node.tail:
            parts.append(node.tail)
    return parts


def _classify(node: Any, data: Mapping[str, str]) -> tuple[Code | str | None, bool]:
    """What an inline element leaves behind, and whether its content is text."""
    name = node.tag.rpartition("}")[2]
    if name in _MARKERS:
        return None, True
    if name == "cp":
        return _code_point(node.get("hex", "")), False
    if name == "mrk" and node.get("mtype", "").endswith("-deleted"):
        # A tracked change: text that is to go.
        return Code.PAIRED, False
    if name in _CODES:
        return _code(node, name, data), False
    if _BREAK_NAME.fullmatch(name):
        return Code.BREAK, True
    empty = not node.text and not len(node)
    return (_code(node, name, data) if empty or name in ("g", "pc") else Code.PAIRED), True


def _code(node: Any, name: str, data: Mapping[str, str]) -> Code:
    """Sort a code by what its file tells: the native code, its kind, its name."""
    get = node.get
    native = [get(key, "") for key in ("equiv-text", "disp", "dispStart", "equiv")]
    if data:
        native += [data.get(get(key, ""), "") for key in ("dataRef", "dataRefStart", "dataRefEnd")]
    coded = name in _CODES
    if coded:
        native.append("".join(node.itertext()))
    has_text = not coded and bool(node.text or len(node))
    kinds = (get("ctype", ""), get("subType", ""), get("type", ""))
    names = (get("id", ""), get("equiv", ""), get("equivStart", ""))
    return _sort(name in _HALVES or has_text, tuple(native), kinds, names)


@lru_cache(maxsize=4096)
def _sort(half: bool, native: tuple[str, ...], kinds: tuple[str, ...], names: tuple[str, ...]) -> Code:
    plain = [html.unescape(text) for text in native if text]
    kinds = tuple(kind.lower().rpartition(":")[2] for kind in kinds)
    if any(map(_is_break, plain)) or any(map(_BREAK_KIND.fullmatch, kinds)) or any(map(_BREAK_ID.fullmatch, names)):
        return Code.BREAK
    if half or any(map(_HALF_KIND.fullmatch, kinds)) or any(map(_HALF_ID.fullmatch, names)):
        return Code.PAIRED
    if any(_HALF_TAG.fullmatch(text.strip()) or _HALF_RTF.fullmatch(text.strip()) for text in plain):
        return Code.PAIRED
    return Code.GAP


def _is_break(native: str) -> bool:
    """Whether a native code stands for a line break, a blank or the edge of a paragraph."""
    text = native.strip()
    return not text or bool(_BREAK_TAG.fullmatch(text) or _BREAK_ESCAPE.fullmatch(text))


def _code_point(hexadecimal: str) -> Code | str:
    """The character of ``<cp hex="...">`` (XLIFF 2.0, section 4.2.3.1), where it is one of text."""
    try:
        letter = chr(int(hexadecimal, 16))
    except (ValueError, OverflowError):
        return Code.GAP
    if letter in "\t\n\r\x0b\x0c\x85":
        return Code.BREAK
    return Code.GAP if unicodedata.category(letter) in ("Cc", "Cs", "Cn") else letter


def _join(parts: Sequence[str | Code]) -> str:
    """Join text and codes, with blanks where the codes need them; breaks of the file's own lines are blanks."""
    pieces: list[str] = []
    pending: Code | None = None
    last = ""
    for part in parts:
        if isinstance(part, Code):
            pending = part if pending is None else max(pending, part)
            continue
        last = part
        text = _LINE_FOLD.sub(" ", part) if "\n" in part or "\r" in part else part
        if not pieces and (pending or _LINE_FOLD.match(part)):
            text = text.lstrip(" ")
        if not text:
            continue
        if pieces and pending:
            text = _weld(pieces, pending, text)
        if text:
            pieces.append(text)
            pending = None
    if (pending and pending > Code.PAIRED) or _LINE_END.search(last):
        _strip_end(pieces)
    return "".join(pieces)


def _strip_end(pieces: list[str]) -> None:
    """Remove blanks from the end; blanks that do not break lines stay."""
    while pieces:
        pieces[-1] = pieces[-1].rstrip(" \t")
        if pieces[-1]:
            return
        pieces.pop()


def _weld(pieces: list[str], code: Code, text: str) -> str:
    """Fit the text after a removed code to what stands before it, which may lose blanks at its end."""
    before, after = pieces[-1][-1], text[0]
    stop = code > Code.PAIRED and after in _CLOSING and not text[1:2].isalnum()
    if before.isspace():
        if after.isspace():
            if after in " \t":
                return text.lstrip(" \t")
            _strip_end(pieces)
        elif stop and before in " \t":
            _strip_end(pieces)
        return text
    if after.isspace():
        return text.lstrip(" \t") if code > Code.PAIRED and before in _OPENING else text
    if code is Code.PAIRED or stop or (_is_wide(before) and _is_wide(after)):
        return text
    if code is Code.BREAK:
        return " " + text
    return " " + text if (_in_word(before) or before in _STOPS) and _in_word(after) else text


def _in_word(letter: str) -> bool:
    return letter.isalnum() or unicodedata.category(letter).startswith("M")


def _is_wide(letter: str) -> bool:
    """Whether the letter belongs to a script that writes no blanks between words (Chinese, Japanese)."""
    return unicodedata.east_asian_width(letter) in ("W", "F") and not unicodedata.name(letter, "").startswith("HANGUL")
