"""``workbench translate``: a model as a filter from lines to lines."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from workbench.cli.lines import arriving_lines, one_line, warn_once
from workbench.cli.terminal import warn
from workbench.engine.config import RunConfig, SearchConfig, assignments_to_dict, build_config, merge
from workbench.engine.errors import ConfigError, InputError
from workbench.engine.files import complete_file, reporting_writes

if TYPE_CHECKING:
    from workbench.engine.search.alignment import Links
    from workbench.engine.search.translator import Translator
    from workbench.engine.types import Translation

#: Lines of a file translated before the next are read: enough to sort by length, little to hold in memory.
_GROUP = 2000

RunArgument = Annotated[str, typer.Argument(help="A run folder, or the name of a run.")]
BeamOption = Annotated[
    int | None, typer.Option("--beam", min=1, max=64, help="Hypotheses kept; default 5. 1 is greedy.")
]
CheckpointOption = Annotated[str, typer.Option("--checkpoint", help="best, last, or a step number.")]
DeviceOption = Annotated[str, typer.Option("--device", help="auto, cpu or cuda:N.")]
SetOption = Annotated[list[str] | None, typer.Option("--set", help="search.field=value; may be repeated.")]
ThreadsOption = Annotated[int, typer.Option("--threads", min=0, help="CPU threads; 0 uses all cores.")]
EncodingOption = Annotated[
    str, typer.Option(metavar="NAME", help="Character encoding of the text, such as windows-1252; default found out.")
]
QuantizeOption = Annotated[bool, typer.Option("--quantize", help="8-bit products on the CPU.")]


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("translate")(translate)


def translate(
    run: RunArgument,
    input_: Annotated[
        Path | None, typer.Option("--input", help="Sentences, one a line; default standard input.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", help="Where to write; default standard output.")] = None,
    json_: Annotated[bool, typer.Option("--json", help="One JSON object a line: pieces, attention, n-best.")] = False,
    alignments: Annotated[
        Path | None,
        typer.Option("--alignments", help="Write word links in Pharaoh format, i-j from 0: words between blanks, and"
                     " single characters in scripts without blanks (Chinese, Japanese, Thai ...)."),
    ] = None,
    reverse: Annotated[
        str, typer.Option("--reverse", help="Run of the reverse direction; links are then symmetrised (grow-diag).")
    ] = "",
    nbest: Annotated[
        int, typer.Option("--nbest", min=1, max=64, help="Translations a sentence, tab between them.")
    ] = 1,
    prefix: Annotated[str, typer.Option("--prefix", help="What every translation must begin with.")] = "",
    beam: BeamOption = None,
    checkpoint: CheckpointOption = "best",
    device: DeviceOption = "auto",
    set_: SetOption = None,
    threads: ThreadsOption = 0,
    quantize: QuantizeOption = False,
    encoding: EncodingOption = "",
) -> None:
    """Translate lines of text, each as soon as it has arrived."""
    if reverse and alignments is None:
        raise InputError("is only for links between words", where="--reverse", advice="Add --alignments FILE.")
    translator = load_translator(run, checkpoint, device, threads, quantize)
    aligner = _Aligner(translator, load_translator(reverse, "best", device, threads) if reverse else None)
    if alignments is not None:
        aligner.check()
    search = search_settings(translator.config, set_, beam)
    if nbest > 1:
        search = search.model_copy(update={"nbest": nbest})
    filter_ = _Filter(translator, search, prefix, json_, alignments is not None)
    with ExitStack() as stack:
        write = _standard_output() if output is None else stack.enter_context(writing(output)).write
        links = None if alignments is None else stack.enter_context(writing(alignments))
        for _, lines in _groups(input_, encoding):
            found = filter_.translate(lines)
            write("".join(filter_.line(t) + "\n" for t in found).encode())
            if links is not None:
                links.write("".join(line + "\n" for line in aligner.lines(found)).encode())


def load_translator(run: str, checkpoint: str, device: str, threads: int, quantize: bool = False) -> Translator:
    """Open a run's model; torch is loaded only after the folder is known to be a run."""
    from workbench.engine.runs import RunFolder

    folder = RunFolder.open(run)
    folder.checkpoint(checkpoint)
    from workbench.engine.search.translator import Translator

    translator = Translator.load(folder, checkpoint=checkpoint, device=device, threads=threads, quantize=quantize)
    if translator.notice:
        warn(f"{folder.name}: {translator.notice}")
    return translator


def search_settings(config: RunConfig, assignments: Sequence[str] | None, beam: int | None) -> SearchConfig:
    """The run's search settings with those of the command line over them.

    Raises:
        ConfigError: An option that is not about the search, or a value that is not allowed.
    """
    values = assignments_to_dict(assignments or [])
    foreign = [name for name in values if name != "search"]
    if foreign:
        raise ConfigError(f"'{foreign[0]}' cannot be set here", where="--set", advice="Only search.field=value can.")
    if beam is not None:
        values = merge(values, {"search": {"beam": beam}})
    return build_config(merge(config.model_dump(), values), where="--set").search


def _groups(file: Path | None, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Lines to translate together, and the number of the first: of standard input whatever has arrived."""
    if file is None:
        yield from arriving_lines()
        return
    from workbench.engine.data.readers.base import numbered_lines

    if file.is_file() and file.stat().st_size == 0:
        return  # nothing in, nothing out
    lines = numbered_lines(file, encoding=encoding, warn=warn_once())
    while group := list(islice(lines, _GROUP)):
        yield group[0][0], [line for _, line in group]


@dataclass(frozen=True)
class _Filter:
    translator: Translator
    search: SearchConfig
    prefix: str
    json: bool
    links: bool

    def translate(self, lines: list[str]) -> list[Translation]:
        """Answers in order; details only where they are written down."""
        search = self.search
        if not self.json:
            search = search.model_copy(update={"alternatives": 0})
        prefixes = [self.prefix] * len(lines) if self.prefix else None
        return self.translator.translate(lines, search, prefixes=prefixes, details=self.json or self.links)

    def line(self, translation: Translation) -> str:
        """The one line a sentence is answered with."""
        if self.json:
            return json.dumps(translation.to_json(), ensure_ascii=False, allow_nan=False)
        return "\t".join(one_line(h.text) for h in translation.nbest)


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
        from workbench.engine.search.alignment import grow_diag, pharaoh, word_alignment

        links: list[Links] = [word_alignment(t).sure for t in translations]
        if self.backward is not None:
            back = self.backward.force([t.text for t in translations], [t.source for t in translations])
            turned = [frozenset((s, t) for t, s in word_alignment(b).sure) for b in back]
            links = [grow_diag(f, b) for f, b in zip(links, turned, strict=True)]
        return map(pharaoh, links)


def _standard_output() -> Callable[[bytes], None]:
    """Writes to standard output and flushes, so that a waiting program gets its answer."""
    stream = sys.stdout.buffer

    def write(data: bytes) -> None:
        try:
            stream.write(data)
            stream.flush()
        except BrokenPipeError:
            # The reader has gone. Without this, Python would complain once more when it flushes at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise

    return write


@contextmanager
def writing(path: Path) -> Iterator[BinaryIO]:
    """A file that appears when it is complete, and not at all when something fails.

    Raises:
        InputError: It cannot be made there.
        RunFailed: It could not be written to the end.
    """
    if path.is_dir():
        raise InputError("is a folder", where=str(path))
    with reporting_writes(path), complete_file(path) as handle:
        yield handle
