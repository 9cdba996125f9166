"""Damages to files: what disks, editors and attackers do to bytes, and to what is packed in them."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import random
import zipfile
from collections.abc import Callable

#: Bytes that parsers trip over: numbers at the edges of types, markup, escapes, encodings' marks.
TOKENS = (
    b"0", b"-1", b"4294967295", b"18446744073709551616", b"1e999", b"NaN", b"Infinity", b"null", b"\0", b"\r", b"\n",
    b"\r\n", b"\x1b[2J", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xc0\x80", b'"', b"'",
    b"<", b">", b"&", b"</", b"<!--", b"<![CDATA[", b"]]>", b'<!DOCTYPE a [<!ENTITY b "c">]>', b"&#0;", b"&#xD800;",
    b"&lol;", b"[" * 3000, b'{"a":' * 3000, b"\t" * 50, b",", b";", b"msgid", b'charset=unicode_escape', b"\\ud800",
    b"\\", b"PK\x03\x04", b"PK\x01\x02", b"a" * 20000, "\u202e".encode(), "\u2028".encode(), "\x85".encode(),
    b"xml:lang", b"encoding='utf-7'", b'encoding="UTF-16"', b"XFD1048576", b'count="4294967295"',
)  # fmt: skip


#: What compressed files begin with, and how they are read and written; their checksums refuse any other damage.
_PACKED: dict[bytes, tuple[Callable[[bytes], bytes], Callable[[bytes], bytes]]] = {
    b"\x1f\x8b": (gzip.decompress, gzip.compress),
    b"BZh": (bz2.decompress, bz2.compress),
    b"\xfd7zXZ": (lzma.decompress, lzma.compress),
}


def mutate(data: bytes, rng: random.Random, other: bytes = b"") -> bytes:
    """One to six damages; those of a packed file go to what is in it half of the time.

    Args:
        data: A valid file.
        rng: Decides.
        other: A file that parts may be taken from.
    """
    if data[:2] == b"PK" and rng.random() < 0.5:
        return _mutate_member(data, rng)
    for mark, (unpack, pack) in _PACKED.items():
        if data.startswith(mark) and rng.random() < 0.5:
            return pack(_damage(unpack(data), rng, other))
    return _damage(data, rng, other)


def _damage(data: bytes, rng: random.Random, other: bytes = b"") -> bytes:
    out = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at = rng.randrange(len(out) + 1)
        end = min(len(out), at + rng.choice((1, 2, 4, 16, 200, 5000)))
        match rng.randrange(9):
            case 0 if at < len(out):
                out[at] ^= 1 << rng.randrange(8)
            case 1 if at < len(out):
                out[at] = rng.randrange(256)
            case 2:
                del out[at:end]
            case 3:
                out[at:at] = out[at:end] * rng.choice((1, 2, 50))
            case 4:
                out[at:at] = rng.choice(TOKENS)
            case 5:
                out[at:end] = rng.choice(TOKENS)
            case 6:
                del out[at:]
            case 7 if other:
                start = rng.randrange(len(other))
                out[at:at] = other[start : start + rng.choice((4, 40, 400))]
            case 8:
                out[at:end] = rng.randbytes(end - at)
    return bytes(out)


def _mutate_member(data: bytes, rng: random.Random) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = archive.namelist()
        hit = rng.choice(names)
        for name in names:
            content = archive.read(name)
            new.writestr(name, _damage(content, rng) if name == hit else content)
    return out.getvalue()
