"""What a reader could not read, or left out on purpose, in one file: counted, and told in a sentence of each kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from workbench.engine.core.messages import Message, joined
from workbench.engine.core.plain_text import shortened
from workbench.engine.corpora.readers.base import no_warning

#: Places that are named one by one.
_NAMED = 5

_UNREAD: dict[str, Callable[..., Message]] = {
    "units": lambda **values: Message("{file}: units that cannot be read are left out ({count:,}): {places}", **values),
    "entries": lambda **values: Message(
        "{file}: entries that cannot be read are left out ({count:,}): {places}", **values
    ),
    "messages": lambda **values: Message(
        "{file}: messages that cannot be read are left out ({count:,}): {places}", **values
    ),
}


class LeftOut:
    """A tally of one file.

    Args:
        path: The file.
        warn: Told one sentence of each kind by ``tell``.
        thing: What the file is made of, in the plural: ``units``, ``entries``.

    Attributes:
        bad: How many could not be read.
        first_line: Line of the first of them; 0 when there is none, or the file has no lines.
        first_why: What is wrong with it.
        reasons: How many were left out for each reason.
        cut_off: Line from which on nothing could be read, where the file ends too early; else 0.
    """

    def __init__(self, path: Path, warn: Callable[[str], None] = no_warning, thing: str = "units") -> None:
        self.path = path
        self.bad = 0
        self.first_line, self.first_why = 0, ""
        self.reasons: Counter[str] = Counter()
        self._warn = warn
        self._thing = thing
        self._bad_places: list[Message] = []
        self._mended = 0
        self._mended_places: list[str] = []
        self.cut_off = 0

    def __bool__(self) -> bool:
        return bool(self.bad or self.reasons)

    def skip(self, reason: str) -> None:
        """Count something that is not a translation, such as ``not translated`` or ``fuzzy``."""
        self.reasons[reason] += 1

    def broken(self, line: int, unit: str, why: str) -> None:
        """Count something that cannot be read, at a 1-based line (0 for files without lines); it may have no name."""
        self.bad += 1
        if self.bad == 1:
            self.first_line, self.first_why = line, _cut(why)
        if len(self._bad_places) < _NAMED:
            self._bad_places.append(Message("{place}: {problem}", place=_place(line, unit), problem=_cut(why)))

    def mended(self, line: int, unit: str) -> None:
        """Count something that is not well-formed and could be read all the same."""
        self._mended += 1
        if len(self._mended_places) < _NAMED:
            self._mended_places.append(_place(line, unit))

    def summary(self) -> str:
        """Reasons with their counts, ``3 not translated, 1 fuzzy``."""
        return joined(
            Message("{count:,} {reason}", count=count, reason=reason) for reason, count in self.reasons.most_common()
        )

    def tell(self) -> None:
        """Say what was left out: one sentence for each of damaged, mended, not translated, cut off."""
        name = self.path.name
        if self.bad:
            places = _places(self._bad_places, self.bad)
            self._warn(_UNREAD[self._thing](file=name, count=self.bad, places=places))
        if self._mended:
            places = _places(self._mended_places, self._mended)
            self._warn(
                Message(
                    "{file}: units that are not well-formed were mended ({count:,}): {places}",
                    file=name,
                    count=self._mended,
                    places=places,
                )
            )
        if self.reasons:
            self._warn(Message("{file}: left out: {reasons}", file=name, reasons=self.summary()))
        if line := self.cut_off:
            self._warn(
                Message("{file}: the file is cut off: nothing could be read from line {line} on", file=name, line=line)
            )


def _place(line: int, unit: str) -> str:
    # what is shortened may be a message already
    name = unit if isinstance(unit, Message) else shortened(unit)
    if line and unit:
        return Message("line {line} ({unit})", line=line, unit=name)
    return Message("line {line}", line=line) if line else name


def _cut(why: str) -> str:
    return why if isinstance(why, Message) else shortened(why, 100)


def _places(places: Sequence[str], count: int) -> str:
    named = joined(places, "; ")
    if count <= len(places):
        return named
    return Message("{places}; and {count:,} more", places=named, count=count - len(places))
