"""The tour through the real window, where there is a screen to be had."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(not (shutil.which("xvfb-run") and shutil.which("xdotool")), reason="xvfb-run or xdotool is missing")
def test_import_train_and_translate_by_mouse_and_keyboard(tmp_path: Path):
    script = Path(__file__).with_name("click_through.py")
    picture = tmp_path / "x11.png"
    run = subprocess.run(
        ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", sys.executable, str(script), "--screenshot", str(picture)],
        capture_output=True,
        text=True,
        timeout=880,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert picture.stat().st_size > 10_000
