"""Runs and archives that others made: values of a wrong kind cost a value or a run, never the list of all runs."""

from __future__ import annotations

import json
import lzma
import math
import struct
import zipfile
from pathlib import Path

import pytest

from tests.run_factory import journal, make_run, point, started
from workbench.cli.main import main
from workbench.engine.core import paths
from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.events import RunStarted, StepLogged, Validated, from_json, to_json
from workbench.engine.core.files import read_json
from workbench.engine.core.messages import from_parts
from workbench.engine.runs import archive
from workbench.engine.runs import summary as run_summary
from workbench.engine.text.tokenizer import Tokenizer

DEEP = '{"a":' + "[" * 20_000 + "]" * 20_000 + "}"


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(paths, "shipped_runs_root", lambda: tmp_path / "shipped")
    run_summary._cache.clear()


FINISHED = '{"event": "RunFinished", "time": 1, "step": 5, "status": "completed", "elapsed": %s}'
STARTED = '{"event": "RunStarted", "time": 1, "run": "x", "device": "cpu", "parameters": %s, "train_pairs": 1, %s}'


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("events.jsonl", FINISHED % "Infinity"),
        ("events.jsonl", FINISHED % "null"),
        ("events.jsonl", FINISHED % '"long"'),
        ("events.jsonl", FINISHED % ("1" + "0" * 400)),
        ("events.jsonl", STARTED % ('"many"', '"valid_pairs": 1')),
        ("events.jsonl", STARTED % ("1e3", '"valid_pairs": [2]')),
        ("events.jsonl", '{"event": "RunStarted", "a": ' + "[" * 20_000 + "]" * 20_000 + "}"),
        ("events.jsonl", '{"event": "StateChanged", "time": 1, "state": 7, "done": true}'),
        ("best.json", '{"step": Infinity, "metric": "bleu", "value": 3}'),
        ("best.json", '{"step": "1", "metric": "bleu", "value": 3}'),
        ("best.json", '{"step": 1, "metric": "bleu", "value": 1e999}'),
        ("best.json", DEEP),
        ("scores.json", '{"b": {"bleu": {"score": 1e999, "low": null, "high": 1}, "sentences": "all"}, "c": 5}'),
        ("scores.json", '{"b": {"chrf": 3, "baselines": {"copy_source": {"bleu": "x"}}, "time": null}}'),
        ("notes.json", DEEP),
        ("corpus.json", DEEP),
        ("run.lock", '{"pid": 1e999, "started": 1}'),
        ("run.lock", DEEP),
    ],
)
def test_one_bad_run_hides_no_other(file: str, text: str, capsys: pytest.CaptureFixture[str]) -> None:
    journal(make_run("good"), started(), point(10))
    bad = make_run("bad")
    (bad.path / file).write_text(text)
    for command in (["runs", "list"], ["runs", "list", "--json"], ["runs", "show", str(bad.path)]):
        assert main(command) in (0, 2)
        printed = capsys.readouterr().out
        assert ("good" in printed) or command[1] == "show"
    run_summary.read_curves(bad)


def test_journal_values_are_of_the_kind_of_their_field() -> None:
    point_of = {"event": "StepLogged", "time": 1, "step": 3, "loss": None, "learning_rate": 1, "gradient_norm": 0.5}
    point_of |= {"teacher_forcing": 1.0, "tokens_per_second": 9.0, "epoch": 0.1, "elapsed": None, "progress": 0.5}
    event = from_json(json.dumps(point_of))
    assert isinstance(event, StepLogged)
    assert (event.elapsed, event.learning_rate) == (0.0, 1.0)
    assert math.isnan(event.loss)
    assert from_json(json.dumps(point_of | {"step": 3.5})) is None
    assert from_json(json.dumps(point_of | {"step": True})) is None
    assert from_json(json.dumps({"event": "Validated", "time": 1, "loss": 1, "perplexity": 1, "bleu": "x"})) is None
    for whole in (
        Validated(time=2.0, step=4, loss=1.5, perplexity=4.5, bleu=3.0, chrf=4.0, best=True),
        RunStarted(time=1.0, run="r", device="d", parameters=1, train_pairs=2, valid_pairs=3, explanations={"a": "b"}),
    ):
        assert from_json(to_json(whole)) == whole


def test_a_template_that_asks_for_a_wide_field_is_not_filled_in() -> None:
    assert from_parts({"template": "{a:>9999999999}", "values": {"a": 1}}) == "{a:>9999999999}"
    assert from_parts({"template": "{a:,} of {b:.1f}", "values": {"a": 1000, "b": 2}}) == "1,000 of 2.0"


def test_json_that_is_nested_too_deep_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text(DEEP)
    with pytest.raises(RunFolderError, match="nested too deep"):
        read_json(tmp_path / "x.json")


def test_a_damaged_archive_of_any_packing_is_one_line(tmp_path: Path) -> None:
    for packing in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED):
        file = tmp_path / f"{packing}.run.zip"
        with zipfile.ZipFile(file, "w", packing) as handle:
            handle.writestr("bad/run.toml", "x = 1\n" * 500)
        data = bytearray(file.read_bytes())
        (length,) = struct.unpack("<I", data[18:22])
        start = 30 + len("bad/run.toml")
        data[start + 12 : start + length] = bytes(255 - b for b in data[start + 12 : start + length])
        file.write_bytes(data)
        with pytest.raises(RunFolderError, match="cannot be read as a run archive"):
            archive.import_run(file)
    assert lzma.LZMAError.__bases__ == (Exception,)  # no OSError, which is why it is named


def test_a_tokenizer_whose_pieces_are_no_text_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    import sentencepiece

    from tests.engine.tiny_run import SOURCES, TARGETS
    from workbench.engine.core.config import RunConfig
    from workbench.engine.text.tokenizer import Tokenizers

    model = Tokenizers.train(SOURCES * 5, TARGETS * 5, RunConfig().tokenizer).source.model

    def broken(self: object, index: int) -> str:
        return b"\xe9\x41".decode("utf-8")

    monkeypatch.setattr(sentencepiece.SentencePieceProcessor, "id_to_piece", broken)
    with pytest.raises(RunFolderError, match="is not a SentencePiece model"):
        Tokenizer(model)
