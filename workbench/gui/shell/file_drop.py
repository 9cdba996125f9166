"""Files dropped anywhere on the window: the cover that says what will happen, and who gets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractItemView, QGraphicsView, QLabel, QWidget

from workbench.gui.theme import Theme, named


class FileDrop(QObject):
    """Takes dropped files for the whole window, also over charts, pictures and text fields.

    Args:
        window: The window; it accepts drops from now on.

    Signals:
        dropped: ``list[Path]``, once the drag is over.
    """

    dropped = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._cover: QLabel | None = None
        self._text: Callable[[], str] = str
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def set_cover(self, area: QWidget, text: Callable[[], str], theme: Theme) -> None:
        """What lies over ``area`` while files are dragged; ``text`` is asked at each drag what will happen then."""
        self._text = text
        if self._cover is None or self._cover.parentWidget() is not area:
            self._cover = named(QLabel(area, alignment=Qt.AlignmentFlag.AlignCenter), "dropCover", "title")
            self._cover.hide()
        self._cover.setStyleSheet(
            f"background: {theme.accent_soft}; color: {theme.text}; border: 3px dashed {theme.accent};"
            "border-radius: 12px;"
        )

    def watch(self, root: QWidget) -> None:
        """Let everything below ``root`` leave files to the window."""
        for widget in root.findChildren(QWidget):
            if isinstance(widget, QGraphicsView):
                # Its scene accepts every drag and then no drop. It wants none: less work than looking at its events.
                widget.setAcceptDrops(False)
                widget.viewport().setAcceptDrops(False)
            elif widget.acceptDrops() and not isinstance(widget, QAbstractItemView):
                widget.installEventFilter(self)  # a text field would take the file's name as text

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take drags that carry files; leave text and rows to whoever they are for."""
        kind = event.type()
        if kind == QEvent.Type.DragLeave:
            self._show(False)
        elif isinstance(event, QDropEvent) and local_files(event.mimeData()):
            event.acceptProposedAction()
            if isinstance(event, QDragMoveEvent):  # also a QDragEnterEvent
                self._show(True)
            else:
                self._show(False)
                paths = local_files(event.mimeData())
                # The drag must end before a dialog may open.
                QTimer.singleShot(0, self, lambda: self.dropped.emit(paths))
            return True
        return super().eventFilter(watched, event)

    def _show(self, shown: bool) -> None:
        if self._cover is None or shown != self._cover.isHidden():
            return
        area = self._cover.parentWidget()
        assert area is not None
        if shown:
            self._cover.setText(self._text())
        self._cover.setGeometry(area.rect().adjusted(24, 24, -24, -24))
        self._cover.setVisible(shown)
        self._cover.raise_()


def local_files(mime: QMimeData) -> list[Path]:
    """Files of this computer that a drag carries."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()] if mime.hasUrls() else []


def is_file(path: Path) -> bool:
    """Whether a name, which may be one that no file can have, is that of a file."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False
