"""Parquet tables, flat or with a ``translation`` structure of languages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.signatures import begins_with
from workbench.engine.corpora.readers.base import Wanted, register
from workbench.engine.corpora.readers.tables.table_pairs import SAMPLE_ROWS, Grid, Row, TableReader

_ROWS = 32768


def _open(path: Path) -> tuple[Any, list[str]]:
    """The file, and the dotted paths of the columns that hold single values, as many as are looked at."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(path, memory_map=True)
        about, size = file.metadata, path.stat().st_size
        bounds.check_lines(about.num_rows, size, path)
        bounds.check_unpacked(sum(about.row_group(n).total_byte_size for n in range(about.num_row_groups)), size, path)
        columns = _columns(file)[: bounds.COLUMNS]
        # A text that stands in a thousand rows is stored once, and is read once.
        texts = [name for name, is_text in columns if is_text]
        file = pq.ParquetFile(path, memory_map=True, metadata=about, read_dictionary=texts)
    except (pa.ArrowException, OSError, ValueError, KeyError) as error:
        raise CorpusError(
            Message("is not a valid Parquet file, or is cut off: {reason}", reason=reason(error)), where=str(path)
        ) from None
    return file, [name for name, _ in columns]


def _columns(file: Any) -> list[tuple[str, bool]]:
    """Dotted paths of all columns that hold single values, and whether these are texts."""
    import pyarrow as pa

    def is_text(kind: Any) -> bool:
        return bool(pa.types.is_string(kind) or pa.types.is_large_string(kind) or pa.types.is_string_view(kind))

    def is_single(kind: Any) -> bool:
        kind = kind.value_type if pa.types.is_dictionary(kind) else kind
        return bool(is_text(kind) or pa.types.is_primitive(kind))

    paths = []
    for field in file.schema_arrow:
        if is_single(field.type):
            paths.append((field.name, is_text(field.type)))
        elif pa.types.is_struct(field.type):
            inside = [inner for inner in field.type if is_single(inner.type)]
            paths += [(f"{field.name}.{inner.name}", is_text(inner.type)) for inner in inside]
    return paths


def _values(batch: Any, path: str) -> list[str]:
    import pyarrow as pa
    import pyarrow.compute as pc

    if path in batch.schema.names:
        column = batch.column(path)
    else:
        outer, _, inner = path.partition(".")
        # A row without the structure has none of its fields either.
        column = pc.struct_field(batch.column(outer), inner)
    if not pa.types.is_dictionary(column.type):
        return ["" if value is None else str(value) for value in column.to_pylist()]
    # the dictionary grows with the row group: only the texts of these rows are made
    used = pc.drop_null(pc.unique(column.indices))
    texts = column.dictionary.take(used).to_pylist()
    if max((len(text) for text in texts if text), default=0) > bounds.TEXT:
        raise ValueError("a text is too long")
    known = dict(zip(used.to_pylist(), ("" if text is None else str(text) for text in texts), strict=True))
    return [known.get(index, "") for index in column.indices.to_pylist()]


class ParquetReader(TableReader):
    """Parquet, read some ten thousand rows at a time; the texts of a row group stay in memory until its end."""

    name = "parquet"
    title: str = Message("Parquet table")
    suffixes: tuple[str, ...] = (".parquet", ".pq")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it begins with the magic bytes."""
        return begins_with(b"PAR1", head)

    def grids(self, path: Path, wanted: Wanted | None) -> list[Grid]:
        """The file as one table.

        Raises:
            CorpusError: Not a Parquet file, or it has fewer than two columns of single values.
        """
        file, names = _open(path)
        paths = tuple(names)
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
            except (pa.ArrowException, OSError, ValueError) as error:
                raise CorpusError(
                    Message("cannot be read after row {row:,}: {reason}", row=number, reason=reason(error)),
                    where=str(path),
                ) from None

        stream = partial(rows, set(range(len(paths))))
        sample = bounds.first(stream(), SAMPLE_ROWS, itemgetter(1))
        return [Grid(sample, stream, narrow=rows, names=paths)]


register(ParquetReader())
