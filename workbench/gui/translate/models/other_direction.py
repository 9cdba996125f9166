"""What is known of a model besides its weights: who translates back, sentences to try, and texts it cannot read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from workbench.engine.core.types import Progress
from workbench.engine.runs import run_choices
from workbench.engine.runs.folder import RunFolder
from workbench.engine.text.language_guess import guess_language, looks_like
from workbench.gui.state.context import AppContext
from workbench.gui.translate.models.model_choice import TranslateModels
from workbench.gui.translate.translation_desk import Desk
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.widgets.controls import single_shot
from workbench.gui.words.languages import language_name
from workbench.gui.workers.job import run_job

#: So many words of a text, and more than this share of them, must be unknown before it is said.
_UNKNOWN_WORDS, _UNKNOWN_SHARE = 3, 0.3
#: Several changes to the runs at once are looked at once.
_LATER_MS = 100


class OtherDirection(QObject):
    """Fills in the swap button, the examples and the hint."""

    def __init__(
        self, context: AppContext, view: TranslationView, desk: Desk, models: TranslateModels, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context, self._view, self._desk, self._models = context, view, desk, models
        self._run: Path | None = None
        self._reads = ""
        self._reverse: Path | None = None
        self._later = single_shot(self, _LATER_MS, self._look)
        view.swap_button.clicked.connect(self.swap)
        view.examples.chosen.connect(self._on_example)
        models.run_changed.connect(self._on_run)
        context.runs_changed.connect(self._later.start)

    def shutdown(self) -> None:
        """Stop waiting."""
        self._later.stop()

    @Slot(object)
    def _on_run(self, run: RunFolder) -> None:
        self._run, self._reads = run.path, run_choices.languages(run)[0]
        self._view.examples.offer(())
        self._show_reverse(None, "")
        self._look()

    @Slot()
    def _look(self) -> None:
        """Read what is on the disk, in a thread: journals and lists of runs may be long."""
        run, training = self._run, self._context.training_run
        if run is None:
            return

        def work(_progress: Progress, _check: Callable[[], None]) -> tuple[Path, list[str], Path | None, str]:
            folder = RunFolder(run)
            back = run_choices.reverse_of(folder, run_choices.usable_runs(training))
            title = run_choices.title(back) if back else ""
            return run, run_choices.examples(folder), back.path if back else None, title

        run_job(self, work, self._on_found, lambda _failure: None)

    def _on_found(self, found: tuple[Path, list[str], Path | None, str]) -> None:
        run, sentences, back, title = found
        if run == self._run:
            self._view.examples.offer(sentences)
            self._show_reverse(back, title)
            self.show()

    def _show_reverse(self, back: Path | None, title: str) -> None:
        self._reverse = back
        self._view.show_reverse(title)

    @Slot()
    def swap(self) -> None:
        """Translate the translation back."""
        if self._reverse is None:
            return
        text, before = self._view.target.toPlainText(), self._models.choice
        self._models.open_run(self._reverse)
        if self._models.choice is before:  # it was deleted meanwhile, which is told; perhaps there is another
            self._look()
        elif text.strip():
            self._view.source.setPlainText(text)

    @Slot(str)
    def _on_example(self, sentence: str) -> None:
        self._view.source.setPlainText(sentence)
        self._view.source.setFocus()

    def show(self) -> None:
        """Examples in place of the picture while there is no text, and what is odd about the text."""
        view = self._view
        empty = not self._desk.segments and bool(view.examples.sentences)
        view.subject.setCurrentWidget(view.examples if empty else view.pages)
        view.show_hint(self._oddity())

    def _oddity(self) -> str:
        """Why the model will not do well with this text; empty when nothing is odd."""
        wanted = self._reads
        if wanted and self._desk.segments:
            guess = guess_language([s.text for s in self._desk.segments[:50]])
            if guess and not looks_like(guess, wanted):
                text = self.tr("This looks like {found}; the model reads {wanted}.")
                return text.format(found=language_name(guess), wanted=language_name(wanted))
        known = [t for i in range(min(50, len(self._desk.segments))) if (t := self._desk.fresh(i)) is not None]
        words = [p for t in known for p in t.source_pieces if p.end > p.start]
        unknown = [p for p in words if p.unknown]
        if len(unknown) >= _UNKNOWN_WORDS and len(unknown) > _UNKNOWN_SHARE * len(words):
            return self.tr("The model has not seen many of these words in training: their translation is a guess.")
        return ""
