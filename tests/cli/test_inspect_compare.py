"""``workbench inspect compare`` as other programs use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from tests.run_factory import say_learnt
from workbench.cli.main import main

WITH = ["--device", "cpu", "--threads", "1"]


def test_one_sentence_and_a_file(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    runs = [str(make_tiny_run(tmp_path / "a")), str(make_tiny_run(tmp_path / "b", seed=2))]
    assert main(["inspect", "compare", *runs, SOURCES[1], "--json", *WITH]) == 0
    found = json.loads(capfd.readouterr().out)
    assert found["source"] == SOURCES[1]
    assert found["texts"][0] != found["texts"][1]
    assert [len(row) for row in found["opinions"]] == [2, 2]
    assert main(["inspect", "compare", *runs, SOURCES[1], *WITH]) == 0
    assert "mean log-probability" in capfd.readouterr().out
    assert main(["inspect", "compare", runs[0], runs[0], SOURCES[1], "--other-checkpoint", "20", "--json", *WITH]) == 0
    assert json.loads(capfd.readouterr().out)["models"] == ["a 10, beam 5", "a 20, beam 5"]
    (tmp_path / "t.de").write_text("\n".join(SOURCES) + "\n")
    (tmp_path / "t.en").write_text("\n".join(TARGETS) + "\n")
    files = ["--src", str(tmp_path / "t.de"), "--ref", str(tmp_path / "t.en")]
    assert main(["inspect", "compare", *runs, *files, "--sort", "gain", "--limit", "4", "--json", *WITH]) == 0
    rows = json.loads(capfd.readouterr().out)["sentences"]
    gains = [row["chrf"][1] - row["chrf"][0] for row in rows]
    assert len(rows) == 4
    assert gains == sorted(gains, reverse=True)
    say_learnt(Path(runs[1]), SOURCES[:2], TARGETS[:2])
    assert main(["inspect", "compare", *runs, *files[:2], "--json", *WITH]) == 0
    told = capfd.readouterr()
    (warning,) = json.loads(told.out)["warnings"]
    assert warning.startswith("b: 2 of")
    assert warning in " ".join(told.err.split())
    assert main(["inspect", "compare", *runs, *files, *WITH]) == 0
    assert "same words" in capfd.readouterr().out


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a", "--src", "x"],
        ["a", "--ref", "x"],
        ["a", "--encoding", "utf-8"],
        ["a", "--sort", "number"],
        ["a", "--limit", "20"],
        ["--src", "x", "--sort", "gain"],
        ["--src", "x", "--sort", "size"],
    ],
    ids=str,
)
def test_what_does_not_go_together(capfd: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    assert main(["inspect", "compare", "one", "other", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1


def test_runs_between_other_languages_are_not_compared(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    forth, back = make_tiny_run(tmp_path / "forth"), make_tiny_run(tmp_path / "back", reverse=True)
    settings = (back / "run.toml").read_text(encoding="utf-8")
    settings = settings.replace('source_lang = "de"', 'source_lang = "en"')
    (back / "run.toml").write_text(settings.replace('target_lang = "en"', 'target_lang = "de"'), encoding="utf-8")
    assert main(["inspect", "compare", str(forth), str(back), SOURCES[1]]) == 2
    assert "one model translates de to en, the other en to de" in capfd.readouterr().err
    assert main(["inspect", "compare", str(forth), str(forth), SOURCES[1], "--other-beam", "1"]) == 0
