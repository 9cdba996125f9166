"""Scores as they stand in ``scores.json`` of a run that may come from anywhere: what is no number is left out."""

from __future__ import annotations

from typing import Any

_METRICS = ("bleu", "chrf", "ter")
#: Parts of a score that its readers format.
_BOUNDS = ("score", "low", "high")
_COUNTS = ("sentences", "step", "beam", "time")


def whole_scores(values: dict[str, Any]) -> dict[str, Any]:
    """The scores of one test set without what cannot be shown.

    Args:
        values: One value of ``scores.json``.
    """
    kept = {name: value for name, value in values.items() if not _is_broken(name, value)}
    baselines = kept.get("baselines")
    if isinstance(baselines, dict):
        kept["baselines"] = {name: numbers for name, numbers in baselines.items() if _all_numbers(numbers)}
    return kept


def _is_broken(name: str, value: Any) -> bool:
    if name in _METRICS:
        return not isinstance(value, dict) or not all(_is_number(value.get(bound, 0)) for bound in _BOUNDS)
    if name in _COUNTS:
        return not _is_number(value)
    if name == "baselines":
        return value is not None and not isinstance(value, dict)
    return isinstance(value, (int, float)) and not _is_number(value)


def _all_numbers(values: Any) -> bool:
    return isinstance(values, dict) and all(_is_number(value) for value in values.values())


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and abs(value) < 1e18
