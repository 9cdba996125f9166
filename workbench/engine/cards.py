"""NVIDIA's cards under the numbers that torch gives them, with what the driver's management library knows of each.

The two number cards differently: torch counts only those that ``CUDA_VISIBLE_DEVICES`` lets through, in that order, and
the fastest first where ``CUDA_DEVICE_ORDER`` says nothing; the management library (NVML) counts all, by their place on
the bus. So a card is never looked up by its number, but by its UUID, or by its address on the bus.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Card:
    """A card that torch can use.

    Attributes:
        number: Torch's, the N of ``cuda:N``.
        name: As its maker calls it.
        free_bytes: Free memory; all of its memory where the driver cannot be asked.
    """

    number: int
    name: str
    free_bytes: int


def usable_cards() -> list[Card]:
    """The cards that torch can use, by torch's numbers."""
    import torch

    if not torch.cuda.is_available():
        return []
    found = []
    with _management() as nvml:
        for number in range(torch.cuda.device_count()):
            card = torch.cuda.get_device_properties(number)
            free = int(card.total_memory)
            handle = _find(nvml, card)
            if handle is not None:
                with suppress(nvml.NVMLError):
                    free = int(nvml.nvmlDeviceGetMemoryInfo(handle).free)
            found.append(Card(number, str(card.name), free))
    return found


def unusable_cards() -> list[str]:
    """Names of the cards that are there and not hidden by ``CUDA_VISIBLE_DEVICES``, but that this torch cannot use."""
    import torch

    with _management() as nvml:
        if nvml is None:
            return []
        try:
            present = [nvml.nvmlDeviceGetHandleByIndex(n) for n in range(nvml.nvmlDeviceGetCount())]
            names = {_text(nvml.nvmlDeviceGetUUID(handle)): _text(nvml.nvmlDeviceGetName(handle)) for handle in present}
            wanted = visible_cards(os.environ.get("CUDA_VISIBLE_DEVICES"), list(names))
            count = torch.cuda.device_count() if torch.cuda.is_available() else 0
            if count >= len(wanted):
                return []
            handles = [_find(nvml, torch.cuda.get_device_properties(number)) for number in range(count)]
            used = {_text(nvml.nvmlDeviceGetUUID(handle)) for handle in handles if handle is not None}
        except nvml.NVMLError:
            return []
        return [names[uuid] for uuid in wanted if uuid not in used]


def open_card(number: int) -> Any:
    """The management library's handle of torch's card ``number``, for as long as the program runs; None without one."""
    import torch

    nvml = _load()
    if nvml is None:
        return None
    try:
        nvml.nvmlInit()
    except nvml.NVMLError:
        return None
    return _find(nvml, torch.cuda.get_device_properties(number))


def visible_cards(setting: str | None, uuids: Sequence[str]) -> list[str]:
    """Which cards ``CUDA_VISIBLE_DEVICES`` lets through.

    It holds numbers, UUIDs (their beginning is enough) or names of parts of a card, ``MIG-GPU-UUID/...``, separated by
    commas; whatever follows the first that does not exist is hidden (CUDA C++ Programming Guide, "CUDA Environment
    Variables").

    Args:
        setting: Its value; None where it is not set.
        uuids: UUIDs of all cards, in NVML's order.

    Returns:
        UUIDs, in the order of the setting.
    """
    if setting is None:
        return list(uuids)
    chosen: list[str] = []
    for word in (part.strip() for part in setting.split(",")):
        if word.isdecimal():
            found = [uuids[int(word)]] if int(word) < len(uuids) else []
        elif word.startswith("MIG-GPU-"):
            found = [uuid for uuid in uuids if uuid == word.removeprefix("MIG-").partition("/")[0]]
        elif word.startswith("MIG-"):  # newer drivers' name does not say which card it is a part of
            found = list(uuids) if len(uuids) == 1 else []
        else:
            found = [uuid for uuid in uuids if word and uuid.startswith(word)]
        if len(found) != 1:  # none, or a beginning that several share
            break
        if found[0] not in chosen:
            chosen.append(found[0])
    return chosen


def _find(nvml: Any, card: Any) -> Any:
    """The handle of a card of which torch tells the properties; of a part of a card (MIG) that part's, or the card's.

    None where there is no library, or where it knows no such card.
    """
    if nvml is None:
        return None
    uuid = str(getattr(card, "uuid", "")).removeprefix("GPU-").removeprefix("MIG-")
    for kind in ("GPU", "MIG") if uuid else ():
        with suppress(nvml.NVMLError):
            return nvml.nvmlDeviceGetHandleByUUID(f"{kind}-{uuid}".encode())
    place: list[int] = [getattr(card, f"pci_{part}_id", -1) for part in ("domain", "bus", "device")]
    if min(place) >= 0:
        with suppress(nvml.NVMLError):
            return nvml.nvmlDeviceGetHandleByPciBusId("{:08X}:{:02X}:{:02X}.0".format(*place).encode())
    return None


def _text(value: Any) -> str:
    # older versions of the library's wrapper give bytes
    return value.decode() if isinstance(value, bytes) else str(value)


def _load() -> Any:
    try:
        import pynvml
    except ImportError:
        return None
    return pynvml


@contextmanager
def _management() -> Iterator[Any]:
    """The management library, begun and ended; None without a driver."""
    nvml = _load()
    if nvml is not None:
        try:
            nvml.nvmlInit()
        except nvml.NVMLError:
            nvml = None
    try:
        yield nvml
    finally:
        if nvml is not None:
            with suppress(nvml.NVMLError):
                nvml.nvmlShutdown()
