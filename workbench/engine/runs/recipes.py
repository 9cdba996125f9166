"""Which size learns most in the time there is. CONTRIBUTING.md has the measured runs that the numbers come from."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from workbench.engine.core.config import RunConfig
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.runs.machine_speed import TWICE, Speed
from workbench.engine.text.tokenizer_training import default_vocab_size

#: Reading each batch twice (R-Drop) pays from so many readings of 29,000 pairs on, both of a batch counted as one;
#: fewer pairs have to be read more often, by this power. Before that it costs up to 14 BLEU.
RDROP_EPOCHS, _RDROP_AT, _RDROP_POWER = 10.0, 29_000, 0.4
#: Target pieces, in thousands, that it takes at least: short sentences are read often without much being learnt.
RDROP_PIECES = 1500
#: Its weight, and the corpora that it was tried on: of more pairs, reading more comes first.
RDROP, RDROP_PAIRS = 3.0, 100_000
#: Share of the measured speed that a run reaches: sentences differ in length, and it is looked at now and then. Six
#: runs of five and ten minutes on two cores with AVX2 reached 0.54 to 1.07 of it.
REACHED = 0.7
#: Characters of a piece; small vocabularies have shorter ones, so estimates are on the safe side of long corpora.
_CHARACTERS = 4.0


@dataclass(frozen=True)
class Size:
    """One size of the ladder.

    Attributes:
        pieces: Target pieces, in thousands, that it has to read before it is ahead of the next smaller one, which reads
            more of them in the same time.
        by_heart: Readings of a corpus, each batch once, from which on it begins to learn the pairs by heart.
    """

    embedding: int
    hidden: int
    pieces: int
    by_heart: float

    @property
    def values(self) -> dict[str, Any]:
        """As fields of the model's section."""
        return {"embedding": self.embedding, "hidden": self.hidden}


#: From the smallest on.
LADDER = (Size(128, 192, 0, 18.0), Size(192, 256, 800, 18.0), Size(256, 512, 1200, 8.0))


@dataclass(frozen=True)
class Fit:
    """What a configuration reads in the time it has.

    Attributes:
        speed: Target pieces a second that a run reaches, each batch read once or twice as the configuration says.
        epochs: Readings of the corpus; 0 when it has no limit in minutes.
    """

    speed: float
    epochs: float


def corpus_pieces(stats: CorpusStats) -> float:
    """Target pieces of the training pairs, about."""
    return max(1, stats.pairs) * max(8.0, (stats.mean_target_chars or 60.0) / _CHARACTERS)


def vocabulary(config: RunConfig, stats: CorpusStats) -> int:
    """Pieces of the vocabulary that the configuration would get."""
    wanted = config.tokenizer
    words = stats.distinct_words or 30_000
    return wanted.vocab_size or default_vocab_size(
        stats.pairs, words, wanted.kind, wanted.shared, config.model.piece_size
    )


def fit(config: RunConfig, stats: CorpusStats, speed: Speed) -> Fit:
    """What the configuration reads in its ``max_minutes``."""
    found = REACHED * speed(config, vocabulary(config, stats)) / (TWICE if config.training.rdrop else 1.0)
    return Fit(found, found * config.training.max_minutes * 60 / corpus_pieces(stats))


def minutes_for(config: RunConfig, stats: CorpusStats, speed: Speed, epochs: float) -> float:
    """Minutes of so many readings of the corpus."""
    return epochs * corpus_pieces(stats) / fit(config, stats, speed).speed / 60


def planned_epochs(config: RunConfig, stats: CorpusStats, speed: Speed) -> float:
    """Readings of the corpus until the first of the run's limits; infinity where patience alone ends it."""
    training, pieces = config.training, corpus_pieces(stats)
    found = [math.inf]
    if training.max_minutes:
        found.append(fit(config, stats, speed).epochs)
    if training.max_epochs:
        found.append(training.max_epochs)
    if training.max_steps:
        batch = training.batch_tokens
        if training.batch_sentences:
            batch = round(training.batch_sentences * pieces / max(1, stats.pairs))
        found.append(training.max_steps * batch * training.accumulation / pieces)
    return min(found)


def with_size(config: RunConfig, size: Size) -> RunConfig:
    """The configuration with a model of another size, as far as a person has left it open."""
    changed = config.model_copy(deep=True)
    for field, value in size.values.items():
        if field in type(changed.model).model_fields and field not in config.model.model_fields_set:
            setattr(changed.model, field, value)
    return changed


def best_size(config: RunConfig, stats: CorpusStats, speed: Speed, largest: Size) -> Size:
    """The largest size, up to ``largest``, that reads enough within the configuration's limits."""
    once = config.model_copy(deep=True)
    once.training.rdrop = 0.0
    chosen = LADDER[0]
    for size in LADDER[1 : LADDER.index(largest) + 1]:
        if planned_epochs(with_size(once, size), stats, speed) * corpus_pieces(stats) < 1000 * size.pieces:
            break  # larger ones read less and need more; they are not measured
        chosen = size
    return chosen


def rdrop_epochs(pairs: int) -> float:
    """Readings of so many pairs from which on reading each batch twice pays."""
    return RDROP_EPOCHS * (_RDROP_AT / max(1, pairs)) ** _RDROP_POWER


def reads_twice(config: RunConfig, stats: CorpusStats, speed: Speed) -> bool:
    """Whether R-Drop pays within the configuration's limits."""
    twice = config.model_copy(deep=True)
    twice.training.rdrop = twice.training.rdrop or RDROP
    if stats.pairs >= RDROP_PAIRS:
        return False
    return planned_epochs(twice, stats, speed) >= max(
        rdrop_epochs(stats.pairs), 1000 * RDROP_PIECES / corpus_pieces(stats)
    )
