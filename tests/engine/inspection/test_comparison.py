"""Where two translations of a sentence part, by hand and on models."""

from __future__ import annotations

import numpy as np
import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.engine.inspection.comparison import (
    ComparedSentence,
    Comparison,
    LinkDifference,
    compare,
    compare_all,
    ordered,
)
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


def test_orders_by_hand() -> None:
    rows = [
        ComparedSentence(number, "", "", "", same, "", scores)
        for number, same, scores in ((1, 0.5, (10.0, 30.0)), (2, 0.1, (50.0, 20.0)), (3, 0.5, (0.0, 1.0)))
    ]
    expected = {"difference": [2, 1, 3], "gain": [1, 3, 2], "loss": [2, 3, 1], "number": [1, 2, 3]}
    assert {by: [row.number for row in ordered(rows, by)] for by in expected} == expected
