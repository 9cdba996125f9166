"""Cuts a PO file into entries, so that a broken one costs only itself.

A line ends at a line feed, as gettext's own tools have it; comments other than flags are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from workbench.engine.core.bounds import TEXT
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.declared import MARKS, marked_byte
from workbench.engine.corpora.readers.left_out import LeftOut

#: Possessive, so that a string without an end is found out without going back over it.
_STRING = r'"(?:[^"\\]++|\\.)*+"'
_STRINGS = rf"{_STRING}(?:\s*+{_STRING})*+"
_LINE = re.compile(rf"(?P<keyword>msgctxt|msgid_plural|msgid|msgstr\s*\[\s*\d+\s*\]|msgstr)?\s*(?P<strings>{_STRINGS})")
_PREVIOUS = re.compile(rf"#\|\s*(?:(?:msgctxt|msgid_plural|msgid)\b\s*)?{_STRINGS}|#\|")
_BEGINS = re.compile(r"(?:msgctxt|msgid)(?![\w])")
_CONTENTS = re.compile(_STRING)
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))", re.DOTALL)
#: Characters that Unicode or Python take for a line's end; in a string they are a blank.
_BREAKS = re.compile("[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f]")
_LONGEST_LINE = 2_000_000
#: What a line takes in memory beside its characters, which is more than those of a short one.
_A_LINE = 40
_BLANKS = " \t\r\n\x0b\x0c"
#: What letters behind a backslash stand for; ``None`` is an unknown escape.
_ESCAPED = {**dict(zip("ntrvbfa", ["\n", "\t", "\r", "\v", "\b", "\f", ""], strict=True)), **{c: c for c in "\\\"'?"}}


@dataclass(frozen=True, slots=True)
class Entry:
    """A message of a catalogue with its translation.

    Attributes:
        context: What tells it from another message of the same words.
        message: The message, in the singular.
        plural: The message in the plural; empty when it has one form alone.
        forms: The translation by the number of its plural form; form 0 when there is one alone.
        line: 1-based line of the file; 0 in compiled catalogues.
    """

    context: str
    message: str
    plural: str
    forms: Mapping[int, str]
    line: int = 0


def header_fields(header: str) -> dict[str, str]:
    """The lines ``Name: value`` of a catalogue's header."""
    fields = (line.partition(":") for line in header.split("\n"))
    return {name.strip(): value.strip() for name, _, value in fields}


@dataclass
class _Lines:
    """Lines of one entry.

    Attributes:
        line: 1-based line of its first line that is no comment; 0 while there is none.
        parts: Line number, keyword (that of the string which the line goes on) and content between the quotes.
        flags: Words of its flag comments.
        fault: Line and reason why it cannot be read.
        after_blank: Whether the last line was blank.
        size: Characters, roughly.
    """

    line: int = 0
    parts: list[tuple[int, str, str]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    fault: tuple[int, str] | None = None
    after_blank: bool = False
    size: int = 0

    def has(self, keyword: str) -> bool:
        return any(known.startswith(keyword) for _, known, _ in self.parts)

    def text(self, keyword: str) -> str:
        """The strings of a keyword, joined, with their escapes."""
        return "".join(content for _, known, content in self.parts if known == keyword)

    def is_header(self) -> bool:
        return self.has("msgid") and not self.has("msgctxt") and not self.text("msgid")

    def break_at(self, line: int, why: str) -> None:
        self.fault = self.fault or (line, why)


def good_entries(lines: Iterable[str], left: LeftOut) -> tuple[str, list[Entry], int, int]:
    """A catalogue's header and its translated entries.

    Bytes that could not be decoded are marked in the lines; broken, fuzzy and untranslated entries are left out.

    Returns:
        Header; translated entries; the number of all entries; how many have bytes that are not in the encoding.
    """
    head, kept = "", []
    count = undecodable = 0
    for entry in _entries(lines):
        header = entry.is_header()
        if not header:
            count += 1
            undecodable += any(MARKS.search(content) for _, _, content in entry.parts)
        _check(entry, header)
        if entry.fault is not None:
            left.broken(entry.fault[0], entry.text("msgid")[:200], entry.fault[1])
            continue
        forms = {
            int(keyword[7:-1] or 0): entry.text(keyword)
            for keyword in dict.fromkeys(known for _, known, _ in entry.parts if known.startswith("msgstr"))
        }
        if header:
            head = head or forms[0]
        elif not any(forms.values()):
            left.skip(Message("not translated"))
        elif "fuzzy" in entry.flags:
            left.skip(Message("fuzzy"))
        else:
            context, message, plural = map(entry.text, ("msgctxt", "msgid", "msgid_plural"))
            kept.append(Entry(context, message, plural, forms, entry.line))
    return head, kept, count, undecodable


def _entries(lines: Iterable[str]) -> Iterator[_Lines]:
    """Entries in the order of the file; obsolete ones (``#~``) are passed over."""
    entry = _Lines()
    for number, raw in enumerate(lines, start=1):
        line = raw.strip(_BLANKS)
        if not line:
            entry.after_blank = True
            continue
        if _begins_anew(entry, line):
            yield entry
            entry = _Lines()
        if line.startswith("#"):
            _take_comment(entry, number, line)
        else:
            _take_line(entry, number, line)
        entry.after_blank = False
    if entry.line:
        yield entry


def _begins_anew(entry: _Lines, line: str) -> bool:
    """Whether a line belongs to the next entry."""
    if not entry.line:
        return False
    if line.startswith("#"):
        return entry.has("msgstr") or entry.fault is not None
    if _BEGINS.match(line):
        # A message's context stands before it.
        return entry.has("msgid") or entry.has("msgstr") or line.startswith("msgctxt") or entry.fault is not None
    # After a blank line only a string or another plural form goes on with a whole entry.
    return entry.after_blank and entry.has("msgstr") and not line.startswith(('"', "msgstr["))


def _take_comment(entry: _Lines, number: int, line: str) -> None:
    if line.startswith("#~"):
        # Flags before an obsolete entry are its own.
        entry.flags.clear()
        entry.fault = None
    elif line.startswith(("#,", "#=")):
        entry.flags.update(word.strip() for word in line[2:].split(","))
    elif line.startswith("#|") and len(line) <= _LONGEST_LINE and not _PREVIOUS.fullmatch(line):
        entry.break_at(number, Message("the previous message (#|) is damaged"))


def _take_line(entry: _Lines, number: int, line: str) -> None:
    entry.line = entry.line or number
    if len(line) > _LONGEST_LINE:
        entry.break_at(number, Message("a line of more than two million characters"))
        return
    found = _LINE.fullmatch(line)
    if found is None:
        if line.startswith("domain ") and not entry.parts:
            entry.line = 0
            return
        entry.break_at(number, Message("is neither a comment, a keyword with a string, nor a string"))
        return
    keyword = "".join((found["keyword"] or "").split())
    if not keyword and not entry.parts:
        entry.break_at(number, Message("a string without a keyword"))
        return
    if keyword and any(known == keyword for _, known, _ in entry.parts):
        entry.break_at(number, Message("{keyword} comes twice", keyword=keyword))
    content = "".join(string[1:-1] for string in _CONTENTS.findall(found["strings"]))
    entry.size += len(content) + _A_LINE
    if entry.size > TEXT:
        entry.break_at(number, Message("is too long"))
        return
    entry.parts.append((number, keyword or entry.parts[-1][1], _BREAKS.sub(" ", content)))


def _check(entry: _Lines, header: bool) -> None:
    """Find faults of an entry as a whole, and settle its escapes."""
    plural, forms = entry.has("msgid_plural"), entry.has("msgstr[")
    single = any(keyword == "msgstr" for _, keyword, _ in entry.parts)
    if not any(keyword == "msgid" for _, keyword, _ in entry.parts):
        entry.break_at(entry.line, Message("has no msgid"))
    elif not single and not forms:
        entry.break_at(entry.line, Message("has no msgstr"))
    elif plural != forms or (single and forms):
        entry.break_at(entry.line, Message("msgid_plural and msgstr[0], msgstr[1] ... belong together"))
    settled = []
    for number, keyword, content in entry.parts:
        byte = marked_byte(content)
        if header:
            content = MARKS.sub("\ufffd", content)
        elif byte:
            entry.break_at(number, Message("byte {byte} is not valid in its encoding", byte=byte))
        elif _CONTROL.search(content):
            entry.break_at(number, Message("a control character"))
        unknown = [found[0] for found in _ESCAPE.finditer(content) if _escaped(found) is None]
        if unknown and not header:
            entry.break_at(number, Message("an unknown escape {escape}", escape=unknown[0]))
        settled.append((number, keyword, _ESCAPE.sub(lambda found: _escaped(found) or "", content)))
    entry.parts = settled


def _escaped(found: re.Match[str]) -> str | None:
    """The character that an escape stands for; ``None`` when it is not one."""
    octal, hexadecimal, letter = found.groups()
    if letter is not None:
        return _ESCAPED.get(letter)
    value = chr(int(octal, 8) if octal else int(hexadecimal, 16))
    return value if value.isascii() and value.isprintable() else None
