"""The models opened last, so that going back to one does not load it again. Torch is imported when one is opened."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.engine.core.errors import RunFolderError
from workbench.engine.runs.checkpoints import choose
from workbench.engine.runs.folder import STATE, CheckpointInfo, RunFolder
from workbench.engine.text.sentences import SplitRule

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

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


#: ``load(run, checkpoint, device)``.
LoadFunction = Callable[[Path, str, str], "Translator"]


def load_model(run: Path, checkpoint: str, device: str) -> Translator:
    """Open a run's model; imports torch."""
    from workbench.engine.search.opening import open_translator

    return open_translator(run, checkpoint=checkpoint, device=device)


def import_search() -> None:
    """Import what opening a model needs, so that the first one opens quickly."""
    import workbench.engine.search.translator  # noqa: F401


def key_of(checkpoint: CheckpointInfo) -> ModelKey:
    """The weights of a checkpoint."""
    return (checkpoint.path.parent, checkpoint.step, (checkpoint.path / STATE).stat().st_mtime_ns)


def resolve(run: Path, checkpoint: str) -> ModelKey:
    """Which weights a name stands for now.

    Raises:
        RunFolderError: There are none.
    """
    return key_of(RunFolder.open(run).checkpoint(checkpoint))


class ModelCache:
    """Keeps the models used last; not for more than one thread.

    Args:
        load: Opens a model.
        size: How many are kept.
    """

    def __init__(self, load: LoadFunction = load_model, size: int = 2) -> None:
        self._load, self._size = load, size
        #: What is used instead of damaged weights, and why.
        self._replaced: dict[ModelKey, tuple[ModelKey, str]] = {}
        self._models: OrderedDict[tuple[ModelKey, str], Translator] = OrderedDict()

    def clear(self) -> None:
        """Let go of all models."""
        self._models.clear()

    def open(
        self, choice: ModelChoice, checkpoint: str = "", on_load: Callable[[], object] = lambda: None
    ) -> tuple[Translator, ModelInfo]:
        """The translator for a choice, loaded unless it is one of the last used.

        Args:
            choice: Which model, and where.
            checkpoint: Taken instead of the choice's own when given.
            on_load: Called before one is loaded, which takes a moment.

        Raises:
            RunFolderError: There are no such weights, or none of the run are whole.
        """
        checkpoint = checkpoint or choice.checkpoint
        asked = resolve(choice.run, checkpoint)
        weights, _ = self._replaced.get(asked, (asked, ""))
        began = time.perf_counter()
        fresh = (weights, choice.device) not in self._models
        if fresh:
            on_load()
            while len(self._models) >= self._size:
                self._models.popitem(last=False)
            translator, weights = self._load_whole(choice, checkpoint, asked)
            self._models[weights, choice.device] = translator
        _, notice = self._replaced.get(asked, (asked, ""))
        self._models.move_to_end((weights, choice.device))
        translator = self._models[weights, choice.device]
        seconds = time.perf_counter() - began if fresh else 0.0
        _, step, stamp = weights
        info = ModelInfo(
            choice,
            step,
            stamp,
            translator.has_attention,
            str(translator.device),
            seconds,
            translator.split_rule,
            notice,
        )
        return translator, info

    def _load_whole(self, choice: ModelChoice, checkpoint: str, asked: ModelKey) -> tuple[Translator, ModelKey]:
        """Load some weights; where "best" or "last" are damaged, the newest whole ones."""
        weights, _ = self._replaced.get(asked, (asked, ""))
        try:
            return self._load(weights[0], str(weights[1]), choice.device), weights
        except RunFolderError:
            if checkpoint not in ("best", "last"):
                raise
            chosen, notice = choose(RunFolder.open(choice.run), checkpoint)
            weights = key_of(chosen)
            self._replaced[asked] = (weights, notice)
            if not notice:  # the weights are whole: something else of the run is at fault
                raise
            return self._load(weights[0], str(weights[1]), choice.device), weights
