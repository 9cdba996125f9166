"""Attention against reference links, and the aligner that gives them where nobody drew any."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any
from unittest.mock import patch

import numpy as np
import pytest

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.core.types import KINDS, Pair, WordAlignment
from workbench.engine.corpora.library import find_corpus, import_corpus
from workbench.engine.evaluation.test_runs import training_texts
from workbench.engine.inspection import agreement as engine
from workbench.engine.inspection.agreement import agreement, compare, links_by, measure_run, of_sentence, own_pairs
from workbench.engine.inspection.aligner import AlignerProcess, StatisticalAligner, aligner_words
from workbench.engine.inspection.influence import influence
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.alignment import word_alignment
from workbench.engine.search.opening import open_translator
from workbench.engine.text.words import words


def test_agreement_by_hand() -> None:
    """First pair: two of three right, one of two sure links found, one found link merely possible; second: none."""
    found = agreement(
        ["a b c", "d e"],
        ["x y z", "v"],
        [frozenset({(0, 0), (1, 2), (2, 1)}), frozenset({(0, 0)})],
        [
            WordAlignment(frozenset({(0, 0), (2, 2)}), frozenset({(1, 2)})),
            WordAlignment(frozenset({(1, 0)})),
        ],
    )
    one, two = found.sentences
    assert one.error == pytest.approx(1 - (1 + 2) / (3 + 2))
    assert (two.error, two.parted, one.parted, found.parted) == (1.0, True, False, 1)
    assert (one.missing, one.added) == ({(2, 2)}, {(2, 1)})
    assert found.aer == pytest.approx(1 - (1 + 2) / (4 + 3))
    assert (found.precision, found.recall) == (pytest.approx(2 / 4), pytest.approx(1 / 3))
    with pytest.raises(InputError, match="1 lines of gold links for 2 sentences"):
        agreement(["a", "b"], ["x", "y"], [frozenset(), frozenset()], [WordAlignment(frozenset())])


def test_attention_is_that_of_the_given_translation(tmp_path: Path) -> None:
    translator = open_translator(make_tiny_run(tmp_path / "run"), device="cpu", threads=1)
    found = links_by(KINDS, translator, [*SOURCES, ""], [*TARGETS, ""])
    assert list(found) == list(KINDS)
    assert found["attention"][:-1] == [word_alignment(t).sure for t in translator.force(SOURCES, TARGETS)]
    (seen,) = [influence(translator, SOURCES[0], TARGETS[0], divide=lambda text, _: words(text))]
    # a tenth of the probability that goes with a word, and a tenth of all magnitudes
    shares = np.abs(seen.gradient) / np.abs(seen.gradient).sum(1, keepdims=True)
    for way, strength in (("occlusion", 1 - np.exp(-seen.occlusion)), ("gradient", shares)):
        strongest = {(int(row.argmax()), t) for t, row in enumerate(strength) if row.max() > 0.1}
        assert found[way][0] >= strongest
        assert strongest
        assert (len(found[way]), found[way][-1]) == (len(SOURCES) + 1, frozenset())
    with patch("workbench.engine.inspection.influence.influence", wraps=influence) as measuring:
        links_by(["gradient", "occlusion"], translator, SOURCES[:2], TARGETS[:2])
    assert measuring.call_count == 2  # once a pair, whatever is read from it
    none = open_translator(make_tiny_run(tmp_path / "none", attention="none"), device="cpu", threads=1)
    with pytest.raises(InputError, match="has no attention"):
        links_by(["attention"], none, SOURCES, TARGETS)


def test_every_way_is_held_against_every_reference(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twenty pairs of two words each. Gold: straight. One way: straight in all but the last three; aligner: crossed."""
    straight, crossed = frozenset({(0, 0), (1, 1)}), frozenset({(0, 1), (1, 0)})
    pairs = [Pair(f"a{n} b", f"x{n} y") for n in range(20)]
    seen: list[int] = []

    def ways(names: Any, _translator: Any, sources: Any, *_: Any) -> dict[str, list[Any]]:
        seen.append(len(sources))
        return {name: [crossed if int(s.split()[0][1:]) >= 17 else straight for s in sources] for name in names}

    monkeypatch.setattr(engine, "links_by", ways)
    told: list[tuple[int, int]] = []
    none: Any = None
    gold, aligned = [WordAlignment(straight)] * 20, [crossed] * 20
    table = compare(
        none, ["gradient"], pairs, gold, aligned, progress=lambda done, total, _: told.append((done, total))
    )
    assert sum(seen) == 20
    assert max(seen) < 20  # what is told, and asked, in between
    assert told[0] == (0, 20)
    assert told[-1] == (20, 20)
    rates = {against: {by: found.aer for by, found in held.items()} for against, held in table.items()}
    assert rates == {
        "gold": {"gradient": pytest.approx(3 / 20), "aligner": 1.0},
        "aligner": {"gradient": pytest.approx(17 / 20)},
    }
    assert (table["gold"]["gradient"].parted, table["aligner"]["gradient"].parted) == (3, 17)
    assert set(compare(none, ["gradient"], pairs, None, aligned)) == {"aligner"}
    assert set(compare(none, ["gradient"], pairs, gold, None)["gold"]) == {"gradient"}


def test_words_are_compared_without_their_signs() -> None:
    assert aligner_words("«Ça va?» — l'eau, 3.5 我有") == ["ça", "va", "—", "l'eau", "3.5", "我", "有"]


def test_an_aligner_finds_which_word_is_which() -> None:
    """Each source word has one translation, and the second sentence half comes first."""
    pytest.importorskip("thot")
    draw = random.Random(1)
    pairs = []
    for _ in range(400):
        numbers = [draw.randint(0, 30) for _ in range(6)]
        turned = numbers[3:] + numbers[:3]
        pairs.append(Pair(" ".join(f"s{n}" for n in numbers), " ".join(f"t{n}" for n in turned)))
    told: list[int] = []
    found = StatisticalAligner(pairs, progress=lambda done, total, what: told.append(total))
    assert found.links("s1 s2 s3 s4 s5 s6", "T4 t5 t6 t1 t2 t3.") == {(0, 3), (1, 4), (2, 5), (3, 0), (4, 1), (5, 2)}
    assert found.links("", "t1") == found.links("s1", "") == found.links("s1 " * 300, "t1") == frozenset()
    assert set(told) == {10}

    def stop() -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        StatisticalAligner(pairs, check=stop)
    with pytest.raises(InputError, match="no sentence pairs"):
        StatisticalAligner([Pair("", "x")])


def with_pairs(folder: Path) -> Path:
    """A run with training and validation pairs of its own."""
    from workbench.engine.dataset.prepare import DATA, TRAIN_STORE
    from workbench.engine.dataset.store import PairStore

    coders = open_translator(folder, device="cpu", threads=1).tokenizers
    ids = [(coders.source.encode(s), coders.target.encode(t)) for s, t in zip(SOURCES, TARGETS, strict=True)]
    (folder / DATA).mkdir()
    PairStore.write(folder / DATA, TRAIN_STORE, ids, vocab_size=coders.source.size)  # type: ignore[arg-type]
    for ending, lines in (("src", SOURCES), ("tgt", TARGETS)):
        (folder / DATA / f"valid.{ending}").write_text("\n".join(lines[:4]) + "\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("attention", ["bahdanau", "none"])
def test_a_run_is_measured_with_its_aligner_in_another_process(tmp_path: Path, attention: str) -> None:
    pytest.importorskip("thot")
    folder = with_pairs(make_tiny_run(tmp_path / "run", attention=attention))
    table, aligner = measure_run(folder, "best", "cpu", None)
    assert aligner is not None
    found = table["aligner"]
    assert list(found) == [kind for kind in KINDS if kind != "attention" or attention == "bahdanau"]
    assert [s.source for s in found["gradient"].sentences] == SOURCES[:4]
    pairs = list(zip(SOURCES, TARGETS, strict=True))
    assert aligner.links([("\ud800 a", "b"), *pairs])[1:] == [
        StatisticalAligner([Pair(*pair) for pair in pairs]).links(*pair) for pair in pairs
    ]
    if attention == "bahdanau":
        (translation,) = open_translator(folder, device="cpu", threads=1).force(SOURCES[:1], TARGETS[:1])
        assert of_sentence(translation, aligner).links == found["attention"].sentences[0].links
        assert of_sentence(translation, aligner).error == found["attention"].sentences[0].error
    again, same = measure_run(folder, "best", "cpu", aligner)
    assert same is aligner
    assert {way: held.aer for way, held in again["aligner"].items()} == {way: held.aer for way, held in found.items()}

    def stop() -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        measure_run(folder, "best", "cpu", aligner, check=stop)
    assert aligner.links([("a", "b")])  # one that was there before stays
    aligner.close()


def test_the_librarys_work_is_not_done_in_this_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a library that links words by their places, and that this process must not load."""
    (tmp_path / "thot").mkdir()
    (tmp_path / "thot" / "__init__.py").touch()
    (tmp_path / "thot" / "alignment.py").write_text(
        """
import numpy

class Matrix:
    def __init__(self, *size):
        self.values = numpy.eye(*size)
    def to_numpy(self):
        return self.values

class FastAlignModel:
    pairs = 0
    def add_sentence_pair(self, source, target):
        self.pairs += 1
    def start_training(self):
        assert self.pairs == 6
    train = end_training = lambda self: None
    def get_best_alignment(self, source, target):
        return 0, Matrix(len(source), len(target))
""",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [n for n in sys.modules if n.split(".")[0] == "thot"]:
        monkeypatch.delitem(sys.modules, name)
    folder = with_pairs(make_tiny_run(tmp_path / "run"))
    assert len(TARGETS) == 6
    told: list[str] = []
    aligner = AlignerProcess(folder, progress=lambda _done, _total, what: told.append(what))
    assert aligner.links([("a b c", "x y"), ("", "x")]) == [{(0, 0), (1, 1)}, frozenset()]
    assert "thot.alignment" not in sys.modules
    assert told[0] == "reading the training pairs"
    assert told[-1] == "training the aligner"
    aligner.close()


def test_the_pairs_of_a_run_are_those_with_gold_links_where_there_are_any(tmp_path: Path) -> None:
    folder = with_pairs(make_tiny_run(tmp_path / "run"))
    pairs, gold = own_pairs(RunFolder(folder), 3)
    assert ([pair.source for pair in pairs], gold) == (SOURCES[:3], None)
    assert len(own_pairs(RunFolder(folder))[0]) == 4
    settings = (folder / "run.toml").read_text(encoding="utf-8")
    settings = settings.replace('"en"', '"fr"').replace('"de"', '"en"')
    (folder / "run.toml").write_text(settings, encoding="utf-8")
    pairs, gold = own_pairs(RunFolder(folder), 5)
    shipped = find_corpus("sample-en-fr").folder
    for side, ending in (("source", "en"), ("target", "fr")):
        lines = (shipped / f"test.{ending}").read_text(encoding="utf-8").splitlines()[:5]
        assert [getattr(pair, side) for pair in pairs] == lines
    first = (shipped / "test.align").read_text(encoding="utf-8").splitlines()[0].split()
    assert gold is not None
    assert len(gold) == 5
    assert {f"{s}-{t}" for s, t in gold[0].sure} == {link for link in first if "-" in link}


def test_without_the_package_a_run_has_its_gold_links_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = with_pairs(make_tiny_run(tmp_path / "run"))
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    with pytest.raises(InputError, match="not installed"):
        measure_run(folder, "best", "cpu", None)
    monkeypatch.setattr("workbench.engine.inspection.aligner.is_installed", lambda: False)
    with pytest.raises(InputError, match="not installed"):
        AlignerProcess(folder)
    gold = [WordAlignment(frozenset({(0, 0)}))]
    monkeypatch.setattr(engine, "own_pairs", lambda *_: ([Pair(SOURCES[0], TARGETS[0])], gold))
    table, aligner = measure_run(folder, "best", "cpu", None)
    assert (list(table), aligner) == (["gold"], None)
    assert set(table["gold"]) == set(KINDS)


def test_without_the_package_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "thot.alignment", None)
    with pytest.raises(InputError, match="not installed") as caught:
        StatisticalAligner([Pair("a", "b")])
    assert "pip install" in caught.value.advice


def test_it_learns_from_the_pairs_of_the_run(tmp_path: Path) -> None:
    folder = make_tiny_run(tmp_path / "run")
    translator = open_translator(folder, device="cpu", threads=1)
    with pytest.raises(InputError, match="training pairs are not at hand"):
        training_texts(RunFolder(folder), translator.tokenizers)
    count, read = training_texts(RunFolder(with_pairs(folder)), translator.tokenizers)
    assert (count, [p.target for p in read()]) == (len(TARGETS), TARGETS)


def test_without_pairs_of_its_own_all_corpora_of_the_run_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    for name in ("one", "two"):
        file = tmp_path / f"{name}.tsv"
        file.write_text("".join(f"{name} {n}\t{n} {name}\n" for n in range(6)), encoding="utf-8")
        import_corpus([file], source_lang="de", target_lang="en", name=name)
    folder = make_tiny_run(tmp_path / "run")
    settings = (folder / "run.toml").read_text(encoding="utf-8")
    (folder / "run.toml").write_text(settings.replace("corpora = []", 'corpora = ["one", "two"]'), encoding="utf-8")
    translator = open_translator(folder, device="cpu", threads=1)
    count, read = training_texts(RunFolder(folder), translator.tokenizers)
    words = {pair.source.split()[0] for pair in read()}
    assert (count, words) == (len(list(read())), {"one", "two"})
