"""Jobs: results, failures and cancelling, all delivered in the GUI thread and without a flood of signals."""

from __future__ import annotations

import gc
import threading
import time
from typing import Any

import pytest
from PySide6.QtCore import QObject, QThread

from workbench.engine.core.errors import CorpusError
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import run_job, running_jobs, stop_all_jobs


def test_result_arrives_in_the_gui_thread(qtbot: Any) -> None:
    seen: dict[str, Any] = {}

    def work(progress: Any, check: Any) -> int:
        seen["worker"] = QThread.currentThread()
        return 42

    def done(value: int) -> None:
        seen["value"], seen["callback"] = value, QThread.currentThread()

    job = run_job(None, work, on_done=done)
    with qtbot.waitSignal(job.finished, timeout=30_000):
        pass
    assert seen["value"] == 42
    assert seen["callback"] is QThread.currentThread()
    assert seen["worker"] is not seen["callback"]
    assert not running_jobs()


def test_progress_is_pulled_not_queued(qtbot: Any) -> None:
    calls: list[tuple[int, int, str]] = []

    def work(progress: Any, check: Any) -> str:
        for i in range(50_000):
            progress(i, 50_000, "reading")
        time.sleep(0.2)
        return "ok"

    job = run_job(None, work, on_progress=lambda *a: calls.append(a))
    with qtbot.waitSignal(job.finished, timeout=60_000):
        pass
    assert calls[-1] == (49_999, 50_000, "reading")
    assert len(calls) < 500


@pytest.mark.parametrize(
    ("error", "title", "advice", "expected"),
    [
        (
            CorpusError("line 3 is not UTF-8", where="a.txt:3", advice="Save it as UTF-8."),
            "a.txt:3: line 3 is not UTF-8",
            "Save it as UTF-8.",
            True,
        ),
        (RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"), "There was not enough memory.", "smaller", False),
        (KeyError("x"), "KeyError: 'x'", "", False),
    ],
)
def test_failure_crosses_as_text(qtbot: Any, error: Exception, title: str, advice: str, expected: bool) -> None:
    reports: list[FailureReport] = []

    def work(progress: Any, check: Any) -> None:
        raise error

    job = run_job(None, work, on_error=reports.append, on_done=lambda _: reports.clear())
    with qtbot.waitSignal(job.finished, timeout=30_000):
        pass
    assert reports[0].title == title
    assert advice in reports[0].advice
    assert reports[0].expected is expected
    assert type(error).__name__ in reports[0].details


def test_exception_object_does_not_outlive_the_job(qtbot: Any) -> None:
    class BigError(Exception):
        alive = 0

        def __init__(self) -> None:
            super().__init__("big")
            BigError.alive += 1

        def __del__(self) -> None:
            BigError.alive -= 1

    def work(progress: Any, check: Any) -> None:
        raise BigError

    job = run_job(None, work, on_error=lambda r: None)
    with qtbot.waitSignal(job.finished, timeout=30_000):
        pass
    gc.collect()
    assert BigError.alive == 0


@pytest.mark.parametrize("through", ["progress", "check"])
def test_cancel(qtbot: Any, through: str) -> None:
    outcome: list[str] = []
    started = threading.Event()

    def work(progress: Any, check: Any) -> None:
        started.set()
        while True:
            time.sleep(0.005)
            if through == "check":
                check()
            else:
                progress(1, 0, "waiting")

    job = run_job(
        None,
        work,
        on_done=lambda _: outcome.append("done"),
        on_error=lambda _: outcome.append("error"),
        on_cancelled=lambda: outcome.append("cancelled"),
    )
    assert started.wait(5)
    with qtbot.waitSignal(job.finished, timeout=30_000):
        job.cancel()
    assert outcome == ["cancelled"]


def test_destroyed_owner_gets_no_call(qtbot: Any) -> None:
    owner = QObject()
    release = threading.Event()
    calls: list[Any] = []
    job = run_job(owner, lambda progress, check: release.wait(5), on_done=calls.append)
    owner.deleteLater()
    del owner
    qtbot.wait(30)
    with qtbot.waitSignal(job.finished, timeout=30_000):
        release.set()
    assert calls == []


def test_stop_all(qtbot: Any) -> None:
    def work(progress: Any, check: Any) -> None:
        while True:
            time.sleep(0.005)
            check()

    for _ in range(3):
        run_job(None, work)
    assert stop_all_jobs(5000)
    assert not running_jobs()
