"""Translation files as tools and people really leave them: TMX, XLIFF, PO."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.readers import detect, read_pairs
from workbench.engine.corpora.readers.keys import looks_like_keys


class Read:
    """Pairs of a file and what was said about it."""

    def __init__(self, path: Path, content: str | bytes, *, encoding: str = "", langs: str = "en fr") -> None:
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        self.warnings: list[str] = []
        source, target = langs.split()
        options = ReadOptions(encoding=encoding)
        found = read_pairs(
            [path], source_lang=source, target_lang=target, options=options, on_warning=self.warnings.append
        )
        self.pairs = [(pair.source, pair.target) for pair in found]

    @property
    def warning(self) -> str:
        assert len(self.warnings) == 1, self.warnings
        return self.warnings[0]


# --- TMX ---------------------------------------------------------------------------------------------------------


def memory(*units: str, encoding: str = "utf-8", end: str = "</body></tmx>\n") -> str:
    head = f'<?xml version="1.0" encoding="{encoding}"?>\n<tmx version="1.4"><header srclang="en-GB"/><body>\n'
    return head + "\n".join(units) + "\n" + end


def tu(english: str, french: str, name: str = "", langs: tuple[str, str] = ("en-GB", "fr-FR")) -> str:
    named = f' tuid="{name}"' if name else ""
    texts = zip(langs, (english, french), strict=True)
    variants = "".join(f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in texts)
    return f"<tu{named}>{variants}</tu>"


GOOD = [tu("The tap drips.", "Le robinet goutte."), tu("Call a plumber.", "Appelez un plombier.")]
GOOD_PAIRS = [("The tap drips.", "Le robinet goutte."), ("Call a plumber.", "Appelez un plombier.")]


@pytest.mark.parametrize(
    ("declared", "codec", "mark"),
    [
        ("utf-16", "utf-16-le", "\ufeff"),
        ("utf-16", "utf-16-be", "\ufeff"),
        ("utf-16", "utf-16-le", ""),
        ("utf-16", "utf-16-be", ""),
        ("utf-8", "utf-16-le", "\ufeff"),
        ("utf-16", "utf-8", ""),
        ("iso-8859-1", "utf-8", ""),
        ("iso-8859-1", "iso-8859-1", ""),
        ("windows-1252", "windows-1252", ""),
    ],
)
def test_memories_in_any_encoding_with_tags_of_any_spelling(
    tmp_path: Path, declared: str, codec: str, mark: str
) -> None:
    text = mark + memory(tu("Summer", "Été", langs=("en_us", "FR_fr")), tu("here", "à côté"), encoding=declared)
    read = Read(tmp_path / "m.tmx", text.encode(codec))
    assert read.pairs == [("Summer", "Été"), ("here", "à côté")]
    assert read.warnings == []


def test_a_memory_in_another_encoding_than_it_says_is_refused_or_read_as_told(tmp_path: Path) -> None:
    content = memory(*(tu(f"Summer {i}", f"Été {i}") for i in range(30))).encode("windows-1252")
    with pytest.raises(CorpusError, match=r"byte 0xC9 is not valid utf-8: the file seems .*--encoding"):
        Read(tmp_path / "m.tmx", content)
    read = Read(tmp_path / "m.tmx", content, encoding="windows-1252")
    assert read.pairs[0] == ("Summer 0", "Été 0")
    assert len(read.pairs) == 30
    with pytest.raises(CorpusError, match="'unicode_escape', which is unknown or no encoding of text"):
        Read(tmp_path / "m.tmx", memory(*GOOD, encoding="unicode_escape"))
    with pytest.raises(CorpusError, match="'klingon' is no known character encoding"):
        Read(tmp_path / "m.tmx", content, encoding="klingon")


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ('Turn <g id="1">left</g> now.', "Turn left now."),
        ("Upper line<x id='2'/>lower line", "Upper line lower line"),
        ("Sum:<ph x='1'>&lt;br/&gt;</ph>four francs", "Sum: four francs"),
        ("Dear <ph/>, thanks", "Dear, thanks"),
        ("re<bpt i='1'>{\\b </bpt>write<ept i='1'>}</ept>", "rewrite"),
    ],
)
def test_words_do_not_run_together_where_a_code_stood(tmp_path: Path, english: str, expected: str) -> None:
    read = Read(tmp_path / "job.tmx", memory(tu(english, "x")))
    assert read.pairs == [(expected, "x")]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (tu("1998&#x13;2019", "de 1998 &#x13; 2019", "b7"), "a control character"),
        (tu("a \x0b b", "c", "b7"), "a control character"),
        (tu("nul \0 b", "c", "b7"), "a control character"),
        (tu("who &is; it", "c", "b7"), "an entity that is not declared"),
        (tu("a <b>bold", "c", "b7"), "a tag is not closed, or closed twice"),
        (tu("x", "y", "b7").replace("</tu>", ""), "is not closed"),
        (tu("x", "y", "b7").replace('xml:lang="fr-FR"', "xml:lang=fr"), "a tag is damaged"),
    ],
)
def test_a_damaged_unit_costs_itself_and_is_named(tmp_path: Path, bad: str, why: str) -> None:
    read = Read(tmp_path / "m.tmx", memory(GOOD[0], bad, GOOD[1]))
    assert read.pairs == GOOD_PAIRS
    assert read.warning == f"m.tmx: units that cannot be read are left out (1): line 4 (b7): {why}"


def test_a_byte_that_is_not_utf8_costs_its_unit(tmp_path: Path) -> None:
    units = [*GOOD, *(tu(f"Step {i}.", f"Étape {i}.") for i in range(20))]
    read = Read(tmp_path / "m.tmx", memory(tu("x", "caf\udce9", "b7"), *units).encode("utf-8", "surrogateescape"))
    assert len(read.pairs) == 22
    assert read.warning.endswith("(1): line 3 (b7): byte 0xE9 is not valid utf-8")


@pytest.mark.parametrize(
    ("english", "expected"),
    [
        ("Salt & pepper", "Salt & pepper"),
        ("AT&T", "AT&T"),
        ("3 < 5", "3 < 5"),
        ("caf&eacute;&nbsp;!", "café\xa0!"),
        ("one<br>two", "one two"),
    ],
)
def test_common_slips_are_mended_and_named(tmp_path: Path, english: str, expected: str) -> None:
    read = Read(tmp_path / "m.tmx", memory(GOOD[0], tu(english, "x", "b7"), GOOD[1]))
    assert read.pairs == [GOOD_PAIRS[0], (expected, "x"), GOOD_PAIRS[1]]
    assert read.warning == "m.tmx: units that are not well-formed were mended (1): line 4 (b7)"


def test_a_damaged_note_does_not_cost_the_unit(tmp_path: Path) -> None:
    noted = GOOD[0].replace("<tuv", '<prop type="x-before">&#x1;</prop><tuv', 1)
    assert Read(tmp_path / "m.tmx", memory(noted, GOOD[1])).pairs == GOOD_PAIRS


def test_cut_off_joined_and_commented_memories(tmp_path: Path) -> None:
    cut = memory(*GOOD, tu("Water", "Eau"))[:-60]
    read = Read(tmp_path / "m.tmx", cut)
    assert read.pairs == GOOD_PAIRS
    assert read.warning == "m.tmx: the file is cut off: nothing could be read from line 5 on"
    assert Read(tmp_path / "m.tmx", memory(GOOD[0]) + memory(GOOD[1])).pairs == GOOD_PAIRS
    tricky = memory(f"<!-- {tu('no', 'non')} -->", tu("a<![CDATA[</tu><tu>]]>", "b"), tu("c<!-- </tu> -->d", "e"))
    assert Read(tmp_path / "m.tmx", tricky).pairs == [("a</tu><tu>", "b"), ("cd", "e")]
    with pytest.raises(CorpusError, match=r":3: is not well-formed XML, or is cut off"):
        Read(tmp_path / "m.tmx", memory(GOOD[0])[:-40])


def test_several_variants_and_empty_sides(tmp_path: Path) -> None:
    variants = (("en", "Hi"), ("fr", "Salut"), ("FR", "Bonjour"))
    two = "".join(f'<tuv lang="{tag}"><seg>{text}</seg></tuv>' for tag, text in variants)
    two = f"<tu>{two}</tu>"
    read = Read(tmp_path / "m.tmx", memory(two, tu("", "vide"), tu("empty", "<ph/>")))
    assert read.pairs == [("Hi", "Salut"), ("Hi", "Bonjour")]
    assert read.warning == "m.tmx: left out: 2 with an empty side"
    # Two units of which the tags between them were lost: never one's source with the other's target.
    merged = GOOD[0].replace("</tu>", "") + GOOD[1].replace("<tu>", "")
    assert Read(tmp_path / "m.tmx", memory(merged)).pairs == GOOD_PAIRS


@pytest.mark.parametrize("opener", ["<!-- ", "<![CDATA[", "<? "])
def test_a_section_that_is_not_closed_swallows_only_its_unit(tmp_path: Path, opener: str) -> None:
    closed = tu("Off<!-- x -->", "Éteint<![CDATA[ ]]><?x y?>")
    read = Read(tmp_path / "m.tmx", memory(GOOD[0], tu(f"a {opener} b", "c", "b7"), GOOD[1], closed))
    assert read.pairs == [*GOOD_PAIRS, ("Off", "Éteint ")]
    assert "(1): line 4 (b7)" in read.warning


def test_languages_are_found_whatever_the_encoding(tmp_path: Path) -> None:
    content = memory(*(tu(f"Summer {i}", f"Été {i}") for i in range(30))).encode("windows-1252")
    path = tmp_path / "m.tmx"
    path.write_bytes(content)
    assert detect(path).languages(path) == ["en-GB", "fr-FR"]
    path = tmp_path / "x.po"
    path.write_bytes(po(("Close", "Fermé")).replace("UTF-8", "klingon").encode("latin-1"))
    assert detect(path).languages(path) == ["en", "fr"]


# --- XLIFF -------------------------------------------------------------------------------------------------------

XLIFF = (
    '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
    ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0">'
    '<file source-language="en" target-language="fr" original="a&gt;b">\n<body>\n{}\n</body></file></xliff>'
)
XLIFF2 = (
    '<xliff version="2.0" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">{}'
    "</file></xliff>"
)


def trans_unit(source: str, target: str, unit: str = "", state: str = "") -> str:
    return f'<trans-unit id="{source}" {unit}><source>{source}</source><target {state}>{target}</target></trans-unit>'


def mrk(mid: int, text: str) -> str:
    return f'<mrk mtype="seg" mid="{mid}">{text}</mrk>'


def test_segments_are_paired_by_their_numbers(tmp_path: Path) -> None:
    segmented = (
        "<trans-unit id='u'><source>Stir. Wait. Serve.</source><seg-source><g id='7'>"
        f"{mrk(1, 'Stir.')} {mrk(2, 'Wait.')} {mrk(3, 'Serve.')}</g></seg-source>"
        f"<target><g id='7'>{mrk(3, 'Servez.')}{mrk(1, 'Remuez.')}{mrk(2, '')}</g></target></trans-unit>"
    )
    whole = (
        f"<trans-unit id='w'><source>Eat. Drink.</source><seg-source>{mrk(1, 'Eat.')} {mrk(2, 'Drink.')}</seg-source>"
        "<target>Mangez. Buvez.</target></trans-unit>"
    )
    term, deleted = '<mrk mtype="x-term">eggs</mrk>', '<mrk mtype="x-sdl-deleted">bouillir</mrk>'
    changed = (
        f"<trans-unit id='c'><source>x</source><seg-source>{mrk(1, f'Fry {term}.')}</seg-source>"
        f"<target>{mrk(1, f'Faites {deleted}frire.')}</target></trans-unit>"
    )
    read = Read(tmp_path / "a.sdlxliff", XLIFF.format(segmented + whole + changed))
    assert read.pairs == [
        ("Stir.", "Remuez."),
        ("Serve.", "Servez."),
        ("Eat. Drink.", "Mangez. Buvez."),
        ("Fry eggs.", "Faites frire."),
    ]
    assert read.warning == "a.sdlxliff: left out: 1 not translated"


@pytest.mark.parametrize(
    ("definition", "target", "reason"),
    [
        ('conf="Translated"', "Lampe", ""),
        ('conf="ApprovedSignOff" origin="mt"', "Lampe", ""),
        ('conf="Draft" origin="source"', "Lamp", "draft copied from the source"),
        ('conf="Draft" percent="82" origin="tm"', "Lampes", "draft"),
        ('conf="RejectedTranslation"', "Lampe", "rejected"),
        ("", "Lamp", "draft copied from the source"),
    ],
)
def test_trados_segments_count_when_somebody_confirmed_them(
    tmp_path: Path, definition: str, target: str, reason: str
) -> None:
    unit = (
        f"<trans-unit id='u'><source>Lamp</source><seg-source>{mrk(1, 'Lamp')}</seg-source><target>{mrk(1, target)}"
        f'</target><sdl:seg-defs><sdl:seg id="1" {definition}/></sdl:seg-defs></trans-unit>'
    )
    read = Read(tmp_path / "a.sdlxliff", XLIFF.format(unit + trans_unit("Yes", "Oui")))
    assert read.pairs == ([("Yes", "Oui")] if reason else [("Lamp", target), ("Yes", "Oui")])
    assert read.warnings == ([f"a.sdlxliff: left out: 1 {reason}"] if reason else [])


@pytest.mark.parametrize(
    ("unit", "state", "reason"),
    [
        ("", 'state="new"', "not translated"),
        ("", 'state="needs-translation"', "not translated"),
        ("", 'state="needs-review-translation"', "not reviewed (fuzzy)"),
        ("", 'state-qualifier="leveraged-mt"', "machine translation not confirmed"),
        ('approved="no"', "", "not approved"),
        ('translate="no"', 'state="final"', "marked translate=no"),
        ("", 'state="translated"', ""),
        ("", 'state="needs-adaptation"', ""),
        ('approved="no"', 'state="translated"', ""),
        ('approved="yes"', "", ""),
    ],
)
def test_states_decide_what_is_a_translation(tmp_path: Path, unit: str, state: str, reason: str) -> None:
    text = XLIFF.format(trans_unit("Door", "Porte", unit, state) + trans_unit("Yes", "Oui"))
    read = Read(tmp_path / "a.xlf", text)
    assert read.pairs == ([("Yes", "Oui")] if reason else [("Door", "Porte"), ("Yes", "Oui")])
    assert read.warnings == ([f"a.xlf: left out: 1 {reason}"] if reason else [])


def test_translate_no_is_inherited_and_may_be_taken_back(tmp_path: Path) -> None:
    allowed = trans_unit("C", "D", 'translate="yes"')
    group = f'<group translate="no">{trans_unit("A", "B")}<group>{allowed}</group></group>'
    read = Read(tmp_path / "a.xlf", XLIFF.format(group + trans_unit("E", "F")))
    assert read.pairs == [("C", "D"), ("E", "F")]


def test_xliff_2_segments_codes_and_states(tmp_path: Path) -> None:
    read = Read(
        tmp_path / "a.xlf",
        XLIFF2.format(
            "<unit id='1'><originalData><data id='d'>&lt;br&gt;</data></originalData>"
            "<segment><source>One<ph id='1' dataRef='d'/>two</source>"
            "<target>Un<ph id='1' dataRef='d'/>deux</target></segment>"
            "<ignorable><source> </source><target> </target></ignorable>"
            "<segment state='initial'><source>Later</source><target>Later</target></segment>"
            "<segment state='reviewed'><source>th<pc id='2'>r</pc>ee <cp hex='41'/><cp hex='1'/></source>"
            "<target>trois A</target></segment></unit>"
            "<unit id='2' translate='no'><segment><source>X</source><target>Y</target></segment></unit>"
        ),
    )
    assert read.pairs == [("One two", "Un deux"), ("three A", "trois A")]
    assert read.warning == "a.xlf: left out: 1 draft copied from the source, 1 marked translate=no"


def test_damaged_xliff_units_and_file_elements_cost_themselves(tmp_path: Path) -> None:
    bad = trans_unit("Bad", "x &#1; y")
    proposal = trans_unit("Sea", "Mer").replace("<target", "<alt-trans><target>&#2;</target></alt-trans><target", 1)
    foreign = trans_unit("Sun", "Soleil", 'zz:status="x"')
    second = '<file source-language="en" target-language="fr><body>' + trans_unit("Lost", "Perdu") + "</body></file>"
    third = '<file source-language="en" target-language="fr"><body>' + trans_unit("Sky", "Ciel") + "</body></file>"
    text = XLIFF.format(bad + proposal + foreign).replace("</xliff>", f"{second}{third}</xliff>")
    read = Read(tmp_path / "a.xlf", text)
    assert read.pairs == [("Sea", "Mer"), ("Sun", "Soleil"), ("Sky", "Ciel")]
    assert any("(2): line 3 (Bad): a control character; line 4 (<file>): a tag is damaged" in w for w in read.warnings)
    assert "a.xlf: left out: 1 inside an element of which the tag is damaged" in read.warnings


# --- PO ----------------------------------------------------------------------------------------------------------

HEADER = 'msgid ""\nmsgstr ""\n"Language: fr\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def po(*entries: tuple[str, str], header: str = HEADER) -> str:
    return header + "".join(f'msgid "{message}"\nmsgstr "{translation}"\n\n' for message, translation in entries)


FIRST, LAST = ("Print", "Imprimer"), ("Undo", "Annuler")


@pytest.mark.parametrize(
    ("between", "why"),
    [
        ('#| msgid "" "left open\n#| here" " too."\nmsgid "a"\nmsgstr "b"\n', "line 9 (a): the previous message (#|)"),
        ('msgid "a\nmsgstr "b"\n', "line 9: is neither"),
        ('msgid "a"\nmsgstr "b" and more\n', "line 10 (a): is neither"),
        ('msgid "a"\n', "line 9 (a): has no msgstr"),
        ('msgstr "b"\n', "line 9: has no msgid"),
        ('msgid "a"\nmsgstr "\\q"\n', "line 10 (a): an unknown escape \\q"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', "line 11 (a): msgstr comes twice"),
        ('msgid "a"\nmsgstr[0] "b"\n', "line 9 (a): msgid_plural and msgstr[0]"),
        ('msgid "a"\nmsgstr "\0"\n', "line 10 (a): a control character"),
        ("<<<<<<< HEAD\n", "line 9: is neither"),
    ],
)
def test_a_broken_entry_costs_itself(tmp_path: Path, between: str, why: str) -> None:
    read = Read(tmp_path / "x.po", po(FIRST) + between + "\n" + po(LAST, header=""))
    assert read.pairs == [FIRST, LAST]
    assert f"left out (1): {why}" in read.warning


@pytest.mark.parametrize(
    "comment",
    [
        '#msgid "Old"\n#msgstr "Vieux"\n',
        '#~ msgid "Old"\n#~ msgstr "Vieux"\n',
        '#~| msgid "Older"\n#~ msgid "Old"\n#~ msgstr "Vieux"\n',
        '#, fuzzy\n#~ msgid "Old"\n#~ msgstr "Vieux"\n',
        '#| msgid ""\n#| "two "\n#| "lines"\n',
        "#: a.c:1\n#. note\n#\n##\n#\u2028msgid\n#, c-format\n",
        'domain "other"\n',
    ],
)
def test_comments_of_any_form_are_comments(tmp_path: Path, comment: str) -> None:
    read = Read(tmp_path / "x.po", po(FIRST) + comment + "\n" + po(LAST, header=""))
    assert read.pairs == [FIRST, LAST]
    assert read.warnings == []


@pytest.mark.parametrize("letter", ["\u2028", "\u2029", "\x85", "\x0c", "\x0b", "\x1c"])
def test_characters_that_unicode_calls_line_breaks_stand_in_strings(tmp_path: Path, letter: str) -> None:
    read = Read(tmp_path / "x.po", po(FIRST, (f"cut{letter}here", f"coupez{letter}ici"), LAST))
    assert read.pairs == [FIRST, ("cut here", "coupez ici"), LAST]


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_line_ends_of_other_systems(tmp_path: Path, end: str) -> None:
    assert Read(tmp_path / "x.po", po(FIRST, LAST).replace("\n", end)).pairs == [FIRST, LAST]


def test_fuzzy_untranslated_and_contexts(tmp_path: Path) -> None:
    text = po(FIRST, ("Later", "")) + (
        '#,fuzzy\nmsgid "Guess"\nmsgstr "Devine"\n#, c-format, fuzzy\nmsgid "No"\nmsgstr "Oui"\n'
        'msgctxt "month"\nmsgid "May"\nmsgstr "Mai"\nmsgctxt "verb"\nmsgid "May"\nmsgstr "Peut"\n'
        'msgid "two " "strings"\n\nmsgstr ""\n\n"deux "\n"fils \\\\ \\x41\\102"\n'
    )
    read = Read(tmp_path / "x.po", text)
    assert read.pairs == [FIRST, ("May", "Mai"), ("May", "Peut"), ("two strings", "deux fils \\ AB")]
    assert read.warning == "x.po: left out: 2 fuzzy, 1 not translated"


def test_charsets_that_are_none_are_refused_and_strays_cost_their_entry(tmp_path: Path) -> None:
    old = po(FIRST, ("Close", "Fermé")).replace("UTF-8", "ISO-8859-15")
    assert Read(tmp_path / "x.po", old.encode("iso-8859-15")).pairs[1] == ("Close", "Fermé")
    assert Read(tmp_path / "x.po", po(FIRST).encode("utf-16")).pairs == [FIRST]
    for charset in ("unicode_escape", "utf-7", "klingon"):
        with pytest.raises(CorpusError, match="unknown or no encoding of text"):
            Read(tmp_path / "x.po", old.replace("ISO-8859-15", charset).encode("latin-1"))
    many = po(*((f"n{i}", f"é{i}") for i in range(30))).encode("latin-1")
    with pytest.raises(CorpusError, match="many entries hold bytes that are not valid utf-8"):
        Read(tmp_path / "x.po", many)
    assert len(Read(tmp_path / "x.po", many, encoding="latin-1").pairs) == 30


def test_messages_taken_for_another_language_are_mentioned(tmp_path: Path) -> None:
    assert "probably in 'en'" in Read(tmp_path / "x.po", po(FIRST, LAST), langs="de fr").warning
    noted = po(FIRST, LAST, header=HEADER[:-1] + '"X-Source-Language: de\\n"\n\n')
    assert Read(tmp_path / "x.po", noted, langs="de fr").warnings == []


# --- keys --------------------------------------------------------------------------------------------------------

KEYS = ["user.login.title", "user.login.hint", "btn_save", "error/404/text", "loginTitle", "ERR_DISK_FULL"]
WORDS = ["Save", "check-in", "and/or", "e-mail", "www.example.org", "USB", "Don't panic.", "Größe", "JavaScript"]


def test_keys_are_told_from_words() -> None:
    assert looks_like_keys(KEYS)
    assert looks_like_keys([*KEYS, "Save", "Open"])
    assert not looks_like_keys(WORDS)
    assert not looks_like_keys([*WORDS, *KEYS[:3]])
    assert not looks_like_keys(KEYS[:3])
    assert not looks_like_keys([])


@pytest.mark.parametrize("kind", ["po", "tmx", "xlf"])
def test_keys_as_source_are_reported(tmp_path: Path, kind: str) -> None:
    texts = [(key, f"Le texte {number}.") for number, key in enumerate(KEYS)]
    made = {
        "po": po(*texts),
        "tmx": memory(*(tu(*pair) for pair in texts)),
        "xlf": XLIFF.format("".join(trans_unit(*pair) for pair in texts)),
    }
    read = Read(tmp_path / f"k.{kind}", made[kind])
    assert len(read.pairs) == len(KEYS)
    assert f"k.{kind}: the source side holds keys such as 'user.login.title'" in read.warning
