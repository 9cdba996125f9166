"""What is done now, in words beside the translation, and the button that stops it: drawn from the service alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from workbench.gui.state.context import AppContext
from workbench.gui.state.translation_service import DONE, FAILED, OPENING, STOPPED, TRANSLATING, TranslationService
from workbench.gui.theme import icon, name_control
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.widgets.controls import single_shot
from workbench.gui.words import formats

#: Work that lasts so long can be stopped by a button; for less it would only flicker.
_SLOW_MS = 700


class WorkLine(QObject):
    """Keeps the line and the button in step with the service."""

    def __init__(
        self, context: AppContext, view: TranslationView, desk: Desk, service: TranslationService, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._view, self._desk, self._service = context, view, desk, service
        self._slow = single_shot(self, _SLOW_MS, self.draw)
        service.work_changed.connect(self._on_work)
        context.theme_changed.connect(self.draw)
        self.draw()

    def shutdown(self) -> None:
        """Stop waiting."""
        self._slow.stop()

    @Slot()
    def _on_work(self) -> None:
        if not self._service.work.under_way:
            self._slow.stop()
        elif not self._slow.isActive() and self._view.stop_button.isHidden():
            self._slow.start()
        self.draw()

    @Slot()
    def draw(self) -> None:
        """Write all of it anew."""
        work, button = self._service.work, self._view.stop_button
        self._view.status.say(self.words())
        stopped = work.stage == STOPPED
        button.setVisible(stopped or (work.under_way and not self._slow.isActive()))
        button.setIcon(icon("mdi6.play" if stopped else "mdi6.stop", self._context.theme))
        name, tip = self.tr("Stop translating"), self.tr("Stop at the next step; what is translated stays (Esc)")
        if stopped:
            name, tip = self.tr("Go on translating"), self.tr("Translate what is missing")
        name_control(button, name, tip)

    def words(self) -> str:
        """What is done now, or how it ended; nothing where there is nothing to translate."""
        work = self._service.work
        if work.stage == OPENING:
            return self.tr("Opening the model…")
        if not self._desk.segments:
            return ""
        done, total = formats.count(work.done), formats.count(work.total)
        if work.stage == TRANSLATING:
            several = self.tr("Translating, {done} of {total}").format(done=done, total=total)
            return several if work.total > 1 else self.tr("Translating…")
        if work.stage == STOPPED:
            return self.tr("Stopped, {done} of {total} translated").format(done=done, total=total)
        if work.stage == FAILED:
            return self.tr("Not translated")
        if work.stage == DONE and work.total:
            search = self._desk.search
            how = self.tr("sampled") if search.sampling else self.tr("beam {size}").format(size=search.beam)
            text = self.tr("{time} ms, {how}, {device}")
            return text.format(time=formats.count(round(1000 * work.seconds)), how=how, device=work.device)
        return ""
