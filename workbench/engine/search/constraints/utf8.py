"""Byte pieces that always add up to characters: no output ends, or goes on, in the middle of one.

A vocabulary with byte fallback can write any character as its UTF-8 bytes, and any other sequence of bytes as well.
Which byte may follow is table 3-7 of the Unicode standard ("Well-Formed UTF-8 Byte Sequences").
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from workbench.engine.search.constraints.base import Constraint
from workbench.engine.search.constraints.lengths import Lengths
from workbench.engine.text.special_ids import byte_value

#: Bytes that must still come in each state. 0: between characters; 1 to 3: so many; 4 to 7: after E0, ED, F0, F4.
_NEEDS = (0, 1, 2, 3, 2, 2, 3, 3)
#: Bytes of the longest character.
LONGEST = 4
#: Which continuation bytes each state takes, and the state they lead to.
_CONTINUATIONS = {
    1: (0x80, 0xBF, 0),
    2: (0x80, 0xBF, 1),
    3: (0x80, 0xBF, 2),
    4: (0xA0, 0xBF, 1),
    5: (0x80, 0x9F, 1),
    6: (0x90, 0xBF, 2),
    7: (0x80, 0x8F, 2),
}
#: First bytes; control characters are not among them: line feeds and the like are folded away before training.
_LEADS = (
    (0x20, 0x7E, 0),
    (0xC2, 0xDF, 1),
    (0xE0, 0xE0, 4),
    (0xE1, 0xEC, 2),
    (0xED, 0xED, 5),
    (0xEE, 0xEF, 2),
    (0xF0, 0xF0, 6),
    (0xF1, 0xF3, 3),
    (0xF4, 0xF4, 7),
)


class Utf8:
    """The table for one vocabulary.

    Args:
        vocabulary: Every piece by id; ``<0xE2>`` is a byte piece.
        device: Where the scores will be.
    """

    def __init__(self, vocabulary: Sequence[str], device: torch.device | str = "cpu") -> None:
        values = [byte_value(piece) for piece in vocabulary]
        next_state = torch.zeros(len(_NEEDS), len(values), dtype=torch.long)
        allowed = torch.zeros(len(_NEEDS), len(values), dtype=torch.bool)
        for piece, value in enumerate(values):
            if value < 0:
                allowed[0, piece] = True
                continue
            for low, high, state in _LEADS:
                if low <= value <= high:
                    allowed[0, piece], next_state[0, piece] = True, state
            for state, (low, high, then) in _CONTINUATIONS.items():
                if low <= value <= high:
                    allowed[state, piece], next_state[state, piece] = True, then
        self.any = any(value >= 0 for value in values)
        self._next, self._forbidden = next_state.to(device), (~allowed).to(device)
        self._never = torch.nonzero(~allowed[0]).flatten().to(device)  # between characters
        self._needs = torch.tensor(_NEEDS, device=device)[self._next[0]]  # further bytes after a first one
        self._leads = torch.nonzero(self._needs).flatten()

    def start(self, rows: int) -> Tensor:
        """States ``[rows]`` before the first piece."""
        return torch.zeros(rows, dtype=torch.long, device=self._next.device)

    def advance(self, states: Tensor, pieces: Tensor) -> Tensor:
        """States ``[rows]`` after ``pieces`` ``[rows]``."""
        return self._next[states, pieces]

    def mask(self, scores: Tensor, states: Tensor) -> None:
        """Forbid in place what makes no character: scores ``[rows, vocab]``, states ``[rows]``."""
        if scores.device.type != "cpu":  # the same without waiting to know which rows are inside a character
            scores.masked_fill_(self._forbidden[states], -torch.inf)
            return
        inside = torch.nonzero(states).flatten()
        if len(inside):
            kept = scores[inside].masked_fill(self._forbidden[states[inside]], -torch.inf)
            # A model that never met the byte still has to finish the character.
            scores.index_fill_(1, self._never, -torch.inf)
            scores[inside] = kept
        else:
            scores.index_fill_(1, self._never, -torch.inf)

    def mask_late(self, scores: Tensor, room: Tensor) -> None:
        """Forbid in place to begin a character that would not be finished within the length limit.

        Args:
            scores: ``[rows, vocab]``, of rows between characters or inside one.
            room: Pieces ``[rows]`` that may still come after this one.
        """
        late = torch.nonzero(room < max(_NEEDS)).flatten()
        if len(late) and len(self._leads):
            leads = scores[late[:, None], self._leads]
            beyond = self._needs[self._leads][None, :] > room[late, None]
            scores[late[:, None], self._leads] = leads.masked_fill(beyond, -torch.inf)


class WholeCharacters(Constraint):
    """After the bytes of a begun character only those come that finish it, and nowhere else."""

    name = "characters"
    hides = True

    def __init__(self, table: Utf8, rows: int) -> None:
        self._table = table
        self.states = table.start(rows)

    def restrict(self, step: int, scores: Tensor) -> bool:
        """See ``Constraint.restrict``."""
        self._table.mask(scores, self.states)
        return True

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:
        """See ``Constraint.follow``."""
        before = self.states if rows is None else self.states[rows]
        self.states = self._table.advance(before, tokens)


class RoomForCharacters(Constraint):
    """No character begins that the length limit would cut."""

    name = "characters"

    def __init__(self, table: Utf8, lengths: Lengths) -> None:
        self._table, self._lengths = table, lengths

    def restrict(self, step: int, scores: Tensor) -> bool:
        """See ``Constraint.restrict``."""
        if step < self._lengths.first_limit - LONGEST:
            return False
        room = self._lengths.room(step)
        self._table.mask_late(scores, room)
        return True
