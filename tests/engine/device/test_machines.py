"""Machines that the tests do not have: several cards, several ranks, and a system that keeps open files as they are."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from safetensors.torch import save_file

from workbench.engine.core.types import Pair
from workbench.engine.corpora import stored_pairs
from workbench.engine.device import cards
from workbench.engine.device import devices as device
from workbench.engine.device import threads as threads_module
from workbench.engine.device.threads import Threads
from workbench.engine.models.weights import read_tensors

GIB = 2**30
A, B, C = (f"{letter * 8}-1111-2222-3333-444444444444" for letter in "abc")


class FakeNvml:
    """Three cards in the order of the bus: A (8 GiB free), B (16), C (24)."""

    class NVMLError(Exception):
        pass

    def __init__(self) -> None:
        self.open = 0
        self.uuids = [f"GPU-{u}" for u in (A, B, C)]
        self.places = ["00000000:01:00.0", "00000000:02:00.0", "0000000A:C1:1F.0"]
        self.parts: list[str] = []

    def nvmlInit(self) -> None:
        self.open += 1

    def nvmlShutdown(self) -> None:
        self.open -= 1

    def nvmlDeviceGetCount(self) -> int:
        return 3

    def nvmlDeviceGetHandleByIndex(self, number: int) -> int:
        return number

    def nvmlDeviceGetHandleByUUID(self, uuid: bytes) -> Any:
        if uuid.decode() in self.parts:
            return uuid.decode()
        return self._index(self.uuids, uuid)

    def nvmlDeviceGetHandleByPciBusId(self, place: bytes) -> int:
        return self._index(self.places, place)

    def _index(self, names: list[str], name: bytes) -> int:
        if name.decode() not in names:
            raise self.NVMLError("Not Found")
        return names.index(name.decode())

    def nvmlDeviceGetUUID(self, handle: int) -> str:
        return self.uuids[handle]

    def nvmlDeviceGetName(self, handle: int) -> bytes:
        return f"Card {'ABC'[handle]}".encode()

    def nvmlDeviceGetMemoryInfo(self, handle: Any) -> Any:
        return SimpleNamespace(free=5 * GIB if isinstance(handle, str) else (handle + 1) * 8 * GIB)


@pytest.fixture
def nvml(monkeypatch: pytest.MonkeyPatch) -> FakeNvml:
    found = FakeNvml()
    monkeypatch.setitem(sys.modules, "pynvml", found)  # type: ignore[arg-type]
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES", raising=False)
    return found


def torch_sees(monkeypatch: pytest.MonkeyPatch, *found: Any) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: bool(found))
    monkeypatch.setattr(torch.cuda, "device_count", lambda: len(found))
    monkeypatch.setattr(torch.cuda, "get_device_properties", lambda number: found[number])


def properties(letter: str, uuid: str | None, **place: int) -> Any:
    known = {} if uuid is None else {"uuid": uuid}
    return SimpleNamespace(name=f"Card {letter}", total_memory=80 * GIB, **known, **place)


def test_a_card_is_found_by_what_it_is_and_not_by_its_number(nvml: FakeNvml, monkeypatch: pytest.MonkeyPatch) -> None:
    # CUDA_VISIBLE_DEVICES=2,0 or the fastest first: torch's 0 is the library's 2
    torch_sees(monkeypatch, properties("C", C), properties("A", A))
    assert [(d.id, d.name, d.free_bytes) for d in device.list_devices()[1:]] == [
        ("cuda:0", "Card C, 24 GiB free", 24 * GIB),
        ("cuda:1", "Card A, 8 GiB free", 8 * GIB),
    ]
    assert device.describe_device(torch.device("cuda:1")) == "Card A, 8 GiB free"
    assert nvml.open == 0
    assert (cards.open_card(0), cards.open_card(1)) == (2, 0)
    assert nvml.open == 2  # the handles stay good


def test_cards_without_uuid_parts_of_cards_and_unknown_ones(nvml: FakeNvml, monkeypatch: pytest.MonkeyPatch) -> None:
    part = "dddddddd-1111-2222-3333-444444444444"
    nvml.parts = [f"MIG-{part}"]
    torch_sees(
        monkeypatch,
        properties("C", None, pci_domain_id=10, pci_bus_id=0xC1, pci_device_id=0x1F),  # an older torch knows no UUID
        properties("part", part, pci_domain_id=0, pci_bus_id=2, pci_device_id=0),
        properties("other", "eeeeeeee-0000-0000-0000-000000000000", pci_domain_id=0, pci_bus_id=9, pci_device_id=0),
    )
    assert [(card.number, card.free_bytes // GIB) for card in cards.usable_cards()] == [(0, 24), (1, 5), (2, 80)]
    assert cards.open_card(2) is None


def test_cards_are_offered_without_the_management_library(nvml: FakeNvml, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_driver() -> None:
        raise nvml.NVMLError("Driver Not Loaded")

    monkeypatch.setattr(nvml, "nvmlInit", no_driver)
    torch_sees(monkeypatch, properties("A", A))
    assert [(d.id, d.free_bytes // GIB) for d in device.list_devices()[1:]] == [("cuda:0", 80)]
    assert cards.open_card(0) is None
    assert cards.unusable_cards() == []
    monkeypatch.setitem(sys.modules, "pynvml", None)  # not installed
    assert [d.id for d in device.list_devices()[1:]] == ["cuda:0"]


def test_a_card_counts_as_unusable_only_when_it_is_not_hidden(nvml: FakeNvml, monkeypatch: pytest.MonkeyPatch) -> None:
    torch_sees(monkeypatch)
    assert cards.unusable_cards() == ["Card A", "Card B", "Card C"]
    assert [d.id for d in device.list_devices()] == ["cpu"]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "2,1")
    assert cards.unusable_cards() == ["Card C", "Card B"]
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    assert cards.unusable_cards() == []
    monkeypatch.delenv("CUDA_VISIBLE_DEVICES")
    torch_sees(monkeypatch, properties("B", B), properties("C", C))  # A is too old for this torch
    assert cards.unusable_cards() == ["Card A"]


@pytest.mark.parametrize(
    ("setting", "visible"),
    [
        (None, "ABC"), ("", ""), ("-1", ""), ("NoDevFiles", ""),
        ("1", "B"), ("2,0", "CA"), (" 2 , 1 ", "CB"), ("0,-1,1", "A"), ("0,7,1", "A"),
        (f"GPU-{C}", "C"), ("GPU-bbbb,GPU-aaaa", "BA"), ("GPU-", ""), ("GPU-ffff,0", ""),
        (f"MIG-GPU-{B}/1/0,MIG-GPU-{B}/2/0", "B"), (f"MIG-{C}", ""),
    ],
)  # fmt: skip
def test_visible_cards(setting: str | None, visible: str) -> None:
    names = {f"GPU-{u}": letter for u, letter in ((A, "A"), (B, "B"), (C, "C"))}
    assert "".join(names[uuid] for uuid in cards.visible_cards(setting, list(names))) == visible


@pytest.mark.parametrize(
    ("ranks", "own", "launcher", "wish", "threads"),
    [
        ("", 16, 16, 0, 16), ("1", 16, 16, 0, 16),
        ("4", 16, 16, 0, 4), ("3", 16, 16, 0, 5), ("32", 16, 16, 0, 1),
        ("4", 16, 16, 6, 6),  # the person's wish wins
        ("4", 16, 16, 40, 16),
        ("2", 8, 8, 0, 4),  # all of the run bound to eight cores
        ("2", 8, 16, 0, 8),  # each rank bound to its own eight
        ("4", 8, 16, 0, 4),  # two ranks on each half of the machine
        ("two", 16, 16, 0, 16),
    ],
)  # fmt: skip
def test_ranks_share_the_cores(
    ranks: str, own: int, launcher: int, wish: int, threads: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = {0: own, os.getppid(): launcher}
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(allowed[process])), raising=False)
    monkeypatch.setattr(threads_module, "_container_cores", lambda: sys.maxsize)
    monkeypatch.setattr(torch, "set_num_threads", lambda count: None)
    monkeypatch.setenv("LOCAL_WORLD_SIZE", ranks)
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    assert Threads(wish).most == threads


def test_ranks_share_what_their_container_grants(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda process: set(range(64)), raising=False)
    monkeypatch.setattr(threads_module, "_container_cores", lambda: 6)
    monkeypatch.setenv("LOCAL_WORLD_SIZE", "2")
    assert threads_module.rank_threads() == 3


_PAUSED = """
import os, sys, time
from datetime import timedelta
import torch
from workbench.engine.training import distributed
if len(sys.argv) > 1:
    distributed.PATIENCE = timedelta(seconds=float(sys.argv[1]))
ranks = distributed.Ranks(torch.device("cpu"))
group = torch.distributed.distributed_c10d._get_default_group()
print(group._get_backend(torch.device("cpu")).options._timeout.total_seconds())
if ranks.first:
    time.sleep(3)
print(ranks.from_first("go on" if ranks.first else None))
ranks.close()
"""


@pytest.mark.parametrize(("patience", "ends"), [("", "go on"), ("1", "")])
def test_a_rank_waits_for_the_first_one_as_long_as_it_is_told_to(patience: str, ends: str, tmp_path: Path) -> None:
    script = tmp_path / "paused.py"
    script.write_text(_PAUSED)
    # no launcher, so that a rank's end is its own: the two meet at a port that the system picks
    import socket

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    ranks = []
    for rank in ("0", "1"):
        place = {"WORLD_SIZE": "2", "RANK": rank, "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port}
        command = [sys.executable, str(script), *filter(None, [patience])]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "text": True}
        ranks.append(subprocess.Popen(command, env={**os.environ, **place}, **pipes))  # type: ignore[call-overload]
    told = [rank.communicate(timeout=120)[0].split("\n") for rank in ranks]
    assert float(told[1][0]) == (float(patience) if patience else 7 * 24 * 3600)
    assert told[1][1] == ends


def test_tensors_read_from_a_file_do_not_need_it_any_more(tmp_path: Path) -> None:
    path = tmp_path / "training_state.safetensors"
    wanted = {"narrow": torch.arange(40_000).half(), "count": torch.tensor(7), "wide": torch.linspace(0, 1, 30_000)}
    save_file(wanted, path)
    found = read_tensors(path)
    with open(path, "rb+") as handle:  # a tensor that is a window on the file would change with it
        handle.write(b"\0" * path.stat().st_size)
    path.unlink()
    assert found.keys() == wanted.keys()
    assert all(torch.equal(found[name], tensor) for name, tensor in wanted.items())


def test_stored_pairs_are_closed_when_reading_stops_half_way(tmp_path: Path) -> None:
    folder = tmp_path / "library" / "new"
    folder.mkdir(parents=True)
    path = folder / "pairs.parquet"
    stored_pairs.write_pairs(path, (Pair(f"s{n}", f"t{n}", "") for n in range(20_000)), lambda *_: None)
    reading = stored_pairs.read_stored(path, "demo")
    assert next(reading).source == "s0"
    reading.close()
    assert not _held(path)


def _held(path: Path) -> bool:
    """Whether this process has the file open or mapped; never, where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return False
    handles = [os.readlink(link) for link in Path("/proc/self/fd").iterdir() if link.is_symlink() and link.exists()]
    return any(str(path) in name for name in [*handles, Path("/proc/self/maps").read_text()])


@pytest.mark.parametrize(
    ("wish", "cores", "words"),
    [(1, 8, "CPU, 1 thread"), (3, 8, "CPU, 3 threads"), (0, 8, "CPU, up to 8 threads"), (0, 1, "CPU, 1 thread")],
)
def test_the_processor_is_told_with_the_threads_that_are_used(
    monkeypatch: pytest.MonkeyPatch, wish: int, cores: int, words: str
) -> None:
    import torch

    from workbench.engine.device import devices, threads

    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    monkeypatch.setattr(threads, "cpu_threads", lambda: cores)
    assert str(devices.describe_device(torch.device("cpu"), threads.Threads(wish))) == words
    if wish:
        monkeypatch.setenv("OMP_NUM_THREADS", str(wish))
    assert str(devices.list_devices()[0].name) == words
