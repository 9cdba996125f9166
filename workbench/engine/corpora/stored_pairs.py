"""Pairs as the library stores them: one Parquet file, written and read batch by batch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress

#: Rows and characters after which a batch is written, so that memory does not grow with the corpus.
_BATCH_ROWS = 4096
_BATCH_CHARS = 4_000_000


def write_pairs(path: Path, pairs: Iterable[Pair], progress: Progress) -> int:
    """Write pairs as Parquet, batch by batch, and count them; the caller flushes the file and reports a full disk."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column, pa.large_string()) for column in ("source", "target", "where")])
    count = 0
    with open(path, "wb") as handle:
        writer = pq.ParquetWriter(handle, schema, compression="zstd", use_dictionary=False, write_statistics=False)
        try:
            for rows in _batches(pairs):
                columns = [pa.array(texts, pa.large_string()) for texts in rows]
                writer.write_batch(pa.record_batch(columns, schema=schema))
                count += len(rows[0])
                progress(count, 0, Message("reading pairs"))
            progress(count, count, Message("reading pairs"))
            writer.close()
        finally:
            # After a failure the rest cannot be written, and must not be tried again.
            with suppress(OSError):
                writer.close()
            writer.is_open = False
    return count


def _batches(pairs: Iterable[Pair]) -> Iterator[tuple[list[str], list[str], list[str]]]:
    """Pairs by columns, a few thousand rows or a few million characters at a time."""
    rows: tuple[list[str], list[str], list[str]] = ([], [], [])
    characters = 0
    for pair in pairs:
        for column, text in zip(rows, (pair.source, pair.target, pair.where), strict=True):
            column.append(text)
        characters += len(pair.source) + len(pair.target)
        if len(rows[0]) >= _BATCH_ROWS or characters >= _BATCH_CHARS:
            yield rows
            rows, characters = ([], [], []), 0
    if rows[0]:
        yield rows


def read_stored(path: Path, name: str) -> Iterator[Pair]:
    """Stream the stored pairs of the corpus called ``name``.

    Raises:
        CorpusError: The file is missing or damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        # not mapped, and closed however the reading ends: on Windows an open file cannot be deleted or replaced
        with pq.ParquetFile(path) as file:
            for batch in file.iter_batches(batch_size=_BATCH_ROWS):
                columns = [batch.column(column).to_pylist() for column in ("source", "target", "where")]
                for source, target, where in zip(*columns, strict=True):
                    yield Pair(source, target, where)
    except (pa.ArrowException, OSError, KeyError, UnicodeDecodeError) as error:
        raise CorpusError(
            Message("the stored corpus cannot be read: {reason}", reason=reason(error)),
            where=str(path),
            advice=Message(
                "Delete the corpus and import it again{command_line}.", command_line=f": workbench corpus delete {name}"
            ),
        ) from None
