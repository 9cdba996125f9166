"""A run from its configuration to its last event: the folder and its lock, the processes, the corpus, the model."""

from __future__ import annotations

import gc
import platform
import threading
import time
from collections.abc import Sequence
from contextlib import ExitStack, closing, suppress
from dataclasses import replace
from importlib import metadata
from pathlib import Path

import torch

from workbench import __version__
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import Cancelled, ConfigError, RunFailed, WorkbenchError
from workbench.engine.core.events import EventSink, RunFinished, RunResumed, RunStarted
from workbench.engine.core.files import is_full, write_error
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened
from workbench.engine.core.temporaries import empty_folder, remove_if_empty
from workbench.engine.dataset.prepare import Prepared, load_prepared, prepare
from workbench.engine.device.devices import choose_device, describe_device, trim_memory
from workbench.engine.device.precision import require_bf16
from workbench.engine.device.threads import Threads, cpu_threads
from workbench.engine.runs.begun_here import named_files, refuse_files_of_others
from workbench.engine.runs.folder import CORPUS, EVENTS, LOCK, CheckpointInfo, RunFolder
from workbench.engine.runs.presets import check_limits, resolve_auto
from workbench.engine.runs.resuming import with_wishes
from workbench.engine.training.building import BuiltRun, RunContext, build_run
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.distributed import Ranks, local_device
from workbench.engine.training.emitter import FREE_SPACE, EventEmitter, Journal, close_quietly
from workbench.engine.training.loader import Loader
from workbench.engine.training.recovery import Recovery, find_start
from workbench.engine.training.saving.checkpoint import load_state
from workbench.engine.training.saving.space import check_room_for_checkpoints, check_room_for_corpus
from workbench.engine.training.speed import MeasuredSpeed
from workbench.engine.training.state import LiveState
from workbench.engine.training.trainer import Trainer


def train(
    config: RunConfig,
    run_dir: Path,
    *,
    resume: bool = False,
    sinks: Sequence[EventSink] = (),
    control: TrainingControl | None = None,
) -> RunFinished:
    """Train one run from its configuration to its end, a stop, or a failure.

    Args:
        config: What to do; on resume, what the run folder says is used for everything but the limits.
        run_dir: The run folder; must not exist unless ``resume``.
        resume: Go on from the highest complete checkpoint, or from the beginning when there is none.
        sinks: Receive every event, beside the run's own journal.

    Returns:
        The last event. A stop is a result, not an exception.

    Raises:
        InputError: The corpus, the configuration or the run folder cannot be used.
        RunFailed: The run broke on the way; the journal says so too.
    """
    control = control or TrainingControl()
    device = choose_device(local_device(config.runtime.device))
    threads = Threads(config.runtime.threads)
    threads.apply()
    if not resume:
        if config.runtime.precision == "bf16":
            require_bf16(device)
        check_limits(config)
    with ExitStack() as leaving:  # each of these is done, whatever becomes of the others
        ranks = Ranks(device)
        leaving.callback(ranks.close)
        run = RunFolder.open(run_dir) if resume else RunFolder(run_dir)
        journal: Journal | None = None
        if ranks.first:
            for sink in sinks:
                leaving.callback(close_quietly, sink)
            journal = _open_journal(run, config, leaving, resume=resume)
        ranks.wait()
        leaving.callback(trim_memory)
        # now, not some time later: Windows does not let a run be deleted while its stores are mapped
        leaving.callback(_collect)
        live = LiveState()
        emitter = EventEmitter(journal, sinks if ranks.first else (), control, live)
        finished = TrainingSession(RunContext(config, run, ranks, control, live, emitter, threads, resume)).run()
        ranks.wait()  # for the other ranks: they may still need this one
        return finished


def _open_journal(run: RunFolder, config: RunConfig, leaving: ExitStack, *, resume: bool) -> Journal:
    """Lock the run folder, made where the run is new, and open its journal; ``leaving`` undoes what is to be undone."""
    # nothing is written into the folder before the lock on it is held
    if resume:
        leaving.callback(run.lock().release)
        own = run.config()
        wished = with_wishes(own, config)
        if wished != own:
            run.write_config(wished)
    else:
        _, lock = RunFolder.begin(run.path, config)
        leaving.callback(remove_if_empty, run.path)
        leaving.callback(lock.release)
        leaving.callback(_forget_unprepared, run)
    journal = Journal(run.path / EVENTS)
    leaving.callback(journal.close)
    return journal


def _forget_unprepared(run: RunFolder) -> None:
    """The corpus could not be used, or the person thought better of it: nothing worth keeping was made."""
    if not (run.path / CORPUS).is_file():
        empty_folder(run.path, keep=LOCK)


def _versions() -> dict[str, str]:
    libraries = {name: metadata.version(name) for name in ("torch", "numpy", "sentencepiece", "sacrebleu")}
    return {"workbench": __version__, "python": platform.python_version(), **libraries}


def _collect() -> None:
    """Let go of what only cycles hold, such as mapped stores; a window does so itself, for its Qt objects' sake."""
    if threading.current_thread() is threading.main_thread():
        gc.collect()


class TrainingSession:
    """One run: prepares the corpus, builds the model, trains, and tells how it ended.

    Args:
        context: The run, with its configuration as it was asked for.
    """

    def __init__(self, context: RunContext) -> None:
        self._context, self._resume = context, context.resumed
        self._emitter = context.emitter

    def run(self) -> RunFinished:
        """Train to the end; see ``train``."""
        try:
            return self._run()
        except Cancelled:
            return self._finish("stopped", Message("stopped before training began"))
        except WorkbenchError as error:
            self._fail("failed", str(error))
            raise
        except torch.OutOfMemoryError:
            reason = Message("the device has too little memory for this model and its batches")
            self._fail("failed", reason)
            advice = Message("Choose a smaller preset, or the CPU{command_line}.", command_line=" (--device cpu)")
            raise RunFailed(reason, advice=advice) from None
        except KeyboardInterrupt:
            self._fail("stopped", "interrupted")
            raise
        except Exception as error:
            if is_full(error):
                failed = write_error(error, self._context.folder.path, advice=FREE_SPACE)
                self._fail("failed", str(failed))
                raise failed from None
            self._fail("failed", f"{type(error).__name__}: {shortened(str(error), 200)}")
            raise

    def _fail(self, status: str, reason: str) -> None:
        """Tell how the run ended; that the journal cannot be written either is not what ended it."""
        with suppress(WorkbenchError):
            self._finish(status, reason)

    def _finish(self, status: str, reason: str) -> RunFinished:
        state = self._context.live.state
        event = RunFinished(
            time=time.time(),
            step=state.step,
            status=status,
            reason=reason,
            best_step=state.best_step,
            best_value=abs(state.best_value),
            metric=state.metric or self._context.config.training.metric,
            elapsed=state.elapsed,
        )
        self._emitter.emit(event)
        return event

    def _run(self) -> RunFinished:
        self._warn_of_threads()
        data = self._prepare()
        self._context = replace(self._context, config=data.config)
        pinned = self._context.ranks.device.type == "cuda"
        loader = Loader(data.train, data.config.training, data.tokenizers.source, data.train_text, pinned)
        with closing(loader):
            reason = self._trainer(data, loader).run()
            if reason:
                return self._finish("completed", reason)
            return self._finish("stopped", Message("stopped by request"))

    def _trainer(self, data: Prepared, loader: Loader) -> Trainer:
        """Build the run and put it where its last checkpoint stood; only the trainer holds what was built."""
        context = self._context
        live, training = context.live, context.config.training
        self._emitter.state("building", Message("building the model"))
        start = find_start(context) if self._resume else None
        if start is not None:
            live.state = load_state(start)
        built = build_run(context, data, start)
        live.state = built.settled(live.state, training.metric)
        if context.ranks.first:
            check_room_for_checkpoints(context.folder, built.learner.size, training, self._warn_of_disk)
        recovery = Recovery(context, lambda: build_run(context, data, None))
        if self._resume:
            self._go_on(built, start, recovery)
        self._emitter.emit(self._started(data, built))
        if live.state.metric != training.metric:
            self._emitter.warn(
                "metric", Message("most validation sentences are too short for BLEU: chrF picks the best checkpoint")
            )
        self._emitter.state("running")
        return Trainer(context, built, loader, recovery)

    def _warn_of_threads(self) -> None:
        wanted, cores = self._context.config.runtime.threads, cpu_threads()
        if wanted > cores:
            self._emitter.warn(
                "threads",
                Message(
                    "runtime.threads is {wanted}, more than the cores here: {cores} used", wanted=wanted, cores=cores
                ),
            )

    def _warn_of_disk(self, message: str) -> None:
        self._emitter.warn("disk", message)

    def _prepare(self) -> Prepared:
        """The prepared corpus; made by the first process, unless the run folder has it already."""
        config, folder, ranks = self._context.config, self._context.folder, self._context.ranks
        report = self._emitter.reporter("preparing")
        report(0, 0, "reading the corpus")
        done = self._resume and (folder.path / CORPUS).is_file()
        if ranks.first and not done:
            if self._resume:
                refuse_files_of_others(folder.path, named_files(config))
            check_room_for_corpus(config.data, folder.path, self._warn_of_disk)
            threads = self._context.threads.most
            speed = MeasuredSpeed(ranks, self._context.threads)
            data = prepare(
                config,
                folder.path,
                resolve=lambda config, stats: resolve_auto(config, stats, threads, ranks.device.type, speed),
                progress=report,
                on_warning=lambda message: self._emitter.warn("data", message),
            )
            folder.write_config(data.config)
        ranks.wait()
        if not ranks.first or done:
            data = load_prepared(folder.config(), folder.path)
        return data

    def _go_on(self, built: BuiltRun, start: CheckpointInfo | None, recovery: Recovery) -> None:
        """Stand where the checkpoint stood; without one, what the journal says of the steps so far is void."""
        live = self._context.live
        if start is not None:
            recovery.resume(built, start)
        self._emitter.emit(RunResumed(time=time.time(), step=live.state.step, elapsed=live.state.elapsed))
        try:
            check_limits(self._context.config)
        except ConfigError as error:  # what has begun may go on
            self._emitter.warn("limits", f"{error.where}: {error.message}")

    def _started(self, data: Prepared, built: BuiltRun) -> RunStarted:
        state, training = self._context.live.state, self._context.config.training
        return RunStarted(
            time=time.time(),
            step=state.step,
            run=self._context.folder.name,
            device=describe_device(self._context.ranks.device, self._context.threads),
            parameters=built.learner.size,
            train_pairs=len(data.train),
            valid_pairs=len(data.valid),
            total_steps=training.max_steps,
            max_seconds=training.max_minutes * 60,
            precision=built.learner.precision,
            patience=training.patience,
            explanations=data.explanations | built.validator.units.explained(state.metric),
            versions=_versions(),
        )
