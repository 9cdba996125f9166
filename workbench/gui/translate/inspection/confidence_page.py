"""How good the translation in sight probably is, what that is judged by, and how far such judgements can be trusted."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QCoreApplication, QSizeF, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from workbench.engine.core.types import Translation
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme
from workbench.gui.translate.inspection.page import InspectionPage, Subject
from workbench.gui.views.charts.calibration_view import CalibrationView
from workbench.gui.views.offsets import direction_of
from workbench.gui.views.pictures.exhibit import Exhibit, Part, text_part
from workbench.gui.widgets.controls import beside, push_button, scrolled, text_label
from workbench.gui.widgets.job_progress import JobProgress
from workbench.gui.words import formats, i18n
from workbench.gui.words.engine_texts import shown, shown_failure
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.job import Job

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from workbench.engine.inspection.projection.confidence import Calibration, Projection
    from workbench.engine.inspection.projection.features import Features


_PLOT = QSizeF(420, 420)


@dataclass(frozen=True)
class Judged:
    """What is known of the translation in sight.

    Attributes:
        calibration: ``None`` while the run has none.
        projection: Likewise.
    """

    features: Features
    calibration: Calibration | None = None
    projection: Projection | None = None


def judge(run: Path, step: int, translation: Translation, number: int) -> Judged:
    """Measure a translation, and project its chrF where the run has a calibration."""
    from workbench.engine.inspection.projection.calibration_file import load_calibration
    from workbench.engine.inspection.projection.features import features
    from workbench.engine.runs.folder import RunFolder

    folder = RunFolder(run)
    calibration = load_calibration(folder, folder.checkpoint(str(step)).path.name)
    if calibration is None:
        return Judged(features(translation, number))
    projection = calibration.judge(translation, number)
    return Judged(projection.features, calibration, projection)


def learn(run: Path, checkpoint: str, device: str, progress: Any, check: Callable[[], None]) -> Any:
    """Learn from the run's validation pairs, in the background; replaced in tests."""
    from workbench.engine.inspection.projection.calibration_file import calibrate_run

    return calibrate_run(run, checkpoint, device, check=check, progress=progress)


class ConfidencePage(InspectionPage):
    """A verdict in words, the measures behind it, and the plot of what it was learnt from."""

    name = "confidence"
    kinds = (*InspectionPage.kinds, "html")

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._judged: Judged | None = None
        self._learning: Job | None = None
        self.verdict = text_label("heading", name="confidenceVerdict")
        self.meaning = text_label("muted", name="confidenceMeaning")
        self.measures = text_label(name="confidenceMeasures")
        self.measures.setTextFormat(Qt.TextFormat.RichText)
        self.measures.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.measures.setAlignment(Qt.AlignmentFlag.AlignTop)
        tip = self.tr(
            "Translates the run’s validation pairs once, in the background, and learns from them how the measures go"
            " with the quality. Kept with the run."
        )
        self.learn_button = push_button("confidenceLearn", self.tr("Learn from the validation pairs"), tip, self._learn)
        self.progress = JobProgress()
        self.plot = CalibrationView(context.theme)
        page = QWidget()
        column = arrange(QVBoxLayout(), self.measures, None, spacing=12)
        arrange(QVBoxLayout(page), beside((column, 1), self.plot, spacing=24))
        first = QWidget()
        arrange(QHBoxLayout(first), (self.verdict, 1), self.learn_button, spacing=12)
        first.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        head = self.head(first)
        parts = (self.meaning, self.progress, (scrolled(page), 1))
        body = arrange(QVBoxLayout(), *parts, margins=(12, 0, 8, 4))
        arrange(QVBoxLayout(self), head, (body, 1), margins=(1, 1, 1, 1), spacing=6)
        context.theme_changed.connect(self._on_theme)
        self._clear()

    @staticmethod
    def title() -> str:
        """Its name on the tab."""
        return translate("ConfidencePage", "Confidence")

    @staticmethod
    def tip() -> str:
        """What it shows."""
        return translate("ConfidencePage", "How good this translation probably is, what speaks for it and what against")

    def _clear(self, text: str = "") -> None:
        self._judged = None
        self.verdict.setText(text)
        for label in (self.meaning, self.measures):
            label.clear()
        for control in (self.plot, self.learn_button):
            control.hide()
        self.saves(False)

    def show_subject(self) -> None:
        """Ask for the sentence in sight; its picture stays until the answer comes."""
        subject = self.subject
        if subject is None:
            self._clear()
            return
        self._judged = None  # a page that is saved now would mix two sentences
        self.learn_button.hide()
        self.saves(False)
        run, step, translation, number = subject.choice.run, subject.info.step, subject.translation, subject.number
        self.asked.emit(lambda _translator, _check: judge(run, step, translation, number))

    def show_failure(self, report: FailureReport) -> None:
        """Say why nothing is known."""
        self._clear(shown_failure(report))

    def show_answer(self, value: Any) -> None:
        """Draw what is known."""
        judged: Judged = value
        self._judged = judged
        self.learn_button.setVisible(judged.projection is None and self._learning is None)
        self.plot.setVisible(judged.projection is not None)
        self.saves(True)
        self.measures.setText(self._table(judged, self.context.theme))
        if judged.projection is None or judged.calibration is None:
            self.verdict.setText(self.tr("Not known yet"))
            self.meaning.setText(
                self.tr("The measures below are of this translation. What they mean must be learnt once for this run.")
            )
            return
        from workbench.engine.inspection.projection.confidence import calibration_table
        from workbench.engine.inspection.projection.wording import VERDICTS, projection_text

        projection, calibration = judged.projection, judged.calibration
        text = shown(projection_text(projection.chrf, projection.error))
        self.verdict.setText(f"{_capital(shown(VERDICTS[projection.verdict]))} · {text}")
        self.meaning.setText(self._about(calibration))
        means = [(row.projected, row.actual) for row in calibration_table(calibration.points)]
        self.plot.show_points(calibration.points, means, projection.chrf)

    def _about(self, calibration: Calibration) -> str:
        """What the verdict means and how good it is at putting sentences into order."""
        from workbench.engine.inspection.projection.confidence import GOOD

        usable = self.tr("Nothing was sure enough to be called usable.")
        if calibration.usable is not None:
            text = self.tr("Usable from {usable}: nine of ten validation sentences like that reached a chrF of {good}.")
            usable = text.format(usable=formats.number(calibration.usable, 0), good=formats.number(GOOD, 0))
        redo = self.tr("Redo up to {redo}.").format(redo=formats.number(calibration.redo, 0))
        order = ""
        if calibration.tau is not None:
            text = self.tr("Learnt from {count} pairs; order of projected and true quality: Kendall’s tau {tau}.")
            order = text.format(count=formats.count(len(calibration.points)), tau=formats.number(calibration.tau, 2))
        return " ".join(filter(None, (usable, redo, order)))

    def _table(self, judged: Judged, theme: Theme) -> str:
        """Measures in words, what each adds or takes, and the words it is about."""
        from workbench.engine.inspection.projection.wording import MEASURES, measure_value

        parts = {} if judged.projection is None else judged.projection.parts
        rows = []
        for name, value in judged.features.values.items():
            about = {"never": judged.features.never, "twice": judged.features.twice}.get(name, ())
            listed = html.escape(", ".join(word.text for word in about))
            part, points = parts.get(name), ""
            if part is not None and abs(part) >= 0.05:
                color = theme.positive if part > 0 else theme.error
                sign = "+" if part > 0 else "−"
                points = f'<span style="color:{color}">{sign}{formats.number(abs(part))}</span>'
            rows.append(
                f'<tr><td style="color:{theme.muted}; padding-right:16px">{html.escape(shown(MEASURES[name]))}</td>'
                f'<td align="right" style="padding-right:16px">{html.escape(shown(measure_value(name, value)))}</td>'
                f'<td align="right" style="padding-right:16px">{points}</td><td>{listed}</td></tr>'
            )
        head = ""
        if parts:
            base = judged.calibration.line.base if judged.calibration is not None else 0.0
            told = self.tr("Points of chrF, added to the mean of {mean}").format(mean=formats.number(base, 0))
            head = f'<tr><td></td><td></td><td colspan="2" style="color:{theme.muted}">{html.escape(told)}</td></tr>'
        return f'<table cellspacing="0" cellpadding="3">{head}{"".join(rows)}</table>'

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.plot.set_theme(theme)
        if self._judged is not None:
            self.measures.setText(self._table(self._judged, theme))

    def _learn(self) -> None:
        subject = self.subject
        if subject is None or self._learning is not None:
            return
        run, step, device = subject.choice.run, str(subject.info.step), subject.choice.device
        self._learning = self.run_in_background(
            self.tr("Learning from the validation pairs"),
            lambda progress, check: learn(run, step, device, progress, check),
            lambda _calibration: None,
            self._on_failed,
            self.progress,
        )
        self.learn_button.hide()
        self._learning.finished.connect(self._on_learnt)

    def exhibit(self) -> Exhibit | None:
        """The verdict, its measures, and the plot; as a page for a browser also the translation with its picture."""
        subject, judged = self.subject, self._judged
        if subject is None or judged is None:
            return None
        from workbench.engine.inspection.projection.wording import MEASURES

        text, font = subject.hypothesis.text, self.font()
        said = "".join(f'<p dir="{direction_of(line)}">{html.escape(line)}</p>' for line in (subject.text, text))
        verdict, meaning = (html.escape(label.text()) for label in (self.verdict, self.meaning))
        head = f'{said}<p><b>{verdict}</b></p><p style="color:{LIGHT.muted}">{meaning}</p>'
        parts = [text_part(head, font), text_part(self._table(judged, LIGHT), font, 1000)]
        if judged.projection is not None:
            parts.append(Part(_PLOT, lambda painter: self.plot.paint_plot(painter, _PLOT, LIGHT)))
        points = {} if judged.projection is None else judged.projection.parts
        listed = {"never": judged.features.never, "twice": judged.features.twice}
        values = judged.features.values
        rows = [
            {
                "measure": name,
                "title": shown(MEASURES[name]),
                "value": float(value),
                "points": None if points.get(name) is None else float(points[name]),
                "words": ", ".join(word.text for word in listed.get(name, ())),
            }
            for name, value in values.items()
        ]
        record: dict[str, Any] = {"source": subject.text, "translation": text, "measures": rows}
        if judged.projection is not None:
            projection = judged.projection
            record |= {"verdict": projection.verdict, "chrf": projection.chrf, "error": projection.error}
        learnt = [] if judged.calibration is None else list(judged.calibration.points)
        arrays = {"calibration": np.array(learnt, dtype=np.float64).reshape(-1, 2)}
        columns = {name: [row[name] for row in rows] for name in rows[0]}
        return Exhibit(
            text, subject.text, parts, columns, record, arrays, {"html": lambda: self._page(subject, judged)}
        )

    def _page(self, subject: Subject, judged: Judged) -> str:
        """For any browser, without a network."""
        from workbench.engine.inspection.report.page import Facts, page_of_sentence
        from workbench.engine.runs.folder import RunFolder

        shown_one = subject.hypothesis
        rest = tuple(h for h in subject.translation.nbest if h is not shown_one)
        translation = replace(subject.translation, nbest=(shown_one, *rest))
        data = RunFolder(subject.choice.run).config().data
        setting = f"beam {subject.search.beam}"
        facts = Facts(subject.choice.run.name, subject.info.step, (data.source_lang, data.target_lang), setting)
        return page_of_sentence(facts, translation, judged.projection, shown, i18n.language())

    @Slot()
    def _on_learnt(self) -> None:
        self._learning = None
        if self.subject is not None:
            self.show_subject()

    def _on_failed(self, report: FailureReport) -> None:
        self.context.status_message.emit(shown_failure(report))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
