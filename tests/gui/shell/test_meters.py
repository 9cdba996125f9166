"""The meters of a graphics card, with a stand-in for the driver's library."""

from __future__ import annotations

import sys
from types import SimpleNamespace

import pytest

from workbench.gui.shell.meters import Meters
from workbench.gui.state.context import AppContext


class Library:
    """Handle 7 is a whole card, "part" a part of one (MIG), which has no load of its own; others are gone."""

    class NVMLError(Exception):
        pass

    def nvmlDeviceGetUtilizationRates(self, handle: object) -> SimpleNamespace:
        if handle != 7:
            raise self.NVMLError("Not Supported")
        return SimpleNamespace(gpu=64)

    def nvmlDeviceGetMemoryInfo(self, handle: object) -> SimpleNamespace:
        if handle not in (7, "part"):
            raise self.NVMLError("GPU is lost")
        return SimpleNamespace(used=3 * 2**30, total=12 * 2**30)


@pytest.mark.parametrize(("handle", "shown"), [(7, {"gpu", "gpu_memory"}), ("part", {"gpu_memory"}), ("lost", set())])
def test_what_a_card_tells_is_shown(
    qtbot, context: AppContext, monkeypatch: pytest.MonkeyPatch, handle: object, shown: set[str]
) -> None:
    monkeypatch.setitem(sys.modules, "pynvml", Library())  # type: ignore[arg-type]
    meters = Meters(context)
    qtbot.addWidget(meters)
    meters.show()
    meters.watch_gpu(handle)
    meters.refresh()
    rows = meters._rows
    assert {name for name in ("gpu", "gpu_memory") if rows[name][1].isVisible()} == shown
    if "gpu" in shown:
        assert rows["gpu"][2].text().startswith("64")
