"""Weights that are not those of the run: each ends in one clear line, before memory is taken, and no search hangs."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psutil
import pytest
import torch
from safetensors.torch import load_file, save_file

from tests.engine.table_model import TableModel
from tests.engine.tiny_run import make_tiny_run
from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError, RunFailed
from workbench.engine.runs.folder import WEIGHTS
from workbench.engine.search.beam import beam_search
from workbench.engine.search.decoding import Sentence
from workbench.engine.search.forcing import force
from workbench.engine.search.greedy import greedy
from workbench.engine.search.opening import open_translator
from workbench.engine.text.special_ids import EOS

CPU = torch.device("cpu")
Tensors = dict[str, torch.Tensor]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture
def weights(run: Path) -> Path:
    """The file to spoil; put back by the next test."""
    path = run / "step-00000010" / WEIGHTS
    kept = path.with_suffix(".kept")
    if not kept.exists():
        kept.write_bytes(path.read_bytes())
    path.write_bytes(kept.read_bytes())
    return path


def refusal(run: Path) -> str:
    with pytest.raises(InputError) as caught:
        open_translator(run, checkpoint="10", device="cpu", threads=1)
    text = str(caught.value)
    assert len(text) < 500
    assert "\n" not in text
    return text


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_a_number_that_is_none_is_found_in_every_tensor(run: Path, weights: Path, value: float) -> None:
    tensors = load_file(weights)
    for name, tensor in tensors.items():
        spoiled = tensor.clone()
        spoiled.view(-1)[-1] = value
        save_file({**tensors, name: spoiled}, weights)
        found = refusal(run)
        assert f"'{name}'" in found
        assert "no numbers" in found


def _without(name: str) -> Callable[[Tensors], Tensors]:
    return lambda tensors: {n: t for n, t in tensors.items() if n != name}


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (_without("output.bias"), "'output.bias'"),
        (lambda t: {**t, "more": torch.zeros(3)}, "'more'"),
        (lambda t: {**t, "x" * 4000: torch.zeros(3)}, "xxx…"),
        (lambda t: {**t, "output.bias": t["output.bias"][:-1].clone()}, "'output.bias' is ("),
        (lambda t: {**t, "output.bias": t["output.bias"][None].clone()}, "'output.bias' is (1, "),
        (lambda t: {**t, "output.bias": torch.zeros(0)}, "'output.bias' is (0,)"),
        (lambda t: {**t, "output.bias": t["output.bias"].to(torch.float64)}, "as F64, not as F32"),
        (lambda t: {**t, "output.bias": t["output.bias"].to(torch.int32)}, "as I32, not as F32"),
    ],
)
def test_other_names_shapes_and_types_are_refused_by_name(
    run: Path, weights: Path, spoil: Callable[[Tensors], Tensors], says: str
) -> None:
    save_file(spoil(load_file(weights)), weights)
    assert says in refusal(run)


def _file(header: dict[str, Any] | bytes, data: bytes = b"", length: int | None = None) -> bytes:
    raw = header if isinstance(header, bytes) else json.dumps(header).encode()
    return struct.pack("<Q", len(raw) if length is None else length) + raw + data


def _tensor(shape: list[Any], end: int, kind: str = "F32") -> dict[str, Any]:
    return {"output.bias": {"dtype": kind, "shape": shape, "data_offsets": [0, end]}}


@pytest.mark.parametrize(
    "content",
    [
        _file(_tensor([10**12], 4 * 10**12)),
        _file(_tensor([10**12], 8), bytes(8)),
        _file(_tensor([1 << 62] * 8, 0)),
        _file(_tensor([2] * 1000, 8), bytes(8)),
        _file(_tensor([-1], 8), bytes(8)),
        _file(_tensor([1.5], 8), bytes(8)),
        _file(_tensor([2], 8, "F999"), bytes(8)),
        _file({"output.bias": 7}),
        _file(b"[" * 100_000),
        _file(b"{}", length=2**64 - 1),
        _file(b"{}", length=100_000_000),
        b"",
    ],
    ids=range(12),
)
def test_headers_that_ask_for_too_much_or_are_none(run: Path, weights: Path, content: bytes) -> None:
    weights.write_bytes(content)
    assert WEIGHTS in refusal(run)


def test_a_header_of_a_hundred_megabytes_takes_no_memory(run: Path, weights: Path) -> None:
    entry = b'"%08d":{"dtype":"F32","shape":[0],"data_offsets":[0,0]},'
    body = b"{" + b"".join(entry % n for n in range(1_700_000))
    weights.write_bytes(_file(body[:-1] + b"}"))
    del body
    before = psutil.Process().memory_info().rss
    assert "header" in refusal(run) or "no safetensors file" in refusal(run)
    assert psutil.Process().memory_info().rss - before < 100_000_000


def test_a_large_model_with_small_weights_is_refused_before_memory_is_taken(run: Path, weights: Path) -> None:
    config = run / "run.toml"
    kept = config.read_text()
    # 1.6 thousand million numbers: 6.4 GB, and none of them in the file
    config.write_text(
        kept.replace("hidden = 16", "hidden = 4096", 1).replace("decoder_layers = 1", "decoder_layers = 4")
    )
    before = psutil.Process().memory_info().rss
    found = refusal(run)
    config.write_text(kept.replace("hidden = 16", "hidden = 1000000000", 1))
    assert "hidden" in refusal(run)
    config.write_text(kept)
    assert "another model" in found
    assert psutil.Process().memory_info().rss - before < 100_000_000


class _Broken(TableModel):
    """Gives numbers for two pieces, then none."""

    def step(self, tokens: Any, state: Any, memory: Any) -> Any:
        out = super().step(tokens, state, memory)
        if len(self.rows_seen) > 2:
            out.logits[-1] = self.value  # of one row only, or of all
        if len(self.rows_seen) > 1000:
            raise AssertionError("the search does not end")
        return out


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
@pytest.mark.parametrize("sampling", [False, True])
@pytest.mark.parametrize("decode", [greedy, beam_search])
def test_every_search_ends_when_scores_are_no_numbers(decode: Any, sampling: bool, value: float) -> None:
    model = _Broken(40, 3, sharpness=0.1)
    model.value = value  # type: ignore[attr-defined]
    search = SearchConfig(beam=4, nbest=2, sampling=sampling, max_ratio=20.0, min_ratio=2.0)
    sentences = [Sentence([4, 5, 6, 7, EOS]), Sentence([6, 7, 8, EOS])]
    with pytest.raises(RunFailed, match="no numbers"):
        decode(model, sentences, search, CPU, details=True)
    assert len(model.rows_seen) < 120


def test_forcing_says_so_too() -> None:
    model = _Broken(9, 3)
    model.value = float("nan")  # type: ignore[attr-defined]
    with pytest.raises(RunFailed, match="no numbers"):
        force(model, [Sentence([4, 5, EOS])], [[5, 6, 7, 8, EOS]], CPU)
