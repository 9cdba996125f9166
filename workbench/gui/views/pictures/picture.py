"""What the alignment views show: two rows of tokens, the weights between them, and which of them is looked at."""

from __future__ import annotations

import math
import unicodedata
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from workbench.engine.core.types import ATTENTION, GRADIENT, OCCLUSION, Token
from workbench.engine.text.folding import SPACE_MARK
from workbench.gui.views.offsets import is_rtl, joins, to_utf16

SOURCE, TARGET = "source", "target"
_ZERO_WIDTH_JOINER = "\u200d"
#: Isolates of Unicode UAX #9: what is between them is laid out as if it stood alone.
_LTR, _RTL, _POP = "\u2066", "\u2067", "\u2069"
_END = ("</s>", "<eos>", "")


@dataclass(frozen=True)
class Spot:
    """What is hovered or selected: a token of one side, or a cell when both are given.

    Attributes:
        source: Index of a source token.
        target: Index of a target token.
    """

    source: int | None = None
    target: int | None = None

    def __bool__(self) -> bool:
        return self.source is not None or self.target is not None

    @property
    def token(self) -> tuple[str, int]:
        """Side and index of the token; of a cell the target one."""
        return (TARGET, self.target) if self.target is not None else (SOURCE, self.source or 0)


NOWHERE = Spot()


def spot_of(side: str, index: int) -> Spot:
    """A token of one side."""
    return Spot(source=index) if side == SOURCE else Spot(target=index)


@dataclass(frozen=True)
class Picture:
    """One sentence pair as the views draw it.

    Attributes:
        source_text: Source sentence; the source tokens' offsets point into it.
        target_text: Translation; the target tokens' offsets point into it.
        source: Source tokens, pieces or whole words.
        target: Target tokens.
        weights: ``[target, source]`` as they are drawn: 0 to 1, and down to -1 where a source token speaks against;
            ``None`` where there are none.
        forced: So many target tokens at the start were fixed by the person.
        pieces: Of how many pieces each target token is made; empty where each is one.
        kind: What the weights tell, one of ``KINDS``.
        values: The weights as they were measured, in nats; ``None`` where they are what is drawn.
        attentive: Whether there is attention to show.
        note: Stands in the place of the links where there are no weights.
        remark: A sentence about the whole, for when nothing is pointed at.
    """

    source_text: str
    target_text: str
    source: tuple[Token, ...]
    target: tuple[Token, ...]
    weights: NDArray[np.float32] | None = None
    forced: int = 0
    pieces: tuple[int, ...] = ()
    kind: str = ATTENTION
    values: NDArray[np.float32] | None = None
    attentive: bool = True
    note: str = ""
    remark: str = ""

    def tokens(self, side: str) -> tuple[Token, ...]:
        """The tokens of one side."""
        return self.source if side == SOURCE else self.target

    def text(self, side: str) -> str:
        """The text of one side."""
        return self.source_text if side == SOURCE else self.target_text

    @cached_property
    def labels(self) -> dict[str, list[str]]:
        """What is written on the tokens of each side."""
        return {side: [written(self, side, i) for i in range(len(self.tokens(side)))] for side in (SOURCE, TARGET)}

    @cached_property
    def orders(self) -> dict[str, list[int]]:
        """The tokens of each side from left to right as they are read."""
        return {side: visual_order(self, side) for side in (SOURCE, TARGET)}

    @cached_property
    def mixed(self) -> dict[str, bool]:
        """Whether a side has words that run from right to left."""
        return {
            side: any(is_rtl(t.text.replace(SPACE_MARK, "")) for t in self.tokens(side)) for side in (SOURCE, TARGET)
        }

    def weight(self, target: int, source: int) -> float:
        """One weight, 0 without attention."""
        return 0.0 if self.weights is None else float(self.weights[target, source])

    def partners(self, spot: Spot) -> dict[Spot, float]:
        """The tokens of the other side that a spot is linked with, and how strongly; for a cell both its ends."""
        if self.weights is None or not spot:
            return {}
        if spot.source is not None and spot.target is not None:
            weight = self.weight(spot.target, spot.source)
            return {Spot(source=spot.source): weight, Spot(target=spot.target): weight}
        if spot.target is not None:
            return {Spot(source=i): float(w) for i, w in enumerate(self.weights[spot.target])}
        return {Spot(target=i): float(w) for i, w in enumerate(self.weights[:, spot.source])}

    def strongest(self, spot: Spot) -> Spot:
        """The spot joined with its strongest partner; the spot itself when it is a cell or nothing looks at it."""
        ranked = {} if spot.source is not None and spot.target is not None else self.partners(spot)
        best = max(ranked, key=lambda partner: abs(ranked[partner]), default=NOWHERE)  # of equals the first
        if not best or not ranked[best]:
            return spot
        return Spot(spot.source, best.target) if spot.target is None else Spot(best.source, spot.target)

    def fits(self, spot: Spot) -> bool:
        """Whether the spot lies inside this picture."""
        return (spot.source is None or 0 <= spot.source < len(self.source)) and (
            spot.target is None or 0 <= spot.target < len(self.target)
        )


EMPTY = Picture("", "", (), ())


def is_end(token: Token) -> bool:
    """Whether it is the end-of-sentence token."""
    return token.start == token.end and token.text in _END


def probability(token: Token) -> float | None:
    """Probability the model gave the token, or ``None`` when it is not known."""
    return None if token.logprob is None else min(1.0, math.exp(token.logprob))


def starts_word(picture: Picture, side: str, index: int) -> bool:
    """Whether a token begins a word, so that the pieces of one word can be drawn touching."""
    tokens, text = picture.tokens(side), picture.text(side)
    token = tokens[index]
    if index == 0 or token.start == token.end or token.text.startswith((SPACE_MARK, " ")):
        return True
    previous = tokens[index - 1]
    return previous.end < token.start or text[max(0, token.start - 1) : token.start].isspace()


def token_label(picture: Picture, side: str, index: int) -> str:
    """What is written on a token; letters of a cursive script keep the shape they have inside their word."""
    token, text = picture.tokens(side)[index], picture.text(side)
    if is_end(token):
        return QCoreApplication.translate("Picture", "end")
    label = token.text.replace(SPACE_MARK, " ").strip()
    if not label:
        return "␣"
    if not text[token.start : token.end].strip().startswith(label[:1]):
        return label
    start = token.end - len(text[token.start : token.end].lstrip())
    before, after = text[start - 1 : start] if start else "", text[token.end : token.end + 1]
    if before and joins(before) and joins(label[0]):
        label = _ZERO_WIDTH_JOINER + label
    if after and joins(after) and joins(label[-1]):
        label += _ZERO_WIDTH_JOINER
    return label


def visual_order(picture: Picture, side: str) -> list[int]:
    """Token indices from left to right as a reader of the script sees them.

    The bidirectional algorithm is Qt's: the sentence is laid out on one line and each token takes the place of its
    letters and digits, so that a Latin name inside an Arabic sentence keeps its own direction; brackets and stops
    around them, which may stand on the other side of a line, go with them.
    """
    tokens, text = picture.tokens(side), picture.text(side)
    if not picture.mixed[side]:
        return list(range(len(tokens)))
    rtl = is_rtl(text)
    layout, line = _laid_out(text)
    places: list[tuple[float, int, int]] = []
    last = 1e9 if not rtl else -1e9
    for index, token in enumerate(tokens):
        # Byte pieces share the span of one character and keep their own order, in the direction of the sentence.
        tie = -index if rtl else index
        shown = [p for p in range(token.start, token.end) if not text[p].isspace()]
        covered = [p for p in shown if text[p].isalnum()] or shown
        xs = _glyphs(line, text, covered[0], covered[-1] + 1)[0] if covered else []
        if xs:
            places.append((sum(xs) / len(xs), tie, index))
        else:
            places.append((last if is_end(token) or not places else places[-1][0], tie, index))
    del layout  # the line lives as long
    return [index for _, _, index in sorted(places)]


def reads_rtl(picture: Picture, side: str, index: int) -> bool:
    """Whether a token is written right to left where it stands: by its letters, a number by the word before it, and
    brackets and stops as they are in the sentence."""
    token, text = picture.tokens(side)[index], picture.text(side)
    label = token.text.replace(SPACE_MARK, "")
    if any(unicodedata.bidirectional(c) in ("L", "R", "AL") for c in label):
        return is_rtl(label)
    if any(c.isdigit() for c in label):
        before = [c for c in reversed(text[: token.start]) if unicodedata.bidirectional(c) in ("L", "R", "AL")]
        return is_rtl(before[0]) if before else is_rtl(text)
    layout, line = _laid_out(text)
    found = _glyphs(line, text, token.start, token.end)[1] if token.end > token.start else is_rtl(text)
    del layout
    return found


def _laid_out(text: str) -> tuple[QTextLayout, QTextLine]:
    """A sentence on one line, in its own direction."""
    layout = QTextLayout(text)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if is_rtl(text) else Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(1e6)
    layout.endLayout()
    return layout, line


def _glyphs(line: QTextLine, text: str, start: int, end: int) -> tuple[list[float], bool]:
    """Where the glyphs of some characters stand, and whether they run from right to left."""
    first = to_utf16(text, start)
    runs = line.glyphRuns(first, to_utf16(text, end) - first)
    xs = [run.boundingRect().center().x() for run in runs if run.glyphIndexes()]
    return xs, bool(runs) and runs[0].isRightToLeft()


def written(picture: Picture, side: str, index: int) -> str:
    """A token's label; in a sentence with letters that run from right to left, kept apart in its own direction."""
    label = token_label(picture, side, index)
    if is_end(picture.tokens(side)[index]) or not picture.mixed[side]:
        return label
    return f"{_RTL if reads_rtl(picture, side, index) else _LTR}{label}{_POP}"


def quoted(picture: Picture, side: str, index: int) -> str:
    """A token in quotation marks for sentences about it."""
    if is_end(picture.tokens(side)[index]):
        return QCoreApplication.translate("Picture", "the end of the sentence")
    label = picture.labels[side][index].replace(_ZERO_WIDTH_JOINER, "")
    return f"“{label}”" if label.endswith(_POP) else f"“\u2068{label}{_POP}”"


def describe(picture: Picture, spot: Spot, limit: int = 4) -> str:
    """A sentence about a spot for the line below the picture and for screen readers."""
    translate = QCoreApplication.translate  # by this name lupdate knows it
    locale = QLocale()
    if not spot or not picture.fits(spot):
        return ""
    if spot.source is not None and spot.target is not None:
        return _describe_cell(picture, spot.source, spot.target)
    parts = []
    side, index = spot.token
    name = quoted(picture, side, index)
    ranked = sorted(picture.partners(spot).items(), key=lambda item: -abs(item[1]))
    listed = ", ".join(
        f"{quoted(picture, *partner.token)} {locale.toString(weight, 'f', 2)}"
        for partner, weight in ranked[:limit]
        if abs(weight) >= 0.005
    )
    if listed:
        parts.append(_partners_pattern(picture.kind, side).format(token=name, list=listed))
    else:
        parts.append(translate("Picture", "{token}.").format(token=name))
    share = probability(picture.tokens(side)[index]) if side == TARGET else None
    count = picture.pieces[index] if side == TARGET and picture.pieces else 1
    if share is not None:
        sure = translate("Picture", "The model was {share} sure of it.")
        if count > 1:
            sure = translate("Picture", "The model was {share} sure of its {count} pieces together.")
        parts.append(sure.format(share=percent(share), count=locale.toString(count)))
    token = picture.tokens(side)[index]
    if token.unknown:
        parts.append(translate("Picture", "It was not seen in training."))
    if token.copied:
        parts.append(translate("Picture", "It was copied from the source text."))
    if side == TARGET and index < picture.forced:
        parts.append(translate("Picture", "You fixed this part."))
    return " ".join(parts)


def _partners_pattern(kind: str, side: str) -> str:
    """How a token and its partners are told."""
    translate = QCoreApplication.translate
    patterns = {
        (ATTENTION, TARGET): translate("Picture", "{token} looked at {list}."),
        (ATTENTION, SOURCE): translate("Picture", "{token} was looked at by {list}."),
        (OCCLUSION, TARGET): translate("Picture", "Without these, {token} loses so much of its probability: {list}."),
        (OCCLUSION, SOURCE): translate("Picture", "Without {token}, these lose so much of their probability: {list}."),
        (GRADIENT, TARGET): translate("Picture", "The gradient of {token} points at {list}."),
        (GRADIENT, SOURCE): translate("Picture", "{token} is in the gradient of {list}."),
    }
    return patterns[kind, side]


def _describe_cell(picture: Picture, source: int, target: int) -> str:
    """A sentence about one weight."""
    translate, locale = QCoreApplication.translate, QLocale()
    weight = picture.weight(target, source)
    pattern, told = "", locale.toString(weight, "f", 2)
    if picture.kind == ATTENTION:
        pattern = translate("Picture", "{target} gave {weight} of its attention to {source}.")
    elif picture.kind == GRADIENT:
        pattern = translate(
            "Picture", "{source} has {weight} of the gradient of {target}; below zero it spoke against."
        )
    elif weight >= 0:
        pattern = translate("Picture", "Without {source} the model gives {target} {weight} less probability.")
        told = percent(weight)
    else:
        pattern = translate("Picture", "Without {source} the model gives {target} {weight} times the probability.")
        told = locale.toString(1 / max(1e-6, 1 + weight), "f", 1)
    return pattern.format(target=quoted(picture, TARGET, target), source=quoted(picture, SOURCE, source), weight=told)


def percent(share: float) -> str:
    """A share as a percentage in the person's language."""
    locale = QLocale()
    digits = 1 if 0 < share < 0.0995 else 0
    return QCoreApplication.translate("Picture", "{number}%").format(number=locale.toString(share * 100, "f", digits))
