"""Runs that stop, move or break: a full disk, a damaged checkpoint, two trainers at once, sentences like markup."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file

from workbench.cli.main import main
from workbench.engine.core import files, paths
from workbench.engine.core.config import RunConfig, build_config, merge
from workbench.engine.core.errors import RunFailed, RunFolderError
from workbench.engine.core.events import Event, RunResumed, StepLogged, Warned
from workbench.engine.runs import archive as run_archive
from workbench.engine.runs import folder as runs
from workbench.engine.runs.folder import STATE, TRAINING_STATE, WEIGHTS, RunFolder
from workbench.engine.training.control import TrainingControl
from workbench.engine.training.saving import checkpoint as checkpoint_module
from workbench.engine.training.saving import space
from workbench.engine.training.session import train

WORDS = ["nul", "ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"]


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """Numbers and their German digits; 200 to train on, 12 to validate with."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, numbers in (("train", range(200, 400)), ("valid", range(700, 712))):
        write_side(folder / f"{name}.src", [str(n) for n in numbers])
        write_side(folder / f"{name}.tgt", [" ".join(WORDS[int(d)] for d in str(n)) for n in numbers])
    return folder


def write_side(path: Path, lines: list[str]) -> None:
    path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")


def config(corpus: Path, **extra: Any) -> RunConfig:
    base = {
        "data": {f: str(corpus / f.replace("_", ".")) for f in ("valid_src", "valid_tgt")}
        | {"src": str(corpus / "train.src"), "tgt": str(corpus / "train.tgt")},
        "model": {"embedding": 8, "hidden": 12},
        "training": {
            "max_steps": 12,
            "batch_tokens": 150,
            "validate_steps": 4,
            "log_steps": 2,
            "warmup_steps": 4,
            "samples": 2,
            "validate_pairs": 4,
        },
        "runtime": {"threads": 1, "precision": "fp32", "device": "cpu"},
    }
    return build_config(merge(base, extra))


def arguments(corpus: Path, run: Path, *more: str) -> list[str]:
    """A command line for the same training; ``more`` wins over its settings."""
    given = {a.partition("=")[0] for a in more}
    settings = [
        "model.embedding=8",
        "model.hidden=12",
        "training.max_steps=8",
        "training.batch_tokens=150",
        "training.validate_steps=4",
        "training.log_steps=2",
        "training.warmup_steps=4",
        "training.samples=2",
        "training.validate_pairs=4",
        "runtime.threads=1",
        "runtime.precision=fp32",
    ]
    sides = [
        f"--{s.replace('.', '-')}={corpus / name}"
        for s, name in (
            ("src", "train.src"),
            ("tgt", "train.tgt"),
            ("valid.src", "valid.src"),
            ("valid.tgt", "valid.tgt"),
        )
    ]
    chosen = [s for s in settings if s.partition("=")[0] not in given]
    return ["train", *sides, *[a for s in chosen for a in ("--set", s)], "--device", "cpu", f"--run-dir={run}", *more]


def last_state(run: Path) -> dict[str, Any]:
    return dict(load_file(RunFolder(run).checkpoint("last").path / TRAINING_STATE))


def assert_same(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert one.keys() == other.keys()
    assert [name for name in one if not one[name].equal(other[name])] == []


def step(run: Path, number: int) -> Path:
    return run / f"step-{number:08d}"


# sentences and names are no markup, and who listens ends no run ------------------------------------------------------

MARKUP = ["[/url] wer", "[bold]fett[/bold] :smile:", "[link=file:///x]y[/link]", "a\x1b[2Jb\x07 \x9b31m", "\\", "[red"]


def test_sentences_like_markup_and_escapes_are_shown_as_they_are(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    write_side(corpus / "valid.src", MARKUP + [str(n) for n in range(700, 706)])
    for number, sentence in enumerate(MARKUP):
        lines = [sentence, *[s for s in MARKUP if s != sentence], *map(str, range(700, 706))]
        write_side(corpus / "valid.src", lines)
        if number:  # the first one that is followed is printed; one training is enough for the others
            break
        assert main(arguments(corpus, tmp_path / "run [i]")) == 0
    told = capfd.readouterr().err
    assert "[/url] wer" in told
    assert "run [i] on CPU" in told
    assert "\x1b" not in told
    assert RunFolder(tmp_path / "run [i]").checkpoint("last").step == 8


@pytest.mark.parametrize("sentence", MARKUP)
def test_the_console_prints_any_text(sentence: str, capfd: pytest.CaptureFixture[str]) -> None:
    from workbench.cli.console import ConsoleSink
    from workbench.cli.terminal import visible
    from workbench.engine.core.events import RunFinished, RunStarted, SampleTranslated, StateChanged

    sink = ConsoleSink()
    sink.put(
        RunStarted(
            time=0,
            run=sentence,
            device=sentence,
            parameters=1,
            train_pairs=1,
            valid_pairs=1,
            explanations={"x": sentence},
        )
    )
    sink.put(StateChanged(time=0, state="preparing", detail=sentence))
    sink.put(SampleTranslated(time=0, index=0, source=sentence, reference="", translation=sentence))
    sink.put(Warned(time=0, code="x", message=sentence))
    sink.put(RunFinished(time=0, status="stopped", reason=sentence))
    sink.close()
    told = capfd.readouterr().err
    assert told.count(visible(sentence)) == 7
    assert not {"\x1b", "\x07", "\x9b"} & set(told)


def test_control_characters_are_shown_not_sent() -> None:
    from workbench.cli.terminal import visible

    assert visible("a\x1b[31mb\x07\x9b1m\x7f\u2028c\nd\udc80") == "a␛[31mb␇\\x9b1m␡ c d\\udc80"
    assert visible("Grüße, שלום → 你好") == "Grüße, שלום → 你好"


def test_a_sink_that_fails_is_left_out_and_told_of(corpus: Path, tmp_path: Path) -> None:
    class Broken:
        put_calls = 0

        def put(self, event: Any) -> None:
            self.put_calls += 1
            if isinstance(event, StepLogged):
                raise ZeroDivisionError("oh")

        def close(self) -> None:
            raise OSError("cannot close either")

    broken = Broken()
    assert train(config(corpus), tmp_path / "run", sinks=[broken]).status == "completed"
    story = RunFolder(tmp_path / "run").events()
    warned = [e for e in story if isinstance(e, Warned)]
    assert [w.code for w in warned] == ["sink_failed"]
    assert "Broken" in warned[0].message
    assert "ZeroDivisionError: oh" in warned[0].message
    assert broken.put_calls < len(story)
    assert RunFolder(tmp_path / "run").checkpoint("last").step == 12


@pytest.mark.skipif(sys.platform == "win32", reason="needs a shell")
def test_a_reader_that_goes_away_does_not_end_the_run(corpus: Path, tmp_path: Path) -> None:
    line = [sys.executable, "-m", "workbench", *arguments(corpus, tmp_path / "run", "--json")]
    with subprocess.Popen(line, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert json.loads(process.stdout.readline())["event"] == "StateChanged"
        process.stdout.close()
        assert process.stderr is not None
        complaints = process.stderr.read()
        assert process.wait(timeout=120) == 0, complaints
    assert "Broken" not in complaints
    assert RunFolder(tmp_path / "run").checkpoint("last").step == 8


# a damaged checkpoint ------------------------------------------------------------------------------------------------


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def empty(path: Path) -> None:
    path.write_bytes(b"")


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[-5] ^= 1
    path.write_bytes(data)


class Stopper:
    """Asks a run to stop after so many steps."""

    def __init__(self, control: TrainingControl, step: int) -> None:
        self._control, self._step = control, step

    def put(self, event: Event) -> None:
        if isinstance(event, StepLogged) and event.step == self._step:
            self._control.request_stop()

    def close(self) -> None:
        pass


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two runs: one whole of 12 steps, one of 8 with a checkpoint at 4 that can be resumed as well."""
    root = tmp_path_factory.mktemp("trained")
    texts = root / "texts"
    texts.mkdir()
    for name, numbers in (("train", range(200, 400)), ("valid", range(700, 712))):
        write_side(texts / f"{name}.src", [str(n) for n in numbers])
        write_side(texts / f"{name}.tgt", [" ".join(WORDS[int(d)] for d in str(n)) for n in numbers])
    train(config(texts), root / "whole")
    kept = checkpoint_module.tidy
    checkpoint_module.tidy = lambda *_: None  # type: ignore[assignment]
    try:
        train(config(texts), root / "half", sinks=[Stopper(control := TrainingControl(), 8)], control=control)
    finally:
        checkpoint_module.tidy = kept
    return root


@pytest.fixture
def half(trained: Path, tmp_path: Path) -> Path:
    shutil.copytree(trained / "half", tmp_path / "half")
    return tmp_path / "half"


@pytest.mark.parametrize(
    ("file", "damage"),
    [
        (TRAINING_STATE, cut),
        (WEIGHTS, empty),
        (STATE, empty),
        (STATE, cut),
        (TRAINING_STATE, flip),
        (WEIGHTS, flip),
        (WEIGHTS, Path.unlink),
        (STATE, Path.unlink),
        (TRAINING_STATE, Path.unlink),
    ],
)
def test_resume_goes_on_from_the_newest_whole_checkpoint(trained: Path, half: Path, file: str, damage: Any) -> None:
    damage(step(half, 8) / file)
    train(RunFolder(half).config(), half, resume=True)
    story = list(RunFolder(half).raw_events())
    warned = [e for e in story if isinstance(e, Warned)]
    assert [w.code for w in warned] == ["checkpoint_damaged"]
    assert "step-00000008 is damaged" in warned[0].message
    assert "goes on from step 4" in warned[0].message
    assert [e.step for e in story if isinstance(e, RunResumed)] == [4]
    assert [e.step for e in RunFolder(half).events() if isinstance(e, StepLogged)] == [2, 4, 6, 8, 10, 12]
    assert (half / "damaged-step-00000008").is_dir()  # put aside, not deleted
    assert_same(last_state(half), last_state(trained / "whole"))


def test_checkpoints_of_older_versions_are_checked_by_their_structure(half: Path) -> None:
    for number in (4, 8):
        record = json.loads((step(half, number) / STATE).read_text())
        del record["files"]
        (step(half, number) / STATE).write_text(json.dumps(record))
    cut(step(half, 8) / TRAINING_STATE)
    longer = merge(RunFolder(half).config().model_dump(), {"training": {"max_steps": 10}})
    train(build_config(longer), half, resume=True)
    assert [e.step for e in RunFolder(half).raw_events() if isinstance(e, RunResumed)] == [4]


def test_no_whole_checkpoint_is_one_line(half: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for number in (4, 8):
        cut(step(half, number) / WEIGHTS)
    before = sorted(p.name for p in half.iterdir())
    assert main(["train", "--resume", "--run-dir", str(half), "--set", "training.max_steps=12"]) == 2
    told = capfd.readouterr().err.strip().splitlines()
    assert "none of its checkpoints can be read: step-00000008 is damaged (model.safetensors has " in told[-1]
    assert "from a backup" in told[-1]
    assert sorted(p.name for p in half.iterdir()) == before
    assert main(["translate", str(half), "--device", "cpu", "--input", os.devnull]) == 2
    assert "none of its checkpoints can be read" in capfd.readouterr().err


@pytest.mark.parametrize("damage", [cut, empty, flip])
def test_translating_falls_back_and_says_so(half: Path, damage: Any, capfd: pytest.CaptureFixture[str]) -> None:
    damage(step(half, 8) / WEIGHTS)
    (half / runs.BEST).write_text('{"step": 8, "metric": "bleu", "value": 1.0}')
    (half.parent / "in.txt").write_text("321\n")
    for which in ("best", "last"):
        assert (
            main(
                [
                    "translate",
                    str(half),
                    "--checkpoint",
                    which,
                    "--device",
                    "cpu",
                    "--threads",
                    "1",
                    "--input",
                    str(half.parent / "in.txt"),
                ]
            )
            == 0
        )
        told = capfd.readouterr()
        assert told.out.count("\n") == 1
        assert "step-00000008 is damaged" in told.err
        assert "Step 4 is used instead" in told.err
    assert main(["translate", str(half), "--checkpoint", "8", "--input", str(half.parent / "in.txt")]) == 2
    told = capfd.readouterr()
    assert told.err.strip().endswith("Whole ones: 4.") or "Whole ones: 4" in told.err


def test_a_damaged_best_json_and_the_list_of_runs(half: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (half / runs.BEST).write_text("{")
    (half.parent / "in.txt").write_text("321\n")
    assert main(["translate", str(half), "--device", "cpu", "--input", str(half.parent / "in.txt")]) == 0
    assert "Step 8 is used instead" in capfd.readouterr().err
    (half / runs.BEST).write_text('{"step": 4, "metric": "bleu", "value": 1.0}')
    cut(step(half, 8) / TRAINING_STATE)
    assert main(["runs", "show", str(half)]) == 0
    told = capfd.readouterr().out
    assert "step-00000008 is damaged (training_state.safetensors has " in told
    assert main(["runs", "show", "--json", str(half)]) == 0
    assert len(json.loads(capfd.readouterr().out)["damaged"]) == 1


def test_slim_leaves_the_damaged_and_never_the_only_weights_half_written(
    half: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flip(step(half, 8) / WEIGHTS)
    damaged = (step(half, 8) / WEIGHTS).read_bytes()
    before = (step(half, 4) / WEIGHTS).read_bytes()

    def full(tensors: Any, path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(checkpoint_module, "save_file", full)
        with pytest.raises(RunFailed, match="the disk is full"):
            checkpoint_module.slim_run(RunFolder(half))
    assert (step(half, 4) / WEIGHTS).read_bytes() == before
    told = checkpoint_module.slim_run(RunFolder(half))
    assert [line[:17] for line in told] == ["step 8 is damaged"]
    assert (step(half, 8) / WEIGHTS).read_bytes() == damaged
    assert (step(half, 4) / WEIGHTS).stat().st_size < len(before)
    assert not list(half.rglob("*.tmp"))
    from workbench.engine.runs.checkpoints import problem_of

    assert problem_of(step(half, 4)) == ""


# a copy that trains on -----------------------------------------------------------------------------------------------


def test_an_exported_run_trains_on_elsewhere(trained: Path, half: Path, tmp_path: Path) -> None:
    archive = tmp_path / "copy.run.zip"
    run_archive.export_run(RunFolder(half), archive, with_state=True)
    shutil.rmtree(half)
    (trained / "texts").rename(trained / "gone")
    try:
        copy = run_archive.import_run(archive, tmp_path / "elsewhere")
        assert str(trained) not in (copy.path / runs.CONFIG).read_text()
        assert train(copy.config(), copy.path, resume=True).status == "completed"
    finally:
        (trained / "gone").rename(trained / "texts")
    assert_same(last_state(copy.path), last_state(trained / "whole"))


def test_a_copy_needs_no_vector_file(corpus: Path, tmp_path: Path) -> None:
    vectors = [f"{word} " + " ".join(str(i + k / 10) for k in range(8)) for i, word in enumerate([*WORDS, "unused"])]
    (corpus / "vectors.txt").write_text("\n".join(vectors) + "\n", encoding="utf-8")
    settings: dict[str, Any] = {
        "model": {"target_vectors": str(corpus / "vectors.txt"), "freeze_vectors": True, "tie": "none"},
        "tokenizer": {"kind": "word", "shared": False},
    }
    train(config(corpus, **settings), tmp_path / "whole")
    control = TrainingControl()
    train(config(corpus, **settings), tmp_path / "half", sinks=[Stopper(control, 8)], control=control)
    run_archive.export_run(RunFolder(tmp_path / "half"), tmp_path / "copy.zip", with_state=True)
    shutil.rmtree(tmp_path / "half")
    shutil.rmtree(corpus)
    copy = run_archive.import_run(tmp_path / "copy.zip", tmp_path / "elsewhere")
    train(copy.config(), copy.path, resume=True)
    assert_same(last_state(copy.path), last_state(tmp_path / "whole"))


def test_a_copy_that_could_not_train_on_is_not_promised(half: Path, tmp_path: Path) -> None:
    checkpoint_module.slim_run(RunFolder(half))
    with pytest.raises(runs.InputError, match="no checkpoint with a training state"):
        run_archive.export_run(RunFolder(half), tmp_path / "x.zip", with_state=True)
    assert not (tmp_path / "x.zip").exists()


@pytest.mark.parametrize("character", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c"])
def test_line_separators_in_a_journal_survive_export(half: Path, tmp_path: Path, character: str) -> None:
    # as a journal of an older version holds it, not escaped
    line = json.dumps(
        {"event": "Warned", "time": 1e9, "step": 8, "code": "x", "message": f"a{character}b"}, ensure_ascii=False
    )
    with open(half / runs.EVENTS, "a", encoding="utf-8") as handle:
        handle.write(line + "\n")
    told = RunFolder(half).events()
    run_archive.export_run(RunFolder(half), tmp_path / "x.zip")
    copy = run_archive.import_run(tmp_path / "x.zip", tmp_path / "elsewhere")
    assert copy.events() == told
    assert told[-1].message == f"a{character}b"  # type: ignore[attr-defined]
    from workbench.engine.core.events import to_json

    assert len(to_json(told[-1]).splitlines()) == 1


# a full disk ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Any]:
    """A disk of so many megabytes, where the system lets us make one."""
    made: list[Path] = []

    def mount(megabytes: float, grow: bool = False) -> Path:
        place = tmp_path / "small disk"
        place.mkdir(exist_ok=True)
        options = f"{'remount,' if grow else ''}size={int(megabytes * 1024)}k"
        line = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(place)]
        if sys.platform != "linux" or not shutil.which("mount") or subprocess.run(line, capture_output=True).returncode:
            pytest.skip("a disk in memory cannot be made here")
        if place not in made:
            made.append(place)
        return place

    yield mount
    for place in made:
        subprocess.run(["umount", "-l", str(place)], check=False)


def fill(path: Path) -> None:
    """Write until nothing more fits."""
    with suppress(OSError), open(path, "wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1 << 12))


#: About 2.4 MB of weights, so that two checkpoints of about 9.6 MB need more than 14 and more than 18 MB.
LARGE = {"model": {"embedding": 64, "hidden": 160}}


def test_a_disk_that_is_too_small_is_told_before_training(corpus: Path, small_disk: Any) -> None:
    run = small_disk(14) / "run"
    with pytest.raises(RunFailed) as told:
        train(config(corpus, **LARGE), run)
    assert "the checkpoints will not fit on the disk" in str(told.value)
    assert "small disk, " in str(told.value)
    assert " needed)" in str(told.value)
    assert not RunFolder(run).checkpoints()
    assert not [e for e in RunFolder(run).events() if isinstance(e, StepLogged)]
    assert not RunFolder(run).is_running
    small_disk(80, grow=True)
    assert train(RunFolder(run).config(), run, resume=True).status == "completed"


def test_a_disk_that_fills_up_is_one_sentence_and_the_run_goes_on_later(
    corpus: Path, small_disk: Any, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(space, "_compare", lambda *_: None)  # something else has filled it meanwhile
    disk = small_disk(14)
    settings = [a for s in ("model.embedding=64", "model.hidden=160") for a in ("--set", s)]
    assert main(arguments(corpus, disk / "run", *settings)) == 1
    told = capfd.readouterr().err.strip().splitlines()[-1]
    assert "the checkpoint cannot be written: the disk is full (" in told
    assert "MB needed)" in told
    assert "The checkpoint of step 4 is whole" in told
    assert "--resume" in told
    assert [c.step for c in RunFolder(disk / "run").checkpoints()] == [4]
    assert not list(disk.rglob("*.tmp"))
    small_disk(80, grow=True)
    assert main(["train", "--resume", "--run-dir", str(disk / "run")]) == 0
    capfd.readouterr()
    assert [e.step for e in RunFolder(disk / "run").raw_events() if isinstance(e, RunResumed)] == [4]
    # everything else that writes, on a disk that is full to the last byte
    fill(disk / "filler")
    (corpus / "in.txt").write_text("".join(f"{n}\n" for n in range(200, 260)))
    outputs: list[list[str]] = [
        [
            "translate",
            str(disk / "run"),
            "--input",
            str(corpus / "in.txt"),
            "--output",
            str(disk / "out.txt"),
            "--device",
            "cpu",
            "--threads",
            "1",
        ],
        ["runs", "export", str(disk / "run"), "--output", str(disk / "x.zip")],
        ["corpus", "export", str(corpus / "train.src"), str(corpus / "train.tgt"), "--output", str(disk / "x.tsv")],
        ["corpus", "split", str(corpus / "train.src"), str(corpus / "train.tgt"), "--output", str(disk / "parts")],
    ]
    for line in outputs:
        assert main(line) == 1, line
        told = capfd.readouterr().err.strip().splitlines()[-1]
        assert "the disk is full (" in told, told
    monkeypatch.setenv("WORKBENCH_HOME", str(disk / "home"))
    assert main(["corpus", "import", str(corpus / "train.src"), str(corpus / "train.tgt"), "--name", "n"]) == 1
    assert "the disk is full" in capfd.readouterr().err
    assert main(arguments(corpus, disk / "another")) == 1
    assert "disk" in capfd.readouterr().err
    assert sorted(p.name for p in disk.iterdir() if p.name != "home") == ["filler", "run"]


@pytest.mark.parametrize("number", [28, 122])
@pytest.mark.parametrize("name", ["write_best", "save_file"])
def test_every_write_of_a_run_fails_in_one_sentence(
    corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, name: str
) -> None:
    from safetensors import SafetensorError

    original, calls = getattr(checkpoint_module, name), []

    def full(*given: Any) -> Any:
        calls.append(given)
        if len(calls) > 2:
            if name == "save_file":
                raise SafetensorError(f"Error while serializing: I/O error: No space left (os error {number})")
            raise OSError(number, os.strerror(number))
        return original(*given)

    monkeypatch.setattr(checkpoint_module, name, full)
    with pytest.raises(RunFailed, match="the disk is full") as told:
        train(config(corpus), tmp_path / "run")
    assert "\n" not in str(told.value)
    assert len(str(told.value)) < 500
    finished = RunFolder(tmp_path / "run").events()[-1]
    assert (type(finished).__name__, getattr(finished, "status", "")) == ("RunFinished", "failed")
    monkeypatch.undo()
    assert train(RunFolder(tmp_path / "run").config(), tmp_path / "run", resume=True).status == "completed"


def test_words_of_a_full_disk_are_known() -> None:
    assert files.is_full(OSError(28, "x"))
    assert files.is_full(Exception("I/O error: No space left on device (os error 28)"))
    assert files.is_full(Exception("There is not enough space on the disk. (os error 112)"))
    assert not files.is_full(OSError(13, "Permission denied"))
    assert not files.is_full(Exception("os error 2"))


def test_room_is_counted_in_checkpoints(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = RunFolder.create(tmp_path / "run", RunConfig())
    training = RunConfig().training.model_copy(update={"averaging": "ema", "optimizer": "adamw", "snapshots": 10})
    full = 4 * 5 * 1_000_000  # weights twice (to translate with, to train), two numbers of AdamW, an average
    assert space.checkpoint_bytes(1_000_000, training) == full
    told: list[str] = []
    for free, warned in ((3 * full + 20_000_000 + 3_000_000, 0), (2 * full + 3_000_000, 1)):
        monkeypatch.setattr(space, "free_bytes", lambda _path, free=free: free)
        told.clear()
        space.check_room_for_checkpoints(run, 1_000_000, training, told.append)
        assert len(told) == warned
    monkeypatch.setattr(space, "free_bytes", lambda _path: 2 * full)
    with pytest.raises(RunFailed, match="42 MB needed"):
        space.check_room_for_checkpoints(run, 1_000_000, training, told.append)


# one trainer at a time -----------------------------------------------------------------------------------------------

RACER = """
import sys, time
from pathlib import Path
from workbench.engine.core.config import RunConfig
from workbench.engine.core.errors import WorkbenchError
from workbench.engine.runs.folder import RunFolder
root, name = Path(sys.argv[1]), sys.argv[2]
for number in range(20):
    go = root / f"go-{number}"
    (root / f"ready-{number}-{name}").touch()
    while not go.exists():
        pass
    try:
        if number % 2:
            lock = RunFolder(root / "old").lock()
        else:
            _, lock = RunFolder.begin(root / f"new-{number}", RunConfig(preset=name))
        (root / f"in-{number}-{name}").touch()
        while len(list(root.glob(f"done-{number}-*"))) < 2:
            time.sleep(0.002)
        lock.release()
        (root / f"done-{number}-{name}").touch()
    except WorkbenchError:
        (root / f"done-{number}-{name}").touch()
"""


def test_of_three_processes_one_gets_in(tmp_path: Path) -> None:
    old = RunFolder.create(tmp_path / "old", RunConfig())
    stale = json.dumps({"pid": 2**22 + 7, "host": "", "started": 1.0})
    names = ("a", "b", "c")
    racers = [subprocess.Popen([sys.executable, "-c", RACER, str(tmp_path), name]) for name in names]
    try:
        for number in range(20):
            wait_for(lambda number=number: len(list(tmp_path.glob(f"ready-{number}-*"))) == 3)
            (old.path / ".lock").write_text(stale)  # a lock that a crash has left
            (tmp_path / f"go-{number}").touch()
            wait_for(lambda number=number: len(list(tmp_path.glob(f"done-{number}-*"))) == 3)
            winners = [p.name.rsplit("-", 1)[1] for p in tmp_path.glob(f"in-{number}-*")]
            assert len(winners) == 1, (number, winners)
            if number % 2 == 0:
                assert RunFolder(tmp_path / f"new-{number}").config().preset == winners[0]
        assert [r.wait(timeout=60) for r in racers] == [0, 0, 0]
    finally:
        for racer in racers:
            racer.kill()
    assert not (old.path / ".lock").exists()


def wait_for(condition: Any) -> None:
    import time

    deadline = time.monotonic() + 60
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.002)


def test_a_lock_of_another_computer_is_honoured(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    run = RunFolder.create(tmp_path / "run", RunConfig())
    (run.path / ".lock").write_text(json.dumps({"pid": 1, "host": "the other one", "started": 1.7e9}))
    assert run.is_running
    with pytest.raises(RunFolderError, match="process 1 on the computer 'the other one'") as told:
        run.lock()
    assert "delete" in told.value.advice
    assert str(run.path / ".lock") in told.value.advice
    before = sorted((p.name, p.read_bytes()) for p in run.path.iterdir())
    assert main(["train", "--resume", "--run-dir", str(run.path), "--set", "training.max_steps=99"]) == 2
    assert "the other one" in capfd.readouterr().err
    assert sorted((p.name, p.read_bytes()) for p in run.path.iterdir()) == before  # run.toml too
    (run.path / ".lock").unlink()
    run.lock().release()
    assert not run.is_running


def test_a_lock_that_a_crash_left_blocks_nobody(tmp_path: Path) -> None:
    run = RunFolder.create(tmp_path / "run", RunConfig())
    code = f"import os; from workbench.engine.runs.folder import RunFolder; RunFolder({str(run.path)!r}).lock(); os._exit(9)"  # noqa: E501
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 9
    assert (run.path / ".lock").exists()
    assert not run.is_running
    lock = run.lock()
    assert run.is_running
    with pytest.raises(RunFolderError, match="is being trained by process"):
        runs.delete_run(run)
    lock.release()
    lock.release()
    assert not (run.path / ".lock").exists()


# what was shipped stays as it was ------------------------------------------------------------------------------------


def test_scores_of_a_shipped_model_go_to_the_user_s_folder(
    corpus: Path, half: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shipped = tmp_path / "shipped" / runs.SHIPPED_RUNS[0]
    shutil.copytree(half, shipped)
    (shipped / runs.SCORES).write_text(json.dumps({"own": {"bleu": {"score": 1.0}}, "other": {"title": "t"}}))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")

    def contents() -> list[tuple[str, bytes]]:
        return sorted((str(p), p.read_bytes()) for p in shipped.rglob("*") if p.is_file())

    before = contents()
    line = ["evaluate", shipped.name, "--src", str(corpus / "valid.src"), "--ref", str(corpus / "valid.tgt")]
    assert main([*line, "--device", "cpu", "--threads", "1", "--name", "mine"]) == 0
    assert contents() == before
    assert (tmp_path / "home" / "additions" / shipped.name / "scores.json").is_file()
    capfd.readouterr()
    assert main(["runs", "show", shipped.name]) == 0
    told = capfd.readouterr().out
    assert "mine: bleu" in told
    assert "own: bleu 1.0" in told
    run = RunFolder(shipped)
    from workbench.engine.evaluation.test_sets import forget_result, load_sentences

    assert len(load_sentences(run, "mine")) == 12
    forget_result(run, "own")
    assert list(run.scores()) == ["other", "mine"]
    runs.rename_run(run, "A title")
    assert run.notes() == {"title": "A title"}
    for command in (
        ["train", "--resume", "--run-dir", str(shipped)],
        ["runs", "slim", str(shipped)],
        ["runs", "delete", str(shipped)],
    ):
        assert main(command) == 2
        assert "came with the program" in capfd.readouterr().err
    assert contents() == before


def test_the_shipped_runs_are_those_that_are_packed() -> None:
    root = paths.checkout_root()
    assert root is not None
    setup = root / "setup.py"
    if not setup.is_file():
        pytest.skip("packed another way")
    for name in runs.SHIPPED_RUNS:
        assert f'"checkpoints/{name}"' in setup.read_text()


# names and places ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        "CON",
        "nul",
        "aux.txt",
        "Com1",
        "x\n",
        "x ",
        "x.",
        " x",
        ".x",
        "-x",
        "a:b",
        "a\tb",
        "a\\b",
        "é" * 150,
        "x" * 300,
        "a\u2028b",
    ],
)
def test_impossible_names_are_one_line(
    name: str, corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    assert main(arguments(corpus, tmp_path / name)) == 2
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 1
    assert "cannot be a run's name" in told[0]
    assert len(told[0]) < 300
    assert sorted(tmp_path.iterdir()) == before
    assert main(["corpus", "import", str(corpus / "train.src"), str(corpus / "train.tgt"), "--name", name]) == 2
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 1
    assert "cannot be a corpus' name" in told[0]


@pytest.mark.parametrize("name", ["Mein Lauf", "run.2", "café", "日本語", "conference", "nullable", "a-b+d", "x" * 200])
def test_possible_names_are_taken(name: str, tmp_path: Path) -> None:
    assert RunFolder.create(tmp_path / name, RunConfig()).config() == RunConfig()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("CON", "run-CON"),
        ("nul.txt", "run-nul.txt"),
        ("../..", "run"),
        ("  ", "run"),
        ("a b/c", "a-b-c"),
        (".x", "x"),
        ("é" * 300, "é" * 50),
    ],
)
def test_any_text_becomes_a_name(text: str, name: str) -> None:
    from workbench.engine.core.names import name_problem, safe_name

    assert safe_name(text) == name
    assert name_problem(safe_name(text)) == ""


def test_places_that_cannot_be_written_are_one_line(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("x")
    deep = tmp_path.joinpath(*["d" * 200] * 30)  # longer than any path may be
    places = [tmp_path / "file" / "run", tmp_path / "file", deep / "run", Path("/proc/run")]
    if sys.platform != "linux":
        places.pop()
    for place in places:
        assert main(arguments(corpus, place)) == 2, place
        told = capfd.readouterr().err.splitlines()
        assert len(told) == 1, told
        assert told[0].startswith("workbench: ")
    assert main(["translate", "x" * 400]) == 2
    assert len(capfd.readouterr().err) < 500


def test_splits_larger_than_the_corpus_are_one_line(
    corpus: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = ["corpus", "split", str(corpus / "train.src"), str(corpus / "train.tgt"), "--output", str(tmp_path / "p")]
    for sizes in (["--valid", "1000"], ["--test", "200"], ["--valid", "150", "--test", "60"]):
        assert main([*line, *sizes]) == 2, sizes
        told = capfd.readouterr().err.splitlines()
        assert len(told) == 1
        assert "200 pairs" in told[0]
        assert not (tmp_path / "p").exists()
