"""Pictures and numbers for a paper: the drawings of the screen as SVG, PDF or PNG, the matrix as CSV, JSON or NPZ.

Figures are always drawn in the light theme: they end on white paper.
"""

from __future__ import annotations

import csv
import io
import json
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter

from workbench.engine.core.files import write_atomically
from workbench.engine.core.types import ATTENTION
from workbench.gui.theme import LIGHT
from workbench.gui.views.drawing import Drawing, Look
from workbench.gui.views.picture_file import write_picture
from workbench.gui.views.pictures.alignment_drawing import AlignmentDrawing
from workbench.gui.views.pictures.heatmap_drawing import HeatmapDrawing
from workbench.gui.views.pictures.picture import NOWHERE, Picture, Spot

NUMBERS = ("csv", "json", "npz")
_MARGIN = 12.0
_PNG_SCALE = 3


@dataclass(frozen=True)
class Figure:
    """What goes into a picture file.

    Attributes:
        picture: The sentence pair.
        look: Font, threshold and confidence of the screen; the theme is replaced.
        alignment: Whether the rows with links are in it.
        heatmap: Whether the matrix is in it.
        selected: What is highlighted.
        caption: A line below, such as the run and step; may be empty.
    """

    picture: Picture
    look: Look
    alignment: bool = True
    heatmap: bool = False
    selected: Spot = NOWHERE
    caption: str = ""

    def drawings(self) -> list[Drawing]:
        """The parts from top to bottom, in their natural size."""
        look = replace(self.look, theme=LIGHT, available=QSizeF(0, 190), whole=True)
        parts: list[Drawing] = []
        if self.alignment:
            parts.append(AlignmentDrawing(self.picture, look))
        if self.heatmap and self.picture.weights is not None:
            room = QSizeF(1e4, 30.0 * (len(self.picture.target) + 4) + 160)
            parts.append(HeatmapDrawing(self.picture, replace(look, available=room)))
        return parts

    def size(self) -> QSizeF:
        """Size of the whole figure in points of the screen."""
        parts = self.drawings()
        caption = QFontMetricsF(self.look.small)
        width = max([p.size.width() for p in parts] + [caption.horizontalAdvance(self.caption)])
        height = sum(p.size.height() for p in parts) + (caption.height() + 6 if self.caption else 0)
        return QSizeF(math.ceil(width + 2 * _MARGIN), math.ceil(height + 2 * _MARGIN))

    def paint(self, painter: QPainter) -> None:
        """Paint all parts below each other, each in the middle."""
        width, y = self.size().width(), _MARGIN
        for part in self.drawings():
            painter.save()
            painter.translate((width - part.size.width()) / 2, y)
            part.paint(painter, QRectF(-1e5, -1e5, 2e5, 2e5), NOWHERE, self.selected)
            painter.restore()
            y += part.size.height()
        if self.caption:
            painter.setFont(self.look.small)
            painter.setPen(LIGHT.color("muted"))
            painter.drawText(QRectF(0, y, width, 40), Qt.AlignmentFlag.AlignHCenter, self.caption)


def save_picture(figure: Figure, path: Path) -> None:
    """Write a figure as a picture; see ``write_picture``."""
    title, about = figure.picture.target_text, figure.picture.source_text
    write_picture(path, figure.size(), figure.paint, title=title, about=about, scale=_PNG_SCALE)


def save_numbers(picture: Picture, path: Path, *, score: float | None = None, origin: str = "") -> None:
    """Write the matrix with its tokens; the suffix chooses CSV, JSON or NPZ.

    Args:
        picture: What is shown, pieces or words.
        path: Target file.
        score: The hypothesis' score.
        origin: Run and checkpoint it came from.

    Raises:
        OSError: The file cannot be written.
        ValueError: The suffix is none of these, or there is no attention.
    """
    kind = path.suffix.lower().lstrip(".")
    if kind not in NUMBERS:
        raise ValueError(f"{path.name}: numbers end in .csv, .json or .npz")
    if picture.weights is None:
        why = "this model has no attention, so " if picture.kind == ATTENTION else ""
        raise ValueError(f"{why}there are no numbers")
    writers: dict[str, Callable[..., str | bytes]] = {"csv": _csv, "json": _json, "npz": _npz}
    write_atomically(path, writers[kind](picture, score, origin))


def measured(picture: Picture) -> NDArray[np.float32]:
    """The numbers as they were measured: attention in shares, the others in nats."""
    values = picture.weights if picture.values is None else picture.values
    assert values is not None
    return values


def _csv(picture: Picture, score: float | None, origin: str) -> str:
    """Header of source tokens, then one row a target token."""
    assert picture.weights is not None
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    corner = "" if picture.kind == ATTENTION else picture.kind
    writer.writerow([corner, *(t.text for t in picture.source)])
    for token, row in zip(picture.target, measured(picture), strict=True):
        writer.writerow([token.text, *(f"{w:.6g}" for w in row)])
    return out.getvalue()


def _json(picture: Picture, score: float | None, origin: str) -> str:
    assert picture.weights is not None
    record: dict[str, Any] = {
        "source": picture.source_text,
        "text": picture.target_text,
        "score": score,
        "model": origin,
        "source_tokens": [{"text": t.text, "start": t.start, "end": t.end} for t in picture.source],
        "target_tokens": [
            {
                "text": t.text,
                "start": t.start,
                "end": t.end,
                "logprob": t.logprob,
                "alternatives": [{"text": a.text, "logprob": a.logprob} for a in t.alternatives],
            }
            for t in picture.target
        ],
        picture.kind: [[round(float(w), 6) for w in row] for row in measured(picture)],
    }
    if picture.values is not None:
        record["drawn"] = [[round(float(w), 6) for w in row] for row in picture.weights]
    return json.dumps(record, ensure_ascii=False, indent=1)


def _npz(picture: Picture, score: float | None, origin: str) -> bytes:
    """Plain arrays only, so that it loads with ``allow_pickle=False``."""
    assert picture.weights is not None
    out = io.BytesIO()
    matrix: dict[str, Any] = {picture.kind: measured(picture)}
    np.savez_compressed(
        out,
        **matrix,
        source=np.array(picture.source_text),
        text=np.array(picture.target_text),
        source_tokens=np.array([t.text for t in picture.source]),
        target_tokens=np.array([t.text for t in picture.target]),
        source_spans=np.array([(t.start, t.end) for t in picture.source], dtype=np.int32).reshape(-1, 2),
        target_spans=np.array([(t.start, t.end) for t in picture.target], dtype=np.int32).reshape(-1, 2),
        logprobs=np.array([math.nan if t.logprob is None else t.logprob for t in picture.target], dtype=np.float32),
        score=np.array(math.nan if score is None else score),
        model=np.array(origin),
    )
    return out.getvalue()
