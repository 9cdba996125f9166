"""A page of the guide as it is read: text in comfortable lines, pictures as wide as it, links that stay inside."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFont,
    QImage,
    QPainter,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

from workbench.gui.help.guide_pages import picture_file
from workbench.gui.state.context import AppContext
from workbench.gui.widgets.controls import single_shot

#: Letters in a line at most, about.
_LETTERS = 88
_LINE_HEIGHT = 126.0
_RESIZED_MS = 120


class GuideText(QTextBrowser):
    """Shows Markdown; nothing is loaded but pictures of the guide.

    Signals:
        followed: Scheme and name of a link that was clicked: page or term.
    """

    followed = Signal(str, str)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._text, self._language = context, "", "en"
        self._column = 200
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.anchorClicked.connect(self._on_link)
        self._resized = single_shot(self, _RESIZED_MS, self.render_page)

    def show_page(self, text: str, language: str) -> None:
        """Show a page from its beginning."""
        self._text, self._language = text, language
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.render_page()
        self.verticalScrollBar().setValue(0)

    @Slot()
    def render_page(self) -> None:
        """Lay the page out anew: in other colours, with larger text, or in another width."""
        place, bar = self.verticalScrollBar().value(), self.verticalScrollBar()
        read = self.textCursor().position()
        self._column = max(200, min(self.viewport().width() - 32, self.fontMetrics().averageCharWidth() * _LETTERS))
        side = max(16, (self.viewport().width() - self._column) // 2)
        self.document().setMarkdown(self._text)
        frame = self.document().rootFrame().frameFormat()
        frame.setLeftMargin(side)
        frame.setRightMargin(side)
        frame.setTopMargin(14)
        frame.setBottomMargin(24)
        self.document().rootFrame().setFrameFormat(frame)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        for block in self._blocks():
            self._style(block)
        cursor.endEditBlock()
        # the new text has pushed the cursor to its end, where the next change of size would scroll to
        cursor.setPosition(min(read, self.document().characterCount() - 1))
        self.setTextCursor(cursor)
        bar.setValue(place)

    def show_heading(self, number: int) -> None:
        """Scroll to a heading of the second level."""
        headings = [block for block in self._blocks() if block.blockFormat().headingLevel() == 2]
        top = self.document().documentLayout().blockBoundingRect(headings[number]).top()
        self.verticalScrollBar().setValue(round(top) - 8)
        self.setTextCursor(QTextCursor(headings[number]))  # a screen reader goes on from here

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self.document().begin()
        while block.isValid():
            yield block
            block = block.next()

    def _style(self, block: QTextBlock) -> None:
        level, em = block.blockFormat().headingLevel(), self.fontMetrics().height()
        pieces = list(_fragments(block))
        pictured = any(piece.charFormat().isImageFormat() for piece in pieces)
        shape = QTextBlockFormat()
        shape.setTopMargin(em * (1.1 if level == 2 else 0.1))
        shape.setBottomMargin(em * (0.25 if level or block.textList() else 0.6))
        if not level and not pictured:
            shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        QTextCursor(block).mergeBlockFormat(shape)
        for piece in pieces:
            look = QTextCharFormat(piece.charFormat())
            if level:
                look.clearProperty(QTextCharFormat.Property.FontSizeAdjustment)  # it would outdo the size
                look.setFontPointSize(self.fontInfo().pointSizeF() * (1.7 if level == 1 else 1.25))
                look.setFontWeight(QFont.Weight.DemiBold)
            if look.isAnchor():
                look.setForeground(QColor(self._context.theme.link))
            if look != piece.charFormat():
                cursor = QTextCursor(block)
                cursor.setPosition(piece.position())
                cursor.setPosition(piece.position() + piece.length(), QTextCursor.MoveMode.KeepAnchor)
                cursor.setCharFormat(look)

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Pictures of the guide, as wide as the text; of everything else, nothing."""
        address = QUrl(url)
        path = picture_file(address.path(), self._language) if address.scheme() == "picture" else None
        picture = QImage(str(path)) if path is not None else QImage()
        if picture.isNull():
            return None
        ratio = self.devicePixelRatioF()
        width, smooth = round(min(self._column * ratio, picture.width())), Qt.TransformationMode.SmoothTransformation
        picture = picture.convertToFormat(QImage.Format.Format_RGB32).scaledToWidth(width, smooth)
        painter = QPainter(picture)
        painter.setPen(QPen(QColor(self._context.theme.border), round(ratio)))
        painter.drawRect(picture.rect().adjusted(0, 0, -1, -1))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        return picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines and pictures follow the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._resized.start()

    @Slot(QUrl)
    def _on_link(self, url: QUrl) -> None:
        if url.scheme() in ("page", "term"):
            self.followed.emit(url.scheme(), url.path())


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    places = block.begin()
    while not places.atEnd():
        yield places.fragment()
        places += 1
