"""Text to pieces and back, with character offsets: one SentencePiece model a side, or one for both."""

from __future__ import annotations

import codecs
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import sentencepiece
from numpy.typing import NDArray

from workbench.engine.core.config import TokenizerConfig
from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import reason, write_atomically
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Token
from workbench.engine.text.folding import SPACE_MARK, fold, fold_with_origin
from workbench.engine.text.merge_dropout import merged
from workbench.engine.text.source.source_profile import SourceProfile
from workbench.engine.text.special_ids import BOS, EOS, PAD, UNK, byte_value
from workbench.engine.text.tokenizer_training import train_model

SHARED, SOURCE, TARGET = "shared.model", "source.model", "target.model"
#: From so many segmentations of a text one is drawn (Kudo 2018 has 64 too).
_SEGMENTATIONS = 64
_UNKNOWN = "\u2047"


class Tokenizer:
    """One side's tokenizer. Encoding and decoding are safe from several threads.

    Args:
        model: A serialised SentencePiece model.

    Raises:
        RunFolderError: The bytes are no SentencePiece model of this program.
    """

    def __init__(self, model: bytes) -> None:
        self.model = model
        try:
            if not model:
                raise RuntimeError("empty model")
            self._processor = sentencepiece.SentencePieceProcessor(model_proto=model)
            self.size: int = self._processor.get_piece_size()
            specials = [getattr(self._processor, f"{name}_id")() for name in ("pad", "unk", "bos", "eos")]
            self._pieces: list[str] = [self._processor.id_to_piece(i) for i in range(self.size)]
        except (RuntimeError, ValueError, TypeError) as error:
            raise RunFolderError(Message("is not a SentencePiece model: {reason}", reason=reason(error))) from None
        if specials != [PAD, UNK, BOS, EOS]:
            raise RunFolderError(
                Message(
                    "has its special pieces at {found} instead of {wanted}",
                    found=specials,
                    wanted=[PAD, UNK, BOS, EOS],
                )
            )
        #: Byte value of a byte piece, -1 for others.
        self._bytes = [byte_value(p) for p in self._pieces]

    def encode(self, text: str) -> list[int]:
        """Piece ids without begin- and end-of-sentence."""
        return self._processor.encode(fold(text), num_threads=1)

    def encode_batch(self, texts: Sequence[str]) -> list[list[int]]:
        """Piece ids of several texts."""
        return self._processor.encode([fold(t) for t in texts], num_threads=1) if texts else []

    def encode_arrays(self, texts: Sequence[str], threads: int = 1) -> list[NDArray[np.int32]]:
        """Piece ids of several texts as arrays, the fast way for a whole corpus."""
        if not texts:
            return []
        return self._processor.encode([fold(t) for t in texts], return_type="numpy", num_threads=threads)

    def encode_sampled_batch(self, texts: Sequence[str], alpha: float, seed: int) -> list[list[int]]:
        """Random segmentations of several texts (Kudo 2018; for bpe, dropout of merges, Provilkov et al. 2020).

        Drawn by a generator of our own: SentencePiece's draws other numbers in each process.

        Args:
            texts: Raw texts.
            alpha: Smoothing of the distribution (unigram) or share of merges dropped (bpe).
            seed: The same seed draws the same segmentations. Char and word models have only one.
        """
        random = np.random.default_rng(seed)
        if self._has("nbest_encode", nbest_size=2):
            return [self._draw(fold(text), alpha, random) for text in texts]
        if not self._has("encode", enable_sampling=True, alpha=0.1, nbest_size=-1):
            return self.encode_batch(texts)
        return [self._with_dropout(ids, alpha, random) for ids in self.encode_batch(texts)]

    def _with_dropout(self, ids: Sequence[int], share: float, random: np.random.Generator) -> list[int]:
        """The pieces of a text merged anew, a share of the merges left out; bytes and unknown pieces stay."""
        known = self._merges
        found: list[int] = []
        for plain, run in itertools.groupby(ids, key=lambda i: self.piece(i) in known):
            kept = list(run)
            pieces = merged("".join(map(self.piece, kept)), self._merge_scores, share, random) if plain else []
            found += [known[p][0] for p in pieces] if plain and all(p in known for p in pieces) else kept
        return found

    @cached_property
    def _merges(self) -> dict[str, tuple[int, float]]:
        """Id and score of every piece that is text."""
        pieces = enumerate(zip(self.vocabulary(), self.piece_scores(), strict=True))
        return {p: (i, score) for i, (p, score) in pieces if i > EOS and byte_value(p) < 0}

    @cached_property
    def _merge_scores(self) -> dict[str, float]:
        return {piece: score for piece, (_, score) in self._merges.items()}

    def _draw(self, text: str, alpha: float, random: np.random.Generator) -> list[int]:
        """One of the best segmentations of a folded text, drawn by its likelihood to the power of ``alpha``."""
        place = random.random()  # one for each text, whatever it is
        found: list[list[int]] = self._processor.nbest_encode(text, nbest_size=_SEGMENTATIONS) if text else [[]]
        ids = np.fromiter(itertools.chain.from_iterable(found), np.int64)
        starts = np.cumsum([0, *(len(one) for one in found[:-1])])
        weights = (np.add.reduceat(self._scores[ids], starts) if len(ids) else np.zeros(1)) * alpha
        weights = np.exp(weights - weights.max()).cumsum()
        return found[min(int(np.searchsorted(weights, place * weights[-1], side="right")), len(found) - 1)]

    def _has(self, name: str, **options: Any) -> bool:
        """Whether this kind of model can do something."""
        try:
            getattr(self._processor, name)("a", **options)
        except RuntimeError:
            return False
        return True

    @cached_property
    def _scores(self) -> NDArray[np.float64]:
        return np.array(self.piece_scores())

    def encode_tokens(self, text: str) -> tuple[list[int], list[Token]]:
        """Piece ids and where each stands in ``text``, end-of-sentence not included.

        Spans are code points of ``text`` as typed and leave out blanks; a piece that is only a blank has an empty
        span; byte pieces share the span of their character.
        """
        origin = fold_with_origin(text)
        ids: list[int] = self._processor.encode(origin.text, num_threads=1)
        seen, tokens = self.decode_tokens(ids)
        limit = len(origin.text) if seen == origin.text else 0
        placed = []
        for token in tokens:
            start, end = min(token.start, limit), min(token.end, limit)
            if start < end:
                placed.append(token.at(origin.starts[start], origin.ends[end - 1]))
            else:
                at = origin.starts[start] if start < limit else len(text)
                placed.append(token.at(at, at))
        return ids, placed

    def decode(self, ids: Iterable[int]) -> str:
        """The text of piece ids; specials say nothing, and bytes that form no character become U+FFFD."""
        return self.decode_tokens(ids)[0]

    def decode_tokens(self, ids: Iterable[int]) -> tuple[str, list[Token]]:
        """The text of piece ids and one token for each id, with its span in that text.

        End-of-sentence gives ``Token("</s>")`` with an empty span at the end.
        """
        writer = _Writer()
        names = []
        for piece_id in map(int, ids):
            inside = 0 <= piece_id < self.size
            name = self._pieces[piece_id] if inside else _UNKNOWN
            names.append(name)
            if inside and self._bytes[piece_id] >= 0:
                writer.byte(self._bytes[piece_id])
            elif piece_id in (PAD, BOS, EOS):
                writer.text("")
            else:
                writer.text(_UNKNOWN if piece_id == UNK or not inside else name)
        text, spans = writer.finish()
        return text, [Token(name, start, end) for name, (start, end) in zip(names, spans, strict=True)]

    def piece(self, piece_id: int) -> str:
        """The piece as SentencePiece writes it, ``▁`` for a leading space."""
        return self._pieces[piece_id]

    def vocabulary(self) -> list[str]:
        """All pieces by id."""
        return list(self._pieces)

    def piece_scores(self) -> list[float]:
        """Log-probability of each piece (unigram), or its negative rank (bpe)."""
        return [float(self._processor.get_score(i)) for i in range(self.size)]


class _Writer:
    """Puts pieces together and remembers which characters each of them wrote."""

    def __init__(self) -> None:
        self._chars: list[str] = []
        #: Per piece: index of its first and one past its last character, blanks at either end left out.
        self._spans: list[tuple[int, int]] = []
        self._pending: list[int] = []  # pieces whose bytes have not formed a character yet
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def text(self, piece: str) -> None:
        """Write a piece that is text."""
        self._flush()
        self._spans.append(self._write(piece))

    def byte(self, value: int) -> None:
        """Write a piece that is one byte of a character."""
        self._spans.append((len(self._chars), len(self._chars)))
        me = len(self._spans) - 1
        out = self._decoder.decode(bytes([value]))
        waiting = bool(self._decoder.getstate()[0])
        # A byte that starts anew settles the bytes before it as broken; they share the replacement character.
        own = "" if waiting else out[-1:]
        broken = out if waiting else out[:-1]
        if self._pending and broken:
            self._settle(broken)
        elif broken:
            own = out
        self._pending.append(me)
        if own:
            self._settle(own)

    def _settle(self, chars: str) -> None:
        span = self._write(chars)
        for index in self._pending:
            self._spans[index] = span
        self._pending = []

    def _flush(self) -> None:
        if not self._pending:
            return
        rest = self._decoder.decode(b"", final=True)
        self._decoder.reset()
        if rest:
            self._settle(rest)
        self._pending = []

    def _write(self, chars: str) -> tuple[int, int]:
        first = last = -1
        for char in chars:
            if char in (SPACE_MARK, " "):
                if self._chars and self._chars[-1] != " ":
                    self._chars.append(" ")
                continue
            self._chars.append(char)
            first, last = (len(self._chars) - 1 if first < 0 else first), len(self._chars)
        return (first, last) if first >= 0 else (len(self._chars), len(self._chars))

    def finish(self) -> tuple[str, list[tuple[int, int]]]:
        """The text without a trailing space, and the spans."""
        self._flush()
        text = "".join(self._chars).rstrip(" ")
        return text, [(min(a, len(text)), min(b, len(text))) for a, b in self._spans]


@dataclass(frozen=True)
class Tokenizers:
    """The tokenizers of a run.

    Attributes:
        source: Source side.
        target: Target side; the same object when shared.
        shared: Whether both sides use one vocabulary.
        profile: What the training sources look like; ``None`` in runs of earlier versions, whose training sources kept
            characters that show nothing.
    """

    source: Tokenizer
    target: Tokenizer
    shared: bool
    profile: SourceProfile | None = None

    @classmethod
    def train(
        cls, source: Iterable[str], target: Iterable[str], config: TokenizerConfig, *, target_size: int = 0
    ) -> Tokenizers:
        """Learn the vocabularies.

        Args:
            source: Source sentences (already sampled where the corpus is large); anything but an iterator is read
                again instead of being held in memory.
            target: Target sentences.
            config: Kind, sharing, coverage, and ``vocab_size`` (0: a default for so many sentences).
            target_size: Another size for the target side of separate vocabularies.

        Raises:
            CorpusError: There is no text to learn from.
        """
        if config.shared:
            both = Tokenizer(train_model((source, target), config, config.vocab_size))
            return cls(both, both, True)
        return cls(
            Tokenizer(train_model((source,), config, config.vocab_size)),
            Tokenizer(train_model((target,), config, target_size or config.vocab_size)),
            False,
        )

    def files(self) -> dict[str, Tokenizer]:
        """File name -> tokenizer."""
        return {SHARED: self.source} if self.shared else {SOURCE: self.source, TARGET: self.target}

    def save(self, folder: Path) -> None:
        """Write the models into ``folder``."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, tokenizer in self.files().items():
            write_atomically(folder / name, tokenizer.model)
        if self.profile is not None:
            self.profile.save(folder)

    @classmethod
    def load(cls, folder: Path) -> Tokenizers:
        """Read what ``save`` wrote.

        Raises:
            RunFolderError: A file is missing, truncated or foreign.
        """
        profile = SourceProfile.load(folder)
        if (folder / SHARED).is_file():
            both = _load(folder / SHARED)
            return cls(both, both, True, profile)
        return cls(_load(folder / SOURCE), _load(folder / TARGET), False, profile)


def _load(path: Path) -> Tokenizer:
    try:
        return Tokenizer(path.read_bytes())
    except FileNotFoundError:
        raise RunFolderError(
            Message("the file is missing"), where=str(path), advice=Message("Copy the whole run folder.")
        ) from None
    except OSError as error:
        raise RunFolderError(Message("cannot be read: {reason}", reason=reason(error)), where=str(path)) from None
    except RunFolderError as error:
        raise RunFolderError(
            error.message, where=str(path), advice=Message("Copy the whole run folder again.")
        ) from None
