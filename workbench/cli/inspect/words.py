"""``workbench inspect words``: the words whose embeddings are near that of a word."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table
from workbench.engine.core.errors import InputError


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("words")(words)


def words(
    run: options.Run,
    word: Annotated[str, typer.Argument(callback=options.said, help="A word.")],
    side: Annotated[str, typer.Option("--side", help="Embeddings of the target or the source side.")] = "target",
    count: Annotated[int, typer.Option("--count", min=1, max=1000, help="How many words.")] = 10,
    map_: Annotated[bool, typer.Option("--map", help="Print the map in two dimensions as well.")] = False,
    json_: options.Json = False,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    threads: options.Threads = 0,
) -> None:
    """The words whose embeddings have the largest cosine with that of a word; of several pieces the mean counts."""
    if side not in ("target", "source"):
        raise InputError("is target or source", where="--side")
    translator = options.load_translator(run, checkpoint, device, threads)
    from workbench.engine.inspection.embeddings import nearest_words, word_map

    near = nearest_words(translator, word, side, count)
    drawn = word_map(translator, side, [word]) if map_ else None
    if json_:
        record: dict[str, Any] = {
            "word": word,
            "side": side,
            "nearest": [{"word": n.word, "likeness": n.likeness} for n in near],
        }
        if drawn is not None:
            record["map"] = {
                "share": drawn.share,
                "words": [
                    {"word": one, "x": float(x), "y": float(y)}
                    for one, (x, y) in zip(drawn.words, drawn.points, strict=True)
                ],
            }
        print_json(record)
        return
    print_table(["word", "likeness"], [[n.word, f"{n.likeness:.3f}"] for n in near], right=["likeness"])
    if drawn is not None:
        rows = [[one, f"{x:.2f}", f"{y:.2f}"] for one, (x, y) in zip(drawn.words, drawn.points, strict=True)]
        print_table(["word", "x", "y"], rows, right=["x", "y"])
