"""TMX 1.4 translation memories, multilingual ones included."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from workbench.engine.data.readers.base import Wanted, head_text, register
from workbench.engine.data.readers.languages import join_tags, normalise_tag, pick
from workbench.engine.errors import CorpusError
from workbench.engine.types import Pair

#: Elements whose content is native formatting code (TMX 1.4b, section 3.2); ``hi`` holds text.
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut", "sub"})
#: Units looked at to list the languages of a file.
_LOOK = 1000


def _segments(unit: Any) -> list[tuple[str, Any]]:
    from workbench.engine.data.readers.xml_stream import XML_LANG, local_name

    found = []
    for variant in unit:
        if local_name(variant) == "tuv":
            language = variant.get(XML_LANG) or variant.get("lang") or ""
            segment = next((child for child in variant if local_name(child) == "seg"), None)
            if segment is not None:
                found.append((language, segment))
    return found


def _other(tags: list[str], taken: int | None) -> int | None:
    """The first variant in another language than the one taken."""
    if taken is None:
        return None
    return next((i for i, tag in enumerate(tags) if normalise_tag(tag) != normalise_tag(tags[taken])), None)


class TmxReader:
    """Translation memory exchange; languages are matched by prefix, inline markup is flattened."""

    name = "tmx"
    title = "Translation memory (TMX)"
    suffixes: tuple[str, ...] = (".tmx",)
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is XML with a ``tmx`` element."""
        text = head_text(head).lstrip()
        return text.startswith("<") and "<tmx" in text[:4096].lower()

    def languages(self, path: Path) -> list[str]:
        """Languages of the first thousand units, the source language first."""
        from workbench.engine.data.readers.xml_stream import stream_elements

        counts: Counter[str] = Counter()
        source = ""
        for number, (_, element) in enumerate(stream_elements(path, "tmx", ("header", "tu"))):
            source = element.get("srclang", source) if number == 0 else source
            counts.update(tag for tag, _ in _segments(element))
            if number >= _LOOK:
                break
        found = [tag for tag, _ in counts.most_common()]
        first = pick(found, source)
        return found if first is None else [found[first], *(t for i, t in enumerate(found) if i != first)]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs of the two wanted languages."""
        from workbench.engine.data.readers.xml_stream import flatten, stream_elements

        seen: set[str] = set()
        source_lang, target_lang = wanted.source_lang, wanted.target_lang
        units = found = 0
        for _, element in stream_elements(path, "tmx", ("header", "tu")):
            if element.tag.endswith("header"):
                header = element.get("srclang", "")
                # Without a wish the header's source language is the source side.
                source_lang = source_lang or ("" if header == "*all*" or target_lang else header)
                continue
            units += 1
            segments = _segments(element)
            tags = [tag for tag, _ in segments]
            seen.update(tags)
            source, target = pick(tags, source_lang), pick(tags, target_lang)
            if source is None and not wanted.source_lang:
                source = _other(tags, target) if target_lang else (0 if tags else None)
            if target is None and not target_lang:
                target = _other(tags, source)
            if source is None or target is None or source == target:
                continue
            found += 1
            sides = [flatten(segments[i][1], _CODES) for i in (source, target)]
            yield Pair(sides[0], sides[1], f"{path.name}:{element.get('tuid') or f'unit {units}'}")
        if not found:
            raise _nothing(path, wanted, units, seen)


def _nothing(path: Path, wanted: Wanted, units: int, seen: set[str]) -> CorpusError:
    if not units:
        return CorpusError("holds no translation unit", where=str(path))
    missing = [lang for lang in (wanted.source_lang, wanted.target_lang) if lang and pick(sorted(seen), lang) is None]
    what = f"has no text in '{missing[0]}'" if missing else "has no unit in both languages"
    return CorpusError(what, where=str(path), advice=f"It has: {join_tags(seen) or 'no language marked'}.")


register(TmxReader())
