"""Whatever is dropped on the window or named at its start: opened, or refused in words."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hand import calm
from PySide6.QtCore import QMimeData, QUrl

from tests.gui.quiet import settle
from tests.run_factory import make_run
from workbench.cli.main import main
from workbench.engine.runs import folder as runs
from workbench.gui.shell.file_drop import local_files
from workbench.gui.widgets.notice_bar import NoticeBar


def _hostile(root: Path) -> list[Path]:
    """Folders that look like runs, and files that are none."""
    found = []
    for name, file, content in (
        ("toml", runs.CONFIG, "= ="),
        ("deep", runs.CONFIG, "a = " + 5000 * "["),
        ("binary", runs.CONFIG, "\x00\x01"),
        ("other", runs.CONFIG, "[data]\nx = 1\n[model]\narchitecture = 'none'\n"),
        ("journal", runs.EVENTS, "[" * 100_000),
        ("best", runs.BEST, '{"step": Infinity}'),
    ):
        run = make_run(name, root)
        (run.path / file).write_text(content)
        found.append(run.path)
    weights = make_run("weights", root).path / "step-00000001"
    weights.mkdir()
    (weights / runs.STATE).write_text("{}")
    (weights / runs.WEIGHTS).write_bytes(b"\xff" * 100)
    loop = root / "loop"
    loop.symlink_to(loop)
    os.mkfifo(root / "pipe.tsv")
    (root / "empty.zip").write_bytes(b"")
    (root / "bad.zip").write_bytes(b"PK\x03\x04" + b"\x00" * 60)
    (root / "folder.zip").mkdir()
    return [
        *found,
        weights.parent,
        loop,
        root / "pipe.tsv",
        *sorted(root.glob("*.zip")),
        root / ("x" * 5000),
        root / "no",
    ]


@pytest.mark.skipif(os.name != "posix", reason="pipes and links")
def test_hostile_files_and_folders_are_opened_or_refused_in_words(qtbot: Any, open_window: Any, tmp_path: Path) -> None:
    (tmp_path / "drop").mkdir()
    window = open_window()
    for path in _hostile(tmp_path / "drop"):
        heard: list[str] = []
        window.context.status_message.connect(heard.append)
        for bar in window.findChildren(NoticeBar):
            bar.dismiss()
        window.statusBar().clearMessage()
        window.open_files([path])  # as after a drop, and as with --run
        calm(qtbot)
        settle(qtbot)
        said = [*heard, window.statusBar().currentMessage()]
        said += [bar.label.text() for bar in window.findChildren(NoticeBar) if bar.isVisible()]
        watched = window.context.training.run_dir == path
        assert watched or any(said), path.name
        window.context.status_message.disconnect(heard.append)
    shutil.rmtree(tmp_path / "drop")


def test_addresses_are_no_files(qtbot: Any, open_window: Any) -> None:
    window = open_window()
    mime = QMimeData()
    mime.setUrls([QUrl(u) for u in ("http://localhost:1/a.tmx", "data:text/plain,x", "ftp://x/y", "javascript:1", "")])
    assert local_files(mime) == []
    window.open_files([])
    assert window.statusBar().currentMessage()


@pytest.mark.parametrize("name", ["none", "x" * 5000, "loop", "file"])
def test_what_is_no_run_folder_is_refused_before_the_window_opens(tmp_path: Path, capsys: Any, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").write_text("")
    assert main(["gui", "--run", str(tmp_path / name)]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1
