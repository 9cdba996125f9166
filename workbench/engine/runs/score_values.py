"""Scores as they stand in ``scores.json`` of a run that may come from anywhere: what is no number is left out."""

from __future__ import annotations

from typing import Any

_METRICS = ("bleu", "chrf", "ter")
#: Parts of a score that its readers format.
_BOUNDS = ("score", "low", "high")
_COUNTS = ("sentences", "step", "beam", "time")


def whole(kept: dict[str, Any]) -> dict[str, Any]:
    """Scores by test set without what cannot be shown."""
    return {name: _whole_scores(values) for name, values in kept.items() if isinstance(values, dict)}


def damaged(kept: dict[str, Any]) -> list[str]:
    """The test sets of which ``whole`` leaves something out."""
    shown = whole(kept)
    return [name for name, values in kept.items() if shown.get(name) != values]


def _whole_scores(values: dict[str, Any]) -> dict[str, Any]:
    """The scores of one test set without what cannot be shown."""
    kept = {name: value for name, value in values.items() if _is_whole(name, value)}
    baselines = kept.get("baselines")
    if isinstance(baselines, dict):
        kept["baselines"] = {name: numbers for name, numbers in baselines.items() if _all_numbers(numbers)}
    return kept


def _is_whole(name: str, value: Any) -> bool:
    if name in _METRICS:
        return isinstance(value, dict) and all(_is_number(value.get(bound, 0)) for bound in _BOUNDS)
    if name == "baselines":
        return value is None or isinstance(value, dict)
    return _is_number(value) or (name not in _COUNTS and not isinstance(value, (int, float)))


def _all_numbers(values: Any) -> bool:
    return isinstance(values, dict) and all(map(_is_number, values.values()))


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and abs(value) < 1e18
