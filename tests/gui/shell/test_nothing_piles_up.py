"""What a person does again and again leaves nothing behind: widgets and objects of Qt are counted."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from tests.soak.window_hand import PANES, SENTENCES, WindowHand, prepare
from workbench.gui.workers.job import running_jobs

Act = Callable[[WindowHand, int], object]
#: Each ends where it began after six times.
_ACTS: dict[str, Act] = {
    "text": lambda hand, n: (hand.show("translate"), hand.write(f"{SENTENCES[n % 2]} {n % 6}")),
    "pane": lambda hand, n: hand.show(PANES[n % len(PANES)]),
    "model": lambda hand, n: hand.choose_model(n % 6),
    "corpus": lambda hand, n: hand.corpus(n % 6),
    "run": lambda hand, n: (hand.show("runs"), hand.select_run(n % 2, n % 3)),
    "theme": lambda hand, n: hand.theme(("light", "dark")[n % 2]),
    "zoom": lambda hand, n: hand.zoom((1, -1, 0)[n % 3]),
    "import": lambda hand, n: (hand.drop(("colours.tsv",)), hand.wait(0.3), hand.answer_import(take=False)),
    "training": lambda hand, n: (hand.start(), hand.wait(0.1), hand.act("stop")),
}
_TIMES = 6


def _alive() -> Counter[str]:
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    children = (child for top in (app, *app.topLevelWidgets()) for child in top.findChildren(QObject))
    found = Counter(child.metaObject().className() for child in children)
    return found + Counter(widgets=len(app.allWidgets()))


def _six(hand: WindowHand, act: Act) -> Counter[str]:
    for number in range(_TIMES):
        act(hand, number)
        hand.wait(0.1)
    hand.until(lambda: not running_jobs() and not hand.training.busy, 60, "peace")
    hand.wait(0.6)
    return _alive()


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_nothing_piles_up(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    prepare(tmp_path)
    hand = WindowHand(tmp_path)
    hand.wait(1.0)
    grown = {}
    for name, act in _ACTS.items():
        _six(hand, act)  # what is made once
        once, twice = _six(hand, act), _six(hand, act)
        # an act that leaves something leaves it each time
        piled = {kind: more for kind, more in (twice - once).items() if more >= _TIMES}
        if piled:
            grown[name] = piled
    hand.close()
    assert not grown
    assert not hand.faults
