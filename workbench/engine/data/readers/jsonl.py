"""JSON Lines: one object a line."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, clean_text, head_text, numbered_lines, register
from workbench.engine.data.readers.languages import looks_like_tag
from workbench.engine.data.readers.tables import choose_names, split_columns
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair


def json_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Numbered objects; blank lines are skipped.

    Raises:
        CorpusError: A line is not a JSON object.
    """
    for number, line in numbered_lines(path):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            message = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
            raise CorpusError(
                f"is not valid JSON ({message})", where=f"{path}:{number}", advice="Each line must be one object."
            ) from None
        if not isinstance(value, dict):
            raise CorpusError(
                "is not a JSON object",
                where=f"{path}:{number}",
                advice='Each line must be one object such as {"source": "...", "target": "..."}.',
            )
        yield number, value


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
    title = "JSON Lines"
    suffixes: tuple[str, ...] = (".jsonl", ".ndjson", ".json")
    strong = False

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether the first line is an object."""
        line = head_text(head).lstrip().partition("\n")[0].strip()
        if not line.startswith("{"):
            return False
        try:
            return isinstance(json.loads(line), dict)
        except (ValueError, RecursionError):
            return False

    def languages(self, path: Path) -> list[str]:
        """Keys of the first object that are languages."""
        first = next(json_objects(path), None)
        return [name for name in _names(first[1])[0] if looks_like_tag(name)] if first else []

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        objects = json_objects(path)
        first = next(objects, None)
        if first is None:
            raise CorpusError("holds no object", where=str(path))
        source, target = choose_keys(first[1], wanted, f"{path}:{first[0]}")
        for number, record in itertools.chain([first], objects):
            yield Pair(_get(record, source), _get(record, target), f"{path.name}:{number}")


register(JsonlReader())
