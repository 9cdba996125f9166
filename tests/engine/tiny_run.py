"""A run folder with a tiny model of random weights: quick to make, and it translates something."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from tests.run_factory import new_run
from workbench.engine.core.config import RunConfig
from workbench.engine.models.weights import build_model, weights
from workbench.engine.runs import folder as runs
from workbench.engine.text.tokenizer import Tokenizers

SOURCES = [
    "Ein alter Mann füttert die Vögel im Park.",
    "Zwei Kinder spielen mit einem roten Ball.",
    "Sie liest ein Buch, während es draußen regnet.",
    "Unser Zug fährt um halb acht.",
    "Niemand wusste, wo der Schlüssel lag.",
    "Ein Hund schläft unter dem Küchentisch.",
]
TARGETS = [
    "An old man feeds the birds in the park.",
    "Two children play with a red ball.",
    "She reads a book while it rains outside.",
    "Our train leaves at half past seven.",
    "Nobody knew where the key was.",
    "A dog sleeps under the kitchen table.",
]


def make_tiny_run(
    path: Path, *, attention: str = "bahdanau", seed: int = 1, reverse: bool = False, **model: Any
) -> Path:
    torch.manual_seed(seed)
    config = RunConfig.model_validate(
        {
            "data": {"source_lang": "de", "target_lang": "en"},
            "tokenizer": {"vocab_size": 340},
            "model": {"hidden": 16, "embedding": 12, "attention": attention, **model},
            "search": {"max_ratio": 1.0, "max_extra": 3},
        }
    )
    new_run(path, config)
    sources, targets = (TARGETS, SOURCES) if reverse else (SOURCES, TARGETS)
    tokenizers = Tokenizers.train(sources, targets, config.tokenizer)
    tokenizers.save(path / "tokenizer")
    built = build_model(config.model, tokenizers.source.size, tokenizers.target.size, tokenizers.shared)
    tensors = {name: 4 * tensor for name, tensor in weights(built).items()}
    add_checkpoint(path, 20, tensors)
    add_checkpoint(path, 10, {name: tensor.half() for name, tensor in tensors.items()})
    (path / runs.BEST).write_text(json.dumps({"step": 10, "metric": "bleu", "value": 1.0}))
    return path


def add_checkpoint(path: Path, step: int, tensors: dict[str, torch.Tensor]) -> None:
    folder = path / f"step-{step:08d}"
    folder.mkdir()
    save_file(tensors, folder / runs.WEIGHTS)
    (folder / runs.STATE).write_text(json.dumps({"format": 1, "step": step}))
