"""``workbench evaluate``: scores on a test set, beside what the test set is worth without a model."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.cli.lines import warn_once, writing
from workbench.cli.terminal import print_json, progress_line, say, warn
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.plain_text import one_field
from workbench.engine.core.types import ReadOptions

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.core.types import Pair, WordAlignment
    from workbench.engine.corpora.splits import LeakReport
    from workbench.engine.evaluation.evaluate import Evaluation
    from workbench.engine.search.translator import Translator

_Gold = Annotated[
    Path | None,
    typer.Option(
        "--gold",
        help="Gold links i-j (sure) or i?j (possible) of words, or of characters in scripts"
        " without blanks, to the first reference.",
    ),
]
_Output = Annotated[
    Path | None, typer.Option("--output", callback=options.writable, help="Also write the translations here.")
]
#: So many line numbers are written out in a warning.
_MOST_NUMBERS = 10


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate)


def evaluate(
    run: options.Run,
    src: Annotated[
        Path | None, typer.Option("--src", help="Source sentences, one a line; default the run's own held-out pairs.")
    ] = None,
    ref: Annotated[
        list[Path] | None,
        typer.Option("--ref", help="Their reference translations; repeat it for several references."),
    ] = None,
    gold: _Gold = None,
    lowercase: Annotated[bool, typer.Option("--lowercase", help="Ignore case.")] = False,
    json_: options.Json = False,
    output: _Output = None,
    name: Annotated[str, typer.Option("--name", help="Keep the scores in the run under this name.")] = "",
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    quantize: options.Quantize = False,
    encoding: options.Encoding = "",
) -> None:
    """Score a model on a test set: BLEU, chrF and TER with intervals, and two baselines.

    Without --src and --ref it is scored on the pairs held out of its own training.
    """
    warnings: list[str] = []
    warn = warn_once(warnings)
    test = _test_set(run, src, ref or [], ReadOptions(encoding=encoding), warn)
    pairs = test.pairs
    links = None if gold is None else _read_gold(gold, len(pairs))
    translator = options.load_translator(run, checkpoint, device, threads, quantize)
    search = options.search_settings(translator.config, set_, beam).model_copy(update={"nbest": 1})
    began = time.perf_counter()
    result = _score(translator, pairs, search, test.more, links, lowercase)
    facts = {
        "title": test.title,
        "sentences": len(pairs),
        "step": translator.step,
        "checkpoint": checkpoint,
        "beam": search.beam,
        "lowercase": lowercase,
        "time": time.time(),
    }
    leaks = _leaks(translator, pairs)
    if result.empty_references:
        warn(_about_empty(result, len(pairs), test))
    found = (
        result.to_json() | ({"warnings": warnings} if warnings else {}) | ({"leaks": leaks.counts()} if leaks else {})
    )
    _keep(translator.run, name or test.key, result, found | facts)
    if output is not None:
        with writing(output) as handle:
            handle.write("".join(one_field(s.translation) + "\n" for s in result.sentences).encode())
    if leaks is not None and leaks.either:
        warn(leaks.in_words("test"))
    if json_:
        print_json(found)
    else:
        _print(result, f"{len(pairs)} sentences, step {translator.step}, {time.perf_counter() - began:.1f} s")


def _leaks(translator: Translator, pairs: list[Pair]) -> LeakReport | None:
    from workbench.engine.dataset.prepared import training_leaks

    return None if translator.run is None else training_leaks(translator.run.path, pairs)


def _score(
    translator: Translator,
    pairs: list[Pair],
    search: SearchConfig,
    more: list[list[str]],
    links: list[WordAlignment] | None,
    lowercase: bool,
) -> Evaluation:
    from workbench.engine.evaluation.evaluate import evaluate
    from workbench.engine.evaluation.test_runs import training_pairs

    with progress_line() as progress:
        return evaluate(
            translator,
            [p.source for p in pairs],
            [p.target for p in pairs],
            search,
            more_references=more,
            gold=links,
            lowercase=lowercase,
            training=training_pairs(translator.run) if translator.run else None,
            progress=progress,
        )


@dataclass(frozen=True)
class _TestSet:
    """What is translated; ``more`` are further references, ``references`` is where the first ones come from."""

    key: str
    title: str
    pairs: list[Pair]
    references: str
    more: list[list[str]] = field(default_factory=list)


def _test_set(
    run: str, src: Path | None, refs: list[Path], reading: ReadOptions, warn: Callable[[str], None]
) -> _TestSet:
    """The files named, or the run's own held-out pairs."""
    if src is not None and refs:
        pairs, more = _read_references(src, refs, reading, warn)
        title = " + ".join(file.name for file in (src, *refs))
        return _TestSet(f"files:{src.name}", title, pairs, refs[0].name, more)
    if src is not None or refs:
        raise InputError("--src and --ref go together", advice="Name both, or none for the run's held-out pairs.")
    from workbench.engine.evaluation.test_sets import own_test, read_eval_set
    from workbench.engine.runs.folder import RunFolder

    folder = RunFolder.open(run)
    own = own_test(folder)
    return _TestSet(own.key, own.title, read_eval_set(folder, own), own.title or "held-out pairs")


def _read_references(
    src: Path, refs: list[Path], reading: ReadOptions, warn: Callable[[str], None]
) -> tuple[list[Pair], list[list[str]]]:
    """The sources with their first references, and every further file's references."""
    from workbench.engine.corpora.readers.base import Wanted
    from workbench.engine.corpora.readers.plain_lines import read_sides
    from workbench.engine.text.words import is_visible

    wanted = Wanted(options=reading, warn=warn)
    pairs = list(read_sides(src, refs[0], wanted))
    more = [[pair.target for pair in read_sides(src, ref, wanted)] for ref in refs[1:]]
    if not any(is_visible(text) for stream in ([pair.target for pair in pairs], *more) for text in stream):
        raise InputError("every reference is empty", where=", ".join(map(str, refs)))
    return pairs, more


def _about_empty(result: Evaluation, pairs: int, test: _TestSet) -> str:
    """That references are empty, with the numbers of the first ones."""
    numbers = result.empty_references
    lines = ", ".join(map(str, numbers[:_MOST_NUMBERS])) + (" ..." if len(numbers) > _MOST_NUMBERS else "")
    where = "line" if len(numbers) == 1 else "lines"
    if test.more:
        return f"{len(numbers)} of {pairs} sentences with a source have an empty reference ({where} {lines})"
    empty = "is empty though its source is not" if len(numbers) == 1 else "are empty though their source is not"
    return f"{test.references}: {len(numbers)} of {pairs} references {empty} ({where} {lines})"


def _read_gold(file: Path, pairs: int) -> list[WordAlignment]:
    from workbench.engine.corpora.readers.base import numbered_lines
    from workbench.engine.search.alignment import parse_pharaoh

    links = [parse_pharaoh(line, f"{file}:{number}") for number, line in numbered_lines(file)]
    if len(links) != pairs:
        raise InputError(f"has {len(links)} lines for {pairs} sentences", where=str(file))
    return links


def _keep(run: Any, name: str, result: Evaluation, scores: dict[str, Any]) -> None:
    """Keep the scores: beside the run, or in the user's data folder where the run must stay as it is."""
    if run is None:
        return
    from workbench.engine.evaluation.test_sets import save_result

    try:
        save_result(run, name, scores, [asdict(row) for row in result.sentences])
    except WorkbenchError as error:
        warn(f"the scores are not kept: {error}")


def _print(result: Evaluation, setting: str) -> None:
    say(setting)
    for title, score in (("BLEU", result.bleu), ("chrF", result.chrf), ("TER", result.ter)):
        say(f"{title:<5}{score.score:6.2f}  [{score.low:.2f}, {score.high:.2f}]  {score.signature}")
    say(f"no edit needed: {100 * result.no_edit:.1f} %")
    for name, scores in result.baselines.items():
        say(f"baseline {name.replace('_', ' ')}: BLEU {scores['bleu']:.2f}, chrF {scores['chrf']:.2f}")
    if result.aer is not None:
        say(f"alignment error rate: {result.aer:.3f}")
