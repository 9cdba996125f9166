"""Files appear when they are complete; what a crash leaves is removed by who writes there next, and nothing else."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import numpy as np
import psutil
import pytest

from tests.killed import left_by_a_killed_process, writer
from workbench.engine.core import bounds, files, processes
from workbench.engine.core.errors import InputError, RunFailed, WorkbenchError
from workbench.engine.core.files import (
    complete_folder,
    complete_path,
    plain_error,
    publish,
    publish_unused,
    read_arrays,
    remove_folder,
    write_atomically,
    write_error,
)
from workbench.engine.core.temporaries import sweep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is POSIX")


@pytest.mark.parametrize("folder", [False, True])
def test_who_writes_next_removes_what_a_killed_process_left(tmp_path: Path, folder: bool) -> None:
    left = left_by_a_killed_process(tmp_path / "a", folder=folder)
    assert left.parent == tmp_path
    write_atomically(tmp_path / "b", "whole")
    assert os.listdir(tmp_path) == ["b"]


def test_nothing_of_the_living_of_other_computers_and_of_people_is_removed(tmp_path: Path) -> None:
    names = [".a.tmp", ".a.123-456.tmp", "a.tmp", ".cache"]
    for name in names:
        (tmp_path / name).write_text("mine")
    with writer(tmp_path / "a") as living:
        assert living.stdout is not None
        theirs = Path(living.stdout.readline().strip())
        # the same process number, on another computer
        token = re.search(r"\.([0-9a-f]{6})-\d+-", theirs.name)
        assert token is not None
        foreign = tmp_path / theirs.name.replace(token[1], "000000")
        foreign.write_text("theirs")
        with complete_path(tmp_path / "own") as own:
            own.write_text("")
            sweep(tmp_path)
            assert {*names, theirs.name, foreign.name, own.name} == set(os.listdir(tmp_path))
        living.communicate("")
    sweep(tmp_path)
    assert {*names, foreign.name, "own"} == set(os.listdir(tmp_path))


def test_an_interruption_while_it_is_tidied_up_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    interrupted = []

    def once(name: str, real: Callable[..., None]) -> Callable[..., None]:
        def act(*given: object, **more: object) -> None:
            if name not in interrupted:
                interrupted.append(name)
                raise KeyboardInterrupt
            real(*given, **more)

        return act

    for name in ("unlink", "rmdir"):
        monkeypatch.setattr(os, name, once(name, getattr(os, name)))

    def fail(using: Callable[..., AbstractContextManager[Path]]) -> None:
        with using(tmp_path / "a") as temporary:
            if using is complete_path:
                temporary.write_text("half")
            raise ValueError

    for using in (complete_path, complete_folder):
        with pytest.raises(KeyboardInterrupt):
            fail(using)
    assert interrupted == ["unlink", "rmdir"]
    assert not os.listdir(tmp_path)


def test_a_number_that_belongs_to_another_process_by_now_protects_nothing(tmp_path: Path) -> None:
    with complete_path(tmp_path / "a") as temporary:
        computer, number, start = re.findall(r"\.([0-9a-f]{6})-(\d+)-([0-9a-f]+)-", temporary.name)[0]
        temporary.write_text("")
        earlier = f".a.{computer}-{number}-{int(start, 16) - 1000:x}-1.tmp"  # ten seconds
        (tmp_path / earlier).write_text("")
        sweep(tmp_path)
        assert os.listdir(tmp_path) == [temporary.name]


def test_a_deep_sweep_looks_into_folders(tmp_path: Path) -> None:
    (tmp_path / "run/step").mkdir(parents=True)
    left = left_by_a_killed_process(tmp_path / "run/step/weights")
    sweep(tmp_path)
    assert left.exists()
    sweep(tmp_path, deep=True)
    assert not left.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a start is kept as it was")
@pytest.mark.parametrize("hours", [-5, 5])
def test_a_clock_that_is_set_changes_nobody_into_another(monkeypatch: pytest.MonkeyPatch, hours: int) -> None:
    process, mark = processes.this_process(), processes.mark()
    boot = psutil.boot_time()
    monkeypatch.setattr("psutil._pslinux.boot_time", lambda: boot + 3600 * hours)
    assert abs(psutil.Process().create_time() - process.started) > 10_000, "the clock was not set"
    assert process.alive
    computer, number, start = mark.split("-")
    assert not processes.has_gone(computer, int(number), start)


def test_a_killed_process_that_nobody_waits_for_is_gone() -> None:
    child = os.fork()
    if child == 0:
        os._exit(0)
    started, since_boot = processes._start_of(child)
    while psutil.Process(child).status() != psutil.STATUS_ZOMBIE:
        time.sleep(0.01)
    assert not processes.is_alive(child, started, since_boot)
    os.waitpid(child, 0)


def test_a_name_that_is_taken_is_said_to_be(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/file").write_text("old")
    with (
        pytest.raises(InputError, match="there is something of that name already") as told,
        files.reporting_writes(tmp_path / "a"),
        complete_folder(tmp_path / "a", replace=False) as temporary,
    ):
        (temporary / "file").write_text("new")
    assert told.value.where == str(tmp_path / "a")
    assert (tmp_path / "a/file").read_text() == "old"
    with complete_folder(tmp_path / "b") as other:
        (other / "file").write_text("another")
        (tmp_path / "new").mkdir()
        (tmp_path / "new/file").write_text("number two")
        assert publish_unused(tmp_path / "new", tmp_path / "a") == tmp_path / "a-2"
    assert sorted(os.listdir(tmp_path)) == ["a", "a-2", "b"]
    remove_folder(tmp_path / "a")
    remove_folder(tmp_path / "a")
    assert sorted(os.listdir(tmp_path)) == ["a-2", "b"]


SPACE = "Free some space there and try again."


@pytest.mark.parametrize(
    ("error", "kind", "words", "advice"),
    [
        (OSError(errno.ENOSPC, "x"), RunFailed, "the disk is full", SPACE),
        (RuntimeError("I/O error: No space left on device (os error 28)"), RunFailed, "the disk is full", SPACE),
        (OSError(errno.EACCES, "Permission denied"), InputError, "Permission denied", "Choose another place"),
        (RuntimeError("Permission denied (os error 13)"), InputError, "Permission denied", "Choose another place"),
        (OSError(errno.EIO, "Input/output error"), RunFailed, "Input/output error", ""),
        (OSError(errno.ENOTEMPTY, "Directory not empty"), InputError, "of that name already", "another name"),
        (OSError(errno.EEXIST, "File exists"), InputError, "of that name already", "another name"),
        (OSError(errno.EFBIG, "File too large"), RunFailed, "too large for the file system", "another disk"),
    ],
)
def test_every_error_of_the_system_has_its_own_words(
    tmp_path: Path, error: Exception, kind: type[WorkbenchError], words: str, advice: str
) -> None:
    told = write_error(error, tmp_path / "a")
    assert type(told) is kind
    assert words in told.message
    assert advice in told.advice
    assert bool(told.advice) == bool(advice)
    assert ("space" in told.advice) == (advice == SPACE)


@pytest.mark.parametrize(
    "error", [FileNotFoundError(errno.ENOENT, "No such file"), RuntimeError("No such file or directory (os error 2)")]
)
def test_a_folder_that_has_vanished_is_not_a_full_disk(tmp_path: Path, error: Exception) -> None:
    told = write_error(error, tmp_path / "run/step", what="the checkpoint", advice="Free some space.")
    assert str(told) == (
        f"{tmp_path}/run/step: the checkpoint cannot be written: there is no folder {tmp_path}/run."
        " Check its name; it may have been moved or deleted, or its disk taken away."
    )


def test_what_nobody_put_into_words_does_not_claim_to_know() -> None:
    told = plain_error(PermissionError(errno.EACCES, "Permission denied", "secret"))
    assert str(told) == "secret: Permission denied"
    assert told.exit_code == 2
    assert plain_error(OSError(errno.EIO, "Input/output error")).exit_code == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
def test_what_is_no_file_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_atomically(pipe, "abc")
        assert os.read(reader, 10) == b"abc"
    finally:
        os.close(reader)
    made = tmp_path / "made"
    made.write_text("x")
    with pytest.raises(FileExistsError):
        publish(made, pipe)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert sorted(file.name for file in tmp_path.iterdir()) == ["made", "pipe"]
    if Path("/dev/full").is_char_device():
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            write_atomically(Path("/dev/full"), "abc")
        assert Path("/dev/full").is_char_device()


def test_arrays_that_unpack_to_far_more_than_they_are_are_refused(tmp_path: Path) -> None:
    honest = {"one": np.arange(200_000), "two": np.zeros(3)}
    np.savez_compressed(tmp_path / "honest.npz", **honest)
    found = read_arrays(tmp_path / "honest.npz")
    assert all((found[name] == array).all() for name, array in honest.items())
    np.savez_compressed(tmp_path / "trap.npz", one=np.zeros(bounds.UNPACKED, dtype=np.uint16))  # deflate: 1000 to 1
    with pytest.raises(ValueError, match="far more"):
        read_arrays(tmp_path / "trap.npz")
