"""Names under which files are written before they are complete, and the removal of what is left. No torch."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import stat
from contextlib import suppress
from pathlib import Path

from workbench.engine.core.processes import has_gone, mark

#: Names that ``temporary_name`` gives.
_TEMPORARY = re.compile(r"\..*\.([0-9a-f]{6})-(\d{1,10})-([0-9a-f]{1,12})-\d+\.tmp\Z", re.DOTALL)
_numbers = itertools.count(1)


def remove(path: Path) -> None:
    """Remove what is there, as far as that can be done; Ctrl+C meanwhile is answered afterwards."""
    try:
        _remove_once(path)
    except BaseException:
        _remove_once(path)
        raise


def _remove_once(path: Path) -> None:
    with suppress(OSError):  # mostly there is nothing any more; a name that is too long cannot be looked for
        if stat.S_ISDIR(path.lstat().st_mode):
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def empty_folder(folder: Path, *, keep: str) -> None:
    """Remove what is in a folder, as far as that can be done, but for the file called ``keep``."""
    with suppress(OSError):
        for child in folder.iterdir():
            if child.is_dir() and not child.is_symlink():
                shutil.rmtree(child, ignore_errors=True)
            elif child.name != keep:
                child.unlink(missing_ok=True)


def remove_if_empty(folder: Path) -> None:
    """Remove a folder in which nothing is left; another process may just have begun to use it."""
    with suppress(OSError):
        folder.rmdir()


def temporary_name(path: Path) -> Path:
    """A hidden name beside ``path``, cut where it would be too long for the file system; see ``sweep``."""
    sweep(path.parent)
    short = path.name.encode("utf-8", "surrogateescape")[:150].decode("utf-8", "ignore")
    return path.with_name(f".{short}.{mark()}-{next(_numbers)}.tmp")


def sweep(folder: Path, *, deep: bool = False) -> None:
    """Remove temporaries of processes of this computer that are gone; those of the living and of others stay.

    Whoever writes into a folder does so, and thus nobody else needs to.

    Args:
        deep: Also in the folders below.
    """
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            found = _TEMPORARY.match(entry.name)
            if found and has_gone(found[1], int(found[2]), found[3]):
                remove(Path(entry.path))
            elif deep and entry.is_dir(follow_symlinks=False):
                sweep(Path(entry.path), deep=True)
