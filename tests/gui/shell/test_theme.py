from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon
from PySide6.QtWidgets import QApplication

from workbench.gui import styling, theme
from workbench.gui.theme import DARK, LIGHT, Theme


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.1."""
    parts = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_measure_itself():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_text_is_readable_on_every_ground(chosen: Theme):
    for ground in ("window", "surface", "raised", "sidebar", "accent_soft", "added"):
        assert contrast(chosen.text, getattr(chosen, ground)) >= 7, ground
    for ground in ("window", "surface", "sidebar"):
        for ink in ("muted", "link", "positive", "warning", "error"):
            assert contrast(getattr(chosen, ink), getattr(chosen, ground)) >= 4.5, (ink, ground)
    assert contrast(chosen.accent_text, chosen.accent) >= 4.5


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
def test_curves_stand_out_from_the_chart(chosen: Theme):
    for color in chosen.curves:
        assert contrast(color, chosen.surface) >= 3, color
    assert len(set(chosen.curves)) == len(chosen.curves)


def test_both_themes_define_every_colour():
    for chosen in (LIGHT, DARK):
        for field in dataclasses.fields(chosen):
            value = getattr(chosen, field.name)
            if isinstance(value, str) and field.name != "name":
                assert QColor(value).isValid(), field.name


def test_heat_goes_from_low_to_high():
    assert LIGHT.heat(0).name() == LIGHT.heat_low
    assert LIGHT.heat(1).name() == LIGHT.heat_high
    assert LIGHT.heat(7).name() == LIGHT.heat_high


def test_zoom_scales_from_the_same_base(qapp: QApplication):
    LIGHT.apply(qapp, 1.0)
    base = qapp.font().pointSizeF()
    LIGHT.apply(qapp, 2.0)
    DARK.apply(qapp, 1.5)
    assert qapp.font().pointSizeF() == pytest.approx(1.5 * base)
    LIGHT.apply(qapp, 1.0)
    assert qapp.font().pointSizeF() == pytest.approx(base)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("points", [7.0, 10.0, 22.5])
def test_the_style_sheet_is_filled_in_and_its_pictures_are_there(chosen: Theme, points: float):
    sheet = styling.style_sheet(chosen, points)
    assert "$" not in sheet
    assert chosen.accent_soft in sheet
    pictures = set(re.findall(r'url\("(.+?)"\)', sheet))
    assert len(pictures) == 4
    assert all(Path(picture).is_file() for picture in pictures)


def test_a_fixed_choice_wins_over_the_system():
    assert theme.choose("dark") is DARK
    assert theme.choose("light") is LIGHT
    assert theme.choose("system") in (LIGHT, DARK)


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("color", "ground"), [("accent_text", "border"), ("text", "window")])
def test_the_picture_on_a_button_that_is_off_can_be_seen(qapp: QApplication, chosen: Theme, color: str, ground: str):
    image = theme.icon("mdi6.play", chosen, color).pixmap(QSize(32, 32), QIcon.Mode.Disabled).toImage()
    ink = image.pixelColor(14, 16)  # inside the triangle
    assert ink.alpha() == 255
    assert contrast(ink.name(), getattr(chosen, ground)) >= 2
