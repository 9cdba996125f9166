"""The nearest training pairs against a search written otherwise, and an index that is whole or not there."""

from __future__ import annotations

import pickle
from itertools import product
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
import torch

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.dataset.store import PairStore
from workbench.engine.inspection import memory
from workbench.engine.inspection.memory import FILE, Memory, principal
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.matching import joined, matching
from workbench.engine.text.special_ids import EOS
from workbench.engine.text.tokenizer import Tokenizers

PAIRS = [(f"{a} {b}", f"{c} {d}") for (a, c), (b, d) in product(zip(SOURCES, TARGETS, strict=True), repeat=2)]


def make_run(path: Path, pairs: list[tuple[str, str]], **model: object) -> Path:
    """A tiny run with its training pairs."""
    make_tiny_run(path, **model)
    tokenizers = Tokenizers.load(path / "tokenizer")
    ids = [(tokenizers.source.encode(a), tokenizers.target.encode(b)) for a, b in pairs]
    PairStore.write(path / "data", "train", ids, vocab_size=340)
    return path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_run(tmp_path_factory.mktemp("runs") / "tiny", PAIRS)


@pytest.fixture(scope="module")
def translator(run: Path) -> Translator:
    return open_translator(run, device="cpu", threads=1)


@pytest.fixture(scope="module")
def found(translator: Translator) -> Memory:
    return memory.build(translator)


def _cosines(rows: list[np.ndarray], query: np.ndarray) -> list[float]:
    """One by one, from the middle of all."""
    middle = sum(rows) / len(rows)
    away = query - middle
    return [float(np.dot(row - middle, away) / (np.linalg.norm(row - middle) * np.linalg.norm(away))) for row in rows]


def _mean_output(translator: Translator, text: str) -> np.ndarray:
    ids = [*translator.tokenizers.source.encode(text), EOS]
    with torch.no_grad():
        outputs = translator.model.encode(torch.tensor([ids]), torch.tensor([len(ids)])).outputs
    return outputs[0].double().mean(0).numpy()


def test_nearest_sentences_are_those_of_a_plain_search(found: Memory, translator: Translator) -> None:
    assert sorted(zip(found.sources, found.targets, strict=True)) == sorted(PAIRS)
    rows = [_mean_output(translator, source) for source in found.sources]
    for text in ("Ein Hund spielt im Park.", PAIRS[8][0]):
        near = found.nearest(translator, text, len(PAIRS))
        cosines = _cosines(rows, _mean_output(translator, text))
        assert [n.likeness for n in near] == pytest.approx([cosines[n.number] for n in near], abs=2e-3)
        assert [n.likeness for n in near] == sorted((n.likeness for n in near), reverse=True)
        assert {n.number for n in near} == set(range(len(PAIRS)))
        assert all(n.source == found.sources[n.number] for n in near)
    assert near[0].source == PAIRS[8][0]
    assert near[0].likeness == pytest.approx(1, abs=2e-3)


def test_nearest_places_are_those_of_a_plain_search(found: Memory, translator: Translator) -> None:
    rows, owners = [], []
    for number, pair in enumerate(zip(found.sources, found.targets, strict=True)):
        pieces, states = _states(translator, *pair)
        rows += list(states)
        owners += [(number, start, end) for start, end in pieces]
    assert [tuple(o) for o in found.owners.tolist()] == owners
    text, target = "Ein Hund spielt.", "A dog sleeps."
    with patch.object(translator, "read_pairs", wraps=translator.read_pairs) as reading:
        tokens, places = found.nearest_places(translator, text, target, 3)
    assert reading.call_count == 1
    spans, states = _states(translator, text, target)
    assert [(t.start, t.end) for t in tokens] == spans
    for state, near in zip(states, places, strict=True):
        cosines = _cosines(rows, state)
        assert [n.likeness for n in near] == pytest.approx(sorted(cosines, reverse=True)[:3], abs=2e-3)
        for one in near:
            assert one.place is not None
            assert cosines[owners.index((one.number, *one.place))] == pytest.approx(one.likeness, abs=2e-3)


def _states(translator: Translator, source: str, target: str) -> tuple[list[tuple[int, int]], np.ndarray]:
    """Spans of the pieces, and what the output layer reads: its scores turned back by its own weights."""
    ids = [*translator.tokenizers.source.encode(source), EOS]
    wanted = [*translator.tokenizers.target.encode(target), EOS]
    model = translator.model
    scores = []
    with torch.no_grad():
        held = model.encode(torch.tensor([ids]), torch.tensor([len(ids)]))
        state, before = model.start(held), 2
        for piece in wanted:
            out = model.step(torch.tensor([before]), state, held)
            state, before = out.state, piece
            scores.append(out.logits[0].double())
        weight, bias = model.output_weight()
        states = torch.linalg.lstsq(weight.double(), (torch.stack(scores) - bias.double()).T).solution.T
    spans = [(t.start, t.end) for t in translator.tokenizers.target.decode_tokens(wanted)[1]]
    return spans, states.numpy()


def test_an_index_is_read_back_and_belongs_to_its_weights(found: Memory, translator: Translator, run: Path) -> None:
    again = memory.load(translator)
    assert again is not None
    assert (again.sources, again.targets, again.total) == (found.sources, found.targets, len(PAIRS))
    assert np.array_equal(again.sentences.rows, found.sentences.rows)
    assert again.nearest(translator, SOURCES[0], 3) == found.nearest(translator, SOURCES[0], 3)
    assert memory.load(open_translator(run, checkpoint="20", device="cpu", threads=1)) is None
    whole = (run / FILE).read_bytes()
    arrays = dict(np.load(run / FILE))
    try:
        (run / FILE).write_bytes(whole[: len(whole) // 2])
        assert memory.load(translator) is None
        (run / FILE).write_bytes(pickle.dumps({"format": 1}))
        assert memory.load(translator) is None
        for name, value in (
            ("format", np.array(2)),
            ("owners", arrays["owners"] + 36),
            ("sources_ends", arrays["sources_ends"][:-1]),
        ):
            np.savez(run / FILE, **(arrays | {name: value}))
            assert memory.load(translator) is None, name
    finally:
        (run / FILE).write_bytes(whole)


def test_only_some_pairs_of_many_and_few_states(translator: Translator, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "PAIRS", 20)
    monkeypatch.setattr(memory, "STATES", 30)
    monkeypatch.setattr(memory, "_PIECES", 50)
    monkeypatch.setattr(memory, "_FITTED", 10)
    monkeypatch.setattr(memory, "_save", lambda found, path: None)
    found = memory.build(translator)
    assert len(found.sources) == 18  # every second of 36
    assert 30 <= len(found.states.rows) < 90
    assert found.total == 36


def test_what_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    translator = open_translator(make_run(tmp_path / "run", PAIRS[:3], attention="none"), device="cpu", threads=1)

    def give_up() -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        memory.build(translator, check=give_up)
    assert memory.load(translator) is None
    assert not list((tmp_path / "run").glob("*memory*"))
    seen = []
    memory.build(translator, progress=lambda done, total, _: seen.append((done, total)))
    assert seen[-1] == (3, 3)
    assert memory.load(translator) is not None
    with pytest.raises(InputError, match="nothing to read"):
        memory.build(translator).nearest(translator, " ")


def test_without_training_pairs(tmp_path: Path) -> None:
    translator = open_translator(make_tiny_run(tmp_path / "bare"), device="cpu", threads=1)
    with pytest.raises(InputError, match="not at hand"):
        memory.build(translator)


def test_principal_directions_of_points_on_a_line() -> None:
    mean, basis = principal(np.array([[0, 0], [1, 1], [3, 3], [4, 4]], dtype=np.float32), 1)
    assert mean.tolist() == [2, 2]
    assert np.abs(basis[:, 0]) == pytest.approx([0.5**0.5, 0.5**0.5])


def test_matching_words() -> None:
    share, spans = matching("The old dog sleeps.", "the dog sleeps. Now")
    assert share == pytest.approx(2 * 3 / 8)
    assert ["the dog sleeps. Now"[a:b] for a, b in spans] == ["the", "dog", "sleeps."]
    assert joined("the dog sleeps. Now", spans) == [(0, 15)]
    assert matching("", "") == (1.0, [])
