"""An architecture that no module of the program knows; ``registered`` makes it known for the time of a test."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any, Literal

from workbench.engine.core import schema
from workbench.engine.core.schema import ModelConfig, register_model, setting

NAME = "dummy"


class DummyConfig(ModelConfig):
    """Layers of plain averaging, and a decoder that looks at the last one."""

    architecture: Literal["dummy"] = setting(NAME, "Architecture", "Averages and looks.")
    width: int = setting(16, "Dummy width", "Numbers of everything.", ge=2, le=256)
    depth: int = setting(2, "Dummy depth", "Encoder layers.", ge=1, le=8, advanced=True)

    @property
    def piece_size(self) -> int:
        return self.width

    @property
    def activation_width(self) -> int:
        return self.width * self.depth

    def count_parameters(self, vocab: int, shared: bool) -> int:
        return (2 * vocab + self.depth * (self.width + 1) + 2 * self.width + 1) * self.width + vocab

    @classmethod
    def in_words(cls, values: Mapping[str, Any]) -> str:
        return f"Dummy {values.get('depth', '?')} x {values.get('width', '?')}"


@contextmanager
def registered() -> Iterator[None]:
    """Known within, forgotten afterwards: other tests go through all architectures there are."""
    register_model(NAME, "tests.engine.dummy_architecture.model:DummySeq2Seq")(DummyConfig)
    try:
        yield
    finally:
        del schema._MODEL_CONFIGS[NAME]
