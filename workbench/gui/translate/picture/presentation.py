"""The picture alone on the whole screen, in large letters, for a projector."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.styling import dress
from workbench.gui.theme import named, set_role
from workbench.gui.views.pictures.alignment_view import AlignmentView
from workbench.gui.views.pictures.picture import Spot, describe

#: Lines of the picture's words that the screen is high, and of the words around it.
_LINES, _SMALL_LINES = 26, 44


class Presentation(QWidget):
    """Left and right walk along the words, up and down through the sentences, page keys through the checkpoints.

    Signals:
        sentence_turned: -1 or 1, to the sentence before or after.
        checkpoint_turned: -1 or 1, to the checkpoint before or after.
        closed: It was left.
    """

    sentence_turned = Signal(int)
    checkpoint_turned = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("presentation")
        self.setWindowTitle(self.tr("Presentation"))
        self.setAutoFillBackground(True)
        self.alignment = AlignmentView()
        self.alignment.installEventFilter(self)
        self.alignment.spot_hovered.connect(self.read)
        self.alignment.spot_selected.connect(self.read)
        dress(self)
        self.title = named(QLabel(textFormat=Qt.TextFormat.PlainText), "presentationTitle", "strong")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.place = named(QLabel(alignment=right), "presentationPlace", "muted")
        self.reading = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "presentationReading")
        self.keys = set_role(QLabel(wordWrap=True), "muted")
        self.keys.setText(
            self.tr("← → words     ↑ ↓ sentences     Page up, Page down or Shift with ← → checkpoints     Esc ends")
        )
        tip = self.tr("Arrow keys walk along the words and through the sentences, page keys through the checkpoints.")
        self.alignment.setAccessibleName(self.tr("Alignment, large"))
        self.alignment.setAccessibleDescription(tip)  # as a tooltip it would stand in the picture
        head = arrange(QHBoxLayout(), (self.title, 1), self.place, spacing=20)
        parts = (head, (self.alignment, 1), self.reading, self.keys)
        arrange(QVBoxLayout(self), *parts, margins=(32, 22, 32, 18), spacing=12)

    @Slot(object)
    def read(self, spot: Spot) -> None:
        """Say what is pointed at or selected."""
        text = describe(self.alignment.picture, spot or self.alignment.selected)
        self.reading.setText(text or " ")

    def show_place(self, title: str, place: str) -> None:
        """Which model, and which sentence of how many."""
        self.title.setText(title)
        self.place.setText(place)
        self.read(self.alignment.selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Read from the last row."""
        super().resizeEvent(event)
        self.enlarge()

    def showEvent(self, event: QShowEvent) -> None:
        """A style sheet takes fonts back when a widget is first shown."""
        super().showEvent(event)
        self.enlarge()

    def enlarge(self) -> None:
        """Letters as large as the room, also after another theme."""
        for lines, widgets in (
            (_LINES, (self.alignment,)),
            (_SMALL_LINES, (self.title, self.place, self.reading)),
            (_SMALL_LINES + 16, (self.keys,)),
        ):
            font = self.font()
            font.setPointSizeF(max(9.0, self.height() / lines * 72 / self.logicalDpiY()))
            for widget in widgets:
                widget.setFont(font)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that mean something else here than in the pane."""
        if watched is self.alignment and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._pressed(event)
        return super().eventFilter(watched, event)

    def _pressed(self, event: QKeyEvent) -> bool:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.close()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.sentence_turned.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.checkpoint_turned.emit(1 if key == Qt.Key.Key_PageDown else -1)
        elif shift and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.checkpoint_turned.emit(1 if key == Qt.Key.Key_Right else -1)
        else:
            return False
        return True

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that it was left."""
        super().closeEvent(event)
        self.closed.emit()
