"""Pages hold what they are about, escaped, and ask nothing of anybody."""

from __future__ import annotations

import base64
import hashlib
import math
from pathlib import Path

import numpy as np
import pytest
from lxml import html

from tests.engine.tiny_run import SOURCES, TARGETS, make_tiny_run
from workbench.engine.core.errors import Cancelled, InputError
from workbench.engine.core.types import Alternative, Hypothesis, Pair, Token, Translation
from workbench.engine.dataset.prepared import write_held_out
from workbench.engine.evaluation.metrics import Score
from workbench.engine.evaluation.test_sets import save_result
from workbench.engine.inspection.failures import find_failures
from workbench.engine.inspection.projection.confidence import Calibration
from workbench.engine.inspection.report.page import Facts, page_of_sentence, page_of_test_set
from workbench.engine.inspection.report.pictures import is_rtl, sentence_picture, text_width
from workbench.engine.inspection.test_set import look_at_result
from workbench.engine.runs.folder import RunFolder
from workbench.engine.search.opening import open_translator
from workbench.engine.text.words import words

NASTY = "</script><script>alert(1)</script> <img src=http://x.test/y onerror=alert(2)> \"' & ]]> \x00\x1b\u202e\ud800"
FACTS = Facts(f"run {NASTY}", 7, ("en", "fr"), f"beam 5 {NASTY}", title=NASTY)


def translated(source: str, target: str, attention: bool = True) -> Translation:
    def pieces(text: str, logprob: float | None = None) -> tuple[Token, ...]:
        others = () if logprob is None else (Alternative("x", logprob),)
        found = [Token(w.text, w.start, w.end, logprob, others) for w in words(text)]
        return (*found, Token("</s>", len(text), len(text), logprob, others))

    one, other = pieces(source), pieces(target, math.log(0.4))
    rows = np.zeros((len(other), len(one)), dtype=np.float32)
    for row in range(len(other)):
        rows[row, min(row, len(one) - 1)] = 0.9
    best = Hypothesis(target, -0.5, other, rows if attention else None)
    return Translation(source, one, (best, Hypothesis(f"{target} 2", -0.9, other)))


def learnt() -> Calibration:
    return Calibration.fit([{"mean_logprob": -0.1 * i} for i in range(40)], [90 - 2.0 * i for i in range(40)])


def check_page(page: str) -> html.HtmlElement:
    """One script and one style, those that the policy names, and nothing from anywhere."""
    root = html.document_fromstring(page)
    (script,), (style,) = root.xpath("//script"), root.xpath("//style")
    (policy,) = root.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    for part in (script, style):
        digest = base64.b64encode(hashlib.sha256(part.text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    for node in root.iter():
        for name, value in node.attrib.items():
            assert name not in ("src", "href", "style", "srcset", "action"), value
            assert not name.startswith("on"), (name, value)
            assert name == "content" or "url(" not in value
    assert "url(" not in style.text
    assert "@import" not in style.text
    assert "http" not in script.text
    assert not root.xpath("//img | //link | //iframe | //object | //embed | //form")
    return root


@pytest.mark.parametrize("attention", [True, False])
def test_a_sentence_page_escapes_everything(attention: bool) -> None:
    source, target = f"One {NASTY}", f"Un {NASTY} deux"
    translation = translated(source, target, attention)
    page = page_of_sentence(FACTS, translation, learnt().judge(translation))
    assert "\x00" not in page
    assert "\ud800" not in page
    root = check_page(page)
    shown = source.replace("\x00", "�").replace("\x1b", "�").replace("\u202e", "�").replace("\ud800", "�")
    assert root.xpath("//h1")[0].text == shown
    chips = root.xpath("//*[@class='word' and @data-side='t']/text/text()")
    assert [c for c in chips if "�" not in c] == [w.text for w in words(target) if "\x00" not in w.text]
    assert bool(root.xpath("//path")) == attention
    assert all("doubt" in c for c in root.xpath("//*[@class='word' and @data-side='t']/rect/@class"))


def test_a_test_page_lists_every_sentence() -> None:
    sources, references = ["One two.", "Three four five six."], ["Un deux.", "Trois quatre cinq six."]
    found = [translated("One two.", "Un deux."), translated("Three four five six.", "Trois trois")]
    failures = find_failures(sources, references, [t.text for t in found], counts={"one": 3, "two": 1})
    scores = [("chrF", Score(50.0, 40.0, 60.0, "nc:6"))]
    root = check_page(page_of_test_set(FACTS, found, failures, scores, learnt()))
    table = root.xpath("//table[@class='sorted']")[0]
    assert [b.text for b in table.xpath(".//button[@class='open']")] == sources
    assert len(table.xpath(".//svg")) == 2
    chrf = [float(v) for v in table.xpath(".//tbody/tr[1]/td[2]/@data-value")]
    assert chrf == pytest.approx([s.chrf for s in failures.sentences], rel=1e-5)
    assert "quatre cinq six" in root.text_content()  # what was dropped
    assert len(root.xpath("//circle[@class='dot']")) == 2
    check_page(page_of_test_set(FACTS, found, failures, scores))


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fr-CA", "ltr"), ("ar", "rtl"), ("he", "rtl")])
def test_a_page_has_the_reader_s_language_and_data_their_own_direction(language: str, direction: str) -> None:
    source, target = "One two.", "שלום עולם יפה."
    found = [translated(source, target), translated(target, source)]
    failures = find_failures([source, target], [target, source], [t.text for t in found], counts={"one": 1})
    pages = [
        page_of_sentence(FACTS, found[0], learnt().judge(found[0]), language=language),
        page_of_sentence(FACTS, found[1], learnt().judge(found[1]), language=language),
        page_of_test_set(FACTS, found, failures, [], learnt(), language=language),
    ]
    for page in pages:
        root = check_page(page)
        assert (root.get("lang"), root.get("dir")) == (language, direction)
        texts = [e for e in root.iter() if isinstance(e.tag, str) and e.tag not in ("title", "script", "style")]
        data = [e for e in texts if any(word in (e.text or "") for word in ("שלום", "One"))]
        assert len(data) > 2
        for one in data:
            around = next(e for e in (one, *one.iterancestors()) if e.tag == "svg" or e.get("dir"))
            assert around.tag == "svg" or around.get("dir") == "auto", html.tostring(one)


def test_links_go_from_word_to_word() -> None:
    """Weights below the least are left out; a right-to-left row begins at the right."""
    source, target = words("aa bb"), words("שלום לך עכשיו")
    weights = np.array([[1.0, 0.0], [0.03, 0.5], [0.0, 0.0]], dtype=np.float32)
    picture = sentence_picture(source, target, weights, [0.9, None, 0.1])
    links = {(p.get("data-s"), p.get("data-t")): p for p in picture.xpath(".//path")}
    assert set(links) == {("0", "0"), ("1", "1")}
    assert [links[key].get("stroke-width") for key in (("0", "0"), ("1", "1"))] == ["6.0", "3.0"]
    boxes = {
        (g.get("data-side"), g.get("data-n")): (float(g.find("rect").get("x")), float(g.find("rect").get("width")))
        for g in picture.xpath(".//g")
    }
    assert boxes["s", "0"][0] < boxes["s", "1"][0]
    assert boxes["t", "0"][0] > boxes["t", "1"][0] > boxes["t", "2"][0]
    x, width = boxes["s", "0"]
    assert links["0", "0"].get("d").startswith(f"M{x + width / 2:.1f},")
    assert [g.find("rect").get("class") for g in picture.xpath(".//g[@data-side='t']")] == [
        "chip",
        "chip",
        "chip doubt",
    ]
    assert (is_rtl("123 שלום"), is_rtl("a שלום"), is_rtl("12")) == (True, False, False)
    assert text_width("漢字") > text_width("ab") > text_width("il")


def test_a_kept_result_is_looked_at_again(tmp_path: Path) -> None:
    """Its sentences are translated with the checkpoint and the beam that were tested."""
    folder = make_tiny_run(tmp_path / "run")
    run = RunFolder(folder)
    rows = [{"source": s, "reference": t} for s, t in zip(SOURCES, TARGETS, strict=True)]
    save_result(run, "mine", {"bleu": 1.0}, rows)
    found = look_at_result(folder, "mine", step=20, beam=2, title="Mine", device="cpu")
    assert (found.facts.step, found.facts.setting, found.judged, len(found.missing)) == (20, "beam 2", (), 2)
    translator = open_translator(run, checkpoint="20", device="cpu", threads=1)
    search = translator.config.search.model_copy(update={"beam": 2})
    assert [t.text for t in found.translations] == [t.text for t in translator.translate(SOURCES, search)]
    (folder / "data").mkdir()
    write_held_out(folder / "data", "valid", [Pair(s, t) for s, t in zip(SOURCES, TARGETS, strict=True)] * 4)
    found = look_at_result(folder, "mine", step=20, beam=2, title="Mine", device="cpu")
    assert (len(found.judged), len(found.missing)) == (6, 1)
    root = check_page(found.page())
    assert root.xpath("//h1")[0].text == "Mine"
    with pytest.raises(InputError, match="0 source sentences"):
        look_at_result(folder, "other", step=20, beam=2, title="", device="cpu")

    def stop() -> None:
        raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        look_at_result(folder, "mine", step=20, beam=2, title="", device="cpu", check=stop)
