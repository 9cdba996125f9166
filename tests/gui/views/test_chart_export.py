"""The comparison chart as a file: the picture on paper, and the numbers behind it."""

from __future__ import annotations

import csv
import errno
import json
import math
import os
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtSvg import QSvgRenderer
from pytestqt.qtbot import QtBot

from workbench.gui.theme import DARK, LIGHT
from workbench.gui.views.charts.chart_export import save_chart
from workbench.gui.views.charts.compare_view import CompareView, Curve

STEPS = np.array([100.0, 200.0, 300.0])


@pytest.fixture
def view(qtbot: QtBot) -> CompareView:
    view = CompareView(DARK)
    qtbot.addWidget(view)
    curves = [
        Curve("first, with a comma", STEPS, np.array([10.0, 20.0, 30.0]), (300.0, 30.0), True),
        Curve("שני", STEPS, np.array([12.0, math.nan, 31.5]), (300.0, 31.5), True),
    ]
    view.show_curves(curves, "steps", "BLEU", digits=1)
    return view


def test_numbers_come_back_with_gaps_and_names(view: CompareView, tmp_path: Path):
    save_chart(view, tmp_path / "c.csv")
    with open(tmp_path / "c.csv", encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows[0] == ["run", "steps", "BLEU"]
    assert rows[1] == ["first, with a comma", "100", "10"]
    assert rows[5] == ["שני", "200", ""]
    save_chart(view, tmp_path / "c.json")
    record = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert [r["y"] for r in record["runs"]] == [[10.0, 20.0, 30.0], [12.0, None, 31.5]]
    assert record["runs"][1]["best"] == [300.0, 31.5]


def test_the_picture_is_drawn_for_white_paper_in_both_curves_colours(view: CompareView, tmp_path: Path):
    save_chart(view, tmp_path / "c.png")
    image = QImage(str(tmp_path / "c.png"))
    found = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}
    assert image.pixelColor(2, 2) == QColor(LIGHT.surface)
    assert {LIGHT.curve(0), LIGHT.curve(1)} <= found
    assert DARK.curve(0) not in found
    assert view.plot.theme is DARK  # the one on the screen is as it was


def test_vector_files_hold_lines_and_no_bitmaps(view: CompareView, tmp_path: Path):
    save_chart(view, tmp_path / "c.svg")
    text = (tmp_path / "c.svg").read_text(encoding="utf-8")
    assert QSvgRenderer(str(tmp_path / "c.svg")).isValid()
    assert "<image" not in text
    assert text.count("<path") + text.count("<polyline") > 10
    save_chart(view, tmp_path / "c.pdf")
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    with pytest.raises(ValueError, match="svg"):
        save_chart(view, tmp_path / "c.bmp")


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_a_full_disk_leaves_the_picture_of_before(
    view: CompareView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
):
    path = tmp_path / f"c.{kind}"
    save_chart(view, path)
    whole = path.read_bytes()

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        save_chart(view, path)
    assert path.read_bytes() == whole
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == [path.name]
