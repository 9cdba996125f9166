"""Two windows remember their state in one file: neither takes away what the other has put there."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_WINDOW = """
import sys
from pathlib import Path
from workbench.gui.state.settings import Settings
settings = Settings(Path(sys.argv[1]))
for number in range(50):
    settings.put(f"{sys.argv[2]}/{number}", number)
    settings.sync()
"""


def test_two_windows_share_one_file(tmp_path: Path) -> None:
    file = tmp_path / "home" / "settings.ini"
    windows = [subprocess.Popen([sys.executable, "-c", _WINDOW, str(file), name]) for name in ("one", "two")]
    assert [window.wait(120) for window in windows] == [0, 0]
    told = "import sys; from pathlib import Path; from workbench.gui.state.settings import Settings;"
    told += "s = Settings(Path(sys.argv[1])); print([s.get(f'{w}/{n}', -1) for w in ('one', 'two') for n in range(50)])"
    found = subprocess.run([sys.executable, "-c", told, str(file)], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == str([*range(50), *range(50)])
    assert [p.name for p in file.parent.iterdir()] == ["settings.ini"]
