"""Signals that end a command let it tidy up first."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: What the system or another program sends, and a terminal that is closed.
ENDING = tuple(number for name in ("SIGTERM", "SIGHUP") if (number := getattr(signal, name, None)) is not None)


class Terminated(BaseException):
    """The program was asked to end; unwinds like ``KeyboardInterrupt``."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


@contextmanager
def unwinding(*, window: bool = False, last: bool = False) -> Iterator[list[BaseException]]:
    """Let Ctrl+C and requests to end raise in the block; what is ignored, as under ``nohup``, stays ignored.

    Yields:
        What has been raised for a signal so far, for :func:`as_raised`.

    Args:
        window: Leave all signals alone: a window's loop would not notice them, and ends by what the system does.
        last: Nothing follows the block but the program's end: a signal then changes the exit code alone.
    """
    if window or threading.current_thread() is not threading.main_thread():
        yield []
        return
    raised: list[BaseException] = []

    def end(number: int, frame: object) -> None:
        _end_while_loading(number)
        raised.append(KeyboardInterrupt() if number == signal.SIGINT else Terminated(number))
        raise raised[-1]

    handlers = dict.fromkeys((signal.SIGINT, *ENDING), end)
    before = {n: signal.getsignal(n) for n in handlers}
    try:
        for number, handler in handlers.items():
            if before[number] in (signal.SIG_DFL, signal.default_int_handler):
                signal.signal(number, handler)
        with _raised_again():
            yield raised
    finally:
        for number, earlier in before.items():
            gone = last and signal.getsignal(number) == handlers[number]
            signal.signal(number, (lambda n, frame: os._exit(128 + n)) if gone else earlier)


@contextmanager
def as_raised(raised: list[BaseException]) -> Iterator[None]:
    """Leave the block by what a signal raised, whatever compiled code on the way made of it.

    Libraries in C and Rust turn what comes out of a call back into Python into an error of their own: pydantic, while
    it builds a model, into a ``SchemaError``.

    Args:
        raised: What :func:`unwinding` yields.
    """
    try:
        yield
    except BaseException as error:
        if not raised or error is raised[-1]:
            raise
        raise raised[-1] from None


@contextmanager
def _raised_again() -> Iterator[None]:
    """Python drops what is raised while an object is finalised, or in a call from C; such a signal comes once more."""
    before, again = sys.unraisablehook, []

    def hook(told: sys.UnraisableHookArgs) -> None:
        error = told.exc_value
        if not isinstance(error, KeyboardInterrupt | Terminated):
            before(told)
            return
        number = error.number if isinstance(error, Terminated) else signal.SIGINT
        again.append(threading.Timer(0.02, _send, (number,)))
        again[-1].start()

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = before
        for timer in again:
            timer.cancel()


def _send(number: int) -> None:
    """Send a signal to the main thread, so that what it waits for ends."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, number)
    else:
        signal.raise_signal(number)


def _end_while_loading(number: int) -> None:
    """End at once while torch is being loaded: nothing is begun yet, and its C++ aborts on an exception of Python."""
    spec = getattr(sys.modules.get("torch"), "__spec__", None)
    if getattr(spec, "_initializing", False):
        os._exit(128 + number)
