"""Puts the shipped resources and sample models into the package when it is built; all else is in pyproject.toml."""

from __future__ import annotations

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
#: Folder of the checkout -> folder inside the package. Of the runs, only these two are ever shipped.
SHIPPED = {
    "resources": "workbench/_resources",
    "checkpoints/sample-en-fr": "workbench/_checkpoints/sample-en-fr",
    "checkpoints/sample-fr-en": "workbench/_checkpoints/sample-fr-en",
}
#: Pictures of the README and marks of a training process are of no use in an installed program.
SKIPPED = shutil.ignore_patterns("screenshots", ".lock", "tests", "*.tmp", "__pycache__")


class BuildWithResources(build_py):
    """Copies the shipped folders beside the modules; an editable install finds them in the checkout."""

    def run(self) -> None:
        """Build, then copy."""
        super().run()
        if self.editable_mode:
            return
        for source, target in SHIPPED.items():
            if (ROOT / source).is_dir():
                shutil.copytree(ROOT / source, Path(self.build_lib) / target, dirs_exist_ok=True, ignore=SKIPPED)


setup(cmdclass={"build_py": BuildWithResources})
