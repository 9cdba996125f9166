"""The tables that ``generated_tables`` writes: one entry each, as different people would have made them."""

from __future__ import annotations

import csv

from tests.cases.generated_tables import (
    DATES,
    FILES,
    GERMAN_NOTES,
    KEYS,
    LONG_NOTES,
    NOTES,
    URLS,
    UUIDS,
    WORDS,
    N,
    Table,
    column,
    cycle,
    ids,
    numbers,
)

EN, FR, DE, ES, IT = (column(tag) for tag in ("en", "fr", "de", "es", "it"))
RU, KO, JA, ZH, AR = (column(tag) for tag in ("ru", "ko", "ja", "zh", "ar"))
COVER = ("Cover", [["Project", "Kitchen handbook"], ["Version", "3"], ["Contact", "office@example.org"]], False)
README = ("Read me", [["How to use this file"], ["Fill in the column on the right."]], False)
LISTS = ("Lists", [["draft", "Entwurf"], ["final", "fertig"], ["yes", "ja"], ["no", "nein"]], True)
HALF = (1, 2, 5, 7, 8, 11)


def tables() -> list[Table]:
    """All of them."""
    return [*delimited(), *headers(), *no_headers(), *states(), *workbooks(), *records(), *tools(), *unclear()]


def delimited() -> list[Table]:
    """Delimiters, quoting, encodings, lines before the header."""
    lines = ["Two\nlines here.", *EN[1:]], ["Deux\nlignes ici.", *FR[1:]]
    quotes = ['He said "no".', *EN[1:]], ["Il a dit « non ».", *FR[1:]]
    commas = [f"{text[:-1]}, and so on." for text in EN], [f"{text[:-1]}, und so weiter." for text in DE]
    return [
        Table("id first, comma", "csv", [("ID", ids()), ("English", EN), ("French", FR)], (1, 2)),
        Table("semicolons, German names", "csv", [("Nr", numbers()), ("Deutsch", DE), ("Englisch", EN)], (1, 2), delimiter=";"),
        Table("semicolons, commas in every text", "csv", [("en", commas[0]), ("de", commas[1])], (0, 1), delimiter=";"),
        Table("sep line of Excel", "csv", [("Key", KEYS), ("Source", EN), ("Target", ES)], (1, 2), delimiter=";",
              first_line="sep=;\r\n", encoding="utf-8-sig"),
        Table("pipe", "csv", [("English", EN), ("Russian", RU), ("Comment", NOTES)], (0, 1), delimiter="|"),
        Table("tab in a csv file", "csv", [("id", numbers()), ("en", EN), ("it", IT)], (1, 2), delimiter="\t"),
        Table("UTF-16 from Excel, tab", "tsv", [("Ref", ids("A-{}")), ("Anglais", EN), ("Français", FR)], (1, 2),
              encoding="utf-16"),
        Table("every field quoted", "csv", [("location", FILES), ("source", EN), ("target", KO)], (1, 2),
              quoting=csv.QUOTE_ALL),
        Table("cells with line breaks", "csv", [("id", ids()), ("en", lines[0]), ("fr", lines[1])], (1, 2), delimiter=";"),
        Table("quotes inside", "csv", [("#", numbers()), ("Source", quotes[0]), ("Translation", quotes[1])], (1, 2)),
        Table("two lines of title", "csv", [("No.", numbers()), ("English", EN), ("German", DE)], (1, 2),
              above=[["Phrase list of the bakery", "", ""], ["exported 2024-05-02", "", ""]]),
        Table("BOM, Korean", "csv", [("번호", numbers()), ("영어", EN), ("한국어", KO), ("비고", NOTES)], (1, 2),
              encoding="utf-8-sig"),
    ]  # fmt: skip


def headers() -> list[Table]:
    """Names of languages and roles in many languages, ids and notes in every place."""
    notes_en = ("Notes", NOTES)
    checked = ("Checked", cycle("x", "", "x"))
    return [
        Table("ID, German, English, Notes, Checked", "csv", [("ID", ids()), ("German", DE), ("English", EN), notes_en, checked], (1, 2)),
        Table("notes before the languages", "csv", [("Nr", numbers()), notes_en, ("Deutsch", DE), ("Englisch", EN)], (2, 3)),
        Table("id, English, Translation", "csv", [("ID", ids()), ("English", EN), ("Translation", FR)], (1, 2)),
        Table("No is a number", "csv", [("No", numbers(101)), ("English", EN), ("French", FR)], (1, 2), delimiter=";"),
        Table("Quelle and Ziel", "csv", [("Schlüssel", KEYS), ("Quelle", EN), ("Ziel", DE), ("Kommentar", GERMAN_NOTES)], (1, 2), delimiter=";"),
        Table("Ausgangstext and Zieltext", "tsv", [("Datum", DATES), ("Ausgangstext", FR), ("Zieltext", DE)], (1, 2)),
        Table("original and traducción", "csv", [("clave", KEYS), ("original", EN), ("traducción", ES), ("notas", NOTES)], (1, 2)),
        Table("texte source and traduction", "csv", [("Réf.", ids("R{}")), ("Texte source", EN), ("Traduction", FR), ("Remarques", NOTES)], (1, 2), delimiter=";"),
        Table("Italian names", "csv", [("Inglese", EN), ("Italiano", IT), ("Commenti", NOTES)], (0, 1), delimiter=";"),
        Table("Chinese header", "csv", [("编号", numbers()), ("原文", EN), ("译文", ZH), ("备注", NOTES)], (1, 2)),
        Table("Japanese header, target first", "csv", [("番号", numbers()), ("日本語", JA), ("英語", EN)], (2, 1), asked=("en", "ja")),
        Table("Russian header", "csv", [("Номер", numbers()), ("Английский", EN), ("Русский", RU), ("Примечание", NOTES)], (1, 2), delimiter=";"),
        Table("Arabic, right to left", "csv", [("English", EN), ("العربية", AR), ("ملاحظات", NOTES)], (0, 1)),
        Table("region tags", "csv", [("key", KEYS), ("en-US", EN), ("de-DE", DE)], (1, 2)),
        Table("underscored tags", "csv", [("string_id", ids("s_{}")), ("text_en", EN), ("text_fr", FR)], (1, 2)),
        Table("names in brackets", "csv", [("UUID", UUIDS), ("Source (en)", EN), ("Target (ru)", RU)], (1, 2)),
        Table("long names", "csv", [("English text", EN), ("German translation", DE), ("Reviewer", cycle("Ann", "Bo"))], (0, 1)),
        Table("three languages, two asked", "csv", [("en", EN), ("fr", FR), ("de", DE)], (2, 1), asked=("de", "fr")),
        Table("asked against the order", "csv", [("ID", ids()), ("English", EN), ("French", FR)], (2, 1), asked=("fr", "en")),
        Table("source and target, asked", "csv", [("id", UUIDS), ("source", EN), ("target", FR), ("context", KEYS)], (1, 2), asked=("en", "fr")),
        Table("links and dates between", "csv", [("en", EN), ("url", URLS), ("updated", DATES), ("fr", FR)], (0, 3)),
        Table("IT department is no Italian", "csv", [("IT", cycle("A12", "B7")), ("English", EN), ("German", DE)], (1, 2)),
        Table("long notes in English", "csv", [("English", EN), ("Deutsch", DE), ("Description", LONG_NOTES)], (0, 1)),
        Table("half filled target, full comments", "csv", [("ID", ids()), ("Source", EN), ("Target", column("de", missing=HALF)), ("Comment", LONG_NOTES)], (1, 2), out=HALF),
        Table("half filled language, full description", "csv", [("English", EN), ("Description", LONG_NOTES), ("French", column("fr", missing=HALF))], (0, 2), out=HALF),
        Table("plain words as header above sentences", "tsv", [("question", EN), ("response", FR)], (0, 1)),
        Table("sentence / Satz", "tsv", [("sentence", EN), ("Satz", DE)], (0, 1)),
        Table("unknown words, three columns", "csv", [("Lfd", numbers()), ("Original", DE), ("Entwurf 2", EN)], (1, 2)),
    ]  # fmt: skip


def no_headers() -> list[Table]:
    """Tables without a header, and first rows that look like one."""
    pair = [(None, EN), (None, DE)]
    listed = [(None, ["la", *WORDS["fr"]]), (None, ["it", *WORDS["en"]])]
    named = [
        (None, ["English", "French", "German", *WORDS["en"]]),
        (None, ["anglais", "français", "allemand", *WORDS["fr"]]),
    ]
    return [
        Table("no header, two columns", "tsv", pair, (0, 1)),
        Table("no header, ids and files", "csv", [(None, ids()), (None, FILES), (None, EN), (None, FR)], (2, 3)),
        Table("no header, asked in the other order", "csv", pair, (1, 0), asked=("de", "en")),
        Table("no header, numbers between", "csv", [(None, EN), (None, numbers(900)), (None, KO), (None, DATES)], (0, 2)),
        Table("no header, remarks in English", "csv", [(None, numbers()), (None, EN), (None, ES), (None, NOTES)], (1, 2), delimiter=";"),
        Table("word list that begins with la / it", "tsv", listed, (0, 1)),
        Table("word list of language names", "tsv", named, (0, 1)),
        Table("counted columns", "tsv", [("0", EN), ("1", RU)], (0, 1)),
    ]  # fmt: skip


def states() -> list[Table]:
    """Rows that say that they are not done."""
    fuzzy = cycle("False", "False", "True")
    bad = tuple(n for n, value in enumerate(fuzzy) if value == "True")
    every_third = (2, 5, 8, 11)
    gaps = column("fr", missing=(4,))
    return [
        Table("Weblate's columns", "csv", [("location", FILES), ("source", EN), ("target", gaps), ("id", [""] * N), ("fuzzy", fuzzy), ("context", KEYS), ("translator_comments", [""] * N), ("developer_comments", NOTES)], (1, 2), out=(*bad, 4), quoting=csv.QUOTE_ALL),
        Table("approved yes / no", "csv", [("ID", ids()), ("English", EN), ("German", DE), ("Approved", cycle("yes", "yes", "no"))], (1, 2), out=every_third),
        Table("Status in German", "csv", [("Englisch", EN), ("Deutsch", DE), ("Status", cycle("freigegeben", "übersetzt", "Entwurf"))], (0, 1), out=every_third, delimiter=";"),
        Table("needs review", "tsv", [("en", EN), ("es", ES), ("needs review", cycle("0", "0", "1"))], (0, 1), out=every_third),
        Table("statut", "csv", [("Anglais", EN), ("Français", FR), ("Statut", cycle("validé", "traduit", "à revoir"))], (0, 1), out=every_third),
    ]  # fmt: skip


def workbooks() -> list[Table]:
    """Sheets, titles, errors."""
    title = [["Glossary of the kitchen 2024"], []]
    errors = ["#N/A" if n == 3 else text for n, text in enumerate(FR)]
    filled = [["ID", "English", "French"], *(list(row) for row in zip(ids(), EN, FR, strict=True))]
    other = ("Archive", [["old name", "new name"], ["stove", "hob"]], False)
    return [
        Table("title, id, comment", "xlsx", [("ID", ids("P-{:02}")), ("English", EN), ("French", FR), ("Comment", NOTES)], (1, 2), above=title),
        Table("cover sheet first", "xlsx", [("English", EN), ("German", DE)], (0, 1), before=[COVER], sheet="Terms"),
        Table("read-me sheet of one column", "xlsx", [("Source", EN), ("Target", JA)], (0, 1), before=[README], sheet="Strings"),
        Table("hidden sheet first", "xlsx", [("ID", numbers()), ("English", EN), ("French", FR)], (1, 2), before=[LISTS]),
        Table("starts in column C", "xlsx", [("Nr.", numbers()), ("Deutsch", DE), ("Spanisch", ES)], (1, 2), left=2),
        Table("an error cell", "xlsx", [("en", EN), ("fr", errors)], (0, 1), out=(3,)),
        Table("empty translations", "xlsx", [("Quelltext", EN), ("Übersetzung", column("de", missing=HALF)), ("Hinweis", GERMAN_NOTES)], (0, 1), out=HALF),
        Table("a small sheet behind", "xlsx", [("English", EN), ("Chinese (Simplified)", ZH), ("Remarks", NOTES)], (0, 1), after=[other]),
        Table("title, cover and asked order", "xlsx", [("Date", DATES), ("French", FR), ("English", EN)], (2, 1), asked=("en", "fr"), above=title, before=[COVER], sheet="Data"),
        Table("ods with cover", "ods", [("No", numbers()), ("English", EN), ("Russian", RU)], (1, 2), before=[COVER], sheet="List"),
        Table("ods, title row", "ods", [("Key", KEYS), ("Originaltext", DE), ("Traducción", ES)], (1, 2), above=[["Export", "", ""]]),
        Table("two languages on another sheet", "xlsx", [("German", DE), ("Italian", IT)], (0, 1), asked=("de", "it"), before=[("EN-FR", filled, False)], sheet="DE-IT"),
    ]  # fmt: skip


def records() -> list[Table]:
    """JSON Lines and Parquet."""
    return [
        Table("keys source, target, id, note", "jsonl", [("id", ids()), ("source", EN), ("target", KO), ("note", NOTES)], (1, 2)),
        Table("id is no Indonesian", "jsonl", [("id", numbers()), ("en", EN), ("de", DE)], (1, 2)),
        Table("sentence keys", "jsonl", [("uid", UUIDS), ("english", EN), ("german", DE), ("domain", cycle("home", "work"))], (1, 2)),
        Table("Parquet with id and language columns", "parquet", [("id", numbers()), ("en", EN), ("zh", ZH)], (1, 2)),
        Table("Parquet, unnamed texts", "parquet", [("file", FILES), ("txt_a", EN), ("txt_b", RU), ("added", DATES)], (1, 2)),
    ]  # fmt: skip


def tools() -> list[Table]:
    """As translation programs and sites export them, and in old encodings."""
    log = [["Who", "What", "Why"], *(["Anna", f"We talked about chapter {n} today.", "It was wrong before."] for n in range(25))]
    every_other = (1, 3, 5, 7, 9, 11)
    return [
        Table("segment id and status", "csv", [("Segment ID", numbers()), ("Segment status", cycle("Translated", "Draft")), ("Source segment", EN), ("Target segment", FR)], (2, 3), out=every_other),
        Table("identifier, source_phrase, translation", "csv", [("identifier", KEYS), ("source_phrase", EN), ("translation", ES), ("labels", cycle("a", "b")), ("max_length", numbers(20)), ("context", LONG_NOTES)], (1, 2)),
        Table("codes of languages as columns", "csv", [("Source language", cycle("en")), ("Target language", cycle("fr")), ("Source", EN), ("Target", FR)], (2, 3)),
        Table("links of sentences, no header", "tsv", [(None, numbers(1276)), (None, cycle("eng")), (None, EN), (None, numbers(5350)), (None, cycle("fra")), (None, FR)], (2, 5)),
        Table("back translation", "csv", [("English", EN), ("French", FR), ("Back translation", EN[1:] + EN[:1])], (0, 1)),
        Table("two rows of header", "xlsx", [("ID", ids()), ("EN", EN), ("FR", FR)], (1, 2), above=[["", "Source", "Target"]]),
        Table("lines about the project", "xlsx", [("ID", ids()), ("English", EN), ("French", FR)], (1, 2), above=[["Client", "the bakery", ""], ["Date", "2024-01-02", ""], []]),
        Table("a long log sheet first", "xlsx", [("English", EN), ("German", DE)], (0, 1), before=[("Log", log, False)], sheet="Texts"),
        Table("index of a data frame", "csv", [("", numbers(0)), ("en", EN), ("ru", RU)], (1, 2)),
        Table("Windows-1252, semicolons", "csv", [("Nr", numbers()), ("Deutsch", DE), ("Französisch", FR)], (1, 2), delimiter=";", encoding="cp1252"),
        Table("Windows-1251", "csv", [("Английский", EN), ("Русский", RU), ("Статус", cycle("утверждено", "черновик"))], (0, 1), delimiter=";", encoding="cp1251", out=every_other),
    ]  # fmt: skip


def unclear() -> list[Table]:
    """Tables that could be read in two ways: a warning is asked for, whatever is taken."""
    half = N // 2
    drafts = [*DE[:half], *DE[half:]], [text.replace("Sie", "Du") for text in DE]
    return [
        Table("two German versions", "csv", [("English", EN), ("Version A", drafts[0]), ("Version B", drafts[1])], (0, 1), ambiguous=True),
        Table("two sheets alike", "xlsx", [("English", EN), ("French", FR)], (0, 1), ambiguous=True,
              after=[("Sheet2", [["English", "French"], *map(list, zip(EN, FR, strict=True))], False)]),
        Table("keys instead of a source", "csv", [("source", KEYS), ("target", FR)], (0, 1), ambiguous=True),
        Table("identifiers beside one text", "csv", [("ID", ids()), ("English", EN)], (0, 1), ambiguous=True),
    ]  # fmt: skip
