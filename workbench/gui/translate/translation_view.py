"""Everything one sees while translating: model bar, the two texts, the picture, and the panel beside them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import Theme, icon, name_button, name_control, named, set_role
from workbench.gui.translate.models.model_bar import ModelBar
from workbench.gui.translate.picture.picture_panel import PicturePanel
from workbench.gui.translate.search_panel import SearchPanel
from workbench.gui.translate.texts.examples import ExampleList
from workbench.gui.translate.texts.growing import GrowTogether
from workbench.gui.translate.texts.text_pair import TokenTextEdit
from workbench.gui.translate.translation_lists import LearningList, NbestList
from workbench.gui.widgets.controls import Tabs, restore_splitter, show_problem, text_label
from workbench.gui.widgets.elided import ElidedLabel
from workbench.gui.widgets.notice_bar import NoticeBar
from workbench.gui.words.languages import language_name

#: Height of the letters' line box in sentences at the usual text size.
_SENTENCE_PIXELS = 17
#: Letters beside each other from which a button has room for its words besides its picture.
_NARROW = 120


class TranslationView(QWidget):
    """Builds and names the controls; the pane connects them."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.models = ModelBar(context)
        self.notice = NoticeBar(context)
        self.source, self.target = named(TokenTextEdit(), "sourceText"), named(TokenTextEdit(), "targetText")
        self.target.setReadOnly(True)
        self.target.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._growing = GrowTogether((self.source, self.target), self)
        self.source_label, self.target_label = set_role(QLabel(), "strong"), set_role(QLabel(), "strong")
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.status = ElidedLabel("translateStatus", "muted")
        self.status.setAlignment(right)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.stop_button = named(QToolButton(), "stopTranslation", "quiet")
        self.copy_button = named(QToolButton(), "copyTranslation", "quiet")
        self.clear_button = named(QToolButton(), "clearSource", "quiet")
        self.file_button = named(QPushButton(), "translateFile")
        self.panel_button = named(QToolButton(), "togglePanel", "quiet")
        self.others_button = named(QPushButton(), "otherTranslations", "quiet")
        for button in (self.panel_button, self.others_button):
            button.setCheckable(True)
        self.swap_button = named(QToolButton(), "swapLanguages", "quiet")
        self.hint = text_label("warning", name="sourceHint")
        self.examples = ExampleList(context)
        self.prefix_label = set_role(QLabel(), "muted")
        self.prefix = named(QLineEdit(clearButtonEnabled=True), "prefixEdit")
        self.prefix_label.setBuddy(self.prefix)
        self.release_button = named(QPushButton(), "releasePrefix", "quiet")
        self.picture = PicturePanel(context)
        self.pages = Tabs("inspectionTabs", flat=True)
        self.pages.add(self.picture)
        self.nbest, self.learning, self.search = NbestList(context), LearningList(context), SearchPanel(context)
        scroll = QScrollArea()
        scroll.setWidget(self.search)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setMinimumHeight(160)
        self.tabs = Tabs("translateTabs", flat=True)
        for page in (self.nbest, self.learning, scroll):
            self.tabs.add(page)
        self.tabs.setCurrentIndex(min(2, context.settings.get("translate/tab", 0)))
        self.tabs.currentChanged.connect(self._on_tab)
        self._lay_out()
        self._restore_splitters(self)
        self.pages.grew.connect(self._restore_splitters)
        self.panel_button.toggled.connect(self._on_panel)
        self.panel_button.setChecked(context.settings.get("translate/panel", False))
        self.others_button.clicked.connect(self._on_others)
        self._on_panel(self.panel_button.isChecked())
        context.theme_changed.connect(self._on_theme)
        self._name_controls()
        self._on_theme(context.theme)
        self._order_tabs()

    def _lay_out(self) -> None:
        top = arrange(QHBoxLayout(), (self.models, 1), self.file_button, self.panel_button, spacing=8)
        prefix = arrange(QHBoxLayout(), self.prefix_label, self.prefix, self.release_button, spacing=6)
        texts = named(QSplitter(Qt.Orientation.Horizontal), "textSplitter")
        left, right = QWidget(), QWidget()
        head = arrange(QHBoxLayout(), self.source_label, None, self.clear_button, self.swap_button, spacing=6)
        arrange(QVBoxLayout(left), head, self.source, self.hint, None, spacing=4)
        tools = (self.stop_button, self.copy_button, self.others_button)
        head = arrange(QHBoxLayout(), self.target_label, (self.status, 1), *tools, spacing=6)
        arrange(QVBoxLayout(right), head, self.target, prefix, None, spacing=4)
        for widget in (left, right):
            texts.addWidget(widget)
        texts.setChildrenCollapsible(False)
        texts.setSizes([400, 400])
        texts.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.panel = set_role(QFrame(), "card")
        arrange(QVBoxLayout(self.panel), self.tabs, margins=(6, 4, 6, 6))
        self.subject = QStackedWidget()
        self.subject.addWidget(self.pages)
        self.subject.addWidget(self.examples)
        below = named(QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False), "translateSplitter")
        below.addWidget(self.subject)
        below.addWidget(self.panel)
        below.setStretchFactor(0, 1)
        below.setSizes([800, 290])
        arrange(QVBoxLayout(self), top, self.notice, texts, (below, 1), margins=(14, 12, 14, 10), spacing=8)

    @Slot(QWidget)
    def _restore_splitters(self, part: QWidget) -> None:
        for name, splitter in _splitters(part).items():
            restore_splitter(splitter, self._context.settings.get_bytes(f"translate/{name}"))

    def remember_splitters(self) -> None:
        """Keep where a person has moved them, also those of inspection pages."""
        for name, splitter in _splitters(self).items():
            self._context.settings.put_bytes(f"translate/{name}", splitter.saveState())

    def showEvent(self, event: QShowEvent) -> None:
        """A style sheet takes fonts back when a widget is first shown."""
        super().showEvent(event)
        self._size_texts()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The texts take a third of the room at most."""
        super().resizeEvent(event)
        self._growing.most = round(event.size().height() * 0.3)
        self._growing.fit()
        narrow = event.size().width() < _NARROW * self.fontMetrics().averageCharWidth()
        self.others_button.setText("" if narrow else self.others_button.accessibleName())

    def _order_tabs(self) -> None:
        chain: list[QWidget] = [
            self.models.runs,
            self.models.checkpoints,
            self.models.slider,
            self.models.play_button,
            self.file_button,
            self.panel_button,
            self.source,
            self.clear_button,
            self.swap_button,
            self.target,
            self.stop_button,
            self.copy_button,
            self.others_button,
            self.prefix,
            self.release_button,
            self.tabs,
            self.nbest,
            self.learning,
            self.pages,
            self.picture.alignment,
            self.picture.heatmap,
            self.picture.kinds,
            self.picture.words_button,
            self.picture.confidence_button,
            self.picture.heatmap_button,
            self.picture.threshold,
            self.picture.present_button,
            self.picture.copy_button,
            self.picture.save_button,
        ]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def set_languages(self, source: str, target: str) -> None:
        """Name both sides; tags of the run, empty when unknown."""
        self.source_label.setText(language_name(source) or self.tr("Source"))
        self.target_label.setText(language_name(target) or self.tr("Translation"))

    def show_reverse(self, title: str) -> None:
        """Offer the model that translates back, by its name; "" where there is none."""
        self.swap_button.setEnabled(bool(title))
        tip = self.tr("There is no model that translates back. Train one with the languages the other way round.")
        if title:
            tip = self.tr("Translate back with “{model}”: the translation becomes the text").format(model=title)
        name_control(self.swap_button, self.tr("Swap the languages"), tip)

    def show_hint(self, text: str) -> None:
        """Say what is odd about the text; "" for nothing."""
        show_problem(self.hint, text)

    def set_prefix(self, prefix: str) -> None:
        """Show what is fixed."""
        if self.prefix.text().rstrip() != prefix.rstrip() or not prefix:
            self.prefix.setText(prefix)
        self.release_button.setVisible(bool(prefix))
        set_role(self.prefix_label, "strong" if prefix else "muted")

    @Slot(bool)
    def _on_panel(self, on: bool) -> None:
        self._context.settings.put("translate/panel", on)
        self.panel.setVisible(on)
        self._mark_others()

    @Slot(bool)
    def _on_others(self, on: bool) -> None:
        """Other translations are the first page of the panel."""
        if on:
            self.tabs.setCurrentWidget(self.nbest)
        self.panel_button.setChecked(on)
        self._mark_others()

    def _mark_others(self) -> None:
        self.others_button.setChecked(self.panel_button.isChecked() and self.tabs.currentWidget() is self.nbest)

    @property
    def learning_shown(self) -> bool:
        """Whether the sentence through training is in sight."""
        return self.panel_button.isChecked() and self.tabs.currentWidget() is self.learning

    @Slot(int)
    def _on_tab(self, place: int) -> None:
        self._context.settings.put("translate/tab", place)
        self._mark_others()

    def _size_texts(self) -> None:
        """Sentences are what one reads, above and in the picture: larger than the controls."""
        font = QApplication.font()
        font.setPointSizeF(_SENTENCE_PIXELS * 72 / self.logicalDpiY() * self._context.zoom)
        for reader in (self.source, self.target, self.picture.alignment, self.picture.heatmap):
            reader.setFont(font)
        self.panel.setMinimumWidth(round(220 * min(1.5, self._context.zoom)))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self._size_texts()  # another text size comes as another theme, too; a style sheet set anew takes fonts back
        self.copy_button.setIcon(icon("mdi6.content-copy", theme))
        self.clear_button.setIcon(icon("mdi6.close", theme))
        self.swap_button.setIcon(icon("mdi6.swap-horizontal", theme))
        self.others_button.setIcon(icon("mdi6.format-list-numbered", theme))
        self.panel_button.setIcon(icon("mdi6.tune-variant", theme))
        self.file_button.setIcon(icon("mdi6.file-document-arrow-right-outline", theme))
        self.release_button.setIcon(icon("mdi6.pin-off-outline", theme))

    def _name_controls(self) -> None:
        self.set_languages("", "")
        self.source.setPlaceholderText(self.tr("Type or paste text here. It is translated as you type."))
        self.target.setPlaceholderText(self.tr("The translation appears here."))
        self.prefix_label.setText(self.tr("Begin with"))
        self.prefix.setPlaceholderText(self.tr("Nothing fixed: click a word of the translation to choose another"))
        name_control(self.source, self.tr("Text to translate"))
        name_control(self.target, self.tr("Translation"))
        tip = self.tr("Copy the whole translation (Ctrl+Shift+C)")
        name_control(self.copy_button, self.tr("Copy the translation"), tip)
        name_control(self.clear_button, self.tr("Clear the text"), self.tr("Empty the text to type another"))
        self.show_reverse("")
        tip = self.tr("What else the search found, best first, each with its score and its picture")
        name_button(self.others_button, self.tr("Other translations"), tip)
        tip = self.tr("Translate a text file, one sentence a line, with progress, pause and what is done kept")
        name_button(self.file_button, self.tr("Translate a file…"), tip, self.tr("Translate a file"))
        tip = self.tr("Show or hide other translations, the sentence through training, and the search settings")
        name_control(self.panel_button, self.tr("Side panel"), tip)
        tip = self.tr("What if the translation began like this? Type the first words; the model goes on from them.")
        name_control(self.prefix, self.tr("Beginning of the translation"), tip)
        tip = self.tr("Let the model choose the beginning itself again")
        name_button(self.release_button, self.tr("Let go"), tip, self.tr("Let go of the fixed beginning"))
        self.pages.setAccessibleName(self.tr("Views on the sentence"))
        tip = self.tr("What each word of the translation looked at, and what it hangs on")
        self.pages.rename(0, self.tr("Alignment"), tip)
        for place, (title, tip) in enumerate(
            (
                (self.tr("Others"), self.tr("Other translations the search found, best first")),
                (self.tr("Training"), self.tr("The selected sentence at each checkpoint of this run")),
                (self.tr("Search"), self.tr("Beam, penalties, sampling")),
            )
        ):
            self.tabs.rename(place, title, tip)
        self.tabs.setAccessibleName(self.tr("Other translations, training, search settings"))


def _splitters(part: QWidget) -> dict[str, QSplitter]:
    """What a person can move, by name."""
    return {splitter.objectName(): splitter for splitter in part.findChildren(QSplitter) if splitter.objectName()}
