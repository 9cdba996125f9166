"""A process of the program: what it answers, how it fails, and that it ends."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable
from typing import Any

import psutil
import pytest

from workbench.engine.core.errors import Cancelled, CorpusError, RunFailed
from workbench.engine.core.messages import Message
from workbench.engine.inspection.child_process import Child

HERE = f"{__name__}:"


def doubling(what: str, progress: Any) -> Callable[[Any], Any]:
    """Doubles numbers; noisily."""
    print("noise of a library")
    os.write(1, b"and of a foreign one\n")
    progress(1, 2, Message("reading {what}", what=what))

    def answer(number: Any) -> Any:
        if number == "die":
            os._exit(3)
        if number == "fail":
            raise CorpusError(Message("no {what}", what=what), where="here", advice=Message("Get some."))
        return [number * 2, what]

    return answer


def broken(progress: Any) -> None:
    """Fails as a fault of the program does."""
    raise LookupError("nothing is there")


def held(progress: Any) -> None:
    """Says that it has begun, and then nothing for a long time."""
    progress(0, 0, "begun")
    time.sleep(600)


def gone(pid: int) -> bool:
    """Whether a process has ended and was waited for."""
    return not psutil.pid_exists(pid)


def test_it_answers_and_ends_with_its_object() -> None:
    told: list[Any] = []
    child = Child(HERE + "doubling", "päirs\u2028", progress=lambda *what: told.append(what))
    ((done, total, message),) = told
    assert (done, total, message.template, message.values) == (1, 2, "reading {what}", {"what": "päirs\u2028"})
    assert child.ask(21) == [42, "päirs\u2028"]
    assert child.ask("\ud800") == ["\ud800\ud800", "päirs\u2028"]
    pid = child.pid
    assert psutil.pid_exists(pid)
    del child
    gc.collect()
    assert gone(pid)


@pytest.mark.parametrize("question", ["die", "fail"])
def test_its_failures_arrive(question: str) -> None:
    child = Child(HERE + "doubling", "pairs")
    if question == "fail":
        with pytest.raises(CorpusError) as caught:
            child.ask("fail")
        error = caught.value
        assert (str(error), error.where) == ("here: no pairs. Get some.", "here")
        assert isinstance(error.message, Message)
        assert error.message.template == "no {what}"
    else:
        with pytest.raises(RunFailed, match=r"\(3\)"):
            child.ask("die")
    assert gone(child.pid)
    with pytest.raises(RunFailed):
        child.ask(1)
    child.close()


def test_a_fault_is_told_in_its_last_line() -> None:
    with pytest.raises(RunFailed, match="LookupError: nothing is there"):
        Child(HERE + "broken")


def test_it_is_ended_at_once() -> None:
    pids: list[int] = []
    begun: list[float] = []

    def note(*_: Any) -> None:
        pids.extend(child.pid for child in psutil.Process().children() if "held" in " ".join(child.cmdline()))
        begun.append(time.monotonic())

    def check() -> None:
        if begun:
            raise Cancelled("enough")

    with pytest.raises(Cancelled):
        Child(HERE + "held", progress=note, check=check)
    assert time.monotonic() - begun[0] < 60
    assert len(pids) == 1
    assert gone(pids[0])
