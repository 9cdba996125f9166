"""Draws a table cell as wrapped rich text; the plain text stays in the model, for screen readers and copying."""

from __future__ import annotations

import html

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QTextDocument, QTextOption
from PySide6.QtWidgets import QApplication, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

#: The cell's HTML; without it the plain text is drawn.
HTML_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_MARGIN = 5


class RichTextDelegate(QStyledItemDelegate):
    """For cells with ``HTML_ROLE``."""

    def _document(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QTextDocument:
        text = index.data(HTML_ROLE) or html.escape(str(index.data() or ""))
        document = QTextDocument()
        document.setDocumentMargin(0)
        document.setDefaultFont(option.font)
        wrap = QTextOption()
        wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        # Each sentence runs in the direction of its own script.
        wrap.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        document.setDefaultTextOption(wrap)
        color = option.palette.color(QPalette.ColorRole.Text).name()
        document.setHtml(f"<span style='color:{color}'>{text}</span>")
        table = option.widget
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else option.rect.width()
        document.setTextWidth(max(40, width - 2 * _MARGIN - 1))
        return document

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw ground, selection and text."""
        self.initStyleOption(option, index)
        option.text = ""
        style = option.widget.style() if option.widget else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        painter.save()
        rect = option.rect
        painter.translate(rect.left() + _MARGIN, rect.top() + _MARGIN)
        painter.setClipRect(0, 0, rect.width() - 2 * _MARGIN, rect.height() - _MARGIN)
        self._document(option, index).drawContents(painter)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Height of the wrapped text."""
        self.initStyleOption(option, index)
        document = self._document(option, index)
        return QSize(round(document.idealWidth()) + 2 * _MARGIN, round(document.size().height()) + 2 * _MARGIN)
