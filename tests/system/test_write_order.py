"""What a power cut may find: every name is given after what it names is on the disk, and the naming is flushed too."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.system.tasks import LETTERS, copy_lines, copy_task, tiny_config, write_lines
from workbench.cli.main import main
from workbench.engine.core.config import SearchConfig, to_toml
from workbench.engine.search.file_translation import FileJob, ModelChoice, Pause, translate_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="folders cannot be flushed there")


class Disk:
    """Records what is flushed and what is renamed below a folder, and what is wrong with the order."""

    def __init__(self, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self.wrong, self.renamed = root, list[str](), list[Path]()
        self._flushed: dict[int, int] = {}
        self._unflushed_folders: dict[int, Path] = {}
        self._fsync, self._replace, self._rename = os.fsync, os.replace, os.rename
        monkeypatch.setattr(os, "fsync", self.fsync)
        monkeypatch.setattr(os, "replace", self.replace)
        monkeypatch.setattr(os, "rename", self.rename)

    def fsync(self, descriptor: int) -> None:
        self._fsync(descriptor)
        status = os.fstat(descriptor)
        self._flushed[status.st_ino] = status.st_mtime_ns
        self._unflushed_folders.pop(status.st_ino, None)

    def replace(self, source: Any, target: Any, **more: Any) -> None:
        self._check(Path(source), Path(target))
        self._replace(source, target, **more)

    def rename(self, source: Any, target: Any, **more: Any) -> None:
        self._check(Path(source), Path(target))
        self._rename(source, target, **more)

    def _check(self, source: Path, target: Path) -> None:
        # a name that ends so is on its way out
        if not target.is_relative_to(self.root) or target.name.endswith(".tmp"):
            return
        for path in [source, *(source.rglob("*") if source.is_dir() else ())]:
            status = path.stat()
            if self._flushed.get(status.st_ino) != status.st_mtime_ns:
                self.wrong.append(f"{target}: {path.name} was not flushed since it was written")
        self.renamed.append(target)
        self._unflushed_folders[target.parent.stat().st_ino] = target

    def finish(self, *expected: str) -> None:
        """Check that nothing was wrong, and that these were renamed."""
        for target in self._unflushed_folders.values():
            # what was renamed within a folder that was renamed itself is flushed with that
            if target.exists():
                self.wrong.append(f"{target}: its folder was not flushed after it got its name")
        assert not self.wrong
        names = {path.name for path in self.renamed}
        assert names >= set(expected), names
        self.renamed.clear()


def test_everything_is_flushed_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    home.mkdir()
    out.mkdir()
    monkeypatch.setenv("WORKBENCH_HOME", str(home))
    config = tiny_config(
        copy_task(tmp_path, train=120, held_out=10, lengths=(3, 6), letters=LETTERS),
        {
            "tokenizer": {"kind": "bpe", "vocab_size": 60},
            "model": {"hidden": 16, "embedding": 16},
            "training": {
                "max_steps": 12,
                "batch_tokens": 100,
                "validate_steps": 4,
                "validate_pairs": 4,
                "snapshots": 1,
            },
        },
    )
    (tmp_path / "small.toml").write_text(to_toml(config), encoding="utf-8")
    lines = write_lines(tmp_path / "in.txt", copy_lines(30, (3, 6), 5))
    run = home / "checkpoints/r"
    disk = Disk(tmp_path, monkeypatch)

    def does(*arguments: object) -> None:
        assert main(list(map(str, arguments))) == 0

    does("train", tmp_path / "small.toml", "--run-dir", run)
    # the snapshot was written anew, without its training state
    steps = {"step-00000004", "step-00000008", "step-00000012"}
    disk.finish("run.toml", "data", "tokenizer", "corpus.json", "best.json", "state.json", "model.safetensors", *steps)
    does("corpus", "import", tmp_path / "train.txt", lines.with_name("train.txt"), "--name", "c")
    disk.finish("c")
    does("corpus", "export", "c", "-o", out / "pairs")
    disk.finish("pairs.src", "pairs.tgt")
    does("corpus", "split", "c", "-o", out / "parts", "--valid", 5, "--test", 5)
    disk.finish("parts", "train.src", "split.json")
    does("translate", run, "--input", lines, "--output", out / "translated.txt", "--threads", 1)
    disk.finish("translated.txt")
    does("runs", "export", run, "-o", out / "r.run.zip", "--with-state")
    disk.finish("r.run.zip")
    does("runs", "import", out / "r.run.zip")
    disk.finish("r-2")
    job = FileJob(lines, out / "by_window.txt", ModelChoice(run, "best", "cpu"), SearchConfig(beam=1))
    assert translate_file(job, Pause(), lambda done, total, what: None, lambda: None).complete
    disk.finish("by_window.txt")
