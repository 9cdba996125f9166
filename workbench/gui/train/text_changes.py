"""What changed between two translations, as rich text."""

from __future__ import annotations

import difflib
import html
import re

from workbench.gui.theme import Theme

_PIECES = re.compile(r"\s+|[^\W_]+|.", re.UNICODE | re.DOTALL)


def mark_changes(old: str | None, new: str, theme: Theme) -> str:
    """``new`` as HTML with everything that ``old`` did not have on a coloured ground; a first version is unmarked."""
    if old is None or old == new:
        return html.escape(new)
    before, after = _PIECES.findall(old), _PIECES.findall(new)
    parts = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for kind, _, _, start, end in matcher.get_opcodes():
        text = html.escape("".join(after[start:end]))
        if kind == "equal" or not text.strip():
            parts.append(text)
        else:
            parts.append(f"<span style='background-color:{theme.added}'>{text}</span>")
    return "".join(parts)
