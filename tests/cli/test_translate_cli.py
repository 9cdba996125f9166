"""The commands ``translate`` and ``evaluate`` as other programs use them."""

from __future__ import annotations

import json
import queue
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import typer

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from tests.run_factory import say_learnt
from workbench.cli import evaluate, translate
from workbench.cli.lines import arriving_lines
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError, WorkbenchError
from workbench.engine.core.plain_text import one_field
from workbench.engine.search.alignment import pharaoh, word_alignment
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator

# This family alone, so that nothing else of the command line is needed.
PROGRAM = """
import typer
from workbench.cli import translate
app = typer.Typer()
app.callback()(lambda: None)
translate.register(app)
app()
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture(scope="module")
def translator(run: Path) -> Translator:
    return open_translator(run, device="cpu", threads=1)


@dataclass
class Done:
    stdout: bytes
    stderr: str
    error: WorkbenchError | None


Command = Callable[..., Done]


@pytest.fixture
def command(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Command:
    """Runs a command in this process; its error, if any, is returned."""
    app = typer.Typer()
    translate.register(app)
    evaluate.register(app)

    def run(*arguments: object, stdin: bytes = b"") -> Done:
        file = tmp_path.with_name(tmp_path.name + "-stdin")
        file.write_bytes(stdin)
        error = None
        with open(file, encoding="ascii") as handle:
            monkeypatch.setattr(sys, "stdin", handle)
            try:
                app([*map(str, arguments), "--threads", "1"], standalone_mode=False)
            except WorkbenchError as caught:
                error = caught
        out, messages = capfdbinary.readouterr()
        return Done(out, messages.decode(), error)

    return run


def test_json_lines_hold_what_the_translator_said(command: Command, run: Path, translator: Translator) -> None:
    lines = [SOURCES[0], "", SOURCES[1]]
    done = command(
        "translate", run, "--json", "--nbest", 2, "--set", "search.alternatives=2", stdin="\r\n".join(lines).encode()
    )
    assert done.stderr == ""
    found = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [f["source"] for f in found] == lines
    search = SearchConfig(nbest=2, alternatives=2, max_ratio=1.0, max_extra=3)
    for record, answer in zip(found, translator.translate(lines, search), strict=True):
        assert record["text"] == answer.text
        assert set(record) == set(answer.to_json())
        assert [p["text"] for p in record["target_pieces"]] == [p.text for p in answer.target_pieces]
        assert all(len(p["alternatives"]) == 2 for p in record["target_pieces"])
        assert len(record["attention"]) == len(record["target_pieces"])
        assert all(len(row) == len(record["source_pieces"]) for row in record["attention"])
        assert all(sum(row) == pytest.approx(1, abs=1e-4) for row in record["attention"])
        assert len(record["nbest"]) == (2 if record["source"] else 1)


def test_files_in_files_out(command: Command, run: Path, translator: Translator, tmp_path: Path) -> None:
    (tmp_path / "in").write_text("\n".join(SOURCES), encoding="utf-8")  # no line feed at the end
    (tmp_path / "out").write_text("old")
    done = command(
        "translate",
        run,
        "--input",
        tmp_path / "in",
        "--output",
        tmp_path / "out",
        "--alignments",
        tmp_path / "links",
        "--beam",
        1,
    )
    assert done.stdout == b""
    answers = translator.translate(SOURCES, SearchConfig(beam=1, max_ratio=1.0, max_extra=3))
    assert (tmp_path / "out").read_text(encoding="utf-8").split("\n") == [*(one_field(a.text) for a in answers), ""]
    links = [pharaoh(word_alignment(a).sure) for a in answers]
    assert (tmp_path / "links").read_text().split("\n") == [*links, ""]
    assert any(links)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["in", "links", "out"]


def test_a_file_that_is_no_plain_text_is_refused_before_a_model_is_opened(command: Command, tmp_path: Path) -> None:
    memory, plain = tmp_path / "a.tmx", tmp_path / "a.txt"
    memory.write_text('<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Hi.</seg></tuv></tu></body></tmx>')
    plain.write_text("Hi.\n")
    done = command("translate", tmp_path / "no-run", "--input", memory, "--output", tmp_path / "out")
    assert (done.stdout, sorted(p.name for p in tmp_path.iterdir())) == (b"", ["a.tmx", "a.txt"])
    assert isinstance(done.error, InputError)
    assert "TMX" in done.error.message
    assert "what comes from standard input is taken as it is" in done.error.advice
    done = command("translate", tmp_path / "no-run", "--input", plain)
    assert "no-run" in str(done.error)  # it is only now that the run is looked for


def test_a_program_that_waits_for_each_answer_gets_it(run: Path) -> None:
    line = [sys.executable, "-c", PROGRAM, "translate", str(run), "--prefix", "A"]
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for text in SOURCES[:3]:
            process.stdin.write(text[:5].encode())
            process.stdin.flush()
            time.sleep(0.05)
            process.stdin.write(text[5:].encode() + b"\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith(b"A")
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--beam", "3", "--set", "training.seed=2"], "'training' cannot be set here"),
        (["--set", "search.bean=2"], "did you mean 'search.beam'"),
        (["--set", "search.beam=999"], "search.beam"),
        (["--checkpoint", "77"], "There are: 10, 20"),
        (["--input", "missing.txt"], "no such file"),
        (["--output", "missing/folder/out"], "missing/folder/out: there is no folder missing/folder"),
        (["--reverse", "x"], "Add --alignments"),
    ],
)
def test_bad_usage_is_said_with_code_2(command: Command, run: Path, arguments: list[str], message: str) -> None:
    done = command("translate", run, *arguments, stdin=b"x\n")
    assert done.error is not None
    assert done.error.exit_code == 2
    assert message in str(done.error)
    assert done.stdout == b""


def test_a_wrong_byte_is_named_and_leaves_no_file(command: Command, run: Path, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes("für\nnö\n".encode() + b"schl\xe4cht\n")
    done = command("translate", run, "--input", tmp_path / "in", "--output", tmp_path / "out")
    assert f"{tmp_path / 'in'}:3: byte 5 of the line (0xE4)" in str(done.error)
    assert [p.name for p in tmp_path.iterdir()] == ["in"]


def test_evaluating_prints_the_contract_and_keeps_the_scores(
    command: Command, run: Path, translator: Translator, tmp_path: Path
) -> None:
    answers = translator.translate(SOURCES, SearchConfig(beam=1, max_ratio=1.0, max_extra=3))
    texts = [answers[0].text, *TARGETS[1:5], answers[5].text.upper()]
    (tmp_path / "src").write_text("\n".join(SOURCES) + "\n", encoding="utf-8")
    (tmp_path / "ref").write_text("\n".join(texts) + "\n", encoding="utf-8")
    (tmp_path / "gold").write_text("0-0 1?1\n" * 6)
    done = command(
        "evaluate",
        run,
        "--src",
        tmp_path / "src",
        "--ref",
        tmp_path / "ref",
        "--gold",
        tmp_path / "gold",
        "--json",
        "--beam",
        1,
        "--name",
        "mine",
        "--output",
        tmp_path / "out",
    )
    result = json.loads(done.stdout)
    assert set(result) == {"bleu", "chrf", "ter", "no_edit", "baselines", "aer"}
    for name in ("bleu", "chrf", "ter"):
        assert set(result[name]) == {"score", "low", "high", "signature"}
        assert result[name]["low"] <= result[name]["score"] <= result[name]["high"]
    assert result["no_edit"] == pytest.approx(1 / 6)
    assert set(result["baselines"]) == {"copy_source"}  # the training pairs are not at hand
    assert 0 <= result["aer"] <= 1
    assert (tmp_path / "out").read_text(encoding="utf-8").split("\n") == [*(one_field(a.text) for a in answers), ""]
    assert json.loads((run / "scores.json").read_text())["mine"]["bleu"] == result["bleu"]
    # two of the six test sentences stand in training, one of them on its target side only
    say_learnt(run, SOURCES[:1], [TARGETS[4], answers[0].text])
    told = command("evaluate", run, "--src", tmp_path / "src", "--ref", tmp_path / "ref", "--json", "--beam", 1)
    assert json.loads(told.stdout)["leaks"] == {"pairs": 6, "source": 1, "target": 2, "either": 2}
    assert "2 of 6 test pairs share a sentence with the training pairs" in told.stderr
    lower = command("evaluate", run, "--src", tmp_path / "src", "--ref", tmp_path / "ref", "--lowercase", "--beam", 1)
    assert b"no edit needed: 33.3 %" in lower.stdout


def test_gold_links_that_do_not_fit_are_refused(command: Command, run: Path, tmp_path: Path) -> None:
    (tmp_path / "src").write_text("ein Hund\nzwei\n")
    (tmp_path / "ref").write_text("a dog\ntwo\n")
    for content, message in (
        ("0-0\n", "has 1 lines for 2 sentences"),
        ("0-0\n5-0\n", "gold line 2: link 5-0"),
        ("0-0\nx\n", "gold:2: 'x' is not a link"),
    ):
        (tmp_path / "gold").write_text(content)
        done = command(
            "evaluate", run, "--src", tmp_path / "src", "--ref", tmp_path / "ref", "--gold", tmp_path / "gold"
        )
        assert message in str(done.error)


def test_without_files_a_run_is_tested_on_its_own_held_out_pairs(
    command: Command, run: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    (run / "data").mkdir(exist_ok=True)
    for side, lines in (("src", SOURCES[:3]), ("tgt", TARGETS[:3])):
        (run / "data" / f"test.{side}").write_text("\n".join(lines) + "\n", encoding="utf-8")
    done = command("evaluate", run, "--beam", 1)
    assert done.error is None
    assert b"3 sentences" in done.stdout
    assert json.loads((run / "scores.json").read_text())["held-out"]["sentences"] == 3
    assert "go together" in str(command("evaluate", run, "--ref", tmp_path / "x").error)


def feed(*chunks: bytes) -> Callable[[], bytes]:
    waiting: queue.Queue[bytes] = queue.Queue()
    for chunk in (*chunks, b""):
        waiting.put(chunk)
    return waiting.get


def collect(groups: Iterator[tuple[int, list[str]]]) -> list[str]:
    found: list[str] = []
    for number, lines in groups:
        assert number == len(found) + 1
        found += lines
    return found


def test_arriving_lines_survive_any_cut() -> None:
    text = "\ufeffÄpfel\r\n\nж🙂\nlast"
    for size in (1, 2, 3, 100):
        data = text.encode()
        chunks = [data[i : i + size] for i in range(0, len(data), size)]
        assert collect(arriving_lines(feed(*chunks))) == ["Äpfel", "", "ж🙂", "last"]
    assert collect(arriving_lines(feed())) == []
    assert collect(arriving_lines(feed(b"\n" * 5000))) == [""] * 5000


def test_lines_before_a_wrong_byte_are_handed_over() -> None:
    groups = arriving_lines(feed(b"a\nb\n\xff\nc\n"))
    assert next(groups) == (1, ["a", "b"])
    with pytest.raises(InputError, match="standard input:3: byte 1"):
        next(groups)


def test_nothing_in_a_translation_ends_its_line_or_its_column() -> None:
    broken = "a\n\x0b\tb\u2028c\x85d"
    assert one_field(broken) == "a b c d"
    assert len(one_field(broken).splitlines()) == 1
    assert one_field("a\u00a0b\u3000c  d") == "a\u00a0b\u3000c  d"
