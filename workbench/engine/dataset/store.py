"""Encoded sentence pairs on disk, memory-mapped, so that memory does not grow with the corpus."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from functools import cached_property
from pathlib import Path
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import missing_file, read_json, refuse_format, write_atomically
from workbench.engine.core.messages import Message

_FORMAT = 1
_CHUNK = 4096
_SIDES = ("src", "tgt")
Ids = Sequence[int] | NDArray[Any]


class PairStore:
    """Piece ids of sentence pairs; nothing is read before it is asked for.

    On disk: ``NAME.src.ids`` and ``NAME.tgt.ids`` hold all ids in a row, ``NAME.src.offsets`` and ``NAME.tgt.offsets``
    where each sentence begins (int64, one more than there are pairs), ``NAME.json`` says how many and of what type.
    """

    def __init__(self, folder: Path, name: str, pairs: int, dtype: str) -> None:
        self.folder, self.name, self._pairs = folder, name, pairs
        self._ids = {s: _map(folder / f"{name}.{s}.ids", np.dtype(dtype)) for s in _SIDES}
        self._offsets = {s: _map(folder / f"{name}.{s}.offsets", np.dtype("<i8")) for s in _SIDES}
        for side in _SIDES:
            offsets = self._offsets[side]
            if len(offsets) != pairs + 1 or not _is_whole(offsets, len(self._ids[side])):
                raise self._foreign(side)

    @classmethod
    def write(cls, folder: Path, name: str, pairs: Iterable[tuple[Ids, Ids]], *, vocab_size: int = 0) -> PairStore:
        """Write pairs as they come and open the result.

        Args:
            name: Stem of the files.
            pairs: Source and target ids of each pair, without special pieces.
            vocab_size: The larger vocabulary; 65,536 pieces and fewer take two bytes each. 0: unknown, four bytes.
        """
        dtype = "<u2" if 0 < vocab_size <= 65_536 else "<i4"
        folder.mkdir(parents=True, exist_ok=True)
        meta = folder / f"{name}.json"
        meta.unlink(missing_ok=True)
        writers = [_SideWriter(folder / f"{name}.{side}", np.dtype(dtype)) for side in _SIDES]
        count = 0
        try:
            for source, target in pairs:
                writers[0].add(source)
                writers[1].add(target)
                count += 1
        finally:
            for writer in writers:
                writer.close()
        for writer in writers:
            writer.publish()
        # Written last: without it the other files are no store.
        write_atomically(meta, json.dumps({"format": _FORMAT, "pairs": count, "dtype": dtype}))
        return cls(folder, name, count, dtype)

    @classmethod
    def open(cls, folder: Path, name: str) -> PairStore:
        """Open what ``write`` wrote.

        Raises:
            RunFolderError: A file is missing, truncated or foreign.
        """
        meta = read_json(folder / f"{name}.json")
        pairs, dtype = meta.get("pairs"), meta.get("dtype")
        refuse_format(meta.get("format"), _FORMAT, folder / f"{name}.json")
        if not isinstance(pairs, int) or dtype not in ("<u2", "<i4"):
            raise RunFolderError(Message("is not a store of sentence pairs"), where=str(folder / f"{name}.json"))
        return cls(folder, name, pairs, dtype)

    def _foreign(self, side: str) -> RunFolderError:
        return RunFolderError(
            Message("is truncated or belongs to another corpus"),
            where=str(self.folder / f"{self.name}.{side}.ids"),
            advice=Message("Copy the whole run folder again."),
        )

    def check_ids(self, source_vocab: int, target_vocab: int) -> None:
        """Look at every id once.

        Raises:
            RunFolderError: One is of no piece of the vocabulary.
        """
        for side, vocab in zip(_SIDES, (source_vocab, target_vocab), strict=True):
            ids = self._ids[side]
            if len(ids) and not (int(ids.min()) >= 0 and int(ids.max()) < vocab):
                raise self._foreign(side)

    def __len__(self) -> int:
        return self._pairs

    @cached_property
    def source_lengths(self) -> NDArray[np.int32]:
        """Source pieces of every pair, ``[pairs]``."""
        return np.diff(self._offsets["src"]).astype(np.int32)

    @cached_property
    def target_lengths(self) -> NDArray[np.int32]:
        """Target pieces of every pair, ``[pairs]``."""
        return np.diff(self._offsets["tgt"]).astype(np.int32)

    def source(self, index: int) -> NDArray[np.int32]:
        """Source ids of one pair."""
        return self._sentence("src", index)

    def target(self, index: int) -> NDArray[np.int32]:
        """Target ids of one pair."""
        return self._sentence("tgt", index)

    def _sentence(self, side: str, index: int) -> NDArray[np.int32]:
        if not 0 <= index < self._pairs:
            raise IndexError(index)
        offsets = self._offsets[side]
        return self._ids[side][offsets[index] : offsets[index + 1]].astype(np.int32)


class TextStore:
    """Sentences on disk, memory-mapped: ``NAME.ids`` holds their UTF-8 bytes, ``NAME.offsets`` where each begins.

    Raises:
        RunFolderError: A file is missing or truncated.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._bytes = _map(folder / f"{name}.ids", np.dtype("u1"))
        self._offsets = _map(folder / f"{name}.offsets", np.dtype("<i8"))
        if not _is_whole(self._offsets, len(self._bytes)):
            raise RunFolderError(
                Message("is truncated or belongs to another corpus"), where=str(folder / f"{name}.ids")
            )

    def __len__(self) -> int:
        return len(self._offsets) - 1

    def __getitem__(self, index: int) -> str:
        """One sentence."""
        if not 0 <= index < len(self):
            raise IndexError(index)
        return self._bytes[self._offsets[index] : self._offsets[index + 1]].tobytes().decode("utf-8", "replace")


class TextWriter:
    """Writes a ``TextStore`` sentence by sentence."""

    def __init__(self, stem: Path) -> None:
        self._side = _SideWriter(stem, np.dtype("u1"))

    def add(self, text: str) -> None:
        """Append one sentence."""
        self._side.add(np.frombuffer(text.encode("utf-8", "replace"), np.uint8))

    def finish(self) -> None:
        """Give the files their names."""
        self._side.close()
        self._side.publish()


class _SideWriter:
    """One side of a store being written under temporary names."""

    def __init__(self, stem: Path, dtype: np.dtype[Any]) -> None:
        self._stem, self._dtype = stem, dtype
        self._files: dict[str, IO[bytes]] = {k: self._temporary(k).open("wb") for k in ("ids", "offsets")}
        self._ids: list[NDArray[Any]] = []
        self._lengths: list[int] = []
        self._end = 0
        self._files["offsets"].write(np.zeros(1, "<i8").tobytes())

    def _temporary(self, kind: str) -> Path:
        return self._stem.with_name(f"{self._stem.name}.{kind}.tmp")

    def add(self, ids: Ids) -> None:
        """Append one sentence."""
        self._ids.append(np.asarray(ids, dtype=self._dtype))
        self._lengths.append(len(ids))
        if len(self._ids) >= _CHUNK:
            self._write()

    def _write(self) -> None:
        if self._ids:
            self._files["ids"].write(np.concatenate(self._ids).tobytes())
            ends = self._end + np.cumsum(self._lengths, dtype="<i8")
            self._files["offsets"].write(ends.astype("<i8").tobytes())
            self._end = int(ends[-1])
            self._ids, self._lengths = [], []

    def close(self) -> None:
        """Flush to disk and close."""
        try:
            self._write()
        finally:
            for handle in self._files.values():
                handle.flush()
                os.fsync(handle.fileno())
                handle.close()

    def publish(self) -> None:
        """Give the files their names."""
        for kind in self._files:
            os.replace(self._temporary(kind), self._stem.with_name(f"{self._stem.name}.{kind}"))


def _is_whole(offsets: NDArray[Any], size: int) -> bool:
    """Whether offsets lead from the beginning to the end, never back."""
    return bool(len(offsets) and offsets[0] == 0 and offsets[-1] == size and (np.diff(offsets) >= 0).all())


def _map(path: Path, dtype: np.dtype[Any]) -> NDArray[Any]:
    try:
        size = path.stat().st_size
        if size % dtype.itemsize:
            raise RunFolderError(
                Message("is truncated"), where=str(path), advice=Message("Copy the whole run folder again.")
            )
        # An empty file cannot be mapped.
        return np.memmap(path, dtype=dtype, mode="r") if size else np.zeros(0, dtype)
    except FileNotFoundError:
        raise missing_file(path) from None
