"""One sentence in every spelling, through the shipped models: one translation, in the case of the input."""

from __future__ import annotations

import json
import shutil
from functools import cache
from pathlib import Path

import pytest
import torch

from workbench.engine.core.config import DataConfig, RunConfig, SearchConfig
from workbench.engine.core.types import Pair
from workbench.engine.corpora.cleaning import Cleaner
from workbench.engine.corpora.splits import find_leaks, sentence_hash, split
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import Translator
from workbench.engine.text.source.source_profile import SOURCE_PROFILE

CHECKPOINTS = Path(__file__).parents[2] / "checkpoints"
PLAIN = "My sister's old cat is sleeping in the small garden."
GREEDY = SearchConfig(beam=1)


@cache
def shipped(name: str) -> Translator:
    torch.set_num_threads(1)
    return open_translator(CHECKPOINTS / name, device="cpu", threads=1)


def translate(*sentences: str, run: str = "sample-en-fr") -> list[str]:
    return [t.text for t in shipped(run).translate(sentences, GREEDY, details=False)]


@pytest.fixture(scope="module")
def unprofiled(tmp_path_factory: pytest.TempPathFactory) -> Translator:
    """The same model as a run of an earlier version: without the profile of its sources."""
    run = tmp_path_factory.mktemp("old") / "run"
    shutil.copytree(CHECKPOINTS / "sample-en-fr", run)
    (run / "tokenizer" / SOURCE_PROFILE).unlink()
    return open_translator(run, device="cpu", threads=1)


SPELLINGS = {
    "curly apostrophe": PLAIN.replace("'", "’"),
    "acute accent": PLAIN.replace("'", "´"),
    "modifier letter": PLAIN.replace("'", "ʼ"),
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "narrow and thin spaces": PLAIN.replace(" ", "\u202f", 2).replace(" ", "\u2009", 2),
    "ideographic space": PLAIN.replace(" ", "\u3000", 1),
    "byte order mark": "\ufeff" + PLAIN,
    "soft hyphens": PLAIN.replace("ee", "e\u00ade").replace("rd", "r\u00add"),
    "zero-width": PLAIN.replace(" ", "\u200b ").replace("t ", "t\u2060 "),
    "marks of direction": f"\u202a{PLAIN}\u202c\u200f",
    "isolates": f"\u2067{PLAIN}\u2069",
    "word inside": PLAIN.replace("sleeping", "slee\u200dping"),
    "full width": "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in PLAIN),
    "bold letters": PLAIN.replace("cat", "𝐜𝐚𝐭"),
    "ideographic stop": PLAIN.replace(".", "。"),
    "a word in capitals": PLAIN.replace("sleeping", "SLEEPING"),
    "blanks around": f"  {PLAIN}\t ",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_every_spelling_has_the_translation_of_the_plain_one(spelling: str, unprofiled: Translator) -> None:
    plain, other = translate(PLAIN, SPELLINGS[spelling])
    assert plain == other != ""
    old = unprofiled.translate([PLAIN, SPELLINGS[spelling]], GREEDY, details=False)
    assert old[0].text == old[1].text == plain


@pytest.mark.parametrize(
    "sentence", ["The cat is under the big table.", "My father reads a new book.", "I am not tired."]
)
def test_case_and_end_of_the_translation_follow_the_input(sentence: str, unprofiled: Translator) -> None:
    for translator in (shipped("sample-en-fr"), unprofiled):
        plain, upper, title, small, bare, both = (
            t.text
            for t in translator.translate(
                [
                    sentence,
                    sentence.upper(),
                    " ".join(w[:1].upper() + w[1:] for w in sentence.split()),
                    sentence[:1].lower() + sentence[1:],
                    sentence[:-1],
                    sentence[:1].lower() + sentence[1:-1],
                ],
                GREEDY,
                details=False,
            )
        )
        assert upper == plain.upper()
        assert title.lower() == plain.lower()
        assert small == plain[0].lower() + plain[1:]
        assert bare + "." == plain
        assert both + "." == small


def test_names_keep_the_capital_that_questions_lose() -> None:
    named, bare_named, asked, bare_asked = translate(
        "Caroline is not tired.", "caroline is not tired.", "How is your father?", "how is your father?"
    )
    assert bare_named == named
    assert named.startswith("Caroline")
    assert bare_asked == asked[0].lower() + asked[1:]


def test_headlines_begin_every_word_with_a_capital() -> None:
    plain, title = translate("The cat is under the big table.", "The Cat Is Under The Big Table.")
    assert title == " ".join(w[:1].upper() + w[1:] for w in plain.split())


def test_the_other_direction() -> None:
    plain, upper, curly, spaced = translate(
        "L'homme n'est pas dans le jardin.",
        "L'HOMME N'EST PAS DANS LE JARDIN.",
        "L’homme n’est pas dans le jardin.",
        "L'homme n'est pas dans\u00a0le jardin\u202f.",
        run="sample-fr-en",
    )
    assert upper == plain.upper()
    assert curly == plain
    assert spaced.replace(" .", ".") == plain


@pytest.mark.parametrize(
    "blank", ["", " ", "\t", "\u00a0", "\u3000", "\u200b", "\ufeff", "\u00ad\u200e", "\u2060 \u200d", "\ufe0f"]
)
def test_lines_that_show_nothing_stay_empty(blank: str, unprofiled: Translator) -> None:
    for translator in (shipped("sample-en-fr"), unprofiled):
        (answer,) = translator.translate([blank], GREEDY)
        assert (answer.text, answer.source, answer.source_pieces) == ("", blank, ())


def test_the_source_stays_as_typed_and_spans_point_into_it() -> None:
    typed = "\ufeffTHE\u00a0CAT\u200b IS UNDER THE BIG ta\u00adble"
    plain, other = shipped("sample-en-fr").translate(["The cat is under the big table.", typed], GREEDY)
    assert other.source == typed
    assert [p.text for p in other.source_pieces] == [p.text for p in plain.source_pieces]
    spans = [typed[p.start : p.end] for p in other.source_pieces]
    assert spans[0] == "THE"
    assert "ta\u00adble" in spans
    assert spans[-2:] == ["", ""]  # the added stop and the end
    assert [other.text[p.start : p.end] for p in other.target_pieces][-1] == ""
    assert other.attention is not None
    assert other.attention.shape == (len(other.target_pieces), len(other.source_pieces))


def test_targets_in_capitals_are_forced_as_the_model_writes_them() -> None:
    translator = shipped("sample-en-fr")
    plain, loud = translator.force(["The cat is sleeping.", "THE CAT IS SLEEPING."], ["Le chat dort.", "LE CHAT DORT."])
    assert [plain.text, loud.text] == ["Le chat dort.", "LE CHAT DORT."]
    assert loud.score == pytest.approx(plain.score, abs=1e-4)


def test_prefixes_go_on_in_the_case_that_is_shown() -> None:
    translator = shipped("sample-en-fr")
    answers = translator.translate(
        ["THE CAT IS UNDER THE BIG TABLE.", "the cat is under the big table"],
        GREEDY,
        prefixes=["LE CHIEN ", "le chien "],
    )
    assert [a.text.startswith(p) for a, p in zip(answers, ("LE CHIEN ", "le chien "), strict=True)] == [True, True]
    assert answers[0].text[:-1].lower() == answers[1].text


def test_switched_off_sources_are_read_as_typed() -> None:
    translator = shipped("sample-en-fr")
    off = GREEDY.model_copy(update={"normalise_source": False})
    plain, loud = (t.text for t in translator.translate(["The cat is here.", "THE CAT IS HERE."], off, details=False))
    assert loud != plain.upper()
    assert RunConfig().search.normalise_source


def test_invisible_copies_are_cleaned_away_and_never_split_apart() -> None:
    pairs = [
        Pair("The door is open.", "La porte est ouverte."),
        Pair("The door is open.\u200b", "La porte est ouverte."),
        Pair("The door\u00a0is open.", "\ufeffLa porte est ouverte."),
        Pair("\u200b", "La porte."),
        Pair("\ufeff", "\u200b"),
        Pair("A door.", "\u00ad\u200e"),
        Pair("می\u200cروم", "I go."),
        Pair("میروم", "I go."),
    ]
    cleaner = Cleaner(DataConfig())
    kept = list(cleaner.clean(pairs))
    assert [p.source for p in kept] == ["The door is open.", "می\u200cروم", "میروم"]
    assert cleaner.report.dropped == {"empty": 3, "too_long": 0, "duplicate": 2}
    assert sentence_hash("x") == sentence_hash("x\u200b") == sentence_hash("\ufeffX\u00ad") != sentence_hash("xy")


def test_held_out_copies_are_leaks_and_blank_lines_are_none() -> None:
    import numpy as np

    train = np.array([sentence_hash(t) for t in ("Good day.", "\u200b")], np.uint64)
    none = np.array([], np.uint64)
    report = find_leaks(train, none, [Pair("Good\u00a0day.\u200b", "x"), Pair("\ufeff", "y"), Pair("Good night.", "z")])
    assert report.source == 1
    hashes = np.array([sentence_hash(t) for t in ("a b", "a\u200b b", "c", "d", "e", "f")], np.uint64)
    targets = np.array([sentence_hash(t) for t in "ghijkl"], np.uint64)
    parts = split(hashes, targets, 2, 1, seed=3).assignment
    assert parts[0] == parts[1]


def test_json_shows_the_source_as_typed() -> None:
    (answer,) = shipped("sample-en-fr").translate(["We don’t eat bread"], GREEDY)
    shown = json.loads(json.dumps(answer.to_json()))
    assert shown["source"] == "We don’t eat bread"
    assert max(p["end"] for p in shown["source_pieces"]) == len("We don’t eat bread")
    assert not shown["text"].endswith(".")


def test_bench_noise_prints_the_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from workbench.cli.main import main

    (tmp_path / "a.en").write_text("The cat is under the big table.\nMy father reads a new book.\n")
    (tmp_path / "a.fr").write_text("Le chat est sous la grande table.\nMon père lit un nouveau livre.\n")
    command = ["bench", "noise", str(CHECKPOINTS / "sample-en-fr"), "--src", str(tmp_path / "a.en")]
    command += ["--ref", str(tmp_path / "a.fr"), "--beam", "1", "--device", "cpu"]
    assert main([*command, "--kinds", "capitals,full width", "--json"]) == 0
    rows = {row["noise"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert list(rows) == ["clean", "capitals", "full width"]
    assert all(row["on"] == pytest.approx(100) for row in rows.values())
    assert rows["clean"]["off"] == pytest.approx(100)
    assert max(rows["capitals"]["off"], rows["full width"]["off"]) < 50
    assert main([*command, "--kinds", "upside down"]) == 2
    assert "'upside down' is not known. Known: clean, capitals" in capsys.readouterr().err
