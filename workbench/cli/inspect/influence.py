"""``workbench inspect influence``: what each word of a translation hangs on."""

from __future__ import annotations

import csv
import math
import sys
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table, say
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import ATTENTION, GRADIENT, OCCLUSION

if TYPE_CHECKING:
    from workbench.engine.inspection.influence import Influence

_NAMES = {ATTENTION: "attention", OCCLUSION: "left out", GRADIENT: "gradient times input"}


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("influence")(influence)


def influence(
    run: options.Run,
    text: Annotated[str, typer.Argument(help="A sentence. Several are looked into one by one.")],
    target: Annotated[
        str, typer.Option("--target", help="Look into this translation of the sentence instead of the model's own.")
    ] = "",
    pieces: Annotated[bool, typer.Option("--pieces", help="The model's pieces instead of words.")] = False,
    json_: options.Json = False,
    csv_: Annotated[bool, typer.Option("--csv", help="Print a table: a line for each two tokens.")] = False,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
) -> None:
    """What each word of a translation hangs on: attention, words left out, and gradient times input.

    Left out: nats that a word's log-probability falls when a source word is taken away and the same translation is fed
    again. Gradient: that of the log-probability with respect to the word's embedding, times the embedding; below zero
    the word spoke against. Ranks are compared by Kendall's tau, of gradients those of the magnitude.
    """
    if json_ and csv_:
        raise InputError("--json and --csv cannot be had together")
    translator = options.load_translator(run, checkpoint, device, threads)
    search = options.search_settings(translator.config, set_, beam)
    from workbench.engine.inspection.influence import influence as look_into
    from workbench.engine.text.words import words

    pairs = [(text, target)]
    if not target:
        parts = [text[slice(*span)] for span in translator.parts(text, search)]
        pairs = [(t.source, t.text) for t in translator.translate(parts, search)]
    divide = None if pieces else (lambda text, _pieces: words(text))
    found = [look_into(translator, source, other, divide=divide) for source, other in pairs]
    if json_:
        print_json({"step": translator.step, "sentences": [f.to_json() for f in found]})
    elif csv_:
        _write_csv(found)
    else:
        for one in found:
            _print(one)


def _write_csv(found: list[Influence]) -> None:
    """One line a cell, with the tokens and their numbers from 0."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(["sentence", "target", "target_token", "source", "source_token", *_NAMES])
    for number, one in enumerate(found):
        grids = [one.grid(kind) for kind in _NAMES]
        for row, token in enumerate(one.target):
            for column, other in enumerate(one.source):
                values = ("" if grid is None else f"{grid[row, column]:.6g}" for grid in grids)
                writer.writerow([number, row, token.text, column, other.text, *values])


def _print(one: Influence) -> None:
    """The translation, each of its words with what it hangs on most, and how far the three agree."""
    say(f"{one.translation.source}\n{one.translation.text}")
    from workbench.engine.inspection.influence import strength

    grids = {kind: grid for kind in _NAMES if (grid := one.grid(kind)) is not None}
    rows = []
    for row, token in enumerate(one.target):
        cells = [token.text.replace("\u2581", " ").strip(), "" if token.logprob is None else f"{token.logprob:.2f}"]
        for kind, grid in grids.items():
            best = int(strength(kind, grid[row]).argmax()) if grid.shape[1] else -1
            name = one.source[best].text.replace("\u2581", " ").strip() if best >= 0 else ""
            cells.append(f"{name} {grid[row, best]:.2f}" if best >= 0 else "")
        rows.append(cells)
    print_table(["word", "log-probability", *map(_NAMES.__getitem__, grids)], rows, right=["log-probability"])
    for (first, second), tau in one.agreement.items():
        told = "no order to compare" if math.isnan(tau) else f"Kendall's tau {tau:.2f}"
        say(f"{_NAMES[first]} and {_NAMES[second]}: {told}")
