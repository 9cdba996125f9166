"""What tests of training share: a corpus of number names, settings of a run of twelve steps, and its events."""

from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from workbench.engine.core.config import RunConfig, build_config, merge
from workbench.engine.core.events import Event
from workbench.engine.runs.folder import TRAINING_STATE, RunFolder

DIGITS = ["nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


def number_corpus(folder: Path) -> Path:
    """Numbers and their names: 300 pairs, and 20 others for validation."""
    for name, numbers in (("train", range(100, 400)), ("valid", range(400, 420))):
        (folder / f"{name}.src").write_text("".join(f"{n}\n" for n in numbers))
        (folder / f"{name}.tgt").write_text("".join(" ".join(DIGITS[int(d)] for d in str(n)) + "\n" for n in numbers))
    return folder


def config(corpus: Path, **extra: Any) -> RunConfig:
    base = {
        "data": {
            "src": str(corpus / "train.src"),
            "tgt": str(corpus / "train.tgt"),
            "valid_src": str(corpus / "valid.src"),
            "valid_tgt": str(corpus / "valid.tgt"),
        },
        "model": {"embedding": 8, "hidden": 16},
        "training": {
            "max_steps": 12,
            "batch_tokens": 200,
            "validate_steps": 4,
            "log_steps": 2,
            "warmup_steps": 4,
            "samples": 2,
        },
        "runtime": {"threads": 1, "precision": "fp32", "device": "cpu"},
    }
    return build_config(merge(base, extra))


class Recorder:
    """Keeps events; may act when one comes."""

    def __init__(self, act: Any = None) -> None:
        self.events: list[Event] = []
        self._act = act

    def put(self, event: Event) -> None:
        self.events.append(event)
        if self._act:
            self._act(event)

    def close(self) -> None:
        self.closed = True

    def of(self, kind: type) -> list[Any]:
        return [e for e in self.events if isinstance(e, kind)]


def final(run: Path) -> dict[str, torch.Tensor]:
    last = RunFolder(run).checkpoint("last")
    return dict(load_file(last.path / TRAINING_STATE).items())


def assert_same(a: dict[str, torch.Tensor], b: dict[str, torch.Tensor]) -> None:
    assert a.keys() == b.keys()
    for name in a:
        assert torch.equal(a[name], b[name]), name
