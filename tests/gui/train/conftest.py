"""Train panes that are shown and at rest; what they train ends with the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.gui.panes import made_panes
from workbench.gui.state.context import AppContext
from workbench.gui.train.train_pane import TrainPane
from workbench.gui.workers.job import running_jobs


@pytest.fixture
def make_pane(qtbot: Any, context: AppContext) -> Iterator[Callable[[], TrainPane]]:
    """Makes panes; the trainer is to be put in its place before."""
    yield from made_panes(qtbot, context, TrainPane)
    context.training.shutdown()
    qtbot.waitUntil(lambda: not context.training._thread.busy and not running_jobs(), timeout=30_000)
