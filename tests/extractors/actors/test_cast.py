"""Who a noun phrase stands for, over the parses of our own model."""

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.actors.cast import Cast
from extractors.language.model import parse_sentences
from extractors.language.parse import Parse, Token
from extractors.sentences import split_sentences
from schemas.mention import PlaceMention


class Reading:
    """A text with its cast, asked by words."""

    def __init__(self, text: str, day: datetime.date | None = None) -> None:
        self.text = text
        spans = [(sentence.start, sentence.end) for sentence in split_sentences(text)]
        self.parses = parse_sentences(text, spans)
        self.cast = Cast(text, spans, self.parses, day=day)

    def at(self, word: str, *, last: bool = False) -> tuple[int, int]:
        offset = self.text.rindex(word) if last else self.text.index(word)
        for number, parse in enumerate(self.parses):
            for index, token in enumerate(parse.tokens):
                if token.start == offset:
                    return number, index
        raise AssertionError(word)

    def parties(self, word: str, *, last: bool = False) -> list[str]:
        return [mention.party.name for mention in self.cast.parties_at(*self.at(word, last=last))]

    def targets(self, word: str) -> list[str]:
        return [mention.party.name for mention in self.cast.targets_at(*self.at(word))]


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Shells were fired by the Kenyan army and the police.", "army", ["Kenya Defence Forces", "Kenyan Police"]),
        ("Chadian and Malian troops fled.", "troops", ["Chadian Armed Forces", "Malian Armed Forces"]),
        ("Fighters of Ansar Dine fled.", "Fighters", ["Ansar Dine"]),
        ("Dozens of villagers fled.", "Dozens", ["villagers"]),
        ("Two mutinous soldiers fled.", "soldiers", ["mutinous soldiers"]),
        ("Turkish-backed fighters fled.", "fighters", ["Turkish-backed fighters"]),
        ("The statement angered many.", "statement", []),
        ("A blast killed five villagers.", "blast", []),
        ("Moscow rejected the offer.", "Moscow", ["Russia"]),
        ("The rebels who took the village fled.", "who", ["rebels"]),
        ("On Tuesday the rebels fled.", "Tuesday", []),
    ],
)
def test_parties(text: str, word: str, names: list[str]) -> None:
    assert Reading(text).parties(word) == names


def test_sites_are_targets_and_never_act() -> None:
    reading = Reading("Shells hit a maternity hospital and two schools.")
    assert reading.targets("hospital") == ["maternity hospital", "schools"]
    assert reading.parties("hospital") == []


def test_people_of_whom_only_the_number_is_told_are_no_target() -> None:
    reading = Reading("The blast killed twelve people.")
    assert reading.targets("people") == []


@pytest.mark.parametrize(
    ("first", "then", "word", "names"),
    [
        ("Hamas fired rockets.", "It denied the report.", "It", ["Hamas"]),
        ("President Ali Hamdan arrived.", "He refused the offer.", "He", ["Ali Hamdan"]),
        ("Gunmen stormed a bank.", "They killed a guard.", "They", ["gunmen"]),
        ("Boko Haram attacked two villages.", "The group burned houses.", "group", ["Boko Haram"]),
        ("NATO met on Monday.", "The alliance refused.", "alliance", ["NATO"]),
        ("Chad accused Sudan of lies.", "The two countries signed a truce.", "countries", ["Chad", "Sudan"]),
        ("Malian troops arrived.", "The government in Mali rejected the plan.", "government", ["Malian Government"]),
        ("Russia denied it.", "Its forces left the town.", "forces", ["Russian Armed Forces"]),
    ],
)
def test_words_that_mean_somebody_told_before(first: str, then: str, word: str, names: list[str]) -> None:
    assert Reading(f"{first} {then}").parties(word) == names


def test_an_organ_belongs_to_the_country_of_the_article() -> None:
    reading = Reading("Shells fell in Mali on Monday. Mali is at war. The army fled.")
    (found,) = reading.cast.parties_at(*reading.at("army"))
    assert (found.party.name, found.party.country) == ("Malian Armed Forces", "MLI")
    assert "country" in found.rule
    assert reading.text[found.start : found.end] == "army"


def test_a_word_without_an_antecedent_keeps_its_text() -> None:
    assert Reading("The rebels fled.").parties("rebels") == ["rebels"]
    assert Reading("They fled.").parties("They") == []


def test_unknown_persons_keep_their_text_and_are_known_by_surname() -> None:
    reading = Reading("Envoy Sergei Malenko arrived. Malenko left again.")
    assert reading.parties("Malenko", last=True) == ["Sergei Malenko"]


def test_a_sentence_without_a_parse_has_no_parties() -> None:
    text = "Troops fled."
    cast = Cast(text, [(0, len(text))], [None])
    assert cast.parties_at(0, 0) == ()
    assert [mention.party.name for mention in cast.mentions] == ["troops"]


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(["The army", "Hamas", "they", "two villages", "of Mali", "and", "fled."]), max_size=12))
def test_any_word_may_be_asked(words: list[str]) -> None:
    reading = Reading(" ".join(words) or "Nothing.")
    for number, parse in enumerate(reading.parses):
        for index in range(len(parse.tokens)):
            for mention in (*reading.cast.parties_at(number, index), *reading.cast.targets_at(number, index)):
                assert 0 <= mention.start < mention.end <= len(reading.text)
                assert mention.party.name
                assert mention.rule


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Norway's development minister, Henrik Aas, refused.", "minister", ["Henrik Aas"]),
        ("A rebel commander, Ismail Tengku, denied it.", "commander", ["Ismail Tengku"]),
        ("The speaker of the parliament, Salem Harun, left.", "speaker", ["Salem Harun"]),
        ("Turkey, the government's main ally, sent troops.", "ally", ["Turkey"]),
        ("Boko Haram, the militant group, fired.", "group", ["Boko Haram"]),
    ],
)
def test_a_description_beside_a_name_is_the_name(text: str, word: str, names: list[str]) -> None:
    assert Reading(text).parties(word) == names


def test_what_opens_an_article_as_its_dateline_does_not_act() -> None:
    reading = Reading("DAMASCUS (Hill Agency) - Rebels left the town.")
    assert [mention.party.name for mention in reading.cast.mentions] == ["rebels"]


def test_its_men_are_the_body_itself() -> None:
    assert Reading("Hamas denied that its men had fired.").parties("men") == ["Hamas"]


def place(text: str, name: str, country: str) -> PlaceMention:
    start = text.index(name)
    return PlaceMention(
        start=start, end=start + len(name), text=name, kind="literal", name=name, latitude=None, longitude=None,
        country=country, admin1=None, geonameid=None, precision="point", rule="told",
    )  # fmt: skip


def test_places_tell_the_country_of_the_article() -> None:
    text = "Shells fell on Hillwick and Daleton. The army fled."
    reading = Reading(text)
    reading.cast.know_places([place(text, "Hillwick", "ML"), place(text, "Daleton", "ML")])
    assert reading.parties("army") == ["Malian Armed Forces"]
    assert "Malian Armed Forces" in {mention.party.name for mention in reading.cast.mentions}
    assert reading.parties("Hillwick") == []


@pytest.mark.parametrize(
    ("text", "word", "names"),
    [
        ("Hamas and Islamic Jihad fighters fled.", "fighters", ["Hamas", "Palestinian Islamic Jihad"]),
        ("Deputy Defence Minister Olga Aas fled.", "Olga", ["Olga Aas"]),
        ("Workers of a state-owned company fled.", "company", ["state-owned company"]),
        ("Muslim groups met.", "groups", ["Muslim groups"]),
        ("Government helicopters circled over Mali.", "helicopters", ["Malian Government"]),
        ("Helicopters circled over Mali.", "Helicopters", []),
    ],
)
def test_agents_in_the_style_of_event_notes(text: str, word: str, names: list[str]) -> None:
    assert Reading(text).parties(word) == names


def parse_of(text: str, rows: list[tuple[str, str, int, str]]) -> Parse:
    """A parse by hand: word, part of speech, governor, relation."""
    tokens, at = [], 0
    for word, pos, head, relation in rows:
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), word, word.lower(), pos, head, relation))
        at += len(word)
    return Parse(0, len(text), tuple(tokens), ())


@pytest.mark.parametrize(
    ("text", "rows", "head", "names"),
    [
        (
            "Talks between Chad and Mali began.",
            [("Talks", "NOUN", 5, "nsubj"), ("between", "ADP", 2, "case"), ("Chad", "PROPN", 0, "nmod"),
             ("and", "CCONJ", 5, "cc"), ("Mali", "PROPN", 5, "nsubj"), ("began", "VERB", 5, "root")],
            2,
            ["Chad", "Mali"],
        ),
        (
            "Chad and Mali agreed.",
            [("Chad", "PROPN", 3, "dep"), ("and", "CCONJ", 3, "cc"), ("Mali", "PROPN", 3, "nsubj"),
             ("agreed", "VERB", 3, "root")],
            2,
            ["Chad", "Mali"],
        ),
        (
            "Chad, Mali and Niger agreed.",
            [("Chad", "PROPN", 4, "nsubj"), ("Mali", "PROPN", 0, "appos"), ("and", "CCONJ", 3, "cc"),
             ("Niger", "PROPN", 0, "conj"), ("agreed", "VERB", 4, "root")],
            0,
            ["Chad", "Niger", "Mali"],
        ),
        (
            "Rebels fought Chad and Mali fled.",
            [("Rebels", "NOUN", 1, "nsubj"), ("fought", "VERB", 1, "root"), ("Chad", "PROPN", 1, "obj"),
             ("and", "CCONJ", 5, "cc"), ("Mali", "PROPN", 5, "nsubj"), ("fled", "VERB", 1, "conj")],
            4,
            ["Mali"],
        ),
    ],
)  # fmt: skip
def test_what_the_text_joins_and_the_parse_does_not(
    text: str, rows: list[tuple[str, str, int, str]], head: int, names: list[str]
) -> None:
    cast = Cast(text, [(0, len(text))], [parse_of(text, rows)])
    found = cast.parties_at(0, head)
    assert sorted(mention.party.name for mention in found) == sorted(names)
    assert all(text[mention.start : mention.end] == mention.party.text for mention in found)


def test_several_groups_are_no_one_group() -> None:
    reading = Reading("Boko Haram fired. The groups that want a truce must sign it.")
    assert reading.parties("groups") == ["groups"]


def test_a_group_of_aircraft_is_no_armed_group() -> None:
    reading = Reading("The Russian air group left Syria. The group fired.")
    assert reading.parties("group", last=True) == ["group"]


def test_a_settlement_told_by_its_name_is_where_and_not_who() -> None:
    assert Reading("Shells hit the village of Hillwick.").targets("village") == []
    assert Reading("Shells hit a fishing village.").targets("village") == ["fishing village"]


def test_who_is_struck_may_be_called_by_a_word_that_no_list_has() -> None:
    assert Reading("Gunmen took two army bookbinders.").targets("bookbinders") == ["army bookbinders"]
    assert Reading("Two army bookbinders fled.").parties("bookbinders") == []
    assert Reading("Gunmen broke a mirror.").targets("mirror") == []
