"""Devices: list them in words, and choose one."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.device import buffers
from workbench.engine.device.cards import usable_cards
from workbench.engine.device.threads import Threads

if TYPE_CHECKING:
    import torch


@dataclass(frozen=True)
class DeviceInfo:
    """A device a person can choose.

    Attributes:
        id: What ``--device`` takes: "cpu" or "cuda:N".
        name: In words, "CPU, up to 2 threads" or "NVIDIA H100, 78 GiB free".
    """

    id: str
    name: str
    free_bytes: int


def list_devices() -> list[DeviceInfo]:
    """The CPU and every CUDA device that torch can use, by torch's numbers; loads torch."""
    import psutil

    found = [DeviceInfo("cpu", _cpu_words(Threads()), psutil.virtual_memory().available)]
    for card in usable_cards():
        text = Message("{name}, {free:.0f} GiB free", name=card.name, free=card.free_bytes / 2**30)
        found.append(DeviceInfo(f"cuda:{card.number}", text, card.free_bytes))
    return found


def _cpu_words(threads: Threads) -> str:
    """The processor, and how much of it is used; other programs may leave less."""
    if threads.most == 1:
        return Message("CPU, 1 thread")
    if threads.fixed:
        return Message("CPU, {count} threads", count=threads.most)
    return Message("CPU, up to {count} threads", count=threads.most)


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


def describe_device(device: torch.device, threads: Threads | None = None) -> str:
    """The device in words; with the ``threads`` of the work, those that it uses of the processor."""
    if device.type == "cpu" and threads is not None:
        return _cpu_words(threads)
    for info in list_devices():
        if info.id == str(device) or (device.type == "cpu" and info.id == "cpu"):
            return info.name
    return str(device)


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
