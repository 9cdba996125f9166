"""The pages of the guide: six files a language in ``resources/guide``, and the glossary, made from the terms."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from workbench.engine.core.paths import resources
from workbench.gui.words.i18n import LANGUAGES
from workbench.gui.words.terms import Term, explained

# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate
GLOSSARY = "glossary"
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


def guide_folder() -> Path:
    """Where texts and pictures are."""
    return resources() / "guide"


def page_names() -> list[str]:
    """The pages in order, under the numbers by which they name each other, and the glossary."""
    return [*sorted(path.name.split("-")[0] for path in (guide_folder() / "en").glob("*.md")), GLOSSARY]


def page_text(name: str, language: str) -> str:
    """A page as Markdown; links are ``page:NAME``, ``term:NAME`` and, of pictures, ``picture:NAME``."""
    if name == GLOSSARY:
        parts = (f"## {name}\n\n{text}\n" for name, text in map(explained, glossary_terms()))
        title = translate("Guide", "Glossary")
        about = translate("Guide", "The words that the window uses, each in two sentences and an example.")
        return "\n".join((f"# {title}\n\n{about}\n", *parts))
    (path,) = (guide_folder() / (language if language in LANGUAGES else "en")).glob(f"{name}-*.md")
    return path.read_text(encoding="utf-8")


def page_title(text: str) -> str:
    """The first heading of a page."""
    found = _TITLE.search(text)
    return found[1] if found else ""


def glossary_terms() -> list[Term]:
    """All terms in the order of their titles, whatever their case and accents."""

    def place(term: Term) -> str:
        letters = unicodedata.normalize("NFD", explained(term)[0].casefold())
        return "".join(letter for letter in letters if not unicodedata.combining(letter))

    return sorted(Term, key=place)


def picture_file(name: str, language: str) -> Path | None:
    """A picture of the guide in a language, or in English; ``None`` where it has none of this name."""
    if not re.fullmatch(r"[a-z]+", name):
        return None
    places = (guide_folder() / "pictures" / f"{name}-{tag}.png" for tag in (language, "en"))
    return next((place for place in places if place.is_file()), None)
