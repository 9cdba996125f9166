"""What all tests share: they run from a checkout that is not installed, and the engine's without Qt or pytest-qt."""

from __future__ import annotations

import importlib.util
import os
import tempfile
from pathlib import Path

import pytest

from tests.no_network import forbid_network

forbid_network()
# for the programs that tests start, wherever they start them
_ROOT = Path(__file__).parents[1]
_PATHS = [str(_ROOT / "tests" / "children"), str(_ROOT), os.environ.get("PYTHONPATH")]
os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, _PATHS))
# What a run that begins leaves there stays out of the person's own folder, also where a test starts a program.
_DATA = tempfile.TemporaryDirectory(prefix="workbench-tests-")
os.environ["XDG_DATA_HOME"] = _DATA.name


def pytest_addoption(parser: pytest.Parser) -> None:
    if importlib.util.find_spec("pytestqt") is None:
        # of pyproject.toml, which would be refused as unknown
        parser.addini("qt_log_level_fail", "Known to pytest-qt.")
        parser.addini("qt_log_ignore", "Known to pytest-qt.", type="linelist")


@pytest.fixture
def bf16() -> None:
    """Skips the test where the processor cannot calculate in bfloat16 at all."""
    from workbench.engine.device.precision import try_bf16

    if not try_bf16("cpu").works:
        pytest.skip("this processor cannot calculate in bf16")
