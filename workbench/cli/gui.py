"""``workbench gui``: open the window."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from workbench.cli import options
from workbench.cli.qt_platform import prepare_platform
from workbench.engine.core.errors import InputError


def register(app: typer.Typer) -> None:
    """Add the command."""

    @app.command()
    def gui(
        platform: Annotated[
            str, typer.Option(metavar="NAME", help="Qt platform: xcb, wayland, offscreen, vnc and others.")
        ] = "",
        run: Annotated[
            Path | None, typer.Option(metavar="DIR", help="Watch this run folder and translate with it.")
        ] = None,
        screenshot: Annotated[
            Path | None,
            typer.Option(
                metavar="FILE", callback=options.writable, help="Write a picture of the window to this PNG file."
            ),
        ] = None,
        quit_after: Annotated[
            float, typer.Option(metavar="SECONDS", min=0.0, help="Close by itself after so many seconds.")
        ] = 0.0,
    ) -> int:
        """Open the window."""
        if run is not None and not (run / "run.toml").is_file():
            raise InputError("is not a run folder: it has no run.toml", where=str(run))
        prepare_platform(platform)
        from workbench.gui.shell.app import main

        return main(run=run, screenshot=screenshot, quit_after=quit_after)
