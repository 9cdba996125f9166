"""A "?" beside a number or a curve: what it is, in two sentences and an example."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.theme import name_control, named, set_role
from workbench.gui.words.terms import Term, explained

#: Width of an explanation, in letters.
_LETTERS = 56


class HelpMark(QToolButton):
    """Opens the explanation of a term; the tooltip has it, too."""

    def __init__(self, term: Term, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._text = explained(term)
        named(self, f"help_{term.value}", "help")
        self.setText("?")
        name_control(self, self.tr("What is this: {term}").format(term=self._title), self._text)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)

    def sizeHint(self) -> QSize:
        """A round mark as high as a line."""
        side = self.fontMetrics().height()
        return QSize(side, side)

    @Slot()
    def open(self) -> None:
        """Show the explanation below the mark, within the screen."""
        popup = _Explanation(self._title, self._text, self)
        place, screen = self.mapToGlobal(QPoint(0, self.height() + 2)), self.screen().availableGeometry()
        popup.move(
            max(screen.left(), min(place.x(), screen.right() - popup.width())),
            max(screen.top(), min(place.y(), screen.bottom() - popup.height())),
        )
        popup.show()


class _Explanation(QFrame):
    def __init__(self, title: str, text: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("helpText")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        set_role(self, "popup")
        heading, body = set_role(QLabel(title), "heading"), QLabel(text, wordWrap=True)
        arrange(QVBoxLayout(self), heading, body, margins=(14, 10, 14, 12), spacing=6)
        width = body.fontMetrics().averageCharWidth() * _LETTERS
        body.setFixedWidth(width)
        body.setFixedHeight(body.heightForWidth(width))
        self.setAccessibleName(f"{title}. {text}")
        self.adjustSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key closes it."""
        self.close()
