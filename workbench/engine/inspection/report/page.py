"""Pages about a sentence and about a test set: one file each, which any browser opens without a network."""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.engine.core.messages import Message
from workbench.engine.core.types import Hypothesis, Translation
from workbench.engine.evaluation.metrics import Score
from workbench.engine.inspection.agreement import SOURCES, WHAT_ATTENTION_IS_NOT
from workbench.engine.inspection.failures import Failures, Group
from workbench.engine.inspection.projection.confidence import Calibration, Projection, calibration_table
from workbench.engine.inspection.projection.wording import MEASURES, VERDICTS, measure_value, projection_text
from workbench.engine.inspection.report.look import SCRIPT, STYLE
from workbench.engine.inspection.report.markup import Element, element, serialised
from workbench.engine.inspection.report.pictures import DOUBTFUL, calibration_picture, grid_picture, sentence_picture
from workbench.engine.search.alignment import aligned_parts
from workbench.engine.text.languages import direction_of_language
from workbench.engine.text.words import words

#: Sentences of a test set that get a picture, the worst; with a thousand of them a page is heavy.
MOST_PICTURES = 200
#: A grid with more cells than this says less than the links.
_MOST_CELLS = 900
_MOST_ENTRIES = 20

_ABOUT_COLOUR = Message(
    "Point at a word to see its links. On a coloured ground: words that the model gave less than {percent} %.",
    percent=round(100 * DOUBTFUL),
)

#: Says an engine's text in the reader's language.
Say = Callable[[str], str]


@dataclass(frozen=True)
class Facts:
    """What a page is about.

    Attributes:
        run: Name of the run.
        languages: Source and target.
        setting: How it was searched, in words.
        title: Of the test set.
    """

    run: str
    step: int
    languages: tuple[str, str]
    setting: str
    title: str = ""


def page_of_sentence(
    facts: Facts, translation: Translation, projection: Projection | None = None, say: Say = str, language: str = "en"
) -> str:
    """A page about one sentence.

    Args:
        say: Says the page's own texts, in ``language``.
    """
    body = [
        *_head(facts, translation.source, say, facts.languages[0]),
        element("p", element("strong", translation.text), class_="pair", lang=facts.languages[1], dir="auto"),
        *_verdict(projection, say),
        *_pictures(translation, say, grid=True),
        element("p", say(_ABOUT_COLOUR), class_="soft small"),
    ]
    if projection is not None:
        body += [element("h2", say(Message("What speaks for it and what against"))), _measures(projection, say)]
    if len(translation.nbest) > 1:
        body += [element("h2", say(Message("Other translations"))), _nbest(translation.nbest, facts.languages[1])]
    if translation.best.attention is not None or translation.best.blocks:
        body += _about_attention(say)
    return _page(translation.source, facts, body, language)


def page_of_test_set(
    facts: Facts,
    translations: Sequence[Translation],
    failures: Failures,
    scores: Sequence[tuple[str, Score]],
    calibration: Calibration | None = None,
    say: Say = str,
    language: str = "en",
) -> str:
    """A page about a test set.

    Args:
        translations: With their details.
        failures: The same sentences taken apart.
        scores: Corpus scores by name.
        say: Says the page's own texts, in ``language``.
    """
    judged = [None if calibration is None else calibration.judge(t) for t in translations]
    title = facts.title or say(Message("Test set"))
    body = [*_head(facts, title, say), _scores(scores)]
    if calibration is not None:
        points = [(p.chrf, s.chrf) for p, s in zip(judged, failures.sentences, strict=True) if p is not None]
        body += _calibration(points, say)
    for heading, groups in (
        (Message("By words of the source"), failures.by_length),
        (Message("By times that the rarest source word was seen in training"), failures.by_frequency),
        (Message("By source words never seen in training"), failures.by_unseen),
    ):
        if groups:
            body += [element("h2", say(heading)), _groups(groups, say)]
    for heading, numbers, what in (
        (Message("Repeated"), failures.repeated, lambda s: s.repeated),
        (Message("Dropped"), failures.dropped, lambda s: " ".join(s.dropped)),
    ):
        if numbers:
            chosen = [failures.sentences[number - 1] for number in numbers[:_MOST_ENTRIES]]
            entries = [_entry(s.number, s.source, s.translation, what(s), facts.languages) for s in chosen]
            body += [element("h2", f"{say(heading)} ({len(numbers)})"), element("ul", *entries)]
    body += [
        element("h2", say(Message("All sentences"))),
        element("p", say(Message("A click opens a sentence; the {count} worst have pictures.", count=MOST_PICTURES)))
        if len(translations) > MOST_PICTURES
        else element("p", say(Message("A click opens a sentence."))),
        element("p", say(_ABOUT_COLOUR), class_="soft small"),
        _sentences(facts, translations, failures, judged, say),
    ]
    if any(t.best.attention is not None for t in translations):
        body += _about_attention(say)
    return _page(title, facts, body, language)


def _page(title: str, facts: Facts, body: Sequence[Element], language: str) -> str:
    def hashed(text: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"

    direction = direction_of_language(language)
    # nothing may be loaded, and no script but the one that stands here may run
    policy = f"default-src 'none'; style-src {hashed(STYLE)}; script-src {hashed(SCRIPT)}"
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("meta", name="viewport", content="width=device-width"),
        element("title", f"{' '.join(title.split())[:80]} – {facts.run}"),
        element("style", STYLE),
    )
    inside = element("body", *body, element("script", SCRIPT))
    return serialised(element("html", head, inside, lang=language, dir=direction))


def _head(facts: Facts, title: str, say: Say, language: str | None = None) -> list[Element]:
    about = Message(
        "{run}, step {step}, {source} to {target}; {setting}",
        run=facts.run,
        step=facts.step,
        source=facts.languages[0] or "?",
        target=facts.languages[1] or "?",
        setting=facts.setting,
    )
    return [element("p", say(about), class_="soft"), element("h1", title, dir="auto", lang=language)]


def _verdict(projection: Projection | None, say: Say) -> list[Element]:
    if projection is None:
        return []
    text = f": {say(projection_text(projection.chrf, projection.error))}"
    verdict = element("strong", say(VERDICTS[projection.verdict]), class_=projection.verdict)
    return [element("p", verdict, text)]


def _pictures(translation: Translation, say: Say, grid: bool = False) -> list[Element]:
    """The picture of each part of a line, which most often is one."""
    parts = aligned_parts(translation)
    if not parts:
        inside = words(translation.source), words(translation.text)
        sure = _probabilities(translation.best, 0, len(translation.text))
        return [element("div", sentence_picture(*inside, None, sure), class_="picture")]
    found = []
    targets = words(translation.text)
    for part in parts:
        matrix, first = part.matrix, part.first[1]
        covered = targets[first : first + len(matrix.target)]
        sure = _probabilities(translation.best, covered[0].start, covered[-1].end) if covered else []
        drawn = sentence_picture(matrix.source, matrix.target, matrix.weights, sure)
        found.append(element("div", drawn, class_="picture"))
        if grid and 0 < matrix.weights.size <= _MOST_CELLS:
            picture = element("div", grid_picture(matrix.source, matrix.target, matrix.weights), class_="picture")
            found.append(element("details", element("summary", say(Message("The same as a grid"))), picture))
    return found


def _probabilities(hypothesis: Hypothesis, start: int, end: int) -> list[float | None]:
    """Probability of each word between two places of the text: that of its pieces together."""
    found: list[float | None] = []
    for word in words(hypothesis.text):
        if start <= word.start < end:
            inside = [p.logprob for p in hypothesis.pieces if p.end > p.start and word.start <= p.start < word.end]
            known = [logprob for logprob in inside if logprob is not None]
            found.append(math.exp(sum(known)) if known else None)
    return found


def _measures(projection: Projection, say: Say) -> Element:
    rows = []
    for name, value in projection.features.values.items():
        part = projection.parts.get(name)
        points = "" if part is None else "0" if abs(part) < 0.05 else f"{part:+.1f}".replace("-", "−")
        never = {"never": projection.features.never, "twice": projection.features.twice}.get(name, ())
        listed = ", ".join(word.text for word in never)
        rows.append([say(MEASURES[name]), say(measure_value(name, value)), points, listed])
    titles = [say(Message("Measure")), say(Message("Value")), say(Message("Points of chrF")), say(Message("Which"))]
    return _table(titles, rows, numbers=(1, 2))


def _nbest(nbest: Sequence[Hypothesis], language: str) -> Element:
    entries = [
        element("li", element("span", h.text, lang=language, dir="auto"), f"  ({h.score:.2f})") for h in nbest[1:]
    ]
    return element("ol", *entries, start="2")


def _scores(scores: Sequence[tuple[str, Score]]) -> Element:
    rows = [[name, f"{s.score:.1f}", f"{s.low:.1f} – {s.high:.1f}", s.signature] for name, s in scores]
    return _table(["", "", "95 %", "sacreBLEU"], rows, numbers=(1, 2))


def _calibration(points: Sequence[tuple[float, float]], say: Say) -> list[Element]:
    table = calibration_table(points)
    labels = say(Message("projected chrF")), say(Message("true chrF"))
    picture = calibration_picture(points, [(b.projected, b.actual) for b in table], labels)
    rows = [[f"{b.projected:.1f}", f"{b.actual:.1f}", str(b.count)] for b in table]
    return [
        element("h2", say(Message("How far the projections can be trusted"))),
        element("div", picture, _table([*labels, say(Message("sentences"))], rows, numbers=(0, 1, 2)), class_="beside"),
    ]


def _groups(groups: Sequence[Group], say: Say) -> Element:
    rows = []
    for group in groups:
        name = f"{group.low} – {group.high}" if group.high != group.low else str(group.low)
        if group.high is None:
            name = f"≥ {group.low}"
        rows.append([name, str(len(group.numbers)), f"{group.chrf:.1f}", f"{group.bleu:.1f}"])
    return _table(["", say(Message("sentences")), "chrF", "BLEU"], rows, numbers=(1, 2, 3))


def _entry(number: int, source: str, translation: str, what: str, languages: tuple[str, str]) -> Element:
    return element(
        "li",
        element("span", f"{number}. ", class_="soft"),
        element("span", source, lang=languages[0], dir="auto"),
        element("br"),
        element("span", translation, lang=languages[1], dir="auto"),
        element("br"),
        element("strong", what, lang=languages[1], dir="auto"),
    )


def _table(titles: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int]) -> Element:
    def kind(place: int) -> str | None:
        return "number" if place in numbers else None

    head = element("tr", *(element("th", title, class_=kind(i)) for i, title in enumerate(titles)))

    def cell(place: int, text: str) -> Element:
        number = kind(place)
        return element("td", text if number else element("span", text, dir="auto"), class_=number)

    lines = [element("tr", *(cell(i, text) for i, text in enumerate(row))) for row in rows]
    return element("table", element("thead", head), element("tbody", *lines), class_="narrow")


def _sentences(
    facts: Facts,
    translations: Sequence[Translation],
    failures: Failures,
    judged: Sequence[Projection | None],
    say: Say,
) -> Element:
    """A table that sorts by any column; a sentence opens its picture."""
    worst = sorted(failures.sentences, key=lambda s: s.chrf)[:MOST_PICTURES]
    pictured = {sentence.number for sentence in worst}
    titles = [Message("No."), "chrF", Message("projected"), Message("verdict"), Message("words"), Message("Sentence")]
    head = element("tr", *(element("th", element("button", say(title), type="button")) for title in titles))
    bodies = []
    for sentence, translation, projection in zip(failures.sentences, translations, judged, strict=True):
        number = sentence.number
        cells = [_cell(number), _cell(sentence.chrf), _cell(None if projection is None else projection.chrf)]
        verdict = "" if projection is None else say(VERDICTS[projection.verdict])
        cells += [element("td", verdict, class_="verdict"), _cell(sentence.length)]
        opener = element("button", sentence.source, type="button", class_="open", lang=facts.languages[0], dir="auto")
        said = element("p", translation.text, lang=facts.languages[1], dir="auto")
        cells.append(element("td", opener, said, data_value=sentence.source.casefold()))
        wanted = element("p", sentence.reference, lang=facts.languages[1], dir="auto", class_="soft")
        shown = [wanted, *(_pictures(translation, say) if number in pictured else [])]
        more = element("tr", element("td", *shown, colspan=len(titles)), class_="more")
        bodies.append(element("tbody", element("tr", *cells), more))
    return element("table", element("thead", head), *bodies, class_="sorted")


def _cell(value: float | None) -> Element:
    text = "" if value is None else f"{value:.0f}"
    return element("td", text, class_="number", data_value="-1" if value is None else f"{value:.6g}")


def _about_attention(say: Say) -> list[Element]:
    entries = [element("li", source) for source in SOURCES]
    return [
        element("h2", say(Message("What attention is not"))),
        element("p", say(WHAT_ATTENTION_IS_NOT), class_="soft"),
        element("ul", *entries, class_="soft small"),
    ]
