"""Files dropped on the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QWidget,
)
from window_steps import start

from tests.fake_translator import make_run
from tests.run_factory import new_run
from workbench.engine.core.config import RunConfig
from workbench.engine.core.paths import runs_root
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.workers.job import running_jobs


def drag(target: QWidget, *paths: Path) -> bool:
    """Drag files over a widget and drop them there, as the window system does it; whether they were taken."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(p)) for p in paths])
    mime.setText(str(paths[0]))  # as file managers do
    middle, left = target.rect().center(), Qt.MouseButton.LeftButton
    no_key, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    for event in (
        QDragEnterEvent(QPointF(middle), copy, mime, left, no_key),
        QDragMoveEvent(QPointF(middle), copy, mime, left, no_key),
        QDropEvent(QPointF(middle), copy, mime, left, no_key),
    ):
        QApplication.sendEvent(target, event)
        if not event.isAccepted():
            QApplication.sendEvent(target, QDragLeaveEvent())
            return False
    return True


def test_files_can_be_dropped_anywhere(qtbot, window: MainWindow, context: AppContext, tmp_path: Path):
    file = tmp_path / "memory.tmx"
    file.write_text("x")
    taken: list[object] = []
    window.drop.dropped.disconnect()
    window.drop.dropped.connect(taken.append)
    start(qtbot, context)  # the charts are there only while something trains
    refused, tried = [], 0
    for name, *_rest in PANES:
        window.show_pane(name)
        qtbot.waitUntil(lambda: not running_jobs(), timeout=15_000)
        spots = {window.childAt(x, y) for x in range(5, window.width(), 40) for y in range(5, window.height(), 20)} - {
            None
        }
        texts = [e for kind in (QLineEdit, QPlainTextEdit) for e in window.panes[name].findChildren(kind)]
        before = [e.text() if isinstance(e, QLineEdit) else e.toPlainText() for e in texts]
        for spot in spots:
            tried += 1
            if not drag(spot, file):
                refused.append(f"{name}: {type(spot).__name__} {spot.objectName()}")
        after = [e.text() if isinstance(e, QLineEdit) else e.toPlainText() for e in texts]
        assert after == before, name  # no file name was typed into a field
    assert not refused
    qtbot.waitUntil(lambda: len(taken) == tried, timeout=5000)
    assert tried > 60
    assert taken[0] == [file]


def test_dropped_files_are_imported_and_run_folders_opened(qtbot, window: MainWindow, context: AppContext, tmp_path):
    memory = tmp_path / "memory.unknown"
    memory.write_text("x")
    # The pane itself would begin to read the file; here only the way there is looked at.
    imported: list[object] = []
    window.pane("corpora")
    context.import_files.disconnect()
    context.import_files.connect(imported.append)
    assert drag(window.stack, memory)
    qtbot.waitUntil(lambda: imported == [[memory]], timeout=2000)
    assert window.sidebar.buttons["corpora"].isChecked()
    run = new_run(runs_root() / "dropped", RunConfig())
    opened: list[object] = []
    window.pane("translate")
    context.run_selected.disconnect()
    context.run_selected.connect(opened.append)
    assert drag(window.stack, run.path)
    qtbot.waitUntil(lambda: opened == [run.path], timeout=2000)
    qtbot.waitUntil(lambda: context.training.run_dir == run.path, timeout=2000)


def test_the_cover_is_shown_only_while_files_are_dragged(qtbot, window: MainWindow, tmp_path: Path):
    assert covered(window, tmp_path)
    assert not window.findChild(QLabel, "dropCover").isVisible()


def covered(window: MainWindow, path: Path) -> str:
    """What the window says while a file is dragged over it."""
    cover = window.findChild(QLabel, "dropCover")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    no_key, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    QApplication.sendEvent(window, QDragEnterEvent(QPointF(9, 9), copy, mime, Qt.MouseButton.LeftButton, no_key))
    assert cover.isVisible()
    QApplication.sendEvent(window, QDragLeaveEvent())
    return cover.text()


def test_a_file_dropped_on_translate_is_asked_about(
    qtbot, window: MainWindow, context: AppContext, tmp_path: Path
) -> None:
    file, other = tmp_path / "letter.txt", tmp_path / "more.txt"
    for path in (file, other):
        path.write_text("one\n")
    make_run(runs_root() / "tiny")
    window.show_pane("translate")
    asked, imported = [], []
    window.pane("corpora")
    for signal, told in ((context.import_files, imported), (context.translate_file, asked)):
        signal.disconnect()
        signal.connect(told.append)

    def answer(name: str) -> None:
        assert drag(window.stack, file)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox, "droppedFile") is not None, timeout=2000)
        box = window.findChild(QMessageBox, "droppedFile")
        assert "letter.txt" in box.text()
        box.findChild(QAbstractButton, name).click()
        QApplication.sendPostedEvents(box, QEvent.Type.DeferredDelete)
        qtbot.waitUntil(lambda: window.findChild(QMessageBox, "droppedFile") is None, timeout=2000)

    assert "translate it" in covered(window, file)
    answer("dropCancel")
    assert (asked, imported) == ([], [])
    answer("dropTranslate")
    assert (asked, imported) == ([file], [])
    assert drag(window.stack, file, other)  # two can only be the sides of a corpus
    qtbot.waitUntil(lambda: imported == [[file, other]], timeout=2000)
    window.show_pane("translate")
    answer("dropImport")
    assert imported[1:] == [[file]]
    assert window.sidebar.buttons["corpora"].isChecked()
    assert "translate" not in covered(window, file)
    window.show_pane("translate")
    window.pane("translate").models.choice = None  # its run was deleted while the pane is in sight
    assert "translate" not in covered(window, file)
