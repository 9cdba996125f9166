"""What the translate pane knows, without any widget: sentences, their translations so far, and choices made on them."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.types import Hypothesis, Translation
from workbench.engine.search.translated_text.joining import separator
from workbench.engine.text.sentences import SplitRule
from workbench.gui.translate.known_translations import KnownTranslations
from workbench.gui.views.offsets import to_utf16
from workbench.gui.workers.translation_types import Item

_PLAIN = SplitRule()


@dataclass(frozen=True)
class Segment:
    """One sentence of the source text.

    Attributes:
        text: The sentence, blanks around it left out.
        line: Its line.
        start: Where it begins in the document, in UTF-16 units.
        end: Where it ends.
    """

    text: str
    line: int
    start: int
    end: int


@dataclass(frozen=True)
class Placed:
    """Where a segment's translation stands in the target document, in UTF-16 units.

    Attributes:
        segment: Index of the segment.
        start: Where it begins.
        end: Where it ends.
        fresh: Whether it belongs to the text and model of now; else it is what was there before.
    """

    segment: int
    start: int
    end: int
    fresh: bool


def split_text(text: str, by_sentence: bool = True, language: str = "", rule: SplitRule = _PLAIN) -> list[Segment]:
    """Cut a text into lines and the lines into sentences, as the command line does.

    Args:
        text: The whole document.
        by_sentence: Whether lines are cut.
        language: Language tag of the text, "" when not known.
        rule: How the model's lines are cut.
    """
    segments: list[Segment] = []
    offset = 0
    for number, line in enumerate(text.split("\n")):
        for start, end in rule.spans(line, language) if by_sentence else [(0, len(line))]:
            inner = line[start:end]
            stripped = inner.strip()
            if stripped:
                first = start + len(inner) - len(inner.lstrip())
                begin = offset + to_utf16(line, first)
                segments.append(Segment(stripped, number, begin, begin + to_utf16(stripped, len(stripped))))
        offset += to_utf16(line, len(line)) + 1
    return segments


class Desk:
    """The text under translation. The pane tells it what changed and asks it what is missing."""

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self.by_sentence = True
        self._rule = _PLAIN
        self._languages = ("", "")
        self.model: Hashable = None
        self._search, self._search_key = SearchConfig(), ""
        self.search = self._search
        self._text = ""
        self._known = KnownTranslations()
        self._prefixes: dict[str, str] = {}
        self._chosen: dict[Hashable, int] = {}
        self._shown: list[Translation | None] = []

    def known(self) -> dict[str, Any]:
        """All that is known of the text, for a desk that takes this one's place."""
        return dict(vars(self))

    def take_over(self, known: Mapping[str, Any]) -> None:
        """Know what another desk knew."""
        vars(self).update(known)

    @property
    def search(self) -> SearchConfig:
        """How translations are searched; where lines are not to be cut, the engine does not cut them either."""
        return self._search if self.by_sentence else self._search.model_copy(update={"split_sentences": "off"})

    @search.setter
    def search(self, search: SearchConfig) -> None:
        self._search, self._search_key = search, search.model_dump_json()

    def set_text(self, text: str) -> None:
        """Another source text; what was shown stays where the sentences around an edit are the same."""
        old, shown = self.segments, self._shown
        self._text = text
        self.segments = split_text(text, self.by_sentence, self._languages[0], self._rule)
        same_length = len(old) == len(self.segments)
        kept = {s.text: t for s, t in zip(old, shown, strict=True)}
        self._shown = [kept.get(s.text) or (shown[i] if same_length else None) for i, s in enumerate(self.segments)]
        wanted = {s.text for s in self.segments}
        if len(self._prefixes) > 200:
            self._prefixes = {k: v for k, v in self._prefixes.items() if k in wanted}
        self.refresh()

    def set_by_sentence(self, by_sentence: bool) -> None:
        """Whether a line is cut into sentences."""
        self.by_sentence = by_sentence
        self.set_text(self._text)

    def set_languages(self, source: str, target: str) -> None:
        """Language tags of both sides, "" when not known; how sentences end and are joined depends on them."""
        if (source, target) != self._languages:
            self._languages = source, target
            self.set_text(self._text)

    def set_rule(self, rule: SplitRule) -> bool:
        """How lines are cut for the model in use.

        Returns:
            Whether the text is cut otherwise now.
        """
        before = self.segments
        if rule != self._rule:
            self._rule = rule
            self.set_text(self._text)
        return self.segments != before

    def _key(self, text: str, model: Hashable = None) -> Hashable:
        return (model or self.model, self._search_key, text, self._prefixes.get(text, ""))

    def prefix(self, index: int) -> str:
        """What the translation of a segment must begin with."""
        return self._prefixes.get(self.segments[index].text, "") if index < len(self.segments) else ""

    def set_prefix(self, index: int, prefix: str) -> None:
        """Fix the beginning of a segment's translation; "" lets go."""
        text = self.segments[index].text
        if prefix:
            self._prefixes[text] = prefix
        else:
            self._prefixes.pop(text, None)

    def item(self, index: int) -> Item:
        """A segment as it is asked for."""
        return Item(self.segments[index].text, self.prefix(index))

    def missing(self, current: int) -> list[Item]:
        """Segments without a translation by this model and search, the current one first, each text once."""
        order = sorted(range(len(self.segments)), key=lambda i: (i != current, i < current, i))
        items = dict.fromkeys(self.item(i) for i in order)
        return [i for i in items if self._key(i.text) not in self._known]

    def accept(self, items: Iterable[Item], translations: Iterable[Translation], model: Hashable = None) -> None:
        """Keep answers; one whose beginning is not wanted any more is dropped."""
        for item, translation in zip(items, translations, strict=True):
            if item.prefix == self._prefixes.get(item.text, ""):
                self._known.add(self._key(item.text, model), translation)
        if self._known.is_full:
            self._known.shrink({self._key(s.text) for s in self.segments})
        for index in range(len(self.segments)):
            self._shown[index] = self.fresh(index) or self._shown[index]

    def refresh(self) -> None:
        """Show what is known for the model and search of now."""
        self.accept((), ())

    def forget_old(self) -> None:
        """Show nothing any more that was made of another text."""
        pairs = zip(self.segments, self._shown, strict=True)
        self._shown = [t if t is not None and t.source == s.text else None for s, t in pairs]

    def fresh(self, index: int, model: Hashable = None) -> Translation | None:
        """A segment's translation by the model and search of now (or by another model)."""
        return self._known.get(self._key(self.segments[index].text, model))

    def shown(self, index: int) -> Translation | None:
        """A segment's translation, or what was there before."""
        return self._shown[index] if 0 <= index < len(self._shown) else None

    def chosen(self, index: int) -> int:
        """Which of the n-best list was chosen for a segment."""
        translation = self.shown(index)
        number = self._chosen.get(self._key(self.segments[index].text), 0) if translation else 0
        return number if translation and number < len(translation.nbest) else 0

    def choose(self, index: int, number: int) -> None:
        """Choose from the n-best list."""
        self._chosen[self._key(self.segments[index].text)] = number

    def hypothesis(self, index: int) -> Hypothesis | None:
        """The translation shown for a segment."""
        translation = self.shown(index)
        return translation.nbest[self.chosen(index)] if translation else None

    def is_fresh(self, index: int) -> bool:
        """Whether what is shown for a segment is by the model and search of now."""
        translation = self.fresh(index)
        return translation is not None and translation is self._shown[index]

    def compose(self) -> tuple[str, list[Placed]]:
        """The whole translation, line by line under the source, and where each segment's part stands."""
        lines = self._text.count("\n") + 1
        text: list[str] = [""] * lines
        spans: list[list[tuple[int, int, int]]] = [[] for _ in range(lines)]
        for index, segment in enumerate(self.segments):
            hypothesis = self.hypothesis(index)
            if hypothesis is None:
                continue
            line, new = text[segment.line], " ".join(hypothesis.text.splitlines())
            line += separator(line, new, self._languages[1])
            start = to_utf16(line, len(line))
            line += new
            text[segment.line] = line
            spans[segment.line].append((index, start, to_utf16(line, len(line))))
        placed: list[Placed] = []
        offset = 0
        for line, parts in zip(text, spans, strict=True):
            placed += [Placed(i, offset + a, offset + b, self.is_fresh(i)) for i, a, b in parts]
            offset += to_utf16(line, len(line)) + 1
        return "\n".join(text), placed

    def segment_at(self, position: int) -> int:
        """The segment at (or before) a position of the source document; 0 when there is none."""
        found = 0
        for index, segment in enumerate(self.segments):
            if segment.start <= position:
                found = index
        return found
