"""From text to translations: a model, its tokenizers and a device, ready to translate whole lists of sentences."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import torch

from workbench.engine.core.config import RunConfig, SearchConfig
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Alternative, Hypothesis, Progress, Token, Translation, no_progress
from workbench.engine.device.threads import Threads
from workbench.engine.models.base import Decodable
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.batches import batches, kept, longest_source, threads_for
from workbench.engine.search.beam import beam_search
from workbench.engine.search.constraints.prefix import LONGEST, make_prefix
from workbench.engine.search.constraints.utf8 import Utf8
from workbench.engine.search.decoding import Check, Decode, Decoded, Sentence, no_check
from workbench.engine.search.forcing import ForcedPair, force
from workbench.engine.search.greedy import greedy
from workbench.engine.search.limits import make_limits
from workbench.engine.search.translated_text.copying import copied_line, copy_unknown, is_copied_whole, mark_unknown
from workbench.engine.search.translated_text.joining import join
from workbench.engine.search.translated_text.restoring import restore
from workbench.engine.text.seen import SourceSeen
from workbench.engine.text.sentences import Span, SplitRule, fit, split_sentences
from workbench.engine.text.source.source_casing import PieceWeights, capitalised, to_lower
from workbench.engine.text.source.source_reader import Changes, SourceReader, SourceText
from workbench.engine.text.special_ids import EOS
from workbench.engine.text.units import Unit, may_hold_literals

if TYPE_CHECKING:
    from workbench.engine.text.tokenizer import Tokenizers

#: Source pieces that are decoded at once; longer lines are cut.
MAX_SOURCE = 1000
#: Pieces of the parts of a sentence that is too long: the time of a part grows with the square of its length.
PART = 100
#: Log-probability by which a word may be likelier with a capital because it often begins a sentence.
_BEGINNINGS = 3.0
#: Likewise where the source word has no capital inside: question words hardly ever stand elsewhere.
_RARE_INSIDE = 14.0
#: Languages in which any noun has a capital.
_CAPITAL_NOUNS = ("de", "lb")
#: Pieces that one character can become, and characters that one piece has at most.
_MOST_PIECES, _CHARACTERS = 4, 16


@dataclass(frozen=True)
class _Source:
    """One sentence as it is read.

    Attributes:
        text: Raw text.
        tokens: Its pieces as shown, end-of-sentence last; empty unless details are wanted or something is copied.
        sentence: As it is fed.
        changes: What was done to it that its translation shows.
        unknown: Its words that the model never saw, where they were looked for.
        prefix: What the translation must begin with.
    """

    text: str
    tokens: tuple[Token, ...]
    sentence: Sentence
    changes: Changes
    unknown: tuple[Unit, ...] = ()
    prefix: str = ""

    @property
    def copies(self) -> bool:
        """Whether something may have to be copied."""
        return any(unit.is_literal for unit in self.unknown)


class Translator:
    """Translates text with one model. Keeps no text between calls, so several threads may share it.

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
        threads: How many calculate, on a CPU; the run's setting by default.
        reader: Reads source lines as the model knows them.
    """

    def __init__(
        self,
        model: Decodable,
        tokenizers: Tokenizers,
        device: torch.device | str,
        *,
        config: RunConfig | None = None,
        run: RunFolder | None = None,
        checkpoint: str = "",
        step: int = 0,
        seen: SourceSeen | None = None,
        notice: str = "",
        threads: Threads | None = None,
    ) -> None:
        self.model = model
        self.tokenizers = tokenizers
        self.device = torch.device(device)
        self.config = config or RunConfig()
        self.run = run
        self.checkpoint = checkpoint
        self.step = step
        self.notice = notice
        self.threads = threads or Threads(self.config.runtime.threads)
        self.seen = seen or SourceSeen.of_vocabulary(tokenizers.source)
        self.reader = SourceReader(tokenizers, self.config.data.source_lang)

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

        A sentence longer than any in training, or than the memory of a decode allows (see ``batches``), is cut at
        clauses, else at blanks, else anywhere. So a line costs time in proportion to its length, and no memory but
        that of its answer.

        Args:
            line: Raw text.
            search: Says whether lines are cut into sentences; the run's own settings by default.

        Returns:
            Spans in code points; blanks between them are left out, nothing else is.
        """
        search = search or self.config.search
        mode, language = search.split_sentences, self.config.data.source_lang
        longest = MAX_SOURCE if mode == "off" else min(MAX_SOURCE, self.config.training.max_tokens)
        longest = longest_source(longest, self._width(search), search)
        spans = [(0, len(line))]
        if mode != "off":
            spans = split_sentences(line, language) if mode == "on" else self.split_rule.spans(line, language)
        if _MOST_PIECES * len(line) > longest:
            spans = [part for span in spans for part in fit(line, span, longest, self._pieces, language, part=PART)]
        if len(spans) == 1:
            return spans
        return [_stripped(line, span) for span in spans if line[slice(*span)].strip()] or [(0, len(line))]

    def _pieces(self, text: str) -> int:
        """How long a text is: its pieces, or more where it has characters that are none (joiners, controls)."""
        return max(len(self.tokenizers.source.encode(text)), len(text) // _CHARACTERS)

    def translate(
        self,
        sentences: Sequence[str],
        search: SearchConfig | None = None,
        *,
        prefixes: Sequence[str] | None = None,
        check: Check | None = None,
        progress: Progress = no_progress,
        details: bool = True,
        decode: Decode | None = None,
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
            decode: Searches instead of what the settings ask for.
        """
        search = search or self.config.search
        spans = [self.parts(line, search) for line in sentences]
        texts: list[SourceText] = []
        beginnings: list[str] = []
        for line, cut, prefix in zip(sentences, spans, prefixes or [""] * len(sentences), strict=True):
            for number, span in enumerate(cut):
                part = line if len(cut) == 1 else line[slice(*span)]
                # What is cut off inside of a sentence lacks no final stop.
                texts.append(self.reader.read(part, search.normalise_source, whole=number == len(cut) - 1))
                beginnings.append(prefix if number == 0 else "")
        found = iter(self._translate(texts, beginnings, search, check or no_check, progress, details, decode))
        language = self.config.data.target_lang
        answers = []
        for line, cut in zip(sentences, spans, strict=True):
            parts = [next(found) for _ in cut]
            answers.append(parts[0] if len(cut) == 1 else join(line, cut, parts, language))
        return answers

    def _translate(
        self,
        texts: Sequence[SourceText],
        prefixes: Sequence[str],
        search: SearchConfig,
        check: Check,
        progress: Progress,
        details: bool,
        decode: Decode | None,
    ) -> list[Translation]:
        """Translate each text as one sentence."""
        answers: list[Translation | None] = [None] * len(texts)
        sources: list[_Source | None] = []
        for place, (text, prefix) in enumerate(zip(texts, prefixes, strict=True)):
            source = self._read(text, self._as_written(prefix, text.changes), details, search.copy_unknown)
            answers[place] = self._without_model(text.raw, source, search, details)
            sources.append(None if answers[place] else source)
        done = sum(a is not None for a in answers)
        with self.model.evaluating():
            lengths = [0 if s is None else len(s.sentence.ids) for s in sources]
            for places in batches(lengths, self._width(search), keeping=partial(kept, search=search)):
                batch = [s for s in (sources[p] for p in places) if s is not None]
                decoded = self._decode(batch, search, check, details, decode)
                for place, source, hypotheses in zip(places, batch, decoded, strict=True):
                    nbest = tuple(self._finish(d, source, search, details) for d in hypotheses)
                    answers[place] = Translation(source.text, source.tokens if details else (), nbest)
                done += len(places)
                progress(done, len(texts), Message("translating"))
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
        """A hypothesis in text, with what is copied, in the case of its source as typed."""
        copies = search.copy_unknown and source.copies and decoded.attention is not None
        written = self._write(decoded, details or copies)
        if copies:
            protected = len(" ".join(source.prefix.split()))
            written = copy_unknown(written, source.text, source.tokens, source.unknown, protected)
        written = self._restore(written, source.changes)
        return written if details or not copies else Hypothesis(written.text, written.score, ())

    def force(self, sources: Sequence[str], targets: Sequence[str], check: Check | None = None) -> list[Translation]:
        """Feed given translations through the model: their log-probabilities and attention.

        Of sentences longer than any that is translated, the beginning is read.

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
        read = self.read_pairs(sources, targets)
        answers = [self._empty(text) if pair is None else None for text, pair in zip(sources, read, strict=True)]
        with self.model.evaluating():
            lengths = [0 if p is None else max(len(p.tokens), len(p.target)) for p in read]
            for places in batches(lengths, 1):
                batch = [p for p in (read[place] for place in places) if p is not None]
                forced = force(
                    self.model, [p.sentence for p in batch], [p.target for p in batch], self.device, check=check
                )
                for place, pair, decoded in zip(places, batch, forced, strict=True):
                    answers[place] = self.written(pair, decoded)
        return [a for a in answers if a is not None]

    def read_pairs(self, sources: Sequence[str], targets: Sequence[str]) -> list[ForcedPair | None]:
        """Pairs as they are fed, each as one sentence; ``None`` where the source has nothing to read."""
        texts = [self.reader.read(text, self.config.search.normalise_source) for text in sources]
        pairs: list[ForcedPair | None] = []
        for text, target in zip(texts, targets, strict=True):
            source = self._read(text, "", True, False)
            # A target in capitals is read as its source is; other targets stand as they are given.
            case = Changes(text.changes.case if target.isupper() else "")
            ids = [*self.tokenizers.target.encode(self._as_written(target, case))[:LONGEST], EOS]
            pairs.append(ForcedPair(source.text, source.tokens, source.sentence, ids, case) if source else None)
        return pairs

    def written(self, pair: ForcedPair, decoded: Decoded) -> Translation:
        """A forced pair in text."""
        hypothesis = self._restore(self._write(decoded, True), pair.case)
        return Translation(pair.source, pair.tokens, (hypothesis,))

    def _width(self, search: SearchConfig) -> int:
        return search.nbest if search.sampling else max(search.beam, search.nbest)

    def _decode(
        self, batch: Sequence[_Source], search: SearchConfig, check: Check, details: bool, decode: Decode | None
    ) -> list[list[Decoded]]:
        decode = decode or (greedy if search.sampling or self._width(search) == 1 else beam_search)
        if not details and search.copy_unknown and self.has_attention and any(s.copies for s in batch):
            details, search = True, search.model_copy(update={"alternatives": 0})  # copying goes by the attention
        fed = [s.sentence for s in batch]
        limit = partial(make_limits, utf8=self._utf8)
        with threads_for(len(batch) * self._width(search), self.device, self.threads):
            return decode(self.model, fed, search, self.device, check=check, details=details, limit=limit)

    def _read(self, source: SourceText, prefix: str, details: bool, copies: bool) -> _Source | None:
        """A source sentence; ``None`` when there is nothing to translate.

        Args:
            source: As typed and as the model reads it.
            prefix: What its translation must begin with.
            details: Whether its pieces and unknown words are wanted.
            copies: Whether they are wanted where something might be copied.
        """
        if not source.text:
            return None
        raw = source.raw
        tokens: tuple[Token, ...] = ()
        unknown: list[Unit] = []
        if details or (copies and may_hold_literals(raw)):
            ids, found = self.tokenizers.source.encode_tokens(source.text)
            pieces = source.place(found)
            unknown = self.seen.unknown_units(raw, ids, pieces)
            tokens = (*mark_unknown(pieces[:MAX_SOURCE], unknown), Token("</s>", len(raw), len(raw)))
        else:
            ids = self.tokenizers.source.encode(source.text)
        if not ids:
            return None
        forced = make_prefix(prefix, self.tokenizers.target) if prefix else None
        sentence = Sentence([*ids[:MAX_SOURCE], EOS], forced, zlib.crc32(source.text.encode("utf-8", "replace")))
        return _Source(raw, tokens, sentence, source.changes, tuple(unknown), prefix)

    def _empty(self, text: str) -> Translation:
        attention = np.zeros((0, 0), dtype=np.float32) if self.has_attention else None
        return Translation(text, (), (Hypothesis("", 0.0, (), attention),))

    def _restore(self, hypothesis: Hypothesis, changes: Changes) -> Hypothesis:
        """A hypothesis in the case of its source as typed."""
        if not changes:
            return hypothesis
        return restore(hypothesis, changes, self.config.data.target_lang, self._is_small_inside)

    def _as_written(self, text: str, changes: Changes) -> str:
        """Target text that follows its source in case, in the letters that the model writes."""
        if not text or not changes:
            return text
        if changes.case:
            blanks = text[len(text.rstrip()) :]
            return self._target_reader.read(text, whole=False).text + blanks
        return capitalised(text, self.config.data.target_lang) if changes.capital_added else text

    @cached_property
    def _target_reader(self) -> SourceReader:
        target = self.tokenizers.target
        return SourceReader(replace(self.tokenizers, source=target, profile=None), self.config.data.target_lang)

    def _is_small_inside(self, word: str, proper: bool) -> bool:
        """Whether the target side writes a word without its capital inside of sentences, as far as its pieces tell."""
        lang = self.config.data.target_lang
        small, pieces = to_lower(word, lang), self._target_pieces
        doubtful = proper or len(word) == 1 or lang[:2] in _CAPITAL_NOUNS
        return pieces.score(small) + (_BEGINNINGS if doubtful else _RARE_INSIDE) >= pieces.score(word)

    @cached_property
    def _target_pieces(self) -> PieceWeights:
        return PieceWeights(self.tokenizers.target)

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
