"""The process that reads a workbook."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from workbench.engine.core.errors import CorpusError
from workbench.engine.corpora.readers.tables.formats.workbook_child import sheet_rows, sheets


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_ctrl_c_in_the_terminal_leaves_the_reading_to_who_asked_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    for number in range(3000):
        book.active.append([f"line {number}", f"ligne {number}"])  # type: ignore[union-attr]
    book.save(tmp_path / "b.xlsx")
    children: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def started(*args: Any, **options: Any) -> subprocess.Popen[bytes]:
        children.append(start(*args, **options))
        return children[-1]

    [sheet] = sheets(tmp_path / "b.xlsx", rows=10)
    assert not sheet.whole
    monkeypatch.setattr(subprocess, "Popen", started)
    rows = sheet_rows(tmp_path / "b.xlsx", sheet)
    assert list(next(rows)) == [1, ["line 0", "ligne 0"]]
    os.kill(children[0].pid, signal.SIGINT)
    assert [number for number, _ in rows] == list(range(2, 3001))
    assert children[0].poll() is not None


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_a_child_that_was_ended_from_outside_says_nothing_of_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = openpyxl.Workbook()
    book.active.append(["one", "un"])  # type: ignore[union-attr]
    book.save(tmp_path / "b.xlsx")
    start = subprocess.Popen

    def shot(*args: Any, **options: Any) -> subprocess.Popen[bytes]:
        child = start(*args, **options)
        child.kill()
        return child

    with monkeypatch.context() as patch:
        patch.setattr(subprocess, "Popen", shot)
        with pytest.raises(CorpusError, match=r"was ended from outside \(-9\)"):
            sheets(tmp_path / "b.xlsx", rows=10)
    [sheet] = sheets(tmp_path / "b.xlsx", rows=10)
    assert [list(row) for row in sheet.sample] == [[1, ["one", "un"]]]
