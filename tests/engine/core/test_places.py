"""Whether something can be written at a place, said before anything is written."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from workbench.engine.core.errors import InputError
from workbench.engine.core.names import check_place, check_writable


def refusal(path: Path, **how: bool) -> str:
    with pytest.raises(InputError) as caught:
        check_place(path, **how)
    return str(caught.value)


def test_folders_that_are_missing_are_only_wanted_where_they_are_not_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    check_place(tmp_path / "new")
    check_place(tmp_path / "a" / "b" / "new", make=True)
    check_place(tmp_path, make=True)
    assert "there is no folder" in refusal(tmp_path / "a" / "new")
    assert "is a file, not a folder" in refusal(tmp_path / "file" / "new")
    assert "is a file, not a folder" in refusal(tmp_path / "file" / "b" / "new", make=True)
    assert "no name of a file may have" in refusal(Path("a\0b"), make=True)


@pytest.mark.skipif(sys.platform == "win32", reason="devices and permissions are POSIX")
def test_a_device_is_written_to_though_nothing_can_be_made_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) == Path(os.devnull))  # as a person who is not root
    check_writable(Path(os.devnull))
    with pytest.raises(InputError, match="Permission denied"):
        check_writable(tmp_path / "new")
    assert "Permission denied" in refusal(tmp_path / "a" / "b", make=True)
