"""The library of corpora: import, open, delete; inspection; leak-free splits and export."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.engine.core import paths
from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import Cancelled, CorpusError, InputError
from workbench.engine.core.types import Pair, ReadOptions
from workbench.engine.corpora import library
from workbench.engine.corpora.export import export_pairs, split_to_folder
from workbench.engine.corpora.inspect import histogram_edges, inspect
from workbench.engine.corpora.readers.parts import find_languages
from workbench.engine.text.same_sentence import normalise


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def table(path: Path, rows: list[tuple[str, str]], header: str = "en\tde") -> Path:
    path.write_text("\n".join([header, *("\t".join(row) for row in rows)]) + "\n", encoding="utf-8")
    return path


def sides(*args: object, **kwargs: object) -> list[tuple[str, str]]:
    return [(p.source, p.target) for p in library.open_corpus(*args, **kwargs)]  # type: ignore[arg-type]


def leftovers() -> list[str]:
    root = paths.corpora_root()
    return sorted(p.name for p in root.iterdir()) if root.is_dir() else []


def test_import_keeps_every_pair_and_opens_in_both_directions(tmp_path: Path) -> None:
    rows = [("Hi.", "Hallo."), ("Hi.", "Hallo."), ("", "leer"), ("Ωmega \U0001f600", "x" * 3_000_000)]
    info = library.import_corpus([table(tmp_path / "t.tsv", rows)], name="small")
    assert (info.pairs, info.source_lang, info.target_lang, info.builtin) == (4, "en", "de", False)
    assert info == library.find_corpus("small")
    assert [p.where for p in library.open_corpus("small")] == ["t.tsv:2", "t.tsv:3", "t.tsv:4", "t.tsv:5"]
    assert sides("small") == rows
    assert sides("small", source_lang="de", target_lang="en") == [(b, a) for a, b in rows]
    assert sides("small", target_lang="en") == [(b, a) for a, b in rows]
    assert str(tmp_path) not in (info.folder / "corpus.json").read_text()
    with pytest.raises(CorpusError, match="'small' holds en to de, not fr to de"):
        library.open_corpus("small", source_lang="fr", target_lang="de")
    with pytest.raises(CorpusError, match=r"has no split 'test'\. It has: train"):
        library.open_corpus("small", "test")


def test_file_or_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = table(tmp_path / "t.tsv", [("a", "b")])
    assert sides(file) == sides([file]) == [("a", "b")]
    monkeypatch.chdir(tmp_path)
    assert sides("t.tsv", source_lang="de", target_lang="en") == [("b", "a")]
    with pytest.raises(CorpusError, match="no corpus and no file is called 'nothing'"):
        library.open_corpus("nothing")
    with pytest.raises(CorpusError, match=r"missing\.tsv: no such file"):
        sides(tmp_path / "missing.tsv")


@pytest.mark.parametrize("name", ["", ".hidden", "a/b", "..", "a b", "x" * 101, "-o", "end."])
def test_impossible_names_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match="cannot be a corpus' name"):
        library.import_corpus([table(tmp_path / "t.tsv", [("a", "b")])], name=name)
    assert leftovers() == []


def test_a_taken_name_is_refused_with_advice(tmp_path: Path) -> None:
    file = table(tmp_path / "t.tsv", [("a", "b")])
    library.import_corpus([file], name="mine")
    with pytest.raises(InputError, match=r"called 'Mine' already\. Choose another name, or delete"):
        library.import_corpus([file], name="Mine")


def test_a_failed_or_cancelled_import_leaves_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.tsv"
    bad.write_bytes("é\tb\n".encode() * 20_000 + b"c\t\xff\n")
    with pytest.raises(CorpusError, match=r"bad\.tsv:20001"):
        library.import_corpus([bad], name="bad")
    assert leftovers() == []

    def cancel(done: int, total: int, what: str) -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        library.import_corpus([table(tmp_path / "t.tsv", [("a", "b")] * 5000)], name="big", progress=cancel)
    assert leftovers() == []


FULL = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
from workbench.engine.corpora.library import import_corpus
from workbench.engine.core.errors import RunFailed
try:
    import_corpus([sys.argv[1]], name="big")
except RunFailed as error:
    print(error)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a file size limit")
def test_a_disk_without_room_is_one_clear_error_and_leaves_nothing(tmp_path: Path) -> None:
    file = table(tmp_path / "t.tsv", [(os.urandom(60).hex(), "b") for _ in range(10_000)])
    done = subprocess.run([sys.executable, "-c", FULL, str(file)], capture_output=True, text=True, check=True)
    assert "cannot be written" in done.stdout
    assert "on another disk" in done.stdout
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""
    assert leftovers() == []


def test_delete_moves_to_the_bin_and_restore_takes_back(tmp_path: Path) -> None:
    file = table(tmp_path / "t.tsv", [("a", "b")])
    library.import_corpus([file], name="mine")
    binned = library.delete_corpus("mine")
    with pytest.raises(CorpusError):
        library.find_corpus("mine")
    library.import_corpus([file], name="mine")
    with pytest.raises(InputError, match="already"):
        library.restore_corpus(binned)
    assert library.delete_corpus("mine") != binned
    assert library.restore_corpus(binned).pairs == 1
    assert sides("mine") == [("a", "b")]


@pytest.fixture
def built_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "resources" / "corpora" / "en-fr"
    folder.mkdir(parents=True)
    splits = {}
    for part, count in (("train", 3), ("valid", 1)):
        for side in ("en", "fr"):
            (folder / f"{part}.{side}").write_text("".join(f"{side} {part} {i}\n" for i in range(count)))
        splits[part] = {"src": f"{part}.en", "tgt": f"{part}.fr", "pairs": count}
    record = {"name": "sample", "title": "Sample", "source_lang": "en", "target_lang": "fr", "splits": splits}
    (folder / "corpus.json").write_text(json.dumps(record))
    (folder.parent / "damaged").mkdir()
    (folder.parent / "damaged" / "corpus.json").write_text('{"name": ')
    monkeypatch.setattr(paths, "resources", lambda: tmp_path / "resources")


def test_built_in_corpora_have_their_own_splits(built_in: None) -> None:
    assert [info.name for info in library.list_corpora()] == ["sample"]
    assert sides("sample", "valid") == [("en valid 0", "fr valid 0")]
    assert sides("sample", source_lang="fr")[2] == ("fr train 2", "en train 2")
    with pytest.raises(InputError, match="came with the program"):
        library.delete_corpus("sample")
    with pytest.raises(InputError, match="already"):
        library.import_corpus([], name="sample")
    report = inspect(["sample"], target_lang="en")
    assert (report.source_lang, report.train, report.valid, report.test) == ("fr", 3, 1, 0)
    assert report.first[0]["source"] == "fr train 0"


def test_languages_are_taken_from_the_files(tmp_path: Path) -> None:
    both = table(tmp_path / "t.tsv", [("a", "b")])
    assert find_languages([both], "", "", ReadOptions("")) == ("en", "de")
    assert find_languages([both], "de", "", ReadOptions("")) == ("de", "en")
    assert find_languages([both], "", "en", ReadOptions("")) == ("de", "en")
    assert find_languages([both], "", "", ReadOptions("de,en")) == ("de", "en")
    assert find_languages([both], "en-GB", "de-AT", ReadOptions("")) == ("en-GB", "de-AT")
    three = table(tmp_path / "u.tsv", [("a", "b\tc")], header="en\tde\tfr")
    with pytest.raises(CorpusError, match=r"more than two languages\. Choose two with --from and --to of: de, en, fr"):
        find_languages([three], "", "", ReadOptions(""))


# --- inspection --------------------------------------------------------------------------------------------------


def test_inspect_counts_by_hand(tmp_path: Path) -> None:
    rows = [
        ("one two", "eins zwei"),  # kept
        ("One  TWO", "eins zwei"),  # kept: other words, though the same sentences
        ("one two", "eins zwei"),  # duplicate
        ("", "leer"),  # empty
        ("same", "same"),  # identical
        ("x", "y" * 50),  # length ratio
        *((f"word {n} here", f"Wort {n} hier") for n in range(10)),
    ]
    report = inspect([table(tmp_path / "t.tsv", rows)])
    assert (report.format, report.languages) == ("Tab-separated text (TSV)", ["en", "de"])
    assert (report.pairs, report.kept, report.duplicates) == (16, 14, 1)
    counts = {rule.name: rule.count for rule in report.rules}
    assert counts == {
        "empty": 1,
        "too_long": 0,
        "markup_only": 0,
        "identical": 1,
        "length_ratio": 2,
        "wrong_script": 0,
        "duplicate": 1,
    }
    assert report.proposals == ["identical", "length_ratio"]
    assert report.cleaning == "default,identical,length_ratio"
    assert (report.source.distinct, report.source.longest, report.source.words) == (1 + 1 + 1 + 1 + 10, 11, 38)
    assert sum(report.source.histogram) == sum(report.target.histogram) == 16
    assert len(report.edges) == len(report.source.histogram) + 1
    assert report.train + report.valid + report.test == 14
    assert report.rules[0].examples == [{"where": "t.tsv:5", "source": "", "target": "leer"}]


def test_a_rule_that_meets_the_nature_of_a_corpus_is_not_proposed(tmp_path: Path) -> None:
    report = inspect([table(tmp_path / "t.tsv", [(f"copy {n}", f"copy {n}") for n in range(20)])])
    (rule,) = [rule for rule in report.rules if rule.name == "identical"]
    assert rule.count == 20
    assert not rule.proposed
    assert "left to you" in rule.reason
    nothing = inspect([table(tmp_path / "t.tsv", [("a", "a"), ("", "b")])], config=DataConfig(cleaning="none"))
    assert (nothing.kept, nothing.pairs) == (2, 2)


def test_inspect_warns_of_swapped_sides(tmp_path: Path) -> None:
    rows = [("What do you have for me and the dog?", "Was hast du für mich und den Hund?")] * 5
    report = inspect([table(tmp_path / "t.tsv", rows, header="de\ten")])
    assert len(report.warnings) == 1
    assert "look swapped" in report.warnings[0]


def test_histogram_edges_are_round_and_cover_most() -> None:
    import numpy as np

    assert histogram_edges(np.array([0, 0], np.uint32)) == [0, 1, 2]
    edges = histogram_edges(np.arange(1000, dtype=np.uint32))
    assert edges[:3] == [0, 50, 100]
    assert edges[-2] <= 990 <= edges[-1]


# --- splits and export -------------------------------------------------------------------------------------------


def test_split_files_share_no_sentence(tmp_path: Path) -> None:
    # Many-to-many: every source has two targets and every third target two sources.
    pairs = [Pair(f"Source {n // 2}", f"TARGET {n % 300}") for n in range(400)]
    pairs += [Pair(f"source  {n}", f"other {n}") for n in range(100)]
    report = split_to_folder(
        lambda: pairs, tmp_path / "out", valid_size=40, test_size=30, source_lang="en", target_lang="de"
    )
    sentences: dict[str, set[str]] = {}
    for part in ("train", "valid", "test"):
        files = [(tmp_path / "out" / f"{part}.{lang}").read_text().splitlines() for lang in ("en", "de")]
        assert len(files[0]) == len(files[1]) == report.pairs[part]
        sentences[part] = {normalise(line) for file in files for line in file}
    assert sum(report.pairs.values()) == 500
    assert 30 <= report.pairs["valid"] <= 40
    assert not sentences["train"] & sentences["valid"]
    assert not sentences["train"] & sentences["test"]
    assert not sentences["valid"] & sentences["test"]
    assert json.loads((tmp_path / "out" / "split.json").read_text())["pairs"] == report.pairs
    with pytest.raises(InputError, match="exists"):
        split_to_folder(lambda: pairs, tmp_path / "out")


@pytest.mark.parametrize("suffix", [".tsv", ".csv", ".jsonl", ".tmx", ""])
def test_export_reads_back(tmp_path: Path, suffix: str) -> None:
    pairs = [Pair('He said "hi", twice; <b>&', "Ça\tva"), Pair('"', "'"), Pair(" lead", "trail ")]
    paths = export_pairs(pairs, tmp_path / f"out{suffix}", source_lang="en", target_lang="fr")
    expected = [(p.source, p.target.replace("\t", " ") if suffix == ".tsv" else p.target) for p in pairs]
    assert sides(paths, source_lang="en", target_lang="fr") == expected
    with pytest.raises(InputError, match="the file exists"):
        export_pairs(pairs, tmp_path / f"out{suffix}", source_lang="en", target_lang="fr")


def test_a_failed_export_leaves_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[Pair]:
        yield Pair("a", "b")
        raise CorpusError("cut off")

    with pytest.raises(CorpusError):
        export_pairs(broken(), tmp_path / "out.tsv")
    with pytest.raises(InputError, match="needs two languages"):
        export_pairs([], tmp_path / "out.tmx")
    with pytest.raises(InputError, match="there is no folder"):
        export_pairs([], tmp_path / "none" / "out.tsv")
    assert list(tmp_path.iterdir()) == []
