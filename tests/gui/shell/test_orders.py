"""Six orders of anything; ``make soak`` tries five hundred, by the clock, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.soak import window_orders


@pytest.mark.slow
@pytest.mark.qt_no_exception_capture
@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.timeout(900)
def test_anything_in_any_order(qapp: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    done = window_orders.run(tmp_path, orders=6, steps=8, timed=False, derandomize=True)
    assert len(done) >= 6
    assert sum(acts for acts, _, _ in done) > 20
