"""Pictures of every pane in real states, taken from the real program with a real run: ``make screenshots``.

python -m tests.screenshots.director --out resources/screenshots [--only NAME ...] [--seconds 180]

Every state is taken in light and dark, in a small and a large window. The program works in a data folder of its own,
with copies of the shipped sample models, so that the pictures show nothing of the person who takes them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

SIZES = ((1280, 800), (1920, 1080))
THEMES = ("light", "dark")
_MODELS = ("sample-en-fr", "sample-fr-en")
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
_LONGER = "The teacher is taller than the student. Our neighbours are going to sell their house."


class Director:
    """Opens the window, brings it into a state, takes the pictures."""

    def __init__(self, out: Path, home: Path, seconds: float) -> None:
        from workbench.gui.shell.app import Collector, create_application, create_window, warm_up
        from workbench.gui.state.settings import Settings

        self.out, self.home, self.seconds = out, home, seconds
        self.out.mkdir(parents=True, exist_ok=True)
        self.app = create_application()
        self.app.setQuitOnLastWindowClosed(False)
        self.collector = Collector(self.app)
        self.collector.start()
        settings = Settings(home / "settings.ini")
        settings.language = "en"
        self.window = create_window(self.app, settings)
        self.window.resize(*SIZES[0])
        self.window.show()
        warm_up(self.window)
        self.settle()

    def wait(self, until: Callable[[], object], timeout: float = 120.0) -> None:
        """Let the program run until something is so.

        Raises:
            TimeoutError: It was not in time.
        """
        from PySide6.QtCore import QEventLoop

        end = time.monotonic() + timeout
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(f"not within {timeout:.0f} s")
            self.app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
            time.sleep(0.01)

    def settle(self, seconds: float = 0.6) -> None:
        """Wait for all jobs, and then for what they caused."""
        from workbench.gui.workers.job import running_jobs

        self.wait(lambda: not running_jobs(), 600)
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end)

    def take(self, name: str, widget: Any = None, sizes: Sequence[tuple[int, int]] = SIZES) -> None:
        """One state in both themes; the window in both sizes, a dialog as it is."""
        for theme in THEMES:
            self.window.set_theme(theme)
            for width, height in sizes if widget is None else ():
                self.window.resize(width, height)
                self.settle(0.4)
                self._save(self.window, f"{name}-{theme}-{width}x{height}")
            if widget is not None:
                self.settle(0.4)
                self._save(widget, f"{name}-{theme}")
        self.window.set_theme("light")
        self.window.resize(*SIZES[0])
        self.settle(0.4)

    def _save(self, widget: Any, name: str) -> None:
        from tests.screenshots.small_png import save_small

        path = self.out / f"{name}.png"
        save_small(widget.grab().toImage(), path)
        print(path, file=sys.stderr, flush=True)

    # --- states ---------------------------------------------------------------------------------------------------

    def empty(self) -> None:
        """Nothing trained, nothing imported: taken before the sample models are there."""
        for pane in ("train", "translate", "runs"):
            self.window.show_pane(pane)
            self.settle()
            self.take(f"{pane}-empty")

    def stock(self) -> None:
        """Put the shipped models into the data folder of these pictures."""
        from workbench.engine.core.paths import checkout_root, runs_root

        root = checkout_root()
        for name in _MODELS:
            if root is not None and (root / "checkpoints" / name / "run.toml").is_file():
                shutil.copytree(root / "checkpoints" / name, runs_root() / name)
        self.window.context.runs_changed.emit(None)
        self.settle()

    def settings(self) -> None:
        """The form behind "More settings"."""
        from workbench.gui.train.config_dialog import ConfigDialog

        self.window.show_pane("train")
        self.settle()
        setup: Any = self.window.panes["train"].setup  # type: ignore[attr-defined]
        baseline, why = setup._baseline()
        dialog = ConfigDialog(self.window.context, baseline, {"training.learning_rate": 0.001}, why, {}, self.window)
        dialog.form.sections.setCurrentRow(3)
        dialog.show()
        self.settle()
        self.take("settings", dialog)
        dialog.close()
        dialog.deleteLater()

    def training(self) -> None:
        """In the middle of a run, and when it is finished."""
        from workbench.engine.core.paths import runs_root
        from workbench.engine.runs.presets import config_from
        from workbench.gui.state.run_request import RunRequest

        training, window = self.window.context.training, self.window
        minutes = self.seconds / 60
        config = config_from(
            "tiny",
            {
                "data": {"corpora": ["sample-en-fr"], "source_lang": "en", "target_lang": "fr"},
                "training": {"max_minutes": minutes, "validate_steps": 0, "validate_minutes": minutes / 9},
            },
        )
        window.show_pane("train")
        training.start(RunRequest(config, runs_root() / "sample-en-fr-tiny", estimate=self.seconds))
        history = training.history

        def half() -> bool:
            return len(history.validations) >= 2 and history.last is not None and history.last["progress"] > 0.45

        self.wait(lambda: half() or not training.busy, 600 + 6 * self.seconds)
        if training.busy:
            view: Any = window.panes["train"].view  # type: ignore[attr-defined]
            self.take("train-running")
            view.tabs.setCurrentIndex(1)
            self.settle()
            self.take("train-curves")
            view.tabs.setCurrentIndex(0)
        self.wait(lambda: not training.busy, 1800)
        self.settle()
        self.take("train-finished")

    def translate(self) -> None:
        """A sentence, its translation and its alignment; then several sentences, in pieces, with confidence."""
        from workbench.engine.core.paths import runs_root
        from workbench.gui.views.pictures.picture import Spot

        run = runs_root() / _MODELS[0]
        if not run.is_dir():
            return
        pane = self._say(run, _SENTENCE)
        panel = pane.view.picture
        words = [token.text.strip(" .▁") for token in panel.alignment.picture.target]
        panel.alignment.choose(Spot(target=words.index("pomme") if "pomme" in words else len(words) // 2))
        self.settle()
        self.take("translate")
        pane = self._say(run, _LONGER)
        panel.words_button.setChecked(False)
        panel.confidence_button.setChecked(True)
        pane.view.panel_button.setChecked(True)
        pane.view.tabs.setCurrentIndex(1)
        pane.select_sentence(0)
        rows = pane.view.learning
        self.wait(lambda: rows._rows and all(text is not None for _, text in rows._rows), 60)
        self.settle()
        self.take("translate-pieces")
        panel.words_button.setChecked(True)
        panel.confidence_button.setChecked(False)
        pane.view.tabs.setCurrentIndex(0)
        pane.view.panel_button.setChecked(False)

    def _say(self, run: Path, text: str) -> Any:
        """Translate a text in the translate pane."""
        from workbench.gui.state.signals import WantedTranslation

        self.window.context.show_pane.emit("translate")
        pane: Any = self.window.panes["translate"]
        self.window.context.translate_text.emit(WantedTranslation(run, text))

        def done() -> bool:
            picture = pane.view.picture.picture
            return bool(picture.target) and picture.source_text in text and not pane.service.busy

        self.wait(done)
        self.settle()
        return pane

    def corpora(self) -> None:
        """The list, and the preview of an import with dropped pairs."""
        window = self.window
        window.show_pane("corpora")
        self.settle()
        self.take("corpora")
        rows = [*_PAIRS, *travels(), ("An empty line follows.", ""), ("", "Une ligne vide."), ("<br/>", "<br/>")]
        rows += [("OK", "OK"), ("Yes.", "Oui, mais seulement si le temps le permet et que personne n'est malade.")]
        rows += [_PAIRS[0], _PAIRS[1], _PAIRS[5]]
        path = self.home / "holiday-sentences.tsv"
        path.write_text("en\tfr\n" + "".join(f"{s}\t{t}\n" for s, t in rows), encoding="utf-8")
        window.open_files([path])
        page: Any = window.panes["corpora"].page  # type: ignore[attr-defined]
        self.settle()
        self.wait(lambda: not page.busy)
        self.settle()
        page.report.tabs.setCurrentIndex(1)
        self.settle()
        self.take("corpora-import")
        page.cancel_button.click()

    def runs(self) -> None:
        """What is known of a run, several compared, and one tested sentence by sentence."""
        from workbench.engine.evaluation.test_runs import RunTest
        from workbench.engine.evaluation.test_sets import eval_sets
        from workbench.engine.runs.folder import RunFolder

        window = self.window
        window.show_pane("runs")
        self.settle()
        pane: Any = window.panes["runs"]
        pane.table.selectAll()
        summaries = pane.table.selected()
        if not summaries:
            return
        first = next((s for s in summaries if s.path.name == _MODELS[0]), summaries[0])
        pane.table.select_paths([first.path])
        pane.tabs.setCurrentIndex(0)
        self.settle()
        self.take("runs")
        pane.table.selectAll()
        pane.tabs.setCurrentIndex(1)
        self.settle()
        self.take("runs-compare")
        pane.table.select_paths([first.path])
        pane.tabs.setCurrentIndex(2)
        found = [s for s in eval_sets(RunFolder(first.path)) if s.split == "test"]
        pane.actions_.test(first, RunTest(found[0], beam=2, limit=200))
        self.settle()
        self.take("runs-tested")

    def inspection(self) -> None:
        """Every page beside the picture on one sentence, in the small window."""
        from workbench.engine.core.paths import runs_root

        run = runs_root() / _MODELS[0]
        if not run.is_dir():
            return
        pane = self._say(run, _SENTENCE)
        pages = pane.view.pages
        for place in range(1, pages.count()):
            pages.setCurrentIndex(place)
            name = pages.currentWidget().objectName()
            self.wait(lambda: not pane.service.busy)
            self.settle(1.5)
            self.take(f"inspect-{name}", sizes=SIZES[:1])
        pages.setCurrentIndex(0)

    def presentation(self) -> None:
        """A sentence for a projector."""
        from workbench.engine.core.paths import runs_root
        from workbench.gui.views.pictures.picture import Spot

        run = runs_root() / _MODELS[0]
        if not run.is_dir():
            return
        pane = self._say(run, _SENTENCE)
        pane.view.picture.alignment.choose(Spot(target=2))
        pane.presenter.present()
        stage = pane.presenter.stage
        stage.showNormal()
        stage.resize(*SIZES[0])
        self.settle()
        self.take("presentation", stage)
        stage.close()
        self.settle()

    def guide(self) -> None:
        """A page of the guide."""
        self.window.show_guide()
        guide: Any = self.window.help.guide
        self.settle()
        self.take("guide", guide)
        guide.close()

    def german(self) -> None:
        """German at 150 %, the longest texts in the least room."""
        window = self.window
        window.set_language("de")
        self.wait(lambda: not window.switch.active)
        window.context.set_zoom(1.5)
        for pane in ("train", "translate", "corpora", "runs"):
            window.show_pane(pane)
            self.settle(1.0)
            self.take(f"german-150-{pane}", sizes=SIZES[:1])
        window.context.set_zoom(1.0)
        window.set_language("en")
        self.wait(lambda: not window.switch.active)

    def close(self) -> None:
        """Close the window and every worker."""
        from workbench.gui.workers.job import stop_all_jobs

        self.window.close_quietly()
        self.wait(lambda: not self.window.isVisible(), 60)
        self.window.context.training.wait(10_000)
        stop_all_jobs()
        self.collector.stop()


def travels() -> list[tuple[str, str]]:
    """Sentences enough for a table that looks like a small translation memory."""
    who = (("We", "Nous"), ("My parents", "Mes parents"), ("The children", "Les enfants"), ("They", "Elles"))
    did = (("stayed", "restés"), ("arrived", "arrivés"))
    where = (
        ("in the village", "au village"),
        ("at the campsite by the river", "au camping au bord de la rivière"),
        ("in the old town", "dans la vieille ville"),
        ("on the island", "sur l'île"),
        ("at home", "à la maison"),
    )
    when = (
        ("on Monday", "lundi"),
        ("last summer", "l'été dernier"),
        ("in the middle of the night", "au milieu de la nuit"),
        ("two days before the storm", "deux jours avant la tempête"),
    )
    found = []
    for (en_who, fr_who), (en_did, part), (en_where, fr_where), (en_when, fr_when) in product(who, did, where, when):
        verb = f"sommes {part}" if fr_who == "Nous" else f"sont {part}"
        verb = verb.replace("és", "ées") if fr_who == "Elles" else verb
        found.append((f"{en_who} {en_did} {en_where} {en_when}.", f"{fr_who} {verb} {fr_where} {fr_when}."))
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures."""
    shown_in_window = ("empty", "settings", "training", "translate", "inspection", "corpora", "runs", "german")
    states = (*shown_in_window, "presentation", "guide")
    parser = argparse.ArgumentParser(description="Take pictures of every pane in real states.")
    parser.add_argument("--out", type=Path, default=Path("resources/screenshots"))
    parser.add_argument("--only", nargs="*", choices=states, default=list(states))
    parser.add_argument("--seconds", type=float, default=180.0, help="how long the run trains that is shown")
    options = parser.parse_args(arguments)
    if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = Path(tempfile.mkdtemp(prefix="workbench-screenshots-"))
    os.environ["WORKBENCH_HOME"] = str(home)
    os.environ["LC_ALL"] = "en_US.UTF-8"  # numbers with separators, whatever machine takes the pictures
    from workbench.engine.core import paths

    if set(options.only) == set(states):
        for old in options.out.glob("*.png"):  # a state that is no longer taken shall not stay
            old.unlink()
    nowhere = home / "nothing-shipped"
    paths.shipped_runs_root = lambda: nowhere  # copies are shown instead, and nothing else of this checkout
    try:
        director = Director(options.out, home, options.seconds)
        for state in states:
            if state == "settings":
                director.stock()
            if state in options.only:
                getattr(director, state)()
        director.close()
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
