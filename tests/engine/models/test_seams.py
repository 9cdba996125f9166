"""What a new architecture and a new constraint need: one folder or one class, and no edit elsewhere."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
import torch
from torch import Tensor

from tests.engine.dummy_architecture.config import NAME, DummyConfig, registered
from tests.engine.short_runs import Recorder, assert_same, config, final
from tests.engine.table_model import TableModel
from workbench.engine.core.config import SearchConfig, build_config, merge, to_toml, walk_fields
from workbench.engine.core.events import Event, RunResumed, StepLogged, Validated
from workbench.engine.models.base import Decodable, EncoderDecoder
from workbench.engine.models.weights import build_model
from workbench.engine.runs.folder import RunFolder
from workbench.engine.runs.presets import config_from, estimate
from workbench.engine.runs.summary import summarise
from workbench.engine.search.beam import beam_search
from workbench.engine.search.constraints.base import Constraint, allow_only
from workbench.engine.search.constraints.prefix import Prefix
from workbench.engine.search.decoding import Decoded, Sentence
from workbench.engine.search.greedy import greedy
from workbench.engine.search.limits import Limits, make_limits
from workbench.engine.search.opening import open_translator
from workbench.engine.text.special_ids import EOS
from workbench.engine.training.session import train

CPU = torch.device("cpu")


@pytest.fixture
def dummy() -> Iterator[None]:
    with registered():
        yield


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Numbers and their letters."""
    for name, numbers in (("train", range(100, 300)), ("valid", range(300, 310))):
        (tmp_path / f"{name}.src").write_text("".join(f"{n}\n" for n in numbers))
        letters = ("".join(f"{'abcdefghij'[int(d)]} " for d in str(n)).strip() for n in numbers)
        (tmp_path / f"{name}.tgt").write_text("".join(f"{line}\n" for line in letters))
    return tmp_path


def dummy_config(corpus: Path, **extra: Any) -> Any:
    base = config(corpus).model_dump() | {"model": {"architecture": NAME, "width": 12, "depth": 3}}
    return build_config(merge(base, extra))


# a new architecture --------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("dummy")
def test_a_new_architecture_is_configured_like_any_other() -> None:
    made = build_config({"model": {"architecture": NAME, "width": 20}})
    assert isinstance(made.model, DummyConfig)
    assert build_config(tomllib.loads(to_toml(made))).model == made.model
    assert {path for path, section, _ in walk_fields(NAME) if section == "model"} == {
        "model.architecture", "model.width", "model.depth",
    }  # fmt: skip
    # a preset's model is another architecture's; its other sections hold
    small = config_from("tiny", {"model": {"architecture": NAME}})
    assert isinstance(small.model, DummyConfig)
    assert small.training.max_minutes == 5.0
    assert config_from("tiny", {"model": {"hidden": 64}}).model.embedding == 128  # type: ignore[attr-defined]
    costs = [estimate(build_config({"model": {"architecture": NAME, "width": w}}), 1000) for w in (16, 256)]
    assert costs[0].parameters < costs[1].parameters
    assert costs[0].memory_mb < costs[1].memory_mb


@pytest.mark.usefixtures("dummy")
def test_a_new_architecture_trains_resumes_and_is_listed(corpus: Path) -> None:
    recorder = Recorder()
    train(dummy_config(corpus), corpus / "whole", sinks=[recorder])
    assert recorder.of(StepLogged)[-1].loss < recorder.of(StepLogged)[0].loss
    assert recorder.of(Validated)

    def cut(event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        train(dummy_config(corpus), corpus / "halves", sinks=[Recorder(cut)])
    resumed = Recorder()
    train(RunFolder(corpus / "halves").config(), corpus / "halves", resume=True, sinks=[resumed])
    assert [e.step for e in resumed.of(RunResumed)] == [4]
    assert_same(final(corpus / "whole"), final(corpus / "halves"))
    summary = summarise(RunFolder(corpus / "whole"))
    assert summary.architecture == "Dummy 3 x 12"
    built = build_model(dummy_config(corpus).model, 30, 30, False)
    assert summary.parameters > 0
    assert built.size == dummy_config(corpus).model.count_parameters(30, False)


@pytest.mark.usefixtures("dummy")
@pytest.mark.parametrize("quantize", [False, True])
def test_a_new_architecture_translates(corpus: Path, quantize: bool) -> None:
    train(dummy_config(corpus, training={"max_steps": 4}), corpus / "run")
    translator = open_translator(corpus / "run", checkpoint="last", device="cpu", threads=1, quantize=quantize)
    lines = [*map(str, range(100, 130)), "7", "1234567"]
    for settings in ({"beam": 1}, {"beam": 4, "nbest": 2, "coverage_penalty": 0.1}, {"sampling": True, "nbest": 2}):
        found = translator.translate(lines, SearchConfig(**settings, max_extra=4))
        for answer in found:
            assert len(answer.nbest) == settings.get("nbest", 1)
            shape = len(answer.best.pieces), len(answer.source_pieces)
            assert answer.best.attention is not None
            assert answer.best.attention.shape == shape
        if quantize:  # a batch shares the scale of its activations
            continue
        # a sentence alone gets what it got in a batch that others left before it
        alone = translator.translate(lines[-1:], SearchConfig(**settings, max_extra=4))[0]
        assert alone.best.text == found[-1].best.text
    forced = translator.force(lines[:2], ["a b", "c"])
    assert all(f.best.score < 0 for f in forced)


def test_searches_need_no_trainable_model() -> None:
    assert not isinstance(TableModel(7, 0), torch.nn.Module)
    assert issubclass(EncoderDecoder, Decodable)


# a new constraint ----------------------------------------------------------------------------------------------------


class Without(Constraint):
    """One piece never comes."""

    def __init__(self, piece: int) -> None:
        self._piece = piece

    def restrict(self, step: int, scores: Tensor) -> bool:
        scores[:, self._piece] = -torch.inf
        return True


class Doubled(Constraint):
    """Every second piece repeats the one before it, in sentences where that is wanted."""

    def __init__(self, wanted: Sequence[bool]) -> None:
        self._last = torch.zeros(len(wanted), dtype=torch.long)  # [rows]
        self._wanted = list(wanted)

    def restrict(self, step: int, scores: Tensor) -> bool:
        if step % 2 == 0:
            return False
        for row, wanted in enumerate(self._wanted):
            if wanted:
                allow_only(scores, row, self._last[row : row + 1])
        return True

    def follow(self, rows: Tensor | None, tokens: Tensor) -> None:
        self._last = tokens
        if rows is not None:
            self._wanted = [self._wanted[row] for row in rows.tolist()]


SOURCES = [[4, 5, 6, EOS], [6, EOS], [5, 5, 4, EOS], [4, EOS], [6, 4, EOS], [5, 6, 4, 5, 6, 4, EOS]]
Search = Callable[..., list[list[Decoded]]]
SETTINGS = [
    (greedy, {}), (greedy, {"sampling": True, "nbest": 3}), (beam_search, {"beam": 4, "nbest": 4}),
    (beam_search, {"beam": 3, "no_repeat_ngram": 3}),
]  # fmt: skip


def decode(
    search: Search, settings: dict[str, Any], sentences: Sequence[Sentence], *more: Any
) -> list[list[list[int]]]:
    model = TableModel(12, 4, sharpness=1.0)

    def limit(batch: Sequence[Sentence], settings: SearchConfig, device: torch.device) -> Limits:
        plain = make_limits(batch, settings, device)
        return Limits([*plain.constraints[:-1], *(make(batch, device) for make in more)], plain.lengths)

    found = search(model, sentences, SearchConfig(max_extra=5, **settings), CPU, limit=limit)
    return [[d.ids.tolist() for d in group] for group in found]


@pytest.mark.parametrize(("search", "settings"), SETTINGS)
def test_a_new_constraint_forbids_in_every_search(search: Search, settings: dict[str, Any]) -> None:
    sentences = [Sentence(s) for s in SOURCES]
    free = decode(search, settings, sentences)
    piece = next(p for p in free[-1][0] if p != EOS)
    bound = decode(search, settings, sentences, lambda batch, device: Without(piece))
    assert all(piece not in ids for group in bound for ids in group)
    assert all(ids[-1] == EOS for group in bound for ids in group)


@pytest.mark.parametrize(("search", "settings"), SETTINGS)
def test_a_new_constraint_forces_and_keeps_to_its_sentence(search: Search, settings: dict[str, Any]) -> None:
    sentences = [Sentence(s, key=number) for number, s in enumerate(SOURCES)]
    free = decode(search, settings, sentences)
    bound = decode(search, settings, sentences, lambda batch, device: Doubled([s.key % 2 == 1 for s in batch]))
    assert bound[::2] == free[::2]
    pairs = [pair for group in bound[1::2] for ids in group for pair in zip(ids[::2], ids[1::2], strict=False)]
    assert len(pairs) > 3
    # the length limit has the last word
    assert all(one == other or other == EOS for one, other in pairs)
    assert bound[1::2] != free[1::2]


@pytest.mark.parametrize("search", [greedy, beam_search])
def test_new_constraints_stand_beside_prefixes_and_lengths(search: Search) -> None:
    sentences = [Sentence(s, Prefix([7, 8]) if number % 2 else None) for number, s in enumerate(SOURCES)]
    settings = {"beam": 3, "min_ratio": 1.0, "no_repeat_ngram": 2}
    for number, group in enumerate(decode(search, settings, sentences, lambda batch, device: Without(9))):
        for ids in group:
            assert 9 not in ids
            assert len(ids) - 1 >= len(SOURCES[number]) - 1
            assert number % 2 == 0 or ids[:2] == [7, 8]
