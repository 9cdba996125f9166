"""``make audit``: what could not be looked up is no clean bill."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from tests import audit

_CLEAN = {"name": "one", "version": "1.0", "vulns": []}
_HOLED = {"name": "two", "version": "2.0", "vulns": [{"id": "CVE-1"}]}
_SKIPPED = {"name": "three", "skip_reason": "Dependency not found on PyPI and could not be audited: three (3.0)"}


@pytest.mark.parametrize(
    ("packages", "code", "said"),
    [
        ([_CLEAN], 0, "no known holes"),
        ([_CLEAN, _HOLED], 1, "two 2.0: CVE-1"),
        ([_CLEAN, _SKIPPED], 1, "NOT looked for in three"),
        ([_HOLED, _SKIPPED], 1, "two 2.0: CVE-1"),
        (None, 1, "NOT looked for: the database"),
    ],
)
def test_what_is_told_of_known_holes(
    packages: Any, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = json.dumps({"dependencies": packages}) if packages is not None else ""
    monkeypatch.setattr(audit, "needed", dict)
    monkeypatch.setattr(audit.importlib.util, "find_spec", lambda _name: object())
    monkeypatch.setattr(audit.subprocess, "run", lambda c, **_: subprocess.CompletedProcess(c, 0, answer, "no route"))
    assert audit.main() == code
    told = capsys.readouterr()
    assert said in told.out + told.err
    assert ("no known holes" in told.out) == (code == 0)
