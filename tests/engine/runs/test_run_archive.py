"""A run as one file: what goes, what stays at home, and which files are refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.run_factory import add_checkpoint, journal, make_run, validated
from workbench.engine.core import paths
from workbench.engine.core.errors import Cancelled, InputError, RunFolderError
from workbench.engine.core.events import SampleTranslated, Warned
from workbench.engine.runs import archive as run_archive
from workbench.engine.runs import folder as runs


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")


@pytest.fixture
def run(tmp_path: Path) -> runs.RunFolder:
    run = make_run()
    config = run.config()
    config.data.src = str(tmp_path / "secret" / "mine.en")
    config.data.corpora = [str(tmp_path / "secret" / "memory.tmx"), "news"]
    run.write_config(config)
    (run.path / runs.CORPUS).write_text(
        json.dumps(
            {
                "files": [{"path": str(tmp_path / "secret" / "mine.en"), "pairs": 3}],
                "warning": f"{tmp_path}/home/x.tmx:3: cut",
                "windows": {"path": "C:\\Users\\ada\\mine.fr"},
                "examples": ["/ is a slash", "/"],
            }
        )
    )
    journal(
        run,
        validated(10, 20.0, best=True),
        Warned(time=0, code="x", message=f"cannot read {tmp_path}/home/corpora/x"),
        SampleTranslated(time=0, index=0, source="/tmp/a", reference="/tmp/b", translation="/"),
    )
    (run.path / "tokenizer").mkdir()
    (run.path / "tokenizer" / "vocab.json").write_text('["/", "/tmp"]')
    (run.path / "data").mkdir()
    (run.path / "data" / "train.bin").write_bytes(b"private")
    add_checkpoint(run, 10)
    return run


def read_all(archive: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(archive) as handle:
        return {n: handle.read(n) for n in handle.namelist()}


def test_export_leaves_data_state_and_paths_at_home(run: runs.RunFolder, tmp_path: Path) -> None:
    target = tmp_path / "demo.run.zip"
    run_archive.export_run(run, target)
    members = read_all(target)
    assert sorted(members) == [
        "demo/corpus.json",
        "demo/events.jsonl",
        "demo/run.toml",
        "demo/step-00000010/model.safetensors",
        "demo/step-00000010/state.json",
        "demo/tokenizer/vocab.json",
    ]
    for name in ("demo/run.toml", "demo/corpus.json", "demo/events.jsonl"):
        assert str(tmp_path).encode() not in members[name], name
        assert b"Users" not in members[name]
    corpus = json.loads(members["demo/corpus.json"])
    assert corpus["files"] == [{"path": "mine.en", "pairs": 3}]
    assert corpus["windows"] == {"path": "mine.fr"}
    assert corpus["examples"] == ["/ is a slash", "/"]  # sentences are no paths
    assert members["demo/tokenizer/vocab.json"] == b'["/", "/tmp"]'
    sample = json.loads(members["demo/events.jsonl"].splitlines()[-1])
    assert (sample["source"], sample["translation"]) == ("/tmp/a", "/")
    assert b"# Plain text" in members["demo/run.toml"]  # comments of the configuration stay


def test_round_trip_keeps_the_run_and_takes_a_free_name(run: runs.RunFolder, tmp_path: Path) -> None:
    target = tmp_path / "x.run.zip"
    run_archive.export_run(run, target, with_state=True)
    copy = run_archive.import_run(target)
    assert copy.name == "demo-2"
    assert copy.config().data.src == "mine.en"
    assert copy.config().data.corpora == ["memory.tmx", "news"]
    assert copy.config().training == run.config().training
    assert [(c.step, c.resumable) for c in copy.checkpoints()] == [(10, True)]
    assert len(copy.events()) == len(run.events())
    assert not [p for p in paths.runs_root().iterdir() if p.name.startswith(".")]


def test_cancelled_export_and_import_leave_nothing(run: runs.RunFolder, tmp_path: Path) -> None:
    def cancel(done: int, total: int, what: str) -> None:
        if done == 2:
            raise Cancelled("cancelled")

    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(Cancelled):
        run_archive.export_run(run, out / "x.run.zip", progress=cancel)
    assert list(out.iterdir()) == []
    run_archive.export_run(run, out / "x.run.zip")
    with pytest.raises(Cancelled):
        run_archive.import_run(out / "x.run.zip", progress=cancel)
    assert [p.name for p in paths.runs_root().iterdir()] == ["demo"]


@pytest.mark.parametrize(
    ("members", "message"),
    [
        ({"demo/run.toml": "", "demo/../../evil": "x"}, "outside its folder"),
        ({"demo/run.toml": "", "/etc/evil": "x"}, "outside its folder"),
        ({"demo/run.toml": "", "demo\\..\\evil": "x"}, "outside its folder"),
        ({"./run.toml": ""}, "outside its folder"),
        ({"demo/other.txt": ""}, "holds no run"),
        ({"a/run.toml": "", "b/run.toml": ""}, "holds no run"),
        ({"demo/run.toml": "[data]\nnonsense = 1\n"}, "nonsense"),
        ({"demo/run.toml": "= ="}, "TOML"),
    ],
)
def test_bad_archives_are_refused_and_write_nothing(members: dict[str, str], message: str, tmp_path: Path) -> None:
    archive = tmp_path / "bad.zip"
    with zipfile.ZipFile(archive, "w") as handle:
        for name, text in members.items():
            handle.writestr(zipfile.ZipInfo(name), text)
    with pytest.raises(InputError, match=message):
        run_archive.import_run(archive)
    assert not paths.runs_root().exists() or list(paths.runs_root().iterdir()) == []
    assert not (tmp_path / "evil").exists()


def test_truncated_and_missing_archives(run: runs.RunFolder, tmp_path: Path) -> None:
    good = tmp_path / "good.zip"
    run_archive.export_run(run, good)
    data = good.read_bytes()
    for cut in (0, 10, len(data) // 2, len(data) - 5):
        (tmp_path / "cut.zip").write_bytes(data[:cut])
        with pytest.raises(RunFolderError, match=r"cut\.zip"):
            run_archive.import_run(tmp_path / "cut.zip")
    spoiled = bytearray(data)
    spoiled[60:90] = bytes(30)
    (tmp_path / "cut.zip").write_bytes(spoiled)
    with pytest.raises(RunFolderError, match=r"cut\.zip"):
        run_archive.import_run(tmp_path / "cut.zip")
    with pytest.raises(RunFolderError, match="no such file"):
        run_archive.import_run(tmp_path / "none.zip")
    assert [p.name for p in paths.runs_root().iterdir()] == ["demo"]


def test_unwritable_target_is_named(run: runs.RunFolder, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no-such-folder"):
        run_archive.export_run(run, tmp_path / "no-such-folder" / "x.zip")


@pytest.mark.parametrize(
    "name", ["demo/nul.json", "demo/C:evil", "demo/a\x1bb", "demo/RUN.toml", "demo/end.", "demo//x"]
)
def test_names_that_some_system_cannot_hold_and_members_twice_are_refused(name: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "bad.zip", "w") as handle:
        handle.writestr("demo/run.toml", "")
        handle.writestr(zipfile.ZipInfo(name), "x")
    with pytest.raises(RunFolderError, match="outside its folder"):
        run_archive.import_run(tmp_path / "bad.zip")


def test_links_and_bombs_are_refused_and_paths_are_forgotten(tmp_path: Path) -> None:
    link = zipfile.ZipInfo("demo/notes.json")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "link.zip", "w") as handle:
        handle.writestr("demo/run.toml", "")
        handle.writestr(link, "/etc/passwd")
    with pytest.raises(RunFolderError, match="a link"):
        run_archive.import_run(tmp_path / "link.zip")
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as handle:
        handle.writestr("demo/run.toml", "")
        handle.writestr("demo/events.jsonl", bytes(200_000_000))
    with pytest.raises(RunFolderError, match="would unpack to 200 MB"):
        run_archive.import_run(tmp_path / "bomb.zip")
    with zipfile.ZipFile(tmp_path / "good.zip", "w") as handle:
        text = (
            '[data]\nsrc = "/etc/passwd"\ncorpora = ["../x/y.tmx", "news"]\n[model]\nsource_vectors = "C:\\\\v.txt"\n'
        )
        handle.writestr("demo/run.toml", text)
    config = run_archive.import_run(tmp_path / "good.zip").config()
    assert (config.data.src, config.data.corpora, config.model.vector_files) == (
        "passwd",
        ["y.tmx", "news"],
        {"source": "v.txt"},
    )


def test_a_member_without_a_name_is_refused(run: runs.RunFolder, tmp_path: Path) -> None:
    packed = tmp_path / "x.zip"
    run_archive.export_run(run, packed)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("@", "no name")
    data = packed.read_bytes()
    (tmp_path / "unnamed.zip").write_bytes(
        data[:-2000] + data[-2000:].replace(b"@", b"\0")
    )  # a name ends at a zero byte
    with pytest.raises(RunFolderError, match="outside its folder"):
        run_archive.import_run(tmp_path / "unnamed.zip")
