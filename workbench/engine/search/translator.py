"""From text to translations: a model, its tokenizers and a device, ready to translate whole lists of sentences."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from workbench.engine.batch import EOS
from workbench.engine.config import RunConfig, SearchConfig
from workbench.engine.data.seen import SourceSeen
from workbench.engine.data.sentences import Span, SplitRule, fit, split_sentences
from workbench.engine.data.units import Unit, may_hold_literals
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.runs import RunFolder
from workbench.engine.search.beam import beam_search
from workbench.engine.search.common import Check, Decoded, Sentence, no_check
from workbench.engine.search.copying import copied_line, copy_unknown, is_copied_whole, mark_unknown
from workbench.engine.search.forcing import force
from workbench.engine.search.greedy import greedy
from workbench.engine.search.joining import join
from workbench.engine.search.prefix import make_prefix
from workbench.engine.search.utf8 import Utf8
from workbench.engine.types import Alternative, Hypothesis, Progress, Token, Translation, no_progress

if TYPE_CHECKING:
    from workbench.engine.data.tokenizer import Tokenizers

#: Source pieces that are decoded at once; longer lines are cut.
MAX_SOURCE = 1000
#: Source positions times hypotheses decoded at once; bounds the memory, and larger was not faster.
POSITIONS = 8000
#: Hypotheses decoded at once.
ROWS = 320
#: Hypotheses up to which one thread is as fast as several.
FEW_ROWS = 16
#: Pieces that one character can become.
_MOST_PIECES = 4


@dataclass(frozen=True)
class _Source:
    """One sentence as it is read.

    Attributes:
        text: Raw text.
        tokens: Its pieces as shown, end-of-sentence last; empty unless details are wanted or something is copied.
        sentence: As it is fed.
        unknown: Its words that the model never saw, where they were looked for.
        prefix: What the translation must begin with.
    """

    text: str
    tokens: tuple[Token, ...]
    sentence: Sentence
    unknown: tuple[Unit, ...] = ()
    prefix: str = ""

    @property
    def copies(self) -> bool:
        """Whether something may have to be copied."""
        return any(unit.is_literal for unit in self.unknown)


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
        seen: What the training sources held.
    """

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
        seen: SourceSeen | None = None,
        notice: str = "",
    ) -> None:
        self.model = model
        self.tokenizers = tokenizers
        self.device = torch.device(device)
        self.config = config or RunConfig()
        self.run = run
        self.checkpoint = checkpoint
        self.step = step
        self.notice = notice
        self.seen = seen or SourceSeen.of_vocabulary(tokenizers.source)

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
    def from_model(
        cls,
        model: EncoderDecoder,
        tokenizers: Tokenizers,
        device: torch.device | str,
        *,
        config: RunConfig | None = None,
        seen: SourceSeen | None = None,
    ) -> Translator:
        """Wrap a model in memory, as validation during training does; the disk is not touched."""
        return cls(model, tokenizers, device, config=config, seen=seen)

    @property
    def has_attention(self) -> bool:
        """Whether translations come with an attention matrix."""
        return self.model.has_attention

    @property
    def split_rule(self) -> SplitRule:
        """How "auto" cuts lines into sentences: as the lines were that the model learnt from."""
        return self.seen.rule

    @cached_property
    def _utf8(self) -> Utf8 | None:
        """Keeps byte pieces to whole characters, where the target vocabulary has any."""
        table = Utf8(self.tokenizers.target.vocabulary(), self.device)
        return table if table.any else None

    def parts(self, line: str, search: SearchConfig | None = None) -> list[Span]:
        """What of a line is translated at once: the line, or its sentences and the parts of very long ones.

        Args:
            line: Raw text.
            search: Says whether lines are cut into sentences; the run's own settings by default.

        Returns:
            Spans in code points; blanks between them are left out, nothing else is.
        """
        mode = (search or self.config.search).split_sentences
        language = self.config.data.source_lang
        longest = MAX_SOURCE if mode == "off" else min(MAX_SOURCE, self.config.training.max_tokens)
        spans = [(0, len(line))]
        if mode != "off":
            spans = split_sentences(line, language) if mode == "on" else self.split_rule.spans(line, language)
        if _MOST_PIECES * len(line) > longest:
            spans = [part for span in spans for part in fit(line, span, longest, self._pieces, language)]
        if len(spans) == 1:
            return spans
        return [_stripped(line, span) for span in spans if line[slice(*span)].strip()] or [(0, len(line))]

    def _pieces(self, text: str) -> int:
        return len(self.tokenizers.source.encode(text))

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
        """Translate lines; the order of the answers is that of the questions.

        A line of several sentences is translated sentence by sentence (see ``parts``) and answered as one.

        Args:
            sentences: Raw text. An empty one gets an empty translation.
            search: How to search; the run's own settings by default.
            prefixes: What each translation must begin with, "" for nothing; of several sentences the first.
            check: Called at every decoding step; raises ``Cancelled`` to stop.
            progress: Told how many sentences are done.
            details: Whether pieces, log-probabilities, alternatives and attention are wanted; without them only text
                and score are filled in, which is faster.
        """
        search = search or self.config.search
        spans = [self.parts(line, search) for line in sentences]
        texts = [line if len(cut) == 1 else line[slice(*span)] for line, cut in zip(sentences, spans, strict=True)
                 for span in cut]  # fmt: skip
        beginnings = [prefix if number == 0 else ""
                      for prefix, cut in zip(prefixes or [""] * len(sentences), spans, strict=True)
                      for number in range(len(cut))]  # fmt: skip
        found = iter(self._translate(texts, beginnings, search, check or no_check, progress, details))
        language = self.config.data.target_lang
        answers = []
        for line, cut in zip(sentences, spans, strict=True):
            parts = [next(found) for _ in cut]
            answers.append(parts[0] if len(cut) == 1 else join(line, cut, parts, language))
        return answers

    def _translate(
        self,
        texts: Sequence[str],
        prefixes: Sequence[str],
        search: SearchConfig,
        check: Check,
        progress: Progress,
        details: bool,
    ) -> list[Translation]:
        """Translate each text as one sentence."""
        answers: list[Translation | None] = [None] * len(texts)
        sources: list[_Source | None] = []
        for place, (text, prefix) in enumerate(zip(texts, prefixes, strict=True)):
            source = self._read(text, prefix, details, search.copy_unknown)
            answers[place] = self._without_model(text, source, search, details)
            sources.append(None if answers[place] else source)
        done = sum(a is not None for a in answers)
        with _evaluating(self.model):
            lengths = [0 if s is None else len(s.sentence.ids) for s in sources]
            for places in batches(lengths, self._width(search)):
                batch = [s for s in (sources[p] for p in places) if s is not None]
                decoded = self._decode(batch, search, check, details)
                for place, source, hypotheses in zip(places, batch, decoded, strict=True):
                    nbest = tuple(self._finish(d, source, search, details) for d in hypotheses)
                    answers[place] = Translation(texts[place], source.tokens if details else (), nbest)
                done += len(places)
                progress(done, len(texts), "translating")
        return [a for a in answers if a is not None]

    def _without_model(
        self, text: str, source: _Source | None, search: SearchConfig, details: bool
    ) -> Translation | None:
        """The translation of what the model is not asked for: nothing, or what is copied whole."""
        if source is None:
            return self._empty(text)
        if not search.copy_unknown or source.prefix or not may_hold_literals(text):
            return None
        if not is_copied_whole(text, source.unknown) or self.seen.knows_line(text):
            return None
        tokens = source.tokens if details else ()
        return Translation(text, tokens, (copied_line(text, tokens, self.has_attention),))

    def _finish(self, decoded: Decoded, source: _Source, search: SearchConfig, details: bool) -> Hypothesis:
        """A hypothesis in text, with what is copied."""
        if not (search.copy_unknown and source.copies and decoded.attention is not None):
            return self._write(decoded, details)
        written = self._write(decoded, True)
        protected = len(" ".join(source.prefix.split()))
        copied = copy_unknown(written, source.text, source.tokens, source.unknown, protected)
        return copied if details else Hypothesis(copied.text, copied.score, ())

    def force(self, sources: Sequence[str], targets: Sequence[str], check: Check | None = None) -> list[Translation]:
        """Feed given translations through the model: their log-probabilities and attention.

        Returns:
            One translation with one hypothesis for each pair; ``score`` is the mean log-probability a piece.
        """
        if len(sources) != len(targets):
            raise ValueError("as many sources as targets are needed")
        cuts = [self._forced_parts(*pair) for pair in zip(sources, targets, strict=True)]
        found = iter(
            self._force(
                [source[slice(*span)] for source, (cut, _) in zip(sources, cuts, strict=True) for span in cut],
                [target[slice(*span)] for target, (_, cut) in zip(targets, cuts, strict=True) for span in cut],
                check or no_check,
            )
        )
        answers = []
        for source, target, (cut, other) in zip(sources, targets, cuts, strict=True):
            parts = [next(found) for _ in cut]
            between = [target[a[1] : b[0]] and " " for a, b in pairwise(other)]
            answers.append(parts[0] if len(cut) == 1 else join(source, cut, parts, between))
        return answers

    def _forced_parts(self, source: str, target: str) -> tuple[list[Span], list[Span]]:
        """The sentences of a pair, where both sides have as many; else both whole."""
        spans = self.parts(source)
        if len(spans) > 1:
            other = split_sentences(target, self.config.data.target_lang)
            if len(other) == len(spans):
                return spans, [_stripped(target, span) for span in other]
        return [(0, len(source))], [(0, len(target))]

    def _force(self, sources: Sequence[str], targets: Sequence[str], check: Check) -> list[Translation]:
        """Force each pair as one sentence."""
        answers: list[Translation | None] = [None] * len(sources)
        read = [self._read(text, "", True, False) for text in sources]
        wanted = [[*self.tokenizers.target.encode(text), EOS] for text in targets]
        for place, source in enumerate(read):
            if source is None:
                answers[place] = self._empty(sources[place])
        with _evaluating(self.model):
            for places in batches([0 if s is None else len(s.sentence.ids) for s in read], 1):
                batch = [s for s in (read[p] for p in places) if s is not None]
                fed = [s.sentence for s in batch]
                forced = force(self.model, fed, [wanted[p] for p in places], self.device, check=check)
                for place, one, decoded in zip(places, batch, forced, strict=True):
                    answers[place] = Translation(sources[place], one.tokens, (self._write(decoded, True),))
        return [a for a in answers if a is not None]

    def _width(self, search: SearchConfig) -> int:
        return search.nbest if search.sampling else max(search.beam, search.nbest)

    def _decode(
        self, batch: Sequence[_Source], search: SearchConfig, check: Check, details: bool
    ) -> list[list[Decoded]]:
        decode = greedy if search.sampling or self._width(search) == 1 else beam_search
        if not details and search.copy_unknown and self.has_attention and any(s.copies for s in batch):
            details, search = True, search.model_copy(update={"alternatives": 0})  # copying goes by the attention
        fed = [s.sentence for s in batch]
        with _threads_for(len(batch) * self._width(search), self.device):
            return decode(self.model, fed, search, self.device, check=check, details=details, utf8=self._utf8)

    def _read(self, text: str, prefix: str, details: bool, copies: bool) -> _Source | None:
        """A source sentence; ``None`` when there is nothing to translate.

        Args:
            text: Raw text.
            prefix: What its translation must begin with.
            details: Whether its pieces and unknown words are wanted.
            copies: Whether they are wanted where something might be copied.
        """
        if not text.strip():
            return None
        tokens: tuple[Token, ...] = ()
        unknown: list[Unit] = []
        if details or (copies and may_hold_literals(text)):
            ids, pieces = self.tokenizers.source.encode_tokens(text)
            unknown = self.seen.unknown_units(text, ids, pieces)
            tokens = (*mark_unknown(pieces[:MAX_SOURCE], unknown), Token("</s>", len(text), len(text)))
        else:
            ids = self.tokenizers.source.encode(text)
        if not ids:
            return None
        forced = make_prefix(prefix, self.tokenizers.target) if prefix else None
        sentence = Sentence([*ids[:MAX_SOURCE], EOS], forced, zlib.crc32(text.encode("utf-8", "replace")))
        return _Source(text, tokens, sentence, tuple(unknown), prefix)

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


def _stripped(line: str, span: Span) -> Span:
    """A span without the blanks at its ends."""
    text = line[slice(*span)]
    start = span[0] + len(text) - len(text.lstrip())
    return start, start + len(text.strip())


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
