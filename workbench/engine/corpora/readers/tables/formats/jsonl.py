"""JSON Lines, one object a line, and JSON documents: arrays of objects, objects around them, maps of texts."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.readers.base import (
    Wanted,
    head_text,
    no_warning,
    read_head,
    register,
    suffix_of,
    wanted_lines,
)
from workbench.engine.corpora.readers.tables.formats.json_values import JsonSource, document_records
from workbench.engine.corpora.readers.tables.table_pairs import SAMPLE_ROWS, Grid, Row, TableReader, grid_of, quietly

_DOCUMENT = re.compile(r"""\{\s*"(?:[^"\\\n]|\\.)*"\s*:|\[\s*(?:\{\s*"|\[\s*")""")
#: What a line of JSON is made of.
_TOKENS = re.compile(
    r"""(?>[\s\[\]{}:,]++|"(?:[^"\\]|\\.)*+"|-?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?|true|false|null|-?Infinity|NaN)*+"""
)
#: So many lines are looked at, and so much of a document in one line, which may be cut off behind it.
_LOOKED_AT, _LONG = 20, 200


def _read(line: str) -> int:
    """How many characters of a line are JSON."""
    found = _TOKENS.match(line)
    return found.end() if found else 0


def json_records(path: Path, wanted: Wanted | None = None) -> Iterator[tuple[int | str, Any]]:
    """Numbered records of a file, one a line or in one document; objects, or lists for arrays of arrays.

    Without wishes it is a look at the file that does not mind the encoding.

    Raises:
        CorpusError: No valid JSON, or nothing in it looks like sentence pairs.
    """
    if _is_lines(head_text(read_head(path))):
        yield from _line_records(path, wanted)
        return
    lines = wanted_lines(path, wanted, keep_ends=True, pieces=True)
    warn = no_warning if wanted is None else wanted.warn
    yield from document_records(JsonSource(lines, path), warn, maps=suffix_of(path) not in (".jsonl", ".ndjson"))


def _is_lines(head: str) -> bool:
    """Whether the first line is a value by itself, and another line follows."""
    first, _, rest = head.lstrip().partition("\n")
    if not rest.strip():
        return False
    try:
        return isinstance(json.loads(first), (dict, list))
    except (ValueError, RecursionError):
        return False


def _line_records(path: Path, wanted: Wanted | None) -> Iterator[tuple[int, Any]]:
    kind: type | None = None
    for number, line in wanted_lines(path, wanted):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            message = (
                error.msg
                if isinstance(error, json.JSONDecodeError)
                else Message("nested too deep, or a number too long")
            )
            raise CorpusError(
                Message("is not valid JSON ({reason})", reason=message),
                where=f"{path}:{number}",
                advice=Message("Each line must be one object."),
            ) from None
        kind = kind or (list if isinstance(value, list) else dict)
        if not isinstance(value, kind):
            raise CorpusError(
                Message("is not a JSON object")
                if kind is dict
                else Message("is not a JSON array as the lines before it"),
                where=f"{path}:{number}",
                advice=Message('Each line must be one object such as {{"source": "...", "target": "..."}}.'),
            )
        yield number, value


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    """The single values of an object by dotted path, one level of nesting included, as text."""
    found: dict[str, str] = {}
    for key, value in record.items():
        inner: dict[str, Any] = (
            {f"{key}.{name}": one for name, one in value.items()} if isinstance(value, dict) else {key: value}
        )
        found |= {path: _text(one) for path, one in inner.items() if one is None or isinstance(one, (str, int, float))}
    return found


def _texts(numbered: tuple[int | str, Any]) -> Iterator[str]:
    """The texts of a record, roughly."""
    for value in _inside(numbered[1]):
        yield from (one if isinstance(one, str) else "" for one in _inside(value))


def _inside(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value if isinstance(value, list) else (value,)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def _array_rows(path: Path, wanted: Wanted | None) -> Iterator[Row]:
    """Arrays of arrays as rows, by their place: many can stand on one line, and a header is told by its number."""
    for place, (_, record) in enumerate(json_records(path, wanted), start=1):
        if isinstance(record, list):
            yield place, [cell if isinstance(cell, str) else _text(cell) for cell in record]


def _numbered(number: int | str, place: int) -> int:
    """The line of a record where it is known, else its place."""
    return number if isinstance(number, int) else place


class JsonlReader(TableReader):
    """JSON Lines with keys such as source/target, en/fr, or ``{"translation": {"en": ..., "fr": ...}}``."""

    name = "jsonl"
    title: str = Message("JSON, or JSON Lines")
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".json")

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins as an object does, or an array of objects or arrays, and most of its lines are JSON."""
        text = head_text(head).lstrip()
        if not _DOCUMENT.match(text):
            return False
        lines = [line for line in text.split("\n") if line.strip()][:_LOOKED_AT]
        lone = len(lines) == 1
        written = [(end := _read(line)) == len(line) or (lone and end >= _LONG) for line in lines]
        return written[0] and 2 * sum(written) >= len(written)

    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The objects as one table whose columns are their keys, or arrays as its rows.

        Raises:
            CorpusError: The file holds no object, or something near its beginning is none.
        """
        first = bounds.first(json_records(path, quietly(wanted)), SAMPLE_ROWS, _texts)
        if not first:
            raise CorpusError(Message("holds no object"), where=str(path))
        if isinstance(first[0][1], list):
            return [grid_of(_array_rows, path, wanted)]
        sample = [
            (_numbered(number, place), _flat(record))
            for place, (number, record) in enumerate(first, start=1)
            if isinstance(record, dict)
        ]
        paths = tuple(itertools.islice(dict.fromkeys(key for _, record in sample for key in record), bounds.COLUMNS))

        def stream() -> Iterator[Row]:
            for place, (number, record) in enumerate(json_records(path, wanted), start=1):
                if isinstance(record, dict):
                    flat = _flat(record)
                    yield _numbered(number, place), [flat.get(key, "") for key in paths]

        rows: list[Row] = [(number, [record.get(key, "") for key in paths]) for number, record in sample]
        return [Grid(rows, stream, names=paths)]


register(JsonlReader())
