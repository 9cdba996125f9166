"""``workbench inspect memory`` as other programs use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.engine.inspection.test_memory import PAIRS, make_run
from workbench.cli.main import main


def test_the_pair_itself_is_the_nearest(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    run = make_run(tmp_path / "run", PAIRS[:8])
    arguments = ["inspect", "memory", str(run), PAIRS[3][0], "--target", PAIRS[3][1], "--count", "2"]
    arguments += ["--device", "cpu", "--threads", "1"]
    assert main([*arguments, "--json"]) == 0
    out, err = capfd.readouterr()
    assert "once for a checkpoint" in err
    found = json.loads(out)
    assert [found["nearest"][0][key] for key in ("source", "target", "words")] == [*PAIRS[3], 1.0]
    assert len(found["nearest"]) == 2
    for piece in found["pieces"]:
        # Every place of the pair is in the index, and nearest to itself; pieces of a letter may be shared.
        assert piece["places"][0]["likeness"] == pytest.approx(1, abs=2e-3)
    assert main(arguments) == 0
    out, err = capfd.readouterr()
    assert "once for a checkpoint" not in err  # it is kept
    assert "100 %" in out
