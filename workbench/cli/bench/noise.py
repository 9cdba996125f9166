"""``workbench bench noise``: what other spellings of the same sentences cost a run, with and without adapting them."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from workbench.cli import options
from workbench.cli.terminal import progress_line
from workbench.engine.core.errors import InputError


def register(bench: typer.Typer) -> None:
    """Add the command to ``workbench bench``."""
    bench.command("noise")(noise)


def noise(
    run: options.Run,
    src: Annotated[Path, typer.Option("--src", help="Clean source sentences, one a line.")],
    ref: Annotated[Path, typer.Option("--ref", help="Their reference translations.")],
    kinds: Annotated[str, typer.Option("--kinds", help="Spellings separated by commas; default all.")] = "",
    sentences: Annotated[int, typer.Option("--sentences", min=0, help="At most so many; 0 takes all.")] = 0,
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    device: options.Device = "auto",
    set_: options.Set = None,
    threads: options.Threads = 0,
    quantize: options.Quantize = False,
    json_: options.Json = False,
) -> None:
    """Score a test set in capitals, as headlines, without stops, with other quotes and blanks, and in full width."""
    from workbench.engine.corpora.readers.text import read_parallel
    from workbench.engine.evaluation.noise import NOISES, measure_noise

    names = [name.strip() for name in kinds.split(",") if name.strip()]
    unknown = [name for name in names if name not in NOISES]
    if unknown:
        raise InputError(f"'{unknown[0][:40]}' is not known", where="--kinds", advice=f"Known: {', '.join(NOISES)}.")
    pairs = list(read_parallel(src, ref))[: sentences or None]
    if not pairs:
        raise InputError("there are no sentences", where=str(src))
    translator = options.load_translator(run, checkpoint, device, threads, quantize)
    search = options.search_settings(translator.config, set_, beam)
    with progress_line() as progress:
        rows = measure_noise(
            translator, [p.source for p in pairs], [p.target for p in pairs], search, names, progress=progress
        )
    if json_:
        facts = {"run": translator.run.name if translator.run else "", "step": translator.step}
        print(json.dumps({**facts, "sentences": len(pairs), "beam": search.beam, "rows": [asdict(r) for r in rows]}))
        return
    print(f"{'BLEU':<22}{'lines':>6}{'as typed':>10}{'adapted':>10}    of these lines: clean, as typed, adapted")
    for r in rows:
        alone = f"{r.clean_lines:10.2f}{r.off_lines:10.2f}{r.on_lines:10.2f}"
        print(f"{r.noise:<22}{r.lines:>6}{r.off:>10.2f}{r.on:>10.2f}    {alone}")
