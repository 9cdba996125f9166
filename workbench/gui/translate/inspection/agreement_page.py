"""The attention held against a statistical aligner and gold links: where they part it tells nothing of words."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.core.types import KINDS, Translation
from workbench.engine.search.model_cache import ModelKey
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, name_control
from workbench.gui.translate.inspection.page import InspectionPage, Subject
from workbench.gui.translate.translation_lists import RichList
from workbench.gui.views.offsets import direction_of
from workbench.gui.views.pictures.exhibit import Exhibit, text_part
from workbench.gui.widgets.controls import beside, push_button, scrolled, show_problem, text_label
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.words import formats
from workbench.gui.words.engine_texts import shown, shown_error, shown_failure
from workbench.gui.words.wording import kind_words
from workbench.gui.workers.failure import FailureReport

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from workbench.engine.inspection.agreement import Agreement, SentenceAgreement, Table
    from workbench.engine.inspection.aligner import AlignerProcess

#: Links of one kind that are named.
_NAMED = 8
#: Sentences of a picture; a file of numbers has them all.
_MOST_DRAWN = 20


def measure(
    run: Path, checkpoint: str, device: str, aligner: Any, progress: Any, check: Callable[[], None]
) -> tuple[Table, AlignerProcess | None]:
    """Compare all that there is for a checkpoint, in the background; replaced in tests."""
    from workbench.engine.inspection.agreement import measure_run

    return measure_run(run, checkpoint, device, aligner, check=check, progress=progress)


def hold(translation: Translation, number: int, aligner: AlignerProcess) -> SentenceAgreement:
    """The attention of one translation held against the aligner; in the translation thread."""
    from workbench.engine.inspection.agreement import of_sentence

    return of_sentence(replace(translation, nbest=(translation.nbest[number],)), aligner)


def problem_of_aligner() -> str:
    """Why there is no aligner; empty where it is installed."""
    from workbench.engine.inspection.aligner import is_installed, missing

    text = "" if is_installed() else shown_error(missing())
    return text[:1].upper() + text[1:]


class PartedList(RichList):
    """Sentences whose links are others by the attention than by what it is held against."""

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        self._sentences: Sequence[SentenceAgreement] = ()
        super().__init__(context, parent)
        self.setObjectName("agreementParted")
        tip = self.tr("Enter or a double click translates the sentence.")
        name_control(self, self.tr("Sentences where they part"), tip)

    def show_sentences(self, sentences: Sequence[SentenceAgreement]) -> None:
        """Show these, the worst first."""
        self._sentences = sorted(sentences, key=lambda sentence: -sentence.error)
        self.fill()

    def source(self, row: int) -> str:
        """The sentence of an item."""
        return self._sentences[row].source

    def fill(self) -> None:
        """One item a sentence."""
        self.clear()
        for row, one in enumerate(self._sentences):
            rich = self._rich(one, self._context.theme)
            self.add(rich, f"{self._told(one)}: {one.source} – {one.target}", row)

    def page(self, theme: Theme, most: int) -> str:
        """The first of them as one text."""
        return "<br>".join(self._rich(one, theme) for one in self._sentences[:most])

    def _told(self, one: SentenceAgreement) -> str:
        return self.tr("Error rate {share}").format(share=formats.percent(one.error, 0))

    def _rich(self, one: SentenceAgreement, theme: Theme) -> str:
        told = f'<div><span style="color:{theme.muted}">{html.escape(self._told(one))}</span></div>'
        return told + "".join(
            f'<div dir="{direction_of(text)}">{html.escape(text)}</div>' for text in (one.source, one.target)
        )


class AgreementPage(InspectionPage):
    """What is said of the sentence in sight, a table of all ways of linking, and the sentences to look at."""

    name = "agreement"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._tables: dict[ModelKey, Table] = {}
        self._aligner: AlignerProcess | None = None
        self._sentence: SentenceAgreement | None = None
        self._failure = ""
        self.verdict = text_label("heading", name="agreementVerdict")
        self.verdict.setTextFormat(Qt.TextFormat.RichText)
        self.meaning = text_label("muted", name="agreementMeaning")
        self.table = text_label(name="agreementTable")
        self.table.setTextFormat(Qt.TextFormat.RichText)
        self.explained = text_label("muted", name="agreementExplained")
        self.about = text_label("muted", name="aboutAttention")
        self.problem = text_label("warning", name="agreementProblem")
        for label in (self.table, self.about, self.problem):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.parted_title = text_label("strong", name="agreementPartedTitle")
        self.parted = PartedList(context)
        self.parted.itemActivated.connect(self._on_sentence)
        tip = self.tr(
            "Links the words of sentences of the run in every way, and compares that with gold links, where there are"
            " any, and with a statistical aligner, which is trained on the run’s own training pairs in the background."
            " This takes from seconds to some minutes."
        )
        self.compare_button = push_button("agreementCompare", self.tr("Compare the links"), tip, self._on_compare)
        self.progress = JobProgress()
        self._lay_out()
        context.theme_changed.connect(self._on_theme)
        self._draw()

    def _lay_out(self) -> None:
        left, self._right = QWidget(), QWidget()
        texts = (self.table, self.explained, self.about)
        arrange(QVBoxLayout(left), *texts, None, margins=(0, 0, 12, 0), spacing=12)
        arrange(QVBoxLayout(self._right), self.parted_title, (self.parted, 1), spacing=4)
        first = QWidget()
        arrange(QHBoxLayout(first), (self.verdict, 1), self.compare_button, spacing=12)
        first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = self.head(first)
        body = beside((scrolled(left, sideways=False), 3), (self._right, 2), spacing=12)
        parts = (self.meaning, self.problem, self.progress, (body, 1))
        rest = arrange(QVBoxLayout(), *parts, margins=(12, 0, 12, 8), spacing=6)
        arrange(QVBoxLayout(self), head, (rest, 1), margins=(1, 1, 1, 1), spacing=6)

    @staticmethod
    def title() -> str:
        """Its name on the tab."""
        return translate("AgreementPage", "Agreement")

    @staticmethod
    def tip() -> str:
        """What it shows."""
        return translate(
            "AgreementPage",
            "How far the attention agrees with a statistical aligner that knows nothing of this model, and where the"
            " two part",
        )

    # Asking.

    def show_subject(self) -> None:
        """Hold the sentence against the aligner, where there is one."""
        self._sentence, self._failure = None, ""
        self._release_other()
        subject, aligner = self.subject, self._aligner
        if subject is not None and aligner is not None and aligner.run == subject.choice.run:
            translation, number = subject.translation, subject.number
            if subject.info.has_attention:
                self.asked.emit(lambda _translator, _check: hold(translation, number, aligner))
        self._draw()

    def show_answer(self, value: SentenceAgreement) -> None:
        """What the aligner says of the sentence."""
        self._sentence = value
        self._draw()

    def show_failure(self, report: FailureReport) -> None:
        """The aligner has ended; it can be trained again."""
        self._release()
        self._tell_failure(report)

    def _tell_failure(self, report: FailureReport) -> None:
        self._failure = shown_failure(report)
        self._draw()

    def _release(self) -> None:
        if self._aligner is not None:
            self._aligner.close()
        self._aligner = None

    def _release_other(self) -> None:
        """End the aligner of a run that was left, unless a job still works with it."""
        subject, aligner = self.subject, self._aligner
        if subject is not None and aligner is not None and aligner.run != subject.choice.run and not self.busy:
            self._release()

    def shutdown(self) -> None:
        """Stop comparing, and end the aligner."""
        super().shutdown()
        self._release()

    # Comparing.

    def show_working(self) -> None:
        """They are compared once at a time."""
        self._release_other()
        self.compare_button.setEnabled(not self.busy)

    def _on_compare(self) -> None:
        subject = self.subject
        if subject is None or self.busy:
            return
        run, step, device, key = subject.choice.run, str(subject.info.step), subject.choice.device, subject.info.key
        aligner = self._aligner
        self._failure = ""
        self._draw()
        self.run_in_background(
            self.tr("Comparing the links of “{run}”").format(run=run.name),
            lambda progress, check: measure(run, step, device, aligner, progress, check),
            lambda found: self._on_compared(key, *found),
            self._tell_failure,
            self.progress,
        )

    def _on_compared(self, key: ModelKey, table: Table, aligner: AlignerProcess | None) -> None:
        self._tables[key] = table
        if aligner is not self._aligner:
            self._release()
            self._aligner = aligner
        if self.subject is not None:
            self.show_subject()

    # Showing.

    def _draw(self) -> None:
        """All of the page."""
        subject = self.subject
        table = None if subject is None else self._tables.get(subject.info.key)
        missing = "" if subject is None else problem_of_aligner()
        more = table is None or (self._aligner is None and not missing)
        self.compare_button.setVisible(subject is not None and more)
        self.show_working()
        show_problem(self.problem, self._failure or missing)
        verdict, meaning = ("", "") if subject is None else self._words_of(subject)
        parted = self._sentence is not None and self._sentence.parted
        color = self.context.theme.warning if parted else self.context.theme.text
        self.verdict.setText(f'<span style="color:{color}">{html.escape(verdict)}</span>')
        self.meaning.setText(meaning)
        self.about.setText("" if subject is None or not subject.info.has_attention else about_attention())
        self.table.setText("" if table is None else self._rows(table, self.context.theme))
        self.saves(table is not None)
        self.explained.setText("" if table is None else self._explanation())
        self._right.setVisible(table is not None)
        for label in (self.meaning, self.table, self.explained, self.about):
            label.setVisible(bool(label.text()))
        if table is not None:
            against, held = next(reversed(table.items()))
            way, found = next(iter(held.items()))
            text = self.tr("{one} / {other}: they part in {count} of {total} sentences")
            counts = {"count": formats.count(found.parted), "total": formats.count(len(found.sentences))}
            self.parted_title.setText(text.format(one=self._name(way), other=self._name(against), **counts))
            self.parted.show_sentences([sentence for sentence in found.sentences if sentence.parted])

    def _words_of(self, subject: Subject) -> tuple[str, str]:
        """What is said of the sentence in sight."""
        found = self._sentence
        if not subject.info.has_attention:
            text = self.tr("What is left out and the gradient can be compared with gold links and the aligner.")
            return self.tr("This model has no attention"), text
        if found is None:
            text = self.tr(
                "A statistical aligner links the words that stand together in the training pairs, without this model."
                " Where it and the attention part, the attention is no guide to which words belong together."
            )
            return self.tr("Attention and aligner were not compared yet") if self._aligner is None else "", text
        told = [self.tr("Error rate of this sentence: {share}").format(share=formats.percent(found.error, 0))]
        for pattern, links in (
            (self.tr("Linked by the aligner alone: {links}"), found.missing),
            (self.tr("Linked by the attention alone: {links}"), found.added),
        ):
            if links:
                told.append(pattern.format(links=_named(found, sorted(links))))
        verdict = self.tr("Attention and aligner agree on this sentence")
        if found.parted:
            verdict = self.tr("Attention and aligner part in this sentence")
        return verdict, " · ".join(told)

    def _name(self, way: str) -> str:
        names = {"gold": self.tr("Gold links"), "aligner": self.tr("Statistical aligner")}
        return kind_words(way) if way in KINDS else names[way]

    def exhibit(self) -> Exhibit | None:
        """The error rates with what is said of them, and the sentences where they part."""
        subject = self.subject
        table = None if subject is None else self._tables.get(subject.info.key)
        if subject is None or table is None:
            return None
        font, (verdict, meaning) = self.font(), (html.escape(text) for text in self._words_of(subject))
        texts = (subject.text, subject.hypothesis.text)
        said = "".join(f'<div dir="{direction_of(text)}">{html.escape(text)}</div>' for text in texts)
        said += f'<p><b>{verdict}</b></p><p style="color:{LIGHT.muted}">{meaning}</p>'
        parts = [text_part(said, font), text_part(self._rows(table, LIGHT), font)]
        notes = [html.escape(label.text()) for label in (self.explained, self.about)]
        parts.append(text_part("".join(f'<p style="color:{LIGHT.muted}">{note}</p>' for note in notes if note), font))
        title = f"<p><b>{html.escape(self.parted_title.text())}</b></p>"
        parts.append(text_part(title + self.parted.page(LIGHT, _MOST_DRAWN), font))
        rows: list[dict[str, Any]] = [
            {
                "against": against,
                "links": way,
                "aer": found.aer,
                "precision": found.precision,
                "recall": found.recall,
                "parted": found.parted,
                "sentences": len(found.sentences),
            }
            for against, held in table.items()
            for way, found in held.items()
        ]
        sentences = [
            {"against": against, "links": way, "source": one.source, "target": one.target, "aer": one.error}
            for against, held in table.items()
            for way, found in held.items()
            for one in found.sentences
        ]
        record = {"source": subject.text, "translation": subject.hypothesis.text, "table": rows, "sentences": sentences}
        columns = {name: [row[name] for row in rows] for name in rows[0]}
        return Exhibit(self.title(), subject.text, parts, columns, record)

    def _rows(self, table: Table, theme: Theme) -> str:
        """Error rates: a row a way of linking, a column a reference."""
        muted = theme.muted
        heads = "".join(
            f'<td style="color:{muted}; padding-left:24px" align="right">{html.escape(self._name(against))}</td>'
            for against in table
        )
        first = html.escape(self.tr("Error rate against"))
        rows = [f'<tr><td style="color:{muted}">{first}</td>{heads}</tr>']
        for way in dict.fromkeys(way for held in table.values() for way in held):
            cells = "".join(_cell(held.get(way)) for held in table.values())
            rows.append(f"<tr><td>{html.escape(self._name(way))}</td>{cells}</tr>")
        return f'<table cellspacing="0" cellpadding="3">{"".join(rows)}</table>'

    def _explanation(self) -> str:
        return self.tr(
            "Alignment error rate (Och and Ney 2003): 0 % where both link the very same words, 100 % where they share"
            " no link. Left out: a word is linked with the words of the source without which it would lose most."
            " Gradient: with those that it is most sensitive to. Two that part are not both right, and neither says why"
            " the model chose a word."
        )

    @Slot(QListWidgetItem)
    def _on_sentence(self, item: QListWidgetItem) -> None:
        self.sentence_wanted.emit(self.parted.source(self.parted.row(item)))

    @Slot(object)
    def _on_theme(self, _theme: Theme) -> None:
        self._draw()


def _cell(found: Agreement | None) -> str:
    text = formats.percent(None if found is None else found.aer)
    return f'<td align="right" style="padding-left:24px">{html.escape(text)}</td>'


def about_attention() -> str:
    """What attention is not, with the literature."""
    from workbench.engine.inspection.agreement import SOURCES, WHAT_ATTENTION_IS_NOT

    return "\n".join((shown(WHAT_ATTENTION_IS_NOT), *SOURCES))


def _named(found: SentenceAgreement, links: Sequence[tuple[int, int]]) -> str:
    """Links as words, in pairs."""
    from workbench.engine.text.words import words

    source, target = words(found.source), words(found.target)
    told = [f"\u2068{source[s].text}\u2069 – \u2068{target[t].text}\u2069" for s, t in links[:_NAMED]]
    return ", ".join([*told, *(["…"] if len(links) > _NAMED else [])])
