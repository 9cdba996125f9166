"""The matrix is the right way round, its labels stay in sight, and figures and numbers are written whole."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from lxml import etree
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from workbench.engine.core.types import Token
from workbench.gui.theme import DARK, LIGHT
from workbench.gui.views.drawing import Look
from workbench.gui.views.pictures.figure_export import Figure, save_numbers, save_picture
from workbench.gui.views.pictures.heatmap_drawing import HeatmapDrawing
from workbench.gui.views.pictures.heatmap_view import HeatmapView
from workbench.gui.views.pictures.picture import Picture, Spot


def grid(source: str, target: str, weights: list[list[float]]) -> Picture:
    """Whole words, without an end of sentence."""

    def row(text: str) -> tuple[Token, ...]:
        found, place = [], 0
        for word in text.split():
            found.append(Token("▁" + word, place, place + len(word)))
            place += len(word) + 1
        return tuple(found)

    return Picture(source, target, row(source), row(target), np.array(weights, dtype=np.float32))


#: Three source and two target tokens: a transposed matrix would not even fit.
SMALL = grid("one two three", "un deux", [[0.0, 0.0, 1.0], [0.5, 0.25, 0.25]])


@pytest.fixture
def view(qtbot: QtBot) -> HeatmapView:
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.set_theme(LIGHT)
    view.set_picture(SMALL)
    view.show()
    qtbot.waitExposed(view)
    return view


def _near(image: QImage, point: QPoint, name: str) -> bool:
    return image.pixelColor(point).name() == name


def test_rows_are_target_tokens_and_columns_source_tokens(view: HeatmapView) -> None:
    heat = view.drawing
    assert isinstance(heat, HeatmapDrawing)
    image = view.grab().toImage()
    corner = QPoint(4, 4)
    full = heat.cell_rect(0, 2).topLeft().toPoint() + corner
    empty = heat.cell_rect(0, 0).topLeft().toPoint() + corner
    half = heat.cell_rect(1, 0).topLeft().toPoint() + corner
    assert _near(image, full, LIGHT.heat_high)
    assert _near(image, empty, LIGHT.heat_low)
    assert _near(image, half, LIGHT.heat(0.5).name())


def test_right_to_left_source_runs_from_the_right(qtbot: QtBot) -> None:
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(420, 320)
    view.set_picture(grid("אחת שתיים שלוש", "un deux", [[0.0, 0.0, 1.0], [0.5, 0.25, 0.25]]))
    heat = view.drawing
    assert isinstance(heat, HeatmapDrawing)
    assert heat.columns == [2, 1, 0]
    image = view.grab().toImage()
    assert _near(image, heat.cell_rect(0, 0).topLeft().toPoint() + QPoint(4, 4), LIGHT.heat_high)
    assert heat.spot_at(heat.cell_rect(0, 0).center()) == Spot(source=2, target=0)


def test_keys_walk_over_the_cells(view: HeatmapView, qtbot: QtBot) -> None:
    seen = []
    view.spot_selected.connect(seen.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Up):
        qtbot.keyClick(view, key)
    assert [(s.source, s.target) for s in seen] == [(2, 0), (2, 1), (1, 1), (0, 1), (0, 1), (0, 0)]
    assert "0.00" in view.accessibleDescription()


def test_labels_stay_in_sight_while_cells_scroll(qtbot: QtBot) -> None:
    view = HeatmapView()
    qtbot.addWidget(view)
    view.resize(300, 260)
    words = [f"w{i}" for i in range(40)]
    view.set_picture(grid(" ".join(words), " ".join(words), np.eye(40).tolist()))
    view.show()
    heat = view.drawing
    assert isinstance(heat, HeatmapDrawing)
    view.choose(Spot(source=35, target=30))
    assert view.horizontalScrollBar().value() > 0 < view.verticalScrollBar().value()
    # The row label of the selected cell is hit left of the cells, at the height where the cell now is.
    cell = view.viewport_rect(Spot(source=35, target=30)).center()
    assert view.drawing.spot_at(view.to_drawing(cell)) == Spot(source=35, target=30)
    label = QPoint(5, int(cell.y()))
    assert heat.spot_at(view.to_drawing(label)) == Spot(target=30)
    # No cell lies under a label: the strip left of the matrix is background and text only.
    image = view.grab().toImage()
    strip = {image.pixelColor(int(heat.side_width) - 3, y).name() for y in range(int(heat.top_height), 200)}
    assert LIGHT.heat_high not in strip


def test_pictures_are_written_whole_and_on_white(tmp_path: Path, qapp: object) -> None:
    figure = Figure(SMALL, Look(DARK), True, True, Spot(target=1), "sample, step 200")
    for kind in ("svg", "pdf", "png"):
        save_picture(figure, tmp_path / f"figure.{kind}")
    tree = etree.parse(str(tmp_path / "figure.svg"))
    texts = "".join(tree.getroot().itertext())
    assert all(word in texts for word in ("one", "three", "deux", "0.50", "sample, step 200"))
    assert DARK.surface not in (tmp_path / "figure.svg").read_text()
    assert (tmp_path / "figure.pdf").read_bytes().startswith(b"%PDF")
    image = QImage(str(tmp_path / "figure.png"))
    assert image.width() == round(3 * figure.size().width())
    assert image.pixelColor(1, 1).name() == "#ffffff"
    with pytest.raises(ValueError, match=r"\.svg"):
        save_picture(figure, tmp_path / "figure.gif")
    with pytest.raises(OSError, match="folder"):
        save_picture(figure, tmp_path / "no folder" / "figure.svg")


def test_numbers_are_the_same_in_every_format(tmp_path: Path) -> None:
    for kind in ("csv", "json", "npz"):
        save_numbers(SMALL, tmp_path / f"n.{kind}", score=-0.5, origin="sample")
    with open(tmp_path / "n.csv", encoding="utf-8", newline="") as handle:
        rows = list(csv.reader(handle))
    assert rows == [["", "▁one", "▁two", "▁three"], ["▁un", "0", "0", "1"], ["▁deux", "0.5", "0.25", "0.25"]]
    record = json.loads((tmp_path / "n.json").read_text(encoding="utf-8"))
    assert record["attention"] == [[0, 0, 1], [0.5, 0.25, 0.25]]
    assert record["source_tokens"][1] == {"text": "▁two", "start": 4, "end": 7}
    arrays = np.load(tmp_path / "n.npz", allow_pickle=False)
    np.testing.assert_array_equal(arrays["attention"], SMALL.weights)
    assert arrays["target_spans"].tolist() == [[0, 2], [3, 7]]
    with pytest.raises(ValueError, match="no attention"):
        save_numbers(Picture("a", "b", (), ()), tmp_path / "none.csv")
