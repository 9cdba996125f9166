"""Tables: which sheet, header row and columns are read, which rows are left out, and what is said about it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cases.generated_tables import NOTES, TEXTS, Outcome, Table, column, ids, outcomes
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.inspect import inspect
from workbench.engine.corpora.readers import Wanted, parts_of, read_pairs
from workbench.engine.corpora.readers.tables.formats.csv_table import find_delimiter, mended
from workbench.engine.corpora.readers.tables.language_names import language_named
from workbench.engine.corpora.readers.tables.table_reading import TableReading
from workbench.engine.corpora.readers.tables.table_states import StateColumn, state_columns
from workbench.engine.corpora.readers.tables.table_words import role_of

EN = ("Open the gate.", "Who painted the boat?", "He keeps bees.", "We have no milk left.")
FR = ("Ouvrez le portail.", "Qui a peint le bateau ?", "Il élève des abeilles.", "Nous n'avons plus de lait.")
KO = ("문을 여세요.", "누가 배를 칠했어요?", "그는 벌을 키워요.", "우유가 다 떨어졌어요.")
Read = tuple[list[tuple[str, str]], list[str], TableReading]


def write(path: Path, text: str | bytes) -> Path:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def read(path: Path, source: str = "", target: str = "", **options: str) -> Read:
    """Pairs, warnings and the last reading."""
    warnings: list[str] = []
    readings: list[TableReading] = []
    found = read_pairs(
        [path],
        source_lang=source,
        target_lang=target,
        options=ReadOptions(**options),
        on_warning=warnings.append,
        on_reading=readings.append,
    )
    pairs = [(pair.source, pair.target) for pair in found]
    return pairs, warnings, readings[-1]


def refusal(path: Path, source: str = "", target: str = "", **options: str) -> str:
    with pytest.raises(CorpusError) as caught:
        read(path, source, target, **options)
    return str(caught.value)


def workbook(path: Path, *sheets: tuple[str, list[list[Any]], str]) -> Path:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows, state in sheets:
        sheet = book.create_sheet(name)
        sheet.sheet_state = state
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def both(*rows: int) -> list[tuple[str, str]]:
    return [(EN[n], FR[n]) for n in rows]


# --- Weblate's CSV, and what Excel makes of it -----------------------------------------------------------------------

WEBLATE = (
    "location{d}source{d}target{d}id{d}fuzzy{d}context{d}developer_comments\r\n"
    "src/gate.c:12{d}Open the gate.{d}Ouvrez le portail.{d}{d}False{d}gate{d}\r\n"
    "{d}Who painted the boat?{d}Qui a peint la bête ?{d}{d}True{d}boat{d}Title of a box\r\n"
    '{d}"He keeps\r\nbees."{d}"Il élève\r\ndes abeilles."{d}{d}False{d}bees{d}\r\n'
    "{d}We have no milk left.{d}{d}{d}False{d}milk{d}\r\n"
)
LEFT = {"marked as not finished in the column 'fuzzy'": 1, "one side is empty": 1}


@pytest.mark.parametrize(
    ("delimiter", "first", "encoding"),
    [
        (",", "", "utf-8"),
        (";", "sep=;\r\n", "utf-8-sig"),
        (";", "", "utf-8"),
        ("\t", "", "utf-16"),
        ("|", "sep=|\n", "utf-8"),
    ],
)
def test_weblate_rows_that_are_fuzzy_or_empty_are_left_out(
    tmp_path: Path, delimiter: str, first: str, encoding: str
) -> None:
    text = first + WEBLATE.replace("{d}", delimiter)
    if delimiter == "\t":
        text = text.replace('"', "").replace("\r\nbees.", " bees.").replace("\r\ndes", " des")
    pairs, warnings, reading = read(write(tmp_path / "w.csv", text.encode(encoding)), "en", "fr")
    assert pairs == both(0, 2)
    assert (reading.source.name, reading.target.name, reading.left_out) == ("source", "target", LEFT)
    assert any("1 row: marked as not finished in the column 'fuzzy'" in warning for warning in warnings)


@pytest.mark.parametrize(
    ("name", "values", "kept"),
    [
        ("Approved", ("yes", "no", "", "TRUE"), (0, 2, 3)),
        ("Genehmigt", ("ja", "ja", "nein", "nein"), (0, 1)),
        ("Statut", ("validé", "à revoir", "traduit", "brouillon"), (0, 2)),
        ("state", ("translated", "needs-review-translation", "final", "new"), (0, 2)),
        ("需审核", ("否", "是", "否", "否"), (0, 2, 3)),
        ("Needs review", ("0", "1", "x", ""), (0, 3)),
        ("translated", ("true", "false", "true", "true"), (0, 2, 3)),
        ("Workflow", ("untranslated", "done", "done", "done"), (1, 2, 3)),
        ("Checked", ("yes", "no", "", "no"), (0, 1, 2, 3)),  # nobody has looked at it; it is a translation all the same
        ("Comment", ("fuzzy pictures here", "no", "yes", "new"), (0, 1, 2, 3)),
    ],
)
def test_states_in_several_languages(tmp_path: Path, name: str, values: tuple[str, ...], kept: tuple[int, ...]) -> None:
    rows = "".join(f"{a},{b},{state}\n" for a, b, state in zip(EN, FR, values, strict=True))
    pairs, _, reading = read(write(tmp_path / "s.csv", f"English,French,{name}\n{rows}"))
    assert pairs == both(*kept)
    assert sum(reading.left_out.values()) == 4 - len(kept)


def test_an_unknown_word_in_a_state_column_is_no_reason_to_leave_a_row_out() -> None:
    names, rows = ["en", "fr", "status"], [["a", "b", "spare part"], ["c", "d", "new"]]
    assert [c.refuses("new") for c in state_columns(names, rows, (0, 1))] == [False]
    assert state_columns(["status", "state"], [["a", "b"]], (0, 1)) == ()
    assert StateColumn(2, "fuzzy", "fuzzy").refuses(" True ")
    assert not StateColumn(2, "fuzzy", "fuzzy").refuses("")


def test_a_table_of_drafts_alone_says_why_nothing_is_left(tmp_path: Path) -> None:
    table = write(tmp_path / "d.csv", "en,fr,fuzzy\n" + "".join(f"{a},{b},yes\n" for a, b in both(0, 1)))
    assert "holds no sentence pair: left out 2 rows: marked as not finished in the column 'fuzzy'" in refusal(table)


# --- semicolons, line breaks in cells, identifiers -------------------------------------------------------------------


def rows_with_ids(header: str, delimiter: str = ";") -> str:
    cells = zip(("menu", "dialog", "menu", "menu"), ("1", "6", "7", "8"), EN, KO, strict=True)
    lines = [
        delimiter.join(f'"{c[:5]}\n{c[5:]}"' if n == 2 and i > 1 else c for i, c in enumerate(row))
        for n, row in enumerate(cells)
    ]
    return header + "\n".join(lines) + "\n"


@pytest.mark.parametrize("asked", [("en", "ko"), ("", ""), ("en", ""), ("", "ko")])
@pytest.mark.parametrize(
    "header", ["resource;id;en;ko\n", "Modul;Nr;Englisch;Koreanisch\n", "No;No.;영어;한국어\n", ""]
)
def test_identifiers_are_no_side_whatever_is_asked(tmp_path: Path, header: str, asked: tuple[str, str]) -> None:
    pairs, _, reading = read(write(tmp_path / "b.csv", rows_with_ids(header)), *asked)
    third = (f"{EN[2][:5]} {EN[2][5:]}", f"{KO[2][:5]} {KO[2][5:]}")
    assert pairs == [(EN[0], KO[0]), (EN[1], KO[1]), third, (EN[3], KO[3])]
    assert (reading.source.letter, reading.target.letter) == ("C", "D")
    assert (reading.source_lang, reading.target_lang) == ("en", "ko")


@pytest.mark.parametrize(
    "header", ["ID,English,Translation", "No,English,Übersetzung", "IS,Anglais,Traduction", "Id,en,Cible"]
)
def test_the_column_of_translations_need_not_name_its_language(tmp_path: Path, header: str) -> None:
    rows = "".join(f"STR_{n},{a},{b}\n" for n, (a, b) in enumerate(both(0, 1, 2, 3)))
    table = write(tmp_path / "t.csv", f"{header}\n{rows}")
    for asked in (("", ""), ("en", "fr")):
        pairs, warnings, reading = read(table, *asked)
        assert pairs == both(0, 1, 2, 3)
        assert (reading.source_lang, reading.target_lang, warnings) == ("en", "fr", [])
    assert read(table, "fr", "en")[0] == [(b, a) for a, b in both(0, 1, 2, 3)]


def test_a_language_that_no_column_has_is_refused_with_those_there_are(tmp_path: Path) -> None:
    table = write(tmp_path / "t.csv", "ID,English,French\nA1,Go.,Va.\nA2,Stop.,Arrête.\n")
    assert "has no column for the language 'id'. It has: English, French." in refusal(table, "en", "id")
    indonesian = [("Saya tidak tahu.", "I do not know."), ("Dia ada di rumah.", "She is at home.")] * 3
    table = write(tmp_path / "i.csv", "id,en\n" + "".join(f"{a},{b}\n" for a, b in indonesian))
    assert read(table)[2].source_lang == "id"  # here the cells agree


def test_sides_that_are_no_text_are_never_taken_without_a_word(tmp_path: Path) -> None:
    cases = {
        "keys": ("source,target\n", ("login.title", "login.hint", "menu.open", "menu.close"), FR),
        "numbers": ("", ("12", "13", "14", "15"), FR),
        "dates": ("", ("2024-05-01", "2024-05-02", "2024-05-03", "2024-05-04"), FR),
        "files": ("", ("a/b.png", "a/c.png", "d.svg", "e.jpg"), FR),
        "addresses": ("", tuple(f"https://a.example/{n}" for n in range(4)), FR),
    }
    for name, (header, left, right) in cases.items():
        table = write(tmp_path / "n.csv", header + "".join(f"{a},{b}\n" for a, b in zip(left, right, strict=True)))
        pairs, warnings, _ = read(table)
        assert len(pairs) == 4, name
        assert any("rather than text" in warning for warning in warnings), name


def test_quotes_that_belong_to_a_text_stay(tmp_path: Path) -> None:
    table = write(tmp_path / "q.csv", 'en;de\n"Stop" is red;"Halt" ist rot\nA 5" pipe;Ein 5"-Rohr\n"a;b";"c ""d"""\n')
    assert read(table)[0] == [('"Stop" is red', '"Halt" ist rot'), ('A 5" pipe', 'Ein 5"-Rohr'), ("a;b", 'c "d"')]
    assert mended('x,"one" two,"three"\n', ",") == 'x,"""one"" two","three"\n'
    assert mended('"a ""b"" c",d\n', ",") == '"a ""b"" c",d\n'


def test_delimiters_and_commas_of_the_text() -> None:
    assert find_delimiter("Hello, you;Bonjour, toi\nYes, sir;Oui, monsieur\n") == ";"
    assert find_delimiter('"sep=|"\na|b\n') == "|"
    assert find_delimiter("en,fr\na;b,c;d\ne;f,g;h\n") == ","
    assert find_delimiter("one\ttwo, three\nfour\tfive, six\n") == "\t"


# --- workbooks -------------------------------------------------------------------------------------------------------


def glossary(title: bool = True) -> list[list[Any]]:
    head: list[list[Any]] = [["Words of the harbour"], []] if title else []
    rows: list[list[Any]] = [[f"H-{n}", a, b, "seen"] for n, (a, b) in enumerate(both(0, 1, 2, 3))]
    rows += [["H-8", "Missing", "#N/A", ""], ["H-9", "Not computed", "=VLOOKUP(B1,X:Y,2)", ""]]
    return [*head, ["ID", "English", "French", "Comment"], *rows]


COVER = ("About", [["Version", 4], ["Author", "the harbour office"]], "visible")
LISTS = ("Lists", [["yes", "no"], ["draft", "final"]], "hidden")


@pytest.mark.parametrize(
    ("sheets", "title"),
    [
        ((), True),
        ((COVER,), True),
        ((LISTS,), False),
        ((LISTS, COVER), True),
        ((("Empty", [], "visible"), COVER), False),
    ],
)
def test_the_sheet_with_the_pairs_is_found(tmp_path: Path, sheets: tuple[Any, ...], title: bool) -> None:
    book = workbook(tmp_path / "g.xlsx", *sheets, ("Terms", glossary(title), "visible"))
    for asked in (("en", "fr"), ("", "")):
        pairs, warnings, reading = read(book, *asked)
        assert pairs == both(0, 1, 2, 3)
        assert (reading.sheet, reading.header_row) == ("Terms", 3 if title else 1)
        assert sum(reading.left_out.values()) == 2
        told = next(w for w in warnings if "'English' (B) and 'French' (C) of the sheet 'Terms'" in w)
        assert "--columns" in told


def test_sheets_and_columns_by_name_number_and_letter(tmp_path: Path) -> None:
    second = [
        ["", "", *row]
        for row in [["German", "Italian"], ["Ja, gern.", "Sì, volentieri."], ["Nein danke.", "No, grazie."]]
    ]
    book = workbook(tmp_path / "g.xlsx", COVER, ("Terms", glossary(), "visible"), ("More", second, "visible"), LISTS)
    assert read(book, columns="B,C")[0] == both(0, 1, 2, 3)
    assert read(book, columns="3,2")[0] == [(b, a) for a, b in both(0, 1, 2, 3)]
    assert read(book, columns="french,ENGLISH")[0][0] == (FR[0], EN[0])
    german = [("Ja, gern.", "Sì, volentieri."), ("Nein danke.", "No, grazie.")]
    for sheet in ("More", "more", "3"):
        pairs, _, reading = read(book, sheet=sheet)
        assert (pairs, reading.source_lang, reading.target_lang) == (german, "de", "it")
        assert read(book, sheet=sheet, columns="C,D")[0] == german  # the first used column is C
    assert read(book, sheet="Lists")[2].sheet == "Lists"  # a hidden one when it is asked for
    assert "has no sheet 'Nope'. It has: 'About', 'Terms', 'More', 'Lists' (hidden)." in refusal(book, sheet="Nope")
    assert "has no column 'Greek'. It has: ID, English, French, Comment." in refusal(
        book, sheet="Terms", columns="Greek,B"
    )
    table = write(tmp_path / "t.csv", "a;b\nc;d\n")
    assert "It has 2 columns and no header row; use numbers." in refusal(table, columns="x,5")
    assert any("has no sheets" in warning for warning in read(table, sheet="One", columns="1,2")[1])


# --- every format alike ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx", "ods", "jsonl", "parquet"])
def test_every_format_is_read_by_the_same_rules(tmp_path: Path, form: str) -> None:
    half = tuple(range(0, 12, 2))
    fuzzy = ["yes" if n == 3 else "no" for n in range(12)]
    columns: list[tuple[str | None, Any]] = [
        ("ID", ids()),
        ("Notes", NOTES),
        ("Deutsch", column("de", missing=half)),
        ("Englisch", column("en")),
        ("fuzzy", fuzzy),
    ]
    path = Table("", form, columns, (2, 3)).write(tmp_path)
    for asked, order in ((("", ""), 1), (("de", "en"), 1), (("en", "de"), -1)):
        pairs, _, reading = read(path, *asked)
        assert pairs == [(TEXTS["de"][n], TEXTS["en"][n])[::order] for n in (1, 5, 7, 9, 11)]
        assert reading.languages == ("de", "en")
        assert sum(reading.left_out.values()) == 7
    named = read(path, columns="Englisch,Notes")
    assert named[0][0][0] == TEXTS["en"][0]
    assert any("does not sound like a side" in warning for warning in named[1])


# --- what is said ----------------------------------------------------------------------------------------------------


def test_inspect_tells_what_was_taken_and_left_out(tmp_path: Path) -> None:
    book = workbook(tmp_path / "g.xlsx", COVER, ("Terms", glossary(), "visible"))
    report = json.loads(json.dumps(inspect([book]).to_json()))
    (table,) = report["tables"]
    assert (table["sheet"], table["header_row"], table["source"]["name"], table["target"]["letter"]) == (
        "Terms",
        3,
        "English",
        "C",
    )
    assert list(table["left_out"].values()) == [2]
    assert table["taken"] == "sheet 'Terms', header in row 3, source 'English' (B), target 'French' (C)"
    assert (report["pairs"], report["source_lang"], report["target_lang"]) == (4, "en", "fr")


def test_the_command_line_tells_it_too(tmp_path: Path) -> None:
    book = workbook(tmp_path / "g.xlsx", COVER, ("Terms", glossary(), "visible"))
    command = [sys.executable, "-m", "workbench", "corpus", "inspect", str(book), "--from", "en", "--to", "en"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    assert "has no column" not in done.stderr
    assert "both sides are said to be 'en'" in done.stderr
    done = subprocess.run([*command[:-1], "fr"], capture_output=True, text=True, timeout=120, check=True)
    assert "table        sheet 'Terms', header in row 3, source 'English' (B), target 'French' (C)" in done.stdout
    assert "left out 2 rows" in done.stdout
    assert "--sheet NAME --columns A,B" in done.stderr


def test_a_run_tells_and_keeps_what_it_took(tmp_path: Path) -> None:
    from workbench.engine.core.config import build_config
    from workbench.engine.dataset.intake import find_sources

    table = write(
        tmp_path / "t.csv",
        "ID,English,French,fuzzy\n"
        + "".join(f"A{n},{a},{b},{'yes' if n == 1 else 'no'}\n" for n, (a, b) in enumerate(both(0, 1, 2, 3))),
    )
    told: list[str] = []
    config = build_config({"data": {"corpora": [str(table)], "source_lang": "en", "target_lang": "fr"}})
    (stream,) = find_sources(config.data, told.append).train
    assert [pair.source for pair in stream.read()] == [EN[0], EN[2], EN[3]]
    assert told[0] == "t.csv: header in row 1, source 'English' (B), target 'French' (C)"
    assert "marked as not finished" in told[1]
    assert stream.to_json()["tables"][0]["left_out"] == {"marked as not finished in the column 'fuzzy'": 1}


def test_a_plain_table_is_read_without_a_word(tmp_path: Path) -> None:
    table = write(tmp_path / "t.tsv", "en\tfr\n" + "".join(f"{a}\t{b}\n" for a, b in both(0, 1, 2, 3)))
    pairs, warnings, reading = read(table)
    assert (pairs, warnings, reading.is_plain) == (both(0, 1, 2, 3), [], True)
    assert parts_of([table])[0].reading(Wanted("fr", "en")).source_lang == "fr"  # type: ignore[union-attr]


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "tag"),
    [
        ("English", "en"),
        ("Englisch", "en"),
        ("anglais", "en"),
        ("inglés", "en"),
        ("英语", "en"),
        ("Deutsch", "de"),
        ("Français (Canada)", "fr"),
        ("English (UK)", "en"),
        ("pt_BR", "pt-BR"),
        ("Target (fr)", "fr"),
        ("text_de", "de"),
        ("Translation: Spanish", "es"),
        ("Französische Übersetzung", "fr"),
        ("日本語", "ja"),
        ("العربية", "ar"),
        ("Notes", ""),
        ("Status", ""),
        ("Key", ""),
        ("Where are you?", ""),
        ("Nr", ""),
        ("source", ""),
        ("", ""),
    ],
)
def test_languages_by_their_names(name: str, tag: str) -> None:
    assert language_named(name) == tag


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Quelltext", "source"),
        ("Texte cible", "target"),
        ("Traducción", "target"),
        ("原文", "source"),
        ("번역", "target"),
        ("translatorComments", "other"),
        ("Source comment", "other"),
        ("String ID", "other"),
        ("Bemerkungen", "other"),
        ("Satz", "text"),
        ("house", ""),
        ("#", "other"),
        ("Your translation", "target"),
    ],
)
def test_what_headers_say_a_column_is_for(name: str, role: str) -> None:
    assert role_of(name) == role


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ("question\tresponse\n" + "".join(f"{a}\t{b}\n" for a, b in both(0, 1, 2, 3)), False),
        ("phrase\ttraduction\n" + "".join(f"{a}\t{b}\n" for a, b in both(0, 1, 2, 3)), False),
        ("la\tit\nle\tthe\nchat\tcat\navec\twith\nmaison\thouse\n", True),
        ("English\tAnglais\nGerman\tAllemand\nbread\tpain\n", True),
        ("word\tmot\nbread\tpain\nhouse\tmaison\n", True),
        ("line 1\tZeile 1\nline 2\tZeile 2\nline 3\tZeile 3\n", True),
        ("text A1\tTexte A1\ntext A2\tTexte A2\ntext A3\tTexte A3\n", True),
        ("en\tfr\nbread\tpain\nhouse\tmaison\n", False),
        ("English\tFrench\nbread\tpain\nhouse\tmaison\n", False),
    ],
)
def test_first_rows_of_ordinary_words(tmp_path: Path, rows: str, kept: bool) -> None:
    pairs = read(write(tmp_path / "w.tsv", rows))[0]
    first = tuple(rows.split("\n", 1)[0].split("\t"))
    assert (pairs[0] == first) is kept


# --- many tables -----------------------------------------------------------------------------------------------------


def test_generated_tables_are_read_right() -> None:
    found = outcomes()
    plain = [outcome for outcome in found if not outcome.table.ambiguous]
    assert len(plain) >= 60

    def names(wanted: Callable[[Outcome], bool]) -> list[str]:
        return [f"{o.table.name}: {o.reading}" for o in found if wanted(o)]

    assert sum(outcome.right for outcome in plain) >= len(plain) - 2, names(lambda o: not o.right)
    assert not names(lambda o: not o.right and not o.warned)
    assert not names(lambda o: o.table.ambiguous and not o.warned)


def test_names_from_a_file_are_short_and_printable_in_what_is_said(tmp_path: Path) -> None:
    """Keys with a terminal's escapes, and of 5,000 characters, in refusals, warnings and readings."""
    evil = "\x1b[2J" + "k" * 5000
    records = [{f"{evil}1": en, f"{evil}2": fr, f"{evil}3": "x y", "n": en} for en, fr in zip(EN, FR, strict=True)]
    path = write(tmp_path / "a.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    said = [refusal(path, columns="n,nothing"), refusal(path)]
    _, warnings, reading = read(path, columns=f"n,{evil}2")
    said += [*warnings, reading.sentence, reading.flags]
    book = workbook(tmp_path / "b.xlsx", ("Terms", [["en", "fr"], *map(list, zip(EN, FR, strict=True))], "visible"))
    said += [refusal(book, sheet=evil)]
    assert len(said) >= 5
    for text in said:
        assert text.isprintable()
        assert len(text) < 400
