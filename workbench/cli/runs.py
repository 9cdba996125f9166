"""``workbench runs``: list, show, compare, export, import, delete and restore run folders."""

from __future__ import annotations

import math
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table, progress_line, say, tell, warn
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.plain_text import single_spaced

if TYPE_CHECKING:
    from workbench.engine.runs import folder as runs
    from workbench.engine.runs import summary as run_summary


def register(app: typer.Typer) -> None:
    """Add the family to the command tree."""
    family = typer.Typer(name="runs", help="List, show, compare, export, import and delete runs.", no_args_is_help=True)
    for command in (list_, show, compare, export, import_, delete, restore, slim):
        family.command(command.__name__.rstrip("_"))(command)
    app.add_typer(family)


def list_(json_lines: options.JsonLines = False) -> None:
    """List all runs, newest first."""
    from workbench.engine.core import paths
    from workbench.engine.runs import folder as runs
    from workbench.engine.runs import summary as run_summary

    summaries = run_summary.summarise_all(runs.list_runs())
    if json_lines:
        for summary in summaries:
            print_json(to_dict(summary))
        return
    if not summaries:
        say(f"No runs yet in {paths.runs_root()}. Start one: workbench train --corpus FILE --from en --to fr")
        return
    _print_summaries(summaries)


def show(run: options.Run, json_lines: options.JsonLines = False) -> None:
    """Show one run: its scores, its checkpoints, its notes and its configuration."""
    from workbench.engine.runs import folder as runs
    from workbench.engine.runs import summary as run_summary

    folder = runs.RunFolder.open(run)
    summary = run_summary.summarise(folder)
    checkpoints = folder.checkpoints()
    if json_lines:
        record = to_dict(summary)
        record["checkpoints"] = [{"step": c.step, "resumable": c.resumable} for c in checkpoints]
        record["size_bytes"] = summary.disk_bytes or folder.size_bytes()
        try:
            record["config"] = folder.config().model_dump(mode="json")
        except WorkbenchError as error:
            warn(error)
        print_json(record)
        return
    for name, value in _facts(summary, folder, [c.step for c in checkpoints]):
        say(f"{name:<14}{value}")
    for name, scores in summary.tests.items():
        say(f"{'test':<14}{name}: {_scores_line(scores)}")


def compare(
    first: options.Run,
    second: Annotated[str, typer.Argument(help="Another one, tested on the same sentences.")],
    test: Annotated[str, typer.Option("--test", help="Name of the first run's result; default the newest.")] = "",
    most: Annotated[int, typer.Option("--most", min=0, help="Sentences shown, largest difference first.")] = 5,
    json_: options.Json = False,
) -> None:
    """Compare two tested runs sentence by sentence, and tell whether the difference may be luck."""
    from workbench.engine.evaluation.run_comparison import common_tests, compare_runs
    from workbench.engine.evaluation.significance import RARE
    from workbench.engine.runs.folder import RunFolder

    folders = RunFolder.open(first), RunFolder.open(second)
    tests = {found.first: found for found in common_tests(*folders)} if test else {}
    if test and test not in tests:
        known = ", ".join(tests) or "none"
        raise InputError(f"no test of both runs is called '{test}'", where="--test", advice=f"There is: {known}.")
    with progress_line() as progress:
        found = compare_runs(*folders, tests.get(test), progress=progress)
    for warning in found.warnings:
        warn(warning)
    rows = sorted(found.sentences, key=lambda row: -abs(row.difference))
    if json_:
        record = {"first": folders[0].name, "second": folders[1].name, "test": asdict(found.test)}
        record |= {"warnings": found.warnings}
        scores = {"scores": [asdict(comparison) for comparison in found.comparisons]}
        print_json(record | scores | {"sentences": [asdict(row) for row in found.sentences]})
        return
    say(f"{found.test.title or found.test.first}, {found.test.sentences} sentences")
    for letter, folder in zip("AB", folders, strict=True):
        say(f"{letter}  {folder.name}")
    for score in found.comparisons:
        words = "rarely luck" if score.p < RARE else "may be luck"
        say(f"{score.metric:<6}A {score.baseline:6.2f}  B {score.score:6.2f}  p = {score.p:.3f} ({words})")
        say(f"      {score.signature}")
    for row in rows[:most]:
        say(f"\n{row.number}: chrF A {row.first_chrf:.1f}, B {row.second_chrf:.1f} ({row.difference:+.1f})")
        for name, text in (("source", row.source), ("ref", row.reference), ("A", row.first), ("B", row.second)):
            say(f"  {name:<7}{single_spaced(text)}")


def export(
    run: options.Run,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", callback=options.writable, help="File to write; default NAME.run.zip."),
    ] = None,
    with_state: Annotated[
        bool, typer.Option("--with-state", help="Take training state and data too: the copy can be trained further.")
    ] = False,
    json_lines: options.JsonLines = False,
) -> None:
    """Write a run as one file that can be given away; it holds no path of this machine.

    Without --with-state it holds no training text; with it, the prepared training data goes along.
    """
    from workbench.engine.runs import archive as run_archive
    from workbench.engine.runs import folder as runs

    folder = runs.RunFolder.open(run)
    target = output or Path(f"{folder.name}{run_archive.SUFFIX}")
    with progress_line() as progress:
        run_archive.export_run(folder, target, with_state=with_state, progress=progress)
    tell(json_lines, {"run": folder.name, "file": str(target), "bytes": target.stat().st_size}, f"Wrote {target}")


def import_(
    archive: Annotated[Path, typer.Argument(help="File made by: workbench runs export.")],
    json_lines: options.JsonLines = False,
) -> None:
    """Take in a run that was exported as one file."""
    from workbench.engine.runs import archive as run_archive

    with progress_line() as progress:
        folder = run_archive.import_run(archive, progress=progress)
    tell(json_lines, {"run": folder.name, "path": str(folder.path)}, f"Imported as {folder.path}")


def delete(run: options.Run, json_lines: options.JsonLines = False) -> None:
    """Move a run to the bin; ``workbench runs restore`` takes it back."""
    from workbench.engine.runs import folder as runs

    binned = runs.delete_run(runs.RunFolder.open(run))
    message = f"Moved to the bin. Take it back with: workbench runs restore {binned.name}"
    tell(json_lines, {"run": run, "bin": str(binned)}, message)


def restore(
    name: Annotated[str, typer.Argument(help="Name of a run in the bin, as delete printed it.")],
    json_lines: options.JsonLines = False,
) -> None:
    """Take a deleted run back out of the bin."""
    from workbench.engine.core import paths
    from workbench.engine.core.bin import bin_of
    from workbench.engine.runs import folder as runs

    places = [bin_of(root) / Path(name).name for root in (paths.runs_root(), paths.shipped_runs_root())]
    folder = runs.restore_run(next((place for place in places if place.is_dir()), places[0]))
    tell(json_lines, {"run": folder.name, "path": str(folder.path)}, f"Restored as {folder.path}")


def to_dict(summary: run_summary.RunSummary) -> dict[str, Any]:
    """A summary as a JSON object."""
    record = {k: None if isinstance(v, float) and not math.isfinite(v) else v for k, v in vars(summary).items()}
    record["path"] = str(summary.path)
    return record


def _facts(summary: run_summary.RunSummary, folder: runs.RunFolder, steps: list[int]) -> list[tuple[str, str]]:
    lines = [
        ("run", summary.name),
        ("title", summary.title if summary.title != summary.name else ""),
        ("folder", str(summary.path)),
        ("status", summary.status + (f": {summary.reason}" if summary.reason else "")),
        ("corpus", f"{summary.corpus or '-'} ({_pairs(summary.train_pairs)})"),
        ("direction", _direction(summary)),
        ("model", f"{summary.architecture}, {summary.parameters:,} parameters"),
        ("trained", f"{summary.step} steps, {duration(summary.seconds)}"),
        ("best", f"step {summary.best_step}: {_validation_line(summary)}" if summary.best_step else "-"),
        ("checkpoints", ", ".join(map(str, steps)) or "-"),
        ("damaged", "; ".join(summary.damaged)),
        ("size", f"{(summary.disk_bytes or folder.size_bytes()) / 1e6:.1f} MB"),
        ("note", single_spaced(summary.note)),
    ]
    return [(name, value) for name, value in lines if value]


def _print_summaries(summaries: list[run_summary.RunSummary]) -> None:
    figures = ("parameters", "MB", "BLEU", "chrF", "time", "changed")
    rows = [
        [
            s.title,
            s.corpus,
            _direction(s),
            f"{s.status}, damaged" if s.damaged else s.status,
            f"{s.parameters:,}" if s.parameters else "-",
            f"{s.disk_bytes / 1e6:.1f}" if s.disk_bytes else "-",
            _number(s.bleu),
            _number(s.chrf),
            duration(s.seconds),
            time.strftime("%Y-%m-%d %H:%M", time.localtime(s.changed)),
        ]
        for s in summaries
    ]
    print_table(("run", "corpus", "direction", "status", *figures), rows, figures)


def _direction(summary: run_summary.RunSummary) -> str:
    return f"{summary.source_lang or '?'} → {summary.target_lang or '?'}"


def _pairs(count: int) -> str:
    return f"{count:,} pairs" if count else "pairs not counted yet"


def _number(value: float | None) -> str:
    return "-" if value is None else f"{value:.1f}"


def _validation_line(summary: run_summary.RunSummary) -> str:
    return f"BLEU {_number(summary.bleu)}, chrF {_number(summary.chrf)} on the validation pairs"


def slim(run: options.Run, json_lines: options.JsonLines = False) -> None:
    """Make a finished run small: weights in float16, no optimizer state, no training data; it cannot be resumed."""
    from workbench.engine.runs import folder as runs
    from workbench.engine.training.saving.checkpoint import slim_run

    folder = runs.RunFolder.open(run)
    before = folder.size_bytes()
    lock = folder.lock()
    try:
        for problem in slim_run(folder):
            warn(f"{folder.name}: {problem}")
    finally:
        lock.release()
    after = folder.size_bytes()
    record = {"run": folder.name, "bytes_before": before, "bytes_after": after}
    tell(json_lines, record, f"{folder.name}: {before / 1e6:.1f} MB, now {after / 1e6:.1f} MB")


def _scores_line(scores: Any) -> str:
    if not isinstance(scores, dict):
        return "-"
    parts = []
    for name in ("bleu", "chrf", "ter"):
        score = scores.get(name)
        if isinstance(score, dict) and isinstance(score.get("score"), int | float):
            interval = f" [{score['low']:.1f}, {score['high']:.1f}]" if "low" in score and "high" in score else ""
            parts.append(f"{name} {score['score']:.1f}{interval}")
    return ", ".join(parts) or "-"


def duration(seconds: float) -> str:
    """Seconds as ``0:42``, ``12:05`` or ``3:04:05``."""
    whole = round(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"
