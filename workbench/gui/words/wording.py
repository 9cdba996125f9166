"""States, time left and lack of room in words, the same way everywhere."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.engine.core.types import ATTENTION, GRADIENT, OCCLUSION
from workbench.engine.runs.eta import Remaining
from workbench.gui.words import formats

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


def remaining_words(remaining: Remaining | None) -> str:
    """How long a run still takes, with how sure that is."""

    if remaining is None:
        return translate("Wording", "Time left: not known yet")
    text = formats.rough_duration(remaining.seconds)
    if not remaining.measured:
        return translate("Wording", "about {time} left (estimate)").format(time=text)
    if remaining.at_most:
        return translate("Wording", "at most {time} left").format(time=text)
    return translate("Wording", "about {time} left").format(time=text)


def disk_words(need_mb: float, free_mb: float) -> str:
    """That the disk is too full for a run."""
    text = translate("RunSetup", "This run needs about {need} on the disk; only {free} are free.")
    return text.format(need=formats.megabytes(need_mb), free=formats.megabytes(free_mb))


def kind_words(kind: str) -> str:
    """What a picture shows, one of ``KINDS``."""
    return {
        ATTENTION: translate("PicturePanel", "Attention"),
        OCCLUSION: translate("PicturePanel", "Left out"),
        GRADIENT: translate("PicturePanel", "Gradient"),
    }[kind]
