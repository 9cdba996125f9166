"""``workbench evaluate``: scores on a test set, beside what the test set is worth without a model."""

from __future__ import annotations

import json
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli.lines import one_line, warn_once
from workbench.cli.terminal import say, warn
from workbench.cli.translate import (
    BeamOption,
    CheckpointOption,
    DeviceOption,
    EncodingOption,
    QuantizeOption,
    RunArgument,
    SetOption,
    ThreadsOption,
    load_translator,
    search_settings,
    writing,
)
from workbench.engine.errors import InputError, WorkbenchError
from workbench.engine.types import ReadOptions

if TYPE_CHECKING:
    from workbench.engine.evaluation.evaluate import Evaluation
    from workbench.engine.types import WordAlignment


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("evaluate")(evaluate)


def evaluate(
    run: RunArgument,
    src: Annotated[Path, typer.Option("--src", help="Source sentences, one a line.")],
    ref: Annotated[Path, typer.Option("--ref", help="Their reference translations.")],
    gold: Annotated[Path | None, typer.Option("--gold", help="Gold word links: i-j sure, i?j possible.")] = None,
    lowercase: Annotated[bool, typer.Option("--lowercase", help="Ignore case.")] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    output: Annotated[Path | None, typer.Option("--output", help="Also write the translations here.")] = None,
    name: Annotated[str, typer.Option("--name", help="Keep the scores in the run under this name.")] = "",
    beam: BeamOption = None,
    checkpoint: CheckpointOption = "best",
    device: DeviceOption = "auto",
    set_: SetOption = None,
    threads: ThreadsOption = 0,
    quantize: QuantizeOption = False,
    encoding: EncodingOption = "",
) -> None:
    """Score a model on a test set: BLEU, chrF and TER with intervals, and two baselines."""
    from workbench.engine.data.readers.base import Wanted
    from workbench.engine.data.readers.text import read_parallel

    pairs = list(read_parallel(src, ref, Wanted(options=ReadOptions(encoding=encoding), warn=warn_once())))
    links = None if gold is None else _read_gold(gold, len(pairs))
    translator = load_translator(run, checkpoint, device, threads, quantize)
    search = search_settings(translator.config, set_, beam)
    search = search.model_copy(update={"nbest": 1})
    from workbench.engine.data.prepared import training_leaks
    from workbench.engine.evaluation.evaluate import evaluate as score
    from workbench.engine.evaluation.run_test import training_pairs

    began = time.perf_counter()
    result = score(
        translator,
        [p.source for p in pairs],
        [p.target for p in pairs],
        search,
        gold=links,
        lowercase=lowercase,
        training=training_pairs(translator.run) if translator.run else None,
        progress=_progress,
    )
    facts = {
        "title": f"{src.name} + {ref.name}",
        "sentences": len(pairs),
        "step": translator.step,
        "checkpoint": checkpoint,
        "beam": search.beam,
        "lowercase": lowercase,
        "time": time.time(),
    }
    leaks = None if translator.run is None else training_leaks(translator.run.path, pairs)
    found = result.to_json() | ({} if leaks is None else {"leaks": leaks.counts()})
    if output is not None:
        with writing(output) as handle:
            handle.write("".join(one_line(s.translation) + "\n" for s in result.sentences).encode())
    _keep(translator.run, name or f"files:{src.name}", result, found | facts)
    if leaks is not None and leaks.either:
        warn(leaks.in_words("test"))
    if json_:
        print(json.dumps(found, ensure_ascii=False))
    else:
        _print(result, f"{len(pairs)} sentences, step {translator.step}, {time.perf_counter() - began:.1f} s")


def _read_gold(file: Path, pairs: int) -> list[WordAlignment]:
    from workbench.engine.data.readers.base import numbered_lines
    from workbench.engine.search.alignment import parse_pharaoh

    links = [parse_pharaoh(line, f"{file}:{number}") for number, line in numbered_lines(file)]
    if len(links) != pairs:
        raise InputError(f"has {len(links)} lines for {pairs} sentences", where=str(file))
    return links


def _keep(run: Any, name: str, result: Evaluation, scores: dict[str, Any]) -> None:
    """Keep the scores: beside the run, or in the user's data folder where the run must stay as it is."""
    if run is None:
        return
    from workbench.engine.evaluation.eval_sets import save_result

    try:
        save_result(run, name, scores, [asdict(row) for row in result.sentences])
    except WorkbenchError as error:
        warn(f"the scores are not kept: {error}")


def _progress(done: int, total: int, what: str) -> None:
    if sys.stderr.isatty():
        text = f"{what} {done}/{total}" if total else what
        print(
            f"\r\x1b[K{text}", end="" if what == "translating" and done < total else "\r", file=sys.stderr, flush=True
        )


def _print(result: Evaluation, setting: str) -> None:
    say(setting)
    for title, score in (("BLEU", result.bleu), ("chrF", result.chrf), ("TER", result.ter)):
        print(f"{title:<5}{score.score:6.2f}  [{score.low:.2f}, {score.high:.2f}]  {score.signature}")
    print(f"no edit needed: {100 * result.no_edit:.1f} %")
    for name, scores in result.baselines.items():
        print(f"baseline {name.replace('_', ' ')}: BLEU {scores['bleu']:.2f}, chrF {scores['chrf']:.2f}")
    if result.aer is not None:
        print(f"alignment error rate: {result.aer:.3f}")
