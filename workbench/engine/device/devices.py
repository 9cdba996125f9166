"""Devices: list them in words, choose one, set threads."""

from __future__ import annotations

import math
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.device import buffers
from workbench.engine.device.cards import usable_cards

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class DeviceInfo:
    """A device a person can choose.

    Attributes:
        id: What ``--device`` takes: "cpu" or "cuda:N".
        name: In words, "CPU, 2 threads" or "NVIDIA H100, 78 GiB free".
    """

    id: str
    name: str
    free_bytes: int


def cpu_threads() -> int:
    """Cores this process may use: those it may run on, and no more than its container's share of time is worth."""
    return max(1, min(_cores_of(0), _container_cores()))


def rank_threads() -> int:
    """Cores for this process when all processes of a run on this machine (``torchrun``'s ranks) work at once.

    They divide the cores that their launcher may use; a rank that was bound to fewer takes those.
    """
    try:
        ranks = int(os.environ.get("LOCAL_WORLD_SIZE", "1"))
    except ValueError:
        ranks = 1
    if ranks <= 1:
        return cpu_threads()
    together = min(_cores_of(os.getppid()), _container_cores())
    return max(1, min(cpu_threads(), together // ranks))


def _cores_of(process: int) -> int:
    """Cores a process may run on; 0 is this one."""
    if hasattr(os, "sched_getaffinity"):
        try:
            return len(os.sched_getaffinity(process))
        except OSError:  # it has ended, or another user's cannot be asked
            pass
    return os.cpu_count() or 1


def _container_cores(root: Path = Path("/sys/fs/cgroup")) -> int:
    """Cores' worth of time that a container grants (``docker --cpus``), rounded up; very many where nothing says so."""
    for quota, period in (("cpu.max", ""), ("cpu/cpu.cfs_quota_us", "cpu/cpu.cfs_period_us")):  # version 2, version 1
        try:
            words = " ".join((root / name).read_text(encoding="ascii") for name in (quota, period) if name).split()
            granted, of = (int(word) for word in words)
        except (OSError, ValueError):  # "max" for no limit, or no control groups
            continue
        if granted > 0 < of:
            return math.ceil(granted / of)
    return sys.maxsize


def list_devices() -> list[DeviceInfo]:
    """The CPU and every CUDA device that torch can use, by torch's numbers; loads torch."""
    import psutil

    count = cpu_threads()
    name = Message("CPU, {count} threads", count=count) if count > 1 else Message("CPU, 1 thread")
    found = [DeviceInfo("cpu", name, psutil.virtual_memory().available)]
    for card in usable_cards():
        text = Message("{name}, {free:.0f} GiB free", name=card.name, free=card.free_bytes / 2**30)
        found.append(DeviceInfo(f"cuda:{card.number}", text, card.free_bytes))
    return found


def choose_device(name: str = "auto") -> torch.device:
    """Turn ``auto|cpu|cuda|cuda:N`` into a device.

    Raises:
        InputError: A CUDA device that is not there.
    """
    import torch

    available = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if name == "auto":
        return torch.device("cuda:0" if available else "cpu")
    if name.startswith("cuda"):
        number = int(name.partition(":")[2] or 0)
        if number >= available:
            facts = {"number": number, "available": available}
            raise InputError(
                Message("there is no CUDA device {number}; {available} found.", **facts)
                if torch.backends.cuda.is_built()
                else Message(
                    "there is no CUDA device {number}; {available} found. This torch is a CPU build.", **facts
                ),
                where="device",
                advice=Message("Use the device cpu or auto{command_line}.", command_line=" (--device)"),
            )
        return torch.device(f"cuda:{number}")
    if name != "cpu":
        raise InputError(
            Message("unknown device '{name}'", name=name), where="device", advice=Message("Use auto, cpu or cuda:N.")
        )
    return torch.device("cpu")


def describe_device(device: torch.device) -> str:
    """The device in words."""
    for info in list_devices():
        if info.id == str(device) or (device.type == "cpu" and info.id == "cpu"):
            return info.name
    return str(device)


def configure_threads(count: int = 0) -> int:
    """Set torch's threads for the calling thread; call it in a worker before its first operation.

    Args:
        count: Threads, 0 for all cores, or for this process's share of them where several train together. More than
            there are cores are not set: they would wait for each other.

    Returns:
        Threads set.
    """
    import torch

    count = min(count, cpu_threads()) if count else rank_threads()
    torch.set_num_threads(count)
    return count


def trim_memory() -> None:
    """Give freed memory back, also from between blocks in use; called now and then, it keeps a long run flat.

    What the C library keeps can be given back on Linux with glibc only.
    """
    import ctypes

    buffers.clear()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if hasattr(libc, "malloc_trim"):
            libc.malloc_trim(0)
