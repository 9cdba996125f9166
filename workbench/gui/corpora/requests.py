"""What the corpora pane asks its jobs for, and what they answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from workbench.engine.core.types import ReadOptions
from workbench.engine.corpora.corpus_info import CorpusInfo
from workbench.engine.corpora.editing import History
from workbench.engine.corpora.inspect import CorpusReport
from workbench.engine.corpora.pair_search import FoundPairs
from workbench.engine.corpora.splits import LeakReport


@dataclass(frozen=True)
class ImportRequest:
    """Files to import as one corpus.

    Attributes:
        paths: The files.
        source_lang: BCP-47 tag of the source side.
        target_lang: Likewise.
        options: How to read the files.
        name: The corpus' name.
        cleaning: The rules a person chose, for reports and trainings.
        train: Whether to go to the train pane afterwards.
    """

    paths: tuple[Path, ...]
    source_lang: str
    target_lang: str
    options: ReadOptions
    name: str
    cleaning: str
    train: bool = False


@dataclass(frozen=True)
class ExportRequest:
    """A corpus to write into files.

    Attributes:
        info: The corpus.
        source_lang: BCP-47 tag of the side that comes first.
        target_lang: Of the other.
        form: Format, as ``export_pairs`` names it.
        split: Which pairs.
        output: The file, or what the names of two begin with.
    """

    info: CorpusInfo
    source_lang: str
    target_lang: str
    form: str
    split: str
    output: Path


@dataclass(frozen=True)
class Inspected:
    """A corpus was looked into.

    Attributes:
        key: Which corpus, direction and rules, as the pane called it.
        report: What was found.
    """

    key: str
    report: CorpusReport


@dataclass(frozen=True)
class PairsWanted:
    """A page of the pairs of a corpus.

    Attributes:
        info: The corpus.
        languages: The direction, by tags.
        words: What they have to say; empty finds all.
        changed: Only those that were left out or edited.
        first: So many are passed over.
        limit: So many are shown.
    """

    info: CorpusInfo
    languages: tuple[str, str]
    words: str
    changed: bool
    first: int
    limit: int


@dataclass(frozen=True)
class PairsFound:
    """What was found.

    Attributes:
        wanted: What was asked for.
        pairs: The page.
        history: What can be undone and done again.
    """

    wanted: PairsWanted
    pairs: FoundPairs
    history: History


@dataclass(frozen=True)
class LeaksFound:
    """The splits of a corpus were compared.

    Attributes:
        corpus: Its name.
        leaks: What each split shares with the training pairs.
    """

    corpus: str
    leaks: Mapping[str, LeakReport]


@dataclass(frozen=True)
class CorpusCame:
    """A corpus was imported, or taken back.

    Attributes:
        info: The corpus.
        train: Whether to train on it at once.
    """

    info: CorpusInfo
    train: bool
