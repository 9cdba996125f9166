"""Sentences that two runs translated: both translations, the score of each and the difference."""

from __future__ import annotations

import html
from typing import Any

from PySide6.QtCore import Qt

from workbench.gui.widgets.sentences.sentence_table import SentenceModel, SentenceTable, difference_html
from workbench.gui.words import formats


def signed(value: float) -> str:
    """A difference with its sign; none where it rounds to nothing."""
    rounded = round(value, 1) or 0.0
    return f"+{formats.number(rounded)}" if rounded > 0 else formats.number(rounded)


class ComparisonModel(SentenceModel):
    """Rows of ``ComparedSentence``."""

    figures = 4

    def columns(self) -> list[tuple[str, str, bool]]:
        """Place, difference and scores, and the four texts."""
        score = self.tr("How near the translation is to the reference, 0 to 100, for this sentence alone")
        difference = self.tr("By how much B is nearer to the reference than A; sorted by size, whichever is better")
        return [
            (self.tr("No."), self.tr("Place in the test set"), True),
            (self.tr("B − A"), difference, True),
            (self.tr("chrF A"), score, True),
            (self.tr("chrF B"), score, True),
            (self.tr("Source"), self.tr("What was translated"), False),
            (self.tr("Reference"), self.tr("The translation that the test set gives"), False),
            ("A", self.tr("What the first run wrote"), False),
            ("B", self.tr("What the second run wrote"), False),
        ]

    def numbers(self, row: Any) -> tuple[tuple[str, float], ...]:
        """The figures; a difference is sorted by its size."""
        scores = ((formats.number(value), value) for value in (row.first_chrf, row.second_chrf))
        return (str(row.number), row.number), (signed(row.difference), abs(row.difference)), *scores

    def texts(self, row: Any) -> tuple[str, ...]:
        """The texts."""
        return row.source, row.reference, row.first, row.second

    def is_same(self, row: Any) -> bool:
        """Whether both wrote the same."""
        first, second = self.texts(row)[2:]
        return first.strip() == second.strip()


class ComparisonTable(SentenceTable):
    """The largest difference on top.

    Attributes:
        optional: Columns that a narrow window leaves out.
    """

    optional: tuple[int, ...] = (2, 3)

    def _make_model(self) -> SentenceModel:
        return ComparisonModel(self)

    def _differing(self) -> tuple[str, str]:
        tip = self.tr("Hide sentences that both runs translated alike")
        return tip, self.tr("Only sentences that the two runs translated differently")

    def _widest(self) -> list[str]:
        return ["00000 ▾", "+000.0 ▾\u2003", "chrF A ▾\u2003", "chrF B ▾\u2003"]

    def _fit_figures(self) -> None:
        """In a narrow window the differences stand alone; the texts are what one reads."""
        for column in self.optional:
            self.view.setColumnHidden(column, False)  # a hidden one would ask for no room
        super()._fit_figures()
        header = self.view.horizontalHeader()
        hints = [header.sectionSizeHint(column) for column in range(self.model.columnCount())]
        figures, texts = hints[: self.model.figures], hints[self.model.figures :]
        needed = sum(figures) + len(texts) * max(texts)  # the texts share what is left
        for column in self.optional:
            self.view.setColumnHidden(column, needed > self.view.viewport().width())

    def _sort_first(self) -> tuple[int, Qt.SortOrder]:
        return 1, Qt.SortOrder.DescendingOrder

    def _detail_lines(self, row: Any) -> list[tuple[str, str]]:
        theme = self._context.theme
        texts = self.model.texts(row)
        first, second = (difference_html(texts[1], text, theme.added, theme.muted) for text in texts[2:])
        source, reference = (html.escape(text) for text in texts[:2])
        names = self.tr("Source"), self.tr("Reference"), self.tr("Translation A"), self.tr("Translation B")
        return list(zip(names, (source, reference, first, second), strict=True))
