"""Translations that have been made in this window, as many as a bounded memory holds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Collection, Hashable

from workbench.engine.core.types import Hypothesis, Translation

#: What the translations of texts that are no longer in sight may take, in bytes.
KEPT_BYTES = 16_000_000
#: What Python takes for a piece and for one alternative to it: the object, its text and its number.
_PIECE_BYTES, _ALTERNATIVE_BYTES = 300, 150


class KnownTranslations:
    """Translations by what was asked for; the longest unused go first, and those of the text in sight never."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Hashable, Translation] = OrderedDict()
        self._bytes = 0

    def __contains__(self, key: Hashable) -> bool:
        return key in self._kept

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, key: Hashable, translation: Translation) -> None:
        """Keep one, in place of another for the same key."""
        self._remove(key)
        self._kept[key] = translation
        self._bytes += size_of(translation)

    def get(self, key: Hashable) -> Translation | None:
        """One that is known, ``None`` else."""
        if key not in self._kept:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    @property
    def is_full(self) -> bool:
        """Whether `shrink` may have something to do."""
        return self._bytes > KEPT_BYTES

    def shrink(self, in_sight: Collection[Hashable]) -> None:
        """Drop what has not been used for longest until the rest fits; what is in sight stays, and is not counted."""
        aside = [key for key in self._kept if key not in in_sight]
        over = sum(size_of(self._kept[key]) for key in aside) - KEPT_BYTES
        for key in aside:
            if over <= 0:
                return
            over -= size_of(self._kept[key])
            self._remove(key)

    def _remove(self, key: Hashable) -> None:
        old = self._kept.pop(key, None)
        if old is not None:
            self._bytes -= size_of(old)


def size_of(translation: Translation) -> int:
    """About how many bytes of memory a translation takes."""
    return _PIECE_BYTES * len(translation.source_pieces) + sum(map(_size_of_one, translation.nbest))


def _size_of_one(hypothesis: Hypothesis) -> int:
    matrices = (hypothesis.attention, hypothesis.layers, *hypothesis.blocks)
    pieces = sum(_PIECE_BYTES + _ALTERNATIVE_BYTES * len(piece.alternatives) for piece in hypothesis.pieces)
    return pieces + sum(matrix.nbytes for matrix in matrices if matrix is not None)
