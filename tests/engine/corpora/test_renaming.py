"""Renaming a corpus: what named it before still finds it, and nothing is half-renamed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from workbench.engine.core import paths
from workbench.engine.core.errors import CorpusError, InputError, WorkbenchError
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.corpora import library
from workbench.engine.corpora.corpus_info import INFO
from workbench.engine.corpora.export import export_pairs


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "builtin")
    return tmp_path / "home"


def put(name: str, text: str = "a", **facts: object) -> None:
    record = {"name": name, "title": name, "source_lang": "en", "target_lang": "de", "files": [], **facts}
    library._store(record, [Pair(text, "b", "x:1")], no_progress)


def first(name: str) -> str:
    return next(iter(library.open_corpus(name))).source


def test_a_renamed_corpus_is_found_by_both_names_until_another_takes_the_old_one() -> None:
    put("old", "one")
    info = library.rename_corpus("old", "new")
    assert (info.name, info.title, info.folder.name, info.formerly) == ("new", "new", "new", ("old",))
    assert [c.name for c in library.list_corpora()] == ["new"]
    assert first("new") == first("old") == "one"
    for change in (library.delete_corpus, lambda name: library.rename_corpus(name, "other")):
        with pytest.raises(InputError, match="'old' is called 'new' now"):
            change("old")
    put("old", "two")
    assert (first("new"), first("old")) == ("one", "two")
    library.rename_corpus("new", "third", title="The third")
    assert library.find_corpus("new").formerly == ("old", "new")
    assert library.find_corpus("third").title == "The third"
    library.delete_corpus("old")
    assert library.rename_corpus("third", "old").formerly == ("new", "third")
    assert first("third") == "one"


def test_only_the_case_of_letters_may_change() -> None:
    put("mine")
    assert library.rename_corpus("mine", "Mine").name == "Mine"
    assert [c.name for c in library.list_corpora()] == ["Mine"]


def test_names_that_are_taken_or_impossible_are_refused() -> None:
    put("one")
    put("two")
    (paths.corpora_root() / "junk").mkdir()
    for name, problem in (("TWO", "already"), ("junk", "already"), ("a/b", "cannot be"), ("", "cannot be")):
        with pytest.raises(InputError, match=problem):
            library.rename_corpus("one", name)
    with pytest.raises(CorpusError, match="no corpus"):
        library.rename_corpus("three", "four")
    assert [c.name for c in library.list_corpora()] == ["one", "two"]


def test_a_corpus_of_the_program_keeps_its_name(tmp_path: Path) -> None:
    (tmp_path / "builtin" / "x").mkdir(parents=True)
    (tmp_path / "builtin" / "x" / "corpus.json").write_text('{"name": "x"}')
    with pytest.raises(InputError, match="came with the program") as error:
        library.rename_corpus("x", "y")
    assert "copy of your own" in error.value.advice


def test_a_folder_that_cannot_be_renamed_leaves_all_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    put("old")
    before = (paths.corpora_root() / "old" / INFO).read_bytes()
    real = os.replace

    def refuse(source: object, target: object) -> None:
        if Path(str(target)).name == "new":
            raise PermissionError(13, "in use", str(source))
        real(source, target)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", refuse)
    with pytest.raises(WorkbenchError, match="cannot be written"):
        library.rename_corpus("old", "new")
    assert (paths.corpora_root() / "old" / INFO).read_bytes() == before
    assert [c.name for c in library.list_corpora()] == ["old"]


def test_stopped_half_way_it_is_found_and_can_be_renamed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    put("old")

    def die(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(library, "publish", die)
        with pytest.raises(KeyboardInterrupt):
            library.rename_corpus("old", "new")
    assert first("new") == first("old") == "a"
    assert library.rename_corpus("new", "newer").folder.name == "newer"


@pytest.mark.parametrize("suffix", [".tmx", ".tsv", ""])
def test_exports_read_back_whatever_the_sentences_hold(tmp_path: Path, suffix: str) -> None:
    texts = [
        ("你好，世界。", "Hallo, „Welt“ & <i>mehr</i>!"),
        ("שלום (עולם)", "x < y && y > z"),
        ("a" * 5000, "Ça «va» ?"),
        ('"', "''"),
        ("back\\slash \\t", "# no comment"),
        ("e\u0301 decomposed", "\U0001f600 and \u00a0 blanks"),
    ]
    paths_ = export_pairs([Pair(*t) for t in texts], tmp_path / f"out{suffix}", source_lang="zh", target_lang="de")
    info = library.import_corpus(paths_, source_lang="zh", target_lang="de", name="back")
    assert [(p.source, p.target) for p in library.open_corpus("back")] == texts
    assert (info.source_lang, info.target_lang) == ("zh", "de")
    again = export_pairs(
        [Pair("new", "neu")], tmp_path / f"out{suffix}", source_lang="zh", target_lang="de", replace=True
    )
    assert again == paths_
    assert [(p.source, p.target) for p in library.open_corpus(paths_, "train", "zh", "de")] == [("new", "neu")]
