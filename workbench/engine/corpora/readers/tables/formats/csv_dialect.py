"""Delimiters and quotes of delimited text, as programs and people really write them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from functools import lru_cache

_DELIMITERS = ",;\t|"
_SAMPLE_LINES = 2000
_DECLARED = re.compile(r'^\ufeff?"?sep=(.)"?[,;\t]*\s*$', re.IGNORECASE)


def declared_delimiter(line: str) -> str:
    """The delimiter of a first line ``sep=;``, by which Excel is told it; "" when the line is none."""
    found = _DECLARED.match(line.rstrip("\r\n"))
    return found[1] if found else ""


def find_delimiter(text: str) -> str:
    """The delimiter of a table: the declared one, else the one that cuts the first rows most evenly.

    A comma or semicolon with a space behind it is probably punctuation, and one that does not cut the first row, which
    is the header more often than not, is probably in the text.
    """
    lines = text.splitlines(keepends=True)[:_SAMPLE_LINES]
    if lines and (declared := declared_delimiter(lines[0])):
        return declared
    best, best_score = ",", 0.0
    for delimiter in _DELIMITERS:
        score = _evenness(lines, delimiter, len(text) >= 60000)
        if score > best_score + 1e-9:
            best, best_score = delimiter, score
    return best


def _evenness(lines: list[str], delimiter: str, cut: bool) -> float:
    """Share of rows with the commonest number of columns, less what speaks for punctuation; 0 for one column."""
    try:
        mend = (mended(line, delimiter) for line in lines)
        rows = [row for row in csv.reader(mend, delimiter=delimiter) if row]
    except csv.Error:
        return 0.0
    if cut and len(rows) > 1:
        rows.pop()
    width, number = Counter(len(row) for row in rows).most_common(1)[0] if rows else (1, 0)
    if width < 2:
        return 0.0
    joints = [cell[:1].isspace() for row in rows for cell in row[1:]]
    spaced = sum(joints) / max(1, len(joints))
    first = next((row for row in rows if any(cell.strip() for cell in row)), rows[0])
    return number / len(rows) - 0.3 * (spaced > 0.5) - 0.2 * (len(first) != width) + 0.001 * min(width, 20)


@lru_cache(maxsize=8)
def _loose_quotes(delimiter: str) -> re.Pattern[str]:
    d = re.escape(delimiter)
    return re.compile(rf'(^|{d})("[^"{d}\r\n]+"(?=[^"{d}\r\n])[^{d}\r\n]*)')


def mended(line: str, delimiter: str) -> str:
    """A line in which a field that only begins with a quoted word (``"Ready" is shown``) is quoted as a whole.

    Programs that quote no more than they must leave such fields as they are; read by the rules, their quotes would be
    lost.
    """
    if '"' not in line:
        return line
    return _loose_quotes(delimiter).sub(lambda m: m[1] + '"' + m[2].replace('"', '""') + '"', line)
