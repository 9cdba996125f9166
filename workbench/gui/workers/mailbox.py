"""Where a worker drops events and the window picks them up: bounded, without signals, so nothing can flood."""

from __future__ import annotations

import threading
from collections import deque

from workbench.engine.core.events import Event, StateChanged


class Mailbox:
    """An ``EventSink`` for any thread, drained by a timer of the GUI thread.

    When it overflows the oldest events go and ``overflowed`` tells the reader to take the journal instead.

    Args:
        capacity: Events kept at most.
    """

    def __init__(self, capacity: int = 20_000) -> None:
        self._events: deque[Event] = deque()
        self._capacity = capacity
        self._lock = threading.Lock()
        self._overflowed = False

    def put(self, event: Event) -> None:
        """Take one event; never blocks. A progress report replaces the one before it."""
        with self._lock:
            if isinstance(event, StateChanged) and self._events and _same_work(self._events[-1], event):
                self._events[-1] = event
                return
            if len(self._events) >= self._capacity:
                self._events.popleft()
                self._overflowed = True
            self._events.append(event)

    def close(self) -> None:
        """Nothing to let go of."""

    def drain(self, limit: int = 0) -> tuple[list[Event], bool]:
        """Take what has arrived.

        Args:
            limit: Events at most, 0 for all; the others stay for the next call.

        Returns:
            The events in order, and whether older ones were lost since the last call.
        """
        with self._lock:
            count = len(self._events) if not limit else min(limit, len(self._events))
            events = [self._events.popleft() for _ in range(count)]
            overflowed, self._overflowed = self._overflowed, False
        return events, overflowed

    def __len__(self) -> int:
        return len(self._events)

    @property
    def room(self) -> int:
        """Events that still fit."""
        return self._capacity - len(self._events)


def _same_work(last: Event, new: StateChanged) -> bool:
    return isinstance(last, StateChanged) and last.state == new.state and last.detail == new.detail
