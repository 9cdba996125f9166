"""Trains on several devices: ``torchrun`` starts one process a device, and the window follows their journal."""

from __future__ import annotations

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from workbench.engine.core.config import RunConfig, to_toml
from workbench.engine.core.messages import Message
from workbench.engine.training.control import TrainingControl
from workbench.gui.workers.failure import FailureReport
from workbench.gui.workers.journal_follower import JournalFollower
from workbench.gui.workers.mailbox import Mailbox
from workbench.gui.workers.worker_thread import RunWorker

#: Seconds between looks at the journal and at what the person wants.
_INTERVAL = 0.2
#: Seconds that the processes have to write their checkpoint after they were asked to stop.
_PATIENCE = 120.0


def torchrun_command(toml: Path, run_dir: Path, processes: int, resume: bool) -> list[str]:
    """The same ``workbench train`` in several processes of this computer."""
    launcher = [sys.executable, "-m", "torch.distributed.run", "--standalone", f"--nproc-per-node={processes}"]
    train = ["-m", "workbench", "train", "--run-dir", str(run_dir)]
    return [*launcher, *train, *(["--resume"] if resume else [str(toml)])]


class DistributedWorker(RunWorker):
    """Runs the processes, hands their events on, and passes a stop to them."""

    def __init__(
        self,
        config: RunConfig,
        run_dir: Path,
        *,
        resume: bool,
        processes: int,
        control: TrainingControl,
        mailbox: Mailbox,
        command: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._config, self._run_dir, self._resume = config, run_dir, resume
        self._processes, self._control, self._mailbox = processes, control, mailbox
        self._command = list(command)

    def work(self) -> None:
        """Start, follow, stop when asked, and tell how it ended."""
        with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
            self._run(Path(folder))

    def _run(self, folder: Path) -> None:
        toml = folder / "run.toml"
        toml.write_text(to_toml(self._config, given_only=True), encoding="utf-8")
        command = self._command or torchrun_command(toml, self._run_dir, self._processes, self._resume)
        follower = JournalFollower(self._run_dir, self._mailbox)
        if self._resume:
            follower.skip()  # the window has read the story so far
        with open(folder / "stderr.txt", "w+b") as log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=log)
            asked = 0.0
            while process.poll() is None:
                time.sleep(_INTERVAL)
                follower.read()
                if self._control.stopping and not asked:
                    asked = time.monotonic()
                    process.send_signal(signal.SIGTERM)
                elif asked and time.monotonic() - asked > _PATIENCE:
                    process.kill()
            follower.read()
            if process.returncode and not self._control.stopping:
                log.seek(0)
                details = log.read().decode("utf-8", errors="replace")[-20_000:]
                self.failed.emit(_failure(details))


def _failure(details: str) -> FailureReport:
    """The line in which the training said what was wrong, out of all that the launcher printed."""
    said = [line for line in details.splitlines() if line.startswith("workbench: ")]
    title = (
        said[0].removeprefix("workbench: ") if said else Message("One of the training processes ended unexpectedly.")
    )
    return FailureReport(title, "", details, bool(said))
