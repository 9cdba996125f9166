"""``workbench inspect what-if``: one piece of a translation looks elsewhere, and the translation goes on from there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table, say

if TYPE_CHECKING:
    from workbench.engine.inspection.what_if import Outcome, WhatIf


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("what-if")(what_if)


def what_if(
    run: options.Run,
    text: Annotated[str, typer.Argument(callback=options.said, help="One sentence.")],
    target: Annotated[
        int,
        typer.Option(
            "--target", min=1, help="Number of a word of the translation, from 1; its first piece looks elsewhere."
        ),
    ],
    source: Annotated[int, typer.Option("--source", min=1, help="Number of the source word that it looks at.")],
    weight: Annotated[
        float,
        typer.Option(
            "--weight",
            min=0.0,
            max=1.0,
            help="Share of its attention that it gives there; the rest keeps its proportions.",
        ),
    ] = 1.0,
    pieces: Annotated[
        bool,
        typer.Option(
            "--pieces", help="--target and --source count pieces instead of words, the end of a sentence too."
        ),
    ] = False,
    prefix: Annotated[str, typer.Option("--prefix", help="What the translation asked about begins with.")] = "",
    json_: options.Json = False,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
) -> None:
    """Let one word of a translation look at another source word, and see how the translation goes on."""
    translator = options.load_translator(run, checkpoint, device, threads)
    search = options.search_settings(translator.config, set_, beam)
    from workbench.engine.inspection.what_if import WhatIf, with_weight

    asked = WhatIf(translator, text, search, prefix=prefix)
    step, places = _places(asked, target, source, pieces)
    outcome = asked.go_on(step, with_weight(asked.own(step), places, weight))
    if json_:
        about = {
            "source": asked.translation.source,
            "text": asked.hypothesis.text,
            "source_pieces": [p.text for p in asked.translation.source_pieces],
            "source_places": [place + 1 for place in places],
            "weight": weight,
        }
        print_json(about | outcome.to_json())
    else:
        _print(asked, outcome, places)


def _places(asked: WhatIf, target: int, source: int, pieces: bool) -> tuple[int, list[int]]:
    """The piece that looks elsewhere, and those that it looks at, from 0."""
    from workbench.engine.core.errors import InputError
    from workbench.engine.inspection.what_if import pieces_of_word

    origin, hypothesis = asked.translation, asked.hypothesis
    if not pieces:
        step = pieces_of_word(hypothesis.text, hypothesis.pieces, target - 1)[0]
        return step, pieces_of_word(origin.source, origin.source_pieces, source - 1)
    count = len(origin.source_pieces)
    if source > count:
        raise InputError(f"the sentence has {count} pieces", where="--source")
    return target - 1, [source - 1]


def _print(asked: WhatIf, outcome: Outcome, places: list[int]) -> None:
    piece = asked.hypothesis.pieces[outcome.step].text
    rows = [
        (("> " if place in places else "  ") + token.text, f"{own:.3f}", f"{weight:.3f}")
        for place, (token, own, weight) in enumerate(
            zip(asked.translation.source_pieces, outcome.own, outcome.weights, strict=True)
        )
    ]
    say(f"piece {outcome.step + 1} of the translation: {piece}")
    print_table(("source piece", "its own attention", "instead"), rows, ("its own attention", "instead"))
    say(f"before:  {outcome.before.text}  ({outcome.before.score:.3f})")
    say(f"after:   {outcome.after.text}  ({outcome.after.score:.3f})")
    if outcome.before.text == outcome.after.text:
        say("nothing changes")
    elif outcome.before.text != asked.hypothesis.text:
        say(f"the search for the whole sentence finds: {asked.hypothesis.text}")
