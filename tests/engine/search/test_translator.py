"""From text to translations: loading, offsets, prefixes, sampling, threads, and folders that are not whole."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path
from typing import Literal

import numpy as np
import pytest
import torch

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import Cancelled, RunFolderError
from workbench.engine.runs import folder as runs
from workbench.engine.search import beam as beam_module
from workbench.engine.search import greedy as greedy_search
from workbench.engine.search.batches import batches, longest_source
from workbench.engine.search.beam import beam_search
from workbench.engine.search.constraints.prefix import make_prefix
from workbench.engine.search.decoding import Sentence
from workbench.engine.search.forcing import force
from workbench.engine.search.greedy import greedy
from workbench.engine.search.opening import open_translator
from workbench.engine.search.translator import MAX_SOURCE, Translator
from workbench.engine.text.special_ids import EOS


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture(scope="module")
def translator(folder: Path) -> Translator:
    return open_translator(folder, device="cpu", threads=1)


@pytest.mark.parametrize("beam", [1, 3])
def test_details_fit_the_texts(translator: Translator, beam: int) -> None:
    texts = ["Zwei  Kinder spielen.", "", "Ein Ж unter dem Tisch", "   "]
    answers = translator.translate(texts, SearchConfig(beam=beam, alternatives=3))
    assert [a.source for a in answers] == texts
    for answer in (answers[0], answers[2]):
        last = answer.source_pieces[-1]
        assert (last.text, last.start, last.end) == ("</s>", len(answer.source), len(answer.source))
        assert answer.attention is not None
        assert answer.attention.shape == (len(answer.target_pieces), len(answer.source_pieces))
        np.testing.assert_allclose(answer.attention.sum(1), 1, atol=1e-5)
        assert answer.target_pieces[-1].text == "</s>"
        for piece in answer.target_pieces:
            assert piece.logprob is not None
            assert len(piece.alternatives) == 3
            values = [a.logprob for a in piece.alternatives]
            assert values == sorted(values, reverse=True)
            assert 0 <= piece.start <= piece.end <= len(answer.text)
    for answer in (answers[1], answers[3]):
        assert answer.text == ""
        assert len(answer.nbest) == 1
        assert answer.target_pieces == answer.source_pieces == ()
        assert answer.to_json()["attention"] == []


@pytest.mark.parametrize("beam", [1, 4])
def test_the_fast_path_says_the_same(translator: Translator, beam: int) -> None:
    search = SearchConfig(beam=beam)
    full = translator.translate(SOURCES, search)
    fast = translator.translate(SOURCES, search, details=False)
    assert [f.text for f in fast] == [f.text for f in full]
    assert [f.score for f in fast] == pytest.approx([f.score for f in full], abs=1e-5)


@pytest.mark.parametrize("decode", [greedy, beam_search])
def test_forcing_what_was_found_repeats_its_log_probabilities_and_attention(translator: Translator, decode) -> None:  # type: ignore[no-untyped-def]
    sources = [Sentence([*translator.tokenizers.source.encode(text), EOS]) for text in SOURCES]
    found = [d[0] for d in decode(translator.model, sources, SearchConfig(beam=3), translator.device, details=True)]
    forced = force(translator.model, sources, [f.ids.tolist() for f in found], translator.device)
    for one, other in zip(found, forced, strict=True):
        np.testing.assert_allclose(other.logprobs, one.logprobs, atol=1e-3)
        np.testing.assert_allclose(other.attention, one.attention, atol=1e-3)


def test_forced_texts_keep_their_pieces_and_empty_ones_stay_empty(translator: Translator) -> None:
    empty, forced = translator.force(["", SOURCES[5]], ["x", TARGETS[5]])
    assert empty.target_pieces == ()
    assert forced.text == TARGETS[5]
    logprobs = [p.logprob for p in forced.target_pieces if p.logprob is not None]
    assert len(logprobs) == len(translator.tokenizers.target.encode(TARGETS[5])) + 1
    assert forced.score == pytest.approx(np.mean(logprobs))


def test_nbest_is_sorted_and_has_no_repeats(translator: Translator) -> None:
    (answer,) = translator.translate(SOURCES[:1], SearchConfig(beam=3, nbest=6), details=False)
    scores = [h.score for h in answer.nbest]
    assert len(scores) == 6
    assert scores == sorted(scores, reverse=True)


@pytest.mark.parametrize("beam", [1, 3])
@pytest.mark.parametrize("prefix", ["A", "A dog", "A dog sle", "Two chil", "The ", "кот Жук", "dog  un", "ß"])
def test_a_translation_begins_with_its_prefix(translator: Translator, beam: int, prefix: str) -> None:
    for answer in translator.translate(SOURCES[:3], SearchConfig(beam=beam), prefixes=[prefix, "", prefix]):
        if answer.source != SOURCES[1]:
            assert (answer.text + " ").startswith(" ".join(prefix.split()) + (" " if prefix[-1] == " " else ""))


def test_an_open_word_may_be_finished_by_one_piece(translator: Translator) -> None:
    coder = translator.tokenizers.target
    words = [p for p in coder.vocabulary() if p.startswith("▁") and len(p) > 3]
    assert words, "the vocabulary has no longer piece to test with"
    word = words[0]
    plan = make_prefix("The " + word[1:3], coder)
    assert plan is not None
    assert coder.decode(plan.forced) == "The"
    allowed = plan.allowed(len(plan.forced))
    assert allowed is not None
    assert coder.vocabulary().index(word) in allowed
    # every choice agrees with the letters, and leads on
    for piece in allowed:
        text = coder.piece(int(piece))
        assert text.startswith(word[:3]) or word[:3].startswith(text)
        position = plan.advance(len(plan.forced), int(piece))
        assert position == min(plan.end, len(plan.forced) + len(text))
    assert make_prefix("  ", coder) is None


def test_drawing_repeats_with_the_seed_whatever_the_batch(translator: Translator) -> None:
    search = SearchConfig(sampling=True, top_k=20, temperature=1.3, seed=5, nbest=2)
    together = translator.translate(SOURCES, search, details=False)
    alone = [translator.translate([s], search, details=False)[0] for s in reversed(SOURCES)]
    assert [[h.text for h in t.nbest] for t in together] == [[h.text for h in t.nbest] for t in reversed(alone)]
    other = translator.translate(SOURCES, search.model_copy(update={"seed": 6}), details=False)
    assert [t.text for t in other] != [t.text for t in together]
    assert any(t.nbest[0].text != t.nbest[1].text for t in together)


def test_drawing_from_one_piece_is_greedy(translator: Translator) -> None:
    greedy = [t.text for t in translator.translate(SOURCES, SearchConfig(beam=1), details=False)]
    for values in ({"top_k": 1}, {"top_p": 1e-6}, {"temperature": 1e-3}):
        drawn = translator.translate(SOURCES, SearchConfig(sampling=True, **values), details=False)
        assert [t.text for t in drawn] == greedy


def test_threads_do_not_disturb_each_other(translator: Translator) -> None:
    expected = [t.text for t in translator.translate(SOURCES, SearchConfig(beam=3), details=False)]
    found: dict[int, list[str]] = {}

    def work(number: int) -> None:
        texts = SOURCES[number:] + SOURCES[:number]
        answers = translator.translate(texts, SearchConfig(beam=3), details=False)
        found[number] = [a.text for a in answers]

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: expected[n:] + expected[:n] for n in range(4)}


def test_cancelling_and_progress(translator: Translator) -> None:
    def check() -> None:
        raise Cancelled("enough")

    with pytest.raises(Cancelled):
        translator.translate(SOURCES, check=check)
    told: list[tuple[int, int]] = []
    translator.translate([*SOURCES, ""], progress=lambda done, total, what: told.append((done, total)), details=False)
    assert told[-1] == (len(SOURCES) + 1, len(SOURCES) + 1)


@pytest.mark.parametrize(
    "search",
    [
        SearchConfig(beam=5),
        SearchConfig(beam=9, nbest=12, max_ratio=4.0, alternatives=9),
        SearchConfig(beam=1, max_ratio=9.0, max_extra=40),
        SearchConfig(sampling=True, nbest=7, max_ratio=6.0),
    ],
)
def test_what_a_decode_keeps_has_a_bound_whatever_the_lines_and_the_settings(
    translator: Translator, search: SearchConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    most, kept = 40_000, []
    monkeypatch.setattr("workbench.engine.search.batches.KEPT", most)

    def bytes_of(tensors: dict[str, torch.Tensor]) -> int:
        return sum(t.numel() * t.element_size() for n, t in tensors.items() if n not in ("pieces", "logprobs"))

    for module, reader, values in ((beam_module, "read_back", "details"), (greedy_search, "_collect", "values")):

        def read(steps, *rest, _real=getattr(module, reader), _values=values):  # type: ignore[no-untyped-def]
            kept.append(sum(bytes_of(getattr(step, _values)) for step in steps))
            return _real(steps, *rest)

        monkeypatch.setattr(module, reader, read)
    lines = ["Ball " * n for n in (1, 3, 20, 21, 22, 40, 90)]
    answers = translator.translate(lines, search)
    assert [a.source for a in answers] == lines
    assert all(a.source_pieces[-1].end >= len(a.source.rstrip()) for a in answers)
    assert max(kept) <= 4 * most
    assert max(kept) > most // 4, "the lines are too short to come near the bound"


def test_the_longest_source_by_hand() -> None:
    # 64 hypotheses of 2n + 11 steps, each with n + 1 weights and 5 alternatives of 12 bytes: n = 501 is the last
    assert longest_source(1000, 64, SearchConfig()) == 501
    assert longest_source(1000, 5, SearchConfig()) == 1000
    widest = SearchConfig(beam=64, max_ratio=20.0, max_extra=1000, alternatives=50)
    assert longest_source(1000, 64, widest) >= 60


def test_batches_hold_every_sentence_once_and_stay_within_their_budget() -> None:
    lengths = [3, 0, 9, 1, 9, 40, 2]
    found = list(batches(lengths, 2, positions=40, rows=6))
    assert sorted(place for places in found for place in places) == [0, 2, 3, 4, 5, 6]
    assert found[0] == [5]  # one that is over the budget goes alone
    for places in found[1:]:
        assert 2 * len(places) <= 6
        assert 2 * len(places) * max(lengths[p] for p in places) <= 40


@pytest.mark.parametrize("mode", ["auto", "on", "off"])
def test_of_a_very_long_line_nothing_is_left_out(translator: Translator, mode: Literal["auto", "on", "off"]) -> None:
    text = "Ball " * (MAX_SOURCE + 1) + "x" * (2 * MAX_SOURCE)
    search = SearchConfig(beam=1, max_ratio=0.001, max_extra=2, split_sentences=mode)
    longest = MAX_SOURCE if mode == "off" else translator.config.training.max_tokens
    spans = translator.parts(text, search)
    assert all(len(translator.tokenizers.source.encode(text[a:b])) <= longest for a, b in spans)
    covered = {place for a, b in spans for place in range(a, b)}
    assert all(c == " " for place, c in enumerate(text) if place not in covered)
    (answer,) = translator.translate([text], search)
    read = {place for p in answer.source_pieces for place in range(p.start, p.end)}
    assert all(c == " " for place, c in enumerate(text) if place not in read)
    assert answer.attention is not None
    assert answer.attention.shape == (len(answer.target_pieces), len(answer.source_pieces))


def test_a_model_in_memory_translates_as_the_loaded_one_and_keeps_its_mode(translator: Translator) -> None:
    wrapped = Translator(translator.model, translator.tokenizers, "cpu")
    translator.model.train()
    try:
        found = wrapped.translate(SOURCES, SearchConfig(beam=1), details=False)
        assert translator.model.training
    finally:
        translator.model.eval()
    expected = translator.translate(SOURCES, SearchConfig(beam=1), details=False)
    assert [f.text for f in found] == [e.text for e in expected]


@pytest.mark.parametrize("attention", ["none", "luong_dot", "luong_general"])
def test_other_decoders_translate_too(tmp_path: Path, attention: str) -> None:
    other = open_translator(make_tiny_run(tmp_path / "r", attention=attention, rnn="gru"), device="cpu", threads=1)
    for beam in (1, 3):
        (answer,) = other.translate(SOURCES[:1], SearchConfig(beam=beam))
        assert (answer.attention is None) == (attention == "none")
    forced = other.force(SOURCES[:1], TARGETS[:1])[0]
    assert forced.text == TARGETS[0]


def test_loading_chooses_the_checkpoint_widens_half_precision_and_draws_no_random_numbers(folder: Path) -> None:
    before = torch.random.get_rng_state()
    best, last = (open_translator(folder, checkpoint=c, device="cpu", threads=1) for c in ("best", "last"))
    assert torch.equal(before, torch.random.get_rng_state())
    assert (best.step, last.step, best.checkpoint) == (10, 20, "step-00000010")
    for one, other in zip(best.model.parameters(), last.model.parameters(), strict=True):
        assert one.dtype == torch.float32
        assert torch.allclose(one, other, atol=1e-2, rtol=1e-2)
    assert best.model.output.weight is best.model.target_embedding.weight
    with pytest.raises(RunFolderError, match="no checkpoint '30'"):
        open_translator(folder, checkpoint="30")


def test_a_folder_that_is_not_whole_is_refused_by_name(tmp_path: Path) -> None:
    path = make_tiny_run(tmp_path / "r")
    step = path / "step-00000010"

    def refused(file: Path, content: bytes | None) -> str:
        kept = file.read_bytes()
        file.unlink()
        if content is not None:
            file.write_bytes(content)
        with pytest.raises(RunFolderError) as caught:
            open_translator(path, checkpoint="10", device="cpu", threads=1)
        file.write_bytes(kept)
        assert "\n" not in str(caught.value)
        return str(caught.value)

    weights = (step / runs.WEIGHTS).read_bytes()
    assert runs.WEIGHTS in refused(step / runs.WEIGHTS, weights[: len(weights) // 2])
    assert runs.WEIGHTS in refused(step / runs.WEIGHTS, b"")
    other = make_tiny_run(tmp_path / "other", rnn="gru")
    assert "another model" in refused(step / runs.WEIGHTS, (other / step.name / runs.WEIGHTS).read_bytes())
    assert runs.STATE in refused(step / runs.STATE, b'{"form')
    assert "format 99" in refused(step / runs.STATE, b'{"format": 99}')
    tokenizer = path / "tokenizer" / "shared.model"
    assert "tokenizer" in refused(tokenizer, None)
    assert "tokenizer" in refused(tokenizer, tokenizer.read_bytes()[:99])
    open_translator(path, checkpoint="10", device="cpu", threads=1)


def test_loading_does_not_import_what_it_does_not_need() -> None:
    code = (
        "import sys, workbench.engine.search.translator, workbench.engine.search.opening\n"
        "import workbench.engine.text.tokenizer\n"
        "print([m for m in ('sacrebleu', 'pyarrow', 'lxml', 'PySide6', 'torch._dynamo') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


@pytest.mark.parametrize(("rnn", "attention"), [("lstm", "bahdanau"), ("gru", "luong_general")])
def test_int8_products_stay_close_to_the_exact_ones(tmp_path: Path, rnn: str, attention: str) -> None:
    path = make_tiny_run(tmp_path / "r", rnn=rnn, attention=attention)
    exact, rounded = (open_translator(path, device="cpu", threads=1, quantize=q) for q in (False, True))
    one, other = (t.force(SOURCES, TARGETS) for t in (exact, rounded))
    assert [a.score for a in other] == pytest.approx([a.score for a in one], rel=0.05)
    assert [a.score for a in other] != [a.score for a in one]
    assert rounded.translate(SOURCES, SearchConfig(beam=3), details=False)[0].text


def test_few_sentences_take_one_thread_and_give_the_others_back(translator: Translator) -> None:
    before, seen = torch.get_num_threads(), set()
    torch.set_num_threads(2)
    try:
        translator.translate(SOURCES[:1], check=lambda: seen.add(torch.get_num_threads()))
        assert seen == {1}
        assert torch.get_num_threads() == 2
    finally:
        torch.set_num_threads(before)
