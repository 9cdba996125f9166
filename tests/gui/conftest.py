"""Shared by all window tests: offscreen platform, a private data folder, and a check for what is left behind."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYQTGRAPH_QT_LIB"] = "PySide6"
os.environ["QT_API"] = "pyside6"
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest

pytest.importorskip("PySide6")

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QThread, QTimer
from PySide6.QtWidgets import QApplication

from workbench.engine.core import paths
from workbench.gui import guard
from workbench.gui.state.context import AppContext
from workbench.gui.state.settings import Settings
from workbench.gui.words import i18n


@pytest.fixture(autouse=True)
def workbench_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing a test does reaches the person's own data folder, and no shipped model is there unless it says so."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("WORKBENCH_HOME", str(home))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")
    guard.forget_told()  # a fault that one test has told of is told of again in the next
    return home


@pytest.fixture
def context(qapp: QApplication, workbench_home: Path) -> Iterator[AppContext]:
    """A fresh shared state with settings of its own."""
    context = AppContext(Settings(workbench_home / "settings.ini"))
    context.theme.apply(qapp, 1.0)
    yield context
    context.deleteLater()


@pytest.fixture(autouse=True)
def english_again() -> Iterator[None]:
    """The language belongs to the process: whatever a test spoke in the end, the next one begins in English."""
    yield
    app = QApplication.instance()
    if isinstance(app, QApplication) and i18n.language() != "en":
        i18n.install(app, "en")


@pytest.fixture(autouse=True)
def nothing_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that leaves a Python thread, a running QThread or an active timer behind."""
    before = set(threading.enumerate())
    # Only what the test makes is looked at afterwards; with torch loaded there are a million other objects.
    gc.freeze()
    yield
    app = QCoreApplication.instance()
    if app is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    for thread in left:
        thread.join(5)
    made = [o for o in gc.get_objects() if issubclass(type(o), QThread | QTimer) and shiboken6.isValid(o)]
    gc.unfreeze()
    running = [o for o in made if isinstance(o, QThread) and o.isRunning()]
    ticking = [o for o in made if isinstance(o, QTimer) and o.isActive()]
    assert not [t for t in left if t.is_alive()], f"{request.node.name} leaked {left}"
    assert not running, f"{request.node.name} leaked a running QThread"
    assert not ticking, f"{request.node.name} leaked active timers of {[o.parent() for o in ticking]}"
