"""Kinds of files that are no corpus, told by their first bytes and refused by name with what to do instead."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.corpora.files.archives import kind_of, open_binary
from workbench.engine.corpora.files.opening import reading

UNPACK = "Unpack it and choose the files inside."
_SAVE = "Save the sentence pairs as a table (XLSX, CSV), as TMX, or as two text files."
_EXPORT = "Export it as TMX with the program that made it."
_NO_TEXT = "Choose a file of sentence pairs, such as TMX, XLSX, CSV or two text files."
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", UNPACK),
    (b"\x28\xb5\x2f\xfd", "compressed with Zstandard", "Unpack it first: zstd -d FILE."),
    (b"\x04\x22\x4d\x18", "compressed with LZ4", "Unpack it first: lz4 -d FILE."),
    (b"LZIP", "compressed with lzip", "Unpack it first: lzip -d FILE."),
    (b"\x1f\x9d", "compressed with compress (.Z)", "Unpack it first: gunzip FILE."),
    (b"MSCF", "a Windows cabinet", UNPACK),
    (b"SQLite format 3\x00", "an SQLite database, such as a Trados memory (.sdltm)", _EXPORT),
    (b"\x00\x01\x00\x00Standard ACE DB", "an Access database", "Export the table as XLSX or CSV."),
    (b"\x00\x01\x00\x00Standard Jet DB", "an Access database", "Export the table as XLSX or CSV."),
    (b"%PDF-", "a PDF document", _SAVE),
    (b"{\\rtf", "an RTF document", _SAVE),
    (b"ARROW1\x00\x00", "an Arrow file", "Save it as Parquet."),
    (b"\x89HDF\r\n", "an HDF5 file", "Save the sentence pairs as Parquet or JSON Lines."),
    (b"\x89PNG\r\n", "a picture (PNG)", _NO_TEXT),
    (b"\xff\xd8\xff", "a picture (JPEG)", _NO_TEXT),
    (b"GIF8", "a picture (GIF)", _NO_TEXT),
    (b"\x7fELF", "a program", _NO_TEXT),
    (b"MZ\x90\x00", "a program", "If it is an archive that unpacks itself, run it and choose the files it leaves."),
)
#: Files of these names are told about their wrong root element by their own readers.
_XML = (".tmx", ".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: Names of streams in old Office files, by which their kind is told.
_OLE_STREAMS = (
    ("WordDocument", "a Word document (.doc)"),
    ("PowerPoint Document", "a PowerPoint presentation (.ppt)"),
    ("EncryptedPackage", "an Office file protected by a password"),
)
#: Parts of a zip file that tell what it is; ``None`` is a workbook, which is read.
_PARTS: tuple[tuple[str, str | None], ...] = (
    ("word/document.xml", "a Word document (.docx)"),
    ("word/document2.xml", "a Word document (.docx)"),
    ("ppt/presentation.xml", "a PowerPoint presentation (.pptx)"),
    ("xl/workbook.xml", None),
    ("xl/workbook.bin", None),
    ("designmap.xml", "an InDesign document (.idml)"),
    ("META-INF/container.xml", "an electronic book (.epub)"),
    ("Index/Document.iwa", "an iWork document"),
    ("AndroidManifest.xml", "an Android program"),
)
_OPEN_DOCUMENT = {
    "application/vnd.oasis.opendocument.text": "a text document (.odt)",
    "application/vnd.oasis.opendocument.presentation": "a presentation (.odp)",
    "application/vnd.oasis.opendocument.graphics": "a drawing (.odg)",
}


def refuse_foreign(path: Path, head: bytes) -> None:
    """Refuse what is plainly no corpus.

    Args:
        path: The file.
        head: Its first bytes, decompressed.

    Raises:
        CorpusError: With the kind's name and what to do.
    """
    for magic, what, advice in _MAGIC:
        if head.startswith(magic):
            raise CorpusError(Message("is {what}", what=what), where=str(path), advice=advice)
    if head.startswith(_OLE):
        for stream, what in _OLE_STREAMS:
            if stream.encode("utf-16-le") in head:
                raise CorpusError(Message("is {what}", what=what), where=str(path), advice=_SAVE)
        if path.suffix.lower() not in (".xls", ".xlt", ".xlsx") and "Workbook".encode("utf-16-le") not in head:
            raise CorpusError(
                Message("is an old Office document, or another compound file"), where=str(path), advice=_SAVE
            )
    start = head[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html")) and path.suffix.lower() not in _XML:
        raise CorpusError(
            Message("is a web page, perhaps saved in place of the file it links to"),
            where=str(path),
            advice=Message("Download it again."),
        )


def is_workbook(path: Path, head: bytes, names: Sequence[str]) -> bool:
    """Whether a zip file is a workbook.

    Args:
        path: The zip file.
        head: Its first bytes.
        names: Names of its members.

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
            raise CorpusError(Message("is {what}", what=what), where=str(path), advice=_SAVE)
    for part, named in _PARTS:
        if part in names:
            if named is None:
                return True
            raise CorpusError(Message("is {named}", named=named), where=str(path), advice=_SAVE)
    return False
