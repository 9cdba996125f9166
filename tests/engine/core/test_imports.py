"""Who loads what: the engine works without a window's libraries, and what the window starts with without torch."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: Makes any import of Qt fail, as on a server where it is not installed.
NO_QT = """
import sys
for name in ("PySide6", "PyQt5", "PyQt6", "pyqtgraph", "qtawesome", "shiboken6", "pytestqt"):
    sys.modules[name] = None
"""

EVERY_MODULE = """
import importlib, pkgutil
import workbench.engine, workbench.cli
count = 0
for package in (workbench.engine, workbench.cli):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
            count += 1
assert count > 80, count
"""

LIGHT = """
import importlib, pkgutil, sys
names = ["workbench.engine.models.rnn.config", "workbench.engine.training.control", "workbench.engine.dataset.store"]
for room in ("core", "runs", "corpora", "text"):
    found = importlib.import_module(f"workbench.engine.{room}")
    names += [m.name for m in pkgutil.walk_packages(found.__path__, found.__name__ + ".")]
for name in names:
    importlib.import_module(name)
    assert "torch" not in sys.modules, name + " loads torch"
"""

COMMANDS = """
import sys
from workbench.cli.main import build_app
import typer.main
commands = typer.main.get_command(build_app()).commands
assert {"gui", "train", "translate", "evaluate", "corpus", "runs", "bench", "tour"} <= set(commands), commands
assert "torch" not in sys.modules, "the command tree loads torch"
assert "PySide6" not in sys.modules, "the command tree loads Qt"
"""


def python(code: str) -> None:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("code", [NO_QT + EVERY_MODULE, LIGHT, COMMANDS], ids=["no_qt", "no_torch", "commands"])
def test_nothing_heavy_is_loaded_early(code: str) -> None:
    python(code)


def test_importing_the_engine_loads_no_qt() -> None:
    python("import workbench.engine, sys; assert 'PySide6' not in sys.modules")
