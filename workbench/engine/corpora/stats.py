"""What is known about a corpus once it has been read: enough to size a model for it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from typing import Any

from workbench.engine.text.scripts import majority_script

#: Distinct words are counted up to here; above, it is "at least so many".
_MOST_WORDS = 1_000_000
_SCRIPT_SAMPLE = 2000


@dataclass(frozen=True)
class CorpusStats:
    """Numbers from which sizes are derived.

    Attributes:
        pairs: Training pairs.
        mean_source_chars: Characters of a source sentence.
        source_words, target_words: Whitespace words of all sentences, held-out ones included.
        distinct_source_words, distinct_target_words: Different words (as written) of each side.
        distinct_words: Different words of both sides together.
        same_script: Whether both sides are written in the same script, so that pieces can be shared.
    """

    pairs: int
    valid_pairs: int = 0
    test_pairs: int = 0
    mean_source_chars: float = 0.0
    mean_target_chars: float = 0.0
    source_words: int = 0
    target_words: int = 0
    distinct_source_words: int = 0
    distinct_target_words: int = 0
    distinct_words: int = 0
    same_script: bool = True

    def to_json(self) -> dict[str, Any]:
        """For ``corpus.json``."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> CorpusStats:
        """What ``to_json`` gave; fields of newer versions are ignored."""
        known = {f.name for f in fields(cls)}
        return cls(**{"pairs": 0, **{k: v for k, v in values.items() if k in known}})


class StatsCounter:
    """Counts while pairs stream by."""

    def __init__(self) -> None:
        self._pairs = 0
        self._chars = [0, 0]
        self._words = [0, 0]
        self._distinct: tuple[set[str], set[str]] = (set(), set())
        self._sample: tuple[list[str], list[str]] = ([], [])

    def add(self, source: str, target: str) -> None:
        """Count one pair."""
        self._pairs += 1
        for side, text in enumerate((source, target)):
            words = text.split()
            self._chars[side] += len(text)
            self._words[side] += len(words)
            if len(self._distinct[side]) < _MOST_WORDS:
                self._distinct[side].update(words)
            if len(self._sample[side]) < _SCRIPT_SAMPLE:
                self._sample[side].append(text)

    def result(self, *, train: int, valid: int, test: int) -> CorpusStats:
        """The statistics, with the sizes of the parts."""
        one, other = self._distinct
        scripts = [majority_script(sample) for sample in self._sample]
        return CorpusStats(
            pairs=train,
            valid_pairs=valid,
            test_pairs=test,
            mean_source_chars=round(self._chars[0] / max(self._pairs, 1), 2),
            mean_target_chars=round(self._chars[1] / max(self._pairs, 1), 2),
            source_words=self._words[0],
            target_words=self._words[1],
            distinct_source_words=len(one),
            distinct_target_words=len(other),
            distinct_words=len(one) + sum(word not in one for word in other),
            same_script=scripts[0] == scripts[1],
        )
