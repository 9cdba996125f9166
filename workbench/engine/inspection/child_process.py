"""A part of the program in a process of its own: for work that holds Python's lock, so that it can be ended at once.

    child = Child("workbench.engine.inspection.aligner:of_run", str(run), check=check, progress=progress)
    links = child.ask([["a house", "une maison"]])
    child.close()

What is named is called in the child with the arguments and a progress; it returns the function that answers what is
asked. Questions and answers are JSON, a line each.
"""

from __future__ import annotations

import importlib
import json
import os
import queue
import subprocess
import sys
import tempfile
import threading
import weakref
from collections.abc import Callable
from contextlib import suppress
from typing import IO, Any

from workbench.engine.core import errors
from workbench.engine.core.errors import RunFailed, WorkbenchError
from workbench.engine.core.messages import Message, from_parts, to_parts
from workbench.engine.core.plain_text import shortened
from workbench.engine.core.types import Progress, no_progress

#: Seconds between two looks at whether the work is still wanted.
_LOOK = 0.05


class Child:
    """The process; it ends with ``close``, with this object, and with the program.

    Args:
        what: ``module:function`` that is called there.
        arguments: What it is called with, before ``progress``.
        check: Called while it works; raises ``Cancelled`` to end it.

    Raises:
        WorkbenchError: As the function raised it.
        RunFailed: The process ended without an answer.
    """

    def __init__(
        self, what: str, *arguments: str, check: Callable[[], None] = lambda: None, progress: Progress = no_progress
    ) -> None:
        self._log = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as the process
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__, what, json.dumps(arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._one_at_a_time = threading.Lock()
        reader = threading.Thread(target=_read, args=(self._process.stdout, self._lines), daemon=True, name="child")
        reader.start()
        #: Ends it now, and else when nobody holds this object any more or the program ends.
        self.close = weakref.finalize(self, _end, self._process, reader, self._log)
        self._answer(check, progress)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    def ask(self, question: Any) -> Any:
        """What the process answers; from any thread."""
        with self._one_at_a_time:
            assert self._process.stdin is not None
            with suppress(OSError, ValueError):  # where it has ended, which is told below
                self._process.stdin.write(json.dumps(question).encode() + b"\n")
                self._process.stdin.flush()
            return self._answer(lambda: None, no_progress)

    def _answer(self, check: Callable[[], None], progress: Progress) -> Any:
        try:
            while True:
                check()
                try:
                    line = self._lines.get(timeout=_LOOK)
                except queue.Empty:
                    continue
                if not line.endswith(b"\n"):
                    raise self._ended()
                told = json.loads(line)
                if "progress" in told:
                    done, total, what = told["progress"]
                    progress(done, total, from_parts(what))
                elif "error" in told:
                    raise _error(told)
                else:
                    return told["answer"]
        except BaseException:
            self.close()
            raise

    def _ended(self) -> RunFailed:
        self._lines.put(b"")  # for whoever asks next
        code, said = self._process.wait(), ""
        with suppress(ValueError):  # another thread has closed it
            self._log.seek(0)
            said = self._log.read().decode(errors="replace").strip().rpartition("\n")[2]
        return RunFailed(
            Message("a process of the program ended unexpectedly ({code})", code=code), advice=shortened(said, 160)
        )


def _read(stream: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    """Take in what the child says; an unfinished line, also an empty one, is its end."""
    line = b"\n"
    while line.endswith(b"\n"):
        line = stream.readline()
        lines.put(line)


def _end(process: subprocess.Popen[bytes], reader: threading.Thread, log: IO[bytes]) -> None:
    process.kill()
    process.wait()
    if reader is not threading.current_thread():  # the garbage collector may run in it
        reader.join()
    for stream in (process.stdin, process.stdout, log):
        if stream is not None:
            with suppress(OSError):  # a question was still on its way
                stream.close()


def _error(told: dict[str, Any]) -> WorkbenchError:
    kind: type[WorkbenchError] = getattr(errors, told["error"], WorkbenchError)
    return kind(from_parts(told["message"]), where=told["where"], advice=from_parts(told["advice"]))


def main() -> None:
    """The child: ready once the function has returned; ends with its parent, whose pipe closes."""
    # what libraries print must not come between
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)

    def tell(**record: Any) -> None:
        answers.write(json.dumps(record).encode() + b"\n")
        answers.flush()

    def progress(done: int, total: int, what: str) -> None:
        tell(progress=(done, total, to_parts(what)))

    module, _, name = sys.argv[1].partition(":")
    try:
        answer = getattr(importlib.import_module(module), name)(*json.loads(sys.argv[2]), progress=progress)
        tell(answer=None)
        for line in sys.stdin.buffer:
            tell(answer=answer(json.loads(line)))
    except WorkbenchError as error:
        parts = {"message": to_parts(error.message), "where": error.where, "advice": to_parts(error.advice)}
        tell(error=type(error).__name__, **parts)


if __name__ == "__main__":
    main()
