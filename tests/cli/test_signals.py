"""Ctrl+C and requests to end: what was begun is tidied up, an exit code and no traceback, from the first moment on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.engine.tiny_run import make_tiny_run
from tests.system.tasks import command, environment

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


@pytest.mark.parametrize(("sent", "code"), [("SIGTERM", 143), ("SIGINT", 130), ("SIGHUP", 129)])
def test_a_command_that_is_asked_to_end_leaves_nothing_half_written(tmp_path: Path, sent: str, code: int) -> None:
    run, output = make_tiny_run(tmp_path / "r"), tmp_path / "out"
    output.mkdir()
    with subprocess.Popen(
        command("translate", run, "--threads", "1", "--output", output / "a.txt"),
        env=environment(tmp_path),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        deadline = time.monotonic() + 120
        while not list(output.iterdir()):
            assert process.poll() is None
            assert time.monotonic() < deadline
            time.sleep(0.01)
        process.send_signal(getattr(signal, sent))
        process.wait(60)
        assert process.stderr is not None
        told = process.stderr.read()
    assert process.returncode == code
    assert told.strip() in (("", "workbench: interrupted") if sent == "SIGINT" else ("",))
    assert not list(output.iterdir())


#: Says when the program begins; before that it is Python that is being loaded.
_BEGIN = "import sys, workbench.__main__ as m; print('begun', flush=True); sys.exit(m.main())"


@pytest.mark.parametrize("sent", ["SIGINT", "SIGTERM"])
def test_an_interruption_while_the_program_is_loaded_shows_no_traceback(tmp_path: Path, sent: str) -> None:
    run = make_tiny_run(tmp_path / "r")
    number = getattr(signal, sent)
    for moment in (0.0, 0.1, 0.3, 0.6, 1.0, 2.0):
        line = [sys.executable, "-c", _BEGIN, "translate", str(run), "--threads", "1"]
        with subprocess.Popen(
            line,
            env=environment(tmp_path),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "begun\n"
            time.sleep(moment)
            process.send_signal(number)
            out, told = process.communicate(timeout=60)
        # by the signal itself while nothing has been begun
        assert process.returncode in (-number, 128 + number), (moment, told)
        assert (out, told.strip()) in (("", ""), ("", "workbench: interrupted")), moment


def test_ctrl_c_ends_the_window(tmp_path: Path) -> None:
    pytest.importorskip("PySide6")
    line = command("gui", "--platform", "offscreen", "--quit-after", "60")
    variables = environment(tmp_path) | {"WORKBENCH_STARTUP_TIME": "1"}
    with subprocess.Popen(line, env=variables, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr is not None
        assert any("window visible" in told for told in process.stderr)
        process.send_signal(signal.SIGINT)
        assert process.wait(20) in (-signal.SIGINT, 130)
        assert "Traceback" not in process.stderr.read()


#: A signal that comes while an object is finalised; the sleep is what it must end.
_FINALISED = """
import signal, sys, time
from workbench.cli.interruption import Terminated, unwinding
class Late:
    def __del__(self):
        signal.raise_signal({number})
try:
    with unwinding():
        Late()
        time.sleep(300)
        print("went on")
except (KeyboardInterrupt, Terminated):
    print("ended")
"""
#: One that comes when all is done, and the exit code is about to be given.
_DONE = """
import signal, sys, time
from workbench.cli.interruption import unwinding
with unwinding(last=True):
    pass
signal.raise_signal({number})
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_neither_lost_in_a_finaliser_nor_deadly_when_all_is_done(sent: signal.Signals) -> None:
    def run(script: str) -> subprocess.CompletedProcess[str]:
        line = [sys.executable, "-c", script.format(number=int(sent))]
        return subprocess.run(line, capture_output=True, encoding="utf-8", timeout=60)

    found = run(_FINALISED)
    assert (found.returncode, found.stdout, found.stderr) == (0, "ended\n", "")
    found = run(_DONE)
    assert (found.returncode, found.stderr) == (128 + sent, "")


#: Compiled code that calls Python and makes an error of its own of what it raises.
_TURNED = """
import signal, sys
import workbench.cli.main as program
def command(*given, **options):
    try:
        signal.raise_signal({number})
    except BaseException:
        raise {error} from None
program.build_command = lambda: command
sys.exit(program.main(["runs"]))
"""


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("error", ["ValueError('of C')", "OSError(28, 'of C')", "SystemExit(0)"])
def test_a_signal_is_told_as_such_whatever_a_library_makes_of_it(sent: signal.Signals, error: str) -> None:
    line = [sys.executable, "-c", _TURNED.format(number=int(sent), error=error)]
    found = subprocess.run(line, capture_output=True, encoding="utf-8", timeout=60)
    told = "workbench: interrupted" if sent == signal.SIGINT else ""
    assert (found.returncode, found.stderr.strip()) == (128 + sent, told)
