"""The sentences that a view is asked about: one on the command line, or files with one a line."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli import options
from workbench.cli.lines import warn_once
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import ReadOptions

Text = Annotated[str, typer.Argument(callback=options.said, help="A sentence.")]
Src = Annotated[Path | None, typer.Option("--src", help="Source sentences, one a line, in place of TEXT.")]
Ref = Annotated[Path | None, typer.Option("--ref", help="Their reference translations.")]


def read_sentences(
    text: str, src: Path | None, ref: Path | None, encoding: str = "", **of_files: object
) -> tuple[list[str], list[str] | None]:
    """Sources and, where there are any, their references.

    Args:
        of_files: Further options that only sentences from files take, by their names; ``None`` or "" is not given.

    Raises:
        InputError: Neither or both of the ways are used, an option would be dropped, or a file cannot be read.
    """
    if bool(text) == (src is not None):
        raise InputError("give either a sentence or --src FILE")
    if src is None:
        for name, value in {"ref": ref, "encoding": encoding, **of_files}.items():
            if value not in (None, ""):
                raise InputError("goes with sentences from a file", where=f"--{name}", advice="Add --src FILE.")
        return [text], None
    from workbench.engine.corpora.readers.base import Wanted, numbered_lines
    from workbench.engine.corpora.readers.plain_lines import check_plain_lines, read_sides

    warn = warn_once([])
    if ref is not None:
        pairs = list(read_sides(src, ref, Wanted(options=ReadOptions(encoding=encoding), warn=warn)))
        found, references = [p.source for p in pairs], [p.target for p in pairs]
    else:
        check_plain_lines(src)
        found, references = [line for _, line in numbered_lines(src, encoding=encoding, warn=warn)], None
    if not found:
        raise InputError("holds no sentences", where=str(src))
    return found, references
