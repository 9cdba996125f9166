"""JSON Lines: one object a line."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, head_text, numbered_lines, register
from workbench.engine.data.readers.table_columns import Row
from workbench.engine.data.readers.tables import SAMPLE_ROWS, TABLES, Grid, table_languages, table_pairs
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


def _flat(record: Mapping[str, Any]) -> dict[str, str]:
    """The single values of an object by dotted path, one level of nesting included, as text."""
    found: dict[str, str] = {}
    for key, value in record.items():
        inner: dict[str, Any] = (
            {f"{key}.{name}": one for name, one in value.items()} if isinstance(value, dict) else {key: value}
        )
        found |= {path: _text(one) for path, one in inner.items() if one is None or isinstance(one, (str, int, float))}
    return found


def _text(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def jsonl_grids(path: Path, wanted: Wanted) -> list[Grid]:
    """The objects as one table whose columns are their keys.

    Raises:
        CorpusError: The file holds no object, or a line near its beginning is none.
    """
    sample = [(number, _flat(record)) for number, record in itertools.islice(json_objects(path), SAMPLE_ROWS)]
    if not sample:
        raise CorpusError("holds no object", where=str(path))
    paths = tuple(dict.fromkeys(key for _, record in sample for key in record))

    def stream() -> Iterator[Row]:
        for number, record in json_objects(path):
            flat = _flat(record)
            yield number, [flat.get(key, "") for key in paths]

    rows: list[Row] = [(number, [record.get(key, "") for key in paths]) for number, record in sample]
    return [Grid(rows, stream, names=paths, short_names=tuple(key.rpartition(".")[2] for key in paths))]


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
        """Keys that are languages."""
        return table_languages(jsonl_grids(path, Wanted()), path)

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        return table_pairs(jsonl_grids(path, wanted), wanted, path)


register(JsonlReader())
TABLES[JsonlReader.name] = jsonl_grids
