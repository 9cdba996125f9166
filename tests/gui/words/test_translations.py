from __future__ import annotations

import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton

from tests.fake_translator import FakeLoader
from tests.translations import collect
from workbench.engine.core import paths
from workbench.engine.core.errors import CorpusError, WorkbenchError
from workbench.engine.core.events import RunFinished, Warned, from_json, to_json
from workbench.engine.core.messages import Message, joined
from workbench.engine.core.names import check_name
from workbench.engine.corpora.readers import read_pairs
from workbench.gui.shell.main_window import PANES, MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.words import i18n
from workbench.gui.words.engine_texts import shown, shown_error, shown_failure
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


def placeholders(context: str, text: str) -> list[str]:
    """Fields of a text, with their conversions and format specifications."""
    if context != "Engine":
        return sorted(re.findall(r"\{\w*[^{}]*\}|%n|%\d", text))
    fields = [(name, conversion, spec) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    return sorted(f"{name}!{conversion}:{spec}" for name, conversion, spec in fields)


@pytest.fixture(params=TAGS)
def language(request: pytest.FixtureRequest, qapp: QApplication) -> str:
    """The program speaks this language for the length of a test."""
    assert i18n.install(qapp, request.param) == request.param
    return request.param


@pytest.mark.parametrize("tag", TAGS)
def test_every_text_of_the_code_is_translated(tmp_path: Path, tag: str):
    lupdate = tool("pyside6-lupdate")
    copy = tmp_path / f"workbench_{tag}.ts"
    shutil.copy(CATALOGUES / copy.name, copy)
    outside = tmp_path / "texts" / "outside.py"
    collect.write(outside)
    options = ["-no-obsolete", "-locations", "none", "-extensions", "py"]
    command = [lupdate, *options, str(PROGRAM), str(outside.parent), "-ts", str(copy)]
    said = subprocess.run(command, check=True, timeout=60, capture_output=True, text=True).stdout
    missing: list[tuple[str, str]] = []
    found = list(entries(copy, missing))
    assert not missing, "run `make translations`, then translate what is unfinished"
    assert "obsolete" not in said, "run `make translations`"
    assert len(found) > 1700
    assert all(context for context, *_ in found), "a text without a context cannot be found at run time"


@pytest.mark.parametrize("tag", TAGS)
def test_texts_from_outside_the_window_are_finished(tag: str):
    known = {(context, source) for context, source, _ in entries(CATALOGUES / f"workbench_{tag}.ts")}
    engine, schema = collect.message_templates(), collect.schema_texts()
    assert len(engine) > 500
    assert len(schema) > 100
    assert [text for text in engine if ("Engine", text) not in known] == []
    assert [text for text in schema if ("Schema", text) not in known] == []


def test_templates_are_literals():
    with pytest.raises(ValueError, match=r"odd\.py:2: the template of a Message must be a literal"):
        collect.literal_templates("n = 3\nMessage(f'{n} pairs', n=n)\n", "odd.py")
    with pytest.raises(ValueError, match="literal"):
        collect.literal_templates("Message(TEXT)", "odd.py")
    assert collect.literal_templates("Message('a ' 'b')\nraise E(Message('c {n}', n=n))", "x.py") == ["a b", "c {n}"]


def test_names_in_the_source_do_not_matter_to_translations():
    """The template was once made of the names of local variables, so that renaming one lost a translation."""
    before = "count = len(pairs)\nraise CorpusError(Message('{n:,} pairs are too few', n=count))"
    after = before.replace("count", "how_many").replace("pairs)", "rows)")
    assert collect.literal_templates(before, "x.py") == collect.literal_templates(after, "x.py")


def test_fields_are_compared_with_their_formats():
    assert placeholders("Engine", "{n:,} of {m!r} {{no}}") == ["m!r:", "n!None:,"]
    assert placeholders("Engine", "{n} of {m!r}") != placeholders("Engine", "{n:,} of {m!r}")
    assert placeholders("Window", "{b} %n {a:.1f}") == ["%n", "{a:.1f}", "{b}"]


@pytest.mark.parametrize("tag", TAGS)
def test_translations_keep_placeholders_accelerators_and_layout(tag: str):
    for context, source, translation in entries(CATALOGUES / f"workbench_{tag}.ts"):
        where = f"{context}: {source!r} -> {translation!r}"
        assert placeholders(context, source) == placeholders(context, translation), where
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
    assert not stale, "run `make translations`"


@pytest.fixture
def german(qapp: QApplication) -> None:
    assert i18n.install(qapp, "de") == "de"


def test_an_error_is_shown_with_its_advice(german: None):
    advice = Message("It has: {known}.", known="a, b")
    error = CorpusError(Message("has no column '{column}'", column="en"), where="a.csv:1", advice=advice)
    assert shown_error(error) == "a.csv:1: hat keine Spalte „en“. Vorhanden: a, b."
    assert str(error) == "a.csv:1: has no column 'en'. It has: a, b."
    report = FailureReport.from_exception(error)
    assert shown_failure(report) == "a.csv:1: hat keine Spalte „en“ Vorhanden: a, b."
    assert shown_error(ValueError("odd")) == "odd"


def test_sentences_inside_sentences_are_translated(german: None):
    reason = Message("must be less than {lt}", lt=1)
    text = Message("'{name}' is {value!r}: {reason}", name="training.dropout", value=7, reason=reason)
    assert shown(text) == "„training.dropout“ ist 7: muss kleiner als 1 sein"
    row = joined([text, Message("it is empty")], "; ")
    assert shown(row) == "„training.dropout“ ist 7: muss kleiner als 1 sein; er ist leer"
    assert shown(Message("{file}: left out: {reasons}", file="a.po", reasons="x")) == "a.po: ausgelassen: x"


def test_what_nobody_translated_is_shown_in_english(german: None):
    assert shown("never said by the engine") == "never said by the engine"
    assert shown(Message("never said {n:,} times", n=1234)) == "never said 1,234 times"
    assert shown("") == ""


def test_a_refused_name_is_explained(german: None):
    with pytest.raises(WorkbenchError) as raised:
        check_name("con", "run")
    assert shown_error(raised.value).startswith(
        "„con“ taugt nicht als Name eines Laufs: Windows behält diesen Namen einem Gerät vor."
    )


def test_the_journal_is_shown_in_the_language_of_the_window(german: None):
    written = RunFinished(time=1.0, status="completed", reason=Message("the {minutes} minutes are over", minutes=20))
    event = from_json(to_json(written))
    assert isinstance(event, RunFinished)
    assert event.reason == "the 20 minutes are over"
    assert shown(event.reason) == "die 20 Minuten sind um"
    # written before sentences came with their templates
    before = from_json('{"event": "Warned", "time": 1.0, "code": "x", "message": "runtime.threads is 9"}')
    assert isinstance(before, Warned)
    assert shown(before.message) == "runtime.threads is 9"


def test_the_window_does_not_speak_of_options_of_commands(german: None, qapp: QApplication, tmp_path: Path):
    table = tmp_path / "words.csv"
    rows = [f"Das ist Satz {n} hier;This is sentence {n} here;Satz {n} ist das;Sentence {n} it is" for n in range(30)]
    table.write_text("\n".join(rows), encoding="utf-8")
    warnings: list[str] = []
    list(read_pairs([table], source_lang="de", target_lang="en", on_warning=warnings.append))
    told = [warning for warning in warnings if "--columns" in warning]
    assert told, warnings
    assert all(isinstance(warning, Message) for warning in warnings)
    assert not [warning for warning in map(shown, warnings) if "--" in warning]
    i18n.install(qapp, "en")
    assert shown(told[0]) == told[0].partition(" (others:")[0]


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
        return window.context.settings.language == tag and not window.switch.active

    qtbot.waitUntil(switched, timeout=30_000)


def menus(menu: QMenu) -> Iterator[QMenu]:
    yield menu
    for action in menu.actions():
        if isinstance(action.menu(), QMenu):
            yield from menus(action.menu())  # type: ignore[arg-type]


@pytest.mark.parametrize("tag", TAGS)
def test_the_window_changes_its_language_while_it_is_open(qtbot, window: MainWindow, tag: str):
    before = {name: button.text() for name, button in window.sidebar.buttons.items()}
    titles = [a.text() for a in window.menuBar().actions()]
    start = window.panes["train"].findChild(QPushButton, "startButton")
    english = start.text() if start else ""
    speak(qtbot, window, tag)
    assert all(button.text() != before[name] for name, button in window.sidebar.buttons.items() if name != "corpora")
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
