"""Attention drawn with letters and blocks, for a terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len

from workbench.engine.core.types import Translation
from workbench.engine.search.alignment import word_matrix

#: From nothing to everything; the second row is for terminals without block characters.
SHADES = (" ·░▒▓█", " .:+*#")


def draw_alignment(translation: Translation, blocks: bool = True) -> list[str]:
    """A matrix of words: a row a target word, a column a source word, the darker the more attention.

    Args:
        translation: With or without attention.
        blocks: Whether the terminal can show block characters.

    Returns:
        Lines without colour; only the two texts for a model without attention.
    """
    matrix = word_matrix(translation)
    if matrix is None or not matrix.weights.size:
        return [translation.source, translation.text]
    shades = SHADES[0 if blocks else 1]
    widths = [cell_len(w.text) for w in matrix.source]
    margin = max(cell_len(w.text) for w in matrix.target)
    lines = [" " * margin + "  " + " ".join(w.text for w in matrix.source)]
    for word, row in zip(matrix.target, matrix.weights, strict=True):
        cells = (shade(float(weight), shades) * width for weight, width in zip(row, widths, strict=True))
        lines.append(" " * (margin - cell_len(word.text)) + word.text + "  " + " ".join(cells).rstrip())
    return lines


def shade(weight: float, shades: str) -> str:
    """The character for a weight between 0 and 1; anything under a twentieth counts as nothing."""
    if weight < 0.05:
        return shades[0]
    return shades[min(len(shades) - 1, 1 + int(weight * (len(shades) - 1)))]


def legend(blocks: bool = True) -> str:
    """What the shades mean."""
    shades = SHADES[0 if blocks else 1][1:]
    steps = len(shades)
    return "  ".join(f"{character} {_percent(number, steps)}" for number, character in enumerate(shades))


def _percent(number: int, steps: int) -> str:
    low = 5 if number == 0 else round(100 * number / steps)
    return f"{low} %+" if number else f"from {low} %"


def indent(lines: Iterable[str], by: int = 4) -> str:
    """Lines moved to the right, as one text."""
    return "\n".join(" " * by + line for line in lines)
