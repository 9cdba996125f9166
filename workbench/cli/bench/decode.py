"""``workbench bench decode`` and ``bench latency``: how fast a run translates, in bulk and one sentence at a time."""

from __future__ import annotations

import json
import os
import time
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options
from workbench.engine.core.errors import InputError

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.search.translator import Translator

Source = Annotated[Path | None, typer.Option("--src", help="Sentences, one a line; default the run's held-out pairs.")]


def register(bench: typer.Typer) -> None:
    """Add the commands to ``workbench bench``."""
    bench.command("decode")(decode)
    bench.command("latency")(latency)


def decode(
    run: options.Run,
    src: Source = None,
    ref: Annotated[Path | None, typer.Option("--ref", help="References: print BLEU beside the speed.")] = None,
    sentences: Annotated[int, typer.Option(min=1, help="How many.")] = 1000,
    repeat: Annotated[int, typer.Option(min=1, help="Times; the fastest counts.")] = 3,
    details: Annotated[
        bool, typer.Option("--details", help="With attention and alternatives, as --json writes.")
    ] = False,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "cpu",
    set_: options.Set = None,
    threads: options.Threads = 0,
    quantize: options.Quantize = False,
    json_: options.Json = False,
) -> None:
    """Translate many sentences at once and measure sentences a second."""
    translator = options.load_translator(run, checkpoint, device, threads, quantize)
    search = options.search_settings(translator.config, set_, beam)
    texts = sentences_of(translator, src, sentences)
    translator.translate(texts[:32], search, details=details)  # the first calls set up thread pools and buffers
    seconds, memory, found = [], [_memory_mb()], []
    for _ in range(repeat):
        began = time.perf_counter()
        found = translator.translate(texts, search, details=details)
        seconds.append(time.perf_counter() - began)
        memory.append(_memory_mb())
    best = min(seconds)
    pieces = sum(len(translator.tokenizers.target.encode(t.text)) + 1 for t in found)
    result: dict[str, Any] = {
        "sentences_per_second": round(len(texts) / best, 1),
        "target_tokens_per_second": round(pieces / best),
        "seconds": [round(s, 3) for s in seconds],
        "memory_mb": [round(m) for m in memory],
    }
    if ref is not None:
        result["bleu"] = _bleu([t.text for t in found], ref, translator)
    _report(result | _setting(translator, search, len(texts), details, quantize), json_)


def latency(
    run: options.Run,
    src: Source = None,
    words: Annotated[int, typer.Option(min=0, help="Only sentences of so many words; 0 takes all.")] = 12,
    sentences: Annotated[int, typer.Option(min=1, help="How many.")] = 100,
    repeat: Annotated[int, typer.Option(min=1, help="Times each.")] = 3,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "cpu",
    set_: options.Set = None,
    threads: options.Threads = 0,
    quantize: options.Quantize = False,
    json_: options.Json = False,
) -> None:
    """Translate sentences one by one, attention and alternatives included, and measure milliseconds."""
    import numpy as np

    translator = options.load_translator(run, checkpoint, device, threads, quantize)
    search = options.search_settings(translator.config, set_, beam)
    texts = sentences_of(translator, src, sentences, words)
    for text in texts[:5]:
        translator.translate([text], search)
    times, pieces = [], 0
    for _ in range(repeat):
        for text in texts:
            began = time.perf_counter()
            (answer,) = translator.translate([text], search)
            times.append(1000 * (time.perf_counter() - began))
            pieces += len(answer.target_pieces)
    p50, p95, p99 = np.percentile(times, [50, 95, 99])
    result = {
        "p50_ms": round(float(p50), 2),
        "p95_ms": round(float(p95), 2),
        "p99_ms": round(float(p99), 2),
        "max_ms": round(max(times), 2),
        "target_tokens_per_second": round(1000 * pieces / sum(times)),
        "words": words,
    }
    _report(result | _setting(translator, search, len(texts), True, quantize), json_)


def sentences_of(translator: Translator, src: Path | None, count: int, words: int = 0) -> list[str]:
    """The first sentences that fit.

    Raises:
        InputError: There are none.
    """
    from workbench.engine.corpora.readers.base import numbered_lines

    if src is None:
        assert translator.run is not None
        src = translator.run.path / "data" / "test.src"
        if not src.is_file():
            raise InputError("the run has no held-out sentences at hand", where="--src", advice="Give --src FILE.")
    lines = (line for _, line in numbered_lines(src) if line.strip() and (not words or len(line.split()) == words))
    texts = list(islice(lines, count))
    if not texts:
        raise InputError(f"has no sentence of {words} words", where=str(src), advice="Choose another --words.")
    return texts


def _memory_mb() -> float:
    import psutil

    return float(psutil.Process().memory_info().rss) / 1e6


def _bleu(texts: list[str], ref: Path, translator: Translator) -> float:
    from workbench.engine.corpora.readers.base import numbered_lines
    from workbench.engine.evaluation.metrics import Measured, bleu_metric
    from workbench.engine.evaluation.score_units import score_units

    references = [line for _, line in islice(numbered_lines(ref), len(texts))]
    if len(references) != len(texts):
        raise InputError(f"has {len(references)} lines for {len(texts)} sentences", where=str(ref))
    lang = translator.config.data.target_lang
    return round(Measured(bleu_metric(units=score_units(lang, references)), texts, references).corpus(), 2)


def _setting(
    translator: Translator, search: SearchConfig, sentences: int, details: bool, quantize: bool
) -> dict[str, Any]:

    return {
        "run": translator.run.name if translator.run else "",
        "step": translator.step,
        "sentences": sentences,
        "beam": search.beam,
        "details": details,
        "quantize": quantize,
        "device": str(translator.device),
        "threads": translator.threads.count,
        "parameters": translator.model.size,
        "source_vocab": translator.tokenizers.source.size,
        "target_vocab": translator.tokenizers.target.size,
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
    }


def _report(result: dict[str, Any], json_: bool) -> None:
    if json_:
        print(json.dumps(result))
        return
    for name, value in result.items():
        print(f"{name:<26}{value}")
