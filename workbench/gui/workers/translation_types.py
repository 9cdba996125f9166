"""What passes between the translate pane and its thread: requests, results and failures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.types import Translation
from workbench.engine.search.model_cache import ModelChoice, ModelInfo
from workbench.gui.workers.failure import FailureReport

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

#: ``examine(translator, check)`` in the translation thread; ``check`` raises ``Cancelled`` to stop it.
Examine = Callable[["Translator", Callable[[], None]], Any]


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


@dataclass(frozen=True)
class Question:
    """Something to find out about a model, when no translation is waiting.

    Attributes:
        name: Who asks; a newer question of the same name replaces this one.
        number: Tells the questions of one name apart.
        choice: The model.
        examine: Finds it out.
    """

    name: str
    number: int
    choice: ModelChoice
    examine: Examine


@dataclass(frozen=True)
class Answer:
    """What was found out.

    Attributes:
        question: What was asked.
        value: What ``examine`` returned; ``None`` when it failed.
        failure: Why it failed.
    """

    question: Question
    value: Any = None
    failure: FailureReport | None = None
