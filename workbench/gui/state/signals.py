"""The signals by which the parts of the window ask each other for things, and the settings they share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from workbench.gui.state.settings import Settings
from workbench.gui.styling import ThemeChange


@dataclass(frozen=True)
class WantedTranslation:
    """A text to open in the translate pane.

    Attributes:
        run: Folder of the run that translates it; ``None`` leaves the one in use.
        text: The text.
        beside: Folder of a run that its translation is compared with; ``None`` compares nothing.
    """

    run: Path | None
    text: str
    beside: Path | None = None


class AppSignals(QObject):
    """The signals by which the parts of the window reach each other, and the settings they share.

    Panes never know each other: one emits, the main window or another pane listens.

    Signals:
        run_selected: ``Path`` of a run to open in the translate pane.
        runs_changed: ``None``; a run appeared, went or changed.
        corpora_changed: ``None``; a corpus appeared, went or changed.
        training_event: ``Event`` of the run that trains now; rare ones only, never ``StepLogged``.
        choose_files: Ask the person for files to import.
        start_training: Press Start in the train pane.
        show_pane: ``"train" | "translate" | "corpora" | "runs"``.
        translate_text: ``WantedTranslation``: open a text in the translate pane.
        train_with: ``TrainingWish`` that fills in the train pane.
        watch_run: ``Path`` of a run to follow in the train pane.
        import_run: ``Path`` of a run packed as one file, dropped anywhere; the runs pane unpacks it.
        import_files: ``list[Path]`` dropped or chosen anywhere; the corpora pane opens its preview.
        translate_file: ``Path`` of a file dropped on the translate pane, to be translated line by line.
        status_message: A sentence for the status bar.
        zoom_changed: the new text size as a factor.
        device_changed: ``"train"`` or ``"translate"``: that purpose has another ``device``.
        continue_run: ``Continuation``: a run that has ended is to be trained on in the train pane.
        work_changed: ``work`` changed.
        work_ended: Title, text, and whether it failed: long work a person is told of also outside of the window.

    Attributes:
        theme_changed: The new ``Theme``; parts out of sight hear of it when they are seen.
    """

    run_selected = Signal(object)
    runs_changed = Signal(object)
    corpora_changed = Signal(object)
    training_event = Signal(object)
    choose_files = Signal()
    start_training = Signal()
    show_pane = Signal(str)
    translate_text = Signal(object)
    train_with = Signal(object)
    watch_run = Signal(object)
    import_run = Signal(object)
    import_files = Signal(object)
    translate_file = Signal(object)
    status_message = Signal(str)
    zoom_changed = Signal(float)
    device_changed = Signal(str)
    continue_run = Signal(object)
    work_changed = Signal()
    work_ended = Signal(str, str, bool)

    def __init__(self, settings: Settings | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings or Settings()
        self.theme_changed = ThemeChange()
        #: Folder of the run that trains now in this window or is followed by it; ``None`` when there is none.
        self.training_run: Path | None = None
