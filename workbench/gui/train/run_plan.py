"""From what is chosen to what would be trained: configuration, name and cost. No widget, no torch."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import psutil
from PySide6.QtCore import QCoreApplication

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.device.threads import cpu_threads
from workbench.engine.runs import folder as runs
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import missing_disk_space
from workbench.gui.train.config_form import ELSEWHERE, nested
from workbench.gui.words import formats, wording

if TYPE_CHECKING:
    from workbench.engine.corpora.corpus_info import CorpusInfo
    from workbench.engine.runs.presets import Cost, Preset
    from workbench.gui.state.training_service import TrainingService

#: Pairs assumed while no corpus is chosen.
_SOME_PAIRS = 10_000
# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate


def train_pairs(info: CorpusInfo | None) -> int:
    """Pairs of a corpus that would be trained on."""
    return info.train_pairs if info is not None else _SOME_PAIRS


def device_kind(context: AppContext) -> str:
    """ "cpu" or "cuda", as far as it can be told without torch."""
    chosen = context.device("train")
    if chosen in ("auto", "all"):
        return "cuda" if context.gpus else "cpu"
    return chosen.partition(":")[0]


def baseline(preset: Preset | None, pairs: int, device: str) -> tuple[RunConfig, dict[str, str]]:
    """A preset's configuration with automatic values filled in, and why they are what they are."""
    from workbench.engine.corpora.stats import CorpusStats
    from workbench.engine.runs.presets import config_from, resolve_auto

    config = config_from(preset.name if preset else "")
    return resolve_auto(config, CorpusStats(pairs=pairs), cpu_threads(), device)


def cost_of(preset: Preset, overrides: Mapping[str, Any], pairs: int, device: str) -> Cost | None:
    """What a preset would take here with some settings changed; ``None`` when they do not fit together."""
    from workbench.engine.runs.presets import config_from, estimate

    try:
        config = config_from(preset.name, nested(overrides))
        return estimate(config, pairs, config.runtime.threads or cpu_threads(), device)
    except WorkbenchError:
        return None


def epochs_words(epochs: float) -> str:
    """How often a run reads the corpus."""
    return translate("RunSetup", "{epochs} epochs").format(epochs=formats.number(epochs, 0 if epochs >= 10 else 1))


def reads_little(epochs: float) -> bool:
    """Whether more time would help."""
    from workbench.engine.runs.recipes import RDROP_EPOCHS

    return epochs < RDROP_EPOCHS


def disk_of(config: RunConfig, device: str) -> float:
    """Room on the disk, in MB, that the checkpoints of a run will need when it goes on."""
    from workbench.engine.runs.presets import estimate

    try:
        return float(estimate(config, 0, config.runtime.threads or cpu_threads(), device).disk_mb)
    except WorkbenchError:
        return 0.0


def lack_of_room(folder: Path, cost: Cost, device: str) -> str:
    """What this computer has too little of for a run, in a sentence; empty when there is enough."""
    lacking = missing_disk_space(folder, cost.disk_mb)
    if lacking:
        return wording.disk_words(*lacking)
    free_mb = psutil.virtual_memory().available / 1e6
    if device == "cpu" and cost.memory_mb > free_mb:
        text = translate("RunSetup", "This run needs about {need} of memory; only {free} are free now.")
        return text.format(need=formats.megabytes(cost.memory_mb), free=formats.megabytes(free_mb))
    return ""


def differences(config: RunConfig, other: RunConfig) -> dict[str, Any]:
    """Settings of ``config`` that differ from another's, by dotted path; what is chosen beside the form left out."""
    flat = {}
    for section in ("data", "tokenizer", "model", "training", "search", "runtime"):
        for field, value in getattr(config, section).model_dump().items():
            path = f"{section}.{field}"
            if path not in ELSEWHERE and value != getattr(getattr(other, section), field, None):
                flat[path] = value
    return flat


def name_stem(corpus: str, source: str, target: str, preset: str) -> str:
    """What a run is called unless the person names it: corpus, direction, preset."""
    stem, tags = corpus, "-".join(tag for tag in (source, target) if tag)
    if tags and tags not in stem:
        swapped = "-".join(tag for tag in (target, source) if tag)
        stem = stem.replace(swapped, tags) if swapped in stem else f"{stem}-{tags}"
    return f"{stem}-{preset}"


def unused_folder(stem: str, training: TrainingService) -> Path:
    """A run folder that neither exists nor is promised to a queued run."""
    promised = {str(path).casefold() for path in training.promised}
    path, number = runs.new_run_path(stem), 1
    while str(path).casefold() in promised:
        number += 1
        path = runs.new_run_path(f"{stem}-{number}")
    return path
