"""Names and paths as a person types them: what can be said of them before anything is read or written. No torch.

A run made on one computer is copied, zipped and opened on another, so a name must be possible on all of them.
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Callable
from pathlib import Path

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import existing_parent, is_device, reason
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened

#: Bytes of a name in UTF-8. File systems hold 255; numbers, ".run.zip" and temporary names are added to it.
LONGEST = 200
#: Devices of Windows: no file there can have such a name, whatever follows a dot.
_DEVICES = {"con", "prn", "aux", "nul", "conin$", "conout$"}
_DEVICES |= {f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"}
_FORBIDDEN = '<>:"/\\|?*'
_PLAIN = re.compile(r"[^\W_][\w.+-]*")
_SHOWN = 40
_ANOTHER = Message("Choose another name.")


def name_problem(name: str, *, plain: bool = False) -> str:
    """Why a text cannot be the name of a run, a corpus or a preset; empty when it can.

    Args:
        plain: Also ask for letters, digits, ``-``, ``_``, ``.`` and ``+`` only, beginning with a letter or a digit.
    """
    if not name.strip():
        return Message("it is empty")
    if any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in name):
        return Message("it holds a line break or another control character")
    bad = next((c for c in name if c in _FORBIDDEN), "")
    if bad:
        return Message("it holds '{character}'", character=bad)
    if name[0] in ".-" or name[0].isspace():
        return Message("it begins with a dot, a dash or a blank")
    if name[-1] == "." or name[-1].isspace():
        return Message("it ends with a dot or a blank")
    if name.split(".")[0].rstrip().casefold() in _DEVICES:
        return Message("Windows keeps that name for a device")
    size = len(name.encode("utf-8"))
    if size > LONGEST:
        return Message("it is {size} bytes long, {most} are allowed", size=size, most=LONGEST)
    if plain and len(name) > LONGEST // 2:
        return Message("it is {size} characters long, {most} are allowed", size=len(name), most=LONGEST // 2)
    if plain and not _PLAIN.fullmatch(name):
        return Message("it holds other characters than letters, digits, '-', '_', '.' and '+'")
    return ""


#: What may have a name, with the sentence that refuses one.
_REFUSED: dict[str, Callable[..., Message]] = {
    "run": lambda **values: Message("'{name}' cannot be a run's name: {problem}", **values),
    "corpus": lambda **values: Message("'{name}' cannot be a corpus' name: {problem}", **values),
    "preset": lambda **values: Message("'{name}' cannot be a preset's name: {problem}", **values),
}


def check_name(name: str, what: str, *, plain: bool = False, where: str = "") -> None:
    """Refuse a name that some system cannot hold.

    Args:
        what: Whose: "run", "corpus" or "preset".
        plain: See ``name_problem``.
        where: The option or path it came from.

    Raises:
        InputError: With the reason.
    """
    problem = name_problem(name, plain=plain)
    if problem:
        raise InputError(
            _REFUSED[what](name=_shown(name), problem=problem),
            where=where,
            advice=Message("Use letters, digits, '-', '_' and '.', and begin with a letter."),
        )


def check_new_folder(path: Path, what: str) -> None:
    """Refuse a new folder by its last part; ``.`` and ``..`` are what they stand for.

    Raises:
        InputError: With the reason.
    """
    try:
        name = path.name if path.name not in ("", "..") else path.resolve().name
    except (OSError, ValueError):
        name = path.name
    check_name(name, what)


def safe_name(text: str, default: str = "run") -> str:
    """A valid name made of any text: blanks and what files cannot hold become dashes, and it is cut where it is long.

    Args:
        default: The name when nothing is left of it.
    """
    name = re.sub(r"[^\w.-]+", "-", text).strip("-.")
    name = name.encode("utf-8", "ignore")[: LONGEST // 2].decode("utf-8", "ignore").strip("-.") or default
    return f"{default}-{name}" if name_problem(name) else name


def _shown(name: str) -> str:
    """The name for a message: one short line."""
    text = "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in name)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


# paths -------------------------------------------------------------------------------------------------------------


def check_readable(path: Path, kind: type[InputError] = InputError) -> None:
    """Refuse what cannot be a file to read.

    Args:
        kind: Class of the error.

    Raises:
        InputError: No name of a file, missing, a folder, or not to be read.
    """
    mode = _mode(path, kind)
    if mode is None:
        raise kind(Message("no such file"), where=_told(path))
    if stat.S_ISDIR(mode):
        raise kind(Message("is a folder"), where=_told(path), advice=Message("Choose a file inside it."))
    if not os.access(path, os.R_OK):
        raise kind(Message("may not be read by you"), where=_told(path), advice=Message("Check its permissions."))


def check_writable(path: Path) -> None:
    """Refuse what cannot be a file to write; one that is there will be replaced, a device or a pipe written to.

    Raises:
        InputError: No name of a file, a folder, or see ``check_place``.
    """
    mode = _mode(path)
    if mode is not None and stat.S_ISDIR(mode):
        raise InputError(Message("is a folder"), where=_told(path), advice=Message("Add the name of a file to it."))
    if mode is None or not is_device(path):
        check_place(path)
    elif not os.access(path, os.W_OK):
        raise _not_permitted(path, path)


def check_place(path: Path, *, make: bool = False) -> None:
    """Refuse a path at which nothing can be made.

    Args:
        make: Whether it is a folder, made with those above it where they are missing.

    Raises:
        InputError: No name of a file, or the folder is not there, is a file, or may not be written to.
    """
    _mode(path)
    folder = existing_parent(path) if make else path.parent
    mode = _mode(folder)
    if mode is None:
        raise InputError(Message("there is no folder {folder}", folder=folder), where=_told(path))
    if not stat.S_ISDIR(mode):
        raise InputError(Message("{folder} is a file, not a folder", folder=folder), where=_told(path))
    if not os.access(folder, os.W_OK | os.X_OK):
        raise _not_permitted(path, folder)


def _not_permitted(path: Path, place: Path) -> InputError:
    fixed = hasattr(os, "statvfs") and bool(os.statvfs(place).f_flag & os.ST_RDONLY)
    why = Message("Read-only file system") if fixed else Message("Permission denied")
    return InputError(
        Message("cannot be written: {reason}", reason=why),
        where=_told(path),
        advice=Message("Choose another place, or check the folder's permissions."),
    )


def _mode(path: Path, kind: type[InputError] = InputError) -> int | None:
    """Kind and permissions of what is there; ``None`` when there is nothing."""
    if not str(path).strip():
        raise kind(Message("no file is named"))
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError:  # a NUL character, or half of a surrogate pair
        raise kind(
            Message("has a character that no name of a file may have"), where=_told(path), advice=_ANOTHER
        ) from None
    except OSError as error:
        raise kind(reason(error), where=_told(path), advice=_ANOTHER) from None


def _told(path: Path) -> str:
    """A path for a message: printable, and not long."""
    return shortened(str(path), 200)
