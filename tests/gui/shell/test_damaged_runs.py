"""Runs, corpora, presets and settings with wrong values: each is told, each can be deleted, none hides the others."""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hand import calm
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from window_steps import shut

from tests.gui.panes import made_panes
from tests.gui.quiet import settle
from tests.run_factory import add_checkpoint, journal, make_run, point, started, validated
from workbench.cli.main import main
from workbench.engine.core import events, paths
from workbench.engine.core.events import EVENT_TYPES, RunFinished
from workbench.engine.runs import folder as runs
from workbench.engine.runs.summary import summarise
from workbench.gui.runs.run_table import NAME, STATUS
from workbench.gui.runs.runs_pane import RunsPane
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.state.settings import Settings

#: Values as they stand in a file, none of which a field of any event takes or expects.
WRONG = {
    "null": "null",
    "text": '"many"',
    "minus": "-1",
    "half": "0.5",
    "infinite": "1e999",
    "constant": "-Infinity",
    "nan": "NaN",
    "huge": "1" + 400 * "0",
    "large": str(2**53),
    "far": "1e308",
    "list": "[1, 2]",
    "object": '{"a": 1}',
    "message": '{"template": "{a:>99999999}", "values": {"a": 1}}',
    "true": "true",
    "deep": 5000 * "[" + 5000 * "]",
    "controls": '"\\u001b]0;x\\u0007\\u0000\\ud800"',
}


def _good(name: str) -> runs.RunFolder:
    run = make_run(name)
    journal(run, started(), point(10), validated(10, 20.0, best=True))
    journal(run, RunFinished(time=0, step=10, status="completed", elapsed=20.0))
    add_checkpoint(run, 10)
    return run


def _journal_of(wrong: str) -> str:
    """Every event with every field wrong in turn, after a good one of each."""
    lines = []
    for name, kind in EVENT_TYPES.items():
        good = {"float": "1.5", "int": "3", "str": '"word"', "bool": "true", "dict[str, str]": '{"a": "b"}'}
        fields = {field.name: good[str(field.type)] for field in dataclasses.fields(kind)}
        for broken in ["", *fields, "messages"]:
            parts = {**fields, broken: wrong} if broken else fields
            lines.append(f'{{"event": "{name}", ' + ", ".join(f'"{k}": {v}' for k, v in parts.items()) + "}")
    return "\n".join(lines) + "\n"


@pytest.fixture
def make_pane(qtbot: Any, context: AppContext) -> Iterator[Callable[[], RunsPane]]:
    yield from made_panes(qtbot, context, RunsPane)


def _look_at_all(pane: RunsPane) -> dict[str, str]:
    """Select every run, ask of every cell in every role what a table may ask, and tell the statuses by name."""
    roles = [*Qt.ItemDataRole, *(Qt.ItemDataRole.UserRole + n for n in range(1, 4))]
    model, found = pane.table.model(), {}
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            index = model.index(row, column)
            model.flags(index)
            for role in roles:
                model.data(index, role)
        pane.table.selectRow(row)
        found[model.index(row, NAME).data()] = model.index(row, STATUS).data()
    pane.grab()
    return found


def test_wrong_values_in_a_journal_are_shown_and_watched_without_a_fault(
    qtbot: Any, open_window: Any, context: AppContext
) -> None:
    window = open_window()
    for name, wrong in WRONG.items():
        (make_run(f"journal-{name}").path / runs.EVENTS).write_text(_journal_of(wrong))
    pane: Any = window.panes["train"]
    for name in WRONG:
        context.watch_run.emit(paths.runs_root() / f"journal-{name}")
        qtbot.waitUntil(lambda n=name: context.training.run_dir.name == f"journal-{n}", timeout=10_000)
        qtbot.waitUntil(lambda: context.training.history.finished is not None, timeout=10_000)
        for tab in range(pane.view.tabs.count()):
            pane.view.tabs.setCurrentIndex(tab)
            window.grab()


def test_one_wrong_file_is_named_and_hides_no_other_run(qtbot: Any, make_pane: Any, capsys: Any) -> None:
    keys = ("step", "value", "title", "text", "bleu", "data", "model", "pairs", "format", "news")
    good = _good("good")
    for name, wrong in WRONG.items():
        (make_run(f"journal-{name}").path / runs.EVENTS).write_text(_journal_of(wrong))
        for file in (runs.BEST, runs.NOTES, runs.SCORES, runs.CORPUS, runs.CONFIG, runs.STATE):
            run = _good(f"{name}-{file}")
            text = "{" + ", ".join(f'"{key}": {wrong}' for key in keys) + "}"
            if file == runs.CONFIG:
                values = "\n".join(f"{key} = {wrong}" for key in keys)
                text = f"[data]\n{values}\n[model]\n{values}\n"
            place = run.path if file != runs.STATE else run.path / "step-00000010"
            (place / file).write_text(text if name != "list" else wrong)
    count = 7 * len(WRONG) + 1
    pane = make_pane()
    settle(qtbot)
    shown = _look_at_all(pane)
    settle(qtbot)
    assert len(shown) == count
    assert shown["good"] == "finished"
    capsys.readouterr()
    assert main(["runs", "list", "--json"]) == 0
    assert len([json.loads(line) for line in capsys.readouterr().out.splitlines()]) == count
    assert main(["runs", "list"]) == 0
    hurt = [run for run in runs.list_runs() if run.name.startswith(("huge-", "deep-", "journal-huge"))]
    assert len(hurt) == 13
    for run in hurt:
        assert main(["runs", "show", str(run.path)]) == 0
        assert main(["runs", "show", str(run.path), "--json"]) == 0
        assert main(["runs", "delete", str(run.path)]) == 0
    assert len(runs.list_runs()) == count - len(hurt)
    assert summarise(good).damaged == ()


def test_what_is_damaged_is_said_where_the_run_is_listed(qtbot: Any, make_pane: Any, capsys: Any) -> None:
    run = _good("hurt")
    (run.path / runs.NOTES).write_text("[")
    text = (run.path / runs.EVENTS).read_text().replace('"parameters": 1234', '"parameters": "many"')
    (run.path / runs.EVENTS).write_text(text)
    pane = make_pane()
    settle(qtbot)
    assert _look_at_all(pane) == {"hurt": "finished, damaged"}
    qtbot.waitUntil(lambda: pane.details._facts.accessibleName() != "", timeout=15_000)  # read by a job
    for told in (pane.details._facts.accessibleName(), " ".join(summarise(run).damaged)):
        assert "notes.json" in told
        assert "RunStarted" in told
    capsys.readouterr()
    assert main(["runs", "list"]) == 0
    assert "completed, damaged" in capsys.readouterr().out
    assert main(["runs", "show", "hurt"]) == 0
    assert "RunStarted" in capsys.readouterr().out


def test_the_last_line_of_a_killed_run_is_no_damage() -> None:
    run = _good("cut")
    with open(run.path / runs.EVENTS, "a") as handle:
        handle.write(events.to_json(point(20))[:60])
    assert summarise(run).damaged == ()


def test_a_damaged_corpus_is_told_once_can_be_deleted_and_hides_no_other(
    qtbot: Any, open_window: Any, corpus: str, context: AppContext, capsys: Any
) -> None:
    for number, wrong in enumerate(WRONG.values()):
        folder = paths.corpora_root() / f"wrong-{number}"
        shutil.copytree(paths.corpora_root() / corpus, folder)
        text = wrong if number % 2 else f'{{"name": "x", "splits": {{"train": {{"pairs": {wrong}}}}}}}'
        (folder / "corpus.json").write_text(text)
    window = open_window()
    window.show_pane("corpora")
    settle(qtbot)
    pane: Any = window.panes["corpora"]
    assert corpus in pane.list.names()
    assert pane.notice.isVisible()
    assert "cannot be read" in pane.notice.label.text()
    before = len(list(paths.corpora_root().iterdir()))
    pane.notice.action_button.click()
    settle(qtbot)
    assert len([f for f in paths.corpora_root().iterdir() if not f.name.startswith(".")]) == before - 1
    capsys.readouterr()
    assert main(["corpus", "list"]) == 0
    heard = capsys.readouterr()
    assert corpus in heard.out
    told = [line for line in heard.err.splitlines() if "cannot be read" in line]
    assert told
    for line in told:
        assert main(["corpus", "delete", line.split("corpus delete ")[1].strip(". ")]) == 0
    capsys.readouterr()
    assert main(["corpus", "list"]) == 0
    assert capsys.readouterr().err == ""


def test_settings_full_of_wrong_values_open_the_window_as_at_the_first_start(
    qtbot: Any, workbench_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    keys = ["train/queue", "train/loss", "train/declined", "corpora/cleaning", "translate/search", "train/tab"]
    keys += ["translate/tab", "translate/threshold", "translate/text", "window/zoom", "window/theme", "window/pane"]
    keys += ["window/language", "window/geometry", "window/last_folder", "train/preset", "train/corpus"]
    keys += ["corpora/splitter", "runs/splitter", "runs/metric", "runs/axis", "device/train", "device/translate"]
    other = workbench_home / "other.ini"
    settings = Settings(other)
    for number, key in enumerate(keys):
        settings._store.setValue(key, list(WRONG.values())[number % len(WRONG)])
    settings.sync()
    for wrong in WRONG.values():
        settings._store.setValue("one", wrong)
        assert isinstance(settings.get_json("one", []), list)
        assert isinstance(settings.get_json("one", {}), dict)
        assert abs(settings.get("one", 1)) < 1e9
        assert abs(settings.get("one", 1.0)) < 1e9
    context = AppContext(Settings(other))
    window = MainWindow(context)
    try:
        window.show()
        for name in ("train", "translate", "corpora", "runs"):
            window.show_pane(name)
            calm(qtbot)
        assert 0.5 <= context.zoom <= 3
        assert context.training.queue == []
    finally:
        shut(qtbot, window)
        context.deleteLater()


def test_a_settings_file_that_is_none_or_cannot_be_written_is_told(
    qtbot: Any, workbench_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    file = workbench_home / "settings.ini"
    for content, told in ((b"[window\n=\x00\xff", "damaged"), (b"[window]\nzoom=1.5\n", "cannot be saved")):
        file.write_bytes(content)
        if told == "cannot be saved":  # an administrator may write everywhere, so the answer of the system is made up
            monkeypatch.setattr("os.access", lambda path, mode: Path(path) != file)
        context = AppContext(Settings(file))
        window = MainWindow(context)
        assert told in window.statusBar().currentMessage()
        assert str(file) in window.statusBar().currentMessage()
        window.show()
        shut(qtbot, window)
        context.deleteLater()


def test_two_windows_keep_what_the_other_wrote(workbench_home: Path) -> None:
    file = workbench_home / "settings.ini"
    one, two = Settings(file), Settings(file)
    one.put("train/preset", "small")
    two.put("runs/metric", "chrf")
    two.zoom = 1.5
    one.sync()
    two.sync()
    one.put("window/pane", "runs")
    one.sync()
    third = Settings(file)
    assert (third.get("train/preset", ""), third.get("runs/metric", ""), third.zoom, third.pane) == (
        *("small", "chrf", 1.5),
        "runs",
    )
