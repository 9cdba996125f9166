"""Test sets at hand for a run, and the results kept beside it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.run_factory import make_run
from workbench.engine.core.errors import CorpusError, InputError
from workbench.engine.core.types import Pair, no_progress
from workbench.engine.corpora import library
from workbench.engine.evaluation import test_runs as run_test
from workbench.engine.evaluation.test_sets import (
    HELD_OUT,
    EvalSet,
    eval_sets,
    forget_result,
    from_files,
    load_sentences,
    own_test,
    read_eval_set,
    save_result,
)
from workbench.engine.runs import folder as runs


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(library, "builtin_root", lambda: tmp_path / "builtin")


def make_corpus(root: Path, name: str, langs: tuple[str, str], **splits: tuple[str, str, str]) -> None:
    """A built-in corpus; each split is source text, target text, gold links."""
    folder = root / "builtin" / name
    folder.mkdir(parents=True)
    described = {}
    for split, texts in splits.items():
        entry: dict[str, Any] = {"src": f"{split}.s", "tgt": f"{split}.t", "pairs": texts[0].count("\n")}
        for kind, text in zip("sta", texts, strict=True):
            if text:
                (folder / f"{split}.{kind}").write_text(text)
        if texts[2]:
            entry["align"] = f"{split}.a"
        described[split] = entry
    record = {"name": name, "title": name.title(), "splits": described}
    record |= {"source_lang": langs[0], "target_lang": langs[1]}
    (folder / "corpus.json").write_text(json.dumps(record))


PAIR = ("a b\nc\n", "x y\nz\n", "0-1 1?0\n0-0\n")


def test_sets_at_hand(tmp_path: Path) -> None:
    make_corpus(tmp_path, "news", ("en", "fr"), train=PAIR, valid=PAIR, test=PAIR, unseen=PAIR)
    make_corpus(tmp_path, "other", ("fr", "en"), train=PAIR)
    make_corpus(tmp_path, "third", ("en", "de"), train=PAIR)
    run = make_run()  # en to fr, trained on news
    assert own_test(run).key == "news:test"
    assert [s.key for s in eval_sets(run)] == ["news:test", "news:unseen", "other:train"]
    (run.path / "data").mkdir()
    (run.path / "data" / "test.src").write_text("a\n")
    (run.path / "data" / "test.tgt").write_text("x\n")
    assert [s.key for s in eval_sets(run)] == [HELD_OUT, "news:test", "news:unseen", "other:train"]
    assert own_test(run).key == HELD_OUT
    (run.path / runs.CORPUS).write_text(json.dumps({"test": {"from": "corpus"}, "pairs": {"test": 1}}))
    assert eval_sets(run)[0].key == "news:test"  # the same pairs, with gold links


def test_what_was_learnt_from_is_no_test_set_under_another_name_either() -> None:
    """The run learnt from "news"; neither its new name nor a corpus merged from it is sentences it has not seen."""
    record = {"title": "", "source_lang": "en", "target_lang": "fr", "files": []}
    library._store({**record, "name": "news"}, [Pair("a", "b")], no_progress)
    run = make_run()
    library.rename_corpus("news", "papers")
    library._store({**record, "name": "both", "merged_from": ["news", "x"]}, [Pair("a", "b")], no_progress)
    library._store({**record, "name": "apart"}, [Pair("c", "d")], no_progress)
    assert [s.key for s in eval_sets(run)] == ["apart:train"]


def test_reading_follows_the_run_s_direction(tmp_path: Path) -> None:
    make_corpus(tmp_path, "other", ("fr", "en"), test=PAIR)
    run = make_run()
    with pytest.raises(InputError, match="no held-out pairs"):
        own_test(run)  # what it did not train on is not its own
    found = eval_sets(run)[0]
    assert [(p.source, p.target) for p in read_eval_set(run, found)] == [("x y", "a b"), ("z", "c")]
    assert len(read_eval_set(run, found, limit=1)) == 1
    links = run_test._read_gold(run.config().data, found, 2, 0)
    assert links is not None
    assert (links[0].sure, links[0].possible) == ({(1, 0)}, {(0, 1)})
    with pytest.raises(InputError, match="2 lines for 3 sentences"):
        run_test._read_gold(run.config().data, found, 3, 0)


def test_own_files(tmp_path: Path) -> None:
    (tmp_path / "t.en").write_text("one\ntwo\n")
    (tmp_path / "t.fr").write_text("un\ndeux\n")
    run = make_run()
    own = from_files(tmp_path / "t.en", tmp_path / "t.fr")
    assert [p.target for p in read_eval_set(run, own)] == ["un", "deux"]
    (tmp_path / "t.fr").write_text("un\n")
    with pytest.raises(CorpusError):
        read_eval_set(run, own)
    with pytest.raises(InputError, match="neither"):
        read_eval_set(run, EvalSet("x"))


def test_results_are_kept_newest_last_and_forgotten() -> None:
    run = make_run()
    save_result(run, "a:test", {"bleu": {"score": 1.0}}, [{"source": "x"}])
    save_result(run, "b:test", {"bleu": {"score": 2.0}}, [])
    save_result(run, "a:test", {"bleu": {"score": 3.0}}, [{"source": "y"}])
    assert list(run.scores()) == ["b:test", "a:test"]
    assert run.scores()["a:test"] == {"bleu": {"score": 3.0}}
    assert load_sentences(run, "a:test") == [{"source": "y"}]
    forget_result(run, "a:test")
    assert list(run.scores()) == ["b:test"]
    assert load_sentences(run, "a:test") == []
    (run.path / runs.SCORES).write_text("{")  # cut off by a power cut
    save_result(run, "c", {}, [])
    assert list(run.scores()) == ["c"]
