"""Hours in the window: ``python -m tests.soak.window --minutes 120``.

Training (the real engine, a tiny model, one run after the other), translating, switching panes, models, corpora, themes
and languages; once a minute memory, open files, threads, and how late the timer of the window is. It fails where memory
or open files grow in the second half, or where anything warns or raises. With a display on it, else offscreen:
``xvfb-run -a python -m tests.soak.window``.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtWidgets import QApplication

from tests.soak.window_hand import PANES, SENTENCES, WindowHand, prepare
from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig
from workbench.gui.shell.app import create_application
from workbench.gui.state.run_request import RunRequest
from workbench.gui.workers import training_worker

#: What is let grow in the second half: MB and open files an hour. In the first, caches fill: translations (16 MB), Qt's
#: pictures (10 MB), and an arena of the C library for each of a dozen threads.
_MOST_MB, _MOST_FILES = 40.0, 6.0


@dataclass(frozen=True)
class Minute:
    """One row of the table; memory in MB, lateness in milliseconds."""

    minute: int
    memory: float
    files: int
    threads: int
    late: float
    acts: int
    runs: int


def _measure(minute: int, hand: WindowHand, acts: int, runs: int) -> Minute:
    statm = Path("/proc/self/statm").read_text().split()
    memory = int(statm[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    late = float(np.percentile(hand.beats or [0.0], 99)) * 1000
    hand.beats.clear()
    files, threads = len(os.listdir("/proc/self/fd")), len(os.listdir("/proc/self/task"))
    return Minute(minute, memory, files, threads, late, acts, runs)


def _train(hand: WindowHand, number: int) -> None:
    """Start the next run; the one before the last is deleted, as a person tidies up, so that lists stay as long."""
    shutil.rmtree(paths.runs_root() / f"soak-{number - 2}", ignore_errors=True)
    hand.window.context.runs_changed.emit(None)
    values = {
        "data": {"corpora": [("colours", "numbers")[number % 2]], "source_lang": "en", "target_lang": "fr"},
        "tokenizer": {"kind": "word"},
        "model": {"embedding": 16, "hidden": 24},
        "training": {"max_steps": 600, "batch_tokens": 200, "validate_steps": 100, "log_steps": 2, "snapshots": 2},
        "runtime": {"threads": 1, "precision": "fp32"},
    }
    hand.training.start(RunRequest(RunConfig.model_validate(values), paths.runs_root() / f"soak-{number}"))


def _any_act(hand: WindowHand, draw: random.Random) -> None:
    number = draw.randrange(6)
    draw.choice(
        (
            *(lambda: hand.show(draw.choice(PANES)),) * 4,
            *(lambda: hand.write(f"{draw.choice(SENTENCES)} {draw.randrange(1000)}"),) * 4,
            *(lambda: hand.choose_model(number),) * 3,
            lambda: hand.corpus(number),
            lambda: hand.select_run(number, draw.randrange(3)),
            lambda: hand.theme(draw.choice(("light", "dark"))),
            lambda: hand.zoom(draw.choice((1, -1, 0))),
            lambda: hand.act("pause"),
            lambda: hand.act("evaluate"),
            lambda: hand.drop(("colours.tsv",)),
            lambda: hand.answer_import(take=False),
            lambda: hand.language(draw.choice(("en", "fr", "de"))),
        )
    )()


def slope(values: list[float]) -> float:
    """Growth an hour of one value a minute: the median of the slopes between all pairs, which single jumps leave."""
    pairs = [(b - a) / (j - i) for i, a in enumerate(values) for j, b in enumerate(values[i + 1 :], i + 1)]
    return 60 * float(np.median(pairs)) if pairs else 0.0


def soak(hand: WindowHand, minutes: float, draw: random.Random) -> list[Minute]:
    """Use the window for so long."""
    rows: list[Minute] = []
    began, acts, runs = hand.awake, 0, 0
    while hand.awake - began < 60 * minutes:
        if not hand.training.busy:
            _train(hand, runs)
            runs += 1
        if hand.training.paused:
            hand.act("pause")
        _any_act(hand, draw)
        acts += 1
        hand.wait(draw.uniform(0.05, 0.8))
        hand.check()
        minute = int((hand.awake - began) / 60)
        if minute > len(rows):
            rows.append(_measure(minute, hand, acts, runs))
            row = rows[-1]
            print(
                f"{row.minute:>6} {row.memory:>9.1f} {row.files:>6} {row.threads:>8} {row.late:>9.1f} {row.acts:>6}"
                f" {row.runs:>5} {len(hand.faults):>7}",
                flush=True,
            )
    return rows


def main() -> int:
    """Use the window and judge what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    if not os.environ.get("DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(0.002)
    create_application()
    with tempfile.TemporaryDirectory(prefix="workbench-soak-") as folder:
        home = Path(folder)
        prepare(home)
        hand = WindowHand(home, training_worker.engine_train)
        print("minute  memory MB  files  threads  p99 ms late  acts  runs  faults   on", QApplication.platformName())
        rows = soak(hand, arguments.minutes, random.Random(arguments.seed))
        took = hand.close()
    settled = rows[len(rows) // 2 :]
    memory, files = slope([r.memory for r in settled]), slope([float(r.files) for r in settled])
    grown = memory > _MOST_MB or files > _MOST_FILES
    print(f"closed in {took:.1f} s; an hour of the second half brings {memory:+.1f} MB and {files:+.1f} open files")
    print("\n".join(dict.fromkeys(hand.faults)) or "no warning, no exception, nothing that did not hold")
    return 1 if grown or hand.faults else 0


if __name__ == "__main__":
    sys.exit(main())
