"""What passes between the translate pane and its thread: choices, requests, results, and what translates."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from workbench.engine.checkpoints import choose
from workbench.engine.config import SearchConfig
from workbench.engine.data.sentences import SplitRule
from workbench.engine.runs import STATE, CheckpointInfo, RunFolder
from workbench.engine.types import Translation
from workbench.gui.workers.failure import FailureReport

#: Run folder, step, and time the checkpoint was written.
ModelKey = tuple[Path, int, int]


@dataclass(frozen=True)
class ModelChoice:
    """Which weights translate, and where.

    Attributes:
        run: Run folder.
        checkpoint: "best", "last" or a step number.
        device: "auto", "cpu", "cuda:N".
    """

    run: Path
    checkpoint: str = "best"
    device: str = "auto"


def resolve(run: Path, checkpoint: str) -> ModelKey:
    """Which weights a name stands for now.

    Raises:
        RunFolderError: There are none.
    """
    return key_of(RunFolder.open(run).checkpoint(checkpoint))


def replacement(run: Path, checkpoint: str) -> tuple[ModelKey, str]:
    """The newest whole weights where "best" or "last" are damaged, and a sentence that says so, or "".

    Raises:
        RunFolderError: None are whole.
    """
    chosen, notice = choose(RunFolder.open(run), checkpoint)
    return key_of(chosen), notice


def key_of(checkpoint: CheckpointInfo) -> ModelKey:
    """The weights of a checkpoint."""
    return (checkpoint.path.parent, checkpoint.step, (checkpoint.path / STATE).stat().st_mtime_ns)


@dataclass(frozen=True)
class Item:
    """One sentence to translate and what its translation must begin with."""

    text: str
    prefix: str = ""


@dataclass(frozen=True)
class TranslationRequest:
    """What to do next; a newer one replaces it.

    Attributes:
        sequence: Grows with every request; older results are dropped.
        choice: The model.
        items: Sentences, the most urgent first; none only loads the model.
        search: How to search.
        steps: When given, translate with each of these checkpoints instead of ``choice.checkpoint``, at leisure.
        requested: ``time.perf_counter()`` when it was made, for latency.
    """

    sequence: int
    choice: ModelChoice
    items: tuple[Item, ...]
    search: SearchConfig
    steps: tuple[int, ...] = ()
    requested: float = 0.0


@dataclass(frozen=True)
class ModelInfo:
    """A model that is ready.

    Attributes:
        choice: What was asked for.
        step: The step it resolved to.
        stamp: Time its checkpoint was written, in nanoseconds; a run folder may be filled anew.
        has_attention: Whether there will be links.
        device: Where it runs.
        seconds: How long loading took; 0 when it was in memory.
        split_rule: How lines are cut into sentences for it.
        notice: Why another checkpoint is used than the one asked for; empty otherwise.
    """

    choice: ModelChoice
    step: int
    stamp: int
    has_attention: bool
    device: str
    seconds: float
    split_rule: SplitRule = field(default_factory=SplitRule)
    notice: str = ""

    @property
    def key(self) -> ModelKey:
        """What tells this model from all others."""
        return (self.choice.run, self.step, self.stamp)


@dataclass(frozen=True)
class TranslationResult:
    """Some sentences of a request.

    Attributes:
        request: What was asked.
        model: Which model answered.
        items: The sentences, in the order of ``translations``.
        translations: Their translations.
        seconds: Time spent decoding them.
        done: ``time.perf_counter()`` when they were ready.
        last: Whether the request is complete.
    """

    request: TranslationRequest
    model: ModelInfo
    items: tuple[Item, ...]
    translations: tuple[Translation, ...]
    seconds: float
    done: float
    last: bool


@dataclass(frozen=True)
class TranslationFailure:
    """A request that failed, as text."""

    request: TranslationRequest
    report: FailureReport


class TranslatorLike(Protocol):
    """The part of ``engine.search.translator.Translator`` that is used here."""

    step: int
    device: Any

    @property
    def has_attention(self) -> bool:
        """Whether translations come with attention."""

    @property
    def split_rule(self) -> SplitRule:
        """How lines are cut into sentences."""

    def translate(
        self,
        sentences: Sequence[str],
        search: SearchConfig,
        *,
        prefixes: Sequence[str] | None = None,
        check: Callable[[], None] | None = None,
    ) -> list[Translation]:
        """Translate."""


#: ``load(run, checkpoint, device)``; called in the worker's thread only.
LoadFunction = Callable[[Path, str, str], TranslatorLike]


def engine_load(run: Path, checkpoint: str, device: str) -> TranslatorLike:
    """The engine's loader; imports torch, so it is only called in the worker's thread."""
    from workbench.engine.search.translator import Translator

    return Translator.load(run, checkpoint=checkpoint, device=device)


def engine_warm_up() -> None:
    """Import what loading a model needs, so that the first one opens quickly."""
    import workbench.engine.search.translator  # noqa: F401
