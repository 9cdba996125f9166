"""Readers of corpus files: what they read, and what they say about files that cannot be read."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import zipfile
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.export import tsv_field
from workbench.engine.corpora.readers import detect, read_pairs, readers
from workbench.engine.corpora.readers.text import read_parallel
from workbench.engine.text.language_guess import guess_language
from workbench.engine.text.languages import matches, normalise_tag, pick


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def sides(*paths: Path, **wanted: Any) -> list[tuple[str, str]]:
    return [(pair.source, pair.target) for pair in read_pairs(paths, **wanted)]


def refusal(*paths: Path, **wanted: Any) -> str:
    with pytest.raises(CorpusError) as caught:
        sides(*paths, **wanted)
    line = str(caught.value)
    assert "\n" not in line
    assert caught.value.exit_code == 2
    return line


# --- languages ---------------------------------------------------------------------------------------------------


def test_language_tags_match_by_prefix_and_never_by_mere_spelling() -> None:
    assert matches("en-GB", "en")
    assert matches("EN_us", "en-US")
    assert matches("deu", "de")
    assert not matches("en", "en-US")
    assert not matches("eno", "en")
    assert not matches("pt-PT", "pt-BR")
    assert normalise_tag("fr_FR.UTF-8") == "fr-fr"
    assert normalise_tag("sr@latin") == "sr-latn"
    assert pick(["de", "en-US", "en"], "en") == 2
    assert pick(["de", "en-US"], "en") == 1
    assert pick(["de", "pt"], "pt-BR") == 1
    assert pick(["pt-PT"], "pt-BR") is None


def test_guess_is_silent_when_unsure() -> None:
    assert guess_language(["The dog is in the house and you are not.", "What do you have for me?"]) == "en"
    assert guess_language(["Der Hund ist nicht in dem Haus.", "Was hast du von dem Mann?"]) == "de"
    assert guess_language(["Tom Paris", "xyz 123"]) == ""
    assert guess_language([]) == ""


# --- plain text --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lzma.compress])
def test_plain_text_is_read_plain_and_compressed_whatever_its_name(tmp_path: Path, pack: type[bytes]) -> None:
    source = write(tmp_path / "a.en", pack("One.\nTwo, \u2028 too.\r\n\nFour".encode()))
    target = write(tmp_path / "a.fr", pack("\ufeffUn.\nDeux.\nTrois.\nQuatre\n".encode()))
    assert sides(source, target) == [("One.", "Un."), ("Two, \u2028 too.", "Deux."), ("", "Trois."), ("Four", "Quatre")]
    assert [pair.where for pair in read_parallel(source, target)] == ["a.en:1", "a.en:2", "a.en:3", "a.en:4"]


def test_plain_text_files_are_put_in_the_wanted_direction_by_their_names(tmp_path: Path) -> None:
    english, german = write(tmp_path / "t.en", "Hi.\n"), write(tmp_path / "t.de.txt", "Hallo.\n")
    assert sides(english, german, source_lang="de", target_lang="en") == [("Hallo.", "Hi.")]
    assert sides(english, german) == [("Hi.", "Hallo.")]


def _lines(numbers: range, word: str) -> list[str]:
    # Lengths that differ from line to line in the same way on both sides, and a question now and then.
    return [word * (1 + (n * 7919) % 23) + ("?" if n % 5 == 0 else ".") for n in numbers]


def test_unequal_counts_tell_where_the_files_drift_apart(tmp_path: Path) -> None:
    source = write(tmp_path / "s.txt", "\n".join(_lines(range(400), "ab ")) + "\n")
    kept = _lines(range(400), "xyz ")
    del kept[250], kept[120]
    target = write(tmp_path / "t.txt", "\n".join(kept) + "\n")
    line = refusal(source, target)
    assert "s.txt has 400 lines and t.txt has 398" in line
    assert "drift apart at about line 121" in line
    assert f"{source}:121" in line


def test_unequal_counts_of_a_cut_off_file_name_its_end(tmp_path: Path) -> None:
    source = write(tmp_path / "s.txt", "\n".join(_lines(range(400), "ab ")) + "\n")
    target = write(tmp_path / "t.txt", "\n".join(_lines(range(300), "xyz ")) + "\n")
    assert "seem to fit until t.txt ends at line 300" in refusal(source, target)
    assert "s.txt has 1 lines and t.txt has 2" in refusal(
        write(tmp_path / "s.txt", "one\n"), write(tmp_path / "t.txt", "un\ndeux\n")
    )


def test_a_broken_line_of_utf8_names_file_line_and_byte(tmp_path: Path) -> None:
    source = write(tmp_path / "s.txt", "good\nalso good\nthird\nfourth\n")
    target = write(tmp_path / "t.txt", "été\nà côté\n".encode() + b"d\xe9j\xe0 vu\n" + "où\n".encode())
    line = refusal(source, target)
    assert f"{target}:3: byte 2 of the line (0xE9) is not valid UTF-8" in line
    assert "--encoding" in line


def test_missing_empty_folder_single_and_damaged_files(tmp_path: Path) -> None:
    good = write(tmp_path / "good.txt", "one\n")
    assert refusal(tmp_path / "none.tsv") == f"{tmp_path}/none.tsv: no such file"
    assert refusal(write(tmp_path / "e.tsv", "")) == f"{tmp_path}/e.tsv: is empty"
    assert refusal(good, write(tmp_path / "e.txt", "")) == f"{tmp_path}/e.txt: is empty"
    assert "is a folder" in refusal(tmp_path)
    assert "one side only" in refusal(good)
    cut = gzip.compress(b"one\ttwo\n" * 50_000)[:-20]
    assert "damaged or cut off" in refusal(write(tmp_path / "cut.tsv.gz", cut))
    assert "is in no known corpus format" in refusal(write(tmp_path / "x.bin", b"\x00\x01\x02" * 100))


def test_a_line_of_megabytes_is_a_pair_like_any_other(tmp_path: Path) -> None:
    long = "word " * 500_000
    table = write(tmp_path / "a.tsv", f"Hi.\tSalut.\n{long}\tlong\nBye.\tAdieu.\n")
    assert sides(table) == [("Hi.", "Salut."), (long, "long"), ("Bye.", "Adieu.")]
    assert sides(write(tmp_path / "a.csv", f"Hi.,Salut.\n{long},long\n"))[1] == (long, "long")
    tmx = '<tmx><body><tu><tuv xml:lang="en"><seg>{}</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu></body></tmx>'
    twelve = "x" * 12_000_000
    assert sides(write(tmp_path / "a.tmx", tmx.format(twelve))) == [(twelve, "b")]


# --- tables ------------------------------------------------------------------------------------------------------


def test_tsv_with_odd_header_crlf_and_stray_quotes(tmp_path: Path) -> None:
    text = '1\t2\r\n"Stop!" he said.\tHalt!\r\n"Never closed\tNie zu\r\nSay.\t"Sag ""Ah""."\r\n"Yes."\t"Ja."\r\n'
    assert sides(write(tmp_path / "t.tsv", "\ufeff" + text)) == [
        ('"Stop!" he said.', "Halt!"),
        ('"Never closed', "Nie zu"),
        ("Say.", 'Sag "Ah".'),
        ('"Yes."', '"Ja."'),
    ]


def test_tsv_that_quotes_every_field_is_unquoted(tmp_path: Path) -> None:
    assert sides(write(tmp_path / "t.tsv", '"en"\t"de"\n"Go."\t"Geh."\n')) == [("Go.", "Geh.")]


@pytest.mark.parametrize(
    ("header", "wanted", "expected"),
    [
        ("en\tde", {"source_lang": "de", "target_lang": "en"}, ("b", "a")),
        ("German\tEnglish", {"source_lang": "en", "target_lang": "de"}, ("b", "a")),
        ("target\tsource", {}, ("b", "a")),
        ("x\ty", {"options": ReadOptions("y,x")}, ("b", "a")),
        ("en-GB\tde-AT", {"source_lang": "de", "target_lang": "en"}, ("b", "a")),
        ("0\t1", {}, ("a", "b")),
    ],
)
def test_header_is_found_and_obeyed(tmp_path: Path, header: str, wanted: dict[str, str], expected: tuple) -> None:
    assert sides(write(tmp_path / "t.tsv", f"{header}\na\tb\n"), **wanted) == [expected]


def test_first_row_without_names_is_a_pair(tmp_path: Path) -> None:
    assert sides(write(tmp_path / "t.tsv", "No.\tNein.\nYes.\tJa.\n")) == [("No.", "Nein."), ("Yes.", "Ja.")]
    numbered = write(tmp_path / "u.tsv", "7\tseven\n8\teight\n")
    assert sides(numbered, options=ReadOptions("2,1")) == [("seven", "7"), ("eight", "8")]


def test_columns_by_number_letter_and_only_text_columns_by_default(tmp_path: Path) -> None:
    table = write(tmp_path / "t.tsv", "11\tGo.\t901\tGeh.\n12\tHi.\t902\tHallo.\n")
    assert sides(table)[0] == ("Go.", "Geh.")
    assert sides(table, options=ReadOptions("4,2"))[0] == ("Geh.", "Go.")
    assert sides(table, options=ReadOptions("D,B"))[0] == ("Geh.", "Go.")
    assert "has no column '5'. It has 4 columns" in refusal(table, options=ReadOptions("5,1"))
    assert "has no column 'en'" in refusal(table, options=ReadOptions("en,de"))
    assert "does not name two columns" in refusal(table, options=ReadOptions("4"))


def test_swapped_columns_are_noticed_only_when_words_tell(tmp_path: Path) -> None:
    english, german = "What do you have for me and the dog?", "Was hast du für mich und den Hund?"
    table = write(tmp_path / "t.tsv", f"{english}\t{german}\n" * 5)
    warnings: list[str] = []
    pair = next(read_pairs([table], source_lang="de", target_lang="en", on_warning=warnings.append))
    assert (pair.source, pair.target) == (german, english)
    assert len(warnings) == 1
    assert "--columns 1,2" in warnings[0]
    assert sides(table, source_lang="de", target_lang="en", options=ReadOptions("1,2"))[0] == (english, german)
    assert sides(write(tmp_path / "u.tsv", "a\tb\n"), source_lang="de", target_lang="en") == [("a", "b")]


def test_short_rows_become_pairs_with_an_empty_side(tmp_path: Path) -> None:
    assert sides(write(tmp_path / "t.tsv", "a\tb\nonly\n\n\tc\n")) == [("a", "b"), ("only", ""), ("", "c")]


def test_one_column_and_missing_language_are_refused(tmp_path: Path) -> None:
    assert "has one column" in refusal(write(tmp_path / "t.tsv", "one\ntwo\n"))
    assert f"{tmp_path}/t.tsv:1" in refusal(tmp_path / "t.tsv")
    line = refusal(write(tmp_path / "u.csv", "en,fr\na,b\n"), source_lang="de", target_lang="fr")
    assert "has no column for the language 'de'. It has: en, fr." in line


def test_csv_with_semicolons_quotes_and_line_breaks(tmp_path: Path) -> None:
    text = 'source;target\r\n"a; ""b""";"first\nsecond, third"\r\nc, d;e\r\n'
    assert sides(write(tmp_path / "t.csv", text)) == [('a; "b"', "first second, third"), ("c, d", "e")]


def test_csv_quote_that_is_never_closed_names_its_line(tmp_path: Path) -> None:
    text = 'a,b\nc,"d\n' + "e,f\n" * 5
    assert f"{tmp_path}/t.csv:2: a double quote opened in this row is never closed" in refusal(
        write(tmp_path / "t.csv", text)
    )
    assert "t.csv:2" in refusal(write(tmp_path / "t.csv", 'a,b\nc,"d\n' + "e,f\n" * 5000))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_tables_with_byte_order_marks(tmp_path: Path, encoding: str) -> None:
    data = "en\tfr\r\nHi.\tSalut ça\r\n".encode(encoding)
    assert sides(write(tmp_path / "t.txt", data), source_lang="fr") == [("Salut ça", "Hi.")]


# A NUL character is refused in every format of lines.
BREAKS = "\x00\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
FIELD = st.text(st.characters(exclude_categories=("Cs",), exclude_characters=BREAKS + "\t"), min_size=1).filter(
    str.strip
)
ROWS = st.lists(st.tuples(FIELD, FIELD), min_size=1, max_size=8)


@settings(max_examples=150, deadline=None)
@given(rows=ROWS)
def test_tsv_round_trip(rows: list[tuple[str, str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("tsv") / "t.tsv"
    lines = ["source\ttarget", *("\t".join(map(tsv_field, row)) for row in rows)]
    write(path, "\n".join(lines) + "\n")
    assert sides(path) == rows


@settings(max_examples=150, deadline=None)
@given(rows=ROWS, delimiter=st.sampled_from(",;|"), quoting=st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]))
def test_csv_round_trip(
    rows: list[tuple[str, str]], delimiter: str, quoting: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter, quoting=quoting).writerows([("source", "target"), *rows])
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    write(path, buffer.getvalue())
    assert sides(path) == rows


# --- JSON lines --------------------------------------------------------------------------------------------------


def test_jsonl_finds_keys_and_nested_translations(tmp_path: Path) -> None:
    path = tmp_path / "t.jsonl"
    write(
        path, '{"id": 1, "translation": {"en": "Hi.", "de": "Hallo."}}\n\n{"translation": {"en": "Go.", "de": null}}\n'
    )
    assert sides(path, source_lang="de", target_lang="en") == [("Hallo.", "Hi."), ("", "Go.")]
    assert sides(path, options=ReadOptions("en,de"))[0] == ("Hi.", "Hallo.")
    write(path, '{"tgt": "b", "src": "a\\nc \\ud800"}\n')
    assert sides(path) == [("a c \ufffd", "b")]
    write(path, json.dumps({"q": "a", "r": "b", "s": "c"}) + "\n")
    assert sides(path, options=ReadOptions("s,q")) == [("c", "a")]
    assert "Choose two with --columns A,B of q, r, s." in refusal(path)
    assert "has no text under 'z'" in refusal(path, options=ReadOptions("z,q"))


def test_jsonl_errors_name_the_line(tmp_path: Path) -> None:
    path = write(tmp_path / "t.jsonl", '{"en": "a", "fr": "b"}\n{"en": "a"\n')
    assert f"{path}:2: is not valid JSON" in refusal(path)
    assert f"{path}:1: is not a JSON object" in refusal(write(path, '["a", "b"]\n'))
    assert f"{path}:1: is not valid JSON" in refusal(write(path, "[" * 100_000 + "\n"))
    assert "has no column for the language 'de'" in refusal(write(path, '{"en": "a", "fr": "b"}\n'), source_lang="de")


# --- binary tables -----------------------------------------------------------------------------------------------


def test_parquet_flat_and_nested(tmp_path: Path) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"id": [1, 2], "en": ["Hi.", None], "fr": ["Salut.", "Oui."]}), path)
    assert sides(path, source_lang="fr", target_lang="en") == [("Salut.", "Hi."), ("Oui.", "")]
    pq.write_table(pa.table({"translation": [{"en": "Hi.", "de": "Hallo."}]}), path)
    assert sides(path, source_lang="de", target_lang="en") == [("Hallo.", "Hi.")]
    assert detect(path).languages(path) == ["en", "de"]
    assert "has no column for the language 'fr'" in refusal(path, source_lang="fr")
    write(path, path.read_bytes()[:-20])
    assert "is not a valid Parquet file, or is cut off" in refusal(path)


def test_spreadsheets(tmp_path: Path) -> None:
    ods = tmp_path / "t.ods"
    rows = [("English", "French"), ("Hi.", "Salut."), ("12", "douze")]
    write_ods(ods, rows)
    assert detect(ods).name == "spreadsheet"
    assert sides(ods, source_lang="fr", target_lang="en") == [("Salut.", "Hi."), ("douze", "12")]
    write_ods(ods, [("a",), ("b",)])
    assert "has one column" in refusal(ods)
    assert "is not a spreadsheet that can be read" in refusal(write(tmp_path / "t.xlsx", b"PK\x03\x04 no workbook"))


def write_ods(path: Path, rows: list[tuple[str, ...]]) -> None:
    """The smallest OpenDocument spreadsheet."""
    import zipfile

    cells = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell office:value-type="string"><text:p>{c}</text:p></table:table-cell>' for c in row)
        + "</table:table-row>"
        for row in rows
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text", "manifest")
    )
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", kind)
        archive.writestr(
            "META-INF/manifest.xml",
            f'<manifest:manifest {spaces}><manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>'
            "</manifest:manifest>",
        )
        archive.writestr(
            "content.xml",
            f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="one">{cells}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
        )


# --- all formats -------------------------------------------------------------------------------------------------


def test_content_wins_over_a_wrong_suffix_and_several_files_are_joined(tmp_path: Path) -> None:
    tmx = '<tmx><body><tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="fr"><seg>b</seg></tuv></tu></body></tmx>'
    one = write(tmp_path / "wrong.csv", tmx)
    two = write(tmp_path / "no_suffix", "c\td\ne\tf\n")
    assert detect(one).name == "tmx"
    assert detect(two).name == "tsv"
    assert sides(one, two, source_lang="en", target_lang="fr") == [("a", "b"), ("c", "d"), ("e", "f")]
    assert "plain text among other files" in refusal(write(tmp_path / "p.txt", "plain\n"), one, two)


def test_every_format_is_registered() -> None:
    names = {"text", "tsv", "csv", "jsonl", "tmx", "xliff", "po", "mo", "parquet", "spreadsheet"}
    assert names == set(readers())


@pytest.mark.parametrize("kind", ["json", "jsonl", "parquet"])
@pytest.mark.parametrize("names", [(" en", "fr "), ("en\x85", "\u3000fr"), ("\ten\n", "fr\x1f")])
def test_blanks_around_the_names_of_columns(tmp_path: Path, kind: str, names: tuple[str, str]) -> None:
    rows = [dict(zip(names, pair, strict=True)) for pair in (("One dog.", "Un chien."), ("Two cats.", "Deux chats."))]
    file = tmp_path / f"table.{kind}"
    if kind == "parquet":
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows), file)
    else:
        lines = [json.dumps(row) for row in rows]
        file.write_text("\n".join(lines) if kind == "jsonl" else f"[{','.join(lines)}]", encoding="utf-8")
    assert sides(file) == [("One dog.", "Un chien."), ("Two cats.", "Deux chats.")]


def test_a_member_of_an_archive_that_has_no_name(tmp_path: Path) -> None:
    file = tmp_path / "corpus.zip"
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("x", "no name")
        archive.writestr("pairs.en-fr.tsv", "One dog.\tUn chien.\n")
    data = file.read_bytes()
    assert data.count(b"x") == 2  # in the header of the member and in the list of all
    file.write_bytes(data.replace(b"x", b"\0"))  # a name ends at a zero byte
    assert sides(file) == [("One dog.", "Un chien.")]
