"""``workbench bench inspect``: how long a person waits for each look into a translation."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import typer

from workbench.cli import options
from workbench.cli.bench.decode import Source, sentences_of

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.search.translator import Translator

#: What is measured, in the order in which it is told.
_WHATS = (
    "translation",
    "what_if",
    "forced_beginning",
    "words_left_out",
    "influence",
    "checkpoint",
    "tree_search",
    "tree_drawn",
)


def register(bench: typer.Typer) -> None:
    """Add the command to ``workbench bench``."""
    bench.command("inspect")(inspect)


def inspect(
    run: options.Run,
    src: Source = None,
    words: int = typer.Option(15, min=0, help="Only sentences of so many words; 0 takes all."),
    sentences: int = typer.Option(40, min=1, help="How many."),
    beam: options.Beam = None,
    checkpoint: options.Checkpoint = "best",
    set_: options.Set = None,
    threads: options.Threads = 0,
    json_: options.Json = False,
) -> None:
    """Ask what the inspection pages ask, sentence by sentence, and measure milliseconds.

    what_if: the piece in the middle looks at another source piece. forced_beginning: the first half is given.
    influence: words left out in turn, and gradients with them. checkpoint: a model that is not open is opened, and
    translates. tree_drawn: the search tree is laid out and painted, 1,280 pixels wide (needs the window's libraries).
    """
    import numpy as np

    translator = options.load_translator(run, checkpoint, "cpu", threads)
    search = options.search_settings(translator.config, set_, beam)
    texts = sentences_of(translator, src, sentences, words)
    asked = _Asked(translator, search, lambda: options.load_translator(run, checkpoint, "cpu", threads))
    for text in texts[:3]:  # the first calls set up thread pools and buffers
        list(asked.all_of(text))
    times: dict[str, list[float]] = {}
    for text in texts:
        for what, milliseconds in asked.all_of(text):
            times.setdefault(what, []).append(milliseconds)
    result: dict[str, Any] = {}
    for what in _WHATS:
        if what in times:
            p50, p95 = np.percentile(times[what], [50, 95])
            result[what] = {"p50_ms": round(float(p50), 1), "p95_ms": round(float(p95), 1), "of": len(times[what])}
    if json_:
        print(json.dumps({**result, "words": words, "beam": search.beam, "threads": translator.threads.most}))
        return
    print(f"{'':18}{'median ms':>10}{'95 % ms':>10}{'of':>6}")
    for what, row in result.items():
        print(f"{what.replace('_', ' '):18}{row['p50_ms']:>10}{row['p95_ms']:>10}{row['of']:>6}")


class _Asked:
    """The questions of the pages about one sentence, each with the time it took."""

    def __init__(self, translator: Translator, search: SearchConfig, reopen: Callable[[], Translator]) -> None:
        self._translator, self._search, self._reopen = translator, search, reopen
        self._view = _tree_view()

    def all_of(self, text: str) -> Iterator[tuple[str, float]]:
        """Name and milliseconds of each question that the model can be asked."""
        from workbench.engine.inspection.beam_tree import beam_tree
        from workbench.engine.inspection.influence import influence
        from workbench.engine.inspection.what_if import WhatIf, with_weight
        from workbench.engine.text.words import words

        (found,), taken = _timed(lambda: self._translator.translate([text], self._search))
        yield "translation", taken
        if not found.target_pieces:
            return
        middle = len(found.target_pieces) // 2
        if self._translator.has_attention:
            asked = WhatIf(self._translator, text, self._search)
            step = min(middle, len(asked.hypothesis.pieces) - 1)
            own = asked.own(step)
            place = int((own.argmax() + 2) % len(own))
            yield "what_if", _timed(lambda: asked.go_on(step, with_weight(own, [place], 1.0)))[1]
        prefix = found.text[: found.target_pieces[middle].start].rstrip()
        yield "forced_beginning", _timed(lambda: self._translator.translate([text], self._search, prefixes=[prefix]))[1]
        yield "words_left_out", _timed(lambda: self._left_out(text, found.text))[1]
        divide = lambda text, _pieces: words(text)  # noqa: E731
        yield "influence", _timed(lambda: influence(self._translator, text, found.text, divide=divide))[1]
        yield "checkpoint", _timed(lambda: self._reopen().translate([text], self._search))[1]
        tree, taken = _timed(lambda: beam_tree(self._translator, text, self._search))
        yield "tree_search", taken
        if self._view is not None:
            yield "tree_drawn", _timed(lambda: self._view.draw(tree))[1]

    def _left_out(self, text: str, said: str) -> Any:
        """Log-probabilities of a translation with each word of the sentence left out in turn."""
        from workbench.engine.inspection.influence import left_out
        from workbench.engine.search.alignment import membership
        from workbench.engine.search.batches import ROWS, threads_for
        from workbench.engine.text.words import words

        model, device = self._translator.model, self._translator.device
        (pair,) = self._translator.read_pairs([text], [said])
        assert pair is not None
        groups = [row.nonzero()[0].tolist() for row in membership(pair.tokens, words(text))]
        with model.evaluating(), threads_for(ROWS, device, self._translator.threads):
            return left_out(model, pair.sentence.ids, pair.target, groups, device)


def _timed(act: Callable[[], Any]) -> tuple[Any, float]:
    began = time.perf_counter()
    done = act()
    return done, 1000 * (time.perf_counter() - began)


def _tree_view() -> Any:
    """What draws a tree as the window does; ``None`` without the window's libraries."""
    try:
        from PySide6.QtWidgets import QApplication
    except ImportError:
        return None
    from workbench.cli.qt_platform import prepare_platform

    prepare_platform("offscreen")
    from workbench.gui.views.pictures.beam_tree_drawing import TreePicture
    from workbench.gui.views.pictures.beam_tree_view import BeamTreeView

    class Drawn:
        """A view that lays out and paints what it is given."""

        def __init__(self) -> None:
            self.app = QApplication.instance() or QApplication([])
            self.view = BeamTreeView()
            self.view.resize(1280, 480)

        def draw(self, tree: Any) -> None:
            self.view.set_picture(TreePicture((tree,)))
            self.view.grab()

    return Drawn()
