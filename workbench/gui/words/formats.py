"""Numbers, sizes, times and texts as the tables and tiles show them: short, and in the person's language."""

from __future__ import annotations

import math
import time

from PySide6.QtCore import QCoreApplication, QLocale

_NARROW_SPACE = "\u202f"
# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate
#: Shown where there is no value.
DASH = "–"


def count(value: float) -> str:
    """A whole number with the separators of the person's country."""
    return QLocale().toString(round(value))


def number(value: float | None, digits: int = 1) -> str:
    """A score; a dash when there is none."""
    return DASH if value is None or not math.isfinite(value) else QLocale().toString(value, "f", digits)


def significant(value: float, digits: int = 4) -> str:
    """A number in so many figures: ``5.297``, ``1,234``, and ``5.185e+21`` where it has too many."""
    if not math.isfinite(value):
        return DASH
    if abs(value) >= 1e7:
        return QLocale().toString(value, "g", digits)
    before = max(1, math.floor(math.log10(abs(value))) + 1) if value else 1
    return number(value, max(0, digits - before))


def short_number(value: float) -> str:
    """A number with one decimal, or none where it is whole."""
    return count(value) if round(value, 1) == round(value) else number(value)


def short_count(value: int) -> str:
    """An integer in three figures: ``950``, ``12.3 k``, ``4.1 M``."""
    units = (
        (1e9, translate("Formats", "{number} G", "thousands of millions")),
        (1e6, translate("Formats", "{number} M", "millions")),
        (1e3, translate("Formats", "{number} k", "thousands")),
    )
    for limit, unit in units:
        if value >= limit:
            scaled = value / limit
            digits = 0 if scaled >= 100 else 1
            return _tight(unit.format(number=QLocale().toString(scaled, "f", digits)))
    return str(value)


def size(amount: float, digits: int | None = None) -> str:
    """Bytes in the unit that fits, named as the language does: ``37.2 MB``, in French ``37,2 Mo``.

    Args:
        amount: Bytes; 1000 of them are a kilobyte.
        digits: Decimals; by default one below 100 of the unit, else none.
    """
    if digits is None:
        scaled = max(0.0, amount)
        while scaled >= 1000:
            scaled /= 1000
        digits = 0 if amount < 100_000 or scaled >= 100 else 1
    return _tight(QLocale().formattedDataSize(round(amount), digits, QLocale.DataSizeFormat.DataSizeSIFormat))


def megabytes(value: float) -> str:
    """A size from megabytes."""
    if value >= 1000:
        return translate("Wording", "{size} GB").format(size=QLocale().toString(value / 1000, "f", 1))
    return translate("Wording", "{size} MB").format(size=round(value))


def percent(share: float | None, digits: int = 1) -> str:
    """A share as a percentage."""
    if share is None or not math.isfinite(share):
        return DASH
    return _tight(translate("Formats", "{number} %", "percent").format(number=number(100 * share, digits)))


def duration(seconds: float) -> str:
    """Seconds as ``42 s``, ``12 min`` or ``3 h 05 min``; they line up in a column."""
    whole = round(seconds)
    if whole < 60:
        return _tight(translate("Formats", "{seconds} s").format(seconds=whole))
    minutes = round(whole / 60)
    if minutes < 60:
        return _tight(translate("Formats", "{minutes} min").format(minutes=minutes))
    text = translate("Formats", "{hours} h {minutes} min")
    return _tight(text.format(hours=minutes // 60, minutes=f"{minutes % 60:02d}"))


def rough_duration(seconds: float) -> str:
    """A duration as people say it in a sentence: rounded the more, the longer it is."""
    if seconds < 50:
        step = 1 if seconds < 10 else 5
        return translate("Wording", "{seconds} s").format(seconds=max(1, round(seconds / step) * step))
    minutes = round(seconds / 60)
    if minutes < 90:
        return translate("Wording", "{minutes} min").format(minutes=max(1, minutes))
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return translate("Wording", "{hours} h {minutes} min").format(hours=hours, minutes=round(rest / 5) * 5 % 60)
    return translate("Wording", "{days} days").format(days=QLocale().toString(seconds / 86_400, "f", 1))


def _tight(text: str) -> str:
    """A number kept together with its unit."""
    return text.replace(" ", _NARROW_SPACE)


def moment(timestamp: float) -> str:
    """A local date and time that sorts as it reads: ``2024-05-31 14:05``."""
    return time.strftime("%Y-%m-%d %H:%M", then) if (then := _local(timestamp)) else DASH


def _local(timestamp: float) -> time.struct_time | None:
    """``None`` for no time at all, such as one of the year 1e300."""
    try:
        return time.localtime(timestamp) if timestamp else None
    except (OverflowError, ValueError, OSError):
        return None


def short_moment(timestamp: float) -> str:
    """A date, and the time where it is recent: ``14:05`` today, ``05-31 14:05`` this year, else ``2024-05-31``."""
    then, now = _local(timestamp), time.localtime()
    if then is None:
        return DASH
    if then[:3] == now[:3]:
        return time.strftime("%H:%M", then)
    return time.strftime("%m-%d %H:%M" if then.tm_year == now.tm_year else "%Y-%m-%d", then)


def direction(source: str, target: str) -> str:
    """Two language tags: ``en → fr``."""
    return f"{source or '?'} → {target or '?'}"
