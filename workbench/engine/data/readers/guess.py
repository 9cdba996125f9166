"""A cautious guess of a text's language from its commonest small words, to notice swapped columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from workbench.engine.data.readers.languages import normalise_tag

_WORDS = {
    "en": "the of to is was you he she it and that this are have not with they what do for my his",
    "de": "der die das und ist nicht ich du er sie es ein eine zu den wir mit auf war hat von dem was im wie",
    "fr": "le la les de et est un une je il elle vous nous des du que pas dans ce qui ne au pour sur c'est",
    "es": "el la los las de y es un una no que en se lo por con para mi su está yo del al qué muy",
    "it": "il lo la gli le di e è un una non che in si per con mi ho sono del della ha al mio questo",
    "pt": "o a os as de e é um uma não que em se por com para eu ele do da no na está muito você",
    "nl": "de het een en is van ik je niet dat hij zij we in op te met voor zijn was heeft wat er aan",
    "sv": "och att det är en ett jag du han hon inte som på av för med den vi har var till om",
    "da": "og at det er en et jeg du han hun ikke som på af for med den vi har var til de",
    "nb": "og at det er en et jeg du han hun ikke som på av for med den vi har var til de",
    "fi": "ja on ei se hän minä sinä että oli mutta olen kun mitä tämä ovat he ole niin",
    "pl": "i w nie na to się jest z że do jak co ja ty on ona po tak był są dla czy",
    "cs": "a v ne na to se je že do jak co já ty on ona tak byl jsou pro by jsem jsme",
    "hu": "a az és nem hogy egy van ez is én te ő mit volt már meg csak",
    "ro": "și de la în nu un o este că pe cu am să mai ce ea el din",
    "tr": "bir ve bu ben sen o değil için ne mi çok var da de ile gibi",
    "id": "yang dan di itu ini tidak saya kamu dia ke dari dengan untuk adalah",
    "ru": "и в не на я он она что это с как вы мы ты был по но у за так",
    "uk": "і в не на я він вона що це з як ви ми ти був по але у за так є",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_TOKENS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_SCRIPTS = (("ja", re.compile("[぀-ヿ]")), ("ko", re.compile("[가-힯]")), ("zh", re.compile("[一-鿿]")),
            ("el", re.compile("[Ͱ-Ͽ]")), ("he", re.compile("[֐-׿]")), ("th", re.compile("[฀-๿]")))  # fmt: skip
#: Pairs of languages whose small words are too alike to tell apart.
_ALIKE = ({"da", "nb", "no", "nn"}, {"es", "gl", "pt", "ca"}, {"cs", "sk"}, {"id", "ms"})


def guess_language(texts: Iterable[str]) -> str:
    """The language most of the texts look like, or an empty string when that is not clear.

    Args:
        texts: A few hundred sentences at most.
    """
    scores: Counter[str] = Counter()
    words = characters = 0
    for text in texts:
        short = text[:500]
        characters += len(short)
        for language, script in _SCRIPTS:
            # One kanji is in Japanese too, so kana outweigh it.
            scores[language] += len(script.findall(short)) * (4 if language == "ja" else 1)
        for token in _TOKENS.findall(short.lower()):
            words += 1
            for language, known in _SETS.items():
                scores[language] += token in known
    ranked = scores.most_common(2)
    if not ranked or ranked[0][1] < max(5, 0.04 * words):
        return ""
    best, runner = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
    if runner[1] > 0.7 * best[1] and not any({best[0], runner[0]} <= group for group in _ALIKE):
        return ""
    return best[0]


def looks_like(guess: str, tag: str) -> bool:
    """Whether a guess agrees with a tag, close relatives counted as agreeing."""
    primary = normalise_tag(tag).partition("-")[0]
    return bool(guess) and (guess == primary or any({guess, primary} <= group for group in _ALIKE))
