"""How much two columns of a table look like the two sides of sentence pairs."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.engine.corpora.readers.base import Wanted
from workbench.engine.corpora.readers.tables.table_columns import Column, Grid
from workbench.engine.corpora.readers.tables.table_words import OTHER, SOURCE, TARGET, TEXT
from workbench.engine.text.language_guess import looks_like
from workbench.engine.text.languages import normalise_tag, pick, primary_language
from workbench.engine.text.scripts import expected_scripts

_PAIR_ROWS = 200
_ALIKE = ({"no", "nb", "nn"}, {"sr", "hr", "bs", "sh"})


@dataclass
class Candidate:
    """A sheet with its header and the best two columns.

    Attributes:
        header: Index of the header row in the sample, ``None`` for none.
        sureness: How sure the header is.
        pair_score: How good the two columns are, as their rivals are scored.
        score: How good all of this is; higher is better.
        rivals: Scores of other pairs of columns with the pair, best first.
    """

    grid: Grid
    header: int | None
    sureness: float
    names: tuple[str, ...]
    columns: list[Column]
    source: Column
    target: Column
    pair_score: float
    score: float
    rivals: list[tuple[float, Column, Column]]

    @property
    def start(self) -> int:
        """Index of the first row of the sample below the header."""
        return 0 if self.header is None else self.header + 1


@dataclass
class Scorer:
    """Scores pairs of columns of one table below one header.

    Attributes:
        start: Index of the first row of the sample below the header.
    """

    grid: Grid
    start: int
    columns: Sequence[Column]
    wanted: Wanted
    _likeness: dict[tuple[int, int], tuple[float, float, float]] = field(default_factory=dict)

    def pair(self, source: Column, target: Column) -> float:
        """The score of two columns in this order: 10 and more for plain names, below 0 for an identifier."""
        score = self._side(source, self.wanted.source_lang, SOURCE)
        score += self._side(target, self.wanted.target_lang, TARGET)
        score += self._languages(source, target)
        likeness, overlap, identical = self._together(source.index, target.index)
        both_named = bool(source.language and target.language)
        score += likeness * (0.8 if both_named else 3.0) - 1.5 * (1 - overlap) - 3.0 * (identical > 0.5)
        score += 0.5 if source.index < target.index else 0.0
        return score - 0.1 * min(abs(source.index - target.index) - 1, 5) - 0.05 * min(source.index + target.index, 20)

    def _side(self, column: Column, asked: str, role: str) -> float:
        """One column as the source or target side."""
        profile = column.profile
        score = -6.0 if not profile.cells else -5.0 * (1 - profile.text)
        # A source is full; where names tell the sides, gaps do not change their order.
        score -= (2.5 if role == SOURCE and not column.language and not column.role else 1.0) * (1 - profile.filled)
        score += 0.8 * min(1.0, profile.words / 4) - (3.0 if profile.keys else 0.0)
        if len(profile.cells) >= 3:
            score -= 4.0 * max(0.0, 0.9 - profile.distinct)
        if column.role == OTHER:
            score -= 5.0
        elif column.role in (SOURCE, TARGET):
            score += 3.0 if column.role == role else -3.0
        elif column.role == TEXT:
            score += 0.5
        if column.language:
            score += 2.5
        return score + self._asked(column, asked)

    def _asked(self, column: Column, asked: str) -> float:
        """Whether a column is in the language asked for, by its header, else by its cells."""
        if not asked:
            return -0.6 * self._rank(column)
        if column.language:
            return 6.0 * fit(column.language, asked)
        guess, script, expected = column.profile.language, column.profile.script, expected_scripts(asked)
        if guess:
            return 3.0 if looks_like(guess, asked) else -5.0
        return 0.0 if not script or not expected else 2.0 if script & expected else -5.0

    def _rank(self, column: Column) -> int:
        """Where a column stands among those that name a language: the first are taken when none is asked for."""
        named = [c.index for c in self.columns if c.language]
        return min(named.index(column.index), 8) if column.index in named else 0

    @staticmethod
    def _languages(source: Column, target: Column) -> float:
        """Two sides are in different languages."""
        if source.language and target.language:
            same = primary_language(source.language) == primary_language(target.language)
            return 1.5 if not same else -1.0 if source.language != target.language else -3.0
        scripts = source.profile.script, target.profile.script
        if all(scripts) and not scripts[0] & scripts[1]:
            return 3.0
        one, two = source.profile.language, target.profile.language
        return 0.0 if not one or not two else -3.0 if one == two else 1.5

    def _together(self, first: int, second: int) -> tuple[float, float, float]:
        key = (min(first, second), max(first, second))
        if key not in self._likeness:
            self._likeness[key] = self._compare(*key)
        return self._likeness[key]

    def _compare(self, first: int, second: int) -> tuple[float, float, float]:
        """How alike the rows of two columns are as translations are (-1 to 1), rows with both, and identical ones."""
        body = self.grid.body(self.start)
        cells = [(row[first].strip(), row[second].strip()) for row in body if max(first, second) < len(row)]
        both = [(a, b) for a, b in cells if a and b][:_PAIR_ROWS]
        filled = max(1, sum(bool(a) for a, _ in cells), sum(bool(b) for _, b in cells))
        if len(both) < 2:
            return 0.0, sum(bool(a and b) for a, b in cells) / filled, 0.0
        identical = sum(a == b for a, b in both) / len(both)
        lengths = _correlation([math.log1p(len(a)) for a, _ in both], [math.log1p(len(b)) for _, b in both])
        ends = sum(_ending(a) == _ending(b) for a, b in both) / len(both)
        numbers = [_digits(a) == _digits(b) for a, b in both if _digits(a) or _digits(b)]
        figures = sum(numbers) / len(numbers) * 2 - 1 if numbers else 0.0
        likeness = 0.5 * lengths + 0.3 * (2 * ends - 1) + 0.2 * figures
        overlap = sum(bool(a and b) for a, b in cells) / filled
        return likeness * len(both) / (len(both) + 3), overlap, identical


def fit(language: str, asked: str) -> float:
    """How well a column's language is the one asked for: 1 to -1."""
    if pick([language], asked) == 0:
        return 1.0
    one, two = primary_language(language), primary_language(asked)
    if any({one, two} <= group for group in _ALIKE):
        return 0.5
    parts = normalise_tag(language).split("-")[1:], normalise_tag(asked).split("-")[1:]
    # zh-Hans beside zh-CN says nothing against it; pt-PT beside pt-BR does.
    differ = any(len(a) == len(b) and a != b for a, b in zip(*parts, strict=False))
    return 0.5 if one == two and not differ else -1.0


def _ending(text: str) -> str:
    last = text[-1]
    return {"。": ".", "！": "!", "？": "?", "؟": "?", "।": "."}.get(last, last if last in ".!?:…" else "")


def _digits(text: str) -> str:
    return "".join(sorted(c for c in text if c.isdigit()))


def _correlation(first: Sequence[float], second: Sequence[float]) -> float:
    """Pearson's correlation; 0 when there are few values or one side does not vary."""
    if len(first) < 4:
        return 0.0
    means = sum(first) / len(first), sum(second) / len(second)
    pairs = [(a - means[0], b - means[1]) for a, b in zip(first, second, strict=True)]
    variances = sum(a * a for a, _ in pairs), sum(b * b for _, b in pairs)
    if min(variances) < 1e-9:
        return 0.0
    return sum(a * b for a, b in pairs) / math.sqrt(variances[0] * variances[1])
