"""What the drawings of a picture share: options, colours, fonts and the base of both kinds."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from workbench.gui.theme import LIGHT, Theme, mix
from workbench.gui.views.pictures.picture import EMPTY, NOWHERE, Picture, Spot


@dataclass(frozen=True)
class Look:
    """How a picture is drawn.

    Attributes:
        theme: Colours.
        font: Font of the tokens.
        threshold: Links weaker than this are not drawn.
        confidence: Colour the target tokens by the model's confidence.
        available: Room there is; a drawing fills it when it needs less.
        whole: For a file: no text is shortened, and there is room for all of it.
    """

    theme: Theme
    font: QFont = field(default_factory=QFont)
    threshold: float = 0.05
    confidence: bool = False
    available: QSizeF = field(default_factory=lambda: QSizeF(0, 0))
    whole: bool = False

    @property
    def small(self) -> QFont:
        """Font of numbers."""
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * 0.82)
        return font

    def scaled(self, factor: float) -> Look:
        """The same with text of another size."""
        font = QFont(self.font)
        font.setPointSizeF(self.font.pointSizeF() * factor)
        return replace(self, font=font)


#: Sizes of text that are tried until a picture fits, largest first.
SIZES = (1.0, 0.92, 0.84, 0.77, 0.7)


def readable_on(color: QColor) -> QColor:
    """Black or white, whichever can be read on ``color`` (relative luminance, WCAG 2.2)."""

    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(v) for v in (color.redF(), color.greenF(), color.blueF()))
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return QColor("#10151c") if luminance > 0.179 else QColor("#ffffff")


def confidence_color(theme: Theme, share: float) -> QColor:
    """Background of a token the model gave the probability ``share``: the less sure, the warmer."""
    doubt = (1.0 - share) ** 0.8
    return mix(theme.color("surface"), theme.color("warning"), 0.62 * doubt)


class Drawing(ABC):
    """A laid out picture: painted on a widget and, by the same code, into a file.

    Args:
        picture: What to draw.
        look: How.
    """

    def __init__(self, picture: Picture = EMPTY, look: Look | None = None) -> None:
        self.picture = picture
        self.use(look or Look(LIGHT))
        self.size = QSizeF(0, 0)

    def use(self, look: Look) -> None:
        """Draw in this way from now on."""
        self.look = look
        self.metrics, self.small_metrics = QFontMetricsF(look.font), QFontMetricsF(look.small)

    def looked_at(self, hovered: Spot, selected: Spot) -> Spot:
        """What is lit up: what the mouse is on, else what is selected, as far as it lies in this picture."""
        spot = hovered if hovered and self.picture.fits(hovered) else selected
        return spot if self.picture.fits(spot) else NOWHERE

    def tint(self, weight: float) -> QColor:
        """Colour of what has a weight: another one below zero."""
        return self.look.theme.color("accent" if weight >= 0 else "warning")

    @abstractmethod
    def paint(
        self, painter: QPainter, clip: QRectF, hovered: Spot = NOWHERE, selected: Spot = NOWHERE, focused: bool = False
    ) -> None:
        """Paint what lies in ``clip`` (drawing coordinates)."""

    @abstractmethod
    def spot_at(self, point: QPointF) -> Spot:
        """The token or cell under a point, ``NOWHERE`` when there is none."""

    def cell_at(self, point: QPointF) -> Spot:
        """The weight under a point where no token is, ``NOWHERE`` when there is none."""
        return NOWHERE

    @abstractmethod
    def rect_of(self, spot: Spot) -> QRectF:
        """Where a spot lies, to scroll to it."""
