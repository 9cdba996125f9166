"""Qt's platform is chosen and tried before an application object could abort the process."""

from __future__ import annotations

import ctypes
import os
import sys

from workbench.engine.core.errors import InputError

#: Libraries that Qt's X11 plug-in needs and that a bare Debian lacks, with their packages.
_XCB = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}


def prepare_platform(platform: str) -> None:
    """Choose Qt's platform and make sure that it can start, before an application object aborts the process.

    Raises:
        InputError: Qt is not installed, there is no display, or the X11 plug-in's libraries are missing.
    """
    if platform:
        os.environ["QT_QPA_PLATFORM"] = platform
    chosen = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if sys.platform == "win32":
        # Since torch 2.9 its libraries fail to load once Qt has loaded its own; before Qt they load well.
        import torch  # noqa: F401
    try:
        import PySide6.QtCore  # noqa: F401
    except ImportError as error:
        raise InputError(
            f"the window needs PySide6, which cannot be loaded ({error})",
            advice="Install it with: pip install PySide6-Essentials; every other command works without it.",
        ) from None
    if sys.platform.startswith("linux"):
        _check_linux(chosen)


def _check_linux(chosen: str) -> None:
    has_x, has_wayland = bool(os.environ.get("DISPLAY")), bool(os.environ.get("WAYLAND_DISPLAY"))
    if not chosen and not has_x and not has_wayland:
        raise InputError(
            "there is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set)",
            advice="Start it in a desktop session or with ssh -X; add --platform vnc to serve the window over VNC,"
            " or --platform offscreen for pictures. Training and translating work without a window: workbench train.",
        )
    if chosen == "xcb" and not has_x:
        raise InputError("there is no X11 display (DISPLAY is not set)", advice="Try --platform vnc or offscreen.")
    if chosen == "xcb" or (not chosen and has_x and not has_wayland):
        missing = [package for library, package in _XCB.items() if not _loads(library)]
        if missing:
            raise InputError(
                "libraries of Qt's X11 plug-in are missing",
                advice=f"Install them with: sudo apt-get install {' '.join(missing)}",
            )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
