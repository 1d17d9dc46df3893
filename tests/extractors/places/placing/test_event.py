"""Where an event happens: by the parse, by word order, by displacement, and nowhere."""

import pytest

from extractors.places.finder import find_places
from extractors.places.placing.displacement import moved
from extractors.places.placing.event import place_event
from tests.extractors.places.placing.placed import GAZETTEER, place


@pytest.mark.parametrize("parsed", [True, False], ids=["parse", "words"])
@pytest.mark.parametrize(
    ("text", "word", "kind", "expected"),
    [
        ("The army captured Raqqa on Monday.", "captured", "territory_gain", ["Raqqa"]),
        ("Rebels fired rockets at Homs from Hama.", "fired", "shelling", ["Homs"]),
        ("Troops withdrew from Homs on Monday.", "withdrew", "withdrawal", ["Homs"]),
        ("The army marched in Homs and Aleppo.", "marched", "protest", ["Homs", "Aleppo"]),
        ("In Homs, police arrested three men.", "arrested", "arrest", ["Homs"]),
        ("The ministers condemned the bombing of Homs.", "condemned", "accusation", []),
        ("In Vienna the minister condemned it.", "condemned", "accusation", ["Vienna"]),
    ],
)
def test_the_place_that_the_words_govern(text: str, word: str, kind: str, expected: list[str], *, parsed: bool) -> None:
    assert [found.place for found in place(text, word, kind, parsed=parsed)] == expected


def test_a_country_without_a_preposition_is_a_party() -> None:
    text = "Turkey shelled Homs on Monday."
    assert [found.place for found in place(text, "shelled", "shelling")] == ["Homs"]


def test_near_and_kilometres_north_of_give_an_area() -> None:
    (near,) = place("A bomb exploded near Homs.", "exploded", "bombing")
    assert near.place_precision == "area"
    (north,) = place("A bomb exploded 20 km north of Homs.", "exploded", "bombing")
    assert north.place_precision == "area"
    assert north.latitude is not None
    assert near.latitude is not None
    assert north.latitude - near.latitude == pytest.approx(0.18, abs=0.01)
    assert "20 km north of" in north.rule


def test_between_two_towns_is_the_middle() -> None:
    (middle,) = place("A bomb exploded between Homs and Hama.", "exploded", "bombing")
    assert middle.latitude is not None
    assert 34.73 < middle.latitude < 35.13
    assert middle.rule.startswith("midway between Homs and Hama")


def test_what_happens_goes_on_where_it_began_but_not_where_people_signed() -> None:
    (first,) = place("A bomb exploded in Homs.", "exploded", "bombing")
    (then,) = place("Troops arrested three men.", "arrested", "arrest", first)
    assert (then.place, then.rule) == ("Homs", "carried over from the event before")
    (signed,) = place("They signed an agreement in Vienna.", "agreement", "agreement", first)
    (after,) = place("Troops arrested three men.", "arrested", "arrest", signed)
    assert after.place == "Homs"
    assert place("They threatened revenge.", "threatened", "threat", first) == ()


def test_moving_keeps_to_the_globe() -> None:
    assert moved(89.99, 0.0, 0, 200)[0] <= 90
    assert -180 <= moved(0.0, 179.99, 90, 200)[1] <= 180


def test_a_truce_told_in_the_lead_holds_in_the_country_of_its_dateline() -> None:
    text = "KABUL: The rebels began a truce on Monday. Afghan doctors were glad."
    end = text.index(" Afghan")
    start = text.index("truce")
    span = (start, start + len("truce"))
    found = place_event(find_places(text, GAZETTEER), text=text, sentence=(0, end), trigger=span, kind="truce_start")
    assert [(one.country, one.place_precision) for one in found] == [("AF", "country")]


def test_a_truce_told_before_holds_where_it_held() -> None:
    (first,) = place("A truce began in Homs.", "began", "truce_start")
    (then,) = place(
        "The truce ran out at midnight on the second of May and was not extended.", "extended", "truce_end", first
    )
    assert then.place == "Homs"
    assert place("A truce declared weeks later ended on the second of May.", "ended", "truce_end", first) == ()


def test_a_total_since_the_beginning_is_told_of_the_country_and_moves_nothing() -> None:
    text = "Sudan closed schools. A bomb exploded in El Fasher. "
    total = "More than 300,000 people have fled since the war began."
    more = " Troops arrested three men."
    found = find_places(text + total, GAZETTEER)
    (first,) = place(text, "exploded", "bombing")
    start = (text + total).index("fled")
    (then,) = place_event(
        found,
        text=text + total,
        sentence=(len(text), len(text + total)),
        trigger=(start, start + 4),
        kind="evacuation",
        carried=first,
    )
    assert (then.place, then.place_precision) == ("Sudan", "country")
    (after,) = place(more, "arrested", "arrest", then)
    assert after.place == "El Fasher"


def test_a_meeting_behind_a_dateline_is_where_was_spoken() -> None:
    text = "DAKAR (Coast Wire) - West African ministers meeting in Abuja on Friday lifted the sanctions on Mali."
    assert [there.place for there in place(text, "lifted", "sanction_lifted")] == ["Abuja"]


def test_what_is_said_at_a_meeting_told_before_is_said_where_that_was() -> None:
    (talks,) = place("The talks began in the town of Homs on Monday.", "talks", "peace_talks")
    (offer,) = place("At the opening session the rebels offered a swap of prisoners.", "offered", "offer", talks)
    assert (offer.place, offer.rule) == ("Homs", "'session' points back at it")
    assert place("The rebels offered a swap of prisoners.", "offered", "offer", talks) == ()


def test_what_is_looked_into_is_looked_into_where_it_happened() -> None:
    (first,) = place("A bomb exploded in Homs.", "exploded", "bombing")
    (probe,) = place("Experts are investigating the blast.", "investigating", "investigation", first)
    assert (probe.place, probe.rule) == ("Homs", "where what is looked into happened")
    assert place("Prosecutors are investigating the banker.", "investigating", "investigation", first) == ()


def test_what_befell_a_village_that_is_not_named_is_not_placed_where_things_happened_before() -> None:
    (first,) = place("A bomb exploded in Homs.", "exploded", "bombing")
    assert place("Helicopters bombed a fishing village.", "bombed", "airstrike", first) == ()
    freed = place("They freed the bakers whom they had seized in March.", "seized", "abduction", first)
    assert freed == ()


def test_the_title_places_own_news_that_names_no_place() -> None:
    text = "A bomb exploded on Monday. Homs wept."
    found = find_places(text, GAZETTEER)
    (one,) = place_event(
        found,
        text=text,
        sentence=(0, 26),
        trigger=(7, 15),
        kind="bombing",
        fallback=[p for p in found if p.text == "Homs"],
    )
    assert (one.place, one.rule.partition(" (")[0]) == ("Homs", "place of the title")


def test_they_who_met_decide_more_where_they_met() -> None:
    (first,) = place("Ministers meeting in Homs lifted the sanctions.", "lifted", "sanction_lifted")
    (more,) = place("They also lifted a ban on cement.", "lifted", "sanction_lifted", first)
    assert (more.place, more.rule) == ("Homs", "'They' are those who met there")
    assert place("Norway also lifted a ban on cement.", "lifted", "sanction_lifted", first) == ()
    assert place("They condemned the ban on cement.", "condemned", "accusation", first) == ()
