"""Tokenizer: round trips, offsets into raw text, sizes, sampling."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
import unicodedata
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.engine.core.config import TokenizerConfig
from workbench.engine.core.errors import CorpusError, RunFolderError
from workbench.engine.text.folding import fold, fold_with_origin
from workbench.engine.text.tokenizer import Tokenizer, Tokenizers
from workbench.engine.text.tokenizer_training import FIXED_PIECES, default_vocab_size

KINDS = ["unigram", "bpe", "char", "word"]
WORDS = ["the", "small", "boat", "leaves", "harbour", "early", "Le", "petit", "bateau", "quitte", "où", "日本", "port"]


def sentences(count: int = 400) -> list[str]:
    draw = random.Random(1)
    return [" ".join(draw.choices(WORDS, k=draw.randint(3, 9))) + "." for _ in range(count)]


@cache
def tokenizer(kind: str) -> Tokenizer:
    return Tokenizers.train(sentences(), sentences(), TokenizerConfig(kind=kind, vocab_size=400)).source  # type: ignore[arg-type]


def spans(kind: str, text: str) -> list[tuple[str, str]]:
    return [(t.text, text[t.start : t.end]) for t in tokenizer(kind).encode_tokens(text)[1]]


def test_special_pieces_have_fixed_ids() -> None:
    assert [tokenizer("unigram").piece(i) for i in range(4)] == ["<pad>", "<unk>", "<s>", "</s>"]
    assert tokenizer("unigram").piece(4 + 0x41) == "<0x41>"


def test_offsets_by_hand_with_blanks_and_emoji() -> None:
    # Known words are whole pieces; the emoji is four bytes that share one code point.
    assert spans("word", "  the  boat ") == [("▁the", "the"), ("▁boat", "boat")]
    tokens = tokenizer("char").encode_tokens(" é  🙂t")[1]
    shown = [(t.text, t.start, t.end) for t in tokens]
    assert shown == [
        ("▁", 1, 1),
        ("<0xC3>", 1, 2),
        ("<0xA9>", 1, 2),
        ("▁", 4, 4),
        ("<0xF0>", 4, 5),
        ("<0x9F>", 4, 5),
        ("<0x99>", 4, 5),
        ("<0x82>", 4, 5),
        ("t", 5, 6),
    ]


def test_offsets_of_decomposed_text_cover_letter_and_accent() -> None:
    # u + combining grave is the learnt ù, whose span is both code points as typed; so is o-u-grave-x after it.
    assert spans("char", "ou\u0300x")[1:3] == [("o", "o"), ("ù", "u\u0300")]
    assert tokenizer("bpe").encode("ou\u0300") == tokenizer("bpe").encode("où")


@pytest.mark.parametrize(
    "text", ["مرحبا بالعالم", "日本語のテスト", "한국어", "Ünï\u0308côdé", "«\u00a0Où\u00a0?\u00a0»…", "½ ﬁ ！"]
)
@pytest.mark.parametrize("kind", KINDS)
def test_any_script_and_typography_survives(kind: str, text: str) -> None:
    assert tokenizer(kind).decode(tokenizer(kind).encode(text)) == unicodedata.normalize("NFC", text)


@given(st.text(st.characters(codec=None), max_size=40), st.sampled_from(KINDS))  # type: ignore[arg-type]
@settings(max_examples=120, deadline=None)
def test_round_trip_and_offsets(text: str, kind: str) -> None:
    ids, tokens = tokenizer(kind).encode_tokens(text)
    assert ids == tokenizer(kind).encode(text)
    assert tokenizer(kind).decode(ids) == fold(text)
    assert len(tokens) == len(ids)
    assert 1 not in ids
    covered = {i for t in tokens for i in range(t.start, t.end)}
    blank = set(" \t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029▁")
    assert covered >= {i for i, c in enumerate(text) if c not in blank}
    ends = [(t.start, t.end) for t in tokens]
    assert ends == sorted(ends)
    assert all(0 <= start <= end <= len(text) for start, end in ends)


@given(st.text(st.characters(codec=None), max_size=40))  # type: ignore[arg-type]
@settings(max_examples=120, deadline=None)
def test_fold_with_origin_agrees_with_fold(text: str) -> None:
    origin = fold_with_origin(text)
    assert origin.text == fold(text)
    for char, start, end in zip(origin.text, origin.starts, origin.ends, strict=True):
        assert start < end
        if char == text[start:end] or char == " ":
            continue
        rewritten = unicodedata.normalize("NFC", text[start:end].encode("utf-16", "replace").decode("utf-16"))
        assert char in rewritten or char == "\ufffd"


@given(st.lists(st.integers(0, 399), max_size=30))
@settings(max_examples=200, deadline=None)
def test_decoding_any_ids_gives_one_token_each(ids: list[int]) -> None:
    ids = [i % tokenizer("unigram").size for i in ids]
    text, tokens = tokenizer("unigram").decode_tokens(ids)
    assert len(tokens) == len(ids)
    assert text == tokenizer("unigram").decode(ids) == text.strip(" ")
    covered = {i for t in tokens for i in range(t.start, t.end)}
    assert covered == {i for i, c in enumerate(text) if c != " "}


def test_decode_broken_bytes_and_end() -> None:
    byte = 4
    text, tokens = tokenizer("unigram").decode_tokens([byte + 0xE6, byte + 0x97, byte + 0x41, byte + 0xC3, 3])
    assert text == "\ufffdA\ufffd"
    assert [(t.start, t.end) for t in tokens] == [(0, 1), (0, 1), (1, 2), (2, 3), (3, 3)]
    assert tokens[-1].text == "</s>"
    assert tokenizer("unigram").decode([2, 3, 0]) == ""


def test_literal_names_of_special_pieces_are_text() -> None:
    for kind in KINDS:
        ids = tokenizer(kind).encode("<s> </s> <pad> <unk> <0x41>")
        assert not set(ids) & {0, 1, 2, 3}
        assert 4 + 0x41 not in ids[: ids.index(4 + 0x34)]
        assert tokenizer(kind).decode(ids) == "<s> </s> <pad> <unk> <0x41>"


def sampled(tokenizer: Tokenizer, text: str, alpha: float, seed: int) -> list[int]:
    return tokenizer.encode_sampled_batch([text], alpha, seed)[0]


def test_sampling_repeats_by_seed_and_varies() -> None:
    text = "the small boat leaves harbour"
    for kind in ("unigram", "bpe"):
        one = sampled(tokenizer(kind), text, 0.3, 7)
        assert one == sampled(tokenizer(kind), text, 0.3, 7)
        drawn = {tuple(sampled(tokenizer(kind), text, 0.1, seed)) for seed in range(20)}
        assert len(drawn) > 1
        assert {tokenizer(kind).decode(ids) for ids in drawn} == {text}
    assert sampled(tokenizer("word"), text, 0.3, 7) == tokenizer("word").encode(text)


def test_sampling_in_threads_is_what_it_is_alone() -> None:
    text = "the small boat leaves harbour"
    alone = [sampled(tokenizer("bpe"), text, 0.5, seed) for seed in range(50)]
    found: dict[int, list[int]] = {}

    def work(seeds: range) -> None:
        for seed in seeds:
            found[seed] = sampled(tokenizer("bpe"), text, 0.5, seed)

    threads = [threading.Thread(target=work, args=(range(start, 50, 4),)) for start in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [found[seed] for seed in range(50)] == alone


@pytest.mark.parametrize("kind", KINDS)
def test_impossible_sizes_are_moved(kind: str) -> None:
    for size in (1, 50_000):
        settings_ = TokenizerConfig(kind=kind, vocab_size=size, shared=False)  # type: ignore[arg-type]
        made = Tokenizers.train(sentences(60), ["a"], settings_)
        assert FIXED_PIECES < made.source.size < 2000
        assert made.target.decode(made.target.encode("anything, ça va")) == "anything, ça va"


def test_training_repeats_and_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    config = TokenizerConfig(vocab_size=320)
    one, other = (Tokenizers.train(sentences(), sentences(), config).source.model for _ in range(2))
    assert one == other
    assert capfd.readouterr() == ("", "")


def test_no_text_is_a_clear_error() -> None:
    with pytest.raises(CorpusError, match="no text"):
        Tokenizers.train(["", "  "], [""], TokenizerConfig())


def test_what_stops_the_reading_comes_through() -> None:
    class StopError(Exception):
        pass

    class Text:
        def __init__(self) -> None:
            self.reads = 0

        def __iter__(self):  # type: ignore[no-untyped-def]
            self.reads += 1
            yield "one line"
            if self.reads > 1:
                raise StopError

    with pytest.raises(StopError):
        Tokenizers.train(Text(), ["a"], TokenizerConfig(shared=False, vocab_size=300))


def test_save_and_load(tmp_path: Path) -> None:
    made = Tokenizers.train(sentences(), sentences(), TokenizerConfig(shared=False, vocab_size=320))
    made.save(tmp_path)
    assert sorted(f.name for f in tmp_path.iterdir()) == ["source.model", "target.model"]
    loaded = Tokenizers.load(tmp_path)
    assert not loaded.shared
    assert loaded.source.vocabulary() == made.source.vocabulary()
    (tmp_path / "target.model").write_bytes(made.target.model[: len(made.target.model) // 2])
    with pytest.raises(RunFolderError, match=r"target\.model"):
        Tokenizers.load(tmp_path)
    (tmp_path / "target.model").unlink()
    with pytest.raises(RunFolderError, match="missing"):
        Tokenizers.load(tmp_path)


def test_default_sizes_follow_the_corpus() -> None:
    sizes = [default_vocab_size(pairs, 10**6) for pairs in (100, 5_000, 29_000, 500_000, 10**7)]
    assert sizes == [600, 2100, 8000, 16_000, 16_000]
    assert default_vocab_size(29_000, 40) == 400
    assert default_vocab_size(29_000, 10**6, embedding=128) == 4000


@given(st.text(st.sampled_from("the small boat leaves harbour 漢x"), max_size=40))
def test_without_dropout_merges_are_those_of_sentencepiece_and_with_all_of_it_characters(text: str) -> None:
    bpe = tokenizer("bpe")
    assert bpe.encode_sampled_batch([text], 0.0, 1) == [bpe.encode(text)]
    (apart,) = bpe.encode_sampled_batch([text], 1.0, 1)
    assert all(len(bpe.piece(i)) == 1 or bpe.piece(i).startswith("<0x") for i in apart)
    assert bpe.decode(apart) == bpe.decode(bpe.encode(text))


@pytest.mark.parametrize("kind", ["unigram", "bpe"])
def test_sampling_is_the_same_in_a_fresh_process(kind: str, tmp_path: Path) -> None:
    lines = ["the small boat leaves harbour", "a harbour for small boats", "", "漢字 x"]
    (tmp_path / "m").write_bytes(tokenizer(kind).model)
    script = (
        "import sys; from pathlib import Path; from workbench.engine.text.tokenizer import Tokenizer;"
        f"print(Tokenizer(Path(sys.argv[1]).read_bytes()).encode_sampled_batch({lines!r}, 0.2, 7))"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", script, str(tmp_path / "m")], check=True, capture_output=True, text=True
        ).stdout
        for _ in range(2)
    }
    assert found == {f"{tokenizer(kind).encode_sampled_batch(lines, 0.2, 7)}\n"}
