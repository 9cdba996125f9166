"""What a person may type as a file: said in words why it cannot be, never a fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from workbench.gui.state.context import AppContext
from workbench.gui.widgets.file_field import FileField


@pytest.mark.parametrize(
    ("typed", "to_read", "to_write"),
    [
        ("", "", ""),
        ("  ", "", ""),
        ("here.txt", "", ""),
        ("  here.txt ", "", ""),
        ("new.txt", "no such file", ""),
        (".", "is a folder", "is a folder"),
        ("/", "is a folder", "is a folder"),
        ("missing/new.txt", "no such file", "there is no folder missing"),
        ("here.txt/new.txt", "no such file", "here.txt is a file, not a folder"),
        ("~nobody-of-this-name/new.txt", "no such file", "there is no folder"),
        ("a\0b", "no name of a file may have", "no name of a file may have"),
        ("x" * 5000, "File name too long", "File name too long"),
        ("/x" * 5000, "File name too long", "File name too long"),
    ],
)
def test_a_typed_path(
    typed: str,
    to_read: str,
    to_write: str,
    context: AppContext,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "here.txt").write_text("here")
    for saving, said in ((False, to_read), (True, to_write)):
        field = FileField(context, "field", "A file", saving=saving)
        qtbot.addWidget(field)
        field.edit.setText(typed)
        assert said in field.problem
        assert bool(said) == bool(field.problem)
        assert len(field.problem) < 400
