"""Name -> class, with the import path resolved on use, so that naming a model does not load torch."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from typing import Any

from workbench.engine.core.errors import ConfigError
from workbench.engine.core.messages import Message


class Registry:
    """Maps names to ``package.module:Class`` paths that are imported when first asked for."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._paths: dict[str, str] = {}

    def add(self, name: str, path: str) -> None:
        """Register ``path`` ("package.module:Name") under ``name``.

        Raises:
            ValueError: The name is taken by another path.
        """
        if self._paths.get(name, path) != path:
            raise ValueError(f"{self._what} {name!r} is registered twice")
        self._paths[name] = path

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def resolve(self, name: str) -> Any:
        """Import and return what is registered under ``name``.

        Raises:
            ConfigError: Nothing is registered under that name.
        """
        if name not in self._paths:
            raise ConfigError(
                Message("unknown {what} '{name}'", what=self._what, name=name),
                advice=Message("Known: {known}.", known=", ".join(self._paths)),
            )
        module, _, attribute = self._paths[name].partition(":")
        return getattr(importlib.import_module(module), attribute)
