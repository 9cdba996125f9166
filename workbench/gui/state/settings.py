"""What the window remembers between sessions: one typed wrapper around an INI file in the user's data folder."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from workbench.engine.core import paths
from workbench.engine.core.json_text import parse_json

T = TypeVar("T", str, bool, int, float)

#: No setting is larger.
_LARGEST = 1e9
ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Settings:
    """Typed access to the remembered state.

    A pane keeps what is its own under ``"<pane>/<name>"`` with ``get`` and ``put``; what several parts share has a
    property here.

    Args:
        path: The INI file; default ``settings.ini`` in the user's data folder (``WORKBENCH_HOME`` is obeyed).
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or paths.home() / "settings.ini"
        self._damaged = _is_damaged(self.path)
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    def get(self, key: str, default: T) -> T:
        """The value under ``key`` with the type of ``default``; ``default`` when missing or not readable as it."""
        raw = self._store.value(key)
        if not isinstance(raw, (str, bool, int, float)):
            return default
        kind: Any = type(default)
        try:
            value: Any = str(raw).lower() in ("true", "1") if kind is bool else kind(raw)
        except (TypeError, ValueError, OverflowError):
            return default
        if kind in (int, float) and not abs(value) < _LARGEST:  # not a number, either
            return default
        result: T = value
        return result

    def put(self, key: str, value: str | bool | int | float) -> None:
        """Remember a plain value."""
        self._store.setValue(key, value)

    def get_json(self, key: str, default: Any) -> Any:
        """A list or dictionary kept as JSON text; ``default`` when missing, unreadable or the other of both."""
        try:
            value = parse_json(self.get(key, "")) if self._store.contains(key) else default
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default

    def put_json(self, key: str, value: Any) -> None:
        """Remember a list or dictionary as JSON text."""
        self._store.setValue(key, json.dumps(value, ensure_ascii=False))

    def get_bytes(self, key: str) -> QByteArray:
        """A window or splitter state; empty when there is none."""
        raw = self._store.value(key)
        return raw if isinstance(raw, QByteArray) else QByteArray()

    def put_bytes(self, key: str, value: QByteArray) -> None:
        """Remember a window or splitter state."""
        self._store.setValue(key, value)

    def sync(self) -> None:
        """Write to disk now, where that is possible."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
        self._store.sync()

    @property
    def problem(self) -> str:
        """ "damaged" where the file is no settings file, "locked" where it cannot be written, "" where all is well."""
        if self._damaged:
            return "damaged"
        place = self.path
        while not place.exists() and place != place.parent:
            place = place.parent
        return "" if os.access(place, os.W_OK) else "locked"

    @property
    def theme(self) -> str:
        """Appearance: "system", "light" or "dark"."""
        value = self.get("window/theme", "system")
        return value if value in ("system", "light", "dark") else "system"

    @theme.setter
    def theme(self, value: str) -> None:
        self.put("window/theme", value)

    @property
    def language(self) -> str:
        """Interface language: "system" or a tag such as "en", "fr", "de"."""
        return self.get("window/language", "system")

    @language.setter
    def language(self, value: str) -> None:
        self.put("window/language", value)

    @property
    def pane(self) -> str:
        """The pane shown last."""
        return self.get("window/pane", "train")

    @pane.setter
    def pane(self, value: str) -> None:
        self.put("window/pane", value)

    @property
    def zoom(self) -> float:
        """Text size as a factor, 0.5 to 3."""
        return min(3.0, max(0.5, self.get("window/zoom", 1.0)))

    @zoom.setter
    def zoom(self, value: float) -> None:
        self.put("window/zoom", float(value))

    @property
    def last_folder(self) -> str:
        """Folder of the last file dialog."""
        return self.get("window/last_folder", str(Path.home()))

    @last_folder.setter
    def last_folder(self, value: str) -> None:
        self.put("window/last_folder", value)


def _is_damaged(path: Path) -> bool:
    """Whether Qt finds lines in the file that are no settings, or cannot read it at all."""
    store = QSettings(str(path), QSettings.Format.IniFormat)
    store.allKeys()
    return store.status() != QSettings.Status.NoError
