"""Files of a few kilobytes that ask for gigabytes or hours, made here and never stored."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

MEGABYTE = 1 << 20
#: What an endless one unpacks to: about a thousand times what a gzip of it has.
MUCH = 1500
_BLOCK = b"a" * MEGABYTE
_TMX = b'<?xml version="1.0"?><tmx version="1.4"><header srclang="en"/><body>'
_SEG = b'<tu><tuv xml:lang="en"><seg>'


def _gz(begin: bytes, block: bytes = _BLOCK, times: int = MUCH) -> bytes:
    return _repeated(gzip.compress, begin, block, times)


def _repeated(pack: Callable[[bytes], bytes], begin: bytes, block: bytes = _BLOCK, times: int = MUCH) -> bytes:
    """Packed streams one behind the other are one stream, so that nothing needs to be packed more than once."""
    return (pack(begin) if begin else b"") + pack(block) * times


def _zip(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _zip_of(name: str, begin: bytes, end: bytes, others: dict[str, str]) -> bytes:
    """A zip file with one member that is long."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = squeezer.compress(begin) + squeezer.flush(zlib.Z_FULL_FLUSH)
    packed += (squeezer.compress(_BLOCK) + squeezer.flush(zlib.Z_FULL_FLUSH)) * MUCH
    packed += squeezer.compress(end) + squeezer.flush()
    check = zlib.crc32(begin)
    for _ in range(MUCH):
        check = zlib.crc32(_BLOCK, check)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for other, text in others.items():
            archive.writestr(other, text)
        archive.writestr(name, b"")
        info = archive.getinfo(name)
        archive.fp.seek(info.header_offset)
        info.CRC, info.compress_size = zlib.crc32(end, check), len(packed)
        info.file_size = len(begin) + len(end) + MUCH * len(_BLOCK)
        archive.fp.write(info.FileHeader(zip64=False) + packed)
        archive.start_dir = archive.fp.tell()
    return out.getvalue()


def _nested() -> bytes:
    """Sixteen archives in each of sixteen, four deep, around two texts of 20 MB."""
    inner = _zip({"x.en": b"a\n" * 10 * MEGABYTE, "x.fr": b"a\n" * 10 * MEGABYTE})
    for _ in range(4):
        inner = _zip({f"lib {n}.zip": inner for n in range(16)})
    return inner


def _overlapping(members: int, unpacked: int) -> bytes:
    """Members that all point at the same packed bytes (after David Fifield)."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = b"".join(squeezer.compress(_BLOCK) for _ in range(unpacked // MEGABYTE)) + squeezer.flush()
    check = zlib.crc32(_BLOCK * (unpacked // MEGABYTE))
    sizes = struct.pack("<III", check, len(kernel), unpacked)
    body = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0x21) + sizes + struct.pack("<HH", 1, 0) + b"a" + kernel
    entries = b""
    for n in range(members):
        name = f"{n}.tsv".encode()
        entries += b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0x21) + sizes
        entries += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, members, members, len(entries), len(body), 0)
    return body + entries + end


def _tar_of(entries: Iterator[tuple[tarfile.TarInfo, bytes]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:gz") as archive:
        for info, data in entries:
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


def _long_name() -> bytes:
    """A tar whose first header announces a name of 1.5 GB."""
    info = tarfile.TarInfo("././@LongLink")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, MUCH * MEGABYTE
    return _gz(info.tobuf(tarfile.GNU_FORMAT))


def _many_members() -> Iterator[tuple[tarfile.TarInfo, bytes]]:
    for n in range(9000):
        info = tarfile.TarInfo(f"{n}.tmx")
        info.size = 20_000
        yield info, b"<tmx>" + b" " * 19_995


def _workbook(sheet: str, strings: str = "") -> dict[str, str]:
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Override PartName="/xl/workbook.xml"'
        f' ContentType="{office}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml"'
        f' ContentType="{office}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{kinds}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{kinds}"><sheets>'
        '<sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1"'
        f' Type="{kinds}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2"'
        f' Type="{kinds}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
        "xl/sharedStrings.xml": f'<sst xmlns="{main}" {strings}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{sheet}</sheetData></worksheet>',
    }


def _cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


_ROWS = "".join(f'<row r="{n}">{_cell(f"A{n}", "One.")}{_cell(f"B{n}", "Un.")}</row>' for n in (1, 2))


def _stray(place: str) -> bytes:
    row = place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    sheet = f'{_ROWS}<row r="{row}">{_cell(place, "x")}</row>'
    return _zip({name: part.encode() for name, part in _workbook(sheet, ">").items()})


def _long_cell() -> bytes:
    parts = _workbook("", ">")
    begin, _, end = parts.pop("xl/worksheets/sheet1.xml").partition("<sheetData>")
    begin += f'<sheetData>{_ROWS}<row r="3">' + _cell("A3", "").partition("</t>")[0]
    return _zip_of("xl/worksheets/sheet1.xml", begin.encode(), f"</t></is></c></row>{end}".encode(), parts)


def _honest_size_cell() -> bytes:
    """A cell of 30 MB of letters that hardly pack, so that no ratio tells."""
    letters = "".join(chr(97 + b % 26) for b in Random(1).randbytes(30 * MEGABYTE))
    sheet = f'{_ROWS}<row r="3">{_cell("A3", letters)}{_cell("B3", "x")}</row>'
    return _zip({name: part.encode() for name, part in _workbook(sheet, ">").items()})


def _open_document(rows: str) -> bytes:
    spaces = " ".join(f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"' for n in ("office", "table", "text"))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return _zip(
        {
            "mimetype": kind.encode(),
            "META-INF/manifest.xml": '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>'.encode(),
            "content.xml": f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="A">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>".encode(),
        }
    )


def _ods_row(repeated: str, column: str = "") -> str:
    cell = f"<table:table-cell{column} office:value-type='string'><text:p>One.</text:p></table:table-cell>"
    return f"<table:table-row{repeated}>{cell * 2}</table:table-row>"


def _po() -> bytes:
    return b'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "'


def _mo() -> bytes:
    """Two thousand messages that all are the same 8 MB."""
    count, size = 2000, 8 * MEGABYTE
    start = 28 + 16 * count
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 0)
    return head + struct.pack("<2I", size, start) * (2 * count) + b"a" * (size + 1)


def _parquet(rows: int, text: str) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    out = io.BytesIO()
    column = pa.DictionaryArray.from_arrays(pa.array([0] * rows, pa.int32()), pa.array([text]))
    table = pa.table({"en": column, "fr": column})
    with pq.ParquetWriter(out, table.schema, compression="zstd") as writer:
        writer.write_table(table, row_group_size=rows)
    return out.getvalue()


def _wide_records() -> bytes:
    return b"".join(json.dumps({f"k{n}x{m}": "y" for m in range(500)}).encode() + b"\n" for n in range(2000))


def _entities(root: bytes) -> bytes:
    declared = "".join(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10 if i else "ha"}">' for i in range(12))
    return f"<?xml version='1.0'?><!DOCTYPE tmx [{declared}]>".encode() + root


#: By file name; what is made is small, and takes gigabytes or hours when it is believed.
BOMBS: dict[str, Callable[[], bytes]] = {
    "line.tsv.gz": lambda: _gz(b""),
    "line.csv.gz": lambda: _gz(b"a,b\n"),
    "quoted.csv.gz": lambda: _gz(b'a,b\n"'),
    "quoted-lines.csv.gz": lambda: _gz(b'a,b\n"', b"\n" * MEGABYTE),
    "line.txt.gz": lambda: _gz(b""),
    "utf16.tsv.gz": lambda: _gz(b"\xff\xfe", b"a\0" * (MEGABYTE // 2)),
    "returns.tsv.gz": lambda: _gz(b"a\tb\r", b"\r" * MEGABYTE),
    "lines.tsv.gz": lambda: _gz(b"", b"a\tb\n" * (MEGABYTE // 4)),
    "long-lines.tsv.gz": lambda: _gz(b"", b"a" * (3 * MEGABYTE) + b"\tb\n", 500),
    "line.tsv.xz": lambda: _repeated(lzma.compress, b""),
    "line.tsv.bz2": lambda: _repeated(bz2.compress, b""),
    "wide.tsv.gz": lambda: _gz(b"", b"a\t" * (MEGABYTE // 2) + b"\n", 300),
    "wide.tsv": lambda: (b"a\t" * MEGABYTE + b"\n") * 10,
    "line.po.gz": lambda: _gz(_po()),
    "lines.po.gz": lambda: _gz(_po() + b'"\n', b'"a"\n' * (MEGABYTE // 4)),
    "blank.po.gz": lambda: _gz(_po() + b'"\n', b"\n" * MEGABYTE),
    "messages.mo": _mo,
    "messages.mo.gz": lambda: gzip.compress(_mo()),
    "value.jsonl.gz": lambda: _gz(b'{"en": "a", "fr": "b"}\n{"en": "'),
    "lists.jsonl.gz": lambda: _gz(b'{"en": "a", "fr": "b"}\n{"en": [', b"[]," * (MEGABYTE // 3)),
    "value.json.gz": lambda: _gz(b'[{"en": "'),
    "object.json.gz": lambda: _gz(b'{"en": "'),
    "objects.json.gz": lambda: _gz(b'{"en": [', b"{}," * (MEGABYTE // 3)),
    "blanks.json.gz": lambda: _gz(b"[", b" " * MEGABYTE),
    "deep.json": lambda: b"[" * 10 * MEGABYTE,
    "deep.jsonl": lambda: b'{"a":' * 2 * MEGABYTE,
    "objects.json": lambda: b'{"en": [' + b"{}," * 10 * MEGABYTE,
    "keys.jsonl": _wide_records,
    "keys.jsonl.gz": lambda: gzip.compress(_wide_records()),
    "seg.tmx.gz": lambda: _gz(_TMX + _SEG),
    "comment.tmx.gz": lambda: _gz(_TMX + b"<!--"),
    "tag.tmx.gz": lambda: _gz(_TMX + b"<tu "),
    "blank.tmx.gz": lambda: _gz(_TMX, b"\n" * MEGABYTE),
    "nothing.tmx.gz": lambda: _gz(b"", b" " * MEGABYTE),
    "deep.tmx.gz": lambda: _gz(_TMX + _SEG, b"<hi>" * (MEGABYTE // 4)),
    "units.tmx.gz": lambda: _gz(_TMX, b"<tu></tu>" * (MEGABYTE // 9)),
    "entities.tmx": lambda: _entities(_TMX + _SEG + b"&e11;</seg></tuv></tu></body></tmx>"),
    "seg.xlf.gz": lambda: _gz(b"<xliff version='1.2'><file><body><trans-unit id='a'><source>"),
    "groups.xlf.gz": lambda: _gz(b"<xliff version='1.2'><file><body>", b"<group>" * (MEGABYTE // 7)),
    "nested.zip": _nested,
    "overlapping.zip": lambda: _overlapping(250, 200 * MEGABYTE),
    "line.zip": lambda: _zip_of("x.tsv", b"a\tb\n", b"", {}),
    "sides.zip": lambda: _zip_of("x.en", b"a\n", b"", {"x.fr": "a\n"}),
    "packed-twice.zip": lambda: _zip({"x.tsv.gz": _gz(b"a\tb\n")}),
    "members.zip": lambda: _zip({f"{n}.tmx": b"<tmx>" + b" " * 20_000 for n in range(9000)}),
    "members.tgz": lambda: _tar_of(_many_members()),
    "name.tgz": _long_name,
    "stray-XFD1048576.xlsx": lambda: _stray("XFD1048576"),
    "stray-Z1048576.xlsx": lambda: _stray("Z1048576"),
    "strings.xlsx": lambda: _zip(
        {n: p.encode() for n, p in _workbook(_ROWS, 'count="4294967295" uniqueCount="4294967295">').items()}
    ),
    "cell.xlsx": _long_cell,
    "letters.xlsx": _honest_size_cell,
    "entities.xlsx": lambda: _zip(
        {
            n: _entities(p.replace("One.", "&e11;").encode()) if "sheet1" in n else p.encode()
            for n, p in _workbook(_ROWS, ">").items()
        }
    ),
    "rows.ods": lambda: _open_document(_ods_row("") + _ods_row(' table:number-rows-repeated="2000000000"')),
    "columns.ods": lambda: _open_document(_ods_row("", ' table:number-columns-repeated="2000000000"')),
    "blank-rows.ods": lambda: _open_document(
        _ods_row("")
        + '<table:table-row table:number-rows-repeated="2000000000"><table:table-cell/></table:table-row>'
        + _ods_row("")
    ),
    "rows.parquet": lambda: _parquet(20_000_000, "One."),
    "text.parquet": lambda: _parquet(4000, "a" * 3 * MEGABYTE),
    "long-text.parquet": lambda: _parquet(4000, "a" * 30 * MEGABYTE),
}


def write_bomb(folder: Path, name: str) -> Path:
    """Make the file."""
    path = folder / name
    path.write_bytes(BOMBS[name]())
    return path
