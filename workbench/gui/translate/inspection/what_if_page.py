"""What if a piece of the translation had looked elsewhere: its weights can be dragged, and the translation goes on."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QSlider, QVBoxLayout, QWidget

from workbench.engine.core.types import Hypothesis, Token
from workbench.engine.search.alignment import membership
from workbench.gui.layouts import arrange
from workbench.gui.state.context import AppContext
from workbench.gui.theme import LIGHT, Theme, icon, name_control, named
from workbench.gui.translate.inspection.page import InspectionPage
from workbench.gui.translate.picture.picture_maker import make_picture
from workbench.gui.views.offsets import direction_of
from workbench.gui.views.pictures.alignment_view import AlignmentView
from workbench.gui.views.pictures.exhibit import Exhibit, figure_part, text_part, weight_columns
from workbench.gui.views.pictures.figure_export import Figure, measured
from workbench.gui.views.pictures.picture import EMPTY, SOURCE, TARGET, Picture, Spot, percent, quoted
from workbench.gui.views.pictures.weight_view import WeightView
from workbench.gui.widgets.controls import label_for, push_button, splitter, text_label
from workbench.gui.words.engine_texts import shown_failure
from workbench.gui.words.marked import changed_text
from workbench.gui.workers.failure import FailureReport

translate = QCoreApplication.translate

if TYPE_CHECKING:
    from workbench.engine.inspection.what_if import Outcome, WhatIf
    from workbench.engine.search.translator import Translator


@dataclass(frozen=True)
class _Change:
    """One piece that looks elsewhere: ``weights`` ``[source]`` instead of its own."""

    step: int
    weights: NDArray[np.float32]


class WhatIfPage(InspectionPage):
    """The attention of the translation on the left, and on the right how it goes on when a weight is changed."""

    name = "whatIf"

    def __init__(self, context: AppContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._asked: WhatIf | None = None  # searches in the translation thread alone
        self._change: _Change | None = None
        self._outcome: Outcome | None = None
        self._wanted: tuple[Picture, Spot, int] | None = None
        self.weights = WeightView()
        self.after = AlignmentView()
        self.after.setObjectName("whatIfAfter")
        self.slider = named(QSlider(Qt.Orientation.Horizontal), "whatIfWeight")
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setMinimumWidth(120)
        self.cell = named(QLabel(), "whatIfCell", "muted")
        self.cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.undo = push_button(
            "whatIfUndo",
            self.tr("Let go"),
            self.tr("Take the change back: the piece looks where it looked by itself"),
            self.let_go,
            role="quiet",
        )
        self.before_text, self.after_text = (text_label(name=name) for name in ("whatIfBefore", "whatIfAfterText"))
        self.reading = named(QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "whatIfReading", "muted")
        self._lay_out()
        self._name_controls()
        self.weights.spot_selected.connect(self._on_selected)
        self.weights.weight_moved.connect(self._on_moved)
        self.weights.move_told.connect(self._on_move_told)
        self.weights.weight_stepped.connect(lambda by: self.slider.setValue(self.slider.value() + round(100 * by)))
        self.weights.weight_dropped.connect(lambda: self.slider.setValue(0))
        self.weights.token_activated.connect(lambda _index: self.slider.setFocus())
        self.slider.valueChanged.connect(self._on_weight)
        context.theme_changed.connect(self._on_theme)
        self._on_theme(context.theme)
        self._show(None)

    def _lay_out(self) -> None:
        weight = QWidget()
        label = label_for(self.slider, self.tr("Weight"))
        arrange(QHBoxLayout(weight), label, self.slider, (self.cell, 1), self.undo, spacing=8)
        weight.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        bar = self.head(weight)
        texts = QGridLayout()
        texts.setContentsMargins(12, 0, 12, 2)
        texts.setColumnStretch(1, 1)
        for row, (title, label) in enumerate(
            ((self.tr("Before"), self.before_text), (self.tr("After"), self.after_text))
        ):
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            texts.addWidget(text_label("muted", title, wrap=False), row, 0)
            texts.addWidget(label, row, 1)
        pictures = splitter(Qt.Orientation.Horizontal, self.weights, self.after, (500, 500))
        foot = arrange(QVBoxLayout(), self.reading, margins=(12, 0, 12, 6))
        arrange(QVBoxLayout(self), bar, (pictures, 1), texts, foot, margins=(1, 1, 1, 1), spacing=4)

    def _name_controls(self) -> None:
        tip = self.tr("How much of its attention the piece gives to the source piece of the cell chosen")
        name_control(self.slider, self.tr("Weight"), tip)
        self.weights.setToolTip(
            self.tr(
                "Drag a cell along its row to give its weight to another source piece, or press M; + and − change it"
            )
        )
        self.after.setAccessibleName(self.tr("The translation after the change"))

    # See ``InspectionPage``.

    @staticmethod
    def title() -> str:
        """See ``InspectionPage.title``."""
        return translate("WhatIfPage", "What if")

    @staticmethod
    def tip() -> str:
        """See ``InspectionPage.tip``."""
        return translate(
            "WhatIfPage", "Let one piece of the translation look elsewhere, and see how it goes on from there"
        )

    def show_subject(self) -> None:
        """See ``InspectionPage.show_subject``."""
        self._asked = self._change = self._wanted = None
        self.weights.set_picture(self.weights.picture, faded=True)
        self.after.set_picture(self.after.picture, faded=True)
        for control in (self.slider, self.undo):
            control.setEnabled(False)  # until the sentence can be asked about
        self.saves(False)
        subject = self.subject
        if subject is None:
            return

        def examine(translator: Translator, check: Any) -> WhatIf:
            from workbench.engine.inspection.what_if import WhatIf

            search, prefix = subject.search, subject.prefix
            return WhatIf(translator, subject.text, search, prefix=prefix, number=subject.number, check=check)

        self.asked.emit(examine)

    def show_answer(self, value: Any) -> None:
        """See ``InspectionPage.show_answer``."""
        if hasattr(value, "go_on"):
            self._asked = value
            self._show(None)
            self._move_wanted()
        elif self._change is not None and value.step == self._change.step:
            self._show(value)

    def show_failure(self, report: FailureReport) -> None:
        """See ``InspectionPage.show_failure``."""
        self._change = self._wanted = None  # what was tried failed; the sentence can be asked about all the same
        self._show(None)
        self.reading.setText(shown_failure(report))

    # What a person changes.

    @Slot(object)
    def _on_selected(self, spot: Spot) -> None:
        """The slider is that of the cell chosen."""
        picture = self.weights.picture
        cell = spot.source is not None and spot.target is not None and picture.weights is not None
        self.slider.setEnabled(cell and self._asked is not None)
        weight = picture.weight(spot.target or 0, spot.source or 0) if cell else 0.0
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(100 * weight))
        text = self.tr("Choose a cell: a piece of the translation and where it looks.")
        if cell:
            text = self.tr("{share} of the attention of {target} goes to {source}").format(
                share=percent(weight),
                target=quoted(picture, TARGET, spot.target or 0),
                source=quoted(picture, SOURCE, spot.source or 0),
            )
        self.cell.setText(text)

    @Slot(int)
    def _on_weight(self, value: int) -> None:
        spot = self.weights.selected
        if self._asked is not None and spot.source is not None and spot.target is not None:
            from workbench.engine.inspection.what_if import with_weight

            own = self._asked.own(spot.target)
            self._ask(_Change(spot.target, with_weight(own, [spot.source], value / 100)))

    @Slot(object, int)
    def _on_moved(self, cell: Spot, end: int) -> None:
        if self._asked is not None and cell.source is not None and cell.target is not None:
            from workbench.engine.inspection.what_if import moved

            changed = self._change is not None and self._change.step == cell.target
            row = self._change.weights if self._change is not None and changed else self._asked.own(cell.target)
            self._ask(_Change(cell.target, moved(row, [cell.source], [end])))

    def move_weight(self, picture: Picture, cell: Spot, end: int) -> None:
        """Give a weight of another picture of the sentence, in pieces or words, to another source token.

        Of a word of the translation its first piece looks elsewhere; what comes after it is written anew.
        """
        self._wanted = (picture, cell, end)
        self._move_wanted()

    def _move_wanted(self) -> None:
        """As soon as the sentence can be asked about."""
        asked, subject = self._asked, self.subject
        if asked is None or subject is None or self._wanted is None:
            return
        (picture, cell, end), self._wanted = self._wanted, None
        if asked.hypothesis.text != subject.hypothesis.text:
            self.reading.setText(
                self.tr(
                    "That translation was drawn at random or changed after the search. This is what the search finds."
                )
            )
            return
        from workbench.engine.inspection.what_if import moved

        (step, *_), given, taken = (
            _pieces(pieces, words, number)
            for pieces, words, number in (
                (asked.hypothesis.pieces, picture.target, cell.target),
                (asked.translation.source_pieces, picture.source, cell.source),
                (asked.translation.source_pieces, picture.source, end),
            )
        )
        weights = moved(asked.own(step), given, taken)
        self.weights.choose(Spot(source=max(taken, key=lambda place: weights[place]), target=step))
        self._ask(_Change(step, weights))

    @Slot(str)
    def _on_move_told(self, text: str) -> None:
        self.reading.setText(text or self._outcome_in_words(self._outcome))

    def _ask(self, change: _Change) -> None:
        """Show the weights as they are wished, and find out what comes of them."""
        asked, self._change = self._asked, change
        assert asked is not None
        self._draw_weights()
        self.after.set_picture(self.after.picture, faded=True)
        self.undo.setEnabled(True)
        self.asked.emit(lambda _translator, check: asked.go_on(change.step, change.weights, check))

    def let_go(self) -> None:
        """The piece looks where it looked by itself."""
        self._change = None
        self._show(None)
        self.weights.setFocus()

    # Showing.

    def _draw_weights(self) -> None:
        """The attention of the translation asked about, the changed row as it is wished."""
        asked, change = self._asked, self._change
        if asked is None:
            self.weights.set_picture(EMPTY)
        else:
            picture = make_picture(asked.translation, asked.hypothesis, words=False)
            if change is not None and picture.weights is not None:
                weights = picture.weights.copy()
                weights[change.step] = change.weights
                picture = replace(picture, weights=weights)
            self.weights.set_picture(picture)
        self._on_selected(self.weights.selected)

    def _show(self, outcome: Outcome | None) -> None:
        """How the translation goes on; without a change, as it is."""
        asked, self._outcome = self._asked, outcome
        self._draw_weights()
        self.undo.setEnabled(outcome is not None)
        self.saves(asked is not None)
        if asked is None:
            self.after.set_picture(EMPTY)
            for label in (self.before_text, self.after_text, self.reading):
                label.setText("")
            return
        after = asked.hypothesis if outcome is None else outcome.after
        self.after.set_picture(make_picture(asked.translation, after, words=False))
        self._write_texts()
        self.reading.setText(self._outcome_in_words(outcome))

    def _write_texts(self) -> None:
        """Both translations, what differs marked."""
        if self._asked is not None:
            found, asked = self._outcome, self._asked.hypothesis
            before, after = (found.before, found.after) if found is not None else (asked, asked)
            self.before_text.setText(self._rich(after if found else None, before, self.context.theme))
            self.after_text.setText(self._rich(before, after, self.context.theme))

    def _rich(self, other: Hypothesis | None, hypothesis: Hypothesis, theme: Theme) -> str:
        """A translation, the words that another one has not marked."""
        marked = changed_text(other.text if other else None, hypothesis.text, theme.added)
        direction = direction_of(hypothesis.text)
        score = html.escape(f"{hypothesis.score:.2f}")
        muted = f'<span style="color:{theme.muted}">({score})</span>'
        return f'<div dir="{direction}">{marked or "…"} {muted}</div>'

    def _outcome_in_words(self, outcome: Outcome | None) -> str:
        asked = self._asked
        if outcome is None or asked is None:
            return self.tr(
                "Choose a cell and change its weight, or drag it along its row. The piece decides anew, and what comes"
                " after it as well; all other pieces look where they want."
            )
        parts = [self.tr("The translation stays the same.")]
        if outcome.after.text != outcome.before.text:
            parts = [self.tr("The translation becomes another one; what differs is marked.")]
        if outcome.before.text != asked.hypothesis.text:
            parts.append(self.tr("“Before” is what the search finds when all of its beam goes on from this piece."))
        return " ".join(parts)

    @Slot(object)
    def _on_theme(self, theme: Theme) -> None:
        self.weights.set_theme(theme)
        self.after.set_theme(theme)
        self.undo.setIcon(icon("mdi6.undo", theme))
        self._write_texts()

    # Saving.

    def exhibit(self) -> Exhibit | None:
        """The translation with the weights as they are wished, and how it goes on."""
        asked, found = self._asked, self._outcome
        if asked is None:
            return None
        before, after = (asked.hypothesis, asked.hypothesis) if found is None else (found.before, found.after)
        pictures = {"before": self.weights.picture, "after": self.after.picture}
        look, parts = self.after.look(), []
        for title, other, hypothesis in ((self.tr("Before"), after, before), (self.tr("After"), before, after)):
            rich = self._rich(None if found is None else other, hypothesis, LIGHT)
            parts.append(text_part(f'<p style="color:{LIGHT.muted}">{html.escape(title)}</p>{rich}', self.font()))
        heat = Figure(pictures["before"], look, alignment=False, heatmap=True, selected=self.weights.selected)
        parts.insert(1, figure_part(heat))
        parts.append(figure_part(Figure(pictures["after"], look, heatmap=True)))
        parts.append(text_part(html.escape(self.reading.text()), self.font()))
        record = {"source": asked.translation.source, "changed": None, "before": before.text, "after": after.text}
        if found is not None:
            record |= found.to_json()
        arrays = {name: measured(picture) for name, picture in pictures.items() if picture.weights is not None}
        return Exhibit(after.text, asked.translation.source, parts, weight_columns(pictures), record, arrays)


def _pieces(pieces: Sequence[Token], tokens: Sequence[Token], number: int | None) -> list[int]:
    """The pieces that one of a picture's tokens is made of: it shows the same pieces, or all words."""
    assert number is not None
    if [(p.start, p.end) for p in pieces] == [(t.start, t.end) for t in tokens]:
        return [number]
    return [int(place) for place in membership(pieces, tokens)[number].nonzero()[0]]
