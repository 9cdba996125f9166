"""The command line as other programs rely on it: exit codes, one clear line, nothing but JSON where JSON is asked."""

from __future__ import annotations

import inspect
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench import __version__
from workbench.cli.main import build_command, main
from workbench.engine.runs.folder import RunFolder

SMALL = [
    "--set",
    "model.embedding=8",
    "--set",
    "model.hidden=8",
    "--set",
    "tokenizer.vocab_size=300",
    "--set",
    "data.valid_size=2",
    "--set",
    "data.test_size=2",
    "--set",
    "training.batch_tokens=64",
    "--set",
    "runtime.threads=1",
    "--set",
    "runtime.precision='fp32'",
    "--device",
    "cpu",
]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def texts(tmp_path: Path) -> list[str]:
    (tmp_path / "a.de").write_text("\n".join(SOURCES * 5) + "\n", encoding="utf-8")
    (tmp_path / "a.en").write_text("\n".join(TARGETS * 5) + "\n", encoding="utf-8")
    return ["--src", "a.de", "--tgt", "a.en"]


def bad(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run a command that must be refused: code 2, one line, nothing on standard output."""
    assert main(list(arguments)) == 2
    out, err = capfd.readouterr()
    assert out == ""
    lines = err.strip().splitlines()
    assert len(lines) == 1, err
    assert lines[0].startswith("workbench: ")
    assert "Traceback" not in err
    return lines[0]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["trian"], "trian"),
        (["train", "--bogus"], "--bogus"),
        (["train"], "nothing to train on"),
        (["train", "missing.toml"], "missing.toml"),
        (["train", "--src", "a.de"], "--src and --tgt belong together"),
        (["train", "--src", "missing.de", "--tgt", "missing.en"], "missing.de"),
        (["train", "--src", "a.de", "--tgt", "a.en", "--preset", "huge"], "unknown preset 'huge'"),
        (["train", "--src", "a.de", "--tgt", "a.en", "--set", "training.batch_tokns=5"], "training.batch_tokens"),
        (["train", "--src", "a.de", "--tgt", "a.en", "--set", "model.hidden=0"], "model.hidden"),
        (["train", "--src", "a.de", "--tgt", "a.en", "--set", "model.hidden"], "section.field=value"),
        (["train", "--src", "a.de", "--tgt", "a.en", "--device", "tpu"], "runtime.device"),
        (["train", "--resume", "--run-dir", "nowhere"], "nowhere"),
        (["train", "--resume"], "--run-dir"),
        (["train", "--src", "a.de", "--tgt", "a.en", "--run-dir", ""], "--run-dir: is empty"),
        (["train", ""], "is empty"),
        (["runs", "show", ""], "is empty"),
        (["corpus", "inspect", ""], "is empty"),
        (["translate", "nowhere", "--output", ""], "--output: is empty"),
        (["train", "--corpus", "no-such-corpus"], "no-such-corpus"),
        (["translate", "nowhere"], "nowhere"),
        (["evaluate", "nowhere", "--src", "a.de", "--ref", "a.en"], "nowhere"),
        (["evaluate", "nowhere"], "nowhere"),
        (["evaluate", "nowhere", "--src", "a.de"], "--ref"),
        (["corpus", "inspect", "missing.tsv"], "missing.tsv"),
        (["corpus", "show", "no-such-corpus"], "no-such-corpus"),
        (["corpus", "import", "missing.tsv", "--name", "x"], "missing.tsv"),
        (["runs", "show", "nowhere"], "nowhere"),
        (["gui", "--run", "nowhere"], "nowhere"),
    ],
    ids=lambda value: " ".join(value)[:50] if isinstance(value, list) else "",
)
def test_bad_usage_is_one_line_and_code_2(
    capfd: pytest.CaptureFixture[str], texts: list[str], tmp_path: Path, arguments: list[str], named: str
) -> None:
    assert named in bad(capfd, *arguments)
    assert not list((tmp_path / "home").glob("checkpoints/*")), "a refused command left a run folder"


#: Options with a path that is read; every other one names what will be written.
READ = {"run", "src", "tgt", "ref", "gold", "input_"}


def writing_options(command: Any, *line: str) -> Iterator[list[str]]:
    """Every command line with an option that names what will be written, in a place where nothing can be."""
    for name, below in getattr(command, "commands", {}).items():
        yield from writing_options(below, *line, name)
    kinds = get_type_hints(inspect.unwrap(command.callback)) if command.callback else {}
    options = {p.name: max(p.opts, key=len) for p in command.params if p.param_type_name == "option"}
    needed = []
    for parameter in command.params:
        if parameter.required and parameter.name not in options:
            needed.append("nowhere")
        elif parameter.required and parameter.name not in writing(kinds, options):
            needed += [options[parameter.name], "1"]
    for name in writing(kinds, options):
        yield [*line, *needed, options[name], "taken/below"]


def writing(kinds: dict[str, Any], options: dict[str, str]) -> list[str]:
    return [name for name in options if kinds[name] in (Path, Path | None) and name not in READ]


WRITING = list(writing_options(build_command()))


@pytest.mark.parametrize("line", WRITING, ids=" ".join)
def test_where_nothing_can_be_written_is_said_before_anything_is_read(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, line: list[str]
) -> None:
    (tmp_path / "taken").write_text("a file, where a folder is wanted")
    assert "taken is a file" in bad(capfd, *line)


def test_the_options_that_write_are_found() -> None:
    found = {" ".join(part for part in line if part not in ("nowhere", "taken/below")) for line in WRITING}
    assert {"translate --alignments", "corpus split --output", "train --run-dir", "runs export --output"} <= found


def looking_options(command: Any, *line: str) -> Iterator[list[str]]:
    """Every ``inspect`` line that is given blanks as the text that it looks into."""
    for name, below in command.commands.items():
        needed = [p for p in below.params if p.required and p.param_type_name == "argument"]
        blanks = [p for p in below.params if p.name in ("text", "word", "against_text")]
        kinds = get_type_hints(inspect.unwrap(below.callback))
        blanks += [p for p in below.params if p.name == "target" and kinds["target"] is str]
        for blank in blanks:
            arguments = ["  " if p is blank else "nowhere" for p in needed]
            if blank not in needed:
                arguments += [max(blank.opts, key=len), "  "] if blank.param_type_name == "option" else ["  "]
            numbers = [
                part
                for p in below.params
                if kinds[p.name] is int and p.required
                for part in (max(p.opts, key=len), "1")
            ]
            output = ["--output", "page.html"] if "output" in kinds else []
            yield [*line, name, *arguments, *numbers, *output]


@pytest.mark.parametrize("line", list(looking_options(build_command().commands["inspect"], "inspect")), ids=" ".join)
def test_blanks_are_no_text_to_look_into(capfd: pytest.CaptureFixture[str], line: list[str]) -> None:
    assert "is empty" in bad(capfd, *line)


def test_unequal_files_name_both_counts(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.de").write_text("eins\nzwei\ndrei\n")
    (tmp_path / "a.en").write_text("one\ntwo\n")
    line = bad(capfd, "corpus", "inspect", "a.de", "a.en")
    assert "3" in line
    assert "2" in line


def test_wrong_bytes_name_file_line_and_byte(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "a.de").write_bytes("für\nnö\n".encode() + b"schl\xe4cht\n")
    (tmp_path / "a.en").write_bytes(b"for\nno\nbad\n")
    line = bad(capfd, "corpus", "inspect", "a.de", "a.en")
    assert "a.de:3" in line
    assert "byte 5" in line


def test_hostile_xml_is_refused_without_reading_what_it_names(
    capfd: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("not for you")
    entity = f'<!DOCTYPE tmx [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    unit = "<tu><tuv xml:lang='en'><seg>&x;</seg></tuv><tuv xml:lang='fr'><seg>oui</seg></tuv></tu>"
    (tmp_path / "a.tmx").write_text(
        f"<?xml version='1.0'?>{entity}<tmx version='1.4'><header/><body>{unit}</body></tmx>"
    )
    main(["corpus", "inspect", "a.tmx", "--from", "en", "--to", "fr"])
    out, err = capfd.readouterr()
    assert "not for you" not in out + err
    assert "Traceback" not in err


def test_training_is_only_json_with_json(capfd: pytest.CaptureFixture[str], texts: list[str], tmp_path: Path) -> None:
    run = tmp_path / "run"
    line = ["train", *texts, *SMALL, "--run-dir", str(run), "--set", "training.max_steps=4"]
    assert main([*line, "--json", "--set", "training.validate_steps=2"]) == 0
    out, _ = capfd.readouterr()
    events = [json.loads(text) for text in out.splitlines()]
    assert events[-1]["event"] == "RunFinished"
    assert events[-1]["status"] == "completed"
    assert [e["step"] for e in events if e["event"] == "CheckpointSaved"] == [2, 4]
    assert [json.loads(text) for text in (run / "events.jsonl").read_text(encoding="utf-8").splitlines()] == events
    # once more: refused, and the run is untouched
    before = {p: p.stat().st_mtime_ns for p in run.rglob("*") if p.is_file()}
    assert "add --resume" in bad(capfd, *line)
    for change in ("model.hidden=16", "training.batch_tokens=128", "data.valid_size=3", "tokenizer.kind='bpe'"):
        assert change.partition("=")[0] in bad(capfd, "train", "--resume", "--run-dir", str(run), "--set", change)
    assert before == {p: p.stat().st_mtime_ns for p in run.rglob("*") if p.is_file()}
    # limits may be raised
    assert main(["train", "--resume", "--run-dir", str(run), "--set", "training.max_steps=6"]) == 0
    assert RunFolder(run).checkpoint("last").step == 6
    # the run's own file makes another run, with another name
    capfd.readouterr()
    assert main(["train", str(run / "run.toml"), "--set", "training.max_steps=1"]) == 0
    found = [p for p in (tmp_path / "home" / "checkpoints").iterdir() if not p.name.startswith(".")]
    assert len(found) == 1
    assert RunFolder(found[0]).checkpoint("last").step == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
def test_interrupt_leaves_a_checkpoint_and_code_130(texts: list[str], tmp_path: Path) -> None:
    run = tmp_path / "run"
    line = [
        sys.executable,
        "-m",
        "workbench",
        "train",
        *texts,
        *SMALL,
        "--run-dir",
        str(run),
        "--json",
        "--set",
        "training.max_steps=1000000",
        "--set",
        "training.validate_steps=0",
    ]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    with subprocess.Popen(
        line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", env=environment
    ) as process:
        assert process.stdout is not None
        deadline = time.monotonic() + 120
        for text in process.stdout:
            assert time.monotonic() < deadline
            if json.loads(text)["event"] == "StepLogged":
                break
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert process.returncode == 130, err
    assert "Traceback" not in err
    assert json.loads(out.splitlines()[-1])["status"] == "stopped"
    assert RunFolder(run).checkpoint("last").resumable


@pytest.mark.parametrize("damage", ["missing", "truncated", "foreign", "no_config", "no_tokenizer"])
def test_damaged_run_folders_are_named(capfd: pytest.CaptureFixture[str], tmp_path: Path, damage: str) -> None:
    run = make_tiny_run(tmp_path / "tiny")
    weights = RunFolder(run).checkpoint("last").weights
    if damage == "missing":
        weights.unlink()
        RunFolder(run).checkpoint("10").weights.unlink()
    elif damage == "truncated":
        for each in RunFolder(run).checkpoints():  # with one of them whole, that one is used
            each.weights.write_bytes(each.weights.read_bytes()[:-100])
    elif damage == "foreign":
        weights.write_bytes(
            RunFolder(make_tiny_run(tmp_path / "other", hidden=12)).checkpoint("last").weights.read_bytes()
        )
    elif damage == "no_config":
        (run / "run.toml").unlink()
    else:
        for file in (run / "tokenizer").iterdir():
            file.unlink()
    line = bad(capfd, "translate", str(run), "--checkpoint", "last", "--input", "none")
    assert str(run) in line


def test_help_and_version(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    assert "translate" in capfd.readouterr().out
    assert main(["--version"]) == 0
    assert capfd.readouterr().out.strip() == f"workbench {__version__}"


def test_a_program_that_waits_for_each_answer_gets_it(tmp_path: Path) -> None:
    run = make_tiny_run(tmp_path / "tiny")
    line = [sys.executable, "-m", "workbench", "translate", str(run), "--json", "--threads", "1"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in SOURCES[:2]:
            process.stdin.write(text + "\n")
            process.stdin.flush()
            answer = json.loads(process.stdout.readline())
            assert answer["source"] == text
            assert len(answer["attention"]) == len(answer["target_pieces"])
            assert all(sum(row) == pytest.approx(1, abs=1e-4) for row in answer["attention"])
            assert all(len(row) == len(answer["source_pieces"]) for row in answer["attention"])
        process.stdin.close()
        assert process.stdout.read() == ""
    assert process.returncode == 0
