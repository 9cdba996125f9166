"""Beam search over a whole batch, vectorised over sentences and hypotheses.

Rows of one step are ``sentence * width + hypothesis``. Nothing is copied along with a hypothesis but the decoder's
state: each step keeps its pieces and backpointers, and finished hypotheses are read off backwards at the end.
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

    A hypothesis that ends among the ``beam`` best candidates of its step is finished. A sentence is done when
    ``beam`` hypotheses are finished, or when the best unfinished one could not beat the n-best finished ones even
    if every further piece were certain. Scores follow Wu et al. (2016), equation 14.

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
        observer.ended(hypotheses.results, hypotheses.reason)
    return checked(read_back(hypotheses.steps, hypotheses.results, [len(s.ids) for s in sentences], search.nbest))


@dataclass
class _Chosen:
    """Candidates that go on: ``[batch, width]`` each."""

    scores: Tensor
    pieces: Tensor
    parents: Tensor


class _Beam:
    """The moving state of one batch.

    Attributes:
        steps: What each step produced, for reading back.
        results: Finished hypotheses of all sentences.
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
        self.memory: Memory = memory
        self.state: State = model.start(memory)
        self.size = max(search.beam, search.nbest)
        self.width = 1  # hypotheses a sentence; grows to ``size`` after the first step
        self.tokens = begin_tokens(count, device)
        self.totals = torch.zeros(count, 1, device=device)  # [batch, width] summed log-probabilities
        self.alive = torch.arange(count, device=device)
        self.finished = Finished(count, self.size, device)
        self.results = Finished(count, self.size, device)
        self.steps: list[Step] = []
        self.shelf = Shelf()
        self.kept: Tensor | None = None
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
        pieces, totals, parents = chosen.pieces.flatten(), chosen.scores.flatten(), chosen.parents.flatten()
        keep = self.shelf.keep
        kept = None if self.kept is None else keep(self.kept)
        details = {name: keep(values) for name, values in details.items()}
        self.steps.append(Step(keep(pieces), keep(totals), keep(parents), kept, details))
        self.kept = None
        done = self._done(chosen)
        remaining = done.shape[0] - int(done.sum())
        if not remaining:
            self.results.store(self.alive, self.finished)
            return False
        self._follow(out.state, chosen, done)
        if (done.shape[0] - remaining) * 8 >= done.shape[0]:
            self._drop(done)
        return True

    def _candidates(self, out: StepOutput, details: dict[str, Tensor], number: int) -> tuple[Tensor, Tensor]:
        """Best continuations of each hypothesis: total scores and pieces, ``[batch, width, k]``.

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
        scores = self.totals.flatten()[:, None] + values[:, :count]
        return scores.view(-1, self.width, count), pieces[:, :count].view(-1, self.width, count)

    def _select(self, scores: Tensor, pieces: Tensor, number: int) -> _Chosen:
        """Take the best candidates of each sentence; those that end are finished, the others go on."""
        batch, width, count = scores.shape
        best, index = scores.flatten(1).topk(min(2 * self.size, width * count), dim=-1)  # [batch, candidates]
        piece = pieces.flatten(1).gather(1, index)
        parent = index // count + torch.arange(batch, device=index.device)[:, None] * width  # rows of this step
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
        if self.observer is not None:
            going = index.gather(1, order)[best > -torch.inf]
            ended = index[:, : self.size][ending]
            self.observer.selected(Selection(scores[0], pieces[0], going, ended, score[ending]))
        return _Chosen(best, piece.gather(1, order), parent.gather(1, order))

    def _coverage_of(self, rows: Tensor) -> Tensor | float:
        """Coverage penalty of the hypotheses ``rows`` ``[batch, candidates]``; the source's end needs no cover."""
        if self.coverage is None:
            return 0.0
        seen = self.coverage.clamp(1e-10, 1.0).log()  # [rows, source]
        words = self.memory.lengths.to(seen.device, non_blocking=True) - 1
        real = torch.arange(seen.shape[1], device=seen.device) < words[:, None]
        return self.search.coverage_penalty * seen.masked_fill(~real, 0.0).sum(-1)[rows]

    def _done(self, chosen: _Chosen) -> Tensor:
        """Sentences whose n-best list cannot change, whose beam is full of finished ones, or whose scores are none."""
        # Scores are negative: the most a hypothesis can still reach is its total over the largest length penalty.
        bound = chosen.scores[:, 0] / self.norms[self.limits.lengths.limits() + 1]
        worst = self.finished.scores[:, self.search.nbest - 1]
        return (worst >= bound) | (self.finished.scores[:, -1] > -torch.inf) | bound.isnan()

    @property
    def reason(self) -> str:
        """Why one sentence alone is done."""
        if bool(self.finished.scores[0, -1] > -torch.inf):
            return FULL
        return OUT_OF_LENGTH if len(self.steps) > self.limits.lengths.last_limit else BEATEN

    def _follow(self, state: State, chosen: _Chosen, done: Tensor) -> None:
        """Move state and bookkeeping to the chosen hypotheses."""
        batch, width = chosen.scores.shape
        rows = chosen.parents.flatten()
        if width != self.width:  # rows of one sentence share its memory
            sentences = torch.arange(batch) * self.width
            self.memory = self.memory.reorder(sentences.repeat_interleave(width))
            self.width = width
        self.state = self.model.reorder(state, rows)
        self.tokens = chosen.pieces.flatten()
        # A sentence that is done waits for its removal without finishing anything more.
        self.totals = chosen.scores.masked_fill(done[:, None], -torch.inf)
        self.limits.follow(rows, self.tokens)
        if self.coverage is not None:
            self.coverage = self.coverage[rows]

    def _drop(self, done: Tensor) -> None:
        """Take the sentences that are done out of the batch."""
        self.results.store(self.alive, self.finished)
        stay = torch.nonzero(~done).flatten()
        rows = (stay[:, None] * self.width + torch.arange(self.width, device=stay.device)).flatten()
        self.memory, self.state = self.memory.reorder(rows), self.model.reorder(self.state, rows)
        self.tokens, self.totals, self.alive = self.tokens[rows], self.totals[stay], self.alive[stay]
        self.finished.keep(stay)
        self.limits.keep(stay, rows)
        self.coverage = None if self.coverage is None else self.coverage[rows]
        self.kept = rows
