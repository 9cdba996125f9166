"""What there is to train and translate on, asked for in a worker because the answer needs torch."""

from __future__ import annotations

from typing import Any

from workbench.engine.device import DeviceInfo


def find_devices(_progress: object = None, _check: object = None) -> tuple[list[DeviceInfo], Any, str]:
    """Load torch and list what it can use.

    Returns:
        The devices, the handle of ``cuda:0`` for the meters (``None`` without one), and the name of a card that is
        there but that this PyTorch cannot use (empty without one).
    """
    import torch  # noqa: F401 - the first translation and training find it loaded

    from workbench.engine.cards import open_card, unusable_cards
    from workbench.engine.device import list_devices

    devices = list_devices()
    handle = open_card(0) if len(devices) > 1 else None
    return devices, handle, next(iter(unusable_cards()), "")
