"""Translates in a thread of its own: one slot, the latest request wins, an edit cancels the decode under way."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal, Slot

from workbench.engine.config import SearchConfig
from workbench.engine.errors import Cancelled
from workbench.engine.runs import STATE, CheckpointInfo, RunFolder
from workbench.engine.types import Translation
from workbench.gui.workers.failure import FailureReport

_STACK_BYTES = 16 * 2**20
#: Models kept in memory: the one in use and the one before it.
_KEPT = 2
#: Sentences decoded together; between such groups what is done is shown.
_GROUP = 16


#: Run folder, step, and time the checkpoint was written.
ModelKey = tuple[Path, int, int]


@dataclass(frozen=True)
class ModelChoice:
    """Which weights translate, and where.

    Attributes:
        run: Run folder.
        checkpoint: "best", "last" or a step number.
        device: "auto", "cpu", "cuda:N".
    """

    run: Path
    checkpoint: str = "best"
    device: str = "auto"


def resolve(run: Path, checkpoint: str) -> ModelKey:
    """Which weights a name stands for now.

    Raises:
        RunFolderError: There are none.
    """
    return key_of(RunFolder.open(run).checkpoint(checkpoint))


def key_of(checkpoint: CheckpointInfo) -> ModelKey:
    """The weights of a checkpoint."""
    return (checkpoint.path.parent, checkpoint.step, (checkpoint.path / STATE).stat().st_mtime_ns)


@dataclass(frozen=True)
class Item:
    """One sentence to translate and what its translation must begin with."""

    text: str
    prefix: str = ""


@dataclass(frozen=True)
class TranslationRequest:
    """What to do next; a newer one replaces it.

    Attributes:
        sequence: Grows with every request; older results are dropped.
        choice: The model.
        items: Sentences, the most urgent first; none only loads the model.
        search: How to search.
        steps: When given, translate with each of these checkpoints instead of ``choice.checkpoint``, at leisure.
        requested: ``time.perf_counter()`` when it was made, for latency.
    """

    sequence: int
    choice: ModelChoice
    items: tuple[Item, ...]
    search: SearchConfig
    steps: tuple[int, ...] = ()
    requested: float = 0.0


@dataclass(frozen=True)
class ModelInfo:
    """A model that is ready.

    Attributes:
        choice: What was asked for.
        step: The step it resolved to.
        stamp: Time its checkpoint was written, in nanoseconds; a run folder may be filled anew.
        has_attention: Whether there will be links.
        device: Where it runs.
        seconds: How long loading took; 0 when it was in memory.
    """

    choice: ModelChoice
    step: int
    stamp: int
    has_attention: bool
    device: str
    seconds: float

    @property
    def key(self) -> ModelKey:
        """What tells this model from all others."""
        return (self.choice.run, self.step, self.stamp)


@dataclass(frozen=True)
class TranslationResult:
    """Some sentences of a request.

    Attributes:
        request: What was asked.
        model: Which model answered.
        items: The sentences, in the order of ``translations``.
        translations: Their translations.
        seconds: Time spent decoding them.
        done: ``time.perf_counter()`` when they were ready.
        last: Whether the request is complete.
    """

    request: TranslationRequest
    model: ModelInfo
    items: tuple[Item, ...]
    translations: tuple[Translation, ...]
    seconds: float
    done: float
    last: bool


@dataclass(frozen=True)
class TranslationFailure:
    """A request that failed, as text."""

    request: TranslationRequest
    report: FailureReport


class TranslatorLike(Protocol):
    """The part of ``engine.search.translator.Translator`` that is used here."""

    step: int
    device: Any

    @property
    def has_attention(self) -> bool:
        """Whether translations come with attention."""

    def translate(
        self,
        sentences: Sequence[str],
        search: SearchConfig,
        *,
        prefixes: Sequence[str] | None = None,
        check: Callable[[], None] | None = None,
    ) -> list[Translation]:
        """Translate."""


#: ``load(run, checkpoint, device)``; called in the worker's thread only.
LoadFunction = Callable[[Path, str, str], TranslatorLike]


def engine_load(run: Path, checkpoint: str, device: str) -> TranslatorLike:
    """The engine's loader; imports torch, so it is only called in the worker's thread."""
    from workbench.engine.search.translator import Translator

    return Translator.load(run, checkpoint=checkpoint, device=device)


def engine_warm_up() -> None:
    """Import what loading a model needs, so that the first one opens quickly."""
    import workbench.engine.search.translator  # noqa: F401


class TranslationWorker(QObject):
    """Lives in the thread; everything but ``put``, ``outdate`` and ``close`` runs there.

    Signals:
        loaded: ``ModelInfo`` of a model that is ready.
        translated: ``TranslationResult``.
        failed: ``TranslationFailure``.
        idle: Nothing is waiting any more.
        closed: The models are gone; the thread may end.
    """

    loaded = Signal(object)
    translated = Signal(object)
    failed = Signal(object)
    idle = Signal()
    closed = Signal()
    _wake = Signal()

    def __init__(self, load: LoadFunction, warm_up: Callable[[], None]) -> None:
        super().__init__()  # no parent, or moveToThread() fails
        self._load, self._warm_up_function = load, warm_up
        self._lock = threading.Lock()
        self._slot: TranslationRequest | None = None
        self._leisure: TranslationRequest | None = None
        self._newest = 0
        self._closing = False
        self._models: OrderedDict[tuple[Path, int, int, str], TranslatorLike] = OrderedDict()
        # Queued even for our own thread: one piece of work ends before the next is looked for.
        self._wake.connect(self._work, Qt.ConnectionType.QueuedConnection)

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
        """Stop at the next decoding step, let go of the models and emit ``closed``. From any thread."""
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
            self._models.clear()
            self.closed.emit()
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
            translator, info = self._model(request.choice, name)
            check()
            if not request.steps:
                self.loaded.emit(info)
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

    def _model(self, choice: ModelChoice, checkpoint: str) -> tuple[TranslatorLike, ModelInfo]:
        """The translator for a choice, loaded unless it is one of the last used."""
        run, step, stamp = resolve(choice.run, checkpoint)
        key = (run, step, stamp, choice.device)
        began = time.perf_counter()
        fresh = key not in self._models
        if fresh:
            while len(self._models) >= _KEPT:
                self._models.popitem(last=False)
            self._models[key] = self._load(run, str(step), choice.device)
        self._models.move_to_end(key)
        translator = self._models[key]
        seconds = time.perf_counter() - began if fresh else 0.0
        info = ModelInfo(choice, step, stamp, translator.has_attention, str(translator.device), seconds)
        return translator, info


class TranslationService(QObject):
    """The GUI thread's side: numbers the requests, drops what is outdated, and ends the thread cleanly.

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
    busy_changed = Signal(object)
    idle = Signal()
    _warm = Signal()

    def __init__(
        self,
        load: LoadFunction = engine_load,
        warm_up: Callable[[], None] = engine_warm_up,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load, self._warm_up = load, warm_up
        self._sequence = 0
        self._busy = False
        self._worker: TranslationWorker | None = None
        self._thread: QThread | None = None

    def _start(self) -> TranslationWorker:
        """The worker; its thread is started when it is first needed."""
        if self._worker is not None:
            return self._worker
        self._worker = worker = TranslationWorker(self._load, self._warm_up)
        self._thread = QThread(self)
        self._thread.setStackSize(_STACK_BYTES)
        self._thread.setObjectName("translation")
        worker.moveToThread(self._thread)
        worker.loaded.connect(self._on_loaded)
        worker.translated.connect(self._on_translated)
        worker.failed.connect(self._on_failed)
        worker.idle.connect(self._on_idle)
        self._warm.connect(worker.warm_up)
        # Direct: the thread's own loop ends itself, so nobody has to wait in the GUI thread.
        worker.closed.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)
        self._thread.finished.connect(worker.deleteLater)
        self._thread.finished.connect(self._on_finished)
        self._thread.start()
        return worker

    @property
    def running(self) -> bool:
        """Whether the thread lives."""
        return self._thread is not None

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
        worker.put(
            TranslationRequest(self._sequence, choice, tuple(items), search.model_copy(), tuple(steps), now)
        )
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
        if self._worker is None or self._thread is None:
            return True
        self._worker.close()
        if self._thread.wait(QDeadlineTimer(patience_ms)):
            self._on_finished()
        return self._thread is None

    def _set_busy(self, busy: bool) -> None:
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)

    @Slot(object)
    def _on_loaded(self, info: ModelInfo) -> None:
        self.loaded.emit(info)

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
    def _on_finished(self) -> None:
        """The only place where the references are dropped."""
        thread = self._thread
        if thread is None or not thread.isFinished():
            return  # ``shutdown`` was first, and the thread of now is another one
        thread.wait()  # returns at once; afterwards the thread has run its deferred deletes
        self._thread = self._worker = None
        thread.deleteLater()
        self._set_busy(False)
        self.idle.emit()
