"""Numbers and states in words, the same way everywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from workbench.engine.runs.eta import Remaining

# Called by this name so that lupdate sees context and text.
translate = QCoreApplication.translate


def state_words(state: str) -> str:
    """A run's state for a person."""
    words = {
        "preparing": translate("Wording", "Preparing the corpus"),
        "building": translate("Wording", "Building the model"),
        "running": translate("Wording", "Training"),
        "validating": translate("Wording", "Validating"),
        "paused": translate("Wording", "Paused"),
        "saving": translate("Wording", "Saving"),
        "stopping": translate("Wording", "Stopping"),
        "completed": translate("Wording", "Finished"),
        "stopped": translate("Wording", "Stopped and kept"),
        "failed": translate("Wording", "Failed"),
    }
    return words.get(state, state)


def duration(seconds: float) -> str:
    """A duration as people say it: rounded the more, the longer it is."""

    if seconds < 50:
        step = 1 if seconds < 10 else 5
        return translate("Wording", "{seconds} s").format(seconds=max(1, round(seconds / step) * step))
    minutes = round(seconds / 60)
    if minutes < 90:
        return translate("Wording", "{minutes} min").format(minutes=max(1, minutes))
    hours, rest = divmod(minutes, 60)
    if hours < 24:
        return translate("Wording", "{hours} h {minutes} min").format(hours=hours, minutes=round(rest / 5) * 5 % 60)
    return translate("Wording", "{days} days").format(days=QLocale().toString(seconds / 86_400, "f", 1))


def remaining_words(remaining: Remaining | None) -> str:
    """How long a run still takes, with how sure that is."""

    if remaining is None:
        return translate("Wording", "Time left: not known yet")
    text = duration(remaining.seconds)
    if not remaining.measured:
        return translate("Wording", "about {time} left (estimate)").format(time=text)
    if remaining.at_most:
        return translate("Wording", "at most {time} left").format(time=text)
    return translate("Wording", "about {time} left").format(time=text)


def count(number: float) -> str:
    """A whole number with the separators of the person's country."""
    return QLocale().toString(round(number))


def megabytes(value: float) -> str:
    """A size from megabytes."""
    if value >= 1000:
        return translate("Wording", "{size} GB").format(size=QLocale().toString(value / 1000, "f", 1))
    return translate("Wording", "{size} MB").format(size=round(value))


def disk_words(need_mb: float, free_mb: float) -> str:
    """That the disk is too full for a run."""
    text = translate("RunSetup", "This run needs about {need} on the disk; only {free} are free.")
    return text.format(need=megabytes(need_mb), free=megabytes(free_mb))
