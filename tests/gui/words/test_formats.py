"""Numbers and sizes as a person of each country reads them."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from workbench.gui.words import formats


@pytest.fixture
def locale() -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)


def plain(text: str) -> str:
    """With ordinary blanks."""
    return text.replace("\u202f", " ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", ["12.3 MB", "100 MB", "999 kB", "3.2 GB", "12 kB", "37.4", "1,234", "12.3 k"]),
        ("fr", ["12,3 Mo", "100 Mo", "999 ko", "3,2 Go", "12 ko", "37,4", "1 234", "12,3 k"]),
        ("de", ["12,3 MB", "100 MB", "999 kB", "3,2 GB", "12 kB", "37,4", "1.234", "12,3 k"]),
    ],
)
def test_numbers_and_units_follow_the_language(locale: None, tag: str, expected: list[str]) -> None:
    QLocale.setDefault(QLocale(tag))
    sizes = [formats.size(s) for s in (12_345_678, 100_200_300, 999_000, 3_210_000_000, 12_345)]
    found = [*sizes, formats.number(37.42), formats.count(1234), formats.short_count(12_345)]
    assert [plain(text) for text in found] == expected
    assert " " not in "".join(sizes)  # a number is never parted from its unit


def test_small_sizes_and_missing_values(locale: None) -> None:
    QLocale.setDefault(QLocale("en"))
    assert plain(formats.size(0)) == "0 bytes"
    assert plain(formats.size(1.5e9, 1)) == "1.5 GB"
    assert [formats.number(v) for v in (None, math.nan, math.inf)] == [formats.DASH] * 3
    assert plain(formats.percent(0.255, 0)) in ("25 %", "26 %")
    assert [plain(formats.duration(s)) for s in (42, 720, 11_100)] == ["42 s", "12 min", "3 h 05 min"]
