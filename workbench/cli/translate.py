"""``workbench translate``: a model as a filter from lines to lines."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.lines import arriving_lines, warn_once, writing
from workbench.cli.terminal import discard, json_line, progress_line, visible_table
from workbench.engine.core.errors import InputError
from workbench.engine.core.plain_text import one_field
from workbench.engine.core.types import Progress, no_progress

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.core.types import Translation
    from workbench.engine.search.alignment import Links
    from workbench.engine.search.translator import Translator

#: Lines of a file translated before the next are read: enough to sort by length, little to hold in memory.
_GROUP = 2000


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("translate")(translate)


def translate(
    run: options.Run,
    input_: Annotated[
        Path | None, typer.Option("--input", help="Sentences, one a line; default standard input.")
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", callback=options.writable, help="Where to write; default standard output."),
    ] = None,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line: pieces, attention, n-best.")] = False,
    alignments: Annotated[
        Path | None,
        typer.Option(
            "--alignments",
            callback=options.writable,
            help="Write word links in Pharaoh format, i-j from 0: words between blanks, and"
            " single characters in scripts without blanks (Chinese, Japanese, Thai ...).",
        ),
    ] = None,
    reverse: Annotated[
        str, typer.Option("--reverse", help="Run of the reverse direction; links are then symmetrised (grow-diag).")
    ] = "",
    nbest: Annotated[
        int, typer.Option("--nbest", min=1, max=64, help="Translations a sentence, tab between them.")
    ] = 1,
    prefix: Annotated[str, typer.Option("--prefix", help="What every translation must begin with.")] = "",
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    quantize: options.Quantize = False,
    encoding: options.Encoding = "",
) -> None:
    """Translate lines of text, each as soon as it has arrived."""
    if reverse and alignments is None:
        raise InputError("is only for links between words", where="--reverse", advice="Add --alignments FILE.")
    if input_ is not None:
        from workbench.engine.corpora.readers.plain_lines import check_plain_lines

        check_plain_lines(input_)
    translator = options.load_translator(run, checkpoint, device, threads, quantize)
    aligner = _Aligner(translator, options.load_translator(reverse, "best", device, threads) if reverse else None)
    if alignments is not None:
        aligner.check()
    search = options.search_settings(translator.config, set_, beam)
    if nbest > 1:
        search = search.model_copy(update={"nbest": nbest})
    filter_ = _Filter(translator, search, prefix, json_, alignments is not None)
    with ExitStack() as stack:
        write = _write_out if output is None else stack.enter_context(writing(output)).write
        links = None if alignments is None else stack.enter_context(writing(alignments))
        # whoever sees the translations, or types the sentences, sees how far they are
        unseen = output is not None and (input_ is not None or not sys.stdin.isatty())
        progress = stack.enter_context(progress_line()) if unseen else no_progress
        for first, lines in _groups(input_, encoding):
            found = filter_.translate(lines, _behind(progress, first - 1))
            write("".join(filter_.line(t) + "\n" for t in found).encode())
            if links is not None:
                links.write("".join(line + "\n" for line in aligner.lines(found)).encode())


def _behind(progress: Progress, lines: int) -> Progress:
    """The progress of a group of lines, told as that of all of them; how many there will be is not known."""
    return lambda done, total, what: progress(lines + done, 0, what)


def _groups(file: Path | None, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Lines to translate together, and the number of the first: of standard input whatever has arrived."""
    if file is None:
        yield from arriving_lines()
        return
    from workbench.engine.corpora.readers.base import numbered_lines

    if file.is_file() and file.stat().st_size == 0:
        return  # nothing in, nothing out
    lines = numbered_lines(file, encoding=encoding, warn=warn_once([]))
    while group := list(islice(lines, _GROUP)):
        yield group[0][0], [line for _, line in group]


@dataclass(frozen=True)
class _Filter:
    translator: Translator
    search: SearchConfig
    prefix: str
    json: bool
    links: bool

    def translate(self, lines: list[str], progress: Progress) -> list[Translation]:
        """Answers in order; details only where they are written down."""
        search = self.search
        if not self.json:
            search = search.model_copy(update={"alternatives": 0})
        prefixes = [self.prefix] * len(lines) if self.prefix else None
        return self.translator.translate(
            lines, search, prefixes=prefixes, details=self.json or self.links, progress=progress
        )

    def line(self, translation: Translation) -> str:
        """The one line a sentence is answered with."""
        if self.json:
            return json_line(translation.to_json())
        return "\t".join(one_field(h.text) for h in translation.nbest)


@dataclass(frozen=True)
class _Aligner:
    """Word links of finished translations, with or without the reverse model's opinion."""

    forward: Translator
    backward: Translator | None

    def check(self) -> None:
        """Raise an ``InputError`` when a model has no attention to take links from."""
        for translator in (self.forward, self.backward):
            if translator is not None and not translator.has_attention:
                name = translator.run.name if translator.run else ""
                raise InputError("the model has no attention, so it has no alignments", where=name)

    def lines(self, translations: list[Translation]) -> Iterable[str]:
        """One Pharaoh line a translation."""
        from workbench.engine.search.alignment import aligned_parts, grow_diag, line_links, pharaoh, word_alignment

        parts = [aligned_parts(t) for t in translations]
        links: list[Links] = [line_links(of_line) for of_line in parts]
        if self.backward is not None:
            each = [part for of_line in parts for part in of_line]
            back = iter(self.backward.force([part.target for part in each], [part.source for part in each]))
            for number, of_line in enumerate(parts):
                turned = [part.placed((s, t) for t, s in word_alignment(next(back)).sure) for part in of_line]
                links[number] = grow_diag(links[number], frozenset().union(*turned))
        return map(pharaoh, links)


def _write_out(data: bytes) -> None:
    """Write to standard output and flush, so that a waiting program gets its answer."""
    if sys.stdout.isatty():
        data = visible_table(data.decode()).encode()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        discard(sys.stdout)
        raise
