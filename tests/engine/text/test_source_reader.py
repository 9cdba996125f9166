"""Sources as typed, read as the corpus would have written them: what is changed, what stays, and where it came from."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.core.config import TokenizerConfig
from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.types import Hypothesis, Token
from workbench.engine.search.translated_text.restoring import restore
from workbench.engine.text.folding import fold_source, fold_source_with_origin, is_blank
from workbench.engine.text.source.source_casing import to_lower, to_upper
from workbench.engine.text.source.source_profile import SOURCE_PROFILE, SourceProfile
from workbench.engine.text.source.source_reader import Changes, SourceReader
from workbench.engine.text.tokenizer import Tokenizers

ENGLISH = [
    "The baker's oven isn't hot.",
    "A red kite flies over the hill.",
    "I think Anna lives in Oslo.",
    "Yesterday the USA won the match.",
    "The red oven is old, and the kite is new.",
    "My sister Anna is a baker.",
    "Is the hill over there?",
    "The match is on the hill.",
    'We won 3.5 points: "good" points.',
]
GERMAN = [
    "Der Hund schläft im Garten.",
    "Ein alter Mann sagt: „Guten Tag“.",
    "Die Frau sieht den Hund.",
    "Der Mann geht.",
]
CHINESE = ["今天天气很好。", "他说：“我不去。”", "你好，世界。", "我有３本书。"]
CODE = ["int Value = getValue(x);", "string Foo = foo.bar;", "return value;", "foo(Foo, x);"]


@cache
def reader(language: str, profile: bool = True) -> SourceReader:
    texts = {"en": ENGLISH, "de": GERMAN, "zh": CHINESE, "code": CODE}[language]
    kept = [fold_source(t) for t in texts]
    trained = Tokenizers.train(kept * 30, ["x y z"], TokenizerConfig(vocab_size=600, character_coverage=1.0))
    learnt = SourceProfile.learn(texts * 3) if profile else None
    return SourceReader(Tokenizers(trained.source, trained.target, True, learnt), language)


def read(text: str, language: str = "en", profile: bool = True) -> str:
    return reader(language, profile).read(text).text


@pytest.mark.parametrize(("language", "texts"), [("en", ENGLISH), ("de", GERMAN), ("zh", CHINESE), ("code", CODE)])
def test_what_the_corpus_has_stays_as_it_is(language: str, texts: list[str]) -> None:
    for text in texts:
        answer = reader(language).read(text)
        assert (answer.text, answer.changes) == (text, Changes())


@pytest.mark.parametrize("profile", [True, False])
@pytest.mark.parametrize(
    "typed",
    [
        "The baker’s oven isn’t hot.",
        "The baker`s oven isn´t hot.",
        "The baker＇s oven isnʼt hot.",
        "The\u00a0baker's\u202foven isn't\u2009hot.",
        "The ba\u00adker's ov\u200ben isn't hot.\ufeff",
        "\ufeff\u200eThe baker's oven isn't hot.\u200f",
        "Ｔｈｅ ｂａｋｅｒ＇ｓ oven isn't hot．",
        "The baker's oven isn't hot。",
        "  The baker's\toven isn't hot. ",
        "𝐓𝐡𝐞 baker's oven isn't hot.",
    ],
)
def test_spellings_that_mean_the_same_are_read_the_same(typed: str, profile: bool) -> None:
    answer = reader("en", profile).read(typed)
    assert answer.text == "The baker's oven isn't hot."
    assert answer.changes == Changes()


@pytest.mark.parametrize(
    ("typed", "wanted", "changes"),
    [
        ("THE RED OVEN IS OLD, AND THE KITE IS NEW.", "The red oven is old, and the kite is new.", Changes("upper")),
        ("MY SISTER ANNA IS A BAKER", "My sister Anna is a baker.", Changes("upper", stop_added=".")),
        ("Yesterday The USA Won The Match.", "Yesterday the USA won the match.", Changes("title")),
        ("the match is on the hill.", "The match is on the hill.", Changes(capital_added=True)),
        ("The match is on the hill", "The match is on the hill.", Changes(stop_added=".")),
        ("i think anna lives in oslo.", "I think Anna lives in Oslo.", Changes(capital_added=True)),
        ("The match is on the HILL.", "The match is on the hill.", Changes()),
        ("Is the hill over there?", "Is the hill over there?", Changes()),
        # Nobody knows these words in any form: codes, perhaps.
        ("XKZ", "XKZ", Changes()),
        ("KLM-7", "KLM-7", Changes()),
        ("https://example.org/The/Hill", "https://example.org/The/Hill", Changes()),
    ],
)
def test_case_and_stop_follow_the_corpus(typed: str, wanted: str, changes: Changes) -> None:
    answer = reader("en").read(typed)
    assert (answer.text, answer.changes) == (wanted, changes)


def test_german_nouns_get_their_capitals_back() -> None:
    assert read("DER HUND SCHLÄFT IM GARTEN.", "de") == "Der Hund schläft im Garten."
    assert read("ein alter mann sieht den hund.", "de") == "Ein alter Mann sieht den Hund."
    assert read("DIE FRAU SCHLAFT IM GARTEN.", "de") == "Die Frau schläft im Garten."  # capitals without their dots


@pytest.mark.parametrize(
    "typed", ['Ein Mann sagt: "Guten Tag".', "Ein Mann sagt: »Guten Tag«.", "Ein Mann sagt: “Guten Tag”."]
)
def test_quotes_follow_the_corpus_by_their_place(typed: str) -> None:
    assert read(typed, "de") == "Ein Mann sagt: „Guten Tag“."


def test_full_width_corpora_get_full_width() -> None:
    assert read('他说:"我不去."', "zh") == "他说：“我不去。”"
    assert read("你好,世界", "zh") == "你好，世界。"
    assert read("我有3本书。", "zh") == read("我有٣本书。", "zh") == "我有３本书。"


def test_identifiers_keep_their_case() -> None:
    assert read("string Value = GETVALUE(y);", "code") == "string Value = GETVALUE(y);"


def test_joiners_stay_where_they_make_a_word() -> None:
    assert fold_source("می\u200cخواهم") == "می\u200cخواهم"
    assert fold_source("Auf\u200clage") == "Auflage"
    assert fold_source("क्\u200dष 👩\u200d🚀 ❤\ufe0f") == "क्\u200dष 👩\u200d🚀 ❤"
    assert is_blank("\u200d\ufeff\u00a0\u200b")
    assert not is_blank("می")


def test_switched_off_nothing_is_adapted() -> None:
    answer = reader("en").read("THE BAKER’S\u00a0OVEN", normalise=False)
    assert (answer.text, answer.changes) == ("THE BAKER’S OVEN", Changes())


def test_old_runs_keep_the_blanks_they_learnt() -> None:
    texts = ["«\u00a0Bonjour\u00a0» dit-il\u00a0!"] * 50
    old = Tokenizers.train(texts, texts, TokenizerConfig(vocab_size=320, character_coverage=1.0))
    assert SourceReader(old, "fr").read("dit-il\u00a0!\u200b").text == "dit-il\u00a0!"


MIXED = st.text(st.sampled_from("aAbBéßﬂİΣ ’“”\"'.…—１。\u00a0\u200b\u00ad\ufeff\u0301\u200d👩🚀ｶﾞ3"), max_size=24)


@given(MIXED | st.text(max_size=20), st.booleans(), st.booleans())
@settings(max_examples=250, deadline=None)
def test_offsets_stay_inside_in_order_and_cover_what_shows(text: str, profile: bool, normalise: bool) -> None:
    one = reader("en", profile)
    answer = one.read(text, normalise)
    tokenizer = one._tokenizers.source
    ids, tokens = tokenizer.encode_tokens(answer.text)
    placed = answer.place(tokens)
    assert len(placed) == len(ids)
    assert all(0 <= t.start <= t.end <= len(text) for t in placed)
    assert [t.start for t in placed] == sorted(t.start for t in placed)
    assert [t.end for t in placed] == sorted(t.end for t in placed)
    if not normalise and answer.text:
        covered = {i for t in placed for i in range(t.start, t.end)}
        assert covered >= {i for i, c in enumerate(text) if c.isascii() and c.isalnum()}


@given(MIXED | st.text(st.characters(codec=None), max_size=20))  # type: ignore[arg-type]
@settings(max_examples=250, deadline=None)
def test_folding_sources_twice_changes_nothing(text: str) -> None:
    once = fold_source(text)
    assert fold_source(once) == once
    assert fold_source_with_origin(text).text == once
    assert is_blank(text) == (once == "")


def test_offsets_by_hand() -> None:
    text = "THE\u00a0ﬂ\u200bat"  # a ligature stands for two letters
    answer = reader("en").read(text)
    word = [(text[t.start : t.end]) for t in answer.place([Token("x", 4, 5), Token("x", 5, 6), Token("x", 4, 8)])]
    assert answer.text.lower().startswith("the flat")
    assert word == ["ﬂ", "ﬂ", "ﬂ\u200bat"]


def hypothesis(text: str, *spans: tuple[int, int]) -> Hypothesis:
    return Hypothesis(text, 0.0, tuple(Token("x", a, b) for a, b in spans))


def test_restoring_moves_the_spans() -> None:
    german = hypothesis("Die Straße.", (0, 3), (4, 10), (10, 11), (11, 11))
    back = restore(german, Changes("upper", stop_added="."), "de", bool)
    assert back.text == "DIE STRASSE"
    assert [back.text[p.start : p.end] for p in back.pieces] == ["DIE", "STRASSE", "", ""]
    assert restore(hypothesis("bir iş"), Changes("upper"), "tr", bool).text == "BİR İŞ"
    assert restore(hypothesis("l'homme est « là »"), Changes("title"), "fr", bool).text == "L'homme Est « Là »"

    def small(word: str, proper: bool) -> bool:
        return word == "Le" and not proper

    assert restore(hypothesis("Le chat dort."), Changes("", True, "."), "fr", small).text == "le chat dort"
    assert restore(hypothesis("Tom dort..."), Changes("", True, "."), "fr", small).text == "Tom dort..."
    assert restore(hypothesis("."), Changes(stop_added="."), "", bool).text == "."


def test_languages_have_their_own_case() -> None:
    assert to_lower("DİYARBAKIR", "tr") == "diyarbakır"
    assert to_lower("TITLE", "en") == "title"
    assert "".join(to_upper(c, "el") for c in "Αθήνα") == "ΑΘΗΝΑ"


def test_profile_survives_the_disk_and_damage_is_told(tmp_path: Path) -> None:
    profile = SourceProfile.learn(ENGLISH)
    profile.save(tmp_path)
    assert SourceProfile.load(tmp_path) == profile
    assert (profile.final_stop, profile.begins_with_capital) == (".", True)
    assert (profile.inner["red"], profile.initial["The"]) == (2, 3)
    assert profile.ends == {".": 8, "?": 1}
    for damage in ("", "[]", "{}", '{"format": 1}', json.dumps(profile.to_json() | {"lines": -1}), "\ud800"):
        (tmp_path / SOURCE_PROFILE).write_text(damage, errors="surrogatepass")
        with pytest.raises(RunFolderError, match="profile"):
            SourceProfile.load(tmp_path)


def test_labels_get_no_stop() -> None:
    labels = SourceProfile.learn(["Open file", "Save as", "Really quit?", "Close the window."])
    assert (labels.final_stop, labels.begins_with_capital) == ("", True)
