"""``workbench tour``: the program in three minutes in a terminal; also what ``make run`` does without a display."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.engine.core.errors import WorkbenchError

if TYPE_CHECKING:
    from workbench.engine.core.types import Translation
    from workbench.engine.runs.folder import RunFolder

CORPUS = "sample-en-fr"
#: Our own sentences, in the words of the sample corpus.
SENTENCES = (
    "The little girl eats a red apple.",
    "My brother does not like the old house.",
    "We are going to buy some bread.",
)
#: From nothing to everything; the second row is for terminals without block characters.
SHADES = (" ·░▒▓█", " .:+*#")


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("tour")(tour)


def tour(
    minutes: Annotated[float, typer.Option(min=0.02, help="How long to train.")] = 1.0,
    output: Annotated[
        Path | None,
        typer.Option(metavar="DIR", callback=options.makeable, help="Where the pictures go; default: the run."),
    ] = None,
    pictures: Annotated[bool, typer.Option(help="Also take pictures of the window, drawn offscreen.")] = True,
    device: Annotated[str, typer.Option(help="auto, cpu or cuda:N.")] = "auto",
) -> None:
    """Train on the built-in sample for a minute, translate, and draw the alignments, all in the terminal."""
    _say("1. Training on the built-in English-French sample", f"{minutes:g} minute(s), then the model is scored")
    run = _train(minutes, device)
    _say("2. What it has learned", "the darker a block, the more the word at its left looked at the word above it")
    _show(run, device)
    if pictures:
        _say("3. The window", "drawn without a display, with the run you have just watched")
        _take_picture(run, output or run.path / "pictures")
    print(_closing(run), flush=True)


def has_display() -> bool:
    """Whether a window can be seen here; Linux and its kin need a display server, other systems have one."""
    if not sys.platform.startswith(("linux", "freebsd", "openbsd", "netbsd")):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def first_run(arguments: Sequence[str]) -> int:
    """What ``make run`` does: the window where there is a display or a platform is named, else the tour."""
    from workbench.cli.main import main

    named = any(a.partition("=")[0] == "--platform" for a in arguments) or os.environ.get("QT_QPA_PLATFORM")
    if has_display() or named or "--help" in arguments:
        return main(["gui", *arguments])
    print("There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so this is a tour in the terminal.")
    if arguments:
        print(f"Options of the window are left out: {' '.join(arguments)}")
    return main(["tour"])


def _say(title: str, more: str) -> None:
    print(f"\n{title}\n   {more}\n", flush=True)


def _train(minutes: float, device: str) -> RunFolder:
    from workbench.cli.console import follow
    from workbench.engine.runs.folder import RunFolder, new_run_path
    from workbench.engine.runs.presets import config_from

    config = config_from(
        "tiny",
        {
            "data": {"corpora": [CORPUS], "source_lang": "en", "target_lang": "fr"},
            # for one minute of learning: bold steps, nothing held back
            "model": {"dropout_embedding": 0.0, "dropout_layers": 0.0, "dropout_output": 0.0},
            "training": {
                "max_minutes": minutes,
                "learning_rate": 6e-3,
                "warmup_steps": 60,
                "ema_decay": 0.99,
                "validate_minutes": minutes / 4,
                "validate_pairs": 200,
            },
            "runtime": {"device": device},
        },
    )
    target = new_run_path("tour")
    follow(config, target)
    return RunFolder(target)


def _show(run: RunFolder, device: str) -> None:
    """Translate some sentences, with the run's model and, to compare, with the shipped one."""
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.core.paths import shipped_runs_root
    from workbench.engine.runs.folder import RunFolder
    from workbench.engine.search.opening import open_translator

    def translate(folder: RunFolder) -> list[Translation]:
        return open_translator(folder, device=device).translate(SENTENCES, SearchConfig(beam=5, alternatives=0))

    blocks = _encodes("█")
    shipped = RunFolder(shipped_runs_root() / CORPUS)
    others = translate(shipped) if shipped.checkpoints() else []
    for number, translation in enumerate(translate(run)):
        print(indent("\n".join(draw_alignment(translation, blocks)), " " * 4))
        if others:
            print(f"\n    the shipped model, trained for longer: {others[number].text}")
        print()
    print(f"    {legend(blocks)}", flush=True)


def draw_alignment(translation: Translation, blocks: bool = True) -> list[str]:
    """A matrix of words: a row a target word, a column a source word, the darker the more attention.

    Args:
        translation: With or without attention.
        blocks: Whether the terminal can show block characters.

    Returns:
        Lines without colour; only the two texts for a model without attention.
    """
    from rich.cells import cell_len

    from workbench.engine.search.alignment import word_matrix

    matrix = word_matrix(translation)
    if matrix is None or not matrix.weights.size:
        return [translation.source, translation.text]
    shades = SHADES[0 if blocks else 1]
    widths = [cell_len(w.text) for w in matrix.source]
    margin = max(cell_len(w.text) for w in matrix.target)
    lines = [" " * margin + "  " + " ".join(w.text for w in matrix.source)]
    for word, row in zip(matrix.target, matrix.weights, strict=True):
        cells = (shade(float(weight), shades) * width for weight, width in zip(row, widths, strict=True))
        lines.append(" " * (margin - cell_len(word.text)) + word.text + "  " + " ".join(cells).rstrip())
    return lines


def shade(weight: float, shades: str) -> str:
    """The character for a weight between 0 and 1; anything under a twentieth counts as nothing."""
    if weight < 0.05:
        return shades[0]
    return shades[min(len(shades) - 1, 1 + int(weight * (len(shades) - 1)))]


def legend(blocks: bool = True) -> str:
    """What the shades mean."""
    shades = SHADES[0 if blocks else 1][1:]
    least = [f"{round(100 * number / len(shades))} %+" if number else "from 5 %" for number in range(len(shades))]
    return "  ".join(f"{shade} {share}" for shade, share in zip(shades, least, strict=True))


def _encodes(text: str) -> bool:
    try:
        text.encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _take_picture(run: RunFolder, folder: Path) -> None:
    """The window as it shows the run, drawn by a process of its own, since Qt ends one in which it cannot start."""
    folder.mkdir(parents=True, exist_ok=True)
    picture = folder / "window.png"
    line = [sys.executable, "-m", "workbench", "gui", "--platform", "offscreen", "--run", str(run.path)]
    line += ["--screenshot", str(picture), "--quit-after", "8"]
    began = time.monotonic()
    # settings of its own, so that what the tour does to the window is not remembered
    with tempfile.TemporaryDirectory(prefix="workbench-tour-") as home:
        try:
            done = subprocess.run(
                line, env=os.environ | {"WORKBENCH_HOME": home}, capture_output=True, text=True, timeout=180
            )
            failed = "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["unknown reason"])[-1]
        except (OSError, subprocess.TimeoutExpired) as error:
            failed = str(error)
    if failed or not picture.is_file():
        print(f"   no picture could be taken: {failed}")
    else:
        print(f"   {picture}\n   ({time.monotonic() - began:.0f} s)", flush=True)


def _closing(run: RunFolder) -> str:
    return f"""
What to do next
   open the window              make run            in a desktop session, or through ssh -X
                                make run ARGS="--platform vnc"    and connect a VNC viewer to port 5900
   translate with this model    workbench translate {run.name}
   train it on                  workbench train --resume --run-dir {run.path} --set training.max_minutes=10
   train on sentences of yours  workbench train --src FILE --tgt FILE
(In a checkout the command is .venv/bin/workbench.)"""


if __name__ == "__main__":
    try:
        sys.exit(first_run(sys.argv[1:]))
    except WorkbenchError as error:
        sys.exit(f"workbench: {error}")
