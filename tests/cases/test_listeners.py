"""Sentences and names are no markup, and who listens ends no run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cases.breaking_runs import (
    arguments,
    config,
    write_side,
)
from workbench.cli.main import main
from workbench.engine.core.events import StepLogged, Warned
from workbench.engine.runs.folder import RunFolder
from workbench.engine.training.session import train

pytestmark = pytest.mark.usefixtures("home")


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
