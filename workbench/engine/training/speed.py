"""How fast this machine trains a model, found out with the model itself on made-up sentences."""

from __future__ import annotations

import time

import torch

from workbench.engine.core.config import RunConfig
from workbench.engine.dataset.batch import Batch
from workbench.engine.device.precision import choose_precision
from workbench.engine.device.threads import Threads
from workbench.engine.models.weights import build_model
from workbench.engine.runs.machine_speed import remember_speed, typical_speed
from workbench.engine.text.special_ids import BOS, EOS
from workbench.engine.training.distributed import Ranks
from workbench.engine.training.optimization.optim import clip_gradients, make_optimizer
from workbench.engine.training.optimization.step import TrainingStep

#: Most sentences of a batch, pieces of a sentence with its end. Two cores with AVX2 take 62 sentences, the thousand
#: pieces of a run's batch, through the smallest model 1.6 times as fast as 24, and through ``small`` 1.15 times.
_SENTENCES, _CARD_SENTENCES, _PIECES = 64, 256, 16
#: Seconds that one measurement takes at most, its first step apart; steps that are enough.
_SECONDS, _ENOUGH = 0.5, 4


class MeasuredSpeed:
    """A ``Speed`` that measures each model once and remembers it for this machine.

    Args:
        ranks: The processes of the run; they work at once.
        threads: CPU threads that calculate.
    """

    def __init__(self, ranks: Ranks, threads: Threads) -> None:
        self._ranks, self._threads = ranks, threads
        self._known: dict[tuple[str, int], float] = {}

    def __call__(self, config: RunConfig, vocabulary: int) -> float:
        """Target pieces a second of plain training."""
        key = (config.model.model_dump_json(), vocabulary)
        if key not in self._known:
            self._threads.apply()
            device, threads = self._ranks.device, self._threads.most
            speed = measure_speed(config, vocabulary, device)
            if config.runtime.precision == "auto":  # what a run takes here unless somebody says otherwise
                remember_speed(config, vocabulary, threads, device.type, speed)
            speed = speed or typical_speed(threads, device.type)(config, vocabulary)
            self._known[key] = speed * self._ranks.world
        return self._known[key]


def measure_speed(config: RunConfig, vocabulary: int, device: torch.device) -> float:
    """Target pieces a second of a few training steps: the median step, the first one apart.

    Returns:
        0 where the device has too little memory even for one sentence.
    """
    sentences = _CARD_SENTENCES if device.type == "cuda" else _SENTENCES
    sentences = max(1, min(sentences, config.training.batch_tokens // _PIECES))
    state = torch.random.get_rng_state()
    try:
        while sentences:
            try:
                return _measured(config, vocabulary, device, sentences)
            except torch.OutOfMemoryError:  # the run itself takes its batches in parts then
                sentences //= 2
            torch.cuda.empty_cache()  # only here is the error gone, which holds the tensors of the try
        return 0.0
    finally:
        torch.random.set_rng_state(state)


def _measured(config: RunConfig, vocabulary: int, device: torch.device, sentences: int) -> float:
    precision = choose_precision(config.runtime.precision, device)
    training = config.training.model_copy(update={"rdrop": 0.0})
    model = build_model(config.model, vocabulary, vocabulary, config.tokenizer.shared).to(device)
    step = TrainingStep(model, training, precision, config.runtime.fast_path)
    optimizer = make_optimizer(model, training)
    batch = _batch(sentences, vocabulary)
    seconds: list[float] = []
    began = time.perf_counter()
    while len(seconds) <= _ENOUGH and (len(seconds) < 2 or time.perf_counter() - began < _SECONDS):
        if len(seconds) == 1:
            began = time.perf_counter()
        seconds.append(_take(step, optimizer, batch, device))
    return batch.tokens / sorted(seconds[1:])[(len(seconds) - 1) // 2]


def _take(step: TrainingStep, optimizer: torch.optim.Optimizer, batch: Batch, device: torch.device) -> float:
    began = time.perf_counter()
    loss, _ = step(batch, 1.0, torch.Generator())
    (loss / batch.tokens).backward()
    clip_gradients(list(step.parameters()), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    if device.type == "cuda":
        torch.cuda.synchronize(device)
    return time.perf_counter() - began


def _batch(sentences: int, vocabulary: int) -> Batch:
    """Sentences of equal length, of pieces drawn at random."""
    generator = torch.Generator().manual_seed(1)
    pieces = torch.randint(EOS + 1, max(EOS + 2, vocabulary), (sentences, _PIECES), generator=generator)
    pieces[:, -1] = EOS
    inputs = torch.cat([torch.full((sentences, 1), BOS), pieces[:, :-1]], 1)
    lengths = torch.full((sentences,), _PIECES)
    return Batch(pieces, lengths, inputs, pieces, lengths, sentences * _PIECES)
