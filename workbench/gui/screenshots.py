"""Pictures of every pane in real states, taken from the real program with a real run: ``make screenshots``.

python -m workbench.gui.screenshots --out resources/screenshots [--only NAME ...] [--seconds 60]
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

SIZES = ((1280, 800), (1920, 1080))
THEMES = ("light", "dark")
#: Sentences of our own, with everything that cleaning looks for.
_PAIRS = (
    ("The train to the coast leaves at nine.", "Le train pour la côte part à neuf heures."),
    ("Where did you put my keys?", "Où as-tu mis mes clés ?"),
    ("We are painting the kitchen yellow.", "Nous peignons la cuisine en jaune."),
    ("She reads two books a week.", "Elle lit deux livres par semaine."),
    ("The old bridge is closed on Sundays.", "Le vieux pont est fermé le dimanche."),
    ("Can you hear the rain on the roof?", "Entends-tu la pluie sur le toit ?"),
    ("Our neighbour keeps bees behind the barn.", "Notre voisin élève des abeilles derrière la grange."),
    ("It was too cold to swim in the lake.", "Il faisait trop froid pour nager dans le lac."),
    ("They sold the boat last spring.", "Ils ont vendu le bateau au printemps dernier."),
    ("My brother repairs clocks and radios.", "Mon frère répare des horloges et des radios."),
    ("The museum opens in ten minutes.", "Le musée ouvre dans dix minutes."),
    ("I would like a table by the window.", "Je voudrais une table près de la fenêtre."),
)
_SENTENCE = "The little girl gives a red apple to her brother."


class Director:
    """Opens the window, brings it into a state, takes the pictures."""

    def __init__(self, out: Path, home: Path, seconds: float) -> None:
        from workbench.gui.app import Collector, create_application, create_window, warm_up
        from workbench.gui.settings import Settings

        self.out, self.home, self.seconds = out, home, seconds
        self.out.mkdir(parents=True, exist_ok=True)
        self.app = create_application()
        self.app.setQuitOnLastWindowClosed(False)
        self.collector = Collector(self.app)
        self.collector.start()
        self.window = create_window(self.app, Settings(home / "settings.ini"))
        self.window.show()
        warm_up(self.window)
        self.taken: list[Path] = []

    def wait(self, until: Callable[[], bool], timeout: float = 120.0) -> bool:
        """Let the program run until something is so."""
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + timeout
        while not until():
            if time.monotonic() > end:
                return False
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            time.sleep(0.01)
        return True

    def settle(self, seconds: float = 1.2) -> None:
        """Wait for all jobs, and then for what they caused."""
        from workbench.gui.workers.job import running_jobs

        self.wait(lambda: not running_jobs())
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def take(self, name: str, widget: Any = None) -> None:
        """One state in both themes and sizes."""
        for theme in THEMES:
            self.window.set_theme(theme)
            if widget is not None:
                self._grab(widget, f"{name}-{theme}")
                continue
            for width, height in SIZES:
                self.window.resize(width, height)
                self.settle(0.5)
                self._grab(self.window, f"{name}-{theme}-{width}x{height}")

    def _grab(self, widget: Any, name: str) -> None:
        path = self.out / f"{name}.png"
        widget.grab().save(str(path))
        self.taken.append(path)
        print(path, file=sys.stderr, flush=True)

    # --- states ---------------------------------------------------------------------------------------------------

    def empty(self) -> None:
        """Nothing trained, nothing imported."""
        self.window.show_pane("train")
        self.settle()
        self.take("train-empty")

    def settings(self) -> None:
        """The form behind "More settings"."""
        from workbench.gui.widgets.config_dialog import ConfigDialog

        self.window.show_pane("train")
        self.settle()
        setup: Any = self.window.panes["train"].setup  # type: ignore[attr-defined]
        baseline, why = setup._baseline()
        dialog = ConfigDialog(self.window.context, baseline, {"training.learning_rate": 0.001}, why, {}, self.window)
        dialog.form.sections.setCurrentRow(3)
        dialog.show()
        self.settle(0.5)
        self.take("settings", dialog)
        dialog.close()
        dialog.deleteLater()

    def training(self) -> None:
        """In the middle of a run, and when it is finished."""
        from workbench.engine.presets import config_from
        from workbench.engine.runs import runs_root
        from workbench.gui.training_service import RunRequest

        training = self.window.context.training
        minutes = self.seconds / 60
        config = config_from(
            "tiny",
            {
                "data": {"corpora": ["sample-en-fr"], "source_lang": "en", "target_lang": "fr"},
                "training": {"max_minutes": minutes, "validate_steps": 0, "validate_minutes": minutes / 8},
            },
        )
        self.window.show_pane("train")
        training.start(RunRequest(config, runs_root() / "sample-en-fr-tiny", estimate=self.seconds))
        self.wait(lambda: len(training.history.validations) >= 4 or not training.busy, 600 + 4 * self.seconds)
        if training.busy:
            training.toggle_pause()  # both themes and sizes show the same moment
            self.wait(lambda: bool(training.history.state and training.history.state.state == "paused"), 60)
            self.settle()
            self.take("train-paused")
            training.toggle_pause()
            self.settle()
            self.take("train-running")
            self.window.panes["train"].view.tabs.setCurrentIndex(1)  # type: ignore[attr-defined]
            self.settle()
            self.take("train-curves")
            self.window.panes["train"].view.tabs.setCurrentIndex(0)  # type: ignore[attr-defined]
        self.wait(lambda: not training.busy, 1800)
        self.settle()
        self.take("train-finished")

    def translate(self) -> None:
        """A sentence, its translation and its alignment."""
        run = self._model()
        if run is None:
            return
        self.window.context.show_pane.emit("translate")
        self.window.context.translate_text.emit((run, _SENTENCE))
        self.settle(8.0)
        self.take("translate")

    def _model(self) -> Path | None:
        from workbench.engine.runs import list_runs

        found = [r for r in list_runs() if r.checkpoints()]
        shipped = [r for r in found if r.name == "sample-en-fr"]
        return (shipped or found)[0].path if found else None

    def corpora(self) -> None:
        """The list, and the preview of an import with dropped pairs."""
        self.window.show_pane("corpora")
        self.settle()
        self.take("corpora")
        rows = [*_PAIRS * 4, ("An empty line follows.", ""), ("", "Une ligne vide."), ("<br/>", "<br/>")]
        rows += [("word " * 300, "mot " * 300), _PAIRS[0], _PAIRS[1]]
        path = self.home / "holiday-sentences.tsv"
        path.write_text("en\tfr\n" + "".join(f"{s}\t{t}\n" for s, t in rows), encoding="utf-8")
        self.window.open_files([path])
        self.settle(2.0)
        self.take("corpora-import")

    def runs(self) -> None:
        """All runs."""
        self.window.show_pane("runs")
        self.settle(2.0)
        self.take("runs")

    def close(self) -> None:
        """Close the window and every worker."""
        from workbench.gui.workers.job import stop_all_jobs

        self.window.close_quietly()
        self.wait(lambda: not self.window.isVisible(), 60)
        self.window.context.training.wait(10_000)
        stop_all_jobs()
        self.collector.stop()


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures."""
    states = ("empty", "settings", "training", "translate", "corpora", "runs")
    parser = argparse.ArgumentParser(description="Take pictures of every pane in real states.")
    parser.add_argument("--out", type=Path, default=Path("resources/screenshots"))
    parser.add_argument("--only", nargs="*", choices=states, default=list(states))
    parser.add_argument("--seconds", type=float, default=180.0, help="how long the run trains that is shown")
    options = parser.parse_args(arguments)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = Path(tempfile.mkdtemp(prefix="workbench-screenshots-"))
    os.environ["WORKBENCH_HOME"] = str(home)
    try:
        director = Director(options.out, home, options.seconds)
        for state in states:
            if state in options.only:
                getattr(director, state)()
        director.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
