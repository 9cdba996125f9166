"""Five bubbles over the real controls of the window: where one begins, and where the rest is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from workbench.gui.layouts import arrange
from workbench.gui.styling import dress, put_on_now
from workbench.gui.theme import name_button, named
from workbench.gui.widgets.controls import beside, push_button, text_label

_LETTERS = 44
_GAP, _EDGE = 14, 8
_SHADE = 130
#: How often it is looked whether the control has moved.
_WATCH_MS = 150


@dataclass(frozen=True)
class Stop:
    """One bubble.

    Attributes:
        target: Object name of the control it points at.
        pane: The pane to show for it, or "" where the control is always there.
    """

    target: str
    pane: str
    title: str
    text: str


class Tour(QWidget):
    """Lies over the whole window and dims all but one control.

    Signals:
        ended: It was read to its end, skipped, or the window has changed under it.
    """

    ended = Signal()

    def __init__(self, window: Any) -> None:  # the main window
        super().__init__(window)
        self._window = window
        self._number = 0
        self._pane, self._focus = window.context.settings.pane, window.focusWidget()
        self.setObjectName("tour")
        self._stops = self._make_stops()
        self.bubble = _Bubble(self)
        self.bubble.next_button.clicked.connect(lambda: self._go(1))
        self.bubble.back_button.clicked.connect(lambda: self._go(-1))
        self.bubble.skip_button.clicked.connect(lambda: self.end())
        for button in self.bubble.buttons:
            button.installEventFilter(self)
        self._placed: QRect | None = None
        self._watch = QTimer(self, interval=_WATCH_MS)
        self._watch.timeout.connect(self._follow)
        window.installEventFilter(self)
        window.context.theme_changed.connect(self._on_theme)

    def _make_stops(self) -> list[Stop]:
        texts = (
            (
                "corpusBox",
                "train",
                self.tr("1. Sentences to learn from"),
                self.tr(
                    "A model learns from pairs: a sentence and its translation. A small corpus comes with the program;"
                    " drop a file of your own on the window to add it."
                ),
            ),
            (
                "presetPicker",
                "train",
                self.tr("2. How large, how long"),
                self.tr(
                    "Every card says how long the training takes on this computer. For a first try take the smallest."
                ),
            ),
            (
                "startButton",
                "train",
                self.tr("3. Start"),
                self.tr(
                    "Press this and watch: curves, and sentences that get better. You can pause, stop and go on another"
                    " day; nothing is lost."
                ),
            ),
            (
                "nav_translate",
                "",
                self.tr("4. Translate, and see attention"),
                self.tr("Type a sentence and see which words the model looked at. Two small models are there already."),
            ),
            (
                "nav_runs",
                "",
                self.tr("5. Test and compare"),
                self.tr(
                    "Every training is kept here with its scores. The guide under Help (F1) tells the rest; this tour"
                    " is there, too."
                ),
            ),
        )
        return [Stop(*parts) for parts in texts]

    def start(self) -> None:
        """Show the first bubble."""
        self.show()
        self.raise_()
        self._watch.start()
        self._go(0)

    @Slot()
    def end(self, back: bool = True) -> None:
        """Take everything away and, where the window stays as it is, go back to where the person was."""
        self._watch.stop()
        self._window.removeEventFilter(self)
        self.hide()
        if back:
            self._window.show_pane(self._pane)
            if self._focus is not None and shiboken6.isValid(self._focus) and self._focus.isVisible():
                self._focus.setFocus()
        self.ended.emit()
        self.deleteLater()

    def _go(self, by: int) -> None:
        self._number = max(0, self._number + by)
        if self._number >= len(self._stops):
            self.end()
            return
        stop = self._stops[self._number]
        if stop.pane:
            self._window.show_pane(stop.pane)
        target = self._target()
        area = _area_around(target)
        if target is not None and area is not None:
            area.ensureWidgetVisible(target)
        self.bubble.say(stop, self._number, len(self._stops))
        self._place()

    def _target(self) -> QWidget | None:
        found = [w for w in self._window.findChildren(QWidget, self._stops[self._number].target) if w.isVisible()]
        return found[0] if found else None

    def _hole(self) -> QRect:
        target = self._target()
        if target is None:
            return QRect()
        hole = QRect(target.mapTo(self._window, QPoint(0, 0)), target.size())
        area = _area_around(target)
        if area is not None:
            seen = area.viewport()
            hole = hole.intersected(QRect(seen.mapTo(self._window, QPoint(0, 0)), seen.size()))
        return hole.adjusted(-4, -4, 4, 4)

    @Slot()
    def _follow(self) -> None:
        """The pane may still be filling its lists."""
        if self._hole() != self._placed:
            self._place()

    @Slot()
    def _place(self) -> None:
        """Beside the control where there is room, and always within the window."""
        self.setGeometry(self._window.rect())
        self.bubble.fit(self.width() - 2 * _EDGE)
        size, hole = self.bubble.size(), self._hole()
        self._placed = hole
        if hole.isNull():
            place = self.rect().center() - QPoint(size.width() // 2, size.height() // 2)
        elif hole.right() + _GAP + size.width() + _EDGE <= self.width():
            place = QPoint(hole.right() + _GAP, hole.center().y() - size.height() // 2)
        elif hole.bottom() + _GAP + size.height() + _EDGE <= self.height():
            place = QPoint(hole.left(), hole.bottom() + _GAP)
        else:
            place = QPoint(hole.left(), hole.top() - _GAP - size.height())
        x = max(_EDGE, min(place.x(), self.width() - size.width() - _EDGE))
        y = max(_EDGE, min(place.y(), self.height() - size.height() - _EDGE))
        self.bubble.move(x, y)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and end where it is built anew; take the keys that buttons would use up."""
        if watched is not self._window:
            return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event)
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.LanguageChange:
            self.end(back=False)  # the panes are being built anew
        return super().eventFilter(watched, event)

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dim the window but for the control, and frame that."""
        theme, hole = self._window.context.theme, self._hole()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole, light = QPainterPath(), QPainterPath()
        whole.addRect(self.rect())
        light.addRoundedRect(hole, 8, 8)
        painter.fillPath(whole.subtracted(light), QColor(0, 0, 0, _SHADE))
        if not hole.isNull():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.drawPath(light)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """What lies below is not clicked by accident."""
        event.accept()

    def _on_key(self, event: QKeyEvent) -> bool:
        """Arrows go on and back, Esc skips, Tab stays in the bubble; Enter and Space press the button in focus."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._go(1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._go(-1)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.bubble.step_focus(1 if key == Qt.Key.Key_Tab else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            next(button for button in self.bubble.buttons if button.hasFocus()).click()
        else:
            return False
        return True


class _Bubble(QFrame):
    """Title, text, and three buttons."""

    def __init__(self, tour: Tour) -> None:
        super().__init__(tour)
        named(self, "tourBubble", "card")
        self.title, self.text = text_label("heading"), text_label()
        self.count = text_label("muted", wrap=False)
        self.skip_button = push_button("tourSkip", "", "", lambda: None, role="quiet")
        self.back_button = push_button("tourBack", "", "", lambda: None)
        self.next_button = push_button("tourNext", "", "", lambda: None, role="primary")
        self.buttons = (self.skip_button, self.back_button, self.next_button)
        buttons = beside(self.skip_button, None, self.back_button, self.next_button, spacing=8)
        parts = (self.count, self.title, self.text, buttons)
        arrange(QVBoxLayout(self), *parts, margins=(16, 12, 16, 14), spacing=8)
        dress(self)
        put_on_now(self)

    def say(self, stop: Stop, number: int, total: int) -> None:
        """Show another stop; the keyboard is on the button that goes on."""
        last = number == total - 1
        self.count.setText(self.tr("Tour, {number} of {total}").format(number=number + 1, total=total))
        self.title.setText(stop.title)
        self.text.setText(stop.text)
        self.setAccessibleName(f"{stop.title}. {stop.text}")
        name_button(self.skip_button, self.tr("&Skip"), self.tr("End the tour (Esc); Help calls it again"))
        name_button(self.back_button, self.tr("&Back"), self.tr("The bubble before (left arrow)"))
        text, tip = (self.tr("&Done"), self.tr("End the tour")) if last else (self.tr("&Next"), "")
        name_button(self.next_button, text, tip or self.tr("The next bubble (right arrow)"))
        self.next_button.setAccessibleDescription(self.accessibleName())  # read out as the focus comes
        self.back_button.setEnabled(number > 0)
        self.skip_button.setVisible(not last)
        self.next_button.setFocus()

    def step_focus(self, by: int) -> None:
        """The next button that can be pressed."""
        usable = [button for button in self.buttons if button.isVisible() and button.isEnabled()]
        place = next((n for n, button in enumerate(usable) if button.hasFocus()), 0)
        usable[(place + by) % len(usable)].setFocus(Qt.FocusReason.TabFocusReason)

    def fit(self, room: int) -> None:
        """As wide as a few words a line, as high as the text."""
        width = min(room, self.fontMetrics().averageCharWidth() * _LETTERS + 32)
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.resize(QSize(width, layout.totalHeightForWidth(width)))


def _area_around(widget: QWidget | None) -> QScrollArea | None:
    while widget is not None:
        widget = widget.parentWidget()
        if isinstance(widget, QScrollArea):
            return widget
    return None
