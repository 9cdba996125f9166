"""Parquet tables, flat or with a ``translation`` structure of languages."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.readers.base import Wanted, register
from workbench.engine.corpora.readers.tables.table_pairs import SAMPLE_ROWS, Grid, Row, TableReader

_ROWS = 4096


def _open(path: Path) -> Any:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        return pq.ParquetFile(path, memory_map=True)
    except (pa.ArrowException, OSError, ValueError) as error:
        reason = str(error).splitlines()[0][:200]
        raise CorpusError(
            Message("is not a valid Parquet file, or is cut off: {reason}", reason=reason), where=str(path)
        ) from None


def _columns(file: Any) -> list[str]:
    """Dotted paths of all columns that hold single values."""
    import pyarrow as pa

    def is_single(kind: Any) -> bool:
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        texts = pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind)
        return bool(texts or pa.types.is_primitive(kind))

    paths = []
    for field in file.schema_arrow:
        if is_single(field.type):
            paths.append(field.name)
        elif pa.types.is_struct(field.type):
            paths += [f"{field.name}.{inner.name}" for inner in field.type if is_single(inner.type)]
    return paths


def _values(batch: Any, path: str) -> list[str]:
    if path in batch.schema.names:
        values = batch.column(path).to_pylist()
    else:
        outer, _, inner = path.partition(".")
        values = [None if row is None else row.get(inner) for row in batch.column(outer).to_pylist()]
    return ["" if value is None else str(value) for value in values]


class ParquetReader(TableReader):
    """Parquet, read a few thousand rows at a time."""

    name = "parquet"
    title: str = Message("Parquet table")
    suffixes: tuple[str, ...] = (".parquet", ".pq")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins with the magic bytes."""
        return head[:4] == b"PAR1"

    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The file as one table.

        Raises:
            CorpusError: Not a Parquet file, or it has fewer than two columns of single values.
        """
        file = _open(path)
        paths = tuple(_columns(file))
        if len(paths) < 2:
            raise CorpusError(Message("has fewer than two columns of text"), where=str(path))

        def rows(wanted_columns: set[int]) -> Iterator[Row]:
            import pyarrow as pa

            number = 0
            try:
                for batch in file.iter_batches(batch_size=_ROWS, columns=[paths[n] for n in sorted(wanted_columns)]):
                    blank = [""] * len(batch)
                    columns = [_values(batch, key) if n in wanted_columns else blank for n, key in enumerate(paths)]
                    for row in zip(*columns, strict=True):
                        number += 1
                        yield number, row
            except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
                reason = str(error).splitlines()[0][:200]
                raise CorpusError(
                    Message("cannot be read after row {row:,}: {reason}", row=number, reason=reason), where=str(path)
                ) from None

        stream = partial(rows, set(range(len(paths))))
        sample = list(itertools.islice(stream(), SAMPLE_ROWS))
        return [Grid(sample, stream, narrow=rows, names=paths)]


register(ParquetReader())
