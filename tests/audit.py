"""What a wheel brings along: ``python -m tests.audit`` (``make audit``).

Prints the licence of every package that the program needs, by what is installed here, and asks pip-audit for known
holes in the pinned versions. Exit code 1 when a licence is not allowed, a hole is known, or nobody could be asked.
"""

from __future__ import annotations

import importlib.util
import json
import re
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

#: What may not come along: licences that would bind the program, or that forbid a use.
_REFUSED = re.compile(r"\b(A?GPL|SSPL|BUSL|CC-BY-NC\S*|Commons-Clause|Proprietary)\b", re.IGNORECASE)
#: Packages that say nothing in their metadata, or offer a choice, and what was read in their sources instead.
_READ = {
    "chardetng-py": "MIT",
    "pyside6-essentials": "LGPL-3.0-only (of a choice with GPL)",
    "shiboken6": "LGPL-3.0-only (of a choice with GPL)",
}


def needed() -> dict[str, Distribution]:
    """The packages of a wheel without extras, by normalised name.

    Raises:
        PackageNotFoundError: One is not installed here.
    """
    found: dict[str, Distribution] = {}
    waiting = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    while waiting:
        requirement = Requirement(waiting.pop())
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name in found or (requirement.marker and not requirement.marker.evaluate({"extra": ""})):
            continue
        found[name] = distribution(requirement.name)
        waiting += found[name].requires or []
    return dict(sorted(found.items()))


def licence(name: str, package: Distribution) -> str:
    """In one line; empty where nobody says."""
    about = package.metadata
    given = about.get("License-Expression") or (about.get("License") or "").strip().split("\n")[0][:80]
    classes = [c.rpartition(" :: ")[2] for c in about.get_all("Classifier") or [] if c.startswith("License")]
    return _READ.get(name) or given or ", ".join(classes)


def allowed(text: str) -> bool:
    """Whether a licence may come along; the LGPL's libraries are linked, and stay replaceable."""
    free = re.sub(r"(?<=of a choice with )GPL|LGPL\S*|GPL\S* WITH \S+", "", text)
    return bool(text) and not _REFUSED.search(free)


def known_holes() -> tuple[list[str], list[str]]:
    """What pip-audit says of ``constraints.txt``, a line each, and the packages that it could not look up.

    Raises:
        RuntimeError: It is not installed, or its database cannot be reached.
    """
    if importlib.util.find_spec("pip_audit") is None:
        raise RuntimeError("pip-audit is not installed here (pip install -e .[audit])")
    command = [sys.executable, "-m", "pip_audit", "-r", "constraints.txt", "--no-deps", "--disable-pip", "-f", "json"]
    asked = subprocess.run(command, capture_output=True, text=True, timeout=600)
    try:
        packages = json.loads(asked.stdout)["dependencies"]
    except (ValueError, KeyError):
        reason = (asked.stderr.strip().split("\n") or [""])[-1][:200]
        raise RuntimeError(f"the database of known holes could not be asked: {reason}") from None
    holes = [f"{p['name']} {p['version']}: {v['id']}" for p in packages for v in p.get("vulns", [])]
    return holes, [p["name"] for p in packages if "vulns" not in p]


def main() -> int:
    """Print both tables; see the module."""
    failed = False
    try:
        for name, package in needed().items():
            text = licence(name, package)
            good = allowed(text)
            failed |= not good
            print(f"{name:24}{package.version:14}{text or 'unknown'}{'' if good else '   NOT ALLOWED'}")
    except PackageNotFoundError as error:
        print(f"audit: {error.name} is not installed here, so nothing was looked at", file=sys.stderr)
        return 1
    try:
        holes, unknown = known_holes()
    except (RuntimeError, subprocess.TimeoutExpired) as error:
        print(f"audit: known holes were NOT looked for: {error}", file=sys.stderr)
        return 1
    for hole in holes:
        print(hole)
    if unknown:
        print(f"audit: known holes were NOT looked for in {', '.join(unknown)}: not in the database", file=sys.stderr)
    elif not holes:
        print("no known holes in the pinned versions")
    return int(failed or bool(holes or unknown))


if __name__ == "__main__":
    sys.exit(main())
