"""The charts of a run: loss and quality beside each other, four small ones on a page of their own."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QWidget

from workbench.gui.layouts import Fitted, FlowLayout, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import set_role
from workbench.gui.views.charts.curve_view import CurveView, Series
from workbench.gui.views.charts.loss_view import LossView
from workbench.gui.widgets.help_mark import HelpMark
from workbench.gui.words.terms import Term

#: Columns of the history that have a small chart each.
_DETAILS = {
    "learning_rate": Term.LEARNING_RATE,
    "gradient_norm": Term.GRADIENT,
    "teacher_forcing": Term.TEACHER_FORCING,
    "tokens_per_second": Term.SPEED,
}


class RunCharts(QObject):
    """Draws ``context.training``; one chart at a time while it trains.

    Attributes:
        main: Loss and quality.
        page: The small charts.
    """

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self._drawn: dict[str, int] = {}
        self._turn = 0
        self._annotated = -1
        self._late = False
        self.main = self._build_main()
        self.page = self._build_page()

    def _build_main(self) -> QSplitter:
        theme = self._context.theme
        self.loss = LossView(theme, mark=HelpMark(Term.LOSS))
        self.loss.set_options(self._context.settings.get_json("train/loss", {}))
        self.loss.options_changed.connect(self._remember_options)
        series = [Series("BLEU", 0, True), Series("chrF", 2, True)]
        empty = self.tr("BLEU and chrF appear after the first validation.")
        self.quality = CurveView(theme, self.tr("Quality"), series, empty=empty, floor=10.0, mark=HelpMark(Term.SCORES))
        self.quality.plot.setObjectName("qualityPlot")
        charts = QSplitter(Qt.Orientation.Horizontal)
        charts.setObjectName("chartSplitter")
        charts.setChildrenCollapsible(False)
        for chart, stretch in ((self.loss, 5), (self.quality, 2)):
            card = QFrame()
            set_role(card, "card")
            arrange(QHBoxLayout(card), chart, margins=(12, 8, 6, 8))
            charts.addWidget(card)
            charts.setStretchFactor(charts.count() - 1, stretch)
        charts.setSizes([560, 240])
        return charts

    def _build_page(self) -> QWidget:
        titles = {
            "learning_rate": self.tr("Learning rate"),
            "gradient_norm": self.tr("Gradient norm"),
            "teacher_forcing": self.tr("Teacher forcing"),
            "tokens_per_second": self.tr("Tokens per second"),
        }
        self.details = {
            name: CurveView(self._context.theme, titles[name], [Series(titles[name], color)], mark=HelpMark(term))
            for color, (name, term) in zip((0, 3, 4, 6), _DETAILS.items(), strict=True)
        }
        page = Fitted()
        for name, view in self.details.items():
            view.plot.setObjectName(f"plot_{name}")
        page.setLayout(FlowLayout(*self.details.values(), margins=(10, 8, 6, 6), spacing=10))
        return page

    def clear(self) -> None:
        """Another run is shown."""
        self._drawn = {}
        self._annotated = -1
        self.loss.clear()
        for view in (self.quality, *self.details.values()):
            view.clear()

    def paint(self) -> None:
        """Use the colours and the text size of now; the small charts do once they are looked at."""
        self._annotated = -1  # labels keep the size they were made with
        for view in (self.loss, self.quality):
            view.set_theme(self._context.theme)
        self._late = True
        self._paint_details()

    def _paint_details(self) -> None:
        if self._late and self.page.isVisible():
            self._late = False
            for view in self.details.values():
                view.set_theme(self._context.theme)

    # --- drawing --------------------------------------------------------------------------------------------------

    def draw_next(self) -> bool:
        """Draw the next chart that has something new.

        One chart a pull keeps the pull short; they take turns, so that none waits for another for ever.

        Returns:
            Whether others are waiting.
        """
        self._paint_details()
        charts = ["quality", "loss", *(_DETAILS if self.page.isVisible() else ())]
        order = charts[self._turn % len(charts) :] + charts[: self._turn % len(charts)]
        stale = [name for name in order if self._drawn.get(name) != self._version(name)]
        if stale:
            self._turn = charts.index(stale[0]) + 1
            self._draw(stale[0])
        return len(stale) > 1

    def draw_all(self) -> None:
        """Draw every chart in sight."""
        self._paint_details()
        for name in ("loss", "quality", *(_DETAILS if self.page.isVisible() else ())):
            self._draw(name)

    def _version(self, name: str) -> int:
        """Grows whenever a chart has something new."""
        history = self._training.history
        if name == "quality":
            return history.scores_version
        return history.points_version + (history.scores_version if name == "loss" else 0)

    def _draw(self, name: str) -> None:
        self._drawn[name] = self._version(name)
        if name == "loss":
            self._draw_loss()
        elif name == "quality":
            self._draw_quality()
        else:
            history = self._training.history
            self.details[name].set_data([(history.column("step").copy(), history.column(name).copy())])

    def _draw_loss(self) -> None:
        history = self._training.history
        steps = history.column("step").copy()
        objective, comparable = history.column("loss").copy(), history.comparable
        shown = history.column("cross_entropy").copy() if comparable else objective
        self.loss.set_training(steps, shown, history.column("epoch").copy(), objective, comparable)
        best = history.best
        self.loss.set_validation(
            np.array([v.step for v in history.validations], dtype=float),
            np.array([v.loss for v in history.validations], dtype=float),
            best.step if best else 0,
        )
        if self._annotated != history.scores_version:
            self._annotated = history.scores_version
            self.loss.set_annotations(self._annotations())
        self.loss.refresh()

    def _annotations(self) -> list[tuple[int, str, str]]:
        """What happened while it trained; remarks on the corpus stand in the log alone."""
        words = {
            "checkpoint": "",
            "resumed": self.tr("resumed"),
            "learning_rate_halved": self.tr("learning rate halved"),
            "out_of_memory": self.tr("batch made smaller"),
        }
        return [(a.step, a.kind, words[a.kind]) for a in self._training.history.annotations if a.kind in words]

    def _draw_quality(self) -> None:
        validations = self._training.history.validations
        steps = np.array([v.step for v in validations], dtype=float)
        bleu = np.array([v.bleu for v in validations], dtype=float)
        chrf = np.array([v.chrf for v in validations], dtype=float)
        self.quality.set_data([(steps, bleu), (steps, chrf)])

    @Slot()
    def _remember_options(self) -> None:
        self._context.settings.put_json("train/loss", self.loss.options())
