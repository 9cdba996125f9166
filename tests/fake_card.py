"""A graphics card that is not there: torch's fake tensors stand on it, and every wait for it is written down.

Fake tensors know shape, type and device, and refuse to be mixed with tensors of another device as a card would. Tensors
on the CPU stay real, so that code which looks at lengths there works as ever. In memory of its own the stand-in keeps
the values that the card would hold: a search that looks at them goes on, and the look is recorded as a wait.
"""

from __future__ import annotations

import ctypes
import traceback
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import torch
from torch import nn
from torch._subclasses.fake_tensor import (
    DataDependentOutputException,
    DynamicOutputShapeException,
    FakeTensor,
    FakeTensorMode,
    unset_fake_temporarily,
)
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_leaves, tree_map
from torch.utils.weak import WeakTensorKeyDictionary

aten = torch.ops.aten


class Card(TorchDispatchMode):
    """While it is entered, what is made or moved to ``device`` is fake.

    Attributes:
        device: Where: ``cuda:0``, or ``meta`` where torch's autograd is needed and was built without CUDA.
        waits: For each time the CPU waited for the card: operation and line of the program.
    """

    def __init__(self, device: str, *, values: bool = False) -> None:
        super().__init__()
        self.device = torch.device(device)
        self.waits: list[str] = []
        self._fake = FakeTensorMode(allow_non_fake_inputs=True)
        self._values: WeakTensorKeyDictionary | None = WeakTensorKeyDictionary() if values else None
        self._patches = ExitStack()

    def __enter__(self) -> Card:
        if self.device.type == "cuda":
            self._patches.enter_context(_device_guard())
        # there is no autocast for it without CUDA: everything is calculated in float32
        autocast, enabled = torch.autocast, torch.is_autocast_enabled
        usual = {"cpu": autocast, self.device.type: lambda *_, **__: nullcontext()}
        for name, stand_in in (
            ("autocast", lambda kind, *args, **kwargs: usual[kind](kind, *args, **kwargs)),
            ("is_autocast_enabled", lambda kind: kind == "cpu" and enabled(kind)),
        ):
            self._patches.enter_context(patch.object(torch, name, stand_in))
        self._fake.__enter__()
        super().__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        super().__exit__(*error)
        self._fake.__exit__(*error)
        self._patches.close()

    def __torch_dispatch__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs = kwargs or {}
        leaves = tree_leaves((args, kwargs))
        if not any(isinstance(x, FakeTensor) or (isinstance(x, torch.device) and x == self.device) for x in leaves):
            with unset_fake_temporarily():
                return func(*args, **kwargs)
        if func is aten._fused_sgd_.default:  # torch has no fake one; it changes its arguments
            assert {x.device for x in leaves if isinstance(x, torch.Tensor)} == {self.device}
            return None
        self._note_copies(func, args, kwargs)
        real = self._calculate(func, args, kwargs)
        try:
            if func in _CELLS and self._values is not None:  # torch has no fake ones
                out = self._like(real)
            else:
                out = func(*args, **kwargs)
        except (DataDependentOutputException, DynamicOutputShapeException):
            self._wait(func)
            if self._values is None:
                raise
            if func is aten._local_scalar_dense.default:
                return real
            out = self._like(real)
        if self._values is None:
            return out
        if isinstance(out, torch.Tensor) and out.device.type == "cpu":
            return real
        for fake, value in zip(tree_leaves(out), tree_leaves(real), strict=True):
            if isinstance(fake, FakeTensor):
                assert fake.shape == value.shape, func
                self._values[fake] = value
        return out

    def _like(self, real: Any) -> Any:
        return tree_map(lambda t: torch.empty(t.shape, dtype=t.dtype, device=self.device), real)

    def _calculate(self, func: Any, args: Any, kwargs: Any) -> Any:
        """The operation with the values that the card would hold, on the CPU."""
        if self._values is None:
            return None
        values = self._values

        def off_card(x: Any) -> Any:
            if isinstance(x, FakeTensor):
                return values[x]
            return torch.device("cpu") if isinstance(x, torch.device) else x

        args, kwargs = tree_map(off_card, (args, kwargs))
        with unset_fake_temporarily():
            if func in _CELLS:
                return _CELLS[func](*args)
            out = func(*args, **kwargs)
            # a copy between devices shares nothing
            return out.clone() if func is aten._to_copy.default else out

    def _note_copies(self, func: Any, args: Any, kwargs: Any) -> None:
        if func is aten._to_copy.default:
            there, here = args[0].device, kwargs.get("device") or args[0].device
            quietly = kwargs.get("non_blocking", False)
        elif func is aten.copy_.default:
            there, here = args[1].device, args[0].device
            quietly = kwargs.get("non_blocking", args[2] if len(args) > 2 else False)
        else:
            return
        # what comes from the card is looked at sooner or later; what goes there need not be waited for
        if there.type != here.type and (here.type == "cpu" or not quietly):
            self._wait(func)

    def _wait(self, func: Any) -> None:
        frames = [f for f in traceback.extract_stack() if "/workbench/" in f.filename]
        where = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].name}" if frames else "the test"
        self.waits.append(f"{where}: {func}")

    def put(self, module: nn.Module) -> None:
        """Move a module's parameters, tied ones staying tied."""
        moved: dict[int, nn.Parameter] = {}
        for part in module.modules():
            for name, old in part._parameters.items():
                if old is not None:
                    fresh = moved.setdefault(id(old), nn.Parameter(old.detach().to(self.device), old.requires_grad))
                    part._parameters[name] = fresh
            if isinstance(part, nn.RNNBase):
                part._flat_weights = [getattr(part, name) for name in part._flat_weights_names]


@contextmanager
def no_waits(card: Card) -> Iterator[None]:
    """Nothing within may wait for the card."""
    before = len(card.waits)
    yield
    assert card.waits[before:] == []


@contextmanager
def _device_guard() -> Iterator[None]:
    """Lend CUDA the device guard of ``meta``, which does nothing; torch built without CUDA has none to index with."""
    name = "_ZN3c104impl26device_guard_impl_registryE"
    cuda, meta = 1, 14  # torch/headeronly/core/DeviceType.h
    try:
        library = ctypes.CDLL(str(Path(torch.__file__).parent / "lib" / "libc10.so"))
        guards = (ctypes.c_void_p * 20).in_dll(library, name)
    except (OSError, ValueError):
        pytest.skip("this build of torch cannot stand in for CUDA")
    before = guards[cuda]
    if before is None:
        guards[cuda] = guards[meta]
    try:
        yield
    finally:
        guards[cuda] = before


def _lstm_cell(gx: Any, gh: Any, c: Any, bias_x: Any = None, bias_h: Any = None) -> Any:
    gates = gx + gh + (0 if bias_x is None else bias_x + bias_h)
    i, f, g, o = gates.chunk(4, -1)
    i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
    fresh = f * c + i * g
    return o * fresh.tanh(), fresh, torch.cat([i, f, g, o], -1)


def _gru_cell(gx: Any, gh: Any, h: Any, bias_x: Any = None, bias_h: Any = None) -> Any:
    if bias_x is not None:
        gx, gh = gx + bias_x, gh + bias_h
    (rx, zx, nx), (rh, zh, nh) = gx.chunk(3, -1), gh.chunk(3, -1)
    r, z = (rx + rh).sigmoid(), (zx + zh).sigmoid()
    n = (nx + r * nh).tanh()
    return n + z * (h - n), torch.cat([r, z, n, h, nh], -1)


#: Operations that a card has and a CPU has not.
_CELLS = {aten._thnn_fused_lstm_cell.default: _lstm_cell, aten._thnn_fused_gru_cell.default: _gru_cell}
