"""What is pointed at, in the pictures or in the texts, and how everything else lights up with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from workbench.gui.state.context import AppContext
from workbench.gui.translate.picture.picture_maker import Layer, make_picture
from workbench.gui.translate.texts.text_marks import Anchor, confidence_marks, forced_mark, spot_marks, unknown_marks
from workbench.gui.translate.texts.text_pair import Mark
from workbench.gui.translate.translation_desk import Desk, Placed
from workbench.gui.translate.translation_view import TranslationView
from workbench.gui.views.pictures.picture import NOWHERE, SOURCE, TARGET, Spot


class Pointing(QObject):
    """Connects the pictures and the two texts.

    Signals:
        sentence_chosen: Index of a sentence that the caret was put into.

    Attributes:
        current: The sentence whose picture is shown.
        layer: What is shown of a sentence instead of its attention.
    """

    sentence_chosen = Signal(int)

    def __init__(self, context: AppContext, view: TranslationView, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._view, self._desk = context, view, desk
        self.current = 0
        self._placed: list[Placed] = []
        self._places: dict[int, Placed] = {}
        self._anchors: dict[int, tuple[Layer | None, Anchor]] = {}
        self.layer: Callable[[int], Layer | None] = lambda _index: None
        self._hovered: tuple[int, Spot] = (0, NOWHERE)
        view.source.position_hovered.connect(partial(self._on_text_hovered, SOURCE))
        view.target.position_hovered.connect(partial(self._on_text_hovered, TARGET))
        view.source.caret_placed.connect(partial(self._on_caret, SOURCE))
        view.target.caret_placed.connect(partial(self._on_caret, TARGET))
        view.picture.spot_hovered.connect(self._on_hovered)
        view.picture.spot_selected.connect(self._on_selected)
        view.picture.confidence_toggled.connect(self.show_marks)
        view.target.verticalScrollBar().valueChanged.connect(self.show_marks)
        context.theme_changed.connect(self.show_marks)

    @property
    def selected(self) -> Spot:
        """What is selected in the current sentence."""
        return self._view.picture.alignment.selected

    def set_placed(self, placed: list[Placed]) -> None:
        """The target text was written anew."""
        self._placed = placed
        self._places = {p.segment: p for p in placed}
        self.forget()

    def forget(self) -> None:
        """The pictures changed; what the mouse rests on in them, they know themselves."""
        self._anchors.clear()
        self._hovered = (self.current, NOWHERE)

    def anchor(self, index: int) -> Anchor | None:
        """The picture of a sentence and where it stands; ``None`` while its translation is not of this text."""
        layer = self.layer(index)
        before, known = self._anchors.get(index, (None, None))
        if known is not None and before == layer:
            return known
        translation = self._desk.shown(index)
        place = self._places.get(index)
        if translation is None or place is None or translation.source != self._desk.segments[index].text:
            return None
        picture = make_picture(
            translation,
            translation.nbest[self._desk.chosen(index)],
            words=self._view.picture.words_button.isChecked(),
            prefix=self._desk.prefix(index),
            layer=layer,
        )
        found = Anchor(picture, self._desk.segments[index].start, place.start)
        self._anchors[index] = layer, found
        return found

    @Slot()
    def show_marks(self, _theme: object = None) -> None:
        """Colour both texts: the current sentence, stale parts, confidence, what is fixed, a spot and its partners."""
        theme = self._context.theme
        source: list[Mark] = []
        target: list[Mark] = []
        several = len(self._desk.segments) > 1
        first, last = self._view.target.seen()
        for place in self._placed:
            if place.segment != self.current and (place.end < first or place.start > last):
                continue  # a text of a thousand lines is marked where it is read
            if several and place.segment == self.current:
                segment = self._desk.segments[place.segment]
                source.append(Mark(segment.start, segment.end, background=theme.color("raised")))
                target.append(Mark(place.start, place.end, background=theme.color("raised")))
            if not place.fresh:
                target.append(Mark(place.start, place.end, ink=theme.color("muted")))
            elif (anchor := self.anchor(place.segment)) is not None:
                if self._view.picture.confidence_button.isChecked():
                    target += confidence_marks(anchor, theme)
                unknown = unknown_marks(anchor, theme)
                source += unknown[SOURCE]
                target += forced_mark(anchor, theme) + unknown[TARGET]
        lit = self._view.picture.alignment.hovered or self.selected
        index, spot = self._hovered if self._hovered[1] else (self.current, lit)
        anchor = self.anchor(index) if spot and index < len(self._desk.segments) else None
        if anchor is not None and anchor.picture.fits(spot):
            marks = spot_marks(anchor, spot, theme)
            source += marks[SOURCE]
            target += marks[TARGET]
        self._view.source.set_marks(source)
        self._view.target.set_marks(target)

    @Slot(object)
    def _on_hovered(self, spot: Spot) -> None:
        self._hovered = (self.current, spot)
        self.show_marks()

    @Slot(object)
    def _on_selected(self, spot: Spot) -> None:
        self.show_marks()
        anchor = self.anchor(self.current)
        if anchor is not None and spot.source is not None:
            self._view.source.reveal(*anchor.place(Spot(source=spot.source)))
        if anchor is not None and spot.target is not None:
            self._view.target.reveal(*anchor.place(Spot(target=spot.target)))

    def _sentence_at(self, side: str, position: int) -> int:
        """The sentence a document position lies in, -1 beside all of them."""
        if side == SOURCE:
            spans = [(i, s.start, s.end) for i, s in enumerate(self._desk.segments)]
        else:
            spans = [(p.segment, p.start, p.end) for p in self._placed]
        return next((i for i, start, end in spans if start <= position <= end), -1)

    def _on_text_hovered(self, side: str, position: int) -> None:
        index = self._sentence_at(side, position) if position >= 0 else -1
        anchor = self.anchor(index) if index >= 0 else None
        spot = anchor.spot_at(side, position) if anchor else NOWHERE
        self._hovered = (max(0, index), spot)
        self._view.picture.set_hovered(spot if index == self.current else NOWHERE)
        self.show_marks()

    def _on_caret(self, side: str, position: int) -> None:
        index = self._sentence_at(side, position)
        if index < 0:
            return
        if index != self.current:
            self.sentence_chosen.emit(index)
        anchor = self.anchor(index)
        self._view.picture.set_selected(anchor.spot_at(side, position, touching=True) if anchor else NOWHERE)
        self.show_marks()
