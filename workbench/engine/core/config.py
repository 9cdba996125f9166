"""One typed schema for the form, the TOML file and the command line. Never imports torch."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from typing import Annotated, Any, Literal

import tomlkit
from pydantic import BeforeValidator, Field, SerializeAsAny, ValidationError

from workbench.engine.core.errors import ConfigError
from workbench.engine.core.files import read_text, reason
from workbench.engine.core.json_text import parse_toml
from workbench.engine.core.messages import Message, joined
from workbench.engine.core.plain_text import shortened
from workbench.engine.core.schema import DEFAULT_ARCHITECTURE, ModelConfig, Section, is_path, model_configs, setting


def _choose_model(value: Any) -> Any:
    if isinstance(value, ModelConfig):
        return value
    if not isinstance(value, dict):
        raise ValueError(Message("must be a table"))
    known = model_configs()
    name = value.get("architecture", DEFAULT_ARCHITECTURE)
    if name not in known:
        raise ValueError(Message("unknown architecture '{name}'; known: {known}", name=name, known=", ".join(known)))
    return known[name].model_validate(value)


class DataConfig(Section):
    """What to learn from."""

    corpora: list[str] = setting(
        [], "Corpora", "Imported corpora by name, or corpus files; several feed one run.", path=True
    )
    src: str = setting("", "Source file", "Plain text, one sentence a line (may be .gz or .xz).", path=True)
    tgt: str = setting("", "Target file", "Plain text, line by line the translation of the source file.", path=True)
    valid_src: str = setting("", "Validation source", "Your own validation sentences; never altered.", path=True)
    valid_tgt: str = setting("", "Validation target", "Their translations.", path=True)
    source_lang: str = setting("", "From", "Language of the source side as a BCP-47 tag such as en; may be empty.")
    target_lang: str = setting("", "To", "Language of the target side as a BCP-47 tag such as fr; may be empty.")
    columns: str = setting("", "Columns", "Source and target column of a table, by name or number: A,B.", advanced=True)
    sheet: str = setting("", "Sheet", "Sheet of a workbook, by name or number; empty finds it.", advanced=True)
    encoding: str = setting(
        "", "Encoding", "Character encoding of text files such as windows-1252; empty finds it.", advanced=True
    )
    cleaning: str = setting(
        "default",
        "Cleaning",
        "Rules separated by commas: default (empty, too_long, duplicate), none, recommended, or names: empty, too_long,"
        " duplicate, length_ratio, identical, wrong_script, markup_only.",
    )
    max_length: int = setting(
        1000, "Longest sentence", "Characters; longer pairs are dropped.", ge=10, le=1_000_000, advanced=True
    )
    max_ratio: float = setting(
        4.0,
        "Length ratio",
        "Longer side over shorter side, in characters, for length_ratio.",
        ge=1.2,
        le=100.0,
        advanced=True,
    )
    max_pairs: int = setting(0, "Use at most", "Pairs to read; 0 means all.", ge=0, advanced=True)
    valid_size: int = setting(
        0,
        "Validation pairs",
        "Held out when you give no validation files; 0 derives it from the corpus.",
        ge=0,
        le=100_000,
    )
    test_size: int = setting(
        0, "Test pairs", "Held out for a final score; 0 derives it from the corpus.", ge=0, le=100_000
    )
    split_seed: int = setting(
        1, "Split seed", "The same seed always holds out the same sentences.", ge=0, advanced=True
    )


class TokenizerConfig(Section):
    """How text is cut into pieces."""

    kind: Literal["unigram", "bpe", "char", "word"] = setting(
        "unigram", "Kind", "Subword method: unigram (Kudo 2018), bpe (Sennrich et al. 2016), char or word."
    )
    shared: bool = setting(True, "One for both sides", "One vocabulary for both sides; off trains one a side.")
    vocab_size: int = setting(
        0, "Vocabulary size", "Pieces; 0 derives it from the corpus. Too high a number is lowered.", ge=0, le=200_000
    )
    character_coverage: float = setting(
        0.9995,
        "Character coverage",
        "Share of characters with a piece of their own; the rest becomes bytes.",
        ge=0.9,
        le=1.0,
        advanced=True,
    )
    max_sentences: int = setting(
        500_000,
        "Sentences to learn from",
        "At most so many lines are sampled to train the vocabulary.",
        ge=1_000,
        advanced=True,
    )


class TrainingConfig(Section):
    """How the model learns."""

    max_steps: int = setting(0, "Steps at most", "Optimizer steps; 0 means no limit by steps.", ge=0)
    max_epochs: float = setting(0.0, "Epochs at most", "Passes over the corpus; 0 means no limit by epochs.", ge=0.0)
    max_minutes: float = setting(
        0.0, "Minutes at most", "The schedule is fitted to this time, validation included; 0 means no limit.", ge=0.0
    )
    batch_tokens: int = setting(
        2000,
        "Batch size",
        "Target tokens a batch, padding not counted; fewer learn faster per sentence.",
        ge=16,
        le=1_000_000,
    )
    batch_sentences: int = setting(
        0,
        "Sentences a batch",
        "A fixed number of sentences instead of tokens; 0 uses tokens.",
        ge=0,
        le=100_000,
        advanced=True,
    )
    accumulation: int = setting(
        1, "Accumulation", "Batches whose gradients are added before each step.", ge=1, le=1024, advanced=True
    )
    max_tokens: int = setting(
        250,
        "Longest training sentence",
        "Pieces a side; longer pairs are left out and counted.",
        ge=4,
        le=10_000,
        advanced=True,
    )
    optimizer: Literal["adamw", "adam", "sgd"] = setting(
        "adamw", "Optimizer", "AdamW (Loshchilov & Hutter 2019) suits most."
    )
    learning_rate: float = setting(2e-3, "Learning rate", "Peak learning rate.", gt=0.0, le=10.0)
    schedule: Literal["cosine", "inverse_sqrt", "plateau", "constant", "linear"] = setting(
        "cosine", "Schedule", "How the learning rate falls after the warm-up; cosine and linear need an end."
    )
    warmup_steps: int = setting(300, "Warm-up steps", "Steps over which the learning rate rises to its peak.", ge=0)
    final_ratio: float = setting(
        0.02, "Final learning rate", "Share of the peak at the end of cosine or linear.", ge=0.0, le=1.0, advanced=True
    )
    plateau_patience: int = setting(
        2, "Plateau patience", "Validations without gain before plateau halves the learning rate.", ge=1, advanced=True
    )
    weight_decay: float = setting(0.01, "Weight decay", "Pulls weights towards zero.", ge=0.0, le=1.0, advanced=True)
    beta2: float = setting(0.98, "Adam beta 2", "Memory of the squared gradient.", ge=0.5, lt=1.0, advanced=True)
    clip_norm: float = setting(
        1.0, "Gradient clipping", "Longest gradient norm (Pascanu et al. 2013); 0 turns it off.", ge=0.0
    )
    label_smoothing: float = setting(
        0.1, "Label smoothing", "Probability taken from the right piece (Szegedy et al. 2016).", ge=0.0, lt=1.0
    )
    teacher_forcing: Literal["constant", "linear", "exponential", "inverse_sigmoid"] = setting(
        "constant",
        "Teacher forcing",
        "How the share of reference pieces fed to the decoder falls (Bengio et al. 2015).",
    )
    teacher_forcing_start: float = setting(1.0, "Ratio at the start", "1 feeds the reference always.", ge=0.0, le=1.0)
    teacher_forcing_end: float = setting(1.0, "Ratio at the end", "What it falls to.", ge=0.0, le=1.0)
    teacher_forcing_steps: int = setting(
        10_000, "Steps to fall", "Steps over which the ratio falls from start to end.", ge=1
    )
    rdrop: float = setting(
        0.0,
        "R-Drop",
        "Alpha of R-Drop (Wu et al. 2021): each batch is read twice with other dropout, and both must agree; 0 is off."
        " A step takes twice the time.",
        ge=0.0,
        le=20.0,
        advanced=True,
    )
    subword_sampling: float = setting(
        0.0,
        "Subword sampling",
        "Alpha of subword regularisation on the source (Kudo 2018); 0 is off.",
        ge=0.0,
        le=1.0,
        advanced=True,
    )
    validate_steps: int = setting(500, "Validate every (steps)", "0 leaves it to the minutes.", ge=0)
    validate_minutes: float = setting(0.0, "Validate every (minutes)", "0 leaves it to the steps.", ge=0.0)
    validate_pairs: int = setting(
        1000,
        "Validation pairs translated",
        "At most so many are translated for BLEU each time; 0 means all.",
        ge=0,
        advanced=True,
    )
    log_steps: int = setting(10, "Log every (steps)", "Points of the loss curve.", ge=1, advanced=True)
    samples: int = setting(5, "Sample translations", "Validation sentences followed through training.", ge=0, le=50)
    metric: Literal["bleu", "chrf", "loss"] = setting(
        "bleu", "Best by", "Which validation score picks the best checkpoint."
    )
    patience: int = setting(
        0, "Patience", "Stop after so many validations without a new best; 0 never stops early.", ge=0
    )
    averaging: Literal["none", "ema", "last"] = setting(
        "ema", "Weight averaging", "Average weights for validation and the saved best when they are better."
    )
    ema_decay: float = setting(0.999, "EMA decay", "Memory of the running average.", gt=0.0, lt=1.0, advanced=True)
    average_last: int = setting(5, "Average last", "Validations averaged by 'last'.", ge=2, le=50, advanced=True)
    snapshots: int = setting(
        12, "Snapshots", "Light weights-only snapshots kept along the way, to look back.", ge=0, le=100, advanced=True
    )
    max_gradient_norm: float = setting(
        1e4, "Divergence limit", "A gradient norm above this counts as diverged.", gt=1.0, advanced=True
    )
    seed: int = setting(1, "Seed", "The same seed on the same machine gives the same model.", ge=0, le=2**32 - 1)


class SearchConfig(Section):
    """How a translation is searched."""

    beam: int = setting(5, "Beam size", "Hypotheses kept; 1 is greedy.", ge=1, le=64)
    nbest: int = setting(1, "N-best", "Translations returned.", ge=1, le=64)
    prune: float = setting(
        4.0,
        "Prune behind",
        "Hypotheses so far behind the best of their sentence, in nats, are dropped where one translation is wanted;"
        " 0 keeps all.",
        ge=0.0,
        le=100.0,
        advanced=True,
    )
    length_penalty: float = setting(
        1.0, "Length penalty", "Alpha of Wu et al. (2016); higher favours longer translations.", ge=0.0, le=5.0
    )
    coverage_penalty: float = setting(
        0.0, "Coverage penalty", "Beta of Wu et al. (2016); penalises source words nobody looked at.", ge=0.0, le=5.0
    )
    max_ratio: float = setting(2.0, "Longest output", "Pieces for each source piece.", gt=0.0, le=20.0, advanced=True)
    max_extra: int = setting(10, "plus", "Pieces added to that.", ge=1, le=1000, advanced=True)
    min_ratio: float = setting(0.0, "Shortest output", "Pieces for each source piece.", ge=0.0, le=2.0, advanced=True)
    no_repeat_ngram: int = setting(
        0,
        "No repeated n-grams",
        "Forbid repeating a sequence of so many pieces; 0 allows it.",
        ge=0,
        le=10,
        advanced=True,
    )
    sampling: bool = setting(False, "Sample", "Draw translations instead of searching for the best.")
    temperature: float = setting(1.0, "Temperature", "Below 1 safer, above 1 bolder.", gt=0.0, le=10.0)
    top_k: int = setting(0, "Top k", "Draw among the best k pieces; 0 means all.", ge=0, le=100_000)
    top_p: float = setting(1.0, "Top p", "Draw among the best pieces of this total probability.", gt=0.0, le=1.0)
    seed: int = setting(1, "Sampling seed", "The same seed draws the same translation.", ge=0, le=2**32 - 1)
    alternatives: int = setting(5, "Alternatives", "Pieces reported at each position.", ge=0, le=50, advanced=True)
    split_sentences: Literal["auto", "on", "off"] = setting("auto", "Cut lines", "auto: as in training.", advanced=True)
    copy_unknown: bool = setting(
        True, "Copy unseen", "Numbers, addresses and codes never seen in training are copied where they are looked at."
    )
    normalise_source: bool = setting(True, "Adapt spelling", "Read sources in the corpus' spelling.", advanced=True)


class RuntimeConfig(Section):
    """Where it runs."""

    device: str = setting("auto", "Device", "auto, cpu, cuda or cuda:N.", pattern=r"^(auto|cpu|cuda(:\d+)?)$")
    threads: int = setting(0, "CPU threads", "0 takes the free cores; exact repetition needs a number.", ge=0, le=1024)
    precision: Literal["auto", "fp32", "bf16"] = setting(
        "auto",
        "Precision",
        "auto takes bf16 on CPUs that it is faster on; it is refused where it would crawl.",
    )
    fast_path: bool = setting(
        True, "Fast path", "Use the fused training path; off runs the plain per-step module.", advanced=True
    )


class RunConfig(Section):
    """Everything that defines a run."""

    preset: str = setting("", "Preset", "Where the values came from; auto derives them from the corpus.")
    data: DataConfig = Field(default_factory=DataConfig)
    tokenizer: TokenizerConfig = Field(default_factory=TokenizerConfig)
    model: Annotated[SerializeAsAny[ModelConfig], BeforeValidator(_choose_model)] = Field(
        default_factory=lambda: _choose_model({})
    )
    training: TrainingConfig = Field(default_factory=TrainingConfig)
    search: SearchConfig = Field(default_factory=SearchConfig)
    runtime: RuntimeConfig = Field(default_factory=RuntimeConfig)


def build_config(values: dict[str, Any], where: str = "") -> RunConfig:
    """Validate a nested dictionary.

    Raises:
        ConfigError: Names the field, the value and what is allowed.
    """
    try:
        return RunConfig.model_validate(values)
    except ValidationError as error:
        raise ConfigError(_explain(error), where=where) from None


#: What pydantic finds wrong, by its kind; the fields are pydantic's own.
_WRONG: dict[str, Callable[..., Message]] = {
    "greater_than": lambda gt: Message("must be greater than {gt}", gt=gt),
    "greater_than_equal": lambda ge: Message("must be at least {ge}", ge=ge),
    "less_than": lambda lt: Message("must be less than {lt}", lt=lt),
    "less_than_equal": lambda le: Message("must be at most {le}", le=le),
    "literal_error": lambda expected: Message("must be {expected}", expected=expected),
    **dict.fromkeys(("int_parsing", "int_type", "int_from_float"), lambda: Message("must be a whole number")),
    **dict.fromkeys(("float_parsing", "float_type", "finite_number"), lambda: Message("must be a number")),
    "bool_parsing": lambda: Message("must be true or false"),
    "bool_type": lambda: Message("must be true or false"),
    "string_type": lambda: Message("must be a text"),
}


def _brief(value: Any) -> Any:
    """A value for a message: as it is, or the beginning of its text where somebody made it long."""
    return value if len(repr(value)) <= 80 else shortened(str(value), 80)


def _explain(error: ValidationError) -> str:
    parts: list[Message] = []
    for item in error.errors()[:5]:
        name = shortened(".".join(str(p) for p in item["loc"]))
        if item["type"] == "extra_forbidden":
            if close := _closest(name):
                parts.append(Message("unknown option '{name}' (did you mean '{close}'?)", name=name, close=close))
            else:
                parts.append(Message("unknown option '{name}'", name=name))
            continue
        found = item["msg"].removeprefix("Value error, ")
        reason: str = found[:1].lower() + found[1:]
        facts = item.get("ctx", {})
        if item["type"] in _WRONG:
            reason = _WRONG[item["type"]](**facts)
        elif isinstance(facts.get("error"), ValueError) and isinstance(facts["error"].args[0], Message):
            reason = facts["error"].args[0]
        parts.append(Message("'{name}' is {value!r}: {reason}", name=name, value=_brief(item["input"]), reason=reason))
    return joined(parts, "; ")


def _closest(name: str) -> str:
    """The option that may have been meant; empty when none is near."""
    import difflib

    return next(iter(difflib.get_close_matches(name, [path for path, _, _ in walk_fields()], n=1, cutoff=0.6)), "")


def merge(base: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    """Deep-merge two nested dictionaries; ``extra`` wins."""
    merged = dict(base)
    for key, value in extra.items():
        old = merged.get(key)
        merged[key] = merge(old, value) if isinstance(old, dict) and isinstance(value, dict) else value
    return merged


def merge_settings(base: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    """``merge`` of configurations; where ``extra`` chooses another architecture, it starts from that one's defaults."""
    before, chosen = (values.get("model", {}).get("architecture") for values in (base, extra))
    if chosen is not None and chosen != (before or DEFAULT_ARCHITECTURE):
        base = {name: section for name, section in base.items() if name != "model"}
    return merge(base, extra)


def load_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file as a nested dictionary.

    Raises:
        ConfigError: The file is missing or is not TOML.
    """
    try:
        return parse_toml(read_text(path))
    except FileNotFoundError:
        raise ConfigError(Message("no such file"), where=str(path)) from None
    except (ValueError, OSError) as error:
        raise ConfigError(Message("cannot be read as TOML: {reason}", reason=reason(error)), where=str(path)) from None


def to_toml(config: RunConfig, *, given_only: bool = False) -> str:
    """The configuration as TOML, each field with its description as a comment, or only those that were given."""
    document = tomlkit.document()
    document.add(tomlkit.comment("Configuration of a translation workbench run: workbench train run.toml repeats it."))
    document["preset"] = config.preset
    for name in RunConfig.model_fields:
        section = getattr(config, name)
        if not isinstance(section, Section):
            continue
        table = tomlkit.table()
        for field, info in type(section).model_fields.items():
            if given_only and field not in section.model_fields_set:
                continue
            item = tomlkit.item(getattr(section, field))
            if info.description:
                item.comment(info.description)
            table.add(field, item)
        document[name] = table
    return tomlkit.dumps(document)


def walk_fields(architecture: str = DEFAULT_ARCHITECTURE) -> Iterator[tuple[str, str, Any]]:
    """All fields as ``(dotted path, section name, FieldInfo)``, for forms and the reference."""
    for name, info in RunConfig.model_fields.items():
        if name == "preset":
            continue
        cls = model_configs()[architecture] if name == "model" else info.annotation
        assert cls is not None
        for field, field_info in cls.model_fields.items():
            if (name, field) == ("model", "architecture"):  # each class knows its own only
                field_info = copy(field_info)
                field_info.annotation = Literal[tuple(model_configs())]
            yield f"{name}.{field}", name, field_info


def path_fields() -> set[str]:
    """Names of all settings that name files, of whatever architecture."""
    fields = (field for architecture in model_configs() for field in walk_fields(architecture))
    return {path.rpartition(".")[2] for path, _, info in fields if is_path(info)}


def named_paths(config: RunConfig) -> dict[tuple[str, str], list[str]]:
    """What a configuration gives for each setting that names files, by section and field; one of one file has one."""
    values, found = config.model_dump(), {}
    for path, section, info in walk_fields(config.model.architecture):
        if is_path(info):
            field = path.rpartition(".")[2]
            given = values[section][field]
            found[section, field] = list(given) if isinstance(given, list) else [given]
    return found
