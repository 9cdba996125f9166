"""How far links read from the attention agree with a reference alignment, and in which sentences they do not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import ATTENTION, KINDS, Pair, Progress, Translation, WordAlignment, no_progress
from workbench.engine.evaluation.evaluate import aer
from workbench.engine.inspection.aligner import AlignerProcess, is_installed, missing
from workbench.engine.runs.folder import RunFolder
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


def links_by(
    ways: Sequence[str],
    translator: Translator,
    sources: Sequence[str],
    targets: Sequence[str],
    check: Callable[[], None] = lambda: None,
) -> dict[str, list[Links]]:
    """The links of pairs in several ways, each one of ``KINDS``.

    Raises:
        InputError: The model has no attention, which is one of the ways.
    """
    found: dict[str, list[Links]] = {way: [] for way in ways}
    if ATTENTION in found:
        if not translator.has_attention:
            raise InputError(Message("this model has no attention, so it has no alignments to compare"))
        found[ATTENTION] = [word_alignment(t).sure for t in translator.force(sources, targets, check)]
    measured = [way for way in ways if way != ATTENTION]
    for source, target in zip(sources, targets, strict=True) if measured else ():
        for way, links in _influence_links(measured, translator, source, target, check).items():
            found[way].append(links)
    return found


def _influence_links(
    ways: Sequence[str], translator: Translator, source: str, target: str, check: Callable[[], None]
) -> dict[str, Links]:
    """Links by what each source word gave to each word of the translation; it is measured once for all ways."""
    from workbench.engine.inspection.influence import influence, shares_of, strength

    if not words(source) or not words(target):
        return dict.fromkeys(ways, frozenset())
    try:
        seen = influence(translator, source, target, divide=lambda text, _pieces: words(text), check=check)
    except InputError:  # too long to be looked into: nothing is linked, as by the aligner
        return dict.fromkeys(ways, frozenset())
    grids = {way: grid for way in ways if (grid := seen.grid(way)) is not None}
    return {way: linked(strength(way, shares_of(way, grid))) for way, grid in grids.items()}


#: What they are held against; the aligner is also held against gold links.
GOLD, ALIGNER = "gold", "aligner"
#: Sentences of a run that the window looks at, and how many are linked between two looks at whether it is still wanted.
MOST, _GROUP = 200, 8


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


#: By what is compared with (``GOLD``, ``ALIGNER``), and by way of linking.
Table = dict[str, dict[str, Agreement]]


def own_pairs(run: RunFolder, most: int = 0) -> tuple[list[Pair], list[WordAlignment] | None]:
    """The pairs of a test set of the run that has gold links, and these; else its validation pairs.

    Args:
        run: The run.
        most: At most so many; 0 takes all.

    Raises:
        InputError: Neither is at hand.
    """
    from workbench.engine.evaluation.test_runs import read_gold
    from workbench.engine.evaluation.test_sets import eval_sets, read_eval_set
    from workbench.engine.inspection.projection.calibration_file import validation_pairs

    for eval_set in eval_sets(run):
        if eval_set.gold is not None:
            pairs = read_eval_set(run, eval_set, most)
            return pairs, read_gold(run.config().data, eval_set, len(pairs), most)
    return validation_pairs(run)[: most or None], None


def compare(
    translator: Translator,
    ways: Sequence[str],
    pairs: Sequence[Pair],
    gold: Sequence[WordAlignment] | None,
    aligned: Sequence[Links] | None,
    *,
    check: Callable[[], None] = lambda: None,
    progress: Progress = no_progress,
) -> Table:
    """Hold every way of linking against every reference there is, and the aligner against the gold links.

    Args:
        translator: The model.
        ways: Some of ``KINDS``.
        pairs: Sentences and the translations whose words are linked.
        gold: Their gold links, where somebody drew any.
        aligned: Their links by the statistical aligner, where there is one.
    """
    sources, targets = [pair.source for pair in pairs], [pair.target for pair in pairs]
    found: dict[str, list[Links]] = {way: [] for way in ways}
    for start in range(0, len(pairs), _GROUP):
        check()
        progress(start, len(pairs), Message("linking the words of the sentences"))
        group = slice(start, start + _GROUP)
        for way, links in links_by(ways, translator, sources[group], targets[group], check).items():
            found[way] += links
    progress(len(pairs), len(pairs), Message("linking the words of the sentences"))
    table: Table = {}
    if gold is not None:
        held = found if aligned is None else {**found, ALIGNER: list(aligned)}
        table[GOLD] = {way: agreement(sources, targets, links, gold) for way, links in held.items()}
    if aligned is not None:
        reference = [WordAlignment(links) for links in aligned]
        table[ALIGNER] = {way: agreement(sources, targets, links, reference) for way, links in found.items()}
    return table


def measure_run(
    run: Path,
    checkpoint: str,
    device: str,
    aligner: AlignerProcess | None,
    *,
    check: Callable[[], None] = lambda: None,
    progress: Progress = no_progress,
) -> tuple[Table, AlignerProcess | None]:
    """All ways of linking of a checkpoint, with a model of its own, and the aligner, which goes on living.

    Args:
        aligner: That of the run, where there is one already; else it is made, if it is installed.

    Raises:
        InputError: There is nothing to compare, or nothing to compare with.
        RunFolderError: The model cannot be opened.
    """
    from workbench.engine.search.opening import open_translator

    pairs, gold = own_pairs(RunFolder(run), MOST)
    if gold is None and not is_installed():
        raise missing()
    progress(0, 0, Message("loading the model"))
    translator = open_translator(run, checkpoint=checkpoint, device=device)
    if aligner is not None and (aligner.run != run or not aligner.alive):
        aligner.close()
        aligner = None
    made = aligner is None and is_installed()
    if made:
        try:
            aligner = AlignerProcess(run, check=check, progress=progress)
        except InputError:  # its training pairs are not at hand
            if gold is None:
                raise
    try:
        aligned = None if aligner is None else aligner.links([(pair.source, pair.target) for pair in pairs])
        ways = [kind for kind in KINDS if kind != ATTENTION or translator.has_attention]
        return compare(translator, ways, pairs, gold, aligned, check=check, progress=progress), aligner
    except BaseException:
        if made and aligner is not None:
            aligner.close()
        raise


def of_sentence(translation: Translation, aligner: AlignerProcess) -> SentenceAgreement:
    """The attention of a translation held against the aligner."""
    text = translation.best.text
    (links,) = aligner.links([(translation.source, text)])
    reference = WordAlignment(links)
    return agreement([translation.source], [text], [word_alignment(translation).sure], [reference]).sentences[0]
