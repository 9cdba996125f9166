"""``workbench inspect memory``: the training pairs that a sentence reminds the model of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table, progress_line, say, warn

if TYPE_CHECKING:
    from workbench.engine.inspection.memory import Neighbour


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("memory")(memory)


def memory(
    run: options.Run,
    text: Annotated[str, typer.Argument(callback=options.said, help="A sentence.")],
    target: Annotated[
        str, typer.Option("--target", callback=options.said, help="Its translation; default the model's own.")
    ] = "",
    count: Annotated[int, typer.Option("--count", min=1, max=100, help="How many training pairs.")] = 5,
    rebuild: Annotated[bool, typer.Option("--rebuild", help="Read the training pairs anew.")] = False,
    json_: options.Json = False,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
) -> None:
    """The training sentences nearest to a sentence, and for each piece of its translation the nearest places.

    The first call reads the training pairs and keeps an index beside the run, which belongs to that checkpoint.
    """
    translator = options.load_translator(run, checkpoint, device, threads)
    search = options.search_settings(translator.config, set_, beam)
    from workbench.engine.inspection.memory import build, load
    from workbench.engine.text.matching import matching

    found = None if rebuild else load(translator)
    if found is None:
        warn("reading the training pairs, which is done once for a checkpoint")
        with progress_line() as progress:
            found = build(translator, progress=progress)
    written = target or translator.translate([text], search)[0].text
    near = found.nearest(translator, text, count)
    tokens, places = found.nearest_places(translator, text, written, count)
    if json_:
        pieces = [
            {"text": token.text, "start": token.start, "end": token.end, "places": [_record(n) for n in some]}
            for token, some in zip(tokens, places, strict=True)
        ]
        sentences = [_record(n) | {"words": matching(text, n.source)[0]} for n in near]
        print_json({"source": text, "text": written, "pairs": found.total, "nearest": sentences, "pieces": pieces})
        return
    say(f"{text}\n{written}")
    rows = [[f"{n.likeness:.2f}", f"{100 * matching(text, n.source)[0]:.0f} %", n.source, n.target] for n in near]
    print_table(["likeness", "same words", "source", "translation"], rows, right=["likeness", "same words"])
    rows = []
    for token, some in zip(tokens, places, strict=True):
        best = some[0]
        start, end = best.place or (0, 0)
        shown = f"{best.target[:start]}[{best.target[start:end]}]{best.target[end:]}"
        rows.append([token.text.replace("\u2581", " ").strip(), f"{best.likeness:.2f}", best.source, shown])
    print_table(["piece", "likeness", "nearest place", "written there"], rows, right=["likeness"])


def _record(neighbour: Neighbour) -> dict[str, Any]:
    record: dict[str, Any] = {
        "source": neighbour.source,
        "target": neighbour.target,
        "likeness": round(neighbour.likeness, 4),
    }
    return record if neighbour.place is None else record | {"place": list(neighbour.place)}
