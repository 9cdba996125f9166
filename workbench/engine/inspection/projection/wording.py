"""Measures and verdicts in words, for pages, the window and the command line."""

from __future__ import annotations

import math

from workbench.engine.core.messages import Message

VERDICTS = {"usable": Message("likely usable"), "check": Message("check"), "redo": Message("redo")}
#: What is measured of a translation, by name as in ``features.NAMES``.
MEASURES = {
    "mean_logprob": Message("mean probability of a piece"),
    "min_logprob": Message("least probability of a piece"),
    "mean_entropy": Message("mean doubt between pieces (entropy)"),
    "max_entropy": Message("greatest doubt at a piece (entropy)"),
    "unknown": Message("source pieces never seen in training"),
    "length_ratio": Message("words of the translation for one of the source"),
    "source_words": Message("words of the source"),
    "attention_entropy": Message("spread of the attention (entropy)"),
    "never": Message("source words never looked at"),
    "twice": Message("source words looked at twice"),
}
_SHARES, _LOGPROBS = ("unknown", "never", "twice"), ("mean_logprob", "min_logprob")


def measure_value(name: str, value: float) -> str:
    """A measure's value as one reads it: probabilities and shares in per cent, entropies in nats."""
    if name in _LOGPROBS:
        return Message("{percent:.0f} %", percent=100 * math.exp(value))
    if name in _SHARES:
        return Message("{percent:.0f} %", percent=100 * value)
    if name == "source_words":
        return Message("{count:.0f}", count=value)
    if name == "length_ratio":
        return Message("{ratio:.2f}", ratio=math.exp(value))
    return Message("{nats:.2f} nats", nats=value)


def projection_text(chrf: float, error: float) -> Message:
    """A projected chrF with its error."""
    return Message("chrF about {chrf:.0f} ± {error:.0f}", chrf=chrf, error=error)
