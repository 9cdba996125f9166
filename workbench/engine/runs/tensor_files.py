"""What a safetensors file says it holds, looked at before anything of it is read. No torch."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any

from workbench.engine.core.errors import RunFolderError
from workbench.engine.core.files import missing_file, reason
from workbench.engine.core.json_text import parse_json
from workbench.engine.core.messages import Message

#: Bytes; some 50,000 tensors, where a model of this program has a hundred.
LONGEST_HEADER = 5_000_000
#: Bytes a number, of the types that this program writes or may be given.
_SIZES = {"BOOL": 1, "U8": 1, "I8": 1, "F16": 2, "BF16": 2, "I16": 2, "F32": 4, "I32": 4, "F64": 8, "I64": 8}
_MOST_DIMENSIONS = 8


@dataclass(frozen=True)
class TensorInfo:
    """One tensor of a file.

    Attributes:
        kind: Its type as the format names it: "F32", "F16" ...
        size: Its bytes.
    """

    kind: str
    shape: tuple[int, ...]
    size: int


def tensor_header(path: Path) -> dict[str, TensorInfo]:
    """Type and shape of each tensor, which together are as large as the file.

    The file is an 8-byte length, that much JSON, then the numbers: whoever makes room for the tensors takes no more
    memory than the file has bytes. Where each lies is left to the library.

    Raises:
        RunFolderError: The file is missing, truncated, longer than it says, or of another format.
    """
    try:
        size = path.stat().st_size
        with open(path, "rb") as handle:
            (length,) = struct.unpack("<Q", handle.read(8))
            if length > min(size - 8, LONGEST_HEADER):
                raise ValueError(f"a header of {length:,} bytes")
            header = parse_json(handle.read(length))
        found = {name: _info(entry) for name, entry in header.items() if name != "__metadata__"}
        wanted = 8 + length + sum(info.size for info in found.values())
        if wanted != size:
            raise ValueError(f"{size:,} bytes instead of {wanted:,}")
    except FileNotFoundError:
        raise missing_file(path) from None
    except (OSError, struct.error, ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise RunFolderError(
            Message("is truncated or no safetensors file ({error})", error=reason(error)), where=str(path)
        ) from None
    return found


def _info(entry: dict[str, Any]) -> TensorInfo:
    kind, shape = entry["dtype"], tuple(entry["shape"])
    if len(shape) > _MOST_DIMENSIONS or not all(isinstance(n, int) and 0 <= n < 1 << 62 for n in shape):
        raise ValueError("a size that is none")
    return TensorInfo(kind, shape, _SIZES[kind] * prod(shape))
