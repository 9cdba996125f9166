"""XLIFF 1.2 and 2.0 localisation files."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import single_spaced
from workbench.engine.core.types import Pair
from workbench.engine.corpora.readers.base import ANY_BYTES, Wanted, is_xml_of, register, tag_of_bytes, without_language
from workbench.engine.corpora.readers.keys import KeyWatch
from workbench.engine.corpora.readers.left_out import LeftOut
from workbench.engine.corpora.readers.memories import xliff_states as states
from workbench.engine.text.languages import join_tags, pick

#: Inside a unit, what holds no text of it: proposals from memories, notes, tools' own data.
_NOTES = ("alt-trans", "note", "notes", "context-group", "prop-group", "matches", "metadata", "count-group")


#: Source, target, and what tells why they are no translation when asked with whether they say the same.
_Segment = tuple[str, str, Callable[[bool], str]]


class XliffReader:
    """XLIFF: translated segments only; proposals from memories (``alt-trans``, ``matches``) are left out."""

    name = "xliff"
    title: str = Message("Localisation file (XLIFF)")
    suffixes: tuple[str, ...] = (".xlf", ".xliff", ".sdlxliff", ".mqxliff", ".mxliff")
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is XML with an ``xliff`` element."""
        return is_xml_of("xliff", head)

    def languages(self, path: Path) -> list[str]:
        """Source and target language of the first file element, or unit, that names them."""
        for part in _parts(path, LeftOut(path), ANY_BYTES):
            parents = (*part.parents, part.element) if part.name in ("xliff", "file") else part.parents
            unit = part.element if part.name in ("trans-unit", "unit") else None
            found = _languages(parents, unit)
            if any(found) and (all(found) or unit is not None):
                return [tag_of_bytes(tag) for tag in found if tag]
        return []

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the translated segments, swapped when the wanted source language is the file's target language."""
        seen: set[str] = set()
        found = 0
        left, watch = LeftOut(path, wanted.warn, "units"), KeyWatch()
        for part in _parts(path, left, wanted.options.encoding):
            if part.name not in ("trans-unit", "unit"):
                continue
            if any(parent is None for parent in part.parents):
                left.skip(Message("inside an element of which the tag is damaged"))
                continue
            languages = _languages(part.parents, part.element)
            seen.update(tag for tag in languages if tag)
            order = _order(languages, wanted)
            if order is None:
                continue
            where = f"{path.name}:{part.label}"
            for *sides, reason in _segments(part.element, part.parents):
                if reason:
                    left.skip(reason)
                    continue
                found += 1
                pair = Pair(sides[order[0]], sides[order[1]], where)
                watch.add(pair)
                yield pair
        left.tell()
        watch.tell(path.name, wanted.warn)
        if not found:
            raise _nothing(path, wanted, seen, left)


def _parts(path: Path, left: LeftOut, encoding: str = "") -> Iterator[Any]:
    from workbench.engine.corpora.readers.memories.xml_stream import Layout, stream_units

    return stream_units(
        path, Layout("xliff", ("trans-unit", "unit"), ("file", "group"), ("group",), _NOTES), left, encoding
    )


def _nothing(path: Path, wanted: Wanted, seen: set[str], left: LeftOut) -> CorpusError:
    if seen and (missing := wanted.missing(seen)):
        return without_language(path, missing, join_tags(seen))
    if left.reasons:
        return CorpusError(Message("holds no translated unit: {reasons}", reasons=left.summary()), where=str(path))
    advice = Message("It has: {known}.", known=join_tags(seen)) if seen else ""
    return CorpusError(Message("holds no translated unit"), where=str(path), advice=advice)


def _languages(parents: tuple[Any, ...], unit: Any) -> tuple[str, str]:
    """Source and target language by ``file`` (1.2) or ``xliff`` (2.0), else by ``xml:lang`` of the texts."""
    from workbench.engine.corpora.readers.memories.xml_stream import XML_LANG

    source = target = ""
    for parent in parents:
        if parent is not None:
            source = parent.get("source-language") or parent.get("srcLang") or source
            target = parent.get("target-language") or parent.get("trgLang") or target

    def of_text(name: str) -> str:
        text = None if unit is None else next(unit.iter(f"{{*}}{name}"), None)
        return "" if text is None else text.get(XML_LANG, "")

    return source or of_text("source"), target or of_text("target")


def _child(element: Any, name: str) -> Any:
    from workbench.engine.corpora.readers.memories.xml_stream import local_name

    return next((child for child in element if local_name(child) == name), None)


def _segments(unit: Any, parents: tuple[Any, ...]) -> Iterator[tuple[str, str, str]]:
    """Segments of a ``trans-unit`` (1.2) or ``unit`` (2.0): source, target, and why they are no translation or ""."""
    refused = False
    for element in (*parents, unit):
        said = states.refuses_translation(element.attrib)
        refused = refused if said is None else said
    found = _segments_of_1(unit) if unit.tag.endswith("trans-unit") else _segments_of_2(unit)
    for source, target, reason in found:
        yield source, target, states.KEPT_BACK if refused else _decide(source, target, reason)


def _decide(source: str, target: str, reason: Callable[[bool], str]) -> str:
    """The first reason that holds why a segment is no translation."""
    if not target.strip():
        return states.NOT_TRANSLATED
    if not source.strip():
        return Message("with an empty side")
    return reason(single_spaced(source) == single_spaced(target))


def _segments_of_1(unit: Any) -> Iterator[_Segment]:
    """The marked segments of a ``trans-unit``, paired by ``mid``; without marks the whole unit is one."""
    from workbench.engine.corpora.readers.memories.inline_codes import flatten

    source, marked, target = (_child(unit, name) for name in ("source", "seg-source", "target"))
    sources = _marks(marked if marked is not None else source)
    targets = _marks(target)
    definitions = _definitions(unit)
    of_unit = "" if target is None else states.unit_reason(unit.attrib, target.attrib)

    def segment(source: Any, target: Any, mid: str) -> _Segment:
        texts = ["" if text is None else flatten(text) for text in (source, target)]
        return texts[0], texts[1], lambda same: of_unit or states.trados_reason(definitions.get(mid), same)

    if sources and targets:
        for mid, mark in sources.items():
            # A segment that was merged into another one has no target of its own.
            yield segment(mark, targets.get(mid), mid)
        return
    whole = source if source is not None else marked
    if whole is None:
        return
    # Not cut into segments on both sides: one pair, of which the only segment's definition holds.
    only = next(iter({**sources, **targets}), "") if len({**sources, **targets}) == 1 else ""
    yield segment(whole, target, only)


def _marks(text: Any) -> dict[str, Any]:
    """Segment marks (``mrk mtype="seg"``) by their ``mid``, in order."""
    if text is None:
        return {}
    marks = [mark for mark in text.iter("{*}mrk") if mark.get("mtype") == "seg"]
    return {mark.get("mid") or f"#{number}": mark for number, mark in enumerate(marks)}


def _definitions(unit: Any) -> dict[str, Mapping[str, str]]:
    """What Trados notes of each segment (``sdl:seg-defs``), by its number."""
    found = [seg for definitions in unit.iterchildren("{*}seg-defs") for seg in definitions.iterchildren("{*}seg")]
    return {seg.get("id", ""): seg.attrib for seg in found}


def _segments_of_2(unit: Any) -> Iterator[_Segment]:
    """The segments of a ``unit``; what is ``ignorable`` lies between them and is not translated."""
    from workbench.engine.corpora.readers.memories.inline_codes import flatten

    codes = {
        data.get("id", ""): "".join(data.itertext())
        for group in unit.iterchildren("{*}originalData")
        for data in group.iterchildren("{*}data")
    }
    for segment in unit.iterchildren("{*}segment"):
        source, target = _child(segment, "source"), _child(segment, "target")
        if source is None:
            continue
        translation = "" if target is None else flatten(target, codes)
        yield flatten(source, codes), translation, partial(states.segment_reason, segment.attrib)


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
