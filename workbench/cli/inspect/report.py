"""``workbench inspect report``: a page about a sentence or a test set, in one file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from workbench.cli import options
from workbench.cli.inspect.sentences import Ref, Src, Text, read_sentences, show_progress
from workbench.cli.lines import writing
from workbench.cli.terminal import tell, warn
from workbench.engine.core.errors import InputError, WorkbenchError

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.inspection.confidence import Calibration
    from workbench.engine.inspection.report.page import Facts
    from workbench.engine.search.translator import Translator

#: Translations of a sentence that its page lists.
_NBEST = 5


def register(inspect: typer.Typer) -> None:
    """Add the command."""
    inspect.command("report")(report)


def report(
    run: options.Run,
    output: Annotated[Path, typer.Option("--output", help="The page to write, such as page.html.")],
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
    from workbench.engine.inspection.calibration_file import calibration_of
    from workbench.engine.inspection.report.page import Facts, page_of_sentence

    calibration: Calibration | None = None
    try:
        calibration = calibration_of(translator, progress=show_progress)
    except WorkbenchError as error:
        warn(f"no quality is projected: {error}")
    data = translator.config.data
    facts = Facts(
        run=translator.run.name if translator.run else "",
        step=translator.step,
        languages=(data.source_lang, data.target_lang),
        setting=f"beam {search.beam}",
        title="" if src is None else src.name,
    )
    if references is None:
        nbest = search.model_copy(update={"nbest": max(search.nbest, min(search.beam, _NBEST))})
        (translation,) = translator.translate(sources, nbest)
        page = page_of_sentence(facts, translation, None if calibration is None else calibration.judge(translation))
    else:
        page = _test_set(translator, search, facts, sources, references, calibration)
    with writing(output) as handle:
        handle.write(page.encode())
    tell(json_, {"path": str(output), "sentences": len(sources)}, f"{output}: {len(sources)} sentences")


def _test_set(
    translator: Translator,
    search: SearchConfig,
    facts: Facts,
    sources: list[str],
    references: list[str],
    calibration: Calibration | None,
) -> str:
    from workbench.engine.evaluation.metrics import Measured, bleu_metric, chrf_metric
    from workbench.engine.evaluation.score_units import score_units
    from workbench.engine.inspection.aligner import training_texts
    from workbench.engine.inspection.failures import count_words, find_failures
    from workbench.engine.inspection.report.page import page_of_test_set

    assert translator.run is not None
    counts = None
    try:
        counts = count_words(training_texts(translator.run, translator.tokenizers))
    except WorkbenchError as error:
        warn(f"how often words were seen is not known: {error}")
    found = translator.translate(sources, search.model_copy(update={"nbest": 1}), progress=show_progress)
    texts, target = [t.text for t in found], translator.config.data.target_lang
    units = score_units(target, references)
    scores = [
        (name, Measured(metric, texts, references).score())
        for name, metric in (("BLEU", bleu_metric(units=units)), ("chrF", chrf_metric()))
    ]
    knows = translator.seen.knows_word if counts is None and translator.seen.words is not None else None
    failures = find_failures(sources, references, texts, counts=counts, knows=knows, target_lang=target)
    return page_of_test_set(facts, found, failures, scores, calibration)
