"""Paths as a person types them: what can be said about a file before anything is read or written."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened

_ANOTHER = Message("Choose another name.")


def check_readable(path: Path) -> None:
    """Refuse what cannot be a file to read.

    Raises:
        InputError: No name of a file, missing, a folder, or not to be read.
    """
    mode = _mode(path)
    if mode is None:
        raise InputError(Message("no such file"), where=_told(path))
    if stat.S_ISDIR(mode):
        raise InputError(Message("is a folder"), where=_told(path), advice=Message("Choose a file inside it."))
    if not os.access(path, os.R_OK):
        raise InputError(Message("may not be read by you"), where=_told(path), advice=Message("Check its permissions."))


def check_writable(path: Path) -> None:
    """Refuse what cannot be a file to write; one that is there will be replaced.

    Raises:
        InputError: No name of a file, a folder, in a folder that is not there or may not be written to.
    """
    mode = _mode(path)
    if mode is not None and stat.S_ISDIR(mode):
        raise InputError(Message("is a folder"), where=_told(path), advice=Message("Add the name of a file to it."))
    above = _mode(path.parent)
    if above is None:
        raise InputError(Message("there is no folder {folder}", folder=path.parent), where=_told(path))
    if not stat.S_ISDIR(above):
        raise InputError(Message("{folder} is a file, not a folder", folder=path.parent), where=_told(path))
    if not os.access(path.parent, os.W_OK | os.X_OK):
        raise InputError(
            Message("cannot be written: {reason}", reason=Message("Permission denied")),
            where=_told(path),
            advice=Message("Choose another place, or check the folder's permissions."),
        )


def _mode(path: Path) -> int | None:
    """Kind and permissions of what is there; ``None`` when there is nothing."""
    if not str(path).strip():
        raise InputError(Message("no file is named"))
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    except ValueError:  # a NUL character, or half of a surrogate pair
        raise InputError(
            Message("has a character that no name of a file may have"), where=_told(path), advice=_ANOTHER
        ) from None
    except OSError as error:
        raise InputError(reason(error), where=_told(path), advice=_ANOTHER) from None


def _told(path: Path) -> str:
    """A path for a message: printable, and not long."""
    return shortened(str(path), 200)
