"""Files of another version: older ones are opened or refused, newer ones refused, with the reason."""

from __future__ import annotations

import json
import platform
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from tests.cases.breaking_runs import config, step
from workbench import __version__
from workbench.engine.core.errors import InputError
from workbench.engine.core.events import RunStarted
from workbench.engine.corpora.library import find_corpus, import_corpus
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.opening import open_translator
from workbench.engine.training.session import train

pytestmark = pytest.mark.usefixtures("home")


def go_on(run: Path) -> None:
    train(RunFolder(run).config(), run, resume=True)


def translate(run: Path) -> None:
    open_translator(RunFolder(run), device="cpu", threads=1)


@pytest.mark.parametrize(
    ("file", "use"),
    [
        ("corpus.json", go_on),
        ("data/train.json", go_on),
        ("step-00000008/state.json", translate),
    ],
)
@pytest.mark.parametrize("found", [2, "x" * 5000, None])
def test_a_run_of_another_format_is_refused_with_the_reason(
    half: Path, file: str, use: Callable[[Path], None], found: object
) -> None:
    shutil.rmtree(step(half, 4))
    record = json.loads((half / file).read_text())
    assert record["format"] == 1
    (half / file).write_text(json.dumps(record | {"format": found}))
    if file == "data/train.json":  # its hash stands in the report; the format is to be looked at all the same
        report = json.loads((half / "corpus.json").read_text())
        del report["files"][file]
        (half / "corpus.json").write_text(json.dumps(report))
    with pytest.raises(InputError) as told:
        use(half)
    assert str(told.value) == (
        f"{half / file}: was written in format {str(found)[:20]}, this program reads 1."
        " Open it with the version that wrote it."
    )


def test_a_corpus_of_another_format_is_refused_and_one_without_a_number_opened(corpus: Path) -> None:
    info = import_corpus([corpus / "train.src", corpus / "train.tgt"], name="c")
    record = json.loads((info.folder / "corpus.json").read_text())
    (info.folder / "corpus.json").write_text(json.dumps(record | {"format": 2}))
    with pytest.raises(InputError, match="was written in format 2, this program reads 1"):
        find_corpus("c")
    del record["format"]
    (info.folder / "corpus.json").write_text(json.dumps(record))
    assert find_corpus("c").pairs == 200


def test_the_journal_says_with_which_versions_a_run_was_trained(corpus: Path, tmp_path: Path) -> None:
    train(config(corpus, training={"max_steps": 1}), tmp_path / "run")
    (started,) = [e for e in RunFolder(tmp_path / "run").events() if isinstance(e, RunStarted)]
    versions = started.versions
    assert (versions["workbench"], versions["python"]) == (__version__, platform.python_version())
    assert torch.__version__.startswith(versions["torch"].partition("+")[0])
    assert {"numpy", "sentencepiece", "sacrebleu"} <= versions.keys()
