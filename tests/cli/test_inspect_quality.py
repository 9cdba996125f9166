"""Confidence, agreement, failures and reports from the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.cli import inspect
from workbench.engine.core.errors import InputError, WorkbenchError

Command = Callable[..., Any]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """``--src`` and ``--ref`` with 24 pairs."""
    names = []
    for name, lines in (("src", SOURCES), ("ref", TARGETS)):
        (tmp_path / name).write_text("\n".join(lines * 4) + "\n", encoding="utf-8")
        names += [f"--{name}", str(tmp_path / name)]
    return names


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs ``inspect`` in this process; gives its object, or its text where it is none."""
    app = typer.Typer()
    inspect.register(app)
    app.callback()(lambda: None)

    def run(*arguments: object) -> Any:
        app(["inspect", *map(str, arguments), "--threads", "1"], standalone_mode=False)
        text = capfd.readouterr().out
        return json.loads(text) if text.startswith("{") else text

    return run


def test_confidence(command: Command, run: Path, files: list[str]) -> None:
    with pytest.raises(InputError, match="validation pairs are not at hand"):
        command("confidence", run, SOURCES[0])
    learnt = command("calibrate", run, *files, "--json")
    assert (learnt["pairs"], sum(row["count"] for row in learnt["table"])) == (24, 24)
    assert "chrF about" in command("confidence", run, SOURCES[0])
    found = command("confidence", run, *files, "--json", "--sort", "projected")
    sentences = found["sentences"]
    assert [s["projected"] for s in sentences] == sorted(s["projected"] for s in sentences)
    for sentence in sentences:
        assert sentence["verdict"] in ("usable", "check", "redo")
        total = found["calibration"]["base"] + sum(sentence["parts"].values())
        assert sentence["projected"] == pytest.approx(min(100, max(0, total)))
    test = found["test"]
    assert (test["sentences"], test["marked"], set(test["taus"])) == (24, 24, set(sentences[0]["measures"]))
    assert sum(entry["sentences"] for entry in test["verdicts"].values()) == 24
    with pytest.raises(InputError, match="nothing is called 'size'"):
        command("confidence", run, SOURCES[0], "--sort", "size")


@pytest.mark.parametrize("view", ["confidence"])
def test_a_sentence_or_a_file(command: Command, run: Path, view: str, files: list[str]) -> None:
    for wrong in ([], ["Ein Satz.", *files], ["Ein Satz.", *files[2:]]):
        with pytest.raises(WorkbenchError, match="sentence"):
            command(view, run, *wrong)
