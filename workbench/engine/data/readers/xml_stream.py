"""Streaming XML from untrusted files: no entities, no network, no DTD, memory released as it goes."""

from __future__ import annotations

import html
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from lxml import etree

from workbench.engine.data.readers.base import one_line, open_binary, reading
from workbench.engine.errors import CorpusError

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_SAFE = {"resolve_entities": False, "no_network": True, "load_dtd": False}
_POSITION = re.compile(r",? line \d+, column \d+$")


def local_name(element: Any) -> str:
    """Tag without its namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _bad_xml(path: Path, error: etree.XMLSyntaxError) -> CorpusError:
    line = (error.position or (0, 0))[0]
    return CorpusError(
        f"is not well-formed XML, or is cut off: {_POSITION.sub('', error.msg or 'unknown error')}",
        where=f"{path}:{line}" if line else str(path),
        advice="Export the file again.",
    )


def check_xml(path: Path, root: str) -> None:
    """Look at everything before the first element, under the parser's limits against hostile files.

    Args:
        path: The file.
        root: Local name the first element must have.

    Raises:
        CorpusError: Not XML, another document type, or it declares entities.
    """
    with reading(path), open_binary(path) as handle:
        try:
            for _, element in etree.iterparse(handle, events=("start",), **_SAFE):
                dtd = element.getroottree().docinfo.internalDTD
                if dtd is not None and any(True for _ in dtd.iterentities()):
                    raise CorpusError(
                        "declares XML entities, which are refused for safety",
                        where=str(path),
                        advice="Export the file again without a DOCTYPE that declares entities.",
                    )
                if local_name(element).lower() != root:
                    raise CorpusError(f"is XML, but <{local_name(element)}> and not <{root}>", where=str(path))
                return
        except etree.XMLSyntaxError as error:
            raise _bad_xml(path, error) from None


def stream_elements(
    path: Path, root: str, ends: Collection[str], starts: Collection[str] = ()
) -> Iterator[tuple[str, Any]]:
    """Events ``("start", element)`` and ``("end", element)`` for the given local names.

    An element is emptied after its end event was handled, with all that stands before it, so memory does not grow.

    Raises:
        CorpusError: Not well-formed, cut off, hostile, or another kind of document.
    """
    check_xml(path, root)
    # Without the limits, since no entity is declared and a very long segment is no error.
    options = {**_SAFE, "huge_tree": True}
    wanted_tags = [f"{{*}}{name}" for name in {*ends, *starts}]
    with reading(path), open_binary(path) as handle:
        try:
            for event, element in etree.iterparse(handle, events=("start", "end"), tag=wanted_tags, **options):
                name = local_name(element)
                if event == "start":
                    if name in starts:
                        yield event, element
                elif name in ends:
                    yield event, element
                    _release(element)
        except etree.XMLSyntaxError as error:
            raise _bad_xml(path, error) from None


def _release(element: Any) -> None:
    """Empty an element that was handled and remove all that stands before it, at every level."""
    element.clear(keep_tail=False)
    for node in (element, *element.iterancestors()):
        while node.getprevious() is not None and node.getparent() is not None:
            del node.getparent()[0]


def flatten(element: Any, dropped: Collection[str]) -> str:
    """Text of an element without its inline markup.

    Args:
        element: A segment.
        dropped: Local names whose content is formatting code, not text.
    """
    parts = []
    walker = etree.iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            if local_name(node) in dropped:
                walker.skip_subtree()
            elif node.text:
                # A reference to an entity of a DTD that is not read, such as &nbsp;, is a node with that text.
                parts.append(html.unescape(node.text) if isinstance(node, etree._Entity) else node.text)
        elif node is not element and node.tail:
            parts.append(node.tail)
    return one_line("".join(parts))
