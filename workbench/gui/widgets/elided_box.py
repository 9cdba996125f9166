"""A drop-down list for names of any length: cut with an ellipsis while closed, whole in its list and its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter, QToolTip, QWidget

#: What stands behind it in a line is left out first.
ASIDE = " · "
#: The opened list grows with its longest line up to so many letters.
_MOST_LETTERS = 110


class ElidedBox(QComboBox):
    """Qt's own would cut a long name in the middle of a letter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def shown_text(self) -> str:
        """The current text as it is written now, perhaps with an ellipsis."""
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        # The style leaves a little room on both sides of the text.
        text, room, metrics = self.currentText(), room - 6, self.fontMetrics()
        name = text.partition(ASIDE)[0]
        if metrics.horizontalAdvance(text) > room >= metrics.horizontalAdvance(name):
            return name
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw as Qt does, with the shortened text."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.shown_text()
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def showPopup(self) -> None:
        """Open the list, wide enough for its lines."""
        self.fit_list()
        super().showPopup()

    def fit_list(self) -> None:
        """Make the list as wide as its longest line, within reason."""
        metrics = self.fontMetrics()
        longest = max((metrics.horizontalAdvance(self.itemText(i)) for i in range(self.count())), default=0)
        around = self.view().verticalScrollBar().sizeHint().width() + 3 * metrics.height() // 2
        most = metrics.averageCharWidth() * _MOST_LETTERS
        self.view().setMinimumWidth(max(self.width(), min(longest + around, most)))

    def event(self, event: QEvent) -> bool:
        """The tooltip of a shortened name begins with the whole name."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.isEnabled():
            text = self.currentText()
            if text and self.shown_text() != text:
                tip = self.toolTip()
                QToolTip.showText(event.globalPos(), f"{text}\n{tip}" if tip else text, self)
                return True
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(self.fontMetrics().averageCharWidth() * 10, super().minimumSizeHint().height())
