"""How fast this machine trains: measured where a run has begun here, else what is typical. Never imports torch."""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.core.files import read_json, write_atomically
from workbench.engine.core.paths import home

#: ``speed(config, vocabulary)``: target pieces a second of plain training, each read once.
Speed = Callable[[RunConfig, int], float]
#: A batch read twice, as R-Drop does, takes so much longer; measured on two processors.
TWICE = 1.9
_FILE, _FORMAT, _MOST = "speed.json", 1, 50
#: Operations a second that a core, or a card, reaches in training: measured with two cores of each kind, and one card.
_CORE, _CORE_AVX512, _CORE_AMX, _CARD = 35e9, 75e9, 270e9, 20e12
_MOST_CORES = 8  # more do not make these models faster


def operations(config: RunConfig, vocabulary: int) -> float:
    """Operations of the matrix products of a target piece, forward and backward."""
    return 6.0 * max(1, sum(config.model.multiplied_weights(vocabulary).values()))


def typical_speed(threads: int, device: str) -> Speed:
    """What machines of the kind reach: an order of magnitude, no promise.

    Args:
        threads: CPU threads.
        device: "cpu" or "cuda".
    """
    core = _CORE_AMX if "amx_bf16" in _flags() else _CORE_AVX512 if "avx512f" in _flags() else _CORE
    reached = _CARD if device == "cuda" else core * min(max(1, threads), _MOST_CORES)
    return lambda config, vocabulary: reached / operations(config, vocabulary)


def known_speed(threads: int, device: str) -> Speed:
    """What was measured here for a model of about that size, with as many threads; else what is typical."""
    typical, measured = typical_speed(threads, device), _measured().get(_kind(threads, device), [])

    def speed(config: RunConfig, vocabulary: int) -> float:
        wanted = operations(config, vocabulary)
        near = [
            (abs(math.log(work / wanted)), work * reached)
            for work, reached in measured
            if work < 4 * wanted < 16 * work
        ]
        return min(near)[1] / wanted if near else typical(config, vocabulary)

    return speed


def remember_speed(config: RunConfig, vocabulary: int, threads: int, device: str, speed: float) -> None:
    """Keep what was measured, in the person's data folder; that it cannot be written costs nothing."""
    if not speed > 0:
        return
    found, kind = _measured(), _kind(threads, device)
    work = operations(config, vocabulary)
    others = [pair for pair in found.get(kind, []) if abs(math.log(pair[0] / work)) > 0.1]
    found[kind] = [*others, (work, speed)][-_MOST:]
    try:
        home().mkdir(parents=True, exist_ok=True)
        write_atomically(home() / _FILE, json.dumps({"format": _FORMAT, "speeds": found}))
    except (OSError, WorkbenchError):
        return


def _kind(threads: int, device: str) -> str:
    return f"{device} {threads if device == 'cpu' else 1}"


def _measured() -> dict[str, list[tuple[float, float]]]:
    """By kind of device, operations a piece and pieces a second; nothing where the file is missing or odd."""
    try:
        content: Any = read_json(home() / _FILE)
        if content.get("format") != _FORMAT:
            return {}
        found = {
            str(kind): [(float(work), float(speed)) for work, speed in pairs]
            for kind, pairs in content["speeds"].items()
        }
    except (OSError, WorkbenchError, KeyError, TypeError, ValueError, AttributeError):
        return {}
    sound = lambda pair: all(0 < number < 1e18 for number in pair)  # noqa: E731
    return {kind: [pair for pair in pairs if sound(pair)] for kind, pairs in found.items()}


@functools.cache
def _flags() -> frozenset[str]:
    """What the processor says that it can do (Linux says; elsewhere nobody is asked)."""
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="ascii", errors="replace")
    except OSError:
        return frozenset()
    line = next((line for line in text.splitlines() if line.startswith(("flags", "Features"))), "")
    return frozenset(line.partition(":")[2].split())


def multiplies_bf16() -> bool:
    """Whether the processor says that it multiplies bfloat16."""
    return bool({"avx512_bf16", "amx_bf16"} & _flags())
