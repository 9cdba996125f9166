"""Two runs that were tested on the same sentences, side by side. No torch."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.engine.core.errors import InputError
from workbench.engine.core.files import name_hash
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress, no_progress
from workbench.engine.evaluation.significance import Comparison, compare
from workbench.engine.evaluation.test_sets import load_sentences
from workbench.engine.evaluation.training_overlap import overlap_warnings
from workbench.engine.runs.folder import RunFolder


@dataclass(frozen=True)
class CommonTest:
    """A test set that both runs were tested on: the same sources and references in the same order.

    Attributes:
        first: Key of the first run's result.
        second: Key of the second run's result; they differ where the same pairs were tested under two names.
        title: What the first run's result says it is; "" for held-out pairs.
        sentences: How many there are.
    """

    first: str
    second: str
    title: str
    sentences: int


@dataclass(frozen=True)
class ComparedSentence:
    """One sentence, two translations.

    Attributes:
        number: 1-based place in the test set.
        first_chrf: Sentence chrF of the first translation, 0 to 100.
    """

    number: int
    source: str
    reference: str
    first: str
    second: str
    first_chrf: float
    second_chrf: float

    @property
    def difference(self) -> float:
        """By how much the second translation scores higher."""
        return self.second_chrf - self.first_chrf


@dataclass(frozen=True)
class RunComparison:
    """Two runs on one test set.

    Attributes:
        comparisons: BLEU and chrF of the whole set with the paired test.
        sentences: In the order of the test set.
        warnings: Why the scores are no fair comparison.
    """

    test: CommonTest
    lowercase: bool
    comparisons: tuple[Comparison, ...]
    sentences: tuple[ComparedSentence, ...]
    warnings: tuple[str, ...] = ()


def text_hash(sentences: Sequence[Mapping[str, Any]]) -> str:
    """The same for the same sources and references in the same order, whatever was made of them."""
    return name_hash(json.dumps([[str(s.get(side, "")) for side in ("source", "reference")] for s in sentences]), 64)


def common_tests(first: RunFolder, second: RunFolder) -> list[CommonTest]:
    """The test sets that both runs were tested on, the one that the first run was tested on last foremost."""
    theirs = {text: key for key, (text, _) in _tested(second).items()}
    titles = {key: str(scores.get("title") or "") for key, scores in first.scores().items()}
    found = _tested(first).items()
    return [CommonTest(key, theirs[text], titles[key], count) for key, (text, count) in found if text in theirs][::-1]


def _tested(run: RunFolder) -> dict[str, tuple[str, int]]:
    """Hash and number of the sentences of each result that kept them, the newest last."""
    kept = {key: load_sentences(run, key) for key in run.scores()}
    return {key: (text_hash(sentences), len(sentences)) for key, sentences in kept.items() if sentences}


def compare_runs(
    first: RunFolder,
    second: RunFolder,
    test: CommonTest | None = None,
    *,
    check: Callable[[], None] | None = None,
    progress: Progress = no_progress,
) -> RunComparison:
    """Compare two runs sentence by sentence, and as a whole by sacreBLEU's paired bootstrap.

    Sentences are scored against their first reference. Case is ignored where both tests ignored it.

    Args:
        test: One of ``common_tests``; the newest by default.
        check: Called now and then; raises ``Cancelled`` to stop.

    Raises:
        InputError: They were not tested on the same sentences.
    """
    progress(0, 0, Message("reading the tested sentences"))
    test = next(iter(common_tests(first, second)), None) if test is None else test
    results = ([], []) if test is None else (load_sentences(first, test.first), load_sentences(second, test.second))
    if test is None or not results[0] or text_hash(results[0]) != text_hash(results[1]):
        raise InputError(
            Message("these runs were not tested on the same sentences"),
            where=f"{first.name}, {second.name}",
            advice=Message("Test both on the same test set first; the sentences of a test must have been kept."),
        )
    lowercase = all(
        run.scores().get(key, {}).get("lowercase") for run, key in ((first, test.first), (second, test.second))
    )
    references = [str(row.get("reference", "")) for row in results[0]]
    left, right = ([str(row.get("translation", "")) for row in rows] for rows in results)
    target = first.config().data.target_lang
    found = compare(left, right, references, lowercase=lowercase, target_lang=target, check=check, progress=progress)
    sources = [str(row.get("source", "")) for row in results[0]]
    rows = enumerate(zip(sources, references, left, right, found.chrf, strict=True), start=1)
    sentences = tuple(ComparedSentence(n, s, r, one, other, *chrf) for n, (s, r, one, other, chrf) in rows)
    pairs = [Pair(source, reference) for source, reference in zip(sources, references, strict=True)]
    return RunComparison(test, lowercase, found.comparisons, sentences, overlap_warnings((first, second), pairs))
