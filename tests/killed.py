"""What a process that was killed while it wrote leaves behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_WRITER = """
import os, signal, sys
from pathlib import Path
from workbench.engine.core.files import complete_folder, complete_path
with (complete_folder if sys.argv[2] else complete_path)(Path(sys.argv[1])) as temporary:
    (temporary / "part" if sys.argv[2] else temporary).write_text("half")
    print(temporary, flush=True)
    sys.stdin.read()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def writer(path: Path, *, folder: bool = False) -> subprocess.Popen[str]:
    """A process that writes ``path`` and prints the temporary's name; it dies by SIGKILL when its input ends."""
    line = [sys.executable, "-c", _WRITER, str(path), "folder" if folder else ""]
    return subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8")


def left_by_a_killed_process(path: Path, *, folder: bool = False) -> Path:
    """The temporary of a process that was killed while it wrote ``path``."""
    with writer(path, folder=folder) as process:
        out, _ = process.communicate("")
    left = Path(out.strip())
    assert left.exists()
    return left
