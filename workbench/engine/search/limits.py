"""The constraints of one batch: what they are made from, and how a search walks them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import torch
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.search.batches import most_pieces
from workbench.engine.search.constraints.base import Constraint
from workbench.engine.search.constraints.lengths import Lengths
from workbench.engine.search.constraints.ngrams import NoRepeatedNgrams
from workbench.engine.search.constraints.prefix import ForcedPrefixes
from workbench.engine.search.constraints.utf8 import RoomForCharacters, Utf8, WholeCharacters
from workbench.engine.search.decoding import Sentence


class Limits:
    """The constraints of one batch, applied in order; lengths have the last word.

    Args:
        constraints: All but the lengths.
        lengths: How long translations may become, which a search has to know itself.
    """

    def __init__(self, constraints: Sequence[Constraint], lengths: Lengths) -> None:
        self.lengths = lengths
        self.constraints = [*constraints, lengths]
        self._hiding = [c for c in self.constraints if c.hides]
        self._others = [c for c in self.constraints if not c.hides]
        #: Told the name of each constraint and the scores that it has left, where somebody looks on.
        self.watch: Callable[[str, Tensor], None] | None = None

    def hide(self, step: int, scores: Tensor) -> None:
        """Mask in place what is not even shown: log-probabilities ``[rows, vocab]``."""
        for constraint in self._hiding:
            self._apply(constraint, step, scores)

    def restrict(self, step: int, scores: Tensor) -> bool:
        """Mask in place whatever else is not allowed; returns whether there was a mask."""
        masked = [self._apply(constraint, step, scores) for constraint in self._others]
        return any(masked)

    def _apply(self, constraint: Constraint, step: int, scores: Tensor) -> bool:
        masked = constraint.restrict(step, scores)
        if self.watch is not None:
            self.watch(constraint.name, scores)
        return masked

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:
        """See ``Constraint.follow``."""
        for constraint in self.constraints:
            constraint.follow(rows, tokens)


#: Makes the constraints of a batch: ``make_limits``, its further arguments filled in.
MakeLimits = Callable[[Sequence[Sentence], SearchConfig, torch.device], Limits]


def make_limits(
    sentences: Sequence[Sentence],
    search: SearchConfig,
    device: torch.device,
    *,
    utf8: Utf8 | None = None,
) -> Limits:
    """The constraints of a batch: what the settings, the sentences and the vocabulary ask for.

    Pieces that are never produced (padding, unknown, begin-of-sentence) are masked by the search itself.

    Args:
        sentences: The batch; a sentence stands there once for each row that the search begins with.
        search: Lengths and n-grams.
        device: Where the scores will be.
        utf8: Keeps byte pieces to whole characters, where the target vocabulary has any.
    """
    lengths = _lengths(sentences, search, device)
    found: list[Constraint] = []
    characters = None
    if utf8 is not None:
        characters = WholeCharacters(utf8, len(sentences))
        found += [characters, RoomForCharacters(utf8, lengths)]
    if search.no_repeat_ngram:
        found.append(NoRepeatedNgrams(search.no_repeat_ngram, len(sentences), device, characters))
    if any(s.prefix for s in sentences):
        found.append(ForcedPrefixes([s.prefix for s in sentences]))
    return Limits(found, lengths)


def _lengths(sentences: Sequence[Sentence], search: SearchConfig, device: torch.device) -> Lengths:
    """Fewest and most pieces of each sentence, by the pieces of its source and its prefix."""
    shortest, longest = [], []
    for sentence in sentences:
        pieces = len(sentence.ids) - 1  # without end-of-sentence
        prefix = sentence.prefix.longest if sentence.prefix else 0
        longest.append(max(most_pieces(pieces, search), prefix + search.max_extra))
        shortest.append(min(int(np.ceil(pieces * search.min_ratio)), longest[-1]))
    return Lengths(shortest, longest, device)
