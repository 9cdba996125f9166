"""The selected corpus: what it is, what can be done with it, and the report on it."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QComboBox, QVBoxLayout

from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.gui.corpora.corpus_commands import CorpusCommands
from workbench.gui.corpora.corpus_jobs import CorpusJobs
from workbench.gui.corpora.corpus_report import CorpusReportView
from workbench.gui.corpora.pair_browser import PairBrowser
from workbench.gui.corpora.requests import Inspected, LeaksFound
from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.state.run_request import TrainingWish
from workbench.gui.theme import Theme, icon
from workbench.gui.widgets.controls import TitleBlock, described, push_button, text_label
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.words import formats
from workbench.gui.words.languages import language_name
from workbench.gui.words.schema_texts import corpus_description, corpus_title

#: Above this, a corpus is looked at when asked, not whenever it is selected.
_BIG = 300_000


class CorpusDetails(Fitted):
    """Title, buttons and report of one corpus.

    Args:
        context: Shared state.
        jobs: Who looks inside.
        looking: Progress of that.
        commands: What can be done to the whole corpus.
    """

    def __init__(self, context: AppContext, jobs: CorpusJobs, looking: JobProgress, commands: CorpusCommands) -> None:
        super().__init__()
        self._context, self._jobs = context, jobs
        self._corpus: CorpusInfo | None = None
        self._shown = ""
        self._over = False
        self.browser = PairBrowser(context, jobs)
        self.report = CorpusReportView(context, self.browser)
        self.title = text_label("title", name="corpusTitle")
        self.about = text_label("muted", name="corpusAbout")
        self.direction = QComboBox()
        tip = self.tr("A corpus can be trained on in either direction")
        described(self.direction, "corpusDirection", tip, self.tr("Direction"))
        self.direction.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        tip = self.tr("Go to the train pane with this corpus and these cleaning rules")
        self.train_button = push_button("corpusTrain", self.tr("&Train on this"), tip, self.train, role="primary")
        tip = self.tr("Move this corpus to the bin; can be undone (Delete)")
        delete = commands.by_name["delete"]
        self.delete_button = push_button("corpusDelete", self.tr("&Delete"), tip, delete.trigger, role="quiet")
        tip = self.tr("Read all pairs and report; takes a while for a big corpus")
        self.look_button = push_button("corpusLook", self.tr("&Look inside"), tip, lambda: self.look(force=True))
        titles = TitleBlock(34, self.title, self.about)
        top = FlowLayout(titles, self.look_button, self.delete_button, commands.more, self.direction, self.train_button)
        arrange(QVBoxLayout(self), top, looking, (self.report, 1), spacing=8)
        self.direction.activated.connect(lambda _index: self.look())
        self.report.cleaning_changed.connect(self._on_cleaning)
        jobs.inspected.connect(self._on_inspected)
        jobs.leaks_found.connect(self._on_leaks)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)

    def show_corpus(self, info: CorpusInfo | None, line: str) -> None:
        """Show a corpus; ``line`` is what the list says of it."""
        before, self._corpus = self._corpus, info
        turned = before is not None and info is not None and before.name == info.name and self.direction.currentIndex()
        if info is None:
            self.forget()
            self.browser.clear()
            return
        self.title.setText(corpus_title(info))
        self.about.setText(self._about_words(info, line))
        self.delete_button.setVisible(not info.builtin)
        self.direction.clear()
        languages = (info.source_lang, info.target_lang)
        for one, other in (languages, languages[::-1]):
            self.direction.addItem(f"{language_name(one) or '?'} → {language_name(other) or '?'}", one)
        self.direction.setCurrentIndex(int(turned or 0))
        self.direction.setVisible(bool(info.source_lang and info.target_lang))
        if info.edits.problem:
            self._jobs.tell_damaged_edits(info)
        self.look()

    def _about_words(self, info: CorpusInfo, line: str) -> str:
        parts = [line]
        if info.files and not info.builtin and not info.merged_from:
            parts.append(self.tr("from {files}").format(files=", ".join(info.files[:3])))
        if info.created:
            parts.append(self.tr("imported {date}").format(date=info.created[:10]))
        if info.edits.sha256:
            out, edited = sum(info.edits.left_out.values()), info.edits.replaced
            text = self.tr("{out} pairs left out, {edited} edited")
            parts.append(text.format(out=formats.count(out), edited=formats.count(edited)))
        if info.merged_from:
            parts.append(self.tr("made of {corpora}").format(corpora=", ".join(info.merged_from)))
        if info.licence:
            parts.append(info.licence)
        line = " · ".join(parts)
        return f"{line}\n{corpus_description(info)}" if info.description else line

    # --- looking inside -------------------------------------------------------------------------------------------

    def languages(self) -> tuple[str, str]:
        """Tags of the two sides in the chosen direction."""
        info, source = self._corpus, str(self.direction.currentData() or "")
        if info is None:
            return "", ""
        tags = (info.source_lang, info.target_lang)
        return tags if source in ("", info.source_lang) else tags[::-1]

    def _side_names(self) -> tuple[str, str]:
        source, target = (language_name(tag) for tag in self.languages())
        return source or self.tr("Source"), target or self.tr("Target")

    def forget(self) -> None:
        """Look again the next time, also at the corpus that is shown now."""
        self._shown = ""

    def search_pairs(self) -> None:
        """Put the keyboard into the search."""
        self.report.tabs.setCurrentWidget(self.browser)
        self.browser.search.setFocus()
        self.browser.search.selectAll()

    def stop(self) -> None:
        """Look at nothing any more: the program ends."""
        self._over = True

    def look(self, force: bool = False) -> None:
        """Inspect the corpus, unless that report is shown already; a big one only with ``force``."""
        info = self._corpus
        if info is None or not self.isVisible() or self._over:
            return
        if info.edits.problem:
            self.browser.clear()
            return
        self.browser.show_corpus(info, self.languages(), self._side_names())
        source, cleaning = str(self.direction.currentData() or ""), self.cleaning_of(info.name)
        key = f"{info.name}|{source}|{cleaning}|{info.created}|{info.edits.sha256}"
        if key == self._shown:
            return
        names = self.languages()
        if self._shown.split("|")[:2] != key.split("|")[:2]:
            self.report.clear()
        self.report.set_languages(*self._side_names())
        self._shown = ""
        wait_for_person = info.pairs > _BIG and self._jobs.known(key) is None and not force
        self.look_button.setVisible(wait_for_person)
        if wait_for_person:
            self.report.pairs_tile.set_value(formats.count(info.pairs))
            return
        self._shown = key
        self._jobs.inspect(info, *names, cleaning, key)

    @Slot(object)
    def _on_inspected(self, found: Inspected) -> None:
        if found.key == self._shown:
            info = self._corpus
            held_out = info.pairs - info.train_pairs if info is not None else 0
            self.report.show_report(found.report, 1000, held_out)

    @Slot(object)
    def _on_leaks(self, found: LeaksFound) -> None:
        if self._corpus is not None and self._corpus.name == found.corpus:
            self.report.show_leaks(found.leaks)

    # --- cleaning and training ------------------------------------------------------------------------------------

    def cleaning_of(self, name: str) -> str:
        """The cleaning rules that the person chose for a corpus."""
        return str(self._context.settings.get_json("corpora/cleaning", {}).get(name, "default"))

    def remember_cleaning(self, name: str, cleaning: str) -> None:
        """Keep the rules that the person chose for a corpus."""
        settings = self._context.settings
        settings.put_json("corpora/cleaning", {**settings.get_json("corpora/cleaning", {}), name: cleaning})

    @Slot(str)
    def _on_cleaning(self, cleaning: str) -> None:
        if self._corpus is not None:
            self.remember_cleaning(self._corpus.name, cleaning)
            self.look(force=True)

    @Slot()
    def train(self) -> None:
        """Go to the train pane with this corpus."""
        if self._corpus is not None:
            self.train_on(self._corpus.name, str(self.direction.currentData() or ""))

    def train_on(self, name: str, source_lang: str) -> None:
        """Go to the train pane with a corpus and the rules that the person chose for it."""
        cleaning = self.cleaning_of(name)
        overrides = {"data.cleaning": cleaning} if cleaning != "default" else {}
        self._context.prefill_training(TrainingWish(name, source_lang, overrides=overrides))

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.train_button.setIcon(icon("mdi6.chart-line", theme, "accent_text"))
        self.delete_button.setIcon(icon("mdi6.trash-can-outline", theme))
