"""The tree of a beam search is the search itself, and every beginning in it is accounted for."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Sequence
from pathlib import Path

import pytest
import torch

from tests.engine.table_model import TableModel
from tests.engine.tiny_run import SOURCES, make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.core.types import Fate, SearchTree
from workbench.engine.inspection.beam_tree import beam_tree, recorded_search
from workbench.engine.inspection.tree_files import quoted, to_dot, tree_record
from workbench.engine.models.base import Decodable
from workbench.engine.search.beam import beam_search
from workbench.engine.search.decoding import Decoded, Sentence
from workbench.engine.search.greedy import greedy
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.special_ids import BOS, EOS

CPU = torch.device("cpu")
A, B = 4, 5
SOURCE = [4, 5, 6, EOS]


class Letters:
    """Pieces as letters: 4 is a."""

    def piece(self, piece_id: int) -> str:
        return "$" if piece_id == EOS else chr(ord("a") + piece_id - A)

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(self.piece(i) for i in ids)


def searched(model: Decodable, search: SearchConfig, source: list[int]) -> tuple[list[Decoded], SearchTree]:
    found, recorder = recorded_search(model, Sentence(source), search, CPU)
    return found, recorder.tree(Letters(), search, "source", "target")


def chances(model: TableModel, rows: dict[int, dict[int, float]]) -> TableModel:
    """The model, the next piece of which depends on the last one alone, by these probabilities."""
    for table in (model.trigram, model.lexicon):
        table.zero_()
    for last, row in rows.items():
        model.bigram[last] = -torch.inf
        for piece, chance in row.items():
            model.bigram[last, piece] = math.log(chance)
    return model


def test_a_search_worked_by_hand() -> None:
    rows = {BOS: {A: 0.6, B: 0.4}, A: {EOS: 0.5, A: 0.3, B: 0.2}, B: {EOS: 0.1, A: 0.9}}
    model = chances(TableModel(6, 0), rows)
    _, tree = searched(model, SearchConfig(beam=2, nbest=1, length_penalty=0.0, max_ratio=0.1, max_extra=5), [A, EOS])
    went, done, out, cut = Fate.WENT_ON, Fate.FINISHED, Fate.PRUNED, Fate.CUT
    steps = [[(n.text + "$" * (n.piece == "$"), math.exp(n.total), n.fate) for n in step] for step in tree.steps]
    expected = [
        [("a", 0.6, went), ("b", 0.4, went)],
        # what stands at 0.18 can only become less, and 0.3 is reached
        [("ba", 0.36, went), ("a$", 0.3, done), ("aa", 0.18, cut), ("ab", 0.12, out), ("b$", 0.04, out)],
        [("ba$", 0.18, done), ("baa", 0.108, cut), ("bab", 0.072, cut)],
    ]
    for found, wanted in zip(steps, expected, strict=True):
        assert [f[0] for f in found] == [w[0] for w in wanted]
        assert [f[1] for f in found] == pytest.approx([w[1] for w in wanted], abs=1e-6)
        assert [f[2] for f in found] == [w[2] for w in wanted]
    nodes = {n.text + "$" * (n.piece == "$"): n for n in tree.nodes}
    behind = {text: nodes[text].behind for text in ("ab", "b$")}
    assert {t: tree.nodes[n].text + "$" * (tree.nodes[n].piece == "$") for t, n in behind.items()} == {
        "ab": "aa",  # two are taken, and this was the weaker of them
        "b$": "a$",  # an end must be among the best two of all
    }
    assert tree.stopped == "full"
    assert [n.text for n in tree.winner] == ["a", "a"]
    assert [(n.text, n.place) for n in tree.finished] == [("a", 1), ("ba", 2)]
    assert tree.finished[0].score == pytest.approx(math.log(0.3), abs=1e-6)
    assert tree.nodes[0].entropy == pytest.approx(-0.6 * math.log2(0.6) - 0.4 * math.log2(0.4), abs=1e-5)
    assert nodes["b"].share == pytest.approx(0.4)
    assert nodes["ba"].share == pytest.approx(0.36, abs=1e-5)
    assert nodes["bab"].share == pytest.approx(0.2, abs=1e-5)
    assert (nodes["ab"].choice, nodes["ba"].choice) == (3, 1)


@pytest.mark.parametrize("beam", [1, 2, 4])
@pytest.mark.parametrize("values", [{}, {"no_repeat_ngram": 1}, {"min_ratio": 1.0, "coverage_penalty": 0.4}])
@pytest.mark.parametrize("seed", [0, 1, 2])
def test_the_tree_is_the_search_and_nothing_is_lost(beam: int, values: dict[str, float], seed: int) -> None:
    model = TableModel(9, seed)
    model.bigram[:, EOS] += 6.0 * ("min_ratio" in values)
    model.bigram[:, A] += 6.0 * ("no_repeat_ngram" in values)
    search = SearchConfig(beam=beam, nbest=min(2, beam), max_ratio=1.0, max_extra=2, **values)
    (plain,) = beam_search(model, [Sentence(SOURCE)], search, CPU, details=True)
    found, tree = searched(model, search, SOURCE)
    assert [f.ids.tolist() for f in found] == [p.ids.tolist() for p in plain]
    answer = tree.finished[: search.nbest]
    assert [n.score for n in answer] == pytest.approx([p.score for p in plain], abs=1e-6)
    ids: dict[int, list[int]] = {0: []}
    for node in tree.nodes[1:]:
        ids[node.number] = [*ids[node.parent], EOS if node.piece == "$" else ord(node.piece) - ord("a") + A]
    assert [ids[n.number] for n in answer] == [p.ids.tolist() for p in plain]
    for node in tree.nodes[1:]:
        assert node.total == pytest.approx(sum(model.sequence(SOURCE, ids[node.number])[0]), abs=1e-4)
        if node.fate == Fate.PRUNED:
            assert tree.nodes[node.behind].total >= node.total
    alive = 1
    for number, step in enumerate(tree.steps):
        fates = [node.fate for node in step]
        considered = [node for node in step if node.fate != Fate.HIDDEN]
        went, last = fates.count(Fate.WENT_ON), number == len(tree.steps) - 1
        assert sum(node.share for node in considered) == pytest.approx(1.0)
        assert len({node.parent for node in considered}) == alive
        by_parent = [sum(n.parent == parent for n in considered) for parent in {n.parent for n in considered}]
        assert max(by_parent) <= beam + 1
        if not values and number < len(SOURCE) + 1:  # nothing is forbidden: six pieces, the end among them
            assert by_parent == [min(beam + 1, 6)] * alive
        assert (went == 0) == last
        assert went + fates.count(Fate.FINISHED) + fates.count(Fate.PRUNED) + fates.count(Fate.CUT) == len(considered)
        alive = went
    rules = {node.rule for node in tree.nodes if node.fate == Fate.HIDDEN}
    for node in tree.nodes:
        if node.rule == "ngram":
            assert ids[node.number][-1] in ids[node.parent]
    if "no_repeat_ngram" in values:
        assert "ngram" in rules
    if "min_ratio" in values:
        early = [n for n in tree.nodes if n.rule == "length" and n.step <= 3]
        assert early
        assert {n.piece for n in early} == {"$"}


def test_greedy_search_is_a_tree_of_one_branch() -> None:
    model = TableModel(9, 5)
    search = SearchConfig(beam=1, max_ratio=1.0, max_extra=4)
    ((best,),) = greedy(model, [Sentence(SOURCE)], search, CPU)
    _, tree = searched(model, search, SOURCE)
    assert [sum(n.fate in (Fate.WENT_ON, Fate.FINISHED) for n in step) for step in tree.steps] == [1] * len(best.ids)
    assert [n.piece for n in tree.winner] == [Letters().piece(i) for i in best.ids]
    assert all(n.rank == 1 for n in tree.winner)


def test_trees_part_where_their_winners_do() -> None:
    rows = {BOS: {A: 0.6, B: 0.4}, A: {EOS: 0.4, A: 0.3, B: 0.3}, B: {EOS: 1.0}}
    model = chances(TableModel(6, 0), rows)
    settings = SearchConfig(length_penalty=0.0, max_ratio=0.1, max_extra=5)
    narrow = searched(model, settings.model_copy(update={"beam": 1}), [A, EOS])[1]
    wide = searched(model, settings.model_copy(update={"beam": 2}), [A, EOS])[1]
    assert "".join(n.piece for n in narrow.winner) == "a$"
    assert "".join(n.piece for n in wide.winner) == "b$"  # 0.4 against 0.24
    assert (narrow.first_difference(wide), wide.first_difference(wide)) == (1, None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("runs")


@pytest.fixture(scope="module")
def translator(folder: Path) -> Translator:
    return open_translator(make_tiny_run(folder / "tiny"), device="cpu", threads=1)


def test_a_run_with_a_forced_beginning(translator: Translator) -> None:
    search = translator.config.search.model_copy(update={"beam": 3, "nbest": 3})
    tree = beam_tree(translator, SOURCES[0], search, prefix="The ho")
    (plain,) = translator.translate([SOURCES[0]], search, prefixes=["The ho"])
    assert [n.text for n in tree.finished[:3]] == [h.text for h in plain.nbest]
    assert [n.score for n in tree.finished[:3]] == pytest.approx([h.score for h in plain.nbest], abs=1e-5)
    assert tree.text == plain.text
    assert tree.text.startswith("The ho")
    target = translator.tokenizers.target
    ids: dict[int, list[int]] = {0: []}
    for node in tree.nodes[1:]:
        ids[node.number] = [*ids[node.parent], target.vocabulary().index(node.piece)]
        assert node.text == target.decode(ids[node.number])
    assert any(node.piece.startswith("<0x") for node in tree.nodes)
    first = [n for n in tree.nodes if n.step == 1]
    assert {n.rule for n in first if n.fate == Fate.HIDDEN} == {"prefix"}
    assert all("The ho".startswith(n.text) or n.text.startswith("The ho") for n in tree.nodes if not n.rule)


def test_a_model_without_attention_and_what_has_no_tree(folder: Path, translator: Translator) -> None:
    blind = open_translator(make_tiny_run(folder / "blind", attention="none"), device="cpu", threads=1)
    tree = beam_tree(blind, SOURCES[1])
    assert tree.text == blind.translate([SOURCES[1]])[0].text == tree.finished[0].text
    with pytest.raises(InputError, match="2 parts"):
        beam_tree(translator, " ".join(SOURCES[:2]), SearchConfig(split_sentences="on"))
    with pytest.raises(InputError, match="not asked"):
        beam_tree(translator, "  ")

    def stop() -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        beam_tree(translator, SOURCES[0], check=stop)


def test_json_and_dot_hold_every_node_and_quote_any_text(translator: Translator) -> None:
    tree = beam_tree(translator, SOURCES[2], SearchConfig(beam=2))
    record = json.loads(json.dumps(tree_record(tree)))
    assert [n["number"] for n in record["nodes"]] == list(range(len(tree.nodes)))
    assert record["nodes"][record["winner"]]["text"] == tree.finished[0].text
    assert all(n["parent"] < n["number"] for n in record["nodes"][1:])
    assert sum(n["winner"] for n in record["nodes"]) == len(tree.winner)
    strange = 'a "b" \\n \\ <b>\n\x00\u2028 猫 كلب'
    dot = to_dot([SearchTree(strange, strange, 2, 1, "", tree.nodes, "full"), tree])
    assert dot.count("->") == 2 * (len(tree.nodes) - 1)
    assert dot.count("subgraph") == 2
    strings = re.findall(r'"(?:[^"\\]|\\.)*"', dot)
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', "S", dot)
    assert '"' not in bare
    assert "\\" not in bare
    assert all("\n" not in s and "\0" not in s for s in strings)
    assert quoted('x\\"y\n') == '"x\\\\\\"y\ufffd"'
