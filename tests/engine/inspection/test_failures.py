"""A test set taken apart; groups are those that anybody would make by hand, their scores sacreBLEU's own."""

from __future__ import annotations

import pytest
import sacrebleu

from workbench.engine.core.errors import InputError
from workbench.engine.core.types import Pair
from workbench.engine.inspection.failures import count_words, find_failures, repetition

SOURCES = ["The cat sleeps.", "The old dog sees a small cat today.", "A zebra and a yak!", "The dog."]
REFERENCES = ["Le chat dort.", "Le vieux chien voit un petit chat aujourd'hui.", "Un zèbre et un yak !", "Le chien."]
TRANSLATIONS = ["Le chat dort.", "Le chien voit un chat.", "Un un un zèbre !", "Le chat."]


def test_groups_by_hand() -> None:
    counts = count_words([Pair("The cat and the dog.", "")] * 12 + [Pair("A small old cat sees, sleeps today", "")] * 3)
    assert (counts["the"], counts["cat"], counts["old"], counts["zebra"]) == (24, 15, 3, 0)
    found = find_failures(SOURCES, REFERENCES, TRANSLATIONS, counts=counts, target_lang="fr")
    assert [(g.low, g.high, sorted(g.numbers)) for g in found.by_length] == [(0, 5, [1, 3, 4]), (6, 10, [2])]
    first = found.by_length[0]
    chosen = [TRANSLATIONS[i] for i in (0, 2, 3)], [[REFERENCES[i] for i in (0, 2, 3)]]
    assert first.chrf == pytest.approx(sacrebleu.corpus_chrf(*chosen).score)
    assert found.by_length[1].bleu == pytest.approx(sacrebleu.corpus_bleu(TRANSLATIONS[1:2], [REFERENCES[1:2]]).score)
    assert first.numbers[-1] == 1  # perfect, so the last
    # "sleeps" was seen 3 times, "old" 3, "zebra" never, "dog" 12
    assert [(s.rarest, s.seen) for s in found.sentences] == [("sleeps", 3), ("old", 3), ("zebra", 0), ("dog", 12)]
    assert [(g.low, sorted(g.numbers)) for g in found.by_frequency] == [(0, [3]), (1, [1, 2]), (10, [4])]
    assert [(g.low, g.high, sorted(g.numbers)) for g in found.by_unseen] == [(0, 0, [1, 2, 4]), (2, None, [3])]
    assert found.sentences[2].unseen == ("zebra", "yak")
    assert (found.repeated, found.dropped) == ((3,), (2,))
    assert found.sentences[2].repeated == "un"
    assert found.sentences[1].dropped == ("vieux", "petit", "aujourd'hui")


def test_what_is_known_of_training_may_be_less() -> None:
    found = find_failures(SOURCES, REFERENCES, TRANSLATIONS)
    assert (found.by_frequency, found.by_unseen, found.sentences[2].unseen) == ((), (), ())
    found = find_failures(SOURCES, REFERENCES, TRANSLATIONS, knows=lambda word: word != "yak")
    assert found.by_frequency == ()
    assert [(g.low, sorted(g.numbers)) for g in found.by_unseen] == [(0, [1, 2, 4]), (1, [3])]
    with pytest.raises(InputError, match="4 source sentences and 3 references"):
        find_failures(SOURCES, REFERENCES[:3], TRANSLATIONS)


@pytest.mark.parametrize(
    ("written", "wanted", "expected"),
    [
        ("a b a b c", "a b c", "a b"),
        ("a b c", "a b c", ""),
        ("très très bien", "très très bien", ""),  # as the reference has it
        ("très très très bien", "très très bien", "très"),
        ("le chat et le chien", "x", ""),  # a word that comes again later is none
        ("on the mat and on the mat", "x", "on the mat"),
        ("a a a a", "b", "a a"),
        ("", "", ""),
    ],
)
def test_repetitions(written: str, wanted: str, expected: str) -> None:
    assert repetition(written.split(), wanted.split()) == expected
