"""Embeddings that start from word vectors."""

from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file

from tests.engine.short_runs import DIGITS, Recorder, config, final
from workbench.engine.core.events import (
    Event,
    StepLogged,
    Warned,
)
from workbench.engine.dataset.prepare import Prepared
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training import building, session
from workbench.engine.training.session import train


def test_vectors_start_the_embeddings(corpus: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = [f"{word} " + " ".join(str(float(i + k)) for k in range(8)) for i, word in enumerate(DIGITS)]
    (corpus / "vectors.txt").write_text(f"{len(lines)} 8\n" + "\n".join(lines) + "\n")
    settings = {
        "model": {"target_vectors": str(corpus / "vectors.txt"), "freeze_vectors": True, "tie": "none"},
        "tokenizer": {"kind": "word", "shared": False},
    }
    seen: list[Prepared] = []
    original = session.build_run
    monkeypatch.setattr(session, "build_run", lambda *a: (seen.append(a[1]), original(*a))[1])
    recorder = Recorder()
    train(config(corpus, **settings), corpus / "run", sinks=[recorder])
    message = next(w.message for w in recorder.of(Warned) if w.code == "vectors")
    assert message.startswith("vectors.txt: 10 of ")
    vocabulary = seen[0].tokenizers.target.vocabulary()
    rows = final(corpus / "run")["live.target_embedding.weight"][[vocabulary.index("▁" + w) for w in DIGITS]]
    # frozen rows keep the file's straight lines, up to a common factor
    expected = torch.tensor([[float(i + k) for k in range(8)] for i in range(10)])
    torch.testing.assert_close(rows / rows[0, 1], expected, atol=1e-6, rtol=1e-6)


@pytest.mark.parametrize("optimizer", ["adamw", "adam", "sgd"])
@pytest.mark.parametrize(("averaging", "tie"), [("ema", "none"), ("last", "all")])
def test_fixed_vectors_are_the_same_bits_in_every_weight_that_is_kept(
    corpus: Path, monkeypatch: pytest.MonkeyPatch, optimizer: str, averaging: str, tie: str
) -> None:
    generator = torch.Generator().manual_seed(1)
    lines = [f"{word} " + " ".join(f"{v:.6f}" for v in torch.randn(8, generator=generator).tolist()) for word in DIGITS]
    (corpus / "vectors.txt").write_text("\n".join(lines) + "\n")
    settings = {
        "model": {"target_vectors": str(corpus / "vectors.txt"), "freeze_vectors": True, "tie": tie},
        "tokenizer": {"kind": "word", "shared": tie == "all"},
        "training": {
            "optimizer": optimizer,
            "averaging": averaging,
            "average_last": 3,
            "weight_decay": 1.0,
            "learning_rate": 0.05,
            "log_steps": 1,
        },
    }
    start: list[torch.Tensor] = []
    weights: list[torch.Tensor] = []
    moved: list[int] = []
    original = building.initialise_from_vectors

    def started(model: Any, *rest: Any) -> Any:
        found = original(model, *rest)
        weights.append(model.target_embedding.weight)
        start.append(weights[0].detach().clone())
        return found

    def compare(event: Event) -> None:
        if isinstance(event, StepLogged):
            moved.append(int((weights[0] != start[0]).any(1).sum()))

    monkeypatch.setattr(building, "initialise_from_vectors", started)
    run = corpus / "run"
    train(config(corpus, **settings), run, sinks=[Recorder(compare)])
    assert moved == [len(start[0]) - len(DIGITS)] * 12
    (corpus / "vectors.txt").unlink()  # a run that goes on has no need of it
    longer = RunFolder(run).config()
    longer.training.max_steps = 20
    RunFolder(run).write_config(longer)
    train(longer, run, resume=True)
    assert len(start) == 1
    state = final(run)
    name, rows = next((n.removeprefix("fixed."), t) for n, t in state.items() if n.startswith("fixed."))
    assert int(rows.sum()) == len(DIGITS)
    wanted = start[0][rows].numpy().tobytes()
    assert state[f"live.{name}"][rows].numpy().tobytes() == wanted
    assert not torch.equal(state[f"live.{name}"][~rows], start[0][~rows])
    checkpoints = [c for c in RunFolder(run).checkpoints() if c.resumable]
    assert checkpoints[-1].step == 20
    for checkpoint in checkpoints:
        kept = load_file(checkpoint.weights)[name]
        assert kept[rows].numpy().tobytes() == wanted
        assert not torch.equal(kept[~rows], start[0][~rows])
