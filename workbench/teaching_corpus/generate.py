"""Making the corpus: drawing pairs, dealing them to splits, writing the files."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from . import commands, compound, measures, pronouns, questions, relatives, simple, states
from .draw import Draw, RejectError
from .lexicon import load_lexicon
from .parts import TEMPLATES
from .tokens import Word, align, finish_english, finish_french

GRAMMAR_TRAIN = 29_500
HELD_SIZE = 1_000
LEAST_USES = 10
LONGEST = 24
"""The most words of an English sentence."""
SPLITS = ("train", "valid", "test", "unseen", "handwritten-test")
LICENCE = "CC0-1.0"

DEMONSTRATION = (
    "The little girl eats a green pear.",
    "My sister bought a new blue dress yesterday.",
    "We do not have any milk.",
    "Where does your uncle live?",
    "The old man is sleeping at the moment.",
    "They went to the station.",
    "I want to drink some hot coffee.",
    "She washes her hands.",
    "The cat is under the big table.",
    "Did you see the white horse?",
    "Our neighbours are going to sell their house.",
    "It is very cold today.",
    "He gives the book to his mother.",
    "The teacher is taller than the student.",
    "The apple that I ate was red.",
    "There are three chairs in the kitchen.",
    "My friend never takes the train.",
    "I was born in Paris.",
    "The doctor says that he is ill, but he works.",
)
"""Sentences with which the README shows what a model does with sentences it has never seen: the grammar skips them."""

_MODULES = (
    simple,
    states,
    measures,
    compound,
    relatives,
    pronouns,
    questions,
    commands,
)  # importing them fills TEMPLATES


@dataclass(frozen=True)
class SentencePair:
    """One pair.

    Attributes:
        en: English text.
        fr: French text.
        links: Pharaoh links, "" for handwritten pairs.
        lemmas: The open-class lemmas in it.
        combos: Its adjective-noun and verb-object pairs.
    """

    en: str
    fr: str
    links: str = ""
    lemmas: tuple[str, ...] = ()
    combos: tuple[str, ...] = ()
    template: str = ""


@dataclass
class SampleCorpus:
    """The splits of the corpus."""

    seed: int
    splits: dict[str, list[SentencePair]] = field(default_factory=dict)


def folded(text: str) -> str:
    """The form in which two sentences count as the same: NFKC, casefolded, single spaces."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


class _Ledger:
    """Remembers every sentence of either side, so that none is given out twice."""

    def __init__(self) -> None:
        self._en: set[str] = set()
        self._fr: set[str] = set()

    def admit(self, pair: SentencePair) -> bool:
        """Takes a pair unless a side of it is known."""
        en, fr = folded(pair.en), folded(pair.fr)
        if en in self._en or fr in self._fr:
            return False
        self.add(pair)
        return True

    def add_english(self, text: str) -> None:
        """Notes an English sentence alone."""
        self._en.add(folded(text))

    def add(self, pair: SentencePair) -> None:
        """Notes both sides."""
        self._en.add(folded(pair.en))
        self._fr.add(folded(pair.fr))


@dataclass(frozen=True)
class _Draft:
    """A pair whose links are not yet worked out; most drafts turn out to be known already."""

    left: list[Word]
    right: list[Word]
    template: str

    def text(self) -> SentencePair:
        """The bare pair."""
        return SentencePair(" ".join(word.text for word in self.left), " ".join(word.text for word in self.right))


def _draft(draw: Draw, held: bool | None) -> _Draft | None:
    """Draws a pair; None when the lemmas did not fit together or its held-back pairs are not as asked."""
    draw.start()
    make = draw.template(TEMPLATES)
    try:
        en, fr = make(draw)
    except RejectError:
        return None
    if len(set(draw.lemmas)) < len(draw.lemmas) or (held is not None and bool(draw.held()) is not held):
        return None
    left, right = finish_english(en), finish_french(fr)
    return _Draft(left, right, make.__name__) if len(left) <= LONGEST else None


def _admit(draw: Draw, ledger: _Ledger, draft: _Draft) -> SentencePair | None:
    """Finishes a draft unless one of its sides is known."""
    pair = draft.text()
    if not ledger.admit(pair):
        return None
    draw.keep()
    links = align(draft.left, draft.right)
    return SentencePair(pair.en, pair.fr, links, tuple(draw.lemmas), tuple(draw.combos), draft.template)


def _collect(draw: Draw, ledger: _Ledger, size: int, *, held: bool) -> list[SentencePair]:
    pairs: list[SentencePair] = []
    while len(pairs) < size:
        draft = _draft(draw, held)
        pair = _admit(draw, ledger, draft) if draft is not None else None
        if pair is not None:
            pairs.append(pair)
    return pairs


def _fill_gaps(draw: Draw, ledger: _Ledger, pairs: list[SentencePair]) -> None:
    """Draws more sentences for lemmas that stand in too few."""
    for lemma in draw.lexicon.lemmas():
        tries = 0
        draw.focus = lemma
        while draw.uses.get(lemma, 0) < LEAST_USES and tries < 4000:
            tries += 1
            draft = _draft(draw, held=False)
            if draft is not None and lemma in draw.lemmas:
                pair = _admit(draw, ledger, draft)
                if pair is not None:
                    pairs.append(pair)
    draw.focus = ""


def read_handwritten(path: Path) -> list[SentencePair]:
    """Reads the handwritten pairs, each side once; a third column "test" keeps a pair out of training."""
    ledger = _Ledger()
    pairs: list[SentencePair] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        en, fr, mark, *_ = [*line.split("\t"), "", ""]
        pair = SentencePair(" ".join(en.split()), " ".join(fr.split()), template=mark.strip())
        if pair.en and pair.fr and ledger.admit(pair):
            pairs.append(pair)
    return pairs


def _neighbours(pairs: Iterable[SentencePair]) -> frozenset[str]:
    """Every two neighbouring English words, in lower case."""
    found: set[str] = set()
    for pair in pairs:
        tokens = re.findall(r"[\w'-]+|[.,?!]", folded(pair.en))
        found.update(f"{first} {second}" for first, second in pairwise(tokens))
    return frozenset(found)


def default_handwritten() -> Path:
    """Where the repository keeps the handwritten pairs."""
    return Path(__file__).resolve().parents[2] / "resources" / "corpora" / "en-fr" / "handwritten.tsv"


def _shuffled(draw: Draw, pairs: Iterable[SentencePair]) -> list[SentencePair]:
    order = list(pairs)
    for last in range(len(order) - 1, 0, -1):
        other = draw.below(last + 1)
        order[last], order[other] = order[other], order[last]
    return order


def generate(seed: int = 2026, handwritten: Path | None = None) -> SampleCorpus:
    """Makes the whole corpus.

    Args:
        seed: Everything but the handwritten pairs follows from it.
        handwritten: The handwritten pairs; the repository's own by default. A missing file counts as empty.
    """
    draw, ledger = Draw(load_lexicon(), seed), _Ledger()
    path = handwritten or default_handwritten()
    own = read_handwritten(path) if path.exists() else []
    for pair in own:
        ledger.add(pair)
    for en in DEMONSTRATION:
        ledger.add_english(en)
    tested = [pair for pair in own if pair.template == "test"]
    practised = [pair for pair in own if pair.template != "test"]
    draw.heard = _neighbours(practised)
    train = _collect(draw, ledger, GRAMMAR_TRAIN, held=False)
    _fill_gaps(draw, ledger, train)
    valid = _collect(draw, ledger, HELD_SIZE, held=False)
    test = _collect(draw, ledger, HELD_SIZE, held=False)
    unseen = _collect(draw, ledger, HELD_SIZE, held=True)
    corpus = SampleCorpus(seed)
    corpus.splits = {
        "train": _shuffled(draw, [*train, *practised]),
        "valid": valid,
        "test": test,
        "unseen": unseen,
        "handwritten-test": tested,
    }
    return corpus


def _manifest(corpus: SampleCorpus) -> str:
    splits: dict[str, dict[str, object]] = {}
    for name in SPLITS:
        pairs = corpus.splits[name]
        entry: dict[str, object] = {"src": f"{name}.en", "tgt": f"{name}.fr"}
        if name != "handwritten-test":
            entry["align"] = f"{name}.align"
        splits[name] = {**entry, "pairs": len(pairs)}
    content = {
        "name": "sample-en-fr",
        "title": "Built-in English-French teaching corpus",
        "source_lang": "en",
        "target_lang": "fr",
        "licence": LICENCE,
        "description": "Sentences made by a grammar, with gold word alignments, and handwritten everyday phrases. "
        "A small closed world for learning how translation models work, not general language.",
        "seed": corpus.seed,
        "splits": splits,
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def files(corpus: SampleCorpus) -> dict[str, str]:
    """The files of the corpus by name."""
    texts: dict[str, str] = {}
    for name in SPLITS:
        pairs = corpus.splits[name]
        texts[f"{name}.en"] = "".join(pair.en + "\n" for pair in pairs)
        texts[f"{name}.fr"] = "".join(pair.fr + "\n" for pair in pairs)
        if name != "handwritten-test":
            texts[f"{name}.align"] = "".join(pair.links + "\n" for pair in pairs)
    texts["corpus.json"] = _manifest(corpus)
    return texts


def write(corpus: SampleCorpus, folder: Path) -> None:
    """Writes the corpus files into a folder, in UTF-8 with bare line feeds."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files(corpus).items():
        (folder / name).write_bytes(text.encode("utf-8"))
