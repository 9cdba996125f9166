"""A line as typed to the sentence that a run's model reads, and what its translation has to be given back.

Three steps, each of which does nothing to a line that looks like the training sources: characters that show nothing
go, characters that the corpus lacks become those that mean the same (``source_characters``), and letters and the final
stop become what the corpus would have written (``source_casing``). Offsets into the line as typed are kept throughout.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from workbench.engine.core.types import Token
from workbench.engine.text.folding import Folded, Origin, fold_source_with_origin, fold_with_origin, is_blank
from workbench.engine.text.source.source_casing import Caser, PieceWeights, ProfileForms, VocabularyForms, WordForms
from workbench.engine.text.source.source_characters import CharacterCounts, CharacterMapper, Edit
from workbench.engine.text.tokenizer import Tokenizers

#: Characters of a line that are read; no model takes as many.
LONGEST = 30_000


@dataclass(frozen=True)
class Changes:
    """What was done to a source that its translation shows: it is undone there.

    Attributes:
        case: ``upper`` or ``title`` when the line was written so, else "".
        capital_added: Whether the line got a capital at its beginning.
        stop_added: The mark it got at its end, else "".
        proper: Whether its first word has a capital inside of sentences too, as names have.
    """

    case: str = ""
    capital_added: bool = False
    stop_added: str = ""
    proper: bool = False

    def __bool__(self) -> bool:
        return self != Changes()


@dataclass(frozen=True)
class SourceText:
    """A source sentence as the model reads it.

    Attributes:
        raw: As typed.
        folded: The text for the tokenizer, with the origin of each character in ``raw``.
        changes: What its translation has to be given back.
    """

    raw: str
    folded: Folded
    changes: Changes = Changes()

    @property
    def text(self) -> str:
        """What the tokenizer reads; "" for a line that shows nothing."""
        return self.folded.text

    def place(self, tokens: Sequence[Token]) -> list[Token]:
        """Pieces of ``text`` with their spans in ``raw``; what was added has an empty one."""
        starts, ends = self.folded.starts, self.folded.ends
        placed = []
        for token in tokens:
            if token.start < token.end:
                start, end = starts[token.start], ends[token.end - 1]
            else:
                start = end = starts[token.start] if token.start < len(starts) else len(self.raw)
            placed.append(token.at(start, max(start, end)))
        return placed


class SourceReader:
    """Reads source lines for one run.

    Args:
        tokenizers: The run's; their profile of the training sources where there is one.
        lang: Language of the source side, may be empty.
    """

    def __init__(self, tokenizers: Tokenizers, lang: str = "") -> None:
        self._tokenizers, self._lang = tokenizers, lang

    def read(self, raw: str, normalise: bool = True, *, whole: bool = True) -> SourceText:
        """Prepare one line.

        Args:
            raw: As typed.
            normalise: Off leaves everything as it was typed but for what training folds as well.
            whole: Whether it is a whole sentence, which may lack its stop.
        """
        if is_blank(raw):
            return SourceText(raw, Folded("", [], []))
        begin = raw[:LONGEST]
        if self._tokenizers.profile is not None:
            folded = fold_source_with_origin(begin)
        elif normalise:
            folded = fold_source_with_origin(begin, self._is_foreign)
        else:
            folded = fold_with_origin(begin)
        if not normalise:
            return SourceText(raw, folded)
        folded = apply_edits(folded, self._characters.edits(folded.text))
        plan = self._caser.plan(folded.text)
        folded = apply_edits(folded, plan.edits)
        stop = self._missing_stop(folded.text) if whole else ""
        if stop:
            folded = apply_edits(folded, [(len(folded.text), len(folded.text), stop)])
        return SourceText(raw, folded, Changes(plan.case, plan.capital_added, stop, plan.proper))

    def _missing_stop(self, text: str) -> str:
        """The mark that the line lacks at its end, where nearly all of the corpus has one."""
        ends_in_word = bool(text) and text[-1].isalnum()
        return self._forms.final_stop if ends_in_word and self._caser.is_language(text) else ""

    def _is_foreign(self, char: str) -> bool:
        """For runs that were trained on whatever shows nothing: whether the vocabulary lacks it."""
        return self._counts.characters.get(char, 0.0) == 0.0

    @cached_property
    def _counts(self) -> CharacterCounts:
        profile = self._tokenizers.profile
        if profile is None:
            return CharacterCounts.of_vocabulary(self._tokenizers.source.vocabulary())
        return CharacterCounts.of_profile(profile)

    @cached_property
    def _characters(self) -> CharacterMapper:
        return CharacterMapper(self._counts)

    @cached_property
    def _pieces(self) -> PieceWeights:
        return PieceWeights(self._tokenizers.source)

    @cached_property
    def _forms(self) -> WordForms:
        profile = self._tokenizers.profile
        return VocabularyForms(self._pieces, self._lang) if profile is None else ProfileForms(profile)

    @cached_property
    def _caser(self) -> Caser:
        return Caser(self._forms, self._pieces, self._lang)


def apply_edits(folded: Folded, edits: Sequence[Edit]) -> Folded:
    """Replace parts of a folded text; a replacement of the same length keeps the origin of each character.

    Args:
        folded: Text with origins.
        edits: From left to right, without overlaps.
    """
    if not edits:
        return folded
    old = folded.characters()
    chars: list[Origin] = []
    done = 0
    for begin, end, new in edits:
        chars += old[done:begin]
        if len(new) == end - begin:
            chars += [(char, first, last) for char, (_, first, last) in zip(new, old[begin:end], strict=True)]
        elif begin < end:
            chars += [(char, folded.starts[begin], folded.ends[end - 1]) for char in new]
        else:
            at = folded.ends[begin - 1] if begin else 0
            chars += [(char, at, at) for char in new]
        done = end
    return Folded.of(chars + old[done:])
