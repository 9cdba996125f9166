"""JSON documents as streams of records: arrays, objects around arrays, maps of texts, objects one after another.

The standard library decodes each value; here a document is cut into values, so that a large one is never held whole.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.text.languages import looks_like_tag

#: Up to so many characters a document that is one object is decoded whole, to see what it is.
_MOST_WHOLE = 32 << 20
_CHUNK = 1 << 18
#: So many members of a kind tell what a large object is.
_MANY = 20
_BLANK = re.compile(r"[ \t\n\r]*")
#: Names under which an object keeps the records themselves.
_WRAPPERS = (
    "data translations rows records items entries pairs examples segments sentences results train corpus units".split()  # noqa: SIM905
)
_SIDES = frozenset({"source", "target", "src", "tgt", "trg", "translation"})
_KEY_LIKE = re.compile(r"^[\w$-]+([.:/\[\]]+[\w$-]+)+\]?$|^[a-z0-9]+([A-Z_-][A-Za-z0-9]*)+$|^[A-Z0-9]+(_[A-Z0-9]+)+$")


class JsonSource:
    """Values of a JSON text that is read piece by piece from its numbered lines, which have their ends."""

    def __init__(self, lines: Iterator[tuple[int, str]], path: Path) -> None:
        self._lines, self.path = lines, path
        self._text, self._at, self._ended = "", 0, False
        # The line number at the place up to which line feeds have been counted.
        self._line, self._counted = 1, 0
        self._decoder = json.JSONDecoder()

    def _more(self, least: int = _CHUNK) -> bool:
        """Read on; whether there was more."""
        if self._ended:
            return False
        parts, size = [self._text[self._at :]], 0
        self._count()
        for _, line in self._lines:
            parts.append(line)
            size += len(line)
            if size >= least:
                break
        else:
            self._ended = True
        self._text, self._at, self._counted = "".join(parts), 0, 0
        return size > 0

    def _count(self) -> None:
        self._line += self._text.count("\n", self._counted, self._at)
        self._counted = self._at

    def peek(self) -> str:
        """The next character that is no blank; an empty string at the end."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text) or not self._more():
                return self._text[self._at : self._at + 1]

    def take(self, expected: str) -> str:
        """The next character, which must be one of those expected.

        Raises:
            CorpusError: It is another one.
        """
        found = self.peek()
        if not found or found not in expected:
            wanted = " or ".join(expected)
            if not found:
                raise self.wrong(Message("expected {expected}, found the end of the file", expected=wanted))
            raise self.wrong(Message("expected {expected}, found '{found}'", expected=wanted, found=found))
        self._at += 1
        return found

    def here(self) -> int:
        """The line number of the next value."""
        self.peek()
        self._count()
        return self._line

    def value(self, most: int = bounds.UNIT) -> Any:
        """Decode the next value.

        Raises:
            CorpusError: It is no valid JSON, too long, or nested too deep.
        """
        self.peek()
        while True:
            try:
                found, end = self._decoder.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                cut = isinstance(error, json.JSONDecodeError) and not self._ended
                if cut and len(self._text) - self._at < most and self._more(max(_CHUNK, len(self._text) - self._at)):
                    continue
                raise self.wrong(_reason(error, cut)) from None
            # A number at the end of what was read may go on.
            if end < len(self._text) or self._ended or not self._more():
                self._at = end
                return found

    def whole(self) -> bool:
        """Whether the rest of the document, which is read for it, is small enough to be decoded at once."""
        while not self._ended and len(self._text) - self._at <= _MOST_WHOLE:
            self._more(_MOST_WHOLE)
        short = self._ended and len(self._text) - self._at <= _MOST_WHOLE
        return short and sum(self._text.count(mark, self._at) for mark in ",[{") <= bounds.VALUES

    def wrong(self, reason: str) -> CorpusError:
        """The refusal of invalid JSON, at the line read so far."""
        return CorpusError(Message("is not valid JSON ({reason})", reason=reason), where=f"{self.path}:{self.here()}")

    def items(self) -> Iterator[tuple[int, Any]]:
        """Numbered values of the array that comes next."""
        self.take("[")
        if self.peek() == "]":
            self.take("]")
            return
        while True:
            number = self.here()
            yield number, self.value()
            if self.take(",]") == "]":
                return

    def members(self) -> Iterator[tuple[int, str]]:
        """Numbered keys of the object that comes next; the caller takes the value behind each."""
        self.take("{")
        if self.peek() == "}":
            self.take("}")
            return
        while True:
            number = self.here()
            if self.peek() != '"':
                self.take('"')
            key = self.value()
            self.take(":")
            yield number, key
            if self.take(",}") == "}":
                return


def _reason(error: Exception, cut: bool) -> str:
    if isinstance(error, RecursionError):
        return Message("it is nested too deep")
    if isinstance(error, json.JSONDecodeError):
        if not cut:
            return error.msg
        return Message("a value is longer than {number} million characters", number=bounds.UNIT >> 20)
    return Message("a number has thousands of digits")


def document_records(
    source: JsonSource, warn: Callable[[str], None], *, maps: bool = True
) -> Iterator[tuple[int | str, Any]]:
    """Records of a document, objects or lists for arrays of arrays, each with its line or ``entry N``.

    With ``maps`` one object of texts is a map of source to target; otherwise it is one record.

    Raises:
        CorpusError: No valid JSON, or nothing in it looks like sentence pairs.
    """
    if source.peek() == "[":
        yield from _checked(source.items(), source)
        if source.peek():
            raise source.wrong(Message("there is more after the end of the array"))
        return
    if not source.whole():
        yield from _large_object(source, warn)
        return
    number = source.here()
    value = source.value(_MOST_WHOLE)
    if source.peek():
        yield number, value
        yield from _sequence(source)
        return
    if not isinstance(value, dict):
        raise _no_records(source)
    if not maps and _wrapped(value) is None:
        yield number, value
        return
    records = _of_object(value, source, warn)
    if records is None:
        yield number, value
        return
    yield from ((f"entry {place}", record) for place, record in enumerate(records, start=1))


def _checked(values: Iterator[tuple[int, Any]], source: JsonSource) -> Iterator[tuple[int, Any]]:
    for number, value in values:
        if not isinstance(value, (dict, list)):
            raise CorpusError(
                Message("is not a JSON object"),
                where=f"{source.path}:{number}",
                advice=Message('Each element must be one object such as {{"source": "...", "target": "..."}}.'),
            )
        yield number, value


def _no_records(source: JsonSource) -> CorpusError:
    return CorpusError(
        Message("is JSON without sentence pairs"),
        where=str(source.path),
        advice=Message(
            'Known: an array of objects, an object around one, one object a line, or a map {{"Open": "Ouvrir"}}.'
        ),
    )


def _of_object(value: dict[str, Any], source: JsonSource, warn: Callable[[str], None]) -> Iterator[Any] | None:
    """Records of a document that is one object; ``None`` when it is one record itself."""
    records = _wrapped(value)
    if records is not None:
        return (record for _, record in _checked(((1, record) for record in records), source))
    columns = _columns(value)
    if columns is not None:
        return iter(columns)
    by_key = [v for v in value.values() if isinstance(v, dict) and sum(isinstance(t, str) for t in v.values()) >= 2]
    if by_key and len(by_key) * 2 > len(value):
        return iter(by_key)
    texts = sum(isinstance(v, str) for v in value.values())
    if _is_record(value) or texts * 2 <= len(value):
        return None
    entries = ((1, k, v) for k, v in value.items())
    return (record for _, record in _map(entries, source, warn))


def _is_record(value: dict[str, Any]) -> bool:
    """Whether an object is one pair by itself rather than a map of many."""
    names = [key.casefold() for key, text in value.items() if isinstance(text, str)]
    return len(names) <= 12 and sum(map(_is_side, names)) >= 2


def _wrapped(value: dict[str, Any], depth: int = 0) -> list[Any] | None:
    """The list of records in an object, found under a usual name or as its longest list of objects."""
    lists = {
        k: v for k, v in value.items() if isinstance(v, list) and v and all(isinstance(r, (dict, list)) for r in v)
    }
    for name in _WRAPPERS:
        for key in lists:
            if key.casefold() == name:
                return lists[key]
    if lists:
        return max(lists.values(), key=len)
    if depth < 2:
        for inner in value.values():
            found = _wrapped(inner, depth + 1) if isinstance(inner, dict) else None
            if found is not None:
                return found
    return None


def _columns(value: dict[str, Any]) -> list[dict[str, str]] | None:
    """Records of ``{"en": [...], "fr": [...]}``, joined by place, or of ``{"en": {key: text}, "fr": ...}``, by key."""
    lists = {k: v for k, v in value.items() if isinstance(v, list) and v and all(isinstance(t, str) for t in v)}
    if len(lists) >= 2 and len({len(v) for v in lists.values()}) == 1:
        return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]
    flat = {k: _flat(v) for k, v in value.items() if isinstance(v, dict) and _is_side(k)}
    flat = {k: v for k, v in flat.items() if v}
    if len(flat) < 2:
        return None
    counts = Counter(key for texts in flat.values() for key in texts)
    shared = [key for key, count in counts.items() if count >= 2]
    if not shared:
        return None
    return [{name: texts[key] for name, texts in flat.items() if key in texts} for key in shared]


def _is_side(name: str) -> bool:
    """Whether a key names a language or a side."""
    return looks_like_tag(name) or name.casefold() in _SIDES


def _flat(value: dict[str, Any], prefix: str = "", depth: int = 0) -> dict[str, str]:
    """Texts of nested objects under dotted keys."""
    found: dict[str, str] = {}
    for key, inner in value.items():
        if isinstance(inner, str):
            found[prefix + key] = inner
        elif isinstance(inner, dict) and depth < 20:
            found |= _flat(inner, f"{prefix}{key}.", depth + 1)
    return found


def _map(
    entries: Iterator[tuple[int, str, Any]], source: JsonSource, warn: Callable[[str], None]
) -> Iterator[tuple[int, dict[str, str]]]:
    """Records of ``{"Open": "Ouvrir"}``, whose keys are the source texts.

    Raises:
        CorpusError: The keys are identifiers, so the file holds one language.
    """
    first, left = [], 0
    for entry in entries:
        if isinstance(entry[2], str):
            first.append(entry)
        else:
            left += 1
        if len(first) >= 200:
            break
    names = sum(bool(_KEY_LIKE.match(key)) for _, key, _ in first)
    if first and names * 2 > len(first):
        raise CorpusError(
            Message("is a map of identifiers to texts, which holds one language only"),
            where=str(source.path),
            advice=Message(
                'Join it with the other language, as {{"en": {{key: text}}, "fr": {{key: text}}}} or as a table.'
            ),
        )
    for number, key, text in first:
        yield number, {"source": key, "target": text}
    for number, key, text in entries:
        if isinstance(text, str):
            yield number, {"source": key, "target": text}
        else:
            left += 1
    if left:
        warn(Message("{file}: {count:,} entries that are no text were left out", file=source.path.name, count=left))


def _large_object(source: JsonSource, warn: Callable[[str], None]) -> Iterator[tuple[int, Any]]:
    """Records of an object too large to be decoded at once: its first array of records, or its members."""
    members = source.members()
    kept: list[tuple[int, str, Any]] = []

    def rest() -> Iterator[tuple[int, str, Any]]:
        yield from kept
        for number, key in members:
            yield number, key, source.value()

    for number, key in members:
        if source.peek() == "[":
            items = source.items()
            first = next(items, None)
            if first is not None and isinstance(first[1], (dict, list)):
                yield first
                yield from _checked(items, source)
                return
            for _ in items:
                pass
            continue
        kept.append((number, key, source.value()))
        if sum(isinstance(value, str) for _, _, value in kept) >= _MANY:
            yield from _map(rest(), source, warn)
            return
        if sum(isinstance(value, dict) for _, _, value in kept) >= _MANY:
            yield from ((place, record) for place, _, record in rest() if isinstance(record, dict))
            return
    if not source.peek():
        raise _no_records(source)
    yield kept[0][0] if kept else 1, {key: value for _, key, value in kept}
    yield from _sequence(source)


def _sequence(source: JsonSource) -> Iterator[tuple[int, Any]]:
    """Objects one after another, with or without line breaks."""
    while source.peek():
        number = source.here()
        yield from _checked(iter([(number, source.value())]), source)
