"""Looking on while a beam search decodes one sentence: what it is offered, what it considers, and what it takes."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING

from torch import Tensor

if TYPE_CHECKING:
    from workbench.engine.search.trace import Finished

#: Why a sentence is done: as many are finished as the beam is wide; what is left cannot beat the finished ones; none
#: may become longer.
FULL, BEATEN, OUT_OF_LENGTH = "full", "beaten", "length"


@dataclass(frozen=True)
class Selection:
    """What one step considered, and what it took of it.

    Attributes:
        scores: Summed log-probabilities of the best continuations of each hypothesis ``[hypotheses, k]``; minus
            infinity where there are fewer.
        pieces: Their last pieces.
        going: Those that go on, best first, as places in the flattened two dimensions: the hypotheses of the next step.
        cut: Those that the beam had room for and that were dropped all the same, likewise: the sentence is done, or
            they could not win any more, or are too far behind.
        ending: Those that are finished, likewise.
        ended: Their length-normalised scores.
    """

    scores: Tensor
    pieces: Tensor
    going: Tensor
    cut: Tensor
    ending: Tensor
    ended: Tensor


class SearchObserver(ABC):
    """Is told how a search goes, in this order at each step; what it is given is changed afterwards."""

    @abstractmethod
    def offered(self, logprobs: Tensor) -> None:
        """What the model says ``[hypotheses, vocab]``, before anything is forbidden."""

    @abstractmethod
    def restricted(self, constraint: str, logprobs: Tensor) -> None:
        """The same after a constraint, by its name, has set to minus infinity what it forbids."""

    @abstractmethod
    def selected(self, selection: Selection) -> None:
        """The step is taken."""

    @abstractmethod
    def ended(self, finished: Finished, reason: str) -> None:
        """The sentence is done.

        Args:
            finished: The finished hypotheses, best first.
            reason: ``FULL``, ``BEATEN`` or ``OUT_OF_LENGTH``.
        """
