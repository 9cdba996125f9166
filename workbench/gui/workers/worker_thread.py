"""The one place that owns a QThread: it runs a worker and ends without waiting and without leaks."""

from __future__ import annotations

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, Signal, Slot

from workbench.gui.workers.failure import FailureReport

#: PyTorch's recursive backward and SentencePiece need more than the default of some systems.
_STACK_BYTES = 16 * 2**20


class RunWorker(QObject):
    """Base of what trains or reads a journal in a thread: ``work`` is called once, and its failure leaves as text.

    Signals:
        failed: A ``FailureReport``; an exception object would keep GPU memory.
        done: Always emitted once, last, whatever happened.
    """

    failed = Signal(object)
    done = Signal()

    @Slot()
    def run(self) -> None:
        """Do the work."""
        try:
            self.work()
        except Exception as error:  # RuntimeError included: it is torch's normal failure
            self.failed.emit(FailureReport.from_exception(error))
        finally:
            self.done.emit()

    def work(self) -> None:
        """What subclasses do in the thread."""
        raise NotImplementedError


class WorkerThread(QObject):
    """Runs one worker at a time: a ``QObject`` without parent, with ``run`` and a ``done`` signal emitted last.

    Lives in the GUI thread and is kept by whoever started it.

    Signals:
        idle: The thread has ended and everything of the worker is gone.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: QThread | None = None
        self._worker: QObject | None = None

    @property
    def busy(self) -> bool:
        """Whether a worker runs or is being cleaned up."""
        return self._thread is not None

    def start(self, worker: QObject) -> None:
        """Move ``worker`` into a new thread and call its ``run``.

        Raises:
            RuntimeError: Another worker is still running.
        """
        if self._thread is not None:
            raise RuntimeError("a worker is already running")
        self._worker, self._thread = worker, QThread(self)
        self._thread.setStackSize(_STACK_BYTES)
        worker.moveToThread(self._thread)
        self._thread.started.connect(worker.run)  # type: ignore[attr-defined]
        # Direct: queued to the GUI thread, a wait() there would never see it.
        worker.done.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)  # type: ignore[attr-defined]
        self._thread.finished.connect(self._on_finished)
        self._thread.start()

    @Slot()
    def _on_finished(self) -> None:
        """The only place where the references are dropped."""
        thread = self._thread
        if thread is None or not thread.isFinished():
            return  # ``end`` was first, and the thread of now is another one
        thread.wait()  # returns at once
        # The worker goes with its last reference, here: deleted later in its own thread it would take one of Qt's locks
        # and then wait for Python's, while the GUI thread holds Python's and waits for that one of Qt's.
        self._worker = self._thread = None
        thread.deleteLater()
        self.idle.emit()

    def wait(self, milliseconds: int) -> bool:
        """Block until the thread has ended; only for the end of the program."""
        return self._thread is None or self._thread.wait(QDeadlineTimer(milliseconds))

    def end(self, milliseconds: int) -> bool:
        """Wait a little for a worker that was asked to end, and clean up after it.

        Returns:
            Whether it has ended; else ``idle`` will tell.
        """
        if self.wait(milliseconds):
            self._on_finished()
        return not self.busy
