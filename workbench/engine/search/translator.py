"""From text to translations: a model, its tokenizers and a device, ready to translate whole lists of sentences."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from workbench.engine.batch import EOS
from workbench.engine.config import RunConfig, SearchConfig
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.runs import RunFolder
from workbench.engine.search.beam import beam_search
from workbench.engine.search.common import Check, Decoded, Sentence, no_check
from workbench.engine.search.forcing import force
from workbench.engine.search.greedy import greedy
from workbench.engine.search.prefix import make_prefix
from workbench.engine.types import Alternative, Hypothesis, Progress, Token, Translation, no_progress

if TYPE_CHECKING:
    from workbench.engine.data.tokenizer import Tokenizers

#: Source pieces of one sentence that are read; the rest of a longer line is left out.
MAX_SOURCE = 1000
#: Source positions times hypotheses decoded at once; bounds the memory, and larger was not faster.
POSITIONS = 8000
#: Hypotheses decoded at once.
ROWS = 320
#: Hypotheses up to which one thread is as fast as several.
FEW_ROWS = 16


class Translator:
    """Translates text with one model. Keeps no state between calls, so several threads may share it.

    Attributes:
        model: The model, in evaluation mode.
        tokenizers: Both sides' tokenizers.
        device: Where the model is.
        config: The run's configuration; defaults when made from a bare model.
        run: The run folder, or ``None`` when made from a bare model.
        checkpoint: Name of the checkpoint's folder, or "".
        step: Optimizer steps the weights have seen.
        notice: Why another checkpoint was taken than the one asked for, in a sentence; empty otherwise.
    """

    notice = ""

    def __init__(
        self,
        model: EncoderDecoder,
        tokenizers: Tokenizers,
        device: torch.device | str,
        *,
        config: RunConfig | None = None,
        run: RunFolder | None = None,
        checkpoint: str = "",
        step: int = 0,
    ) -> None:
        self.model = model
        self.tokenizers = tokenizers
        self.device = torch.device(device)
        self.config = config or RunConfig()
        self.run = run
        self.checkpoint = checkpoint
        self.step = step

    @classmethod
    def load(
        cls,
        run: RunFolder | Path | str,
        *,
        checkpoint: str = "best",
        device: str = "auto",
        threads: int = 0,
        quantize: bool = False,
    ) -> Translator:
        """Open a run's model.

        Args:
            run: Run folder, its path or its name.
            checkpoint: "best", "last" or a step number.
            device: "auto", "cpu", "cuda" or "cuda:N".
            threads: CPU threads; 0 leaves it to the machine.
            quantize: Use int8 products on the CPU.

        Raises:
            RunFolderError: Something is missing, truncated or foreign.
        """
        from workbench.engine.search.loading import load

        return load(cls, run, checkpoint, device, threads, quantize)

    @classmethod
    def from_model(cls, model: EncoderDecoder, tokenizers: Tokenizers, device: torch.device | str) -> Translator:
        """Wrap a model in memory, as validation during training does; the disk is not touched."""
        return cls(model, tokenizers, device)

    @property
    def has_attention(self) -> bool:
        """Whether translations come with an attention matrix."""
        return self.model.has_attention

    def is_cut(self, text: str) -> bool:
        """Whether a text has more than ``MAX_SOURCE`` pieces, so that its end would not be translated."""
        return 4 * len(text) > MAX_SOURCE and len(self.tokenizers.source.encode(text)) > MAX_SOURCE

    def translate(
        self,
        sentences: Sequence[str],
        search: SearchConfig | None = None,
        *,
        prefixes: Sequence[str] | None = None,
        check: Check | None = None,
        progress: Progress = no_progress,
        details: bool = True,
    ) -> list[Translation]:
        """Translate sentences; the order of the answers is that of the questions.

        Args:
            sentences: Raw text. An empty one gets an empty translation.
            search: How to search; the run's own settings by default.
            prefixes: What each translation must begin with, "" for nothing.
            check: Called at every decoding step; raises ``Cancelled`` to stop.
            progress: Told how many sentences are done.
            details: Whether pieces, log-probabilities, alternatives and attention are wanted; without them only text
                and score are filled in, which is faster.
        """
        search = search or self.config.search
        answers: list[Translation | None] = [None] * len(sentences)
        sources: list[tuple[tuple[Token, ...], Sentence] | None] = []
        for text, prefix in zip(sentences, prefixes or [""] * len(sentences), strict=True):
            sources.append(self._read(text, prefix, details))
        for place, text in enumerate(sentences):
            if sources[place] is None:
                answers[place] = self._empty(text)
        done = sum(a is not None for a in answers)
        with _evaluating(self.model):
            lengths = [0 if s is None else len(s[1].ids) for s in sources]
            for places in batches(lengths, self._width(search)):
                batch = [s[1] for s in (sources[p] for p in places) if s is not None]
                decoded = self._decode(batch, search, check or no_check, details)
                for place, hypotheses in zip(places, decoded, strict=True):
                    source = sources[place]
                    assert source is not None
                    nbest = tuple(self._write(d, details) for d in hypotheses)
                    answers[place] = Translation(sentences[place], source[0], nbest)
                done += len(places)
                progress(done, len(sentences), "translating")
        return [a for a in answers if a is not None]

    def force(self, sources: Sequence[str], targets: Sequence[str], check: Check | None = None) -> list[Translation]:
        """Feed given translations through the model: their log-probabilities and attention.

        Returns:
            One translation with one hypothesis for each pair; ``score`` is the mean log-probability a piece.
        """
        answers: list[Translation | None] = [None] * len(sources)
        read = [self._read(text, "", True) for text in sources]
        wanted = [[*self.tokenizers.target.encode(text), EOS] for text in targets]
        if len(read) != len(wanted):
            raise ValueError("as many sources as targets are needed")
        for place, source in enumerate(read):
            if source is None:
                answers[place] = self._empty(sources[place])
        with _evaluating(self.model):
            for places in batches([0 if s is None else len(s[1].ids) for s in read], 1):
                batch = [s[1] for s in (read[p] for p in places) if s is not None]
                forced = force(self.model, batch, [wanted[p] for p in places], self.device, check=check or no_check)
                for place, decoded in zip(places, forced, strict=True):
                    source = read[place]
                    assert source is not None
                    answers[place] = Translation(sources[place], source[0], (self._write(decoded, True),))
        return [a for a in answers if a is not None]

    def _width(self, search: SearchConfig) -> int:
        return search.nbest if search.sampling else max(search.beam, search.nbest)

    def _decode(
        self, batch: Sequence[Sentence], search: SearchConfig, check: Check, details: bool
    ) -> list[list[Decoded]]:
        decode = greedy if search.sampling or self._width(search) == 1 else beam_search
        with _threads_for(len(batch) * self._width(search), self.device):
            return decode(self.model, batch, search, self.device, check=check, details=details)

    def _read(self, text: str, prefix: str, details: bool) -> tuple[tuple[Token, ...], Sentence] | None:
        """Source pieces as shown and as fed; ``None`` when there is nothing to translate."""
        if not text.strip():
            return None
        tokens: tuple[Token, ...] = ()
        if details:
            ids, pieces = self.tokenizers.source.encode_tokens(text)
            tokens = (*pieces[:MAX_SOURCE], Token("</s>", len(text), len(text)))
        else:
            ids = self.tokenizers.source.encode(text)
        if not ids:
            return None
        forced = make_prefix(prefix, self.tokenizers.target) if prefix else None
        return tokens, Sentence([*ids[:MAX_SOURCE], EOS], forced, zlib.crc32(text.encode("utf-8", "replace")))

    def _empty(self, text: str) -> Translation:
        attention = np.zeros((0, 0), dtype=np.float32) if self.has_attention else None
        return Translation(text, (), (Hypothesis("", 0.0, (), attention),))

    def _write(self, decoded: Decoded, details: bool) -> Hypothesis:
        """A hypothesis in text."""
        target = self.tokenizers.target
        ids = decoded.ids.tolist()
        if not details:
            return Hypothesis(target.decode(ids[:-1] if ids[-1] == EOS else ids), decoded.score, ())
        text, tokens = target.decode_tokens(ids)
        alternatives: list[tuple[Alternative, ...]] = [()] * len(ids)
        if decoded.alternatives is not None:
            alternatives = [
                tuple(Alternative(target.piece(i), p) for i, p in zip(pieces, logprobs, strict=True))
                for pieces, logprobs in zip(*(a.tolist() for a in decoded.alternatives), strict=True)
            ]
        pieces = tuple(
            Token(token.text, token.start, token.end, logprob, others)
            for token, logprob, others in zip(tokens, decoded.logprobs.tolist(), alternatives, strict=True)
        )
        return Hypothesis(text, decoded.score, pieces, decoded.attention, decoded.layers)


def batches(lengths: Sequence[int], width: int, positions: int = POSITIONS, rows: int = ROWS) -> Iterator[list[int]]:
    """Group sentences of like length, longest first; those of length 0 are left out.

    Args:
        lengths: Source pieces of each sentence.
        width: Hypotheses a sentence.
        positions: Most padded source positions times hypotheses in a batch.
        rows: Most hypotheses in a batch.
    """
    order = sorted((i for i, n in enumerate(lengths) if n), key=lambda i: -lengths[i])
    start = 0
    while start < len(order):
        longest = lengths[order[start]]
        size = max(1, min(positions // (longest * width), rows // width))
        yield order[start : start + size]
        start += size


@contextmanager
def _threads_for(rows: int, device: torch.device) -> Iterator[None]:
    """One thread for a few rows.

    Sharing such small products gains nothing, and waiting for a thread that another program (or a training run
    beside it) keeps from running has cost twenty times the work itself. The number of threads is a setting of the
    calling thread; the caller's is put back.
    """
    threads = torch.get_num_threads()
    if rows > FEW_ROWS or threads == 1 or device.type != "cpu":
        yield
        return
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(threads)


@contextmanager
def _evaluating(model: EncoderDecoder) -> Iterator[None]:
    """Evaluation mode for the time of a call; a loaded model is always in it, so threads do not disturb each other."""
    training = model.training
    if training:
        model.eval()
    try:
        yield
    finally:
        if training:
            model.train()
