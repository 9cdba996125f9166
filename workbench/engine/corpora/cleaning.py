"""Which pairs are left out of training, and why: named rules, counted, with examples, nothing dropped silently."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Protocol

import regex

from workbench.engine.core.config import DataConfig
from workbench.engine.core.errors import ConfigError
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import single_spaced
from workbench.engine.core.types import Pair
from workbench.engine.text.folding import is_blank, visible
from workbench.engine.text.same_sentence import text_hash
from workbench.engine.text.scripts import expected_scripts, majority_script, share_in_scripts

#: A line above this is never kept, whatever the rules say.
LONGEST_LINE_BYTES = 1_000_000
EXAMPLES = 5
_EXAMPLE_CHARS = 200
#: Pairs looked at to find the usual script where the language does not tell.
_SCRIPT_SAMPLE = 1000
_FEWEST_LETTERS = 5
_MARKUP = regex.compile(
    r"<[^<>]{1,500}>|&#?\w{1,20};|(?:https?|ftp)://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"
)
_WORDY = regex.compile(r"[\p{L}\p{N}]")


@dataclass
class Context:
    """What a rule may ask for besides the pair.

    Attributes:
        scripts: Expected scripts of source and target side; empty where unknown.
        seen: Hashes of the pairs kept so far.
    """

    config: DataConfig
    scripts: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    seen: set[int] = field(default_factory=set)


@dataclass(frozen=True)
class Rule:
    """One reason to leave a pair out.

    Attributes:
        name: As in ``data.cleaning``.
        default: On unless the configuration says otherwise.
        check: Whether the pair is to be dropped.
    """

    name: str
    title: str
    description: str
    default: bool
    check: Callable[[Pair, Context], bool]


def _empty(pair: Pair, context: Context) -> bool:
    return is_blank(pair.source) or is_blank(pair.target)


def _too_long(pair: Pair, context: Context) -> bool:
    return max(len(pair.source), len(pair.target)) > context.config.max_length


def _duplicate(pair: Pair, context: Context) -> bool:
    key = text_hash("\n".join(single_spaced(visible(text)) for text in (pair.source, pair.target)))
    if key in context.seen:
        return True
    context.seen.add(key)
    return False


def _length_ratio(pair: Pair, context: Context) -> bool:
    short, long = sorted(len(visible(text).strip()) for text in (pair.source, pair.target))
    return long > context.config.max_ratio * short


def _identical(pair: Pair, context: Context) -> bool:
    return visible(pair.source).split() == visible(pair.target).split()


def _wrong_script(pair: Pair, context: Context) -> bool:
    for text, scripts in zip((pair.source, pair.target), context.scripts, strict=True):
        if scripts:
            letters, share = share_in_scripts(text, scripts)
            if letters >= _FEWEST_LETTERS and share < 0.5:
                return True
    return False


def _markup_only(pair: Pair, context: Context) -> bool:
    found = (_MARKUP.subn(" ", text) for text in (pair.source, pair.target))
    return any(count and not _WORDY.search(rest) for rest, count in found)


#: In the order in which they are tried; ``duplicate`` last, so that only kept pairs count as seen.
RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule("empty", "Empty side", "One side has no text.", True, _empty),
        Rule("too_long", "Too long", "One side is longer than data.max_length characters.", True, _too_long),
        Rule("markup_only", "Markup or URL only", "One side is nothing but markup or addresses.", False, _markup_only),
        Rule("identical", "Identical sides", "Both sides are the same text.", False, _identical),
        Rule("length_ratio", "Length ratio", "One side is data.max_ratio times the other.", False, _length_ratio),
        Rule("wrong_script", "Wrong script", "Most letters of a side are not its language's.", False, _wrong_script),
        Rule("duplicate", "Duplicate pair", "The same pair came before, blanks aside.", True, _duplicate),
    )
}


def parse_rules(text: str) -> list[Rule]:
    """The rules that ``data.cleaning`` names: ``default``, ``recommended`` (all), ``none`` and names, by commas.

    Raises:
        ConfigError: A name is unknown.
    """
    names: set[str] = set()
    for word in (part.strip().lower().replace("-", "_") for part in text.split(",")):
        if word == "default":
            names |= {n for n, rule in RULES.items() if rule.default}
        elif word in ("recommended", "all"):
            names |= set(RULES)
        elif word in RULES:
            names.add(word)
        elif word not in ("none", ""):
            known = ", ".join(["default", "recommended", "none", *RULES])
            raise ConfigError(
                Message("unknown cleaning rule '{word}'", word=word),
                where="data.cleaning",
                advice=Message("Known: {known}.", known=known),
            )
    return [rule for name, rule in RULES.items() if name in names]


@dataclass
class RuleReport:
    """What one cleaning rule would drop by itself; the first four values are those of ``Rule``.

    Attributes:
        active: On in the configuration looked at.
        count: Pairs it meets; for ``duplicate`` those that no other active rule drops.
        examples: Up to five: where, source, target (shortened).
        proposed: Whether turning it on is proposed.
        reason: Why, or why not, in one sentence; empty when it meets nothing.
    """

    name: str
    title: str
    description: str
    default: bool
    active: bool
    count: int = 0
    examples: list[dict[str, str]] = field(default_factory=list)
    proposed: bool = False
    reason: str = ""


def rule_reports(cleaning: str) -> list[RuleReport]:
    """All rules, with those switched on that a value of ``data.cleaning`` names; nothing is counted yet.

    Raises:
        ConfigError: A name is unknown.
    """
    active = {rule.name for rule in parse_rules(cleaning)}
    return [
        RuleReport(rule.name, rule.title, rule.description, rule.default, rule.name in active)
        for rule in RULES.values()
    ]


@dataclass
class CleaningReport:
    """What cleaning did.

    Attributes:
        dropped: Pairs dropped by each rule; a pair counts for the first rule that met it.
        examples: Up to five dropped pairs of each rule: where, source, target (shortened).
    """

    read: int = 0
    kept: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    examples: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def add(self, reason: str, pair: Pair) -> None:
        """Count one dropped pair."""
        self.dropped[reason] = self.dropped.get(reason, 0) + 1
        examples = self.examples.setdefault(reason, [])
        if len(examples) < EXAMPLES:
            examples.append(shown(pair))

    def to_json(self) -> dict[str, object]:
        """For ``corpus.json`` and ``--json``."""
        return dict(vars(self))


class DropSink(Protocol):
    """Takes dropped pairs."""

    def put(self, reason: str, pair: Pair) -> None:
        """Keep one dropped pair with its reason."""


class Cleaner:
    """Applies the rules of a configuration to a stream of pairs.

    Args:
        config: Rules and thresholds.
        source_lang: BCP-47 tag of the source side, may be empty, as ``target_lang``.
        sink: Takes the dropped pairs.
    """

    def __init__(
        self, config: DataConfig, source_lang: str = "", target_lang: str = "", sink: DropSink | None = None
    ) -> None:
        self.rules = parse_rules(config.cleaning)
        self.report = CleaningReport(dropped={rule.name: 0 for rule in self.rules})
        self._context = Context(config, (expected_scripts(source_lang), expected_scripts(target_lang)))
        self._sink = sink

    def clean(self, pairs: Iterable[Pair]) -> Iterator[Pair]:
        """The pairs that pass, in order."""
        stream = iter(pairs)
        if any(rule.name == "wrong_script" for rule in self.rules) and not all(self._context.scripts):
            stream = self._learn_scripts(stream)
        for pair in stream:
            self.report.read += 1
            reason = self.reason(pair)
            if reason:
                self.drop(reason, pair)
            else:
                self.report.kept += 1
                yield pair

    def reason(self, pair: Pair) -> str:
        """The first rule that drops the pair, or nothing."""
        # Characters first: bytes are counted only where there can be too many of them.
        longest = max(len(pair.source), len(pair.target))
        if longest * 4 > LONGEST_LINE_BYTES and _bytes(pair) > LONGEST_LINE_BYTES:
            return "too_long"
        for rule in self.rules:
            if rule.check(pair, self._context):
                return rule.name
        return ""

    def drop(self, reason: str, pair: Pair) -> None:
        """Count a dropped pair and hand it to the sink."""
        self.report.add(reason, pair)
        if self._sink:
            self._sink.put(reason, pair)

    def drop_later(self, reason: str, pair: Pair) -> None:
        """Drop a pair that cleaning had kept, for a reason found later."""
        self.report.kept -= 1
        self.drop(reason, pair)

    def _learn_scripts(self, stream: Iterator[Pair]) -> Iterator[Pair]:
        sample = list(islice(stream, _SCRIPT_SAMPLE))
        known_source, known_target = self._context.scripts
        self._context.scripts = (
            known_source or majority_script(pair.source for pair in sample),
            known_target or majority_script(pair.target for pair in sample),
        )
        yield from sample
        yield from stream


def _bytes(pair: Pair) -> int:
    return max(len(text.encode("utf-8", "surrogatepass")) for text in (pair.source, pair.target))


def place(where: str) -> str:
    """Where a pair stood, without folders: a run folder never tells where it was made."""
    return where.replace("\\", "/").rpartition("/")[2]


def shown(pair: Pair) -> dict[str, str]:
    """A pair as an example: where, source, target (shortened)."""
    source, target = pair.source[:_EXAMPLE_CHARS], pair.target[:_EXAMPLE_CHARS]
    return {"where": place(pair.where), "source": source, "target": target}


class DroppedPairs(ExitStack):
    """Writes dropped pairs as gzip-compressed JSON lines: reason, where, source, target."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        raw = self.enter_context(path.open("wb"))
        # No time stamp and no name inside, so that the same corpus gives the same bytes.
        self._file = self.enter_context(gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0))

    def put(self, reason: str, pair: Pair) -> None:
        """Keep one dropped pair with its reason."""
        record = {"reason": reason, "where": place(pair.where), "source": pair.source, "target": pair.target}
        line = json.dumps(record, ensure_ascii=False) + "\n"
        self._file.write(line.encode("utf-8", "backslashreplace"))
