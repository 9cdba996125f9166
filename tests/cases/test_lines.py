"""Lines as people have them, through the command line and a shipped model: paragraphs, words never seen."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import typer

from workbench.cli import translate as command
from workbench.engine.config import SearchConfig
from workbench.engine.runs import shipped_runs_root
from workbench.engine.search.translator import Translator
from workbench.engine.types import Translation

SENTENCES = ["The old man is sleeping.", "She gives the book to her father.", "They went to the market.",
             "There are two cats in the garden."]  # fmt: skip


@pytest.fixture(scope="module")
def translator() -> Translator:
    return Translator.load(shipped_runs_root() / "sample-en-fr", device="cpu", threads=1)


def translate(translator: Translator, text: str, **search: object) -> Translation:
    return translator.translate([text], SearchConfig.model_validate({"beam": 1, "alternatives": 0, **search}))[0]


# --- paragraphs in one line -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("between", [" ", "  ", "\t", "\u00a0"])
def test_every_sentence_of_a_line_is_translated(translator: Translator, between: str) -> None:
    alone = [translate(translator, s).text for s in SENTENCES]
    line = between.join(SENTENCES)
    found = translate(translator, line)
    assert found.text == " ".join(alone)
    assert found.attention is not None
    assert found.attention.shape == (len(found.target_pieces), len(found.source_pieces))
    np.testing.assert_allclose(found.attention.sum(1), 1, atol=1e-4)
    for side, text in ((found.source_pieces, line), (found.target_pieces, found.text)):
        shown = [p for p in side if p.end > p.start]
        assert all(text[p.start : p.end] == p.text.replace("▁", "") for p in shown)
        assert [p.start for p in shown] == sorted(p.start for p in shown)
        assert sum(p.text == "</s>" for p in side) == len(SENTENCES)
    # each sentence looks at itself alone, as it would in a line of its own
    row = column = 0
    for sentence in SENTENCES:
        block = translate(translator, sentence).attention
        assert block is not None
        rows, columns = slice(row, row + block.shape[0]), slice(column, column + block.shape[1])
        np.testing.assert_allclose(found.attention[rows, columns], block, atol=1e-4)
        row, column = rows.stop, columns.stop


def test_switched_off_a_line_is_one_sentence_and_a_prefix_begins_the_first(translator: Translator) -> None:
    line = " ".join(SENTENCES)
    assert translate(translator, line, split_sentences="off").text.count(".") < len(SENTENCES)
    (found,) = translator.translate([line], SearchConfig(beam=1), prefixes=["Mon vieil"])
    assert found.text.startswith("Mon vieil")
    assert found.text.endswith(translate(translator, " ".join(SENTENCES[1:])).text)


def test_forced_translations_of_a_paragraph_keep_sentence_to_sentence(translator: Translator) -> None:
    line = " ".join(SENTENCES)
    translation = translate(translator, line).text
    (forced,) = translator.force([line], [translation])
    assert forced.text == translation
    assert forced.attention is not None
    assert sum(p.text == "</s>" for p in forced.source_pieces) == len(SENTENCES)


@pytest.mark.parametrize("text", ["The cat is under the big table. " * 60, "the cat and the dog, " * 80, "ab" * 800])
def test_of_a_long_line_everything_is_read(translator: Translator, text: str) -> None:
    found = translate(translator, text, max_ratio=0.1, max_extra=3)
    read = {place for p in found.source_pieces for place in range(p.start, p.end)}
    assert all(char.isspace() for place, char in enumerate(text) if place not in read)


def test_one_output_line_a_line_on_the_command_line(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    lines = [" ".join(SENTENCES[:2]), "", SENTENCES[2], "5", " ".join(SENTENCES)]
    (tmp_path / "in").write_text("\n".join(lines) + "\n", encoding="utf-8")
    app = typer.Typer()
    command.register(app)
    run = str(shipped_runs_root() / "sample-en-fr")
    arguments = [run, "--input", str(tmp_path / "in"), "--beam", "1", "--threads", "1"]
    app([*arguments, "--alignments", str(tmp_path / "links")], standalone_mode=False)
    out = capfd.readouterr()
    assert out.err == ""
    found = out.out.split("\n")
    assert len(found) == len(lines) + 1
    assert [line.count(".") for line in found] == [2, 0, 1, 0, 4, 0]
    assert len((tmp_path / "links").read_text().splitlines()) == len(lines)
    app([*arguments, "--json"], standalone_mode=False)
    records = [json.loads(line) for line in capfd.readouterr().out.splitlines()]
    assert [r["text"] for r in records] == found[:-1]
    assert [r["source"] for r in records] == lines
    assert records[3]["source_pieces"][-2]["unknown"] is True
    assert not any(p["unknown"] for p in records[2]["source_pieces"])


# --- what was never seen ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line",
    ["7", "2,468", "-3.25", "%d", "{count}", "%(name)s", "https://example.org/x?y=1#z", "me@example.net", "EN-1090",
     "<br/>", "&nbsp;", "??!!", "—", "🙂", "$HOME", "3 / 4"],
)  # fmt: skip
@pytest.mark.parametrize("details", [True, False])
def test_a_line_of_nothing_else_is_copied(translator: Translator, line: str, details: bool) -> None:
    (found,) = translator.translate([line], SearchConfig(beam=1), details=details)
    assert found.text == line
    assert translate(translator, line, copy_unknown=False).text != line


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("The table costs 8 euros.", "8"),
        ("The dog sees https://example.org/a?b=c today.", "https://example.org/a?b=c"),
        ("Send the letter to bob@example.org.", "bob@example.org"),
    ],
)
@pytest.mark.parametrize("beam", [1, 3])
def test_in_a_sentence_it_is_copied_where_it_belongs(translator: Translator, line: str, item: str, beam: int) -> None:
    found = translate(translator, line, beam=beam)
    assert found.text.split().count(item) + found.text.rstrip(".").split().count(item) >= 1
    copied = [p for p in found.target_pieces if p.copied]
    assert [found.text[p.start : p.end].rstrip(".") for p in copied] == [item]
    row = found.target_pieces.index(copied[0])
    place = line.index(item)
    inside = [i for i, p in enumerate(found.source_pieces) if place <= p.start < p.end <= place + len(item)]
    assert found.attention is not None
    assert found.attention[row, inside].sum() > 0.2
    assert translator.translate([line], SearchConfig(beam=beam), details=False)[0].text == found.text
    assert item not in translate(translator, line, beam=beam, copy_unknown=False).text


@pytest.mark.parametrize("word", ["Жук", "你好", "Ouagadougou", "Zxqw", "😀", "%s", "77"])
def test_words_never_seen_are_marked_and_only_they(translator: Translator, word: str) -> None:
    line = f"The cat sees {word} in the garden."
    found = translate(translator, line)
    start = line.index(word)
    marked = {place for p in found.source_pieces if p.unknown for place in range(p.start, p.end)}
    assert marked == set(range(start, start + len(word)))
    known = translate(translator, "The cat is sleeping in the garden.")
    assert not any(p.unknown for p in known.source_pieces)


@pytest.mark.parametrize("prefix", ["Le ‹", "Le <", "Le <0", "«", "Le €", "Ж", "Le 😀", "caf☕", "<0x", "Le 漢字"])
@pytest.mark.parametrize("beam", [1, 4])
def test_a_prefix_of_unknown_characters_is_kept_whole(translator: Translator, prefix: str, beam: int) -> None:
    answers = translator.translate(SENTENCES[:2], SearchConfig(beam=beam, nbest=beam), prefixes=[prefix, prefix])
    for answer in answers:
        for hypothesis in answer.nbest:
            assert hypothesis.text.startswith(prefix)
            assert "\ufffd" not in hypothesis.text
