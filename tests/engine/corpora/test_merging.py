"""Merging corpora: every pair once, turned the right way, and nothing that is held out among the training pairs."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.engine.core import paths
from workbench.engine.core.errors import Cancelled, CorpusError, InputError
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.corpora import library
from workbench.engine.corpora.leaks import corpus_leaks
from workbench.engine.corpora.merging import merge_corpora


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "builtin")


def put(name: str, languages: str, train: list[tuple[str, str]], **others: list[tuple[str, str]]) -> None:
    source, _, target = languages.partition("-")
    record = {"name": name, "title": name, "source_lang": source, "target_lang": target, "files": [f"{name}.tsv"]}
    pairs = {split: [Pair(*r, f"{name}.tsv:{i}") for i, r in enumerate(rows)] for split, rows in others.items()}
    library.store(
        {**record, "licence": f"L {name}"}, {"train": [Pair(*r, f"{name}.tsv:1") for r in train], **pairs}, no_progress
    )


def rows(name: str, split: str = "train") -> list[tuple[str, str]]:
    return [(p.source, p.target) for p in library.open_corpus(name, split)]


def test_pairs_of_the_reverse_direction_are_turned_round() -> None:
    put("one", "en-de", [("a", "A"), ("b", "B")])
    put("two", "de-en", [("C", "c")])
    put("three", "en-DE", [("d", "D")])
    info = merge_corpora(["one", "two"], name="both", title="Both").info
    assert rows("both") == [("a", "A"), ("b", "B"), ("c", "C")]
    assert (info.source_lang, info.target_lang, info.pairs, info.title) == ("en", "de", 3, "Both")
    assert (info.files, info.licence, info.merged_from) == (("one.tsv", "two.tsv"), "L one; L two", ("one", "two"))
    assert [p.where for p in library.open_corpus("both")] == ["one: one.tsv:1", "one: one.tsv:1", "two: two.tsv:1"]
    again = merge_corpora(["two", "both"], name="again").info
    assert rows("again") == [("C", "c"), ("A", "a"), ("B", "b"), ("C", "c")]
    assert again.merged_from == ("both", "one", "two")
    assert rows("one") == [("a", "A"), ("b", "B")]


def test_what_is_held_out_is_in_no_training_pair() -> None:
    """By source (the cat), by target (ein Hund), across directions and ways of writing; blanks join nothing."""
    put("one", "en-de", [("one", "eins"), ("THE  cat", "Katze"), ("", "leer")], valid=[("a bird", "ein Vogel")])
    put("two", "de-en", [("ein Hund", "some dog"), ("zwei", "two")], test=[("die Katze", "the cat"), ("Hund", "")])
    put("three", "en-de", [("a", "ein Vogel"), ("x", "y")], test=[("the dog", "ein Hund")])
    merged = merge_corpora(["one", "two", "three"], name="all")
    assert rows("all") == [("one", "eins"), ("", "leer"), ("two", "zwei"), ("x", "y")]
    assert rows("all", "valid") == [("a bird", "ein Vogel")]
    assert rows("all", "test") == [("the cat", "die Katze"), ("", "Hund"), ("the dog", "ein Hund")]
    assert merged.held_back == 3
    assert {name: entry["pairs"] for name, entry in merged.info.splits.items()} == {"train": 4, "valid": 1, "test": 3}
    assert [leak.either for leak in corpus_leaks("all").values()] == [0, 0]


def test_what_does_not_fit_is_refused_and_leaves_nothing() -> None:
    put("one", "en-de", [("a", "A")] * 5000)
    put("two", "en-fr", [("a", "A")])
    put("none", "", [("a", "A")])
    for names, name, problem in (
        (["one", "two"], "x", "'two' holds en to fr, not en to de"),
        (["one", "none"], "x", "languages of 'none' are not known"),
        (["one", "one"], "x", "named twice"),
        (["one"], "two", "already"),
        (["one", "gone"], "x", "no corpus"),
        ([], "x", "no corpus was named"),
    ):
        with pytest.raises((CorpusError, InputError), match=problem):
            merge_corpora(names, name=name)

    def stop(done: int, total: int, what: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        merge_corpora(["one"], name="x", progress=stop)
    assert sorted(p.name for p in paths.corpora_root().iterdir()) == ["none", "one", "two"]
    assert merge_corpora(["none"], name="copy").info.pairs == 1
