"""Archives, other kinds of files, and every shape of JSON: read where that is plain, else refused by name."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import sqlite3
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import pytest

from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.files import bounds
from workbench.engine.corpora.files.archives import members
from workbench.engine.corpora.inspect import inspect
from workbench.engine.corpora.library import import_corpus, open_corpus
from workbench.engine.corpora.preview import preview
from workbench.engine.corpora.readers import read_pairs
from workbench.engine.dataset.intake import find_sources

PAIRS = [("The well is deep.", "Le puits est profond."), ("Snow fell all night.", "Il a neigé toute la nuit.")]
ENGLISH = "".join(a + "\n" for a, _ in PAIRS)
FRENCH = "".join(b + "\n" for _, b in PAIRS)
UNIT = '<tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="fr"><seg>{}</seg></tuv></tu>'
TMX = "<tmx><body>" + "".join(UNIT.format(*pair) for pair in PAIRS) + "</body></tmx>"


def zipped(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def tarred(path: Path, files: dict[str, str], mode: str) -> Path:
    with tarfile.open(path, mode) as archive:
        for name, text in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(text.encode())
            archive.addfile(info, io.BytesIO(text.encode()))
    return path


def read(*paths: Path, **wanted: Any) -> tuple[list[tuple[str, str]], list[str]]:
    warnings: list[str] = []
    pairs = read_pairs(paths, on_warning=warnings.append, **wanted)
    return [(pair.source, pair.target) for pair in pairs], warnings


def refusal(*paths: Path, **wanted: Any) -> str:
    with pytest.raises(CorpusError) as caught:
        read(*paths, **wanted)
    line = str(caught.value)
    assert "\n" not in line
    return line


# --- archives that are read ---------------------------------------------------------------------------------------


def test_two_texts_with_their_companions(tmp_path: Path) -> None:
    files = {"README": "about", "LICENSE": "free", "X.en-fr.en": ENGLISH, "X.en-fr.fr": FRENCH, "X.en-fr.ids": "1\n2\n"}
    path = zipped(tmp_path / "en-fr.txt.zip", files)  # type: ignore[arg-type]
    pairs = list(read_pairs([path], source_lang="en", target_lang="fr"))
    assert [(p.source, p.target) for p in pairs] == PAIRS
    assert pairs[1].where == "en-fr.txt.zip:X.en-fr.en:2"
    assert read(path, source_lang="fr", target_lang="en")[0] == [(b, a) for a, b in PAIRS]
    # Whatever the direction, the report and the preview know the languages.
    report = inspect([path])
    assert (report.source_lang, report.target_lang, report.pairs) == ("en", "fr", 2)
    look = preview([path])
    assert (look.format, look.encoding, len(look.first)) == ("Parallel plain text", "UTF-8", 2)


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:xz", "w:bz2"])
def test_tar_archives_in_every_packing(tmp_path: Path, mode: str) -> None:
    files = {"corpus/README": "about", "corpus/news.fr": FRENCH, "corpus/news.en": ENGLISH}
    path = tarred(tmp_path / "corpus.tar.any", files, mode)
    assert read(path, source_lang="en", target_lang="fr")[0] == PAIRS


@pytest.mark.parametrize(
    "names",
    [
        ("en/story.txt", "fr/story.txt"),
        ("story_en.txt", "story_fr.txt"),
        ("story.en.txt.gz", "story.fr.txt.gz"),
        ("z-source.txt", "a-target.txt"),
        ("en-GB/a/b/story", "fr-FR/a/b/story"),
    ],
)
def test_sides_are_told_by_names_and_folders(tmp_path: Path, names: tuple[str, str]) -> None:
    pack = gzip.compress if names[0].endswith(".gz") else bytes
    path = zipped(tmp_path / "a.zip", {names[1]: pack(FRENCH.encode()), names[0]: pack(ENGLISH.encode())})
    assert read(path, source_lang="en", target_lang="fr")[0] == PAIRS


def test_several_pairs_of_texts_and_more_languages(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        f"{part}.{tag}": text for part in ("train", "dev") for tag, text in (("en", ENGLISH), ("fr", FRENCH))
    }
    pairs, warnings = read(zipped(tmp_path / "a.zip", files))
    assert pairs == PAIRS * 2
    assert any("train.en + train.fr" in warning for warning in warnings)
    three = zipped(tmp_path / "b.zip", {"x.en": ENGLISH, "x.fr": FRENCH, "x.de": "a\nb\n"})
    assert "more than two languages" in refusal(three)
    assert read(three, source_lang="fr", target_lang="de")[0] == [(PAIRS[0][1], "a"), (PAIRS[1][1], "b")]


def test_other_formats_inside(tmp_path: Path) -> None:
    one = zipped(tmp_path / "m.tmx.zip", {"m.tmx": TMX, "README.txt": "about"})
    assert read(one, source_lang="fr", target_lang="en")[0] == [(b, a) for a, b in PAIRS]
    many = zipped(
        tmp_path / "many.zip",
        {"a.tmx": TMX, "b/c.tsv": "en\tfr\nGo.\tVa.\n", "notes.txt": "x", "empty.tmx": "<tmx><body></body></tmx>"},
    )
    pairs, warnings = read(many, source_lang="en", target_lang="fr")
    assert pairs == [*PAIRS, ("Go.", "Va.")]
    assert any("3 files are read one after the other: a.tmx, c.tsv, empty.tmx" in w for w in warnings)
    assert any("left out: notes.txt" in w for w in warnings)
    assert any("left out: " in w and "empty.tmx: holds no" in w for w in warnings)
    xliff = (
        '<xliff version="1.2"><file source-language="en" target-language="fr"><body><trans-unit id="1">'
        "<source>Go.</source><target>Va.</target></trans-unit></body></file></xliff>"
    )
    package = zipped(tmp_path / "job.sdlppx", {"en/a.docx": b"PK", "fr/a.docx.sdlxliff": xliff, "x.sdlproj": "<a/>"})
    assert read(package)[0] == [("Go.", "Va.")]


def test_tables_that_need_a_real_file(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.table({"en": [a for a, _ in PAIRS], "fr": [b for _, b in PAIRS]}), tmp_path / "t.parquet")
    path = zipped(tmp_path / "t.zip", {"data/t.parquet": (tmp_path / "t.parquet").read_bytes()})
    assert read(path, source_lang="en", target_lang="fr")[0] == PAIRS


def test_two_archives_of_one_side_each_are_a_corpus(tmp_path: Path) -> None:
    one, two = zipped(tmp_path / "x.en.zip", {"x.en": ENGLISH}), zipped(tmp_path / "x.fr.zip", {"x.fr": FRENCH})
    assert read(one, two)[0] == PAIRS
    assert "holds one side only (x.en)" in refusal(one)


def test_an_older_encoding_inside_an_archive(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"x.en": ENGLISH, "x.fr": FRENCH.encode("cp1252")})
    pairs, warnings = read(path)
    assert pairs == PAIRS
    assert any("windows-1252" in warning for warning in warnings)
    assert "is not valid UTF-8" in refusal(path, options=ReadOptions(encoding="utf-8"))


def test_archives_are_imported_and_trained_on_with_their_hash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    path = zipped(tmp_path / "a.zip", {"x.en": ENGLISH, "x.fr": FRENCH})
    info = import_corpus([path], name="packed")
    assert (info.pairs, info.source_lang, info.target_lang) == (2, "en", "fr")
    assert [(p.source, p.target) for p in open_corpus("packed")] == PAIRS
    sources = find_sources(DataConfig(corpora=[str(path)]), lambda _: None)
    assert [(p.source, p.target) for p in sources.train[0].read()] == PAIRS
    assert len(sources.train[0].to_json()["files"][0]["sha256"]) == 64


# --- archives that are refused ------------------------------------------------------------------------------------


def test_names_that_climb_out_are_harmless(tmp_path: Path) -> None:
    (tmp_path / "secret.fr").write_text("secret\nsecret\n")
    path = tmp_path / "a" / "t.tar"
    path.parent.mkdir()
    tarred(path, {"../x.en": ENGLISH, "/etc/../x.fr": FRENCH}, "w")
    with tarfile.open(path, "a") as archive:
        link = tarfile.TarInfo("y.fr")
        link.type, link.linkname = tarfile.SYMTYPE, "../secret.fr"
        archive.addfile(link)
    assert list(members(path)) == ["x.en", "etc/x.fr"]
    before = sorted(tmp_path.rglob("*"))
    assert "do not tell which belong together" not in str(read(path))
    assert read(path)[0] == PAIRS
    assert sorted(tmp_path.rglob("*")) == before


def test_without_a_corpus_or_damaged(tmp_path: Path) -> None:
    line = refusal(zipped(tmp_path / "a.zip", {"a.docx": b"PK", "b.pdf": b"%PDF-"}))
    assert "is an archive without a corpus file that can be read. It holds: a.docx, b.pdf. Unpack it" in line
    assert "is an empty archive" in refusal(zipped(tmp_path / "b.zip", {}))
    assert "do not tell which belong together: a.txt, b.txt, c.txt" in refusal(
        zipped(tmp_path / "c.zip", {"a.txt": "x\n", "b.txt": "x\n", "c.txt": "x\n"})
    )
    whole = zipped(tmp_path / "d.zip", {"x.en": ENGLISH * 500, "x.fr": FRENCH * 500}).read_bytes()
    (tmp_path / "d.zip").write_bytes(whole[: len(whole) // 2])
    assert "damaged or cut off" in refusal(tmp_path / "d.zip")
    for name in ("e.zip",):
        path = zipped(tmp_path / name, {"x.en": ENGLISH, "x.fr": FRENCH})
        data = bytearray(path.read_bytes())
        for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            at = data.find(mark)
            while at >= 0:
                data[at + place] |= 1
                at = data.find(mark, at + 4)
        path.write_bytes(data)
        assert "archive" in refusal(path)


def test_bombs_are_refused_and_honest_files_of_that_size_are_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bounds, "UNPACKED", 1 << 20)
    lines = b"same\tgleich\n" * 400_000
    for name, data in (
        ("a.tsv.gz", gzip.compress(lines, mtime=0)),
        ("a.tsv.xz", lzma.compress(lines)),
        ("a.tsv.bz2", bz2.compress(lines)),
    ):
        (tmp_path / name).write_bytes(data)
        assert "unpacks to more" in refusal(tmp_path / name)
    assert "unpacks to more" in refusal(zipped(tmp_path / "a.zip", {"t.tsv": lines}))
    sentences = (
        f"We saw {n * 7919 % 100_003} of {n}.\tWir sahen {n * 104729 % 99_991} von {n}.\n" for n in range(60_000)
    )
    varied = "".join(sentences).encode()
    (tmp_path / "b.tsv.gz").write_bytes(gzip.compress(varied))
    assert len(read(tmp_path / "b.tsv.gz")[0]) == 60_000


@pytest.mark.parametrize(
    ("name", "head", "said"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "is a 7-Zip archive. Unpack it and choose the files inside."),
        ("a.rar", b"Rar!\x1a\x07\x01\x00", "is a RAR archive. Unpack it"),
        ("a.en.zst", b"\x28\xb5\x2f\xfd\x04\x00", "is compressed with Zstandard. Unpack it first"),
        ("a.txt", b"%PDF-1.7\n", "is a PDF document. Save the sentence pairs as"),
        ("a.csv", b"{\\rtf1\\ansi", "is an RTF document"),
        ("a.zip", b"<!DOCTYPE html>\n<html><title>404</title>", "is a web page"),
        (
            "a.doc",
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64) + "WordDocument".encode("utf-16-le"),
            "is a Word document",
        ),
        ("a.mdb", b"\x00\x01\x00\x00Standard Jet DB\x00", "is an Access database"),
        ("a.tsv", b"\x89PNG\r\n\x1a\n", "is a picture"),
    ],
)
def test_foreign_files_are_refused_by_name_whatever_their_suffix(
    tmp_path: Path, name: str, head: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(head + b"\x00rest" * 20)
    assert said in refusal(tmp_path / name)


def test_office_files_and_databases(tmp_path: Path) -> None:
    assert "is a Word document (.docx)" in refusal(
        zipped(tmp_path / "a.docx", {"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"})
    )
    assert "is a PowerPoint presentation" in refusal(
        zipped(tmp_path / "a.zip", {"[Content_Types].xml": "<a/>", "ppt/presentation.xml": "<a/>"})
    )
    odt = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    assert "is a text document (.odt)" in refusal(zipped(tmp_path / "a.odt", odt))  # type: ignore[arg-type]
    connection = sqlite3.connect(tmp_path / "memory.sdltm")
    connection.execute("create table t (a text)")
    connection.commit()
    connection.close()
    assert "is an SQLite database, such as a Trados memory (.sdltm). Export it as TMX" in refusal(
        tmp_path / "memory.sdltm"
    )


# --- JSON ---------------------------------------------------------------------------------------------------------

OBJECTS = [{"id": n, "translation": {"en": a, "fr": b}} for n, (a, b) in enumerate(PAIRS)]
KEYED = {"well": {"en": PAIRS[0][0], "fr": PAIRS[0][1]}, "snow": {"en": PAIRS[1][0], "fr": PAIRS[1][1]}}
SHAPES: dict[str, Any] = {
    "array": OBJECTS,
    "flat": [{"source": a, "target": b} for a, b in PAIRS],
    "rows": [list(pair) for pair in PAIRS],
    "rows with names": [["en", "fr"], *map(list, PAIRS)],
    "wrapped": {"version": 2, "languages": ["en", "fr"], "data": OBJECTS},
    "wrapped twice": {"meta": {"n": 2}, "result": {"translations": OBJECTS}},
    "map": dict(PAIRS),
    "map by key": KEYED,
    "by language": {
        "en": {"a": PAIRS[0][0], "b": {"c": PAIRS[1][0]}},
        "fr": {"a": PAIRS[0][1], "b": {"c": PAIRS[1][1]}},
    },
    "columns": {"en": [a for a, _ in PAIRS], "fr": [b for _, b in PAIRS]},
}


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_of_json_pretty_or_on_one_line(tmp_path: Path, shape: str, indent: int | None) -> None:
    path = tmp_path / "t.json"
    path.write_text(json.dumps(SHAPES[shape], ensure_ascii=indent is None, indent=indent), encoding="utf-8")
    assert read(path, source_lang="en", target_lang="fr")[0] == PAIRS


def test_json_values_one_after_another(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text("\n".join(json.dumps(o, indent=1) for o in OBJECTS))
    assert read(path, source_lang="en", target_lang="fr")[0] == PAIRS
    path.write_text("\n".join(json.dumps(list(pair)) for pair in PAIRS))
    assert read(path, source_lang="en", target_lang="fr")[0] == PAIRS
    path = tmp_path / "one.jsonl"
    path.write_text(json.dumps({"en": "Go.", "fr": "Va."}))
    assert read(path, source_lang="en", target_lang="fr")[0] == [("Go.", "Va.")]


def test_large_json_is_read_piece_by_piece(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from workbench.engine.corpora.readers.tables.formats import json_values

    monkeypatch.setattr(json_values, "_MOST_WHOLE", 1000)
    many = [{"en": f"Number {n}, été.", "fr": f"Numéro {n} 😀"} for n in range(20_000)]
    for name, value in (
        ("array", many),
        ("wrapped", {"name": "x", "tags": ["a"], "more": {"a": "b", "c": "d"}, "data": many}),
        ("map", {o["en"]: o["fr"] for o in many}),
        ("keys", {f"k{n}": o for n, o in enumerate(many)}),
    ):
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
        pairs = read(path, source_lang="en", target_lang="fr")[0]
        assert pairs == [(o["en"], o["fr"]) for o in many], name


def test_json_that_is_no_corpus_is_one_clear_line(tmp_path: Path) -> None:
    path = tmp_path / "t.json"

    def said(text: str) -> str:
        path.write_text(text)
        line = refusal(path)
        assert len(line) < 400 + len(str(path))
        return line

    assert "t.json:3: is not valid JSON" in said('[\n {"en": "a", "fr": "b"},\n {"en": "c" "fr": "d"}\n]')
    assert "is not valid JSON" in said('[{"en": "a", "fr": "b"},')
    assert "nested too deep" in said("[" * 200_000)
    assert "nested too deep" in said('{"a":' * 200_000)
    assert "a number has thousands of digits" in said('[{"en": "a", "fr": "b", "n": ' + "9" * 10_000 + "}]")
    assert "is not a JSON object" in said('["a", "b"]')
    assert "holds one language only" in said(
        json.dumps({"home.title": "Welcome back", "home.menu.open": "Open a file"})
    )
    assert "more after the end" in said('[{"en": "a", "fr": "b"}] x')


def test_texts_of_other_languages_than_asked_for_are_never_read_as_them(tmp_path: Path) -> None:
    czech = "Studna je hluboká.\nCelou noc sněžilo.\n"
    files = {"B.cs-en.cs": czech, "B.cs-en.en": ENGLISH, "README": "Books\n"}
    one = zipped(tmp_path / "one.zip", files)
    assert "has no text in 'fr'. It has: cs, en" in refusal(one, source_lang="en", target_lang="fr")
    both = zipped(tmp_path / "both.zip", {**files, "B.en-fr.en": ENGLISH, "B.en-fr.fr": FRENCH})
    pairs, warnings = read(both, source_lang="en", target_lang="fr")
    assert pairs == PAIRS
    assert any("left out: B.cs-en.cs, B.cs-en.en" in warning for warning in warnings)
    assert "has no texts in both languages" in refusal(both, source_lang="fr", target_lang="cs")


def test_a_nul_character_written_as_an_escape_is_refused_too(tmp_path: Path) -> None:
    rows = [{"en": "Sit down.", "fr": "Asseyez-vous."}, {"en": "Stand\0 up.", "fr": "Levez-vous."}]
    lines = tmp_path / "n.jsonl"
    lines.write_text("".join(json.dumps(row) + "\n" for row in rows))
    assert "n.jsonl:2: has a NUL character" in refusal(lines)


@pytest.mark.parametrize("suffix", ["zip", "xlsx"])
@pytest.mark.parametrize(
    ("mark", "place", "byte"),
    [(b"PK\x01\x02", 6, 0xF8), (b"PK\x01\x02", 46, 0xED), (b"PK\x03\x04", 30, 0xED), (b"PK\x01\x02", 42, 0xFF)],
    ids=["version to come", "name in the directory", "name before the member", "place"],
)
def test_damaged_headers_of_zip_files(tmp_path: Path, suffix: str, mark: bytes, place: int, byte: int) -> None:
    """Each in a directory of names that say they are UTF-8."""
    path = zipped(tmp_path / f"a.{suffix}", {"é.en": ENGLISH, "é.fr": FRENCH})
    data = bytearray(path.read_bytes())
    at = data.find(mark)
    data[at + place] = byte
    path.write_bytes(data)
    assert str(path) in refusal(path)
