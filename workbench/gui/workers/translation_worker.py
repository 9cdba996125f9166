"""Translates in a thread of its own: one slot, the latest request wins, an edit cancels the decode under way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workbench.engine.core.errors import Cancelled
from workbench.engine.search.model_cache import LoadFunction, ModelCache
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.translation_types import TranslationFailure, TranslationRequest, TranslationResult

#: Sentences decoded together; between such groups what is done is shown.
_GROUP = 16


class TranslationWorker(QObject):
    """Lives in the thread; everything but ``put``, ``outdate`` and ``close`` runs there.

    Signals:
        opening: ``TranslationRequest`` whose model is looked for now.
        loaded: The request and the ``ModelInfo`` of its model, which is ready.
        translated: ``TranslationResult``.
        failed: ``TranslationFailure``.
        idle: Nothing is waiting any more.
        done: The models are gone; the thread may end.
    """

    opening = Signal(object)
    loaded = Signal(object, object)
    translated = Signal(object)
    failed = Signal(object)
    idle = Signal()
    done = Signal()
    _wake = Signal()

    def __init__(self, load: LoadFunction, warm_up: Callable[[], None]) -> None:
        super().__init__()  # no parent, or moveToThread() fails
        self._cache, self._warm_up_function = ModelCache(load), warm_up
        self._lock = threading.Lock()
        self._slot: TranslationRequest | None = None
        self._leisure: TranslationRequest | None = None
        self._newest = 0
        self._closing = False
        # Queued even for our own thread: one piece of work ends before the next is looked for.
        self._wake.connect(self._work, Qt.ConnectionType.QueuedConnection)

    @Slot()
    def run(self) -> None:
        """Nothing yet: the thread's own event loop waits for requests."""

    def put(self, request: TranslationRequest) -> None:
        """Ask for a translation; what waited before is forgotten. From any thread."""
        with self._lock:
            if request.steps:
                self._leisure = request
            else:
                self._slot = request
        self._wake.emit()

    def outdate(self, sequence: int) -> None:
        """Requests before ``sequence`` are of no interest any more: they stop at their next decoding step."""
        self._newest = max(self._newest, sequence)

    def close(self) -> None:
        """Stop at the next decoding step, let go of the models and emit ``done``. From any thread."""
        self._closing = True
        self._wake.emit()

    def _outdated(self, request: TranslationRequest) -> bool:
        return self._closing or request.sequence < self._newest or bool(request.steps and self._slot is not None)

    def _check(self, request: TranslationRequest) -> Callable[[], None]:
        def check() -> None:
            if self._outdated(request):
                raise Cancelled("a newer text is waiting")

        return check

    @Slot()
    def warm_up(self) -> None:
        """Load the libraries; a failure will show with the first model."""
        if not self._closing:
            try:
                self._warm_up_function()
            except Exception as error:
                del error

    @Slot()
    def _work(self) -> None:
        if self._closing:
            self._cache.clear()
            self.done.emit()
            return
        with self._lock:
            request = self._slot or self._leisure
            if request is None:
                return
            if request is self._slot:
                self._slot = None
            else:
                self._leisure = None
        try:
            if not self._outdated(request):
                self._answer(request)
        except Cancelled:
            pass
        except Exception as error:  # RuntimeError included: it is torch's normal failure
            self.failed.emit(TranslationFailure(request, FailureReport.from_exception(error)))
        with self._lock:
            waiting = self._slot is not None or self._leisure is not None
        if waiting:
            self._wake.emit()
        else:
            self.idle.emit()

    def _answer(self, request: TranslationRequest) -> None:
        check = self._check(request)
        for name in [str(s) for s in request.steps] or [request.choice.checkpoint]:
            translator, info = self._cache.open(request.choice, name, lambda: self.opening.emit(request))
            check()
            self.loaded.emit(request, info)
            # The first sentence alone: it is the one that is looked at.
            groups = [request.items[:1], *(request.items[i : i + _GROUP] for i in range(1, len(request.items), _GROUP))]
            for place, group in enumerate(groups):
                if not group:
                    continue
                began = time.perf_counter()
                found = translator.translate(
                    [i.text for i in group], request.search, prefixes=[i.prefix for i in group], check=check
                )
                check()
                now = time.perf_counter()
                last = place == len(groups) - 1 and (not request.steps or name == str(request.steps[-1]))
                self.translated.emit(TranslationResult(request, info, group, tuple(found), now - began, now, last))
