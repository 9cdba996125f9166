"""The suite fails where it should: on a leaked thread, a leaked timer, a warning of Qt, an exception in a slot."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_BAD = """
import threading
from PySide6.QtCore import QObject, QThread, QTimer, Slot, qWarning

kept = []


def test_leaks_a_qthread(qapp):
    thread = QThread()
    thread.start()
    kept.append(thread)


def test_leaks_a_thread(qapp):
    threading.Thread(target=threading.Event().wait, args=(8,)).start()


def test_leaks_a_timer(qapp):
    timer = QTimer()
    timer.start(60_000)
    kept.append(timer)


def test_a_warning_of_qt(qtbot):
    qWarning("something is wrong")


def test_an_exception_in_a_slot(qtbot):
    def broken():
        raise ValueError("boom")

    QTimer.singleShot(0, broken)
    qtbot.wait(50)


def test_is_clean(qtbot):
    timer = QTimer()
    timer.start(60_000)
    timer.stop()


def test_ends_what_the_first_one_left(qapp):
    kept[0].quit()
    kept[0].wait()
"""


def test_what_is_left_behind_fails_a_test(tmp_path: Path):
    root = Path(__file__).parents[2]
    (tmp_path / "conftest.py").write_text((Path(__file__).parent / "conftest.py").read_text(encoding="utf-8"))
    (tmp_path / "test_bad.py").write_text(_BAD)
    command = [sys.executable, "-m", "pytest", "-rA", "-c", str(root / "pyproject.toml"), "--rootdir", str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([*command, str(tmp_path)], check=False, capture_output=True, text=True, env=environment)
    lines = [line.split(" - ")[0].split("::") for line in done.stdout.splitlines() if "test_bad.py::" in line]
    found = {(parts[0].split()[0], parts[1]) for parts in lines if parts[0].split()[0] in ("FAILED", "ERROR")}
    assert found == {
        ("ERROR", "test_leaks_a_qthread"),
        ("ERROR", "test_leaks_a_thread"),
        ("ERROR", "test_leaks_a_timer"),
        ("FAILED", "test_a_warning_of_qt"),
        ("FAILED", "test_an_exception_in_a_slot"),
    }, done.stdout
