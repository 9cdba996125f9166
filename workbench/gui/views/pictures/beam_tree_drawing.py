"""A beam search drawn from left to right over its steps; two of them below each other, in the same columns."""

from __future__ import annotations

import math
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import accumulate

from PySide6.QtCore import QCoreApplication, QLocale, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from workbench.engine.core.types import Fate, SearchTree, TreeNode
from workbench.gui.theme import mix
from workbench.gui.views.drawing import Look, confidence_color
from workbench.gui.views.pictures.beam_tree_words import node_label, quoted_text

PROBABILITY, UNDECIDED, CHOICE, SHARE = "probability", "undecided", "choice", "share"
MEASURES = (PROBABILITY, UNDECIDED, CHOICE, SHARE)
#: Tree and number of a node.
Key = tuple[int, int]
_KEPT = (Fate.WENT_ON, Fate.FINISHED, Fate.CUT)
_MARGIN, _PALE = 14.0, 0.5
#: Room inside of a node, between columns, rows and trees, and the thickest branch, in heights of a line.
_PAD, _GAP, _ROW_GAP, _BLOCK_GAP, _THICK = 0.35, 1.9, 0.33, 0.9, 0.4
#: Bits, and places among the model's own choices, from which a colour is at its warmest.
_MOST_BITS, _MOST_CHOICE = 8.0, 16.0
#: Characters of a label.
_LONGEST = 18
_LEGEND_WIDTH = 70.0


@dataclass(frozen=True)
class TreePicture:
    """What is drawn.

    Attributes:
        trees: One search, or two.
        titles: What each is called; drawn where there are two.
        measure: What the colours of the nodes mean.
        pruned: So many pruned and forbidden ones of each step are drawn.
        step: The last step drawn; 0 for all.
    """

    trees: tuple[SearchTree, ...] = ()
    titles: tuple[str, ...] = ()
    measure: str = PROBABILITY
    pruned: int = 3
    step: int = 0

    @property
    def steps(self) -> int:
        """Steps of the longest search."""
        return max((len(tree.steps) for tree in self.trees), default=0)

    @property
    def difference(self) -> int | None:
        """The first step at which two winners part."""
        return self.trees[0].first_difference(self.trees[1]) if len(self.trees) > 1 else None


@dataclass
class _Block:
    """One tree as it is laid out: the rows of its nodes, and where it begins."""

    tree: SearchTree
    nodes: list[TreeNode] = field(default_factory=list)
    rows: dict[int, float] = field(default_factory=dict)
    top: float = 0.0

    @property
    def height(self) -> float:
        return max(self.rows.values(), default=0.0) + 1


class BeamTreeDrawing:
    """Lays out and paints. A node stands beside its parent where there is room; the winner's line runs along the top.

    Args:
        picture: What to draw.
        look: How.
    """

    def __init__(self, picture: TreePicture, look: Look) -> None:
        self.picture, self.look = picture, look
        self._bold = QFont(look.font)
        self._bold.setBold(True)
        self.metrics, self.small = QFontMetricsF(self._bold), QFontMetricsF(look.small)
        line = self.metrics.height()
        self.high = math.ceil(line * 1.28)
        self._gap, self._between, self._thick = line * _GAP, self.high + line * _ROW_GAP, max(3.0, line * _THICK)
        self._winners = [{0, *(node.number for node in tree.winner)} for tree in picture.trees]
        self._blocks = [self._block(tree, winner) for tree, winner in zip(picture.trees, self._winners, strict=True)]
        self._place()

    # Laying out.

    def _block(self, tree: SearchTree, winner: set[int]) -> _Block:
        block = _Block(tree, [tree.nodes[0]], {0: 0.0})
        columns: list[list[TreeNode]] = []
        order = {0: 0}
        for step in tree.steps:
            taken: dict[Fate, int] = defaultdict(int)
            shown = []
            for node in step:
                taken[node.fate] += 1
                if node.fate in _KEPT or taken[node.fate] <= self.picture.pruned:
                    shown.append(node)
            ranked = sorted(
                shown, key=lambda n: (order[n.parent], n.number not in winner, n.fate not in _KEPT, -n.total)
            )
            order = {node.number: place for place, node in enumerate(ranked)}
            columns.append(ranked)
            block.nodes.extend(ranked)
        most = max(map(len, columns), default=0)
        for column in columns:
            row = -1.0
            for place, node in enumerate(column):
                # beside its parent, unless those above it or those to come below need the room
                row = max(row + 1, min(block.rows[node.parent], most - len(column) + place))
                block.rows[node.number] = row
        return block

    def _place(self) -> None:
        """Widths of the columns, which all trees share, and where the trees stand."""
        most, pad = self.metrics.averageCharWidth() * _LONGEST, self.metrics.height() * _PAD
        most = 1e6 if self.look.whole else most
        self._labels: dict[Key, str] = {}
        widths = defaultdict(lambda: self.metrics.averageCharWidth() * 2)
        widths[0] = 0.0
        for index, block in enumerate(self._blocks):
            for node in block.nodes:
                label = self.metrics.elidedText(node_label(block.tree, node), Qt.TextElideMode.ElideMiddle, most)
                self._labels[index, node.number] = label
                if node.number:
                    widths[node.step] = max(widths[node.step], self.metrics.horizontalAdvance(label))
        steps = self.picture.steps
        self._wide = [0.0, *(widths[step] + 2 * pad for step in range(1, steps + 1))]
        self._left = [_MARGIN + x for x in accumulate((w + self._gap for w in self._wide[:-1]), initial=0.0)]
        self.head = _MARGIN + self.small.height()
        top = self.head + 6
        titled = self.metrics.height() + 4 if len(self._blocks) > 1 else 0.0
        self._titles: list[float] = []
        gap = self.metrics.height() * _BLOCK_GAP
        for block in self._blocks:
            self._titles.append(top)
            block.top = top + titled
            top = block.top + block.height * self._between + gap
        bottom = top - gap
        self.legend = self.small.height() + 14
        right = self._left[-1] + self._wide[-1] + _MARGIN if self._blocks else 0.0
        if self.look.whole:
            titles = (
                [self.metrics.horizontalAdvance(self._title(i)) for i in range(len(self._blocks))] if titled else []
            )
            legend = sum(map(self.small.horizontalAdvance, self._legend())) + _LEGEND_WIDTH + 16
            right = max(right, max([legend, *titles]) + 2 * _MARGIN)
        self.size = QSizeF(max(right, 360.0), bottom + self.legend + _MARGIN)
        self._columns: dict[int, list[tuple[QRectF, Key]]] = defaultdict(list)
        self._rects: dict[Key, QRectF] = {}
        for index, block in enumerate(self._blocks):
            for node in block.nodes:
                y = block.top + block.rows[node.number] * self._between
                rect = QRectF(self._left[node.step], y, self._wide[node.step], self.high)
                if not node.number:
                    rect = QRectF(self._left[0] - 4, y + self.high / 2 - 4, 8, 8)
                self._rects[index, node.number] = rect
                self._columns[node.step].append((rect, (index, node.number)))

    # Finding.

    def shown(self, step: int) -> bool:
        """Whether a step is drawn now."""
        return not self.picture.step or step <= self.picture.step

    def node(self, key: Key) -> TreeNode:
        """A node."""
        return self.picture.trees[key[0]].nodes[key[1]]

    def fits(self, key: Key | None) -> bool:
        """Whether a node is laid out here."""
        return key in self._rects

    def rect_of(self, key: Key) -> QRectF:
        """Where a node stands."""
        return self._rects[key]

    def column(self, step: int) -> list[Key]:
        """The nodes of a step from the top."""
        return [key for _, key in self._columns[step]]

    def children(self, key: Key) -> list[Key]:
        """The nodes drawn that go on from one, from the top."""
        return [k for k in self.column(self.node(key).step + 1) if k[0] == key[0] and self.node(k).parent == key[1]]

    def left_of(self, step: int) -> float:
        """Where a column begins."""
        return self._left[min(step, len(self._left) - 1)]

    def node_at(self, point: QPointF) -> Key | None:
        """The node under a point."""
        for step, column in self._columns.items():
            if self.shown(step) and abs(point.x() - self._left[step] - self._wide[step] / 2) <= self._wide[step]:
                for rect, key in column:
                    if rect.adjusted(-2, -2, 2, 2).contains(point):
                        return key
        return None

    # Painting.

    def paint(self, painter: QPainter, clip: QRectF, hovered: Key | None = None, selected: Key | None = None) -> None:
        """Paint what lies in ``clip`` (drawing coordinates)."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_heads(painter)
        lit = hovered if self.fits(hovered) else selected
        path = (
            {(lit[0], n.number) for n in self.picture.trees[lit[0]].path(lit[1])} if lit and self.fits(lit) else set()
        )
        reach = clip.adjusted(-self._gap - max(self._wide, default=0), 0, self._gap, 0)
        for index, block in enumerate(self._blocks):
            seen = [
                n for n in block.nodes if self.shown(n.step) and reach.left() <= self._left[n.step] <= reach.right()
            ]
            for node in sorted(seen, key=lambda n: (n.fate in _KEPT, n.number in self._winners[index])):
                if node.number:
                    self._paint_branch(painter, index, node, (index, node.number) in path)
            for node in seen:
                self._paint_node(painter, index, node, (index, node.number) == selected, (index, node.number) in path)
        painter.setOpacity(1.0)

    def paint_all(self, painter: QPainter) -> None:
        """Paint all of it, the legend at its foot, as a file takes it."""
        self.paint(painter, QRectF(QPointF(), self.size))
        room = self.size.width() - 2 * _MARGIN
        self.paint_legend(painter, QPointF(_MARGIN, self.size.height() - self.legend - _MARGIN / 2), room)

    def _paint_heads(self, painter: QPainter) -> None:
        """Numbers of the steps, titles, and where the winners part."""
        theme = self.look.theme
        painter.setFont(self.look.small)
        for step in range(1, self.picture.steps + 1):
            painter.setPen(theme.color("muted", 1.0 if self.shown(step) else _PALE))
            room = QRectF(self._left[step], _MARGIN / 2, self._wide[step], self.small.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, QLocale().toString(step))
        apart = self.picture.difference
        if apart is not None and self.shown(apart):
            x = self._left[min(apart, self.picture.steps)] - self._gap / 2
            painter.setPen(QPen(theme.color("warning"), 1.5, Qt.PenStyle.DashLine))
            for block in self._blocks:
                top, high = block.top - 2, block.height * self._between
                painter.drawLine(QPointF(x, top), QPointF(x, top + high))
        if len(self._blocks) > 1:
            painter.setFont(self.look.font)
            painter.setPen(theme.color("text"))
            for index, y in enumerate(self._titles):
                width = self.size.width() - 2 * _MARGIN
                text = self.metrics.elidedText(self._title(index), Qt.TextElideMode.ElideRight, width)
                painter.drawText(QPointF(_MARGIN, y + self.metrics.ascent()), text)

    def _title(self, index: int) -> str:
        """What stands over a tree: by what it was searched, and what was found."""
        return f"{self.picture.titles[index]}: {quoted_text(self.picture.trees[index].finished[0].text)}"

    def _paint_branch(self, painter: QPainter, index: int, node: TreeNode, lit: bool) -> None:
        theme, kept = self.look.theme, node.fate in _KEPT
        start, end = self._rects[index, node.parent], self._rects[index, node.number]
        a, b = QPointF(start.right(), start.center().y()), QPointF(end.left(), end.center().y())
        bend = (b.x() - a.x()) / 2
        path = QPainterPath(a)
        path.cubicTo(a.x() + bend, a.y(), b.x() - bend, b.y(), b.x(), b.y())
        winner = node.number in self._winners[index]
        color = theme.color("accent", 0.85) if winner or lit else theme.color("muted", 0.6 if kept else 0.25)
        width = max(1.0, self._thick * math.sqrt(node.share)) if kept or lit else 1.0
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.drawPath(path)

    def _paint_node(self, painter: QPainter, index: int, node: TreeNode, selected: bool, lit: bool) -> None:
        theme, rect = self.look.theme, self._rects[index, node.number]
        winner, kept = node.number in self._winners[index], node.fate in _KEPT
        if not node.number:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(rect)
        else:
            painter.setOpacity(1.0 if kept or lit or selected else _PALE)
            painter.setBrush(self._color(node))
            painter.setPen(self._outline(node, winner))
            painter.drawRoundedRect(rect, 5, 5)
            painter.setFont(self._bold if winner else self.look.font)
            painter.setPen(theme.color("text"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._labels[index, node.number])
            if node.fate == Fate.HIDDEN:
                half = QPointF(rect.width() / 2 - 4, 0)
                painter.drawLine(rect.center() - half, rect.center() + half)
            painter.setOpacity(1.0)
        if selected:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), 7, 7)

    def _outline(self, node: TreeNode, winner: bool) -> QPen:
        theme = self.look.theme
        if node.fate == Fate.FINISHED:
            return QPen(theme.color("positive"), 2.5 if node.place == 1 else 1.5)
        if winner:
            return QPen(theme.color("accent"), 2)
        # dashes take long to draw, and of what was pruned there is much
        style = Qt.PenStyle.DashLine if node.fate in (Fate.CUT, Fate.HIDDEN) else Qt.PenStyle.SolidLine
        return QPen(theme.color("muted" if theme.dark else "border"), 1, style)

    def _color(self, node: TreeNode) -> QColor:
        """What its measure makes of a node."""
        theme, measure = self.look.theme, self.picture.measure
        if measure == UNDECIDED:
            return confidence_color(theme, 1 - min(1.0, (node.entropy or 0.0) / _MOST_BITS))
        if measure == CHOICE:
            return confidence_color(theme, 1 - min(1.0, math.log2(max(1, node.choice)) / math.log2(_MOST_CHOICE)))
        if measure == SHARE:
            return mix(theme.color("surface"), theme.color("accent"), 0.55 * node.share)
        return confidence_color(theme, min(1.0, math.exp(node.logprob)))

    def _legend(self) -> tuple[str, str]:
        """What stands before and behind the colours."""
        translate = QCoreApplication.translate
        low, high = {
            PROBABILITY: (translate("SearchTree", "unlikely"), translate("SearchTree", "certain piece")),
            UNDECIDED: (translate("SearchTree", "undecided"), translate("SearchTree", "sure of the next piece")),
            CHOICE: (translate("SearchTree", "a late choice"), translate("SearchTree", "the model's first choice")),
            SHARE: (translate("SearchTree", "nothing"), translate("SearchTree", "all of the step's probability")),
        }[self.picture.measure]
        rest = translate(
            "SearchTree", "Branches are as thick as their part of the step's probability; pale ones were left."
        )
        return low, f"{high}.  {rest}"

    def paint_legend(self, painter: QPainter, origin: QPointF, room: float = 1e6) -> None:
        """What colours and branches mean, in so much width."""
        theme, width = self.look.theme, _LEGEND_WIDTH
        low, rest = self._legend()
        painter.setFont(self.look.small)
        painter.setPen(theme.color("muted"))
        middle = origin.y() + self.legend / 2
        base = middle + self.small.ascent() / 2 - 1
        painter.drawText(QPointF(origin.x(), base), low)
        left = origin.x() + self.small.horizontalAdvance(low) + 6
        for part in range(24):
            share = (part + 0.5) / 24
            color = confidence_color(theme, share)
            if self.picture.measure == SHARE:
                color = mix(theme.color("surface"), theme.color("accent"), 0.55 * share)
            painter.fillRect(QRectF(left + part * width / 24, middle - 5, width / 24 + 0.5, 10), color)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, middle - 5, width, 10))
        x = left + width + 6
        text = self.small.elidedText(rest, Qt.TextElideMode.ElideRight, max(20.0, room + origin.x() - x))
        painter.drawText(QPointF(x, base), text)
