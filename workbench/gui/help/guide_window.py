"""The guide: a list of its pages beside the page that is read; no network."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QListWidget, QVBoxLayout, QWidget

from workbench.gui.help.guide_pages import GLOSSARY, glossary_terms, page_names, page_text, page_title
from workbench.gui.help.guide_text import GuideText
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import name_button, name_control
from workbench.gui.widgets.controls import beside, described, push_button
from workbench.gui.words import i18n
from workbench.gui.words.terms import Term


class GuideWindow(QDialog):
    """Stays open beside the window.

    Args:
        context: Shared state.
        start_tour: Begins the tour of the window.
        parent: The main window.
    """

    def __init__(self, context: AppContext, start_tour: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._start_tour = context, start_tour
        self._language = i18n.resolve(context.settings.language)
        self._names = page_names()
        self._before: list[tuple[int, int]] = []
        self.setObjectName("guideWindow")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pages = described(QListWidget(), "guidePages")
        self.pages.setWordWrap(True)
        self.pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pages.setStyleSheet("QListWidget { outline: 0; padding: 4px; } QListWidget::item { padding: 7px 0px; }")
        self.pages.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.pages.currentRowChanged.connect(self._on_page)
        self.text = described(GuideText(context), "guideText")
        self.text.followed.connect(self._follow)
        self.back_button = push_button("guideBack", "", "", self._go_back)
        self.tour_button = push_button("guideTour", "", "", self._on_tour)
        self.close_button = push_button("guideClose", "", "", self.close)
        middle = beside((self.pages, 2), (self.text, 5))
        buttons = beside(self.back_button, self.tour_button, None, self.close_button)
        arrange(QVBoxLayout(self), (middle, 1), buttons, margins=None)
        for keys in (QKeySequence.StandardKey.Back, QKeySequence(Qt.Key.Key_Backspace)):
            QShortcut(QKeySequence(keys), self, self._go_back)
        context.theme_changed.connect(self._on_theme)
        room = self.screen().availableSize()
        self.resize(min(round(1000 * context.zoom), room.width()), min(round(720 * context.zoom), room.height()))
        self._say()

    def _say(self) -> None:
        """Everything in the language of now."""
        self.setWindowTitle(self.tr("Guide"))
        name_control(self.pages, self.tr("Pages of the guide"), self.tr("Six pages and a glossary"))
        name_control(self.text, self.tr("Text of the guide"))
        name_button(self.back_button, self.tr("&Back"), self.tr("To where the last link was (Backspace)"))
        name_button(
            self.tour_button, self.tr("&Tour of the window"), self.tr("Five bubbles that show where things are")
        )
        name_button(self.close_button, self.tr("&Close"), self.tr("The guide opens again with F1"))
        row = max(0, self.pages.currentRow())
        blocked = self.pages.blockSignals(True)
        self.pages.clear()
        self.pages.addItems([page_title(page_text(name, self._language)) for name in self._names])
        self.pages.setCurrentRow(row)
        self.pages.blockSignals(blocked)
        self._on_page(row)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._language = i18n.resolve(self._context.settings.language)
            self._say()

    def show_page(self, name: str) -> None:
        """Open a page: its number, or the glossary."""
        if name in self._names:
            self.pages.setCurrentRow(self._names.index(name))

    def show_term(self, term: Term) -> None:
        """Open the glossary at a term."""
        self.show_page(GLOSSARY)
        self.text.show_heading(glossary_terms().index(term))

    @Slot(int)
    def _on_page(self, row: int) -> None:
        if row >= 0:
            self.text.show_page(page_text(self._names[row], self._language), self._language)
        self.back_button.setEnabled(bool(self._before))

    @Slot(str, str)
    def _follow(self, scheme: str, name: str) -> None:
        self._before.append((self.pages.currentRow(), self.text.verticalScrollBar().value()))
        if scheme == "term":
            self.show_term(Term(name))
        else:
            self.show_page(name)
        self.back_button.setEnabled(True)

    @Slot()
    def _go_back(self) -> None:
        if self._before:
            row, place = self._before.pop()
            self.pages.setCurrentRow(row)
            self.text.verticalScrollBar().setValue(place)
            self.back_button.setEnabled(bool(self._before))

    @Slot()
    def _on_tour(self) -> None:
        self.close()
        self._start_tour()

    @Slot(object)
    def _on_theme(self, _theme: object) -> None:
        self.text.render_page()
