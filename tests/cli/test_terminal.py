"""Whatever a title, a note, a sentence or a file is called: no command sends it to the terminal as a command."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.engine.tiny_run import make_tiny_run
from tests.run_factory import journal, started, validated
from workbench.cli.main import main
from workbench.cli.terminal import json_line, progress_line, visible_table
from workbench.engine.core import paths
from workbench.engine.core.events import RunFinished, Warned
from workbench.engine.runs.folder import RunFolder

#: Clear the screen, ring, C1 introducer, a link, set the title, turn the direction, new lines, half a pair.
PLANT = "\x1b[2J\x07\x9b31m\x1b]8;;file:///etc/passwd\x1b\\link\x1b]8;;\x1b\\\x1b]0;t\x07\u202egnp\u2066"
PLANT += "\x00\r\x85\u2028\ud800x"
#: The same where a file system must take it.
NAME = PLANT.replace("/", "-").replace("\x00", "").replace("\ud800", "")[:80]
#: What a terminal obeys, by the code points themselves.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")


@pytest.fixture
def run(tmp_path: Path) -> Path:
    path = make_tiny_run(paths.runs_root() / "planted")
    (path / "notes.json").write_text(json.dumps({"title": PLANT, "text": PLANT}))
    score = {"score": 1.0, "low": 0.5, "high": 2.0, "signature": PLANT}
    (path / "scores.json").write_text(json.dumps({PLANT: {"bleu": score, "chrf": score, "ter": score, "title": PLANT}}))
    config = (path / "run.toml").read_text(encoding="utf-8")
    config = config.replace("corpora = []", f"corpora = [{json.dumps(PLANT.replace(chr(0xD800), ''))}]")
    (path / "run.toml").write_text(config, encoding="utf-8")
    finished = RunFinished(time=1, step=20, status=PLANT, reason=PLANT, metric=PLANT)
    journal(RunFolder(path), started(run="r", device="d"), validated(10, 5.0, best=True))
    with open(path / "events.jsonl", "a", encoding="utf-8") as handle:
        for event in (Warned(time=1, code="c", message="m"), finished):
            record = {k: PLANT if isinstance(v, str) else v for k, v in vars(event).items()}
            handle.write(json.dumps({"event": type(event).__name__, **record}) + "\n")
    other = paths.runs_root() / NAME
    other.mkdir()
    (other / "run.toml").write_text("no = [")
    return path


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    file = tmp_path / f"{NAME}.jsonl"
    records = ({"en": f"{PLANT} {n}", "fr": f"{n} {PLANT}"} for n in range(30))
    file.write_text("".join(json.dumps(record) + "\n" for record in records))
    return file


def _commands(run: Path, pairs: Path) -> list[list[str]]:
    listed = [["runs", "list"], ["runs", "show", "planted"], ["runs", "show", str(paths.runs_root() / NAME)]]
    listed += [["corpus", "inspect", str(pairs)], ["corpus", "list"], ["corpus", "show", "planted"]]
    text = [a for kind in ("src", "ref") for a in (f"--{kind}", str(pairs.with_name(f"{kind}.txt")))]
    return [
        ["corpus", "import", str(pairs), "--name", "planted", "--title", PLANT[:-2], "--licence", PLANT[:-2]],
        ["corpus", "import", str(pairs), "--name", NAME],
        *listed,
        *([*command, "--json"] for command in listed),
        ["corpus", "split", str(pairs), "-o", NAME + "-split"],
        ["corpus", "export", str(pairs), "-o", NAME + ".tsv"],
        ["corpus", "export", "planted", "-o", NAME + ".unknown"],
        ["corpus", "show", NAME],
        ["corpus", "delete", "planted"],
        ["corpus", "restore", NAME],
        ["evaluate", str(run), *text],
        ["evaluate", str(run), *text, "--json"],
        ["evaluate", NAME, *text],
        ["translate", NAME],
        ["translate", str(run), "-i", NAME],
        ["translate", str(run), "-i", str(pairs.with_name("src.txt")), "--json"],
        ["train", "--corpus", NAME, "--set", f"{NAME}=1", "--run-dir", NAME],
        ["train", "--corpus", str(pairs), "--set", "data.source_lang=" + NAME, "--set", "training.max_steps=" + NAME],
        ["train", "--preset", NAME],
        ["train", "--resume", "--run-dir", str(paths.runs_root() / NAME)],
        ["runs", "export", str(run), "-o", NAME + ".run.zip"],
        ["runs", "import", NAME + ".run.zip"],
        ["runs", "import", NAME],
        ["runs", "slim", NAME],
        ["runs", "delete", str(paths.runs_root() / NAME)],
        ["runs", "restore", NAME],
        ["gui", "--run", NAME],
        [NAME],
        ["runs", NAME],
        ["runs", "list", "--" + NAME],
    ]


def test_no_command_lets_a_text_steer_the_terminal(run: Path, pairs: Path, capfd: Any) -> None:
    for name in ("src", "ref"):
        pairs.with_name(f"{name}.txt").write_text("a \x1b[2J b \x9b\n\x1b]0;t\x07\n", encoding="utf-8")
    told = 0
    for command in _commands(run, pairs):
        code = main(command)
        out, err = capfd.readouterr()
        assert code in (0, 1, 2), command
        assert not _OBEYED.search(out + err), (command, (out + err)[:2000])
        told += out.count("␛") + err.count("␛") + out.count("\\u001b")
        if command[-1] == "--json" and code == 0:
            for line in out.splitlines():
                json.loads(line)
    assert told > 50  # what was planted was there to be seen


def test_json_is_escaped_and_reads_back_the_same() -> None:
    line = json_line({PLANT: [PLANT]})
    assert not re.search("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", line)
    assert json.loads(line) == {PLANT: [PLANT]}
    assert json.loads(json_line({"a": [float("nan"), {"b": float("inf")}, 1.5]})) == {"a": [None, {"b": None}, 1.5]}


def test_a_table_of_translations_keeps_its_lines_and_columns() -> None:
    assert visible_table("a\x1b[2J\tb\nc\x9b\n") == "a␛[2J\tb\nc\\x9b\n"


class Screen(io.StringIO):
    """A terminal that keeps what it is sent."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("seen", [True, False])
def test_progress_is_a_line_of_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, seen: bool) -> None:
    screen = Screen() if seen else io.StringIO()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    with progress_line() as progress:
        progress(0, 0, "reading [bold]\x1b]0;t\x07")
        progress(1203, 4000, "translating\x07")
    text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", screen.getvalue())
    assert "\x07" not in text
    assert ("1,203 of 4,000" in text) == seen
    assert seen or not text
