"""Left out and gradient on the picture of the attention, and never those of another sentence."""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from translate_steps import Make, settled

from tests.engine.tiny_run import make_tiny_run
from tests.fake_translator import FakeLoader
from workbench.engine.core import paths
from workbench.engine.search.model_cache import load_model
from workbench.gui.state.context import AppContext
from workbench.gui.translate.inspection import influences
from workbench.gui.translate.translate_pane import TranslatePane
from workbench.gui.views.pictures.picture import Spot

#: Before a fixture puts a stand-in there.
REAL = influences.look_into


def choose(pane: TranslatePane, kind: str) -> None:
    """Choose what is shown, as a person does."""
    box = pane.view.picture.kinds
    place = box.findData(kind)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def shown(pane: TranslatePane) -> Any:
    """The picture."""
    return pane.view.picture.picture


def test_one_picture_for_each_kind(run: Path, make: Make, qtbot: QtBot, tmp_path: Path, context: AppContext) -> None:
    pane = make()
    panel = pane.view.picture
    pane.set_text("one two three")
    settled(qtbot, pane, "ENO OWT EERHT")
    attention = shown(pane)
    about_attention = panel.honest.text()
    choose(pane, "occlusion")
    qtbot.waitUntil(lambda: shown(pane).kind == "occlusion" and shown(pane).weights is not None)
    half = np.array([[0.5, -0.5, 0], [0, 0.5, -0.5], [0, 0, 0.5]])
    assert shown(pane).weights == pytest.approx(half)
    assert shown(pane).target == attention.target  # with what else could stand there
    assert shown(pane).values == pytest.approx(half * 2 * math.log(2), abs=1e-6)
    assert panel.honest.text() != about_attention
    assert "left out and gradient 0.25" in panel.reading.text()
    assert "nan" not in panel.reading.text()
    panel.set_selected(Spot(target=0, source=0))
    assert panel.reading.text() == "Without “\u2068one\u2069” the model gives “\u2068ENO\u2069” 50% less probability."
    panel.set_selected(Spot(target=0, source=1))
    assert "“\u2068ENO\u2069” 2.0 times the probability" in panel.reading.text()
    panel.save_as("numbers", tmp_path / "n.json")
    record = json.loads((tmp_path / "n.json").read_text())
    assert "attention" not in record
    assert record["occlusion"][0] == pytest.approx([math.log(2), -math.log(2), 0], abs=1e-6)
    assert panel.figure("both").caption.endswith("Left out")
    choose(pane, "gradient")
    assert shown(pane).kind == "gradient"  # measured with the other one
    assert shown(pane).values == pytest.approx(half * 0.2 * math.log(2), abs=1e-6)
    panel.words_button.click()
    qtbot.waitUntil(lambda: shown(pane).weights is not None)
    assert len(shown(pane).source) == 4  # the end is a piece
    panel.words_button.click()
    choose(pane, "attention")
    assert shown(pane).kind == "attention"
    assert shown(pane).weights == pytest.approx(attention.weights)
    assert panel.honest.text() == about_attention


def test_numbers_belong_to_the_sentence_in_sight(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make()
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    choose(pane, "occlusion")
    seen = []
    pane.view.picture.shown.connect(lambda: seen.append(shown(pane)))
    for text, answer in (("three four five", "EERHT RUOF EVIF"), ("six", "XIS"), ("one two", "ENO OWT")):
        pane.set_text(text)
        settled(qtbot, pane, answer)
        qtbot.waitUntil(lambda: shown(pane).weights is not None)
        assert shown(pane).source_text == text
    assert {p.kind for p in seen} == {"occlusion"}
    for picture in seen:
        assert picture.weights is None or picture.weights.shape == (len(picture.target), len(picture.source))
    pane.set_text("unreadable")
    settled(qtbot, pane, "ELBADAERNU")
    qtbot.waitUntil(lambda: shown(pane).note == "nothing to read")
    assert shown(pane).weights is None


def test_a_model_without_attention_shows_what_is_left_out(run: Path, make: Make, qtbot: QtBot) -> None:
    pane = make(FakeLoader(attention=False))
    pane.set_text("one two")
    settled(qtbot, pane, "ENO OWT")
    qtbot.waitUntil(lambda: shown(pane).weights is not None)
    assert shown(pane).kind == "occlusion"
    box: Any = pane.view.picture.kinds
    assert (box.currentData(), box.model().item(0).isEnabled()) == ("occlusion", False)
    choose(pane, "gradient")
    assert (shown(pane).kind, box.currentData()) == ("gradient", "gradient")


def test_a_real_model(
    workbench_home: Path, context: AppContext, make: Make, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(influences, "look_into", REAL)
    make_tiny_run(paths.runs_root() / "tiny", attention="none")
    pane = make(load_model)
    pane.set_text("Ein Hund schläft.")
    qtbot.waitUntil(lambda: shown(pane).weights is not None, timeout=60_000)
    assert shown(pane).weights.shape == (len(shown(pane).target), 3)
    assert "left out and gradient" in pane.view.picture.reading.text()
