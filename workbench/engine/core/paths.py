"""Where things lie: the checkout, shipped resources, the user's data folder, runs and corpora."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def checkout_root() -> Path | None:
    """The root of the source checkout this package runs from, or ``None`` when it is installed."""
    root = Path(__file__).resolve().parents[3]
    return root if (root / "pyproject.toml").is_file() and (root / "resources").is_dir() else None


def resources() -> Path:
    """The folder of shipped resources, in a checkout or in an installed package."""
    root = checkout_root()
    return root / "resources" if root else Path(__file__).resolve().parents[2] / "_resources"


def home() -> Path:
    """The user's data folder; ``WORKBENCH_HOME`` overrides it."""
    override = os.environ.get("WORKBENCH_HOME")
    return Path(override) if override else Path(platformdirs.user_data_dir("translation-workbench", appauthor=False))


def runs_root() -> Path:
    """Where new runs go: ``checkpoints`` in a checkout (or under ``WORKBENCH_HOME``), else the user's data folder."""
    root = checkout_root()
    if root and not os.environ.get("WORKBENCH_HOME"):
        return root / "checkpoints"
    return home() / "checkpoints"


def shipped_runs_root() -> Path:
    """Where the shipped sample models lie."""
    root = checkout_root()
    return root / "checkpoints" if root else Path(__file__).resolve().parents[2] / "_checkpoints"


def corpora_root() -> Path:
    """Where imported corpora live."""
    return home() / "corpora"
