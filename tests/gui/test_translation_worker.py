"""The translation thread: latest wins, an edit stops the decode under way, models stay in their thread."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from translate_fakes import FakeLoader, make_run

from workbench.engine.config import SearchConfig
from workbench.engine.errors import Cancelled, InputError
from workbench.gui.workers.file_translation import FileJob, Pause, lines_kept, partial_path, translate_file
from workbench.gui.workers.translation_service import TranslationService
from workbench.gui.workers.translation_types import (
    Item,
    LoadFunction,
    ModelChoice,
    TranslationResult,
)


@pytest.fixture
def run(tmp_path: Path) -> Path:
    return make_run(tmp_path / "run")


class Desk:
    """A service and what it said."""

    def __init__(self, loader: FakeLoader, run: Path) -> None:
        self.loader, self.run = loader, run
        self.service = TranslationService(loader, lambda: None)
        self.results: list[TranslationResult] = []
        self.service.translated.connect(self.results.append)

    def ask(self, *texts: str, checkpoint: str = "best", steps: tuple[int, ...] = ()) -> int:
        """Request translations."""
        choice = ModelChoice(self.run, checkpoint, "cpu")
        return self.service.request(choice, [Item(t) for t in texts], SearchConfig(nbest=2), steps=steps)

    def close(self, qtbot: QtBot) -> None:
        """End the thread."""
        if not self.service.shutdown(0):
            with qtbot.waitSignal(self.service.idle, timeout=5000):
                pass


@pytest.fixture
def desk(qtbot: QtBot, run: Path) -> Iterator[Desk]:
    desk = Desk(FakeLoader(), run)
    yield desk
    desk.close(qtbot)


@pytest.fixture
def slow(qtbot: QtBot, run: Path) -> Iterator[Desk]:
    desk = Desk(FakeLoader(seconds=0.02), run)
    yield desk
    desk.close(qtbot)


def test_translates_in_another_thread_and_names_the_step(desk: Desk, qtbot: QtBot) -> None:
    desk.ask("one two", "three")
    qtbot.waitUntil(lambda: bool(desk.results) and desk.results[-1].last)
    found = {t.source: t.text for r in desk.results for t in r.translations}
    assert found == {"one two": "ENO OWT", "three": "EERHT"}
    assert desk.results[0].model.step == 200
    assert [len(r.items) for r in desk.results] == [1, 1]  # the first sentence is shown before the others are done
    translator = desk.loader.translators[200]
    assert translator.thread != threading.get_ident()


def test_only_the_newest_request_is_answered_and_the_old_decode_stops(slow: Desk, qtbot: QtBot) -> None:
    slow.ask(" ".join(["word"] * 500))  # ten seconds of decoding
    qtbot.waitUntil(lambda: 200 in slow.loader.translators and slow.loader.translators[200].steps > 2)
    for text in ("a", "ab", "abc"):
        newest = slow.ask(text)
    qtbot.waitUntil(lambda: bool(slow.results))
    assert [(r.request.sequence, r.translations[0].text) for r in slow.results] == [(newest, "CBA")]
    translator = slow.loader.translators[200]
    assert translator.steps < 100
    assert translator.calls[-1] == ["abc"]
    assert ["a"] not in translator.calls  # replaced in the slot before it was looked at


def test_an_edit_alone_stops_the_decode(slow: Desk, qtbot: QtBot) -> None:
    slow.ask(" ".join(["word"] * 500))
    qtbot.waitUntil(lambda: 200 in slow.loader.translators and slow.loader.translators[200].steps > 2)
    with qtbot.waitSignal(slow.service.busy_changed, timeout=2000) as busy:
        slow.service.cancel()
    assert busy.args == [False]
    assert slow.loader.translators[200].steps < 100
    assert slow.results == []


def test_two_models_are_kept_and_a_rewritten_checkpoint_is_read_again(desk: Desk, qtbot: QtBot) -> None:
    for checkpoint in ("best", "last", "200", "100", "300"):
        count = len(desk.results)
        desk.ask("word", checkpoint=checkpoint)
        qtbot.waitUntil(lambda count=count: len(desk.results) > count)
    assert [step for _, step, _ in desk.loader.loaded] == [200, 300, 100, 300]
    state = desk.run / "step-00000300" / "state.json"
    stamp = state.stat().st_mtime_ns
    os.utime(state, ns=(stamp, stamp + 10**9))
    desk.ask("word", checkpoint="300")
    qtbot.waitUntil(lambda: len(desk.loader.loaded) == 5)


def test_steps_at_leisure_give_way_to_typing(slow: Desk, qtbot: QtBot) -> None:
    slow.ask("a b c", steps=(100, 200, 300))
    qtbot.waitUntil(lambda: len(slow.results) == 1)
    slow.ask("urgent")
    qtbot.waitUntil(lambda: slow.results[-1].request.steps == ())
    assert slow.results[0].model.step == 100
    assert slow.results[-1].translations[0].text == "TNEGRU"
    steps = [r.model.step for r in slow.results if r.request.steps]
    assert steps != [100, 200, 300]


def test_a_fault_arrives_as_text_and_the_thread_goes_on(qtbot: QtBot, run: Path) -> None:
    loader = FakeLoader()

    def load(path: Path, checkpoint: str, device: str) -> object:
        if device == "cuda":
            raise RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB")
        return loader(path, checkpoint, device)

    service = TranslationService(load, lambda: None)  # type: ignore[arg-type]
    with qtbot.waitSignal(service.failed) as failed:
        service.request(ModelChoice(run, "best", "cuda"), [Item("x")], SearchConfig())
    assert failed.args[0].report.title == "There was not enough memory."
    with qtbot.waitSignal(service.failed) as failed:
        service.request(ModelChoice(run, "123", "cpu"), [Item("x")], SearchConfig())
    assert "There are: 100, 200, 300." in str(failed.args[0].report)
    with qtbot.waitSignal(service.translated):
        service.request(ModelChoice(run, "best", "cpu"), [Item("x")], SearchConfig())
    assert service.shutdown(5000)


def test_the_thread_ends_while_decoding_and_starts_again_when_asked(slow: Desk, qtbot: QtBot) -> None:
    slow.ask(" ".join(["word"] * 500))
    qtbot.waitUntil(lambda: 200 in slow.loader.translators and slow.loader.translators[200].steps > 2)
    began = time.monotonic()
    assert slow.service.shutdown(3000)
    assert time.monotonic() - began < 2
    assert not slow.service.running
    slow.ask("again")
    qtbot.waitUntil(lambda: bool(slow.results))
    assert slow.results[0].translations[0].text == "NIAGA"


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
    report = translate_file(
        job, Pause(), lambda done, total, _: seen.append((done, total)), never, named_loader()
    )
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
