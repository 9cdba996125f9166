"""Anything in any order: ``python -m tests.soak.window_orders --orders 500``.

A window with a real translator, real jobs and a quick stand-in for the trainer is opened; then a person starts, stops,
pauses, queues, translates, imports, cancels, drops, and switches panes, models, corpora, languages and themes, as
hypothesis chooses, and closes in the middle of it. After each act texts and buttons must fit what is done, nothing may
warn or raise, the window's timer must beat, and all threads must end within ten seconds of closing.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, ClassVar

import hypothesis.core
from hypothesis import HealthCheck, Phase, Verbosity, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.soak.window_hand import PANES, SENTENCES, WindowHand, crowded, prepare

_FILES = ("colours.tsv", "hostile.tsv", "broken.zip", "none.tmx", "corpora", ".", "checkpoints/forth", "http://x/y.tmx")
_NUMBERS = st.integers(0, 5)
#: Seconds without a beat, of a change of theme, and until the window is closed where nothing else is to do.
_BEAT, _CHANGED, _CLOSED = 1.0, 5.0, 10.0


class Orders(RuleBasedStateMachine):
    """One window from opening to closing."""

    home: ClassVar[Path]
    done: ClassVar[list[tuple[int, float, float]]] = []
    timed: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self.hand, self.acts = WindowHand(self.home), 0

    @rule(name=st.sampled_from(PANES))
    def show(self, name: str) -> None:
        self.hand.show(name)

    @rule()
    def start(self) -> None:
        self.hand.start()

    @rule()
    def start_from_pane(self) -> None:
        self.hand.start_from_pane()

    @rule(name=st.sampled_from(("pause", "stop", "evaluate")))
    def act(self, name: str) -> None:
        self.hand.act(name)

    @rule(what=st.sampled_from(("start", "remove", "move")))
    def queue(self, what: str) -> None:
        self.hand.queue(what)

    @rule(text=st.sampled_from(SENTENCES))
    def write(self, text: str) -> None:
        self.hand.write(text)

    @rule()
    def cancel_translation(self) -> None:
        self.hand.cancel_translation()

    @rule(number=_NUMBERS)
    def choose_model(self, number: int) -> None:
        self.hand.choose_model(number)

    @rule(tag=st.sampled_from(("en", "fr", "de")))
    def language(self, tag: str) -> None:
        self.hand.language(tag)

    @rule(name=st.sampled_from(("light", "dark", "system")), step=st.integers(-1, 1))
    def look(self, name: str, step: int) -> None:
        self.hand.theme(name)
        self.hand.zoom(step)

    @rule(number=_NUMBERS)
    def corpus(self, number: int) -> None:
        self.hand.corpus(number)

    @rule(names=st.lists(st.sampled_from(_FILES), min_size=1, max_size=3))
    def drop(self, names: list[str]) -> None:
        self.hand.drop(tuple(names))

    @rule(take=st.booleans())
    def answer_import(self, take: bool) -> None:
        self.hand.answer_import(take)

    @rule(name=st.sampled_from(("forth", "back", "none")))
    def watch(self, name: str) -> None:
        self.hand.watch(name)

    @rule(number=_NUMBERS, tab=st.integers(0, 2))
    def select_run(self, number: int, tab: int) -> None:
        self.hand.select_run(number, tab)

    @rule(tenths=st.integers(1, 5))
    def wait(self, tenths: int) -> None:
        self.hand.wait(tenths / 10)

    @rule()
    def rest(self) -> None:
        self.hand.rest()

    @invariant()
    def holds(self) -> None:
        self.acts += 1
        self.hand.wait(0.01)
        self.hand.check()
        assert not self.hand.faults, "\n".join(self.hand.faults)

    def teardown(self) -> None:
        took, slowest = self.hand.close(), self.hand.slowest
        self.done.append((self.acts, took, slowest))
        assert not self.hand.faults, "\n".join(self.hand.faults)
        if not self.timed:
            return
        assert took < _CLOSED * crowded(), f"closing took {took:.1f} s"
        assert self.hand.changing < _CHANGED, f"a change of all controls took {self.hand.changing:.1f} s"
        assert slowest < _BEAT, f"no beat for {slowest:.2f} s, in\n{self.hand.stack}"


def run(home: Path, orders: int, steps: int, *, timed: bool = True, **more: Any) -> list[tuple[int, float, float]]:
    """Try so many orders.

    Args:
        home: Data folder of the windows.
        orders: How many windows.
        steps: Acts in each, at most.
        timed: Whether freezes and slow closing count; what else runs on the machine decides them, too.
        more: Further settings of hypothesis.

    Returns:
        Acts, seconds of closing and longest time without a beat of each.

    Raises:
        AssertionError: What did not hold, and by which acts.
    """
    prepare(home)
    Orders.home, Orders.done, Orders.timed = home, [], timed
    quiet = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    options = {"deadline": None, "database": None, "suppress_health_check": quiet, "phases": [Phase.generate]} | more
    run_state_machine_as_test(Orders, settings=settings(max_examples=orders, stateful_step_count=steps, **options))
    return Orders.done


def main() -> int:
    """Try many orders and report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--orders", type=int, default=500)
    parser.add_argument("--steps", type=int, default=25)
    parser.add_argument("--seed", type=int, help="the same acts again; default: others each time")
    parser.add_argument("--untimed", action="store_true", help="freezes and slow closing do not count")
    parser.add_argument("--tell", action="store_true", help="print every act before it is done")
    arguments = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from workbench.gui.shell.app import create_application

    create_application()
    gc.disable()  # between two windows, too: threads of the last one must not collect what is Qt's
    hypothesis.core.global_force_seed = arguments.seed
    verbosity = Verbosity.debug if arguments.tell else Verbosity.normal
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="workbench-orders-") as folder:
        try:
            run(Path(folder), arguments.orders, arguments.steps, timed=not arguments.untimed, verbosity=verbosity)
        finally:
            acts, took, slowest = zip(*Orders.done or [(0, 0.0, 0.0)], strict=True)
            print(
                f"{len(acts)} orders, {sum(acts)} acts, {time.monotonic() - began:.0f} s; "
                f"closed within {max(took):.1f} s; never longer than {max(slowest):.2f} s without a beat",
                flush=True,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
