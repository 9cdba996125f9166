"""No text of a run, a corpus, a file or an error is ever laid out as HTML, and no picture is loaded through it."""

from __future__ import annotations

import ctypes
import json
import os
import struct
import sys
from pathlib import Path
from typing import Any

import pytest
from hand import calm
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QGraphicsTextItem, QGraphicsView, QLabel, QListWidget, QToolTip, QWidget

from tests.engine.tiny_run import make_tiny_run
from tests.gui.quiet import settle
from tests.run_factory import journal, point, started, validated
from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import InputError
from workbench.engine.core.events import CheckpointSaved, RunFinished, SampleTranslated, StateChanged, Warned
from workbench.engine.corpora.library import import_corpus
from workbench.engine.device.devices import DeviceInfo
from workbench.engine.runs.folder import RunFolder
from workbench.gui.runs.evaluate_dialog import EvaluateDialog
from workbench.gui.shell.dialogs import explain_missing_card
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import RunRequest
from workbench.gui.train.config_dialog import ConfigDialog
from workbench.gui.workers.failure import FailureReport

#: A picture that nobody may open.
_PICTURE = Path(__file__).parents[3] / "resources" / "icons" / "translation-workbench.svg"


class _Watch:
    """Tells whether anybody has opened a file, by the kernel's own word."""

    def __init__(self, path: Path) -> None:
        libc = ctypes.CDLL(None, use_errno=True)
        self._handle = libc.inotify_init1(os.O_NONBLOCK)
        assert libc.inotify_add_watch(self._handle, os.fsencode(path), 0x20) >= 0  # IN_OPEN

    def opened(self) -> int:
        try:
            return len(os.read(self._handle, 1 << 16)) // struct.calcsize("iIII")
        except BlockingIOError:
            return 0

    def close(self) -> None:
        os.close(self._handle)


def _laid_out(document: QTextDocument) -> list[str]:
    """What of a document is more than text with colours: pictures, links, headings."""
    found, block = [], document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            found.append("heading")
        iterator = block.begin()
        while not iterator.atEnd():
            kind = iterator.fragment().charFormat()
            found += ["picture"] if kind.isImageFormat() else ["link"] if kind.isAnchor() else []
            iterator += 1
        block = block.next()
    return found


def _html(text: str) -> list[str]:
    document = QTextDocument()
    document.setHtml(text)
    return _laid_out(document)


def _is_rich(label: QLabel) -> bool:
    form = label.textFormat()
    return form == Qt.TextFormat.RichText or (form != Qt.TextFormat.PlainText and Qt.mightBeRichText(label.text()))


def _faults(app: QApplication) -> list[str]:
    """Every place in sight whose text is laid out as HTML and holds what no text of ours has."""
    found = []
    for widget in app.allWidgets():
        if isinstance(widget, QLabel) and widget.isVisible() and _is_rich(widget):
            found += [f"{widget.objectName()}: {what} in {widget.text()[:200]}" for what in _html(widget.text())]
        if isinstance(widget, QGraphicsView) and widget.scene() is not None:
            for item in widget.scene().items():
                if isinstance(item, QGraphicsTextItem):
                    found += [f"{type(item).__name__}: {what}" for what in _laid_out(item.document())]
        if isinstance(widget, QListWidget):
            for text in (widget.item(i).data(Qt.ItemDataRole.UserRole + 1) for i in range(widget.count())):
                found += [f"{widget.objectName()}: {what}" for what in _html(text)] if isinstance(text, str) else []
    return found


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """A picture of our own that Qt could load, and the text that would make it do so is in ``plant``."""
    path = tmp_path / "seen.svg"
    path.write_bytes(_PICTURE.read_bytes())
    return path


def _plant(picture: Path, name: str = "") -> str:
    return f'{name}<h1>big</h1><img src="{picture}"><img src="file://{picture}"><a href="file://{picture}">l</a>&lt;'


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel who opens a file")
def test_what_looks_for_markup_finds_it(qtbot: Any, picture: Path) -> None:
    watch = _Watch(picture)
    label = QLabel(_plant(picture), textFormat=Qt.TextFormat.RichText)
    qtbot.addWidget(label)
    label.show()
    label.grab()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    assert {fault.split()[1] for fault in _faults(app)} == {"heading", "picture", "link"}
    assert watch.opened()
    watch.close()


def _plant_run(plant: str) -> Path:
    """A run with a model, and the planted text wherever a run has text."""
    run = make_tiny_run(paths.runs_root() / "planted").rename(paths.runs_root() / "<h1>run<img src=x>&lt;")
    config = (run / "run.toml").read_text(encoding="utf-8")
    config = config.replace("corpora = []", f"corpora = [{json.dumps(plant)}]")
    assert plant.replace('"', '\\"') in config
    (run / "run.toml").write_text(config, encoding="utf-8")
    (run / "notes.json").write_text(json.dumps({"title": plant, "text": plant}))
    score = {"score": 31.5, "low": 30.0, "high": 33.0, "signature": plant}
    scores = {"bleu": score, "chrf": score, "ter": score, "title": plant, "sentences": 1, "time": 1.0, "step": 20}
    (run / "scores.json").write_text(json.dumps({plant: {**scores, "baselines": {plant: {"bleu": 1.0, "chrf": 1.0}}}}))
    told = [
        started(run=plant, device=plant, explanations={plant: plant}),
        StateChanged(time=1, state=plant, detail=plant, done=1, total=2),
        *(point(step) for step in range(1, 9)),
        Warned(time=1, step=3, code="learning_rate_halved", message=plant),
        Warned(time=1, step=4, code=plant, message=plant),
        validated(10, 5.0, best=True),
        SampleTranslated(time=1, step=5, index=0, source=plant, reference=plant, translation=plant),
        SampleTranslated(time=1, step=10, index=0, source=plant, reference=plant, translation=f"a {plant} b"),
        CheckpointSaved(time=1, step=10, folder=plant),
        RunFinished(time=1, step=10, status="stopped", reason=plant, best_step=10, metric=plant),
    ]

    journal(RunFolder(run), *told)
    return run


def _plant_corpus(plant: str, folder: Path) -> None:
    file = folder / "<h1>pairs<img src=x>&lt;.tsv"
    file.write_text("".join(f"{plant} {n}\t{n} {plant}\n" for n in range(60)), encoding="utf-8")
    info = import_corpus([file], source_lang="en", target_lang="fr", name="planted", title=plant, licence=plant)
    record = json.loads((info.folder / "corpus.json").read_text())
    record["description"] = plant
    record["splits"][plant] = dict(record["splits"]["train"])
    (info.folder / "corpus.json").write_text(json.dumps(record))


@pytest.mark.skipif(sys.platform != "linux", reason="asks the kernel who opens a file")
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_planted_markup_is_shown_as_it_is_written(
    qtbot: Any, open_window: Any, context: AppContext, picture: Path, tmp_path: Path, workbench_home: Path
) -> None:
    plant = _plant(picture)
    run = _plant_run(plant)
    _plant_corpus(plant, tmp_path)
    (workbench_home / "presets").mkdir()
    preset = f"title = {json.dumps(plant)}\ndescription = {json.dumps(plant)}\n[training]\nmax_steps = 5\n"
    (workbench_home / "presets" / "planted.toml").write_text(preset, encoding="utf-8")
    watch, app = _Watch(picture), QApplication.instance()
    assert isinstance(app, QApplication)
    window: MainWindow = open_window()
    faults: list[str] = []

    def look(where: str) -> None:
        settle(qtbot)
        window.grab()
        faults.extend(f"{where}: {fault}" for fault in dict.fromkeys(_faults(app)))
        if watch.opened():
            faults.append(f"{where}: the picture was opened")

    def look_at_tip(where: str, text: str) -> None:
        assert "<h1>" in text, where
        QToolTip.showText(QPoint(5, 5), text, window)
        tips = [w for w in app.allWidgets() if w.metaObject().className() == "QTipLabel" and w.isVisible()]
        assert [tip.textFormat() for tip in tips if isinstance(tip, QLabel)] == [Qt.TextFormat.PlainText], where
        look(where)
        QToolTip.hideText()

    window.set_devices([DeviceInfo("cpu", plant, 1)], None, plant)
    train: Any = window.panes["train"]
    look("train")
    train.setup.choose_corpus("planted")
    context.training.queue.append(RunRequest(RunConfig(), run))
    context.training.queue_changed.emit()
    look("train, corpus and queue")
    context.watch_run.emit(run)
    qtbot.waitUntil(lambda: context.training.history.finished is not None, timeout=20_000)
    for tab in range(train.view.tabs.count()):
        train.view.tabs.setCurrentIndex(tab)
        look(f"train, tab {tab}")
    _at, hover = train.view.loss._read_out(3.0)
    train.view.loss.plot.hover_label.setText(hover)
    train.view.loss.plot.hover_label.show()
    look("train, loss under the mouse")
    dialog = ConfigDialog(context, RunConfig(), {}, {"training.batch_tokens": plant}, {}, train)
    dialog.show()
    look("all settings")
    look_at_tip("tooltip of a setting", dialog.form.editor("training.batch_tokens").focus.toolTip())
    dialog.reject()

    window.show_pane("corpora")
    corpora: Any = window.panes["corpora"]
    look("corpora")
    corpora.list.setCurrentIndex(corpora.list.corpora.index(corpora.list.names().index("planted"), 0))
    for tab in range(corpora.details.report.tabs.count()):
        corpora.details.report.tabs.setCurrentIndex(tab)
        look(f"corpora, tab {tab}")
    model = corpora.details.report.first.pairs
    look_at_tip("tooltip of a sentence", model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole))
    context.import_files.emit([tmp_path / "<h1>pairs<img src=x>&lt;.tsv"])
    look("import")

    window.show_pane("runs")
    runs: Any = window.panes["runs"]
    settle(qtbot)
    runs.table.selectRow(0)
    for tab in range(runs.tabs.count()):
        runs.tabs.setCurrentIndex(tab)
        look(f"runs, tab {tab}")
    model = runs.table.model()
    look_at_tip("tooltip of a run", model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole))
    evaluate = EvaluateDialog(context, plant, [], [10], plant, window)
    evaluate.show()
    look("evaluate")
    evaluate.reject()
    runs.notice.fail(FailureReport(plant, plant, plant, expected=False))
    look("notice")

    window.show_pane("translate")
    translate: Any = window.panes["translate"]
    qtbot.waitUntil(lambda: translate.info is not None, timeout=60_000)
    translate.view.source.setPlainText(plant)
    qtbot.waitUntil(lambda: bool(translate.view.target.toPlainText()), timeout=60_000)
    for tab in range(translate.view.tabs.count()):
        translate.view.tabs.setCurrentIndex(tab)
        look(f"translate, tab {tab}")
    window.notifier._explain(plant, FailureReport.from_exception(InputError(plant, where=plant, advice=plant)))
    look("failed training")
    explain_missing_card(window, plant, lambda: None)
    look("no card")
    context.status_message.emit(plant)
    window.show_shortcuts()
    look("shortcuts")
    for box in app.topLevelWidgets():
        if box is not window and isinstance(box, QWidget) and box.isVisible():
            box.close()
    context.training.queue.clear()
    calm(qtbot)
    watch.close()
    assert not faults, "\n".join(faults)
