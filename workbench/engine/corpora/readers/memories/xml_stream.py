"""Streaming XML from untrusted files, unit by unit: a damaged unit costs itself, and memory does not grow.

The text is cut at the tags of the units (``tu``, ``trans-unit``), which cannot stand in an attribute or in text, and
each unit is parsed by itself: no DTD reaches the parser, no entity, no network.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

from workbench.engine.core.bounds import UNIT
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened
from workbench.engine.corpora.files.declared import MARKS
from workbench.engine.corpora.readers.base import open_binary, reading
from workbench.engine.corpora.readers.left_out import LeftOut
from workbench.engine.corpora.readers.memories.xml_text import TextWindow
from workbench.engine.corpora.readers.memories.xml_unit import SAFE, UnitParser, reason_of

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
#: The longest comment or CDATA section looked over as one.
_LONGEST_SECTION = 8_000_000
#: The longest start tag.
_LONGEST_TAG = 1_000_000
#: Containers inside one another.
_DEEPEST = 200
#: So many damaged units, and so many for each good one, are no document any more.
_HOPELESS, _HOPELESS_SHARE = 1000, 10
#: Characters of the file in which the first element must begin.
_PROLOG = 1_000_000
_DECLARATION = re.compile(r"\s*<\?xml\s.*?\?>", re.DOTALL)
_SECTIONS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_REST = r"""(?:[^<>"']+|"[^"<]*"|'[^'<]*')*+"""
_TAG_REST = re.compile(_REST + ">")
_NAMESPACE = re.compile(r"""\s(xmlns(?::[\w.-]+)?)\s*=\s*("[^"<]*"|'[^'<]*')""")
_NAMED_BY = re.compile(r"""\s(?:tuid|id)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""")
#: More than this share of units with bytes that do not fit the encoding is another encoding, not a few slips.
_SLIPS, _SLIP_SHARE = 10, 0.2


@dataclass(frozen=True)
class Layout:
    """What a kind of document is made of, by local names.

    Attributes:
        units: Elements that are read as a whole.
        containers: Elements around or between the units whose attributes count.
        nesting: Those of them that stand inside one another.
        notes: Elements inside a unit that hold no text of it; a damaged one is cut out.
    """

    root: str
    units: tuple[str, ...]
    containers: tuple[str, ...]
    nesting: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class XmlPart:
    """A unit, or the start tag of a container.

    Attributes:
        element: The unit, or the container without its content; ``None`` for a container whose tag is damaged.
        line: 1-based line of the file.
        parents: The containers around it, outermost first.
        label: What a unit is called: its ``tuid`` or ``id``, else its number.
    """

    name: str
    element: Any
    line: int
    parents: tuple[Any, ...]
    label: str = ""


@dataclass(frozen=True)
class _Tag:
    name: str
    closing: bool
    start: int
    end: int
    damaged: bool


def local_name(element: Any) -> str:
    """Tag without its namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _bad_xml(path: Path, line: int, why: str) -> CorpusError:
    return CorpusError(
        Message("is not well-formed XML, or is cut off: {problem}", problem=why),
        where=f"{path}:{line}" if line else str(path),
        advice=Message("Export the file again."),
    )


def check_prolog(path: Path, text: str, root: str) -> None:
    """Look at everything before the first element, under the parser's limits against hostile files.

    Raises:
        CorpusError: Not XML, another document type, or it declares entities.
    """
    declaration = _DECLARATION.match(text)
    # Line breaks stand for the declaration, so that lines in messages are right.
    before = "\n" * text[: declaration.end()].count("\n") if declaration else ""
    content = (before + text[declaration.end() if declaration else 0 :].lstrip("\ufeff")).encode("utf-8", "replace")
    parser = etree.XMLPullParser(events=("start",), encoding="utf-8", **SAFE)
    error: etree.XMLSyntaxError | None = None
    for start in range(0, len(content), 256):
        try:
            parser.feed(content[start : start + 256])
        except etree.XMLSyntaxError as found:
            error = found
        for _, element in parser.read_events():
            dtd = element.getroottree().docinfo.internalDTD
            if dtd is not None and any(True for _ in dtd.iterentities()):
                raise CorpusError(
                    Message("declares XML entities, which are refused for safety"),
                    where=str(path),
                    advice=Message("Export the file again without a DOCTYPE that declares entities."),
                )
            if local_name(element).lower() != root:
                found_name = shortened(local_name(element))
                raise CorpusError(
                    Message("is XML, but <{found_name}> and not <{root}>", found_name=found_name, root=root),
                    where=str(path),
                )
            return
        if error is not None:
            raise _bad_xml(path, (error.position or (0, 0))[0], reason_of(error)) from None
    raise CorpusError(Message("is not well-formed XML, or is cut off: no element begins"), where=str(path))


def stream_units(path: Path, layout: Layout, left: LeftOut, encoding: str = "") -> Iterator[XmlPart]:
    """The units of a document and the start tags of the containers around them, in order.

    Without an encoding that the person chose, it is that of the mark, the declaration, or UTF-8.

    Raises:
        CorpusError: Another kind of document, hostile, in another encoding than it says, or nothing can be read.
    """
    with reading(path), open_binary(path) as handle:
        window = TextWindow(path, handle, encoding)
        while window.end < _PROLOG and f"<{layout.root}" not in window.text.lower() and window.more():
            pass
        check_prolog(path, window.text, layout.root)
        yield from _Cutter(path, layout, left, window).parts()


class _Cutter:
    """Cuts the text at the tags of units and containers and parses each unit by itself."""

    def __init__(self, path: Path, layout: Layout, left: LeftOut, window: TextWindow) -> None:
        self._path, self._layout, self._left, self._window = path, layout, left, window
        names = "|".join(map(re.escape, (layout.root, *layout.units, *layout.containers)))
        self._token = re.compile(
            rf"<!--|<!\[CDATA\[|<\?|<(?P<close>/?)(?:(?P<prefix>[A-Za-z_][\w.-]*):)?(?P<name>{names})(?=[\s/>])"
        )
        self._parser = UnitParser(layout.notes)
        self._prefix: str | None = None
        self._stack: list[tuple[str, Any, dict[str, str]]] = []
        self._searched = dict.fromkeys(_SECTIONS, 0)
        self._units = self._good = self._undecodable = self._endless = 0
        self._start = -1  # where the open unit begins, or -1
        self._closed = False

    def parts(self) -> Iterator[XmlPart]:
        """See ``stream_units``."""
        for tag in self._tags():
            if tag.name in self._layout.units:
                part = self._unit_tag(tag)
                if part is not None:
                    yield part
                continue
            if self._start >= 0:
                self._lose_unit(Message("is not closed"))
            self._closed = self._closed or (tag.closing and tag.name == self._layout.root)
            if tag.closing:
                self._leave(tag.name)
            else:
                yield self._enter(tag)
        self._finish()

    # Finding tags ----------------------------------------------------------------------------------------------------

    def _tags(self) -> Iterator[_Tag]:
        """Tags of the root, the containers and the units, outside comments and CDATA sections."""
        window = self._window
        position = 0
        while True:
            found = self._token.search(window.text, position - window.base)
            if found is None:
                position = max(position, window.unfinished())
                if 0 <= self._start < position - UNIT:
                    self._lose_unit(Message("is too long, or is not closed"))
                window.keep = self._start if self._start >= 0 else position
                if not window.more():
                    return
                continue
            start, name_end = window.base + found.start(), window.base + found.end()
            window.keep = self._start if self._start >= 0 else start
            name = found["name"]
            if name is None:
                position = self._after_section(start, found[0])
                continue
            if self._prefix is None and name == self._layout.root:
                self._prefix = found["prefix"] or ""
            if (found["prefix"] or "") != (self._prefix or ""):
                position = name_end
                continue
            closing = bool(found["close"])
            end = self._tag_end(name_end)
            position = name_end if end is None else end
            yield _Tag(name, closing, start, position, end is None)

    def _tag_end(self, position: int) -> int | None:
        """The position after a tag's ``>``, or ``None`` when another tag begins before it."""
        window = self._window
        while True:
            found = _TAG_REST.match(window.text, position - window.base)
            if found is not None:
                return window.base + found.end()
            another = window.text.find("<", position - window.base) >= 0
            if another or window.end - position > _LONGEST_TAG or not window.more():
                return None

    def _after_section(self, start: int, opener: str) -> int:
        """The position after a comment, CDATA section or instruction; after its opener when it has no end."""
        window, closer = self._window, _SECTIONS[opener]
        while True:
            begin = max(start + len(opener), self._searched[opener], window.base)
            found = window.text.find(closer, begin - window.base)
            if found >= 0:
                inside = window.text[start + len(opener) - window.base : found] if self._start >= 0 else ""
                # Such a thing inside a unit that swallows others was never closed: its end belongs to another.
                unclosed = opener in inside or (opener == "<?" and "</" in inside)
                return start + len(opener) if unclosed else window.base + found + len(closer)
            self._searched[opener] = max(begin, window.end - len(closer) + 1)
            if window.end - start > _LONGEST_SECTION or not window.more():
                self._endless += 1
                if self._endless > max(_HOPELESS, _HOPELESS_SHARE * self._good):
                    line = window.line_at(start)
                    raise CorpusError(
                        Message("is not well-formed XML: {opener} without its end", opener=opener),
                        where=f"{self._path}:{line}",
                    )
                return start + len(opener)

    # Units and containers --------------------------------------------------------------------------------------------

    def _unit_tag(self, tag: _Tag) -> XmlPart | None:
        """Begin a unit, or end one and parse it."""
        if not tag.closing:
            if self._start >= 0:
                self._lose_unit(Message("is not closed"))
            if tag.damaged or not self._text(tag.start, tag.end).endswith("/>"):
                self._start = tag.start
            return None
        if self._start < 0:
            self._damaged(self._window.line_at(tag.start), "", Message("</{tag}> without its beginning", tag=tag.name))
            return None
        start, self._start = self._start, -1
        self._units += 1
        text, line = self._text(start, tag.end), self._window.line_at(start)
        result = self._parser.parse(text, line, self._spaces())
        name = _name_of(text) or Message("unit {number}", number=self._units)
        if result.element is None:
            why = result.why
            if result.byte:
                self._undecodable += 1
                why = Message("byte {byte} is not valid {codec}", byte=result.byte, codec=self._window.codec)
            self._damaged(result.line, name, why)
            # Many units with bytes that do not fit are no slips: the file is in another encoding.
            if self._undecodable > max(_SLIPS, _SLIP_SHARE * self._units):
                raise self._wrong_encoding(result.line, result.byte)
            return None
        if result.mended:
            self._left.mended(result.line, name)
        self._good += 1
        return XmlPart(tag.name, result.element, line, tuple(element for _, element, _ in self._stack), name)

    def _enter(self, tag: _Tag) -> XmlPart:
        """Take note of a container that begins."""
        if tag.name == self._layout.root:
            # Documents that were put one behind the other.
            self._stack.clear()
            self._closed = False
        elif tag.name not in self._layout.nesting:
            self._leave(tag.name)
        line = self._window.line_at(tag.start)
        if len(self._stack) > _DEEPEST:
            raise CorpusError(
                Message("has elements nested too deeply: <{tag}>", tag=tag.name), where=f"{self._path}:{line}"
            )
        text = self._text(tag.start, tag.end)
        spaces = {} if tag.damaged else dict(_NAMESPACE.findall(MARKS.sub("\ufffd", text)))
        element = None
        if not tag.damaged:
            alone = text if text.endswith("/>") else text[:-1] + "/>"
            element = self._parser.parse(alone, line, {**self._spaces(), **spaces}).element
        if element is None:
            self._damaged(line, f"<{tag.name}>", Message("a tag is damaged"))
        part = XmlPart(tag.name, element, line, tuple(parent for _, parent, _ in self._stack))
        if not text.endswith("/>"):
            self._stack.append((tag.name, element, spaces))
        return part

    def _leave(self, name: str) -> None:
        """Take note of a container that ends, with all inside it that were not closed."""
        names = [open_name for open_name, _, _ in self._stack]
        if name in names:
            del self._stack[len(names) - 1 - names[::-1].index(name) :]

    def _spaces(self) -> dict[str, str]:
        """Namespace declarations in force."""
        return {name: value for _, _, spaces in self._stack for name, value in spaces.items()}

    def _text(self, start: int, end: int) -> str:
        return self._window.text[start - self._window.base : end - self._window.base]

    # What went wrong -------------------------------------------------------------------------------------------------

    def _lose_unit(self, why: str) -> None:
        text = self._text(self._start, min(self._start + 2000, self._window.end))
        self._units += 1
        line, self._start = self._window.line_at(self._start), -1
        self._damaged(line, _name_of(text) or Message("unit {number}", number=self._units), why)

    def _damaged(self, line: int, unit: str, why: str) -> None:
        """Count something that cannot be read; a file of which hardly anything can is refused."""
        self._left.broken(line, unit, why)
        if self._left.bad > max(_HOPELESS, _HOPELESS_SHARE * self._good):
            raise self._unreadable(line)

    def _unreadable(self, line: int) -> CorpusError:
        why = self._left.first_why or Message("it ends inside a unit")
        return _bad_xml(self._path, self._left.first_line or line, why)

    def _wrong_encoding(self, line: int, byte: str) -> CorpusError:
        return CorpusError(
            Message(
                "byte {byte} is not valid {codec}: the file seems to be in another encoding than it says",
                byte=byte,
                codec=self._window.codec,
            ),
            where=f"{self._path}:{line}",
            advice=Message(
                "Name its encoding{command_line}, for instance windows-1252, or convert the file to UTF-8.",
                command_line=" with --encoding",
            ),
        )

    def _finish(self) -> None:
        """At the end of the file: is it whole, and was anything readable?"""
        line = self._window.line_at(self._start if self._start >= 0 else self._window.end)
        if self._start >= 0 or not self._closed:
            self._left.cut_off = line
        if 2 * self._undecodable > self._units:
            raise self._wrong_encoding(*self._parser.first_byte)
        if not self._good and (self._left.bad or self._left.cut_off):
            raise self._unreadable(line)


def _name_of(text: str) -> str:
    """A unit's name from its start tag, which need not be well-formed."""
    found = _NAMED_BY.search(text[:2000].partition(">")[0])
    return html.unescape(found[1] or found[2] or "") if found else ""
