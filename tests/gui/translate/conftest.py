"""Builds translate panes with a translator that needs no model, and ends their threads."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from translate_steps import Make

from tests.fake_translator import FakeLoader, fake_influence, make_run
from workbench.engine.core import paths
from workbench.gui.state.context import AppContext
from workbench.gui.translate.inspection import influences
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.workers.job import running_jobs


@pytest.fixture
def make(context: AppContext, qtbot: QtBot) -> Iterator[Make]:
    """Builds panes and ends their threads."""
    panes: list[TranslatePane] = []

    def build(loader: FakeLoader | None = None, *, show: bool = True) -> TranslatePane:
        pane = TranslatePane(context, load=loader or FakeLoader())
        qtbot.addWidget(pane)
        pane.resize(1100, 760)
        if show:
            pane.show()
        panes.append(pane)
        return pane

    yield build
    for pane in panes:
        if not pane.shutdown():
            with qtbot.waitSignal(pane.idle, timeout=5000):
                pass
    qtbot.waitUntil(lambda: not running_jobs(), timeout=10_000)


@pytest.fixture(autouse=True)
def _measured(monkeypatch: pytest.MonkeyPatch) -> None:
    """A translator without a model is measured without one."""
    monkeypatch.setattr(influences, "look_into", fake_influence)


@pytest.fixture
def run(workbench_home: Path) -> Path:
    return make_run(paths.runs_root() / "tiny")
