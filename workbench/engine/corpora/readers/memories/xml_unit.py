"""One unit of an XML file: parsed by itself, mended where the fault is a common one, or refused with the reason."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import Any

from lxml import etree

from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened
from workbench.engine.corpora.files.declared import MARKS, marked_byte

#: Settings against hostile files; a unit has no DOCTYPE, so it cannot declare an entity either.
SAFE: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False}
#: Characters from which on a unit is parsed without libxml2's limit on the length of one text.
_LONG = 5_000_000
_PROTECTED = r"<!\[CDATA\[.*?\]\]>|<!--.*?-->"
_REFERENCE = re.compile(rf"{_PROTECTED}|&(?:(#\d+|#[xX][0-9a-fA-F]+)|([A-Za-z][\w.-]*))?(;)?", re.DOTALL)
_BARE_LESS = re.compile(rf"{_PROTECTED}|<(?![A-Za-z_:/!?])", re.DOTALL)
_VOID = re.compile(r"<((?:br|hr|img|wbr)\b[^<>]*)(?<!/)>", re.IGNORECASE)
_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w-]*):(?=[A-Za-z_])", re.ASCII)
_POSITION = re.compile(r",? line \d+, column \d+$")
_XML_NAMES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_NS_UNDEFINED = etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE
_WHY = {
    etree.ErrorTypes.ERR_INVALID_CHARREF: Message("a reference to a character that XML does not allow"),
    etree.ErrorTypes.ERR_INVALID_CHAR: Message("a control character"),
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: Message("an entity that is not declared"),
    etree.ErrorTypes.WAR_UNDECLARED_ENTITY: Message("an entity that is not declared"),
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: Message("a tag is not closed, or closed twice"),
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: Message("a tag is not closed"),
    etree.ErrorTypes.ERR_GT_REQUIRED: Message("a tag is damaged"),
    etree.ErrorTypes.ERR_LT_IN_ATTRIBUTE: Message("a tag is damaged"),
    etree.ErrorTypes.ERR_ATTRIBUTE_NOT_STARTED: Message("a tag is damaged"),
    etree.ErrorTypes.ERR_ATTRIBUTE_NOT_FINISHED: Message("a tag is damaged"),
}


@dataclass(frozen=True)
class Parsed:
    """What became of a unit.

    Attributes:
        element: The unit; ``None`` when it cannot be read.
        line: 1-based line of the file with the fault, or of the unit.
        why: What is wrong.
        byte: The byte that does not fit the encoding, when that is the reason.
        mended: Whether it was not well-formed and could be mended.
    """

    element: Any
    line: int
    why: str = ""
    byte: str = ""
    mended: bool = False


class UnitParser:
    """Parses units one after the other.

    Args:
        notes: Local names of elements inside a unit that hold no text of it; damaged ones are cut out.
    """

    def __init__(self, notes: tuple[str, ...]) -> None:
        names = "|".join(map(re.escape, notes)) or "(?!)"
        self._notes = re.compile(
            rf"<(?P<tag>(?:[A-Za-z_][\w.-]*:)?(?:{names}))(?:\s[^<>]*)?(?<!/)>.*?</(?P=tag)\s*>", re.DOTALL
        )
        self._parser = etree.XMLParser(encoding="utf-8", **SAFE)
        self._parser_of_long = etree.XMLParser(encoding="utf-8", huge_tree=True, **SAFE)
        self.first_byte = (0, "")

    def parse(self, text: str, line: int, spaces: dict[str, str]) -> Parsed:
        """Parse a unit from its start tag to its end tag.

        Args:
            line: 1-based line on which it begins.
            spaces: Namespace declarations in force, such as ``{"xmlns:sdl": '"http://..."'}``.
        """
        byte = marked_byte(text)
        if byte:
            at = line + text.count("\n", 0, MARKS.search(text).start())  # type: ignore[union-attr]
            self.first_byte = self.first_byte if self.first_byte[1] else (at, byte)
            text = self._without_notes(text)
            if MARKS.search(text):
                return Parsed(None, at, "", byte)
        try:
            return Parsed(self._element(text, spaces), line)
        except etree.XMLSyntaxError as error:
            first = error
        mended = _mended(self._without_notes(text))
        if mended != text:
            try:
                return Parsed(self._element(mended, spaces), line + _line(first) - 1, mended=True)
            except etree.XMLSyntaxError as error:
                first = error
        return Parsed(None, line + _line(first) - 1, reason_of(first))

    def _without_notes(self, text: str) -> str:
        """The unit without its notes, with as many lines as before."""
        return self._notes.sub(lambda found: "\n" * found[0].count("\n"), text)

    def _element(self, text: str, spaces: dict[str, str]) -> Any:
        """Raises: XMLSyntaxError: Not well-formed."""
        parser = self._parser_of_long if len(text) > _LONG else self._parser
        try:
            return _inside(text, spaces, parser)
        except etree.XMLSyntaxError as error:
            if error.code != _NS_UNDEFINED:
                raise
        return _inside(text, {**_undeclared(text), **spaces}, parser)


def _inside(text: str, spaces: dict[str, str], parser: Any) -> Any:
    declared = "".join(f" {name}={value}" for name, value in spaces.items())
    return etree.fromstring(f"<w{declared}>{text}</w>".encode(), parser)[0]


def _undeclared(text: str) -> dict[str, str]:
    """Declarations for the prefixes that a unit uses."""
    used = {prefix for prefix in _PREFIX.findall(text) if prefix.lower() not in ("xml", "xmlns")}
    return {f"xmlns:{prefix}": f'"urn:undeclared:{prefix}"' for prefix in sorted(used)}


def _mended(text: str) -> str:
    """A unit with its bare ``&`` and ``<``, HTML's named characters and HTML's empty elements put right."""
    text = _REFERENCE.sub(_reference, text)
    text = _BARE_LESS.sub(lambda found: "&lt;" if found[0] == "<" else found[0], text)
    return _VOID.sub(r"<\1/>", text)


def _reference(found: re.Match[str]) -> str:
    number, name, end = found[1], found[2], found[3]
    if not found[0].startswith("&") or number or (name in _XML_NAMES and end):
        return found[0]
    if name and end:
        letters = html.unescape(found[0])
        return html.escape(letters) if letters != found[0] else found[0]
    return "&amp;" + found[0][1:]


def _line(error: etree.XMLSyntaxError) -> int:
    return max(1, (error.position or (1, 0))[0] or 1)


def reason_of(error: etree.XMLSyntaxError) -> str:
    """What is wrong, without the parser's position."""
    return _WHY.get(error.code) or shortened(_POSITION.sub("", error.msg or "unknown error"), 100)
