"""Small files that ask for gigabytes or hours end as one line, in little memory and time; large honest ones do not."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cases.bombs import BOMBS, write_bomb
from workbench.engine.corpora.readers import read_pairs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="limits of memory are those of POSIX")
#: Megabytes that a process may have mapped, and may have used; seconds of a processor.
_MAPPED, _USED, _SECONDS = 3000, 800, 10
#: One of each kind is tried always.
ALWAYS = [
    "line.tsv.gz", "lines.tsv.gz", "line.po.gz", "value.jsonl.gz", "seg.tmx.gz", "messages.mo", "objects.json",
    "nested.zip", "members.zip", "name.tgz", "stray-XFD1048576.xlsx", "stray-Z1048576.xlsx", "strings.xlsx",
    "cell.xlsx", "rows.ods", "text.parquet",
]  # fmt: skip
#: Those that are no trap when they are read well.
READ = {"columns.ods", "blank-rows.ods"}


def limited(*command: str) -> tuple[int, list[str], float, float]:
    """Exit code, lines of the error output, seconds of a processor and megabytes of a command."""
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (_MAPPED << 20, _MAPPED << 20))
        resource.setrlimit(resource.RLIMIT_CPU, (6 * _SECONDS, 6 * _SECONDS))

    process = subprocess.Popen(
        [sys.executable, "-m", "workbench", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=limit,
        env={**os.environ, "COLUMNS": "500", "OMP_NUM_THREADS": "1"},
    )
    assert process.stderr is not None
    lines = process.stderr.read().decode().splitlines()
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    process.stderr.close()
    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return process.returncode, lines, used.ru_utime + used.ru_stime, used.ru_maxrss / unit


@pytest.mark.parametrize(
    "name", [name if name in ALWAYS else pytest.param(name, marks=pytest.mark.slow) for name in BOMBS]
)
def test_a_bomb_is_one_line(tmp_path: Path, name: str) -> None:
    code, lines, seconds, megabytes = limited("corpus", "inspect", str(write_bomb(tmp_path, name)))
    problems = [line for line in lines if not line.startswith("workbench: warning: ")]
    assert code == (0 if name in READ else 2), lines
    assert len(problems) == (name not in READ), lines
    assert all(len(line) < 600 for line in lines)
    assert megabytes < _USED
    assert seconds < _SECONDS


def test_a_widened_bound_lets_more_through(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "same.tsv.gz"
    path.write_bytes(gzip.compress(b"One.\tUn.\n" * 60_000))
    code, lines, *_ = limited("corpus", "inspect", str(path))
    assert code == 2
    assert lines[-1].endswith("set WORKBENCH_FILE_LIMITS=10, which widens all such bounds.")
    monkeypatch.setenv("WORKBENCH_FILE_LIMITS", "10")
    assert limited("corpus", "inspect", str(path))[0] == 0


def test_an_honest_file_that_packs_well_is_read(tmp_path: Path) -> None:
    """Sentences of a small vocabulary: 20 MB that pack to a fifteenth."""
    sentence = (
        "we saw {a} of the {b} boxes that came in with the ship on the morning of the day before\twir sahen {a}\n"
    )
    text = "".join(sentence.format(a=n % 997, b=n % 53) for n in range(200_000)).encode()
    packed = gzip.compress(text)
    assert 10 < len(text) / len(packed) < 40
    path = tmp_path / "honest.tsv.gz"
    path.write_bytes(packed)
    assert sum(1 for _ in read_pairs([path])) == 200_000


def test_a_workbook_is_read_by_as_few_processes_as_it_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One for a small workbook however often it is looked at; one more for each reading of a long one."""
    import openpyxl

    from workbench.engine.corpora.preview import preview

    started: list[object] = []
    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda *args, **more: started.append(args) or popen(*args, **more))
    for name, rows, expected in (("small.xlsx", 300, 1), ("long.xlsx", 3000, 3)):
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        for number in range(rows):
            sheet.append([f"We saw {number} ships.", f"Nous avons vu {number} navires."])
        book.save(tmp_path / name)
        started.clear()
        assert preview([tmp_path / name]).first[0].target == "Nous avons vu 0 navires."
        assert [pair.source for pair in read_pairs([tmp_path / name])] == [f"We saw {n} ships." for n in range(rows)]
        assert len(started) == expected


def test_a_process_that_reads_a_workbook_ends_with_its_reader(tmp_path: Path) -> None:
    import openpyxl
    import psutil

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(20_000):
        sheet.append([f"We saw {number} ships.", f"Nous avons vu {number} navires."])
    book.save(tmp_path / "long.xlsx")
    before = set(psutil.Process().children())
    pairs = read_pairs([tmp_path / "long.xlsx"])
    next(pairs)
    children = set(psutil.Process().children()) - before
    assert len(children) == 1
    pairs.close()  # type: ignore[attr-defined]
    until = time.monotonic() + 5
    while any(child.is_running() for child in children) and time.monotonic() < until:
        time.sleep(0.02)
    assert not any(child.is_running() for child in children)
