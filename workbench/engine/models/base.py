"""What every architecture offers: to search, ``Decodable``; to training, ``EncoderDecoder``."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Self

import torch
from torch import Tensor, nn

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.dataset.batch import Batch
from workbench.engine.models.half_weights import with_half_weights
from workbench.engine.models.quantized import quantize_layers

#: Is given the attention weights of a step ``[batch, source]``, and returns those that it shall use instead.
Attend = Callable[[Tensor], Tensor]


@dataclass(frozen=True)
class Memory(ABC):
    """What the encoder hands to the decoder. Constant through a decode, so two threads can share a model.

    A search knows nothing else of it; architectures add what their decoders read.

    Attributes:
        mask: True at real source positions, ``[batch, source]``.
        lengths: Real source positions ``[batch]`` on the CPU.
    """

    mask: Tensor
    lengths: Tensor

    def reorder(self, indices: Tensor) -> Self:
        """Rows ``indices`` ``[n]`` of the batch (repeats allowed); those on the CPU spare a wait for the device."""
        here = indices.to(self.mask.device, non_blocking=True)
        return self._take(here, self.mask.index_select(0, here), self.lengths.index_select(0, indices.cpu()))

    @abstractmethod
    def _take(self, rows: Tensor, mask: Tensor, lengths: Tensor) -> Self:
        """The memory of ``rows`` ``[n]``, on its device, whose mask and lengths are given."""


@dataclass(frozen=True)
class State:
    """Decoder state after some steps; every tensor has the batch in dimension 0."""

    tensors: tuple[Tensor, ...]


@dataclass(frozen=True)
class StepOutput:
    """One decoding step.

    Attributes:
        logits: Unnormalised scores of the next piece, ``[batch, vocab]``.
        attention: Weights over the source, ``[batch, source]``, rows sum to 1; ``None`` without attention.
        layers: ``[batch, layer, head, source]`` for models with several attentions, else ``None``.
    """

    logits: Tensor
    state: State
    attention: Tensor | None
    layers: Tensor | None = None


class Decodable(ABC):
    """What greedy search, sampling, beam search and forcing know of a model. No call state is kept on it.

    Attributes:
        has_attention: Whether ``StepOutput.attention`` is given.
    """

    has_attention: bool

    @abstractmethod
    def encode(self, src: Tensor, lengths: Tensor) -> Memory:
        """Read the source.

        Args:
            src: Pieces ``[batch, source]``, any order of lengths.
            lengths: ``[batch]`` on the CPU.
        """

    @abstractmethod
    def start(self, memory: Memory) -> State:
        """Decoder state before the first step."""

    @abstractmethod
    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        """One decoding step from the previous pieces ``[batch]`` (begin-of-sentence first)."""

    def source_vectors(self, src: Tensor) -> Tensor:
        """What the encoder reads for pieces ``[batch, source]``: their embeddings ``[batch, source, embedding]``."""
        raise NotImplementedError

    def encode_vectors(self, vectors: Tensor, lengths: Tensor) -> Memory:
        """Read a source whose embeddings are given, in a way that gradients flow through.

        Args:
            vectors: ``[batch, source, embedding]`` of ``source_vectors``, in falling order of lengths.
            lengths: ``[batch]`` on the CPU.
        """
        raise NotImplementedError

    def pooled(self, memory: Memory) -> Tensor:
        """One vector a sentence, ``[batch, memory]``: the mean of what the encoder made of its real positions."""
        raise NotImplementedError

    def step_looking(self, tokens: Tensor, state: State, memory: Memory, attend: Attend) -> StepOutput:
        """``step`` with other attention, for models that can do it.

        Args:
            tokens: Previous pieces ``[batch]``.
            state: As for ``step``.
            memory: As for ``step``.
            attend: Makes the weights used of the model's own; ``StepOutput.attention`` are those that were used.

        Raises:
            InputError: It has no attention, or none that can be changed.
        """
        raise InputError(Message("this model has no attention that can be changed"))

    def reorder(self, state: State, indices: Tensor) -> State:
        """Rows ``indices`` ``[n]`` of a state (beams move, sentences leave)."""
        return State(tuple(t.index_select(0, indices) for t in state.tensors))

    @property
    def size(self) -> int:
        """Numbers it has learnt, tied ones once; 0 where nobody counts."""
        return 0

    def evaluating(self) -> AbstractContextManager[None]:
        """Within it, steps draw nothing: no dropout."""
        return nullcontext()


class EncoderDecoder(nn.Module, Decodable):
    """Base of all models that can be trained.

    Attributes:
        source_vocab: Rows of the source embedding.
        target_vocab: Columns of the logits.
    """

    source_vocab: int
    target_vocab: int

    @classmethod
    @abstractmethod
    def build(cls, config: Any, source_vocab: int, target_vocab: int, shared: bool) -> EncoderDecoder:
        """Make a freshly initialised model from its configuration section.

        Args:
            shared: Whether both sides use the same vocabulary (needed for three-way tying).
        """

    @abstractmethod
    def forward(self, batch: Batch, *, fast: bool = True) -> Tensor:
        """Decoder outputs before the output layer, real positions only.

        Args:
            batch: The batch; its ``tgt_in`` is fed.
            fast: Use the fused path where there is one; the plain per-step path gives the same numbers.

        Returns:
            ``[tokens, readout]`` in row-major order of ``batch.tgt_out``'s real positions.
        """

    @torch.no_grad()
    def scheduled_inputs(self, batch: Batch, ratio: float, generator: torch.Generator) -> Tensor:
        """Decoder inputs of scheduled sampling (Bengio et al. 2015): per piece the reference, or the own argmax.

        The own pieces come from a decode without dropout.

        Args:
            batch: The batch, on the model's device.
            generator: Source of the choice, on the CPU.

        Returns:
            ``[batch, target]``; the first column is always begin-of-sentence.
        """
        own = torch.rand(batch.tgt_in.shape, generator=generator) >= ratio
        own = own.to(batch.tgt_in.device, non_blocking=True)
        inputs = batch.tgt_in.clone()
        training = self.training
        self.eval()
        try:
            memory = self.encode(batch.src, batch.src_lengths)
            state = self.start(memory)
            for t in range(inputs.shape[1] - 1):
                step = self.step(inputs[:, t], state, memory)
                state = step.state
                inputs[:, t + 1] = torch.where(own[:, t + 1], step.logits.argmax(-1), inputs[:, t + 1])
        finally:
            self.train(training)
        return inputs

    @abstractmethod
    def output_weight(self) -> tuple[Tensor, Tensor | None]:
        """Weight ``[vocab, readout]`` and bias ``[vocab]`` of the output layer, for losses that fuse it."""

    @property
    def size(self) -> int:
        """See ``Decodable.size``."""
        return sum(p.numel() for p in self.parameters())

    def embeddings(self) -> dict[str, nn.Embedding]:
        """Embeddings by side, "source" and "target", that may start from word vectors; shared ones under both."""
        return {}

    def quantized(self) -> EncoderDecoder:
        """A copy for translating that multiplies in int8 on the CPU; architectures add layers of their own.

        Raises:
            InputError: This processor has no int8 products.
        """
        return quantize_layers(self)

    def hold_half_weights(self) -> None:
        """Hold weights in half precision too, for translating on the CPU; architectures add layers of their own."""
        with_half_weights(self, {})

    @contextmanager
    def evaluating(self) -> Iterator[None]:
        """See ``Decodable.evaluating``; a loaded model always is in evaluation mode, so threads do not disturb it."""
        training = self.training
        if training:
            self.eval()
        try:
            yield
        finally:
            if training:
                self.train()
