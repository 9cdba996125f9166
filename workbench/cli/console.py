"""A training that runs in the terminal until it ends or Ctrl+C stops it, and the event sinks that show it."""

from __future__ import annotations

import json
import math
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.text import Text

from workbench.cli.interruption import ENDING
from workbench.cli.terminal import discard, visible
from workbench.engine.core.errors import InputError
from workbench.engine.core.events import (
    CheckpointSaved,
    Event,
    EventSink,
    RunFinished,
    RunResumed,
    RunStarted,
    SampleTranslated,
    StateChanged,
    StepLogged,
    Validated,
    Warned,
    to_json,
)

if TYPE_CHECKING:
    from workbench.engine.core.config import RunConfig

#: Scores as they are written.
_NAMES = {"bleu": "BLEU", "chrf": "chrF"}


class _Console(Console):
    """Leaves it to the caller what becomes of a reader that has gone; rich would end the program."""

    def on_broken_pipe(self) -> None:
        """Let the error through."""
        raise  # rich calls this while it handles the error


class ConsoleSink:
    """Draws progress on standard error.

    Everything printed is ``Text``: a bracket in a sentence or a name is no markup, and ":smile:" no picture.
    """

    def __init__(self) -> None:
        self._console = _Console(stderr=True, highlight=False)
        self._bar = Progress(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=None),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=self._console,
            transient=True,
            disable=not self._console.is_terminal,
        )
        self._task = self._bar.add_task("starting", total=1.0)
        self._bar.start()
        self._plain_step = 0

    def put(self, event: Event) -> None:
        """Show one event."""
        match event:
            case RunStarted():
                self._say(
                    (event.run, "bold"),
                    f" on {event.device}, {event.precision}: {event.parameters / 1e6:.1f} M parameters,"
                    f" {event.train_pairs} training and {event.valid_pairs} validation pairs",
                )
                for field, reason in event.explanations.items():
                    self._say((f"  {field} = {reason}", "dim"))
            case RunResumed():
                self._say(f"goes on from step {event.step}")
            case StateChanged() if event.state != "running":
                share = event.done / event.total if event.total else None
                doing = f"{event.state}: {event.detail}" if event.detail else event.state
                self._bar.update(self._task, description=visible(doing))
                if event.state in ("preparing", "building") and share is not None:
                    self._bar.update(self._task, completed=share)
            case StepLogged():
                text = f"step {event.step}  training loss {event.cross_entropy:.3f} (objective {event.loss:.3f})"
                text += f"  {event.tokens_per_second:,.0f} tokens/s"
                self._bar.update(self._task, completed=event.progress, description=text)
                if not self._console.is_terminal and event.step >= self._plain_step:
                    self._plain_step = event.step + 200
                    self._say(f"{text}  epoch {event.epoch:.2f}  {100 * event.progress:.0f} %")
            case Validated():
                decided = f" (by {_NAMES.get(event.decided_by, event.decided_by)})" if event.decided_by else ""
                self._say(
                    f"step {event.step}  {event.elapsed / 60:.1f} min  validation loss {event.loss:.3f}"
                    f"  perplexity {event.perplexity:.2f}  BLEU {event.bleu:.2f}  chrF {event.chrf:.2f}",
                    (" best" if event.best else "", "bold green"),
                    (decided, "dim"),
                )
            case SampleTranslated() if event.index == 0:
                self._say((f"  {event.source}", "dim"), f" → {event.translation}")
            case Warned():
                self._say(("warning:", "yellow"), f" {event.message}")
            case RunFinished() if event.status != "failed":  # a failure is told once, as the command's error
                best = ""
                if event.best_step and math.isfinite(event.best_value):
                    best = f"; best {event.metric} {event.best_value:.2f} at step {event.best_step}"
                self._say((event.status, "bold"), f": {event.reason} ({event.elapsed / 60:.1f} min{best})")
            case CheckpointSaved():
                pass

    def _say(self, *parts: str | tuple[str, str]) -> None:
        """Print a line made of texts, and of texts with a style."""
        line = Text()
        for part in parts:
            text, style = (part, "") if isinstance(part, str) else part
            line.append(visible(text), style)
        self._bar.console.print(line, soft_wrap=True)

    def close(self) -> None:
        """Take the live line away."""
        self._bar.stop()


class JsonSink:
    """Prints every event as one line of JSON on standard output."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stdout

    def put(self, event: Event) -> None:
        """Print one event.

        Raises:
            OSError: The reader has gone or the disk is full; what follows is lost without a further complaint.
        """
        try:
            print(to_json(event), file=self._stream, flush=True)
        except OSError as error:
            discard(self._stream, error)
            raise

    def close(self) -> None:
        """Nothing to close."""


class TensorBoardSink:
    """Writes scalars for TensorBoard; needs the extra ``tensorboard``."""

    def __init__(self, folder: str) -> None:
        from tensorboardX import SummaryWriter

        self._writer = SummaryWriter(folder)

    def put(self, event: Event) -> None:
        """Write one event's numbers."""
        record = json.loads(to_json(event))
        if isinstance(event, StepLogged | Validated):
            for name, value in record.items():
                if isinstance(value, int | float) and name not in ("step", "time"):
                    self._writer.add_scalar(f"{record['event']}/{name}", value, event.step)

    def close(self) -> None:
        """Flush and close."""
        self._writer.close()


def follow(
    config: RunConfig, target: Path, resume: bool = False, json_: bool = False, tensorboard: Path | None = None
) -> None:
    """Train with progress in the terminal; Ctrl+C stops after a checkpoint.

    Raises:
        typer.Exit: The run was stopped, with code 130.
    """
    from workbench.engine.training.control import TrainingControl
    from workbench.engine.training.session import train as run_training

    control = TrainingControl()

    def interrupt(number: int, frame: object) -> None:
        # the first Ctrl+C stops after a checkpoint; the second one at once
        if control.stopping:
            raise KeyboardInterrupt
        control.request_stop()

    sinks: list[EventSink] = [JsonSink()] if json_ else [ConsoleSink()]
    if tensorboard is not None:
        try:
            sinks.append(TensorBoardSink(str(tensorboard)))
        except ImportError:
            raise InputError(
                "TensorBoard files need an extra", where="--tensorboard", advice="pip install tensorboardX"
            ) from None
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, *ENDING)}
    try:
        for number, handler in before.items():
            if number != getattr(signal, "SIGHUP", None) or handler != signal.SIG_IGN:  # nohup
                signal.signal(number, interrupt)
        finished = run_training(config, target, resume=resume, sinks=sinks, control=control)
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if finished.status == "stopped":
        raise typer.Exit(130)
