"""A training that runs in the terminal, with progress, until it ends or Ctrl+C stops it."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from workbench.engine.core.errors import InputError

if TYPE_CHECKING:
    from workbench.engine.core.config import RunConfig


def follow(config: RunConfig, target: Path, resume: bool = False, json_: bool = False, tensorboard: str = "") -> None:
    """Train with progress in the terminal; Ctrl+C stops after a checkpoint.

    Raises:
        typer.Exit: The run was stopped, with code 130.
    """
    from workbench.cli.console import ConsoleSink, JsonSink, TensorBoardSink
    from workbench.engine.core.events import EventSink
    from workbench.engine.training.control import TrainingControl
    from workbench.engine.training.session import train as run_training

    control = TrainingControl()

    def interrupt(number: int, frame: object) -> None:
        # the first Ctrl+C stops after a checkpoint; the second one at once
        if control.stopping:
            raise KeyboardInterrupt
        control.request_stop()

    previous = signal.signal(signal.SIGINT, interrupt)
    terminate = signal.signal(signal.SIGTERM, interrupt)
    sinks: list[EventSink] = [JsonSink()] if json_ else [ConsoleSink()]
    if tensorboard:
        try:
            sinks.append(TensorBoardSink(tensorboard))
        except ImportError:
            raise InputError(
                "TensorBoard files need an extra", where="--tensorboard", advice="pip install tensorboardX"
            ) from None
    try:
        finished = run_training(config, target, resume=resume, sinks=sinks, control=control)
    finally:
        signal.signal(signal.SIGINT, previous)
        signal.signal(signal.SIGTERM, terminate)
    if finished.status == "stopped":
        raise typer.Exit(130)
