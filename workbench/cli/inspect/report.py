"""``workbench inspect report``: a page about a sentence or a test set, in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.inspect.sentences import Ref, Src, Text, read_sentences
from workbench.cli.lines import writing
from workbench.cli.terminal import progress_line, tell, warn
from workbench.engine.core.errors import InputError, WorkbenchError

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.search.translator import Translator

#: Translations of a sentence that its page lists.
_NBEST = 5


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("report")(report)


def report(
    run: options.Run,
    output: Annotated[
        Path, typer.Option("--output", callback=options.writable, help="The page to write, such as page.html.")
    ],
    text: Text = "",
    src: Src = None,
    ref: Ref = None,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    encoding: options.Encoding = "",
    json_: options.Json = False,
) -> None:
    """Write a page about a sentence, or about a test set, that any browser opens without a network."""
    if src is not None and ref is None:
        raise InputError("a test set needs its references", advice="Add --ref FILE.")
    sources, references = read_sentences(text, src, ref, encoding)
    translator = options.load_translator(run, checkpoint, device, threads)
    search = options.search_settings(translator.config, set_, beam)
    if references is not None:
        from workbench.engine.inspection.test_set import look_at

        title = "" if src is None else src.name
        with progress_line() as progress:
            found = look_at(translator, sources, references, search, title=title, progress=progress)
        for reason in found.missing:
            warn(reason)
        page = found.page()
    else:
        page = _sentence(translator, sources[0], search)
    with writing(output) as handle:
        handle.write(page.encode())
    tell(json_, {"path": str(output), "sentences": len(sources)}, f"{output}: {len(sources)} sentences")


def _sentence(translator: Translator, text: str, search: SearchConfig) -> str:
    from workbench.engine.inspection.projection.calibration_file import calibration_of
    from workbench.engine.inspection.report.page import Facts, page_of_sentence

    projection = None
    nbest = search.model_copy(update={"nbest": max(search.nbest, min(search.beam, _NBEST))})
    (translation,) = translator.translate([text], nbest)
    try:
        with progress_line() as progress:
            projection = calibration_of(translator, progress=progress).judge(translation)
    except WorkbenchError as error:
        warn(f"no quality is projected: {error}")
    data, run = translator.config.data, translator.run
    facts = Facts(run.name if run else "", translator.step, (data.source_lang, data.target_lang), f"beam {search.beam}")
    return page_of_sentence(facts, translation, projection)
