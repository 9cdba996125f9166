from __future__ import annotations

import json
import os
import sys
import time
from pathlib import Path

import pytest

from tests.fake_trainer import FakeTrainer, step_logged
from tests.run_factory import new_run
from workbench.engine.core.config import RunConfig, load_toml, to_toml
from workbench.engine.core.events import RunFinished, StateChanged, to_json
from workbench.engine.core.paths import runs_root
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.presets import config_from, resolve_auto
from workbench.engine.training.control import TrainingControl
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import RunRequest, missing_disk_space
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import running_jobs
from workbench.gui.workers.journal_follower import JournalFollower
from workbench.gui.workers.mailbox import Mailbox
from workbench.gui.workers.training_worker import TrainingWorker


def request(name: str = "run") -> RunRequest:
    return RunRequest(RunConfig(), runs_root() / name)


def finish(qtbot, service, *, timeout: int = 5000) -> None:
    qtbot.waitUntil(lambda: not service.busy, timeout=timeout)


def test_mailbox_keeps_the_newest_and_tells_of_the_loss():
    mailbox = Mailbox(capacity=3)
    for step in range(1, 6):
        mailbox.put(step_logged(step))
    events, overflowed = mailbox.drain()
    assert [e.step for e in events] == [3, 4, 5]
    assert overflowed
    assert mailbox.drain() == ([], False)


def test_mailbox_progress_reports_replace_each_other():
    mailbox = Mailbox()
    for done in range(1000):
        mailbox.put(StateChanged(time=0, state="preparing", detail="reading", done=done, total=1000))
    mailbox.put(StateChanged(time=0, state="building"))
    events, _ = mailbox.drain()
    assert [(e.state, e.done) for e in events] == [("preparing", 999), ("building", 0)]


def test_worker_called_directly_reports_a_failure_as_text(qtbot, workbench_home: Path):
    trainer = FakeTrainer(error=RuntimeError("CUDA out of memory"))
    worker = TrainingWorker(
        RunConfig(), runs_root() / "x", resume=False, control=TrainingControl(), mailbox=Mailbox(), train=trainer
    )
    order: list[str] = []
    reports: list[FailureReport] = []
    worker.failed.connect(lambda report: (order.append("failed"), reports.append(report)))
    worker.done.connect(lambda: order.append("done"))
    worker.run()
    assert order == ["failed", "done"]
    assert "memory" in reports[0].title.lower()
    assert "Traceback" in reports[0].details


def test_a_run_in_a_thread_arrives_complete(qtbot, context: AppContext):
    service = context.training
    service.train_function = FakeTrainer(steps=20)
    rare: list[object] = []
    context.training_event.connect(rare.append)
    with qtbot.waitSignal(service.finished, timeout=5000) as outcome:
        assert service.start(request())
    history, failure = outcome.args[0].history, outcome.args[0].failure
    assert failure is None
    assert len(history) == 20
    assert [v.step for v in history.validations] == [50, 100, 150, 200]
    assert history.finished.status == "completed"
    assert not any(type(e).__name__ == "StepLogged" for e in rare)
    assert sum(type(e).__name__ == "Validated" for e in rare) == 4
    assert context.training_run is None


@pytest.mark.parametrize("error", [RuntimeError("CUDA out of memory"), ValueError("boom"), MemoryError()])
def test_a_failing_run_ends_in_an_idle_service(qtbot, context: AppContext, error: Exception):
    service = context.training
    service.train_function = FakeTrainer(error=error)
    with qtbot.waitSignal(service.finished, timeout=5000) as outcome:
        service.start(request())
    assert isinstance(outcome.args[0].failure, FailureReport)
    assert not service.busy
    service.train_function = FakeTrainer(steps=5)
    with qtbot.waitSignal(service.finished, timeout=5000) as outcome:
        service.start(request("again"))
    assert outcome.args[0].failure is None


def test_stop_wins_over_pause(qtbot, context: AppContext):
    service = context.training
    service.train_function = FakeTrainer(steps=10_000)
    service.start(request())
    qtbot.waitUntil(lambda: len(service.history) > 3, timeout=5000)
    service.toggle_pause()
    assert service.paused
    # One more batch may have been under way.
    time.sleep(0.1)
    qtbot.wait(120)
    count = len(service.history)
    qtbot.wait(200)
    assert len(service.history) == count
    service.stop()
    finish(qtbot, service)
    assert service.history.finished.status == "stopped"


def test_a_second_start_is_queued_reordered_and_run(qtbot, context: AppContext):
    service = context.training
    trainer = service.train_function = FakeTrainer(steps=30)
    assert service.start(request("one"))
    assert not service.start(request("two"))
    assert not service.start(request("three"))
    service.move_in_queue(1, 0)
    assert [r.run_dir.name for r in service.queue] == ["three", "two"]
    with qtbot.waitSignal(service.idle, timeout=10_000):
        pass
    assert [path.name for _, path, _ in trainer.calls] == ["one", "three", "two"]


def test_stopping_by_hand_holds_the_queue_and_it_outlives_the_program(qtbot, context: AppContext):
    service = context.training
    service.train_function = FakeTrainer(steps=10_000)
    service.start(request("one"))
    service.start(request("two"))
    service.stop()
    finish(qtbot, service)
    qtbot.wait(50)
    assert not service.busy
    assert service.held
    again = AppContext(context.settings)
    assert [r.run_dir.name for r in again.training.queue] == ["two"]
    assert again.training.held
    again.deleteLater()


@pytest.mark.parametrize("way", ["queue", "torchrun"])
def test_what_is_left_open_stays_open_for_auto_on_its_way_to_the_trainer(tmp_path: Path, way: str):
    config = config_from("auto", {"training": {"patience": 4, "max_minutes": 0}, "model": {"hidden": 96}})
    if way == "queue":
        again = RunRequest.from_json(json.loads(json.dumps(RunRequest(config, tmp_path / "run").to_json())))
        assert again is not None
        arrived = again.config
    else:
        (tmp_path / "run.toml").write_text(to_toml(config, given_only=True), encoding="utf-8")
        arrived = config_from("", load_toml(tmp_path / "run.toml"))
    assert arrived == config
    stats = CorpusStats(pairs=3000)
    assert resolve_auto(arrived, stats) == resolve_auto(config, stats)
    assert resolve_auto(arrived, stats)[0].training.schedule == "plateau"
    assert resolve_auto(arrived, stats)[0].training.batch_tokens == 800


def test_an_overflowing_mailbox_is_made_good_from_the_journal(qtbot, context: AppContext):
    service = context.training
    service.train_function = FakeTrainer(steps=400, pause=0.0)
    service.start(request())
    service._mailbox._capacity = 20
    with qtbot.waitSignal(service.finished, timeout=10_000):
        pass
    qtbot.waitUntil(lambda: len(service.history) == 400, timeout=5000)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=5000)
    assert list(service.history.column("step")) == [10.0 * i for i in range(1, 401)]


def test_following_a_run_written_elsewhere(qtbot, context: AppContext):
    run = new_run(runs_root() / "elsewhere", RunConfig())
    service = context.training
    lines = [to_json(step_logged(step)) for step in (10, 20, 30)]
    journal = run.path / "events.jsonl"
    journal.write_text("\n".join(lines) + '\n{"event": "StepLog', encoding="utf-8")
    assert service.watch(run.path)
    qtbot.waitUntil(lambda: len(service.history) == 3, timeout=5000)
    with open(journal, "a", encoding="utf-8") as handle:
        # The torn line is completed by the writer, and one more comes.
        handle.write(to_json(step_logged(40))[len('{"event": "StepLog') :] + "\n" + to_json(step_logged(50)) + "\n")
    qtbot.waitUntil(lambda: len(service.history) == 5, timeout=5000)
    # Starting a training ends the watching.
    service.train_function = FakeTrainer(steps=3)
    with qtbot.waitSignal(service.finished, timeout=5000):
        service.start(request("mine"))
    assert len(service.history) == 3


def test_follower_waits_for_room_instead_of_losing_events(tmp_path: Path, qtbot):
    count = 3000
    lines = [to_json(step_logged(step, count)) for step in range(1, count + 1)]
    (tmp_path / "events.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    mailbox = Mailbox(capacity=count + 1000)
    follower = JournalFollower(tmp_path, mailbox)
    follower.read()
    events, overflowed = mailbox.drain()
    assert len(events) == count
    assert not overflowed


_CHILD = """
import signal, sys, time
sys.path[:0] = [{tests!r}]
from pathlib import Path
from tests.fake_trainer import FakeTrainer
from workbench.engine.core.config import RunConfig
from workbench.engine.training.control import TrainingControl
control = TrainingControl()
signal.signal(signal.SIGTERM, lambda *_: control.request_stop())
if {fail}:
    sys.exit("workbench: the corpus is missing")
FakeTrainer(steps=3000)(RunConfig(), Path({run!r}), control=control)
"""


def child(fail: bool) -> list[str]:
    tests, run = str(Path(__file__).parents[3]), str(runs_root() / "many")
    return [sys.executable, "-c", _CHILD.format(tests=tests, run=run, fail=fail)]


@pytest.mark.parametrize("fail", [False, True])
def test_several_processes_are_followed_stopped_and_their_failure_is_told(
    qtbot, context: AppContext, monkeypatch: pytest.MonkeyPatch, fail: bool
):
    monkeypatch.setattr("workbench.gui.workers.distributed_worker.torchrun_command", lambda *_: child(fail))
    service = context.training
    service.start(RunRequest(RunConfig(), runs_root() / "many", processes=2))
    assert not service.steerable
    if fail:
        with qtbot.waitSignal(service.finished, timeout=20_000) as outcome:
            pass
        assert outcome.args[0].failure.title == "the corpus is missing"
        return
    qtbot.waitUntil(lambda: len(service.history) > 5, timeout=20_000)
    service.toggle_pause()
    assert not service.paused
    service.stop()
    finish(qtbot, service, timeout=20_000)
    assert service.history.finished.status == "stopped"


def test_shutdown_stops_and_tells_when_idle(qtbot, context: AppContext):
    service = context.training
    service.train_function = FakeTrainer(steps=10_000)
    service.start(request())
    qtbot.waitUntil(lambda: len(service.history) > 1, timeout=5000)
    with qtbot.waitSignal(service.idle, timeout=5000):
        assert not service.shutdown()
    assert service.shutdown()
    assert RunFolder.open(runs_root() / "run").events()[-1].status == "stopped"  # type: ignore[attr-defined]


def test_a_resumed_run_shows_its_whole_story(qtbot, context: AppContext):
    service = context.training
    service.train_function = FakeTrainer(steps=10)
    with qtbot.waitSignal(service.finished, timeout=5000):
        service.start(request())
    journal = runs_root() / "run" / "events.jsonl"
    kept = [line for line in journal.read_text().splitlines() if "RunFinished" not in line]
    journal.write_text("\n".join(kept) + "\n")
    with qtbot.waitSignal(service.finished, timeout=5000):
        service.start(RunRequest(RunConfig(), runs_root() / "run", resume=True))
    qtbot.waitUntil(lambda: isinstance(service.history.finished, RunFinished) and len(service.history) == 20)


def test_disk_space_is_compared_with_a_margin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from collections import namedtuple

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _path: usage(0, 0, 1_000_000_000))
    assert missing_disk_space(tmp_path / "not" / "there", 800) is None
    assert missing_disk_space(tmp_path, 900) == (900, 1000.0)


def command(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.mark.skipif(sys.platform != "linux", reason="the way of Linux")
def test_the_computer_is_kept_awake_while_it_trains(
    qtbot, context: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    told = tmp_path / "told"
    command(tmp_path / "bin", "systemd-inhibit", f'echo "begun $1" >> {told}\ncat\necho ended >> {told}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    there = os.path.exists
    monkeypatch.setattr("os.path.exists", lambda path: path == "/run/systemd/system" or there(path))
    service = context.training
    service.train_function = FakeTrainer(steps=10_000)
    service.start(request())
    qtbot.waitUntil(lambda: told.exists(), timeout=10_000)
    assert service._awake.active
    assert told.read_text() == "begun --what=idle:sleep\n"
    service.stop()
    finish(qtbot, service)
    assert not service._awake.active
    qtbot.waitUntil(lambda: told.read_text().endswith("ended\n"), timeout=10_000)


@pytest.mark.skipif(sys.platform != "linux", reason="the way of Linux")
@pytest.mark.parametrize("error", [None, RuntimeError("boom")])
def test_a_notification_tells_when_it_is_done_or_failed(
    qtbot, context: AppContext, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception | None
):
    from PySide6.QtGui import QGuiApplication
    from PySide6.QtWidgets import QMainWindow, QMessageBox

    from workbench.gui.shell.notify import Notifier

    told = tmp_path / "told"
    command(tmp_path / "bin", "notify-send", f'for word; do echo "$word" >> {told}.new; done\nmv {told}.new {told}')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    window = QMainWindow()  # not shown, so not in front
    qtbot.addWidget(window)
    Notifier(context, window)
    context.training.train_function = FakeTrainer(steps=10, error=error)
    with qtbot.waitSignal(context.training.finished, timeout=10_000):
        context.training.start(request("mine"))
    qtbot.waitUntil(lambda: told.exists(), timeout=10_000)
    words = told.read_text().splitlines()
    assert words[-2] == ("Training failed: mine" if error else "Training finished: mine")
    assert ("boom" in words[-1]) if error else ("BLEU" in words[-1])
    assert f"--urgency={'critical' if error else 'normal'}" in words
    for box in window.findChildren(QMessageBox):
        box.close()
