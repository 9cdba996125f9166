"""``workbench inspect failures``: where a test set goes wrong."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.inspect.sentences import Ref, Src, read_sentences
from workbench.cli.terminal import print_json, print_table, progress_line, say, warn
from workbench.engine.core.errors import InputError

if TYPE_CHECKING:
    from workbench.engine.inspection.failures import Failures, Group

_TITLES = {
    "by_length": "words of the source",
    "by_frequency": "times the rarest source word was seen in training",
    "by_unseen": "source words never seen in training",
}


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("failures")(failures)


def failures(
    run: options.Run,
    src: Src = None,
    ref: Ref = None,
    show: Annotated[int, typer.Option("--show", min=0, help="Sentences shown of each list.")] = 5,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    encoding: options.Encoding = "",
    json_: options.Json = False,
) -> None:
    """Sort a test set's errors by length, by what was seen in training, and list what was repeated or dropped."""
    if src is None or ref is None:
        raise InputError("needs a test set", advice="Give --src FILE and --ref FILE.")
    sources, references = read_sentences("", src, ref, encoding)
    translator = options.load_translator(run, checkpoint, device, threads)
    search = options.search_settings(translator.config, set_, beam).model_copy(update={"nbest": 1})
    from workbench.engine.inspection.test_set import failures_of

    with progress_line() as progress:
        translations = translator.translate(sources, search, progress=progress, details=False)
        found, unknown = failures_of(translator, sources, references or [], translations, progress=progress)
    if unknown:
        warn(unknown)
    if json_:
        print_json({"step": translator.step, **asdict(found)})
    else:
        _print(found, show)


def _print(found: Failures, show: int) -> None:
    for name, title in _TITLES.items():
        groups: tuple[Group, ...] = getattr(found, name)
        if groups:
            rows = [[_range(g), str(len(g.numbers)), f"{g.chrf:.1f}", f"{g.bleu:.1f}"] for g in groups]
            print_table([title, "sentences", "chrF", "BLEU"], rows, right=[title])
    for title, numbers in (("repeated", found.repeated), ("dropped", found.dropped)):
        say(f"{title}: {len(numbers)} sentences")
        for number in numbers[:show]:
            sentence = found.sentences[number - 1]
            what = sentence.repeated if title == "repeated" else " ".join(sentence.dropped)
            say(f"  {number}: {sentence.source}")
            say(f"     {sentence.translation}")
            say(f"     {title}: {what}")


def _range(group: Group) -> str:
    if group.high == group.low:
        return str(group.low)
    return f"{group.low} or more" if group.high is None else f"{group.low} to {group.high}"
