"""The translate pane before there is a model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog

from workbench.engine.core import paths
from workbench.gui.state.context import AppContext
from workbench.gui.theme import name_button
from workbench.gui.widgets.empty_state import EmptyState


class TranslateEmpty(EmptyState):
    """Says how to get a model, and offers it.

    Signals:
        chosen: ``Path`` of a run folder.
    """

    chosen = Signal(object)

    def __init__(self, context: AppContext) -> None:
        super().__init__(context, "mdi6.translate")
        self._context = context
        self.train_button = self.add_button("emptyTrain", lambda: context.show_pane.emit("train"))
        open_button = self.add_button("emptyOpen", self._open_folder)
        for button, text, tip in (
            (
                self.train_button,
                self.tr("Train a model"),
                self.tr("Go to the train pane; the built-in corpus gives a model in minutes"),
            ),
            (open_button, self.tr("Open a run folder…"), self.tr("A run copied from another computer works as it is")),
        ):
            name_button(button, text, tip)

    def explain(self) -> None:
        """Say what to do now, or what to wait for."""
        if self._context.training_run is not None:
            self.set_texts(
                self.tr("The model is still learning its first words"),
                self.tr(
                    "You can translate with it while it trains: this opens by itself as soon as the first checkpoint"
                    " is saved, usually after the first validation."
                ),
            )
        else:
            self.set_texts(
                self.tr("Translate with a model of your own"),
                self.tr(
                    "Train one first: a small model on the built-in sentences takes a few minutes. Then type here, and"
                    " see for each word of the translation which words of the text the model looked at."
                ),
            )

    def _open_folder(self) -> None:
        name = QFileDialog.getExistingDirectory(self, self.tr("Open a run folder"), str(paths.runs_root()))
        if name:
            self.chosen.emit(Path(name))
