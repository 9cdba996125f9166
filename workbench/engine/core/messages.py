"""Sentences as template and values, so that a window can say them in another language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from string import Formatter
from typing import Any, Self

#: Name of the value that speaks of the command line's options; a window leaves it out.
COMMAND_LINE = "command_line"
#: Formats of numbers that templates use.
_FORMAT = re.compile(r",?(\.\d)?[dfgs%]?")
#: Characters of a sentence that is read from a file, about.
_LONGEST = 100_000


class Message(str):
    """An English sentence that remembers the template and the values it was made from.

    It is the finished sentence wherever text is expected; a window translates ``template`` and fills in ``values``.

    Attributes:
        template: The sentence with named fields, as ``str.format`` takes them.
        values: What stands in the fields: texts, numbers and other messages.
    """

    template: str
    values: Mapping[str, Any]

    def __new__(cls, template: str, /, **values: Any) -> Self:
        """Fill ``values`` into ``template``; anything but texts and numbers is turned into text."""
        plain = {name: v if isinstance(v, (str, int, float)) else str(v) for name, v in values.items()}
        message = super().__new__(cls, template.format(**plain))
        message.template, message.values = template, plain
        return message

    def __reduce__(self) -> tuple[Any, ...]:
        """Copies and pickles stay messages."""
        return from_parts, (to_parts(self),)


def joined(parts: Iterable[str], separator: str = ", ") -> str:
    """Sentences or words in a row, each of which a window translates; a plain text where none is a message."""
    rest = list(parts)
    if not any(isinstance(part, Message) for part in rest):
        return separator.join(rest)
    values = {f"part{number}": part for number, part in enumerate(rest, start=1)}
    return Message(separator.join(f"{{{name}}}" for name in values), **values)


def to_parts(text: str) -> Any:
    """Template and values as JSON takes them; a plain text as it is."""
    if not isinstance(text, Message):
        return text
    return {"template": text.template, "values": {n: to_parts(v) for n, v in text.values.items()}}


def from_parts(parts: Any) -> Any:
    """What ``to_parts`` was made from; anything that is not a message as it is."""
    if not isinstance(parts, dict) or not isinstance(parts.get("template"), str):
        return parts
    values = parts.get("values", {})
    try:
        fields = [spec for _, name, spec, _ in Formatter().parse(parts["template"]) if name is not None]
        found = {str(name): from_parts(value) for name, value in values.items()}
        longest = max((len(str(value)) for value in found.values()), default=0)
        if any(spec and not _FORMAT.fullmatch(spec) for spec in fields) or longest * len(fields) > _LONGEST:
            # a journal of someone else's: a width, or a value many times, could ask for any amount of memory
            return parts["template"]
        return Message(parts["template"], **found)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError):
        return parts["template"]  # of another version: its fields and values do not fit
