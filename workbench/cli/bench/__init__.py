"""``workbench bench``: measures, never asserts. Training here, the others in files of their own."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Annotated

import typer


def register(app: typer.Typer) -> None:
    """Add the command family."""
    bench = typer.Typer(help="Measure training, decoding, latency and the window on this machine.")
    bench.command("train")(train)
    for module in ("decode", "inspection", "load", "noise", "scale", "window"):
        importlib.import_module(f"workbench.cli.bench.{module}").register(bench)
    app.add_typer(bench, name="bench")


def train(
    src: Annotated[Path, typer.Option(help="Source sentences, one a line.")],
    tgt: Annotated[Path, typer.Option(help="Their translations.")],
    rnn: Annotated[str, typer.Option(help="lstm or gru.")] = "lstm",
    layers: Annotated[int, typer.Option(help="Layers of encoder and decoder.")] = 1,
    embedding: Annotated[int, typer.Option(help="Embedding size.")] = 256,
    hidden: Annotated[int, typer.Option(help="Decoder size; the encoder has half of it a direction.")] = 512,
    attention: Annotated[str, typer.Option(help="bahdanau, luong_dot, luong_general or none.")] = "bahdanau",
    tokenizer: Annotated[str, typer.Option(help="unigram, bpe, char or word, one a side.")] = "bpe",
    vocab: Annotated[int, typer.Option(help="Pieces a side.")] = 8000,
    batch_sentences: Annotated[int, typer.Option(help="Sentences a batch.")] = 64,
    precision: Annotated[str, typer.Option(help="auto, fp32 or bf16.")] = "fp32",
    steps: Annotated[int, typer.Option(help="Steps measured.")] = 50,
    device: Annotated[str, typer.Option(help="auto, cpu or cuda:N.")] = "cpu",
    threads: Annotated[int, typer.Option(help="CPU threads; 0 for the free cores.")] = 0,
    reference: Annotated[
        bool, typer.Option("--reference", help="Also run the plain module, step by step in turn.")
    ] = False,
    json_: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure training steps on real sentences."""
    from workbench.cli.bench.training_speed import measure_training
    from workbench.engine.core.config import build_config

    config = build_config(
        {
            "data": {"src": str(src), "tgt": str(tgt), "cleaning": "none"},
            "tokenizer": {"kind": tokenizer, "vocab_size": vocab, "shared": False},
            "model": {
                "rnn": rnn,
                "encoder_layers": layers,
                "decoder_layers": layers,
                "embedding": embedding,
                "hidden": hidden,
                # the peers predict from a vector as wide as the decoder, with weights of its own
                "readout": hidden,
                "tie": "none",
                "attention": attention,
            },
            "training": {"batch_sentences": batch_sentences, "optimizer": "adam", "averaging": "none"},
            "runtime": {"device": device, "threads": threads, "precision": precision},
        }
    )
    result = measure_training(config, steps, reference)
    if json_:
        print(json.dumps(result))
    else:
        for key, value in result.items():
            print(f"{key:>34}  {value}")
