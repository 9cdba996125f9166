"""Translates in a thread of its own: one slot, the latest request wins, an edit cancels the decode under way."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal, Slot

from workbench.engine.core.errors import Cancelled
from workbench.engine.search.model_cache import LoadFunction, ModelCache
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.translation_types import (
    Answer,
    Question,
    TranslationFailure,
    TranslationRequest,
    TranslationResult,
)

#: Sentences decoded together; between such groups what is done is shown.
_GROUP = 16


class TranslationWorker(QObject):
    """Lives in the thread; everything but ``put``, ``outdate`` and ``close`` runs there.

    Signals:
        opening: ``TranslationRequest`` whose model is looked for now.
        loaded: The request and the ``ModelInfo`` of its model, which is ready.
        translated: ``TranslationResult``.
        failed: ``TranslationFailure``.
        answered: ``Answer`` to a question.
        idle: Nothing is waiting any more.
        done: The models are gone; the thread may end.
    """

    opening = Signal(object)
    loaded = Signal(object, object)
    translated = Signal(object)
    failed = Signal(object)
    answered = Signal(object)
    idle = Signal()
    done = Signal()
    _wake = Signal()

    def __init__(self, load: LoadFunction, warm_up: Callable[[], None]) -> None:
        super().__init__()  # no parent, or moveToThread() fails
        self._cache, self._warm_up_function = ModelCache(load), warm_up
        self._lock = threading.Lock()
        self._slot: TranslationRequest | None = None
        self._leisure: TranslationRequest | None = None
        self._questions: dict[str, Question] = {}
        self._asked: dict[str, int] = {}
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

    def ask(self, question: Question) -> None:
        """Ask something about a model; an older question of that name is forgotten. From any thread."""
        with self._lock:
            self._asked[question.name] = question.number
            self._questions[question.name] = question
        self._wake.emit()

    def forget(self, name: str) -> None:
        """A question is of no interest any more. From any thread."""
        with self._lock:
            self._asked.pop(name, None)
            self._questions.pop(name, None)

    def outdate(self, sequence: int) -> None:
        """Requests before ``sequence`` are of no interest any more: they stop at their next decoding step."""
        self._newest = max(self._newest, sequence)

    def close(self) -> None:
        """Stop at the next decoding step, let go of the models and emit ``done``. From any thread."""
        self._closing = True
        self._wake.emit()

    def _outdated(self, request: TranslationRequest | Question) -> bool:
        """Whether to stop: nobody wants it any more, or something more urgent waits (``_next`` knows the order)."""
        if isinstance(request, Question):
            return self._closing or self._slot is not None or self._asked.get(request.name) != request.number
        urgent = request.steps and (self._slot is not None or self._questions)
        return self._closing or request.sequence < self._newest or bool(urgent)

    def _check(self, request: TranslationRequest | Question) -> Callable[[], None]:
        def check() -> None:
            if self._outdated(request):
                raise Cancelled("a newer text is waiting")

        return check

    def _next(self) -> TranslationRequest | Question | None:
        """Take what is most urgent: a text, a question, translations at leisure."""
        with self._lock:
            if self._slot is not None:
                request, self._slot = self._slot, None
                return request
            if self._questions:
                return self._questions.pop(next(iter(self._questions)))
            leisure, self._leisure = self._leisure, None
            return leisure

    def _put_back(self, request: TranslationRequest | Question) -> None:
        """Something more urgent came in between: begin again after it."""
        with self._lock:
            if isinstance(request, Question):
                if self._asked.get(request.name) == request.number:
                    self._questions.setdefault(request.name, request)
            elif request.steps and request.sequence >= self._newest and self._leisure is None:
                self._leisure = request

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
        request = self._next()
        if request is None:
            return
        try:
            self._check(request)()
            if isinstance(request, Question):
                self._examine(request)
            else:
                self._answer(request)
        except Cancelled:
            self._put_back(request)
        except Exception as error:  # RuntimeError included: it is torch's normal failure
            report = FailureReport.from_exception(error)
            if isinstance(request, Question):
                self.answered.emit(Answer(request, failure=report))
            else:
                self.failed.emit(TranslationFailure(request, report))
        with self._lock:
            waiting = self._slot is not None or self._questions or self._leisure is not None
        if waiting:
            self._wake.emit()
        else:
            self.idle.emit()

    def _examine(self, question: Question) -> None:
        translator, _ = self._cache.open(question.choice)
        check = self._check(question)
        check()
        self.answered.emit(Answer(question, question.examine(translator, check)))

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
