"""``workbench bench gui``: does the window stay awake while a model trains beside it?"""

from __future__ import annotations

import json
import math
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import Annotated, Any

import typer

#: The heartbeat of the promise: a timer of the GUI thread, in seconds.
_BEAT = 0.020


def register(bench: typer.Typer) -> None:
    """Add the command to ``workbench bench``."""

    @bench.command("gui")
    def gui(
        seconds: Annotated[float, typer.Option(min=2.0, help="How long to measure.")] = 60.0,
        preset: Annotated[str, typer.Option(help="What trains meanwhile.")] = "small",
        corpus: Annotated[str, typer.Option(help="On which corpus.")] = "sample-en-fr",
        threads: Annotated[int, typer.Option(min=0, help="Threads of the training; 0 uses all cores.")] = 2,
        platform: Annotated[str, typer.Option(help="Qt platform; default offscreen without a display.")] = "",
        tab: Annotated[int, typer.Option(help="Lower tab shown meanwhile: 0 samples, 1 curves, 2 log.")] = 1,
        as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
    ) -> None:
        """Train in the window and measure how late a 20 ms timer of the GUI thread is."""
        from workbench.cli.qt_platform import prepare_platform

        has_display = bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
        prepare_platform(platform or os.environ.get("QT_QPA_PLATFORM", "") or ("" if has_display else "offscreen"))
        with tempfile.TemporaryDirectory(prefix="workbench-bench-") as folder:
            result = measure(Path(folder), seconds, preset, corpus, threads, tab)
        if as_json:
            print(json.dumps(result))
        else:
            print(
                "heartbeat late by {p50_ms} ms (p50), {p99_ms} ms (p99), {max_ms} ms (max) over {seconds} s; "
                "{events_drained} events drained, {redraws} redraws".format(**result)
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


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of all values lie (nearest rank)."""
    ordered = sorted(values)
    rank = math.ceil(share * len(ordered) - 1e-9)
    return ordered[max(0, rank - 1)] if ordered else 0.0


def measure(folder: Path, seconds: float, preset: str, corpus: str, threads: int, tab: int) -> dict[str, Any]:
    """Open the window, train, and watch the clock.

    Args:
        folder: For the run and the settings; thrown away afterwards.
        seconds: Measured time, after training has begun.
        preset: What trains.
        corpus: On what.
        threads: Training threads.
        tab: Lower tab shown.
    """
    from PySide6.QtCore import Qt, QTimer

    from workbench.engine.runs.presets import config_from
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
    pane: Any = window.panes["train"]
    pane.view.tabs.setCurrentIndex(tab)
    languages = dict(zip(("source_lang", "target_lang"), _languages(corpus), strict=True))
    config = config_from(
        preset,
        {
            "data": {"corpora": [corpus], **languages},
            "training": {"max_minutes": max(20.0, seconds / 30), "validate_minutes": max(0.2, seconds / 180)},
            "runtime": {"threads": threads, "device": "cpu"},
        },
    )
    beats: list[float] = []
    heart = QTimer(app)
    heart.setTimerType(Qt.TimerType.PreciseTimer)
    heart.setInterval(round(_BEAT * 1000))
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    start: dict[str, float] = {}

    def begin() -> None:
        # Measured from the first training points on; a report of the preparation would be a different question.
        if len(training.history) >= 2 and not start:
            start.update(events=training.events_drained, redraws=_redraws(pane))
            heart.start()
            QTimer.singleShot(round(seconds * 1000), end)

    def end() -> None:
        heart.stop()
        start.update(
            drained=training.events_drained - start["events"],
            drawn=_redraws(pane) - start["redraws"],
            points=len(training.history),
        )
        window.close_quietly()

    training.ticked.connect(begin)
    training.finished.connect(lambda _outcome: window.close_quietly())
    training.start(RunRequest(config, folder / "run"))
    app.exec()
    training.wait(60_000)
    stop_all_jobs()
    collector.stop()
    late = [1000 * v for v in lateness(beats)]
    last = training.history.last or {}
    return {
        "p50_ms": round(percentile(late, 0.50), 2),
        "p99_ms": round(percentile(late, 0.99), 2),
        "max_ms": round(max(late, default=0.0), 2),
        "beats": len(beats),
        "events_drained": int(start.get("drained", 0)),
        "redraws": int(start.get("drawn", 0)),
        "seconds": seconds,
        "preset": preset,
        "threads": threads,
        "target_tokens_per_second": round(last.get("tokens_per_second", 0.0)),
        "steps": int(last.get("step", 0)),
        "platform": app.platformName(),
        "complete": bool(start.get("drawn") is not None and beats),
    }


def _languages(corpus: str) -> tuple[str, str]:
    from workbench.engine.corpora.library import find_corpus

    info = find_corpus(corpus)
    return info.source_lang, info.target_lang


def _redraws(pane: Any) -> int:
    view = pane.view
    return int(view.loss.redraws + view.quality.redraws + sum(v.redraws for v in view.details.values()))
