"""How good a translation probably is: its chrF projected from what the translation tells about itself.

A ridge regression on the measures of ``features``, each less its mean and over its deviation on the run's own
validation pairs, clipped to 0 to 100. A measure may act in its own sense alone (doubt never raises the projection):
otherwise a few odd sentences would have an unknown word speak for a translation. Error, order and bounds are those of
sentences that it was not fitted on: in five rounds each fifth of the validation pairs is projected by the other four.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, Translation, no_progress
from workbench.engine.evaluation.metrics import Measured, chrf_metric
from workbench.engine.evaluation.ranks import kendall
from workbench.engine.inspection.projection.features import NAMES, Features, features
from workbench.engine.inspection.projection.ranks import isotonic

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

#: Sentence chrF from which a translation is good, and below which it is poor.
GOOD, POOR = 70.0, 50.0
#: Share of good validation sentences that makes a projection "usable", and of poor ones that makes it "redo".
SURE, LIKELY = 0.9, 0.5
#: Weight of the ridge, in sentences.
RIDGE = 1.0
#: Validation pairs looked at, evenly spread, and fewest that tell anything.
MOST, FEWEST = 1000, 20
_FOLDS = 5
#: Which measures speak for a translation; all others speak against it.
_SENSES = {name: 1.0 if name in ("mean_logprob", "min_logprob") else -1.0 for name in NAMES}
_ROUNDS = 10_000


@dataclass(frozen=True)
class Line:
    """A fitted regression.

    Attributes:
        names: The measures.
        usual: Mean length ratio, from which a sentence's is how far it is.
        means: Of each measure.
        scales: Deviation of each.
        weights: Points of chrF a deviation.
        base: chrF at the means.
    """

    names: tuple[str, ...]
    usual: float
    means: tuple[float, ...]
    scales: tuple[float, ...]
    weights: tuple[float, ...]
    base: float

    @classmethod
    def fit(cls, measured: Sequence[Mapping[str, float]], scores: Sequence[float], ridge: float = RIDGE) -> Line:
        """Fit the measures that every sentence has."""
        names = tuple(name for name in NAMES if all(name in values for values in measured))
        usual = float(np.mean([values["length_ratio"] for values in measured])) if "length_ratio" in names else 0.0
        rows = np.array([_row(values, names, usual) for values in measured], dtype=np.float64)
        target = np.asarray(scores, dtype=np.float64)
        means, scales = rows.mean(0), rows.std(0)
        scales[scales < 1e-12] = 1.0
        standard, base = (rows - means) / scales, float(target.mean())
        weights = _signed_ridge(standard, target - base, np.array([_SENSES[name] for name in names]), ridge)
        return cls(names, usual, tuple(means.tolist()), tuple(scales.tolist()), tuple(weights.tolist()), base)

    def project(self, values: Mapping[str, float]) -> float:
        """chrF, 0 to 100, of a sentence with these measures; one that it lacks is taken as usual."""
        return min(100.0, max(0.0, self.base + sum(self.parts(values).values())))

    def parts(self, values: Mapping[str, float]) -> dict[str, float]:
        """Points of chrF that each measure adds to the mean or takes from it."""
        found = {}
        for name, mean, scale, weight in zip(self.names, self.means, self.scales, self.weights, strict=True):
            if name in values:
                found[name] = weight * (_row(values, (name,), self.usual)[0] - mean) / scale + 0.0  # no -0.0
        return found


def _signed_ridge(rows: NDArray, target: NDArray, senses: NDArray, ridge: float) -> NDArray[np.float64]:
    """Least squares with a ridge whose weights have the given signs, by descent along one weight after the other."""
    system, wanted = rows.T @ rows + ridge * np.eye(rows.shape[1]), rows.T @ target
    weights = np.zeros(rows.shape[1])
    for _ in range(_ROUNDS):
        before = weights.copy()
        for place in np.flatnonzero(np.diag(system) > 0):
            best = weights[place] + (wanted[place] - system[place] @ weights) / system[place, place]
            weights[place] = senses[place] * max(0.0, senses[place] * best) + 0.0  # no -0.0
        if np.abs(weights - before).max(initial=0.0) < 1e-9:
            break
    return weights


def _row(values: Mapping[str, float], names: Sequence[str], usual: float) -> list[float]:
    """Too long is as bad as too short, so the length ratio counts by its distance from the usual one."""
    return [abs(values[name] - usual) if name == "length_ratio" else values[name] for name in names]


@dataclass(frozen=True)
class Projection:
    """What is said of one translation.

    Attributes:
        chrf: Projected chrF.
        error: Mean error of such projections on the validation pairs (root of the mean square).
        verdict: "usable", "check" or "redo".
        parts: Points that each measure adds to the mean or takes from it.
        features: The measures.
    """

    chrf: float
    error: float
    verdict: str
    parts: Mapping[str, float]
    features: Features


@dataclass(frozen=True)
class Calibration:
    """What was learnt from a run's validation pairs.

    Attributes:
        line: The regression.
        error: Root of the mean square of its error.
        usable: Least projected chrF that is "likely usable"; ``None`` where nothing is.
        redo: Most projected chrF that is "redo".
        tau: Kendall's tau-b between projected and true chrF; ``None`` where all sentences score the same.
        points: Projected and true chrF of each validation pair.
        step: Of the weights.
        beam: Of the search.
    """

    line: Line
    error: float
    usable: float | None
    redo: float
    tau: float | None
    points: tuple[tuple[float, float], ...] = field(repr=False)
    step: int = 0
    beam: int = 0

    @classmethod
    def fit(
        cls, measured: Sequence[Mapping[str, float]], scores: Sequence[float], *, step: int = 0, beam: int = 0
    ) -> Calibration:
        """Learn from sentences with known chrF.

        Raises:
            InputError: There are too few.
        """
        if len(measured) < FEWEST:
            raise InputError(
                Message("{pairs} sentence pairs are too few to learn confidence from", pairs=len(measured)),
                advice=Message("Give at least {fewest} with their translations.", fewest=FEWEST),
            )
        actual, projected = np.asarray(scores, dtype=np.float64), np.zeros(len(scores))
        for fold in range(_FOLDS):
            rest = [i for i in range(len(measured)) if i % _FOLDS != fold]
            line = Line.fit([measured[i] for i in rest], actual[rest].tolist())
            for place in range(fold, len(measured), _FOLDS):
                projected[place] = line.project(measured[place])
        usable, redo = bounds(projected, actual)
        return cls(
            Line.fit(measured, scores),
            float(np.sqrt(np.mean((projected - actual) ** 2))),
            usable,
            redo,
            tau_or_none(projected, actual),
            tuple(zip(projected.tolist(), actual.tolist(), strict=True)),
            step,
            beam,
        )

    def judge(self, translation: Translation, number: int = 0) -> Projection:
        """Project the chrF of a translation that was made with its details."""
        found = features(translation, number)
        chrf = self.line.project(found.values)
        return Projection(chrf, self.error, self.verdict(chrf), self.line.parts(found.values), found)

    def verdict(self, chrf: float) -> str:
        """What a projected chrF means."""
        if self.usable is not None and chrf >= self.usable:
            return "usable"
        return "redo" if chrf <= self.redo else "check"


def tau_or_none(one: Sequence[float] | NDArray, other: Sequence[float] | NDArray) -> float | None:
    """Kendall's tau-b; ``None`` where one of the two tells nothing apart."""
    tau = kendall(one, other)
    return None if math.isnan(tau) else tau


def bounds(projected: NDArray[np.float64], actual: NDArray[np.float64]) -> tuple[float | None, float]:
    """The least projection that is usable and the most that is to be redone.

    Shares of good and of poor sentences are made to rise and fall with the projection (``isotonic``). Usable is from
    where nine of ten are good, redone up to where half are poor; where that is nowhere, what counts as poor itself.
    """
    order = np.argsort(projected, kind="stable")
    values, scores = projected[order], actual[order]
    good = np.flatnonzero(isotonic(scores >= GOOD) >= SURE)
    poor = np.flatnonzero(1.0 - isotonic(scores >= POOR) >= LIKELY)
    usable = float(values[good[0]]) if len(good) else None
    redo = float(values[poor[-1]]) if len(poor) else min(POOR, usable if usable is not None else POOR)
    return usable, redo


@dataclass(frozen=True)
class Bin:
    """A row of the calibration table: sentences with like projections.

    Attributes:
        projected: Their mean projected chrF.
        actual: Their mean true chrF.
        count: How many.
    """

    projected: float
    actual: float
    count: int


def calibration_table(points: Sequence[tuple[float, float]], bins: int = 10) -> list[Bin]:
    """Projected beside true chrF, of as many sentences in each row as in the others, the worst first."""
    ordered = sorted(points)
    edges = [round(len(ordered) * i / bins) for i in range(bins + 1)]
    rows = [np.array(ordered[a:b]) for a, b in pairwise(edges) if b > a]
    return [Bin(float(row[:, 0].mean()), float(row[:, 1].mean()), len(row)) for row in rows]


def calibrate(
    translator: Translator,
    pairs: Sequence[Pair],
    *,
    check: Callable[[], None] | None = None,
    progress: Progress = no_progress,
) -> Calibration:
    """Translate validation pairs with the run's own search and learn from them.

    Raises:
        InputError: There are too few.
    """
    step = max(1, math.ceil(len(pairs) / MOST))
    chosen = [pair for pair in pairs[::step] if pair.target.strip()]
    search = translator.config.search.model_copy(update={"sampling": False, "nbest": 1})
    found = translator.translate([p.source for p in chosen], search, check=check, progress=progress)
    scores = sentence_scores(found, [p.target for p in chosen])
    measured = [features(t).values for t in found]
    return Calibration.fit(measured, scores, step=translator.step, beam=search.beam)


def sentence_scores(translations: Sequence[Translation], references: Sequence[str]) -> list[float]:
    """chrF of each translation, 0 to 100."""
    if not translations:
        return []
    return Measured(chrf_metric(), [t.text for t in translations], references).sentences()
