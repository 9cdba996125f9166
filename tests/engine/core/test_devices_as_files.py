"""What stands for a device is written to as it is, whatever it leads to."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_ASK = """
import sys
from pathlib import Path
from workbench.engine.core.files import is_device
from workbench.engine.core.names import check_writable
check_writable(Path("/dev/stdout"))
print(is_device(Path("/dev/stdout")), is_device(Path(sys.argv[1])), file=sys.stderr)
"""


@pytest.mark.skipif(not Path("/dev/stdout").exists(), reason="this system has no such name")
@pytest.mark.parametrize("into", ["file", "pipe"])
def test_standard_output_by_its_name_is_no_file_even_where_it_goes_into_one(tmp_path: Path, into: str) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link.txt"
    target.touch()
    link.symlink_to(target)  # a link among a person's files is none among the devices
    with open(target, "wb") as handle:
        out = handle if into == "file" else subprocess.PIPE
        command = [sys.executable, "-c", _ASK, str(link)]
        done = subprocess.run(command, stdout=out, stderr=subprocess.PIPE, encoding="utf-8", timeout=60, check=True)
    assert done.stderr.split() == ["True", "False"]
