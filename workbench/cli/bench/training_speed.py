"""What a training step costs, part by part; ``workbench bench train`` prints it."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

import numpy as np
import psutil
import torch

from workbench.engine.core.config import RunConfig
from workbench.engine.core.schema import ModelConfig
from workbench.engine.corpora.readers.text import read_parallel
from workbench.engine.dataset.batch import Batch
from workbench.engine.dataset.batching import BatchSampler
from workbench.engine.device.devices import choose_device, describe_device
from workbench.engine.device.precision import choose_precision
from workbench.engine.device.threads import Threads
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.models.weights import build_model
from workbench.engine.text.tokenizer import Tokenizers
from workbench.engine.training.loader import Group, Loader
from workbench.engine.training.optimization.optim import clip_gradients, make_optimizer
from workbench.engine.training.optimization.step import TrainingStep

#: Steps before the measured ones: memory and kernels are made in them.
WARM = 3


def measure_training(config: RunConfig, steps: int, reference: bool = False) -> dict[str, Any]:
    """Run ``steps`` training steps and say where their time went; with ``reference``, the plain module in turn."""
    device = choose_device(config.runtime.device)
    threads = Threads(config.runtime.threads)
    threads.apply()
    precision = choose_precision(config.runtime.precision, device)
    tokenizers, loader, groups = _loader(config, steps, device)
    peak = matrix_peak(device, precision)
    if device.type == "cuda":
        torch.cuda.reset_peak_memory_stats(device)
    runners = {}
    for name in ("fast", "plain") if reference else ("fast",):
        torch.manual_seed(config.training.seed)
        model = build_model(config.model, tokenizers.source.size, tokenizers.target.size, False).to(device)
        runners[name] = _Runner(model, config, precision, name == "fast", device)
    batches, waits = [], []
    for number, group in enumerate(groups):
        began = time.perf_counter()
        batches += loader.take(group, number, groups[number + 1] if number + 1 < len(groups) else None)
        threads.apply()
        waits.append(time.perf_counter() - began)
        # in turn and in changing order, so that a busy machine is busy for both
        order = list(runners.values())
        for runner in order if number % 2 else reversed(order):
            runner.step(number, batches[-1], warm=number >= WARM)
    loader.close()
    memory = torch.cuda.max_memory_allocated(device) if device.type == "cuda" else psutil.Process().memory_info().rss
    fast = runners["fast"]
    peak_after = matrix_peak(device, precision)
    result: dict[str, Any] = {
        "setting": config.model.model_dump() | {"batch_sentences": config.training.batch_sentences},
        "device": describe_device(device),
        "threads": threads.count,
        "precision": precision,
        "steps": len(fast.seconds),
        **fast.summary(),
        "ms_waiting_for_batch": round(1000 * statistics.mean(waits[WARM:]), 2),
        "matrix_peak_gflops": round(max(peak, peak_after) / 1e9),
    }
    flops = model_flops(config.model, fast.model.target_vocab, batches[WARM:]) / sum(fast.seconds)
    result["matrix_gflops"] = round(flops / 1e9)
    result["share_of_peak"] = round(flops / max(peak, peak_after), 3)
    result["memory_mb"] = round(memory / 2**20)
    if reference:
        plain = runners["plain"]
        ratios = [p / f for p, f in zip(plain.seconds, fast.seconds, strict=True)]
        result["plain_target_tokens_per_second"] = plain.summary()["target_tokens_per_second"]
        result["speedup_median"] = round(statistics.median(ratios), 2)
        gaps = [abs(a - b) for a, b in zip(fast.losses, plain.losses, strict=True)]
        result["largest_loss_gap"] = max(gaps)
    return result


class _InMemory:
    """Encoded pairs in plain lists."""

    def __init__(self, sources: list[Any], targets: list[Any]) -> None:
        self._sources, self._targets = sources, targets

    def source(self, index: int) -> Any:
        """Source pieces of one pair."""
        return self._sources[index]

    def target(self, index: int) -> Any:
        """Target pieces of one pair."""
        return self._targets[index]


def _loader(config: RunConfig, steps: int, device: torch.device) -> tuple[Tokenizers, Loader, list[Group]]:
    """Tokenizers, what makes batches, and the pairs of each step, those of warming up included."""
    pairs = list(read_parallel(Path(config.data.src), Path(config.data.tgt)))
    sources, targets = [p.source for p in pairs], [p.target for p in pairs]
    tokenizers = Tokenizers.train(sources, targets, config.tokenizer)
    limit = config.training.max_tokens
    source = [np.array(s[:limit], np.int32) for s in tokenizers.source.encode_batch(sources)]
    target = [np.array(t[:limit], np.int32) for t in tokenizers.target.encode_batch(targets)]
    sampler = BatchSampler(
        np.array([len(s) for s in source], np.int32),
        np.array([len(t) for t in target], np.int32),
        batch_tokens=config.training.batch_tokens,
        batch_sentences=config.training.batch_sentences,
        seed=config.training.seed,
    )
    groups: list[Group] = []
    epoch = 0
    while len(groups) < steps + WARM:
        groups += [[indices] for indices in sampler.epoch(epoch)]
        epoch += 1
    store = _InMemory(source, target)
    return tokenizers, Loader(store, config.training, pinned=device.type == "cuda"), groups[: steps + WARM]


class _Runner:
    """One model under measurement; the same step as the trainer's."""

    def __init__(
        self, model: EncoderDecoder, config: RunConfig, precision: str, fast: bool, device: torch.device
    ) -> None:
        self.model, self.device = model, device
        self.stepper = TrainingStep(model, config.training, precision, fast)
        self.optimizer = make_optimizer(model, config.training)
        self.clip = config.training.clip_norm
        self.seconds: list[float] = []
        self.parts: dict[str, list[float]] = {"forward": [], "backward": [], "clip": [], "optimizer": []}
        self.tokens = 0
        self.losses: list[float] = []

    def _now(self) -> float:
        if self.device.type == "cuda":
            torch.cuda.synchronize(self.device)
        return time.perf_counter()

    def step(self, number: int, batch: Batch, warm: bool) -> None:
        """One optimizer step; counted once ``warm``."""
        torch.manual_seed(number)
        marks = [self._now()]
        loss, _ = self.stepper(batch, 1.0, torch.Generator())
        marks.append(self._now())
        (loss / batch.tokens).backward()
        marks.append(self._now())
        clip_gradients(list(self.model.parameters()), self.clip)
        marks.append(self._now())
        self.optimizer.step()
        self.optimizer.zero_grad(set_to_none=True)
        marks.append(self._now())
        self.losses.append(float(loss.detach()) / batch.tokens)
        if warm:
            self.seconds.append(marks[-1] - marks[0])
            self.tokens += batch.tokens
            for name, start, end in zip(self.parts, marks, marks[1:], strict=False):
                self.parts[name].append(end - start)

    def summary(self) -> dict[str, Any]:
        """Figures over the warm steps."""
        total = sum(self.seconds)
        return {
            "target_tokens_per_second": round(self.tokens / total),
            "steps_per_second": round(len(self.seconds) / total, 2),
            **{f"ms_{name}": round(1000 * statistics.mean(times), 2) for name, times in self.parts.items()},
        }


def matrix_peak(device: torch.device, precision: str) -> float:
    """Best measured speed of a large matrix product, in operations a second."""
    dtype = torch.bfloat16 if precision == "bf16" else torch.float32
    n = 8192 if device.type == "cuda" else 1024
    a, b = torch.randn(n, n, device=device).to(dtype), torch.randn(n, n, device=device).to(dtype)
    best = float("inf")
    for _ in range(20):
        started = time.perf_counter()
        a @ b
        if device.type == "cuda":
            torch.cuda.synchronize(device)
        best = min(best, time.perf_counter() - started)
    return 2 * n**3 / best


def model_flops(model: ModelConfig, vocab: int, batches: list[Batch]) -> float:
    """Operations of the matrix products that these batches need, forward and backward, padding not counted."""
    times = {
        "source": sum(int(b.src_lengths.sum()) for b in batches),
        "target": sum(b.tokens for b in batches),
        "sentence": sum(b.src.shape[0] for b in batches),
    }
    return 6.0 * sum(weights * times[use] for use, weights in model.multiplied_weights(vocab).items())
