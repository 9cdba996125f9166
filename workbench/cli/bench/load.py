"""``workbench bench load``: how fast training and decoding are beside other busy programs."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import typer

from workbench.engine.core.errors import RunFailed
from workbench.engine.core.paths import resources

#: A program that computes all the time, as a compiler or another training does.
_BUSY = [sys.executable, "-c", "while True: pass"]


def register(bench: typer.Typer) -> None:
    """Add the command to ``workbench bench``."""
    bench.command("load")(load)


def load(
    rounds: Annotated[int, typer.Option(min=1, help="Each measurement so often, in turn; medians count.")] = 3,
    busy: Annotated[list[int], typer.Option(min=0, help="Busy programs beside; repeat the option.")] = [0, 1, 2],  # noqa: B006
    steps: Annotated[int, typer.Option(min=10, help="Training steps a measurement.")] = 60,
    sentences: Annotated[int, typer.Option(min=1, help="Sentences a measurement.")] = 300,
    window: Annotated[
        bool, typer.Option(help="Also how late the window is while it trains, beside as many busy programs.")
    ] = True,
    all_cores: Annotated[
        bool, typer.Option(help="Also with all cores all the time, which beside busy programs takes minutes.")
    ] = True,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure training and decoding alone and beside busy programs, with threads that follow and with all cores.

    What is compared runs in turn, each in a process of its own, on the built-in corpus and its model. The window trains
    the preset ``small`` with threads that follow, and is seen as by ``bench gui``. Each figure is told on standard
    error as soon as it is known.
    """
    from workbench.engine.device.threads import cpu_threads

    settings = {"following": 0} | ({"all cores": cpu_threads()} if all_cores else {})
    found: dict[tuple[str, int, str], list[float]] = {}
    for number in range(rounds):
        for programs in busy:
            order = list(settings.items())
            for name, threads in order if number % 2 else reversed(order):
                where = f"round {number + 1} of {rounds}, {programs} busy, {name}"
                with _busy_programs(programs):
                    for what, measure, amount in (("training", _training, steps), ("decoding", _decoding, sentences)):
                        speed = measure(threads, amount)
                        found.setdefault((what, programs, name), []).append(speed)
                        print(f"{where}: {what} {speed:.0f}", file=sys.stderr, flush=True)
    rows = list(_rows(found, busy, settings))
    late = [_lateness(programs) for programs in busy] if window else []
    if json_:
        print(json.dumps({"cores": cpu_threads(), "rounds": rounds, "rows": rows, "window": late}))
        return
    _print_table(rows, late, settings)


def _print_table(rows: list[dict[str, Any]], late: list[dict[str, Any]], settings: dict[str, int]) -> None:
    """The medians, and how late the window was."""
    gain = " " + f"{'gain':>6}" if len(settings) > 1 else ""
    print(f"{'':10} {'busy beside':>11}" + "".join(f" {name:>10}" for name in settings) + f"{gain} {'of alone':>9}")
    for row in rows:
        speeds = "".join(f" {row[name]:>10.0f}" for name in settings)
        gain = f" {row['gain']:>6.2f}" if "gain" in row else ""
        alone = "" if row["share_of_alone"] is None else f"{row['share_of_alone']:.0%}"
        print(f"{row['what']:10} {row['busy']:>11}{speeds}{gain} {alone:>9}")
    for row in late:
        print(
            f"window     {row['busy']:>11} late by {row['p50_ms']} ms (median), {row['p99_ms']} ms (99 %),"
            f" {row['max_ms']} ms (most)"
        )


def _rows(
    found: dict[tuple[str, int, str], list[float]], busy: list[int], settings: dict[str, int]
) -> Iterator[dict[str, Any]]:
    """A row a kind of work and number of programs: medians, and what they are of the speed alone (with all cores)."""
    for what in ("training", "decoding"):
        for programs in busy:
            medians = {name: statistics.median(found[what, programs, name]) for name in settings}
            alone = found.get((what, 0, list(settings)[-1]))
            yield {
                "what": what,
                "busy": programs,
                **{name: round(value, 1) for name, value in medians.items()},
                **({"gain": round(medians["following"] / medians["all cores"], 3)} if len(settings) > 1 else {}),
                "share_of_alone": round(medians["following"] / statistics.median(alone), 3) if alone else None,
            }


def _lateness(programs: int) -> dict[str, Any]:
    """How late a timer of the window is, in milliseconds."""
    with _busy_programs(programs):
        found = _bench("gui", "--seconds", 20, "--threads", 0, "--no-appearance")
    print(f"{programs} busy: the window late by {found['p99_ms']} ms (99 %)", file=sys.stderr, flush=True)
    return {"busy": programs, **{name: found[name] for name in ("p50_ms", "p99_ms", "max_ms")}}


@contextmanager
def _busy_programs(count: int) -> Iterator[None]:
    programs = [subprocess.Popen(_BUSY) for _ in range(count)]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def _training(threads: int, steps: int) -> float:
    """Target tokens a second."""
    corpus = resources() / "corpora" / "en-fr"
    size = ["--embedding", 128, "--hidden", 256, "--batch-sentences", 32, "--steps", steps]
    files = ["--src", corpus / "train.en", "--tgt", corpus / "train.fr"]
    return float(_bench("train", *files, *size, "--threads", threads)["target_tokens_per_second"])


def _decoding(threads: int, sentences: int) -> float:
    """Sentences a second."""
    given = ["sample-en-fr", "--src", resources() / "corpora" / "en-fr" / "test.en", "--beam", 5, "--repeat", 2]
    return float(_bench("decode", *given, "--sentences", sentences, "--threads", threads)["sentences_per_second"])


def _bench(*arguments: object) -> dict[str, Any]:
    command = [sys.executable, "-m", "workbench", "bench", *map(str, arguments), "--json"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise RunFailed(f"{' '.join(command[3:])} failed: {done.stderr.strip()[-300:]}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result
