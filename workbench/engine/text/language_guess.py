"""A cautious guess of a text's language from its commonest small words, to notice swapped columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from workbench.engine.text.languages import primary_language

_WORDS = {
    "en": "the of to is was you he she it and that this are have not with they what do for my his we a an i be been has"
    " your our their can will there where when who how from at on in please or were but if her him them me us",
    "de": "der die das und ist nicht ich du er sie es ein eine zu den wir mit auf war hat von dem was im wie ihr mein"
    " sind haben wird werden einen einem einer sich für bei aus nach wo wer kann bitte oder aber wenn noch keine kein",
    "fr": "le la les de et est un une je il elle vous nous des du que pas dans ce qui ne au pour sur c'est ont sont mon"
    " ma mes son sa ses avec aux cette où veuillez ou mais être fait votre notre leur ils elles plus très",
    "es": "el la los las de y es un una no que en se lo por con para mi su está yo del al qué muy son hay tiene nos"
    " nosotros ella ellos este esta dónde como pero más fue usted tu sus tengo",
    "it": "il lo la gli le di e è un una non che in si per con mi ho sono del della ha al mio questo nel alla dei dove"
    " come noi lei lui più hanno abbiamo questa i da anche ma",
    "pt": "o a os as de e é um uma não que em se por com para eu ele do da no na está muito você ela nós são tem meu"
    " minha onde mais foi mas como ao à dos das",
    "nl": "de het een en is van ik je niet dat hij zij we in op te met voor zijn was heeft wat er aan ze wij naar waar"
    " hebben mijn deze dit ook maar bij geen kan wordt",
    "sv": "och att det är en ett jag du han hon inte som på av för med den vi har var till om de min där kan ska från",
    "da": "og at det er en et jeg du han hun ikke som på af for med den vi har var til de min hvor kan skal fra",
    "nb": "og at det er en et jeg du han hun ikke som på av for med den vi har var til de min hvor kan skal fra",
    "fi": "ja on ei se hän minä sinä että oli mutta olen kun mitä tämä ovat he ole niin me missä ovat voi olla",
    "pl": "i w nie na to się jest z że do jak co ja ty on ona po tak był są dla czy od jego my gdzie przez",
    "cs": "a v ne na to se je že do jak co já ty on ona tak byl jsou pro by jsem jsme s z kde ale není",
    "hu": "a az és nem hogy egy van ez is én te ő mit volt már meg csak vagy hol ki de nincs",
    "ro": "și de la în nu un o este că pe cu am să mai ce ea el din sunt are pentru unde",
    "tr": "bir ve bu ben sen o değil için ne mi çok var da de ile gibi mı nerede olarak daha",
    "id": "yang dan di itu ini tidak saya kamu dia ke dari dengan untuk adalah ada kami akan bisa",
    "vi": "là của và không có cho một những tôi anh bạn này được trong đã với các người ở đến",
    "ca": "el la els les de i és un una no que en es per amb jo del al molt està són hi ha nosaltres",
    "ru": "и в не на я он она что это с как вы мы ты был по но у за так из от для к мой где есть его",
    "uk": "і в не на я він вона що це з як ви ми ти був по але у за так є до від для мій де його",
    "bg": "и в не на аз той тя че това с как вие ние ти е по но за от да се са има къде",
}
#: Letters that few languages have.
_LETTERS = {
    letter: language
    for language, letters in {
        "de": "ß",
        "es": "ñ¿¡",
        "pt": "ãõ",
        "pl": "łęś",
        "cs": "řěů",
        "hu": "őű",
        "tr": "ğı",
        "ro": "șț",
        "vi": "ơưạế",
        "fr": "œ",
        "ru": "ыэё",
        "uk": "єїі",
        "bg": "ъ",
    }.items()
    for letter in letters
}
_BY_WORD: dict[str, list[str]] = {}
for _language, _words in _WORDS.items():
    for _word in dict.fromkeys(_words.split()):
        _BY_WORD.setdefault(_word, []).append(_language)
_TOKENS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_ELIDED = re.compile(r"\b(?:l|d|j|qu|n|s|c|m)['’](?=[^\W\d_])", re.IGNORECASE)
_SCRIPTS = tuple(
    (language, re.compile(f"[{letters}]"))
    for language, letters in {
        "ja": "぀-ヿ",
        "ko": "가-힯",
        "zh": "一-鿿",
        "el": "Ͱ-Ͽ",
        "he": "֐-׿",
        "th": "฀-๿",
        "ar": "ء-يةىآأإؤئ",
        "fa": "پچژگکی",
        "ur": "ٹڈڑےھہں",
        "hi": "ऀ-ॿ",
        "bn": "ঀ-৿",
        "ta": "஀-௿",
        "te": "ఀ-౿",
        "ka": "Ⴀ-ჿ",
        "hy": "԰-֏",
        "am": "ሀ-፿",
        "km": "ក-៿",
        "my": "က-႟",
        "lo": "຀-໿",
    }.items()
)
#: One letter of these is in no other language of its script, so it outweighs the common letters.
_OUTWEIGH = {"ja": 4, "fa": 20, "ur": 30}
_BEYOND_LATIN = re.compile("[\u0370-\u1fff\u3040-\uffff]")
#: Pairs of languages whose small words are too alike to tell apart.
_ALIKE = (
    {"da", "nb", "no", "nn"},
    {"es", "gl", "pt", "ca"},
    {"cs", "sk"},
    {"id", "ms"},
    {"hi", "mr", "ne"},
    {"he", "yi"},
)
#: Hits from which a guess is made, and fewer that do when hardly any hit speaks for another language.
_HITS, _FEW_HITS = 5, 3


def guess_language(texts: Iterable[str]) -> str:
    """The language most of the texts look like, or an empty string when that is not clear.

    Args:
        texts: A few hundred sentences at most.
    """
    scores: Counter[str] = Counter()
    words = 0
    for text in texts:
        short = text[:500]
        if _BEYOND_LATIN.search(short):
            for language, script in _SCRIPTS:
                if found := len(script.findall(short)):
                    scores[language] += found * _OUTWEIGH.get(language, 1)
        lowered = short.lower()
        scores["fr"] += len(_ELIDED.findall(lowered))
        for token in _TOKENS.findall(lowered):
            words += 1
            for language in _BY_WORD.get(token, ()):
                scores[language] += 1
        for letter in set(lowered) & _LETTERS.keys():
            scores[_LETTERS[letter]] += 1
    return _decided(scores, words)


def _decided(scores: Counter[str], words: int) -> str:
    """The language with the most hits when they are many enough and clearly more than the next one's."""
    ranked = scores.most_common(2)
    if not ranked:
        return ""
    (best, hits), (runner, others) = ranked[0], ranked[1] if len(ranked) > 1 else ("", 0)
    alike = any({best, runner} <= group for group in _ALIKE)
    few = hits < max(_HITS, 0.04 * words)
    if hits < max(_FEW_HITS if few else _HITS, 0.04 * words) or (few and others * 2 > hits and not alike):
        return ""
    return "" if others > 0.7 * hits and not alike else best


def looks_like(guess: str, tag: str) -> bool:
    """Whether a guess agrees with a tag, close relatives counted as agreeing."""
    primary = primary_language(tag)
    return bool(guess) and (guess == primary or any({guess, primary} <= group for group in _ALIKE))
