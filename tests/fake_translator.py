"""A run folder and a translator without a model, for the tests of the translate pane."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from tests.run_factory import new_run
from workbench.engine.core.config import SearchConfig, build_config
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Alternative, Hypothesis, Token, Translation
from workbench.engine.runs.folder import BEST, STATE, WEIGHTS
from workbench.engine.text.sentences import SplitRule


def make_run(
    path: Path, steps: Sequence[int] = (100, 200, 300), best: int = 200, source: str = "en", target: str = "fr"
) -> Path:
    """A run folder with empty checkpoints."""
    config = build_config({"data": {"source_lang": source, "target_lang": target}})
    new_run(path, config)
    for step in steps:
        add_checkpoint(path, step)
    (path / BEST).write_text(json.dumps({"step": best, "metric": "bleu", "value": 20.0}))
    return path


def add_checkpoint(run: Path, step: int) -> None:
    """One more empty checkpoint."""
    folder = run / f"step-{step:08d}"
    folder.mkdir()
    (folder / WEIGHTS).write_bytes(b"")
    (folder / STATE).write_text("{}")


class FakeTranslator:
    """Says every word backwards and in capitals, in the same order; each word is one decoding step.

    Its second hypothesis lacks the last word. Target word j looks at source word j with 0.9 and at its right
    neighbour (the end for the last one) with 0.1.
    """

    def __init__(self, step: int = 1, *, attention: bool = True, seconds: float = 0.0) -> None:
        self.step, self.device, self.has_attention, self._seconds = step, "cpu", attention, seconds
        self.split_rule = SplitRule()
        self.calls: list[list[str]] = []
        self.steps = 0
        self.thread = 0

    def word(self, text: str) -> str:
        """The translation of one word; each step knows the words up to its own length."""
        return text[::-1].upper() if len(text) * 20 <= self.step else "?"

    def translate(
        self,
        sentences: Sequence[str],
        search: SearchConfig,
        *,
        prefixes: Sequence[str] | None = None,
        check: Callable[[], None] | None = None,
        details: bool = True,
    ) -> list[Translation]:
        """Translate, one decoding step a word."""
        self.calls.append(list(sentences))
        self.thread = threading.get_ident()
        found = []
        for text, prefix in zip(sentences, prefixes or [""] * len(sentences), strict=True):
            for _ in text.split():
                if check is not None:
                    check()
                self.steps += 1
                time.sleep(self._seconds)
            found.append(self._one(text, prefix, search))
        return found

    def _one(self, text: str, prefix: str, search: SearchConfig) -> Translation:
        source = _tokens(text.split(), text)
        words = [self.word(w) for w in text.split()]
        fixed = prefix.split()
        words = fixed + words[len(fixed) :]
        best = self._hypothesis(words, len(source), -0.25)
        second = self._hypothesis(words[:-1], len(source), -1.5)
        return Translation(text, source, (best, second)[: search.nbest])

    def _hypothesis(self, words: list[str], sources: int, score: float) -> Hypothesis:
        text = " ".join(words)
        pieces = tuple(
            Token(p.text, p.start, p.end, -0.1 * i, (Alternative(p.text, -0.1 * i), Alternative("▁AUTRE", -2.0)))
            for i, p in enumerate(_tokens(words, text))
        )
        if not self.has_attention:
            return Hypothesis(text, score, pieces)
        attention = np.zeros((len(pieces), sources), dtype=np.float32)
        for row in range(len(pieces)):
            attention[row, min(row, sources - 1)] += 0.9
            attention[row, min(row + 1, sources - 1)] += 0.1
        return Hypothesis(text, score, pieces, attention)


class FakeInfluence:
    """Target word j hangs on source word j alone, with ``log 2`` nats, and the next source word speaks against it."""

    def __init__(self, translation: Translation, source: Sequence[Token], target: Sequence[Token]) -> None:
        self.translation, self.source, self.target = translation, tuple(source), tuple(target)
        self.nats = np.zeros((len(target), len(source)), dtype=np.float32)
        for row in range(len(target)):
            self.nats[row, min(row, len(source) - 1)] = np.log(2)
            if row + 1 < len(source):
                self.nats[row, row + 1] = -np.log(2)
        self.agreement = {("occlusion", "gradient"): 0.25, ("attention", "occlusion"): np.nan}

    def grid(self, kind: str) -> np.ndarray:
        """Nats, of the gradient a tenth of them."""
        return self.nats if kind == "occlusion" else self.nats / 10

    def shares(self, kind: str) -> np.ndarray:
        """A half each."""
        return np.sign(self.nats) / 2


def fake_influence(translator: FakeTranslator, source: str, target: str, divide: Any, check: Any) -> FakeInfluence:
    """What ``influences.look_into`` does, without a model."""
    check()
    if "unreadable" in source:
        raise InputError("nothing to read")
    (found,) = translator.translate([source], SearchConfig(), prefixes=[target])
    sides = (source, found.source_pieces), (target, found.best.pieces)
    cut = [pieces if divide is None else divide(text, pieces) for text, pieces in sides]
    return FakeInfluence(found, *cut)


def _tokens(words: Sequence[str], text: str) -> tuple[Token, ...]:
    tokens, place = [], 0
    for word in words:
        start = text.index(word, place)
        place = start + len(word)
        tokens.append(Token("▁" + word, start, place))
    return (*tokens, Token("</s>", len(text), len(text)))


class FakeLoader:
    """Counts what was loaded; every checkpoint gets a translator of its own."""

    def __init__(self, *, attention: bool = True, seconds: float = 0.0) -> None:
        self._attention, self._seconds = attention, seconds
        self.loaded: list[tuple[str, int, str]] = []
        self.translators: dict[int, FakeTranslator] = {}

    def __call__(self, run: Path, checkpoint: str, device: str) -> FakeTranslator:
        """Load."""
        step = int(checkpoint)
        self.loaded.append((run.name, step, device))
        self.translators[step] = FakeTranslator(step, attention=self._attention, seconds=self._seconds)
        return self.translators[step]
