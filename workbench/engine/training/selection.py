"""Which of two validations is the better one: the comparison behind best checkpoint, patience and plateau."""

from __future__ import annotations

import math
from dataclasses import dataclass

#: Score of the run that decides -> the scores asked one after the other until one differs.
_ORDER = {"bleu": ("bleu", "chrf", "loss"), "chrf": ("chrf", "loss"), "loss": ("loss",)}
#: Where a score of 0 to 100 can move in one direction only; at both validations it says nothing.
_ENDS = (0.0, 100.0)
#: BLEU below this comes from smoothing, not from n-grams that were met: it counts as none.
_LEAST_BLEU = 1.0
#: Share by which a loss must be lower to break a tie: a model that no longer learns must run out of patience.
_LEAST_GAIN = 1e-4


@dataclass(frozen=True)
class Standing:
    """What a validation is compared by; ``None`` for what is not known (a checkpoint of an earlier version).

    Attributes:
        bleu: Corpus BLEU, 0 to 100.
        chrf: Corpus chrF, 0 to 100.
        loss: Cross-entropy per target piece, lower is better.
    """

    bleu: float | None = None
    chrf: float | None = None
    loss: float | None = None

    def of(self, name: str) -> float | None:
        """A score by its name, higher is better; BLEU and chrF as they are shown, with two decimals."""
        value: float | None = getattr(self, name)
        if value is None:
            return None
        if name == "loss":
            return -math.inf if math.isnan(value) else -value
        return 0.0 if name == "bleu" and value < _LEAST_BLEU else round(value, 2)


@dataclass(frozen=True)
class Decision:
    """The outcome of a comparison.

    Attributes:
        better: Whether the new validation is the best so far.
        by: The score that decided: "bleu", "chrf", "loss", or "" for the first validation and for equal ones.
    """

    better: bool
    by: str = ""


def decide(metric: str, new: Standing, best: Standing | None) -> Decision:
    """Compare a validation with the best before it.

    The run's metric decides; equal values are told apart by chrF, then by the loss. BLEU below one point counts as
    none. A metric that is at the same end at both (0.00 for a model that has learnt little, 100.00 for one that has
    learnt all) cannot show a gain, so a lower loss is one then, even where chrF fell.

    Args:
        metric: "bleu", "chrf" or "loss".
        best: The best one so far, ``None`` when there is none.
    """
    if best is None:
        return Decision(True)
    better, by = False, ""
    for name in _ORDER[metric]:
        one, other = new.of(name), best.of(name)
        if one is None or other is None or (name == "loss" != metric and _close(one, other)):
            continue
        if one != other:
            better, by = one > other, name
            break
    stuck = metric != "loss" and new.of(metric) == best.of(metric) and new.of(metric) in _ENDS
    if stuck and not better and _lower_loss(new, best):
        return Decision(True, "loss")
    return Decision(better, by)


def _lower_loss(new: Standing, best: Standing) -> bool:
    one, other = new.of("loss"), best.of("loss")
    return one is not None and other is not None and one > other and not _close(one, other)


def _close(one: float, other: float) -> bool:
    return math.isclose(one, other, rel_tol=_LEAST_GAIN)
