"""What survives when the program is cut off: ``python -m tests.soak.interruptions``.

Each scenario is one command. It runs once in peace, its file operations are counted, and then it runs again and again,
each time with a fault before another operation: ``kill -9``, a disk without room, a folder that may not be written, a
signal. Afterwards the lists must be readable and show nothing half-written, and the same command (for a training:
``--resume``) must end in the same bytes and the same files as in peace.

Operations are seen through Python's audit events, and a child is forked from a process that has loaded torch already,
so that hundreds of faults take minutes. POSIX only.
"""

from __future__ import annotations

import argparse
import contextlib
import errno
import hashlib
import importlib
import io
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.system.tasks import LETTERS, copy_lines, copy_task, tiny_config, write_lines

#: Audit events that change the file system.
_CHANGES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.link", "os.symlink"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
#: What a fault leaves to the program: the exit codes it may end with.
_FAULTS: dict[str, tuple[int, ...]] = {
    "kill": (-signal.SIGKILL, 0),
    "full": (0, 1, 2),
    "readonly": (0, 1, 2),
    "sigint": (0, 130),
    "sigterm": (0, 130, 143),
}


@dataclass(frozen=True)
class Scenario:
    """A command and what must be left of it.

    Attributes:
        name: For the report.
        arguments: The command; ``{home}`` stands for the data folder.
        again: What brings it to its end after a fault; may find that nothing is left to do (exit code 2).
        lists: Commands that must work after any fault.
        prepare: Makes what the command needs.
    """

    name: str
    arguments: tuple[str, ...]
    again: tuple[str, ...]
    lists: tuple[tuple[str, ...], ...]
    prepare: Callable[[Path], None]


@dataclass
class Outcome:
    """How one scenario fared under one kind of fault."""

    scenario: str
    fault: str
    tried: int = 0
    hit: int = 0
    lost: list[str] = field(default_factory=list)


# scenarios -----------------------------------------------------------------------------------------------------------


def _training_file(home: Path) -> None:
    config = tiny_config(
        copy_task(home, train=120, held_out=10, lengths=(3, 6), letters=LETTERS),
        {
            "tokenizer": {"kind": "bpe", "vocab_size": 60},
            "model": {"hidden": 16, "embedding": 16, "dropout_layers": 0.1},
            "training": {
                "max_steps": 12,
                "batch_tokens": 100,
                "validate_steps": 4,
                "validate_pairs": 4,
                "log_steps": 1,
                "averaging": "ema",
                "snapshots": 2,
                "samples": 2,
            },
        },
    )
    from workbench.engine.core.config import to_toml

    (home / "small.toml").write_text(to_toml(config), encoding="utf-8")


def _pairs(home: Path) -> None:
    lines = copy_lines(400, (3, 8), 3)
    write_lines(home / "p.en", lines)
    write_lines(home / "p.fr", [line.upper() for line in lines])


def _corpus(home: Path) -> None:
    _pairs(home)
    assert _run(home, _IMPORT).code == 0


def _model(home: Path) -> None:
    _training_file(home)
    assert _run(home, _TRAIN).code == 0
    write_lines(home / "in.txt", copy_lines(40, (3, 6), 5))


def _archive(home: Path) -> None:
    _model(home)
    assert _run(home, ("runs", "export", "{home}/checkpoints/r", "-o", "{home}/r.run.zip", "--with-state")).code == 0
    shutil.rmtree(home / "checkpoints")


_TRAIN = ("train", "{home}/small.toml", "--run-dir", "{home}/checkpoints/r", "--json")
_RESUME = ("train", "--resume", "--run-dir", "{home}/checkpoints/r", "--json")
_IMPORT = ("corpus", "import", "{home}/p.en", "{home}/p.fr", "--from", "en", "--to", "fr", "--name", "c")
_EXPORT = ("corpus", "export", "c", "-o", "{home}/out.tmx")
_SPLIT = ("corpus", "split", "c", "-o", "{home}/splits", "--valid", "20", "--test", "20")
_TRANSLATE = (
    "translate",
    "{home}/checkpoints/r",
    "--input",
    "{home}/in.txt",
    "--output",
    "{home}/out.txt",
    "--threads",
    "1",
)
_RUN_EXPORT = ("runs", "export", "{home}/checkpoints/r", "-o", "{home}/r.run.zip", "--with-state")
_RUN_IMPORT = ("runs", "import", "{home}/r.run.zip")
_RUNS, _CORPORA = ("runs", "list", "--json"), ("corpus", "list", "--json")

SCENARIOS = {
    s.name: s
    for s in (
        Scenario("train", _TRAIN, _RESUME, (_RUNS,), _training_file),
        Scenario("corpus import", _IMPORT, _IMPORT, (_CORPORA,), _pairs),
        Scenario("corpus export", _EXPORT, _EXPORT, (_CORPORA,), _corpus),
        Scenario("corpus split", _SPLIT, _SPLIT, (_CORPORA,), _corpus),
        Scenario("translate a file", _TRANSLATE, _TRANSLATE, (_RUNS,), _model),
        Scenario("runs export", _RUN_EXPORT, _RUN_EXPORT, (_RUNS,), _model),
        Scenario("runs import", _RUN_IMPORT, _RUN_IMPORT, (_RUNS,), _archive),
    )
}


# one command in a child ----------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Ended:
    """How a child ended: exit code (negative: the signal), what it printed, and its counted operations."""

    code: int
    out: str
    err: str
    operations: int


def _run(home: Path, arguments: tuple[str, ...], fault: str = "", at: int = -1, seconds: float = 0.0) -> Ended:
    """Run a command in a fork.

    Args:
        home: Its data folder, the only one whose operations count.
        arguments: With ``{home}``.
        fault: What happens before operation ``at`` (from 0), or after ``seconds`` when ``at`` is negative.
        at: Number of the operation.
        seconds: For a moment that no operation marks.
    """
    talk = home.with_name("talk")
    talk.mkdir(exist_ok=True)
    ready, begin = os.pipe()
    child = os.fork()
    if child == 0:
        _child(home, tuple(a.format(home=home) for a in arguments), talk, fault, at, begin)
    os.close(begin)  # so that a child that dies before it begins ends the reading
    os.read(ready, 1)
    os.close(ready)
    if fault and at < 0:
        time.sleep(seconds)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, {"kill": signal.SIGKILL, "sigint": signal.SIGINT, "sigterm": signal.SIGTERM}[fault])
    deadline = time.monotonic() + 120
    while True:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            break
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            return Ended(-1000, "", "it did not end within 120 seconds", 0)
        time.sleep(0.002)
    count = talk / "count"
    return Ended(
        os.waitstatus_to_exitcode(status),
        (talk / "out").read_text("utf-8", "replace"),
        (talk / "err").read_text("utf-8", "replace"),
        int(count.read_text()) if count.exists() and count.read_text() else 0,
    )


def _load(home: Path) -> None:
    """Load what the last child has loaded, so that the next ones need not."""
    for name in (home.with_name("talk") / "modules").read_text().splitlines():
        with contextlib.suppress(Exception):
            importlib.import_module(name)


def _child(home: Path, arguments: tuple[str, ...], talk: Path, fault: str, at: int, begin: int) -> None:
    """Never returns; writes a byte to ``begin`` when the command begins."""
    code = 1
    try:
        os.environ["WORKBENCH_HOME"] = str(home)
        for name, number in (("out", 1), ("err", 2)):
            os.dup2(os.open(talk / name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), number)
        sys.stdout = io.TextIOWrapper(io.FileIO(1, "wb", closefd=False), "utf-8", write_through=True)
        sys.stderr = io.TextIOWrapper(io.FileIO(2, "wb", closefd=False), "utf-8", write_through=True)
        os.chdir(talk)
        watch = _watch(str(home), fault, at)
        from workbench.cli.main import main

        os.write(begin, b".")
        code = main(list(arguments))
        for number in (signal.SIGINT, signal.SIGTERM):  # what comes now is too late
            signal.signal(number, signal.SIG_IGN)
        sys.stdout.flush()
        (talk / "count").write_text(str(watch()))
        (talk / "modules").write_text("\n".join(sys.modules))
    except BaseException:
        import traceback

        traceback.print_exc()
    finally:
        os._exit(code)


def _watch(root: str, fault: str, at: int) -> Callable[[], int]:
    """Count the operations below ``root`` and let the fault happen; returns a reader of the count."""
    count = 0

    def operation() -> None:
        nonlocal count
        count += 1
        if at < 0 or count <= at:
            return
        if fault == "kill":
            os.kill(os.getpid(), signal.SIGKILL)
            time.sleep(10)
        if fault in ("sigint", "sigterm"):
            if count == at + 1:
                os.kill(os.getpid(), signal.SIGINT if fault == "sigint" else signal.SIGTERM)
            return
        number = errno.ENOSPC if fault == "full" else errno.EACCES
        raise OSError(number, os.strerror(number), root)

    def below(path: Any) -> bool:
        return not isinstance(path, int) and os.fsdecode(path).startswith(root + os.sep)

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event == "open":
            path, _, flags = args
            if flags & _WRITING and below(path):
                operation()
        elif event in _CHANGES:
            # what is cleaned up needs no room: only a folder without rights refuses it
            needs_none = event in ("os.remove", "os.rmdir")
            if below(args[0]) and not (needs_none and fault == "full"):
                operation()

    flush = os.fsync

    def fsync(descriptor: int) -> None:
        operation()
        flush(descriptor)

    os.fsync = fsync
    sys.addaudithook(hook)
    return lambda: count


# what is left --------------------------------------------------------------------------------------------------------


def _contents(home: Path) -> dict[str, str]:
    """Every file below the data folder with a hash of what must be the same; a journal's times may differ."""
    found = {}
    for path in sorted(home.rglob("*")):
        if path.is_file() and path.name not in {".lock", "events.jsonl", "run.log", "environment.json"}:
            found[str(path.relative_to(home))] = _digest(path)
    return found


def _digest(path: Path) -> str:
    if path.suffix == ".zip":  # times of members may differ
        with zipfile.ZipFile(path) as archive:
            return str(sorted((i.filename, i.CRC) for i in archive.infolist() if "events.jsonl" not in i.filename))
    data = path.read_bytes()
    if path.suffix == ".json":
        with contextlib.suppress(ValueError):
            data = json.dumps(_timeless(json.loads(data)), sort_keys=True).encode()
    elif path.suffix in (".toml", ".tmx"):
        data = b"\n".join(line for line in data.splitlines() if b"date" not in line and b"time" not in line)
    return hashlib.sha256(data).hexdigest()


def _timeless(value: Any) -> Any:
    """A JSON value without what the clock decides."""
    if isinstance(value, dict):
        return {
            k: _timeless(v)
            for k, v in value.items()
            if k not in {"elapsed", "created", "imported", "time", "seconds", "validation_seconds"}
        }
    return [_timeless(v) for v in value] if isinstance(value, list) else value


def _wrong(scenario: Scenario, home: Path, ended: Ended, fault: str, peace: dict[str, str]) -> Iterator[str]:
    """What a fault spoilt, a line each."""
    if ended.code not in _FAULTS[fault]:
        yield f"exit code {ended.code}: {ended.err[-300:]!r}"
    if "Traceback" in ended.err:
        yield f"a traceback: {ended.err[-400:]!r}"
    if fault != "kill" and ended.code in (1, 2) and len(ended.err.strip().splitlines()) > 6:
        yield f"{len(ended.err.splitlines())} lines of errors: {ended.err[:300]!r}"
    if fault in ("sigint", "sigterm", "full"):  # there was time, and room, to tidy up
        litter = [str(path.relative_to(home)) for path in home.rglob("*.tmp")]
        if litter:
            yield f"left behind: {litter[:4]}"
    for listing in scenario.lists:
        listed = _run(home, listing)
        if listed.code or "Traceback" in listed.err:
            yield f"{' '.join(listing)} fails: {listed.err[-300:]!r}"
    if _contents(home) == peace:
        return  # it had been done already
    again = scenario.again
    if scenario.name == "train" and not (home / "checkpoints/r/run.toml").exists():
        again = scenario.arguments
    finished = _run(home, again)
    if finished.code not in (0, 2) or "Traceback" in finished.err:
        yield f"cannot be brought to its end: {finished.code}, {finished.err[-300:]!r}"
    left = _contents(home)
    names = sorted(k for k in left.keys() | peace.keys() if left.get(k) != peace.get(k))
    if scenario.name == "train" and fault in ("sigint", "sigterm"):
        # it stopped with a checkpoint of its own, so others on the way may be kept; the last must be the same bits
        folders = [{k.rpartition("/")[0] for k in known if "/step-" in k} for known in (left, peace)]
        one_sided = (folders[0] ^ folders[1]) - {max(folders[1])}
        names = [k for k in names if k.rpartition("/")[0] not in one_sided]
    if names:
        yield f"differs from an undisturbed one: {names[:6]} ({finished.err[-160:]!r})"


def _renew(home: Path, start: Path) -> None:
    shutil.rmtree(home)
    shutil.copytree(start, home)


def attack(scenario: Scenario, fault: str, every: int, moments: int, seed: int, most: int = 0) -> Outcome:
    """One scenario under one fault: before every ``every``-th operation, and at so many random moments.

    Args:
        most: Try no more than so many of them, drawn at random; 0 for all.
    """
    outcome = Outcome(scenario.name, fault)
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        start, home = Path(folder) / "start", Path(folder) / "home"
        home.mkdir()
        scenario.prepare(home)
        shutil.copytree(home, start)
        whole = _run(home, scenario.arguments)
        assert whole.code == 0, f"{scenario.name} fails in peace: {whole.err[-500:]}"
        peace = _contents(home)
        _load(home)
        _renew(home, start)
        began = time.monotonic()
        _run(home, scenario.arguments)
        took = time.monotonic() - began
        rng = random.Random(seed)
        places = [(at, 0.0) for at in range(seed % every, whole.operations, every)]
        if fault in ("kill", "sigint", "sigterm"):
            places += [(-1, rng.uniform(0.01, took)) for _ in range(moments)]
        if 0 < most < len(places):
            places = rng.sample(places, most)
        for at, seconds in places:
            _renew(home, start)
            ended = _run(home, scenario.arguments, fault, at, seconds)
            outcome.tried += 1
            outcome.hit += ended.code != 0
            place = f"operation {at} of {whole.operations}" if at >= 0 else f"{seconds:.2f} s"
            outcome.lost += [f"{place}: {wrong}" for wrong in _wrong(scenario, home, ended, fault, peace)]
    return outcome


def prepare_process() -> None:
    """Load torch and build the command tree before the forks, so that each is quick."""
    import torch

    import workbench.engine.training.session  # noqa: F401
    from workbench.cli import main as program

    torch.set_num_threads(1)
    built = program.build_command()
    program.build_command = lambda: built  # type: ignore[assignment]


def main() -> int:
    """Print a table; exit code 1 when anything was lost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--scenario", action="append", choices=sorted(SCENARIOS), help="default: all")
    parser.add_argument("--fault", action="append", choices=sorted(_FAULTS), help="default: all")
    parser.add_argument("--every", type=int, default=1, help="before each so-many-th operation")
    parser.add_argument("--moments", type=int, default=0, help="and at so many random moments")
    parser.add_argument("--most", type=int, default=0, help="no more than so many of these; default: all")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    prepare_process()
    failed = False
    for name in given.scenario or SCENARIOS:
        for fault in given.fault or _FAULTS:
            began = time.monotonic()
            outcome = attack(SCENARIOS[name], fault, given.every, given.moments, given.seed, given.most)
            failed |= bool(outcome.lost)
            seconds = time.monotonic() - began
            print(
                f"{name:18} {fault:9} tried {outcome.tried:4}, cut off {outcome.hit:4}, lost {len(outcome.lost)}"
                f"  ({seconds:.0f} s)",
                flush=True,
            )
            for line in outcome.lost[:20]:
                print("   ", line, flush=True)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
