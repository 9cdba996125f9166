"""Text in any encoding with any line end, in every format of lines: read, said when guessed, refused when broken."""

from __future__ import annotations

import codecs
import gzip
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from workbench.cli.lines import arriving_lines
from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.files.charsets import decide
from workbench.engine.corpora.files.lines import find_charset, numbered_lines
from workbench.engine.corpora.readers import read_pairs, readers

#: Our own sentences in encodings of their countries; each with what a speaker would read.
SENTENCES = {
    ("fr", "cp1252"): ("Nous dînons à l’hôtel près du château.", "Ça coûte 10 € à l’entrée."),
    ("de", "cp1252"): ("Fünf Füchse fraßen süße Früchte.", "Über den Dächern war es schön kühl."),
    ("es", "iso8859-15"): ("El niño soñó con un pingüino.", "¿Cuándo llegará el tío José?"),
    ("pl", "cp1250"): ("Wściekły pies gonił żółtą piłkę.", "Późnym wieczorem świeciły gwiazdy."),
    ("pl", "iso8859-2"): ("Wściekły pies gonił żółtą piłkę.", "Późnym wieczorem świeciły gwiazdy."),
    ("cs", "cp1250"): ("Řidič přijel pozdě večer domů.", "Žáci měli včera těžkou zkoušku."),
    ("hu", "cp1250"): ("Az erdőben sűrű köd ült a fák között.", "A kőműves hétfőn épített egy tűzhelyet."),
    ("ru", "cp1251"): ("Старый мельник продал мешок муки.", "Почтальон принёс длинное письмо."),
    ("ru", "koi8-r"): ("Старый мельник продал мешок муки.", "Почтальон принёс длинное письмо."),
    ("el", "cp1253"): ("Η γάτα κοιμάται πάνω στην καρέκλα.", "Το πλοίο φεύγει από το λιμάνι."),
    ("tr", "cp1254"): ("Küçük çocuk ağaçtan düştü.", "Işıklar söndü, şehir sessizleşti."),
    ("he", "cp1255"): ("החתול ישן על הכיסא.", "הספינה עוזבת את הנמל."),
    ("ja", "cp932"): ("猫は椅子の上で眠っています。", "船が港を出ます。"),
    ("ja", "euc_jp"): ("猫は椅子の上で眠っています。", "船が港を出ます。"),
    ("zh", "gb18030"): ("小猫在椅子上睡觉。", "轮船离开了港口。"),
    ("zh-TW", "big5"): ("小貓在椅子上睡覺。", "輪船離開了港口。"),
    ("ko", "euc_kr"): ("고양이가 의자 위에서 자고 있다.", "배가 항구를 떠난다."),
    ("th", "cp874"): ("แมวนอนอยู่บนเก้าอี้", "เรือออกจากท่าเรือ"),
}
ENGLISH = ("A cat sleeps on the chair.", "The ship leaves the harbour.")


def write(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def read(*paths: Path, **wanted: object) -> tuple[list[tuple[str, str]], list[str]]:
    warnings: list[str] = []
    pairs = read_pairs(paths, on_warning=warnings.append, **wanted)  # type: ignore[arg-type]
    return [(pair.source, pair.target) for pair in pairs], warnings


def refusal(*paths: Path, **wanted: object) -> str:
    with pytest.raises(InputError) as caught:
        read(*paths, **wanted)
    assert caught.value.exit_code == 2
    line = str(caught.value)
    assert "\n" not in line
    assert len(line) < 500 + len(str(paths[0]))
    return line


# --- which encoding ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("language", "encoding"), SENTENCES)
def test_older_encodings_are_found_from_two_sentences_and_said(tmp_path: Path, language: str, encoding: str) -> None:
    sentences = SENTENCES[language, encoding]
    rows = "".join(f"{a}\t{b}\r\n" for a, b in zip(ENGLISH, sentences, strict=True))
    path = write(tmp_path / "t.tsv", rows.encode(encoding))
    pairs, warnings = read(path, source_lang="en", target_lang=language)
    assert pairs == list(zip(ENGLISH, sentences, strict=True))
    told = [warning for warning in warnings if "is not UTF-8" in warning]
    assert len(told) == 1
    assert find_charset(path, languages=("en", language)).name in told[0]
    assert "--encoding" in told[0]


def test_without_languages_most_are_found_too(tmp_path: Path) -> None:
    wrong = []
    for (language, encoding), sentences in SENTENCES.items():
        lines = [f"{sentence}\n".encode(encoding) for sentence in sentences]
        try:
            found = [line.decode(decide(lines).codec) for line in lines]
        except UnicodeError:
            found = []
        if found != [f"{sentence}\n" for sentence in sentences]:
            wrong.append((language, encoding))
    assert len(wrong) <= 2, wrong


@pytest.mark.parametrize("mark", [True, False])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("name", ["t.tsv", "t.csv", "t.jsonl"])
def test_wide_encodings_with_and_without_a_mark(tmp_path: Path, name: str, encoding: str, mark: bool) -> None:
    text = {
        "t.tsv": "en\tfr\r\nHi.\tÇa va, bœuf ?\r\n",
        "t.csv": 'en;fr\r\nHi.;"Ça va, bœuf ?"\r\n',
        "t.jsonl": '{"en": "Hi.", "fr": "Ça va, bœuf ?"}\n{"en": "", "fr": ""}\n',
    }[name]
    path = write(tmp_path / name, (("\ufeff" if mark else "") + text).encode(encoding))
    pairs, warnings = read(path, source_lang="en", target_lang="fr")
    assert pairs[0] == ("Hi.", "Ça va, bœuf ?")
    assert not [w for w in warnings if "UTF" in w]


def test_the_first_accent_may_come_late(tmp_path: Path) -> None:
    source = write(tmp_path / "a.en", b"plain words\n" * 70_000 + b"the end\n")
    target = write(tmp_path / "a.fr", b"mots simples\n" * 70_000 + "déjà fini\n".encode("cp1252"))
    pairs, warnings = read(source, target)
    assert pairs[-1] == ("the end", "déjà fini")
    assert len(pairs) == 70_001
    assert ["windows-1252" in w and "a.fr" in w for w in warnings] == [True]


def test_one_broken_line_of_utf8_stays_an_error_with_line_and_byte(tmp_path: Path) -> None:
    good = "Une clé, un élève.\n".encode()
    source = write(tmp_path / "a.en", b"x\n" * 20_001)
    target = write(tmp_path / "a.fr", good * 20_000 + b"caf\xe9\n")
    assert f"{target}:20001: byte 4 of the line (0xE9) is not valid UTF-8" in refusal(source, target)
    # What a person insists on is done: every accent of the other lines would be wrong, and it is said.
    pairs, warnings = read(source, target, options=ReadOptions(encoding="windows-1252"))
    assert pairs[-1] == ("x", "café")
    assert any("seems to be UTF-8" in warning for warning in warnings)


def test_encoding_by_name(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "en,cs\nGood day,Dobrý den\nHorse,Kůň\n".encode("cp1250"))
    for name in ("windows-1250", "CP1250", "cp1250"):
        pairs, warnings = read(path, options=ReadOptions(encoding=name))
        assert pairs == [("Good day", "Dobrý den"), ("Horse", "Kůň")]
        assert not [w for w in warnings if "UTF" in w]
    for name in ("klingon-1", "base64", "rot13", "utf-7", "idna", "x" * 5000):
        assert "is no character encoding that is known here" in refusal(path, options=ReadOptions(encoding=name))
    line = refusal(path, options=ReadOptions(encoding="utf-8"))
    assert f"{path}:2: byte 14 of the line (0xFD) is not valid UTF-8" in line
    assert "Choose another encoding with --encoding" in line
    # A mark leaves no doubt, whatever was asked for.
    marked = write(tmp_path / "m.csv", codecs.BOM_UTF8 + "en,cs\nHorse,Kůň\n".encode())
    assert read(marked, options=ReadOptions(encoding="windows-1252"))[0] == [("Horse", "Kůň")]


# --- what is never imported ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["t.tsv", "t.csv", "t.jsonl", "t.txt"])
def test_nul_characters_are_refused_with_their_line(tmp_path: Path, name: str) -> None:
    texts = {
        "t.tsv": b"Yes.\tOui.\nNo.\tN\x00on.\n",
        "t.csv": b"Yes.,Oui.\nNo.,N\x00on.\n",
        "t.jsonl": b'{"en": "a", "fr": "b"}\n{"en": "c", "fr": "\x00"}\n',
        "t.txt": b"Oui.\nN\x00on.\n",
    }
    path = write(tmp_path / name, texts[name])
    paths = [path] if name != "t.txt" else [write(tmp_path / "s.txt", b"Yes.\nNo.\n"), path]
    line = refusal(*paths)
    assert f"{name}:2: character" in line
    assert "NUL" in line


def test_a_damaged_letter_of_utf16_is_named(tmp_path: Path) -> None:
    """Half a surrogate pair, of which no byte is zero, when the readers of all formats have been imported."""
    readers()
    text = "source\ttarget\nHello there\tBonjour\n".encode("utf-16") + b"\x41\xd8" + "x\ty\n".encode("utf-16-le")
    assert "a.tsv:3: character 1 of the line is not valid UTF-16" in refusal(write(tmp_path / "a.tsv", text))


def test_lone_surrogates_are_refused(tmp_path: Path) -> None:
    data = "\ufeffa\tb\nc\t".encode("utf-16-le") + b"\x00\xd8" + "\n".encode("utf-16-le")
    assert "t.tsv:2: character 3 of the line is not valid UTF-16" in refusal(write(tmp_path / "t.tsv", data))
    assert "is not valid UTF-8" in refusal(write(tmp_path / "u.tsv", "é\tà\n".encode() * 3 + b"\xed\xa0\x80\tb\n"))


# --- line ends ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_every_line_end_in_every_format(tmp_path: Path, end: str, encoding: str) -> None:
    expected = [("Yes.", "Oui à peu près."), ("No.", "Non très peu.")]
    texts = {
        "t.tsv": [f"{a}\t{b}" for a, b in expected],
        "t.csv": [f'{a};"{b}"' for a, b in expected],
        "t.jsonl": [f'{{"source": "{a}", "target": "{b}"}}' for a, b in expected],
    }
    for name, lines in texts.items():
        path = write(tmp_path / name, "".join(line + end for line in lines).encode(encoding))
        assert read(path, source_lang="en", target_lang="fr")[0] == expected, name
    one = write(tmp_path / "p.en", "".join(a + end for a, _ in expected).encode(encoding))
    two = write(tmp_path / "p.fr", "".join(b + end for _, b in expected).encode(encoding))
    assert read(one, two)[0] == expected


def test_a_carriage_return_is_no_line_end_beside_line_feeds(tmp_path: Path) -> None:
    source = write(tmp_path / "a.en", b"one\rstill one\ntwo\r\n" + "th\u2028ree\x85\x0c\n".encode())
    assert [line for _, line in numbered_lines(source)] == ["one\rstill one", "two", "th\u2028ree\x85\x0c"]
    # The only line feed comes after more than is looked at first.
    late = write(tmp_path / "b.en", b"one\rtwo " * 50_000 + b"\nlast\n")
    assert sum(1 for _ in numbered_lines(late)) == 2
    returns = write(tmp_path / "c.en", b"one\rtwo three \r" * 50_000)
    assert sum(1 for _ in numbered_lines(returns)) == 100_000


def test_mac_table_with_line_feeds_inside_cells(tmp_path: Path) -> None:
    path = write(
        tmp_path / "m.csv", 'source;target\rTwo;Deux\r"a\nb";"c\nd"\r"say ""no""";dis «\u00a0non\u00a0»\r'.encode()
    )
    assert read(path)[0] == [("Two", "Deux"), ("a b", "c d"), ('say "no"', "dis «\u00a0non\u00a0»")]
    path = write(tmp_path / "stray.csv", b"source,target\r\nOne,U\rn\r\nTwo,Deux\r\n")
    assert read(path)[0] == [("One", "U n"), ("Two", "Deux")]


def test_old_macintosh_and_dos_letters(tmp_path: Path) -> None:
    rows = [("The boy is late.", "Le garçon est déjà parti à l'école."), ("Where?", "Où étiez-vous, mon élève ?")]
    mac = "".join(f"{a},{b}\r" for a, b in rows if "," not in b) + '"x","Où étiez-vous, mon élève ?"\r'
    pairs, warnings = read(write(tmp_path / "mac.csv", mac.encode("mac-roman")), source_lang="en", target_lang="fr")
    assert pairs[0][1] == rows[0][1]
    assert any("Macintosh" in warning for warning in warnings)
    dos = "".join(f"{a}\t{b}\r\n" for a, b in rows).encode("cp850")
    assert read(write(tmp_path / "dos.tsv", dos), source_lang="en", target_lang="fr")[0] == rows


# --- bounds -------------------------------------------------------------------------------------------------------


def test_a_line_without_end_is_refused_before_it_fills_the_memory(tmp_path: Path) -> None:
    path = write(tmp_path / "t.tsv.gz", gzip.compress(b"a\tb\n" + Random(1).randbytes(5 << 20).hex().encode()))
    assert "t.tsv.gz:2: the line is longer than 4 MB" in refusal(path)
    field = write(tmp_path / "t.csv", b"a,b\n" + b'"c",' + b"d" * 100 + b"\n" + b'"' + b"e\n" * 800 + b'",f\n')
    assert len(read(field)[0]) == 3


def test_lines_are_given_as_they_are_read(tmp_path: Path) -> None:
    path = write(tmp_path / "t.txt", b"first\n" * 10 + b"\xff\xfe\x00\n")
    assert [line for _, line in islice(numbered_lines(path), 3)] == ["first"] * 3
    with pytest.raises(CorpusError):
        list(numbered_lines(path))


# --- standard input -----------------------------------------------------------------------------------------------


def test_standard_input_takes_utf16_with_a_mark_and_refuses_nul() -> None:
    data = "Zwei Bäume.\r\nDrei.\n".encode("utf-16")
    for cut in (1, 2, 3, 7, len(data)):
        chunks = iter([data[:cut], *(data[i : i + 5] for i in range(cut, len(data), 5)), b""])
        lines = [line for _, group in arriving_lines(lambda chunks=chunks: next(chunks)) for line in group]
        assert lines == ["Zwei Bäume.", "Drei."]
    chunks = iter([b"a\nb\x00\n", b""])
    with pytest.raises(InputError, match=r"standard input:2: character 2 .* NUL"):
        list(arriving_lines(lambda: next(chunks)))
