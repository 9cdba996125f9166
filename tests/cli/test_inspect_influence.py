"""``workbench inspect influence`` as other programs use it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.cli.main import main


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny"))


def _asked(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    capfd.readouterr()
    assert main(["inspect", "influence", *arguments, "--device", "cpu", "--threads", "1"]) == 0
    return capfd.readouterr().out


def test_the_same_numbers_in_each_form(capfd: pytest.CaptureFixture[str], run: str) -> None:
    given = [run, SOURCES[1], "--target", TARGETS[1]]
    (found,) = json.loads(_asked(capfd, *given, "--json"))["sentences"]
    assert found["text"] == TARGETS[1]
    assert [t["text"] for t in found["source_tokens"]] == SOURCES[1].split()
    table = list(csv.DictReader(io.StringIO(_asked(capfd, *given, "--csv"))))
    assert len(table) == len(found["source_tokens"]) * len(found["target_tokens"])
    for line in table:
        row, column = int(line["target"]), int(line["source"])
        assert line["source_token"] == found["source_tokens"][column]["text"]
        for kind in ("attention", "occlusion", "gradient"):
            assert float(line[kind]) == pytest.approx(found[kind][row][column], abs=1e-4)
    told = _asked(capfd, *given)
    taus = {tuple(a["between"]): a["kendall"] for a in found["agreement"]}
    assert f"attention and left out: Kendall's tau {taus['attention', 'occlusion']:.2f}" in told


def test_each_sentence_of_a_text_by_itself(capfd: pytest.CaptureFixture[str], run: str) -> None:
    text = f"{SOURCES[1]} {SOURCES[5]}"
    found = json.loads(_asked(capfd, run, text, "--json", "--pieces", "--set", "search.split_sentences='on'"))
    assert [one["source"] for one in found["sentences"]] == [SOURCES[1], SOURCES[5]]
    assert found["sentences"][0]["source_tokens"][-1]["text"] == "</s>"


def test_without_attention(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run = str(make_tiny_run(tmp_path / "plain", attention="none"))
    (found,) = json.loads(_asked(capfd, run, SOURCES[1], "--json"))["sentences"]
    assert found["attention"] is None
    assert [a["between"] for a in found["agreement"]] == [["occlusion", "gradient"]]
    table = csv.DictReader(io.StringIO(_asked(capfd, run, SOURCES[1], "--csv")))
    assert {line["attention"] for line in table} == {""}


def test_what_cannot_be(capfd: pytest.CaptureFixture[str], run: str) -> None:
    assert main(["inspect", "influence", run, "Hund", "--json", "--csv"]) == 2
    assert main(["inspect", "influence", run, "xqj " * 300, "--target", "a"]) == 2
    assert "pieces" in capfd.readouterr().err
