"""Held-out sentences that no training pair has seen, by construction.

Two pairs that share a sentence, on whichever side, belong to one group; groups are never cut. In a many-to-many
corpus (one sentence, several translations, each of which translates others) groups are connected components.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Pair, Progress
from workbench.engine.text.folding import is_blank
from workbench.engine.text.same_sentence import normalise, text_hash

TRAIN, VALID, TEST = 0, 1, 2
#: A group may fill at most this share of a held-out set, so that no single sentence's variants dominate a score.
_LARGEST_SHARE = 0.05
_EXAMPLES = 5
_REPORT_EVERY = 2000


def sentence_hash(text: str) -> int:
    """The hash under which splits and leak checks know a sentence."""
    return text_hash(normalise(text))


def sentence_hashes(
    pairs: Iterable[Pair], progress: Progress, doing: Message
) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Hashes of all sources and of all targets, ``[pairs]`` each; ``doing`` is what ``progress`` is told."""
    source, target = array("Q"), array("Q")
    for done, pair in enumerate(pairs, start=1):
        source.append(sentence_hash(pair.source))
        target.append(sentence_hash(pair.target))
        if done % _REPORT_EVERY == 0:
            progress(done, 0, doing)
    return np.frombuffer(source, np.uint64), np.frombuffer(target, np.uint64)


@dataclass(frozen=True)
class SplitResult:
    """Which pair goes where.

    Attributes:
        assignment: ``TRAIN``, ``VALID`` or ``TEST`` for each pair, ``[pairs]`` uint8.
        oversized_groups: Groups too large for any held-out set; they went to training.
    """

    assignment: NDArray[np.uint8]
    groups: int
    largest_group: int
    oversized_groups: int
    oversized_pairs: int
    valid_wanted: int
    test_wanted: int

    def count(self, part: int) -> int:
        """Pairs of one part."""
        return int(np.count_nonzero(self.assignment == part))


def derived_sizes(pairs: int) -> tuple[int, int]:
    """Validation and test pairs held out by default.

    5 % each and at most 1,000, which gives BLEU an interval of about two points; small corpora give a tenth to
    validation, at most 10 pairs, and below 50 pairs nothing to a test.
    """
    if pairs < 2:
        return 0, 0
    size = max(min(1000, pairs // 20), min(pairs // 10, 10), 1)
    return size, size if pairs >= 50 else 0


def groups_of(source: NDArray[np.uint64], target: NDArray[np.uint64]) -> NDArray[np.int64]:
    """Group number of each pair: pairs that share a sentence, source or target, share the group.

    A sentence counts as the same on either side, since names and interjections are often their own translation.

    The arguments are sentence hashes, ``[pairs]``.

    Returns:
        Numbers from 0 without gaps, ``[pairs]``.
    """
    if not len(source):
        return np.zeros(0, np.int64)
    unique, nodes = np.unique(np.concatenate([source, target]), return_inverse=True)
    one, other = nodes[: len(source)], nodes[len(source) :]
    parent = np.arange(len(unique), dtype=np.int64)
    while True:
        # Hook every root to the smallest root it meets over an edge, then let everybody point at their root.
        roots_one, roots_other = parent[one], parent[other]
        open_edges = roots_one != roots_other
        if not open_edges.any():
            break
        one, other = one[open_edges], other[open_edges]
        low = np.minimum(roots_one[open_edges], roots_other[open_edges])
        high = np.maximum(roots_one[open_edges], roots_other[open_edges])
        np.minimum.at(parent, high, low)
        while True:
            jumped = parent[parent]
            if np.array_equal(jumped, parent):
                break
            parent = jumped
    return np.unique(parent[nodes[: len(source)]], return_inverse=True)[1].astype(np.int64)


def split(
    source: NDArray[np.uint64], target: NDArray[np.uint64], valid_size: int, test_size: int, seed: int
) -> SplitResult:
    """Hold out whole groups at random until the sets are full.

    The arguments are sentence hashes, ``[pairs]``, and wanted sizes; the same seed holds out the same sentences.
    """
    groups = groups_of(source, target)
    sizes = np.bincount(groups) if len(groups) else np.zeros(0, np.int64)
    part_of_group = np.zeros(len(sizes), np.uint8)
    order = np.random.default_rng(seed).permutation(len(sizes))
    wanted = {TEST: test_size, VALID: valid_size}
    limit = {part: max(2, int(size * _LARGEST_SHARE)) for part, size in wanted.items() if size > 0}
    room = dict(wanted)
    for group in order:
        if not any(room.values()):
            break
        size = int(sizes[group])
        for part in limit:
            if size <= min(room[part], limit[part]):
                part_of_group[group] = part
                room[part] -= size
                break
    oversized = sizes > max(limit.values()) if limit else np.zeros(len(sizes), bool)
    return SplitResult(
        assignment=part_of_group[groups] if len(groups) else np.zeros(0, np.uint8),
        groups=len(sizes),
        largest_group=int(sizes.max()) if len(sizes) else 0,
        oversized_groups=int(oversized.sum()),
        oversized_pairs=int(sizes[oversized].sum()) if len(sizes) else 0,
        valid_wanted=valid_size,
        test_wanted=test_size,
    )


@dataclass
class LeakReport:
    """Sentences of a held-out set that training has seen.

    Attributes:
        pairs: Held-out pairs.
        source: Of these, pairs whose source sentence is in training.
        target: Pairs whose target sentence is.
        either: Pairs of which at least one side is.
        examples: Up to five of them, source and target.
    """

    pairs: int = 0
    source: int = 0
    target: int = 0
    either: int = 0
    examples: list[list[str]] = field(default_factory=list)

    def counts(self) -> dict[str, int]:
        """The numbers, for JSON."""
        return {"pairs": self.pairs, "source": self.source, "target": self.target, "either": self.either}

    @classmethod
    def from_counts(cls, found: object) -> LeakReport | None:
        """What ``counts`` made, read back from a file; ``None`` where it is something else."""
        if not isinstance(found, dict):
            return None
        pairs, source, target, either = (found.get(name) for name in ("pairs", "source", "target", "either"))
        if not all(type(value) is int for value in (pairs, source, target, either)):
            return None
        return cls(pairs, source, target, either)  # type: ignore[arg-type]

    def in_words(self, name: str) -> str:
        """What to tell a person about the set called ``name``."""
        return Message(
            "{count:,} of {pairs:,} {part} pairs share a sentence with the training pairs "
            "({by_source:,} by source, {by_target:,} by target): their scores flatter the model.",
            count=self.either,
            pairs=self.pairs,
            part=name,
            by_source=self.source,
            by_target=self.target,
        )


def find_leaks(
    train_source: NDArray[np.uint64], train_target: NDArray[np.uint64], held_out: Iterable[Pair]
) -> LeakReport:
    """Look for the sentences of a held-out set in the training pairs; nothing is altered.

    The training pairs are given by their sentence hashes, ``[pairs]``.
    """
    pairs = list(held_out)
    report = LeakReport(pairs=len(pairs))
    if not pairs:
        return report
    # Empty lines are everywhere and tell nothing.
    hit_source = _seen([p.source for p in pairs], train_source)
    hit_target = _seen([p.target for p in pairs], train_target)
    either = hit_source | hit_target
    report.source, report.target, report.either = int(hit_source.sum()), int(hit_target.sum()), int(either.sum())
    for index in np.flatnonzero(either)[:_EXAMPLES]:
        report.examples.append([pairs[index].source[:200], pairs[index].target[:200]])
    return report


def _seen(texts: list[str], train: NDArray[np.uint64]) -> NDArray[np.bool_]:
    hashes = np.array([sentence_hash(t) for t in texts], np.uint64)
    filled = np.array([not is_blank(t) for t in texts], bool)
    return np.isin(hashes, train) & filled
