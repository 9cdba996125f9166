"""The built-in teaching corpus: reproducible, disjoint, correct French, gold alignments."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from workbench.teaching_corpus import SampleCorpus, SentencePair
from workbench.teaching_corpus.clauses import Clause, Clitic, Modal, command, question, statement
from workbench.teaching_corpus.draw import Draw
from workbench.teaching_corpus.french import agree, conjugate, feminine, participle, plural
from workbench.teaching_corpus.generate import SPLITS, files, generate
from workbench.teaching_corpus.lexicon import load_lexicon
from workbench.teaching_corpus.numbers import english, french, ordinal
from workbench.teaching_corpus.parts import direct_clitic, end, fixed, indirect_clitic, set_object
from workbench.teaching_corpus.phrases import Phrase, noun_phrase, pronoun
from workbench.teaching_corpus.tokens import Token, finish_english, finish_french

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "corpora" / "en-fr"
VOWEL = "aàâeéèêëiîïoôuùûœyAÀÂEÉÈÊIÎOÔUÙŒ"


@pytest.fixture(scope="module")
def corpus() -> SampleCorpus:
    """The corpus as the generator makes it now."""
    return generate(2026)


def _lines(name: str) -> list[str]:
    return (FOLDER / name).read_text(encoding="utf-8").splitlines()


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _grammar_french() -> list[str]:
    """The French of all pairs that the grammar made (those with links)."""
    found: list[str] = []
    for split in SPLITS[:4]:
        found += [fr for fr, links in zip(_lines(f"{split}.fr"), _lines(f"{split}.align"), strict=True) if links]
    return found


def test_shipped_files_are_what_the_generator_makes(corpus: SampleCorpus) -> None:
    for name, text in files(corpus).items():
        assert (FOLDER / name).read_bytes() == text.encode("utf-8"), name


def test_manifest_counts() -> None:
    manifest = json.loads((FOLDER / "corpus.json").read_text(encoding="utf-8"))
    assert manifest["licence"] == "CC0-1.0"
    for name, entry in manifest["splits"].items():
        assert len(_lines(entry["src"])) == len(_lines(entry["tgt"])) == entry["pairs"]
        if "align" in entry:
            assert len(_lines(entry["align"])) == entry["pairs"], name
    assert manifest["splits"]["train"]["pairs"] >= 30_000
    assert [manifest["splits"][name]["pairs"] for name in SPLITS[1:]] == [1000, 1000, 1000, 100]


def test_no_sentence_of_either_side_in_two_places() -> None:
    for side in ("en", "fr"):
        seen: dict[str, str] = {}
        for split in SPLITS:
            for line in _lines(f"{split}.{side}"):
                key = _fold(line)
                assert key not in seen, f"{line!r} is in {split} and {seen[key]}"
                seen[key] = split


def test_unseen_combinations_are_unseen(corpus: SampleCorpus) -> None:
    known: set[str] = set()
    lemmas: Counter[str] = Counter()
    for split in ("train", "valid", "test"):
        for pair in corpus.splits[split]:
            known.update(pair.combos)
            if split == "train":
                lemmas.update(set(pair.lemmas))
    for pair in corpus.splits["unseen"]:
        new = [combo for combo in pair.combos if combo not in known]
        assert new, pair.en
        for combo in new:
            first, second = re.fullmatch(r"(\w:.+) (n:.+)", combo).groups()  # type: ignore[union-attr]
            assert min(lemmas[first], lemmas[second]) >= 5, combo


def test_unseen_adjective_and_noun_never_stand_together_in_the_training_text(corpus: SampleCorpus) -> None:
    lexicon = load_lexicon()
    following: dict[tuple[str, str], set[str]] = {}
    for line in _lines("train.en"):
        tokens = [*re.findall(r"[\w'-]+|[.,?!]", _fold(line)), "."]
        for first, second, third in zip(tokens, tokens[1:], [*tokens[2:], "."], strict=False):
            following.setdefault((first, second), set()).add(third)
    known = {combo for pair in corpus.splits["train"] for combo in pair.combos}
    for pair in corpus.splits["unseen"]:
        for combo in pair.combos:
            match = re.fullmatch(r"a:(.+) n:(.+)", combo)
            if match is None or combo in known:
                continue
            noun = lexicon.nouns[match[2]]
            for form in (noun.en, noun.en_plural):
                head, *rest = form.casefold().split()
                after = following.get((match[1].casefold(), head), set())
                # "orange juice" is another noun than "orange"; "washing machine" needs its second word.
                assert (rest[0] not in after) if rest else not after - LONGER, combo


LONGER = {
    "juice",
    "clock",
    "machine",
    "machines",
    "cleaner",
    "station",
    "stations",
    "room",
    "rooms",
    "hall",
    "office",
    "pool",
    "cream",
    "tea",
    "centre",
    "centres",
    "rink",
    "rinks",
    "tree",
    "trees",
    "tennis",
}


def test_every_lemma_is_used_often_enough(corpus: SampleCorpus) -> None:
    uses = Counter(lemma for pair in corpus.splits["train"] for lemma in set(pair.lemmas))
    rare = {lemma: uses[lemma] for lemma in load_lexicon().lemmas() if uses[lemma] < 8}
    assert not rare


def test_lexicon_is_large_and_unambiguous() -> None:
    lexicon = load_lexicon()
    assert len(lexicon.lemmas()) >= 1250
    adjectives = Counter(adjective.fr for adjective in lexicon.adjectives)
    # "grand" is "tall" of people and "big" of things, "petit" is "little" of the young and of animals.
    assert [fr for fr, count in adjectives.items() if count > 1] == ["grand", "petit"]
    nouns = Counter(noun.fr for noun in lexicon.nouns.values())
    assert {fr for fr, count in nouns.items() if count > 1} == {"femme", "fille", "histoire"}


FORBIDDEN = {
    "missing elision": rf"\b(?:[jJ]e|[nN]e|[mM]e|[tT]e|[sS]e|[dD]e|[qQ]ue) [{VOWEL}](?!aourt|nze)",
    "missing elision of the article": rf"\b(?:[lL]e|[lL]a) [{VOWEL}](?!aourt|nze)",
    "missing elision before silent h": r"\b(?:[jJ]e|[nN]e|[dD]e|[qQ]ue|[lL]e|[lL]a) h(?:omme|ôpital|ôtel|istoire|uile|abit)",  # noqa: E501
    "elision before aspirated h": r"'(?:héros|haricot|hamster|hérisson|hibou|hache|harpe|hall|handball|hockey)",
    "de le": r"\b[dD]e les? (?!(?:\w+er|\w+ir|\w+re|\w+oir)\b)",
    "à le": r"\bà les? (?!(?:\w+er|\w+ir|\w+re|\w+oir)\b)",
    "ce before a vowel": rf"\b[cC]e (?:h(?:omme|ôpital|ôtel)|[{VOWEL}](?!aourt|nze))",
    "ma before a vowel": rf"\b(?:[mM]a|[tT]a|[sS]a) [{VOWEL}]",
    "adjective before a vowel": r"\b(?:beau|nouveau|vieux) (?:ami|homme|appareil|ordinateur|hôtel|hôpital|arbre|avion|animal)\b",  # noqa: E501
    "si il": r"\b[sS]i ils?\b",
    "doubled word": r"\b(\w+) \1\b(?<!nous nous)(?<!vous vous)(?<!leur leur)",
    "inversion without t": r"[ae]-(?:il|elle)\b",
    "inverted I": r"-je\b",
    "de before a partitive": r"\b[dD]e (?:des|du|de)\b",
    "underscore": r"_",
    "space before full stop": r" [.,]",
    "question mark attached": r"\S[?!]",
    "feminine possessive": r"\b(?:mon|ton|son) (?:mère|sœur|voiture|maison|chambre|robe|jupe)\b",
}


@pytest.mark.parametrize("rule", FORBIDDEN)
def test_french_rule(rule: str) -> None:
    pattern = re.compile(FORBIDDEN[rule])
    wrong = [line for line in _grammar_french() if pattern.search(line)]
    assert not wrong, wrong[:5]


def test_french_determiners_agree_with_their_nouns() -> None:
    lexicon = load_lexicon()
    masculine, feminine_nouns = r"\b(?:un|ce|du|quel|mon|cet)\b", r"\b(?:une|cette|quelle|la|ma)\b"
    both = {noun.fr for noun in lexicon.nouns.values() if noun.fem} & {
        noun.fr for noun in lexicon.nouns.values() if not noun.fem
    }
    lines = "\n".join(_grammar_french())
    for noun in lexicon.nouns.values():
        # Some nouns are also verb forms, which follow a pronoun "la": "je la bois".
        doubtful = both | {"poste", "livre", "bois", "lit"}
        if noun.fr in doubtful or noun.plural_only or re.search("[ -]", noun.fr):
            continue
        # A masculine determiner must not touch a feminine noun, nor the other way round; "mon idée" is right.
        article = masculine.replace("mon|", "") if noun.fem else feminine_nouns
        assert re.search(rf"{article} {noun.fr}\b(?!-)", lines) is None, noun.fr


@pytest.mark.parametrize("split", SPLITS[:4])
def test_links_are_in_range_and_cover_the_words(split: str) -> None:
    loose: Counter[str] = Counter()
    for en, fr, links in zip(_lines(f"{split}.en"), _lines(f"{split}.fr"), _lines(f"{split}.align"), strict=True):
        if not links:
            continue
        left, right = en.split(), fr.split()
        pairs = [tuple(map(int, re.fullmatch(r"(\d+)[-?](\d+)", link).groups())) for link in links.split()]  # type: ignore[union-attr]
        assert len(set(pairs)) == len(pairs)
        assert all(i < len(left) and j < len(right) for i, j in pairs), en
        loose.update(word for i, word in enumerate(left) if i not in {pair[0] for pair in pairs})
        loose.update(word for j, word in enumerate(right) if j not in {pair[1] for pair in pairs})
    assert not loose


def test_known_alignment() -> None:
    draw = _draw()
    pair = end(statement(draw, _clause(draw, _named("Marie", True), "manger", noun="apple", tense="past")))
    assert _english(pair) == "Marie ate an apple."
    assert _french(pair) == "Marie a mangé une pomme."
    from workbench.teaching_corpus.tokens import align

    assert align(finish_english(pair[0]), finish_french(pair[1])) == "0-0 1?1 1-2 2-3 3-4"


# --- sentences written by hand -----------------------------------------------------------------------------------


def _draw() -> Draw:
    return Draw(load_lexicon(), 1)


def _named(text: str, fem: bool = False) -> Phrase:
    return Phrase([Token(text, (501,))], [Token(text, (501,))], 2, fem, key=501)


def _clause(
    draw: Draw,
    who: Phrase,
    verb: str,
    *,
    tense: str = "present",
    noun: str = "",
    det: str = "a",
    many: bool = False,
    negation: str = "",
    clitics: list[Clitic] | None = None,
    adjective: str = "",
    preposition: str = "",
    modal: Modal | None = None,
    owner: int = 0,
) -> Clause:
    clause = Clause(who, draw.lexicon.verb(verb), tense, modal, negation, clitics or [])
    if noun:
        described = next((a for a in draw.lexicon.adjectives if a.en == adjective), None)
        phrase = noun_phrase(draw, draw.lexicon.nouns[noun], det, many, adjective=described, owner=owner)
        set_object(clause, phrase, preposition)
    return clause


def _english(pair: tuple[list[Token], list[Token]]) -> str:
    return " ".join(word.text for word in finish_english(pair[0]))


def _french(pair: tuple[list[Token], list[Token]]) -> str:
    return " ".join(word.text for word in finish_french(pair[1]))


CAN = Modal(("can",), "pouvoir")
TRY = Modal(("try", "to"), "essayer", "present", "de", True)
STATEMENTS = [
    (0, False, "aimer", {"noun": "water", "det": "generic"}, "I like water.", "J'aime l'eau."),
    (0, False, "boire", {"noun": "water"}, "I drink some water.", "Je bois de l'eau."),
    (0, False, "manger", {"noun": "bread"}, "I eat some bread.", "Je mange du pain."),
    (
        0,
        False,
        "manger",
        {"noun": "bread", "det": "none", "negation": "not"},
        "I do not eat any bread.",
        "Je ne mange pas de pain.",
    ),
    (
        0,
        False,
        "acheter",
        {"noun": "apple", "det": "none", "negation": "never"},
        "I never buy an apple.",
        "Je n'achète jamais de pomme.",
    ),
    (2, False, "manger", {"noun": "bean", "det": "the", "many": True}, "He eats the beans.", "Il mange les haricots."),
    (2, False, "voir", {"noun": "owl", "det": "the"}, "He sees the owl.", "Il voit le hibou."),
    (2, False, "voir", {"noun": "hero", "det": "this"}, "He sees this hero.", "Il voit ce héros."),
    (2, True, "aider", {"noun": "man", "det": "this"}, "She helps this man.", "Elle aide cet homme."),
    (
        2,
        True,
        "aider",
        {"noun": "man", "det": "this", "adjective": "old"},
        "She helps this old man.",
        "Elle aide ce vieil homme.",
    ),
    (
        3,
        False,
        "aimer",
        {"noun": "tree", "det": "the", "adjective": "beautiful"},
        "We like the beautiful tree.",
        "Nous aimons le bel arbre.",
    ),
    (
        4,
        False,
        "louer",
        {"noun": "apartment", "adjective": "new"},
        "You rent a new apartment.",
        "Vous louez un nouvel appartement.",
    ),
    (
        5,
        False,
        "vendre",
        {"noun": "book", "many": True, "adjective": "beautiful"},
        "They sell some beautiful books.",
        "Ils vendent de beaux livres.",
    ),
    (
        5,
        False,
        "vendre",
        {"noun": "car", "many": True, "adjective": "white"},
        "They sell some white cars.",
        "Ils vendent des voitures blanches.",
    ),
    (
        0,
        False,
        "perdre",
        {"noun": "umbrella", "det": "my", "tense": "past"},
        "I lost my umbrella.",
        "J'ai perdu mon parapluie.",
    ),
    (
        0,
        False,
        "oublier",
        {"noun": "address", "det": "my", "tense": "past"},
        "I forgot my address.",
        "J'ai oublié mon adresse.",
    ),
    (0, False, "visiter", {"noun": "school", "det": "my", "owner": 2}, "I visit his school.", "Je visite son école."),
    (
        2,
        False,
        "parler",
        {"noun": "doctor", "det": "the", "preposition": "à"},
        "He talks to the doctor.",
        "Il parle au médecin.",
    ),
    (
        2,
        False,
        "répondre",
        {"noun": "question", "det": "the", "many": True, "preposition": "à"},
        "He answers the questions.",
        "Il répond aux questions.",
    ),
    (
        2,
        False,
        "se_souvenir",
        {"noun": "name", "det": "the", "preposition": "de"},
        "He remembers the name.",
        "Il se souvient du nom.",
    ),
    (2, True, "se_lever", {"tense": "past"}, "She got up.", "Elle s'est levée."),
    (5, True, "se_lever", {"tense": "past", "negation": "not"}, "They did not get up.", "Elles ne se sont pas levées."),
    (0, False, "s'amuser", {"tense": "near"}, "I am going to have fun.", "Je vais m'amuser."),
    (3, False, "s'habiller", {"negation": "not"}, "We do not get dressed.", "Nous ne nous habillons pas."),
    (2, True, "arriver", {"tense": "past"}, "She arrived.", "Elle est arrivée."),
    (5, False, "partir", {"tense": "past", "negation": "not"}, "They did not leave.", "Ils ne sont pas partis."),
    (3, False, "manger", {"noun": "soup"}, "We eat some soup.", "Nous mangeons de la soupe."),
    (3, False, "commencer", {"noun": "meal", "det": "the"}, "We begin the meal.", "Nous commençons le repas."),
    (5, False, "jeter", {"noun": "letter", "det": "the"}, "They throw away the letter.", "Ils jettent la lettre."),
    (2, False, "nettoyer", {"noun": "kitchen", "det": "the"}, "He cleans the kitchen.", "Il nettoie la cuisine."),
    (0, False, "préférer", {"noun": "fish", "det": "generic"}, "I prefer fish.", "Je préfère le poisson."),
    (2, False, "acheter", {"noun": "car", "tense": "future"}, "He will buy a car.", "Il achètera une voiture."),
    (2, False, "habiter", {"tense": "used"}, "He used to live.", "Il habitait."),
    (
        0,
        False,
        "ouvrir",
        {"noun": "door", "det": "the", "modal": CAN},
        "I can open the door.",
        "Je peux ouvrir la porte.",
    ),
    (
        2,
        False,
        "ouvrir",
        {"noun": "door", "det": "the", "modal": TRY, "negation": "not"},
        "He does not try to open the door.",
        "Il n'essaie pas d'ouvrir la porte.",
    ),
    (
        2,
        False,
        "lire",
        {"noun": "newspaper", "det": "the", "tense": "progressive"},
        "He is reading the newspaper.",
        "Il lit le journal.",
    ),
    (2, False, "avoir", {"noun": "knife", "det": "number", "many": True}, "He has two knives.", "Il a deux couteaux."),
    (
        4,
        False,
        "avoir",
        {"noun": "patience", "det": "a lot of"},
        "You have a lot of patience.",
        "Vous avez beaucoup de patience.",
    ),
]


@pytest.mark.parametrize("row", STATEMENTS, ids=lambda row: row[4])
def test_statement(row: tuple[int, bool, str, dict[str, object], str, str]) -> None:
    person, fem, verb, options, en, fr = row
    draw = _draw()
    pair = end(statement(draw, _clause(draw, pronoun(draw, person, fem), verb, **options)))  # type: ignore[arg-type]
    assert (_english(pair), _french(pair)) == (en, fr)


def test_object_pronouns() -> None:
    draw = _draw()
    she = pronoun(draw, 2, True)
    cases = [
        (
            _clause(draw, she, "voir", tense="past", clitics=[direct_clitic(draw, "her")]),
            "She saw her.",
            "Elle l'a vue.",
        ),
        (
            _clause(draw, she, "aider", tense="past", negation="not", clitics=[direct_clitic(draw, "them")]),
            "She did not help them.",
            "Elle ne les a pas aidés.",
        ),
        (
            _clause(draw, she, "inviter", modal=CAN, clitics=[direct_clitic(draw, "me")]),
            "She can invite me.",
            "Elle peut m'inviter.",
        ),
        (_clause(draw, she, "allumer", clitics=[direct_clitic(draw, "it")]), "She turns it on.", "Elle l'allume."),
        (
            _clause(draw, she, "donner", noun="key", det="the", clitics=[indirect_clitic(draw, "them", "to")]),
            "She gives the key to them.",
            "Elle leur donne la clé.",
        ),
        (
            _clause(
                draw,
                she,
                "montrer",
                tense="past",
                clitics=[direct_clitic(draw, "it", True), indirect_clitic(draw, "us", "to")],
            ),
            "She showed it to us.",
            "Elle nous l'a montrée.",
        ),
    ]
    for clause, en, fr in cases:
        pair = end(statement(draw, clause))
        assert (_english(pair), _french(pair)) == (en, fr)


def test_questions() -> None:
    draw = _draw()
    where = fixed(draw, "where", "où")
    he, you, i = pronoun(draw, 2), pronoun(draw, 4), pronoun(draw, 0)
    cases = [
        (
            question(draw, _clause(draw, you, "aimer", noun="cheese", det="generic")),
            "Do you like cheese?",
            "Est-ce que vous aimez le fromage ?",
        ),
        (question(draw, _clause(draw, he, "arriver", tense="past")), "Did he arrive?", "Est-ce qu'il est arrivé ?"),
        (question(draw, _clause(draw, he, "manger"), where), "Where does he eat?", "Où mange-t-il ?"),
        (
            question(draw, _clause(draw, he, "acheter", tense="past", noun="hat", det="this"), where),
            "Where did he buy this hat?",
            "Où a-t-il acheté ce chapeau ?",
        ),
        (question(draw, _clause(draw, he, "dormir"), where), "Where does he sleep?", "Où dort-il ?"),
        (question(draw, _clause(draw, i, "dormir"), where), "Where do I sleep?", "Où est-ce que je dors ?"),
        (
            question(draw, _clause(draw, _named("Paul"), "dormir"), where),
            "Where does Paul sleep?",
            "Où est-ce que Paul dort ?",
        ),
        (
            question(draw, _clause(draw, you, "se_lever", tense="past"), where),
            "Where did you get up?",
            "Où vous êtes-vous levé ?",
        ),
    ]
    for pair, en, fr in cases:
        closed = end(pair, "?")
        assert (_english(closed), _french(closed)) == (en, fr)


def test_commands() -> None:
    draw = _draw()
    you, thou, we = pronoun(draw, 4), pronoun(draw, 1), pronoun(draw, 3)
    cases = [
        (command(draw, _clause(draw, you, "fermer", noun="door", det="the")), "Close the door!", "Fermez la porte !"),
        (command(draw, _clause(draw, thou, "manger", noun="soup", det="the")), "Eat the soup!", "Mange la soupe !"),
        (command(draw, _clause(draw, you, "se_lever")), "Get up!", "Levez-vous !"),
        (command(draw, _clause(draw, thou, "se_lever", negation="not")), "Do not get up!", "Ne te lève pas !"),
        (command(draw, _clause(draw, we, "se_reposer")), "Let us rest!", "Reposons-nous !"),
        (command(draw, _clause(draw, you, "aider", clitics=[direct_clitic(draw, "me")])), "Help me!", "Aidez-moi !"),
        (
            command(draw, _clause(draw, you, "aider", negation="not", clitics=[direct_clitic(draw, "me")])),
            "Do not help me!",
            "Ne m'aidez pas !",
        ),
    ]
    for pair, en, fr in cases:
        closed = end(pair, "!")
        assert (_english(closed), _french(closed)) == (en, fr)


def test_french_forms() -> None:
    assert [plural(word) for word in ("cheval", "gâteau", "genou", "prix", "pomme_de_terre", "jeu")] == [
        "chevaux",
        "gâteaux",
        "genoux",
        "prix",
        "pommes_de_terre",
        "jeux",
    ]
    assert [feminine(word) for word in ("léger", "heureux", "actif", "rouge", "noir")] == [
        "légère",
        "heureuse",
        "active",
        "rouge",
        "noire",
    ]
    assert conjugate("appeler", "present", 0) == "appelle"
    assert conjugate("appeler", "present", 3) == "appelons"
    assert conjugate("manger", "imperfect", 2) == "mangeait"
    assert conjugate("manger", "imperfect", 3) == "mangions"
    assert conjugate("commencer", "imperfect", 0) == "commençais"
    assert conjugate("être", "imperfect", 5) == "étaient"
    assert conjugate("finir", "present", 5) == "finissent"
    assert conjugate("envoyer", "future", 0) == "enverrai"
    assert conjugate("venir", "conditional", 4) == "viendriez"
    assert conjugate("aller", "imperative", 1) == "va"
    assert participle("ouvrir") == "ouvert"
    assert agree("mis", True, True) == "mises"
    assert agree("assis", False, True) == "assis"


def test_numbers() -> None:
    assert [french(n) for n in (21, 71, 80, 81, 99, 100, 200, 201, 1999)] == [
        "vingt et un",
        "soixante et onze",
        "quatre-vingts",
        "quatre-vingt-un",
        "quatre-vingt-dix-neuf",
        "cent",
        "deux cents",
        "deux cent un",
        "mille neuf cent quatre-vingt-dix-neuf",
    ]
    assert french(21, fem=True) == "vingt et une"
    assert english(342) == "three hundred and forty-two"
    assert [ordinal(n) for n in (1, 12, 20, 23, 30)] == ["first", "twelfth", "twentieth", "twenty-third", "thirtieth"]


def test_pairs_are_plain_records() -> None:
    assert SentencePair("a", "b").links == ""
