"""BLEU, TER and word links for targets without blanks between words, and for very short lines."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.engine.evaluation.corpus_scores import bleu, ter
from workbench.engine.core.types import Hypothesis, Token, Translation
from workbench.engine.evaluation import score_units as units_module
from workbench.engine.evaluation.metrics import Measured, bleu_metric, chrf_metric, quick_scores, ter_metric
from workbench.engine.evaluation.score_units import is_available, score_units
from workbench.engine.evaluation.significance import compare
from workbench.engine.search.alignment import pharaoh, word_alignment
from workbench.engine.text.words import words

CHINESE = ["昨天我在公园里看见了两只狗。", "请把3本书放在桌子上，谢谢！"]
JAPANESE = ["昨日、公園で犬を二匹見ました。", "コーヒーを一杯ください。"]
KOREAN = ["어제 공원에서 개 두 마리를 보았습니다.", "책 세 권을 탁자 위에 놓아 주세요."]
THAI = ["เมื่อวานฉันเห็นหมาสองตัวในสวน", "กรุณาวางหนังสือไว้บนโต๊ะ"]
LAO = ["ມື້ວານຂ້ອຍເຫັນໝາສອງໂຕຢູ່ສວນ"]
KHMER = ["ម្សិលមិញខ្ញុំបានឃើញឆ្កែពីរក្បាល"]
BURMESE = ["မနေ့ကပန်းခြံမှာခွေးနှစ်ကောင်တွေ့တယ်။"]
TIBETAN = ["ཁ་སང་ངས་གླིང་ཀར་ཁྱི་གཉིས་མཐོང་།"]
GERMAN = ["Gestern habe ich im Park zwei Hunde gesehen.", "Legen Sie bitte drei Bücher auf den Tisch."]
JA = "ja-mecab" if is_available("ja-mecab") else "char"
KO = "ko-mecab" if is_available("ko-mecab") else "13a"


@pytest.mark.parametrize(
    ("tags", "references", "tokenizer", "characters"),
    [
        ("zh zh_CN zho chi zho_Hans cmn cmn-Hans zh-Hant-TW ZH yue wuu zh_HK.UTF-8", CHINESE, "zh", True),
        ("ja jpn ja_JP ja-Jpan", JAPANESE, JA, True),
        ("ko kor ko_KR", KOREAN, KO, False),
        ("th tha th_TH", THAI, "char", True),
        ("lo lao", LAO, "char", True),
        ("km khm khm_Khmr", KHMER, "char", True),
        ("my mya bur my_MM shn", BURMESE, "char", True),
        ("bo bod tib dz dzo dz_BT", TIBETAN, "char", True),
        ("de deu ger de_AT en fr pl", GERMAN, "13a", False),
    ],
)
def test_the_tokenizer_follows_language_and_script(
    tags: str, references: list[str], tokenizer: str, characters: bool
) -> None:
    # no language, an unknown one, one that is not written so: the references' script decides
    for tag in [*tags.split(), "", "x-unknown", "nonsense", "fr", "ru", "hi"]:
        units = score_units(tag, references)
        assert (units.tokenizer, units.characters) == (tokenizer, characters), tag
        assert f"tok:{tokenizer}" in bleu(references, references, target_lang=tag, resamples=0).signature


def test_the_language_decides_between_those_that_share_a_script_unless_the_text_says_otherwise() -> None:
    only_han = ["東京特許許可局許可局長", "日本国憲法第九条"]
    assert score_units("ja", only_han).tokenizer == JA
    assert score_units("zh", only_han).tokenizer == score_units("", only_han).tokenizer == "zh"
    assert score_units("zh", JAPANESE).tokenizer == JA  # kana are not Chinese
    assert score_units("zh-Latn", ["wo zuotian kanjian le liang zhi gou"]).tokenizer == "13a"
    assert score_units("zh", GERMAN).tokenizer == "13a"
    # a name or a quoted word does not make a text Chinese, nor a product's name it not
    assert score_units("en", ["The sign says 出口 in red letters.", "We met at the 茶館 on Monday."]).tokenizer == "13a"
    mixed = ["请打开 Microsoft Word 2019 然后点击 File", "重新启动 Windows Update"]
    assert score_units("zh_CN", mixed).tokenizer == "zh"
    assert score_units("zh", []).tokenizer == "zh"


def test_chinese_is_not_scored_0_and_ter_counts_characters() -> None:
    better, worse = ["昨天我在公园里看见了两只猫。", "请把3本书放在桌子上，谢谢！"], ["昨天。", "桌子。"]
    for lang in ("cmn", "", "pt"):
        units = score_units(lang, CHINESE)
        score, _, signature, _ = quick_scores(better, CHINESE, units=units)
        assert score > 80
        assert "tok:zh" in signature
        assert quick_scores(worse, CHINESE, units=units)[0] < 20
    # one of 14 + 14 units differs: 昨天我在公园里看见了两只狗。 and 请把3本书放在桌子上，谢谢！
    found = ter(better, CHINESE, target_lang="zh")
    assert found.score == pytest.approx(100 / 28)
    assert "tok:tercom-char" in found.signature
    assert all(
        "tok:zh" in c.signature for c in compare(worse, better, CHINESE, resamples=20).comparisons if c.metric == "BLEU"
    )


@pytest.mark.parametrize(
    ("hypothesis", "reference", "edits", "length"),
    [
        ("แมวกินปลี", "แมวกินปลู", 1, 7),  # แ ม ว กิ น ป ลู: a sign above or below belongs to its letter
        ("我有3个GPU。", "我有3个CPU。", 1, 6),
        ("我有13个GPU。", "我有3个GPU。", 1, 6),  # a number is one
        ("猫が好き", "犬が好き", 1, 4),
    ],
)
def test_ter_by_hand(hypothesis: str, reference: str, edits: int, length: int) -> None:
    found = ter([hypothesis, reference], [reference, reference], resamples=0)
    assert found.score == pytest.approx(100 * edits / (2 * length))


def test_ter_of_other_languages_stays_as_it_was() -> None:
    assert "tok:tercom|" in ter(GERMAN, GERMAN, target_lang="de", resamples=0).signature


def test_short_lines_are_scored_by_characters_and_said_to_be() -> None:
    glossary = ["Öffnen", "Speichern unter", "Rückgängig machen", "Neues Fenster", "Alles auswählen", "Beenden"]
    near = ["Öffnen", "Speichern unter", "Rückgängig", "Neue Fenster", "Alles wählen", "Ende"]
    units = score_units("de", glossary)
    assert (units.tokenizer, units.characters, units.short) == ("char", False, False)
    score, _, signature, _ = quick_scores(near, glossary, units=units)
    assert 40 < score < 95
    assert "tok:char" in signature
    assert "tok:char" in units.explained("bleu")["training.metric"]
    # a few short lines among others change nothing
    assert score_units("de", [*GERMAN * 3, *glossary[:2]]).tokenizer == "13a"
    # single characters: nothing is finer
    terms = score_units("zh", ["猫", "狗", "大象", "鱼"])
    assert (terms.tokenizer, terms.short) == ("zh", True)
    assert score_units("en", ["ok", "no", "yes"]).short


def test_without_mecab_japanese_is_scored_by_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(units_module, "is_available", lambda name: False)
    assert score_units("ja", JAPANESE).tokenizer == "char"
    assert score_units("ko", KOREAN).tokenizer == "13a"
    monkeypatch.setattr(units_module, "is_available", lambda name: True)
    monkeypatch.setattr(units_module, "tokenizer_of", lambda name: list)
    monkeypatch.setattr(units_module, "_mostly_short", lambda name, sample: False)
    assert score_units("ja", JAPANESE).tokenizer == "ja-mecab"
    assert score_units("ko", KOREAN).tokenizer == "ko-mecab"


def test_several_references_score_as_by_the_sacrebleu_command(tmp_path: Path) -> None:
    hypotheses = ["The cat sat on the mat today.", "A dog runs in the park.", "He reads a long book."]
    streams = [
        ["The cat is sitting on the mat.", "A dog is running in the park.", "He is reading a long book."],
        ["Today the cat sat on the mat.", "The dog runs through the park.", "He reads a book that is long."],
    ]
    for name, lines in (("hyp", hypotheses), ("r1", streams[0]), ("r2", streams[1])):
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    options = ["-m", "bleu", "chrf", "ter", "--ter-case-sensitive", "--confidence", "-w", "6"]
    command = [sys.executable, "-m", "sacrebleu", "r1", "r2", "-i", "hyp", *options]
    out = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    for metric, theirs in zip((bleu_metric(), chrf_metric(), ter_metric()), json.loads(out), strict=True):
        ours = Measured(metric, hypotheses, *streams).score()
        assert ours.score == pytest.approx(theirs["score"], abs=1e-5)
        assert ours.signature == theirs["signature"]
        assert "nrefs:2" in ours.signature
        assert (ours.high - ours.low) / 2 == pytest.approx(float(theirs["confidence_var"]), abs=1e-3)


def test_words_are_cut_where_a_script_has_no_blanks_and_only_there() -> None:
    for text, expected in {
        "我有3个GPU。": "我 有 3 个 GPU 。",
        "今天，他说“好”。 ok": "今 天 ， 他 说 “ 好 ” 。 ok",
        "コーヒーを２杯": "コ ー ヒ ー を ２ 杯",
        "ฉันมี๒๕แมว": "ฉั น มี ๒๕ แ ม ว",
        "ខ្ញុំ\u200bស្រឡាញ់": "ខ្ញុំ ស្រ ឡា ញ់",
        "col·legi l’été, naïve—yes 한국어 문장.": "col·legi l’été, naïve—yes 한국어 문장.",
    }.items():
        found = words(text)
        assert [w.text for w in found] == expected.split(), text
        assert all(text[w.start : w.end] == w.text for w in found)


def links(source: str, source_pieces: list[str], target: str, target_pieces: list[str], rows: list[list[float]]) -> str:
    """Pharaoh links of a translation whose pieces and attention are written out."""
    sides = []
    for text, pieces in ((source, source_pieces), (target, target_pieces)):
        place, found = 0, []
        for piece in pieces:
            place = text.index(piece, place)
            found.append(Token(piece, place, place + len(piece)))
            place += len(piece)
        sides.append((*found, Token("</s>", len(text), len(text))))
    hypothesis = Hypothesis(target, -1.0, sides[1], np.array(rows, np.float32))
    return pharaoh(word_alignment(Translation(source, sides[0], (hypothesis,))).sure)


def test_links_into_chinese_end_at_its_characters() -> None:
    # 0 the, 1 cat, 2 eats, 3 fish; 0 猫 1 吃 2 鱼 3 。
    rows = [[0.3, 0.6, 0.05, 0, 0.05], [0, 0.1, 0.8, 0.1, 0], [0, 0, 0.1, 0.9, 0], [0, 0, 0.02, 0.08, 0.9]]
    rows.append([0, 0, 0, 0, 1])
    found = links("the cat eats fish", ["the", "cat", "eats", "fish"], "猫吃鱼。", list("猫吃鱼。"), rows)
    assert found == "0-0 1-0 2-1 3-2"


def test_a_piece_of_several_characters_links_each_of_them() -> None:
    rows = [[0.9, 0.1, 0], [0.1, 0.9, 0], [0, 0, 1]]
    assert links("today rain", ["today", "rain"], "今天下雨", ["今天", "下雨"], rows) == "0-0 0-1 1-2 1-3"
    # and out of such a text
    assert links("今天下雨", ["今天", "下雨"], "today rain", ["today", "rain"], rows) == "0-0 1-0 2-1 3-1"
    # Thai, a number and a Latin name among it
    found = links("3 fish", ["3", "fish"], "ปลา3", ["ปลา", "3"], [[0.1, 0.9, 0], [0.8, 0.2, 0], [0, 0, 1]])
    assert found == "0-3 1-0 1-1 1-2"


def test_links_of_an_empty_text_and_of_double_blanks_stay_in_range() -> None:
    assert links("", [], "猫", ["猫"], [[1.0], [1.0]]) == ""
    assert links("a  cat", ["a", "cat"], "猫  好", ["猫", "好"], [[0, 1, 0], [0.9, 0.1, 0], [0, 0, 1]]) == "0-1 1-0"
