"""Build models from configuration and move their weights to and from safetensors; nothing is unpickled."""

from __future__ import annotations

import importlib
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import reason
from workbench.engine.core.messages import Message
from workbench.engine.core.plain_text import shortened
from workbench.engine.core.schema import ModelConfig
from workbench.engine.models.base import EncoderDecoder
from workbench.engine.runs.tensor_files import tensor_header

#: What the format calls the types that parameters may have.
_KINDS = {torch.float16: "F16", torch.bfloat16: "BF16", torch.float32: "F32", torch.float64: "F64"}


def build_model(config: ModelConfig, source_vocab: int, target_vocab: int, shared: bool) -> EncoderDecoder:
    """A freshly initialised model of the configured architecture."""
    module, _, name = config.implementation.partition(":")
    cls: type[EncoderDecoder] = getattr(importlib.import_module(module), name)
    return cls.build(config, source_vocab, target_vocab, shared)


def weights(model: torch.nn.Module) -> dict[str, torch.Tensor]:
    """Every parameter once, by name (tied ones under their first), detached and contiguous on the CPU."""
    return {n: p.detach().to("cpu").contiguous() for n, p in model.named_parameters()}


def read_tensors(path: Path) -> dict[str, torch.Tensor]:
    """Read a safetensors file into memory of its own.

    The library maps the file instead, which Windows then refuses to delete or replace for as long as a tensor lives.

    Raises:
        RunFolderError: Missing, truncated, not safetensors, or with numbers that are none (NaN, infinite).
    """
    tensor_header(path)
    try:
        with safe_open(str(path), framework="pt") as handle:
            found = {name: handle.get_tensor(name).clone() for name in handle.keys()}  # noqa: SIM118 (no mapping)
    except (SafetensorError, OSError, ValueError) as error:
        raise RunFolderError(
            Message("is truncated or no safetensors file ({error})", error=reason(error)), where=str(path)
        ) from None
    for name, tensor in found.items():
        if not bool(torch.isfinite(tensor).all()):
            raise RunFolderError(
                Message(
                    "holds values that are no numbers (not-a-number or infinite, in '{name}')", name=shortened(name)
                ),
                where=str(path),
                advice=Message("Copy the run from a backup, or use another checkpoint."),
            )
    return found


def check_weights(model: torch.nn.Module, path: Path) -> None:
    """Compare the parameters of a model, which may lie on torch's device "meta", with what a file says it holds.

    Raises:
        RunFolderError: The file is unreadable or holds another model's weights; names the tensor.
    """
    found = tensor_header(path)
    parameters = dict(model.named_parameters())
    strange = sorted(parameters.keys() - found.keys()) or sorted(found.keys() - parameters.keys())
    if strange:
        raise RunFolderError(
            Message("belongs to another model ('{name}' does not match run.toml)", name=shortened(strange[0])),
            where=str(path),
        )
    for name, parameter in parameters.items():
        shape, wanted = found[name].shape, tuple(parameter.shape)
        kind, own = found[name].kind, _KINDS[parameter.dtype]
        if shape != wanted:
            message = Message(
                "belongs to another model ('{name}' is {found}, not {wanted})",
                name=name,
                found=shortened(str(shape)),
                wanted=wanted,
            )
        elif kind not in (own, "F16"):
            message = Message("has '{name}' as {found}, not as {wanted} or F16", name=name, found=kind, wanted=own)
        else:
            continue
        raise RunFolderError(message, where=str(path))


def check_fit(config: ModelConfig, source_vocab: int, target_vocab: int, shared: bool, path: Path) -> None:
    """Refuse weights that are not those of the configured model before any memory is taken for it.

    Raises:
        RunFolderError: See ``check_weights``.
    """
    with torch.device("meta"):
        check_weights(build_model(config, source_vocab, target_vocab, shared), path)


@torch.no_grad()
def load_weights(model: torch.nn.Module, path: Path) -> None:
    """Fill a model's parameters; float16 snapshots are widened to the model's type.

    Raises:
        RunFolderError: The file is unreadable, holds another model's weights, or numbers that are none.
    """
    check_weights(model, path)
    tensors = read_tensors(path)
    for name, parameter in model.named_parameters():
        parameter.copy_(tensors[name])
