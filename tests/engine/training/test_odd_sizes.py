"""Numbers that break out, and corpora of sizes that nobody thinks of: one pair, ten pieces, sentences of thousands."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest
import torch

from tests.engine.short_runs import Recorder, config, final
from workbench.engine.core.events import RunResumed, StepLogged, Warned
from workbench.engine.search.opening import open_translator
from workbench.engine.training.learner import Learner
from workbench.engine.training.session import train


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_one_gradient_that_breaks_out_sends_the_run_back_to_its_checkpoint(
    corpus: Path, value: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    original, broken = Learner._accumulate, []

    def poison(self: Any, *arguments: Any) -> torch.Tensor:
        loss = original(self, *arguments)
        if self._emitter._live.state.step == 5 and not broken:
            broken.append(value)
            gradient = next(p.grad for p in self.model.parameters() if p.grad is not None)
            gradient.view(-1)[0] = value
        return loss

    monkeypatch.setattr(Learner, "_accumulate", poison)
    recorder = Recorder()
    assert train(config(corpus), corpus / "run", sinks=[recorder]).status == "completed"
    assert broken
    assert [w.code for w in recorder.of(Warned)] == ["learning_rate_halved"]
    assert [e.step for e in recorder.of(RunResumed)] == [4]
    weights = final(corpus / "run")
    assert all(bool(torch.isfinite(tensor).all()) for tensor in weights.values() if tensor.is_floating_point())


def _files(folder: Path, pairs: list[tuple[str, str]]) -> dict[str, str]:
    for side, lines in (("src", [s for s, _ in pairs]), ("tgt", [t for _, t in pairs])):
        (folder / f"odd.{side}").write_text("".join(line + "\n" for line in lines))
    names = {"src": str(folder / "odd.src"), "tgt": str(folder / "odd.tgt")}
    return names | {"valid_src": "", "valid_tgt": "", "max_length": 100_000}


@pytest.mark.parametrize(
    ("pairs", "tokenizer", "longest"),
    [
        ([("one", "un")], {}, 250),
        ([("a b", "b a"), ("ab", "ba"), ("b", "a"), ("a", "b")], {"kind": "char", "vocab_size": 10}, 250),
        ([("7" * 5000, "8" * 5000), ("7 8", "8 7"), ("77", "88")], {"kind": "char"}, 6000),
    ],
    ids=["one pair", "ten pieces", "5,000 pieces a sentence"],
)
def test_a_corpus_of_an_odd_size_trains_and_translates(
    pairs: list[tuple[str, str]], tokenizer: dict[str, Any], longest: int, corpus: Path
) -> None:
    odd = config(
        corpus,
        data=_files(corpus, pairs),
        tokenizer=tokenizer,
        training={"max_steps": 2, "validate_steps": 2, "log_steps": 1, "max_tokens": longest},
    )
    recorder = Recorder()
    assert train(odd, corpus / "run", sinks=[recorder]).status == "completed"
    assert all(math.isfinite(e.loss) for e in recorder.of(StepLogged))
    (answer,) = open_translator(corpus / "run", device="cpu", threads=1).translate([pairs[0][0][:300]])
    assert answer.source_pieces[-1].end == len(pairs[0][0][:300])
