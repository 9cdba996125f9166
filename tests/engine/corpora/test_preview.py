"""A first look at files, and leaks between the splits that a corpus brings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workbench.engine.core.errors import CorpusError
from workbench.engine.corpora import library
from workbench.engine.corpora.leaks import corpus_leaks
from workbench.engine.corpora.preview import preview


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "builtin")


def test_a_glance_reads_only_the_beginning(tmp_path: Path) -> None:
    file = tmp_path / "t.tsv"
    file.write_bytes(b"".join(f"cat {n}\tchat {n}\n".encode() for n in range(50_000)) + b"\xff\xfe broken\tx\n")
    found = preview([file], source_lang="en", target_lang="fr")
    assert (found.problem, len(found.first)) == ("", 20)
    assert (found.first[3].source, found.first[3].target) == ("cat 3", "chat 3")


def test_languages_from_names_and_from_words(tmp_path: Path) -> None:
    english = ["The cat sleeps on the chair and the dog is in the garden.", "Where is the house of your sister?"] * 20
    german = ["Die Katze schläft auf dem Stuhl und der Hund ist im Garten.", "Wo ist das Haus deiner Schwester?"] * 20
    (tmp_path / "a.en").write_text("\n".join(english) + "\n")
    (tmp_path / "a.de").write_text("\n".join(german) + "\n")
    named = preview([tmp_path / "a.de", tmp_path / "a.en"])
    assert (named.source_lang, named.target_lang) == ("de", "en")
    (tmp_path / "x.tsv").write_text("".join(f"{a}\t{b}\n" for a, b in zip(english, german, strict=True)))
    guessed = preview([tmp_path / "x.tsv"])
    assert (guessed.source_lang, guessed.target_lang) == ("en", "de")


def test_what_cannot_be_read_is_a_problem_to_show(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("only one side\n")
    assert "one.txt" in preview([tmp_path / "one.txt"]).problem
    with pytest.raises(CorpusError):
        preview([tmp_path / "none.tmx"])


def test_leaks_between_a_corpus_own_splits(tmp_path: Path) -> None:
    folder = tmp_path / "builtin" / "c"
    folder.mkdir(parents=True)
    texts = {
        "train": (["a b", "c d", "e f"], ["A B", "C D", "E F"]),
        "valid": (["new", "C  d", "other"], ["neu", "anders", "e f"]),  # by source; and the target is a training source
        "test": (["g"], ["G"]),
    }
    splits = {}
    for name, (src, tgt) in texts.items():
        (folder / f"{name}.s").write_text("\n".join(src) + "\n")
        (folder / f"{name}.t").write_text("\n".join(tgt) + "\n")
        splits[name] = {"src": f"{name}.s", "tgt": f"{name}.t", "pairs": len(src)}
    record = {"name": "c", "source_lang": "en", "target_lang": "fr", "splits": splits}
    (folder / "corpus.json").write_text(json.dumps(record))
    leaks = corpus_leaks("c")
    assert set(leaks) == {"valid", "test"}
    assert (leaks["valid"].pairs, leaks["valid"].source, leaks["valid"].either) == (3, 1, 2)
    assert leaks["valid"].examples[0] == ["C  d", "anders"]
    assert leaks["test"].either == 0
    with pytest.raises(CorpusError):
        corpus_leaks("missing")
