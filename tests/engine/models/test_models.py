"""The recurrent models: the fused path against the plain one, and both against independent arithmetic."""

import itertools

import numpy as np
import pytest
import torch

from workbench.engine.dataset.batch import Batch
from workbench.engine.device import buffers
from workbench.engine.models import shapes
from workbench.engine.models.rnn.config import RnnConfig
from workbench.engine.models.rnn.layers import AdditiveAttention, Dropout, MultiplicativeAttention
from workbench.engine.models.rnn.model import RnnSeq2Seq
from workbench.engine.models.rnn.recurrence import run_additive_attention, run_sequence
from workbench.engine.text.special_ids import BOS

VOCAB = 23
COMBINATIONS = list(
    itertools.product(["lstm", "gru"], ["none", "bahdanau", "luong_dot", "luong_general"], [True, False])
)


def make_batch() -> Batch:
    """Five sentences whose source and target lengths fall in different orders."""
    rng = torch.Generator().manual_seed(3)
    source, target = torch.tensor([7, 6, 6, 3, 2]), torch.tensor([4, 6, 2, 5, 3])
    src = torch.randint(4, VOCAB, (5, 7), generator=rng)
    src[torch.arange(7) >= source[:, None]] = 0
    tgt_out = torch.randint(4, VOCAB, (5, 6), generator=rng)
    tgt_out[torch.arange(6) >= target[:, None]] = 0
    tgt_in = torch.cat([torch.full((5, 1), BOS), tgt_out[:, :-1]], 1)
    return Batch(src, source, tgt_in, tgt_out, target, int(target.sum()))


def make_model(**settings: object) -> RnnSeq2Seq:
    torch.manual_seed(5)
    config = RnnConfig(**{"embedding": 6, "hidden": 8, **settings})
    return RnnSeq2Seq(config, VOCAB, VOCAB, True).double().eval()


def outputs_and_gradients(model: RnnSeq2Seq, fast: bool) -> tuple[torch.Tensor, dict[str, torch.Tensor]]:
    model.zero_grad()
    out = model(make_batch(), fast=fast)
    (out * torch.linspace(-1, 1, out.numel(), dtype=out.dtype).view_as(out)).sum().backward()
    return out.detach(), {n: p.grad.clone() for n, p in model.named_parameters() if p.grad is not None}


@pytest.mark.parametrize(("rnn", "attention", "deep"), COMBINATIONS)
def test_fused_path_equals_plain_path(rnn: str, attention: str, deep: bool) -> None:
    layers = 2 if deep else 1
    model = make_model(
        rnn=rnn,
        attention=attention,
        encoder_layers=layers,
        decoder_layers=layers,
        bidirectional=deep,
        input_feeding=deep,
    )
    plain, plain_gradients = outputs_and_gradients(model, False)
    fast, fast_gradients = outputs_and_gradients(model, True)
    torch.testing.assert_close(fast, plain, atol=1e-11, rtol=1e-9)
    assert (
        fast_gradients.keys()
        == plain_gradients.keys()
        == dict(model.named_parameters()).keys()
        - {n for n in dict(model.named_parameters()) if n.startswith("output.")}
    )
    for name, gradient in plain_gradients.items():
        torch.testing.assert_close(fast_gradients[name], gradient, atol=1e-10, rtol=1e-8, msg=name)


@pytest.mark.parametrize(("rnn", "attention", "deep"), COMBINATIONS)
def test_steps_give_what_forward_gives(rnn: str, attention: str, deep: bool) -> None:
    model = make_model(rnn=rnn, attention=attention, decoder_layers=2 if deep else 1)
    batch = make_batch()
    memory = model.encode(batch.src, batch.src_lengths)
    state, logits = model.start(memory), []
    for t in range(batch.tgt_in.shape[1]):
        step = model.step(batch.tgt_in[:, t], state, memory)
        state = step.state
        logits.append(step.logits)
        if model.has_attention:
            assert step.attention is not None
            torch.testing.assert_close(step.attention.sum(1), torch.ones(5), check_dtype=False)
            assert not step.attention[~memory.mask].any()
    real = torch.arange(6) < batch.tgt_lengths[:, None]
    torch.testing.assert_close(torch.stack(logits, 1)[real], model.output(model(batch)))


@pytest.mark.parametrize("rnn", ["lstm", "gru"])
def test_fused_sequence_equals_torch_packed(rnn: str) -> None:
    torch.manual_seed(1)
    layer = (torch.nn.LSTM if rnn == "lstm" else torch.nn.GRU)(3, 4, bidirectional=True).double()
    x = torch.randn(5, 3, 3, dtype=torch.float64)
    lengths = torch.tensor([5, 3, 1])
    packed, final = layer(torch.nn.utils.rnn.pack_padded_sequence(x, lengths))
    expected, _ = torch.nn.utils.rnn.pad_packed_sequence(packed)
    active = [3, 2, 2, 1, 1]
    gx = (x @ layer.weight_ih_l0.T + layer.bias_ih_l0).flatten(0, 1)[None]
    zero = torch.zeros(1, 3, 4, dtype=torch.float64)
    out, h, _ = run_sequence(
        rnn, gx, zero, zero, layer.weight_hh_l0[None], layer.bias_hh_l0[None], active, torch.float64
    )
    torch.testing.assert_close(out[0], expected[..., :4])
    torch.testing.assert_close(h[0], (final[0] if rnn == "lstm" else final)[0])


@pytest.mark.parametrize("rnn", ["lstm", "gru"])
def test_decoder_layer_of_the_library_equals_its_cell_step_by_step(rnn: str) -> None:
    model = make_model(rnn=rnn, attention="none")
    cell, x = model.cells[0], torch.randn(4, 3, 6, dtype=torch.float64)
    state = tuple(torch.randn(3, 8, dtype=torch.float64) for _ in range(2 if rnn == "lstm" else 1))
    expected, now = [], state
    for row in x:
        new = cell(row, now if rnn == "lstm" else now[0])
        now = new if rnn == "lstm" else (new,)
        expected.append(now[0])
    want = torch.autograd.grad(torch.stack(expected).square().sum(), list(cell.parameters()))
    found = model._library_layer(cell, x, state)
    torch.testing.assert_close(found, torch.stack(expected))
    for found_gradient, gradient in zip(
        torch.autograd.grad(found.square().sum(), list(cell.parameters())), want, strict=True
    ):
        torch.testing.assert_close(found_gradient, gradient)


@pytest.mark.parametrize("rnn", ["lstm", "gru"])
def test_gradients_against_finite_differences(rnn: str) -> None:
    torch.manual_seed(2)
    gates, size = (4 if rnn == "lstm" else 3) * 3, 3

    def numbers(*shape: int) -> torch.Tensor:
        return torch.randn(*shape, dtype=torch.float64, requires_grad=True)

    mask = torch.tensor([[True, True, True, True], [True, True, False, False]])

    def attend(*tensors: torch.Tensor) -> tuple[torch.Tensor, ...]:
        gx, memory, keys, *rest = tensors
        hs, contexts, _, h, c = run_additive_attention(rnn, gx, 3, memory, keys, mask, *rest, torch.float64)
        return (hs, contexts, h, c) if rnn == "lstm" else (hs, contexts, h)

    inputs = (
        numbers(3 * 2 + 3, gates),
        numbers(2, 4, 5),
        numbers(2, 4, 2),
        numbers(2, size),
        numbers(2, size),
        numbers(gates + 2, size),
        numbers(gates + 2),
        numbers(gates, 5),
        numbers(2),
    )
    assert torch.autograd.gradcheck(attend, inputs)

    def sequence(*tensors: torch.Tensor) -> tuple[torch.Tensor, ...]:
        out, h, c = run_sequence(rnn, *tensors, [2, 2, 1], torch.float64)
        return (out, h, c) if rnn == "lstm" else (out, h)

    assert torch.autograd.gradcheck(
        sequence,
        (
            numbers(2, 3 * 2 + 1, gates),
            numbers(2, 2, size),
            numbers(2, 2, size),
            numbers(2, gates, size),
            numbers(2, gates),
        ),
    )


@pytest.mark.usefixtures("bf16")
def test_bf16_stays_close_to_float32() -> None:
    model = make_model(hidden=64, embedding=32).float()
    exact, _ = outputs_and_gradients(model, True)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        rough = model(make_batch(), fast=True)
    assert (rough.float() - exact).abs().max() < 0.05


def test_additive_attention_by_hand() -> None:
    attention = AdditiveAttention(1, 1, 1)
    with torch.no_grad():
        attention.query.weight.fill_(1.0)
        attention.key.weight.fill_(1.0)
        attention.key.bias.fill_(0.0)
        attention.v.fill_(2.0)
    memory = torch.tensor([[[1.0], [-1.0], [9.0]]])
    context, weights = attention(
        torch.tensor([[0.5]]), attention.keys(memory), memory, torch.tensor([[True, True, False]])
    )
    scores = np.array([2 * np.tanh(1.5), 2 * np.tanh(-0.5)])
    expected = np.exp(scores) / np.exp(scores).sum()
    np.testing.assert_allclose(weights[0].detach(), [*expected, 0.0], rtol=1e-6)
    np.testing.assert_allclose(context[0].detach(), [expected[0] - expected[1]], rtol=1e-5)


def test_multiplicative_attention_by_hand() -> None:
    attention = MultiplicativeAttention(2, 2, general=True)
    with torch.no_grad():
        attention.key.weight.copy_(torch.tensor([[0.0, 1.0], [1.0, 0.0]]))  # swaps the two numbers
    memory = torch.tensor([[[1.0, 0.0], [0.0, 2.0]]])
    _, weights = attention(torch.tensor([[3.0, 1.0]]), attention.keys(memory), memory, torch.tensor([[True, True]]))
    scores = np.array([1.0, 6.0])  # (3, 1) . (0, 1) and (3, 1) . (2, 0)
    np.testing.assert_allclose(weights[0].detach(), np.exp(scores) / np.exp(scores).sum(), rtol=1e-6)


def test_padding_changes_nothing() -> None:
    model = make_model()
    batch = make_batch()
    alone = model.encode(batch.src[4:5, :2], batch.src_lengths[4:5])
    together = model.encode(batch.src, batch.src_lengths)
    torch.testing.assert_close(alone.outputs[0], together.outputs[4, :2])
    torch.testing.assert_close(alone.summary[0][0, 0], together.summary[0][0, 4])


def test_unsorted_sources_come_back_in_their_order() -> None:
    model = make_model()
    batch = make_batch()
    order = torch.tensor([3, 0, 4, 1, 2])
    mixed = model.encode(batch.src[order], batch.src_lengths[order])
    straight = model.encode(batch.src, batch.src_lengths)
    torch.testing.assert_close(mixed.outputs, straight.outputs[order])
    torch.testing.assert_close(mixed.summary[0], straight.summary[0][:, order])


@pytest.mark.parametrize(("encoder", "decoder"), [(2, 1), (3, 2), (1, 2)])
def test_every_layer_learns_without_attention(encoder: int, decoder: int) -> None:
    model = make_model(attention="none", encoder_layers=encoder, decoder_layers=decoder)
    _, gradients = outputs_and_gradients(model, fast=True)
    silent = [n for n, g in gradients.items() if n.startswith(("encoder", "bridge")) and not g.any()]
    # of several encoder layers the lower ones are read by those above, the upper ones by the decoder
    assert silent == []


def test_scheduled_sampling_feeds_own_predictions() -> None:
    model = make_model(dropout_embedding=0.3, dropout_layers=0.3).train()
    batch = make_batch()
    never = model.scheduled_inputs(batch, 0.0, torch.Generator().manual_seed(1))
    assert model.training
    # independent: a greedy decode without dropout, fed with what it said itself
    model.eval()
    memory = model.encode(batch.src, batch.src_lengths)
    state, tokens, expected = model.start(memory), batch.tgt_in[:, 0], [batch.tgt_in[:, 0]]
    for _ in range(5):
        step = model.step(tokens, state, memory)
        state, tokens = step.state, step.logits.argmax(-1)
        expected.append(tokens)
    assert torch.equal(never, torch.stack(expected, 1))
    assert torch.equal(model.scheduled_inputs(batch, 1.0, torch.Generator().manual_seed(1)), batch.tgt_in)
    half = model.scheduled_inputs(batch, 0.5, torch.Generator().manual_seed(1))
    own = torch.rand(batch.tgt_in.shape, generator=torch.Generator().manual_seed(1)) >= 0.5
    assert torch.equal(half[:, 1:][~own[:, 1:]], batch.tgt_in[:, 1:][~own[:, 1:]])
    assert not torch.equal(half, batch.tgt_in)


def test_initialisation_and_tying() -> None:
    model = make_model(rnn="lstm", decoder_layers=2)
    assert model.output.weight is model.target_embedding.weight is model.source_embedding.weight
    recurrent = model.cells[1].weight_hh[:8]
    torch.testing.assert_close(recurrent @ recurrent.T, torch.eye(8, dtype=torch.float64), atol=1e-6, rtol=0)
    assert torch.equal(model.cells[0].bias_ih[8:16], torch.ones(8, dtype=torch.float64))
    assert not model.cells[0].bias_hh.any()
    apart = make_model(readout=5, tie="all")
    assert apart.output.weight.shape == (VOCAB, 5)


def test_parameter_count_of_a_configuration_is_that_of_its_model() -> None:
    for rnn, attention, deep in COMBINATIONS:
        settings = {
            "rnn": rnn,
            "attention": attention,
            "embedding": 6,
            "hidden": 8,
            "decoder_layers": 2 if deep else 1,
            "encoder_layers": 2,
            "bidirectional": deep,
            "tie": "all" if deep else "none",
        }
        model = make_model(**settings)
        expected = sum(p.numel() for p in model.parameters())
        assert RnnConfig(**settings).count_parameters(VOCAB, shared=True) == expected


@pytest.mark.parametrize("p", [0.2, 0.5])
def test_dropout_drops_its_share_and_keeps_the_mean(p: float) -> None:
    torch.manual_seed(3)
    x = torch.full((1000, 333), 2.0, requires_grad=True)
    drop = Dropout(p)
    out = drop(x)
    share = round(p * 256) / 256
    kept = out != 0
    # 333,000 draws: four standard deviations are 0.0035 at most
    assert abs(float(kept.float().mean()) - (1 - share)) < 0.0035
    torch.testing.assert_close(out[kept], torch.full_like(out[kept], 2.0 / (1 - share)))
    assert abs(float(kept[:, 8::8].float().mean()) - float(kept[:, 1::8].float().mean())) < 0.02, "bytes of a word"
    out.sum().backward()
    torch.testing.assert_close(x.grad, kept / (1 - share))
    torch.manual_seed(3)
    assert torch.equal(drop(x), out)
    assert drop.eval()(x) is x


def test_a_buffer_lent_again_is_noticed_by_a_late_backward_pass() -> None:
    buffers.clear()
    torch.manual_seed(1)
    gx, zero = torch.randn(1, 40 * 30, 64, requires_grad=True), torch.zeros(1, 30, 16)
    w, b = torch.randn(1, 64, 16), torch.zeros(1, 64)

    def run() -> torch.Tensor:
        out, _, _ = run_sequence("lstm", gx, zero, zero, w, b, [30] * 40, torch.float32)
        return out.square().sum()

    loss = run()
    loss.backward(retain_graph=True)
    expected = gx.grad
    gx.grad = None
    run().backward()  # in the very buffers
    torch.testing.assert_close(gx.grad, expected)
    with pytest.raises(RuntimeError, match="modified by an inplace operation"):
        loss.backward()
    assert len({id(buffer) for buffer in buffers._free}) == len(buffers._free)


@pytest.mark.usefixtures("bf16")
@pytest.mark.parametrize("rnn", ["lstm", "gru"])
def test_rows_added_for_fewer_shapes_count_for_nothing(rnn: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = torch.Generator().manual_seed(4)
    rows, source, target = 48, 12, 13
    lengths = torch.randint(3, source + 1, (rows,), generator=rng).sort(descending=True).values
    lengths[0] = source
    ends = torch.randint(3, target + 1, (rows,), generator=rng)
    ends[0] = target
    src = torch.randint(4, VOCAB, (rows, source), generator=rng) * (torch.arange(source) < lengths[:, None])
    tgt = torch.randint(4, VOCAB, (rows, target), generator=rng) * (torch.arange(target) < ends[:, None])
    tgt_in = torch.cat([torch.full((rows, 1), BOS), tgt[:, :-1]], 1)
    batch = Batch(src, lengths, tgt_in, tgt, ends, int(ends.sum()))
    model = make_model(rnn=rnn, embedding=16, hidden=32).float()
    found = {}
    for large in (10**9, 128):
        monkeypatch.setattr(shapes, "LARGE", large)
        model.zero_grad()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            out = model(batch)
        out.float().square().sum().backward()
        found[large] = out, {n: p.grad.clone() for n, p in model.named_parameters() if p.grad is not None}
    assert rows * source % shapes.ROWS
    assert rows * target % shapes.ROWS
    (plain, plain_grads), (padded, padded_grads) = found.values()
    torch.testing.assert_close(padded, plain, rtol=0, atol=0.01)
    assert plain_grads.keys() == padded_grads.keys()
    for name, gradient in plain_grads.items():
        scale = float(gradient.abs().max())
        assert float((padded_grads[name] - gradient).abs().max()) <= 0.02 * scale + 1e-6, name
