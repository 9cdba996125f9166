"""Members of zip and tar archives as streams; nothing is ever written to a place that an archive names.

A member has a path of its own, the archive's path with the member's name behind it: ``en-fr.zip/X.en``. No file of
that name exists; ``open_binary`` finds the archive among its parents.
"""

from __future__ import annotations

import io
import re
import struct
import tarfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, cast

from workbench.engine.core import bounds
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import is_zip_folder, reason
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.opening import (
    HEAD_BYTES,
    Unpacked,
    buffered,
    open_file,
    open_unpacked,
    packed_bytes,
    reading,
)

#: The directory at the end of a zip file is read into memory; an honest one of so many files is smaller.
_MOST_DIRECTORY = 16 << 20
#: Bytes of the beginnings of all members together, and the least of each, by which their formats are told.
_ALL_HEADS, _SHORT_HEAD = 32 << 20, 4096
#: Headers of tar files whose content is read into memory, and its bytes.
_LONG_HEADERS = frozenset(
    (tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XHDTYPE, tarfile.XGLTYPE, tarfile.SOLARIS_XHDTYPE)
)
_LONGEST_HEADER = 1 << 20
_UNSAFE = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_TAR_MAGIC = (b"ustar\x00", b"ustar ")


def kind_of(head: bytes) -> str:
    """``zip`` or ``tar`` by the first bytes (after decompression), else an empty string."""
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK\x03\x04")):
        return "zip"
    return "tar" if head[257:263] in _TAR_MAGIC and len(head) >= 512 else ""


def split_member(path: Path) -> tuple[Path, str] | None:
    """The archive and the member's name of a member's path; ``None`` for a path of the file system."""
    if path.exists():
        return None
    for parent in path.parents:
        if parent.is_file():
            return parent, path.relative_to(parent).as_posix()
        if parent.exists():
            return None
    return None


def members(path: Path) -> Mapping[str, str]:
    """The files in an archive, in its order: safe names (see ``safe_name``) and the names as the archive has them.

    Folders, links and devices are left out.

    Raises:
        CorpusError: Damaged, or it holds too many files.
    """
    with reading(path):
        state = path.stat()
        return _members(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _members(path: Path, _changed: int, _size: int) -> Mapping[str, str]:
    found: dict[str, str] = {}
    unpacked = 0
    for key, size in _keys(path):
        name = safe_name(key)
        if name:
            found.setdefault(name, key)
        unpacked += size
        most = bounds.members(unpacked)
        if len(found) > most:
            raise _too_many(path, most)
    return MappingProxyType(found)


def member_head(path: Path) -> bytes | None:
    """The first bytes of a member, unpacked; those of all members are read in one go. ``None`` for other files.

    Raises:
        CorpusError: It cannot be read.
    """
    inside = split_member(path)
    if inside is None:
        return None
    with reading(inside[0]):
        state = inside[0].stat()
        head = _heads(inside[0], state.st_mtime_ns, state.st_size).get(inside[1])
    if isinstance(head, CorpusError):
        raise CorpusError(head.message, where=head.where, advice=head.advice)
    return head


@lru_cache(maxsize=1)
def _heads(archive: Path, _changed: int, _size: int) -> Mapping[str, bytes | CorpusError]:
    names = {key: name for name, key in members(archive).items()}
    size = max(_SHORT_HEAD, min(HEAD_BYTES, _ALL_HEADS // max(1, len(names))))
    found: dict[str, bytes | CorpusError] = {}

    def look(name: str, stream: Callable[[], io.BufferedReader]) -> None:
        path = archive / name
        try:
            with reading(path), open_unpacked(stream(), path) as unpacked:
                found[name] = unpacked.read(size)
        except CorpusError as error:
            found[name] = error

    if _is_zip(archive):
        for key, name in names.items():
            look(name, partial(_zip_member, archive, key, archive / name))
    else:
        with open_file(archive) as below, tarfile.open(fileobj=below, mode="r|", tarinfo=_TarInfo) as tar:
            for info in _regular(tar):
                name = names.pop(info.name, "")
                if name:
                    stream: Any = tar.extractfile(info)
                    look(name, partial(_bounded, stream, packed_bytes(below), archive / name))
    return found


def _too_many(path: Path, most: int = bounds.MEMBERS) -> CorpusError:
    return CorpusError(
        Message("is an archive of more than {most_members:,} files", most_members=most),
        where=str(path),
        advice=Message("Unpack it and choose the files inside."),
    )


def safe_name(key: str) -> str:
    """A member's name as a relative path without anything a file system or a terminal could take for more."""
    parts = [part for part in key.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(_UNSAFE.sub("_", part)[:200] for part in parts[-8:])


def _is_zip(archive: Path) -> bool:
    with open(archive, "rb") as handle:
        return kind_of(handle.read(8)) == "zip"


def _keys(path: Path) -> Iterator[tuple[str, int]]:
    """Names of files, with their bytes in a tar, in which all are unpacked to reach another."""
    if _is_zip(path):
        for entry in _directory(path).values():
            # The upper half of the attributes is the Unix mode; 0xA000 marks a link.
            if entry.filename and not is_zip_folder(entry) and (entry.external_attr >> 16) & 0xF000 != 0xA000:
                yield entry.filename, 0
    else:
        with open_file(path) as stream, tarfile.open(fileobj=stream, mode="r|", tarinfo=_TarInfo) as tar:
            for info in _regular(tar):
                yield info.name, info.size


class _TarInfo(tarfile.TarInfo):
    """A header whose long names and further fields, which are read into memory, are bounded."""

    def _proc_member(self, tar: tarfile.TarFile) -> Any:
        if self.type in _LONG_HEADERS and self.size > _LONGEST_HEADER:
            raise tarfile.ReadError("a header is too long")
        return super()._proc_member(tar)  # type: ignore[misc]


def _regular(tar: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """Files, without links, devices and such with holes."""
    for info in tar:
        # The list that tarfile keeps would grow with the archive.
        tar.members = []  # type: ignore[attr-defined]
        if info.isreg() and not info.issparse():
            yield info


def _directory(path: Path) -> Mapping[str, zipfile.ZipInfo]:
    state = path.stat()
    return _read_directory(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _read_directory(path: Path, _changed: int, _size: int) -> Mapping[str, zipfile.ZipInfo]:
    _check_directory(path)
    with _as_damaged(), zipfile.ZipFile(path) as archive:
        return {entry.filename: entry for entry in archive.infolist()}


@contextmanager
def _as_damaged() -> Iterator[None]:
    """What the library lets through of damaged directories: names that are not in their encoding, versions to come."""
    try:
        yield
    except (ValueError, NotImplementedError, OverflowError, struct.error) as error:
        raise zipfile.BadZipFile(reason(error)) from None


class _KnownZip(zipfile.ZipFile):
    """A zip file whose directory has been read before, which takes long when it has thousands of members."""

    def _RealGetContents(self) -> None:  # noqa: N802 - a name of the library
        pass


def _check_directory(path: Path) -> None:
    """Refuse a zip file whose directory alone would fill the memory."""
    with path.open("rb") as handle:
        size = handle.seek(0, io.SEEK_END)
        handle.seek(max(0, size - 66_000))
        tail = handle.read()
    place, place64 = tail.rfind(b"PK\x05\x06"), tail.rfind(b"PK\x06\x06")
    length = int.from_bytes(tail[place + 12 : place + 16], "little") if place >= 0 else 0
    if length == 0xFFFFFFFF:
        length = int.from_bytes(tail[place64 + 40 : place64 + 48], "little") if place64 >= 0 else 0
    if length > _MOST_DIRECTORY:
        raise _too_many(path)


def check_workbook(path: Path) -> None:
    """Refuse a workbook, which is a zip file more often than not, that unpacks to far more than it is.

    Raises:
        CorpusError: It is a trap.
    """
    with reading(path):
        if not zipfile.is_zipfile(path):
            return
        unpacked = sum(entry.file_size for entry in _directory(path).values())
        bounds.check_unpacked(unpacked, path.stat().st_size, path)


def open_binary(path: Path) -> BinaryIO:
    """Open a file or a member of an archive for reading, decompressed by its content (gzip, xz, bzip2).

    Raises:
        CorpusError: Missing, a folder, or not readable.
    """
    with reading(path):
        inside = split_member(path)
        return open_file(path) if inside is None else _open_member(*inside, path)


def _open_member(archive: Path, name: str, path: Path) -> BinaryIO:
    key = members(archive).get(name)
    if key is None:
        raise CorpusError(Message("no such file in the archive"), where=str(path))
    stream = _zip_member(archive, key, path) if _is_zip(archive) else _tar_member(archive, key, path)
    return open_unpacked(stream, path)


def _bounded(stream: Any, packed: Callable[[], int], path: Path, *behind: Any) -> io.BufferedReader:
    return cast(io.BufferedReader, buffered(Unpacked(stream, packed, path, *behind)))


def _zip_member(archive: Path, key: str, path: Path) -> io.BufferedReader:
    with ExitStack() as closing:
        opened = closing.enter_context(_KnownZip(archive))
        info = _directory(archive)[key]
        if info.flag_bits & 1:
            raise CorpusError(
                Message("is protected by a password"),
                where=str(path),
                advice=Message("Unpack it and choose the files inside."),
            )
        try:
            stream = opened.open(info)
        except ValueError as error:
            raise zipfile.BadZipFile(reason(error)) from None
        except (NotImplementedError, RuntimeError):
            raise CorpusError(
                Message("is packed in a way that cannot be read here"),
                where=str(path),
                advice=Message("Unpack it and choose the files."),
            ) from None
        closing.pop_all()
    return _bounded(stream, lambda: info.compress_size, path, opened)


def _tar_member(archive: Path, key: str, path: Path) -> io.BufferedReader:
    with ExitStack() as closing:
        below = closing.enter_context(open_file(archive))
        tar = tarfile.open(fileobj=below, mode="r|", tarinfo=_TarInfo)  # noqa: SIM115 - closed with the member
        for info in _regular(tar):
            if info.name == key:
                stream: Any = tar.extractfile(info)
                closing.pop_all()
                return _bounded(stream, packed_bytes(below), path, tar, below)
    raise CorpusError(Message("no such file in the archive"), where=str(path))
