"""What may change when a run goes on: limits and where it runs, not the model and not the data. No torch."""

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


def with_wishes(own: RunConfig, wished: RunConfig) -> RunConfig:
    """A run's own configuration with what may change as ``wished``; fields left at their default change nothing."""
    values = own.model_dump()
    for section in ("training", "runtime", "search"):
        part = getattr(wished, section)
        given = part.model_dump(include=part.model_fields_set)
        chosen = {n: v for n, v in given.items() if section in RESUMABLE or f"{section}.{n}" in RESUMABLE}
        values = merge(values, {section: chosen})
    return build_config(values)
