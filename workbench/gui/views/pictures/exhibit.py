"""All that a page shows, as one file: its parts below each other as a picture, or its numbers.

Pictures are drawn in the light theme: they end on white paper.
"""

from __future__ import annotations

import csv
import html
import io
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QAbstractTextDocumentLayout, QFont, QPainter, QPalette, QTextDocument, QTextOption

from workbench.engine.core.files import write_atomically
from workbench.gui.theme import LIGHT
from workbench.gui.views.offsets import is_rtl
from workbench.gui.views.picture_file import PICTURES, Paint, write_picture
from workbench.gui.views.pictures.figure_export import NUMBERS, Figure, measured
from workbench.gui.views.pictures.picture import Picture

#: What every page can be saved as.
KINDS = (*PICTURES, *NUMBERS)
_MARGIN, _GAP, _SCALE, _TEXT_WIDTH = 12.0, 10.0, 3, 720.0
#: A column of numbers or texts; ``None`` is an empty field.
Column = Sequence[float | int | str | None]


@dataclass(frozen=True)
class Part:
    """Something that is painted from (0, 0) on.

    Attributes:
        size: Room for it, in pixels of the screen.
        paint: Paints it.
    """

    size: QSizeF
    paint: Paint


@dataclass(frozen=True)
class Exhibit:
    """What a page shows.

    Attributes:
        title: Title in the file, where its kind has one.
        about: Description in the file, where its kind has one.
        parts: The picture, from top to bottom.
        columns: The table by its titles; all are of one length.
        record: What a JSON file holds.
        arrays: What NPZ holds besides the columns.
        others: Text of other kinds of files, by their endings.
    """

    title: str
    about: str
    parts: Sequence[Part]
    columns: Mapping[str, Column]
    record: Mapping[str, Any]
    arrays: Mapping[str, NDArray[Any]] = field(default_factory=dict)
    others: Mapping[str, Callable[[], str]] = field(default_factory=dict)

    def size(self) -> QSizeF:
        """Size of the whole picture in pixels of the screen."""
        width = max(part.size.width() for part in self.parts)
        height = sum(part.size.height() for part in self.parts) + _GAP * (len(self.parts) - 1)
        return QSizeF(math.ceil(width + 2 * _MARGIN), math.ceil(height + 2 * _MARGIN))

    def paint(self, painter: QPainter) -> None:
        """Paint all parts below each other."""
        y = _MARGIN
        for part in self.parts:
            painter.save()
            painter.translate(_MARGIN, y)
            part.paint(painter)
            painter.restore()
            y += part.size.height() + _GAP


def text_part(rich: str, font: QFont, width: float = _TEXT_WIDTH) -> Part:
    """Rich text, as wide as it needs up to a width; a table or word that is wider gets its room."""
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    option = QTextOption(document.defaultTextOption())
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    document.setDefaultTextOption(option)
    document.setHtml(rich)
    document.setTextWidth(min(width, math.ceil(document.idealWidth())))
    document.setTextWidth(max(document.textWidth(), math.ceil(document.size().width())))

    def paint(painter: QPainter) -> None:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, LIGHT.color("text"))
        document.documentLayout().draw(painter, context)

    return Part(document.size(), paint)


def html_table(titles: Sequence[str], rows: Sequence[Sequence[str]], figures: int = 0) -> str:
    """Rows of plain texts as a table for ``text_part``.

    Args:
        titles: Over the columns.
        rows: The cells.
        figures: Columns of figures; they come first and stand at the right.
    """

    def line(cells: Sequence[str], color: str = "") -> str:
        parts = []
        for place, cell in enumerate(cells):
            right = place < figures or is_rtl(cell)
            text = html.escape(cell)
            parts.append(f'<td align="{"right" if right else "left"}" style="{color}padding-right:14px">{text}</td>')
        return f"<tr>{''.join(parts)}</tr>"

    head = line(titles, f"color:{LIGHT.muted}; ")
    return f'<table cellspacing="0" cellpadding="3">{head}{"".join(line(row) for row in rows)}</table>'


def figure_part(figure: Figure) -> Part:
    """A sentence pair with its links or its matrix."""
    return Part(figure.size(), figure.paint)


def weight_columns(pictures: Mapping[str, Picture]) -> dict[str, Column]:
    """A row for each weight of sentence pairs; for each token of the translation where there are none.

    Args:
        pictures: By what stands in the column "translation".
    """
    names = ("translation", "token", "text", "logprob", "source_token", "source", "weight")
    rows: list[tuple[Any, ...]] = []
    for name, picture in pictures.items():
        weights = None if picture.weights is None else measured(picture)
        for place, token in enumerate(picture.target):
            head = (name, place + 1, token.text, token.logprob)
            if weights is None:
                rows.append((*head, None, "", None))
                continue
            cells = zip(picture.source, weights[place], strict=True)
            rows += [(*head, number + 1, source.text, float(w)) for number, (source, w) in enumerate(cells)]
    return {name: [row[place] for row in rows] for place, name in enumerate(names)}


def save_exhibit(exhibit: Exhibit, path: Path) -> None:
    """Write what a page shows; the suffix chooses picture or numbers.

    Raises:
        OSError: The file cannot be written.
        ValueError: The suffix is none that there is.
    """
    kind = path.suffix.lower().lstrip(".")
    writers: dict[str, Callable[[], str | bytes]] = {
        **exhibit.others,
        "csv": lambda: _csv(exhibit.columns),
        "json": lambda: json.dumps(exhibit.record, ensure_ascii=False, indent=1),
        "npz": lambda: _npz(exhibit),
    }
    if kind in writers:
        write_atomically(path, writers[kind]())
        return
    write_picture(
        path,
        exhibit.size(),
        lambda painter: _on_white(exhibit, painter),
        title=exhibit.title,
        about=exhibit.about,
        scale=_SCALE,
    )


def _on_white(exhibit: Exhibit, painter: QPainter) -> None:
    painter.fillRect(QRectF(QPointF(), exhibit.size()), LIGHT.color("surface"))
    exhibit.paint(painter)


def _csv(columns: Mapping[str, Column]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*columns.values(), strict=True):
        writer.writerow(f"{cell:.6g}" if isinstance(cell, float) else cell for cell in row)
    return out.getvalue()


def _npz(exhibit: Exhibit) -> bytes:
    """Plain arrays only, so that it loads with ``allow_pickle=False``."""
    out = io.BytesIO()
    arrays = {name: _array(column) for name, column in exhibit.columns.items()}
    # typeshed takes every keyword for ``allow_pickle``
    np.savez_compressed(out, **arrays, **exhibit.arrays)  # type: ignore[arg-type]
    return out.getvalue()


def _array(column: Column) -> NDArray[Any]:
    """Numbers, or texts where one of the fields is a text; an empty field is NaN or ""."""
    if any(isinstance(cell, str) for cell in column):
        return np.array(["" if cell is None else str(cell) for cell in column])
    if all(isinstance(cell, int) for cell in column):
        return np.array(column, dtype=np.int64)
    return np.array([math.nan if cell is None else cell for cell in column], dtype=np.float64)
