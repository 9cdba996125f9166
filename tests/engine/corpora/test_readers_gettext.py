"""gettext catalogues, and this computer's own."""

from __future__ import annotations

import struct
import tracemalloc
from pathlib import Path

import polib
import pytest

from workbench.engine.core.errors import CorpusError
from workbench.engine.corpora.readers import read_pairs, system

PO = r"""
msgid ""
msgstr ""
"Language: ru\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=3; plural=0;\n"

msgid "Open\n"
"file"
msgstr "Открыть файл\n"

#, fuzzy
msgid "Fuzzy"
msgstr "Нет"

msgid "Untranslated"
msgstr ""

#~ msgid "Obsolete"
#~ msgstr "Нет"

msgctxt "menu"
msgid "%d file"
msgid_plural "%d files"
msgstr[0] "%d файл"
msgstr[1] "%d файла"
msgstr[2] "%d файлов"
"""
EXPECTED = [
    ("Open file", "Открыть файл"),
    ("%d file", "%d файл"),
    ("%d files", "%d файла"),
    ("%d files", "%d файлов"),
]


def sides(path: Path, **wanted: str) -> list[tuple[str, str]]:
    return [(pair.source, pair.target) for pair in read_pairs([path], **wanted)]


def refusal(path: Path, **wanted: str) -> str:
    with pytest.raises(CorpusError) as caught:
        sides(path, **wanted)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def compiled(text: str, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    polib.pofile(text).save_as_mofile(str(path))
    return path


def catalogue(language: str, charset: str = "UTF-8", **messages: str) -> str:
    head = f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset={charset}\\n"\n\n'
    return head + "".join(f'msgid "{key}"\nmsgstr "{text}"\n\n' for key, text in messages.items())


def test_po_skips_fuzzy_and_obsolete_and_pairs_plurals(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    path.write_text(PO, encoding="utf-8")
    assert sides(path, source_lang="en", target_lang="ru") == EXPECTED
    assert sides(path, source_lang="ru", target_lang="en") == [(b, a) for a, b in EXPECTED]
    assert "has no text in 'fr'. It has: en, ru." in refusal(path, source_lang="en", target_lang="fr")


def test_mo_reads_the_same(tmp_path: Path) -> None:
    path = compiled(PO, tmp_path / "x.mo")
    assert sorted(sides(path)) == sorted(EXPECTED)
    assert sorted(sides(path.rename(tmp_path / "renamed.bin"))) == sorted(EXPECTED)


def test_a_language_with_one_form_takes_the_plural(tmp_path: Path) -> None:
    path = tmp_path / "ja.po"
    path.write_text(catalogue("ja") + 'msgid "one"\nmsgid_plural "many"\nmsgstr[0] "全部"\n', encoding="utf-8")
    assert sides(path) == [("many", "全部")]


def test_damaged_catalogues_are_one_clear_line(tmp_path: Path) -> None:
    whole = compiled(PO, tmp_path / "x.mo").read_bytes()
    for end in (6, 40, len(whole) // 2):
        (tmp_path / "x.mo").write_bytes(whole[:end])
        line = refusal(tmp_path / "x.mo")
        assert str(tmp_path / "x.mo") in line
    bad = tmp_path / "x.po"
    bad.write_text('msgid ""\nmsgstr ""\n\ngarbage here\nmsgstr "b"\n')
    assert f"{bad}:4: is not a valid gettext catalogue" in refusal(bad)
    bad.write_bytes(catalogue("fr", a="b").encode() + b'msgid "c"\nmsgstr "d\xe9"\n')
    warnings: list[str] = []
    assert [p.target for p in read_pairs([bad], on_warning=warnings.append)] == ["b"]
    assert warnings == [
        "x.po: entries that cannot be read are left out (1): line 10 (c): byte 0xE9 is not valid in its encoding"
    ]
    bad.write_text(catalogue("fr", a=""))
    assert "holds no translated message" in refusal(bad)


def test_old_encodings_are_read_as_the_catalogue_says_unless_it_is_utf8(tmp_path: Path) -> None:
    path = tmp_path / "x.po"
    text = catalogue("fr", "ISO-8859-1", open="fermé")
    path.write_bytes(text.encode("iso-8859-1"))
    assert sides(path) == [("open", "fermé")]
    path.write_bytes(text.encode("utf-8"))
    assert sides(path) == [("open", "fermé")]


def test_mo_tables_are_checked_and_a_message_in_another_encoding_costs_itself(tmp_path: Path) -> None:
    path = compiled(catalogue("fr", Copy="Copier", Open="Ouvrir", Zoom="Zoom"), tmp_path / "x.mo")
    whole = path.read_bytes()
    assert len(sides(path)) == 3
    # The same catalogue with its numbers the other way round, as another processor writes it.
    numbers = 7 + 4 * struct.unpack("<I", whole[8:12])[0]
    swapped = struct.pack(f">{numbers}I", *struct.unpack(f"<{numbers}I", whole[: 4 * numbers]))
    path.write_bytes(swapped + whole[4 * numbers :])
    assert sides(path) == [("Copy", "Copier"), ("Open", "Ouvrir"), ("Zoom", "Zoom")]
    path.write_bytes(whole[:-3])
    assert "is cut off: message 4 of 4 lies behind its end" in refusal(path)
    path.write_bytes(whole[:8] + b"\xff\xff\xff\x7f" + whole[12:])
    assert "is cut off: its tables name 2,147,483,647 messages" in refusal(path)
    path.write_bytes(whole.replace(b"Ouvrir", b"Ouvri\xe9"))
    warnings: list[str] = []
    assert [p.source for p in read_pairs([path], on_warning=warnings.append)] == ["Copy", "Zoom"]
    assert len(warnings) == 1
    assert "(1): message 2: byte 0xE9 is not valid utf-8" in warnings[0]


def test_a_catalogue_without_a_language_is_not_named_after_its_program(tmp_path: Path) -> None:
    text = 'msgid "Open"\nmsgstr "Ouvrir"\n'
    (tmp_path / "app.po").write_text(text)
    assert sides(tmp_path / "app.po", source_lang="en", target_lang="fr") == [("Open", "Ouvrir")]
    (tmp_path / "de.po").write_text(text)
    assert "has no text in 'fr'. It has: en, de." in refusal(tmp_path / "de.po", source_lang="en", target_lang="fr")


@pytest.fixture
def share(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A computer with four catalogues, one of them damaged."""
    system._search.cache_clear()
    folder = tmp_path / "share"
    monkeypatch.setattr(system, "catalogue_folders", lambda: [folder])
    for language, messages in (
        ("fr", {"open": "ouvrir", "close": "fermer", "twice": "deux"}),
        ("fr_CA", {"open": "ouvrir", "close": "clore"}),
        ("de", {"open": "öffnen", "twice": "zwei", "only": "nur"}),
        ("zh_TW", {"open": "開啟"}),
    ):
        compiled(catalogue(language, **messages), folder / "locale" / language / "LC_MESSAGES" / "app.mo")
    broken = folder / "locale" / "fr" / "LC_MESSAGES" / "broken.mo"
    broken.write_bytes((broken.parent / "app.mo").read_bytes()[:50])
    return folder


def pairs_of(source: str, target: str, warnings: list[str] | None = None) -> set[tuple[str, str]]:
    told: list[str] = [] if warnings is None else warnings
    found = [(p.source, p.target) for p in system.system_pairs(source, target, told.append)]
    assert len(found) == len(set(found))
    return set(found)


def test_system_pairs_join_all_catalogues_and_skip_a_damaged_one_with_a_warning(share: Path) -> None:
    warnings: list[str] = []
    expected = {("open", "ouvrir"), ("close", "fermer"), ("close", "clore"), ("twice", "deux")}
    assert pairs_of("en", "fr", warnings) == expected
    assert len(warnings) == 1
    assert "broken.mo" in warnings[0]
    assert pairs_of("fr", "en") == {(b, a) for a, b in expected}
    assert pairs_of("en", "fr-CA") == {("open", "ouvrir"), ("close", "clore")}


def test_two_languages_other_than_english_are_joined_on_the_message(share: Path) -> None:
    assert pairs_of("de", "fr") == {("öffnen", "ouvrir"), ("zwei", "deux")}


def test_system_refuses_what_this_computer_has_not(share: Path) -> None:
    assert system.system_languages() == {"fr": 2, "de": 1, "fr-ca": 1, "zh-tw": 1}
    with pytest.raises(CorpusError, match=r"no translations into 'eu'\. It has: de, fr, fr-ca, zh-tw"):
        list(system.system_pairs("en", "eu"))
    with pytest.raises(CorpusError, match="need two languages"):
        list(system.system_pairs("en", ""))


@pytest.mark.parametrize("bad", ['"' + "x" * 1_900_000, '""' * 900_000 + "x", '"' + "\\\\" * 2_000_000])
def test_a_string_without_an_end_takes_no_memory(tmp_path: Path, bad: str) -> None:
    path = tmp_path / "x.po"
    path.write_text(catalogue("fr", a="b") + "msgid " + bad)
    tracemalloc.start()
    assert sides(path) == [("a", "b")]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 120_000_000
