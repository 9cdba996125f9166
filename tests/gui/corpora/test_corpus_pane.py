"""The corpora pane: the list, the details of a corpus, the bin; driven by clicks and keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton

from tests.gui.access import controls, unnamed_controls
from tests.gui.corpora.corpus_files import titles
from tests.gui.panes import click, heard
from tests.gui.quiet import settle
from workbench.engine.corpora import library
from workbench.gui.corpora.system_dialog import SystemDialog
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.cleaning.rule_table import rules_text


def test_a_builtin_corpus_is_shown_with_its_leaks(qtbot: Any, make_pane: Any) -> None:
    pane = make_pane()
    assert titles(pane) == ["Little corpus"]
    assert pane.details.title.text() == "Little corpus"
    tile = pane.details.report.pairs_tile
    assert (tile.value(), tile.remark()) == ("102", "2 held out")
    assert "102 pairs" in pane.list.corpora.line(pane.list.current())
    assert "1 of 2 pairs share a sentence" in pane.details.report.splits.text()  # the 7 cats
    assert not pane.details.delete_button.isVisible()


def test_rules_as_text() -> None:
    default, everything = ["empty", "duplicate"], ["empty", "identical", "length_ratio", "duplicate"]
    assert rules_text(["duplicate", "empty"], default, everything) == "default"
    assert rules_text([], default, everything) == "none"
    assert rules_text(["empty", "identical", "duplicate"], default, everything) == "default,identical"
    assert rules_text(["identical"], default, everything) == "identical"


def test_deleting_and_undoing(qtbot: Any, make_pane: Any) -> None:
    library._store(
        {"name": "mine", "title": "Mine", "source_lang": "en", "target_lang": "de", "files": []},
        iter([library.Pair("a", "b")]),
        lambda *_: None,
    )
    pane = make_pane()
    pane.list.setCurrentIndex(pane.list.corpora.index(1, 0))
    settle(qtbot)
    click(qtbot, pane, "corpusDelete")
    settle(qtbot)
    assert titles(pane) == ["Little corpus"]
    click(qtbot, pane, "noticeAction")
    settle(qtbot)
    assert titles(pane) == ["Little corpus", "Mine"]
    current = pane.list.current()
    assert current is not None
    assert current.name == "mine"


def test_the_reverse_direction(qtbot: Any, make_pane: Any, context: AppContext) -> None:
    pane = make_pane()
    wanted = heard(context.train_with)
    pane.details.direction.setCurrentIndex(1)
    pane.details.direction.activated.emit(1)
    settle(qtbot)
    assert pane.details.report.first.pairs.rows[0].source == "les 0 chats"
    click(qtbot, pane, "corpusTrain")
    assert wanted[0].source_lang == "fr"


def test_the_computers_own_translations(qtbot: Any, make_pane: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.engine.corpora.readers import system

    monkeypatch.setattr(system, "system_languages", lambda: {"fr": 10, "de": 4})
    monkeypatch.setattr(system, "system_pairs", lambda *_: iter([library.Pair("Open", "Öffnen")] * 3))
    pane = make_pane()
    click(qtbot, pane, "corpusSystem")
    qtbot.waitUntil(lambda: bool(pane.findChildren(SystemDialog)), timeout=30_000)
    dialog = pane.findChildren(SystemDialog)[0]
    assert dialog.source.tag() == "en"
    dialog.target.set_tag("en")
    dialog.target.tag_changed.emit()
    assert not dialog.import_button.isEnabled()
    dialog.target.set_tag("de")
    dialog.target.tag_changed.emit()
    click(qtbot, dialog, "systemImport")
    settle(qtbot)
    assert library.find_corpus("system-en-de").pairs == 3
    current = pane.list.current()
    assert current is not None
    assert current.name == "system-en-de"


def test_nothing_there_teaches(qtbot: Any, make_pane: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "nowhere")
    pane = make_pane()
    assert pane.stack.currentWidget() is pane.empty
    assert pane.findChild(QAbstractButton, "emptyImport").isEnabled()


def test_every_control_has_a_name_and_can_be_reached(make_pane: Any) -> None:
    pane = make_pane()
    assert len(controls(pane)) > 15
    assert unnamed_controls(pane) == []
