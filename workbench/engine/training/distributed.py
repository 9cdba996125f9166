"""Several processes, one run: what the trainer needs of torch.distributed, and nothing when there is one process."""

from __future__ import annotations

import gc
import os
from datetime import timedelta
from typing import Any

import torch
import torch.distributed as dist
from torch import nn
from torch.nn.parallel import DistributedDataParallel

#: How long processes wait for each other. All wait for the first one while it prepares the corpus, validates or is
#: paused, and a batch system may hold all of them for as long as it likes; torch's own 30 minutes (10 between GPUs)
#: would end such a run. A process that dies is not waited for: its connections close and torchrun ends the others.
PATIENCE = timedelta(days=7)


class Ranks:
    """This process's place among those that ``torchrun`` started; one process alone needs no set-up."""

    def __init__(self, device: torch.device) -> None:
        self.world = int(os.environ.get("WORLD_SIZE", "1"))
        self.rank = int(os.environ.get("RANK", "0"))
        self.device = device
        if self.world > 1 and not dist.is_initialized():
            # what ranks tell each other goes through the CPU, so that no GPU is waited for; gradients go through NCCL.
            # Connecting gloo also makes all ranks meet here.
            dist.init_process_group("cpu:gloo,cuda:nccl" if device.type == "cuda" else "gloo", timeout=PATIENCE)

    @property
    def first(self) -> bool:
        """Whether this process writes."""
        return self.rank == 0

    def wrap(self, module: nn.Module) -> nn.Module:
        """Share gradients among the processes."""
        if self.world == 1:
            return module
        devices = [self.device.index] if self.device.type == "cuda" else None
        return DistributedDataParallel(module, device_ids=devices)

    def sum(self, *values: float) -> list[float]:
        """Sums over all processes."""
        if self.world == 1:
            return list(values)
        tensor = torch.tensor(values, dtype=torch.float64)
        dist.all_reduce(tensor)
        return [float(v) for v in tensor.tolist()]

    def from_first(self, value: Any) -> Any:
        """The first process's value, in all of them."""
        if self.world == 1:
            return value
        box = [value]
        dist.broadcast_object_list(box, src=0, device=torch.device("cpu"))
        return box[0]

    def wait(self) -> None:
        """Until all are here."""
        self.sum(0.0)

    def close(self) -> None:
        """Leave the group."""
        if self.world > 1 and dist.is_initialized():
            # the wrapped model holds the group's threads, which must end before the interpreter does
            gc.collect()
            dist.destroy_process_group()


def local_device(wish: str) -> str:
    """Under ``torchrun`` each process takes the CUDA device of its local rank, where there is one."""
    local = os.environ.get("LOCAL_RANK")
    if local is not None and wish in ("auto", "cuda") and torch.cuda.is_available():
        return f"cuda:{local}"
    return wish
