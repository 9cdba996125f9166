"""Which size, and whether batches are read twice, by what the time holds; speeds are made up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbench.engine.core.config import RunConfig
from workbench.engine.corpora.stats import CorpusStats
from workbench.engine.runs import machine_speed
from workbench.engine.runs.machine_speed import known_speed, remember_speed, typical_speed
from workbench.engine.runs.presets import config_from, estimate, resolve_auto
from workbench.engine.runs.recipes import LADDER, RDROP_EPOCHS, RDROP_PIECES, REACHED, planned_epochs, rdrop_epochs

#: 10,000 pairs of ten pieces: a reading is 100,000 pieces.
STATS = CorpusStats(pairs=10_000, mean_target_chars=40.0, distinct_words=20_000)
#: 50,000 pairs of ten pieces; 5,000, which never get the largest size.
MORE = CorpusStats(pairs=50_000, mean_target_chars=40.0, distinct_words=20_000)
FEWER = CorpusStats(pairs=5_000, mean_target_chars=40.0, distinct_words=20_000)


@pytest.fixture
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder in which nothing was measured yet."""
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path))
    return tmp_path


def resolved(preset: str, speed: float, stats: CorpusStats = STATS, **training: Any) -> RunConfig:
    """What a preset becomes where a run reaches so many pieces a second with every size of model."""
    config = config_from(preset, {"training": training})
    return resolve_auto(config, stats, 2, "cpu", lambda _config, _vocabulary: speed / REACHED)[0]


def test_a_model_grows_with_what_the_time_holds() -> None:
    bounds = [size.pieces * 1000 for size in LADDER]
    assert bounds == sorted(bounds)
    assert bounds[0] == 0
    for place, size in enumerate(LADDER):
        seconds = 600.0
        just = resolved("auto", (bounds[place] + 10) / seconds, max_minutes=10.0)
        assert just.model.hidden == size.hidden
        if place:
            less = resolved("auto", (bounds[place] - 10) / seconds, max_minutes=10.0)
            assert less.model.hidden == LADDER[place - 1].hidden


def test_batches_are_read_twice_from_some_epochs_on_and_said_so() -> None:
    assert rdrop_epochs(29_000) == RDROP_EPOCHS
    assert rdrop_epochs(29_000 // 32) == pytest.approx(4 * RDROP_EPOCHS, rel=0.01)  # 32 ** 0.4 is 4
    # reading twice takes 1.9 times as long, in 600 seconds
    for stats, pieces in (
        (MORE, rdrop_epochs(50_000) * 500_000),
        (STATS, rdrop_epochs(10_000) * 100_000),
        (FEWER, RDROP_PIECES * 1000),  # thirty readings of 5,000 pairs, twenty would be enough
    ):
        enough = pieces * 1.9 / 600
        for preset in ("auto", "small"):
            assert resolved(preset, enough * 1.01, stats, max_minutes=10.0).training.rdrop == 3.0
            assert resolved(preset, enough * 0.99, stats, max_minutes=10.0).training.rdrop == 0.0
    assert resolved("small", enough * 9, max_minutes=10.0, rdrop=0.0).training.rdrop == 0.0
    assert resolved("small", enough / 9, max_minutes=10.0, rdrop=2.0).training.rdrop == 2.0
    # what a person has said about it is planned with: 20 readings of 100,000 pieces, each read once
    assert resolved("auto", 2_000_000 / 600, rdrop=0.0).training.max_minutes == 10.0
    assert resolved("auto", 2_000_000 / 600, rdrop=0.0).training.rdrop == 0.0
    assert resolved("tiny", enough * 9, max_minutes=10.0).training.rdrop == 0.0
    why = resolve_auto(config_from("small"), STATS, 2, "cpu", lambda *_: 100.0 / REACHED)[1]
    # 100 pieces a second for 20 minutes
    assert str(why["training.rdrop"]).startswith("0.0: 1.2 readings")


def test_more_is_dropped_where_pairs_would_be_learnt_by_heart() -> None:
    for stats, size in ((MORE, LADDER[2]), (FEWER, LADDER[1])):
        for epochs, before_output in ((size.by_heart - 0.1, 0.1), (size.by_heart + 0.1, 0.3)):
            model = resolved("auto", 1.0, stats, max_epochs=epochs, rdrop=0.0).model
            assert (model.hidden, model.dropout_output) == (size.hidden, before_output)


def test_a_limit_in_steps_or_epochs_counts_without_a_clock() -> None:
    silent: Any = None
    by_epochs = config_from("small", {"training": {"max_minutes": 0, "max_epochs": 3.0}})
    assert planned_epochs(by_epochs, STATS, silent) == 3.0
    by_steps = config_from("small", {"training": {"max_minutes": 0, "max_steps": 500, "batch_tokens": 1000}})
    assert planned_epochs(by_steps, STATS, silent) == 5.0
    assert resolved("small", 1.0, max_minutes=0, max_epochs=3.0).training.rdrop == 0.0
    assert resolved("auto", 1.0, MORE, max_epochs=RDROP_EPOCHS).training.rdrop == 3.0
    assert resolved("auto", 1.0, max_epochs=RDROP_EPOCHS).training.rdrop == 0.0


def test_a_short_run_translates_fewer_pairs_at_each_look() -> None:
    for minutes, pairs in ((5.0, 300), (10.0, 300), (15.0, 500), (30.0, 1000), (60.0, 1000)):
        assert resolved("auto", 1e4, max_minutes=minutes).training.validate_pairs == pairs
    assert resolved("auto", 1e4, max_minutes=5.0, validate_pairs=700).training.validate_pairs == 700
    assert resolved("auto", 1e4, max_minutes=0, max_steps=100).training.validate_pairs == 1000


def test_auto_takes_the_time_that_its_readings_need_within_bounds() -> None:
    # 20 readings of 100,000 pieces, read twice: 3,800,000 pieces' worth of time
    assert resolved("auto", 3_800_000 / 600).training.max_minutes == 10.0
    assert resolved("auto", 1e9).training.max_minutes == 3.0
    assert resolved("auto", 1.0).training.max_minutes == 60.0


def test_what_was_measured_here_is_what_is_expected(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_speed, "_flags", lambda: frozenset({"avx2"}))
    config = config_from("tiny")
    typical = known_speed(2, "cpu")(config, 4000)
    remember_speed(config, 4000, 2, "cpu", typical / 10)
    assert known_speed(2, "cpu")(config, 4000) == pytest.approx(typical / 10)
    assert known_speed(4, "cpu")(config, 4000) == pytest.approx(2 * typical)
    assert known_speed(2, "cuda")(config, 4000) > typical
    remember_speed(config, 4000, 2, "cpu", typical / 5)  # the newest counts
    assert known_speed(2, "cpu")(config, 4000) == pytest.approx(typical / 5)
    larger = config_from("base")  # too far from it to tell
    assert known_speed(2, "cpu")(larger, 8000) == typical_speed(2, "cpu")(larger, 8000)
    assert known_speed(2, "cpu")(larger, 8000) < typical / 10
    (data_folder / "speed.json").write_text('{"format": 1, "speeds": {"cpu 2": [[1, "x"], [null, 2]]}}')
    assert known_speed(2, "cpu")(config, 4000) == pytest.approx(typical)


def test_the_file_of_speeds_is_read_once_for_an_estimate(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read, measured = [], machine_speed._measured
    monkeypatch.setattr(machine_speed, "_measured", lambda: (read.append(1), measured())[1])
    for preset in ("auto", "tiny"):
        estimate(config_from(preset), STATS, 2)
    assert len(read) == 2


def test_the_estimate_says_how_often_the_corpus_is_read(data_folder: Path) -> None:
    config = config_from("tiny", {"training": {"max_minutes": 10.0}})
    remember_speed(config, 1400, 2, "cpu", 1000.0 / REACHED)
    cost = estimate(config, STATS, 2)
    assert cost.minutes == 10.0
    # 1,000 pieces a second for 600 seconds, of 100,000 in the corpus; its vocabulary is near the one measured
    assert cost.epochs == pytest.approx(6.0, rel=0.25)
