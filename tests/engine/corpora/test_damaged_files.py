"""Every kind of file, damaged: it is read, or refused with one short line."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.mutations import mutate
from tests.fuzz.run import read_corpus
from tests.fuzz.seeds import seeds

FILES = seeds()


@pytest.mark.parametrize("name", FILES)
@settings(
    max_examples=60, deadline=10_000, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(seed=st.integers(0, 2**32), other=st.sampled_from(sorted(FILES)))
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, name: str, seed: int, other: str) -> None:
    path = tmp_path / name
    path.write_bytes(mutate(FILES[name], Random(seed), FILES[other]))
    read_corpus(path)
