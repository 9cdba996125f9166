"""Configuration of the recurrent encoder-decoder. Never imports torch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from pydantic import model_validator

from workbench.engine.core.schema import ModelConfig, register_model, setting


@register_model("rnn", "workbench.engine.models.rnn.model:RnnSeq2Seq")
class RnnConfig(ModelConfig):
    """LSTM or GRU encoder-decoder, with or without attention."""

    architecture: Literal["rnn"] = setting("rnn", "Architecture", "Recurrent encoder-decoder.")
    rnn: Literal["lstm", "gru"] = setting(
        "lstm", "Cell", "LSTM (Hochreiter & Schmidhuber 1997) or GRU (Cho et al. 2014)."
    )
    embedding: int = setting(256, "Embedding size", "Numbers a piece is described by.", ge=4, le=4096)
    hidden: int = setting(512, "Decoder size", "Units of the decoder.", ge=4, le=4096)
    encoder_hidden: int = setting(
        0,
        "Encoder size",
        "Units a direction; 0 takes half the decoder size when bidirectional.",
        ge=0,
        le=4096,
        advanced=True,
    )
    bidirectional: bool = setting(True, "Bidirectional encoder", "Read the source both ways.")
    encoder_layers: int = setting(1, "Encoder layers", "1 to 4.", ge=1, le=4)
    decoder_layers: int = setting(1, "Decoder layers", "1 to 4.", ge=1, le=4)
    attention: Literal["none", "bahdanau", "luong_dot", "luong_general"] = setting(
        "bahdanau", "Attention", "Additive (Bahdanau et al. 2015), multiplicative (Luong et al. 2015), or none."
    )
    attention_size: int = setting(
        0, "Attention size", "Units of additive attention; 0 takes the decoder size.", ge=0, le=4096, advanced=True
    )
    input_feeding: bool = setting(
        True, "Input feeding", "Feed the last attentional vector back (Luong et al. 2015, section 3.3).", advanced=True
    )
    dropout_embedding: float = setting(0.2, "Dropout on embeddings", "Share of numbers dropped.", ge=0.0, lt=1.0)
    dropout_layers: float = setting(
        0.2,
        "Dropout between layers",
        "Share of units dropped between layers and where attention looks.",
        ge=0.0,
        lt=1.0,
    )
    dropout_output: float = setting(0.2, "Dropout before the output", "Share of units dropped.", ge=0.0, lt=1.0)
    readout: int = setting(
        0, "Readout size", "Units before the output layer; 0 takes the embedding size.", ge=0, le=4096, advanced=True
    )
    tie: Literal["none", "output", "all"] = setting(
        "all",
        "Weight tying",
        "Share target embedding and output layer, and with 'all' the source embedding too"
        " (Press & Wolf 2017), where sizes allow.",
    )
    source_vectors: str = setting(
        "",
        "Source vectors",
        "word2vec or GloVe text file to start the source embedding from.",
        advanced=True,
        path=True,
    )
    target_vectors: str = setting(
        "",
        "Target vectors",
        "word2vec or GloVe text file to start the target embedding from.",
        advanced=True,
        path=True,
    )
    freeze_vectors: bool = setting(
        False, "Keep vectors fixed", "Do not train the embeddings that came from a file.", advanced=True
    )

    @model_validator(mode="after")
    def _sizes_fit(self) -> Self:
        if self.attention == "luong_dot" and self.memory_size != self.hidden:
            raise ValueError("luong_dot needs the encoder's output as wide as the decoder; leave encoder_hidden at 0")
        if self.bidirectional and self.encoder_hidden == 0 and self.hidden % 2:
            raise ValueError("hidden must be even when the encoder is bidirectional and encoder_hidden is 0")
        return self

    @property
    def encoder_size(self) -> int:
        """Encoder units a direction."""
        return self.encoder_hidden or (self.hidden // 2 if self.bidirectional else self.hidden)

    @property
    def memory_size(self) -> int:
        """Width of one encoder output."""
        return self.encoder_size * (2 if self.bidirectional else 1)

    @property
    def piece_size(self) -> int:
        """See ``ModelConfig.piece_size``."""
        return self.embedding

    @property
    def activation_width(self) -> int:
        """See ``ModelConfig.activation_width``."""
        return self.hidden

    @property
    def vector_files(self) -> dict[str, str]:
        """See ``ModelConfig.vector_files``."""
        files = {"source": self.source_vectors, "target": self.target_vectors}
        return {side: name for side, name in files.items() if name}

    @property
    def vectors_stay(self) -> bool:
        """See ``ModelConfig.vectors_stay``."""
        return self.freeze_vectors

    @classmethod
    def in_words(cls, values: Mapping[str, Any]) -> str:
        """See ``ModelConfig.in_words``: "LSTM 512, bahdanau"."""
        name = str(values.get("rnn", "")).upper() or str(values.get("architecture", ""))
        attention = str(values.get("attention", ""))
        words = f"{name} {values.get('hidden', '')}".strip()
        if attention == "none":
            return f"{words}, no attention"
        return f"{words}, {attention}" if attention else words

    def multiplied_weights(self, vocab: int) -> dict[str, int]:
        """See ``ModelConfig.multiplied_weights``."""
        gates, kinds = (4, 2) if self.rnn == "lstm" else (3, 1)
        e, h, enc, mem = self.embedding, self.hidden, self.encoder_size, self.memory_size
        readout, context = self.readout or e, mem if self.attention != "none" else 0
        inputs = [e] + [mem] * (self.encoder_layers - 1)
        source = sum((2 if self.bidirectional else 1) * gates * enc * (size + enc) for size in inputs)
        fed = self.attention.startswith("luong") and self.input_feeding
        extra = mem if self.attention == "bahdanau" else readout if fed else 0
        target = gates * h * (e + extra + h + (self.decoder_layers - 1) * 2 * h) + (h + e + context + vocab) * readout
        if self.attention == "bahdanau":
            source += mem * (self.attention_size or h)
            target += h * (self.attention_size or h)
        elif self.attention == "luong_general":
            source += mem * h
        return {"source": source, "target": target, "sentence": self.decoder_layers * kinds * mem * h}

    def count_parameters(self, vocab: int, shared: bool) -> int:
        """See ``ModelConfig.count_parameters``: weights of products, embeddings that are none of them, and biases."""
        gates, kinds = (4, 2) if self.rnn == "lstm" else (3, 1)
        readout = self.readout or self.embedding
        tied = self.tie != "none" and readout == self.embedding
        embeddings = (1 if self.tie == "all" and shared else 2) - tied
        biases = (2 if self.bidirectional else 1) * self.encoder_layers * 2 * gates * self.encoder_size
        biases += self.decoder_layers * (kinds + 2 * gates) * self.hidden + readout + vocab
        if self.attention == "bahdanau":
            biases += 2 * (self.attention_size or self.hidden)
        return sum(self.multiplied_weights(vocab).values()) + embeddings * vocab * self.embedding + biases
