"""Files that appear when they are complete, and what a person is told when a disk cannot take them. No torch.

Everything the engine writes goes through one of ``write_atomically``, ``complete_file``, ``complete_path`` and
``complete_folder``: the data is written under a temporary name beside its place, flushed to the disk, renamed, and the
renaming is flushed too. A power cut leaves the old file or the new one, never half of it. The temporary's name says
which process made it, so that the next one to write there can remove what a crash has left.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import shutil
import stat
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

from workbench.engine.core import bounds
from workbench.engine.core.errors import InputError, RunFailed, RunFolderError, WorkbenchError
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message, joined
from workbench.engine.core.plain_text import shortened
from workbench.engine.core.temporaries import remove, temporary_name

_FULL = {errno.ENOSPC, errno.EDQUOT}
#: What Windows calls a full disk (ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL).
_FULL_ON_WINDOWS = {39, 112}
#: How libraries that do not raise ``OSError`` (safetensors, pyarrow, SentencePiece) name it.
_FULL_WORDS = re.compile(
    r"no space left|disk quota exceeded|not enough space on the disk|os error (28|39|112|122)\b", re.IGNORECASE
)
#: Errors of a place that was never writable: the person named the wrong one.
_WRONG_PLACE = {
    errno.EACCES,
    errno.EPERM,
    errno.EROFS,
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EEXIST,
    errno.ELOOP,
    errno.ENAMETOOLONG,
    errno.EINVAL,
}
#: Errors of a name that is taken.
_TAKEN = {errno.EEXIST, errno.ENOTEMPTY}
#: How libraries that have errors of their own name the system's.
_NUMBER = re.compile(r"os error (\d+)\b", re.IGNORECASE)
#: Errors of a folder that is not there, perhaps no longer.
_NOT_THERE = {errno.ENOENT, errno.ENOTDIR, getattr(errno, "ESTALE", errno.ENOENT)}
_LONGEST_REASON = 200
_MUCH = 1_000_000_000


def write_atomically(path: Path, data: str | bytes) -> None:
    """Write a file so that a power cut leaves the old one or the new one, never half of it."""
    with complete_file(path) as handle:
        # a file name that is not Unicode may be part of a text; JSON reads the escape back
        handle.write(data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data)


@contextmanager
def complete_file(path: Path) -> Iterator[BinaryIO]:
    """A binary file that gets its name when the block ends well; otherwise nothing is left of it."""
    with complete_path(path) as temporary, open(temporary, "wb") as handle:
        yield handle


@contextmanager
def complete_path(path: Path) -> Iterator[Path]:
    """A temporary name beside ``path`` for a library that opens files itself; renamed when the block ends well.

    What is no file (``/dev/stdout``, a named pipe) is written to as it is: a file in its place would be its end.
    """
    if is_device(path):
        yield path
        return
    temporary = temporary_name(path)
    try:
        yield temporary
        publish(temporary, path)
    finally:
        remove(temporary)


def is_device(path: Path) -> bool:
    """Whether something is there that is neither a file nor a folder: a device, a pipe, a socket.

    A link among the devices is one too, wherever it leads: ``/dev/stdout`` may stand for a file.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    if stat.S_ISREG(mode) and path.is_symlink():
        return os.path.realpath(path.parent).startswith(("/dev", "/proc"))
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


@contextmanager
def complete_folder(path: Path, *, replace: bool = True) -> Iterator[Path]:
    """A folder that gets its name when the block ends well, everything in it flushed; otherwise nothing is left.

    Args:
        replace: Whether a folder that is there already is replaced; else it is a ``FileExistsError``.
    """
    with temporary_folder(path) as temporary:
        yield temporary
        if replace:
            remove_folder(path)
        publish(temporary, path)


@contextmanager
def temporary_folder(beside: Path) -> Iterator[Path]:
    """A hidden folder beside a path that is gone when the block ends; after a crash, when the next one begins."""
    temporary = temporary_name(beside)
    try:
        temporary.mkdir()
        yield temporary
    finally:
        remove(temporary)


def publish(temporary: Path, path: Path) -> None:
    """Give a file or a folder its name: what is in it is flushed before, the name after.

    Raises:
        FileExistsError: There is a folder of that name already, with something in it.
    """
    if is_device(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if temporary.is_dir():
        sync_tree(temporary)
    else:
        sync_file(temporary)
    refused = _TAKEN | ({errno.EACCES} if temporary.is_dir() and path.is_dir() else set())  # as Windows says it
    try:
        os.replace(temporary, path)
    except OSError as error:
        if error.errno in refused:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from None
        raise
    sync_folder(path.parent)


def publish_unused(temporary: Path, path: Path) -> Path:
    """``publish`` under the first of the names that ``unused_path`` gives, whoever else is looking for one too."""
    while True:
        free = unused_path(path)
        with suppress(FileExistsError):
            publish(temporary, free)
            return free


def remove_folder(path: Path) -> None:
    """Remove a folder so that nobody finds half of it, not even after a crash; one that is not there is no error."""
    doomed = temporary_name(path)
    try:
        os.rename(path, doomed)
    except OSError:  # not there, or on Windows a file in it is open
        doomed = path
    remove(doomed)


def sync_file(path: Path) -> None:
    """See the contents of a file safely on disk."""
    with open(path, "rb+") as handle:
        os.fsync(handle.fileno())


def sync_folder(path: Path) -> None:
    """See the names in a folder safely on disk, where the system can do that."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network disks cannot flush a folder
            raise
    finally:
        os.close(handle)


def sync_tree(path: Path) -> None:
    """See a folder and everything in it safely on disk."""
    for folder, _, names in os.walk(path):
        for name in names:
            sync_file(Path(folder) / name)
        sync_folder(Path(folder))


def file_hash(path: Path) -> str:
    """The SHA-256 of a file's contents, in hexadecimal."""
    with open(path, "rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def name_hash(text: str, digits: int) -> str:
    """The first hexadecimal digits of a text's SHA-256, for the name of a file."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:digits]


def unused_path(path: Path) -> Path:
    """``path``, or ``path-2``, ``path-3`` ... when it exists."""
    candidate, number = path, 1
    while os.path.lexists(candidate):
        number += 1
        candidate = path.with_name(f"{path.name}-{number}")
    return candidate


# what a person is told ---------------------------------------------------------------------------------------------


def is_full(error: BaseException) -> bool:
    """Whether an error of the system or of a library means that a disk is full or a quota is used up."""
    if isinstance(error, OSError) and (error.errno in _FULL or getattr(error, "winerror", None) in _FULL_ON_WINDOWS):
        return True
    return _FULL_WORDS.search(str(error)) is not None


def reason(error: BaseException) -> str:
    """Why an operation failed, in the words of the system or a library: one short, printable line without the path."""
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    lines = str(error).strip().split("\n", 1)
    return shortened(lines[0], _LONGEST_REASON) or type(error).__name__


def disk_of(path: Path) -> Path:
    """The disk a path lies on: the folder at which it is mounted."""
    place = existing_parent(path)
    with suppress(OSError):
        place = place.resolve()
        device = place.stat().st_dev
        while place != place.parent and place.parent.stat().st_dev == device:
            place = place.parent
    return place


def existing_parent(path: Path) -> Path:
    """The path itself, or the nearest folder above it that exists."""
    place = path.absolute()
    while place != place.parent:
        try:
            place.stat()
            return place
        except OSError:
            place = place.parent
    return place


def free_bytes(path: Path) -> int | None:
    """Bytes that may still be written where ``path`` is or will be; ``None`` where the system does not tell."""
    try:
        return shutil.disk_usage(existing_parent(path)).free
    except OSError:
        return None


def size_words(count: float) -> str:
    """Bytes in words: "0.3 MB", "12 GB"."""
    for unit, size in (("GB", 1e9), ("MB", 1e6)):
        if count >= 10 * size:
            return f"{count / size:,.0f} {unit}"
        if count >= size:
            return f"{count / size:.1f} {unit}"
    return f"{count / 1e6:.2f} MB"


def write_error(
    error: BaseException, path: Path, *, what: str = "", needed: int = 0, advice: str = ""
) -> WorkbenchError:
    """What a person is told when something could not be written.

    Args:
        what: What was written, such as ``Message("the checkpoint")``; may be empty.
        needed: Bytes that were to be written; 0 when that is not known.
        advice: How to go on where the disk is full, instead of "Free some space there".

    Returns:
        ``RunFailed`` for a full or failing disk, ``InputError`` for a place that cannot be written to, or is taken.
    """

    def about(reason: str) -> str:
        return Message("{what} cannot be written: {reason}", what=what, reason=reason) if what else reason

    error = _of_the_system(error)
    number = error.errno if isinstance(error, OSError) else None
    if is_full(error):
        free = free_bytes(path)
        facts = [str(disk_of(path))]
        if free is not None and free < _MUCH:  # more is of no use to a person whose quota is used up
            facts.append(Message("{size} free", size=size_words(free)))
        if needed:
            facts.append(Message("{size} needed", size=size_words(needed)))
        message = about(Message("the disk is full ({facts})", facts=joined(facts)))
        return RunFailed(message, where=str(path), advice=advice or Message("Free some space there and try again."))
    if number == errno.EFBIG:
        message = about(Message("the file is too large for the file system of {path}", path=disk_of(path)))
        return RunFailed(message, where=str(path), advice=Message("Choose a folder on another disk."))
    if number in _TAKEN:
        message = about(Message("there is something of that name already"))
        return InputError(message, where=str(path), advice=Message("Choose another name."))
    gone = number in _NOT_THERE and not os.path.lexists(path.parent)
    why = Message("there is no folder {folder}", folder=path.parent) if gone else reason(error)
    message = about(why) if what else Message("cannot be written: {reason}", reason=why)
    if gone:
        advice = Message("Check its name; it may have been moved or deleted, or its disk taken away.")
        return InputError(message, where=str(path), advice=advice)
    if number in _WRONG_PLACE:
        return InputError(
            message, where=str(path), advice=Message("Choose another place, or check the folder's permissions.")
        )
    return RunFailed(message, where=str(path))


def _of_the_system(error: BaseException) -> BaseException:
    """The error of the system behind one of a library, where its text tells the number; else the error itself."""
    number = None if isinstance(error, OSError) else _NUMBER.search(str(error))
    return OSError(int(number[1]), os.strerror(int(number[1]))) if number else error


def is_of_writing(error: BaseException, root: Path) -> bool:
    """Whether it was the writing below ``root`` that failed, where something else was read at the same time."""
    if is_full(error):
        return True
    if not isinstance(error, OSError):
        return False
    return error.errno == errno.EFBIG or (
        error.filename is not None and Path(os.fsdecode(error.filename)).is_relative_to(root)
    )


def plain_error(error: OSError) -> WorkbenchError:
    """What a person is told of an error of the system that nobody has put into words, reading or writing."""
    if is_full(error):
        return write_error(error, Path(os.fsdecode(error.filename or os.getcwd())))
    if error.filename is None:
        return RunFailed(reason(error))
    return InputError(reason(error), where=os.fsdecode(error.filename))


@contextmanager
def reporting_writes(path: Path, *, what: str = "", needed: int = 0, advice: str = "") -> Iterator[None]:
    """Turn a failure to write in the block into one clear error; see ``write_error``.

    Raises:
        RunFailed: The disk is full or failing.
        InputError: The place cannot be written to.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise write_error(error, path, what=what, needed=needed, advice=advice) from None
    except Exception as error:  # safetensors and pyarrow have error classes of their own
        if isinstance(error, WorkbenchError) or not (is_full(error) or isinstance(_of_the_system(error), OSError)):
            raise
        raise write_error(error, path, what=what, needed=needed, advice=advice) from None


def missing_file(path: Path) -> RunFolderError:
    """What a person is told of a file that a run folder lacks."""
    return RunFolderError(Message("the file is missing"), where=str(path), advice=Message("Copy the whole run folder."))


def refuse_format(found: object, known: int, path: Path, kind: Callable[..., WorkbenchError] = RunFolderError) -> None:
    """Raise an error for a file that another version of the program wrote in a format that this one does not know.

    Args:
        found: The number in the file.
        known: The number that this version writes and reads.
    """
    if found != known:
        raise kind(
            Message("was written in format {found}, this program reads {known}", found=str(found)[:20], known=known),
            where=str(path),
            advice=Message("Open it with the version that wrote it."),
        )


def read_text(path: Path) -> str:
    """A small file of UTF-8 text.

    Raises:
        OSError: It cannot be read.
        ValueError: It is no UTF-8, or too large to be what it is taken for.
    """
    with open(path, "rb") as handle:
        data = handle.read(bounds.SETTINGS + 1)
    if len(data) > bounds.SETTINGS:
        raise ValueError(f"more than {size_words(bounds.SETTINGS)}")
    return data.decode("utf-8").replace("\r\n", "\n")


def is_zip_folder(member: zipfile.ZipInfo) -> bool:
    """Whether a member of a zip is a folder; the library's own test fails where there is no name."""
    return member.filename.endswith("/")


def read_arrays(path: Path) -> dict[str, Any]:
    """The numpy arrays of a ``.npz`` file by name, or the one of an ``.npy`` file under "".

    Raises:
        OSError: It cannot be read.
        ValueError: It holds something else, or unpacks to far more than it is.
    """
    import numpy as np

    try:
        if not zipfile.is_zipfile(path):
            return {"": np.load(path, allow_pickle=False)}
        with zipfile.ZipFile(path) as archive:
            if bounds.grows_too_far(sum(m.file_size for m in archive.infolist()), path.stat().st_size):
                raise ValueError("unpacks to far more than it is")
        with np.load(path, allow_pickle=False) as found:
            return {name: found[name] for name in found.files}
    except OSError:
        raise
    except Exception as error:  # numpy reads the header as Python: errors of its parser, of zip and of deflate
        raise ValueError(reason(error)) from None


def read_json(path: Path) -> dict[str, Any]:
    """Read a JSON object.

    Raises:
        RunFolderError: Missing, truncated or not an object.
    """
    try:
        value = parse_json(read_text(path))
    except FileNotFoundError:
        raise missing_file(path) from None
    except (OSError, ValueError) as error:
        raise RunFolderError(
            Message("cannot be read as JSON: {reason}", reason=reason(error)), where=str(path)
        ) from None
    if not isinstance(value, dict):
        raise RunFolderError(Message("is not a JSON object"), where=str(path))
    return value
