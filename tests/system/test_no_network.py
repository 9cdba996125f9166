"""The whole suite runs without a network; that this is so is tried here."""

import socket
import subprocess
import sys
import urllib.request

import pytest

from tests.no_network import NetworkForbidden


@pytest.mark.parametrize(
    "connect",
    [
        lambda: socket.create_connection(("198.51.100.7", 80), timeout=1),
        lambda: socket.getaddrinfo("example.org", 80),
        lambda: urllib.request.urlopen("http://example.org/", timeout=1),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("198.51.100.7", 53)),
        lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendmsg([b"x"], [], 0, ("198.51.100.7", 53)),
    ],
)
def test_connections_are_refused(connect) -> None:
    with pytest.raises(NetworkForbidden):
        connect()


def test_this_computer_may_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname(), timeout=1).close()


def test_programs_that_a_test_starts_are_held_to_it() -> None:
    code = "import socket; socket.getaddrinfo('example.org', 80)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60)
    assert done.returncode
    assert "NetworkForbidden" in done.stderr
