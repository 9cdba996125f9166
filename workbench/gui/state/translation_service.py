"""The GUI thread's side of the translation thread."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal, Slot

from workbench.engine.core.config import SearchConfig
from workbench.engine.search.model_cache import LoadFunction, ModelChoice, ModelInfo, import_search, load_model
from workbench.gui.workers.translation_types import (
    Answer,
    Examine,
    Item,
    Question,
    TranslationFailure,
    TranslationRequest,
    TranslationResult,
)
from workbench.gui.workers.translation_worker import TranslationWorker
from workbench.gui.workers.worker_thread import WorkerThread

OPENING, TRANSLATING, DONE, STOPPED, FAILED = "opening", "translating", "done", "stopped", "failed"


@dataclass(frozen=True)
class Work:
    """What is done now for the newest request, or how it ended: the one source of what the window says of it.

    Attributes:
        stage: ``OPENING`` its model, ``TRANSLATING``, ``DONE``, ``STOPPED`` by the person, ``FAILED``; empty when
            nothing was asked for, or it is of no interest any more.
        done: Sentences translated.
        total: Sentences asked for.
        seconds: Time spent decoding.
        device: Where; empty until the model is there.
    """

    stage: str = ""
    done: int = 0
    total: int = 0
    seconds: float = 0.0
    device: str = ""

    @property
    def under_way(self) -> bool:
        """Whether an answer is to come."""
        return self.stage in (OPENING, TRANSLATING)


class TranslationService(QObject):
    """Numbers the requests, drops what is outdated, and ends the thread cleanly.

    Signals:
        loaded: ``ModelInfo``.
        translated: ``TranslationResult`` of the newest request, or of one at leisure.
        failed: ``TranslationFailure`` of the newest request.
        answered: ``Answer`` to the newest question of its name.
        work_changed: ``work`` is another.
        busy_changed: Whether the thread works, as ``bool``.
        idle: The thread has ended after ``shutdown``.

    Attributes:
        work: What is done for the newest request.
    """

    loaded = Signal(object)
    translated = Signal(object)
    failed = Signal(object)
    answered = Signal(object)
    work_changed = Signal()
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
        self._questions: dict[str, int] = {}
        self._busy = False
        self._opening = False  # a model is looked for, be it for a request that is outdated
        self.work = Work()
        self._closing = False
        self._held: TranslationRequest | None = None
        self._worker: TranslationWorker | None = None
        self._thread = WorkerThread(self)
        self._thread.idle.connect(self._on_ended)

    def _start(self) -> TranslationWorker:
        """The worker; its thread is started when it is first needed."""
        if self._worker is None:
            self._worker = worker = TranslationWorker(self._load, self._warm_up)
            worker.opening.connect(self._on_opening)
            worker.loaded.connect(self._on_loaded)
            worker.translated.connect(self._on_translated)
            worker.failed.connect(self._on_failed)
            worker.answered.connect(self._on_answered)
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
        """Whether the thread works, also on what is of no interest any more."""
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
            self._outdate()
        now = time.perf_counter()
        request = TranslationRequest(self._sequence, choice, tuple(items), search.model_copy(), tuple(steps), now)
        if not self._closing:
            worker.put(request)
        elif not steps:
            self._held = request  # for the next thread, once this one has ended
        if not steps:
            stage = TRANSLATING if items and not self._opening else OPENING
            self._set_work(Work(stage, 0, len(items)))
            self._set_busy(True)
        return self._sequence

    def ask(self, name: str, choice: ModelChoice, examine: Examine) -> None:
        """Find something out about a model in the thread; ``answered`` tells it.

        Texts that wait to be translated come first; a newer question of the same name replaces this one.

        Args:
            name: Who asks.
            choice: The model.
            examine: Called with the translator and a check.
        """
        worker = self._start()
        number = self._questions.get(name, 0) + 1
        self._questions[name] = number
        if not self._closing:
            worker.ask(Question(name, number, choice, examine))
            self._set_busy(True)

    def forget(self, name: str) -> None:
        """Nobody waits for the answer to the question of this name any more."""
        self._questions[name] = self._questions.get(name, 0) + 1
        if self._worker is not None:
            self._worker.forget(name)

    def cancel(self) -> None:
        """An edit happened: stop what is under way at its next decoding step."""
        self._outdate()
        self._set_work(Work())

    def stop(self) -> None:
        """The person wants no more of it: stop at the next decoding step, and say how far it came."""
        if self.work.under_way:
            self._outdate()
            self._set_work(replace(self.work, stage=STOPPED))

    def _outdate(self) -> None:
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
        self._closing = True
        self._worker.close()
        return self._thread.end(patience_ms)

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    def _set_work(self, work: Work) -> None:
        if work != self.work:
            self.work = work
            self.work_changed.emit()

    def _is_newest(self, request: TranslationRequest) -> bool:
        return request.sequence == self._sequence and not request.steps

    @Slot(object)
    def _on_opening(self, request: TranslationRequest) -> None:
        self._opening = True
        if self._is_newest(request):
            self._set_work(replace(self.work, stage=OPENING))

    @Slot(object, object)
    def _on_loaded(self, request: TranslationRequest, info: ModelInfo) -> None:
        self._opening = False
        if request.steps:
            return
        if self._is_newest(request):
            stage = TRANSLATING if request.items else DONE
            self._set_work(replace(self.work, stage=stage, device=info.device))
        self.loaded.emit(info)

    @Slot(object)
    def _on_translated(self, result: TranslationResult) -> None:
        if result.request.sequence != self._sequence:
            return
        if not result.request.steps:
            work, stage = self.work, DONE if result.last else TRANSLATING
            done, seconds = work.done + len(result.items), work.seconds + result.seconds
            self._set_work(Work(stage, done, work.total, seconds, result.model.device))
        self.translated.emit(result)

    @Slot(object)
    def _on_failed(self, failure: TranslationFailure) -> None:
        self._opening = False
        if failure.request.sequence != self._sequence:
            return
        if not failure.request.steps:
            self._set_work(replace(self.work, stage=FAILED))
        self.failed.emit(failure)

    @Slot(object)
    def _on_answered(self, answer: Answer) -> None:
        if answer.question.number == self._questions.get(answer.question.name):
            self.answered.emit(answer)

    @Slot()
    def _on_idle(self) -> None:
        self._opening = False
        self._set_busy(False)

    @Slot()
    def _on_ended(self) -> None:
        self._worker = None
        self._closing = self._opening = False
        held, self._held = self._held, None
        self._set_busy(False)
        if held is None and self.work.under_way:
            self._set_work(Work())
        self.idle.emit()
        if held is not None and self._is_newest(held):
            self.request(held.choice, held.items, held.search)
