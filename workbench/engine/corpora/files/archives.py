"""Members of zip and tar archives as streams; nothing is ever written to a place that an archive names.

A member has a path of its own, the archive's path with the member's name behind it: ``en-fr.zip/X.en``. No file of
that name exists; ``open_binary`` finds the archive among its parents.
"""

from __future__ import annotations

import io
import re
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, BinaryIO, cast

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.opening import Unpacked, buffered, open_file, open_unpacked, reading

#: More files than this are refused.
MOST_MEMBERS = 10_000
#: The directory at the end of a zip file is read into memory; an honest one of so many files is smaller.
_MOST_DIRECTORY = 16 << 20
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
    for key in _keys(path):
        name = safe_name(key)
        if name:
            found.setdefault(name, key)
        if len(found) > MOST_MEMBERS:
            raise _too_many(path)
    return MappingProxyType(found)


def _too_many(path: Path) -> CorpusError:
    return CorpusError(
        Message("is an archive of more than {most_members:,} files", most_members=MOST_MEMBERS),
        where=str(path),
        advice=Message("Unpack it and choose the files inside."),
    )


def safe_name(key: str) -> str:
    """A member's name as a relative path without anything a file system or a terminal could take for more."""
    parts = [part for part in key.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return "/".join(_UNSAFE.sub("_", part)[:200] for part in parts[-8:])


def _keys(path: Path) -> Iterator[str]:
    with open_file(path) as stream:
        is_zip = kind_of(cast(io.BufferedReader, stream).peek(8)[:8]) == "zip"
        if not is_zip:
            with tarfile.open(fileobj=stream, mode="r|") as tar:
                for info in tar:
                    # The list that tarfile keeps would grow with the archive.
                    tar.members = []  # type: ignore[attr-defined]
                    if info.isreg() and not info.issparse():
                        yield info.name
            return
    _check_directory(path)
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            # The upper half of the attributes is the Unix mode; 0xA000 marks a link.
            if not entry.is_dir() and (entry.external_attr >> 16) & 0xF000 != 0xA000:
                yield entry.filename


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
    with open(archive, "rb") as handle:
        is_zip = kind_of(handle.read(8)) == "zip"
    stream = _zip_member(archive, key, path) if is_zip else _tar_member(archive, key, path)
    return open_unpacked(stream, path)


def _zip_member(archive: Path, key: str, path: Path) -> io.BufferedReader:
    with ExitStack() as closing:
        opened = closing.enter_context(zipfile.ZipFile(archive))
        info = opened.getinfo(key)
        if info.flag_bits & 1:
            raise CorpusError(
                Message("is protected by a password"),
                where=str(path),
                advice=Message("Unpack it and choose the files inside."),
            )
        try:
            stream = opened.open(info)
        except (NotImplementedError, RuntimeError):
            raise CorpusError(
                Message("is packed in a way that cannot be read here"),
                where=str(path),
                advice=Message("Unpack it and choose the files."),
            ) from None
        closing.pop_all()
    return cast(io.BufferedReader, buffered(Unpacked(stream, lambda: info.compress_size, path, opened)))


def _tar_member(archive: Path, key: str, path: Path) -> io.BufferedReader:
    with ExitStack() as closing:
        below = closing.enter_context(open_file(archive))
        tar = tarfile.open(fileobj=below, mode="r|")  # noqa: SIM115 - closed with the member
        for info in tar:
            tar.members = []  # type: ignore[attr-defined]
            if info.name == key and info.isreg() and not info.issparse():
                stream: Any = tar.extractfile(info)
                # A tar does not pack; what lies below is bounded where it is decompressed.
                bounded = Unpacked(stream, partial(int, info.size), path, tar, below)
                closing.pop_all()
                return cast(io.BufferedReader, buffered(bounded))
    raise CorpusError(Message("no such file in the archive"), where=str(path))
