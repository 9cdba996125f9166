"""Pairs left out and written anew: seen by whatever reads the corpus, undone, told in the run, and never guessed at."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.corpora import editing, library
from workbench.engine.corpora.editing import History
from workbench.engine.corpora.export import export_pairs
from workbench.engine.corpora.inspect import inspect
from workbench.engine.corpora.merging import merge_corpora
from workbench.engine.corpora.overlay import EDITS, EditSummary
from workbench.engine.corpora.pair_search import search_pairs
from workbench.engine.dataset.intake import find_sources

ROWS = [("one cat", "eine Katze"), ("two dogs", "zwei Hunde"), ("three birds", "drei Vögel"), ("four", "vier")]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "builtin")
    record = {"name": "mine", "title": "mine", "source_lang": "en", "target_lang": "de", "files": []}
    splits = {"train": [Pair(*row) for row in ROWS], "test": [Pair("five", "fünf"), Pair("six", "sechs")]}
    library.store(record, splits, no_progress)


def rows(split: str = "train", *languages: str) -> list[tuple[str, str]]:
    return [(p.source, p.target) for p in library.open_corpus("mine", split, *languages)]


def overlay_file() -> Path:
    return library.find_corpus("mine").folder / EDITS


def test_every_reader_sees_the_edits_and_the_stored_pairs_stay(tmp_path: Path) -> None:
    stored = (library.find_corpus("mine").folder / "pairs.parquet").read_bytes()
    editing.leave_out("mine", [2, 4])
    editing.replace("mine", 3, "three\nsparrows", "drei Spatzen")
    editing.leave_out("mine", [1], split="test")
    seen = [("one cat", "eine Katze"), ("three sparrows", "drei Spatzen")]
    assert rows() == seen
    assert rows("train", "de", "en") == [(b, a) for a, b in seen]
    assert rows("test") == [("six", "sechs")]
    info = library.find_corpus("mine")
    assert (info.pairs, info.train_pairs, info.stored) == (3, 2, {"train": 4, "test": 2})
    assert (info.edits.left_out, info.edits.replaced) == ({"train": 2, "test": 1}, 1)
    report = inspect(["mine"])
    assert (report.pairs, report.first[1]["source"]) == (2, "three sparrows")
    (file,) = export_pairs(library.open_corpus("mine"), tmp_path / "out.tsv", source_lang="en", target_lang="de")
    assert file.read_text() == "en\tde\none cat\teine Katze\nthree sparrows\tdrei Spatzen\n"
    merge_corpora(["mine"], name="copy")
    assert [p.source for p in library.open_corpus("copy", library.EVERY_SPLIT)] == ["one cat", "three sparrows", "six"]
    assert library.find_corpus("copy").edits == EditSummary()
    assert (info.folder / "pairs.parquet").read_bytes() == stored


def test_undo_and_redo_step_by_step() -> None:
    assert not editing.undo("mine")
    editing.leave_out("mine", [1, 2])
    editing.replace("mine", 1, "a cat", "die Katze")  # there again
    editing.put_back("mine", [1, 2, 3])
    assert rows() == ROWS
    assert editing.history("mine") == History(3, 0)
    assert editing.undo("mine")
    assert rows() == [("a cat", "die Katze"), *ROWS[2:]]
    assert editing.undo("mine")
    assert rows() == ROWS[2:]
    assert editing.redo("mine")
    assert rows()[0] == ("a cat", "die Katze")
    editing.leave_out("mine", [4])  # what was undone is gone
    assert editing.history("mine") == History(3, 0)
    assert not editing.redo("mine")
    while editing.undo("mine"):
        pass
    assert rows() == ROWS
    assert library.find_corpus("mine").edits == EditSummary()


def test_pairs_of_several_splits_are_one_step() -> None:
    editing.replace("mine", 3, "three sparrows", "drei Spatzen")
    assert json.loads(overlay_file().read_text())["format"] == 1  # as versions read that join no steps
    before = (rows(), rows("test"))
    editing.leave_out("mine", {"train": [1, 3], "test": [2]})
    assert (len(rows()), rows("test")) == (2, [("five", "fünf")])
    assert editing.history("mine") == History(2, 0)
    assert editing.undo("mine")
    assert (rows(), rows("test")) == before
    assert editing.history("mine") == History(1, 1)
    assert editing.redo("mine")
    assert (len(rows()), len(rows("test"))) == (2, 1)
    editing.put_back("mine", {"test": [1, 2], "train": [1]})
    assert editing.history("mine") == History(3, 0)
    while editing.undo("mine"):
        pass
    assert (rows(), len(rows("test")), editing.history("mine")) == (ROWS, 2, History(0, 3))
    with pytest.raises(InputError, match="counted from 1 to 2"):
        editing.leave_out("mine", {"train": [2], "test": [3]})
    assert rows() == ROWS


def test_what_changes_nothing_is_no_step() -> None:
    editing.put_back("mine", [1])
    editing.leave_out("mine", [2])
    editing.leave_out("mine", [2])
    assert editing.history("mine") == History(1, 0)


def test_a_run_records_the_edits_and_another_state_has_another_hash() -> None:
    def told() -> dict[str, Any]:
        config = RunConfig()
        config.data.corpora = ["mine"]
        stream = find_sources(config.data, print).train[0]
        assert len(list(stream.read())) == stream.pairs
        return stream.to_json()

    untouched = told()
    assert "edits" not in untouched
    editing.leave_out("mine", [2])
    changed = told()
    assert changed["pairs"] == 3
    assert (changed["edits"]["left_out"], changed["edits"]["replaced"]) == (1, 0)
    editing.replace("mine", 2, "two cats", "zwei Katzen")
    assert len({untouched["sha256"], changed["sha256"], told()["sha256"]}) == 3
    assert told()["edits"]["sha256"] != changed["edits"]["sha256"]
    editing.undo("mine")
    assert told() == changed
    editing.put_back("mine", [2])  # another way to the same state
    assert told() == untouched


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "[]",
        "null",
        '{"format": 1, "done": 1, "steps": []}',
        '{"format": 1, "done": 1, "steps": [{"what": "leave_out", "split": "train", "pairs": [5]}]}',
        '{"format": 1, "done": 1, "steps": [{"what": "leave_out", "split": "valid", "pairs": [1]}]}',
        '{"format": 1, "done": 1, "steps": [{"what": "leave_out", "split": "train", "pairs": [0]}]}',
        '{"format": 1, "done": 1, "steps": [{"what": "leave_out", "split": "train", "pairs": [true]}]}',
        '{"format": 1, "done": 1, "steps": [{"what": "burn", "split": "train", "pairs": [1]}]}',
        '{"format": 1, "done": -1, "steps": []}',
        '{"format": 1, "done": 0, "steps": [], "more": 1}',
        '{"format": 1, "done": 0, "steps": [{"what": "leave_out", "split": "train", "pairs": [' + "9" * 5000 + "]}]}",
        "[" * 5000,
        '{"format": 1, "done": 0, "ste',
    ],
)
def test_damaged_edits_are_told_and_nothing_is_read_without_them(damage: str) -> None:
    overlay_file().write_text(damage)
    (info,) = library.list_corpora(lambda name, error: pytest.fail(str(error)))
    assert "edits cannot be read" in info.edits.problem
    for attempt in (rows, lambda: inspect(["mine"]), lambda: search_pairs("mine"), lambda: editing.undo("mine")):
        with pytest.raises(CorpusError, match="edits cannot be read") as error:
            attempt()
        assert "corpus edit mine --forget" in error.value.advice
    with pytest.raises(CorpusError, match="edits cannot be read"):
        editing.leave_out("mine", [1])
    assert overlay_file().read_text() == damage
    aside = editing.set_aside("mine")
    assert aside is not None
    assert aside.read_text() == damage
    assert rows() == ROWS


def test_edits_of_another_format_are_left_to_the_version_that_wrote_them() -> None:
    overlay_file().write_text('{"format": 3, "marks": []}')
    with pytest.raises(CorpusError, match="format 3, this program reads 2"):
        rows()


def test_what_cannot_be_edited_is_refused(tmp_path: Path) -> None:
    for numbers in ([0], [5], [1, -1]):
        with pytest.raises(InputError, match="counted from 1 to 4"):
            editing.leave_out("mine", numbers)
    with pytest.raises(InputError, match=r"no split 'valid'\. It has: train, test"):
        editing.put_back("mine", [1], split="valid")
    assert not overlay_file().exists()
    folder = tmp_path / "builtin" / "x"
    folder.mkdir(parents=True)
    (folder / "t.en").write_text("a\n")
    (folder / "t.de").write_text("b\n")
    splits = {"train": {"src": "t.en", "tgt": "t.de", "pairs": 1}}
    (folder / "corpus.json").write_text(json.dumps({"name": "x", "splits": splits}))
    with pytest.raises(InputError, match="came with the program"):
        editing.leave_out("x", [1])
    assert search_pairs("x").pairs[0].shown.source == "a"


def test_lone_surrogates_are_kept_out_of_the_file() -> None:
    editing.replace("mine", 1, "\ud800 \U0001f600", "שלום")
    assert rows()[0] == ("\ufffd \U0001f600", "שלום")


# --- search ------------------------------------------------------------------------------------------------------


def numbers(words: str = "", **options: Any) -> list[tuple[str, int, str]]:
    return [(p.split, p.number, p.state) for p in search_pairs("mine", words, **options).pairs]


def test_search_finds_either_side_whatever_the_case_and_the_encoding() -> None:
    assert numbers("KATZE") == [("train", 1, "")]
    assert numbers("dog") == [("train", 2, "")]
    assert numbers("  Two   DOGS ") == [("train", 2, "")]
    assert numbers("vo\u0308gel") == numbers("VÖGEL") == [("train", 3, "")]
    assert numbers("cat eine") == []  # not across the sides
    assert numbers("F") == [("train", 4, ""), ("test", 1, "")]
    assert numbers("f", first=1) == [("test", 1, "")]
    found = search_pairs("mine", "n", limit=2, source_lang="de", target_lang="en")
    assert [p.shown.source for p in found.pairs] == ["eine Katze", "zwei Hunde"]
    assert (found.total, found.of) == (3, 6)  # one, Hunde, fünf


def test_search_shows_what_was_changed_by_what_it_says_now() -> None:
    editing.replace("mine", 3, "ſix straße", "x")
    editing.leave_out("mine", [2])
    assert numbers("STRASSE") == [("train", 3, "replaced")]
    assert numbers("birds") == []
    assert numbers("dogs") == [("train", 2, "left_out")]  # to be put back
    assert numbers(changed=True) == [("train", 2, "left_out"), ("train", 3, "replaced")]
    assert numbers("dogs", changed=True) == [("train", 2, "left_out")]
    (pair,) = search_pairs("mine", "straße", source_lang="de").pairs
    assert (pair.stored.source, pair.shown.target) == ("drei Vögel", "ſix straße")


def test_pages_of_a_larger_corpus(tmp_path: Path) -> None:
    record = {"name": "large", "title": "", "source_lang": "en", "target_lang": "de", "files": []}
    pairs = (Pair(f"line {n}" + ("\n\nhalf " if n == 2345 else ""), "even" if n % 2 else "Odd") for n in range(1, 3001))
    library._store(record, pairs, no_progress)
    seen = []
    found = search_pairs("large", "odd", first=1000, limit=3, progress=lambda *at: seen.append(at[:2]))
    assert [p.number for p in found.pairs] == [2002, 2004, 2006]
    assert (found.total, found.first, found.of) == (1500, 1000, 3000)
    assert seen == [(1000, 3000), (2000, 3000), (3000, 3000)]
    assert [p.number for p in search_pairs("large", "line 2345 half").pairs] == [2345]
    assert [p.number for p in search_pairs("large", "line 2346").pairs] == [2346]
