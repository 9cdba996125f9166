"""Pictures of the window for the tour, in a process of its own: ``python -m workbench.cli.tour_pictures``."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

SIZE = (1280, 800)


def take_pictures(run: Path, folder: Path, sentence: str) -> list[Path]:
    """Draw the train pane with a run's story and the translate pane with a sentence.

    Args:
        run: A run folder.
        folder: Where the pictures go.
        sentence: What to translate.
    """
    from workbench.cli.gui import prepare_platform

    prepare_platform("offscreen")
    from workbench.gui.screenshots import Director

    taken: list[Path] = []
    # settings of its own, so that what the tour does to the window is not remembered
    with tempfile.TemporaryDirectory(prefix="workbench-tour-") as home:
        director = Director(folder, Path(home), 0)
        window = director.window
        window.set_theme("light")
        window.resize(*SIZE)
        try:
            window.open_files([run])
            window.show_pane("train")
            director.settle(2.0)
            taken.append(_take(director, "window-train.png"))
            window.show_pane("translate")
            window.context.translate_text.emit((run, sentence))
            director.settle(6.0)
            taken.append(_take(director, "window-translate.png"))
        finally:
            director.close()
    return taken


def _take(director: object, name: str) -> Path:
    path: Path = director.out / name  # type: ignore[attr-defined]
    director.window.grab().save(str(path))  # type: ignore[attr-defined]
    return path


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    take_pictures(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
