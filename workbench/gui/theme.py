"""Two designed themes, light and dark, on the Fusion style: palette, style sheet, curve and heat map colours."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QPalette
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QWidget

from workbench.engine.core.paths import resources


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

    def curve(self, index: int) -> str:
        """Curve colour ``index``, repeating from the start."""
        return self.curves[index % len(self.curves)]

    def heat(self, weight: float) -> QColor:
        """Heat map colour of a weight, 0 to 1."""
        low, high = QColor(self.heat_low), QColor(self.heat_high)
        share = min(1.0, max(0.0, weight))
        red, green, blue = (
            round(a + (b - a) * share)
            for a, b in ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
        )
        return QColor(red, green, blue)

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
            palette.setColor(QPalette.ColorGroup.Disabled, role, self._disabled())
        palette.setColor(QPalette.ColorGroup.Disabled, roles.Highlight, QColor(self.border))
        palette.setColor(QPalette.ColorGroup.Inactive, roles.Highlight, QColor(self.accent))
        palette.setColor(QPalette.ColorGroup.Inactive, roles.HighlightedText, QColor(self.accent_text))
        return palette

    def _disabled(self) -> QColor:
        color = QColor(self.muted)
        color.setAlphaF(0.6)
        return color

    def apply(self, app: QApplication, zoom: float = 1.0) -> None:
        """Repaint the whole application with this theme at a text size factor."""
        _remember_base_font(app)
        font = QFont(_base_font(app))
        font.setPointSizeF(_base_font(app).pointSizeF() * zoom)
        app.setFont(font)
        app.setPalette(self.palette())
        app.setStyleSheet(style_sheet(self, font.pointSizeF()))


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


def choose(setting: str) -> Theme:
    """The theme for a setting: "light", "dark", or "system" for what the desktop uses now."""
    if setting in THEMES:
        return THEMES[setting]
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def set_role(widget: QWidget, role: str) -> None:
    """Give a control a look of the style sheet.

    Labels: ``title, heading, muted, strong, value, positive, warning, error, badge``.
    Frames: ``card, banner, warning_banner, sidebar, divider``. Buttons: ``primary, danger, quiet, link, nav, choice``.
    """
    widget.setProperty("role", role)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def indent_spin_boxes(root: QWidget) -> None:
    """Keep numbers away from the border: a style sheet's padding does not reach the text of a spin box."""
    boxes = [root] if isinstance(root, QAbstractSpinBox) else root.findChildren(QAbstractSpinBox)
    for box in boxes:
        if isinstance(box, QAbstractSpinBox):
            box.lineEdit().setTextMargins(5, 0, 0, 0)


@lru_cache(maxsize=256)
def _icon(name: str, color: str, disabled: str) -> QIcon:
    import os

    os.environ.setdefault("QT_API", "pyside6")
    import qtawesome

    return QIcon(qtawesome.icon(name, color=color, color_disabled=disabled))


def icon(name: str, theme: Theme, color: str = "text") -> QIcon:
    """A Material Design icon such as ``"mdi6.play"`` in a theme colour (or a literal one)."""
    literal = color if color.startswith("#") else str(getattr(theme, color))
    # A primary button that is off keeps a filled background, so its picture needs the stronger of the two greys.
    off = QColor(theme.muted) if color == "accent_text" else _over(theme._disabled(), QColor(theme.window))
    return _icon(name, literal, off.name())


def _over(color: QColor, background: QColor) -> QColor:
    """A half transparent colour as it looks on a background."""
    share = color.alphaF()
    red, green, blue = (
        over * share + under * (1 - share)
        for over, under in (
            (color.redF(), background.redF()),
            (color.greenF(), background.greenF()),
            (color.blueF(), background.blueF()),
        )
    )
    return QColor.fromRgbF(red, green, blue)


def _remember_base_font(app: QApplication) -> None:
    if app.property("baseFont") is None:
        app.setProperty("baseFont", app.font())


def _base_font(app: QApplication) -> QFont:
    font: QFont = app.property("baseFont")
    if font.pointSizeF() <= 0:
        font.setPointSizeF(10.0)
    return font


def style_sheet(theme: Theme, points: float) -> str:
    """The style sheet at a text size in points; everything that palette and Fusion alone do not give."""
    pad = max(3, round(points * 0.42))
    radius = 6
    box = round(points * 1.45)
    pictures = (resources() / "themes").as_posix()
    return f"""
QToolTip {{ background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border}; padding: {pad}px; }}
QLabel[role="title"] {{ font-size: {points * 1.5:.1f}pt; font-weight: 600; }}
QLabel[role="heading"] {{ font-size: {points * 1.1:.1f}pt; font-weight: 600; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="value"] {{ font-size: {points * 1.35:.1f}pt; font-weight: 600; }}
QLabel[role="muted"] {{ color: {theme.muted}; }}
QLabel[role="positive"] {{ color: {theme.positive}; }}
QLabel[role="warning"] {{ color: {theme.warning}; }}
QLabel[role="error"] {{ color: {theme.error}; }}
QLabel[role="badge"] {{ background: {theme.accent_soft}; color: {theme.text}; border-radius: {radius}px;
    padding: 1px {pad + 2}px; }}
QFrame[role="card"] {{ background: {theme.surface}; border: 1px solid {theme.border}; border-radius: {radius + 2}px; }}
QFrame[role="banner"] {{ background: {theme.accent_soft}; border: 1px solid {theme.accent};
    border-radius: {radius}px; }}
QFrame[role="warning_banner"] {{ background: {theme.surface}; border: 1px solid {theme.warning};
    border-left: 4px solid {theme.warning}; border-radius: {radius}px; }}
QFrame[role="sidebar"] {{ background: {theme.sidebar}; border: none; border-right: 1px solid {theme.border}; }}
QFrame[role="divider"] {{ background: {theme.border}; border: none; max-height: 1px; }}
QPushButton, QToolButton {{ padding: {pad}px {pad * 2 + 2}px; border: 1px solid {theme.border};
    border-radius: {radius}px; background: {theme.raised}; color: {theme.text};
    icon-size: {max(16, round(points * 1.75))}px; }}
QToolButton {{ padding: {pad}px; }}
QToolButton[popupMode="2"] {{ padding-right: {box}px; }}
QToolButton[popupMode="2"]:focus {{ padding-right: {box - 1}px; }}
QToolButton::menu-indicator {{ image: url("{pictures}/down-{theme.name}.svg"); width: {box - 6}px; height: {box - 6}px;
    subcontrol-origin: padding; subcontrol-position: center right; right: {pad - 2}px; }}
QPushButton:hover, QToolButton:hover {{ border-color: {theme.accent}; }}
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, QPushButton:checked {{
    background: {theme.accent_soft}; border-color: {theme.accent}; }}
QPushButton:focus, QToolButton:focus {{ border: 2px solid {theme.accent}; padding: {pad - 1}px {pad * 2 + 1}px; }}
QToolButton:focus {{ padding: {pad - 1}px; }}
QPushButton:disabled, QToolButton:disabled {{ color: {theme._disabled().name(QColor.NameFormat.HexArgb)};
    background: {theme.window}; }}
QPushButton[role="primary"] {{ background: {theme.accent}; border-color: {theme.accent}; color: {theme.accent_text};
    font-weight: 600; }}
QPushButton[role="primary"]:hover {{ background: {theme.color("accent").lighter(112).name()}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {theme.text}; }}
QPushButton[role="primary"]:disabled {{ background: {theme.border}; border-color: {theme.border};
    color: {theme.muted}; }}
QPushButton[role="danger"] {{ color: {theme.error}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{ background: transparent; border-color: transparent; }}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {theme.raised}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ border-color: {theme.accent}; }}
QPushButton[role="quiet"]:checked, QToolButton[role="quiet"]:checked {{ background: {theme.accent_soft}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {theme.link};
    text-align: left; padding: 1px 2px; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:focus {{ border: 1px solid {theme.accent}; padding: 1px 2px; }}
QPushButton[role="nav"] {{ text-align: left; background: transparent; border: 2px solid transparent;
    padding: {pad + 3}px {pad * 2 + 4}px; font-size: {points * 1.05:.1f}pt; }}
QPushButton[role="nav"]:hover {{ background: {theme.raised}; }}
QPushButton[role="nav"]:checked {{ background: {theme.accent_soft}; font-weight: 600; }}
QPushButton[role="nav"]:focus {{ border-color: {theme.accent}; }}
QPushButton[role="choice"] {{ text-align: left; background: {theme.surface}; border: 1px solid {theme.border};
    border-radius: {radius + 2}px; padding: 0px; }}
QPushButton[role="choice"]:hover {{ border-color: {theme.accent}; }}
QPushButton[role="choice"]:checked {{ background: {theme.accent_soft}; border: 2px solid {theme.accent}; }}
QPushButton[role="choice"]:focus {{ border: 2px solid {theme.text}; }}
QTableView, QListView, QTreeView, QPlainTextEdit, QTextEdit {{ border: 1px solid {theme.border};
    border-radius: {radius}px; background: {theme.surface}; }}
QTableView:focus, QListView:focus, QTreeView:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border-color: {theme.accent}; }}
QTableView {{ gridline-color: {theme.grid}; }}
QHeaderView::section {{ background: {theme.raised}; color: {theme.muted}; border: none;
    border-bottom: 1px solid {theme.border}; border-right: 1px solid {theme.grid}; padding: {pad}px {pad + 2}px; }}
QProgressBar {{ border: none; border-radius: 4px; background: {theme.raised}; text-align: center;
    min-height: 8px; max-height: {round(points * 1.6)}px; }}
QProgressBar::chunk {{ background: {theme.accent}; border-radius: 4px; }}
QTabWidget::pane {{ border: 1px solid {theme.border}; border-radius: {radius}px; background: {theme.surface};
    top: -1px; }}
QTabBar::tab {{ padding: {pad}px {pad * 2 + 4}px; background: transparent; color: {theme.muted};
    border: 1px solid transparent; border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {theme.text}; border-bottom-color: {theme.accent}; font-weight: 600; }}
QTabBar::tab:hover {{ color: {theme.text}; }}
QTabBar::tab:focus {{ border: 1px solid {theme.accent}; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {theme.accent_soft}; }}
QStatusBar {{ background: {theme.sidebar}; border-top: 1px solid {theme.border}; }}
QStatusBar::item {{ border: none; }}
QListView::item:selected, QTableView::item:selected, QTreeView::item:selected {{ background: {theme.accent_soft};
    color: {theme.text}; }}
QLineEdit {{ border: 1px solid {theme.border}; border-radius: {radius - 2}px; padding: {pad - 1}px {pad}px;
    background: {theme.surface}; selection-background-color: {theme.accent}; }}
QLineEdit:focus {{ border-color: {theme.accent}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: none; background: transparent; }}
QLineEdit:disabled {{ background: {theme.window}; }}
QComboBox, QAbstractSpinBox {{ border: 1px solid {theme.border}; border-radius: {radius - 2}px;
    padding: {pad - 1}px {pad + 2}px; background: {theme.surface}; color: {theme.text};
    selection-background-color: {theme.accent}; selection-color: {theme.accent_text}; }}
QComboBox:hover, QAbstractSpinBox:hover {{ border-color: {theme.muted}; }}
QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {{ border: 1px solid {theme.accent}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ background: {theme.window}; color: {theme.muted}; }}
QComboBox::drop-down {{ border: none; width: {box + 4}px; }}
QComboBox::down-arrow {{ image: url("{pictures}/down-{theme.name}.svg"); width: {box - 4}px; height: {box - 4}px; }}
QComboBox QAbstractItemView {{ border: 1px solid {theme.border}; background: {theme.surface}; padding: 2px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: none; background: transparent;
    width: {box + 2}px; }}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {theme.raised}; }}
QAbstractSpinBox::up-arrow {{ image: url("{pictures}/up-{theme.name}.svg"); width: {box - 5}px; }}
QAbstractSpinBox::down-arrow {{ image: url("{pictures}/down-{theme.name}.svg"); width: {box - 5}px; }}
QAbstractSpinBox::up-arrow:off, QAbstractSpinBox::down-arrow:off {{ image: none; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{ width: {box - 2}px;
    height: {box - 2}px; border: 1px solid {theme.muted}; border-radius: 3px; background: {theme.surface}; }}
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover {{ border-color: {theme.accent}; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{ background: {theme.accent};
    border-color: {theme.accent}; image: url("{pictures}/check-{theme.name}.svg"); }}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{ background: {theme.accent};
    border-color: {theme.accent}; image: url("{pictures}/partial-{theme.name}.svg"); }}
QCheckBox::indicator:disabled {{ border-color: {theme.border}; background: {theme.window}; }}
QCheckBox:focus, QRadioButton:focus {{ color: {theme.link}; text-decoration: underline; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border: 2px solid {theme.accent}; }}
QRadioButton::indicator {{ border-radius: {box // 2}px; }}
QRadioButton::indicator:checked {{ border: {max(3, box // 3)}px solid {theme.accent};
    width: {box - 2 * max(3, box // 3)}px; height: {box - 2 * max(3, box // 3)}px; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.border}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {theme.accent}; }}
QSlider::groove:vertical {{ width: 4px; border-radius: 2px; background: {theme.border}; }}
QSlider::add-page:vertical {{ width: 4px; border-radius: 2px; background: {theme.accent}; }}
QSlider::handle {{ background: {theme.surface}; border: 2px solid {theme.accent}; border-radius: 7px; width: 10px;
    height: 10px; }}
QSlider::handle:horizontal {{ margin: -5px 0; }}
QSlider::handle:vertical {{ margin: 0 -5px; }}
QSlider::handle:hover, QSlider::handle:focus {{ background: {theme.accent}; }}
QMenu {{ background: {theme.surface}; border: 1px solid {theme.border}; padding: 4px; }}
QMenu::item {{ padding: {pad}px {pad * 4}px {pad}px {pad * 4 + 4}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QMenu::item:disabled {{ color: {theme.muted}; }}
QMenu::separator {{ height: 1px; background: {theme.border}; margin: 4px 8px; }}
QMenuBar {{ background: {theme.sidebar}; border-bottom: 1px solid {theme.border}; }}
QMenuBar::item {{ padding: {pad}px {pad * 2}px; background: transparent; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {theme.accent_soft}; color: {theme.text}; }}
QScrollBar:vertical {{ background: transparent; width: {pad + 7}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {pad + 7}px; margin: 0; }}
QScrollBar::handle {{ background: {theme.border}; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 28px; }}
QScrollBar::handle:horizontal {{ min-width: 28px; }}
QScrollBar::handle:hover {{ background: {theme.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea {{ border: none; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
"""
