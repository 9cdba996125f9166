"""Confidence, agreement, failures and reports from the command line."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typer
from PySide6.QtGui import QImage

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.cli import inspect
from workbench.engine.core.errors import InputError, WorkbenchError

Command = Callable[..., Any]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_tiny_run(tmp_path_factory.mktemp("runs") / "tiny")


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """``--src`` and ``--ref`` with 24 pairs."""
    names = []
    for name, lines in (("src", SOURCES), ("ref", TARGETS)):
        (tmp_path / name).write_text("\n".join(lines * 4) + "\n", encoding="utf-8")
        names += [f"--{name}", str(tmp_path / name)]
    return names


@pytest.fixture
def command(capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs ``inspect`` in this process; gives its object, or its text where it is none."""
    app = typer.Typer()
    inspect.register(app)
    app.callback()(lambda: None)

    def run(*arguments: object) -> Any:
        app(["inspect", *map(str, arguments), "--threads", "1"], standalone_mode=False)
        text = capfd.readouterr().out
        return json.loads(text) if text.startswith("{") else text

    return run


def test_confidence(command: Command, run: Path, files: list[str]) -> None:
    with pytest.raises(InputError, match="validation pairs are not at hand"):
        command("confidence", run, SOURCES[0])
    learnt = command("calibrate", run, *files, "--json")
    assert (learnt["pairs"], sum(row["count"] for row in learnt["table"])) == (24, 24)
    assert "chrF about" in command("confidence", run, SOURCES[0])
    found = command("confidence", run, *files, "--json", "--sort", "projected")
    sentences = found["sentences"]
    assert [s["projected"] for s in sentences] == sorted(s["projected"] for s in sentences)
    for name in sentences[0]["measures"]:
        in_order = command("confidence", run, *files, "--json", "--sort", name)["sentences"]
        values = [s["measures"][name] for s in in_order if s["measures"].get(name) is not None]
        assert values == sorted(values), name
    for sentence in sentences:
        assert sentence["verdict"] in ("usable", "check", "redo")
        total = found["calibration"]["base"] + sum(sentence["parts"].values())
        assert sentence["projected"] == pytest.approx(min(100, max(0, total)))
    test = found["test"]
    assert (test["sentences"], test["marked"], set(test["taus"])) == (24, 24, set(sentences[0]["measures"]))
    assert sum(entry["sentences"] for entry in test["verdicts"].values()) == 24
    with pytest.raises(InputError, match="nothing is called 'size'"):
        command("confidence", run, SOURCES[0], "--sort", "size")


@pytest.mark.parametrize("view", ["confidence"])
def test_a_sentence_or_a_file(command: Command, run: Path, view: str, files: list[str]) -> None:
    for wrong in ([], ["Ein Satz.", *files], ["Ein Satz.", *files[2:]]):
        with pytest.raises(WorkbenchError, match="sentence"):
            command(view, run, *wrong)


def test_agreement(
    command: Command, run: Path, files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "gold").write_text("0-0 1?1\n" * 24)
    found = command("agreement", run, *files, "--gold", tmp_path / "gold", "--json")
    value = found["agreement"]["gold"]["attention"]
    parted = [s for s in found["sentences"] if s["error"] > 0.5]
    assert (set(found["agreement"]["gold"]), value["parted"]) == ({"attention"}, len(parted))
    assert all(s["parted"] == (s in parted) for s in found["sentences"])
    assert "Wiegreffe" in found["about"]
    assert "error rate" in command("agreement", run, *files, "--gold", tmp_path / "gold")
    both = command(
        "agreement", run, *files, "--gold", tmp_path / "gold", "--json", "--by", "gradient", "--by", "attention"
    )
    assert both["agreement"]["gold"]["attention"] == value
    assert set(both["agreement"]["gold"]) == {"gradient", "attention"}
    with pytest.raises(InputError, match="nothing is called 'guess'"):
        command("agreement", run, "--by", "guess")
    with pytest.raises(InputError, match="validation pairs are not at hand"):
        command("agreement", run)
    monkeypatch.setattr("workbench.engine.inspection.aligner.is_installed", lambda: False)
    monkeypatch.setitem(sys.modules, "thot.alignment", None)
    with pytest.raises(InputError, match="not installed"):
        command("agreement", run, SOURCES[0], "--aligner")


def test_failures(command: Command, run: Path, files: list[str]) -> None:
    found = command("failures", run, *files, "--json")
    assert sorted(n for group in found["by_length"] for n in group["numbers"]) == list(range(1, 25))
    assert len(found["sentences"]) == 24
    assert "words of the source" in command("failures", run, *files)
    with pytest.raises(InputError, match="needs a test set"):
        command("failures", run, *files[:2])


def _browse(page: Path, *options: str) -> str:
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if browser is None:
        pytest.skip("there is no Chromium here")
    profile = f"--user-data-dir={page.parent / 'profile'}"
    line = [browser, "--headless", "--no-sandbox", "--disable-gpu", profile, *options, page.as_uri()]
    return subprocess.run(line, capture_output=True, text=True, timeout=120, check=True).stdout


def test_report(command: Command, run: Path, files: list[str], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    command("report", run, "--output", page, "<b>Ein</b> Hund & eine Katze.")
    assert "&lt;b&gt;Ein&lt;/b&gt; Hund &amp; eine Katze." in page.read_text(encoding="utf-8")
    assert command("report", run, "--output", page, *files, "--json") == {"path": str(page), "sentences": 24}
    with pytest.raises(InputError, match="needs its references"):
        command("report", run, "--output", page, *files[:2])
    # in a real browser: the script has run, which the page's own policy must allow, and there is something to see
    whole = _browse(page, "--dump-dom")
    assert whole.count('class="open"') == whole.count('aria-expanded="false"') == 24
    assert whole.count('class="more" hidden') == 24
    picture = tmp_path / "page.png"
    _browse(page, f"--screenshot={picture}", "--window-size=1000,1200")
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1000, 1200)
    assert len({image.pixel(x, y) for x in range(0, 1000, 5) for y in range(0, 1200, 5)}) > 20
