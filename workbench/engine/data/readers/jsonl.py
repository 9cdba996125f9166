"""JSON Lines, one object a line, and JSON documents: arrays of objects, objects around them, maps of texts."""

from __future__ import annotations

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import (
    Wanted,
    clean_text,
    head_text,
    no_warning,
    read_head,
    register,
    suffix_of,
    wanted_lines,
)
from workbench.engine.data.readers.json_values import JsonSource, document_records
from workbench.engine.data.readers.languages import looks_like_tag
from workbench.engine.data.readers.tables import choose_names, split_columns, table_pairs
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

_DOCUMENT = re.compile(r"""\{\s*"(?:[^"\\]|\\.)*"\s*:|\[\s*(?:\{\s*"|\[\s*")""")


def json_records(path: Path, wanted: Wanted | None = None) -> Iterator[tuple[int | str, Any]]:
    """Numbered records of a file, one a line or in one document; objects, or lists for arrays of arrays.

    Args:
        path: The file.
        wanted: Encoding and languages; without it a look at the file that does not mind the encoding.

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
            message = error.msg if isinstance(error, json.JSONDecodeError) else "nested too deep, or a number too long"
            raise CorpusError(
                f"is not valid JSON ({message})", where=f"{path}:{number}", advice="Each line must be one object."
            ) from None
        kind = kind or (list if isinstance(value, list) else dict)
        if not isinstance(value, kind):
            raise CorpusError(
                "is not a JSON object" if kind is dict else "is not a JSON array as the lines before it",
                where=f"{path}:{number}",
                advice='Each line must be one object such as {"source": "...", "target": "..."}.',
            )
        yield number, value


def _cells(record: list[Any]) -> list[str]:
    return [cell if isinstance(cell, str) else "" if cell is None else str(cell) for cell in record]


def _names(record: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Names of all texts of an object and the dotted paths to them, one level of nesting included."""
    names, paths = [], []
    for key, value in record.items():
        if isinstance(value, str):
            names.append(key)
            paths.append(key)
        elif isinstance(value, dict):
            names += [inner for inner, text in value.items() if isinstance(text, str)]
            paths += [f"{key}.{inner}" for inner, text in value.items() if isinstance(text, str)]
    return names, paths


def _get(record: Mapping[str, Any], path: str) -> str:
    if path in record:
        value = record[path]
    else:
        outer, _, inner = path.partition(".")
        nested = record.get(outer)
        value = nested.get(inner) if isinstance(nested, dict) else None
    return clean_text(value) if isinstance(value, str) else ""


def choose_keys(record: Mapping[str, Any], wanted: Wanted, where: str) -> tuple[str, str]:
    """Dotted paths of the source and target text in the first object.

    Raises:
        CorpusError: They cannot be told.
    """
    names, paths = _names(record)
    if wanted.options.columns:
        chosen = []
        for key in split_columns(wanted.options.columns, Path(where)):
            if key not in paths and key not in names:
                raise CorpusError(f"has no text under '{key}'", where=where, advice=f"It has: {', '.join(paths)}.")
            chosen.append(key if key in paths else paths[names.index(key)])
        return chosen[0], chosen[1]
    by_name = choose_names(names, wanted, Path(where))
    if by_name is None and len(paths) == 2:
        by_name = (0, 1)
    if by_name is None:
        raise CorpusError(
            "does not tell which keys hold the pair",
            where=where,
            advice=f"Name them: --columns A,B of {', '.join(paths)}.",
        )
    return paths[by_name[0]], paths[by_name[1]]


class JsonlReader:
    """JSON Lines with keys such as source/target, en/fr, or ``{"translation": {"en": ..., "fr": ...}}``."""

    name = "jsonl"
    title = "JSON, or JSON Lines"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".json")
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins as an object does, or an array of objects or arrays."""
        return bool(_DOCUMENT.match(head_text(head).lstrip()))

    def languages(self, path: Path) -> list[str]:
        """Keys of the first object that are languages."""
        first = next(json_records(path), None)
        if first is None:
            return []
        names = _cells(first[1]) if isinstance(first[1], list) else _names(first[1])[0]
        return [name for name in names if looks_like_tag(name)]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        objects = json_records(path, wanted)
        first = next(objects, None)
        if first is None:
            raise CorpusError("holds no object", where=str(path))
        if isinstance(first[1], list):
            rows = (
                (number if isinstance(number, int) else place, _cells(record) if isinstance(record, list) else [])
                for place, (number, record) in enumerate(itertools.chain([first], objects), start=1)
            )
            yield from table_pairs(rows, wanted, path)
            return
        source, target = choose_keys(first[1], wanted, f"{path}:{first[0]}")
        for number, record in itertools.chain([first], objects):
            if isinstance(record, dict):
                yield Pair(_get(record, source), _get(record, target), f"{path.name}:{number}")


register(JsonlReader())
