"""Whether the runs that are compared on test pairs have trained on some of them. No torch."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair
from workbench.engine.dataset.prepared import training_leaks
from workbench.engine.runs.folder import RunFolder


def overlap_warnings(runs: Sequence[RunFolder], pairs: Sequence[Pair]) -> tuple[str, ...]:
    """What to tell of each run whose training pairs share a sentence with the test pairs.

    Nothing is told of a run that does not hold its training data, since nobody can know.
    """
    found = []
    for run in {run.path: run for run in runs}.values():
        report = training_leaks(run.path, pairs)
        if report is not None and report.either:
            found.append(Message("{run}: {leaks}", run=run.name, leaks=report.in_words("test")))
    return tuple(found)
