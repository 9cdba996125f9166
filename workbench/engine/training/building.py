"""Building what trains, from a configuration and prepared data: model, optimizer, validator, checkpoints."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch

from workbench.engine.core.config import RunConfig
from workbench.engine.dataset.batching import BatchSampler
from workbench.engine.dataset.prepare import Prepared
from workbench.engine.device.precision import choose_precision, resumed_precision, slow_bf16
from workbench.engine.device.threads import Threads
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.models.embeddings import FixedRows, initialise_from_vectors
from workbench.engine.models.weights import build_model, check_fit
from workbench.engine.runs.begun_here import refuse_files_of_others
from workbench.engine.runs.folder import CheckpointInfo, RunFolder
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.distributed import Ranks
from workbench.engine.training.emitter import EventEmitter
from workbench.engine.training.learner import Learner
from workbench.engine.training.loader import EpochBatches
from workbench.engine.training.saving.checkpoint_manager import CheckpointManager, fixed_in
from workbench.engine.training.state import LiveState, TrainState
from workbench.engine.training.validation import Validator


@dataclass(frozen=True)
class RunContext:
    """What every part of a run in training needs.

    Attributes:
        resumed: Whether it goes on, in a folder that may be another's.
    """

    config: RunConfig
    folder: RunFolder
    ranks: Ranks
    control: TrainingControl
    live: LiveState
    emitter: EventEmitter
    threads: Threads
    resumed: bool = False


@dataclass(frozen=True)
class BuiltRun:
    """What trains; a run that diverges before its first checkpoint gets another one.

    Attributes:
        learner: Model, optimizer and running average.
    """

    learner: Learner
    epochs: EpochBatches
    validator: Validator
    checkpoints: CheckpointManager

    def settled(self, state: TrainState, metric: str) -> TrainState:
        """A state with what was found out while building: precision, metric and BLEU's tokenizer."""
        return replace(state, precision=self.learner.precision).with_metric(metric, self.validator.units)


def build_run(context: RunContext, data: Prepared, start: CheckpointInfo | None) -> BuiltRun:
    """Build a run as it is before its first step.

    Args:
        context: The run; its live state tells precision and tokenizer of a run that goes on.
        start: The checkpoint whose weights are loaded next, ``None`` for a run from its beginning.
    """
    config, ranks, tokenizers = context.config, context.ranks, data.tokenizers
    training = config.training
    precision = _precision(context)
    sizes = tokenizers.source.size, tokenizers.target.size, tokenizers.shared
    if start is not None:
        check_fit(config.model, *sizes, start.weights)
    torch.manual_seed(training.seed)
    model = build_model(config.model, *sizes)
    fixed = _fixed_rows(context, data, model, start)
    model.to(ranks.device)
    learner = Learner(model, fixed, config, precision, ranks, context.emitter)
    sampler = BatchSampler(
        data.train.source_lengths,
        data.train.target_lengths,
        batch_tokens=training.batch_tokens,
        batch_sentences=training.batch_sentences,
        seed=training.seed,
        rank=ranks.rank,
        world=ranks.world,
    )
    validator = Validator(
        data.valid,
        tokenizers,
        config,
        autocast=learner.autocast,
        device=ranks.device,
        tokenizer=context.live.state.tokenizer,
        seen=data.seen,
        threads=context.threads,
    )
    checkpoints = CheckpointManager(context.folder, training, learner, shared=tokenizers.shared)
    return BuiltRun(learner, EpochBatches(sampler, training.accumulation), validator, checkpoints)


def _precision(context: RunContext) -> str:
    """The precision asked for, or the faster one; a run keeps to what it began with where that can be done."""
    ranks = context.ranks
    wish: str = context.config.runtime.precision
    if wish == "auto":
        wish = context.live.state.precision or choose_precision(wish, ranks.device)
    chosen, lack = resumed_precision(wish, ranks.device)
    # one precision for all processes: that of the least able device
    chosen = "bf16" if ranks.sum(chosen == "bf16")[0] == ranks.world else "fp32"
    slow = slow_bf16(ranks.device) if chosen == "bf16" else ""
    if lack or slow:
        context.emitter.warn("precision", lack or slow)
    return chosen


def _fixed_rows(
    context: RunContext, data: Prepared, model: EncoderDecoder, start: CheckpointInfo | None
) -> list[FixedRows]:
    """Start the embeddings from the vectors of the configuration; returns their rows that are not trained."""
    model_config = context.config.model
    if start is not None:
        # its weights are loaded next: the files are not needed, and need not be there any more
        fixed = fixed_in(start, model)
        if fixed or not model_config.vectors_stay:
            return fixed
    if context.resumed and context.ranks.first:  # the note lies where the run was begun
        refuse_files_of_others(context.folder.path, model_config.vector_files.values())
    vocabularies = [side.vocabulary() for side in (data.tokenizers.source, data.tokenizers.target)]
    fixed, messages = initialise_from_vectors(model, model_config, *vocabularies)
    for message in messages:
        context.emitter.warn("vectors", message)
    return fixed
