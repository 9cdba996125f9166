"""The model of the dummy architecture: as little as an ``EncoderDecoder`` has to be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn

from tests.engine.dummy_architecture.config import DummyConfig
from workbench.engine.dataset.batch import Batch
from workbench.engine.models.base import EncoderDecoder, Memory, State, StepOutput


@dataclass(frozen=True)
class LayeredMemory(Memory):
    """What every encoder layer made of the source, ``[batch, source, width]`` each."""

    layers: tuple[Tensor, ...]

    def _take(self, rows: Tensor, mask: Tensor, lengths: Tensor) -> LayeredMemory:
        return LayeredMemory(mask, lengths, tuple(layer.index_select(0, rows) for layer in self.layers))


class DummySeq2Seq(EncoderDecoder):
    """Each encoder layer adds the sentence's average; the decoder attends to the last layer by dot products."""

    def __init__(self, config: DummyConfig, source_vocab: int, target_vocab: int) -> None:
        super().__init__()
        self.source_vocab, self.target_vocab, self.has_attention = source_vocab, target_vocab, True
        width = config.width
        self.source = nn.Embedding(source_vocab, width)
        self.target = nn.Embedding(target_vocab, width)
        self.layers = nn.ModuleList(nn.Linear(width, width) for _ in range(config.depth))
        self.cell = nn.Linear(2 * width, width)
        self.output_bias = nn.Parameter(torch.zeros(target_vocab))

    @classmethod
    def build(cls, config: Any, source_vocab: int, target_vocab: int, shared: bool) -> DummySeq2Seq:
        return cls(config, source_vocab, target_vocab)

    def encode(self, src: Tensor, lengths: Tensor) -> LayeredMemory:
        lengths = lengths.cpu()
        mask = (torch.arange(src.shape[1]) < lengths[:, None]).to(src.device)
        x, found = self.source(src), []
        for layer in self.layers:
            mean = (x * mask[:, :, None]).sum(1) / mask.sum(1)[:, None]
            x = x + torch.tanh(layer(x + mean[:, None]))
            found.append(x)
        return LayeredMemory(mask, lengths, tuple(found))

    def start(self, memory: Memory) -> State:
        assert isinstance(memory, LayeredMemory)
        return State((memory.layers[0][:, 0],))

    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        hidden, weights = self._advance(tokens, state.tensors[0], memory)
        return StepOutput(hidden @ self.target.weight.t() + self.output_bias, State((hidden,)), weights)

    def _advance(self, tokens: Tensor, before: Tensor, memory: Memory) -> tuple[Tensor, Tensor]:
        assert isinstance(memory, LayeredMemory)
        last = memory.layers[-1]
        scores = torch.einsum("bw,bsw->bs", before, last).masked_fill(~memory.mask, -torch.inf)
        weights = scores.softmax(-1)
        context = torch.einsum("bs,bsw->bw", weights, last)
        return torch.tanh(self.cell(torch.cat([self.target(tokens) + before, context], -1))), weights

    def forward(self, batch: Batch, *, fast: bool = True) -> Tensor:
        memory = self.encode(batch.src, batch.src_lengths)
        hidden, found = self.start(memory).tensors[0], []
        for tokens in batch.tgt_in.unbind(1):
            hidden, _ = self._advance(tokens, hidden, memory)
            found.append(hidden)
        real = torch.arange(batch.tgt_out.shape[1]) < batch.tgt_lengths[:, None]
        return torch.stack(found, 1)[real.to(hidden.device)]

    def output_weight(self) -> tuple[Tensor, Tensor | None]:
        return self.target.weight, self.output_bias
