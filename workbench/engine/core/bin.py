"""The bin: deleted runs and corpora lie in a folder beside the others until the person empties it. No torch."""

from __future__ import annotations

import os
from pathlib import Path

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import reason, unused_path
from workbench.engine.core.messages import Message

_BIN = ".bin"


def bin_of(root: Path) -> Path:
    """The bin of the folder in which runs or corpora lie."""
    return root / _BIN


def is_in_bin(folder: Path) -> bool:
    """Whether a folder lies in a bin."""
    return folder.parent.name == _BIN


def move_to_bin(folder: Path) -> Path:
    """Move a folder to the bin beside it, under another name when its own is taken there.

    Returns:
        Where it lies now.

    Raises:
        RunFolderError: It cannot be moved.
    """
    place = bin_of(folder.parent)
    try:
        place.mkdir(exist_ok=True)
        target = unused_path(place / folder.name)
        os.replace(folder, target)
    except OSError as error:
        raise RunFolderError(
            Message("cannot be moved to the bin: {reason}", reason=reason(error)), where=str(folder)
        ) from None
    return target


def take_from_bin(binned: Path, name: str = "") -> Path:
    """Move a folder out of the bin, back beside the others.

    Args:
        binned: Where it lies.
        name: Its name there; by default the one it has in the bin, with a number when that was taken meanwhile.

    Returns:
        Where it lies now.

    Raises:
        RunFolderError: It cannot be moved.
    """
    root = binned.parent.parent
    target = root / name if name else unused_path(root / binned.name)
    try:
        os.rename(binned, target)
    except OSError as error:
        raise RunFolderError(
            Message("cannot be taken back: {reason}", reason=reason(error)), where=str(binned)
        ) from None
    return target
