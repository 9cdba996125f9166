"""Parquet tables, flat or with a ``translation`` structure of languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, clean_text, register
from workbench.engine.data.readers.languages import looks_like_tag
from workbench.engine.data.readers.tables import choose_names, split_columns
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

_ROWS = 4096


def _open(path: Path) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(path, memory_map=True)
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0]
        raise CorpusError(f"is not a valid Parquet file, or is cut off: {reason}", where=str(path)) from None


def _text_columns(file: Any) -> tuple[list[str], list[str]]:
    """Names and dotted paths of all text columns."""
    import pyarrow as pa

    def is_text(kind: Any) -> bool:
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))

    names, paths = [], []
    for field in file.schema_arrow:
        if is_text(field.type):
            names.append(field.name)
            paths.append(field.name)
        elif pa.types.is_struct(field.type):
            names += [inner.name for inner in field.type if is_text(inner.type)]
            paths += [f"{field.name}.{inner.name}" for inner in field.type if is_text(inner.type)]
    return names, paths


def _choose(file: Any, wanted: Wanted, path: Path) -> tuple[str, str]:
    names, paths = _text_columns(file)
    if wanted.options.columns:
        asked = split_columns(wanted.options.columns, path)
        for name in asked:
            if name not in names and name not in paths:
                raise CorpusError(
                    f"has no text column '{name}'", where=str(path), advice=f"It has: {', '.join(paths)}."
                )
        first, second = (name if name in paths else paths[names.index(name)] for name in asked)
        return first, second
    if len(paths) < 2:
        raise CorpusError("has fewer than two columns of text", where=str(path))
    chosen = choose_names(names, wanted, path) or ((0, 1) if len(paths) == 2 else None)
    if chosen is None:
        advice = f"Name them: --columns A,B of {', '.join(paths)}."
        raise CorpusError("does not tell which columns hold the pair", where=str(path), advice=advice)
    return paths[chosen[0]], paths[chosen[1]]


def _column(batch: Any, path: str) -> list[Any]:
    if path in batch.schema.names:
        return list(batch.column(path).to_pylist())
    outer, _, inner = path.partition(".")
    return [None if row is None else row.get(inner) for row in batch.column(outer).to_pylist()]


class ParquetReader:
    """Parquet, read a few thousand rows at a time."""

    name = "parquet"
    title = "Parquet table"
    suffixes: tuple[str, ...] = (".parquet", ".pq")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins with the magic bytes."""
        return head[:4] == b"PAR1"

    def languages(self, path: Path) -> list[str]:
        """Column names that are languages."""
        return [name for name in _text_columns(_open(path))[0] if looks_like_tag(name)]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs."""
        import pyarrow as pa

        file = _open(path)
        source, target = _choose(file, wanted, path)
        number = 0
        try:
            for batch in file.iter_batches(batch_size=_ROWS, columns=sorted({source, target})):
                for one, two in zip(_column(batch, source), _column(batch, target), strict=True):
                    number += 1
                    yield Pair(clean_text(one or ""), clean_text(two or ""), f"{path.name}:{number}")
        except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
            reason = str(error).splitlines()[0]
            raise CorpusError(f"cannot be read after row {number:,}: {reason}", where=str(path)) from None


register(ParquetReader())
