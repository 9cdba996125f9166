"""Preparation of a run: everything lands in the run folder, repeats byte by byte, and leaves nothing half-written."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.killed import left_by_a_killed_process
from tests.run_factory import new_run, read_dropped
from workbench.engine.core.config import RunConfig, build_config
from workbench.engine.core.errors import Cancelled, ConfigError, CorpusError, RunFailed, RunFolderError
from workbench.engine.core.types import Pair
from workbench.engine.corpora import editing, library
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.dataset.prepare import prepare
from workbench.engine.dataset.prepared import DATA, DROPPED, load_prepared, training_leaks
from workbench.engine.runs.folder import RunFolder
from workbench.engine.text.same_sentence import normalise

NOUNS = ["boat", "house", "tree", "river", "stone", "bird", "fish", "lamp", "road", "hill", "gate", "well"]
VERBS = ["sees", "likes", "paints", "moves", "finds", "keeps"]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


def write_corpus(folder: Path, count: int = 600, seed: int = 1, name: str = "train") -> tuple[Path, Path]:
    """English-like lines and a word-for-word upper-case 'translation'; many sentences occur in several pairs."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    lines = [
        f"the {draw.choice(NOUNS)} {draw.choice(VERBS)} a {draw.choice(NOUNS)} {draw.randint(1, 9)}"
        for _ in range(count)
    ]
    others = [line.upper() if draw.random() < 0.9 else line.upper() + " !" for line in lines]
    src, tgt = folder / f"{name}.en", folder / f"{name}.xx"
    src.write_text("\n".join(lines) + "\n", encoding="utf-8")
    tgt.write_text("\n".join(others) + "\n", encoding="utf-8")
    return src, tgt


def config_for(src: Path, tgt: Path, **sections: dict[str, Any]) -> RunConfig:
    values: dict[str, Any] = {"data": {"src": str(src), "tgt": str(tgt)}}
    for name, section in sections.items():
        values[name] = {**values.get(name, {}), **section}
    return build_config(values)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(f.relative_to(folder)): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def test_sources_are_stored_as_they_will_be_read_and_targets_as_they_are(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path)
    src.write_text(src.read_text().replace("the ", "The\u00a0").replace(" a ", " a\u200b ").replace("\n", ".\n"))
    tgt.write_text(tgt.read_text().replace("THE ", "THE\u00a0"))
    done = prepare(config_for(src, tgt, training={"subword_sampling": 0.1}), tmp_path / "run")
    sources = [done.tokenizers.source.decode(done.train.source(i)) for i in range(len(done.train))]
    targets = [done.tokenizers.target.decode(done.train.target(i)) for i in range(len(done.train))]
    assert not {"\u00a0", "\u200b"} & set("".join(sources))
    assert all("THE\u00a0" in text for text in targets)
    assert done.train_text is not None
    assert [done.train_text[i] for i in range(len(sources))] == sources
    profile = done.tokenizers.profile
    assert profile is not None
    assert (profile.final_stop, profile.begins_with_capital, profile.initial["The"]) == (".", True, len(sources))
    assert "tokenizer/source.json" in done.report["files"]


def test_everything_is_there_and_nothing_leaks(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path)
    done = prepare(config_for(src, tgt), tmp_path / "run")
    report = done.report["pairs"]
    assert report == {"read": 600, "train": len(done.train), "valid": len(done.valid), "test": len(done.test)}
    assert sum(done.report["cleaning"]["dropped"].values()) == 600 - len(done.train) - len(done.valid) - len(done.test)
    decode = done.tokenizers.source.decode
    train = {normalise(decode(done.train.source(i))) for i in range(len(done.train))}
    train |= {normalise(done.tokenizers.target.decode(done.train.target(i))) for i in range(len(done.train))}
    held_out = {normalise(text) for pair in done.valid + done.test for text in (pair.source, pair.target)}
    assert len(done.valid) >= 10 <= len(done.test)
    assert not train & held_out
    leaks = training_leaks(done.folder, done.valid + done.test)
    assert leaks is not None
    assert leaks.either == 0
    first = Pair(decode(done.train.source(0)), "nothing")
    assert training_leaks(done.folder, [first]).source == 1  # type: ignore[union-attr]
    assert done.config.tokenizer.vocab_size > 0
    assert "tokenizer.vocab_size" in done.explanations
    assert (done.config.data.source_lang, done.report["languages"]["source"]) == ("en", "en")
    assert not list((tmp_path / "run").rglob("*.tmp"))


def test_the_same_configuration_gives_the_same_bytes(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path)
    config = config_for(src, tgt, training={"subword_sampling": 0.2})
    prepare(config, tmp_path / "one")
    again = prepare(config, tmp_path / "two")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")
    assert again.train_text is not None
    assert normalise(again.train_text[5]) == normalise(again.tokenizers.source.decode(again.train.source(5)))
    # A run's own run.toml repeats it too.
    third = prepare(RunFolder(tmp_path / "one").config(), tmp_path / "three")
    assert third.report == again.report | {"explanations": {}}
    other = prepare(config_for(src, tgt, data={"src": str(src), "tgt": str(tgt), "split_seed": 2}), tmp_path / "four")
    assert [p.source for p in other.valid] != [p.source for p in again.valid]


def test_no_path_of_the_machine_is_kept_in_the_report(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path / "somewhere")
    report = prepare(config_for(src, tgt), tmp_path / "run").report
    assert "somewhere" not in json.dumps(report)
    files = report["corpora"][0]["files"]
    assert [f["name"] for f in files] == ["train.en", "train.xx"]
    digest = subprocess.run(["sha256sum", src], capture_output=True, text=True, check=True).stdout.split()[0]
    assert files[0]["sha256"] == digest


def test_own_validation_files_are_untouched_and_leaks_are_told(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path)
    valid_src, valid_tgt = tmp_path / "v.en", tmp_path / "v.xx"
    first = src.read_text(encoding="utf-8").splitlines()[0]
    valid_src.write_text(f"  {first.upper()}\n\nsame\nsame\n", encoding="utf-8")
    valid_tgt.write_text("A\n\nsame\nsame\n", encoding="utf-8")
    warnings: list[str] = []
    data = {"src": str(src), "tgt": str(tgt), "valid_src": str(valid_src), "valid_tgt": str(valid_tgt)}
    done = prepare(config_for(src, tgt, data=data), tmp_path / "run", on_warning=warnings.append)
    assert [(p.source, p.target) for p in done.valid] == [
        (f"  {first.upper()}", "A"),
        ("", ""),
        ("same", "same"),
        ("same", "same"),
    ]
    assert done.test == []
    assert done.report["leaks"]["valid"] == {"pairs": 4, "source": 1, "target": 0, "either": 1}
    assert len(warnings) == 1
    assert warnings[0].startswith("1 of 4 valid pairs")
    with_test = prepare(config_for(src, tgt, data={**data, "test_size": 20}), tmp_path / "run2")
    assert len(with_test.test) == 20


def test_pairs_too_long_for_training_are_counted_and_kept_aside(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path, 200)
    with src.open("a", encoding="utf-8") as one, tgt.open("a", encoding="utf-8") as other:
        one.write("boat " * 60 + "\n")
        other.write("BOAT\n")
    done = prepare(config_for(src, tgt, training={"max_tokens": 40}), tmp_path / "run")
    assert int(done.train.source_lengths.max()) <= 40
    cleaning = done.report["cleaning"]
    assert cleaning["dropped"]["too_many_pieces"] == 1
    assert cleaning["kept"] + sum(cleaning["dropped"].values()) == cleaning["read"] == 201
    reasons = dict(read_dropped(tmp_path / "run" / DATA / DROPPED))
    assert reasons["too_many_pieces"].where == "train.en:201"


@pytest.mark.parametrize("kind", ["unigram", "bpe", "char", "word"])
def test_separate_vocabularies_of_each_kind(tmp_path: Path, kind: str) -> None:
    src, tgt = write_corpus(tmp_path, 150)
    done = prepare(config_for(src, tgt, tokenizer={"kind": kind, "shared": False}), tmp_path / "run")
    assert not done.tokenizers.shared
    assert done.report["tokenizer"]["target_size"] == done.tokenizers.target.size
    assert done.tokenizers.target.decode(done.train.target(0)).startswith("THE ")


def test_resolve_sees_the_corpus_and_its_answer_is_used(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path)
    seen: list[CorpusStats] = []

    def resolve(config: RunConfig, stats: CorpusStats) -> tuple[RunConfig, dict[str, str]]:
        seen.append(stats)
        config.tokenizer.vocab_size = 300
        return config, {"tokenizer.vocab_size": "because"}

    done = prepare(config_for(src, tgt), tmp_path / "run", resolve=resolve)
    assert seen == [done.stats]
    assert done.stats.pairs == len(done.train)
    assert done.stats.same_script
    assert done.stats.distinct_words == done.stats.distinct_source_words + done.stats.distinct_target_words - 9
    assert (done.config.tokenizer.vocab_size, done.explanations) == (300, {"tokenizer.vocab_size": "because"})


@pytest.mark.parametrize("stop_at", ["Reading pairs", "Splitting", "Holding out", "Learning", "Encoding"])
def test_cancelling_leaves_nothing(tmp_path: Path, stop_at: str) -> None:
    src, tgt = write_corpus(tmp_path, 100)

    def progress(done: int, total: int, what: str) -> None:
        if what.startswith(stop_at):
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        prepare(config_for(src, tgt), tmp_path / "run", progress=progress)
    assert not (tmp_path / "run").exists()


def test_what_an_attempt_cut_short_left_is_thrown_away(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path, 100)
    run = new_run(tmp_path / "run", config_for(src, tgt))
    for folder in (left_by_a_killed_process(run.path / "preparing", folder=True), run.path / DATA):
        folder.mkdir(exist_ok=True)
        (folder / "rubbish").write_text("half")
    done = prepare(run.config(), run.path)
    assert not list(run.path.rglob("rubbish"))
    assert len(load_prepared(done.config, run.path).train) == len(done.train)


def test_a_prepared_run_is_only_loaded_and_damage_is_noticed(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path, 100)
    done = prepare(config_for(src, tgt), tmp_path / "run")
    src.unlink()
    again = prepare(done.config, tmp_path / "run")
    assert [again.train.source(i).tolist() for i in range(5)] == [done.train.source(i).tolist() for i in range(5)]
    store = tmp_path / "run" / DATA / "train.src.ids"
    data = bytearray(store.read_bytes())
    data[0] ^= 1
    store.write_bytes(data)
    with pytest.raises(RunFolderError, match=r"train\.src\.ids.*changed"):
        load_prepared(done.config, tmp_path / "run")
    store.unlink()
    with pytest.raises(RunFolderError, match="missing"):
        load_prepared(done.config, tmp_path / "run")


def test_clear_errors(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path, 20)
    empty = tmp_path / "empty.xx"
    empty.write_text("\n" * 20, encoding="utf-8")
    run = tmp_path / "run"
    with pytest.raises(CorpusError, match=r"no pair is left of 20 after cleaning \(empty 20\)"):
        prepare(config_for(src, empty), run)
    with pytest.raises(CorpusError, match=r"missing\.en: no such file"):
        prepare(config_for(tmp_path / "missing.en", tgt), run)
    with pytest.raises(ConfigError, match=r"data\.tgt is missing"):
        prepare(build_config({"data": {"src": str(src)}}), run)
    with pytest.raises(ConfigError, match="nothing to learn from"):
        prepare(RunConfig(), run)
    with pytest.raises(CorpusError, match="longer than 4 pieces"):
        prepare(config_for(src, tgt, training={"max_tokens": 4}, tokenizer={"kind": "char"}), run)
    assert not run.exists()


def test_a_full_disk_is_a_failed_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno

    from workbench.engine.dataset import prepare as module

    def full(*args: object, **kwargs: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    src, tgt = write_corpus(tmp_path, 50)
    monkeypatch.setattr(module, "write_hashes", full)
    with pytest.raises(RunFailed, match="the disk is full"):
        prepare(config_for(src, tgt), tmp_path / "run")
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("count", [1, 2, 5, 12])
def test_tiny_corpora(tmp_path: Path, count: int) -> None:
    folder = tmp_path / "tiny"
    folder.mkdir()
    (folder / "a.en").write_text("".join(f"sentence number {i}\n" for i in range(count)), encoding="utf-8")
    (folder / "a.fr").write_text("".join(f"phrase {i}\n" for i in range(count)), encoding="utf-8")
    done = prepare(config_for(folder / "a.en", folder / "a.fr"), tmp_path / "run")
    assert len(done.valid) == 1
    assert len(done.train) == max(1, count - 1)  # a single pair is trained on and validated with


def test_when_nothing_can_be_held_out_without_leaking_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.en").write_text("".join(f"question {i}\n" for i in range(100)), encoding="utf-8")
    (tmp_path / "a.fr").write_text("oui\n" * 100, encoding="utf-8")
    warnings: list[str] = []
    done = prepare(config_for(tmp_path / "a.en", tmp_path / "a.fr"), tmp_path / "run", on_warning=warnings.append)
    assert (len(done.train), done.test) == (100, [])
    assert any("without leaking" in w for w in warnings)
    # training pairs stand in, openly
    assert {p.target for p in done.valid} == {"oui"}
    assert any("100 training pairs stand in" in w for w in warnings)
    assert done.report["split"]["oversized_pairs"] == 100


def test_corpora_of_the_library_and_files_feed_one_run(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path, 120)
    table = tmp_path / "extra.tsv"
    table.write_text("".join(f"another line {i}\tANOTHER LINE {i}\r\n" for i in range(80)), encoding="utf-8")
    library.import_corpus([src, tgt], source_lang="en", target_lang="xx", name="mine")
    values = {"corpora": ["mine", str(table)], "source_lang": "en", "target_lang": "xx", "cleaning": "none"}
    done = prepare(build_config({"data": values}), tmp_path / "run")
    assert [(c["name"], c["pairs"]) for c in done.report["corpora"]] == [("mine", 120), ("extra.tsv", 80)]
    assert done.report["pairs"]["read"] == 200
    limited = prepare(build_config({"data": {**values, "max_pairs": 130}}), tmp_path / "run2")
    assert [c["pairs"] for c in limited.report["corpora"]] == [120, 10]
    reverse = prepare(build_config({"data": {"corpora": ["mine"], "source_lang": "xx"}}), tmp_path / "run3")
    assert reverse.valid[0].source.startswith("THE")
    assert reverse.report["languages"] == {"source": "xx", "target": "en"}


def test_a_corpus_with_its_own_splits_uses_them(tmp_path: Path) -> None:
    folder = tmp_path / "home" / "corpora" / "own"
    sizes = {"train": 80, "valid": 7, "test": 9}
    for number, (name, count) in enumerate(sizes.items()):
        write_corpus(folder, count, seed=number, name=name)
    splits = {name: {"src": f"{name}.en", "tgt": f"{name}.xx", "pairs": count} for name, count in sizes.items()}
    info = {"name": "own", "source_lang": "en", "target_lang": "xx", "splits": splits}
    (folder / "corpus.json").write_text(json.dumps(info), encoding="utf-8")
    done = prepare(build_config({"data": {"corpora": ["own"], "cleaning": "none"}}), tmp_path / "run")
    assert (len(done.train), len(done.valid), len(done.test)) == (80, 7, 9)
    assert done.report["valid"]["from"] == done.report["test"]["from"] == "corpus"
    assert done.valid[0].source == (folder / "valid.en").read_text(encoding="utf-8").splitlines()[0]


@pytest.mark.slow
def test_two_hundred_thousand_pairs_stay_small(tmp_path: Path) -> None:
    draw = np.random.default_rng(1)
    ids = draw.integers(0, 30_000, (200_000, 12))
    for suffix, start in (("en", "w"), ("xx", "v")):
        lines = (" ".join(f"{start}{i}" for i in row) for row in ids)
        (tmp_path / f"big.{suffix}").write_text("\n".join(lines) + "\n", encoding="utf-8")
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from workbench.engine.core.config import build_config\n"
        "from workbench.engine.dataset.prepare import prepare\n"
        "folder = Path(sys.argv[1])\n"
        "config = build_config({'data': {'src': str(folder / 'big.en'), 'tgt': str(folder / 'big.xx')}})\n"
        "assert len(prepare(config, folder / 'run').train) == 198_000\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    shown = subprocess.run([sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=True)
    assert int(shown.stdout) / (1024 if sys.platform == "linux" else 1024**2) < 900


def test_a_size_that_was_asked_for_and_cannot_be_had_is_told(tmp_path: Path) -> None:
    src, tgt = write_corpus(tmp_path, 100)
    warnings: list[str] = []
    done = prepare(config_for(src, tgt, tokenizer={"vocab_size": 20_000}), tmp_path / "run", on_warning=warnings.append)
    size = done.tokenizers.source.size
    assert warnings == [f"tokenizer.vocab_size is 20,000, but the text makes {size} pieces; these are used."]
    quiet: list[str] = []
    prepare(config_for(src, tgt), tmp_path / "other", on_warning=quiet.append)
    assert quiet == []


def test_a_renamed_and_edited_corpus_is_prepared_by_its_old_name_and_the_run_records_the_edits(tmp_path: Path) -> None:
    """A queue that waits names the corpus as it was; once prepared, a run needs the corpus no more."""
    library.import_corpus(write_corpus(tmp_path / "c", 200), source_lang="en", target_lang="xx", name="old")
    editing.leave_out("old", [1, 2, 3])
    editing.replace("old", 4, "a quite unusual sentence", "NOBODY WROTE THIS BEFORE")
    library.rename_corpus("old", "new")
    config = build_config({"data": {"corpora": ["old"]}, "tokenizer": {"kind": "char"}})
    prepare(config, tmp_path / "run")
    (corpus,) = json.loads((tmp_path / "run" / "corpus.json").read_text())["corpora"]
    assert (corpus["pairs"], corpus["edits"]["left_out"], corpus["edits"]["replaced"]) == (197, 3, 1)
    assert corpus["edits"]["sha256"] == library.find_corpus("new").edits.sha256
    seen = training_leaks(tmp_path / "run", [Pair("A quite unusual sentence", "x")])
    held_out = "".join((tmp_path / "run" / DATA / f"{part}.src").read_text() for part in ("valid", "test"))
    assert seen is not None
    assert seen.either == 1 or "a quite unusual sentence" in held_out
    library.delete_corpus("new")
    assert load_prepared(config, tmp_path / "run") is not None
    with pytest.raises(CorpusError, match="no corpus and no file is called 'old'"):
        prepare(config, tmp_path / "another")
