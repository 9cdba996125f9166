"""A look at a corpus before training: what it holds, what cleaning would drop and why, how it would be split."""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.engine.core import bounds
from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import CorpusError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import DEFAULT_OPTIONS, Pair, Progress, ReadOptions, no_progress
from workbench.engine.corpora import splits
from workbench.engine.corpora.cleaning import EXAMPLES, RULES, Context, Rule, RuleReport, rule_reports, shown
from workbench.engine.corpora.library import corpus_or_none, languages_of, open_corpus
from workbench.engine.corpora.readers import Wanted, parts_of
from workbench.engine.corpora.readers.base import no_warning
from workbench.engine.corpora.readers.parts import first_languages
from workbench.engine.corpora.readers.tables.table_reading import TableReading, keep_newest
from workbench.engine.text.language_guess import guess_language, looks_like
from workbench.engine.text.scripts import expected_scripts, majority_script

FIRST_PAIRS = 10
_BINS = 30
_SAMPLE = 2000
_REPORT_EVERY = 2000
#: A rule that would drop more than this share of a corpus meets what the corpus is made of, so it is not proposed.
_NATURE_SHARE = 0.25


@dataclass
class SideReport:
    """One side of the pairs; lengths are characters of a sentence.

    Attributes:
        characters: In all.
        words: Whitespace words in all.
        distinct: Different sentences (NFKC, casefolded, blanks folded).
        p95: 95 % of the sentences are at most so long.
        guess: The language its words look like; empty when unclear.
        histogram: Sentences in each bin of ``CorpusReport.edges``; the last bin takes all longer ones too.
    """

    characters: int = 0
    words: int = 0
    distinct: int = 0
    mean: float = 0.0
    median: float = 0.0
    p95: float = 0.0
    longest: int = 0
    guess: str = ""
    histogram: list[int] = field(default_factory=list)


@dataclass
class CorpusReport:
    """What ``workbench corpus inspect`` tells.

    Attributes:
        files: Names of the files, or of the corpus.
        source_lang, target_lang: Taken as the two sides; may be empty.
        kept: Pairs left after the active rules.
        duplicates: Pairs that came before in the same words.
        edges: Bin edges of both histograms, in characters.
        first: The first pairs: where, source, target.
        cleaning: A value for ``data.cleaning`` that follows the proposals.
        valid, test: Pairs that would be held out, or the corpus' own.
        groups: Groups of pairs that share a sentence.
        tables: What was taken from each table among the files: sheet, header row, columns, rows left out.
    """

    files: list[str]
    format: str
    languages: list[str]
    source_lang: str
    target_lang: str
    pairs: int = 0
    kept: int = 0
    duplicates: int = 0
    source: SideReport = field(default_factory=SideReport)
    target: SideReport = field(default_factory=SideReport)
    edges: list[int] = field(default_factory=list)
    first: list[dict[str, str]] = field(default_factory=list)
    rules: list[RuleReport] = field(default_factory=list)
    proposals: list[str] = field(default_factory=list)
    cleaning: str = "default"
    train: int = 0
    valid: int = 0
    test: int = 0
    groups: int = 0
    largest_group: int = 0
    warnings: list[str] = field(default_factory=list)
    tables: list[TableReading] = field(default_factory=list)

    def to_json(self) -> dict[str, Any]:
        """What ``--json`` prints."""
        return asdict(self) | {"tables": [table.to_json() for table in self.tables]}


def inspect(
    paths: Sequence[Path | str],
    *,
    source_lang: str = "",
    target_lang: str = "",
    options: ReadOptions = DEFAULT_OPTIONS,
    config: DataConfig | None = None,
    progress: Progress = no_progress,
    on_warning: Callable[[str], None] = no_warning,
) -> CorpusReport:
    """Read a corpus once and report; memory grows by about 60 bytes a pair.

    Args:
        paths: Corpus files (two plain text files are one corpus), or the name of one corpus.
        source_lang: BCP-47 tag; empty takes what the files tell, as for ``target_lang``.
        options: How to read the files: columns, sheet, encoding.
        config: Cleaning rules, thresholds and split sizes; default the defaults.
        progress: Called every few thousand pairs; may raise ``Cancelled``.
        on_warning: Called with one sentence for each thing a person should know.

    Raises:
        CorpusError: The files cannot be read as sentence pairs.
    """
    config = config or DataConfig()
    if not paths:
        raise CorpusError(Message("no corpus file was named"))
    report = _describe(paths, source_lang, target_lang, options)

    def warn(message: str) -> None:
        report.warnings.append(message)
        on_warning(message)

    def note(reading: TableReading) -> None:
        report.tables = keep_newest(report.tables, reading)

    name_or_files = paths[0] if len(paths) == 1 else list(paths)
    pairs = open_corpus(name_or_files, "train", report.source_lang, report.target_lang, options, warn, note)
    survey = _Survey(report, config)
    for pair in survey.start(pairs):
        survey.add(pair)
        if report.pairs % _REPORT_EVERY == 0:
            progress(report.pairs, 0, Message("reading pairs"))
    progress(report.pairs, report.pairs, Message("counting"))
    survey.finish()
    own = corpus_or_none(list(paths))
    if own is not None and "valid" in own.splits:
        report.train = report.kept
        report.valid, report.test = (int(own.splits.get(part, {}).get("pairs", 0)) for part in ("valid", "test"))
    _warn_of_languages(report, warn)
    return report


def _describe(paths: Sequence[Path | str], source_lang: str, target_lang: str, options: ReadOptions) -> CorpusReport:
    """The part of a report that is known before reading."""
    info = corpus_or_none(list(paths))
    if info is not None:
        languages = [tag for tag in (info.source_lang, info.target_lang) if tag]
        source, target = languages_of(paths, source_lang, target_lang)
        return CorpusReport([info.name], "corpus of the library", languages, source, target)
    files = [Path(path) for path in paths]
    parts = parts_of(files, source_lang, target_lang)
    found, source, target = first_languages(files, parts, Wanted(source_lang, target_lang, options))
    titles = list(dict.fromkeys(part.reader.title for part in parts))
    return CorpusReport([file.name for file in files], ", ".join(titles), found, source, target)


class _Survey:
    """Collects a report pair by pair."""

    def __init__(self, report: CorpusReport, config: DataConfig) -> None:
        self._report = report
        self._config = config
        report.rules = rule_reports(config.cleaning)
        self._rules: list[tuple[Rule, RuleReport]] = [(RULES[entry.name], entry) for entry in report.rules]
        self._lengths = (array("I"), array("I"))
        self._hashes = (array("Q"), array("Q"))
        self._pair_hashes = array("Q")
        self._kept = array("B")
        self._context = Context(config)

    def start(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """Learn from the first pairs what a rule needs to know, and pass all of them on."""
        stream = iter(pairs)
        sample = bounds.first(stream, _SAMPLE, lambda pair: (pair.source, pair.target))
        sides = ([pair.source for pair in sample], [pair.target for pair in sample])
        report, languages = self._report, (self._report.source_lang, self._report.target_lang)
        source, target = (
            expected_scripts(language) or majority_script(texts)
            for language, texts in zip(languages, sides, strict=True)
        )
        self._context.scripts = (source, target)
        report.source.guess, report.target.guess = (guess_language(texts) for texts in sides)
        report.first = [shown(pair) for pair in sample[:FIRST_PAIRS]]
        return itertools.chain(sample, stream)

    def add(self, pair: Pair) -> None:
        """Count one pair."""
        self._report.pairs += 1
        texts = (pair.source, pair.target)
        hashes = []
        for side, text, lengths, kept in zip(
            (self._report.source, self._report.target), texts, self._lengths, self._hashes, strict=True
        ):
            lengths.append(min(len(text), 2**32 - 1))
            side.words += len(text.split())
            hashes.append(splits.sentence_hash(text))
            kept.append(hashes[-1])
        self._pair_hashes.append(splits.text_hash(f"{pair.source}\n{pair.target}"))
        dropped = False
        for rule, entry in self._rules:
            # A duplicate of a pair that is dropped anyway is no duplicate.
            if (rule.name == "duplicate" and dropped) or not rule.check(pair, self._context):
                continue
            entry.count += 1
            dropped = dropped or entry.active
            if len(entry.examples) < EXAMPLES:
                entry.examples.append(shown(pair))
        self._kept.append(not dropped)

    def finish(self) -> None:
        """Compute what needs all pairs."""
        report = self._report
        if not report.pairs:
            raise CorpusError(Message("no sentence pair was found"), where=", ".join(report.files))
        lengths = [np.frombuffer(side, np.uint32) for side in self._lengths]
        hashes = [np.frombuffer(side, np.uint64) for side in self._hashes]
        report.edges = histogram_edges(np.concatenate(lengths))
        for side, length, codes in zip((report.source, report.target), lengths, hashes, strict=True):
            _measure(side, length, codes, report.edges)
        report.duplicates = report.pairs - len(np.unique(np.frombuffer(self._pair_hashes, np.uint64)))
        kept = np.frombuffer(self._kept, np.uint8).astype(bool)
        report.kept = int(kept.sum())
        self._propose()
        self._split(hashes[0][kept], hashes[1][kept])

    def _propose(self) -> None:
        report = self._report
        for entry in report.rules:
            if entry.default or not entry.count:
                continue
            share = entry.count / report.pairs
            facts = {"count": entry.count, "pairs": report.pairs}
            if share >= 0.001:
                found = Message("{count:,} of {pairs:,} pairs ({share:.1%})", share=share, **facts)
            else:
                found = Message("{count:,} of {pairs:,} pairs (under 0.1%)", **facts)
            entry.proposed = not entry.active and share <= _NATURE_SHARE
            if share > _NATURE_SHARE:
                entry.reason = Message(
                    "{found}: so many that the corpus seems to be made of them; left to you", found=found
                )
            else:
                what = entry.description[:1].lower() + entry.description[1:]
                entry.reason = Message("{found}: {rule}", found=found, rule=what)
        report.proposals = [entry.name for entry in report.rules if entry.proposed]
        report.cleaning = ",".join([self._config.cleaning, *report.proposals])

    def _split(self, source: NDArray[np.uint64], target: NDArray[np.uint64]) -> None:
        report = self._report
        valid, test = splits.derived_sizes(len(source))
        result = splits.split(
            source, target, self._config.valid_size or valid, self._config.test_size or test, self._config.split_seed
        )
        report.train, report.valid, report.test = (result.count(p) for p in (splits.TRAIN, splits.VALID, splits.TEST))
        report.groups, report.largest_group = result.groups, result.largest_group


def histogram_edges(lengths: NDArray[np.uint32]) -> list[int]:
    """Round bin edges from 0 to about the 99th percentile.

    The lengths are the characters of all sentences, ``[sentences]``.
    """
    top = max(float(np.quantile(lengths, 0.99)), 1.0)
    rough = top / _BINS
    width = next(w for w in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 10_000, 100_000, 2**32) if w >= rough)
    return list(range(0, (int(top // width) + 2) * width, width))


def _measure(side: SideReport, lengths: NDArray[np.uint32], hashes: NDArray[np.uint64], edges: list[int]) -> None:
    side.characters = int(lengths.sum(dtype=np.int64))
    side.distinct = len(np.unique(hashes))
    side.mean = round(float(lengths.mean()), 2)
    side.median, side.p95 = (round(float(q), 2) for q in np.quantile(lengths, (0.5, 0.95)))
    side.longest = int(lengths.max())
    side.histogram = [int(n) for n in np.histogram(np.minimum(lengths, edges[-1] - 1), edges)[0]]


def _warn_of_languages(report: CorpusReport, warn: Callable[[str], None]) -> None:
    """Say so when the words of a side plainly look like the other side's language; of tables that has been said."""
    source, target = report.source, report.target
    if report.tables:
        return
    if not report.source_lang or not report.target_lang or not source.guess or not target.guess:
        return
    crossed = looks_like(source.guess, report.target_lang) and looks_like(target.guess, report.source_lang)
    if crossed and not looks_like(source.guess, report.source_lang):
        warn(
            Message(
                "the sides look swapped: the source looks like '{source}', the target like '{target}'",
                source=source.guess,
                target=target.guess,
            )
        )
