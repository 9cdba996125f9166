"""Reads a workbook in a process of its own and writes its rows, as lines of JSON; see ``workbook_child``.

The library allocates what a file asks for, and ends the process where there is not so much. Run as a script, by its
path: it imports nothing of the program, and so starts in a moment.
"""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from typing import Any

_CHUNK_ROWS, _CHUNK_CHARACTERS = 500, 1 << 18


def _text(cell: Any) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return "" if cell is None else str(cell)


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    """Numbered rows of a sheet from column A on, up to their last text; rows without text are skipped."""
    padding = [""] * (sheet.start or (0, 0))[1]
    # iter_rows begins at the first used column, but at row 1.
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if row.count("") == len(row):
            continue
        cells = [*padding, *map(_text, row)]
        while cells and not cells[-1].strip():
            cells.pop()
        if cells:
            yield number, cells


def _say(what: Any) -> None:
    # ASCII, so that a character that is none (a lone surrogate) goes through as well.
    sys.stdout.buffer.write(json.dumps(what).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


class _LongCell(Exception):
    """A cell is no text of a sentence; the argument is the row's number."""


def _send(sheet: Any, rows: int, characters: int, longest: int) -> int:
    """Write the first rows of a sheet, so many and about so many characters; the characters that are left."""
    chunk: list[tuple[int, list[str]]] = []
    inside = sent = 0
    whole = True
    for number, cells in _rows(sheet):
        if sent >= rows or characters <= 0:
            whole = False
            break
        if max(map(len, cells)) > longest:
            raise _LongCell(number)
        # A cell costs more than its characters.
        size = sum(map(len, cells)) + 50 * len(cells)
        sent, inside, characters = sent + 1, inside + size, characters - size
        chunk.append((number, cells))
        if inside > _CHUNK_CHARACTERS or len(chunk) >= _CHUNK_ROWS:
            _say(chunk)
            chunk, inside = [], 0
    _say(chunk)
    _say({"whole": whole})
    return characters


def main(path: str, wanted: int, memory: int, rows: int, characters: int, longest: int) -> None:
    """Write the first rows of all worksheets of a workbook, or of one of them.

    Args:
        path: The file.
        wanted: Place of the sheet; below 0 for all.
        memory: Bytes that the process may have, where the system can see to it.
        rows: So many of each sheet, and ``characters`` of all together.
        characters: See above.
        longest: Characters of a cell.
    """
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass
    # Ctrl+C goes to the whole terminal; who asked for the rows decides what becomes of it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

        workbook = CalamineWorkbook.from_path(path)
        for index, about in enumerate(workbook.sheets_metadata):
            if about.typ == SheetTypeEnum.WorkSheet and wanted in (-1, index):
                _say({"sheet": index, "name": about.name, "hidden": about.visible != SheetVisibleEnum.Visible})
                characters = _send(workbook.get_sheet_by_index(index), rows, characters, longest)
        _say({"end": True})
    except _LongCell as found:
        _say({"long": found.args[0]})
    except (MemoryError, BrokenPipeError):
        sys.exit(3)
    except BaseException as error:  # a panic of the library is no Exception
        _say({"error": str(error)[:2000]})


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:]))
