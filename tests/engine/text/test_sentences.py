"""Cutting lines into sentences: what ends one, what does not, and that nothing is ever lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.engine.text.sentences import fit, split_sentences

# One string a case; "|" stands where the line is to be cut.
CASES = [
    ("en", "Mr. Fox met Dr. E. Stone. |They ate at 3.5 p.m. in the old U.S. post office."),
    ("en", "It costs $3.50. |That is a lot, e.g. for a pen, i.e. too much."),
    ("en", "J. R. Hartley wrote it. |I read it."),
    ("en", '"Stop!" he said. |"Why?" she asked.'),
    ("en", "(It was late.) |They went home."),
    ("en", "Wait... |See http://example.com/a?b=c.d now. |Go on!"),
    ("en", "1. Open the door. |2. Close it."),
    ("en", "a) First point. |b) Second point."),
    ("en", "Read README.Md and System.Out.println first. |Then go."),
    ("en", "Really?! |Yes… |And more."),
    ("en", "Version 2.0.1 is out! |get it"),
    ("de", "Am 3. Mai kam er z. B. nach Ulm. |Dort blieb er bis ca. 5 Uhr."),
    ("de", "„Gut!“, sagte sie. |Das war Nr. 5."),
    ("fr", "Il a dit : « Bonjour ! » |Puis M. Dupont est parti."),
    ("fr", "Ça va ? |Oui ! |On y va."),
    ("es", "¿Qué hora es? |¡Vamos! |El Sr. Pérez duerme."),
    ("ru", "Он родился в 1990 г. в Москве. |Потом уехал."),
    ("zh", "你好。|你叫什么名字？|我叫小明！"),
    ("zh", "“好的。”他说。|他说：“好的。”|然后走了。"),
    ("ja", "「こんにちは。」と言った。|元気ですか？|はい！"),
    ("hi", "यह एक वाक्य है। |यह दूसरा है।"),
    ("ar", "كيف حالك؟ |أنا بخير."),
    ("am", "ሰላም። |እንዴት ነህ?"),
    ("", "He left. |She stayed."),
    ("xx", "Кто там? |Это я."),
    ("en", "x ? y : z"),
    ("en", "Hi 😀 there. |😀 Smile!"),
    ("en", "- Hi. |- Hello."),
    ("en", "A bad \ud800 sign. |And more."),
    ("en", "..."),
    ("en", "? ! ."),
    ("en", ""),
    ("en", "   "),
]


@pytest.mark.parametrize(("language", "marked"), CASES)
def test_where_sentences_end(language: str, marked: str) -> None:
    line = marked.replace("|", "")
    assert [line[a:b] for a, b in split_sentences(line, language)] == marked.split("|")


LINES = st.text(st.sampled_from('aB1 .!?…。？“”"()»\u00a0\u0301😀\ud800\n,;:-'), max_size=60)


@given(LINES, st.sampled_from(["", "en", "de", "fr", "zh", "ja", "hy", "tlh"]))
def test_the_sentences_together_are_the_line(line: str, language: str) -> None:
    spans = split_sentences(line, language)
    assert spans[0][0] == 0
    assert spans[-1][1] == len(line)
    assert all(a < b == c for (a, b), (c, _) in pairwise(spans))
    # cutting a sentence again leaves it whole
    for start, end in spans:
        part = line[start:end].strip()
        assert "".join(part[a:b] for a, b in split_sentences(part, language)) == part


def test_a_wide_blank_between_a_capital_and_a_full_stop_is_no_failure() -> None:
    assert split_sentences("Plan B\xa0.", "fr") == [(0, 8)]
    assert split_sentences("Plan B\u3000. Yes", "en")[-1][1] == 12


@given(LINES, st.integers(1, 12))
def test_parts_fit_and_lose_nothing(line: str, longest: int) -> None:
    parts = fit(line, (0, len(line)), longest, len)
    assert "".join(line[a:b] for a, b in parts) == line
    assert all(b - a <= max(longest, 1 + sum(c in "\u0301" for c in line[a:b])) for a, b in parts)


def words(text: str) -> int:
    return len(text.split())


def test_too_long_is_cut_at_sentences_then_clauses_then_blanks_and_neighbours_stay_together() -> None:
    def cut(line: str, longest: int) -> list[str]:
        return [line[a:b] for a, b in fit(line, (0, len(line)), longest, words)]

    assert cut("One two. Three four. Five six.", 4) == ["One two. Three four. ", "Five six."]
    assert cut("one two three, four five; six", 4) == ["one two three, ", "four five; six"]
    assert cut("one two three four five", 2) == ["one two ", "three four ", "five"]
    assert cut("你好，世界，再见", 9) == ["你好，世界，再见"]
    parts = fit("é" * 10, (0, 10), 3, len)
    assert [b - a for a, b in parts] == [2, 3, 2, 3]
    combined = "e\u0301" * 6
    for start, _ in fit(combined, (0, len(combined)), 4, len):
        assert combined[start] == "e", "an accent was cut from its letter"
