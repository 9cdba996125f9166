"""Small made-up translation tasks whose right answers are known, and a short way to train on them."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

from workbench.engine.core.config import RunConfig, build_config, merge

LETTERS = "abcdefghijklmnopqrst"

#: A model that learns small tasks in seconds; nothing here depends on the clock or on the machine.
TINY: dict[str, Any] = {
    "data": {"cleaning": "none"},
    "tokenizer": {"kind": "word", "shared": True},
    "model": {
        "embedding": 32,
        "hidden": 64,
        "dropout_embedding": 0.0,
        "dropout_layers": 0.0,
        "dropout_output": 0.0,
    },
    "training": {
        "batch_tokens": 400,
        "learning_rate": 5e-3,
        "warmup_steps": 50,
        "label_smoothing": 0.0,
        "averaging": "none",
        "validate_steps": 100,
        "validate_pairs": 50,
        "samples": 0,
        "snapshots": 0,
    },
    "runtime": {"device": "cpu", "threads": 1, "precision": "fp32"},
}


def copy_lines(count: int, lengths: tuple[int, int], seed: int, letters: str = LETTERS) -> list[str]:
    """Distinct sequences of letters with spaces between them."""
    rng = random.Random(seed)
    assert count < sum(len(letters) ** n for n in range(lengths[0], lengths[1] + 1)), "there are too few sequences"
    found: dict[str, None] = {}
    while len(found) < count:
        found[" ".join(rng.choices(letters, k=rng.randint(*lengths)))] = None
    return list(found)


def write_lines(path: Path, lines: list[str]) -> Path:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
    return path


def copy_task(
    folder: Path, *, train: int = 4000, held_out: int = 100, lengths: tuple[int, int] = (3, 8), letters: str = LETTERS
) -> dict[str, Any]:
    """Files of a task whose target is its source, as configuration values; ``test.txt`` is beside them."""
    lines = copy_lines(train + 2 * held_out, lengths, 7, letters)
    source = write_lines(folder / "train.txt", lines[2 * held_out :])
    valid = write_lines(folder / "valid.txt", lines[:held_out])
    write_lines(folder / "test.txt", lines[held_out : 2 * held_out])
    return {"data": {"src": str(source), "tgt": str(source), "valid_src": str(valid), "valid_tgt": str(valid)}}


def tiny_config(*layers: dict[str, Any]) -> RunConfig:
    """``TINY`` with further values over it."""
    values = TINY
    for layer in layers:
        values = merge(values, layer)
    return build_config(values)


def command(*arguments: object) -> list[str]:
    """The command line of the program in a process of its own."""
    return [sys.executable, "-m", "workbench", *map(str, arguments)]


def environment(home: Path) -> dict[str, str]:
    """One thread, no display, and a data folder of the test's own."""
    return os.environ | {
        "WORKBENCH_HOME": str(home),
        "OMP_NUM_THREADS": "1",
        "PYTHONIOENCODING": "utf-8",
        "QT_QPA_PLATFORM": "offscreen",
    }


def run_workbench(
    home: Path, *arguments: object, stdin: str = "", timeout: float = 240
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end."""
    return subprocess.run(
        command(*arguments), env=environment(home), input=stdin, capture_output=True, encoding="utf-8", timeout=timeout
    )
