"""Elements of a page; lxml escapes what is put into them."""

from __future__ import annotations

import re
from typing import Any

from lxml import html
from lxml.builder import ElementMaker

Element = Any
_make = ElementMaker(makeelement=html.html_parser.makeelement)
#: What no document may hold: control characters, halves of surrogate pairs, non-characters, and the marks that turn
#: the direction of everything after them.
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """A text as a page can hold it."""
    return _NEVER.sub("�", text)


def element(name: str, /, *children: Element | str | None, **attributes: object) -> Element:
    """An element; ``class_`` is the attribute "class", an underline inside of a name a hyphen, and ``None`` nothing."""
    given = {
        key.rstrip("_").replace("_", "-"): clean(str(value)) for key, value in attributes.items() if value is not None
    }
    inside = [clean(child) if isinstance(child, str) else child for child in children if child is not None]
    return _make(name, given, *inside)


def serialised(root: Element) -> str:
    """The page as text."""
    return str(html.tostring(root, encoding="unicode", doctype="<!DOCTYPE html>")) + "\n"
