"""Damaged run folders and archives: ``python -m tests.fuzz.runs``.

A run is trained for a few steps and exported. Then every file of it, and the archive, is damaged again and again, and
the commands that read runs are given it: each ends well, or in one short line; see ``tests.fuzz.harness``. Half of the
damages to tensors and prepared data are hidden from the checksums, as somebody who forges a run would do.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import io
import json
import os
import random
import re
import shutil
import struct
import sys
import tempfile
from functools import partial
from pathlib import Path

from tests.engine.short_runs import number_corpus
from tests.fuzz.harness import KEPT, attack, check_message
from tests.fuzz.mutations import mutate

_RUN, _ARCHIVE = "demo", "demo.run.zip"
_SETTINGS = (
    "model.embedding=8", "model.hidden=16", "training.max_steps=4", "training.batch_tokens=400", "training.samples=1",
    "training.validate_steps=2", "training.log_steps=1", "training.subword_sampling=0.1", "runtime.threads=1",
    "runtime.precision=fp32", "tokenizer.vocab_size=300", "search.max_ratio=1.0", "search.max_extra=2",
)  # fmt: skip
#: Values that stand where others are expected.
_VALUES = (
    "null", "-1", "0", "1e999", "NaN", "Infinity", "true", '""', '"many"', "[]", "{}", "[[[[1]]]]",
    '"../../etc/passwd"', '"/dev/zero"', "1" + "0" * 400, "1000000000", '"' + "x" * 100_000 + '"',
    '"\\ud800"', '"\\u001b[2J"',
    "[" * 5000, '{"a":' * 5000, "1.5", "nan", "inf", "'''", '{"template": "{a}{a}", "values": {"a": "b"}}',
)  # fmt: skip
_VALUE = re.compile(rb'(?<=[:=]) ?("(?:[^"\\]|\\.)*"|-?[\d.]+(?:e[+-]?\d+)?|true|false|null|\[[^\[\]]*\])')


def make(home: Path) -> None:
    """Train the run, score it, note something on it, export it."""
    os.environ["WORKBENCH_HOME"] = str(home)
    home.mkdir(parents=True)
    number_corpus(home)
    data = ("--src", "train.src", "--tgt", "train.tgt", "--valid-src", "valid.src", "--valid-tgt", "valid.tgt")
    files = [str(home / part) if "." in part else part for part in data]
    run = home / "checkpoints" / _RUN
    settings = [word for value in _SETTINGS for word in ("--set", value)]
    assert _command("train", *files, "--run-dir", str(run), "--device", "cpu", *settings)
    (home / "few.src").write_text("123\n407\n")
    (home / "few.tgt").write_text("one two three\nfour nought seven\n")
    texts = ("--src", str(home / "few.src"), "--ref", str(home / "few.tgt"))
    assert _command("evaluate", str(run), *texts, "--beam", "1")
    (run / "notes.json").write_text(json.dumps({"title": "A run", "text": "Of numbers."}))
    assert _command("runs", "export", str(run), "--output", str(home / _ARCHIVE), "--with-state")


def _command(*arguments: str) -> bool:
    """Run a command in this process; whether it did what it was asked.

    Raises:
        AssertionError: It ended otherwise than well or with one line.
    """
    from workbench.cli.main import main
    from workbench.engine.runs import summary

    summary._cache.clear()
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", errors="backslashreplace") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = main(arguments)
    err.flush()
    told = err.buffer.getvalue().decode().splitlines()  # type: ignore[attr-defined]
    lines = [line for line in told if line.startswith("workbench: ")]
    assert code in (0, 1, 2), f"{arguments[:2]}: exit code {code}"
    assert not any("Traceback" in line for line in told), f"{arguments[:2]}: {told[-3:]}"
    assert code == 0 or lines, f"{arguments[:2]}: exit code {code} without a word"
    for line in lines:
        check_message(line)
    return code == 0


def damaged(files: dict[str, bytes], name: str, seed: int, number: int) -> bytes:
    """The damaged contents of one file of the run, or of its archive."""
    rng = random.Random(f"{name} {seed} {number}")
    data = files[name]
    if not data:
        return rng.randbytes(rng.choice((1, 8, 100)))
    if name.endswith((".json", ".jsonl", ".toml")) and rng.random() < 0.6:
        places = list(_VALUE.finditer(data))
        for place in rng.sample(places, min(len(places), rng.choice((1, 1, 2, 5)))):
            data = data.replace(place[0], b" " + rng.choice(_VALUES).encode(), 1)
        return data
    if name.endswith(".safetensors") and rng.random() < 0.6:  # its header, which the numbers far outweigh
        (length,) = struct.unpack("<Q", data[:8])
        header = mutate(data[8 : 8 + length], rng)
        return struct.pack("<Q", len(header)) + header + data[8 + length :]
    return mutate(data, rng, files[rng.choice(sorted(files))])


def _forge(run: Path, name: str) -> None:
    """Let the records of a run agree with a damaged file."""
    folder = (run / name).parent
    for record in (folder / "state.json", run / "corpus.json"):
        with contextlib.suppress(OSError, ValueError, AttributeError):
            known = json.loads(record.read_text())
            for path, entry in known.get("files", {}).items():
                content = (record.parent / path).read_bytes()
                entry |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            record.write_text(json.dumps(known))


def _use(base: Path, home: Path, name: str, data: bytes, number: int) -> bool:
    """Give a damaged file to the commands."""
    shutil.rmtree(home, ignore_errors=True)
    os.environ["WORKBENCH_HOME"] = str(home)
    run = home / "checkpoints" / _RUN
    if name == _ARCHIVE:
        home.mkdir()
        (home / _ARCHIVE).write_bytes(data)
        done = _command("runs", "import", str(home / _ARCHIVE))
        inside = {path.name for path in home.iterdir()}
        assert inside <= {_ARCHIVE, "checkpoints"}, f"files outside the runs: {inside}"
        left = [path.name for path in (home / "checkpoints").glob(".*")] if (home / "checkpoints").exists() else []
        assert not left, f"left behind: {left}"
        if not done:
            return False
        run = next((home / "checkpoints").iterdir())
    else:
        shutil.copytree(base / "checkpoints" / _RUN, run)
        (run / name).write_bytes(data)
        if number % 2 and name.endswith((".safetensors", ".model", ".npz", ".ids", ".offsets", ".npy", "source.json")):
            _forge(run, name)
    done = _command("runs", "list", "--json") & _command("runs", "list")
    done &= _command("runs", "show", str(run))
    text = ("--src", str(base / "few.src"), "--ref", str(base / "few.tgt"))
    kind = name.partition("/")[0] if name.startswith("data") else Path(name).suffix
    if kind in (".model", ".safetensors", ".npz", ".zip") or number % 3 == 0:
        done &= _command("translate", str(run), "--input", str(base / "few.src"), "--device", "cpu")
    if number % 6 == 1:
        done &= _command("evaluate", str(run), *text, "--beam", "1")
    if kind == "data" or number % 6 == 2:
        done &= _command("train", "--resume", "--run-dir", str(run), "--set", "training.max_steps=5")
    return done


def main() -> int:
    """Print a line a file; exit code 1 when there is a finding."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--file", action="append", help="default: every file of the run, and its archive")
    parser.add_argument("--mutations", type=int, default=200, help="of each file")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    import torch

    import workbench.cli.evaluate
    import workbench.cli.runs
    import workbench.engine.evaluation.evaluate
    import workbench.engine.search.opening
    import workbench.engine.training.session  # noqa: F401 - loaded before the forks

    torch.set_num_threads(1)  # no threads before them either
    shutil.rmtree(KEPT / "runs", ignore_errors=True)
    failed = False
    with tempfile.TemporaryDirectory(prefix="fuzz-runs-") as folder:
        base, home = Path(folder) / "base", Path(folder) / "home"
        maker = os.fork()  # what has trained has threads, and cannot be forked any more
        if maker == 0:
            make(base)
            os._exit(0)
        assert os.waitpid(maker, 0)[1] == 0, "the run could not be made"
        run = base / "checkpoints" / _RUN
        files = {str(p.relative_to(run)): p.read_bytes() for p in sorted(run.rglob("*")) if p.is_file()}
        files[_ARCHIVE] = (base / _ARCHIVE).read_bytes()
        for name in given.file or files:
            make_one = partial(damaged, files, name, given.seed)
            found = attack(name, given.mutations, make_one, partial(_use, base, home, name), seconds=60)
            failed |= bool(found.faults)
            found.report()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
