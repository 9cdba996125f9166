"""``workbench inspect tree``: the tree of the search that ``translate`` makes, as JSON, as DOT and for a person."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.cli.main import main
from workbench.engine.search.opening import open_translator


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("runs")
    make_tiny_run(folder / "one")
    make_tiny_run(folder / "two", seed=2, attention="none")
    return folder


def test_the_tree_of_a_sentence_and_against_another(runs: Path, capfd: pytest.CaptureFixture[str]) -> None:
    def told(*arguments: str) -> str:
        assert main(["inspect", "tree", str(runs / "one"), SOURCES[0], "--threads", "1", *arguments]) == 0
        out, err = capfd.readouterr()
        assert err == ""
        return out

    model = open_translator(runs / "one", device="cpu", threads=1)
    search = model.config.search.model_copy(update={"beam": 3})
    plain = model.translate([SOURCES[0]], search)[0].text
    tree = json.loads(told("--beam", "3", "--json"))
    assert tree["text"] == plain
    assert tree["nodes"][tree["winner"]]["text"] == plain
    assert tree["beam"] == 3
    forced = json.loads(told("--prefix", "The", "--json"))
    assert forced["text"].startswith("The")
    both = json.loads(told("--json", "--against-run", str(runs / "two"), "--against-beam", "1"))
    assert (both["tree"]["beam"], both["against"]["beam"]) == (5, 1)
    assert both["first_difference"] >= 1
    same = json.loads(told("--json", "--against-beam", "5"))
    assert same["first_difference"] is None
    dot = told("--dot", "--beam", "2")
    assert dot.startswith("digraph")
    assert dot.count("{") == dot.count("}") == 2
    seen = told("--against-checkpoint", "last", "--against-text", SOURCES[1])
    assert "pruned by the beam" in seen
    assert "* finished, place 1" in seen
    assert "part at step" in seen


@pytest.mark.parametrize(
    ("arguments", "named"),
    [(["--json", "--dot"], "--json, --dot"), (["--against-checkpoint", "999"], "999"), (["--beam", "0"], "--beam")],
)
def test_what_cannot_be_shown_is_one_line(
    runs: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], named: str
) -> None:
    assert main(["inspect", "tree", str(runs / "one"), SOURCES[0], *arguments]) != 0
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert named in err
