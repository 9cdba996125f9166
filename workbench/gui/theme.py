"""Two designed themes, light and dark, on the Fusion style: palette, style sheet, curve and heat map colours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QApplication, QWidget

from workbench.gui import icons, styling

W = TypeVar("W", bound=QWidget)
#: The theme that was applied last, under "theme".
_in_use: dict[str, Theme] = {}
#: Opacity of what cannot be used now.
_FAINT = 0.6


def mix(low: QColor, high: QColor, share: float) -> QColor:
    """A colour between two."""
    share = min(1.0, max(0.0, share))
    pairs = ((low.redF(), high.redF()), (low.greenF(), high.greenF()), (low.blueF(), high.blueF()))
    return QColor.fromRgbF(*(a + (b - a) * share for a, b in pairs))


@dataclass(frozen=True)
class Theme:
    """Colours of one appearance, as ``#rrggbb``.

    Attributes:
        name: "light" or "dark".
        window: Behind everything.
        sidebar: Behind the navigation.
        surface: Cards, inputs, tables, charts.
        raised: Hovered rows, buttons, table headers.
        border: Lines between surfaces.
        text: Normal text.
        muted: Secondary text; still 4.5:1 on ``surface``.
        accent: Primary buttons, selection, focus.
        accent_text: Text on ``accent``.
        accent_soft: Quiet selection background.
        link: Links and alignment lines.
        positive: Good news.
        warning: Something to know.
        error: Something failed.
        added: Background of changed text.
        grid: Chart grid lines.
        curves: Distinct curve colours, told apart by people with colour blindness too.
        raw_curve: The unsmoothed training loss.
        heat_low: Attention 0.
        heat_high: Attention 1.
    """

    name: str
    window: str
    sidebar: str
    surface: str
    raised: str
    border: str
    text: str
    muted: str
    accent: str
    accent_text: str
    accent_soft: str
    link: str
    positive: str
    warning: str
    error: str
    added: str
    grid: str
    curves: tuple[str, ...]
    raw_curve: str
    heat_low: str
    heat_high: str

    @property
    def dark(self) -> bool:
        """Whether text is lighter than its background."""
        return self.name == "dark"

    def color(self, name: str, alpha: float = 1.0) -> QColor:
        """A named colour (``"accent"``) or a literal one (``"#aabbcc"``) with an opacity, 0 to 1."""
        color = QColor(getattr(self, name) if not name.startswith("#") else name)
        color.setAlphaF(alpha)
        return color

    @property
    def faint(self) -> QColor:
        """Text of what cannot be used now."""
        return self.color("muted", _FAINT)

    def curve(self, index: int) -> str:
        """Curve colour ``index``, repeating from the start."""
        return self.curves[index % len(self.curves)]

    def heat(self, weight: float) -> QColor:
        """Heat map colour of a weight, 0 to 1, and down to -1 for what speaks against."""
        low, high = QColor(self.heat_low), QColor(self.heat_high) if weight >= 0 else self.color("warning")
        share = min(1.0, abs(weight))
        pairs = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
        return QColor(*(round(a + (b - a) * share) for a, b in pairs))

    def palette(self) -> QPalette:
        """The Qt palette."""
        roles = QPalette.ColorRole
        palette = QPalette()
        for role, color in {
            roles.Window: self.window,
            roles.WindowText: self.text,
            roles.Base: self.surface,
            roles.AlternateBase: self.window,
            roles.ToolTipBase: self.raised,
            roles.ToolTipText: self.text,
            roles.PlaceholderText: self.muted,
            roles.Text: self.text,
            roles.Button: self.raised,
            roles.ButtonText: self.text,
            roles.BrightText: self.error,
            roles.Highlight: self.accent,
            roles.HighlightedText: self.accent_text,
            roles.Accent: self.accent,
            roles.Link: self.link,
            roles.LinkVisited: self.link,
            roles.Light: self.surface if not self.dark else self.raised,
            roles.Midlight: self.raised,
            roles.Mid: self.border,
            roles.Dark: self.border,
            roles.Shadow: "#000000" if self.dark else "#7c8694",
        }.items():
            palette.setColor(role, QColor(color))
        for role in (roles.WindowText, roles.Text, roles.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.faint)
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(self.border))
        palette.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(self.accent))
        palette.setColor(QPalette.ColorGroup.Inactive, roles.HighlightedText, QColor(self.accent_text))
        return palette

    def apply(self, app: QApplication, zoom: float = 1.0) -> None:
        """Repaint the whole application with this theme at a text size factor."""
        if app.property("baseFont") is None:
            app.setProperty("baseFont", app.font())
        font = QFont(app.property("baseFont"))
        font.setPointSizeF((font.pointSizeF() if font.pointSizeF() > 0 else 10.0) * zoom)
        _in_use["theme"] = self
        if font != app.font():
            app.setFont(font)
        if self.palette() != app.palette():
            app.setPalette(self.palette())
        styling.change(styling.style_sheet(self, font.pointSizeF()))


LIGHT = Theme(
    name="light",
    window="#f4f6f9",
    sidebar="#e9edf3",
    surface="#ffffff",
    raised="#eef1f6",
    border="#d3dae4",
    text="#18212d",
    muted="#566375",
    accent="#2862d6",
    accent_text="#ffffff",
    accent_soft="#dfe9fd",
    link="#2862d6",
    positive="#157a4b",
    warning="#96590a",
    error="#bd2c38",
    added="#d6f1e1",
    grid="#e3e8ef",
    curves=("#2862d6", "#d3601a", "#138a5e", "#9145b8", "#b38600", "#c4356f", "#0f8aa6", "#6a7382"),
    raw_curve="#b9cdf4",
    heat_low="#ffffff",
    heat_high="#1b4fb3",
)

DARK = Theme(
    name="dark",
    window="#12161c",
    sidebar="#0d1116",
    surface="#1a2029",
    raised="#252d39",
    border="#343e4d",
    text="#e4e9f0",
    muted="#9ba8ba",
    accent="#74a7ff",
    accent_text="#0b1524",
    accent_soft="#22334f",
    link="#86b3ff",
    positive="#58cf95",
    warning="#f0b45c",
    error="#ff7f86",
    added="#1d4a35",
    grid="#29313d",
    curves=("#74a7ff", "#ff9d5c", "#58cf95", "#cb94ee", "#e3c052", "#ff83b1", "#5fcbe2", "#a6b1c0"),
    raw_curve="#4a6899",
    heat_low="#1a2029",
    heat_high="#8fbaff",
)

THEMES = {"light": LIGHT, "dark": DARK}


def in_use() -> Theme:
    """The theme that the application has now."""
    return _in_use.get("theme", LIGHT)


def choose(setting: str) -> Theme:
    """The theme for a setting: "light", "dark", or "system" for what the desktop uses now."""
    if setting in THEMES:
        return THEMES[setting]
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def set_role(widget: W, role: str) -> W:
    """Give a control a look of the style sheet, and return it.

    Labels: ``title, heading, muted, strong, value, positive, warning, error, badge, read_out``.
    Frames: ``card, banner, warning_banner, sidebar, divider, popup``. Buttons: ``primary, danger, quiet, link, nav,
    choice, help``.
    """
    widget.setProperty("role", role)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
    return widget


def named(widget: W, name: str, role: str = "") -> W:
    """Give a control its object name and, unless empty, its role, and return it."""
    widget.setObjectName(name)
    return set_role(widget, role) if role else widget


def name_control(widget: QWidget, name: str, tip: str = "") -> None:
    """What a screen reader calls a control, and its tooltip."""
    widget.setAccessibleName(name)
    widget.setToolTip(tip)


def name_button(button: QAbstractButton, text: str, tip: str, name: str = "") -> None:
    """What is written on a button, its tooltip, and what a screen reader calls it where that is not the text."""
    button.setText(text)
    name_control(button, name or plain(text), tip)


def plain(text: str) -> str:
    """A button's text as one would read it out."""
    return text.replace("&", "").replace("…", "")


def indent_spin_boxes(root: QWidget) -> None:
    """Keep numbers away from the border: a style sheet's padding does not reach the text of a spin box."""
    boxes = [root] if isinstance(root, QAbstractSpinBox) else root.findChildren(QAbstractSpinBox)
    for box in boxes:
        if isinstance(box, QAbstractSpinBox):
            box.lineEdit().setTextMargins(5, 0, 0, 0)


def icon(name: str, theme: Theme, color: str = "text") -> QIcon:
    """A Material Design icon such as ``"mdi6.play"`` in a theme colour (or a literal one)."""
    literal = color if color.startswith("#") else str(getattr(theme, color))
    # A primary button that is off keeps a filled background, so its picture needs the stronger of the two greys.
    off = QColor(theme.muted) if color == "accent_text" else mix(QColor(theme.window), QColor(theme.muted), _FAINT)
    return icons.drawn(name, literal, off.name())
