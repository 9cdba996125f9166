"""Where two translations of a sentence part, by hand and on models."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from tests.run_factory import say_learnt
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.engine.evaluation.test_sets import from_files
from workbench.engine.inspection.comparison import (
    ComparedSentence,
    Comparison,
    LinkDifference,
    compare,
    compare_all,
    compare_on,
    ordered,
)
from workbench.engine.search.model_cache import ModelChoice
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.words import whitespace_words


def _translation(source: str, target: str, looked: list[int] | None) -> Translation:
    """Whole words as pieces; word ``j`` of the translation looks at source word ``looked[j]`` alone."""
    pieces = tuple(Token(f"▁{t.text}", t.start, t.end) for t in whitespace_words(source))
    tokens = tuple(Token(f"▁{t.text}", t.start, t.end, -0.5) for t in whitespace_words(target))
    weights = None
    if looked is not None:
        weights = np.zeros((len(tokens), len(pieces)), dtype=np.float32)
        weights[np.arange(len(tokens)), looked] = 1
    return Translation(source, pieces, (Hypothesis(target, -0.5, tokens, weights),))


def test_words_and_links_by_hand() -> None:
    one = _translation("the black cat sleeps", "le chat noir dort", [0, 2, 1, 3])
    other = _translation("the black cat sleeps", "un chat dort bien", [0, 1, 3, 3])
    found = Comparison(one, other)
    assert found.words.share == pytest.approx(2 * 2 / 8)  # chat and dort
    assert [one.text[a:b] for a, b in found.words.spans(0, same=False)] == ["le", "noir"]
    assert [other.text[a:b] for a, b in found.words.spans(1, same=False)] == ["un", "bien"]
    assert found.links == (LinkDifference("chat", (1, 1), (2,), (1,)),)
    assert found.to_json()["only"] == [[[0, 2], [8, 12]], [[0, 2], [13, 17]]]
    assert Comparison(one, _translation(one.source, one.text, None)).links is None
    assert Comparison(one, one).links == ()


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> list[Translator]:
    run = make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")
    other = make_tiny_run(tmp_path_factory.mktemp("runs") / "other", attention="none", seed=2)
    return [open_translator(path, device="cpu", threads=1) for path in (run, other)]


def test_each_model_is_asked_about_both(models: list[Translator]) -> None:
    searches = [SearchConfig(beam=2, max_ratio=1.0), SearchConfig(beam=1, max_ratio=1.0)]
    found = compare(models, searches, SOURCES[1])
    texts = [found.one.text, found.other.text]
    assert texts == [m.translate([SOURCES[1]], s)[0].text for m, s in zip(models, searches, strict=True)]
    for row, model in zip(found.opinions, models, strict=True):
        for value, text in zip(row, texts, strict=True):
            pieces = model.force([SOURCES[1]], [text])[0].best.pieces
            assert value == pytest.approx(float(np.mean([p.logprob for p in pieces])), abs=1e-5)
    assert found.links is None
    same = compare([models[0]] * 2, [searches[0]] * 2, SOURCES[1])
    assert (same.words.share, same.links) == (1.0, ())
    assert same.opinions[0][0] == pytest.approx(same.opinions[1][1])


def test_where_they_differ_most(models: list[Translator], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("workbench.engine.inspection.comparison._GROUP", 4)
    searches = [SearchConfig(beam=1, max_ratio=1.0)] * 2
    seen: list[int] = []
    rows = compare_all(models, searches, SOURCES, TARGETS, progress=lambda done, total, what: seen.append(done))
    assert seen == [4, 6]
    assert [row.source for row in rows] == SOURCES
    assert [row.one for row in rows] == [t.text for t in models[0].translate(SOURCES, searches[0])]
    assert all(row.same_words == 1 for row in compare_all([models[0]] * 2, searches, SOURCES))
    with pytest.raises(InputError, match="6 sentences and 1 references"):
        compare_all(models, searches, SOURCES, TARGETS[:1])


class _Written:
    """Says what it is told, in the order of the sentences."""

    def __init__(self, *found: Translation) -> None:
        self.found = {t.source: t for t in found}

    def translate(self, sentences: Sequence[str], search: SearchConfig, *, check: Any = None) -> list[Translation]:
        return [self.found[text] for text in sentences]


def test_a_set_by_hand() -> None:
    cat, dog = "the black cat sleeps", "a dog barks"
    one = _Written(_translation(cat, "le chat noir dort", [0, 2, 1, 3]), _translation(dog, "un chien", [0, 1]))
    doubtful = _translation(cat, "un chat dort bien", [0, 1, 3, 3])
    doubtful = replace(doubtful, nbest=(replace(doubtful.best, score=-2.0),))
    other = _Written(doubtful, _translation(dog, "un chien", None))
    models: Any = [one, other]
    first, second = compare_all(models, [SearchConfig()] * 2, [cat, dog])
    assert (first.same_words, first.links) == (pytest.approx(4 / 8), pytest.approx(1 / 2))  # chat, not dort
    assert (first.scores, first.surer) == ((-0.5, -2.0), -1.5)
    assert (second.same_words, second.links) == (1.0, None)  # without attention nobody knows


def test_a_test_set_of_files_with_models_opened_for_it(tmp_path: Path) -> None:
    runs = [make_tiny_run(tmp_path / name, seed=seed) for name, seed in (("one", 1), ("other", 2))]
    (tmp_path / "t.de").write_text("\n".join(SOURCES) + "\n", encoding="utf-8")
    (tmp_path / "t.en").write_text("\n".join(TARGETS) + "\n", encoding="utf-8")
    choices = [ModelChoice(run, "best", "cpu") for run in runs]
    searches = [SearchConfig(beam=1, max_ratio=1.0, sampling=True, nbest=1), SearchConfig(beam=2, max_ratio=1.0)]
    told: list[tuple[int, int]] = []
    rows, warnings = compare_on(
        from_files(tmp_path / "t.de", tmp_path / "t.en"),
        choices,
        searches,
        progress=lambda done, total, _what: told.append((done, total)),
    )
    opened = [open_translator(run, device="cpu", threads=1) for run in runs]
    plain = [searches[0].model_copy(update={"sampling": False}), searches[1]]
    for side, (model, search) in enumerate(zip(opened, plain, strict=True)):
        written = [t.text for t in model.translate(SOURCES, search)]
        assert [(row.one, row.other)[side] for row in rows] == written
    assert [row.reference for row in rows] == TARGETS
    assert warnings == ()  # these runs do not hold what they were trained on
    assert told[-1] == (len(SOURCES), len(SOURCES))

    say_learnt(runs[1], SOURCES[:1], [])
    _, (warning,) = compare_on(from_files(tmp_path / "t.de", tmp_path / "t.en"), choices, searches)
    assert warning.startswith(f"other: 1 of {len(SOURCES)} test pairs share a sentence with the training pairs")

    def stop() -> None:
        raise Cancelled("cancelled")

    with pytest.raises(Cancelled):
        compare_on(from_files(tmp_path / "t.de", tmp_path / "t.en"), choices, searches, check=stop)


def test_orders_by_hand() -> None:
    rows = [
        ComparedSentence(number, "", "", "", same, "", chrf, scores, links)
        for number, same, chrf, scores, links in (
            (1, 0.5, (10.0, 30.0), (-1.0, -1.5), None),
            (2, 0.1, (50.0, 20.0), (-1.0, -1.1), 0.2),
            (3, 0.5, (0.0, 1.0), (-3.0, -1.0), 0.6),
        )
    ]
    expected = {
        "difference": [2, 1, 3],
        "links": [3, 2, 1],
        "score": [3, 1, 2],
        "gain": [1, 3, 2],
        "loss": [2, 3, 1],
        "number": [1, 2, 3],
    }
    assert {by: [row.number for row in ordered(rows, by)] for by in expected} == expected
