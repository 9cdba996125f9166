"""What counts as the same sentence, and its hash."""

from __future__ import annotations

import hashlib
import unicodedata

from workbench.engine.core.plain_text import single_spaced
from workbench.engine.text.folding import without_unseen


def text_hash(text: str) -> int:
    """64 bits of a text, the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def normalise(text: str) -> str:
    """What counts as the same sentence: NFKC, casefolded, blanks folded, without characters that show nothing."""
    text = without_unseen(text)
    if not text.isascii():
        # Casefolding can undo composition, so normalise on both sides of it.
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    else:
        text = text.casefold()
    return single_spaced(text)
