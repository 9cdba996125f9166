"""``workbench bench gui``: does the window stay awake while a model trains beside it?"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from workbench.cli import options

if TYPE_CHECKING:
    from workbench.engine.core.config import RunConfig
    from workbench.gui.shell.main_window import MainWindow

#: The heartbeat of the promise: a timer of the GUI thread, in seconds.
_BEAT = 0.020


def register(bench: typer.Typer) -> None:
    """Add the command to ``workbench bench``."""

    @bench.command("gui")
    def gui(
        seconds: Annotated[float, typer.Option(min=2.0, help="How long to measure.")] = 60.0,
        preset: Annotated[str, typer.Option(help="What trains meanwhile.")] = "small",
        corpus: Annotated[str, typer.Option(help="On which corpus.")] = "sample-en-fr",
        threads: Annotated[int, typer.Option(min=0, help="Threads of the training; 0 uses the free cores.")] = 2,
        platform: Annotated[str, typer.Option(help="Qt platform; default offscreen without a display.")] = "",
        tab: Annotated[int, typer.Option(help="Lower tab shown meanwhile: 0 samples, 1 curves, 2 log.")] = 1,
        appearance: Annotated[
            bool, typer.Option(help="Also change text size, theme and language, idle and while training.")
        ] = True,
        as_json: options.Json = False,
    ) -> None:
        """Train in the window and measure how late a 20 ms timer is, and how long changes of its look take."""
        from workbench.cli.qt_platform import prepare_platform

        has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        prepare_platform(platform or os.environ.get("QT_QPA_PLATFORM", "") or ("" if has_display else "offscreen"))
        with tempfile.TemporaryDirectory(prefix="workbench-bench-") as folder:
            result = measure(Path(folder), seconds, preset, corpus, threads, tab, appearance=appearance)
        if as_json:
            print(json.dumps(result))
        else:
            print(
                "heartbeat late by {p50_ms} ms (p50), {p99_ms} ms (p99), {max_ms} ms (max) over {seconds} s; "
                "{events_drained} events drained, {redraws} redraws".format(**result)
            )
            for when in ("idle", "training"):
                for kind, ms in result.get(f"appearance_{when}", {}).items():
                    print(
                        f"{kind} changed, {when}: stands still for {ms['median_ms']} ms (median), {ms['max_ms']} ms"
                        f" (max), works {ms['worked_max_ms']} ms at most; {ms['changes']} changes"
                    )


def lateness(beats: list[float], period: float = _BEAT) -> list[float]:
    """How late each due beat came, in seconds; a beat that never came counts as late as the next one that did.

    Args:
        beats: When the timer fired, ascending.
        period: When it should have.
    """
    late: list[float] = []
    due = beats[0] if beats else 0.0
    for now in beats[1:]:
        due += period
        late.append(max(0.0, now - due))
        missed = int((now - due) / period)
        late.extend(now - due - period * k for k in range(1, missed + 1))
        if missed:
            due = now  # from here the timer counts anew
    return late


class _Watch:
    """Counts late beats, drained events and redraws from the first training points on, then calls ``then``."""

    def __init__(self, window: MainWindow, seconds: float, then: Callable[[], object]) -> None:
        from PySide6.QtCore import Qt, QTimer

        self._window, self._seconds, self._then = window, seconds, then
        self._training = window.context.training
        self._beats: list[float] = []
        self._start: tuple[int, int] | None = None
        self._counted: tuple[int, int] | None = None
        self._heart = QTimer(window)
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.setInterval(round(_BEAT * 1000))
        self._heart.timeout.connect(lambda: self._beats.append(time.perf_counter()))
        self._training.ticked.connect(self._begin)
        self._training.finished.connect(lambda _outcome: window.close_quietly())

    def _counts(self) -> tuple[int, int]:
        pane: Any = self._window.panes["train"]
        view = pane.view
        redraws = view.loss.redraws + view.quality.redraws + sum(v.redraws for v in view.details.values())
        return self._training.events_drained, int(redraws)

    def _begin(self) -> None:
        from PySide6.QtCore import QTimer

        # Measured from the first training points on; a report of the preparation would be a different question.
        if len(self._training.history) >= 2 and self._start is None:
            self._start = self._counts()
            self._heart.start()
            QTimer.singleShot(round(self._seconds * 1000), self._end)

    def _end(self) -> None:
        self._heart.stop()
        assert self._start is not None
        (drained, drawn), (drained_before, drawn_before) = self._counts(), self._start
        self._counted = drained - drained_before, drawn - drawn_before
        self._then()

    def result(self) -> dict[str, Any]:
        """What was counted; ``complete`` is false where the training ended before the time was up."""
        import numpy as np

        late = [1000 * v for v in lateness(self._beats)] or [0.0]
        p50, p99 = np.percentile(late, [50, 99], method="inverted_cdf")
        drained, drawn = self._counted or (0, 0)
        return {
            "p50_ms": round(float(p50), 2),
            "p99_ms": round(float(p99), 2),
            "max_ms": round(max(late), 2),
            "beats": len(self._beats),
            "events_drained": drained,
            "redraws": drawn,
            "complete": bool(self._counted and self._beats),
        }


def measure(
    folder: Path, seconds: float, preset: str, corpus: str, threads: int, tab: int, *, appearance: bool = False
) -> dict[str, Any]:
    """Open the window, train, and watch the clock.

    Args:
        folder: For the run and the settings; thrown away afterwards.
        seconds: Measured time, after training has begun.
        preset: What trains.
        corpus: On what.
        threads: Training threads.
        tab: Lower tab shown.
        appearance: Whether text size, theme and language are changed, too.
    """
    from PySide6.QtCore import QTimer

    from workbench.cli.bench.appearance import AppearanceWatch
    from workbench.gui.shell.app import Collector, create_application, create_window, warm_up
    from workbench.gui.state.settings import Settings
    from workbench.gui.state.training_service import RunRequest
    from workbench.gui.workers.job import stop_all_jobs

    sys.setswitchinterval(0.002)
    app = create_application()
    collector = Collector(app)
    collector.start()
    window = create_window(app, Settings(folder / "settings.ini"))
    window.resize(1280, 800)
    window.show()
    warm_up(window)
    training = window.context.training
    request = RunRequest(_config(preset, corpus, seconds, threads), folder / "run")

    def train() -> None:
        pane: Any = window.panes["train"]
        window.show_pane("train")
        pane.view.tabs.setCurrentIndex(tab)
        training.start(request)

    beside = AppearanceWatch(window, window.close_quietly)
    watch = _Watch(window, seconds, beside.start if appearance else window.close_quietly)
    idle = AppearanceWatch(window, train)
    if appearance:
        window.build_remaining()
    QTimer.singleShot(2_000 if appearance else 0, idle.start if appearance else train)
    app.exec()
    training.wait(60_000)
    stop_all_jobs()
    collector.stop()
    last = training.history.last or {}
    changes = {"appearance_idle": idle.result(), "appearance_training": beside.result()} if appearance else {}
    return watch.result() | {
        **changes,
        "seconds": seconds,
        "preset": preset,
        "threads": threads,
        "target_tokens_per_second": round(last.get("tokens_per_second", 0.0)),
        "steps": int(last.get("step", 0)),
        "platform": app.platformName(),
    }


def _config(preset: str, corpus: str, seconds: float, threads: int) -> RunConfig:
    """A run that trains for longer than is measured, and is validated several times meanwhile."""
    from workbench.engine.corpora.library import find_corpus
    from workbench.engine.runs.presets import config_from

    info = find_corpus(corpus)
    return config_from(
        preset,
        {
            "data": {"corpora": [corpus], "source_lang": info.source_lang, "target_lang": info.target_lang},
            "training": {"max_minutes": max(20.0, seconds / 30), "validate_minutes": max(0.2, seconds / 180)},
            "runtime": {"threads": threads, "device": "cpu"},
        },
    )
