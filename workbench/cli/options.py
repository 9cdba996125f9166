"""Options that several commands share, and what they open."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli.terminal import warn
from workbench.engine.core.errors import ConfigError, InputError
from workbench.engine.core.names import check_place, check_writable

if TYPE_CHECKING:
    from workbench.engine.core.config import RunConfig, SearchConfig
    from workbench.engine.search.translator import Translator

Run = Annotated[str, typer.Argument(help="A run folder, or the name of a run.")]
Beam = Annotated[int | None, typer.Option("--beam", min=1, max=64, help="Hypotheses kept; default 5. 1 is greedy.")]
Checkpoint = Annotated[str, typer.Option("--checkpoint", help="best, last, or a step number.")]
Device = Annotated[str, typer.Option("--device", help="auto, cpu or cuda:N.")]
Set = Annotated[list[str] | None, typer.Option("--set", help="search.field=value; may be repeated.")]
Threads = Annotated[int, typer.Option("--threads", min=0, help="CPU threads; 0 takes the cores that others leave.")]
Encoding = Annotated[
    str, typer.Option(metavar="NAME", help="Character encoding of the text, such as windows-1252; default found out.")
]
Json = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
JsonLines = Annotated[bool, typer.Option("--json", help="Print JSON lines on standard output and nothing else there.")]
Quantize = Annotated[bool, typer.Option("--quantize", help="8-bit products on the CPU.")]


def said(parameter: typer.CallbackParam, text: str) -> str:
    """A text that is looked into: of blanks alone there is nothing to see."""
    from workbench.engine.text.words import is_visible

    if text and not is_visible(text):
        raise InputError("is empty", where=max(parameter.opts, key=len), advice="Give a text.")
    return text


# callbacks of options that name what will be written: the place is judged while the command line is read, so that no
# work is lost to it


def writable(path: Path | None) -> Path | None:
    """A file that will be written, or replaced."""
    if path is not None:
        check_writable(path)
    return path


def placed(path: Path | None) -> Path | None:
    """What will be made anew in a folder that is there."""
    if path is not None:
        check_place(path)
    return path


def makeable(path: Path | None) -> Path | None:
    """A folder that will be made with those above it."""
    if path is not None:
        check_place(path, make=True)
    return path


def load_translator(run: str, checkpoint: str, device: str, threads: int, quantize: bool = False) -> Translator:
    """Open a run's model; torch is loaded only after the folder is known to be a run."""
    from workbench.engine.runs.folder import RunFolder

    folder = RunFolder.open(run)
    folder.checkpoint(checkpoint)
    from workbench.engine.search.opening import open_translator

    translator = open_translator(folder, checkpoint=checkpoint, device=device, threads=threads, quantize=quantize)
    if translator.notice:
        warn(f"{folder.name}: {translator.notice}")
    return translator


def check_same_languages(one: Translator, other: Translator) -> None:
    """Two models can be compared on a sentence.

    Raises:
        InputError: They do not translate between the same languages.
    """
    from workbench.engine.text.languages import same

    sides = [(model.config.data.source_lang, model.config.data.target_lang) for model in (one, other)]
    if any(first and second and not same(first, second) for first, second in zip(*sides, strict=True)):
        (a, b), (c, d) = sides
        raise InputError(
            f"one model translates {a} to {b}, the other {c} to {d}",
            advice="Compare runs between the same languages.",
        )


def search_settings(config: RunConfig, assignments: Sequence[str] | None, beam: int | None) -> SearchConfig:
    """The run's search settings with those of the command line over them.

    Raises:
        ConfigError: An option that is not about the search, or a value that is not allowed.
    """
    from workbench.cli.assignments import assignments_to_dict
    from workbench.engine.core.config import build_config, merge

    values = assignments_to_dict(assignments or [])
    foreign = [name for name in values if name != "search"]
    if foreign:
        raise ConfigError(f"'{foreign[0]}' cannot be set here", where="--set", advice="Only search.field=value can.")
    if beam is not None:
        values = merge(values, {"search": {"beam": beam}})
    return build_config(merge(config.model_dump(), values), where="--set").search
