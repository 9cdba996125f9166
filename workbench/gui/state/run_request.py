"""A training that is asked for, now or later in the queue, and whether there is room for it. No torch."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from workbench.engine.core.config import RunConfig, build_config
from workbench.engine.core.errors import WorkbenchError

#: No machine has more devices.
_MOST_PROCESSES = 64
#: What one button adds to a run that has ended.
MORE_MINUTES = 10.0


@dataclass(frozen=True)
class TrainingWish:
    """What another pane wants the train pane to be filled in with; nothing starts.

    Attributes:
        corpus: Name of a corpus; "" leaves the one that is chosen.
        source_lang: The direction it is to be read in; "" takes the corpus' own.
        preset: Name of a preset; "" leaves the one that is chosen.
        overrides: Settings that differ from the preset, by dotted name.
        config: Everything of an earlier run, to repeat it with changes.
    """

    corpus: str = ""
    source_lang: str = ""
    preset: str = ""
    overrides: Mapping[str, Any] = field(default_factory=dict)
    config: RunConfig | None = None


@dataclass(frozen=True)
class Continuation:
    """A run to be trained on.

    Attributes:
        run: Its folder.
        minutes: For so long; 0 goes on to its own limits, and gives a finished one as long again.
    """

    run: Path
    minutes: float = 0.0


@dataclass(frozen=True)
class RunRequest:
    """A training to run.

    Attributes:
        config: What to train.
        run_dir: Where.
        resume: Go on with an interrupted run.
        estimate: Seconds it was estimated to take (0: unknown).
        processes: Processes, one a device; more than one run under ``torchrun``.
        disk_mb: Room on the disk that it will need (0: unknown).
    """

    config: RunConfig
    run_dir: Path
    resume: bool = False
    estimate: float = 0.0
    processes: int = 1
    disk_mb: float = 0.0

    def to_json(self) -> dict[str, Any]:
        """For the settings, so that a queue outlives the program; what is left open stays open for ``auto``."""
        return {
            "config": self.config.model_dump(mode="json", exclude_unset=True),
            "run_dir": str(self.run_dir),
            "resume": self.resume,
            "estimate": self.estimate,
            "processes": self.processes,
            "disk_mb": self.disk_mb,
        }

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> RunRequest | None:
        """``None`` when it was written by another version."""
        try:
            config = build_config(values["config"])
            if not 1 <= values.get("processes", 1) <= _MOST_PROCESSES:
                return None
            return cls(
                config,
                Path(values["run_dir"]),
                bool(values["resume"]),
                float(values["estimate"]),
                int(values.get("processes", 1)),
                float(values.get("disk_mb", 0.0)),
            )
        except (WorkbenchError, KeyError, TypeError, ValueError, AttributeError, OverflowError):
            return None

    def lacking(self) -> tuple[float, float] | None:
        """Whether the disk is too full for it; see ``missing_disk_space``."""
        return missing_disk_space(self.run_dir, self.disk_mb) if self.disk_mb else None


def missing_disk_space(folder: Path, needed_mb: float) -> tuple[float, float] | None:
    """Compare what a run will need with what is free.

    Returns:
        ``None`` when it fits, else ``(needed, free)`` in MB.
    """
    existing = folder
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    free = shutil.disk_usage(existing).free / 1e6
    return None if free >= needed_mb * 1.1 + 50 else (needed_mb, free)
