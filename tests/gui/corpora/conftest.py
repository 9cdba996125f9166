"""The corpora pane over a library with one small built-in corpus."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.panes import made_panes
from workbench.engine.corpora import library
from workbench.gui.corpora.corpus_pane import CorpusPane
from workbench.gui.state.context import AppContext


@pytest.fixture(autouse=True)
def _small_builtin_corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "builtin" / "little"
    folder.mkdir(parents=True)
    pairs = {
        "train": [(f"the {n} cats", f"les {n} chats") for n in range(100)],
        "test": [("the 7 cats", "les sept chats"), ("a dog", "un chien")],
    }
    record: dict[str, Any] = {"name": "little", "title": "Little corpus", "source_lang": "en", "target_lang": "fr"}
    record["splits"] = {}
    for split, rows in pairs.items():
        (folder / f"{split}.en").write_text("".join(f"{s}\n" for s, _ in rows))
        (folder / f"{split}.fr").write_text("".join(f"{t}\n" for _, t in rows))
        record["splits"][split] = {"src": f"{split}.en", "tgt": f"{split}.fr", "pairs": len(rows)}
    (folder / "corpus.json").write_text(json.dumps(record))
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "builtin")


@pytest.fixture
def make_pane(qtbot: Any, context: AppContext) -> Iterator[Callable[[], CorpusPane]]:
    yield from made_panes(qtbot, context, CorpusPane)
