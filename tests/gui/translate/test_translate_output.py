"""What leaves the pane: translated files, saved pictures and numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import (
    QApplication,
)
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.fake_translator import FakeLoader

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def test_a_file_is_translated_paused_and_stopped_from_the_dialog(
    run: Path, make: Make, tmp_path: Path, qtbot: QtBot
) -> None:
    pane = make(FakeLoader(seconds=0.002))
    (tmp_path / "in.txt").write_text("a b c d e f g h\n" * 640, encoding="utf-8")
    pane.view.file_button.click()
    dialog = pane.output.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog.choose(tmp_path / "in.txt")
    assert dialog.target.text() == str(tmp_path / "in.translated.txt")
    dialog._load = lambda path, checkpoint, device: FakeLoader(seconds=0.002)(path, "200", device)
    dialog.start_button.click()
    qtbot.waitUntil(lambda: dialog.bar.value() >= 64, timeout=5000)
    dialog.pause_button.click()
    assert dialog.pause_button.text() == "Go on"
    dialog.cancel_button.click()
    with qtbot.waitSignal(dialog.idle, timeout=5000):
        pass
    assert "are kept in" in dialog.status.text()
    kept = (tmp_path / "in.translated.partial.txt").read_text().splitlines()
    assert len(kept) % 64 == 0 < len(kept) < 640
    assert dialog.resume.isVisible()
    assert not dialog.busy
    dialog.close()


def test_pictures_and_numbers_are_saved(run: Path, make: Make, tmp_path: Path, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    picture = pane.view.picture
    for what, name in (("both", "a.svg"), ("alignment", "a.pdf"), ("heatmap", "a.png"), ("numbers", "a.json")):
        with qtbot.waitSignal(picture.saved) as saved:
            assert picture.save_as(what, tmp_path / name)
        assert saved.args[0].stat().st_size > 200
    assert json.loads((tmp_path / "a.json").read_text())["model"] == "tiny, step 200"
    assert not picture.save_as("both", tmp_path / "missing" / "a.svg")
    assert "could not be saved" in pane.view.notice.label.text()
    pane.output.copy()
    assert QApplication.clipboard().text() == "ENO OWT"
