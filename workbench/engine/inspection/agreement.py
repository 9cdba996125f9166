"""How far links read from the attention agree with a reference alignment, and in which sentences they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import WordAlignment
from workbench.engine.evaluation.evaluate import aer
from workbench.engine.search.alignment import Links, linked, word_alignment
from workbench.engine.text.words import words

if TYPE_CHECKING:
    from workbench.engine.search.translator import Translator

#: Alignment error rate of a sentence from which the two part: they have less than half of their links in common.
PARTED = 0.5
#: What a person should know before reading anything into it.
WHAT_ATTENTION_IS_NOT = Message(
    "Attention says where the decoder read while it wrote a word, not why it wrote that word. It may rest on a word"
    " beside the right one while the translation is right (Koehn and Knowles 2017); quite another attention can lead to"
    " the same output (Jain and Wallace 2019); and whether it explains anything depends on what one asks of an"
    " explanation (Wiegreffe and Pinter 2019)."
)
SOURCES = (
    "P. Koehn, R. Knowles: Six Challenges for Neural Machine Translation. NMT, 2017. aclanthology.org/W17-3204",
    "S. Jain, B. C. Wallace: Attention is not Explanation. NAACL, 2019. aclanthology.org/N19-1357",
    "S. Wiegreffe, Y. Pinter: Attention is not not Explanation. EMNLP, 2019. aclanthology.org/D19-1002",
)

#: ``link(translator, sources, targets, check)``: the links of each pair.
Linker = Callable[["Translator", Sequence[str], Sequence[str], Callable[[], None]], list[Links]]


def attention_links(
    translator: Translator, sources: Sequence[str], targets: Sequence[str], check: Callable[[], None]
) -> list[Links]:
    """Links by the attention of given translations, as ``word_alignment`` reads them."""
    if not translator.has_attention:
        raise InputError(Message("this model has no attention, so it has no alignments to compare"))
    return [word_alignment(t).sure for t in translator.force(sources, targets, check)]


def influence_links(kind: str) -> Linker:
    """Links by what each source word gave to each word of the translation, ``OCCLUSION`` or ``GRADIENT``."""

    def link(
        translator: Translator, sources: Sequence[str], targets: Sequence[str], check: Callable[[], None]
    ) -> list[Links]:
        from workbench.engine.inspection.influence import influence, shares_of, strength

        found: list[Links] = []
        for source, target in zip(sources, targets, strict=True):
            if not words(source) or not words(target):
                found.append(frozenset())
                continue
            seen = influence(translator, source, target, divide=lambda text, _pieces: words(text), check=check)
            grid = seen.grid(kind)
            assert grid is not None
            found.append(linked(strength(kind, shares_of(kind, grid))))
        return found

    return link


#: The ways of linking that can be compared, by name.
LINKERS: dict[str, Linker] = {
    "attention": attention_links,
    "occlusion": influence_links("occlusion"),
    "gradient": influence_links("gradient"),
}


@dataclass(frozen=True)
class SentenceAgreement:
    """One pair.

    Attributes:
        links: What was found.
        reference: What it is held against.
        error: Its alignment error rate, 0 to 1.
    """

    source: str
    target: str
    links: Links
    reference: WordAlignment
    error: float

    @property
    def parted(self) -> bool:
        """Whether the two part ways here."""
        return self.error > PARTED

    @property
    def missing(self) -> Links:
        """Sure links of the reference that were not found."""
        return self.reference.sure - self.links

    @property
    def added(self) -> Links:
        """Links that the reference has not."""
        return self.links - self.reference.sure - self.reference.possible


@dataclass(frozen=True)
class Agreement:
    """A test set.

    Attributes:
        aer: Alignment error rate (Och & Ney 2003): 0 is perfect, 1 is worst.
        precision: Share of the links found that the reference has.
        recall: Share of the reference's sure links that were found.
        parted: How many sentences part ways.
    """

    aer: float
    precision: float
    recall: float
    sentences: tuple[SentenceAgreement, ...] = field(repr=False)

    @property
    def parted(self) -> int:
        """How many sentences part ways."""
        return sum(sentence.parted for sentence in self.sentences)


def agreement(
    sources: Sequence[str], targets: Sequence[str], found: Sequence[Links], reference: Sequence[WordAlignment]
) -> Agreement:
    """Compare links with a reference.

    Raises:
        InputError: There are not as many of each.
    """
    if not len(sources) == len(targets) == len(found) == len(reference):
        raise InputError(
            Message(
                "there are {lines} lines of gold links for {sentences} sentences",
                lines=len(reference),
                sentences=len(sources),
            )
        )
    rows = tuple(
        SentenceAgreement(source, target, links, answer, aer([links], [answer]))
        for source, target, links, answer in zip(sources, targets, found, reference, strict=True)
    )
    right = sum(len(row.links & (row.reference.sure | row.reference.possible)) for row in rows)
    known = sum(len(row.links & row.reference.sure) for row in rows)
    links, sure = sum(len(row.links) for row in rows), sum(len(row.reference.sure) for row in rows)
    return Agreement(aer(found, reference), right / links if links else 1.0, known / sure if sure else 1.0, rows)
