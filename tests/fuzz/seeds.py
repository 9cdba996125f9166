"""Small valid files of every kind the program reads, made here, as starting points of mutations."""

from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import re
import struct
import tarfile
import zipfile

PAIRS = [
    ("The cat sleeps on the mat.", "Le chat dort sur le tapis."),
    ("“Where are you going?” she asked.", "« Où vas-tu ? » demanda-t-elle."),
    ("It costs 12.50 €; that is a lot.", "Ça coûte 12,50 € ; c'est beaucoup."),
    ('Two\ttabs, and a "quote"', 'Deux tabulations, et une "citation"'),
    ("これは本です。", "C'est un livre."),
    ("אני הולך הביתה (עכשיו).", "Je rentre (maintenant)."),
]
#: When a workbook was made and changed.
_TIMES = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\t", "&#9;")


def _tmx() -> bytes:
    units = "".join(
        f'<tu tuid="{n}"><prop type="x">p</prop><tuv xml:lang="en"><seg>{_xml(s)} <bpt i="1">&lt;b&gt;</bpt>x'
        f'<ept i="1"/></seg></tuv><tuv xml:lang="fr"><seg>{_xml(t)}</seg></tuv></tu>'
        for n, (s, t) in enumerate(PAIRS)
    )
    header = '<header srclang="en" adminlang="en" datatype="plaintext" segtype="sentence" creationtool="t"/>'
    return f'<?xml version="1.0" encoding="UTF-8"?><tmx version="1.4">{header}<body>{units}</body></tmx>'.encode()


def _xliff1() -> bytes:
    units = "".join(
        f'<trans-unit id="{n}"><source>{_xml(s)}</source><target state="translated">{_xml(t)}<g id="1">y</g></target>'
        "</trans-unit>"
        for n, (s, t) in enumerate(PAIRS)
    )
    return (
        '<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">'
        f'<file original="a" source-language="en" target-language="fr"><body>{units}</body></file></xliff>'
    ).encode()


def _sdlxliff() -> bytes:
    units = "".join(
        f'<trans-unit id="{n}"><source>{_xml(s)}</source><seg-source><mrk mtype="seg" mid="{n}">{_xml(s)}</mrk>'
        f'</seg-source><target><mrk mtype="seg" mid="{n}">{_xml(t)}</mrk></target><sdl:seg-defs>'
        f'<sdl:seg id="{n}" conf="Translated" origin="tm" percent="100"/></sdl:seg-defs></trans-unit>'
        for n, (s, t) in enumerate(PAIRS)
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"'
        ' xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0"><file original="a" source-language="en-GB"'
        f' target-language="fr-FR"><body><group id="g">{units}</group></body></file></xliff>'
    ).encode("utf-8-sig")


def _xliff2() -> bytes:
    units = "".join(
        f'<unit id="u{n}"><segment state="final"><source>{_xml(s)}</source><target>{_xml(t)}</target></segment></unit>'
        for n, (s, t) in enumerate(PAIRS)
    )
    return (
        '<xliff version="2.0" srcLang="en" trgLang="fr" xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        f'<file id="f">{units}</file></xliff>'
    ).encode()


def _po() -> bytes:
    quoted = [(json.dumps(s, ensure_ascii=False), json.dumps(t, ensure_ascii=False)) for s, t in PAIRS]
    entries = "".join(f"#: a.c:{n}\nmsgid {s}\nmsgstr {t}\n\n" for n, (s, t) in enumerate(quoted))
    plural = (
        'msgctxt "menu"\nmsgid "one file"\nmsgid_plural "%d files"\nmsgstr[0] "un fichier"\nmsgstr[1] "%d fichiers"\n'
    )
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: fr\\n"\n\n'
    return (head + entries + plural).encode()


def _mo() -> bytes:
    """GNU MO: a header of seven words, two tables of lengths and places, the strings."""
    texts = sorted([("", "Content-Type: text/plain; charset=UTF-8\nLanguage: fr\n"), *PAIRS])
    places: list[int] = []
    strings = b""
    start = 28 + 16 * len(texts)
    for side in (0, 1):
        for pair in texts:
            raw = pair[side].encode()
            places += [len(raw), start + len(strings)]
            strings += raw + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    return head + struct.pack(f"<{len(places)}I", *places) + strings


def _csv(delimiter: str = ",") -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter)
    writer.writerows([("id", "english", "french"), *((n, *pair) for n, pair in enumerate(PAIRS))])
    return out.getvalue().encode()


def _tsv() -> bytes:
    return "".join(f"{s.replace(chr(9), ' ')}\t{t}\n" for s, t in PAIRS).encode()


def _jsonl() -> bytes:
    return "".join(
        json.dumps({"translation": {"en": s, "fr": t}}, ensure_ascii=False) + "\n" for s, t in PAIRS
    ).encode()


def _json() -> bytes:
    return json.dumps([{"en": s, "fr": t, "score": 0.5} for s, t in PAIRS], ensure_ascii=False).encode()


def _parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    pq.write_table(pa.table({"en": [s for s, _ in PAIRS], "fr": [t for _, t in PAIRS]}), out)
    return out.getvalue()


def _xlsx() -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["English", "French", "Note"])
    for source, target in PAIRS:
        sheet.append([source, target, 3.5])
    out = io.BytesIO()
    book.save(out)
    return _without_times(out.getvalue())


def _ods() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{_xml(cell)}</text:p></table:table-cell>'
            for cell in pair
        )
        + "</table:table-row>"
        for pair in [("English", "French"), *PAIRS]
    )
    content = (
        '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2"'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/"'
        ' manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/></manifest:manifest>'
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", manifest)
        archive.writestr("content.xml", content)
    return _without_times(out.getvalue())


def _zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("corpus.en", "".join(s.replace("\t", " ") + "\n" for s, _ in PAIRS))
        archive.writestr("corpus.fr", "".join(t + "\n" for _, t in PAIRS))
        archive.writestr("README", "Made for a test.\n")
    return _without_times(out.getvalue())


def _tar() -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, side in (("a/corpus.en", 0), ("a/corpus.fr", 1)):
            data = "".join(pair[side].replace("\t", " ") + "\n" for pair in PAIRS).encode()
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


def _without_times(packed: bytes) -> bytes:
    """A zip archive that does not tell when it was made, so that a mutation is the same tomorrow."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            made = zipfile.ZipInfo(entry.filename)
            made.compress_type = entry.compress_type
            new.writestr(made, _TIMES.sub(b"2024-01-01T00:00:00Z", old.read(entry)))
    return out.getvalue()


def seeds() -> dict[str, bytes]:
    """By file name; the suffix tells the kind."""
    tmx, tsv = _tmx(), _tsv()
    return {
        "memory.tmx": tmx,
        "old.xlf": _xliff1(),
        "new.xliff": _xliff2(),
        "job.sdlxliff": _sdlxliff(),
        "memory16.tmx": tmx.decode().replace("UTF-8", "UTF-16").encode("utf-16"),
        "catalogue.po": _po(),
        "catalogue.mo": _mo(),
        "table.csv": _csv(),
        "semicolons.csv": _csv(";"),
        "table.tsv": tsv,
        "lines.jsonl": _jsonl(),
        "array.json": _json(),
        "map.json": json.dumps(dict(PAIRS), ensure_ascii=False).encode(),
        "languages.json": json.dumps({"en": {"a": {"b": "Yes."}, "c": "No."}, "fr": {"a": {"b": "Oui."}}}).encode(),
        "table.parquet": _parquet(),
        "book.xlsx": _xlsx(),
        "book.ods": _ods(),
        "corpus.zip": _zip(),
        "corpus.tgz": gzip.compress(_tar(), mtime=0),
        "corpus.tar": _tar(),
        "memory.tmx.gz": gzip.compress(tmx, mtime=0),
        "memory.tmx.xz": lzma.compress(tmx),
        "table.tsv.bz2": bz2.compress(tsv),
        "utf16.tsv": tsv.decode().encode("utf-16"),
    }
