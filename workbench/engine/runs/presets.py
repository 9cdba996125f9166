"""Presets: named values, and ``auto``, which derives them from the corpus and says why. Never imports torch."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from workbench.engine.core.config import RunConfig, TrainingConfig, build_config, merge, merge_settings
from workbench.engine.core.errors import ConfigError, InputError
from workbench.engine.core.files import read_text, reason, reporting_writes, write_atomically
from workbench.engine.core.json_text import parse_toml
from workbench.engine.core.messages import Message
from workbench.engine.core.names import check_name
from workbench.engine.core.paths import home, resources
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.runs.machine_speed import Speed, known_speed, multiplies_bf16
from workbench.engine.runs.recipes import (
    LADDER,
    RDROP,
    RDROP_PAIRS,
    Size,
    best_size,
    corpus_pieces,
    fit,
    minutes_for,
    planned_epochs,
    reads_twice,
    vocabulary,
    with_size,
)
from workbench.engine.text.tokenizer_training import default_vocab_size

AUTO = "auto"
_ORDER = ("auto", "tiny", "small", "base")


@dataclass(frozen=True)
class Preset:
    """Named values for a run.

    Attributes:
        name: What ``--preset`` takes.
        values: Nested values, as in a run's TOML file.
    """

    name: str
    title: str
    description: str
    values: dict[str, Any]
    own: bool = False


@dataclass(frozen=True)
class Cost:
    """What a run will take here, estimated.

    Attributes:
        minutes: Training time; 0 when nothing bounds it but patience.
        epochs: Readings of the corpus; 0 likewise.
    """

    parameters: int
    minutes: float
    memory_mb: int
    disk_mb: int
    epochs: float = 0.0


def _folders() -> list[tuple[Path, bool]]:
    return [(resources() / "presets", False), (home() / "presets", True)]


def _read(path: Path, own: bool) -> Preset:
    try:
        values = parse_toml(read_text(path))
    except (OSError, ValueError) as error:
        raise ConfigError(
            Message("cannot be read as a preset: {reason}", reason=reason(error)), where=str(path)
        ) from None
    title = str(values.pop("title", path.stem))
    return Preset(path.stem, title, str(values.pop("description", "")), values, own)


def list_presets() -> list[Preset]:
    """``auto``, the shipped ones, and the person's own, in the order to show them."""
    auto = Preset(AUTO, "Automatic", "Derives everything from your corpus and this machine, and says why.", {})
    found = {AUTO: auto}
    for folder, own in _folders():
        if folder.is_dir():
            for path in sorted(folder.glob("*.toml")):
                try:
                    found.setdefault(path.stem, _read(path, own))
                except ConfigError:
                    continue  # one broken file of the person's must not hide the others; load_preset names it
    return sorted(found.values(), key=lambda p: (_ORDER.index(p.name) if p.name in _ORDER else len(_ORDER), p.name))


def load_preset(name: str) -> Preset:
    """The preset of that name.

    Raises:
        ConfigError: There is none, or its file is broken.
    """
    for folder, own in _folders():
        path = folder / f"{name}.toml"
        if re.fullmatch(r"[\w.-]+", name) and path.is_file():
            return _read(path, own)
    for preset in list_presets():
        if preset.name == name:
            return preset
    known = ", ".join(p.name for p in list_presets())
    raise ConfigError(
        Message("unknown preset '{name}'", name=name), where="preset", advice=Message("Known: {known}.", known=known)
    )


def save_preset(name: str, values: dict[str, Any], *, title: str = "", description: str = "") -> Preset:
    """Keep values as the person's own preset.

    Raises:
        InputError: The name is taken by a shipped preset or is no file name.
        ConfigError: The values are out of range.
    """
    check_name(name, "preset", plain=True)
    if name in _ORDER or (resources() / "presets" / f"{name}.toml").exists():
        raise InputError(
            Message("the preset '{name}' is shipped with the program", name=name),
            advice=Message("Choose another name."),
        )
    build_config(values)
    folder = home() / "presets"
    document = {"title": title or name, "description": description, **values}
    with reporting_writes(folder / f"{name}.toml"):
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(folder / f"{name}.toml", tomlkit.dumps(document))
    return _read(folder / f"{name}.toml", True)


def config_from(preset: str = "", *layers: dict[str, Any]) -> RunConfig:
    """A configuration from a preset with further values on top, the last one winning.

    Raises:
        ConfigError: Something is unknown or out of range.
    """
    values: dict[str, Any] = {}
    if preset:
        values = merge(dict(load_preset(preset).values), {"preset": preset})
    for layer in layers:
        values = merge_settings(values, layer)
    return build_config(values)


# auto ----------------------------------------------------------------------------------------------------------------


#: Corpora below it get a smaller model and smaller batches; those below the second, more regularisation.
_SMALL, _MEDIUM, _LARGE = 10_000, 100_000, 200_000
#: The preset that, like ``auto``, leaves to the time there is whether batches are read twice.
_BY_TIME = "small"
#: Readings of the corpus that ``auto`` takes time for, within these bounds in minutes (on a graphics card, the others).
_READINGS, _MINUTES, _CARD_MINUTES = 20.0, (3.0, 60.0), (2.0, 60.0)
#: Field to value and reason.
Reasoned = dict[str, tuple[Any, str]]


def _auto_values(config: RunConfig, stats: CorpusStats, speed: Speed, device: str) -> dict[str, Reasoned]:
    """By section, what suits the corpus, the machine and the time."""
    pairs, gpu = max(1, stats.pairs), device == "cuda"
    timed = _timed(config, stats, speed, gpu)
    largest = LADDER[1] if pairs < _SMALL else LADDER[2]
    if pairs > _LARGE and gpu:
        size = Size(512, 1024, 0, 8.0)
    else:
        size = best_size(timed, stats, speed, largest)
    timed = with_size(timed, size)
    if "rdrop" not in config.training.model_fields_set:
        timed.training.rdrop = RDROP if reads_twice(timed, stats, speed) else 0.0
    dropout = _dropout(pairs, bool(timed.training.rdrop), planned_epochs(timed, stats, speed) < size.by_heart)
    return {
        "tokenizer": _auto_tokenizer(timed, stats, timed.model.piece_size),
        "model": _auto_model(pairs, size, size == largest, dropout),
        "training": _auto_training(timed, stats, speed, gpu),
    }


def _timed(config: RunConfig, stats: CorpusStats, speed: Speed, gpu: bool) -> RunConfig:
    """The configuration with the time that it gets, where a person has set no limit."""
    timed = config.model_copy(deep=True)
    training, given = timed.training, config.training.model_fields_set
    if not given & {"max_minutes", "max_steps", "max_epochs"}:
        if "rdrop" not in given:
            training.rdrop = RDROP
        least, most = _CARD_MINUTES if gpu else _MINUTES
        largest = LADDER[1] if stats.pairs < _SMALL else LADDER[2]
        wanted = minutes_for(with_size(timed, largest), stats, speed, _READINGS)
        training.max_minutes = round(max(least, min(most, wanted)), 1)
    if "shared" not in config.tokenizer.model_fields_set:
        timed.tokenizer.shared = stats.same_script
    if "batch_tokens" not in given:
        training.batch_tokens = _batch_tokens(stats.pairs, gpu)
    return timed


def _batch_tokens(pairs: int, gpu: bool) -> int:
    batch = 800 if pairs < _SMALL else 1000 if pairs < _MEDIUM else 3000
    return max(batch, 4000 if pairs < _SMALL else 8000) if gpu else batch


def _auto_tokenizer(config: RunConfig, stats: CorpusStats, embedding: int) -> Reasoned:
    pairs, wanted = max(1, stats.pairs), config.tokenizer
    why = Message("the sides have different scripts, so there is nothing to share.")
    if stats.same_script:
        why = Message("both sides share a script, so pieces can be shared and all embeddings tied (Press & Wolf 2017).")
    return {
        "vocab_size": (
            default_vocab_size(pairs, stats.distinct_words or 30_000, wanted.kind, wanted.shared, embedding),
            Message(
                "{pairs} pairs: small vocabularies suit small corpora, since rare pieces are not "
                "learned (Sennrich & Zhang 2019, section 4.2).",
                pairs=pairs,
            ),
        ),
        "shared": (stats.same_script, why),
    }


#: Dropout on embeddings, on what attention looks at, and before the output layer, and why.
_Dropout = tuple[float, float, float, str]


def _dropout(pairs: int, twice: bool, few_readings: bool) -> _Dropout:
    less = Message("more data needs less dropout (Sennrich & Zhang 2019, section 4.3).")
    if pairs >= _MEDIUM:
        return 0.1, 0.1, 0.2, less
    if twice:
        return 0.2, 0.2, 0.3, less
    if few_readings:
        return 0.1, 0.0, 0.1, Message("in few readings there is little to learn by heart.")
    return 0.2, 0.0, 0.3, less


def _auto_model(pairs: int, size: Size, largest: bool, dropout: _Dropout) -> Reasoned:
    enough = Message("{hidden} units are enough for {pairs} pairs and train fast.", hidden=size.hidden, pairs=pairs)
    if not largest:
        enough = Message("a larger model would not have read enough in this time on this machine.")
    embedding, layers, output, less = dropout
    return {
        "hidden": (size.hidden, enough),
        "embedding": (size.embedding, Message("about half the decoder's size, tied with the output layer.")),
        "dropout_embedding": (embedding, less),
        "dropout_layers": (layers, less),
        "dropout_output": (output, less),
    }


def _auto_training(timed: RunConfig, stats: CorpusStats, speed: Speed, gpu: bool) -> Reasoned:
    pairs, training = max(1, stats.pairs), timed.training
    sizes = Message("small batches learn more per sentence (Sennrich & Zhang 2019, section 4.2).")
    if gpu:
        sizes = Message(
            "small batches learn more per sentence (Sennrich & Zhang 2019, section 4.2), larger ones keep a GPU busy."
        )
    time: str = ""  # no limit in minutes: nobody asks, and nothing is measured
    if training.max_minutes:
        found = fit(timed, stats, speed)
        time = Message(
            "about {epochs} readings of {pairs} pairs here, at {speed} target pieces a second.",
            epochs=_rounded(found.epochs),
            pairs=pairs,
            speed=round(found.speed),
        )
    looks = Message("about fourteen looks at the run.")
    fewer = Message("a short run translates fewer pairs at each look, so that most of its time goes into training.")
    rate = 3e-3 if pairs < _MEDIUM and timed.model.piece_size > LADDER[0].embedding else 4e-3
    return {
        "rdrop": (training.rdrop, _why_twice(timed, stats, speed)),
        "batch_tokens": (training.batch_tokens, sizes),
        "max_minutes": (training.max_minutes, time),
        "validate_steps": (0, Message("validated by the clock.")),
        "validate_minutes": (round(max(0.3, training.max_minutes / 14), 2), looks),
        "validate_pairs": (_validate_pairs(training, gpu), fewer),
        "learning_rate": (rate, Message("twice the usual peak learned twice as fast in trials.")),
        "warmup_steps": (100, Message("a hundred steps settle Adam's statistics; longer lost time.")),
        "label_smoothing": (0.1, Message("Szegedy et al. (2016); helps BLEU at every corpus size.")),
    }


def _validate_pairs(training: TrainingConfig, gpu: bool) -> int:
    """Pairs translated at each look: all thousand of them from half an hour on; in ten minutes they took a quarter."""
    if gpu or not training.max_minutes:
        return TrainingConfig().validate_pairs
    return max(300, min(1000, round(training.max_minutes / 30 * 10) * 100))


def _why_twice(config: RunConfig, stats: CorpusStats, speed: Speed) -> Message:
    """Why batches are read twice, or are not."""
    if config.training.rdrop:
        return Message(
            "two readings of a batch that must agree learned more in the same time from 29,000 pairs (Wu et al. 2021)."
        )
    if stats.pairs >= RDROP_PAIRS:
        return Message("tried on few pairs only; of many, reading more comes first.")
    epochs = planned_epochs(config, stats, speed)
    return Message("{epochs} readings fit in the time; it pays when there are more.", epochs=_rounded(epochs))


def _rounded(epochs: float) -> float:
    return round(epochs) if epochs >= 10 else round(epochs, 1)


def resolve_auto(
    config: RunConfig, stats: CorpusStats, threads: int = 0, device: str = "cpu", speed: Speed | None = None
) -> tuple[RunConfig, dict[str, str]]:
    """Fill in what the person left open, once the corpus is known.

    Args:
        config: The configuration; with ``preset = "auto"`` every field not given explicitly is derived.
        threads: CPU threads.
        device: "cpu" or "cuda".
        speed: How fast this machine trains; by default what was measured before, or is typical.

    Returns:
        The configuration and, for each derived field, why.
    """
    speed = speed or known_speed(threads, device)
    explanations: dict[str, str] = {}
    resolved = config.model_copy(deep=True)
    if config.preset == AUTO:
        for section, fields in _auto_values(config, stats, speed, device).items():
            part = getattr(resolved, section)
            given = getattr(config, section).model_fields_set
            for field, (value, reason) in fields.items():
                limited = field == "max_minutes" and given & {"max_steps", "max_epochs"}
                if field not in given and not limited and field in type(part).model_fields:
                    setattr(part, field, value)
                    explanations[f"{section}.{field}"] = Message("{value}: {reason}", value=value, reason=reason)
    elif config.preset == _BY_TIME and "rdrop" not in config.training.model_fields_set:
        resolved.training.rdrop = RDROP if reads_twice(config, stats, speed) else 0.0
        why = _why_twice(resolved, stats, speed)
        explanations["training.rdrop"] = Message("{value}: {reason}", value=resolved.training.rdrop, reason=why)
    training = resolved.training
    if not _limited(training) and not training.patience:
        training.max_epochs = 30.0
        explanations["training.max_epochs"] = Message(
            "30: no limit was given, and most small corpora are learned by then."
        )
    if _never_falls(training) and "schedule" not in config.training.model_fields_set:
        # plateau must have halved the rate before patience ends the run
        follows = training.patience > training.plateau_patience
        fallen, training.schedule = training.schedule, "plateau" if follows else "inverse_sqrt"
        explanations["training.schedule"] = Message(
            "{schedule}: patience is the only limit, so that {fallen} has no end to fall towards.",
            schedule=training.schedule,
            fallen=fallen,
        )
    return resolved, explanations


def _never_falls(training: TrainingConfig) -> bool:
    """Whether the learning rate would stay at its peak: its schedule falls towards an end, and there is none."""
    return not _limited(training) and training.schedule in ("cosine", "linear")


def _limited(training: TrainingConfig) -> bool:
    return bool(training.max_steps or training.max_minutes or training.max_epochs)


def check_limits(config: RunConfig) -> None:
    """Check that a new run can end, and that its learning rate can fall until then.

    Raises:
        ConfigError: The schedule that was asked for needs an end and patience is the only limit, or patience is the
            only limit and nothing is validated.
    """
    training = resolve_auto(config, CorpusStats(pairs=1))[0].training
    if _never_falls(training):
        raise ConfigError(
            Message(
                "{schedule} falls towards the end of the run, and patience, the only limit, does not say when that is",
                schedule=training.schedule,
            ),
            where="training.schedule",
            advice=Message(
                "Set training.max_minutes, training.max_epochs or training.max_steps, "
                "or training.schedule to plateau or inverse_sqrt."
            ),
        )
    if not _limited(training) and not training.validate_steps and not training.validate_minutes:
        raise ConfigError(
            Message("is the only limit and counts validations, of which there are none"),
            where="training.patience",
            advice=Message(
                "Set training.max_minutes, training.max_epochs or training.max_steps, or training.validate_steps."
            ),
        )


#: Bytes that the CPU's matrix library comes to hold in kernels made for each shape, in bfloat16; measured.
_BF16_KERNELS = 1e9


def estimate(config: RunConfig, stats: CorpusStats | int, threads: int = 2, device: str = "cpu") -> Cost:
    """What the run will take here.

    Minutes are those of the time budget where there is one; else they are worked out from how fast this machine, or one
    like it, is known to train.
    """
    known = CorpusStats(pairs=stats) if isinstance(stats, int) else stats
    speed = known_speed(threads, device)
    resolved, _ = resolve_auto(config, known, threads, device, speed)
    vocab = vocabulary(resolved, known)
    parameters = resolved.model.count_parameters(vocab, resolved.tokenizer.shared)
    training = resolved.training
    readings = 2 if training.rdrop else 1
    epochs = planned_epochs(resolved, known, speed)
    epochs = epochs if math.isfinite(epochs) else 0.0
    minutes = training.max_minutes or minutes_for(resolved, known, speed, epochs)
    batch = readings * training.batch_tokens
    width = resolved.model.activation_width
    activations = batch * (width * 60 + vocab * 6) * 4
    memory = 450e6 + parameters * 4 * 7 + activations
    if device == "cpu" and resolved.runtime.precision != "fp32" and multiplies_bf16():
        memory += _BF16_KERNELS
    disk = parameters * 4 * 10 + training.snapshots * parameters * 2 + corpus_pieces(known) * 8
    return Cost(parameters, minutes, int(memory / 1e6), int(disk / 1e6), epochs)
