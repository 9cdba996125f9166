"""What there is to train and translate on, asked for in a worker because the answer needs torch."""

from __future__ import annotations

from typing import Any

from workbench.engine.device.devices import DeviceInfo


def find_devices(_progress: object = None, _check: object = None) -> tuple[list[DeviceInfo], Any, str]:
    """Load torch and list what it can use.

    Returns:
        The devices, the handle of the first card for the meters (``None`` without one), and the name of a card that
        is there but that this PyTorch cannot use (empty without one).
    """
    import torch  # the first translation and training find it loaded

    from workbench.engine.device.devices import list_devices

    listed = list_devices()
    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    usable = [d for d in listed if not d.id.startswith("cuda") or int(d.id.partition(":")[2]) < count]
    lost = next((d.name.partition(",")[0] for d in listed if d not in usable), "")
    return usable, _gpu_handle() if len(usable) > 1 else None, lost


def _gpu_handle() -> Any:
    import pynvml

    try:
        pynvml.nvmlInit()
        return pynvml.nvmlDeviceGetHandleByIndex(0)
    except pynvml.NVMLError:
        return None
