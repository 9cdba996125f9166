"""Forbids network connections of this process: nothing the program does by itself may leave the computer."""

from __future__ import annotations

import ipaddress
import sys
from typing import Any


class NetworkForbidden(BaseException):
    """A connection was tried; no handler of ordinary errors may hide it."""


def forbid_network() -> None:
    """Refuse every name lookup and connection but those to this computer, from now to the end of the process.

    Python's audit events are asked, so that ``socket``, ``urllib`` and all that use them are caught.
    """
    sys.addaudithook(_refuse)


def _refuse(event: str, args: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto", "socket.sendmsg") and not _is_local(args[1]):
        raise NetworkForbidden(f"a connection to {args[1]}")
    if event in ("socket.getaddrinfo", "socket.gethostbyname", "urllib.Request") and not _is_local_name(args[0]):
        raise NetworkForbidden(f"{event} of {args[0]}")


def _is_local(address: Any) -> bool:
    """Whether a socket's address is a path, or a host of this computer."""
    return isinstance(address, (str, bytes)) or (isinstance(address, tuple) and _is_local_name(address[0]))


def _is_local_name(name: Any) -> bool:
    text = name.decode() if isinstance(name, bytes) else str(name or "localhost")
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return text in ("localhost", "")
