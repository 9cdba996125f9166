"""The toy corpus of the tests that train."""

from pathlib import Path

import pytest

from tests.engine.short_runs import number_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return number_corpus(tmp_path)


@pytest.fixture(autouse=True)
def _notes_of_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is noted when a run begins stays out of the person's own folder."""
    monkeypatch.setattr("workbench.engine.runs.begun_here.home", lambda: tmp_path / "home")
