"""Where tokens stand in the two text fields, and how they are marked there."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.engine.core.types import Token
from workbench.gui.theme import Theme, mix
from workbench.gui.translate.texts.text_pair import Mark
from workbench.gui.views.drawing import confidence_color
from workbench.gui.views.offsets import from_utf16, to_utf16
from workbench.gui.views.pictures.picture import NOWHERE, SOURCE, TARGET, Picture, Spot, probability, spot_of

#: Partners weaker than this are not coloured in the texts.
_LIT = 0.04


@dataclass(frozen=True)
class Anchor:
    """A picture and where its two texts begin in the two documents, in UTF-16 units."""

    picture: Picture
    source_start: int
    target_start: int

    def start(self, side: str) -> int:
        """Where a side's text begins."""
        return self.source_start if side == SOURCE else self.target_start

    def stretch(self, side: str, token: Token) -> tuple[int, int]:
        """Where a token stands in the document."""
        text, start = self.picture.text(side), self.start(side)
        return start + to_utf16(text, token.start), start + to_utf16(text, token.end)

    def place(self, spot: Spot) -> tuple[int, int]:
        """Where the token of a spot stands in its document."""
        side, index = spot.token
        return self.stretch(side, self.picture.tokens(side)[index])

    def spot_at(self, side: str, position: int, *, touching: bool = False) -> Spot:
        """The token at a document position.

        Args:
            side: Which text.
            position: UTF-16 position in the document.
            touching: Whether a caret right behind a token counts.
        """
        text = self.picture.text(side)
        place = from_utf16(text, position - self.start(side)) if position >= self.start(side) else -1
        found = -1
        for index, token in enumerate(self.picture.tokens(side)):
            if token.start <= place < token.end:
                found = index
                break
            if touching and token.start < token.end == place:
                found = index
        return NOWHERE if found < 0 else spot_of(side, found)


def spot_marks(anchor: Anchor, spot: Spot, theme: Theme) -> dict[str, list[Mark]]:
    """Marks of a spot and its partners in both texts."""
    marks: dict[str, list[Mark]] = {SOURCE: [], TARGET: []}
    if not spot or not anchor.picture.fits(spot):
        return marks
    strong = dict.fromkeys(
        [Spot(source=spot.source)] * (spot.source is not None) + [Spot(target=spot.target)] * (spot.target is not None)
    )
    for partner, weight in anchor.picture.partners(spot).items():
        if abs(weight) >= _LIT and partner not in strong:
            tint = theme.color("accent" if weight >= 0 else "warning")
            color = mix(theme.color("surface"), tint, 0.16 + 0.5 * abs(weight))
            marks[partner.token[0]].append(Mark(*anchor.place(partner), background=color, ink=theme.color("text")))
    for own in strong:
        ground, ink = theme.color("accent"), theme.color("accent_text")
        marks[own.token[0]].append(Mark(*anchor.place(own), background=ground, ink=ink))
    return marks


def confidence_marks(anchor: Anchor, theme: Theme) -> list[Mark]:
    """The translation's tokens coloured by the model's confidence."""
    marks = []
    for token in anchor.picture.target:
        share = probability(token)
        if share is not None and token.end > token.start:
            marks.append(Mark(*anchor.stretch(TARGET, token), background=confidence_color(theme, share)))
    return marks


def forced_mark(anchor: Anchor, theme: Theme) -> list[Mark]:
    """A dashed line under what the person fixed."""
    if not anchor.picture.forced:
        return []
    last = anchor.picture.target[anchor.picture.forced - 1]
    end = anchor.stretch(TARGET, last)[1]
    return [Mark(anchor.target_start, end, underline=theme.color("accent"))]


def unknown_marks(anchor: Anchor, theme: Theme) -> dict[str, list[Mark]]:
    """A dotted line under source words that training never showed, and under what was copied from the source."""
    said = {
        SOURCE: QCoreApplication.translate("Picture", "Not seen in training: its translation is a guess, or a copy."),
        TARGET: QCoreApplication.translate("Picture", "Copied from the source text."),
    }
    return {
        side: [
            Mark(*anchor.stretch(side, token), dots=theme.color("warning"), tip=tip)
            for token in anchor.picture.tokens(side)
            if (token.unknown or token.copied) and token.end > token.start
        ]
        for side, tip in said.items()
    }
