"""Numbers in words, 0 to 9999."""

from __future__ import annotations

_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_EN_TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_FR = [
    "zéro",
    "un",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "six",
    "sept",
    "huit",
    "neuf",
    "dix",
    "onze",
    "douze",
    "treize",
    "quatorze",
    "quinze",
    "seize",
    "dix-sept",
    "dix-huit",
    "dix-neuf",
]
_FR_TENS = ["_", "_", "vingt", "trente", "quarante", "cinquante", "soixante"]
_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
]


def english(number: int) -> str:
    """The number in English words."""
    if number < 20:
        return _EN[number]
    if number < 100:
        tens, unit = divmod(number, 10)
        return _EN_TENS[tens] + (f"-{_EN[unit]}" if unit else "")
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        return f"{_EN[hundreds]} hundred" + (f" and {english(rest)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    joint = " and " if 0 < rest < 100 else " "
    return f"{_EN[thousands]} thousand" + (joint + english(rest) if rest else "")


def french(number: int, fem: bool = False) -> str:
    """The number in French words, in the spelling that hyphenates below a hundred only."""
    one = "une" if fem else "un"
    if number == 1:
        return one
    if number < 20:
        return _FR[number]
    if number < 70:
        tens, unit = divmod(number, 10)
        joint = {0: "", 1: f" et {one}"}.get(unit, f"-{_FR[unit]}")
        return _FR_TENS[tens] + joint
    if number < 80:
        return "soixante et onze" if number == 71 else f"soixante-{_FR[number - 60]}"
    if number == 80:
        return "quatre-vingts"
    if number < 100:
        return f"quatre-vingt-{one if number == 81 else _FR[number - 80]}"
    if number < 1000:
        hundreds, rest = divmod(number, 100)
        head = "cent" if hundreds == 1 else f"{_FR[hundreds]} cent" + ("" if rest else "s")
        return head + (f" {french(rest, fem)}" if rest else "")
    thousands, rest = divmod(number, 1000)
    head = "mille" if thousands == 1 else f"{_FR[thousands]} mille"
    return head + (f" {french(rest, fem)}" if rest else "")


def ordinal(number: int) -> str:
    """The English ordinal, for the days of a month."""
    if number <= len(_ORDINALS):
        return _ORDINALS[number - 1]
    if number < 20:
        return english(number) + "th"
    tens, unit = divmod(number, 10)
    if unit == 0:
        return _EN_TENS[tens][:-1] + "ieth"
    return f"{_EN_TENS[tens]}-{_ORDINALS[unit - 1]}"
