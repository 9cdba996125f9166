"""What a run tells the world: frozen, JSON-able events, and the sink protocol that receives them."""

from __future__ import annotations

import dataclasses
import json
import math
import re
from dataclasses import dataclass, field
from typing import Any, Protocol, get_args

from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message, from_parts, to_parts

#: Characters that JSON may hold as they are, and that other programs take for the end of a line or for a command.
_BREAKS = re.compile("[\x7f-\x9f\u2028\u2029]")

#: Times and shares are always measured; one that is not a number says nothing, where a loss says that a run broke.
_UNMEASURED = dict.fromkeys(("time", "elapsed", "seconds", "max_seconds", "progress", "epoch"), 0.0)
#: No count, step, time or score of a journal is larger.
_LARGEST = 2**53


@dataclass(frozen=True, kw_only=True)
class Event:
    """Base of all events.

    Attributes:
        time: Seconds since the epoch.
    """

    time: float
    step: int = 0


@dataclass(frozen=True, kw_only=True)
class RunStarted(Event):
    """A run begins.

    Attributes:
        total_steps: Planned optimizer steps (0 when the clock decides).
        max_seconds: Time budget in seconds (0 when steps decide).
        precision: "fp32" or "bf16".
        patience: Validations without improvement before stopping (0: never).
        explanations: Why ``auto`` chose what it chose, one sentence a field.
        versions: Of the program, of Python and of the libraries that decide over bits, by name.
    """

    run: str
    device: str
    parameters: int
    train_pairs: int
    valid_pairs: int
    total_steps: int = 0
    max_seconds: float = 0.0
    precision: str = "fp32"
    patience: int = 0
    explanations: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class RunResumed(Event):
    """A run goes on from a checkpoint at ``step``; readers forget journalled points after it."""

    elapsed: float = 0.0


@dataclass(frozen=True, kw_only=True)
class StepLogged(Event):
    """One training point.

    Attributes:
        loss: What training makes small, per target token, mean since the last point: label-smoothed cross-entropy, and
            with R-Drop how far the readings are apart.
        gradient_norm: Norm before clipping.
        tokens_per_second: Target tokens a second since the last point.
        epoch: Epochs done, fractional.
        elapsed: Seconds of training so far, summed over resumes.
        progress: Share of the run done, 0 to 1, by whichever limit is nearest.
        cross_entropy: Plain cross-entropy of the training batches per target token, as ``Validated.loss`` is that of
            the validation pairs, but with the model's dropout on, with the weights of each step, and on the inputs that
            training feeds; mean since the last point, and over the readings of R-Drop. Not a number in journals from
            before it was measured.
    """

    loss: float
    learning_rate: float
    gradient_norm: float
    teacher_forcing: float
    tokens_per_second: float
    epoch: float
    elapsed: float
    progress: float
    cross_entropy: float = math.nan


@dataclass(frozen=True, kw_only=True)
class Validated(Event):
    """Scores on the validation set.

    Attributes:
        loss: Cross-entropy per target token (no smoothing, teacher forced).
        perplexity: ``exp(loss)``.
        bleu: Corpus BLEU of greedy output, 0 to 100.
        chrf: Corpus chrF, 0 to 100.
        averaged: Whether the averaged weights were used because they were better.
        decided_by: The score that told it from the best before: "bleu", "chrf" or "loss"; "" for the first one, and
            for one that is equal in all.
    """

    loss: float
    perplexity: float
    bleu: float
    chrf: float
    bleu_signature: str = ""
    chrf_signature: str = ""
    averaged: bool = False
    best: bool = False
    decided_by: str = ""
    bad: int = 0
    seconds: float = 0.0
    elapsed: float = 0.0


@dataclass(frozen=True, kw_only=True)
class SampleTranslated(Event):
    """A validation sentence translated at this step."""

    index: int
    source: str
    reference: str
    translation: str


@dataclass(frozen=True, kw_only=True)
class CheckpointSaved(Event):
    """A checkpoint lies complete in the run folder.

    Attributes:
        folder: Folder name inside the run folder.
        kind: "full" (resumable) or "snapshot" (weights only).
    """

    folder: str
    kind: str = "full"
    best: bool = False


@dataclass(frozen=True, kw_only=True)
class Warned(Event):
    """Something a person should know: batch halved, learning rate halved, leak found.

    Attributes:
        code: Stable short name, such as "out_of_memory" or "learning_rate_halved".
    """

    code: str
    message: str


@dataclass(frozen=True, kw_only=True)
class StateChanged(Event):
    """What the run is doing: "preparing", "building", "running", "validating", "paused", "saving", "stopping".

    Attributes:
        total: Units in all, 0 when unknown.
    """

    state: str
    detail: str = ""
    done: int = 0
    total: int = 0


@dataclass(frozen=True, kw_only=True)
class RunFinished(Event):
    """The run is over.

    Attributes:
        status: "completed", "stopped" or "failed".
        elapsed: Seconds of training, summed over resumes.
    """

    status: str
    reason: str = ""
    best_step: int = 0
    best_value: float = 0.0
    metric: str = ""
    elapsed: float = 0.0


AnyEvent = (
    RunStarted
    | RunResumed
    | StepLogged
    | Validated
    | SampleTranslated
    | CheckpointSaved
    | Warned
    | StateChanged
    | RunFinished
)
EVENT_TYPES: dict[str, type[Event]] = {cls.__name__: cls for cls in get_args(AnyEvent)}


class EventSink(Protocol):
    """Anything that receives events: journal file, mailbox of the window, console progress, TensorBoard."""

    def put(self, event: Event) -> None:
        """Take one event; must not block and must not raise for a reader's fault."""

    def close(self) -> None:
        """No further event will come."""


def to_json(event: Event) -> str:
    """One line of JSON; non-finite numbers become ``null`` so that any JSON reader accepts it.

    Texts are written as finished sentences, and once more as templates and values under ``messages``.
    """
    record: dict[str, Any] = {"event": type(event).__name__}
    messages: dict[str, Any] = {}
    for name, value in dataclasses.asdict(event).items():
        record[name] = None if isinstance(value, float) and not math.isfinite(value) else value
        if isinstance(value, Message):
            messages[name] = to_parts(value)
        elif isinstance(value, dict) and any(isinstance(v, Message) for v in value.values()):
            messages[name] = {key: to_parts(v) for key, v in value.items()}
    if messages:
        record["messages"] = messages
    text = json.dumps(record, ensure_ascii=False, allow_nan=False)
    return _BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def from_json(line: str) -> Event | None:
    """Read one journal line.

    Returns:
        The event, or ``None`` for a torn line, an event of a newer version, or one with a value of the wrong kind.
    """
    try:
        record = parse_json(line)
        cls = EVENT_TYPES[record.pop("event")]
        types = {f.name: str(f.type) for f in dataclasses.fields(cls)}
        values = {name: _checked(name, types[name], value) for name, value in record.items() if name in types}
        for name, parts in record.get("messages", {}).items():
            if isinstance(values.get(name), dict):
                values[name] = {key: _typed(from_parts(v), str) for key, v in parts.items()}
            elif isinstance(values.get(name), str):
                values[name] = _typed(from_parts(parts), str)
        return cls(**values)
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
        return None


def _checked(name: str, kind: str, value: Any) -> Any:
    """A value of a journal as its field takes it; windows and reports count and format it without asking again.

    Raises:
        TypeError: It is of another kind.
    """
    if kind == "float":
        number = math.nan if value is None else float(_typed(value, int, float))
        return number if abs(number) <= _LARGEST else _UNMEASURED.get(name, math.nan)
    if kind == "int":
        if abs(_typed(value, int)) > _LARGEST:
            raise TypeError(name)
        return value
    if kind == "dict[str, str]":
        return {str(key): _typed(text, str) for key, text in _typed(value, dict).items()}
    return _typed(value, {"str": str, "bool": bool}[kind])


def _typed(value: Any, *kinds: type) -> Any:
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise TypeError(type(value).__name__)
    return value
