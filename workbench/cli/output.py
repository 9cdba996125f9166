"""Files that the commands write."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import complete_file, reporting_writes


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file that appears when it is complete, and not at all when something fails.

    Raises:
        InputError: It cannot be made there.
        RunFailed: It could not be written to the end.
    """
    if path.is_dir():
        raise InputError("is a folder", where=str(path))
    with reporting_writes(path), complete_file(path) as handle:
        yield handle
