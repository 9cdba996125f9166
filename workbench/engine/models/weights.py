"""Build models from configuration and move their weights to and from safetensors; nothing is unpickled."""

from __future__ import annotations

import importlib
from pathlib import Path

import torch
from safetensors import SafetensorError, safe_open

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import missing_file, reason
from workbench.engine.core.messages import Message
from workbench.engine.core.schema import ModelConfig
from workbench.engine.models.base import EncoderDecoder


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
        RunFolderError: Missing, truncated or not safetensors.
    """
    try:
        with safe_open(str(path), framework="pt") as handle:
            return {name: handle.get_tensor(name).clone() for name in handle.keys()}  # noqa: SIM118 (no mapping)
    except FileNotFoundError:
        raise missing_file(path) from None
    except (SafetensorError, OSError, ValueError) as error:
        raise RunFolderError(
            Message("is truncated or no safetensors file ({error})", error=reason(error)), where=str(path)
        ) from None


@torch.no_grad()
def load_weights(model: torch.nn.Module, path: Path) -> None:
    """Fill a model's parameters; float16 snapshots are widened to the model's type.

    Raises:
        RunFolderError: The file is unreadable or holds another model's weights.
    """
    tensors = read_tensors(path)
    parameters = dict(model.named_parameters())
    strange = sorted(parameters.keys() - tensors.keys()) or sorted(tensors.keys() - parameters.keys())
    if strange:
        raise RunFolderError(
            Message("belongs to another model ('{name}' does not match run.toml)", name=strange[0]), where=str(path)
        )
    for name, parameter in parameters.items():
        if tensors[name].shape != parameter.shape:
            found, wanted = tuple(tensors[name].shape), tuple(parameter.shape)
            raise RunFolderError(
                Message(
                    "belongs to another model ('{name}' is {found}, not {wanted})",
                    name=name,
                    found=found,
                    wanted=wanted,
                ),
                where=str(path),
            )
        parameter.copy_(tensors[name])
