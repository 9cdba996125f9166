"""A sample of ``python -m tests.soak.interruptions``: nothing is lost when a command is cut off."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.soak.interruptions import SCENARIOS
from tests.system.tasks import environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="fork and SIGKILL are POSIX")


def test_nothing_is_lost_when_a_command_is_cut_off(tmp_path: Path) -> None:
    # in a process of its own, since it forks; other faults another day would be no repeatable test
    faults = [argument for fault in ("kill", "full", "sigterm") for argument in ("--fault", fault)]
    line = [sys.executable, "-m", "tests.soak.interruptions", *faults, "--most", "2", "--seed", "13"]
    done = subprocess.run(line, env=environment(tmp_path), capture_output=True, encoding="utf-8", timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [row for row in done.stdout.splitlines() if not row.startswith(" ")]
    assert len(rows) == 3 * len(SCENARIOS)
    assert all("tried    2" in row and "lost 0" in row for row in rows), done.stdout
    # the faults really hit: no command survives a kill before one of its operations, and none does without a disk
    assert all("cut off    2" in row for row in rows if " kill " in row), done.stdout
    assert all("cut off    0" not in row for row in rows if " full " in row), done.stdout
