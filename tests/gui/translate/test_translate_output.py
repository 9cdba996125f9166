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
from workbench.gui.state.context import AppContext
from workbench.gui.translate.file_translation_dialog import FileTranslationDialog
from workbench.gui.translate.translate_pane import TranslatePane

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
    assert "are kept in" in pane.view.notice.label.text()
    dialog.close()


#: What a person may type where a file is wanted: it is refused in words or taken, and nothing breaks.
TYPED = ("", " ", ".", "/", "..", "~", "~nobody-of-this-name", "relative.txt", "no/such/folder/x.txt", "a\0b")
TYPED += ("x" * 5000, "/" * 5000, "/proc/x", "a\nb")


def open_dialog(pane: TranslatePane, qtbot: QtBot) -> FileTranslationDialog:
    pane.view.file_button.click()
    dialog = pane.output.dialog
    assert dialog is not None
    qtbot.addWidget(dialog)
    dialog._load = lambda path, checkpoint, device: FakeLoader()(path, "200", device)
    return dialog


def test_any_path_can_be_typed(
    run: Path, make: Make, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.txt").write_text("a b\n")
    dialog = open_dialog(make(), qtbot)
    taken = set()
    dialog.source.setText(str(tmp_path / "in.txt"))
    for text in TYPED:
        dialog.target.setText(text)
        assert bool(dialog.problem.text()) != dialog.start_button.isEnabled() or not text.strip(), text
        assert len(dialog.problem.text()) < 400
        taken |= {text} if dialog.start_button.isEnabled() else set()
    assert taken <= {"relative.txt", "~nobody-of-this-name", "a b", "a\nb", "/proc/x"}
    assert "relative.txt" in taken
    dialog.target.setText("relative.txt")
    for text in TYPED:
        dialog.source.setText(text)
        assert not dialog.start_button.isEnabled(), text
    dialog.target.setText(str(tmp_path / "in.txt"))
    dialog.source.setText("in.txt")
    assert dialog.problem.text() == "The translation needs a file of its own."


def test_the_end_of_a_file_is_told_in_the_pane_and_outside_of_it(
    run: Path, make: Make, tmp_path: Path, context: AppContext, qtbot: QtBot
) -> None:
    pane = make()
    (tmp_path / "in.txt").write_text("a b\n")
    dialog = open_dialog(pane, qtbot)
    dialog.choose(tmp_path / "in.txt")
    with qtbot.waitSignals([context.work_ended, dialog.idle]):
        dialog.start_button.click()
    assert pane.view.notice.isVisible()
    assert pane.view.notice.label.text().startswith("Done: 1 lines")
    assert pane.view.notice.action_button.text() == "Show the folder"
    assert (tmp_path / "in.translated.txt").read_text() == "A B\n"


def test_a_file_dropped_while_another_is_translated_is_told_to_wait(
    run: Path, make: Make, tmp_path: Path, context: AppContext, qtbot: QtBot
) -> None:
    pane = make()
    (tmp_path / "in.txt").write_text("a b\n")
    dialog = open_dialog(pane, qtbot)
    dialog.choose(tmp_path / "in.txt")
    dialog.start_button.click()
    assert dialog.busy
    context.translate_file.emit(tmp_path / "more.txt")
    assert "more.txt” has to wait" in pane.view.notice.label.text()
    assert dialog.source.text() == str(tmp_path / "in.txt")
    qtbot.waitUntil(lambda: not dialog.busy, timeout=10_000)
    context.translate_file.emit(tmp_path / "more.txt")
    assert pane.output.dialog is not None
    assert pane.output.dialog.source.text() == str(tmp_path / "more.txt")


def test_a_memory_is_refused_with_what_to_do(
    run: Path, make: Make, tmp_path: Path, context: AppContext, qtbot: QtBot
) -> None:
    pane = make()
    (tmp_path / "in.tmx").write_text('<tmx version="1.4"><header srclang="en"/><body/></tmx>')
    dialog = open_dialog(pane, qtbot)
    dialog.choose(tmp_path / "in.tmx")
    with qtbot.waitSignals([context.work_ended, dialog.idle]):
        dialog.start_button.click()
    assert "TMX" in dialog.status.text()
    assert "Save its sentences as plain text" in pane.view.notice.label.text()
    assert "standard input" not in pane.view.notice.label.text()
    assert [p.name for p in tmp_path.glob("in*")] == ["in.tmx"]


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
