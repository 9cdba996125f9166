"""XLIFF 1.2 and 2.0 localisation files."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, head_text, register
from workbench.engine.data.readers.languages import join_tags, pick
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

#: Inline elements that hold formatting code, or nothing; ``g``, ``pc`` and ``mrk`` hold text.
_CODES = frozenset({"x", "bx", "ex", "ph", "it", "bpt", "ept", "sub", "sc", "ec", "sm", "em"})
#: States of a target that is not a translation yet (XLIFF 1.2, section 3.2.1).
_UNTRANSLATED = frozenset({"new", "needs-translation"})


def _child(unit: Any, name: str) -> Any:
    from workbench.engine.data.readers.xml_stream import local_name

    return next((child for child in unit if local_name(child) == name), None)


def _languages(element: Any) -> tuple[str, str]:
    """Source and target language of a ``file`` (1.2) or ``xliff`` (2.0) element."""
    source = element.get("source-language") or element.get("srcLang") or ""
    return source, element.get("target-language") or element.get("trgLang") or ""


class XliffReader:
    """XLIFF: translated units only; proposals from memories (``alt-trans``, ``matches``) are left out."""

    name = "xliff"
    title = "Localisation file (XLIFF)"
    suffixes: tuple[str, ...] = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is XML with an ``xliff`` element."""
        text = head_text(head).lstrip()
        return text.startswith("<") and "<xliff" in text[:4096].lower()

    def languages(self, path: Path) -> list[str]:
        """Source and target language of the first file element that names them."""
        from workbench.engine.data.readers.xml_stream import stream_elements

        for event, element in stream_elements(path, "xliff", ("trans-unit", "segment"), ("xliff", "file")):
            source, target = _languages(element)
            if event == "start" and (source or target):
                return [tag for tag in (source, target) if tag]
        return []

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the translated units, swapped when the wanted source language is the file's target language."""
        from workbench.engine.data.readers.xml_stream import flatten, stream_elements

        languages = ("", "")
        seen: set[str] = set()
        units = found = 0
        for event, element in stream_elements(path, "xliff", ("trans-unit", "segment"), ("xliff", "file")):
            if event == "start":
                languages = tuple(new or old for new, old in zip(_languages(element), languages, strict=True))  # type: ignore[assignment]
                seen.update(tag for tag in languages if tag)
                continue
            units += 1
            source, target = _child(element, "source"), _child(element, "target")
            if source is None or target is None or target.get("state") in _UNTRANSLATED:
                continue
            order = _order(languages, wanted)
            if order is None:
                continue
            sides = (flatten(source, _CODES), flatten(target, _CODES))
            if sides[1].strip():
                found += 1
                yield Pair(sides[order[0]], sides[order[1]], f"{path.name}:{element.get('id') or f'unit {units}'}")
        if not found:
            missing = [
                lang for lang in (wanted.source_lang, wanted.target_lang) if lang and pick(sorted(seen), lang) is None
            ]
            what = f"has no text in '{missing[0]}'" if missing and seen else "holds no translated unit"
            raise CorpusError(what, where=str(path), advice=f"It has: {join_tags(seen)}." if seen else "")


def _order(languages: tuple[str, str], wanted: Wanted) -> tuple[int, int] | None:
    """Which side is the wanted source and target: as in the file, swapped, or ``None`` when a language is not there."""
    for order in ((0, 1), (1, 0)):
        asked = (wanted.source_lang, wanted.target_lang)
        if all(
            not lang or not languages[i] or pick([languages[i]], lang) == 0
            for lang, i in zip(asked, order, strict=True)
        ):
            return order
    return None


register(XliffReader())
