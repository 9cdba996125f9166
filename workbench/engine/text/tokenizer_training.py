"""Learning a SentencePiece model of a size that fits the corpus."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

import sentencepiece

from workbench.engine.core.config import TokenizerConfig
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.text.folding import fold
from workbench.engine.text.special_ids import BOS, EOS, PAD, UNK

#: Special pieces and the 256 bytes, which every vocabulary holds.
FIXED_PIECES = 4 + 256
_TOO_HIGH = re.compile(r"value <= (\d+)")
_TOO_LOW = re.compile(r"required_chars\. \d+ vs (\d+)")
#: Fixed, because the sums of unigram training depend on how the work is cut.
_THREADS = 4
#: Characters; SentencePiece skips longer lines, so they are cut for learning.
_LONGEST_LINE = 4000


def default_vocab_size(
    pairs: int, distinct_words: int, kind: str = "unigram", shared: bool = True, embedding: int = 256
) -> int:
    """A vocabulary size for a corpus.

    Small corpora want small vocabularies: Sennrich & Zhang (2019, section 3.2 and table 2) gain by going from 30,000
    subwords to 2,000 at 5,000 pairs. At 29,000 pairs 8,000 pieces were ahead of 4,000 in trials, and 12,000 took longer
    than they gained (CONTRIBUTING.md). The power of three quarters goes through both and reaches 16,000, enough for
    any corpus here, at 73,000 pairs. Pieces rarer than a few occurrences are not learnt, so there are never more than
    the words of the corpus. Models with embeddings below 256 get fewer in proportion: tiny is ahead with half
    as many. Char takes every character, word every frequent word.

    Args:
        pairs: Training pairs.
        distinct_words: Distinct words of the side, or of both sides where they share.
        kind: As in the configuration.
        shared: One vocabulary for both sides; a single side gets three quarters of it.
        embedding: Size of the model's embeddings.
    """
    if kind == "char":
        return FIXED_PIECES + 8_000
    if kind == "word":
        return FIXED_PIECES + min(max(distinct_words, 1), 30_000)
    size = 8000 * (max(pairs, 1) / 29_000) ** 0.75 * (1.0 if shared else 0.75) * min(1.0, embedding / 256)
    size = min(max(size, 600.0), 16_000.0, FIXED_PIECES + max(distinct_words, 100))
    return round(size / 100.0) * 100


class Lines:
    """Text to learn from, as often as it is asked for, without holding it in memory.

    Args:
        read: Starts reading it anew.
    """

    def __init__(self, read: Callable[[], Iterator[str]]) -> None:
        self._read = read
        self._error: BaseException | None = None

    def __iter__(self) -> Iterator[str]:
        """Folded, without empty lines, long ones in parts.

        SentencePiece reports an exception raised here as text only, so it is kept to be raised again.
        """
        try:
            for text in self._read():
                line = fold(text)
                for start in range(0, len(line), _LONGEST_LINE):
                    yield line[start : start + _LONGEST_LINE]
        except GeneratorExit:
            raise  # the reader had enough
        except BaseException as error:
            self._error = error
            raise

    def raise_again(self) -> None:
        """Raise what stopped the reading, if anything did."""
        if self._error is not None:
            raise self._error


def train_model(sides: Sequence[Iterable[str]], config: TokenizerConfig, vocab_size: int = 0) -> bytes:
    """Learn one model; a size that the text does not allow is moved to the nearest that it does.

    Args:
        sides: One text or both; anything but an iterator is read again instead of being held in memory.
        config: Kind and coverage.
        vocab_size: Pieces wanted; 0 derives a size from the text.

    Raises:
        CorpusError: There is no text to learn from.
    """
    texts = [list(side) if isinstance(side, Iterator) else side for side in sides]
    lines = Lines(lambda: chain.from_iterable(texts))
    if not any(True for _ in lines):
        raise CorpusError(
            Message("there is no text to learn a vocabulary from"), advice=Message("Choose a corpus with sentences.")
        )
    size = max(vocab_size or _size_for(lines, config.kind), FIXED_PIECES + 1)
    for _ in range(8):
        try:
            return _train(lines, config, size)
        except RuntimeError as error:
            lines.raise_again()
            wanted = _allowed_size(str(error), size)
            if wanted is None or wanted == size:
                raise CorpusError(Message("no vocabulary could be learnt: {reason}", reason=reason(error))) from None
            size = wanted
    raise CorpusError(
        Message("no vocabulary of {vocab_size} pieces could be learnt", vocab_size=vocab_size),
        advice=Message("Choose another size."),
    )


def _size_for(lines: Lines, kind: str) -> int:
    count, words = 0, set()
    for line in lines:
        count += 1
        words.update(line.split())
    return default_vocab_size(count, len(words), kind)


def _train(lines: Lines, config: TokenizerConfig, size: int) -> bytes:
    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_writer=model,
        model_type=config.kind,
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=config.character_coverage,
        byte_fallback=True,
        normalization_rule_name="identity",
        pad_id=PAD,
        unk_id=UNK,
        bos_id=BOS,
        eos_id=EOS,
        num_threads=_THREADS,
        max_sentence_length=4 * _LONGEST_LINE + 4,
        # The default of a million candidates only costs time where the vocabulary is small.
        seed_sentencepiece_size=max(100_000, 10 * size),
        minloglevel=2,
    )
    return model.getvalue()


def _allowed_size(message: str, size: int) -> int | None:
    """The size that SentencePiece's complaint asks for, or ``None`` when it is about something else."""
    high, low = _TOO_HIGH.search(message), _TOO_LOW.search(message)
    if high:
        return int(high[1])
    if low:
        return int(low[1])
    if "vocab_size" in message or "Vocabulary size" in message:
        return max(FIXED_PIECES + 1, size // 2)
    return None
