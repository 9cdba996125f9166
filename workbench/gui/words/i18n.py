"""Interface languages: Qt catalogues from ``resources/translations``, switched while the window is open."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from workbench.engine.core import paths

#: Languages with a complete catalogue, by tag, in their own words; English is in the source.
LANGUAGES = {"en": "English", "fr": "Français", "de": "Deutsch"}
_installed: list[QTranslator] = []


def resolve(setting: str) -> str:
    """The language tag for a setting; "system" takes the desktop's first language that we have, else English."""
    if setting in LANGUAGES:
        return setting
    for tag in QLocale.system().uiLanguages():
        if tag.split("-")[0] in LANGUAGES:
            return tag.split("-")[0]
    return "en"


def language() -> str:
    """Tag of the language of the words in use."""
    return _installed[-1].language() or "en" if _installed else "en"


def install(app: QApplication, setting: str) -> str:
    """Switch the interface language; what is already open keeps its words until it is built anew.

    Args:
        app: The application.
        setting: "system" or a language tag.

    Returns:
        The tag in use; "en" when the catalogue of the asked-for language is missing.
    """
    while _installed:
        old = _installed.pop()
        app.removeTranslator(old)
        old.deleteLater()  # else its catalogue stays in memory as long as the program runs
    tag = resolve(setting)
    system = QLocale.system()
    # Numbers and dates follow the words, in the desktop's variety of the language where it is the same one.
    same = system.language() in (QLocale(tag).language(), QLocale.Language.C)
    QLocale.setDefault(system if same and (tag == "en" or system.language() != QLocale.Language.C) else QLocale(tag))
    if tag == "en":
        return tag
    own = QTranslator(app)
    if not own.load(f"workbench_{tag}", str(paths.resources() / "translations")):
        return "en"
    standard = QTranslator(app)
    if standard.load(f"qtbase_{tag}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(standard)
        _installed.append(standard)
    app.installTranslator(own)
    _installed.append(own)
    return tag
