"""What is read line by line must be plain text; whatever has a structure is refused, with what to do."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.engine.core.errors import InputError
from workbench.engine.corpora.readers.plain_lines import check_plain_lines, read_sides

TMX = '<tmx version="1.4"><header srclang="en"/><body><tu><tuv xml:lang="en"><seg>Hi.</seg></tuv></tu></body></tmx>'
XLIFF = '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file/></xliff>'
PO = 'msgid ""\nmsgstr ""\n\nmsgid "Open"\nmsgstr "Ouvrir"\n'
SRT = "1\n00:00:01,000 --> 00:00:02,500\nHello there.\n\n2\n00:00:03,000 --> 00:00:04,000\nBye.\n"


def zipped(*names: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name in names:
                archive.writestr(name, "text")

    return write


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("memory.tmx", TMX, "TMX"),
        ("memory.txt", TMX, "TMX"),  # by what is in it, whatever it is called
        ("memory.tmx", "no memory at all\n", "TMX"),
        ("job.xlf", XLIFF, "XLIFF"),
        ("job.sdlxliff", XLIFF, "XLIFF"),
        ("app.po", PO, "PO"),
        ("app.txt", PO, "PO"),
        ("page.html", "<p>Hello</p>\n", "XML"),
        ("page", "<!DOCTYPE html>\n<html><body>Hello</body></html>\n", "web page"),
        ("strings.xml", "<resources><string>Hello</string></resources>\n", "XML"),
        ("pairs.csv", "Hello,Bonjour\n", "CSV"),
        ("pairs.tsv", "Hello\tBonjour\n", "TSV"),
        ("pairs.en", "Hello\tBonjour\nBye\tSalut\n", "TSV"),
        ("pairs.jsonl", '{"en": "Hello"}\n', "JSON"),
        ("film.srt", SRT, "subtitles"),
        ("film.txt", SRT, "subtitles"),
        ("film.txt", "WEBVTT\n\n00:01.000 --> 00:02.000\nHello\n", "subtitles"),
        ("notes.md", "# Notes\n\nSome *text*.\n", "markup"),
        ("paper.tex", "\\section{Results}\n", "LaTeX"),
        ("app.properties", "greeting = Hello\n", "keys"),
        ("letter.rtf", "{\\rtf1 Hello}\n", "RTF"),
        ("book.pdf", "%PDF-1.7\n", "PDF"),
        ("letter.docx", zipped("[Content_Types].xml", "word/document.xml"), "Word"),
        ("letter.txt", zipped("[Content_Types].xml", "word/document.xml"), "Word"),
        ("terms.xlsx", zipped("[Content_Types].xml", "xl/workbook.xml"), "XLSX"),
        ("texts.zip", zipped("a.en", "a.fr"), "zip archive"),
    ],
)
def test_a_file_with_a_structure_is_refused(
    tmp_path: Path, name: str, content: str | Callable[[Path], None], kind: str
) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8") if isinstance(content, str) else content(path)
    with pytest.raises(InputError) as caught:
        check_plain_lines(path)
    text = str(caught.value)
    assert kind in caught.value.message
    assert text.startswith(f"{path}: ")
    assert "Save its sentences as plain text" in text
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("letter.txt", b"Dear Sir,\r\n\r\nthe price is <b>10</b> & more.\r\n"),
        ("letter.txt", b"one\ttwo\nthree\tfour\n"),  # its name says that tabs are text
        ("letter.en", "„Für dich“, sagte er.\n".encode("utf-16")),
        ("letter", b"1\nOne sentence a line, and a number.\n"),
        ("letter.en.gz", gzip.compress(b"Hello.\n", mtime=0)),
        ("empty.tmx", b""),
    ],
)
def test_plain_text_passes(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    check_plain_lines(tmp_path / name)


def test_two_sides_of_a_test_or_a_training_are_looked_at_too(tmp_path: Path) -> None:
    (tmp_path / "a.en").write_text("Hello.\n")
    (tmp_path / "a.tmx").write_text(TMX)
    with pytest.raises(InputError, match=r"a\.tmx: is of the kind"):
        read_sides(tmp_path / "a.en", tmp_path / "a.tmx")


@pytest.mark.parametrize("name", ["missing.en", "a\0b", "x" * 5000, "."])
def test_a_side_that_cannot_be_a_file_is_refused_in_words(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.en").write_text("Hello.\n")
    for one, two in ((name, "a.en"), ("a.en", name)):
        with pytest.raises(InputError):
            list(read_sides(Path(one), Path(two)))
