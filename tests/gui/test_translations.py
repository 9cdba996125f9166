from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton

from tests.fake_translator import FakeLoader
from workbench.engine.core import paths
from workbench.engine.core.errors import CorpusError
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.words import engine_texts as engine_strings
from workbench.gui.words import i18n
from workbench.gui.words import schema_texts as schema_strings
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import running_jobs

CATALOGUES = paths.resources() / "translations"
TAGS = [tag for tag in i18n.LANGUAGES if tag != "en"]
PROGRAM = Path(i18n.__file__).parents[1]

Entry = tuple[str, str, str]


def tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        pytest.skip(f"{name} is not installed")
    return found


def entries(path: Path, unfinished: list[tuple[str, str]] | None = None) -> Iterator[Entry]:
    """Context, source and translation of every finished entry; what is not finished goes into the list."""
    for context in ET.parse(path).getroot().iter("context"):
        name = context.findtext("name") or ""
        for message in context.iter("message"):
            source, translation = message.findtext("source") or "", message.find("translation")
            assert translation is not None
            if translation.get("type") is None and translation.text:
                yield name, source, translation.text
            elif unfinished is not None:
                unfinished.append((name, source))


def placeholders(text: str) -> list[str]:
    return sorted(re.findall(r"\{\w*\}|%n|%\d", text))


@pytest.fixture(params=TAGS)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The program speaks this language for the length of a test."""
    assert i18n.install(qapp, request.param) == request.param
    yield request.param
    i18n.install(qapp, "en")


@pytest.mark.parametrize("tag", TAGS)
def test_every_text_of_the_code_is_translated(tmp_path: Path, tag: str):
    lupdate = tool("pyside6-lupdate")
    copy = tmp_path / f"workbench_{tag}.ts"
    shutil.copy(CATALOGUES / copy.name, copy)
    options = ["-silent", "-no-obsolete", "-locations", "none", "-extensions", "py"]
    subprocess.run([lupdate, *options, str(PROGRAM), "-ts", str(copy)], check=True, timeout=60)
    missing: list[tuple[str, str]] = []
    found = list(entries(copy, missing))
    assert not missing, "run `make translations`, then translate what is unfinished"
    assert len(found) > 1000
    assert all(context for context, *_ in found), "a text without a context cannot be found at run time"


def test_the_engine_s_texts_are_listed():
    hint = "run `make translations`"
    assert set(engine_strings.wanted()) == set(engine_strings._listed()), hint
    listed = {str(s[-1]) if isinstance(s, tuple) else str(s) for s in schema_strings.STRINGS}
    assert set(schema_strings.wanted()) == listed, hint


@pytest.mark.parametrize("tag", TAGS)
def test_translations_keep_placeholders_accelerators_and_layout(tag: str):
    for context, source, translation in entries(CATALOGUES / f"workbench_{tag}.ts"):
        where = f"{context}: {source!r} -> {translation!r}"
        assert placeholders(source) == placeholders(translation), where
        assert bool(re.search(r"&\w", source)) == bool(re.search(r"&\w", translation)), where
        assert source.count("\n") == translation.count("\n"), where
        assert re.findall(r"</?\w+>", source) == re.findall(r"</?\w+>", translation), where
        assert source.endswith("…") == translation.endswith("…"), where
        if tag == "fr":
            # What must not begin a line stands behind a no-break space.
            assert not re.search(r"(?<!\*) [:;?!»%]|« ", translation), where


@pytest.mark.parametrize("tag", TAGS)
def test_the_compiled_catalogue_is_the_current_one(qapp: QApplication, tag: str):
    assert i18n.install(qapp, tag) == tag
    stale = [
        (context, source)
        for context, source, translation in entries(CATALOGUES / f"workbench_{tag}.ts")
        if QCoreApplication.translate(context, source) != translation
    ]
    i18n.install(qapp, "en")
    assert not stale, "run `make translations`"


def test_the_engine_s_sentences_are_shown_in_the_language_of_the_window(qapp: QApplication):
    i18n.install(qapp, "de")
    error = CorpusError("has no column 'en'", where="a.csv:1", advice="It has: a, b.")
    assert engine_strings.shown_error(error) == "a.csv:1: hat keine Spalte „en“. Vorhanden: a, b."
    report = FailureReport.from_exception(error)
    assert (report.title, report.advice) == ("a.csv:1: hat keine Spalte „en“", "Vorhanden: a, b.")
    # A sentence inside a sentence, and one that nobody listed.
    text = "'training.dropout' is 7: input should be less than 1"
    assert engine_strings.shown(text) == "„training.dropout“ ist 7: der Wert muss kleiner als 1 sein"
    assert engine_strings.shown("never said by the engine") == "never said by the engine"
    assert engine_strings.shown_reason("0: validated by the clock.") == "0: validiert nach der Uhr."
    assert engine_strings.shown("the 20 minutes are over") == "die 20 Minuten sind um"
    i18n.install(qapp, "en")
    assert str(error) == engine_strings.shown_error(error)


@pytest.fixture
def window(qtbot, context: AppContext, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setattr(QApplication, "quit", lambda: None)
    # Texts are looked at here, not models: nothing is loaded.
    monkeypatch.setitem(TranslatePane.__init__.__kwdefaults__, "load", FakeLoader())
    # Not handed to qtbot, which would close it before the panes could end what they do.
    window = MainWindow(context)
    window.resize(1280, 800)
    window.show()
    yield window
    speak(qtbot, window, "en")
    window.close_quietly()
    qtbot.waitUntil(lambda: all(pane.shutdown() for pane in window.panes.values()), timeout=30_000)
    qtbot.waitUntil(lambda: not running_jobs(), timeout=30_000)
    window.deleteLater()


def speak(qtbot, window: MainWindow, tag: str) -> None:
    """Switch the language as soon as nothing works any more; a model may be loading just then."""

    def switched() -> bool:
        if window.context.settings.language != tag:
            window.set_language(tag)
        return window.context.settings.language == tag

    qtbot.waitUntil(switched, timeout=30_000)


def menus(menu: QMenu) -> Iterator[QMenu]:
    yield menu
    for action in menu.actions():
        if isinstance(action.menu(), QMenu):
            yield from menus(action.menu())  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", TAGS)
def test_the_window_changes_its_language_while_it_is_open(qtbot, window: MainWindow, tag: str):
    before = {name: button.text() for name, button in window.nav_buttons.items()}
    titles = [a.text() for a in window.menuBar().actions()]
    start = window.panes["train"].findChild(QPushButton, "startButton")
    english = start.text() if start else ""
    speak(qtbot, window, tag)
    assert all(button.text() != before[name] for name, button in window.nav_buttons.items() if name != "corpora")
    assert not set(titles) & {a.text() for a in window.menuBar().actions()} - {"&Training"}
    if english:
        again = window.panes["train"].findChild(QPushButton, "startButton")
        assert again is not None
        assert again.text() != english
    top = [a.text() for a in window.menuBar().actions()]
    assert len({accelerator(t) for t in top}) == len(top), top
    for action in window.menuBar().actions():
        bar_menu = action.menu()
        assert isinstance(bar_menu, QMenu)
        for menu in menus(bar_menu):
            letters = [accelerator(a.text()) for a in menu.actions() if accelerator(a.text())]
            assert len(set(letters)) == len(letters), f"{menu.title()}: {[a.text() for a in menu.actions()]}"


def accelerator(text: str) -> str:
    found = re.search(r"&(\w)", text)
    return found[1].lower() if found else ""


@pytest.mark.parametrize("tag", TAGS)
def test_no_button_is_cut_off(qtbot, window: MainWindow, tag: str):
    speak(qtbot, window, tag)
    for name, *_rest in PANES:
        window.show_pane(name)
        qtbot.wait(100)  # layouts settle; what a pane reads meanwhile is not waited for
        assert window.width() == 1280, f"{name} makes the window wider"
        cut = [
            (button.objectName(), button.text(), button.width(), button.sizeHint().width())
            for kind in (QPushButton, QToolButton)
            for button in window.findChildren(kind)
            if button.isVisible() and button.text() and button.width() < button.sizeHint().width()
        ]
        assert not cut, f"{name}: {cut}"
