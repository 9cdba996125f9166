"""``workbench bench scale``: whether speed and memory of training depend on the size of the corpus."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path
from typing import Annotated, Any

import typer

from workbench.engine.core.errors import RunFailed

_SIZES = (10_000, 100_000, 1_000_000)


def register(bench: typer.Typer) -> None:
    """Add the command to ``workbench bench``."""
    bench.command("scale")(scale)


def scale(
    src: Annotated[Path, typer.Option(help="Source sentences, one a line.")],
    tgt: Annotated[Path, typer.Option(help="Their translations.")],
    pairs: Annotated[list[int], typer.Option(min=1, help="Sizes; repeat the option.")] = list(_SIZES),  # noqa: B006
    seconds: Annotated[int, typer.Option(min=1, help="Training time for each size.")] = 60,
    preset: Annotated[str, typer.Option(help="What is trained.")] = "tiny",
    set_: Annotated[list[str] | None, typer.Option("--set", help="Change a field: section.field=value.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object a size.")] = False,
) -> None:
    """Train for a while on the same sentences repeated to each size; measure speed and memory of each.

    The first lines of the files, as many as the smallest size, are repeated, so that all sizes have sentences of the
    same lengths. Each size is trained in a process of its own.
    """
    from workbench.engine.corpora.readers.text import read_parallel

    lines = list(islice(read_parallel(src, tgt), min(pairs)))
    if not json_:
        print(f"{'pairs':>10} {'prepared in s':>14} {'tokens/s':>9} {'USS MB':>7} {'peak RSS MB':>12}")
    for size in pairs:
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder)
            for name, texts in (("src", [p.source for p in lines]), ("tgt", [p.target for p in lines])):
                with (place / name).open("w", encoding="utf-8") as file:
                    for start in range(0, size, len(lines)):
                        file.writelines(f"{text}\n" for text in texts[: size - start])
            found = _measure(place, size, seconds, preset, set_ or [])
        if json_:
            print(json.dumps(found), flush=True)
        else:
            print(
                f"{found['pairs']:>10} {found['seconds_preparing']:>14.1f} {found['target_tokens_per_second']:>9}"
                f" {found['uss_mb']:>7} {found['peak_rss_mb']:>12}",
                flush=True,
            )


def _measure(place: Path, size: int, seconds: int, preset: str, changes: list[str]) -> dict[str, Any]:
    import psutil

    fields = [
        "data.cleaning=none",
        "data.valid_size=200",
        "data.test_size=200",
        "tokenizer.vocab_size=4000",  # else it follows the size of the corpus, and the model with it
        f"training.max_minutes={seconds / 60}",
        *changes,
    ]
    run = place / "run"
    command = [sys.executable, "-m", "workbench", "train", "--src", str(place / "src"), "--tgt", str(place / "tgt")]
    command += ["--preset", preset, "--run-dir", str(run), "--json", *(f"--set={field}" for field in fields)]
    began = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    process = psutil.Process(child.pid)
    unshared: list[int] = []
    peak, prepared = 0, 0.0
    while child.poll() is None:
        time.sleep(1.0)
        try:
            memory = process.memory_full_info()
        except psutil.Error:
            continue
        peak = max(peak, memory.rss)
        if not prepared and (run / "events.jsonl").is_file() and _speeds(run):
            prepared = time.monotonic() - began
        if prepared:
            unshared.append(memory.uss)
    _, errors = child.communicate()
    if child.returncode or not unshared:
        raise RunFailed(f"training on {size} pairs failed: {errors.strip()[-300:]}")
    return {
        "pairs": size,
        "seconds_preparing": round(prepared, 1),
        "target_tokens_per_second": round(statistics.median(_speeds(run)[1:] or _speeds(run))),
        "uss_mb": round(max(unshared) / 2**20),
        "peak_rss_mb": round(peak / 2**20),
    }


def _speeds(run: Path) -> list[float]:
    from workbench.engine.core.events import StepLogged, from_json

    lines = (run / "events.jsonl").read_text(encoding="utf-8").splitlines()
    return [e.tokens_per_second for e in map(from_json, lines) if isinstance(e, StepLogged)]
