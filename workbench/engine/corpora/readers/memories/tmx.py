"""TMX 1.4 translation memories, multilingual ones included."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.corpora.readers.base import ANY_BYTES, Wanted, is_xml_of, register, tag_of_bytes, without_language
from workbench.engine.corpora.readers.keys import KeyWatch
from workbench.engine.corpora.readers.left_out import LeftOut
from workbench.engine.text.languages import join_tags, normalise_tag, pick

#: Units looked at to list the languages of a file.
_LOOK = 1000


def _segments(unit: Any) -> list[tuple[str, Any]]:
    from workbench.engine.corpora.readers.memories.xml_stream import XML_LANG, local_name

    found = []
    for variant in unit:
        if local_name(variant) == "tuv":
            language = variant.get(XML_LANG) or variant.get("lang") or ""
            segment = next((child for child in variant if local_name(child) == "seg"), None)
            if segment is not None:
                found.append((language, segment))
    return found


def _other(tags: Sequence[str], taken: int | None) -> int | None:
    """The first variant in another language than the one taken."""
    if taken is None:
        return None
    return next((i for i, tag in enumerate(tags) if normalise_tag(tag) != normalise_tag(tags[taken])), None)


class TmxReader:
    """Translation memory exchange; languages are matched by prefix, inline markup is flattened."""

    name = "tmx"
    title: str = Message("Translation memory (TMX)")
    suffixes: tuple[str, ...] = (".tmx",)
    strong = True

    def sniff(self, path: Path, head: bytes) -> bool:
        """Whether it is XML with a ``tmx`` element."""
        return is_xml_of("tmx", head)

    def languages(self, path: Path) -> list[str]:
        """Languages of the first thousand units, the source language first."""
        counts: Counter[str] = Counter()
        source = ""
        for number, part in enumerate(_parts(path, LeftOut(path), ANY_BYTES)):
            if part.name == "header" and part.element is not None:
                source = source or tag_of_bytes(part.element.get("srclang", ""))
            elif part.name == "tu":
                counts.update(tag_of_bytes(tag) for tag, _ in _segments(part.element))
            if number >= _LOOK:
                break
        found = [tag for tag, _ in counts.most_common()]
        first = pick(found, source)
        return found if first is None else [found[first], *(t for i, t in enumerate(found) if i != first)]

    def read(self, path: Path, wanted: Wanted) -> Iterator[Pair]:
        """Stream the pairs of the two wanted languages.

        Several variants in one language are several translations: each gives a pair. Several on both sides belong
        together in their order, where they are equally many.
        """
        from workbench.engine.corpora.readers.memories.inline_codes import flatten

        seen: set[str] = set()
        source_lang = wanted.source_lang
        units = found = 0
        left, watch = LeftOut(path, wanted.warn), KeyWatch()
        for part in _parts(path, left, wanted.options.encoding):
            if part.name == "header":
                header = "" if part.element is None else part.element.get("srclang", "")
                # Without a wish the header's source language is the source side.
                source_lang = source_lang or ("" if header == "*all*" or wanted.target_lang else header)
            if part.name != "tu":
                continue
            units += 1
            segments = _segments(part.element)
            tags = tuple(tag for tag, _ in segments)
            seen.update(tags)
            chosen = _choose(tags, source_lang, bool(wanted.source_lang), wanted.target_lang)
            if not chosen:
                continue
            sources, targets = ([flatten(segments[i][1]) for i in variants] for variants in chosen)
            found += 1
            for source, target in _pairs(sources, targets, left):
                pair = Pair(source, target, f"{path.name}:{part.label}")
                watch.add(pair)
                yield pair
        left.tell()
        watch.tell(path.name, wanted.warn)
        if not found:
            raise _nothing(path, wanted, units, seen)


def _pairs(sources: list[str], targets: list[str], left: LeftOut) -> list[tuple[str, str]]:
    """The pairs of a unit, each once."""
    if len(sources) > 1 and len(targets) > 1:
        if len(sources) != len(targets):
            left.skip(Message("with several variants on both sides"))
            return []
        pairs = list(zip(sources, targets, strict=True))
    else:
        pairs = list(itertools.product(sources, targets))
    full = [pair for pair in dict.fromkeys(pairs) if pair[0].strip() and pair[1].strip()]
    if not full:
        left.skip(Message("with an empty side"))
    return full


def _parts(path: Path, left: LeftOut, encoding: str = "") -> Iterator[Any]:
    from workbench.engine.corpora.readers.memories.xml_stream import Layout, stream_units

    return stream_units(path, Layout("tmx", ("tu",), ("header",), notes=("prop", "note")), left, encoding)


@lru_cache(maxsize=1024)
def _choose(tags: tuple[str, ...], source_lang: str, asked: bool, target_lang: str) -> tuple[tuple[int, ...], ...]:
    """The variants that are source and target, in their two languages; empty when one of them is not there.

    The source language was ``asked`` for, or is the header's; the target language may be empty.
    """
    source, target = pick(tags, source_lang), pick(tags, target_lang)
    if source is None and not asked:
        source = _other(tags, target) if target_lang else (0 if tags else None)
    if target is None and not target_lang:
        target = _other(tags, source)
    if source is None or target is None or source == target:
        return ()
    names = [normalise_tag(tag) for tag in tags]
    return tuple(
        (index, *(i for i, name in enumerate(names) if i != index and name == names[index]))
        for index in (source, target)
    )


def _nothing(path: Path, wanted: Wanted, units: int, seen: set[str]) -> CorpusError:
    if not units:
        return CorpusError(Message("holds no translation unit"), where=str(path))
    known = join_tags(seen) or Message("no language marked")
    missing = wanted.missing(seen)
    if missing:
        return without_language(path, missing, known)
    advice = Message("It has: {known}.", known=known)
    return CorpusError(Message("has no unit in both languages"), where=str(path), advice=advice)


register(TmxReader())
