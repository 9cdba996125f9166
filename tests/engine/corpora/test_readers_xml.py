"""TMX and XLIFF: languages, inline markup, and files that are hostile or cut off."""

from __future__ import annotations

import tracemalloc
from pathlib import Path

import pytest

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.types import Pair
from workbench.engine.corpora.export import export_pairs
from workbench.engine.corpora.readers import detect, read_pairs

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">'
HEADER = '<header srclang="{}" segtype="sentence" datatype="plaintext" adminlang="en" o-tmf="x" creationtool="x"/>'


def unit(**texts: str) -> str:
    variants = "".join(
        f'<tuv xml:lang="{lang.replace("_", "-")}"><seg>{text}</seg></tuv>' for lang, text in texts.items()
    )
    return f"<tu>{variants}</tu>"


def tmx(path: Path, *units: str, srclang: str = "en", head: str = HEAD) -> Path:
    path.write_text(f"{head}{HEADER.format(srclang)}<body>{''.join(units)}</body></tmx>", encoding="utf-8")
    return path


def sides(path: Path, **wanted: str) -> list[tuple[str, str]]:
    return [(pair.source, pair.target) for pair in read_pairs([path], **wanted)]


def refusal(path: Path, **wanted: str) -> str:
    with pytest.raises(CorpusError) as caught:
        sides(path, **wanted)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_the_pair_is_picked_from_a_multilingual_memory(tmp_path: Path) -> None:
    path = tmx(
        tmp_path / "m.tmx",
        unit(en_US="Hi.", fr_CA="Salut.", de="Hallo."),
        unit(fr="Oui.", EN_GB="Yes."),
        unit(de="Nein.", en="No."),
    )
    assert sides(path, source_lang="fr", target_lang="en") == [("Salut.", "Hi."), ("Oui.", "Yes.")]
    assert sides(path, source_lang="de", target_lang="fr-CA") == [("Hallo.", "Salut.")]
    # Without a wish: the header's language, then whatever else a unit has.
    assert sides(path) == [("Hi.", "Salut."), ("Yes.", "Oui."), ("No.", "Nein.")]
    assert sides(path, target_lang="en")[0] == ("Salut.", "Hi.")
    assert detect(path).languages(path)[0] in ("en", "en-US")


def test_a_language_that_is_not_there_is_named_with_those_that_are(tmp_path: Path) -> None:
    path = tmx(tmp_path / "m.tmx", unit(en="Hi.", fr="Salut."))
    line = refusal(path, source_lang="en", target_lang="de")
    assert line == f"{path}: has no text in 'de'. It has: en, fr."
    assert "has no unit in both languages" in refusal(
        tmx(path, unit(en="a", fr="b"), unit(de="c", fr="d")), source_lang="en", target_lang="de"
    )
    assert "holds no translation unit" in refusal(tmx(path))


def test_inline_markup_is_flattened_and_codes_are_left_out(tmp_path: Path) -> None:
    marked = (
        'A <bpt i="1">&lt;b&gt;</bpt>bold<ept i="1">&lt;/b&gt;</ept> <hi>word<ph>{1}</ph></hi>'
        "<it pos='begin'>x<sub>not this</sub></it>\n&amp; <!-- no --><![CDATA[<tail>]]>&nbsp;!"
    )
    path = tmx(tmp_path / "m.tmx", unit(en=marked, fr="b"))
    assert sides(path, source_lang="en", target_lang="fr") == [("A bold word & <tail>\xa0!", "b")]


def test_older_lang_attribute_and_utf16(tmp_path: Path) -> None:
    units = "<tu><tuv lang='EN'><seg>é</seg></tuv><tuv lang='FR'><seg>b</seg></tuv></tu>"
    text = f"<tmx>{HEADER.format('*all*')}<body>{units}"
    path = tmp_path / "m.tmx"
    path.write_bytes(f'<?xml version="1.0" encoding="UTF-16"?>{text}</body></tmx>'.encode("utf-16"))
    assert sides(path, source_lang="fr", target_lang="en") == [("b", "é")]


BOMB = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))


@pytest.mark.parametrize(
    "doctype",
    [
        f"<!DOCTYPE tmx [{BOMB}]>",
        '<!DOCTYPE tmx [<!ENTITY e11 SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE tmx [<!ENTITY e11 SYSTEM "http://127.0.0.1:9/x">]>',
        f'<!DOCTYPE tmx [{BOMB}<!ATTLIST tmx version CDATA "&e11;">]>',
        "<!DOCTYPE tmx [<!ENTITY % p \"<!ENTITY e11 'x'>\"> %p;]>",
    ],
    ids=["bomb", "file", "network", "attribute", "parameter"],
)
def test_entities_are_refused_before_they_do_anything(tmp_path: Path, doctype: str) -> None:
    path = tmx(
        tmp_path / "m.tmx", unit(en="x &e11;", fr="b"), head=f'<?xml version="1.0"?>{doctype}<tmx version="1.4">'
    )
    tracemalloc.start()
    line = refusal(path, source_lang="en", target_lang="fr")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert str(path) in line
    assert "entit" in line.lower()
    assert peak < 20_000_000


def test_cut_off_and_foreign_xml(tmp_path: Path) -> None:
    path = tmx(tmp_path / "m.tmx", unit(en="Hi.", fr="Salut."), "\n", unit(en="Yes.", fr="Oui."))
    text = path.read_text()
    path.write_text(text[:-40])
    warnings: list[str] = []
    assert [p.target for p in read_pairs([path], on_warning=warnings.append)] == ["Salut."]
    assert warnings == ["m.tmx: the file is cut off: nothing could be read from line 4 on"]
    path.write_text(text[: text.index("Salut.")])
    line = refusal(path)
    assert "is not well-formed XML, or is cut off" in line
    assert f"{path}:3" in line
    path.write_text("plain words")
    assert "is not well-formed XML" in refusal(path)
    path.write_text("<html><body/></html>")
    assert "is XML, but <html> and not <tmx>" in refusal(path)
    path.write_text("<a>" * 100_000)
    assert str(path) in refusal(path)


def test_memory_does_not_grow_with_the_file(tmp_path: Path) -> None:
    path = tmx(tmp_path / "m.tmx", *(unit(en=f"{i} " * 50, fr=f"{i} " * 50) for i in range(5000)))
    tracemalloc.start()
    assert sum(1 for _ in read_pairs([path], source_lang="en", target_lang="fr")) == 5000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4_000_000


def test_exported_memory_reads_back(tmp_path: Path) -> None:
    pairs = [Pair("a < b & \x02c", "é"), Pair(" two ", "\U0001f600 ]]>")]
    (path,) = export_pairs(pairs, tmp_path / "o.tmx", source_lang="en-GB", target_lang="fr")
    assert sides(path, source_lang="fr", target_lang="en") == [("é", "a < b & \ufffdc"), ("\U0001f600 ]]>", " two ")]


XLIFF1 = """<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file source-language="en-US" target-language="fr" original="x" datatype="plaintext"><body><group>
<trans-unit id="1"><source>Hi <g id="1">you</g><x id="2"/>.</source><target>Salut <g id="1">toi</g>.</target>
  <alt-trans><source>no</source><target>non</target></alt-trans></trans-unit>
<trans-unit id="2"><source>Later</source><target state="needs-translation">Later</target></trans-unit>
<trans-unit id="3"><source>None</source></trans-unit>
<trans-unit id="4"><source>Empty</source><target></target></trans-unit></group></body></file></xliff>"""

XLIFF2 = """<?xml version="1.0"?>
<xliff version="2.0" srcLang="en" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0">
<file id="f"><unit id="u"><segment id="s1"><source>A <pc id="1">b</pc><ph id="2"/> c</source>
<target>D <mrk id="m">e</mrk></target></segment><segment><source>open</source></segment></unit></file></xliff>"""


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        # A placeholder or an unknown code keeps words apart; formatting may stand inside a word.
        ("one<ph/>two", "one two"),
        ("one<x/><x/>two", "one two"),
        ("Total:<x/>ten", "Total: ten"),
        ("5<ph>{1}</ph>kg", "5 kg"),
        ("un<hi>believ</hi>able", "unbelievable"),
        ("un<bpt i='1'>&lt;b&gt;</bpt>believ<ept i='1'>&lt;/b&gt;</ept>able", "unbelievable"),
        ("a<ph>&lt;i&gt;</ph>b<ph>&lt;/i&gt;</ph>c", "abc"),
        ("l'<ph/>eau", "l'eau"),
        ("pre-<ph/>war", "pre-war"),
        ("第一<ph/>第二", "第一第二"),
        # What breaks a line is a blank, whatever element says so.
        ("one<ph>&lt;br/&gt;</ph>two", "one two"),
        ("one.<ph>\\n</ph>Two", "one. Two"),
        ("one<bpt i='1'>&lt;p&gt;</bpt>two", "one two"),
        ("one<x ctype='lb'/>two", "one two"),
        ("one<br/>two", "one two"),
        ("one\n      two", "one two"),
        # Blanks that the removal doubles, or puts before a stop or at the ends; those that were there stay.
        ("Hello <ph/>, you", "Hello, you"),
        ("see <ph/> there", "see there"),
        ("wait <ph/>...", "wait..."),
        ("(<ph/> x)", "(x)"),
        ("<ph/> start", "start"),
        ("end <ph/>", "end"),
        ("use <ph/>.NET", "use .NET"),
        ("Vraiment\u00a0<ph/>?", "Vraiment\u00a0?"),
        ("Bonjour <hi>!</hi>", "Bonjour !"),
        ("a <hi> b</hi>", "a b"),
        # A footnote is another sentence.
        ("see<ph>x<sub>a note</sub></ph> here", "see here"),
    ],
)
def test_removed_codes_leave_what_a_reader_would_see(tmp_path: Path, marked: str, text: str) -> None:
    assert sides(tmx(tmp_path / "m.tmx", unit(en=marked, fr="b"))) == [(text, "b")]


@pytest.mark.parametrize("letters", ["plain", "é" * 70_000, "\n" * 300_000])
def test_lines_are_counted_over_pieces_of_the_file(tmp_path: Path, letters: str) -> None:
    first = unit(en=f"One. {letters} End.", fr="Un.")
    path = tmx(tmp_path / "m.tmx", "\n", first, "\n", unit(en="a &#2; b", fr="c"), "\n", unit(en="Two.", fr="Deux."))
    warnings: list[str] = []
    assert [p.target for p in read_pairs([path], on_warning=warnings.append)] == ["Un.", "Deux."]
    line = 5 + letters.count("\n")
    assert warnings == [f"m.tmx: units that cannot be read are left out (1): line {line} (unit 2): a control character"]


@pytest.mark.parametrize(
    "damage",
    ["<tu>" * 20_000, "</tu>" * 20_000, "<? " * 20_000, "<![CDATA[" * 20_000, "<header " * 20_000],
    ids=["open", "closed", "instruction", "section", "header"],
)
def test_a_file_that_is_hardly_xml_is_refused_at_once(tmp_path: Path, damage: str) -> None:
    line = refusal(tmx(tmp_path / "m.tmx", damage, unit(en="a", fr="b")), source_lang="en", target_lang="fr")
    assert "is not well-formed XML" in line
    assert len(line) < 500


def test_xliff(tmp_path: Path) -> None:
    path = tmp_path / "x.xlf"
    path.write_text(XLIFF1)
    assert sides(path) == [("Hi you.", "Salut toi.")]
    assert sides(path, source_lang="fr", target_lang="en") == [("Salut toi.", "Hi you.")]
    assert "has no text in 'de'. It has: en-US, fr." in refusal(path, source_lang="en", target_lang="de")
    assert detect(path).languages(path) == ["en-US", "fr"]
    path.write_text(XLIFF2)
    assert sides(path, source_lang="en", target_lang="de") == [("A b c", "D e")]
    assert sides(path, target_lang="en") == [("D e", "A b c")]


# ASCII, and what people and attackers write; the bytes of the last hold a control character of other encodings.
@pytest.mark.parametrize("tag", ["fr", "français", "5,\u05d0fr", "f\u202er"])
@pytest.mark.parametrize("kind", ["tmx", "xliff"])
def test_a_language_is_offered_by_the_name_that_reads_it(tmp_path: Path, kind: str, tag: str) -> None:
    if kind == "tmx":
        path = tmx(tmp_path / "m.tmx", f'<tu><tuv xml:lang="en"><seg>Hi.</seg></tuv><tuv xml:lang="{tag}">'
                   "<seg>Salut.</seg></tuv></tu>")  # fmt: skip
    else:
        path = tmp_path / "m.xlf"
        path.write_text(
            f'<xliff version="1.2"><file source-language="en" target-language="{tag}"><body><trans-unit id="1">'
            "<source>Hi.</source><target>Salut.</target></trans-unit></body></file></xliff>",
            encoding="utf-8",
        )
    offered = detect(path).languages(path)
    assert offered == ["en", tag]
    assert sides(path, source_lang="en", target_lang=offered[1]) == [("Hi.", "Salut.")]


def test_a_refusal_has_no_control_characters(tmp_path: Path) -> None:
    path = tmx(tmp_path / "m.tmx", unit(en="Hi.", fr="Salut.").replace('"fr"', '"f&#x9b;2J"'))
    assert refusal(path, source_lang="en", target_lang="d\x1b[e") == (
        f"{path}: has no text in 'd\ufffd[e'. It has: en, f\ufffd2J."
    )
