"""The search for runs that a crash or a power cut ended. No torch."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from workbench.engine.core import paths
from workbench.engine.runs.folder import list_runs
from workbench.engine.runs.summary import summarise

#: Only so many of the newest runs are looked at.
_NEWEST = 30


@dataclass(frozen=True)
class InterruptedRun:
    """A run that ended without saying so and that no living process trains.

    Attributes:
        path: Its folder.
        step: Step of the last checkpoint it can go on from; 0 when there is none.
        changed: When it last wrote, in seconds since the epoch.
    """

    path: Path
    step: int
    changed: float


def find_interrupted() -> list[InterruptedRun]:
    """The interrupted ones of the person's newest runs, newest first."""
    found = []
    for run in list_runs(paths.runs_root())[:_NEWEST]:
        summary = summarise(run)
        if summary.status == "interrupted":
            steps = [c.step for c in run.checkpoints() if c.resumable]
            found.append(InterruptedRun(run.path, steps[-1] if steps else 0, summary.changed))
    return found
