"""Optimizers and running averages of weights."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any

import torch
from torch import nn

from workbench.engine.core.config import TrainingConfig
from workbench.engine.models.embeddings import FixedRows, put_back


def make_optimizer(model: nn.Module, config: TrainingConfig) -> torch.optim.Optimizer:
    """The chosen optimizer; matrices decay, biases and score vectors do not. Fused where torch has it.

    Whichever it is, decay is apart from the gradient (decoupled, Loshchilov & Hutter 2019, equation 10 and algorithm
    2): as a part of a clipped gradient it would outweigh what there is to learn.
    """
    parameters = [p for p in model.parameters() if p.requires_grad]
    groups = [
        {"params": [p for p in parameters if p.dim() > 1], "weight_decay": config.weight_decay},
        {"params": [p for p in parameters if p.dim() <= 1], "weight_decay": 0.0},
    ]
    rate = config.learning_rate
    if config.optimizer == "adamw":
        return torch.optim.AdamW(groups, lr=rate, betas=(0.9, config.beta2), eps=1e-8, fused=True)
    if config.optimizer == "adam":
        betas = (0.9, config.beta2)
        return torch.optim.Adam(groups, lr=rate, betas=betas, eps=1e-8, fused=True, decoupled_weight_decay=True)
    return DecayedSGD(groups, lr=rate)


class DecayedSGD(torch.optim.SGD):
    """Gradient descent with a momentum of 0.9 and decoupled weight decay.

    Args:
        groups: Parameters with their ``weight_decay``, which torch's own would add to the gradient.
        lr: Learning rate.
    """

    def __init__(self, groups: list[dict[str, Any]], lr: float) -> None:
        apart = [{"params": g["params"], "decoupled_decay": g["weight_decay"]} for g in groups]
        super().__init__(apart, lr=lr, momentum=0.9, fused=True)

    @torch.no_grad()
    def step(self, closure: Any = None) -> Any:
        """Shrink the weights by learning rate times decay, then follow the gradient."""
        for group in self.param_groups:
            weights = [p for p in group["params"] if p.grad is not None]
            if group["decoupled_decay"] and weights:
                torch._foreach_mul_(weights, 1 - group["lr"] * group["decoupled_decay"])
        return super().step(closure)


def clip_gradients(parameters: list[nn.Parameter], longest: float) -> torch.Tensor:
    """Shorten the gradient to at most ``longest``, 0 for any (Pascanu et al. 2013); returns its norm before."""
    gradients = [p.grad for p in parameters if p.grad is not None]
    on_cpu = not gradients or gradients[0].device.type == "cpu"
    limit, foreach = longest or math.inf, None if on_cpu else True
    norm = torch.nn.utils.get_total_norm(gradients, foreach=foreach)
    # most gradients are short enough; on a CPU it costs nothing to look, and saves a pass over all of them
    if not on_cpu or not norm <= limit:
        torch.nn.utils.clip_grads_with_norm_(parameters, limit, norm, foreach=foreach)
    return norm


def exact(tensor: torch.Tensor, like: torch.Tensor) -> torch.Tensor:
    """A tensor of a checkpoint, which may not be stretched to the shape that is wanted.

    Raises:
        ValueError: It has another shape.
    """
    if tensor.shape != like.shape:
        raise ValueError(f"{tuple(tensor.shape)} instead of {tuple(like.shape)}")
    return tensor


class Average(ABC):
    """A mean of weights over the course of a training.

    Args:
        fixed: Rows of them that are never trained, and are no other in the mean.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], fixed: Sequence[FixedRows]) -> None:
        self.live, self.fixed = list(parameters), fixed
        self.mean = [p.detach().clone() for p in self.live]

    @abstractmethod
    def update(self, step: int) -> None:
        """Take in the weights after optimizer step ``step`` (from 1)."""

    @torch.no_grad()
    def swap(self) -> None:
        """Exchange live and averaged weights; a second call takes it back."""
        for mean, live in zip(self.mean, self.live, strict=True):
            kept = live.detach().clone()
            live.copy_(mean)
            mean.copy_(kept)
        put_back(self.fixed)

    @abstractmethod
    def tensors(self) -> dict[str, torch.Tensor]:
        """What it remembers, for a checkpoint."""

    @abstractmethod
    def load(self, tensors: dict[str, torch.Tensor]) -> None:
        """Take that back from a checkpoint."""


class Ema(Average):
    """Exponential moving average (Polyak & Juditsky 1992), started from the first weights it sees.

    ``decay`` is the share of the mean that stays at each step.
    """

    def __init__(self, parameters: Iterable[nn.Parameter], decay: float, fixed: Sequence[FixedRows] = ()) -> None:
        super().__init__(parameters, fixed)
        self.decay = decay

    @torch.no_grad()
    def update(self, step: int) -> None:
        """See ``Average.update``; early on the memory is shorter."""
        decay = min(self.decay, (1 + step) / (10 + step))
        torch._foreach_lerp_(self.mean, [p.detach() for p in self.live], 1 - decay)

    def tensors(self) -> dict[str, torch.Tensor]:
        """See ``Average.tensors``."""
        return {f"average.{i}": t.cpu().contiguous() for i, t in enumerate(self.mean)}

    def load(self, tensors: dict[str, torch.Tensor]) -> None:
        """See ``Average.load``."""
        for i, mean in enumerate(self.mean):
            mean.copy_(exact(tensors[f"average.{i}"], mean))


class LastK(Average):
    """Plain mean of the weights at the last ``k`` validations (Junczys-Dowmunt et al. 2016)."""

    def __init__(self, parameters: Iterable[nn.Parameter], k: int, fixed: Sequence[FixedRows] = ()) -> None:
        super().__init__(parameters, fixed)
        self.k = k
        self.kept: list[list[torch.Tensor]] = []

    @torch.no_grad()
    def update(self, step: int) -> None:
        """Take in the weights of this validation."""
        self._keep([*self.kept[-(self.k - 1) :], [p.detach().clone() for p in self.live]])

    def _keep(self, kept: list[list[torch.Tensor]]) -> None:
        self.kept = kept
        if kept:
            self.mean = [torch.stack(weights).mean(0) for weights in zip(*kept, strict=True)]

    def tensors(self) -> dict[str, torch.Tensor]:
        """See ``Average.tensors``."""
        return {
            f"average.{n}.{i}": t.cpu().contiguous() for n, kept in enumerate(self.kept) for i, t in enumerate(kept)
        }

    def load(self, tensors: dict[str, torch.Tensor]) -> None:
        """See ``Average.load``."""
        count = sum(f"average.{n}.0" in tensors for n in range(self.k))
        self._keep(
            [
                [exact(tensors[f"average.{n}.{i}"], p).to(p.device) for i, p in enumerate(self.live)]
                for n in range(count)
            ]
        )


def make_average(
    parameters: Iterable[nn.Parameter], config: TrainingConfig, fixed: Sequence[FixedRows]
) -> Average | None:
    """The chosen running average of the weights; ``None`` when there is none.

    Args:
        fixed: Rows of them that are never trained.
    """
    if config.averaging == "ema":
        return Ema(parameters, config.ema_decay, fixed)
    if config.averaging == "last":
        return LastK(parameters, config.average_last, fixed)
    return None


def optimizer_tensors(optimizer: torch.optim.Optimizer) -> dict[str, torch.Tensor]:
    """What an optimizer remembers, for a checkpoint."""
    found = {}
    for index, state in optimizer.state_dict()["state"].items():
        for key, value in state.items():
            if value is not None:
                tensor = value if isinstance(value, torch.Tensor) else torch.tensor(value)
                found[f"optimizer.{index}.{key}"] = tensor.detach().cpu().contiguous()
    return found


def load_optimizer(optimizer: torch.optim.Optimizer, tensors: dict[str, torch.Tensor]) -> None:
    """Take an optimizer's memory back from a checkpoint.

    Raises:
        KeyError, ValueError: It is that of another optimizer or model.
    """
    state: dict[int, dict[str, torch.Tensor]] = {}
    for name, tensor in tensors.items():
        if name.startswith("optimizer."):
            _, index, key = name.split(".", 2)
            state.setdefault(int(index), {})[key] = tensor
    keys = {"momentum_buffer"} if isinstance(optimizer, DecayedSGD) else {"step", "exp_avg", "exp_avg_sq"}
    parameters = dict(enumerate(p for group in optimizer.param_groups for p in group["params"]))
    for place, memory in state.items():
        if memory.keys() != keys:
            raise ValueError(f"optimizer.{place} is another optimizer's")
        for key, tensor in memory.items():
            exact(tensor, parameters[place] if key != "step" else torch.zeros(()))
    optimizer.load_state_dict({"state": state, "param_groups": optimizer.state_dict()["param_groups"]})
