"""Exported runs, and copies that train on."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.cases.breaking_runs import (
    WORDS,
    Stopper,
    assert_same,
    config,
    last_state,
)
from workbench.engine.runs import archive as run_archive
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.saving import checkpoint as checkpoint_module
from workbench.engine.training.session import train

pytestmark = pytest.mark.usefixtures("home")


def test_an_exported_run_trains_on_elsewhere(trained: Path, half: Path, tmp_path: Path) -> None:
    archive = tmp_path / "copy.run.zip"
    run_archive.export_run(RunFolder(half), archive, with_state=True)
    shutil.rmtree(half)
    (trained / "texts").rename(trained / "gone")
    try:
        copy = run_archive.import_run(archive, tmp_path / "elsewhere")
        assert str(trained) not in (copy.path / runs.CONFIG).read_text()
        assert train(copy.config(), copy.path, resume=True).status == "completed"
    finally:
        (trained / "gone").rename(trained / "texts")
    assert_same(last_state(copy.path), last_state(trained / "whole"))


def test_a_copy_needs_no_vector_file(corpus: Path, tmp_path: Path) -> None:
    vectors = [f"{word} " + " ".join(str(i + k / 10) for k in range(8)) for i, word in enumerate([*WORDS, "unused"])]
    (corpus / "vectors.txt").write_text("\n".join(vectors) + "\n", encoding="utf-8")
    settings: dict[str, Any] = {
        "model": {"target_vectors": str(corpus / "vectors.txt"), "freeze_vectors": True, "tie": "none"},
        "tokenizer": {"kind": "word", "shared": False},
    }
    train(config(corpus, **settings), tmp_path / "whole")
    control = TrainingControl()
    train(config(corpus, **settings), tmp_path / "half", sinks=[Stopper(control, 8)], control=control)
    run_archive.export_run(RunFolder(tmp_path / "half"), tmp_path / "copy.zip", with_state=True)
    shutil.rmtree(tmp_path / "half")
    shutil.rmtree(corpus)
    copy = run_archive.import_run(tmp_path / "copy.zip", tmp_path / "elsewhere")
    train(copy.config(), copy.path, resume=True)
    assert_same(last_state(copy.path), last_state(tmp_path / "whole"))


def test_a_copy_that_could_not_train_on_is_not_promised(half: Path, tmp_path: Path) -> None:
    checkpoint_module.slim_run(RunFolder(half))
    with pytest.raises(runs.InputError, match="no checkpoint with a training state"):
        run_archive.export_run(RunFolder(half), tmp_path / "x.zip", with_state=True)
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_line_separators_in_a_journal_survive_export(half: Path, tmp_path: Path, character: str) -> None:
    # as a journal of an older version holds it, not escaped
    line = json.dumps(
        {"event": "Warned", "time": 1e9, "step": 8, "code": "x", "message": f"a{character}b"}, ensure_ascii=False
    )
    with open(half / runs.EVENTS, "a", encoding="utf-8") as handle:
        handle.write(line + "\n")
    told = RunFolder(half).events()
    run_archive.export_run(RunFolder(half), tmp_path / "x.zip")
    copy = run_archive.import_run(tmp_path / "x.zip", tmp_path / "elsewhere")
    assert copy.events() == told
    assert told[-1].message == f"a{character}b"  # type: ignore[attr-defined]
    from workbench.engine.core.events import to_json

    assert len(to_json(told[-1]).splitlines()) == 1
