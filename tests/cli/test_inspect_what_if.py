"""``workbench inspect what-if``: words or pieces from 1, and the translation before and after."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.cli.main import main
from workbench.engine.search.opening import open_translator


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "one")


def asked(run: Path, *arguments: str) -> int:
    return main(["inspect", "what-if", str(run), SOURCES[1], "--threads", "1", *arguments])


def test_a_word_looks_at_another(run: Path, capfd: pytest.CaptureFixture[str]) -> None:
    model = open_translator(run, device="cpu", threads=1)
    (plain,) = model.translate([SOURCES[1]])
    assert plain.attention is not None
    assert asked(run, "--target", "3", "--source", "2", "--weight", "0.8", "--pieces", "--json") == 0
    found = json.loads(capfd.readouterr().out)
    assert found["text"] == plain.text
    assert found["step"] == 3
    assert found["source_places"] == [2]
    assert found["own_attention"] == pytest.approx(plain.attention[2].tolist(), abs=1e-5)
    assert found["attention"][1] == pytest.approx(0.8)
    assert sum(found["attention"]) == pytest.approx(1.0)
    assert found["changed"] == (found["before"]["text"] != found["after"]["text"])
    # The second word, Kinder, has several pieces, which share the weight.
    assert asked(run, "--target", "1", "--source", "2", "--weight", "0.8", "--json") == 0
    found = json.loads(capfd.readouterr().out)
    assert found["step"] == 1
    assert len(found["source_places"]) > 1
    assert sum(found["attention"][place - 1] for place in found["source_places"]) == pytest.approx(0.8)
    assert asked(run, "--target", "1", "--source", "2") == 0
    out = capfd.readouterr().out
    assert "before:" in out
    assert "after:" in out


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--target", "99", "--source", "1"], "99"),
        (["--target", "1", "--source", "99"], "99"),
        (["--target", "1", "--source", "99", "--pieces"], "--source"),
        (["--target", "1", "--source", "1", "--weight", "2"], "--weight"),
    ],
)
def test_what_is_not_there_is_told(
    run: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    assert asked(run, *arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert named in err
