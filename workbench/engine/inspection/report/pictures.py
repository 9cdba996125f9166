"""Pictures of a page as SVG elements: the words of a sentence and their links, a grid, and a calibration plot."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.types import Token
from workbench.engine.inspection.report.markup import Element, element

#: Height of text and of a word's box, gaps, and the room between the rows; in pixels.
_FONT, _BOX, _PAD, _GAP, _ROOM = 15.0, 28.0, 8.0, 8.0, 130.0
#: Least weight that is drawn, and width of a link of weight 1.
_LEAST, _THICK = 0.04, 6.0
#: A word as improbable as this is marked.
DOUBTFUL = 0.5
_CELL = 24.0


def is_rtl(text: str) -> bool:
    """Whether a text is written from right to left, by its first letter."""
    return next((unicodedata.bidirectional(c) != "L" for c in text if unicodedata.bidirectional(c) in "L R AL"), False)


def text_width(text: str) -> float:
    """About how wide a text is; fonts differ, so rather too much."""
    return sum(_FONT * _ems(character) for character in text)


def _ems(character: str) -> float:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    if character in "iljtfr.,:;'’!|()[] ":
        return 0.36
    return 0.95 if character in "mwMW@%—…" else 0.7 if character.isupper() else 0.59


def sentence_picture(
    source: Sequence[Token],
    target: Sequence[Token],
    weights: NDArray[np.float32] | None,
    probabilities: Sequence[float | None],
) -> Element:
    """The source's words above, the translation's below, and links as thick as their weight.

    Args:
        weights: ``[target, source]``; ``None`` for a model without attention.
        probabilities: Of each target word.
    """
    rows = [_placed(source), _placed(target)]
    widths = [max((x + w for x, w in row), default=0.0) + _GAP for row in rows]
    width = max(widths)
    rows = [[(x + (width - own) / 2, w) for x, w in row] for row, own in zip(rows, widths, strict=True)]
    below = _BOX + (_ROOM if weights is not None else _GAP) + 2
    drawn = [] if weights is None else _links(source, target, weights, rows, below)
    for side, words, top in (("s", source, 2.0), ("t", target, below)):
        for number, word in enumerate(words):
            x, w = rows[side == "t"][number]
            sure = probabilities[number] if side == "t" and number < len(probabilities) else None
            drawn.append(_word(word.text, side, number, (x, top, w), sure))
    height = below + _BOX + 2
    return element(
        "svg",
        *drawn,
        class_="sentence",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        role="img",
    )


def _placed(words: Sequence[Token]) -> list[tuple[float, float]]:
    """Left edge and width of each word."""
    widths = [text_width(word.text) + 2 * _PAD for word in words]
    order = list(range(len(words)))
    if is_rtl(" ".join(word.text for word in words)):
        order.reverse()
    places, x = [(0.0, 0.0)] * len(words), _GAP
    for number in order:
        places[number] = (x, widths[number])
        x += widths[number] + _GAP
    return places


def _links(
    source: Sequence[Token],
    target: Sequence[Token],
    weights: NDArray[np.float32],
    rows: Sequence[Sequence[tuple[float, float]]],
    below: float,
) -> list[Element]:
    found = []
    for t, s in zip(*np.nonzero(weights >= _LEAST), strict=True):
        weight = float(weights[t, s])
        x, other = (place + width / 2 for place, width in (rows[0][s], rows[1][t]))
        top, middle = _BOX + 2, (_BOX + 2 + below) / 2
        path = f"M{x:.1f},{top:.1f} C{x:.1f},{middle:.1f} {other:.1f},{middle:.1f} {other:.1f},{below:.1f}"
        title = element("title", f"{source[s].text} – {target[t].text}: {weight:.2f}")
        found.append(
            element(
                "path",
                title,
                class_="link",
                d=path,
                stroke_width=f"{max(0.8, _THICK * weight):.1f}",
                opacity=f"{0.25 + 0.65 * min(1.0, weight):.2f}",
                data_s=int(s),
                data_t=int(t),
            )
        )
    return found


def _word(text: str, side: str, number: int, place: tuple[float, float, float], sure: float | None) -> Element:
    x, top, width = place
    doubtful = sure is not None and sure < DOUBTFUL
    told = None if sure is None else element("title", f"{text}: {100 * sure:.0f} %")
    kind = "chip doubt" if doubtful else "chip"
    box = element("rect", class_=kind, x=f"{x:.1f}", y=f"{top:.1f}", width=f"{width:.1f}", height=f"{_BOX:.0f}", rx=6)
    label = element("text", text, x=f"{x + width / 2:.1f}", y=f"{top + 19:.1f}", text_anchor="middle")
    return element("g", told, box, label, class_="word", tabindex=0, data_side=side, data_n=number)


def grid_picture(source: Sequence[Token], target: Sequence[Token], weights: NDArray[np.float32]) -> Element:
    """The same weights as a grid: source words are columns, words of the translation rows."""
    left = max((text_width(word.text) for word in target), default=0.0) + 2 * _GAP
    top = max((text_width(word.text) for word in source), default=0.0) * 0.77 + 3 * _GAP
    drawn: list[Element] = []
    for number, word in enumerate(source):
        x = left + (number + 0.65) * _CELL
        turned = f"translate({x:.1f},{top - 6:.1f}) rotate(-50)"
        drawn.append(element("text", word.text, transform=turned))
    for number, word in enumerate(target):
        y = top + (number + 0.7) * _CELL
        drawn.append(element("text", word.text, x=f"{left - _GAP:.1f}", y=f"{y:.1f}", text_anchor="end"))
        for column, weight in enumerate(weights[number].tolist()):
            title = element("title", f"{source[column].text} – {word.text}: {weight:.2f}")
            drawn.append(
                element(
                    "rect",
                    title,
                    class_="cell",
                    x=f"{left + column * _CELL:.1f}",
                    y=f"{top + number * _CELL:.1f}",
                    width=f"{_CELL - 1:.0f}",
                    height=f"{_CELL - 1:.0f}",
                    opacity=f"{max(0.04, min(1.0, weight)):.2f}",
                )
            )
    # the last slanted word reaches out to the right
    width = left + len(source) * _CELL + (text_width(source[-1].text) * 0.65 if source else 0.0)
    height = top + len(target) * _CELL + 2
    size = {"width": f"{width:.0f}", "height": f"{height:.0f}", "viewBox": f"0 0 {width:.0f} {height:.0f}"}
    return element("svg", *drawn, class_="grid", role="img", **size)


def calibration_picture(
    points: Sequence[tuple[float, float]], means: Sequence[tuple[float, float]], labels: tuple[str, str]
) -> Element:
    """Projected against true chrF: a dot a sentence, a larger one for each tenth of them.

    Args:
        labels: Of the two axes.
    """
    side, edge = 300.0, 44.0
    least = min((value for point in points for value in point), default=0.0)
    low = 50 if least >= 50 else 0

    def share(value: float) -> float:
        return (value - low) / (100 - low)

    def at(point: tuple[float, float]) -> dict[str, str]:
        return {"cx": f"{edge + side * share(point[0]):.1f}", "cy": f"{6 + side * (1 - share(point[1])):.1f}"}

    ends = {"x1": f"{edge}", "y1": f"{6 + side}", "x2": f"{edge + side}", "y2": "6"}
    drawn = [
        element("rect", class_="frame", x=edge, y=6, width=side, height=side),
        element("line", class_="diagonal", **ends),
        *(element("circle", class_="dot", r=2, opacity="0.3", **at(point)) for point in points),
    ]
    for mean in means:
        drawn.append(
            element("circle", element("title", f"{mean[0]:.1f} – {mean[1]:.1f}"), class_="mean", r=5, **at(mean))
        )
    for value in range(low, 101, (100 - low) // 5):
        x, y = edge + side * share(value), 6 + side * (1 - share(value))
        drawn.append(element("text", str(value), class_="axis", x=x, y=side + 22, text_anchor="middle"))
        drawn.append(element("text", str(value), class_="axis", x=edge - 6, y=y + 4, text_anchor="end"))
    drawn.append(element("text", labels[0], class_="axis", x=edge + side / 2, y=side + 40, text_anchor="middle"))
    turned = f"translate(12,{6 + side / 2}) rotate(-90)"
    drawn.append(element("text", labels[1], class_="axis", transform=turned, text_anchor="middle"))
    return element("svg", *drawn, width="360", height="350", viewBox="0 0 360 350", role="img")
