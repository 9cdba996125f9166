"""Labels and lists for names of any length: cut with an ellipsis, whole in the tooltip and in the opened list."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolTip,
    QWidget,
)

from workbench.gui.theme import named

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


class ElidedLabel(QLabel):
    """``text`` is what is written, ``whole`` what was said; a tooltip of its own comes after the whole text.

    Args:
        name: Object name.
        role: Look of the style sheet.
        mode: Where the ellipsis stands.
        least: Letters that always have room.
        parent: Parent widget.
    """

    def __init__(
        self,
        name: str = "",
        role: str = "",
        mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
        least: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        self._whole = self._tip = ""
        self._mode, self._least = mode, least
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        named(self, name, role)

    @property
    def whole(self) -> str:
        """The text without an ellipsis."""
        return self._whole

    def say(self, text: str, tip: str = "") -> None:
        """Show a text, with more in the tooltip."""
        if (text, tip) != (self._whole, self._tip):
            self._whole, self._tip = text, tip
            self.setAccessibleName(text)
            self.updateGeometry()
            self._fit()

    def _fit(self) -> None:
        self.ensurePolished()  # else its font is not yet the one of its role
        shown = self.fontMetrics().elidedText(self._whole, self._mode, self.contentsRect().width())
        self.setText(shown)
        parts = (self._whole if shown != self._whole else "", self._tip)
        self.setToolTip("\n".join(part for part in parts if part))

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        margins, metrics = self.contentsMargins(), self.fontMetrics()
        around = margins.left() + margins.right() + 1
        return QSize(metrics.horizontalAdvance(self._whole) + around, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters."""
        least = self.fontMetrics().averageCharWidth() * self._least
        return QSize(min(least, self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Use the room there is."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
