"""Names and places of runs, and that what was shipped stays as it was."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from tests.cases.breaking_runs import (
    arguments,
)
from tests.run_factory import new_run
from workbench.cli.main import main
from workbench.engine.core import paths
from workbench.engine.core.config import RunConfig
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import RunFolder

pytestmark = pytest.mark.usefixtures("home")


def test_scores_of_a_shipped_model_go_to_the_user_s_folder(
    corpus: Path, half: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shipped = tmp_path / "shipped" / runs.SHIPPED_RUNS[0]
    shutil.copytree(half, shipped)
    (shipped / runs.SCORES).write_text(json.dumps({"own": {"bleu": {"score": 1.0}}, "other": {"title": "t"}}))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")

    def contents() -> list[tuple[str, bytes]]:
        return sorted((str(p), p.read_bytes()) for p in shipped.rglob("*") if p.is_file())

    before = contents()
    line = ["evaluate", shipped.name, "--src", str(corpus / "valid.src"), "--ref", str(corpus / "valid.tgt")]
    assert main([*line, "--device", "cpu", "--threads", "1", "--name", "mine"]) == 0
    assert contents() == before
    assert (tmp_path / "home" / "additions" / shipped.name / "scores.json").is_file()
    capfd.readouterr()
    assert main(["runs", "show", shipped.name]) == 0
    told = capfd.readouterr().out
    assert "mine: bleu" in told
    assert "own: bleu 1.0" in told
    run = RunFolder(shipped)
    from workbench.engine.evaluation.test_sets import forget_result, load_sentences

    assert len(load_sentences(run, "mine")) == 12
    forget_result(run, "own")
    assert list(run.scores()) == ["other", "mine"]
    runs.rename_run(run, "A title")
    assert run.notes() == {"title": "A title"}
    for command in (
        ["train", "--resume", "--run-dir", str(shipped)],
        ["runs", "slim", str(shipped)],
        ["runs", "delete", str(shipped)],
    ):
        assert main(command) == 2
        assert "came with the program" in capfd.readouterr().err
    assert contents() == before


def test_the_shipped_runs_are_those_that_are_packed() -> None:
    root = paths.checkout_root()
    assert root is not None
    setup = root / "setup.py"
    if not setup.is_file():
        pytest.skip("packed another way")
    for name in runs.SHIPPED_RUNS:
        assert f'"checkpoints/{name}"' in setup.read_text()


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "nul",
        "aux.txt",
        "Com1",
        "x\n",
        "x ",
        "x.",
        " x",
        ".x",
        "-x",
        "a:b",
        "a\tb",
        "a\\b",
        "é" * 150,
        "x" * 300,
        "a\u2028b",
    ],
)
def test_impossible_names_are_one_line(
    name: str, corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    assert main(arguments(corpus, tmp_path / name)) == 2
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 1
    assert "cannot be a run's name" in told[0]
    assert len(told[0]) < 300
    assert sorted(tmp_path.iterdir()) == before
    assert main(["corpus", "import", str(corpus / "train.src"), str(corpus / "train.tgt"), "--name", name]) == 2
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 1
    assert "cannot be a corpus' name" in told[0]


@pytest.mark.parametrize("name", ["Mein Lauf", "run.2", "café", "日本語", "conference", "nullable", "a-b+d", "x" * 200])
def test_possible_names_are_taken(name: str, tmp_path: Path) -> None:
    assert new_run(tmp_path / name, RunConfig()).config() == RunConfig()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CON", "run-CON"),
        ("nul.txt", "run-nul.txt"),
        ("../..", "run"),
        ("  ", "run"),
        ("a b/c", "a-b-c"),
        (".x", "x"),
        ("é" * 300, "é" * 50),
    ],
)
def test_any_text_becomes_a_name(text: str, name: str) -> None:
    from workbench.engine.core.names import name_problem, safe_name

    assert safe_name(text) == name
    assert name_problem(safe_name(text)) == ""


def test_places_that_cannot_be_written_are_one_line(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    deep = tmp_path.joinpath(*["d" * 200] * 30)  # longer than any path may be
    places = [tmp_path / "file" / "run", tmp_path / "file", deep / "run", Path("/proc/run")]
    if sys.platform != "linux":
        places.pop()
    for place in places:
        assert main(arguments(corpus, place)) == 2, place
        told = capfd.readouterr().err.splitlines()
        assert len(told) == 1, told
        assert told[0].startswith("workbench: ")
    assert main(["translate", "x" * 400]) == 2
    assert len(capfd.readouterr().err) < 500


def test_splits_larger_than_the_corpus_are_one_line(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = ["corpus", "split", str(corpus / "train.src"), str(corpus / "train.tgt"), "--output", str(tmp_path / "p")]
    for sizes in (["--valid", "1000"], ["--test", "200"], ["--valid", "150", "--test", "60"]):
        assert main([*line, *sizes]) == 2, sizes
        told = capfd.readouterr().err.splitlines()
        assert len(told) == 1
        assert "200 pairs" in told[0]
        assert not (tmp_path / "p").exists()
