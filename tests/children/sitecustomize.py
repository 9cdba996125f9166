"""Python loads this at the start of every program that a test starts: what holds for the tests holds for them."""

from tests.no_network import forbid_network

forbid_network()
