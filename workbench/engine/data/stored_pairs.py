"""Pairs as the library stores them: one Parquet file, written and read batch by batch."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from workbench.engine.errors import CorpusError, RunFailed
from workbench.engine.types import Pair, Progress

#: Rows and characters after which a batch is written, so that memory does not grow with the corpus.
_BATCH_ROWS = 8192
_BATCH_CHARS = 4_000_000
_REPORT_EVERY = 2000


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a failure to write into one clear error."""
    try:
        yield
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT) or "No space left" in str(error)
        message = "the disk is full" if full else f"cannot be written: {error.strerror or error}"
        advice = "Free some space" if full else "Check the folder's permissions"
        raise RunFailed(
            message, where=str(folder), advice=f"{advice}, or set WORKBENCH_HOME to another folder."
        ) from None


def write_pairs(path: Path, pairs: Iterable[Pair], progress: Progress) -> int:
    """Write pairs as Parquet, batch by batch.

    Args:
        path: New file in a temporary folder of the library.
        pairs: What to write.
        progress: Called every few thousand pairs.

    Returns:
        How many.

    Raises:
        RunFailed: The disk is full or cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(column, pa.large_string()) for column in ("source", "target", "where")])
    columns: tuple[list[str], list[str], list[str]] = ([], [], [])
    count = characters = 0
    with writing(path.parent.parent):
        handle = open(path, "wb")  # noqa: SIM115 - closed below, after the writer
    try:
        with writing(path.parent.parent):
            writer = pq.ParquetWriter(handle, schema, compression="zstd", use_dictionary=False, write_statistics=False)

        def flush() -> None:
            nonlocal characters
            with writing(path.parent.parent):
                writer.write_batch(pa.record_batch([pa.array(c, pa.large_string()) for c in columns], schema=schema))
            for column in columns:
                column.clear()
            characters = 0

        for pair in pairs:
            for column, text in zip(columns, (pair.source, pair.target, pair.where), strict=True):
                column.append(text)
            count += 1
            characters += len(pair.source) + len(pair.target)
            if len(columns[0]) >= _BATCH_ROWS or characters >= _BATCH_CHARS:
                flush()
            if count % _REPORT_EVERY == 0:
                progress(count, 0, "reading pairs")
        progress(count, count, "reading pairs")
        if columns[0]:
            flush()
        with writing(path.parent.parent):
            writer.close()
            handle.flush()
            os.fsync(handle.fileno())
    finally:
        # What a full disk left in the buffer cannot be written now either, and has been reported.
        with suppress(OSError):
            handle.close()
    return count


def read_stored(path: Path, name: str) -> Iterator[Pair]:
    """Stream the stored pairs of the corpus called ``name``.

    Raises:
        CorpusError: The file is missing or damaged.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        for batch in pq.ParquetFile(path, memory_map=True).iter_batches(batch_size=_BATCH_ROWS):
            columns = [batch.column(column).to_pylist() for column in ("source", "target", "where")]
            for source, target, where in zip(*columns, strict=True):
                yield Pair(source, target, where)
    except (pa.ArrowException, OSError, KeyError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"the stored corpus cannot be read: {str(error).splitlines()[0]}",
            where=str(path),
            advice=f"Delete it and import it again: workbench corpus delete {name}.",
        ) from None
