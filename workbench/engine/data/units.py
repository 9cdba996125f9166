"""The words of a text, and what among them is not language: numbers, addresses, placeholders, mark-up, codes, signs.

Such literals look the same in every language, so a model that never met one does best to copy it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import regex

Kind = Literal["word", "number", "literal", "mark"]

_ADDRESS = r"""
    (?:(?:https?|ftp|file|ssh|git|mailto|tel):(?://)?|www\.)[^\s<>"'«»„“”]*[^\s<>"'«»„“”.,;:!?)\]}…。，；：！？]
  | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
  | (?<![\w.@/])(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}/[^\s<>"']*[^\s<>"'.,;:!?)\]}]
  | (?<![\w@\#&])[@\#][A-Za-z_]\w*
  | (?<![\w:])[A-Za-z]:\\[^\s<>"'|?*]+
  | (?<!\S)~?(?:/[\w.-]+)+/?(?<!\.)
"""
_PLACEHOLDER = r"""
    \$?\{\{[^{}]*\}\}
  | [$\#]?\{[^{}\s]*\}
  | %\([A-Za-z_]\w*\)[-+\#0]*\d*(?:\.\d+)?[A-Za-z]
  | (?<!\d)%(?:\d+\$)?[-+\#0]*\d*(?:\.\d+)?(?:hh|h|ll|l|z|j|t|L)?[diouxXeEfFgGaAcspn@](?![\p{L}\p{N}])
  | %[A-Z_][A-Z0-9_]*%
  | (?<!\d)%\d+(?![\p{L}\p{N}])
  | \$[A-Za-z_]\w*
  | \\(?:[nrtv0"'\\]|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})
"""
_MARKUP = r"""
    <!--.*?-->
  | </?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?)*\s*/?>
  | &(?:[A-Za-z][A-Za-z0-9]+|\#\d+|\#x[0-9A-Fa-f]+);
"""
# Letters and figures together, with a capital, an underline or a version's points; "2nd" and "10am" are language.
_CODE = r"""
    (?<![\p{L}\p{N}_])(?:
        [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}
      | v\d+(?:\.\d+)+[\w-]*
      | (?=[a-z]*\d)(?=\d*[a-z])(?=[0-9a-f]*\d[0-9a-f]*[a-f][0-9a-f]*\d)[0-9a-f]{7,40}
      | (?=[A-Za-z0-9_./-]*_)[A-Za-z0-9]*(?:_+[A-Za-z0-9]+)+(?:[./-][A-Za-z0-9_]+)*
      | (?=[A-Za-z0-9./-]*[A-Z])(?=[A-Za-z0-9./-]*\d)[A-Za-z](?:[A-Za-z0-9]|[-./:](?=[A-Za-z0-9]))+
      | (?=[0-9./-]*[A-Z])\d[A-Z0-9]*[-./][A-Z0-9]+(?:[-./][A-Z0-9]+)*
      | \d+[A-Z]+\d[A-Z0-9]*
    )(?![\p{L}\p{N}_])
"""
_NUMBER = r"""
    (?<![\p{L}\p{N}_])[+−±~≈]?(?:(?<!\S)-)?[$€£¥₹§№]?\p{Nd}+(?:[-.,:/'’٫٬]\p{Nd}+)*[%‰°€£¥₹]?(?![\p{L}\p{N}_])
"""
_SIGN = r"[\p{So}\p{Extended_Pictographic}--[\#*0-9©®™°§№]][\p{Sk}\ufe0f\u200d\p{Extended_Pictographic}]*"
# A letter of a script without blanks is a word for itself.
_LETTERS = r"[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}]\p{M}*|[\p{L}\p{M}\p{N}]+"
_APOSTROPHE = r"(?:[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)+)"
_UNIT = regex.compile(
    rf"(?P<literal>{_ADDRESS}|{_MARKUP}|{_PLACEHOLDER}|{_CODE}|{_SIGN})|(?P<number>{_NUMBER})"
    rf"|(?P<word>{_APOSTROPHE}|{_LETTERS})|(?P<mark>\S)",
    regex.VERBOSE | regex.V1,
)

#: Without one of these there is no literal.
_HINT = regex.compile(r"[\p{Nd}%{$<&@/\\_#\p{So}\p{Extended_Pictographic}]|www\.|:", regex.V1)


@dataclass(frozen=True)
class Unit:
    """A word, a literal or a punctuation mark.

    Attributes:
        text: As it stands.
        start: First code point.
        end: One past the last.
        kind: "word", "number", "literal" (address, placeholder, mark-up, code, emoji) or "mark".
    """

    text: str
    start: int
    end: int
    kind: Kind

    @property
    def is_literal(self) -> bool:
        """Whether it is a number or another literal: something that is copied rather than translated."""
        return self.kind in ("number", "literal")


def find_units(text: str) -> list[Unit]:
    """All units of a text in order; only blanks lie between them."""
    return [Unit(m[0], m.start(), m.end(), m.lastgroup) for m in _UNIT.finditer(text)]


def may_hold_literals(text: str) -> bool:
    """A quick look whether ``find_units`` could find a literal or number, or nothing but marks."""
    return _HINT.search(text) is not None or not any(c.isalpha() for c in text)
