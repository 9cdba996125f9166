"""Opening a run's model for translating, fast and with clear errors for a folder that is not whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.overrides import TorchFunctionMode

from workbench.engine.device.devices import choose_device
from workbench.engine.device.threads import Threads
from workbench.engine.models.weights import build_model, check_fit, load_weights
from workbench.engine.runs.checkpoints import check_format, choose
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.batches import threads_for
from workbench.engine.search.translator import Translator
from workbench.engine.text.seen import SourceSeen
from workbench.engine.text.tokenizer import Tokenizers


def open_translator(
    run: RunFolder | Path | str,
    *,
    checkpoint: str = "best",
    device: str = "auto",
    threads: int = 0,
    quantize: bool = False,
) -> Translator:
    """Open a run's model.

    Args:
        run: Run folder, its path or its name.
        checkpoint: "best", "last" or a step number.
        device: "auto", "cpu", "cuda" or "cuda:N".
        threads: CPU threads; 0 leaves it to the machine.
        quantize: Use int8 products on the CPU.

    Raises:
        RunFolderError: Something is missing, truncated or foreign.
    """

    folder = run if isinstance(run, RunFolder) else RunFolder.open(run)
    config = folder.config()
    info, notice = choose(folder, checkpoint)
    check_format(info)
    where = choose_device(device)
    tokenizers = Tokenizers.load(folder.path / "tokenizer")
    seen = SourceSeen.load(folder.path / "tokenizer", tokenizers.source)
    sizes = tokenizers.source.size, tokenizers.target.size, tokenizers.shared
    shared = Threads(threads)
    with threads_for(1, torch.device("cpu"), shared):  # many small operations
        with _NoDraws():
            check_fit(config.model, *sizes, info.weights)
            model = build_model(config.model, *sizes)
        load_weights(model, info.weights)
        model.requires_grad_(False).to(where)
        model.eval()
        if where.type == "cpu":
            if quantize:
                model = model.quantized()
            else:
                model.hold_half_weights()
    return Translator(
        model,
        tokenizers,
        where,
        config=config,
        run=folder,
        checkpoint=info.path.name,
        step=info.step,
        seen=seen,
        notice=notice,
        threads=shared,
    )


class _NoDraws(TorchFunctionMode):
    """Leaves out the drawing of initial values, which the file replaces.

    It saves time, and a training run in another thread keeps its stream of random numbers.
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: tuple[Any, ...] = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        kwargs = kwargs or {}
        if func in (torch.Tensor.normal_, torch.Tensor.uniform_):
            return args[0].zero_()
        if getattr(func, "__module__", "") == "torch.nn.init":
            return args[0] if args else kwargs["tensor"]
        return func(*args, **kwargs)
