"""Near words against the cosine written out, and a map of points whose directions are known."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest

from tests.engine.tiny_run import make_tiny_run
from workbench.cli.main import main
from workbench.engine.core.errors import InputError
from workbench.engine.inspection.embeddings import nearest_words, on_a_plane, vector_of, word_map, word_vectors
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture(scope="module")
def translator(run: Path) -> Translator:
    return open_translator(run, device="cpu", threads=1)


def test_a_plane_by_hand() -> None:
    # 6 apart in one direction, 2 in another, nothing in the third, moved and turned.
    one, other = np.array([0.6, 0.8, 0]), np.array([-0.8, 0.6, 0])
    vectors = np.array([5, 5, 5]) + np.array([3 * one, -3 * one, other, -other])
    points, share = on_a_plane(vectors.astype(np.float32))
    assert points == pytest.approx(np.array([[3, 0], [-3, 0], [0, -1], [0, 1]]), abs=1e-5)
    assert share == pytest.approx(1)
    _, share = on_a_plane(np.eye(4, dtype=np.float32))  # three directions of the same length
    assert share == pytest.approx(2 / 3, abs=1e-5)
    assert on_a_plane(np.ones((1, 3), dtype=np.float32))[0].tolist() == [[0, 0]]


def test_near_words_by_the_cosine(translator: Translator) -> None:
    known = word_vectors(translator)
    assert all(len(word) > 1 and not word.startswith(("▁", "<")) for word in known.words)
    word = known.words[3]
    query = known.vectors[3].astype(float)
    cosines = {
        other: sum(a * b for a, b in zip(query, vector.astype(float), strict=True))
        / math.sqrt(sum(a * a for a in query) * sum(b * b for b in vector.astype(float)))
        for other, vector in zip(known.words, known.vectors, strict=True)
        if other != word
    }
    near = nearest_words(translator, word, count=5)
    assert [n.word for n in near] == sorted(cosines, key=lambda other: -cosines[other])[:5]
    assert [n.likeness for n in near] == pytest.approx(sorted(cosines.values(), reverse=True)[:5], abs=1e-5)


def test_a_word_of_several_pieces_is_their_mean(translator: Translator) -> None:
    tokenizer, model = translator.tokenizers.source, translator.model
    ids = tokenizer.encode("Küchentischbein")
    assert len(ids) > 1
    rows = [model.embeddings()["source"].weight[i].detach().numpy() for i in ids]
    assert vector_of(translator, " Küchentischbein", "source") == pytest.approx(sum(rows) / len(rows), abs=1e-6)
    found = word_map(translator, "source", ["Küchentischbein", " "], count=4)
    assert found.words[4:] == ["Küchentischbein"]
    assert found.points.shape == (5, 2)
    assert 0 < found.share <= 1
    with pytest.raises(InputError, match="nothing to read"):
        nearest_words(translator, "  ")


def test_the_command(capfd: pytest.CaptureFixture[str], run: Path, translator: Translator) -> None:
    given = ["inspect", "words", str(run), "dog", "--count", "3", "--device", "cpu", "--threads", "1"]
    assert main([*given, "--json", "--map"]) == 0
    found = json.loads(capfd.readouterr().out)
    assert [n["word"] for n in found["nearest"]] == [n.word for n in nearest_words(translator, "dog", count=3)]
    assert "dog" in [w["word"] for w in found["map"]["words"]]
    assert main(given) == 0
    assert found["nearest"][0]["word"] in capfd.readouterr().out
    assert main([*given, "--side", "left"]) == 2
