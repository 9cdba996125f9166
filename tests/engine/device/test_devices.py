"""A training step and whole searches on torch's fake tensors: nothing mixes devices, nothing waits for the card unseen.

How far this reaches: what torch itself does on a card is not calculated, so cuDNN's recurrent layers are a stand-in
here, and bf16's autocast is left out. torch's autograd cannot run for ``cuda`` where there is none; the step with its
backward pass therefore stands on ``meta``, which the models treat as they treat every device but the CPU, and the
optimizer and the searches on ``cuda:0``.
"""

from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
import torch
from torch import Tensor, nn
from torch._subclasses.fake_tensor import DataDependentOutputException

from tests.fake_card import Card, no_waits
from workbench.engine.core.config import SearchConfig, build_config
from workbench.engine.dataset.batch import Batch
from workbench.engine.dataset.batching import make_batch
from workbench.engine.models.embeddings import fixed_rows, put_back
from workbench.engine.models.rnn.config import RnnConfig
from workbench.engine.models.rnn.model import Encoder, RnnSeq2Seq
from workbench.engine.search.beam import beam_search
from workbench.engine.search.constraints.prefix import Prefix
from workbench.engine.search.constraints.utf8 import Utf8
from workbench.engine.search.decoding import Sentence
from workbench.engine.search.forcing import force
from workbench.engine.search.greedy import greedy
from workbench.engine.training.meter import StepMeter
from workbench.engine.training.optimization.optim import Ema, LastK, clip_gradients, make_optimizer
from workbench.engine.training.optimization.step import TrainingStep, split_batch

ATTENTION = ("none", "bahdanau", "luong_dot", "luong_general")
#: What a step looks at: how many rows have ended, or which go on.
EACH = {"greedy.py:_run: aten._local_scalar_dense.default", "beam.py:advance: aten._to_copy.default"}
#: When rows leave a greedy search: which, and a copy for what the CPU keeps of them.
LEAVING = {"greedy.py:_run: aten.nonzero.default", "base.py:reorder: aten._to_copy.default"}
#: What is brought over once, before the first step or after the last.
ONCE = {
    "decoding.py:pad_sources: aten._to_copy.default", "beam.py:__init__: aten._to_copy.default",
    "sampling.py:__init__: aten._to_copy.default", "greedy.py:_collect: aten._to_copy.default",
    "trace.py:read_back: aten._to_copy.default", "trace.py:_arrays: aten._to_copy.default",
}  # fmt: skip


def layer(self: Encoder, layer: nn.RNNBase, x: Tensor, lengths: Tensor) -> tuple[Tensor, tuple[Tensor, ...]]:
    """In place of cuDNN's layer: the same shapes, every weight in use, nothing after a sentence's end."""
    inside = (torch.arange(x.shape[0])[:, None] < lengths).to(x.device, non_blocking=True)[:, :, None]
    parts, size = [], layer.hidden_size
    for suffix in ("", "_reverse")[: self.directions]:
        names = ("weight_ih", "bias_ih", "weight_hh", "bias_hh")
        w_ih, b_ih, w_hh, b_hh = (getattr(layer, f"{name}_l0{suffix}") for name in names)
        hidden = torch.tanh(nn.functional.linear(x, w_ih, b_ih)[..., :size])
        parts.append(torch.tanh(hidden + nn.functional.linear(hidden, w_hh, b_hh)[..., :size]) * inside)
    last = torch.cat([p.sum(0) for p in parts], -1)
    return torch.cat(parts, -1), (last, last) if self.kind == "lstm" else (last,)


@pytest.fixture(autouse=True)
def _stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Encoder, "_packed", layer)
    monkeypatch.setattr(Encoder, "_fused", layer)  # so that the CPU gives the numbers to compare with


def model(rnn: str, attention: str, **more: Any) -> RnnSeq2Seq:
    torch.manual_seed(5)
    sizes = {"embedding": 8, "hidden": 12, "encoder_layers": 2, "decoder_layers": 2}
    return RnnSeq2Seq(RnnConfig(rnn=rnn, attention=attention, **sizes, **more), 30, 30, True)


def batch() -> Batch:
    sources, targets = ([5, 6, 7, 8], [5, 6, 9], [7, 4]), ([5, 6], [5, 6, 9, 8], [7])
    return make_batch([np.array(s) for s in sources], [np.array(t) for t in targets])


@pytest.mark.parametrize("fast", [True, False])
@pytest.mark.parametrize(("rnn", "attention"), list(itertools.product(("lstm", "gru"), ATTENTION)))
def test_a_training_step_never_waits_for_the_card(rnn: str, attention: str, fast: bool) -> None:
    card = Card("meta")
    trained = model(rnn, attention, input_feeding=attention == "luong_dot")
    for rdrop, ratio, parts in ((0.0, 1.0, 1), (1.0, 0.5, 2)):
        training = build_config({"training": {"rdrop": rdrop, "label_smoothing": 0.1}}).training
        stepper = TrainingStep(trained, training, "fp32", fast)
        with card:
            card.put(trained)
            meter = StepMeter(card.device)
            with no_waits(card):
                total = torch.zeros(2, device=card.device)
                for part in split_batch(batch(), parts):
                    loss, nll = stepper(part, ratio, torch.Generator().manual_seed(1))
                    (loss / 9).backward()
                    total += torch.stack([loss.detach(), nll]) / 9
                meter.add(total, total[0], 9)
            assert all(p.grad is not None and p.grad.device == card.device for p in trained.parameters())
            with pytest.raises(DataDependentOutputException):
                meter.read()  # what a logged point costs


@pytest.mark.parametrize("optimizer", ["adamw", "adam", "sgd"])
def test_an_optimizer_step_never_waits_for_the_card(optimizer: str) -> None:
    trained = model("gru", "bahdanau", tie="all")
    card = Card("cuda:0")
    with card:
        card.put(trained)
        known = torch.zeros(30, dtype=torch.bool)
        known[7] = True
        # looking for the rows waits once, when the model is built
        fixed = fixed_rows(trained, {"source": known})
        parameters = list(trained.parameters())
        chosen = make_optimizer(trained, build_config({"training": {"optimizer": optimizer}}).training)
        ema, last = Ema(parameters, 0.99, fixed), LastK(parameters, 3, fixed)
        with no_waits(card):
            for step in (1, 2):
                for p in parameters:
                    p.grad = torch.ones_like(p)
                clip_gradients(parameters, 1.0)
                chosen.step()
                put_back(fixed)
                chosen.zero_grad(set_to_none=True)
                ema.update(step)
            last.update(2)
            for average in (ema, last):
                average.swap()
                average.swap()
        states = [t for state in chosen.state.values() for t in state.values() if isinstance(t, Tensor)]
        assert states
        assert {t.device for t in [*states, *ema.mean, *last.kept[0]]} == {card.device}


PLAIN = [Sentence([5, 6, 7, 8, 3]), Sentence([5, 9, 3], key=4), Sentence([7, 4, 6, 3])]
FORCED = [Sentence([5, 6, 7, 8, 3], Prefix([6, 7])), *PLAIN[1:]]


@pytest.mark.parametrize(
    ("search", "settings"),
    [
        (greedy, {}),
        (greedy, {"min_ratio": 1.0, "max_ratio": 1.0, "max_extra": 1}),
        (greedy, {"sampling": True, "nbest": 2, "top_k": 5, "top_p": 0.9}),
        (beam_search, {"beam": 3, "coverage_penalty": 0.2, "min_ratio": 0.5}),
        (beam_search, {"beam": 2, "nbest": 3, "alternatives": 3}),
    ],
)  # fmt: skip
@pytest.mark.parametrize(("rnn", "attention"), list(itertools.product(("lstm", "gru"), ATTENTION)))
def test_a_search_waits_once_a_step(rnn: str, attention: str, search: Any, settings: dict[str, Any]) -> None:
    waits, steps = both(rnn, attention, search, PLAIN, settings)
    allowed = EACH | ONCE | (LEAVING if search is greedy else set())
    assert set(waits) <= allowed, set(waits) - allowed
    assert sum(w in EACH for w in waits) == steps
    left = sum("nonzero" in w for w in waits)
    assert sum("base.py:reorder" in w for w in waits) == left < steps


@pytest.mark.parametrize("search", [greedy, beam_search])
def test_forced_prefixes_and_forbidden_repeats_on_a_card(search: Any) -> None:
    waits, _ = both("gru", "luong_general", search, FORCED, {"no_repeat_ngram": 2, "alternatives": 2, "beam": 2})
    asked = {w for w in waits if w not in EACH | LEAVING | ONCE}
    assert asked <= {
        "ngrams.py:repeated_ngrams: aten.nonzero.default",
        "prefix.py:follow: aten._local_scalar_dense.default",
    }


def both(
    rnn: str, attention: str, search: Any, sentences: list[Sentence], settings: dict[str, Any]
) -> tuple[list[str], int]:
    """Search on the CPU and on the card, compare the results, and return the waits and the number of steps."""
    wanted_settings, details = SearchConfig(**settings), bool(settings.get("alternatives"))
    translating = model(rnn, attention, input_feeding=attention == "luong_dot").eval().requires_grad_(False)
    for p in translating.parameters():
        p.mul_(3)  # so that no two pieces are nearly as good
    wanted = search(translating, sentences, wanted_settings, torch.device("cpu"), details=details)
    with Card("cuda:0", values=True) as card, torch.no_grad():
        card.put(translating)
        card.waits.clear()
        steps, step = [], translating.step
        translating.step = lambda *args: steps.append(1) or step(*args)  # type: ignore[method-assign]
        # without its ``inference_mode``, in which torch hides the copies between devices from the fake ones
        found = search.__wrapped__(translating, sentences, wanted_settings, card.device, details=details)
    for one, other in zip(itertools.chain(*wanted), itertools.chain(*found), strict=True):
        assert one.ids.tolist() == other.ids.tolist()
        assert one.score == pytest.approx(other.score, abs=1e-4)
        if one.attention is not None:
            assert np.allclose(one.attention, other.attention, atol=1e-5)
    return list(card.waits), len(steps)


def test_given_translations_are_read_without_waiting_between_the_steps() -> None:
    reading = model("lstm", "bahdanau").eval().requires_grad_(False)
    targets = [[6, 7, 3], [5, 3], [9, 8, 7, 6, 3]]
    wanted = force(reading, PLAIN, targets, torch.device("cpu"))
    with Card("cuda:0", values=True) as card, torch.no_grad():
        card.put(reading)
        card.waits.clear()
        found = force.__wrapped__(reading, PLAIN, targets, card.device)
    assert [d.score for d in found] == pytest.approx([d.score for d in wanted], abs=1e-5)
    # sources and targets go there, scores and attention come back
    assert len(card.waits) == 4


def test_the_stand_in_sees_what_it_is_for() -> None:
    with Card("cuda:0") as card:
        there, here = torch.ones(3).to(card.device), torch.ones(3)
        assert len(card.waits) == 1
        with pytest.raises(RuntimeError, match="same device"):
            there + here
        for look in (lambda: there.sum().item(), lambda: bool(there.any()), lambda: there.nonzero(), there.tolist):
            before = len(card.waits)
            with pytest.raises(RuntimeError):
                look()
            assert len(card.waits) == before + 1
        before = len(card.waits)
        there.cpu()
        there.copy_(here)
        assert len(card.waits) == before + 2
        there.copy_(here, non_blocking=True)
        here.to(card.device, non_blocking=True)
        assert len(card.waits) == before + 2


def test_byte_pieces_are_kept_to_characters_without_waiting() -> None:
    vocabulary = ["<pad>", "<unk>", "<s>", "</s>", "a", "<0xC3>", "<0xA9>", "<0xE2>", "<0x82>", "<0x41>", "<0x0A>"]
    scores = torch.arange(33.0).view(3, 11)
    inside = [0, 1, 2]  # between characters, one byte to come, two
    wanted = scores.clone()
    Utf8(vocabulary).mask(wanted, torch.tensor(inside))
    with Card("cuda:0", values=True) as card:
        table, there = Utf8(vocabulary, card.device), scores.to(card.device)
        states = torch.tensor(inside).to(card.device)
        with no_waits(card):
            table.mask(there, states)
        assert torch.equal(there.cpu(), wanted)
    assert torch.isinf(wanted).sum() == 3 + 9 + 9
