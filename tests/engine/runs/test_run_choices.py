"""Which runs can translate, and with which one begins."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fake_translator import make_run
from tests.run_factory import make_run as make_empty_run
from workbench.engine.core import paths
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.run_choices import best_step, first_choice, languages, sample_sentence, usable_runs


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")


def test_of_the_shipped_models_the_one_for_the_language_of_the_window_is_taken() -> None:
    shipped = paths.shipped_runs_root()
    found = [RunFolder(make_run(shipped / f"sample-{a}-{b}", source=a)) for a, b in (("fr", "en"), ("en", "fr"))]
    mine = RunFolder(make_run(paths.runs_root() / "mine"))
    for speaks, name in (("fr", "sample-fr-en"), ("en", "sample-en-fr"), ("de", "sample-en-fr"), ("C", "sample-en-fr")):
        chosen = first_choice([mine, *found], "", speaks)
        assert chosen is not None
        assert chosen.name == name
    assert first_choice([mine, *found], str(mine.path), "fr") is mine
    assert first_choice([mine], "", "fr") is mine
    assert first_choice([], "", "fr") is None


def test_runs_without_a_checkpoint_are_left_out_unless_they_train() -> None:
    ready = RunFolder(make_run(paths.runs_root() / "ready"))
    begun = make_empty_run("begun")
    assert [r.path for r in usable_runs(None)] == [ready.path]
    assert {r.path for r in usable_runs(begun.path)} == {ready.path, begun.path}
    assert (best_step(ready), best_step(begun)) == (200, -1)
    assert languages(ready) == ("en", "fr")
    assert sample_sentence(ready).startswith("The old gardener")
