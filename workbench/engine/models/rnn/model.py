"""The recurrent encoder-decoder: LSTM or GRU, without attention, with Bahdanau's, or with Luong's."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import Any

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from workbench.engine.dataset.batch import Batch
from workbench.engine.device.precision import recurrent_layers_work
from workbench.engine.models.base import Attend, EncoderDecoder, Memory, State, StepOutput
from workbench.engine.models.half_weights import with_half_weights
from workbench.engine.models.quantized import quantize_layers
from workbench.engine.models.rnn.config import RnnConfig
from workbench.engine.models.rnn.layers import (
    AdditiveAttention,
    Dropout,
    HalfGRUCell,
    HalfLSTMCell,
    MultiplicativeAttention,
    QuantizedGRUCell,
    QuantizedLSTMCell,
)
from workbench.engine.models.rnn.recurrence import run_additive_attention, run_sequence
from workbench.engine.models.shapes import compute_dtype, linear, pad_rows

# The weights of a decoder layer belong to a cell, so that they are not one piece of memory.
warnings.filterwarnings("ignore", message="RNN module weights are not part of single contiguous chunk")


@dataclass(frozen=True)
class RnnMemory(Memory):
    """What the recurrent decoder reads.

    Attributes:
        outputs: Encoder outputs ``[batch, source, memory]``.
        keys: Attention keys ``[batch, source, attention]``, computed once; ``None`` without attention.
        summary: Final encoder states, one tensor ``[layers, batch, memory]`` for each state kind.
    """

    outputs: Tensor
    keys: Tensor | None
    summary: tuple[Tensor, ...]

    def _take(self, rows: Tensor, mask: Tensor, lengths: Tensor) -> RnnMemory:
        return RnnMemory(
            mask,
            lengths,
            self.outputs.index_select(0, rows),
            None if self.keys is None else self.keys.index_select(0, rows),
            tuple(s.index_select(1, rows) for s in self.summary),
        )


class Encoder(nn.Module):
    """Layers of LSTM or GRU over packed sequences, with dropout between them."""

    def __init__(self, config: RnnConfig) -> None:
        super().__init__()
        self.kind = config.rnn
        self.directions = 2 if config.bidirectional else 1
        self.dropout = Dropout(config.dropout_layers)
        layer = nn.LSTM if config.rnn == "lstm" else nn.GRU
        sizes = [config.embedding] + [config.memory_size] * (config.encoder_layers - 1)
        self.layers = nn.ModuleList(
            layer(size, config.encoder_size, bidirectional=config.bidirectional) for size in sizes
        )

    def forward(self, x: Tensor, lengths: Tensor, fast: bool) -> tuple[Tensor, tuple[Tensor, ...]]:
        """Read embedded sources.

        Args:
            x: ``[source, batch, embedding]``, sorted by falling length.
            lengths: ``[batch]`` on the CPU.
            fast: Use the fused loop where it is the faster one (the CPU; cuDNN is hard to beat elsewhere).

        Returns:
            Outputs ``[source, batch, memory]`` and final states, each ``[layers, batch, memory]``.
        """
        finals: list[tuple[Tensor, ...]] = []
        run = self._fused if fast and x.device.type == "cpu" else self._packed
        for number, layer in enumerate(self.layers):
            if number:
                x = self.dropout(x)
            x, final = run(layer, x, lengths)
            finals.append(final)
        return x, tuple(torch.stack(kind) for kind in zip(*finals, strict=True))

    def _packed(self, layer: Any, x: Tensor, lengths: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
        device = x.device.type
        if torch.is_autocast_enabled(device) and not recurrent_layers_work(self.kind, device, compute_dtype(x)):
            with torch.autocast(device, enabled=False):
                return self._packed(layer, x.to(layer.weight_ih_l0.dtype), lengths)
        packed, final = layer(pack_padded_sequence(x, lengths))
        out, _ = pad_packed_sequence(packed, total_length=x.shape[0])
        states = final if self.kind == "lstm" else (final,)
        return out, tuple(s.transpose(0, 1).flatten(1) for s in states)

    def _fused(self, layer: Any, x: Tensor, lengths: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
        steps, rows, _ = x.shape
        position = torch.arange(steps)[:, None]
        active = (position < lengths).sum(1).tolist()
        suffixes = ["", "_reverse"][: self.directions]
        inputs = [x]
        if self.directions == 2:
            # each sentence turned round within its own length; padding stays at the end
            turn = torch.where(position < lengths, lengths - 1 - position, position)[:, :, None]
            inputs.append(x.gather(0, turn.expand(-1, -1, x.shape[2])))
        products = []
        for rows_in, suffix in zip(inputs, suffixes, strict=True):
            weight, bias = getattr(layer, f"weight_ih_l0{suffix}"), getattr(layer, f"bias_ih_l0{suffix}")
            products.append(F.linear(pad_rows(rows_in.flatten(0, 1)), weight, bias))
        gx = torch.stack(products)
        w = torch.stack([getattr(layer, f"weight_hh_l0{s}") for s in suffixes])
        b = torch.stack([getattr(layer, f"bias_hh_l0{s}") for s in suffixes])
        zero = torch.zeros(self.directions, rows, w.shape[2], dtype=w.dtype)
        out, h, c = run_sequence(self.kind, gx, zero, zero, w, b, active, compute_dtype(w))
        parts = [out[0]]
        if self.directions == 2:
            parts.append(out[1].gather(0, turn.expand(-1, -1, out.shape[3])))
        states = (h, c) if self.kind == "lstm" else (h,)
        return torch.cat(parts, -1), tuple(s.to(w.dtype).transpose(0, 1).flatten(1) for s in states)


class RnnSeq2Seq(EncoderDecoder):
    """Encoder, bridge, decoder with or without attention, readout and output layer."""

    def __init__(self, config: RnnConfig, source_vocab: int, target_vocab: int, shared: bool) -> None:
        super().__init__()
        self.config = config
        self.source_vocab, self.target_vocab = source_vocab, target_vocab
        self.has_attention = config.attention != "none"
        self.additive = config.attention == "bahdanau"
        self.feeding = config.attention.startswith("luong") and config.input_feeding
        hidden, memory, embedding = config.hidden, config.memory_size, config.embedding
        readout = config.readout or embedding
        tie_output = config.tie != "none" and readout == embedding
        tie_source = config.tie == "all" and shared and source_vocab == target_vocab

        # Tied embeddings must be small for the output layer and about 1 for the cells; scaled as by Vaswani et al.
        # (2017, section 3.4), a model is several times as far after its first hundreds of steps.
        self.embedding_scale = embedding**0.5
        self.source_embedding = nn.Embedding(source_vocab, embedding)
        self.target_embedding = self.source_embedding if tie_source else nn.Embedding(target_vocab, embedding)
        self.encoder = Encoder(config)
        kinds = 2 if config.rnn == "lstm" else 1
        self.bridge: Any = nn.ModuleList(
            nn.ModuleList(nn.Linear(memory, hidden) for _ in range(kinds)) for _ in range(config.decoder_layers)
        )
        extra = memory if self.additive else readout if self.feeding else 0
        cell = nn.LSTMCell if config.rnn == "lstm" else nn.GRUCell
        self.cells: Any = nn.ModuleList(
            cell(embedding + extra if number == 0 else hidden, hidden) for number in range(config.decoder_layers)
        )
        if self.additive:
            self.attention: Any = AdditiveAttention(hidden, memory, config.attention_size or hidden)
        elif self.has_attention:
            self.attention = MultiplicativeAttention(hidden, memory, config.attention == "luong_general")
        self.readout = nn.Linear(hidden + embedding + (memory if self.has_attention else 0), readout)
        self.output = nn.Linear(readout, target_vocab)
        if tie_output:
            self.output.weight = self.target_embedding.weight
        self.dropout_embedding = Dropout(config.dropout_embedding)
        self.dropout_layers = Dropout(config.dropout_layers)
        self.dropout_output = Dropout(config.dropout_output)
        self._initialise()

    @classmethod
    def build(cls, config: Any, source_vocab: int, target_vocab: int, shared: bool) -> RnnSeq2Seq:
        """See ``EncoderDecoder.build``."""
        return cls(config, source_vocab, target_vocab, shared)

    def _initialise(self) -> None:
        """Orthogonal recurrent weights, a forget gate that starts open (Jozefowicz et al. 2015), Xavier elsewhere."""
        for name, parameter in self.named_parameters():
            if "embedding" in name:
                nn.init.normal_(parameter, std=self.config.embedding**-0.5)
            elif "weight_hh" in name:
                for gate in parameter.data.split(parameter.shape[1], 0):
                    nn.init.orthogonal_(gate)
            elif "weight_ih" in name:
                for gate in parameter.data.chunk(4 if self.config.rnn == "lstm" else 3, 0):
                    nn.init.xavier_uniform_(gate)
            elif parameter.dim() == 2 and name != "output.weight":
                nn.init.xavier_uniform_(parameter)
            elif name == "output.weight":
                nn.init.normal_(parameter, std=parameter.shape[1] ** -0.5)
            elif name.endswith("attention.v"):
                nn.init.uniform_(parameter, -(parameter.shape[0] ** -0.5), parameter.shape[0] ** -0.5)
            else:
                nn.init.zeros_(parameter)
                if self.config.rnn == "lstm" and "bias_ih" in name:
                    size = parameter.shape[0] // 4
                    parameter.data[size : 2 * size] = 1.0

    # encoder -------------------------------------------------------------------------------------------------------

    def encode(self, src: Tensor, lengths: Tensor) -> RnnMemory:
        """See ``Decodable.encode``."""
        return self._encode(src, lengths, fast=True)

    def _encode(self, src: Tensor, lengths: Tensor, fast: bool) -> RnnMemory:
        lengths = lengths.cpu()
        if bool((lengths[1:] > lengths[:-1]).any()):
            order = torch.argsort(lengths, descending=True, stable=True)
            there = order.to(src.device, non_blocking=True)
            return self._encode(src[there], lengths[order], fast).reorder(torch.argsort(order))
        return self._read(self.source_embedding(src.t()) * self.embedding_scale, lengths, fast)

    def source_vectors(self, src: Tensor) -> Tensor:
        """See ``Decodable.source_vectors``."""
        return self.source_embedding(src) * self.embedding_scale

    def encode_vectors(self, vectors: Tensor, lengths: Tensor) -> RnnMemory:
        """See ``Decodable.encode_vectors``."""
        return self._read(vectors.transpose(0, 1), lengths, fast=False)

    def pooled(self, memory: Memory) -> Tensor:
        """See ``Decodable.pooled``."""
        assert isinstance(memory, RnnMemory)
        real = memory.mask[:, :, None].to(memory.outputs.dtype)
        return (memory.outputs * real).sum(1) / real.sum(1)

    def _read(self, x: Tensor, lengths: Tensor, fast: bool) -> RnnMemory:
        """Read embedded sources ``[source, batch, embedding]``, sorted by falling length."""
        out, finals = self.encoder(self.dropout_embedding(x), lengths, fast)
        outputs = self.dropout_layers(out).transpose(0, 1)
        mask = (torch.arange(x.shape[0]) < lengths[:, None]).to(x.device, non_blocking=True)
        keys = self.attention.keys(outputs) if self.has_attention else None
        return RnnMemory(mask, lengths, outputs, keys, finals)

    def _first_states(self, memory: RnnMemory) -> list[tuple[Tensor, ...]]:
        """First ``(h[, c])`` of every decoder layer, from the encoder layer beside it, counted from the top."""
        layers = memory.summary[0].shape[0]
        beside = [max(0, layers - len(self.bridge) + number) for number in range(len(self.bridge))]
        return [
            tuple(torch.tanh(linear(s[number])) for linear, s in zip(bridge, memory.summary, strict=True))
            for number, bridge in zip(beside, self.bridge, strict=True)
        ]

    # one step ------------------------------------------------------------------------------------------------------

    def start(self, memory: Memory) -> State:
        """See ``Decodable.start``."""
        assert isinstance(memory, RnnMemory)
        tensors = [t for states in self._first_states(memory) for t in states]
        if self.feeding:
            tensors.append(tensors[0].new_zeros(tensors[0].shape[0], self.readout.out_features))
        return State(tuple(tensors))

    def step(self, tokens: Tensor, state: State, memory: Memory) -> StepOutput:
        """See ``Decodable.step``."""
        return self._step(tokens, state, memory, None)

    def step_looking(self, tokens: Tensor, state: State, memory: Memory, attend: Attend) -> StepOutput:
        """See ``Decodable.step_looking``."""
        if not self.has_attention:
            return super().step_looking(tokens, state, memory, attend)
        return self._step(tokens, state, memory, attend)

    def _step(self, tokens: Tensor, state: State, memory: Memory, attend: Attend | None) -> StepOutput:
        assert isinstance(memory, RnnMemory)
        x = self.target_embedding(tokens) * self.embedding_scale
        tensors, top, context, weights = self._advance(x, state.tensors, memory, attend)
        vector = torch.tanh(self.readout(_joined(top, context, x)))
        if self.feeding:
            tensors = (*tensors[:-1], vector)
        return StepOutput(self.output(vector), State(tensors), weights)

    def _advance(
        self, x: Tensor, tensors: tuple[Tensor, ...], memory: RnnMemory, attend: Attend | None = None
    ) -> tuple[tuple[Tensor, ...], Tensor, Tensor | None, Tensor | None]:
        """All cells once: new state, top hidden state ``[batch, hidden]``, context and attention weights."""
        kinds = 2 if self.config.rnn == "lstm" else 1
        context = weights = None
        if self.additive:
            context, weights = self._attended(tensors[0], memory, attend)
            x = torch.cat([x, context], -1)
        elif self.feeding:
            x = torch.cat([x, tensors[-1]], -1)
        fresh: list[Tensor] = []
        for number, cell in enumerate(self.cells):
            if number:
                x = self.dropout_layers(x)
            old = tensors[number * kinds : (number + 1) * kinds]
            new = cell(x, old if kinds == 2 else old[0])
            fresh.extend(new if kinds == 2 else [new])
            x = fresh[-kinds]
        if self.has_attention and not self.additive:
            context, weights = self._attended(x, memory, attend)
        return (*fresh, *tensors[len(fresh) :]), x, context, weights

    def _attended(self, query: Tensor, memory: RnnMemory, attend: Attend | None) -> tuple[Tensor, Tensor]:
        """Context ``[batch, memory]`` and the weights ``[batch, source]`` that it was made with."""
        context, weights = self.attention(query, memory.keys, memory.outputs, memory.mask)
        if attend is not None:
            weights = attend(weights)
            context = torch.bmm(weights[:, None].to(memory.outputs.dtype), memory.outputs).squeeze(1)
        return context, weights

    # whole batches -------------------------------------------------------------------------------------------------

    def forward(self, batch: Batch, *, fast: bool = True) -> Tensor:
        """See ``EncoderDecoder.forward``."""
        memory = self._encode(batch.src, batch.src_lengths, fast)
        x = self.dropout_embedding(self.target_embedding(batch.tgt_in.t()) * self.embedding_scale)
        # real positions in row-major order of tgt_out, found on the CPU so that a GPU is not waited for
        rows, steps = batch.tgt_out.shape
        real = torch.arange(steps) < batch.tgt_lengths[:, None]
        row, column = real.nonzero(as_tuple=True)
        pick = (column * rows + row).to(x.device, non_blocking=True)
        if self.feeding:
            vectors = self._decode_feeding(x, memory)
            return self.dropout_output(vectors.flatten(0, 1).index_select(0, pick))
        top, context = (self._decode_fast if fast else self._decode_plain)(x, memory)
        picked = [None if p is None else p.flatten(0, 1).index_select(0, pick) for p in (top, context, x)]
        vector = torch.tanh(linear(self.readout, _joined(*picked)))
        out: Tensor = self.dropout_output(vector)
        return out

    def _decode_plain(self, x: Tensor, memory: RnnMemory) -> tuple[Tensor, Tensor | None]:
        """The readable reference: one cell call a step. Hidden states and contexts ``[target, batch, ...]``."""
        states = self._first_states(memory)
        contexts: Tensor | None = None
        out = x
        for number, cell in enumerate(self.cells):
            state, hs, cs = states[number], [], []
            if number:
                out = self.dropout_layers(out)
            for t in range(x.shape[0]):
                step_input = out[t]
                if self.additive and number == 0:
                    context, _ = self.attention(state[0], memory.keys, memory.outputs, memory.mask)
                    cs.append(context)
                    step_input = torch.cat([step_input, context], -1)
                new = cell(step_input, state if len(state) == 2 else state[0])
                state = new if len(state) == 2 else (new,)
                hs.append(state[0])
            out = torch.stack(hs)
            if cs:
                contexts = torch.stack(cs)
        return self._attend_after(out, memory, contexts)

    def _decode_fast(self, x: Tensor, memory: RnnMemory) -> tuple[Tensor, Tensor | None]:
        """The same numbers through the fused recurrences."""
        kind, dtype = self.config.rnn, compute_dtype(x)
        states = self._first_states(memory)
        contexts: Tensor | None = None
        active = [x.shape[1]] * x.shape[0]
        out = x
        for number, cell in enumerate(self.cells):
            h0 = states[number][0]
            c0 = states[number][1] if kind == "lstm" else torch.zeros_like(h0)
            if number:
                out = self.dropout_layers(out)
            if self.additive and number == 0:
                width = x.shape[2]
                query = self.attention.query_weights()
                assert memory.keys is not None
                out, contexts, _, _, _ = run_additive_attention(
                    kind,
                    F.linear(pad_rows(out.flatten(0, 1)), cell.weight_ih[:, :width], cell.bias_ih),
                    x.shape[0],
                    memory.outputs,
                    memory.keys,
                    memory.mask,
                    h0,
                    c0,
                    torch.cat([cell.weight_hh, query]),
                    torch.cat([cell.bias_hh, cell.bias_hh.new_zeros(query.shape[0])]),
                    cell.weight_ih[:, width:],
                    self.attention.score_weights(),
                    dtype,
                )
            elif x.device.type != "cpu":
                out = self._library_layer(cell, out, states[number])
            else:
                gx = F.linear(pad_rows(out.flatten(0, 1)), cell.weight_ih, cell.bias_ih)[None]
                hs, _, _ = run_sequence(
                    kind, gx, h0[None], c0[None], cell.weight_hh[None], cell.bias_hh[None], active, dtype
                )
                out = hs[0]
        return self._attend_after(out, memory, contexts)

    def _library_layer(self, cell: Any, x: Tensor, state: tuple[Tensor, ...]) -> Tensor:
        """A decoder layer that reads nothing between its steps, by cuDNN, which is faster than a loop there."""
        dtype = compute_dtype(x)
        weights = [w.to(dtype) for w in (cell.weight_ih, cell.weight_hh, cell.bias_ih, cell.bias_hh)]
        x, first = x.to(dtype), [s[None].to(dtype) for s in state]
        with torch.autocast(x.device.type, enabled=False):
            if self.config.rnn == "lstm":
                hs, _, _ = torch.lstm(x, first, weights, True, 1, 0.0, self.training, False, False)
            else:
                hs, _ = torch.gru(x, first[0], weights, True, 1, 0.0, self.training, False, False)
        return hs

    def _attend_after(self, out: Tensor, memory: RnnMemory, contexts: Tensor | None) -> tuple[Tensor, Tensor | None]:
        """Multiplicative attention without feeding looks at all steps at once."""
        if self.has_attention and not self.additive:
            context, _ = self.attention(out.transpose(0, 1), memory.keys, memory.outputs, memory.mask)
            contexts = context.transpose(0, 1)
        return out, contexts

    def _decode_feeding(self, x: Tensor, memory: RnnMemory) -> Tensor:
        """Input feeding needs the attentional vector of each step before the next: a loop in either path."""
        tensors = self.start(memory).tensors
        vectors = []
        for step_input in x.unbind(0):
            tensors, top, context, _ = self._advance(step_input, tensors, memory)
            vector = torch.tanh(self.readout(_joined(top, context, step_input)))
            tensors = (*tensors[:-1], vector)
            vectors.append(vector)
        return torch.stack(vectors)

    def output_weight(self) -> tuple[Tensor, Tensor | None]:
        """See ``EncoderDecoder.output_weight``."""
        return self.output.weight, self.output.bias

    def embeddings(self) -> dict[str, nn.Embedding]:
        """See ``EncoderDecoder.embeddings``."""
        return {"source": self.source_embedding, "target": self.target_embedding}

    def quantized(self) -> RnnSeq2Seq:
        """See ``EncoderDecoder.quantized``; the encoder's layers, which read a sentence once, stay as they are."""
        return quantize_layers(self, {nn.LSTMCell: QuantizedLSTMCell, nn.GRUCell: QuantizedGRUCell})

    def hold_half_weights(self) -> None:
        """See ``EncoderDecoder.hold_half_weights``."""
        with_half_weights(self, {nn.LSTMCell: HalfLSTMCell, nn.GRUCell: HalfGRUCell})


def _joined(*parts: Tensor | None) -> Tensor:
    """The parts that are there, side by side, in the type of the first of them."""
    there = [part for part in parts if part is not None]
    return torch.cat([part.to(there[0].dtype) for part in there], -1)
