"""A text file is translated line by line; what is done is kept."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from tests.fake_translator import FakeLoader, make_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.search.file_translation import FileJob, Pause, lines_kept, partial_path, translate_file
from workbench.engine.search.model_cache import LoadFunction, ModelChoice


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run")


def never() -> None:
    """Nobody cancels."""


def nobody(done: int, total: int, what: str) -> None:
    """Nobody watches."""


def _job(run: Path, tmp_path: Path, lines: int, **more: int) -> FileJob:
    source = tmp_path / "letter.txt"
    source.write_text("".join(f"line {i}\n" for i in range(lines - 1)) + f"line {lines - 1}", encoding="utf-8")
    return FileJob(source, tmp_path / "letter.fr.txt", ModelChoice(run), SearchConfig(), **more)


def test_a_file_is_translated_line_by_line(run: Path, tmp_path: Path) -> None:
    job = _job(run, tmp_path, 150)
    job.source.write_bytes(b"\xef\xbb\xbf" + job.source.read_bytes().replace(b"line 3\n", b"\r\n"))
    seen: list[tuple[int, int]] = []
    report = translate_file(job, Pause(), lambda done, total, _: seen.append((done, total)), never, named_loader())
    assert report.complete
    out = job.target.read_text(encoding="utf-8").split("\n")
    assert len(out) == 151  # 150 lines, each ended
    assert (out[0], out[3], out[149]) == ("ENIL 0", "", "ENIL 941")
    assert seen == [(0, 150), (64, 150), (128, 150), (150, 150)]
    assert not partial_path(job.target).exists()


def named_loader() -> LoadFunction:
    """Loads "best", as a file job names it."""
    fake = FakeLoader()
    return lambda run, checkpoint, device: fake(run, "200", device)


def test_what_a_stopped_file_has_is_kept_and_gone_on_with(run: Path, tmp_path: Path) -> None:
    job, cancelled = _job(run, tmp_path, 200), []

    def check() -> None:
        if cancelled:
            raise Cancelled("stop")

    def progress(done: int, total: int, what: str) -> None:
        if done == 128:
            cancelled.append(True)

    load = named_loader()
    report = translate_file(job, Pause(), progress, check, load)
    assert (report.done, report.complete, report.path) == (128, False, tmp_path / "letter.fr.partial.txt")
    assert lines_kept(job.target) == 128
    with open(report.path, "ab") as handle:
        handle.write(b"torn by a power c")
    again = FileJob(job.source, job.target, job.choice, job.search, skip=lines_kept(job.target))
    report = translate_file(again, Pause(), nobody, never, load)
    assert report.complete
    assert job.target.read_text().splitlines() == [f"ENIL {str(i)[::-1]}" for i in range(200)]


def test_pause_holds_a_file_until_it_goes_on(run: Path, tmp_path: Path) -> None:
    job, pause, done = _job(run, tmp_path, 200), Pause(), []
    pause.set(True)
    load = named_loader()
    thread = threading.Thread(
        target=lambda: done.append(translate_file(job, pause, nobody, never, load))  # type: ignore[arg-type]
    )
    thread.start()
    time.sleep(0.3)
    assert lines_kept(job.target) == 0
    pause.set(False)
    thread.join(10)
    assert done[0].complete
    assert done[0].seconds < 0.3


def test_a_line_that_is_no_utf8_is_named(run: Path, tmp_path: Path) -> None:
    job = _job(run, tmp_path, 3)
    job.source.write_bytes("für\nnö\n".encode() + b"b\xe9d\n")
    with pytest.raises(InputError, match=r"letter\.txt:3: byte 2 of the line \(0xE9\) is not valid UTF-8"):
        translate_file(job, Pause(), nobody, never, named_loader())


def test_a_file_in_an_older_encoding_is_translated_and_said(run: Path, tmp_path: Path) -> None:
    job = _job(run, tmp_path, 3)
    job.source.write_bytes("für dich\nnö, schön\n".encode("windows-1252"))
    report = translate_file(job, Pause(), nobody, never, named_loader())
    assert (report.complete, report.total, report.encoding) == (True, 2, "windows-1252")
    assert "NÖHCS" in job.target.read_text(encoding="utf-8")


def test_a_memory_is_refused_and_nothing_is_written(run: Path, tmp_path: Path) -> None:
    job = _job(run, tmp_path, 3)
    job.source.write_text('<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Hi.</seg></tuv></tu></body></tmx>')
    with pytest.raises(InputError, match=r"letter\.txt: is of the kind .*TMX.*Save its sentences as plain text"):
        translate_file(job, Pause(), nobody, never, named_loader())
    assert not list(tmp_path.glob("letter.fr*"))


@pytest.mark.parametrize(
    ("target", "why"),
    [
        (".", "is a folder"),
        ("/", "is a folder"),
        ("missing/letter.txt", "there is no folder"),
        ("letter.txt/inside.txt", "is a file, not a folder"),
        ("a\0b", "a character that no name of a file may have"),
        ("a" * 5000, "File name too long"),
        ("a" * 300 + "/b", "File name too long"),
    ],
)
def test_a_target_that_cannot_be_is_refused_before_anything_is_done(
    run: Path, tmp_path: Path, target: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    job = _job(run, tmp_path, 3)
    assert lines_kept(Path(target)) == 0
    with pytest.raises(InputError, match=why) as caught:
        translate_file(FileJob(job.source, Path(target), job.choice, job.search), Pause(), nobody, never)
    assert len(str(caught.value)) < 500


def test_a_folder_that_may_not_be_written_to_is_refused(
    run: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = _job(run, tmp_path, 3)
    monkeypatch.setattr("os.access", lambda path, mode: not mode & os.W_OK)  # the tests may run as root
    with pytest.raises(InputError, match="cannot be written: Permission denied"):
        translate_file(job, Pause(), nobody, never)
