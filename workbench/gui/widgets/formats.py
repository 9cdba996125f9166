"""Numbers, times and texts as the window shows them; the same everywhere, whatever the interface language."""

from __future__ import annotations

import math
import time

from workbench.gui import wording

_NARROW_SPACE = "\u202f"
#: Shown where there is no value.
DASH = "–"


def count(value: int) -> str:
    """An integer with the separators of the person's country."""
    return wording.count(value)


def number(value: float | None, digits: int = 1) -> str:
    """A score; a dash when there is none."""
    return DASH if value is None or not math.isfinite(value) else f"{value:.{digits}f}"


def short_count(value: int) -> str:
    """An integer in three figures: ``950``, ``12.3 k``, ``4.1 M``."""
    for limit, unit in ((1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= limit:
            scaled = value / limit
            return f"{scaled:.{0 if scaled >= 100 else 1}f}{_NARROW_SPACE}{unit}"
    return str(value)


def megabytes(size: int) -> str:
    """Bytes as megabytes with one decimal below 100; small files in kilobytes."""
    if size < 100_000:
        return f"{max(1, round(size / 1000)) if size else 0}{_NARROW_SPACE}kB"
    value = size / 1e6
    return f"{value:.{0 if value >= 100 else 1}f}{_NARROW_SPACE}MB"


def percent(share: float | None, digits: int = 1) -> str:
    """A share as a percentage."""
    return DASH if share is None or not math.isfinite(share) else f"{100 * share:.{digits}f}{_NARROW_SPACE}%"


def duration(seconds: float) -> str:
    """Seconds as ``42 s``, ``12 min`` or ``3 h 05 min``; they line up in a column."""
    whole = round(seconds)
    if whole < 60:
        return f"{whole}{_NARROW_SPACE}s"
    minutes = round(whole / 60)
    if minutes < 60:
        return f"{minutes}{_NARROW_SPACE}min"
    return f"{minutes // 60}{_NARROW_SPACE}h {minutes % 60:02d}{_NARROW_SPACE}min"


def moment(timestamp: float) -> str:
    """A local date and time that sorts as it reads: ``2024-05-31 14:05``."""
    return time.strftime("%Y-%m-%d %H:%M", time.localtime(timestamp)) if timestamp else DASH


def short_moment(timestamp: float) -> str:
    """A date, and the time where it is recent: ``14:05`` today, ``05-31 14:05`` this year, else ``2024-05-31``."""
    if not timestamp:
        return DASH
    then, now = time.localtime(timestamp), time.localtime()
    if then[:3] == now[:3]:
        return time.strftime("%H:%M", then)
    return time.strftime("%m-%d %H:%M" if then.tm_year == now.tm_year else "%Y-%m-%d", then)


def direction(source: str, target: str) -> str:
    """Two language tags: ``en → fr``."""
    return f"{source or '?'} → {target or '?'}"


def one_line(text: str) -> str:
    """Text folded to one line, for a table cell."""
    return " ".join(text.split())


def isolated(text: str) -> str:
    """Text of unknown direction kept from turning its surroundings round (Unicode isolates)."""
    return f"\u2068{text}\u2069"
