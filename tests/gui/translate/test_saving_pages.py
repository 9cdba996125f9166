"""Every page saves what it shows, by the same button in the same place: pictures without a text cut, and numbers."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from lxml import etree
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from test_agreement_page import TABLE
from test_confidence_page import learnt
from translate_steps import Make

from tests.engine.inspection.test_memory import PAIRS, make_run
from workbench.engine.core import paths
from workbench.engine.inspection.comparison import ComparedSentence
from workbench.engine.inspection.projection.calibration_file import save_calibration
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.model_cache import load_model
from workbench.gui.theme import DARK
from workbench.gui.translate.inspection import agreement_page
from workbench.gui.translate.inspection.inspector import PAGES

_LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenband"
_ROOM = 80


def check_numbers(path: Path, kinds: tuple[str, ...]) -> None:
    """Files that other programs read, with the same table in CSV and NPZ."""
    rows = list(csv.reader(io.StringIO((path.with_suffix(".csv")).read_text(encoding="utf-8"))))
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    with np.load(path.with_suffix(".npz"), allow_pickle=False) as arrays:
        assert set(rows[0]) <= set(arrays)
        assert {len(arrays[name]) for name in rows[0]} == {len(rows) - 1}

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    record = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"), parse_constant=refuse)
    assert record
    for kind, begin in (("dot", "digraph"), ("html", "<!DOCTYPE html>")):
        if kind in kinds:
            assert path.with_suffix(f".{kind}").read_text(encoding="utf-8").startswith(begin)


def check_pictures(path: Path, exhibit: Any) -> str:
    """Pictures of the right kinds on white; returns the text of the vector one."""
    assert path.with_suffix(".pdf").read_bytes()[:5] == b"%PDF-"
    assert path.with_suffix(".pdf").read_bytes().rstrip().endswith(b"%%EOF")
    image = QImage(str(path.with_suffix(".png")))
    assert image.width() > 600
    assert image.pixelColor(0, 0).lightness() > 240
    assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 5
    root = etree.fromstring(path.with_suffix(".svg").read_bytes())
    # what lies outside of the picture would be cut
    size = exhibit.size().toSize()
    canvas = QImage(size.width() + 2 * _ROOM, size.height() + 2 * _ROOM, QImage.Format.Format_RGB32)
    canvas.fill(0xFFFFFFFF)
    painter = QPainter(canvas)
    painter.translate(_ROOM, _ROOM)
    exhibit.paint(painter)
    painter.end()
    inside = canvas.copy(_ROOM, _ROOM, size.width(), size.height())
    canvas_painter = QPainter(canvas)
    canvas_painter.fillRect(_ROOM, _ROOM, size.width(), size.height(), 0xFFFFFFFF)
    canvas_painter.end()
    blank = QImage(canvas.size(), QImage.Format.Format_RGB32)
    blank.fill(0xFFFFFFFF)
    assert canvas == blank
    assert inside != blank.copy(0, 0, size.width(), size.height())
    return " ".join("".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("attention", ["bahdanau", pytest.param("none", marks=pytest.mark.slow)])
def test_every_page_in_every_format(
    workbench_home: Path, make: Make, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attention: str
) -> None:
    run = RunFolder(make_run(paths.runs_root() / "tiny", PAIRS[:6], attention=attention))
    for checkpoint in run.checkpoints():
        save_calibration(run, checkpoint.path.name, learnt())
    pane = make(load_model)
    pane.view.search.by_sentence.setChecked(False)
    pane.set_text(f"{PAIRS[1][0]} {_LONG} <b>")
    said: list[str] = []
    pages: dict[str, Any] = {kind.name: pane.inspector.page(kind.name) for kind in PAGES}
    context = pages["comparePage"].context
    context.status_message.connect(said.append)
    context.set_theme(DARK)  # paper is white all the same
    places = set()
    for name, page in pages.items():
        assert not page.save_button.isEnabled()
        pane.view.pages.setCurrentWidget(page)
        if name == "whatIf" and attention == "none":
            qtbot.waitUntil(lambda page=page: "attention" in page.reading.text(), timeout=60_000)
            assert not page.save_button.isEnabled()
            continue
        if name == "trainingPairsPage":
            qtbot.waitUntil(lambda page=page: page.read_button.isVisible(), timeout=60_000)
            page.read_button.click()
        if name == "agreement":
            monkeypatch.setattr(agreement_page, "measure", lambda *_: (TABLE, None))
            qtbot.waitUntil(lambda page=page: page.compare_button.isVisible(), timeout=60_000)
            page.compare_button.click()
        qtbot.waitUntil(lambda page=page: page.save_button.isEnabled(), timeout=60_000)
        if name == "comparePage":
            qtbot.waitUntil(lambda page=page: "Log-probability" in page.opinions.text(), timeout=60_000)
        corner = page.save_button.mapTo(page, QPoint(page.save_button.width(), 0))
        places.add((page.width() - corner.x(), corner.y(), page.save_button.height(), page.save_button.text()))
        folder = tmp_path / name
        folder.mkdir()
        for kind in page.kinds:
            file = folder / f"file.{kind}"
            monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, p=file: (str(p), ""))
            page.save_button.click()
            assert said[-1] == f"Saved as {folder / f'file.{kind}'}."
        check_numbers(folder / "file", page.kinds)
        told = check_pictures(folder / "file", page.exhibit())
        assert "…" not in told
        if name == "comparePage":  # of whole words
            assert _LONG in told
        page.save_as(tmp_path / "missing" / "file.svg")
        assert said[-1].startswith("This could not be saved: ")
    assert len(places) == 1, places


def test_a_table_of_a_test_set(run: Path, make: Make, qtbot: QtBot, tmp_path: Path) -> None:
    pane = make()
    page: Any = pane.inspector.page("comparePage")
    pane.view.pages.setCurrentWidget(page)
    pane.set_text("a b")
    qtbot.waitUntil(lambda: page.subject is not None, timeout=20_000)
    rows = [
        ComparedSentence(
            n, f"s{n}" * 40, f"one {n}", f"other {n}", n / 60, f"r{n}", (n / 2, 1.0 * n), (-1.0, -1.0 * n), None
        )
        for n in range(1, 51)
    ]
    page.over_set.click()
    page.sentences._show(page.sentences.sides, rows, [])
    page.sentences._tell()
    assert page.save_button.isEnabled()
    for kind in page.kinds:
        page.save_as(tmp_path / f"set.{kind}")
    check_numbers(tmp_path / "set", page.kinds)
    told = check_pictures(tmp_path / "set", page.exhibit())
    assert "The first 40 of 50 sentences" in told
    assert "other 1" in told
    assert len(json.loads((tmp_path / "set.json").read_text(encoding="utf-8"))["sentences"]) == 50
    page.sentences.table.search.setText("no sentence has this")
    assert not page.save_button.isEnabled()
    page.sentences.table.search.clear()
    assert page.save_button.isEnabled()
