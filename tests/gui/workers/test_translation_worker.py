"""The translation thread: latest wins, an edit stops the decode under way, models stay in their thread."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.fake_translator import FakeLoader, FakeTranslator, make_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.search.model_cache import ModelChoice
from workbench.gui.state.translation_service import TranslationService
from workbench.gui.workers.translation_types import Item, TranslationResult


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


def test_what_is_asked_while_the_thread_ends_is_answered_by_the_next(qtbot: QtBot, run: Path) -> None:
    loader, through = FakeLoader(), threading.Event()

    def load(path: Path, checkpoint: str, device: str) -> FakeTranslator:
        assert through.wait(10)
        return loader(path, checkpoint, device)

    service = TranslationService(load, lambda: None)  # type: ignore[arg-type]
    results: list[TranslationResult] = []
    service.translated.connect(results.append)
    choice = ModelChoice(run, "best", "cpu")
    service.request(choice, [Item("first")], SearchConfig())
    assert not service.shutdown(0)  # a model that loads cannot be interrupted
    service.request(choice, [Item("second")], SearchConfig())
    through.set()
    qtbot.waitUntil(lambda: bool(results), timeout=5000)
    assert [r.translations[0].text for r in results] == ["DNOCES"]
    assert service.work.stage == "done"
    assert service.shutdown(5000)
