"""A hand-made model driven by tables: fast, deterministic, and small enough to enumerate every output."""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import torch
from torch import Tensor

from workbench.engine.models.base import Decodable, Memory, State, StepOutput
from workbench.engine.text.special_ids import BOS, EOS, PAD


@dataclass(frozen=True)
class Pieces(Memory):
    """The source itself ``[batch, source]``."""

    src: Tensor

    def _take(self, rows: Tensor, mask: Tensor, lengths: Tensor) -> Pieces:
        return Pieces(mask, lengths, self.src.index_select(0, rows))


class TableModel(Decodable):
    """Logits from the last two pieces and the attended source piece; attention from the last piece."""

    def __init__(self, vocab: int, seed: int, sharpness: float = 2.0) -> None:
        generator = torch.Generator().manual_seed(seed)
        self.target_vocab = vocab
        self.has_attention = True
        self.bigram = sharpness * torch.randn(vocab, vocab, generator=generator)
        self.trigram = sharpness * torch.randn(vocab, vocab, vocab, generator=generator)
        self.lexicon = sharpness * torch.randn(vocab, vocab, generator=generator)
        self.gaze = sharpness * torch.randn(vocab, vocab, generator=generator)
        self.rows_seen: list[int] = []

    def encode(self, src: Tensor, lengths: Tensor) -> Memory:
        assert bool((lengths > 0).all()), "a row of nothing but padding was fed"
        mask = torch.arange(src.shape[1]) < lengths[:, None]
        assert bool(((src != PAD) == mask).all())
        return Pieces(mask, lengths, src)

    def start(self, memory: Memory) -> State:
        return State((torch.zeros(memory.mask.shape[0], dtype=torch.long),))

    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        self.rows_seen.append(len(tokens))
        (before,) = state.tensors
        assert isinstance(memory, Pieces)
        src = memory.src
        gaze = self.gaze[tokens[:, None], src].masked_fill(~memory.mask, -torch.inf)
        attention = gaze.softmax(-1)
        attended = torch.einsum("bs,bsv->bv", attention, self.lexicon[src])
        logits = self.bigram[tokens] + self.trigram[before, tokens] + attended
        return StepOutput(logits, State((tokens,)), attention)

    def sequence(self, source: list[int], target: list[int]) -> tuple[list[float], Tensor]:
        """Log-probability of each piece and attention ``[target, source]`` of one output, computed piece by piece."""
        src = torch.tensor(source)
        before, last, logprobs, rows = 0, BOS, [], []
        for piece in target:
            attention = self.gaze[last, src].softmax(-1)
            logits = self.bigram[last] + self.trigram[before, last] + (attention[:, None] * self.lexicon[src]).sum(0)
            logprobs.append(float(logits.log_softmax(-1)[piece]))
            rows.append(attention)
            before, last = last, piece
        return logprobs, torch.stack(rows)

    def enumerate(
        self, source: list[int], longest: int, alpha: float, beta: float = 0.0
    ) -> list[tuple[float, list[int]]]:
        """Every output of at most ``longest`` pieces before the end, with its score, best first."""
        found = []
        words = range(EOS + 1, self.target_vocab)
        for length in range(longest + 1):
            for body in itertools.product(words, repeat=length):
                target = [*body, EOS]
                logprobs, attention = self.sequence(source, target)
                score = sum(logprobs) / ((5 + len(target)) / 6) ** alpha
                for column in range(len(source) - 1):
                    score += beta * math.log(min(1.0, float(attention[:, column].sum()))) if beta else 0.0
                found.append((score, target))
        return sorted(found, key=lambda f: -f[0])
