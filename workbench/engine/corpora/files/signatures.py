"""Kinds of files told by their first bytes: by what no text begins with, since a sentence may begin with any word.

Those that are no corpus are refused by name, with what to do instead.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.archives import kind_of, open_binary
from workbench.engine.corpora.files.lines import head_text
from workbench.engine.corpora.files.opening import reading

UNPACK = Message("Unpack it and choose the files inside.")
_SAVE = Message("Save the sentence pairs as a table (XLSX, CSV), as TMX, or as two text files.")
_EXPORT = Message("Export it as TMX with the program that made it.")
_NO_TEXT = Message("Choose a file of sentence pairs, such as TMX, XLSX, CSV or two text files.")
_MAGIC: tuple[tuple[bytes, Message, Message], ...] = (
    (b"7z\xbc\xaf\x27\x1c", Message("is a 7-Zip archive"), UNPACK),
    (b"Rar!\x1a\x07", Message("is a RAR archive"), UNPACK),
    (b"\x28\xb5\x2f\xfd", Message("is compressed with Zstandard"), Message("Unpack it first: zstd -d FILE.")),
    (b"\x04\x22\x4d\x18", Message("is compressed with LZ4"), Message("Unpack it first: lz4 -d FILE.")),
    (b"LZIP", Message("is compressed with lzip"), Message("Unpack it first: lzip -d FILE.")),
    (b"\x1f\x9d", Message("is compressed with compress (.Z)"), Message("Unpack it first: gunzip FILE.")),
    (b"MSCF", Message("is a Windows cabinet"), UNPACK),
    (b"SQLite format 3\x00", Message("is an SQLite database, such as a Trados memory (.sdltm)"), _EXPORT),
    (b"\x00\x01\x00\x00Standard ACE DB", Message("is an Access database"), Message("Export the table as XLSX or CSV.")),
    (b"\x00\x01\x00\x00Standard Jet DB", Message("is an Access database"), Message("Export the table as XLSX or CSV.")),
    (b"ARROW1\x00\x00", Message("is an Arrow file"), Message("Save it as Parquet.")),
    (b"\x89HDF\r\n", Message("is an HDF5 file"), Message("Save the sentence pairs as Parquet or JSON Lines.")),
    (b"\x89PNG\r\n", Message("is a picture (PNG)"), _NO_TEXT),
    (b"\xff\xd8\xff", Message("is a picture (JPEG)"), _NO_TEXT),
    (b"GIF8", Message("is a picture (GIF)"), _NO_TEXT),
    (b"\x7fELF", Message("is a program"), _NO_TEXT),
    (
        b"MZ\x90\x00",
        Message("is a program"),
        Message("If it is an archive that unpacks itself, run it and choose the files it leaves."),
    ),
)
#: Documents that may be text all through, by more of their beginning.
_WRITTEN: tuple[tuple[re.Pattern[bytes], Message], ...] = (
    (re.compile(rb"%PDF-\d\.\d\s*[\r\n]"), Message("is a PDF document")),
    (re.compile(rb"\{\\rtf1[\\\s]"), Message("is an RTF document")),
)
#: Bytes that no text has, but for the NUL characters of UTF-16.
_NO_TEXT_BYTES = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
#: What may stand before the first tag of a document.
_PROLOG = re.compile(r"(?:\s|<!--.*?-->|<\?.*?\?>|<!doctype\b[^>\[]*(?:\[.*?\]\s*)?>)*", re.IGNORECASE | re.DOTALL)
_DECLARED = re.compile(r"<\?xml\s+version\s*=", re.IGNORECASE)
_HTML = ("!doctype html", "html", "head", "body")
#: Files of these names are told about their wrong root element by their own readers.
_XML = (".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Names of streams in old Office files, by which their kind is told.
_OLE_STREAMS = (
    ("WordDocument", Message("is a Word document (.doc)")),
    ("PowerPoint Document", Message("is a PowerPoint presentation (.ppt)")),
    ("EncryptedPackage", Message("is an Office file protected by a password")),
)
#: Parts of a zip file that tell what it is; ``None`` is a workbook, which is read.
_PARTS: tuple[tuple[str, Message | None], ...] = (
    ("word/document.xml", Message("is a Word document (.docx)")),
    ("word/document2.xml", Message("is a Word document (.docx)")),
    ("ppt/presentation.xml", Message("is a PowerPoint presentation (.pptx)")),
    ("xl/workbook.xml", None),
    ("xl/workbook.bin", None),
    ("designmap.xml", Message("is an InDesign document (.idml)")),
    ("META-INF/container.xml", Message("is an electronic book (.epub)")),
    ("Index/Document.iwa", Message("is an iWork document")),
    ("AndroidManifest.xml", Message("is an Android program")),
)
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": Message("is a text document (.odt)"),
    "application/vnd.oasis.opendocument.presentation": Message("is a presentation (.odp)"),
    "application/vnd.oasis.opendocument.graphics": Message("is a drawing (.odg)"),
}


def refuse_foreign(path: Path, head: bytes) -> None:
    """Refuse what is plainly no corpus.

    Raises:
        CorpusError: With the kind's name and what to do.
    """
    for magic, what, advice in _MAGIC:
        if begins_with(magic, head):
            raise CorpusError(what, where=str(path), advice=advice)
    for beginning, what in _WRITTEN:
        if beginning.match(head):
            raise CorpusError(what, where=str(path), advice=_SAVE)
    if head.startswith(_OLE):
        for stream, what in _OLE_STREAMS:
            if stream.encode("utf-16-le") in head:
                raise CorpusError(what, where=str(path), advice=_SAVE)
        if path.suffix.lower() not in (".xls", ".xlt", ".xlsx") and "Workbook".encode("utf-16-le") not in head:
            raise CorpusError(
                Message("is an old Office document, or another compound file"), where=str(path), advice=_SAVE
            )
    if path.suffix.lower() not in _XML and is_markup(head_text(head), *_HTML):
        raise CorpusError(
            Message("is a web page, perhaps saved in place of the file it links to"),
            where=str(path),
            advice=Message("Download it again."),
        )


def begins_with(magic: bytes, head: bytes) -> bool:
    """Whether first bytes are those of a kind of file, and no sentence that begins with the same letters."""
    return head.startswith(magic) and bool(_NO_TEXT_BYTES.search(head))


def is_xml(text: str) -> bool:
    """Whether a text is XML by its declaration."""
    return bool(_DECLARED.match(text.lstrip()))


def is_markup(text: str, *tags: str) -> bool:
    """Whether a text is a document that begins with one of these tags: another follows, as in no sentence about one.

    What ends with the tag's own end is a document as well.
    """
    start = _PROLOG.match(text)
    assert start is not None
    names = "|".join(map(re.escape, tags))
    first = re.compile(rf"<({names})(?=[\s/>])[^<>]*>\s*(<|\Z)", re.IGNORECASE)
    if any(first.match(text, place) for place in (start.end(), len(text) - len(text.lstrip()))):
        return True
    opened = re.match(rf"<({names})\b", text[start.end() :], re.IGNORECASE)
    return opened is not None and text.rstrip().lower().endswith(f"</{opened[1].lower()}>")


def is_workbook(path: Path, head: bytes, names: Collection[str]) -> bool:
    """Whether a zip file is a workbook.

    Raises:
        CorpusError: It is a document of another kind.
    """
    if kind_of(head) != "zip":
        return False
    kind_told = head[:200]
    if "mimetype" in names:
        with reading(path), open_binary(path / "mimetype") as stream:
            kind_told = stream.read(200)
    if b"opendocument.spreadsheet" in kind_told:
        return True
    for kind, what in _OPEN_DOCUMENT.items():
        if kind.encode() in kind_told:
            raise CorpusError(what, where=str(path), advice=_SAVE)
    for part, named in _PARTS:
        if part in names:
            if named is None:
                return True
            raise CorpusError(named, where=str(path), advice=_SAVE)
    return False
