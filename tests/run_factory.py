"""Run folders made by hand, for tests of whatever lists, shows or moves them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig
from workbench.engine.core.events import Event, RunStarted, StepLogged, Validated, to_json
from workbench.engine.core.types import Pair
from workbench.engine.corpora.splits import sentence_hash
from workbench.engine.dataset.prepared import write_hashes
from workbench.engine.runs import folder as runs


def point(step: int, loss: float = 1.0) -> StepLogged:
    return StepLogged(
        time=0,
        step=step,
        loss=loss,
        learning_rate=1e-3,
        gradient_norm=1,
        teacher_forcing=1,
        tokens_per_second=1,
        epoch=0,
        elapsed=step * 2.0,
        progress=0,
    )


def validated(step: int, bleu: float, best: bool = False) -> Validated:
    return Validated(
        time=0, step=step, loss=2.0, perplexity=7.4, bleu=bleu, chrf=bleu + 10, best=best, elapsed=step * 2.0
    )


def new_run(path: Path, config: RunConfig) -> runs.RunFolder:
    """A new run folder that nobody trains."""
    run, lock = runs.RunFolder.begin(path, config)
    lock.release()
    return run


def make_run(name: str = "demo", root: Path | None = None, **training: float) -> runs.RunFolder:
    config = RunConfig.model_validate(
        {"data": {"corpora": ["news"], "source_lang": "en", "target_lang": "fr"}, "training": training}
    )
    return new_run((root or paths.runs_root()) / name, config)


def say_learnt(run: Path, sources: Sequence[str], targets: Sequence[str]) -> None:
    """Let a run folder say that it was trained on these sentences."""
    (run / "data").mkdir(exist_ok=True)
    write_hashes(
        run / "data", *(np.array([sentence_hash(text) for text in side], np.uint64) for side in (sources, targets))
    )


def add_checkpoint(run: runs.RunFolder, step: int, *, state: bool = True, complete: bool = True) -> Path:
    folder = run.path / f"step-{step:08d}"
    folder.mkdir()
    (folder / runs.WEIGHTS).write_bytes(b"w" * 1000)
    if state:
        (folder / runs.TRAINING_STATE).write_bytes(b"t" * 500)
    if complete:
        (folder / runs.STATE).write_text(json.dumps({"step": step}))
    return folder


def journal(run: runs.RunFolder, *events: Event) -> None:
    with open(run.path / runs.EVENTS, "a", encoding="utf-8") as handle:
        handle.writelines(to_json(e) + "\n" for e in events)


def started(**values: Any) -> RunStarted:
    return RunStarted(
        **{"time": 0, "run": "demo", "device": "CPU", "parameters": 1234, "train_pairs": 50, "valid_pairs": 5, **values}
    )


def read_dropped(path: Path) -> Iterator[tuple[str, Pair]]:
    """The dropped pairs of a run with their reasons."""
    with gzip.open(path, "rt", encoding="utf-8") as handle:
        for line in handle:
            record = json.loads(line)
            yield record["reason"], Pair(record["source"], record["target"], record["where"])
