"""Devices: list them in words, choose one, set threads, and measure which precision is the faster."""

from __future__ import annotations

import functools
import os
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.engine import buffers
from workbench.engine.errors import InputError

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class DeviceInfo:
    """A device a person can choose.

    Attributes:
        id: What ``--device`` takes: "cpu" or "cuda:N".
        name: In words, "CPU, 2 threads" or "NVIDIA H100, 78 GiB free".
        free_bytes: Free memory.
    """

    id: str
    name: str
    free_bytes: int


def cpu_threads() -> int:
    """Cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def list_devices() -> list[DeviceInfo]:
    """The CPU and every CUDA device, without importing torch (NVIDIA's management library is asked)."""
    import psutil

    count = cpu_threads()
    name = f"CPU, {count} threads" if count > 1 else "CPU, 1 thread"
    found = [DeviceInfo("cpu", name, psutil.virtual_memory().available)]
    try:
        import pynvml

        pynvml.nvmlInit()
        try:
            for number in range(pynvml.nvmlDeviceGetCount()):
                handle = pynvml.nvmlDeviceGetHandleByIndex(number)
                name = pynvml.nvmlDeviceGetName(handle)
                free = int(pynvml.nvmlDeviceGetMemoryInfo(handle).free)
                found.append(DeviceInfo(f"cuda:{number}", f"{name}, {free / 2**30:.0f} GiB free", free))
        finally:
            pynvml.nvmlShutdown()
    except Exception:  # no driver, no library, or a driver that cannot be asked: then there is no GPU to offer
        return found
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
            built = "" if torch.backends.cuda.is_built() else " This torch is a CPU build."
            raise InputError(
                f"there is no CUDA device {number}; {available} found.{built}",
                where="device",
                advice="Use --device cpu or auto.",
            )
        return torch.device(f"cuda:{number}")
    if name != "cpu":
        raise InputError(f"unknown device '{name}'", where="device", advice="Use auto, cpu or cuda:N.")
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
        count: Threads, 0 for all cores.

    Returns:
        Threads set.
    """
    import torch

    count = count or cpu_threads()
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


@functools.cache
def bf16_is_faster(kind: str) -> bool:
    """Whether bf16 products beat float32 ones clearly on this machine (measured once, a tenth of a second).

    Args:
        kind: "cpu" or "cuda".
    """
    import torch

    if kind == "cuda":
        return torch.cuda.is_bf16_supported(including_emulation=False)
    times = {}
    for dtype in (torch.float32, torch.bfloat16):
        a, b = torch.ones(512, 512, dtype=dtype), torch.ones(512, 1024, dtype=dtype)
        best = float("inf")
        for _ in range(6):
            started = time.perf_counter()
            a @ b
            best = min(best, time.perf_counter() - started)
        times[dtype] = best
    return times[torch.bfloat16] < 0.8 * times[torch.float32]


def choose_precision(wish: str, device: torch.device) -> str:
    """``auto|fp32|bf16`` to "fp32" or "bf16"."""
    if wish != "auto":
        return wish
    return "bf16" if bf16_is_faster(device.type) else "fp32"
