"""The alignment as it is drawn, walked through by keys, and read out."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPathStroker
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from workbench.engine.core.types import Token
from workbench.gui.theme import DARK, LIGHT
from workbench.gui.views.drawing import Look, readable_on
from workbench.gui.views.offsets import from_utf16, is_rtl, to_utf16
from workbench.gui.views.pictures.alignment_drawing import AlignmentDrawing
from workbench.gui.views.pictures.alignment_view import AlignmentView
from workbench.gui.views.pictures.heatmap_drawing import HeatmapDrawing
from workbench.gui.views.pictures.picture import (
    NOWHERE,
    SOURCE,
    TARGET,
    Picture,
    Spot,
    describe,
    token_label,
    visual_order,
    written,
)


def tokens(text: str, pieces: str) -> tuple[Token, ...]:
    """Pieces separated by blanks, with their offsets in the text, and the end of the sentence."""
    found, place = [], 0
    for piece in pieces.split():
        bare = piece.replace("▁", "")
        start = text.index(bare, place)
        place = start + len(bare)
        found.append(Token(piece, start, place, -0.5))
    return (*found, Token("</s>", len(text), len(text), 0.0))


def picture(source: str, target: str, source_pieces: str, target_pieces: str, links: list[int]) -> Picture:
    """Each target token looks at ``links[i]`` with 0.75; the rest goes evenly to the others."""
    left, right = tokens(source, source_pieces), tokens(target, target_pieces)
    weights = np.full((len(right), len(left)), 0.25 / (len(left) - 1), dtype=np.float32)
    weights[np.arange(len(right)), links] = 0.75
    return Picture(source, target, left, right, weights)


ENGLISH = picture("the black dog", "le chien noir", "▁the ▁bl ack ▁dog", "▁le ▁chien ▁noir", [0, 3, 1, 4])


def pixels(image: QImage) -> NDArray[np.uint8]:
    """``[height, width, red green blue]``."""
    image = image.convertToFormat(QImage.Format.Format_RGBX8888)
    flat = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.bytesPerLine())
    return flat[:, : 4 * image.width()].reshape(image.height(), image.width(), 4)[..., :3].copy()


@pytest.fixture
def view(qtbot: QtBot) -> AlignmentView:
    view = AlignmentView()
    qtbot.addWidget(view)
    view.resize(700, 300)
    view.set_theme(LIGHT)
    view.set_picture(ENGLISH)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_offsets_count_code_points_and_utf16() -> None:
    text = "a𝄞b"  # the clef takes two units
    assert [to_utf16(text, i) for i in range(4)] == [0, 1, 3, 4]
    assert [from_utf16(text, i) for i in range(6)] == [0, 1, 1, 2, 3, 3]
    assert [is_rtl(t) for t in ("12 שלום", "12 salut שלום", "123")] == [True, False, False]


def test_right_to_left_row_keeps_a_latin_name_in_its_own_direction(qapp: object) -> None:
    text = "وصل القطار إلى New York في الساعة"
    arabic = Picture(text, "", tokens(text, "▁وصل ▁القط ار ▁إلى ▁New ▁York ▁في ▁الساعة"), ())
    # Read from the right: arrived, the-tra-in, to, New York (left to right), at, the-hour; the end is leftmost.
    assert visual_order(arabic, SOURCE) == [8, 7, 6, 4, 5, 3, 2, 1, 0]


def test_hebrew_word_inside_english_is_not_moved(qapp: object) -> None:
    text = "say שלום now"
    mixed = Picture(text, "", tokens(text, "▁say ▁של ום ▁now"), ())
    assert visual_order(mixed, SOURCE) == [0, 2, 1, 3, 4]  # only the two Hebrew pieces change places


def test_arabic_pieces_keep_their_joined_shape(qapp: object) -> None:
    text = "القطار"
    arabic = Picture(text, "", tokens(text, "▁القط ار"), ())
    assert token_label(arabic, SOURCE, 0) == "القط\u200d"
    assert token_label(arabic, SOURCE, 1) == "\u200dار"
    assert token_label(arabic, SOURCE, 2) == "end"


@pytest.mark.parametrize("width", [200, 700, 2000])
def test_tokens_never_overlap_and_links_touch_their_tokens(qapp: object, width: int) -> None:
    words = " ".join(f"w{i}{'x' * (i * 7 % 13)}" for i in range(40))
    pieces = " ".join("▁" + w for w in words.split())
    long = picture(words, words, pieces, pieces, [*range(40), 40])
    drawing = AlignmentDrawing(long, Look(LIGHT, available=QSizeF(width, 260)))
    for side in (SOURCE, TARGET):
        rects = [c.rect for c in drawing.chips[side]]
        assert not any(a.intersects(b) for i, a in enumerate(rects) for b in rects[i + 1 :])
        assert min(r.left() for r in rects) >= 0
        assert max(r.right() for r in rects) <= drawing.size.width() == width  # nothing scrolls sideways
    above, below = (drawing.chips[side] for side in (SOURCE, TARGET))
    assert max(c.rect.bottom() for c in above) + 60 < min(c.rect.top() for c in below)
    path = drawing._link(7, 7)
    assert drawing.chips[SOURCE][7].rect.adjusted(0, 0, 0, 2).contains(path.pointAtPercent(0))
    assert drawing.chips[TARGET][7].rect.adjusted(0, -2, 0, 0).contains(path.pointAtPercent(1))


def test_pieces_of_one_word_touch_and_words_are_apart(qapp: object) -> None:
    drawing = AlignmentDrawing(ENGLISH, Look(LIGHT, available=QSizeF(900, 260)))
    the, bl, ack, dog = (c.rect for c in drawing.chips[SOURCE][:4])
    assert ack.left() - bl.right() < 3 < bl.left() - the.right()
    assert dog.left() - ack.right() == pytest.approx(bl.left() - the.right())


def _ink(view: AlignmentView, spot: Spot) -> int:
    """How much darker than the ground it is between the rows, in whole pixels."""
    view.set_hovered(spot)
    image: QImage = view.grab().toImage()
    drawing = view.drawing
    assert isinstance(drawing, AlignmentDrawing)
    top = int(drawing.chips[SOURCE][0].rect.bottom()) + 30
    bottom = int(drawing.chips[TARGET][0].rect.top()) - 30
    return int((255.0 - pixels(image)[top:bottom, :, 0]).sum() / 255)  # red is what the white ground has most of


def test_link_thickness_follows_the_weight(view: AlignmentView) -> None:
    view.set_threshold(0.9)  # nothing but what is pointed at is left
    nothing = _ink(view, NOWHERE)
    view.set_threshold(0.0)
    weights = ENGLISH.weights
    assert weights is not None
    inks = []
    for weight in (0.2, 0.5, 1.0):
        alone = np.zeros_like(weights)
        alone[1, 3] = weight
        view.set_picture(replace(ENGLISH, weights=alone))
        inks.append(_ink(view, NOWHERE) - nothing)
    assert inks[1] > 1.8 * inks[0] > 0
    assert inks[2] > 1.8 * inks[1]


def test_weaker_links_than_the_threshold_are_left_out(view: AlignmentView) -> None:
    drawing = view.drawing
    assert isinstance(drawing, AlignmentDrawing)
    assert len(drawing._links()) == 20
    view.set_threshold(0.1)
    assert [(t, s) for _, t, s in view.drawing._links()] == [(0, 0), (1, 3), (2, 1), (3, 4)]  # type: ignore[attr-defined]


def test_mouse_tells_what_it_points_at_and_a_click_asks_for_alternatives(view: AlignmentView, qtbot: QtBot) -> None:
    drawing = view.drawing
    chien = drawing.rect_of(Spot(target=1)).center().toPoint()
    with qtbot.waitSignal(view.spot_hovered) as hovered:
        qtbot.mouseMove(view.viewport(), chien)
    assert hovered.args == [Spot(target=1)]
    told: list[object] = []
    view.spot_selected.connect(told.append)
    view.token_activated.connect(told.append)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=chien)
    assert told == [Spot(target=1), 1]
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert view.selected == NOWHERE


def test_arrow_keys_walk_along_rows_and_across_links(view: AlignmentView, qtbot: QtBot) -> None:
    def press(*keys: Qt.Key) -> Spot:
        for key in keys:
            qtbot.keyClick(view, key)
        return view.selected

    assert press(Qt.Key.Key_Right) == Spot(target=0)
    assert press(Qt.Key.Key_Right) == Spot(target=1)
    assert press(Qt.Key.Key_Up) == Spot(source=3)  # the strongest partner
    assert press(Qt.Key.Key_Left, Qt.Key.Key_Left) == Spot(source=1)
    assert press(Qt.Key.Key_Down) == Spot(target=2)
    assert press(Qt.Key.Key_End, Qt.Key.Key_Right) == Spot(target=3)
    with qtbot.waitSignal(view.token_activated) as activated:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert activated.args == [3]
    assert press(Qt.Key.Key_Escape) == NOWHERE


def test_arrow_keys_follow_the_eye_in_a_right_to_left_row(qtbot: QtBot) -> None:
    view = AlignmentView()
    qtbot.addWidget(view)
    target = "הבית הישן"
    view.set_picture(picture("the old house", target, "▁the ▁old ▁house", "▁הבית ▁הישן", [2, 1, 3]))
    view.choose(Spot(target=0))  # the rightmost
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.selected == Spot(target=1)


def test_selection_is_put_into_words(view: AlignmentView) -> None:
    assert "le chien noir" in view.accessibleDescription()
    view.choose(Spot(target=1))
    told = view.accessibleDescription().replace("\u2068", "").replace("\u2069", "")
    assert told.startswith("“chien” looked at “dog” 0.75, “the” 0.06")
    assert "61% sure" in told  # exp(-0.5)
    cell = describe(ENGLISH, Spot(source=1, target=2)).replace("\u2068", "").replace("\u2069", "")
    assert cell == "“noir” gave 0.75 of its attention to “bl”."


def test_a_token_out_of_sight_is_scrolled_to(qtbot: QtBot) -> None:
    view = AlignmentView()
    qtbot.addWidget(view)
    view.resize(300, 240)
    words = " ".join(f"word{i}" for i in range(60))
    pieces = " ".join("▁" + w for w in words.split())
    view.set_picture(picture(words, words, pieces, pieces, [*range(61)]))
    view.show()
    assert view.horizontalScrollBar().maximum() == 0
    assert view.verticalScrollBar().maximum() > 200
    view.choose(Spot(target=55))
    assert view.viewport().rect().contains(view.viewport_rect(Spot(target=55)).toRect())


def test_no_attention_is_said(qtbot: QtBot) -> None:
    view = AlignmentView()
    qtbot.addWidget(view)
    view.resize(600, 300)
    bare = Picture("a b", "c d", tokens("a b", "▁a ▁b"), tokens("c d", "▁c ▁d"))
    view.set_picture(bare)
    middle = view.drawing.size.height() / 2
    before = AlignmentDrawing(ENGLISH, view.look())
    image = view.grab().toImage()
    band = pixels(image)[int(middle) - 30 : int(middle) + 30]
    assert len(np.unique(band.reshape(-1, 3), axis=0)) > 5  # there is text where the links would be
    assert before.spot_at(QPointF(1, 1)) == NOWHERE
    view.choose(Spot(target=0))
    assert "sure" in view.accessibleDescription()


def test_ink_can_be_read_on_every_heat_colour() -> None:
    def luminance(color: object) -> float:
        parts = []
        for value in (color.redF(), color.greenF(), color.blueF()):  # type: ignore[attr-defined]
            parts.append(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    for theme in (LIGHT, DARK):
        for step in range(11):
            ground = theme.heat(step / 10)
            one, two = sorted((luminance(ground), luminance(readable_on(ground))))
            assert (two + 0.05) / (one + 0.05) >= 4.2


def test_the_strongest_partner_is_found_from_both_sides() -> None:
    weights = np.array([[0.1, 0.7, 0.2], [0.5, 0.0, 0.5], [0.0, 0.0, 0.0]], dtype=np.float32)  # [target, source]
    shown = Picture("a b c", "x y z", tokens("a b c", "a b c")[:3], tokens("x y z", "x y z")[:3], weights)
    expected = {
        Spot(target=0): Spot(1, 0),
        Spot(target=1): Spot(0, 1),  # of equals the first
        Spot(target=2): Spot(target=2),  # looks at nothing
        Spot(source=0): Spot(0, 1),
        Spot(source=1): Spot(1, 0),
        Spot(source=2): Spot(2, 1),
        Spot(2, 0): Spot(2, 0),  # a cell is both ends already
        NOWHERE: NOWHERE,
    }
    assert {spot: shown.strongest(spot) for spot in expected} == expected
    without = replace(shown, weights=None)
    assert all(without.strongest(spot) == spot for spot in expected)


def test_a_long_sentence_is_set_smaller_and_then_in_rows(qapp: object) -> None:
    words = " ".join(["word"] * 40)
    long = picture(words, "mot mot", words, "mot mot", [0, 1, 2])
    natural = AlignmentDrawing(long).size.width()
    # room for all at full size; for all at a smaller size; for a quarter
    wide, smaller, rows = (
        AlignmentDrawing(long, Look(LIGHT, available=QSizeF(w, 240))) for w in (9000, natural * 0.65, natural / 4)
    )
    points = [d.look.font.pointSizeF() for d in (wide, smaller, rows)]
    assert points[0] == 9.0
    assert 0.69 * 9 < points[1] < 9
    assert 0.69 * 9 < points[2] < 9
    tops = [sorted({c.rect.top() for c in d.chips[SOURCE]}) for d in (wide, smaller, rows)]
    assert [len(t) for t in tops[:2]] == [1, 1]
    assert len(tops[2]) in (3, 4)
    assert len({c.rect.top() for c in rows.chips[TARGET]}) == 1
    middles = [(c[0].rect.left() + c[-1].rect.right()) / 2 for c in wide.chips.values()]
    assert middles[0] == pytest.approx(middles[1])  # both in the middle


def test_a_link_is_found_where_it_is_drawn(qapp: object) -> None:
    """Against Qt's own curve; of two that cross the strongest is meant, and beside all of them none."""
    weights = np.zeros_like(ENGLISH.weights)
    links = {(0, 3): 0.9, (3, 0): 0.5, (1, 1): 0.2}
    for (target, source), weight in links.items():
        weights[target, source] = weight
    drawing = AlignmentDrawing(replace(ENGLISH, weights=weights), Look(LIGHT, available=QSizeF(700, 300)))
    curves = {link: drawing._link(*link) for link in links}
    for (target, source), path in curves.items():
        for share in (0.02, 0.2, 0.45, 0.8, 0.98):
            point = path.pointAtPercent(share)
            stroker = QPainterPathStroker()
            stroker.setWidth(24)
            crossing = [k for k, other in curves.items() if stroker.createStroke(other).contains(point)]
            if crossing == [(target, source)]:
                assert drawing.cell_at(point) == Spot(source=source, target=target)
            for aside in (-40, 40):
                beside = point + QPointF(aside, 0)
                if not any(stroker.createStroke(other).contains(beside) for other in curves.values()):
                    assert drawing.cell_at(beside) == NOWHERE
    strong, weak = curves[0, 3], curves[3, 0]
    here = min(
        (strong.pointAtPercent(n / 400) for n in range(401)),
        key=lambda p: min((p - weak.pointAtPercent(m / 400)).manhattanLength() for m in range(0, 401, 4)),
    )
    assert drawing.cell_at(here) == Spot(source=3, target=0)
    assert AlignmentDrawing(replace(ENGLISH, weights=None), Look(LIGHT)).cell_at(here) == NOWHERE


@pytest.mark.parametrize("letter", ["字", "ש"])
def test_a_sentence_without_blanks_is_set_in_rows_too(qapp: object, letter: str) -> None:
    """All of its pieces are one word for the model."""
    long = picture(letter * 60, "mot mot", " ".join(["▁" + letter, *[letter] * 59]), "▁mot ▁mot", [0, 1, 2])
    for room in (200.0, 500.0):
        drawing = AlignmentDrawing(long, Look(LIGHT, available=QSizeF(room, 240)))
        assert drawing.size.width() <= room
        assert all(chip.rect.left() >= 0 and chip.rect.right() <= room for chip in drawing.chips[SOURCE])
        assert [chip.index for chip in drawing.chips[SOURCE]] == list(range(61))
    whole = AlignmentDrawing(long, Look(LIGHT, whole=True))
    assert len({chip.rect.top() for chip in whole.chips[SOURCE]}) == 1  # a file has the room


@pytest.mark.parametrize("attention", [True, False])
def test_a_file_shortens_nothing_and_has_room_for_all_texts(qapp: object, attention: bool) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenband"
    long = picture(f"die {word}", "cap", f"▁die ▁{word}", "▁cap", [1, 2])
    if not attention:
        long = replace(long, weights=None)
    look = Look(LIGHT, available=QSizeF(0, 190))
    assert any("…" in chip.label for chip in AlignmentDrawing(long, look).chips[SOURCE])
    drawings = [AlignmentDrawing(long, replace(look, whole=True)), HeatmapDrawing(long, replace(look, whole=True))]
    for drawing in drawings[: 1 + attention]:
        room = 60
        size = drawing.size.toSize()
        canvas = QImage(size.width() + 2 * room, size.height() + 2 * room, QImage.Format.Format_RGB32)
        canvas.fill(0xFFFFFFFF)
        painter = QPainter(canvas)
        painter.translate(room, room)
        drawing.paint(painter, QRectF(-1e5, -1e5, 2e5, 2e5))
        painter.fillRect(QRectF(0, 0, size.width(), size.height()), 0xFFFFFFFF)
        painter.end()
        assert (pixels(canvas) == 255).all()


@pytest.mark.parametrize("letters", ["word", "מלה"])
def test_arrows_walk_on_into_the_next_row(qtbot: QtBot, letters: str) -> None:
    view = AlignmentView()
    qtbot.addWidget(view)
    view.resize(300, 400)
    words = " ".join(f"{letters}{i}" for i in range(30))
    view.set_picture(picture(words, words, words, words, [*range(31)]))
    on, back = (Qt.Key.Key_Right, Qt.Key.Key_Left) if letters == "word" else (Qt.Key.Key_Left, Qt.Key.Key_Right)
    view.choose(Spot(source=0))
    seen = []
    for _ in range(30):
        seen.append(view.selected.source)
        qtbot.keyClick(view, on)
    assert seen == list(range(30))
    qtbot.keyClick(view, back)
    assert view.selected.source == 29


#: A sentence, the places of its words from left to right, and whether each word runs from right to left.
MIXED = [
    (
        "העיר (פריז) היא [1] (Paris, 2020).",  # a Latin name and its number run left to right, brackets with them
        [4, 5, 3, 2, 1, 0],
        [True, True, True, True, False, False],
    ),
    ("( שלום ) abc - [ 12 ] !", [8, 3, 4, 5, 6, 7, 2, 1, 0], [True] * 3 + [False] * 5 + [True]),
    ("price (10) of ( שלום עולם ) today", [0, 1, 2, 3, 5, 4, 6, 7], [False] * 4 + [True, True, False, False]),
    ("יש לי 12.", [2, 1, 0], [True, True, True]),
]


@pytest.mark.parametrize(("text", "order", "rtl"), MIXED)
def test_hebrew_with_brackets_is_drawn_as_the_sentence_is_read(
    qapp: QApplication, text: str, order: list[int], rtl: list[bool]
) -> None:
    tokens = tuple(Token(m[0], m.start(), m.end()) for m in re.finditer(r"\S+", text))
    mixed = Picture(text, "x", tokens, (Token("x", 0, 1),), np.ones((1, len(tokens)), dtype=np.float32))
    assert visual_order(mixed, SOURCE) == order
    labels = [written(mixed, SOURCE, i) for i in range(len(tokens))]
    isolates = ("\u2066", "\u2067")
    assert labels == [f"{isolates[r]}{t.text}\u2069" for t, r in zip(tokens, rtl, strict=True)]
    drawn = [chip.label for chip in AlignmentDrawing(mixed).chips[SOURCE]]
    assert drawn == labels == HeatmapDrawing(mixed)._labels[SOURCE]


def test_a_bracket_in_a_hebrew_sentence_is_drawn_mirrored(qapp: QApplication) -> None:
    def image(label: str) -> QImage:
        made = QImage(30, 30, QImage.Format.Format_Grayscale8)
        made.fill(255)
        painter = QPainter(made)
        painter.setFont(qapp.font())
        painter.drawText(made.rect(), Qt.AlignmentFlag.AlignCenter, label)
        painter.end()
        return made

    text = "( שלום )"
    tokens = tuple(Token(m[0], m.start(), m.end()) for m in re.finditer(r"\S+", text))
    hebrew = Picture(text, "", tokens, ())
    assert image(written(hebrew, SOURCE, 0)) == image(")") != image("(")
    assert image(written(hebrew, SOURCE, 2)) == image("(")
    latin = Picture("( a )", "", (Token("(", 0, 1), Token("a", 2, 3), Token(")", 4, 5)), ())
    assert written(latin, SOURCE, 0) == "("


def test_what_the_mouse_rests_on_stays_lit_when_its_picture_comes_again(qtbot: QtBot) -> None:
    view = AlignmentView()
    qtbot.addWidget(view)
    texts = "the cat", "le chat"
    picture = Picture(*texts, tokens(texts[0], "▁the ▁cat"), tokens(texts[1], "▁le ▁chat"))
    view.set_picture(picture)
    view.set_hovered(Spot(target=1))
    view.set_picture(picture, faded=True)
    assert view.hovered == Spot(target=1)
    view.set_picture(replace(picture, source=picture.source[:1]))
    assert not view.hovered
