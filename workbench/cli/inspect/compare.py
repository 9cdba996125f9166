"""``workbench inspect compare``: two models, checkpoints or settings on the same sentence, or on a test set."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.inspect.sentences import Ref, Src, Text, read_sentences
from workbench.cli.terminal import print_json, print_table, progress_line, say, warn
from workbench.engine.core.errors import InputError

if TYPE_CHECKING:
    from workbench.engine.inspection.comparison import ComparedSentence, Comparison


#: Sentences of a file that are printed.
_SHOWN = 20


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("compare")(compare)


def compare(
    run: options.Run,
    other: Annotated[str, typer.Argument(help="Another run, or the same one with another checkpoint or beam.")],
    text: Text = "",
    src: Src = None,
    ref: Ref = None,
    sort: Annotated[
        str,
        typer.Option(
            "--sort",
            help="Of a file: difference (of words; the default), links, score, gain or loss (of the other, in chrF), or"
            " number.",
        ),
    ] = "",
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Of a file: so many sentences are printed; default 20.")
    ] = None,
    checkpoint: options.Checkpoint = "best",
    other_checkpoint: Annotated[str, typer.Option("--other-checkpoint", help="Likewise, of the other.")] = "best",
    beam: options.Beam = None,
    other_beam: Annotated[
        int | None, typer.Option("--other-beam", min=1, max=64, help="Beam of the other; default that of the one.")
    ] = None,
    json_: options.Json = False,
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    encoding: options.Encoding = "",
) -> None:
    """Where two translations of a sentence part: words, links, and what each model thinks of both.

    With --src, all sentences of a file, those foremost whose translations differ most.
    """
    from workbench.engine.core.types import Pair
    from workbench.engine.evaluation.training_overlap import overlap_warnings
    from workbench.engine.inspection import comparison

    if (sort and sort not in comparison.ORDERS) or (sort in ("gain", "loss") and ref is None):
        raise InputError("is difference, links, score or number; gain and loss need --ref", where="--sort")
    sources, references = read_sentences(text, src, ref, encoding, sort=sort, limit=limit)
    models = [
        options.load_translator(run, checkpoint, device, threads),
        options.load_translator(other, other_checkpoint, device, threads),
    ]
    options.check_same_languages(*models)
    beams = (beam, beam if other_beam is None else other_beam)
    searches = [options.search_settings(m.config, set_, width) for m, width in zip(models, beams, strict=True)]
    names = [f"{m.run.name if m.run else ''} {m.step}, beam {s.beam}" for m, s in zip(models, searches, strict=True)]
    if src is None:
        found = comparison.compare(models, searches, text)
        if json_:
            print_json({"models": names, **found.to_json()})
        else:
            _print(found, names)
        return
    with progress_line() as progress:
        rows = comparison.compare_all(models, searches, sources, references or [], progress=progress)
    pairs = [
        Pair(source, reference) for source, reference in zip(sources, references or [""] * len(sources), strict=True)
    ]
    warnings = overlap_warnings([m.run for m in models if m.run is not None], pairs)
    for warning in warnings:
        warn(warning)
    rows = comparison.ordered(rows, sort or comparison.ORDERS[0])[: limit or _SHOWN]
    if json_:
        print_json({"models": names, "warnings": warnings, "sentences": [asdict(row) for row in rows]})
    else:
        _print_rows(rows, names)


def _print(found: Comparison, names: list[str]) -> None:
    from workbench.engine.text.matching import joined

    say(found.one.source)
    for side, (name, translation) in enumerate(zip(names, (found.one, found.other), strict=True)):
        text, marked, at = translation.text, "", 0
        for start, end in joined(text, found.words.spans(side, same=False)):
            marked, at = f"{marked}{text[at:start]}[{text[start:end]}]", end
        say(f"{name}: {marked}{text[at:]}")
    rows = [[name, *(f"{value:.3f}" for value in row)] for name, row in zip(names, found.opinions, strict=True)]
    print_table(["mean log-probability a piece", "the first", "the second"], rows, right=["the first", "the second"])
    words = [token.text for token in _source_words(found)]
    for difference in found.links or ():
        one, other = (", ".join(words[p] for p in places) or "nothing" for places in (difference.one, difference.other))
        say(f"{difference.word}: linked with {one} by the first, with {other} by the second")


def _source_words(found: Comparison) -> tuple:
    from workbench.engine.text.words import words

    return words(found.one.source)


def _print_rows(rows: list[ComparedSentence], names: list[str]) -> None:
    say(f"first: {names[0]}\nsecond: {names[1]}")
    scored = bool(rows and rows[0].chrf)
    figures = ["number", "same words", "other links", "score 1", "score 2", *(["chrF 1", "chrF 2"] if scored else [])]
    table = [
        [
            str(row.number),
            f"{100 * row.same_words:.0f} %",
            "–" if row.links is None else f"{100 * row.links:.0f} %",
            *(f"{score:.2f}" for score in row.scores),
            *(f"{score:.1f}" for score in row.chrf),
            row.source,
            row.one,
            row.other,
        ]
        for row in rows
    ]
    print_table([*figures, "sentence", "first", "second"], table, right=figures)
