"""Output that cannot be written, that nobody reads, or that is closed: an exit code and one line, of every command."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from tests.system.tasks import command, environment, run_workbench
from workbench.cli.main import build_command
from workbench.engine.runs.folder import RunFolder

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="closed descriptors and /dev/full are POSIX")

_TRAIN = (
    "--src a.de --tgt a.en --set model.embedding=8 --set model.hidden=8 --set tokenizer.vocab_size=300"
    " --set data.valid_size=2 --set data.test_size=2 --set training.batch_tokens=64 --set training.validate_steps=2"
    " --set runtime.threads=1 --set runtime.precision='fp32' --device cpu"
)
#: A line for every command; where one would take long or needs a window, its help.
COMMANDS = {
    "gui": "--help",
    "tour": "--help",
    "train": f"{_TRAIN} --set training.max_steps=4 --json",
    "translate": "r --input a.de --threads 1",
    "evaluate": "r --src a.de --ref a.en --threads 1 --beam 1",
    "corpus inspect": "a.de a.en",
    "corpus import": "a.de a.en --name new --from de --to en",
    "corpus list": "",
    "corpus show": "c",
    "corpus split": "a.de a.en -o parts --valid 1 --test 1",
    "corpus export": "c -o out.tmx",
    "corpus rename": "c d",
    "corpus merge": "c --name both",
    "corpus search": "c e",
    "corpus edit": "c --leave-out 1",
    "corpus delete": "c",
    "corpus restore": "binned",
    "runs list": "",
    "runs show": "r",
    "runs export": "r -o r.run.zip",
    "runs import": "other.run.zip",
    "runs delete": "r",
    "runs restore": "binned",
    "runs slim": "r --json",
    "runs compare": "--help",
    "inspect tree": "r ein --threads 1",
    "inspect what-if": "--help",
    "inspect influence": "--help",
    "inspect compare": "--help",
    "inspect memory": "--help",
    "inspect words": "r ein",
    "inspect confidence": "--help",
    "inspect calibrate": "--help",
    "inspect agreement": "--help",
    "inspect failures": "r --src a.de --ref a.en --threads 1",
    "inspect report": "--help",
    "bench train": "--help",
    "bench decode": "r --src a.de --sentences 4 --threads 1",
    "bench latency": "--help",
    "bench noise": "--help",
    "bench inspect": "--help",
    "bench load": "--help",
    "bench scale": "--help",
    "bench gui": "--help",
}

#: Forked from a process that has loaded everything, so that a hundred commands take seconds. Prints what ``main``
#: returned for each, or what it raised.
_DRIVER = """
import json, os, shutil, sys, traceback
import torch
torch.set_num_threads(1)
from workbench.cli.main import main
import pyarrow.parquet, rich.table, sacrebleu, workbench.engine.corpora.export, workbench.engine.runs.archive
import workbench.engine.training.session, workbench.engine.search.opening, workbench.engine.evaluation.test_sets
base, lines = sys.argv[1], json.loads(sys.stdin.read())

def streams(mode, errors):
    read, write = os.pipe()
    os.close(read)
    for number in (1, 2):
        if mode == "closed":
            os.close(number)
        elif number == 1:
            os.dup2(write if mode == "pipe" else os.open("/dev/full", os.O_WRONLY), number)
        else:
            os.dup2(os.open(errors, os.O_WRONLY | os.O_CREAT), number)
    if mode == "closed":
        os.close(0)
        sys.stdin = sys.stdout = sys.stderr = None
    else:
        sys.stdout, sys.stderr = (open(n, "w", encoding="utf-8", closefd=False) for n in (1, 2))

for mode, line in lines:
    home, errors, ended = base + "-copy", base + "-errors", base + "-ended"
    for left in (errors, ended):
        open(left, "w").close()
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(base, home)
    if os.fork() == 0:
        os.environ["WORKBENCH_HOME"] = home
        os.chdir(home)
        streams(mode, errors)
        try:
            code = main(line)
        except BaseException:
            code = traceback.format_exc()
        with open(ended, "w") as handle:
            json.dump(code, handle)
        os._exit(0)
    os.wait()
    print(json.dumps([mode, line, json.load(open(ended)), open(errors).read()]), flush=True)
"""


def leaves(group: Any, path: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command below a group, with the names that lead to it."""
    if not getattr(group, "commands", None):
        yield " ".join(path)
    for name, below in getattr(group, "commands", {}).items():
        yield from leaves(below, (*path, name))


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("streams") / "home"
    home.mkdir()
    (home / "a.de").write_text("\n".join(SOURCES * 5) + "\n", encoding="utf-8")
    (home / "a.en").write_text("\n".join(TARGETS * 5) + "\n", encoding="utf-8")
    make_tiny_run(home / "checkpoints/r")
    make_tiny_run(home / "checkpoints/other")
    files = [str(home / "a.de"), str(home / "a.en"), "--from", "de", "--to", "en"]
    for line in (
        ["corpus", "import", *files, "--name", "c"],
        ["corpus", "import", *files, "--name", "binned"],
        ["corpus", "delete", "binned"],
        ["runs", "export", "other", "-o", str(home / "other.run.zip")],
    ):
        done = run_workbench(home, *line)
        assert done.returncode == 0, done.stderr
    shutil.copytree(home / "checkpoints/r", home / "checkpoints/.bin/binned")
    return home


def test_no_command_ends_in_a_traceback(home: Path) -> None:
    assert set(COMMANDS) == set(leaves(build_command())), "a command is missing above"
    modes = ["full", "closed", "pipe"]
    given = [(mode, f"{name} {rest}".split()) for name, rest in COMMANDS.items() for mode in modes]
    told = subprocess.run(
        [sys.executable, "-c", _DRIVER, str(home)],
        input=json.dumps(given),
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert told.returncode == 0, told.stderr
    results = [json.loads(line) for line in told.stdout.splitlines()]
    assert len(results) == len(given)
    wrong = []
    for mode, line, code, errors in results:
        # a full disk is told; what nobody wants to read is no failure
        if code != (1 if mode == "full" else 0) or "Traceback" in errors:
            wrong.append((mode, line[:3], code, errors[-300:]))
        last = errors.strip().splitlines()[-1:]
        if mode == "full" and last != [f"workbench: standard output: cannot be written: {os.strerror(errno.ENOSPC)}"]:
            wrong.append((mode, line[:3], code, errors[-300:]))
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize("redirection", ["2>&1 | head -1", ">/dev/full"])
def test_output_that_nobody_reads_never_ends_a_training(home: Path, tmp_path: Path, redirection: str) -> None:
    json_ = "--json" if "2>" not in redirection else ""
    line = " ".join(command(f"train {_TRAIN} --set training.max_steps=30 --run-dir {tmp_path}/run {json_}"))
    line = f"({line}; echo $? >{tmp_path}/code) {redirection}"
    done = subprocess.run(["bash", "-c", line], cwd=home, env=environment(home), capture_output=True, encoding="utf-8")
    assert "Traceback" not in done.stdout + done.stderr
    assert RunFolder(tmp_path / "run").checkpoint("last").step == 30
    full = redirection == ">/dev/full"
    assert int((tmp_path / "code").read_text()) == (1 if full else 0), done.stderr
    assert ("standard output: cannot be written" in done.stderr) == full


@pytest.mark.parametrize(
    ("redirection", "unbuffered"),
    [("| true", ""), (">/dev/full", ""), (">/dev/full", "1"), ("<&- >&- 2>&-", ""), ("2>&1 | true", "1")],
)
@pytest.mark.parametrize("name", ["translate r --threads 1", "runs list"])
def test_a_process_of_its_own_ends_without_a_word_of_python(
    home: Path, tmp_path: Path, redirection: str, name: str, unbuffered: str
) -> None:
    line = f"({' '.join(command(name))}; echo $? >{tmp_path}/code) {redirection}"
    if "<&-" not in redirection:
        line = f"yes 'Ein Hund' | head -50 | {line}"
    variables = environment(home) | {"PYTHONUNBUFFERED": unbuffered}
    done = subprocess.run(["bash", "-c", line], cwd=home, env=variables, capture_output=True, encoding="utf-8")
    assert "Traceback" not in done.stdout + done.stderr
    assert "Exception" not in done.stdout + done.stderr
    assert int((tmp_path / "code").read_text()) == (1 if redirection == ">/dev/full" else 0), done.stderr
