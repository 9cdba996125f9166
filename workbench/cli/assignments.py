"""What ``--set section.field=value`` says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from workbench.engine.core.config import merge
from workbench.engine.core.errors import ConfigError
from workbench.engine.core.json_text import parse_toml
from workbench.engine.core.messages import Message


def parse_assignment(text: str) -> tuple[list[str], Any]:
    """Parse ``a.b=value``; the value is read as TOML and, failing that, taken as text.

    Raises:
        ConfigError: There is no ``=``.
    """
    name, equals, raw = text.partition("=")
    if not equals or not name.strip():
        raise ConfigError(Message("'{text}' is not of the form section.field=value", text=text), where="--set")
    try:
        value: Any = parse_toml(f"v = {raw.strip()}")["v"]
    except ValueError:
        value = raw
    return name.strip().split("."), value


def assignments_to_dict(assignments: Iterable[str]) -> dict[str, Any]:
    """Turn ``--set`` options into a nested dictionary.

    Raises:
        ConfigError: One is malformed, or a field is set twice.
    """
    values: dict[str, Any] = {}
    seen: set[tuple[str, ...]] = set()
    for text in assignments:
        path, value = parse_assignment(text)
        if tuple(path) in seen:
            raise ConfigError(Message("is set twice"), where=f"--set {'.'.join(path)}", advice=Message("Set it once."))
        seen.add(tuple(path))
        for key in reversed(path):
            value = {key: value}
        values = merge(values, value)
    return values
