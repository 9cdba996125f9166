"""Translating one sentence in a way of one's own, to look at how the model does it."""

from __future__ import annotations

from typing import Any

from workbench.engine.core.config import SearchConfig
from workbench.engine.core.errors import InputError
from workbench.engine.core.messages import Message
from workbench.engine.core.types import Translation
from workbench.engine.search.decoding import Check, Decode, Decoded
from workbench.engine.search.translator import Translator


def translate_one(
    translator: Translator,
    text: str,
    search: SearchConfig,
    decode: Decode,
    *,
    prefix: str = "",
    check: Check | None = None,
    times: int = 1,
) -> list[Translation]:
    """Translate a text that the model decodes at once.

    Args:
        translator: The model.
        text: One sentence.
        search: How to search.
        decode: Searches; where there is room, it gets the sentence all ``times`` together.
        prefix: What the translation must begin with.
        check: Called at every decoding step.
        times: How often it is translated.

    Raises:
        InputError: It is more than one sentence, or the model is not asked for its translation.
    """
    parts = len(translator.parts(text, search))
    if parts > 1:
        raise InputError(
            Message("this text is translated in {n} parts, and only one can be looked at", n=parts),
            advice=Message("Give one sentence."),
        )
    asked = False

    def decode_and_tell(*arguments: Any, **options: Any) -> list[list[Decoded]]:
        nonlocal asked
        asked = True
        return decode(*arguments, **options)

    texts, prefixes = [text] * times, [prefix] * times
    found = translator.translate(texts, search, prefixes=prefixes, check=check, decode=decode_and_tell)
    if not asked:
        raise InputError(Message("the model is not asked for the translation of this text: it is empty, or copied"))
    return found
