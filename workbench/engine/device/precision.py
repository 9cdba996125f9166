"""Which precisions a device can do, found by trying: once a process and device, with the operations that models use.

What a processor says of itself is not enough: without AVX-512 the CPU's library multiplies bfloat16 some fifty times
more slowly than float32, and has no kernel for ``nn.LSTM`` in it.
"""

from __future__ import annotations

import functools
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from workbench.engine.core.errors import ConfigError
from workbench.engine.core.messages import Message

if TYPE_CHECKING:
    import torch
    from torch import nn

#: ``auto`` takes bf16 where its products need at most this share of float32's time.
FASTER = 0.8
#: Above this many times float32's time a training in bf16 does not end in any time worth waiting for: refused.
TOO_SLOW = 4.0
#: Rows, inner size and columns of the products that are timed: a small one is enough to find a very slow processor.
_SMALL, _LARGE = (64, 256, 256), (512, 512, 1024)
#: Seconds that timing one pair of products may take; the first round is always finished.
_BUDGET = 0.4


@dataclass(frozen=True)
class Bf16:
    """What a device can do in bfloat16.

    Attributes:
        works: Matrix products and recurrent cells in bfloat16 give results.
        factor: Time of its products over that of float32's; below 1 it is the faster one.
    """

    works: bool
    factor: float

    @property
    def usable(self) -> bool:
        """Whether a training in it ends in about the time that it takes in float32, or sooner."""
        return self.works and self.factor <= TOO_SLOW

    @property
    def faster(self) -> bool:
        """Whether ``auto`` takes it."""
        return self.works and self.factor < FASTER

    @property
    def lack(self) -> str:
        """Why it is not usable, to follow the name of the device."""
        if not self.works:
            return Message("cannot calculate in bf16")
        return Message("needs {factor:.0f} times as long in bf16 as in fp32", factor=self.factor)


def try_bf16(device: torch.device | str) -> Bf16:
    """Try and measure bfloat16 on a device; under two seconds the first time, then remembered."""
    return _try_bf16(str(device))


@functools.cache
def _try_bf16(device: str) -> Bf16:
    import torch

    where = torch.device(device)
    # training elsewhere in the process must draw what it would have drawn
    with torch.random.fork_rng([]):
        if not (_works(lambda: _products(where)) and _works(lambda: _cells(where))):
            return Bf16(False, float("inf"))
        if where.type != "cpu":  # a step there waits for kernels to be launched, and large products say nothing of it
            return Bf16(True, 1.0)
        factor = _time_products(where, _SMALL)
        return Bf16(True, factor if factor > TOO_SLOW else _time_products(where, _LARGE))


@functools.cache
def recurrent_layers_work(kind: str, device_type: str, dtype: torch.dtype) -> bool:
    """Whether ``nn.LSTM`` or ``nn.GRU`` runs in a narrow type under autocast, forwards and backwards.

    Args:
        kind: "lstm" or "gru".
        device_type: "cpu" or "cuda".
        dtype: The narrow type.
    """
    import torch
    from torch import nn

    def run(lengths: list[int], training: bool) -> None:
        layer = (nn.LSTM if kind == "lstm" else nn.GRU)(16, 16, bidirectional=True).to(device_type)
        packed = nn.utils.rnn.pack_padded_sequence(torch.ones(3, 2, 16, device=device_type), torch.tensor(lengths))
        with torch.set_grad_enabled(training), torch.autocast(device_type, dtype=dtype):
            out, _ = layer(packed)
        if training:
            out.data.float().sum().backward()

    with torch.random.fork_rng([]):
        # sequences of one length are handed to another library than those of different lengths
        cases = [(lengths, training) for lengths in ([3, 3], [3, 2]) for training in (True, False)]
        return all(_works(functools.partial(run, lengths, training)) for lengths, training in cases)


def choose_precision(wish: str, device: torch.device) -> str:
    """``auto|fp32|bf16`` to "fp32" or "bf16"; ``auto`` takes bf16 where it is clearly faster.

    That is never so on a graphics card: steps of a recurrence wait for their kernels to be launched, not for products,
    and each conversion is one more (on an H200, embeddings 256, LSTM 512: 29, 55 and 139 thousand target tokens a
    second with 64, 256 and 600 sentences a batch in bf16; 41, 94 and 191 in fp32).

    Raises:
        ConfigError: bf16 was asked for, and the device cannot do it or would crawl.
    """
    if wish == "auto":
        return "bf16" if try_bf16(device).faster else "fp32"
    if wish == "bf16":
        require_bf16(device)
    return wish


def require_bf16(device: torch.device) -> None:
    """Check that training in bf16 makes sense on a device.

    Raises:
        ConfigError: It cannot do it or would crawl.
    """
    found = try_bf16(device)
    if not found.usable:
        raise ConfigError(
            f"{_name(device)} {found.lack}",
            where="runtime.precision",
            advice=Message("Set runtime.precision to auto or fp32."),
        )


def resumed_precision(recorded: str, device: torch.device) -> tuple[str, str]:
    """Precision in which a run goes on that has been trained in ``recorded``, and what to tell the person, "" for none.

    Weights and optimizer state are float32 in either precision, so a run can go on in float32 anywhere.
    """
    if recorded != "bf16" or try_bf16(device).usable:
        return recorded, ""
    lack = try_bf16(device).lack
    return "fp32", Message(
        "this run was trained in bf16, but {device} {lack}: it goes on in fp32", device=_name(device), lack=lack
    )


def slow_bf16(device: torch.device) -> str:
    """A warning where bf16 works but is clearly the slower choice, else ""."""
    factor = try_bf16(device).factor
    if factor <= 1 / FASTER:
        return ""
    return Message("{device} needs {factor:.1f} times as long in bf16 as in fp32", device=_name(device), factor=factor)


@functools.cache
def int8_engine() -> str:
    """Which of torch's int8 libraries multiplies rightly on this processor, the usual one first; "" when none does."""
    import torch

    usual: str = torch.backends.quantized.engine
    known = [usual, *(name for name in torch.backends.quantized.supported_engines if name != usual)]
    return next((name for name in known if _works(functools.partial(_int8_product, name))), "")


def packed_int8(weight: torch.Tensor, bias: torch.Tensor | None, engine: str) -> Any:
    """A float32 weight ``[out, in]`` rounded to int8, one scale for each output, packed for one of torch's libraries.

    Raises:
        RuntimeError: The library does not work on this processor.
    """
    import torch

    scales = (weight.abs().amax(1) / 127).clamp_min(1e-8).double()
    zeros = torch.zeros(len(scales), dtype=torch.int64)
    usual = torch.backends.quantized.engine
    try:
        torch.backends.quantized.engine = engine
        with warnings.catch_warnings():  # quantised tensors are announced to move to another package one day
            warnings.simplefilter("ignore")
            rounded = torch.quantize_per_channel(weight, scales, zeros, 0, torch.qint8)
        return torch.ops.quantized.linear_prepack(rounded, bias)
    finally:
        torch.backends.quantized.engine = usual


@functools.cache
def narrow_int8() -> bool:
    """Whether activations must be rounded to 7 bits: with 8, pairs of products overflow on processors without VNNI.

    With 8 a model of the preset ``small`` translates 125 of 1,014 sentences differently than without int8, with 7 it
    is 204.
    """
    import torch

    # the largest activations and weights there are; sums of 256 products
    x, weight = torch.ones(5, 256), torch.ones(64, 256)
    found = torch.ops.quantized.linear_dynamic(x, packed_int8(weight, None, int8_engine()), False)
    return not torch.allclose(found, x @ weight.t(), rtol=0.01)


@functools.cache
def has_half_weights() -> bool:
    """Whether products of float32 with weights kept in half precision work on this processor."""
    return _works(_half_product)


def packed_half(weight: torch.Tensor, bias: torch.Tensor | None) -> Any:
    """A float32 weight ``[out, in]`` rounded to half precision and packed.

    Raises:
        RuntimeError: This build of torch has no such products.
    """
    import torch

    return torch.ops.quantized.linear_prepack_fp16(weight, bias)


def _half_product() -> None:
    import torch

    weight = torch.linspace(-1, 1, 8 * 16).view(8, 16)
    x = torch.linspace(-2, 1, 4 * 16).view(4, 16)
    found = torch.ops.quantized.linear_dynamic_fp16(x, packed_half(weight, None))
    if not torch.allclose(found, x @ weight.t(), atol=0.02):
        raise RuntimeError("wrong sums")


def _int8_product(engine: str) -> None:
    import torch

    weight = torch.linspace(-1, 1, 8 * 16).view(8, 16)
    x = torch.linspace(-2, 1, 4 * 16).view(4, 16)
    found = torch.ops.quantized.linear_dynamic(x, packed_int8(weight, None, engine), True)
    if not torch.allclose(found, x @ weight.t(), atol=0.3):  # sums of 16 products of up to 2
        raise RuntimeError("wrong sums")


def _name(device: torch.device) -> str:
    return Message("this processor") if device.type == "cpu" else Message("the device {device}", device=device)


def _works(operation: Callable[[], object]) -> bool:
    import torch

    try:
        operation()
    except torch.OutOfMemoryError:  # says nothing about what the device can do
        raise
    except RuntimeError:  # how torch says that there is no kernel
        return False
    return True


def _products(device: torch.device) -> None:
    """The products of the fused path, and the layers around them."""
    import torch

    a = torch.ones(8, 16, dtype=torch.bfloat16, device=device)
    w, out = a.t().contiguous(), torch.empty(8, 8, dtype=torch.bfloat16, device=device)
    torch.addmm(out.new_zeros(8), a, w, out=out)
    torch.bmm(a[:, None], a[:, :, None])
    torch.nn.functional.linear(a, a).tanh().sum().item()


def _cells(device: torch.device) -> None:
    """The recurrent cells, with which every model decodes, also while it trains on its own output."""
    import torch
    from torch import nn

    cells: list[nn.Module] = [nn.LSTMCell(16, 16), nn.GRUCell(16, 16)]
    x = torch.ones(2, 16, device=device)
    for cell in cells:
        with torch.autocast(device.type, dtype=torch.bfloat16):
            out = cell.to(device)(x)
        (out[0] if isinstance(out, tuple) else out).float().sum().backward()


def _time_products(device: torch.device, size: tuple[int, int, int]) -> float:
    """Time of a bfloat16 product over that of the same one in float32, each at its best.

    They are measured in turn, so that a busy machine is busy for both.
    """
    import torch

    rows, inner, columns = size
    best = {}
    pairs = {}
    for dtype in (torch.float32, torch.bfloat16):
        pairs[dtype] = [torch.ones(n, m, dtype=dtype, device=device) for n, m in ((rows, inner), (inner, columns))]
        best[dtype] = float("inf")

    def seconds(dtype: torch.dtype) -> float:
        started = time.perf_counter()
        a, b = pairs[dtype]
        (a @ b)[0, 0].item()  # waits for a GPU
        return time.perf_counter() - started

    began, rounds = time.perf_counter(), 0
    while rounds < 2 or (rounds < 8 and time.perf_counter() - began < _BUDGET):
        for dtype in best:
            best[dtype] = min(best[dtype], seconds(dtype))
        rounds += 1
        # the first round of all makes the kernels; one product is sure to be slow when it takes longer than this
        if best[torch.bfloat16] > _BUDGET:
            break
    return best[torch.bfloat16] / best[torch.float32]
