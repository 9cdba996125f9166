"""Ctrl+C and SIGTERM at any moment of a training: a checkpoint, code 130, and the same bits when it goes on."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.cases.breaking_runs import arguments, assert_same, last_state
from workbench.cli import console
from workbench.cli.main import main
from workbench.engine.core.events import Event, StateChanged, StepLogged
from workbench.engine.runs.folder import RunFolder

pytestmark = [
    pytest.mark.usefixtures("home"),
    pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX"),
]


def is_moment(event: Event, moment: str) -> bool:
    if moment == "step":
        return isinstance(event, StepLogged) and event.step == 6
    return isinstance(event, StateChanged) and event.state == moment


@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("times", [1, 2])
def test_a_signal_loses_nothing(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sent: str, times: int
) -> None:
    assert main([*arguments(corpus, tmp_path / "peace"), "--json"]) == 0
    put = console.JsonSink.put
    for moment in ("preparing", "building", "step", "validating", "saving"):
        run, done = tmp_path / moment, list[Event]()

        def interrupted(sink: console.JsonSink, event: Event, moment: str = moment, done: list[Event] = done) -> None:
            put(sink, event)
            if is_moment(event, moment) and not done:
                done.append(event)
                for _ in range(times):
                    os.kill(os.getpid(), getattr(signal, sent))

        monkeypatch.setattr(console.JsonSink, "put", interrupted)
        assert main([*arguments(corpus, run), "--json"]) == 130
        assert done, moment
        monkeypatch.setattr(console.JsonSink, "put", put)
        if moment == "preparing":  # nothing worth keeping was made
            assert not run.exists()
            continue
        assert not list(run.rglob("*.tmp"))
        if times == 1 and moment not in ("building", "preparing"):
            assert RunFolder(run).checkpoint("last").step == (6 if moment == "step" else 4)
        assert main(["train", "--resume", "--run-dir", str(run), "--json"]) == 0
        assert_same(last_state(tmp_path / "peace"), last_state(run))
        assert RunFolder(run).best() == RunFolder(tmp_path / "peace").best()
        kept = [[(c.step, c.resumable) for c in RunFolder(r).checkpoints()] for r in (tmp_path / "peace", run)]
        if moment != "step" or times == 2:  # that stop has left a checkpoint of its own
            assert kept[0] == kept[1], moment
