"""The toy corpus of the tests that train."""

from pathlib import Path

import pytest

from tests.engine.short_runs import number_corpus


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    return number_corpus(tmp_path)
