"""Small arrays kept beside a tokenizer: written whole, read without trust."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import write_atomically
from workbench.engine.core.messages import Message

T = TypeVar("T")


def write_arrays(path: Path, **arrays: Any) -> None:
    """Write arrays by name, compressed."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, **arrays)
    write_atomically(path, buffer.getvalue())


def read_arrays(path: Path, take: Callable[[Any], T]) -> T | None:
    """What ``take`` makes of the arrays by name; ``None`` without the file.

    Raises:
        RunFolderError: The file is damaged, or ``take`` found it to be with a ``ValueError``.
    """
    try:
        with np.load(path, allow_pickle=False) as found:
            return take(found)
    except FileNotFoundError:
        return None
    except (
        OSError, ValueError, KeyError, TypeError, AttributeError, RuntimeError, ArithmeticError, MemoryError,
        zipfile.BadZipFile, zlib.error, EOFError,
    ):  # fmt: skip
        raise RunFolderError(
            Message("is damaged"), where=str(path), advice=Message("Copy the whole run folder again.")
        ) from None
