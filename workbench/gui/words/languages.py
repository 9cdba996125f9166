"""Languages by their names."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def language_name(tag: str) -> str:
    """A language in its own words: "français"; the tag itself when Qt does not know it."""
    if not tag:
        return ""
    known = {"en": "English", "es": "Español", "pt": "Português"}  # Qt would say "American English"
    if tag in known:
        return known[tag]
    locale = QLocale(tag)
    if locale.language() == QLocale.Language.C:
        return tag
    name = locale.nativeLanguageName()
    return name[:1].upper() + name[1:] if name else tag


def language_words(tag: str) -> str:
    """A tag with the language's own name: ``fr – Français``."""
    name = language_name(tag)
    return f"{tag} – {name}" if name and name != tag else tag
