"""Renaming, copying, merging and exporting from the corpora pane, by clicks and keys."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from tests.gui.corpora.corpus_files import titles
from tests.gui.panes import click, heard
from tests.gui.quiet import settle
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.corpora import library
from workbench.gui.corpora.corpus_pane import CorpusPane
from workbench.gui.state.context import AppContext


def put(name: str, source: str, target: str, *rows: tuple[str, str]) -> None:
    record = {"name": name, "title": name, "source_lang": source, "target_lang": target, "files": [f"{name}.tsv"]}
    library._store(record, [Pair(*row, f"{name}.tsv:1") for row in rows], no_progress)


def select(qtbot: Any, pane: CorpusPane, name: str) -> None:
    pane.list.setCurrentIndex(pane.list.corpora.index(pane.list.names().index(name), 0))
    settle(qtbot)


def ask(qtbot: Any, pane: CorpusPane, command: str, kind: str) -> Any:
    pane.commands.by_name[command].trigger()
    dialog = pane.findChild(QDialog, kind)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def save_as(monkeypatch: pytest.MonkeyPatch, path: Path) -> list[tuple[str, str]]:
    asked = []

    def name(parent: Any, title: str, start: str, filters: str) -> tuple[str, str]:
        asked.append((Path(start).name, filters))
        return str(path), filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", name)
    return asked


def test_renaming_by_f2(qtbot: Any, make_pane: Callable[[], CorpusPane], context: AppContext) -> None:
    put("mine", "en", "de", ("a", "b"))
    put("other", "en", "de", ("a", "b"))
    pane = make_pane()
    select(qtbot, pane, "mine")
    pane.details.remember_cleaning("mine", "none")
    changed = heard(context.corpora_changed)
    qtbot.keyClick(pane.list, Qt.Key.Key_F2)
    dialog = pane.findChild(QDialog, "renameDialog")
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.name.text() == "mine"
    for name, problem in (("Other", "already"), ("a b", "not possible"), ("", "name")):
        dialog.name.setText(name)
        assert problem in dialog.problem.text()
        assert not dialog.accept_button.isEnabled()
    dialog.name.setText("Yours")
    click(qtbot, dialog, "renameAccept")
    settle(qtbot)
    assert titles(pane) == ["Little corpus", "Yours", "other"]
    current = pane.list.current()
    assert current is not None
    assert current.name == "Yours"
    assert pane.details.title.text() == "Yours"
    assert pane.details.cleaning_of("Yours") == "none"
    assert changed


def test_what_came_with_the_program_says_why_it_stays(qtbot: Any, make_pane: Callable[[], CorpusPane]) -> None:
    pane = make_pane()
    for name in ("rename", "delete"):
        assert not pane.commands.by_name[name].isEnabled()
        assert "came with the program" in pane.commands.by_name[name].toolTip()
    for button in (pane.details.browser.out_button, pane.details.browser.edit_button):
        pane.details.browser.table.selectRow(0)
        assert not button.isEnabled()
        assert "came with the program" in button.toolTip()
    dialog = ask(qtbot, pane, "merge", "mergeDialog")
    assert dialog.none.isVisible()
    click(qtbot, dialog, "mergeAccept")
    settle(qtbot)
    copy = library.find_corpus("little-copy")
    assert {name: entry["pairs"] for name, entry in copy.splits.items()} == {"train": 99, "test": 2}
    assert "1 were left out" in pane.notice.label.text()  # the 7 cats, which its test has as well
    assert pane.commands.by_name["rename"].isEnabled()


def test_merging_with_a_corpus_of_the_reverse_direction(qtbot: Any, make_pane: Callable[[], CorpusPane]) -> None:
    put("one", "en", "de", ("a", "A"))
    put("two", "de", "en", ("B", "b"), ("C", "c"))
    put("else", "en", "es", ("x", "X"))
    pane = make_pane()
    select(qtbot, pane, "one")
    dialog = ask(qtbot, pane, "merge", "mergeDialog")
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["two · 2 pairs"]
    assert dialog.name.text() == "one-copy"
    dialog.list.setCurrentRow(0)
    qtbot.keyClick(dialog.list, Qt.Key.Key_Space)
    assert dialog.name.text() == "one-two"
    assert "3 pairs" in dialog.total.text()
    click(qtbot, dialog, "mergeAccept")
    settle(qtbot)
    assert [(p.source, p.target) for p in library.open_corpus("one-two")] == [("a", "A"), ("b", "B"), ("c", "C")]
    assert pane.details.title.text() == "one-two"
    assert "made of one, two" in pane.details.about.text()


@pytest.mark.parametrize(
    ("form", "typed", "files"),
    [(0, "out.tmx", ["out.tmx"]), (1, "out", ["out.tsv"]), (2, "out.txt", ["out.de", "out.en"])],
)
def test_exporting_in_the_direction_that_is_shown(
    qtbot: Any,
    make_pane: Callable[[], CorpusPane],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    form: int,
    typed: str,
    files: list[str],
) -> None:
    put("mine", "en", "de", ("a", "A"), ('say "b" &', "B"))
    pane = make_pane()
    select(qtbot, pane, "mine")
    pane.details.direction.setCurrentIndex(1)
    pane.details.direction.activated.emit(1)
    settle(qtbot)
    (tmp_path / "out").mkdir()
    asked = save_as(monkeypatch, tmp_path / "out" / typed)
    dialog = ask(qtbot, pane, "export", "exportDialog")
    assert not dialog.part.isVisible()
    dialog.kind.setCurrentIndex(form)
    click(qtbot, dialog, "exportAccept")
    settle(qtbot)
    assert asked[0][0].startswith("mine.")
    assert sorted(file.name for file in (tmp_path / "out").iterdir()) == files
    assert all(name in pane.notice.label.text() for name in files)
    paths = [tmp_path / "out" / name for name in files]
    back = [(p.source, p.target) for p in library.open_corpus(paths, "train", "de", "en")]
    assert back == [("A", "a"), ("B", 'say "b" &')]


def test_a_part_and_a_failed_export(
    qtbot: Any, make_pane: Callable[[], CorpusPane], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = make_pane()
    save_as(monkeypatch, tmp_path / "test.tsv")
    dialog = ask(qtbot, pane, "export", "exportDialog")
    assert [dialog.part.itemText(i) for i in range(dialog.part.count())] == ["All 102 pairs", "train · 100", "test · 2"]
    dialog.kind.setCurrentIndex(1)
    dialog.part.setCurrentIndex(2)
    click(qtbot, dialog, "exportAccept")
    settle(qtbot)
    assert (tmp_path / "test.tsv").read_text() == "en\tfr\nthe 7 cats\tles sept chats\na dog\tun chien\n"
    save_as(monkeypatch, tmp_path / "nowhere" / "x.txt")
    dialog = ask(qtbot, pane, "export", "exportDialog")
    dialog.kind.setCurrentIndex(2)
    click(qtbot, dialog, "exportAccept")
    settle(qtbot)
    assert "there is no folder" in pane.notice.label.text()
