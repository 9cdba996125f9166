"""The guide: the same pages in every language, links that lead somewhere, and nothing from outside."""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QImage, QTextCursor, QTextDocument

from tests.gui.access import unnamed_controls
from tests.gui.panes import click
from workbench.gui.help.guide_pages import (
    GLOSSARY,
    glossary_terms,
    guide_folder,
    page_names,
    page_text,
    page_title,
    picture_file,
)
from workbench.gui.help.guide_text import GuideText
from workbench.gui.help.guide_window import GuideWindow
from workbench.gui.shell.main_window import MainWindow
from workbench.gui.state.context import AppContext
from workbench.gui.words import i18n
from workbench.gui.words.terms import Term, explained

LINK = re.compile(r"(!?)\[([^\]]+)\]\(([^)]+)\)")
PAGES = [name for name in page_names() if name != GLOSSARY]
#: All pictures together; the whole guide shall not weigh more than a few photographs.
MOST_BYTES = 1_500_000


def shape(text: str) -> list[str]:
    """Levels of headings, pictures and items of lists, in order."""
    found = re.findall(r"^(#+ |!\[|- |\d+\. )", text, re.MULTILINE)
    return ["1." if mark[0].isdigit() else mark.strip() for mark in found]


def links(text: str) -> list[tuple[str, str, str]]:
    return [(mark, *target.split(":", 1)) for mark, _, target in LINK.findall(text)]  # type: ignore[misc]


def test_six_pages_in_three_languages_of_the_same_build_and_with_the_same_links() -> None:
    assert PAGES == ["1", "2", "3", "4", "5", "6"]
    files = {language: sorted(p.name for p in (guide_folder() / language).iterdir()) for language in i18n.LANGUAGES}
    assert files["fr"] == files["de"] == files["en"]
    for name in PAGES:
        texts = {language: page_text(name, language) for language in i18n.LANGUAGES}
        assert len(set(texts.values())) == 3
        assert shape(texts["en"]).count("##") >= 3
        assert shape(texts["en"]).count("![") == 1
        for language in ("fr", "de"):
            assert shape(texts[language]) == shape(texts["en"]), f"{name} in {language}"
            assert links(texts[language]) == links(texts["en"]), f"{name} in {language}"


@pytest.mark.parametrize("language", list(i18n.LANGUAGES))
def test_every_link_and_picture_leads_somewhere_and_nowhere_outside(language: str) -> None:
    terms = {term.value for term in Term}
    for name in PAGES:
        text = page_text(name, language)
        for mark, scheme, target in links(text):
            if mark:
                assert scheme == "picture"
                picture = guide_folder() / "pictures" / f"{target}-{language}.png"
                assert not QImage(str(picture)).isNull(), picture
            else:
                assert target in {"page": set(page_names()), "term": terms}[scheme], f"{name}: {scheme}:{target}"
        assert "://" not in text
        assert "<" not in text
    sizes = [path.stat().st_size for path in (guide_folder() / "pictures").iterdir()]
    assert sum(sizes) < MOST_BYTES


def test_each_language_spells_as_it_does() -> None:
    for name in PAGES:
        french = page_text(name, "fr")
        assert not re.search(r"[^\s\u00a0\u202f!?:*][;!?»](?![(\[])", french), name  # a space that does not break
        assert not re.search(r" [:;!?»%]|« ", french), name
        assert "'" not in french.replace("don't", "")
        assert "\u00df" in "".join(page_text(n, "de") for n in PAGES)


def test_the_glossary_has_every_term_once_in_order() -> None:
    text = page_text(GLOSSARY, "en")
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert sorted(titles) == sorted(explained(term)[0] for term in Term)
    assert len(set(titles)) == len(Term)
    assert titles == sorted(titles, key=str.casefold)
    for term in Term:
        assert f"{explained(term)[1]}\n" in text
        assert "Example:" in explained(term)[1]
    for word in ("attention", "beam", "checkpoint", "coverage", "validation", "held-out", "pieces", "early stopping"):
        assert any(word in title.casefold() for title in titles), word
    for word in ("tokenizer", "r-drop", "dropout", "gradient clipping", "epoch", "patience", "teacher forcing", "bleu"):
        assert any(word in title.casefold() for title in titles), word


def test_nothing_but_pictures_of_the_guide_is_loaded(
    qtbot: Any, context: AppContext, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Any] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    text = GuideText(context)
    qtbot.addWidget(text)
    text.resize(700, 500)
    text.show()
    image = QTextDocument.ResourceType.ImageResource.value
    for address in (
        "https://example.org/x.png",
        "http://127.0.0.1/x.png",
        (guide_folder() / "pictures" / "train-en.png").as_uri(),
        str(guide_folder() / "pictures" / "train-en.png"),
        "picture:../../icons/translation-workbench",
        "picture:/etc/hostname",
        "picture:nothing",
    ):
        assert text.loadResource(image, QUrl(address)) is None, address
    assert isinstance(text.loadResource(image, QUrl("picture:train")), QImage)
    assert picture_file("train", "xx") == guide_folder() / "pictures" / "train-en.png"
    followed: list[Any] = []
    text.followed.connect(lambda *link: followed.append(link))
    text.show_page("[one](https://example.org) ![x](https://example.org/x.png) [two](page:2)", "en")
    for address in ("https://example.org", "file:///etc/hostname", "page:2"):
        text.anchorClicked.emit(QUrl(address))
    assert followed == [("page", "2")]
    assert opened == []
    assert text.source().isEmpty()


def click_link(qtbot: Any, text: GuideText, words: str) -> None:
    cursor = text.document().find(words)
    assert not cursor.isNull(), words
    text.setTextCursor(cursor)
    text.ensureCursorVisible()
    inside = QTextCursor(text.document())
    inside.setPosition(cursor.selectionStart() + 1)
    place = text.cursorRect(inside).center() + QPoint(2, 0)
    text.setTextCursor(inside)
    qtbot.mouseClick(text.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_reading_it_by_keyboard_and_mouse(qtbot: Any, window: MainWindow) -> None:
    window.actions_.by_name["guide"].trigger()
    assert window.actions_.by_name["guide"].shortcut().toString() == "F1"
    guide = window.help.guide
    assert isinstance(guide, GuideWindow)
    qtbot.waitExposed(guide)
    assert not unnamed_controls(guide)
    titles = [guide.pages.item(row).text() for row in range(guide.pages.count())]
    assert titles == [page_title(page_text(name, "en")) for name in page_names()]
    assert len(set(titles)) == 7
    guide.pages.setFocus()
    qtbot.keyClick(guide.pages, Qt.Key.Key_Down)
    assert "TMX" in guide.text.toPlainText()
    qtbot.keyClick(guide.pages, Qt.Key.Key_Down)
    click_link(qtbot, guide.text, "overfitting")
    assert guide.pages.currentRow() == 6
    number = glossary_terms().index(Term.OVERFITTING)
    assert guide.text.textCursor().block().text() == explained(Term.OVERFITTING)[0]
    assert number > 5  # far enough down to be scrolled to
    assert 0 <= guide.text.cursorRect(guide.text.textCursor()).top() < guide.text.viewport().height()
    click(qtbot, guide, "guideBack")
    assert guide.pages.currentRow() == 2
    assert not guide.back_button.isEnabled()
    window.show_guide()
    assert window.help.guide is guide  # one is enough
    qtbot.keyClick(guide, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.help.guide is None)


def test_it_follows_language_theme_text_size_and_width(qtbot: Any, window: MainWindow) -> None:
    window.show_guide()
    guide = window.help.guide
    bar = guide.text.verticalScrollBar()
    qtbot.wait(300)
    guide.resize(guide.width() + 40, guide.height())
    qtbot.wait(300)
    assert bar.value() == 0 < bar.maximum(), "it is read from the beginning, whatever size it takes"
    guide.show_page("5")
    width = picture_width(guide.text)
    assert width <= guide.text.viewport().width()
    guide.resize(700, 600)
    qtbot.waitUntil(lambda: picture_width(guide.text) < width)
    bar.setValue(bar.maximum() // 2)
    window.set_theme("dark")
    assert bar.value() == bar.maximum() // 2
    colors = {
        piece.charFormat().foreground().color().name()
        for block in guide.text._blocks()
        for piece in fragments(block)
        if piece.charFormat().isAnchor()
    }
    assert colors == {window.context.theme.link}
    window.set_language("de")
    qtbot.waitUntil(lambda: not window.switch.active, timeout=30_000)
    assert guide.pages.currentRow() == 4
    assert guide.pages.currentItem().text() == "Ehrlich testen und vergleichen"
    assert "Regeln der Fairness" in guide.text.toPlainText()
    guide.close()


def test_headings_stand_out_by_their_size(qtbot: Any, context: AppContext) -> None:
    text = GuideText(context)
    qtbot.addWidget(text)
    text.resize(700, 500)
    text.show()
    text.show_page("# One\n\n## Two\n\nWords\n", "en")
    first, second, body = (block.layout().lineAt(0).height() for block in text._blocks())
    assert first > 1.25 * second > 1.4 * body


def fragments(block: Any) -> list[Any]:
    found, places = [], block.begin()
    while not places.atEnd():
        found.append(places.fragment())
        places += 1
    return found


def picture_width(text: GuideText) -> float:
    picture = text.document().resource(QTextDocument.ResourceType.ImageResource.value, QUrl("picture:test"))
    assert isinstance(picture, QImage)
    return picture.deviceIndependentSize().width()
