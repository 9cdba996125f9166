"""Opens the presentation and keeps it in step with the pane."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from workbench.gui.state.context import AppContext
from workbench.gui.translate.picture.pointing import Pointing
from workbench.gui.translate.picture.presentation import Presentation
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.words import formats


class Presenter(QObject):
    """Keys of the presentation turn what the pane shows; what the pane shows is presented.

    Args:
        context: Shared state, for the theme.
        view: The pane's controls.
        desk: The sentences.
        pointing: Which of them is shown.
        words: What is done now, in words.
        parent: The pane.

    Attributes:
        stage: The presentation while there is one.
    """

    def __init__(
        self,
        context: AppContext,
        view: TranslationView,
        desk: Desk,
        pointing: Pointing,
        words: Callable[[], str],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._context, self._view, self._desk, self._pointing, self._words = context, view, desk, pointing, words
        self._window = parent
        self.stage: Presentation | None = None
        view.picture.presented.connect(self.present)
        view.picture.shown.connect(self.refresh)
        context.theme_changed.connect(self.refresh)

    @Slot()
    def present(self) -> None:
        """Use the whole screen."""
        if self.stage is None:
            self.stage = Presentation(self._window)
            self.stage.sentence_turned.connect(self._on_sentence)
            self.stage.checkpoint_turned.connect(self._on_checkpoint)
            self.stage.closed.connect(self._on_closed)
        self.refresh()
        self.stage.alignment.set_selected(self._view.picture.alignment.selected)
        self.stage.read(self.stage.alignment.selected)
        # Without a window manager nobody else gives it the screen; with several, it is the one that the window is on.
        self.stage.setGeometry(self._window.screen().geometry())
        self.stage.showFullScreen()
        self.stage.alignment.setFocus()

    @Slot()
    def refresh(self) -> None:
        """Present what the pane shows now."""
        if self.stage is None:
            return
        panel, alignment = self._view.picture, self.stage.alignment
        alignment.set_theme(self._context.theme)
        self.stage.enlarge()
        alignment.set_threshold(panel.threshold.value() / 100)
        alignment.set_confidence(panel.confidence_button.isChecked())
        alignment.set_picture(panel.picture, faded=panel.faded)
        count = len(self._desk.segments)
        place = self.tr("Sentence {number} of {count}")
        place = place.format(number=formats.count(self._pointing.current + 1), count=formats.count(count))
        self.stage.show_place(panel.origin or self._words(), place if count > 1 else "")

    @Slot(int)
    def _on_sentence(self, turn: int) -> None:
        self._pointing.sentence_chosen.emit(self._pointing.current + turn)

    @Slot(int)
    def _on_checkpoint(self, turn: int) -> None:
        slider = self._view.models.slider
        slider.setValue(slider.value() + turn)

    @Slot()
    def _on_closed(self) -> None:
        if self.stage is not None:
            self.stage.deleteLater()
            self.stage = None

    def shutdown(self) -> None:
        """Leave the presentation."""
        if self.stage is not None:
            self.stage.close()
