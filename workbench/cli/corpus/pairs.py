"""``workbench corpus search`` and ``edit``: single pairs, found, left out, written anew and put back."""

from __future__ import annotations

from typing import Annotated

import typer

from workbench.cli import options
from workbench.cli.terminal import print_json, print_table, progress_line, say, tell
from workbench.engine.core.errors import InputError

_CORPUS = Annotated[str, typer.Argument(help="Name of a corpus.")]
_REPORT_EVERY = 5000
_NUMBERS = "by number as search tells it; several by commas."


def search(
    name: _CORPUS,
    words: Annotated[str, typer.Argument(metavar="[WORDS]", help="On either side, in any letter case.")] = "",
    changed: Annotated[bool, typer.Option("--changed", help="Only pairs left out or written anew.")] = False,
    limit: Annotated[int, typer.Option("--limit", "-n", help="At most so many; all are counted.", min=0)] = 20,
    first: Annotated[int, typer.Option("--skip", help="Pass over so many.", min=0)] = 0,
    from_: Annotated[str, typer.Option("--from", metavar="LANG", help="Source language, such as en.")] = "",
    json_lines: options.JsonLines = False,
) -> None:
    """Find pairs of a corpus by what they say."""
    from workbench.engine.corpora.pair_search import search_pairs

    with progress_line() as progress:
        found = search_pairs(
            name, words, changed=changed, first=first, limit=limit, source_lang=from_, progress=progress
        )
    if json_lines:
        for pair in found.pairs:
            sides = {"source": pair.shown.source, "target": pair.shown.target}
            print_json({"split": pair.split, "number": pair.number, "state": pair.state, **sides})
        return
    states = {"": "", "left_out": "left out", "replaced": "edited"}
    rows = [[p.split, str(p.number), states[p.state], p.shown.source, p.shown.target] for p in found.pairs]
    if rows:
        print_table(["split", "number", "", "source", "target"], rows)
    say(f"{found.total:,} of {found.of:,} pairs")


def edit(
    name: _CORPUS,
    leave_out: Annotated[str | None, typer.Option(metavar="N,N", help=f"Leave pairs out, {_NUMBERS}")] = None,
    put_back: Annotated[str | None, typer.Option(metavar="N,N", help=f"Make pairs what they were, {_NUMBERS}")] = None,
    replace: Annotated[
        int | None, typer.Option(metavar="N", help="Write a pair anew: with --source, --target or both.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Its source side; default as it is.")] = None,
    target: Annotated[str | None, typer.Option(help="Its target side; default as it is.")] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last step back.")] = False,
    redo: Annotated[bool, typer.Option("--redo", help="Do again what was undone.")] = False,
    forget: Annotated[bool, typer.Option("--forget", help="Set all edits aside, damaged ones too.")] = False,
    split: Annotated[str | None, typer.Option(help="The pairs' split; default train.")] = None,
    json_lines: options.JsonLines = False,
) -> None:
    """Leave out or change single pairs wherever the corpus is read; what was imported stays."""
    from workbench.engine.corpora import editing
    from workbench.engine.corpora.library import find_corpus

    whole = undo or redo or forget
    if sum((leave_out is not None, put_back is not None, replace is not None, undo, redo, forget)) != 1:
        raise InputError("say one thing to do", advice="See: workbench corpus edit --help.")
    for option, given in (("--source", source), ("--target", target)):
        if given is not None and replace is None:
            raise InputError("is what a pair is replaced with", where=option, advice="Add --replace N.")
    if whole and split is not None:
        raise InputError("is for single pairs", where="--split", advice="Leave it away.")
    part = split or "train"
    done: object = True
    if leave_out is not None:
        editing.leave_out(name, _numbers(leave_out, "--leave-out"), part)
    elif put_back is not None:
        editing.put_back(name, _numbers(put_back, "--put-back"), part)
    elif replace is not None:
        _replace(name, replace, source, target, part)
    else:
        done = editing.set_aside(name) if forget else editing.undo(name) if undo else editing.redo(name)
    info = find_corpus(name)
    told = info.edits.to_json()
    message = f"{told['left_out']:,} pairs of '{info.name}' are left out, {told['replaced']:,} are edited"
    tell(json_lines, {"corpus": info.name, **told}, message if done else f"There was nothing to do. {message}")


def _replace(name: str, number: int, source: str | None, target: str | None, split: str) -> None:
    from workbench.engine.corpora import editing
    from workbench.engine.corpora.library import find_corpus, numbered_pairs

    if source is None and target is None:
        raise InputError("--replace needs --source, --target or both")
    old = ("", "")  # a number that is not found is refused below
    with progress_line() as progress:
        for count, pair in enumerate(numbered_pairs(find_corpus(name))):
            if count % _REPORT_EVERY == 0:
                progress(count, 0, "looking for the pair")
            if (pair.split, pair.number) == (split, number):
                old = pair.shown.source, pair.shown.target
                break
    editing.replace(name, number, old[0] if source is None else source, old[1] if target is None else target, split)


def _numbers(text: str, option: str) -> list[int]:
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise InputError(f"'{text}' is no list of numbers", where=option, advice="For instance: 3,17.") from None
