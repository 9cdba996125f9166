"""What every section of the configuration is made of, and how architectures add theirs. Never imports torch."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field

#: Every folder of this package with a ``config.py`` is an architecture.
ARCHITECTURES = "workbench.engine.models"
#: What a configuration means that names none.
DEFAULT_ARCHITECTURE = "rnn"
_MODEL_CONFIGS: dict[str, type[ModelConfig]] = {}


class Section(BaseModel):
    """Base of all sections: unknown keys are refused, values are checked on assignment too."""

    model_config = ConfigDict(
        extra="forbid", validate_assignment=True, frozen=False, protected_namespaces=(), allow_inf_nan=False
    )


def setting(
    default: Any, title: str, description: str, *, advanced: bool = False, path: bool = False, **bounds: Any
) -> Any:
    """A field with what the form, the README reference and the error messages need.

    Args:
        title: Label in the form.
        description: One line that teaches; tooltip in the form, comment in the TOML file.
        advanced: Shown only when the whole form is open.
        path: It names files.
        **bounds: pydantic bounds (``ge``, ``le``, ...).
    """
    extra: dict[str, Any] = {"advanced": advanced, "path": path}
    return Field(default, title=title, description=description, json_schema_extra=extra, **bounds)


def is_path(info: Any) -> bool:
    """Whether a setting names files."""
    return bool((info.json_schema_extra or {}).get("path"))


class ModelConfig(Section):
    """Base of every architecture's configuration; subclasses register themselves with ``register_model``."""

    #: ``package.module:Class`` of the torch module.
    implementation: ClassVar[str]
    architecture: str = setting(DEFAULT_ARCHITECTURE, "Architecture", "Which family of models to train.")

    def count_parameters(self, vocab: int, shared: bool) -> int:
        """Trainable numbers of the model, for estimates before it is built; 0 where nobody knows.

        Args:
            vocab: Pieces of each side's vocabulary.
            shared: Whether it is one vocabulary.
        """
        return 0

    def multiplied_weights(self, vocab: int) -> dict[str, int]:
        """How many weights are multiplied for each piece of the "source" and the "target" and once a "sentence".

        Args:
            vocab: Target pieces.
        """
        return {}

    @property
    def piece_size(self) -> int:
        """Numbers a piece is described by; tied weights want fewer pieces where there are many."""
        return 256

    @property
    def activation_width(self) -> int:
        """Width of the widest layer, for estimates of the memory that a training step takes."""
        return 512

    @property
    def vector_files(self) -> dict[str, str]:
        """Files of word vectors to start embeddings from, by side: "source", "target"."""
        return {}

    @property
    def vectors_stay(self) -> bool:
        """Whether the embeddings that came from files are not trained."""
        return False

    @classmethod
    def in_words(cls, values: Mapping[str, Any]) -> str:
        """The model in a few words for lists of runs.

        Args:
            values: The section as its file says it; older files may lack fields, and none may be wrong enough to fail.
        """
        return str(values.get("architecture", ""))


def describe_model(values: Mapping[str, Any]) -> str:
    """A model in a few words, from its section in a run's file; empty where there is none."""
    name = values.get("architecture", DEFAULT_ARCHITECTURE)
    return model_configs().get(str(name), ModelConfig).in_words(values) if values else ""


def register_model(name: str, implementation: str) -> Any:
    """Class decorator: make a configuration class known under ``name``.

    Args:
        name: Value of ``model.architecture``.
        implementation: ``package.module:Class`` of the torch module, imported only when a model is built.
    """

    def decorate(cls: type[ModelConfig]) -> type[ModelConfig]:
        cls.implementation = implementation
        _MODEL_CONFIGS[name] = cls
        return cls

    return decorate


def model_configs() -> dict[str, type[ModelConfig]]:
    """All registered architectures; the ``config.py`` of every folder of ``models`` is found by itself."""
    package = importlib.import_module(ARCHITECTURES)
    for module in pkgutil.iter_modules(package.__path__):
        if module.ispkg:
            importlib.import_module(f"{package.__name__}.{module.name}.config")
    return dict(_MODEL_CONFIGS)
