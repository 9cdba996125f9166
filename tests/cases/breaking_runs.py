"""Short trainings on numbers and their German digits, and ways to damage what they leave."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from safetensors.torch import load_file

from workbench.engine.core.config import RunConfig, build_config, merge
from workbench.engine.core.events import Event, StepLogged
from workbench.engine.runs.folder import TRAINING_STATE, RunFolder
from workbench.engine.training.control import TrainingControl

WORDS = ["nul", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]


def write_side(path: Path, lines: list[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def config(corpus: Path, **extra: Any) -> RunConfig:
    base = {
        "data": {f: str(corpus / f.replace("_", ".")) for f in ("valid_src", "valid_tgt")}
        | {"src": str(corpus / "train.src"), "tgt": str(corpus / "train.tgt")},
        "model": {"embedding": 8, "hidden": 12},
        "training": {
            "max_steps": 12,
            "batch_tokens": 150,
            "validate_steps": 4,
            "log_steps": 2,
            "warmup_steps": 4,
            "samples": 2,
            "validate_pairs": 4,
        },
        "runtime": {"threads": 1, "precision": "fp32", "device": "cpu"},
    }
    return build_config(merge(base, extra))


def arguments(corpus: Path, run: Path, *more: str) -> list[str]:
    """A command line for the same training; ``more`` wins over its settings."""
    given = {a.partition("=")[0] for a in more}
    settings = [
        "model.embedding=8",
        "model.hidden=12",
        "training.max_steps=8",
        "training.batch_tokens=150",
        "training.validate_steps=4",
        "training.log_steps=2",
        "training.warmup_steps=4",
        "training.samples=2",
        "training.validate_pairs=4",
        "runtime.threads=1",
        "runtime.precision=fp32",
    ]
    sides = [
        f"--{s.replace('.', '-')}={corpus / name}"
        for s, name in (
            ("src", "train.src"),
            ("tgt", "train.tgt"),
            ("valid.src", "valid.src"),
            ("valid.tgt", "valid.tgt"),
        )
    ]
    chosen = [s for s in settings if s.partition("=")[0] not in given]
    return ["train", *sides, *[a for s in chosen for a in ("--set", s)], "--device", "cpu", f"--run-dir={run}", *more]


def last_state(run: Path) -> dict[str, Any]:
    return dict(load_file(RunFolder(run).checkpoint("last").path / TRAINING_STATE))


def assert_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert one.keys() == other.keys()
    assert [name for name in one if not one[name].equal(other[name])] == []


def step(run: Path, number: int) -> Path:
    return run / f"step-{number:08d}"


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)


class Stopper:
    """Asks a run to stop after so many steps."""

    def __init__(self, control: TrainingControl, step: int) -> None:
        self._control, self._step = control, step

    def put(self, event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == self._step:
            self._control.request_stop()

    def close(self) -> None:
        pass
