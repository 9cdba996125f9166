"""Beam search over a whole batch, vectorised over sentences and hypotheses.

Rows of one step are the hypotheses that are still of interest, those of a sentence one after the other, best first:
sentences have as many as they need, none when they are done. Nothing is copied along with a hypothesis but the
decoder's state: each step keeps its pieces and backpointers, and finished hypotheses are read off backwards at the end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.engine.core.config import SearchConfig
from workbench.engine.device.buffers import Shelf
from workbench.engine.models.base import Decodable, Memory, State, StepOutput
from workbench.engine.search.decoding import (
    Check,
    Decoded,
    Sentence,
    attention_of,
    begin_tokens,
    checked,
    length_norm,
    no_check,
    pad_sources,
)
from workbench.engine.search.limits import Limits, MakeLimits, make_limits
from workbench.engine.search.observing import BEATEN, FULL, OUT_OF_LENGTH, SearchObserver, Selection
from workbench.engine.search.topk import top_k
from workbench.engine.search.trace import Finished, Step, read_back
from workbench.engine.text.special_ids import BOS, EOS


@torch.inference_mode()
def beam_search(
    model: Decodable,
    sentences: Sequence[Sentence],
    search: SearchConfig,
    device: torch.device,
    *,
    check: Check = no_check,
    details: bool = False,
    limit: MakeLimits = make_limits,
    observer: SearchObserver | None = None,
) -> list[list[Decoded]]:
    """Decode a batch with beam search.

    A hypothesis that ends among the ``beam`` best candidates of its step is finished. One that could not beat the
    n-best finished ones even if every further piece were certain is dropped, and where a single translation is
    wanted, one that is more than ``prune`` behind the best of its sentence (Freitag & Al-Onaizan 2017). A sentence is
    done when ``beam`` hypotheses are finished, or none is left. Scores follow Wu et al. (2016), equation 14.

    Args:
        model: Whatever can be decoded.
        sentences: The batch, not empty.
        search: Beam, lengths and penalties.
        device: Where the model is.
        check: Called at every step.
        details: Whether attention and alternatives are kept.
        limit: Makes what the translations must obey.
        observer: Is told how the search goes, of a batch of one sentence.

    Returns:
        One list for each sentence, best first.

    Raises:
        RunFailed: The model's scores are no numbers.
    """
    src, lengths = pad_sources(sentences, device)
    limits = limit(sentences, search, device)
    hypotheses = _Beam(model, model.encode(src, lengths), limits, search, details, observer)
    for _ in range(limits.lengths.last_limit + 1):  # at the last one every hypothesis must end
        check()
        if not hypotheses.advance():
            break
    if observer is not None:
        observer.ended(hypotheses.finished, hypotheses.reason)
    return checked(read_back(hypotheses.steps, hypotheses.finished, [len(s.ids) for s in sentences], search.nbest))


@dataclass
class _Chosen:
    """Candidates that may go on, best first: ``[batch, n]`` each.

    Attributes:
        scores: Summed log-probabilities.
        pieces: Their last pieces.
        parents: Rows that they go on from.
        going: Whether they do; the first ones of each sentence.
    """

    scores: Tensor
    pieces: Tensor
    parents: Tensor
    going: Tensor


class _Beam:
    """The moving state of one batch.

    Attributes:
        steps: What each step produced, for reading back.
        finished: Finished hypotheses.
    """

    def __init__(
        self,
        model: Decodable,
        memory: Memory,
        limits: Limits,
        search: SearchConfig,
        details: bool,
        observer: SearchObserver | None = None,
    ) -> None:
        count, device = memory.mask.shape[0], memory.mask.device
        self.model, self.search, self.limits, self.details = model, search, limits, details
        self.base, self.memory = memory, memory  # of each sentence, of each row
        self.state: State = model.start(memory)
        self.size = max(search.beam, search.nbest)
        self.batch, self.width = count, 1  # hypotheses a sentence at most; ``size`` after the first step
        self.tokens = begin_tokens(count, device)
        self.totals = torch.zeros(count, device=device)  # [rows] summed log-probabilities
        self.sentences = torch.arange(count)  # [rows], on the CPU
        self.places = self.sentences.to(device, non_blocking=True)  # [rows] sentence * width + rank
        self.finished = Finished(count, self.size, device)
        self.steps: list[Step] = []
        self.shelf = Shelf()
        self.observer = observer
        if observer is not None:
            assert count == 1, "one sentence is looked at"
            limits.watch = observer.restricted
        norms = [length_norm(n, search.length_penalty) for n in range(limits.lengths.last_limit + 2)]
        self.norms = torch.tensor(norms, device=device)
        self.coverage: Tensor | None = None
        if search.coverage_penalty and model.has_attention:
            self.coverage = torch.zeros(memory.mask.shape, device=device)  # [rows, source]

    def advance(self) -> bool:
        """Make one step.

        Returns:
            Whether a sentence is still unfinished.
        """
        number = len(self.steps)
        out = self.model.step(self.tokens, self.state, self.memory)
        details = attention_of(out) if self.details else {}
        if self.coverage is not None and out.attention is not None:
            self.coverage = self.coverage + out.attention
        scores, pieces = self._candidates(out, details, number)
        chosen = self._select(scores, pieces, number)
        places = torch.nonzero(chosen.going.cpu().flatten()).flatten()  # a GPU is waited for here, and nowhere else
        there = places.to(scores.device, non_blocking=True)
        kept = (chosen.pieces, chosen.scores, chosen.parents)
        self.tokens, self.totals, parents = (values.flatten().index_select(0, there) for values in kept)
        keep = self.shelf.keep
        details = {name: keep(values) for name, values in details.items()}
        self.steps.append(Step(keep(self.tokens), keep(self.totals), keep(parents), details))
        if len(places):
            self.width, self.places = chosen.going.shape[1], there
            self._follow(out.state, parents, places // self.width)
        return len(places) > 0

    def _follow(self, state: State, parents: Tensor, sentences: Tensor) -> None:
        """Move state and bookkeeping to the rows that go on from ``parents``."""
        if not torch.equal(sentences, self.sentences):
            self.sentences, self.memory = sentences, self.base.reorder(sentences)
        self.state = self.model.reorder(state, parents)
        self.limits.follow(parents, self.tokens)
        if self.coverage is not None:
            self.coverage = self.coverage[parents]

    def _by_sentence(self, rows: Tensor, empty: float) -> Tensor:
        """Values ``[rows, ...]`` as ``[batch, width, ...]``; ``empty`` where a sentence has fewer rows."""
        shape = self.batch * self.width, *rows.shape[1:]
        if len(rows) < shape[0]:
            rows = rows.new_full(shape, empty).index_copy_(0, self.places, rows)
        return rows.view(self.batch, self.width, *shape[1:])

    def _candidates(self, out: StepOutput, details: dict[str, Tensor], number: int) -> tuple[Tensor, Tensor]:
        """Best continuations of each hypothesis: total scores and pieces, ``[rows, k]``.

        Alternatives, where they are wanted, are added to ``details``.
        """
        logprobs = torch.log_softmax(out.logits.float(), -1)
        vocab = logprobs.shape[1]
        if self.observer is not None:
            self.observer.offered(logprobs)
        logprobs[:, : BOS + 1] = -torch.inf  # padding, unknown and begin are never produced
        if self.observer is not None:
            self.observer.restricted("special", logprobs)
        self.limits.hide(number, logprobs)
        # One more than the beam, so that ``size`` continuations are left when one of them is the end.
        count = min(self.size + 1, vocab - BOS - 1)
        shown = min(self.search.alternatives, vocab - BOS - 1) if self.details else 0
        values, pieces = top_k(logprobs, max(count, shown))
        if shown:
            details["top_ids"], details["top_logprobs"] = pieces[:, :shown], values[:, :shown]
        if self.limits.restrict(number, logprobs):
            values, pieces = top_k(logprobs, count)
        return self.totals[:, None] + values[:, :count], pieces[:, :count]

    def _select(self, scores: Tensor, pieces: Tensor, number: int) -> _Chosen:
        """Take the best of the candidates ``[rows, k]`` of each sentence; those that end are finished."""
        count = scores.shape[1]
        rows = self._by_sentence(torch.arange(len(scores), device=scores.device), 0)
        best, index = self._by_sentence(scores, -torch.inf).flatten(1).topk(min(2 * self.size, self.width * count))
        piece = self._by_sentence(pieces, EOS).flatten(1).gather(1, index)  # [batch, candidates]
        parent = rows.gather(1, index // count)
        ends = piece == EOS
        ending = (ends & (best > -torch.inf))[:, : self.size]
        total = score = best[:, : self.size]
        # a GPU is not asked: the answer would cost more than adding nothing
        if ending.device.type != "cpu" or bool(ending.any()):
            row = parent[:, : self.size]
            score = total / self.norms[number + 1] + self._coverage_of(row)
            self.finished.add(score.masked_fill(~ending, -torch.inf), total, row, number)
        best = best.masked_fill(ends, -torch.inf)
        best, order = best.topk(min(self.size, best.shape[1]), dim=-1)
        going = self._going(best)
        if self.observer is not None:
            taken = index.gather(1, order)
            cut = taken[(best > -torch.inf) & ~going]
            ended = index[:, : self.size][ending]
            self.observer.selected(Selection(scores, pieces, taken[going], cut, ended, score[ending]))
        return _Chosen(best, piece.gather(1, order), parent.gather(1, order), going)

    def _going(self, best: Tensor) -> Tensor:
        """Which candidates ``[batch, n]``, best first, go on: none of a sentence that is done."""
        # Scores are negative: the most a hypothesis can still reach is its total over the largest length penalty.
        bound = best / self.norms[self.limits.lengths.longest + 1][:, None]
        worst = self.finished.scores[:, self.search.nbest - 1]
        going = (best > -torch.inf) & (bound > worst[:, None])
        if self.search.prune and self.search.nbest == 1:
            going &= best >= best[:, :1] - self.search.prune
        return going & (self.finished.scores[:, -1] == -torch.inf)[:, None]

    def _coverage_of(self, rows: Tensor) -> Tensor | float:
        """Coverage penalty of the hypotheses ``rows`` ``[batch, candidates]``; the source's end needs no cover."""
        if self.coverage is None:
            return 0.0
        seen = self.coverage.clamp(1e-10, 1.0).log()  # [rows, source]
        words = self.memory.lengths.to(seen.device, non_blocking=True) - 1
        real = torch.arange(seen.shape[1], device=seen.device) < words[:, None]
        return self.search.coverage_penalty * seen.masked_fill(~real, 0.0).sum(-1)[rows]

    @property
    def reason(self) -> str:
        """Why one sentence alone is done."""
        if bool(self.finished.scores[0, -1] > -torch.inf):
            return FULL
        return OUT_OF_LENGTH if len(self.steps) > self.limits.lengths.last_limit else BEATEN
