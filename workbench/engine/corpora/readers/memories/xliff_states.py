"""Whether a target in an XLIFF file is a translation: states of the standard and of the tools that write such files."""

from __future__ import annotations

import re
from collections.abc import Mapping

from workbench.engine.core.messages import Message

NOT_TRANSLATED = Message("not translated")
DRAFT = Message("draft")
COPIED = Message("draft copied from the source")
UNREVIEWED = Message("not reviewed (fuzzy)")
UNAPPROVED = Message("not approved")
REJECTED = Message("rejected")
MACHINE = Message("machine translation not confirmed")
KEPT_BACK = Message("marked translate=no")

#: States of XLIFF 1.2 (section 3.2.1) that say the text itself is not there yet, or is not yet a translation.
#: ``needs-adaptation`` and ``needs-review-adaptation`` are about what is not text, so the text counts.
_STATES = {
    "new": NOT_TRANSLATED,
    "needs-translation": NOT_TRANSLATED,
    "needs-l10n": NOT_TRANSLATED,
    # What PO calls fuzzy: converters write this state for it.
    "needs-review-translation": UNREVIEWED,
    "needs-review-l10n": UNREVIEWED,
}
#: States that count whatever else stands in the unit.
_GOOD = frozenset({"translated", "final", "signed-off", "reviewed"})
#: Where a target without a good state came from (XLIFF 1.2, ``state-qualifier``).
_QUALIFIERS = {
    "fuzzy-match": UNREVIEWED,
    "leveraged-mt": MACHINE,
    "mt-suggestion": MACHINE,
    "tm-suggestion": UNREVIEWED,
    "rejected-grammar": REJECTED,
    "rejected-inaccurate": REJECTED,
    "rejected-length": REJECTED,
    "rejected-spelling": REJECTED,
}
#: Confirmation levels of SDL Trados Studio, of one segment.
_TRADOS = {"draft": DRAFT, "rejectedtranslation": REJECTED, "rejectedsignoff": REJECTED, "unspecified": NOT_TRANSLATED}
#: Statuses of memoQ, of a unit.
_MEMOQ = {
    "notstarted": NOT_TRANSLATED,
    "partiallyedited": DRAFT,
    "edited": DRAFT,
    "pretranslated": UNREVIEWED,
    "assembledfromfragments": UNREVIEWED,
    "machinetranslated": MACHINE,
    "rejected": REJECTED,
}
_NAMESPACE = re.compile(r"\{[^}]*\}")
_FALSE = frozenset({"no", "false", "0"})


def refuses_translation(attributes: Mapping[str, str]) -> bool | None:
    """What ``translate`` says: ``True`` for no, ``False`` for yes, ``None`` when nothing is said (then inherited)."""
    value = attributes.get("translate", "").strip().lower()
    return None if not value else value in _FALSE


def unit_reason(unit: Mapping[str, str], target: Mapping[str, str]) -> str:
    """Why a unit's target is no translation; empty when it is one (XLIFF 1.2).

    A good ``state`` outweighs ``approved="no"``, which is the standard's default and which tools write beside
    translated texts that nobody signed off.

    The arguments are the attributes of ``trans-unit`` and ``target``.
    """
    state = target.get("state", "").strip().lower()
    if state in _STATES:
        return _STATES[state]
    tool = _tool_reason(unit)
    if tool or state in _GOOD:
        return tool
    if unit.get("approved", "").strip().lower() in _FALSE:
        return UNAPPROVED
    return _QUALIFIERS.get(target.get("state-qualifier", "").strip().lower(), "")


def _tool_reason(unit: Mapping[str, str]) -> str:
    for name, value in unit.items():
        local = _NAMESPACE.sub("", name)
        if local == name:
            continue
        if local == "status" and value.lower() in _MEMOQ:
            return _MEMOQ[value.lower()]
        if local == "confirmed" and value.strip().lower() in _FALSE:
            return DRAFT
    return ""


def trados_reason(definition: Mapping[str, str] | None, same: bool) -> str:
    """Why a segment of SDL Trados Studio is no translation; empty when it is one, or is not defined.

    Of the attributes of its ``sdl:seg`` (``definition``), ``conf`` is missing until somebody worked on it.
    """
    if definition is None:
        return ""
    conf = definition.get("conf", "").strip().lower()
    if conf and conf not in _TRADOS:
        return ""
    if definition.get("origin", "").strip().lower() == "source" or (same and conf in ("", "draft", "unspecified")):
        return COPIED
    return _TRADOS.get(conf, NOT_TRANSLATED)


def segment_reason(segment: Mapping[str, str], same: bool) -> str:
    """Why a segment of XLIFF 2 is no translation; empty when it is one.

    ``initial`` is the standard's default, but only where it is written does it tell anything: many tools write no
    state at all.

    ``same`` is whether the target says the same as the source.
    """
    state = segment.get("state", "").strip().lower()
    if state == "initial":
        return COPIED if same else NOT_TRANSLATED
    detail = segment.get("subState", "").lower().rpartition(":")[2]
    return UNREVIEWED if "fuzzy" in detail or detail.startswith("needs-") else ""
