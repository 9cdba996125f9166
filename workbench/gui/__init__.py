"""The window: shows the engine's state and turns clicks into engine calls."""

import sys


def _keep_singletons() -> None:
    """Make ``None``, ``True`` and ``False`` live for ever on Python 3.11.

    PySide6 6.12 wheels were built with headers whose ``Py_RETURN_NONE`` (and ``_TRUE``, ``_FALSE``) takes them as
    immortal, which they are only since Python 3.12 (CPython issue 134989). On 3.11 every call that returns nothing
    therefore drops one reference to ``None``, and the interpreter aborts with "deallocating None" after some thousands.
    A reference count far beyond reach is what immortality is.
    """
    import ctypes

    if hasattr(sys, "gettotalrefcount"):  # a debug build puts other fields before the count
        return
    for singleton in (None, True, False):
        ctypes.c_ssize_t.from_address(id(singleton)).value += 1 << 48


if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
    _keep_singletons()


def _guard_overrides() -> None:
    """Before the first class that derives from Qt's is made."""
    from workbench.gui.guard import install

    install()


_guard_overrides()
