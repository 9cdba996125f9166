"""The GUI thread's side of the translation thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal, Slot

from workbench.engine.core.config import SearchConfig
from workbench.engine.search.model_cache import LoadFunction, ModelChoice, import_search, load_model
from workbench.gui.workers.translation_types import Item, TranslationFailure, TranslationRequest, TranslationResult
from workbench.gui.workers.translation_worker import TranslationWorker
from workbench.gui.workers.worker_thread import WorkerThread


class TranslationService(QObject):
    """Numbers the requests, drops what is outdated, and ends the thread cleanly.

    Signals:
        loaded: ``ModelInfo``.
        translated: ``TranslationResult`` of the newest request, or of one at leisure.
        failed: ``TranslationFailure`` of the newest request.
        busy_changed: Whether a translation is under way, as ``bool``.
        idle: The thread has ended after ``shutdown``.
    """

    loaded = Signal(object)
    translated = Signal(object)
    failed = Signal(object)
    busy_changed = Signal(bool)
    idle = Signal()
    _warm = Signal()

    def __init__(
        self,
        load: LoadFunction = load_model,
        warm_up: Callable[[], None] = import_search,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load, self._warm_up = load, warm_up
        self._sequence = 0
        self._busy = False
        self._worker: TranslationWorker | None = None
        self._thread = WorkerThread(self)
        self._thread.idle.connect(self._on_ended)

    def _start(self) -> TranslationWorker:
        """The worker; its thread is started when it is first needed."""
        if self._worker is None:
            self._worker = worker = TranslationWorker(self._load, self._warm_up)
            worker.loaded.connect(self.loaded)
            worker.translated.connect(self._on_translated)
            worker.failed.connect(self._on_failed)
            worker.idle.connect(self._on_idle)
            self._warm.connect(worker.warm_up)
            self._thread.start(worker)
        return self._worker

    @property
    def running(self) -> bool:
        """Whether the thread lives."""
        return self._thread.busy

    @property
    def busy(self) -> bool:
        """Whether a request is under way."""
        return self._busy

    def warm_up(self) -> None:
        """Load the libraries now, in the thread."""
        self._start()
        self._warm.emit()

    def request(
        self, choice: ModelChoice, items: Sequence[Item], search: SearchConfig, *, steps: Sequence[int] = ()
    ) -> int:
        """Translate; whatever was asked before and is not at leisure is dropped.

        Returns:
            The request's sequence number.
        """
        worker = self._start()
        if not steps:
            self.cancel()
        now = time.perf_counter()
        worker.put(TranslationRequest(self._sequence, choice, tuple(items), search.model_copy(), tuple(steps), now))
        if not steps:
            self._set_busy(True)
        return self._sequence

    def cancel(self) -> None:
        """An edit happened: stop what is under way at its next decoding step."""
        self._sequence += 1
        if self._worker is not None:
            self._worker.outdate(self._sequence)

    def shutdown(self, patience_ms: int = 300) -> bool:
        """End the thread; a later request starts a new one.

        Args:
            patience_ms: How long to wait for it here; a decoding step takes less, loading a model may take more.

        Returns:
            True when it has ended; else ``idle`` will tell.
        """
        if self._worker is None:
            return True
        self._worker.close()
        return self._thread.end(patience_ms)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    @Slot(object)
    def _on_translated(self, result: TranslationResult) -> None:
        if result.request.sequence == self._sequence:
            self.translated.emit(result)

    @Slot(object)
    def _on_failed(self, failure: TranslationFailure) -> None:
        if failure.request.sequence == self._sequence:
            self.failed.emit(failure)

    @Slot()
    def _on_idle(self) -> None:
        self._set_busy(False)

    @Slot()
    def _on_ended(self) -> None:
        self._worker = None
        self._set_busy(False)
        self.idle.emit()
