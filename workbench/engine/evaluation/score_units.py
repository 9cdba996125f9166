"""What BLEU and TER count: words, or something finer for targets without blanks and for very short lines.

The one place that decides it, for validation, ``evaluate``, significance tests, sentence scores and baselines alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from workbench.engine.core.messages import Message
from workbench.engine.text.scripts import expected_scripts, majority_script
from workbench.engine.text.words import UNSPACED_SCRIPTS, has_unspaced, words

#: References looked at, evenly spread.
_SAMPLE = 1000
#: BLEU counts sequences of up to so many tokens; a line with fewer has none of the longest.
_LONGEST = 4
#: Share of such characters among the words from which a text counts as unspaced; less is needed where the language
#: told says so, because product names and the like are Latin.
_UNSPACED, _UNSPACED_AS_TOLD = 0.5, 0.1
_JAPANESE, _KOREAN = expected_scripts("ja"), expected_scripts("ko")


@dataclass(frozen=True)
class Units:
    """How translations into one target are cut up for scoring.

    Attributes:
        tokenizer: sacreBLEU's tokenizer for BLEU; it stands in the signature as ``tok:``.
        characters: Whether TER counts the units of ``data.words.words`` rather than what blanks separate; the
            signature then says ``tok:tercom-char``.
        reason: Why, in words; "" for the usual ``13a``.
        short: Whether even so most lines have fewer than four tokens, so that BLEU says nothing about them.
    """

    tokenizer: str = "13a"
    characters: bool = False
    reason: str = ""
    short: bool = False

    def explained(self, metric: str) -> dict[str, str]:
        """Why validation counts what it counts, for the run's story; nothing for the usual words."""
        return {"training.metric": f"{metric}, tok:{self.tokenizer}: {self.reason}"} if self.reason else {}


def score_units(target_lang: str, references: Sequence[str]) -> Units:
    """Choose the units for a target.

    The references' writing system decides; the language told decides between those that share one (Chinese and
    Japanese), and is not followed where the references are plainly written otherwise.

    Args:
        target_lang: Language tag in any usual spelling (``zh``, ``zho_Hans``, ``cmn``, ``ja_JP``), "" for unknown.
        references: The references that will be scored against.
    """
    sample = _spread([text for text in references if text.strip()])
    units = _by_script(target_lang, sample)
    if not _mostly_short(units.tokenizer, sample):
        return units
    if units.tokenizer == "zh":  # these are characters already
        return replace(units, short=True)
    reason = Message("most references have fewer than four words, so characters are counted")
    return replace(units, tokenizer="char", reason=reason, short=_mostly_short("char", sample))


def _spread(texts: Sequence[str]) -> list[str]:
    step = -(-len(texts) // _SAMPLE) or 1
    return list(texts[::step])


def _by_script(target_lang: str, sample: Sequence[str]) -> Units:
    told = expected_scripts(target_lang)
    found = _scripts_of(sample, told) if sample else told
    scripts = told if found and found <= told else found
    if scripts == _KOREAN and is_available("ko-mecab"):
        return Units("ko-mecab", False, Message("MeCab cuts Korean words into stem and endings"))
    if scripts == _JAPANESE:
        return _japanese()
    if scripts == {"Han"}:
        return Units("zh", True, Message("Chinese has no blanks between words, so characters are counted"))
    if scripts and scripts <= set(UNSPACED_SCRIPTS):
        return Units(
            "char",
            True,
            Message("{script} script has no blanks between words, so characters are counted", script=min(scripts)),
        )
    return Units()


def _japanese() -> Units:
    if is_available("ja-mecab"):
        return Units("ja-mecab", True, Message("Japanese has no blanks between words, so MeCab cuts it into words"))
    return Units("char", True, Message("Japanese has no blanks between words, so characters are counted"))


def _scripts_of(sample: Sequence[str], told: frozenset[str]) -> frozenset[str]:
    """The scripts of a text that has no blanks between words, else those that most of its letters are in."""
    kinds: Counter[bool] = Counter()
    clusters: list[str] = []
    for text in sample:
        for word in words(text):
            unspaced = has_unspaced(word.text)
            kinds[unspaced] += 1
            if unspaced:
                clusters.append(word.text)
    least = _UNSPACED_AS_TOLD if told and told <= set(UNSPACED_SCRIPTS) else _UNSPACED
    if kinds[True] and kinds[True] >= least * kinds.total():
        return majority_script(clusters)
    return majority_script(sample)


def _mostly_short(tokenizer: str, sample: Iterable[str]) -> bool:
    cut = tokenizer_of(tokenizer)
    long = [len(cut(text).split()) >= _LONGEST for text in sample]
    return bool(long) and 2 * sum(long) < len(long)


@lru_cache(maxsize=8)
def tokenizer_of(name: str) -> Any:
    """sacreBLEU's tokenizer of that name: a callable from a line to its tokens with blanks between.

    Raises:
        RuntimeError: It needs a package that is not installed.
    """
    from sacrebleu.metrics import BLEU

    return BLEU(tokenize=name).tokenizer


@lru_cache(maxsize=8)
def is_available(tokenizer: str) -> bool:
    """Whether this machine has what a tokenizer needs; those of Japanese and Korean need MeCab with a dictionary."""
    try:
        tokenizer_of(tokenizer)
    except (RuntimeError, ImportError, AssertionError, AttributeError, ValueError):
        return False
    return True


class CharacterTercom:
    """TER's tokenizer with the words cut into the units of ``data.words.words``.

    sacreBLEU's own ``asian_support`` knows neither kana inside a word nor Thai, Lao, Khmer, Burmese and Tibetan.
    """

    def __init__(self, inner: Any) -> None:
        self._inner = inner

    def __call__(self, text: str) -> str:
        """The line with a blank between two units."""
        return " ".join(word.text for word in words(self._inner(text)))

    def signature(self) -> str:
        """As it stands after ``tok:``."""
        return f"{self._inner.signature()}-char"
