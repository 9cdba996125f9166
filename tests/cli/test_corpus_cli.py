"""``workbench corpus``: what it prints, where, and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from workbench.cli import corpus
from workbench.engine.core.errors import WorkbenchError

TEN = [(f"word {n} here", f"Wort {n} hier") for n in range(60)]


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "t.tsv").write_text("\n".join(["en\tde", *map("\t".join, TEN), "[b]odd[/b]\t"]) + "\n")
    return tmp_path


def run(*arguments: str) -> Any:
    app = typer.Typer()
    app.callback()(lambda: None)
    corpus.register(app)
    return CliRunner().invoke(app, ["corpus", *arguments])


def run_json(*arguments: str) -> list[dict[str, Any]]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def error(*arguments: str) -> str:
    result = run(*arguments)
    assert isinstance(result.exception, WorkbenchError), result.output
    assert result.exception.exit_code == 2
    assert result.stdout == ""
    return str(result.exception)


def test_import_list_show_delete_restore() -> None:
    (info,) = run_json("import", "t.tsv", "--name", "mine", "--licence", "CC0")
    assert (info["pairs"], info["source_lang"], info["licence"], info["files"]) == (61, "en", "CC0", ["t.tsv"])
    assert "mine" in [record["name"] for record in run_json("list")]
    assert "mine" in run("list").stdout
    (shown,) = run_json("show", "mine", "-n", "1")
    assert shown["first"]["train"] == [{"source": "word 0 here", "target": "Wort 0 hier", "where": "t.tsv:2"}]
    assert "word 0 here" in run("show", "mine").stdout
    assert "restore mine" in run("delete", "mine").stdout
    assert "no corpus and no file is called 'mine'" in error("show", "mine")
    assert run_json("restore", "mine")[0]["pairs"] == 61


def test_inspect_prints_a_report() -> None:
    (report,) = run_json("inspect", "t.tsv", "--from", "de", "--to", "en")
    assert (report["pairs"], report["kept"], report["source_lang"]) == (61, 60, "de")
    assert report["first"][0] == {"where": "t.tsv:2", "source": "Wort 0 hier", "target": "word 0 here"}
    text = run("inspect", "t.tsv").stdout
    for part in ("Tab-separated text", "61; 0 of them duplicates; 60 left", "[b]odd[/b]", "One side has no text."):
        assert part in text


def test_split_and_export(workplace: Path) -> None:
    (report,) = run_json("split", "t.tsv", "-o", "parts", "--valid", "5", "--test", "5")
    assert report["pairs"] == {"train": 50, "valid": 5, "test": 5}
    assert len((workplace / "parts" / "valid.de").read_text().splitlines()) == 5
    (written,) = run_json("export", "t.tsv", "-o", "out", "--from", "de", "--to", "en")
    assert written["files"] == ["out.de", "out.en"]
    assert (workplace / "out.en").read_text().splitlines()[0] == "word 0 here"


def test_rename() -> None:
    run_json("import", "t.tsv", "--name", "mine")
    (info,) = run_json("rename", "mine", "yours", "--title", "Yours, not mine")
    assert (info["name"], info["title"], info["formerly"]) == ("yours", "Yours, not mine", ["mine"])
    assert "yours" in run("show", "mine").stdout
    assert "'yours' is now called 'ours'" in run("rename", "yours", "ours").stdout
    run_json("import", "t.tsv", "--name", "yours")
    assert "there is a corpus called 'ours' already" in error("rename", "yours", "ours")
    assert "cannot be a corpus' name" in error("rename", "yours", "my/own")
    assert "no corpus and no file is called 'theirs'" in error("rename", "theirs", "x")


def test_merge() -> None:
    run_json("import", "t.tsv", "--name", "mine")
    (info,) = run_json("merge", "mine", "--name", "copy")
    assert (info["pairs"], info["held_back"], info["merged_from"]) == (61, 0, ["mine"])
    assert "Merged 122 pairs as 'both'" in run("merge", "mine", "copy", "--name", "both").stdout
    assert "'mine' is named twice" in error("merge", "mine", "mine", "--name", "x")
    assert "already" in error("merge", "mine", "copy", "--name", "both")


def test_search_and_edit() -> None:
    run_json("import", "t.tsv", "--name", "mine")
    found = run_json("search", "mine", "WORT 5", "-n", "2")
    assert found[0] == {"split": "train", "number": 6, "state": "", "source": "word 5 here", "target": "Wort 5 hier"}
    assert [pair["number"] for pair in found] == [6, 51]
    text = run("search", "mine", "word 7", "--from", "de").stdout
    assert "Wort 7 hier" in text
    assert "1 of 61 pairs" in text
    (told,) = run_json("edit", "mine", "--leave-out", "1,2")
    assert (told["left_out"], told["replaced"]) == (2, 0)
    assert (
        "2 pairs of 'mine' are left out, 1 are edited" in run("edit", "mine", "--replace", "3", "--target", "W").stdout
    )
    assert [(p["number"], p["state"], p["target"]) for p in run_json("search", "mine", "--changed")] == [
        (1, "left_out", "Wort 0 hier"),
        (2, "left_out", "Wort 1 hier"),
        (3, "replaced", "W"),
    ]
    assert "59 pairs" in run("show", "mine").stdout
    assert "2 pairs left out, 1 written anew" in run("show", "mine").stdout
    assert run_json("edit", "mine", "--undo")[0]["replaced"] == 0
    assert run_json("edit", "mine", "--redo")[0]["replaced"] == 1
    assert "There was nothing to do" in run("edit", "mine", "--redo").stdout
    assert run_json("edit", "mine", "--put-back", "2")[0]["left_out"] == 1
    assert run_json("list")[-1]["edits"]["left_out"] == 1
    assert run_json("edit", "mine", "--forget")[0] == {"corpus": "mine", "left_out": 0, "replaced": 0, "sha256": ""}


def test_edits_that_cannot_be_done_are_refused() -> None:
    run_json("import", "t.tsv", "--name", "mine")
    assert "say one thing to do" in error("edit", "mine")
    assert "say one thing to do" in error("edit", "mine", "--undo", "--redo")
    assert "no list of numbers" in error("edit", "mine", "--leave-out", "1,x")
    assert "counted from 1 to 61" in error("edit", "mine", "--replace", "62", "--source", "x")
    assert "needs --source" in error("edit", "mine", "--replace", "1")
    assert "counted from 1 to 61" in error("edit", "mine", "--replace", "0", "--source", "x")
    assert "Add --replace N" in error("edit", "mine", "--leave-out", "1", "--source", "x")
    assert "Add --replace N" in error("edit", "mine", "--undo", "--target", "")
    assert "for single pairs" in error("edit", "mine", "--undo", "--split", "train")
    assert not run_json("list")[-1]["edits"]["left_out"]


def test_bad_usage_is_one_clear_line() -> None:
    assert "name either corpus files or --system" in error("import", "--name", "x")
    assert "name either corpus files or --system" in error("import", "t.tsv", "--system", "--name", "x")
    assert "missing.tsv" in error("inspect", "missing.tsv")
    assert "unknown cleaning rule 'magic'" in error("inspect", "t.tsv", "--cleaning", "magic")
    assert "unknown format 'pdf'" in error("export", "t.tsv", "-o", "x", "--format", "pdf")
    assert run("import", "t.tsv").exit_code == 2
