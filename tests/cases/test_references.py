"""``evaluate``: empty references, several references; options given twice."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import typer

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.cli.main import build_app, main, refuse_repetition
from workbench.engine.core.errors import InputError
from workbench.engine.evaluation.test_runs import RunTest, measure
from workbench.engine.evaluation.test_sets import from_files
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.opening import open_translator


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture
def lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.chdir(tmp_path)

    def write(name: str, texts: list[str]) -> str:
        Path(name).write_text("".join(text + "\n" for text in texts), encoding="utf-8")
        return name

    write("src", SOURCES)
    return write


def evaluate(capfd: pytest.CaptureFixture[str], run: Path, *refs: str) -> tuple[dict[str, Any], str]:
    options = [part for ref in refs for part in ("--ref", ref)]
    assert main(["evaluate", str(run), "--src", "src", *options, "--beam", "1", "--threads", "1", "--json"]) == 0
    out, err = capfd.readouterr()
    return json.loads(out), err


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0\t", "\u200b\ufeff"])
def test_empty_references_are_named(run: Path, lines: Any, capfd: pytest.CaptureFixture[str], blank: str) -> None:
    lines("ref", [blank if n in (1, 4) else text for n, text in enumerate(TARGETS)])
    found, err = evaluate(capfd, run, "ref")
    assert found["empty_references"] == [2, 5]
    assert found["warnings"] == ["ref: 2 of 6 references are empty though their source is not (lines 2, 5)"]
    assert found["warnings"][0] in err
    assert found["bleu"]["score"] >= 0.0  # scored all the same


def test_one_empty_reference_and_none(run: Path, lines: Any, capfd: pytest.CaptureFixture[str]) -> None:
    lines("ref", [*TARGETS[:5], ""])
    assert "1 of 6 references is empty though its source is not (line 6)" in evaluate(capfd, run, "ref")[1]
    # where the source is empty as well, all is well
    lines("src", [*SOURCES[:5], " "])
    found, err = evaluate(capfd, run, "ref")
    assert not {"empty_references", "warnings"} & set(found)
    assert "empty" not in err


def test_only_empty_references_are_refused(run: Path, lines: Any, capfd: pytest.CaptureFixture[str]) -> None:
    lines("none", [" "] * 6)
    assert main(["evaluate", str(run), "--src", "src", "--ref", "none", "--ref", "none"]) == 2
    assert capfd.readouterr().err == "workbench: none, none: every reference is empty\n"
    with pytest.raises(InputError, match="every reference is empty"):
        measure(RunFolder(run), RunTest(from_files(Path("src"), Path("none")), threads=1))


def test_the_window_s_test_keeps_the_numbers_too(run: Path, lines: Any) -> None:
    lines("ref", ["", *TARGETS[1:]])
    scores = measure(RunFolder(run), RunTest(from_files(Path("src"), Path("ref")), beam=1, threads=1))
    assert scores["empty_references"] == [1]


def test_several_references(run: Path, lines: Any, capfd: pytest.CaptureFixture[str]) -> None:
    exact = [t.text for t in open_translator(run, device="cpu", threads=1).translate(SOURCES, details=False)]
    lines("one", TARGETS)
    lines("two", [exact[0], "", *exact[2:4], "", exact[5]])
    options = ["--src", "src", "--ref", "one", "--ref", "two", "--threads", "1", "--json", "--output", "out"]
    assert main(["evaluate", str(run), *options]) == 0
    out, err = capfd.readouterr()
    found = json.loads(out)
    assert Path("out").read_text(encoding="utf-8").splitlines()[0] == exact[0]
    assert found["no_edit"] == pytest.approx(4 / 6)  # equal to any of them
    assert found["ter"]["score"] < 70
    for name in ("bleu", "chrf", "ter"):
        assert "nrefs:var" in found[name]["signature"]  # where the second file is empty there is one
    assert "2 of 6 sentences with a source have an empty reference (lines 2, 5)" in err
    lines("two", exact)
    found, err = evaluate(capfd, run, "one", "two")
    assert all("nrefs:2" in found[name]["signature"] for name in ("bleu", "chrf", "ter"))
    assert "empty" not in err
    # one line too few, in whichever file
    lines("two", exact[:5])
    assert main(["evaluate", str(run), "--src", "src", "--ref", "one", "--ref", "two"]) == 2
    assert "two has 5" in capfd.readouterr().err


def test_gold_links_to_a_text_without_blanks_count_its_characters(
    run: Path, lines: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    lines("src", ["Ein Hund"])
    lines("ref", ["猫吃3条鱼。"])  # 0 猫 1 吃 2 3 3 条 4 鱼 5 。
    lines("gold", ["0-0 1-5 1?2"])
    assert main(["evaluate", str(run), "--src", "src", "--ref", "ref", "--gold", "gold", "--json"]) == 0
    assert 0.0 <= json.loads(capfd.readouterr().out)["aer"] <= 1.0
    lines("gold", ["0-0 1-6"])
    assert main(["evaluate", str(run), "--src", "src", "--ref", "ref", "--gold", "gold"]) == 2
    assert "link 1-6 points past the 2 source and 6 target words" in capfd.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["evaluate", "run", "--src", "a", "--src", "b", "--ref", "c"], "--src"),
        (["evaluate", "run", "--src", "a", "--ref", "c", "--beam", "1", "--beam=2"], "--beam"),
        (["evaluate", "run", "--src", "a", "--ref", "c", "--lowercase", "--lowercase"], "--lowercase"),
        (["translate", "run", "--input", "a", "--input", "a"], "--input"),
        (["train", "--src", "a", "--tgt", "b", "--to", "fr", "--from", "en", "--to", "de"], "--to"),
        (["train", "--set", "training.seed=1", "--set", "model.hidden=8", "--set", "training.seed=2"], "training.seed"),
        (["corpus", "import", "a", "--name", "x", "--name", "y"], "--name"),
        (["corpus", "show", "x", "-n", "3", "--pairs", "4"], "--pairs"),
        (["runs", "list", "--json", "--json"], "--json"),
        (["bench", "decode", "run", "--beam", "1", "--beam", "2"], "--beam"),
        (["gui", "--run", "a", "--run", "b"], "--run"),
    ],
    ids=lambda value: " ".join(value)[:40] if isinstance(value, list) else "",
)
def test_what_takes_one_value_is_given_once(
    arguments: list[str], named: str, lines: Any, capfd: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1
    assert named in err
    assert "twice" in err


def test_every_option_of_every_command_is_looked_at() -> None:
    """Each option that takes one value, given twice in whatever command, is refused before anything runs."""
    command = typer.main.get_command(build_app())
    refuse_repetition(command)
    tried = 0

    def commands(node: Any, path: tuple[str, ...] = ()) -> Any:
        yield path, node
        for name, below in getattr(node, "commands", {}).items():
            yield from commands(below, (*path, name))

    for path, node in commands(command):
        for option in node.params:
            if option.param_type_name != "option" or option.name == "help":
                continue
            value = [] if option.is_flag else ["1"]
            name = max(option.opts, key=len)
            context = node.context_class(node, info_name=" ".join(path))
            parser = node.make_parser(context)
            if option.multiple:
                parser.parse_args([name, *value, name, *value])
            else:
                tried += 1
                with pytest.raises(InputError, match=f"{name}: is given 3 times"):
                    parser.parse_args([name, *value] * 3)
    assert tried > 80
