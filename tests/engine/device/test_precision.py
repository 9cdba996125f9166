"""What a device can do is found by trying; what it cannot do is refused, not chosen, or done in float32."""

from __future__ import annotations

import time

import numpy as np
import pytest
import torch
from torch import nn

from workbench.engine.core.config import TrainingConfig
from workbench.engine.core.errors import ConfigError, InputError
from workbench.engine.dataset.batching import make_batch
from workbench.engine.device import devices as devices
from workbench.engine.device import precision as module
from workbench.engine.device.precision import Bf16, choose_precision, resumed_precision, slow_bf16, try_bf16
from workbench.engine.models.quantized import QuantizedLinear
from workbench.engine.models.rnn.config import RnnConfig
from workbench.engine.models.rnn.model import RnnSeq2Seq
from workbench.engine.training.optimization.step import TrainingStep

CPU = torch.device("cpu")


def on_a_processor(monkeypatch: pytest.MonkeyPatch, found: Bf16) -> None:
    monkeypatch.setattr(module, "_try_bf16", lambda name: found)


@pytest.mark.parametrize(
    ("found", "auto", "warned"),
    [(Bf16(True, 0.4), "bf16", False), (Bf16(True, 0.9), "fp32", False), (Bf16(True, 2.0), "fp32", True)],
)
def test_bf16_is_chosen_where_it_is_faster_and_allowed_where_it_is_little_slower(
    monkeypatch: pytest.MonkeyPatch, found: Bf16, auto: str, warned: bool
) -> None:
    on_a_processor(monkeypatch, found)
    assert choose_precision("auto", CPU) == auto
    assert choose_precision("bf16", CPU) == "bf16"
    assert choose_precision("fp32", CPU) == "fp32"
    assert resumed_precision("bf16", CPU) == ("bf16", "")
    assert bool(slow_bf16(CPU)) == warned
    if warned:
        assert "2.0 times" in slow_bf16(CPU)


@pytest.mark.parametrize(
    ("found", "words"), [(Bf16(True, 52.3), "52 times"), (Bf16(False, float("inf")), "cannot calculate in bf16")]
)
def test_bf16_is_refused_where_it_would_crawl_or_does_not_work(
    monkeypatch: pytest.MonkeyPatch, found: Bf16, words: str
) -> None:
    on_a_processor(monkeypatch, found)
    assert choose_precision("auto", CPU) == "fp32"
    with pytest.raises(ConfigError, match=words) as refused:
        choose_precision("bf16", CPU)
    assert str(refused.value).startswith("runtime.precision: ")
    assert "auto or fp32" in str(refused.value)
    goes_on, why = resumed_precision("bf16", CPU)
    assert goes_on == "fp32"
    assert words in why
    assert resumed_precision("fp32", CPU) == ("fp32", "")


def test_trying_is_quick_and_leaves_the_random_numbers_alone() -> None:
    module._try_bf16.cache_clear()
    module.recurrent_layers_work.cache_clear()
    torch.manual_seed(4)
    expected = torch.rand(3)
    torch.manual_seed(4)
    began = time.process_time()
    found = try_bf16(CPU)
    for kind in ("lstm", "gru"):
        module.recurrent_layers_work(kind, "cpu", torch.bfloat16)
    # under two seconds on one core; a machine that is busy with something else takes longer by the clock
    assert time.process_time() - began < 2.0 * torch.get_num_threads()
    assert torch.equal(torch.rand(3), expected)
    assert found.factor > 0
    assert try_bf16("cpu") is found


def test_an_operation_without_a_kernel_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_kernel(*arguments: object) -> None:
        raise RuntimeError("could not create a primitive descriptor")

    monkeypatch.setattr(nn.GRUCell, "forward", no_kernel)
    assert not module._try_bf16.__wrapped__("cpu").works
    monkeypatch.setattr(nn.LSTM, "forward", no_kernel)
    assert not module.recurrent_layers_work.__wrapped__("lstm", "cpu", torch.bfloat16)


@pytest.mark.usefixtures("bf16")
@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("rnn", ["lstm", "gru"])
def test_the_plain_module_reads_in_float32_where_torch_has_no_kernel(
    monkeypatch: pytest.MonkeyPatch, rnn: str, rows: int
) -> None:
    monkeypatch.setattr("workbench.engine.models.rnn.model.recurrent_layers_work", lambda *_: False)
    batch = make_batch([np.array([5, 6, 7], np.int32)] * rows, [np.array([4, 8], np.int32)] * rows)
    found = {}
    for kind in ("fp32", "bf16"):
        torch.manual_seed(3)
        config = RnnConfig(
            rnn=rnn,
            embedding=8,
            hidden=12,
            encoder_layers=2,
            dropout_embedding=0.0,
            dropout_layers=0.0,
            dropout_output=0.0,
        )
        step = TrainingStep(RnnSeq2Seq(config, 12, 12, True), TrainingConfig(), kind, False)
        loss, _ = step(batch, 1.0, torch.Generator())
        loss.backward()
        found[kind] = float(loss.detach())
    assert found["bf16"] == pytest.approx(found["fp32"], rel=0.02)


def test_int8_takes_another_library_or_says_that_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    usual, real = torch.backends.quantized.engine, module._int8_product
    others = [name for name in torch.backends.quantized.supported_engines if name != usual]
    broken = {usual}

    def product(name: str) -> None:
        if name in broken:
            raise RuntimeError("Didn't find engine")
        real(name)

    monkeypatch.setattr(module, "_int8_product", product)
    found = module.int8_engine.__wrapped__()
    assert found in others if others else found == ""
    assert torch.backends.quantized.engine == usual
    broken.update(others)
    assert module.int8_engine.__wrapped__() == ""
    monkeypatch.setattr("workbench.engine.models.quantized.int8_engine", lambda: "")
    with pytest.raises(InputError, match="no int8 products"):
        RnnSeq2Seq(RnnConfig(embedding=8, hidden=12), 12, 12, True).quantized()


@pytest.mark.skipif(not module.int8_engine(), reason="no int8 products")
@pytest.mark.parametrize("rows", [1, 5, 64])
@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_no_sum_in_int8_overflows(rows: int, sign: float) -> None:
    x, weight = torch.ones(rows, 512), sign * torch.ones(96, 512)
    torch.testing.assert_close(QuantizedLinear(weight, None)(x), x @ weight.t(), rtol=0.02, atol=0.0)


def test_auto_never_takes_bf16_on_a_graphics_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_works", lambda operation: True)
    module._try_bf16.cache_clear()
    card = torch.device("cuda:7")
    assert choose_precision("auto", card) == "fp32"
    assert choose_precision("bf16", card) == "bf16"
    assert slow_bf16(card) == ""
    module._try_bf16.cache_clear()
