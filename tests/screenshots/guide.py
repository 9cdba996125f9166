"""Pictures of the guide, taken from the real program.

for language in en fr de; do
    for part in states interrupted; do python -m tests.screenshots.guide --part $part --language $language; done
done
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

SIZE = (1080, 720)
LARGE = (1400, 860)
_SENTENCE = "The little girl gives a red apple to her brother."


def take_all(out: Path, home: Path, language: str) -> None:
    """Pictures of the panes."""
    from PySide6.QtCore import QPoint, QRect

    from tests.screenshots.director import _MODELS, _PAIRS, Director, travels
    from tests.screenshots.small_png import save_small
    from workbench.engine.core.paths import runs_root

    director = Director(out, home, 0.0)
    director.stock()
    window = director.window
    window.resize(*SIZE)
    run = runs_root() / _MODELS[0]
    table = home / "holiday-sentences.tsv"
    rows = [*_PAIRS, *travels(), ("An empty line follows.", ""), ("<br/>", "<br/>"), ("OK", "OK"), _PAIRS[0]]
    table.write_text("en\tfr\n" + "".join(f"{s}\t{t}\n" for s, t in rows), encoding="utf-8")
    window.set_language(language)
    director.wait(lambda: not window.switch.active)
    director.settle()

    def save(name: str, part: Any = None) -> None:
        director.settle(2.0)
        central = window.centralWidget()
        place = central.rect() if part is None else QRect(part.mapTo(central, QPoint(0, 0)), part.size())
        save_small(central.grab(place).toImage(), out / f"{name}-{language}.png")

    window.show_pane("train")
    save("train")
    window.context.watch_run.emit(run)
    window.resize(*LARGE)
    save("curves", window.panes["train"].view)  # type: ignore[attr-defined]
    window.resize(*SIZE)
    pane: Any = window.panes["translate"]
    director._say(run, _SENTENCE)
    picture: Any = pane.view.picture
    from workbench.gui.views.pictures.picture import Spot

    words = [token.text.strip(" .▁") for token in picture.alignment.picture.target]
    picture.alignment.choose(Spot(target=words.index("pomme") if "pomme" in words else 1))
    save("attention")
    window.open_files([table])
    page: Any = window.panes["corpora"].page  # type: ignore[attr-defined]
    director.settle()
    director.wait(lambda: not page.busy)
    save("import")
    page.cancel_button.click()
    window.show_pane("runs")
    director.settle()
    runs: Any = window.panes["runs"]
    runs.table.select_paths([run])
    runs.tabs.setCurrentIndex(2)
    save("test")
    director.close()


def take_interrupted(out: Path, home: Path, language: str) -> None:
    """The start after a power cut: a run whose journal has no end."""
    from tests.screenshots.director import _MODELS, Director
    from tests.screenshots.small_png import save_small
    from workbench.engine.core.paths import checkout_root, runs_root
    from workbench.engine.runs.folder import TRAINING_STATE

    root = checkout_root()
    assert root is not None
    cut = runs_root() / "recipes-en-fr"
    shutil.copytree(root / "checkpoints" / _MODELS[0], cut)
    lines = (cut / "events.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (cut / "events.jsonl").write_text("".join(line for line in lines if '"RunFinished"' not in line), encoding="utf-8")
    (cut / "step-00007750" / TRAINING_STATE).write_bytes(b"state")
    shutil.rmtree(cut / "step-00008000")
    director = Director(out, home, 0.0)
    director.window.set_language(language)
    director.wait(lambda: not director.window.switch.active)
    director.window.show_pane("train")
    director.window.resize(*SIZE)
    director.settle(1.5)
    save_small(director.window.centralWidget().grab().toImage(), out / f"interrupted-{language}.png")
    director.close()


def main() -> int:
    """Take the pictures."""
    parser = argparse.ArgumentParser(description="Take the pictures of the guide.")
    parser.add_argument("--out", type=Path, default=Path("resources/guide/pictures"))
    parser.add_argument("--part", choices=("states", "interrupted"), default="states")
    parser.add_argument("--language", default="en")
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    home = Path(tempfile.mkdtemp(prefix="workbench-guide-"))
    os.environ["WORKBENCH_HOME"] = str(home)
    os.environ["LC_ALL"] = "en_US.UTF-8"  # numbers with separators, whatever machine takes the pictures
    from workbench.engine.core import paths

    paths.shipped_runs_root = lambda: home / "nothing-shipped"
    take = take_all if options.part == "states" else take_interrupted
    try:
        take(options.out, home, options.language)
    finally:
        shutil.rmtree(home, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
