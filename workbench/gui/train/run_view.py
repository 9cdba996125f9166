"""The right half of the train pane: what the run does, its numbers, charts, sample translations and log."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.gui.layouts import Fitted, arrange
from workbench.gui.state.context import AppContext
from workbench.gui.state.signals import WantedTranslation
from workbench.gui.train.run_charts import RunCharts
from workbench.gui.train.run_header import RunHeader
from workbench.gui.train.run_log import RunLog
from workbench.gui.train.samples_table import SamplesTable
from workbench.gui.views.charts.curve_view import CurveView
from workbench.gui.views.charts.loss_view import LossView
from workbench.gui.widgets.controls import Tabs, restore_splitter, single_shot, splitter

#: When a chart is drawn that had to wait for another and no event has come since.
_REST_MS = 50


class RunView(Fitted):
    """Shows ``context.training``; redraws at most one chart at each pull.

    Signals:
        translate_requested: The person wants to translate with this run.
        go_on_requested: The run is to be trained on, for so many minutes more (0: as it says itself).
    """

    translate_requested = Signal()
    go_on_requested = Signal(float)

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._training = context, context.training
        self.header = RunHeader(context)
        self.header.translate_requested.connect(self.translate_requested)
        self.header.go_on_requested.connect(self.go_on_requested)
        self.charts = RunCharts(context, self)
        self.splitter = splitter(Qt.Orientation.Vertical, self.charts.main, self._build_tabs(), (380, 240))
        self.splitter.setObjectName("runSplitter")
        self.splitter.setStretchFactor(0, 3)
        self.splitter.setStretchFactor(1, 2)
        arrange(QVBoxLayout(self), self.header, (self.splitter, 1), margins=(12, 12, 14, 10), spacing=8)
        self._rest = single_shot(self, _REST_MS, self.tick)
        self._training.ticked.connect(self.tick)
        self._training.run_changed.connect(self._on_run)
        self._training.state_changed.connect(self.header.show_state)
        context.theme_changed.connect(self._on_theme)
        self._restore()
        self.header.paint()
        self._on_run()

    def _build_tabs(self) -> Tabs:
        self.tabs = Tabs("runTabs", self.tr("About the run"))
        self.samples = SamplesTable(self._context)
        self.samples.opened.connect(self._open_sample)
        self.log = RunLog()
        self.tabs.add(self.samples, self.tr("Sample translations"))
        self.tabs.add(self.charts.page, self.tr("More curves"))
        self.tabs.add(self.log, self.tr("Log"))
        self.tabs.currentChanged.connect(lambda _index: self.tick())
        return self.tabs

    @property
    def loss(self) -> LossView:
        """The loss chart."""
        return self.charts.loss

    @property
    def quality(self) -> CurveView:
        """BLEU and chrF."""
        return self.charts.quality

    @property
    def details(self) -> dict[str, CurveView]:
        """The small charts by their column of the history."""
        return self.charts.details

    def _restore(self) -> None:
        settings = self._context.settings
        restore_splitter(self.splitter, settings.get_bytes("train/view"))
        restore_splitter(self.charts.main, settings.get_bytes("train/charts"))
        self.tabs.setCurrentIndex(min(2, max(0, settings.get("train/tab", 0))))

    def remember(self) -> None:
        """Keep the layout for the next start."""
        settings = self._context.settings
        settings.put_bytes("train/view", self.splitter.saveState())
        settings.put_bytes("train/charts", self.charts.main.saveState())
        settings.put("train/tab", self.tabs.currentIndex())

    # --- drawing --------------------------------------------------------------------------------------------------

    @Slot()
    def _on_run(self) -> None:
        """Another run is shown."""
        self.charts.clear()
        self.log.begin(self._training.history)
        self.header.show_run()
        self.refresh_all()

    @Slot()
    def tick(self) -> None:
        """Events have arrived: numbers now, and one chart; hidden ones wait until they are seen."""
        self._rest.stop()
        if not self.isVisible():
            return
        history = self._training.history
        self.header.show_numbers()
        self.log.show_history(history)
        if self.samples.isVisible():
            self.samples.show_history(history)
        if self.charts.draw_next():
            self._rest.start()  # perhaps nothing more happens in this run

    @Slot()
    def refresh_all(self) -> None:
        """Draw everything, if it can be seen."""
        if not self.isVisible():
            return
        self.header.show_numbers()
        self.log.show_history(self._training.history)
        self.samples.show_history(self._training.history)
        self.charts.draw_all()

    @Slot()
    def _on_theme(self, _theme: object = None) -> None:
        self.charts.paint()
        self.header.paint()
        self.refresh_all()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        self.refresh_all()

    def sizeHint(self) -> QSize:
        """Most of the window."""
        return QSize(820, 700)

    # --- asked for by the person ----------------------------------------------------------------------------------

    @Slot(str)
    def _open_sample(self, source: str) -> None:
        if self._training.run_dir is not None:
            self._context.show_pane.emit("translate")
            self._context.translate_text.emit(WantedTranslation(self._training.run_dir, source))
