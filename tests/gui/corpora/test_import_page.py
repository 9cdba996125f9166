"""Importing with a preview: files, columns, sheets, encodings, names and rules; driven by clicks and keys."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox

from tests.gui.corpora.corpus_files import DIRT, ROWS, titles, tmx
from tests.gui.panes import click, heard
from tests.gui.quiet import settle
from workbench.engine.corpora import library
from workbench.gui.corpora.import_page import name_of
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import TrainingWish
from workbench.gui.widgets.cleaning.rule_table import RULE


def test_from_a_tmx_file_to_training_in_three_clicks(
    qtbot: Any, make_pane: Any, context: AppContext, tmp_path: Path
) -> None:
    pane = make_pane()
    wanted, shown, changed = heard(context.train_with), heard(context.show_pane), heard(context.corpora_changed)
    context.import_files.emit([tmx(tmp_path / "Office Memory.tmx", ROWS + DIRT)])
    settle(qtbot)
    page = pane.page
    assert pane.stack.currentWidget() is page
    assert (page.source.tag(), page.target.tag(), page.name.text()) == ("en", "de", "office-memory")
    assert page.report.pairs_tile.value() == "64"
    assert page.report.kept_tile.value() == "63"  # the default rules drop the repeated pair
    click(qtbot, pane, "importStart")
    settle(qtbot)
    assert titles(pane) == ["Little corpus", "office-memory"]
    assert changed
    info = library.find_corpus("office-memory")
    assert (info.pairs, info.source_lang, info.target_lang) == (64, "en", "de")
    current = pane.list.current()
    assert current is not None
    assert current.name == "office-memory"
    click(qtbot, pane, "corpusTrain")
    assert shown == ["train"]
    assert wanted == [TrainingWish("office-memory", "en")]


def test_proposed_rules_are_taken_and_go_along_to_training(
    qtbot: Any, make_pane: Any, context: AppContext, tmp_path: Path
) -> None:
    pane = make_pane()
    wanted = heard(context.train_with)
    pane.open_files([tmx(tmp_path / "m.tmx", ROWS + DIRT)])
    settle(qtbot)
    report = pane.page.report
    row = next(i for i, rule in enumerate(report.rules.rules.rows) if rule.name == "identical")
    report.rules.setFocus()
    report.rules.setCurrentIndex(report.rules.rules.index(row, RULE))
    assert report.tabs.currentIndex() == 1
    assert report.dropped.pairs.rows[0].source == "OK sure"
    assert "Met by 2 of 64 pairs" in report.dropped_label.text()
    qtbot.keyClick(report.rules, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: report.kept_tile.value() == "61", timeout=30_000)
    click(qtbot, report, "takeProposals")
    qtbot.waitUntil(lambda: report.kept_tile.value() == "60", timeout=30_000)
    click(qtbot, pane, "importAndTrain")
    settle(qtbot)
    assert wanted[0].corpus == "m"
    assert set(wanted[0].overrides["data.cleaning"].split(",")) >= {"default", "identical", "length_ratio"}
    settle(qtbot)
    assert pane.details.report.kept_tile.value() == "60"  # the choice is remembered for the imported corpus


def test_two_text_files_and_swapped_sides(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    (tmp_path / "news.en").write_text("a cat\na dog\n")
    (tmp_path / "news.de").write_text("eine Katze\nein Hund\n")
    pane = make_pane()
    pane.open_files([tmp_path / "news.en", tmp_path / "news.de"])
    settle(qtbot)
    page = pane.page
    assert (page.source.tag(), page.target.tag(), page.name.text()) == ("de", "en", "news")
    click(qtbot, pane, "importSwap")
    settle(qtbot)
    assert (page.source.tag(), page.target.tag()) == ("en", "de")
    assert page.report.first.pairs.rows[0].source == "a cat"
    click(qtbot, pane, "importStart")
    settle(qtbot)
    assert [p.source for p in library.open_corpus("news")] == ["a cat", "a dog"]


def choose(qtbot: Any, box: QComboBox, key: str) -> None:
    """Choose an entry with the keyboard, as a person does."""
    box.setFocus()
    while box.currentData() != key:
        before = box.currentIndex()
        qtbot.keyClick(box, Qt.Key.Key_Down if box.findData(key) > before else Qt.Key.Key_Up)
        assert box.currentIndex() != before, key


def test_columns_of_a_table_can_be_chosen(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    rows = "".join(f"{n},the cat number {n},le chat numéro {n},die Katze Nummer {n}\n" for n in range(20))
    (tmp_path / "t.csv").write_text("id,en,fr,de\n" + rows)
    pane = make_pane()
    pane.open_files([tmp_path / "t.csv"])
    settle(qtbot)
    page = pane.page
    table = page.table
    assert table.isVisible()
    assert not table.sheet.isVisible()
    assert [table.source.itemData(i) for i in range(table.source.count())] == ["id", "en", "fr", "de"]
    assert table.source.itemData(2, Qt.ItemDataRole.ToolTipRole).startswith("le chat numéro 0\n")
    assert (table.source.currentData(), table.target.currentData(), table.columns) == ("en", "fr", "")
    choose(qtbot, table.target, "de")
    qtbot.waitUntil(lambda: page.report.first.pairs.rows[0].target == "die Katze Nummer 0", timeout=30_000)
    settle(qtbot)
    assert (page.source.tag(), page.target.tag(), table.columns) == ("en", "de", "en,de")
    choose(qtbot, table.target, "en")
    assert "same column" in page.problem.text()
    assert not page.import_button.isEnabled()
    choose(qtbot, table.target, "fr")
    settle(qtbot)
    assert not page.problem.isVisible()
    click(qtbot, pane, "importSwap")
    settle(qtbot)
    assert page.report.first.pairs.rows[0].source == "le chat numéro 0"
    assert (page.source.tag(), page.target.tag(), table.columns) == ("fr", "en", "fr,en")
    click(qtbot, pane, "importStart")
    settle(qtbot)
    info = library.find_corpus("t")
    assert (info.source_lang, info.target_lang, info.pairs) == ("fr", "en", 20)


def test_a_workbook_offers_its_sheets(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Cover"
    cover.append(["Version", 3])
    for name, words in (("First", ("English", "French", "chat")), ("Second", ("English", "German", "Katze"))):
        sheet = book.create_sheet(name)
        sheet.append(words[:2])
        for n in range(30 if name == "First" else 5):
            sheet.append([f"the old cat number {n}", f"{words[2]} {n}"])
    book.save(tmp_path / "b.xlsx")
    pane = make_pane()
    pane.open_files([tmp_path / "b.xlsx"])
    settle(qtbot)
    page, table = pane.page, pane.page.table
    assert table.sheet.isVisible()
    assert [table.sheet.itemText(i) for i in range(table.sheet.count())] == ["Cover", "First", "Second"]
    assert table.sheet.currentText() == "First"
    assert "not read" in page.report.warnings.text() or "could be meant" in page.report.warnings.text()
    assert "--" not in page.report.warnings.text()
    choose(qtbot, table.sheet, "Second")
    qtbot.waitUntil(lambda: page.report.pairs_tile.value() == "5", timeout=30_000)
    settle(qtbot)
    assert page.report.first.pairs.rows[0].target == "Katze 0"
    assert (table.sheet.currentText(), table.columns) == ("Second", "")


def test_the_same_language_on_both_sides_is_refused(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    pane = make_pane()
    pane.open_files([tmx(tmp_path / "m.tmx", ROWS)])
    settle(qtbot)
    page = pane.page
    page.target.set_tag("en-GB")
    page.target.tag_changed.emit()
    settle(qtbot)
    assert "same language" in page.problem.text()
    assert not page.import_button.isEnabled()
    assert not page.train_button.isEnabled()
    page.target.set_tag("de")
    page.target.tag_changed.emit()
    settle(qtbot)
    assert page.import_button.isEnabled()


def test_an_older_encoding_is_found_and_another_can_be_chosen(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    pane = make_pane()
    rows = "en;fr\r\nthe summer;l'été\r\nthe key;la clé\r\n"
    (tmp_path / "excel.csv").write_bytes(rows.encode("windows-1252"))
    pane.open_files([tmp_path / "excel.csv"])
    page = pane.page
    qtbot.waitUntil(lambda: not page.busy and page.import_button.isEnabled(), timeout=20_000)
    box = page.findChild(QComboBox, "importEncoding")
    assert box is not None
    assert box.isVisible()
    assert box.currentText() == "automatic (windows-1252)"
    assert shown(page)[0] == ("the summer", "l'été")
    box.setFocus()
    qtbot.keyClicks(box, "windows-1251")
    qtbot.waitUntil(lambda: not page.busy and shown(page)[0] == ("the summer", "l'йtй"), timeout=20_000)
    qtbot.keyClick(box, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: not page.busy and shown(page)[0] == ("the summer", "l'été"), timeout=20_000)
    pane.open_files([tmx(tmp_path / "m.tmx", ROWS)])
    qtbot.waitUntil(lambda: not page.busy and page.import_button.isEnabled(), timeout=20_000)
    assert not box.isVisible()


def shown(page: Any) -> list[tuple[str, str]]:
    """The pairs of the preview."""
    return [(row.source, row.target) for row in page.report.first.pairs.rows] or [("", "")]


def answering(name: str) -> list[str]:
    """Press this button of the question that comes up; what was pressed."""
    pressed: list[str] = []

    def press() -> None:
        box = QApplication.activeModalWidget()
        button = box.findChild(QAbstractButton, name) if box is not None else None
        if button is not None:
            pressed.append(name)
            button.click()

    QTimer.singleShot(50, press)
    return pressed


def test_bad_files_and_taken_names_say_so(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    (tmp_path / "x.tmx").write_text("<tmx><body><tu>")
    pane = make_pane()
    pane.open_files([tmp_path / "x.tmx"])
    settle(qtbot)
    page = pane.page
    assert "x.tmx" in page.problem.text()
    assert not page.import_button.isEnabled()
    pane.open_files([tmx(tmp_path / "y.tmx", ROWS)])
    settle(qtbot)
    assert not page.problem.isVisible()
    page.name.setText("LITTLE")
    assert "already" in page.problem.text()
    assert not page.import_button.isEnabled()
    page.name.setText("two words")
    assert not page.import_button.isEnabled()
    for answer, stays in (("leaveNo", True), ("leaveYes", False)):  # Escape asks
        pane.activateWindow()
        page.name.setFocus()
        qtbot.waitUntil(page.name.hasFocus, timeout=9000)
        answered = answering(answer)
        qtbot.keyClick(page, Qt.Key.Key_Escape)
        assert answered == [answer]
        assert (pane.stack.currentWidget() is page) == stays
    qtbot.waitUntil(lambda: pane.stack.currentWidget() is pane.details, timeout=30_000)
    assert titles(pane) == ["Little corpus"]


def test_a_name_is_free_by_itself(qtbot: Any, make_pane: Any, tmp_path: Path) -> None:
    pane = make_pane()
    pane.open_files([tmx(tmp_path / "little.tmx", ROWS)])
    settle(qtbot)
    assert pane.page.name.text() == "little-2"


@pytest.mark.parametrize(
    ("files", "name"),
    [
        (["memory.tmx"], "memory"),
        (["Büro Texte (neu).TMX"], "büro-texte-neu"),
        (["news.en.gz", "news.fr.gz"], "news"),
        (["train.de", "test.fr"], "t"),
        (["日本語.tsv"], "日本語"),
        ([".tmx"], "corpus"),
    ],
)
def test_names_from_files(files: list[str], name: str) -> None:
    assert name_of([Path(file) for file in files]) == name


def test_a_long_import_can_be_cancelled(
    qtbot: Any, make_pane: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pane = make_pane()
    pane.open_files([tmx(tmp_path / "y.tmx", ROWS)])
    settle(qtbot)

    def endless(*_: Any, progress: Any, **__: Any) -> None:
        import time

        while True:
            time.sleep(0.005)
            progress(1, 0, "reading pairs")

    monkeypatch.setattr(library, "import_corpus", endless)
    click(qtbot, pane, "importStart")
    assert not pane.page.import_button.isEnabled()
    click(qtbot, pane.transfer, "jobCancel")
    settle(qtbot)
    assert pane.page.import_button.isEnabled()
    assert titles(pane) == ["Little corpus"]
