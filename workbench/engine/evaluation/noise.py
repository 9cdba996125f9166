"""Test sentences as people type them: the same sentences in other spellings, with references to match.

A spelling that the translation should show (capitals, a headline, a missing stop) is given to the reference too; of
all others the translation should show nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from workbench.engine.core.types import Progress, no_progress
from workbench.engine.evaluation.metrics import Measured, bleu_metric
from workbench.engine.evaluation.score_units import score_units

if TYPE_CHECKING:
    from workbench.engine.core.config import SearchConfig
    from workbench.engine.search.translator import Translator

Spelling = Callable[[str], str]
_WORD_BEGIN = re.compile(r"(?<!\S)[^\w\s]*\w")
_STRAIGHT_TO_CURLY = ((r"(?<=\w)'", "’"), (r"(?<!\w)'", "‘"), (r'(?<![\w.,!?])"', "“"), (r'"', "”"))
_CURLY_TO_STRAIGHT = (("[’‘‚]", "'"), ("[“”„«»]", '"'))
_ZERO_WIDTH = "\u200b\ufeff\u00ad\u200e"


def _headline(text: str) -> str:
    return _WORD_BEGIN.sub(lambda m: m[0].upper() if len(m[0].upper()) == len(m[0]) else m[0], text)


def _small_first(text: str) -> str:
    return text[:1].lower() + text[1:]


def _no_stop(text: str) -> str:
    return re.sub(r"(?<=\w)\s?[.。]$", "", text.rstrip())


def _plain(text: str) -> str:
    return _small_first(_no_stop(text))


def _quotes(text: str, marks: Sequence[tuple[str, str]]) -> str:
    for pattern, mark in marks:
        text = re.sub(pattern, mark, text)
    return text


def _curly(text: str) -> str:
    return _quotes(text, _STRAIGHT_TO_CURLY)


def _no_break(text: str) -> str:
    """Every other blank a no-break space."""
    return "".join(w + ("\u00a0" if i % 2 == 0 else " ") for i, w in enumerate(text.split(" ")))[:-1]


def _zero_width(text: str) -> str:
    """A character that shows nothing in every third word, another kind each time."""
    words = text.split(" ")
    for count, place in enumerate(range(0, len(words), 3)):
        middle = len(words[place]) // 2
        mark = _ZERO_WIDTH[count % len(_ZERO_WIDTH)]
        words[place] = words[place][:middle] + mark + words[place][middle:]
    return " ".join(words)


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


#: Name -> spelling of the source, spelling of the reference.
NOISES: dict[str, tuple[Spelling, Spelling]] = {
    "clean": (str, str),
    "capitals": (str.upper, str.upper),
    "headline": (_headline, _headline),
    "small first letter": (_small_first, _small_first),
    "no final stop": (_no_stop, _no_stop),
    "no capital or stop": (
        lambda text: _curly(_plain(text)),
        _plain,
    ),
    "curly quotes": (_curly, str),
    "straight quotes": (lambda text: _quotes(text, _CURLY_TO_STRAIGHT), str),
    "no-break spaces": (_no_break, str),
    "zero-width": (_zero_width, str),
    "full width": (_full_width, str),
}


@dataclass(frozen=True)
class NoiseScore:
    """One row of the table.

    Attributes:
        lines: Sentences that it changes.
        off: BLEU with sources read as typed.
        on: BLEU with sources read as the corpus would have written them.
        off_lines: ``off`` of the changed sentences alone.
        on_lines: Likewise ``on``.
        clean_lines: The same sentences typed in their clean spelling; translations and references get this one.
    """

    noise: str
    lines: int
    off: float
    on: float
    off_lines: float
    on_lines: float
    clean_lines: float


def measure_noise(
    translator: Translator,
    sources: Sequence[str],
    references: Sequence[str],
    search: SearchConfig,
    names: Sequence[str] = (),
    *,
    progress: Progress = no_progress,
) -> list[NoiseScore]:
    """Translate a test set in every spelling, with and without adapting it.

    Args:
        names: Spellings wanted; all by default. "clean" always comes first.
    """
    lang = translator.config.data.target_lang
    rows: list[NoiseScore] = []
    clean: list[str] = []
    wanted = ["clean", *(n for n in names or NOISES if n != "clean")]
    for done, name in enumerate(wanted):
        progress(done, len(wanted), name)
        spell, spell_reference = NOISES[name]
        noisy = [spell(text) for text in sources]
        changed = [i for i, text in enumerate(noisy) if text != sources[i]] or list(range(len(sources)))
        # The reference follows its source: one that has no stop to lose keeps its reference's.
        wanted_text = [spell_reference(r) if n != s else r for n, s, r in zip(noisy, sources, references, strict=True)]
        found = {}
        for on in (False, True):
            setting = search.model_copy(update={"normalise_source": on, "nbest": 1})
            found[on] = [t.text for t in translator.translate(noisy, setting, details=False)]
        clean = clean or found[False]

        def score(texts: Sequence[str], wanted: Sequence[str], places: Sequence[int]) -> float:
            chosen, answers = [texts[i] for i in places], [wanted[i] for i in places]
            return round(Measured(bleu_metric(units=score_units(lang, answers)), chosen, answers).corpus(), 2)

        everywhere = range(len(sources))
        rows.append(
            NoiseScore(
                name,
                sum(n != s for n, s in zip(noisy, sources, strict=True)),
                score(found[False], wanted_text, everywhere),
                score(found[True], wanted_text, everywhere),
                score(found[False], wanted_text, changed),
                score(found[True], wanted_text, changed),
                score([spell_reference(c) for c in clean], wanted_text, changed),
            )
        )
    return rows
