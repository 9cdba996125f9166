"""What counts as the same sentence, and its hash."""

from __future__ import annotations

import hashlib
import unicodedata

from workbench.engine.core.plain_text import single_spaced
from workbench.engine.text.folding import without_unseen


def text_hash(text: str) -> int:
    """64 bits of a text, the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def folded(text: str) -> str:
    """NFKC and casefolded, without characters that show nothing."""
    text = without_unseen(text)
    if text.isascii():
        return text.casefold()
    # Casefolding can undo composition, so normalise on both sides of it.
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def normalise(text: str) -> str:
    """What counts as the same sentence: ``folded``, and blanks folded as well."""
    return single_spaced(folded(text))
