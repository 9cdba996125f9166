"""How a run goes on: limits and where it runs may change, not the model and not the data. No torch."""

from __future__ import annotations

from typing import Any

from workbench.engine.core.config import RunConfig, build_config, merge

#: Fields, and whole sections, that a resume may change.
RESUMABLE = {
    "training.max_steps",
    "training.max_epochs",
    "training.max_minutes",
    "training.patience",
    "training.log_steps",
    "training.validate_steps",
    "training.validate_minutes",
    "training.validate_pairs",
    "training.samples",
    "training.snapshots",
    "runtime.device",
    "runtime.threads",
    "search",
}


def forbidden_changes(old: dict[str, Any], wanted: dict[str, Any]) -> list[str]:
    """Dotted names of what a resume may not change and ``wanted`` would."""
    changed = []
    for section, fields in wanted.items():
        for name, value in (fields if isinstance(fields, dict) else {}).items():
            path = f"{section}.{name}"
            allowed = path in RESUMABLE or section in RESUMABLE
            if not allowed and old.get(section, {}).get(name, value) != value:
                changed.append(path)
    return changed


def with_more_room(config: RunConfig, *, minutes: float = 0.0, elapsed: float = 0.0) -> RunConfig:
    """The configuration of a run that has ended, with limits that let it go on.

    Args:
        config: The run's own.
        minutes: Train for so long from now on, whatever the scores; 0 grants as much again of each limit as it had.
        elapsed: Seconds of training done.
    """
    training = config.training
    if minutes:
        limits = {"max_minutes": round(elapsed / 60 + minutes, 2), "max_steps": 0, "max_epochs": 0.0, "patience": 0}
    else:
        names = ("max_minutes", "max_steps", "max_epochs", "patience")
        limits = {name: 2 * getattr(training, name) for name in names}
    return build_config(merge(config.model_dump(), {"training": limits}))


def with_wishes(own: RunConfig, wished: RunConfig) -> RunConfig:
    """A run's own configuration with what may change as ``wished``; fields left at their default change nothing."""
    values = own.model_dump()
    for section in ("training", "runtime", "search"):
        part = getattr(wished, section)
        given = part.model_dump(include=part.model_fields_set)
        chosen = {n: v for n, v in given.items() if section in RESUMABLE or f"{section}.{n}" in RESUMABLE}
        values = merge(values, {section: chosen})
    return build_config(values)
