"""Runs one training in another thread. Model, optimizer and CUDA context are born and die inside ``run``."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from workbench.engine.core.config import RunConfig
from workbench.engine.training.control import TrainingControl
from workbench.gui.workers.mailbox import Mailbox
from workbench.gui.workers.worker_thread import RunWorker

#: ``train(config, run_dir, resume=..., sinks=..., control=...)``
TrainFunction = Callable[..., Any]


def engine_train(*args: Any, **kwargs: Any) -> Any:
    """The engine's ``train``; imports torch, so it is only called inside a worker."""
    from workbench.engine.training.session import train

    return train(*args, **kwargs)


class TrainingWorker(RunWorker):
    """Calls the trainer once."""

    def __init__(
        self,
        config: RunConfig,
        run_dir: Path,
        *,
        resume: bool,
        control: TrainingControl,
        mailbox: Mailbox,
        train: TrainFunction = engine_train,
    ) -> None:
        super().__init__()  # no parent, or moveToThread() fails
        self._config, self._run_dir, self._resume = config, run_dir, resume
        self._control, self._mailbox, self._train = control, mailbox, train

    def work(self) -> None:
        """Train."""
        yield_to_the_window()
        self._train(self._config, self._run_dir, resume=self._resume, sinks=[self._mailbox], control=self._control)


def yield_to_the_window() -> None:
    """Lower this thread's priority where that is possible, so that drawing and typing come first.

    On Linux a nice value belongs to a thread and is inherited by the compute threads it starts. Training loses
    nothing measurable by it as long as nothing else wants the processor.
    """
    if threading.current_thread() is threading.main_thread() or not hasattr(os, "setpriority"):
        return
    with suppress(OSError):
        thread = threading.get_native_id()
        os.setpriority(os.PRIO_PROCESS, thread, min(19, os.getpriority(os.PRIO_PROCESS, thread) + 5))
