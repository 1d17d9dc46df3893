"""Who stands by the actor, and whom a list belongs to, read from whole sentences."""

import datetime

import pytest

from extractors.coder import load_coder
from schemas.article import Article
from schemas.mention import Mention


def coded(text: str, kind: str) -> Mention:
    article = load_coder().code(Article(id="a", text=text))
    (event,) = (event for event in article.events if event.kind == kind)
    return event


@pytest.mark.parametrize("how", ["with the support of Russia", "with the help of Russia"])
def test_who_supports_an_offensive_acts_in_it(how: str) -> None:
    event = coded(f"The Syrian army launched an offensive on Idlib {how}.", "offensive")
    assert {party.country for party in event.actors} == {"SYR", "RUS"}


def test_what_is_used_in_an_attack_does_not_act() -> None:
    event = coded("The Syrian army launched an offensive on Idlib with dozens of tanks.", "offensive")
    assert len(event.actors) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine accused Russia of bombing a hospital in Kharkiv.",
        "Ukraine condemned Russia for bombing a hospital in Kharkiv.",
        "Russia was accused by Ukraine of bombing a hospital in Kharkiv.",
    ],
)
def test_who_is_accused_did_what_the_accuser_says(text: str) -> None:
    event = coded(text, "airstrike")
    assert [party.name for party in event.actors] == ["Russia"]


def test_a_request_to_list_is_addressed_to_whose_list_it_is() -> None:
    event = coded("France asked to put the Azawad Brigade on the UN sanctions list.", "sanction_request")
    assert [party.name for party in event.targets] == ["United Nations"]


def test_a_country_told_by_one_telling_is_the_events() -> None:
    text = "A ceasefire began on February 27.\n\nThe ceasefire came into force across Syria on February 27."
    assert coded(text, "truce_start").country == "SY"


def test_who_harmed_people_in_an_attack_made_it() -> None:
    event = coded("Militants killed ten farmers in overnight attacks on several villages in Benue State.", "attack")
    assert [party.name for party in event.actors] == ["militants"]
    assert [party.name for party in event.targets] == ["farmers"]


def test_who_lost_men_in_an_ambush_did_not_lay_it() -> None:
    event = coded("The Malian army lost ten men in an ambush near Gao.", "attack")
    assert not event.actors


def test_what_an_act_is_meant_to_do_is_no_second_one() -> None:
    assert coded("Police fired tear gas to disperse the crowd in Lagos.", "crowd_dispersal").status == "occurred"


def test_nobody_made_the_attack_that_no_group_claimed() -> None:
    assert not coded("No group has claimed the attack on the market.", "attack").actors


def test_a_month_is_no_part_of_a_name() -> None:
    event = coded("In January rebels seized Sake.", "territory_gain")
    assert [party.name for party in event.actors] == ["rebels"]


def test_what_says_which_war_is_meant_tells_nothing() -> None:
    text = "The conflict, which has killed tens of thousands, began in 2011."
    assert not [event for event in load_coder().code(Article(id="a", text=text)).events if event.kind == "attack"]


@pytest.mark.parametrize("text", ["Turkish jets hit Kurdish positions near Kobani.", "Jets struck targets in Gaza."])
def test_what_aircraft_strike_is_struck_from_the_air(text: str) -> None:
    assert coded(text, "airstrike").status == "occurred"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A bomber of the Hill Front detonated his vest at the gate of a barracks.", "suicide_bombing"),
        ("Army helicopters dropped chlorine canisters on the village.", "chemical_attack"),
        ("Three militiamen raped two women near the well.", "sexual_violence"),
    ],
)
def test_the_particular_act_is_told_before_the_general(text: str, kind: str) -> None:
    assert coded(text, kind).status == "occurred"


def test_flight_after_an_attack_strikes_no_homes() -> None:
    assert not coded("Thousands of people fled their homes after an attack by insurgents.", "attack").targets


def test_nationals_are_people_and_no_state() -> None:
    assert [party.name for party in coded("Israeli forces detained 12 Palestinians.", "arrest").targets] == [
        "Palestinians"
    ]


def test_live_fire_at_demonstrators_is_excessive_force() -> None:
    event = coded("Soldiers opened live fire at demonstrators in Mandalay.", "crowd_dispersal")
    assert event.acled == "Excessive force against protesters"


def test_a_sentence_of_its_own_may_say_that_nobody_was_hurt() -> None:
    event = coded("Russian forces shelled Avdiivka. No casualties were reported.", "shelling")
    assert (event.deaths_low, event.deaths_high, event.injured_low, event.injured_high) == (0, 0, 0, 0)


def test_attacks_without_number_are_not_the_one_told_before() -> None:
    text = "Six soldiers were killed near Menaka on Thursday. The Hill Front has stepped up attacks since May."
    assert not any(
        event.actors for event in load_coder().code(Article(id="a", text=text)).events if event.deaths_low == 6
    )


@pytest.mark.parametrize(
    "text",
    ["China announced live-fire drills around Taiwan.", "Chinese military aircraft entered Taiwan's air defence zone."],
)
def test_drills_and_flights_are_neither_truces_nor_gains(text: str) -> None:
    kinds = {event.kind for event in load_coder().code(Article(id="a", text=text)).events}
    assert not kinds & {"truce_start", "territory_gain"}


def test_what_opened_a_stretch_up_to_now_has_no_day_of_the_news() -> None:
    text = "The army has reinforced its camp since United Nations troops began to leave the country."
    article = load_coder().code(Article(id="a", text=text, published=datetime.date(2023, 8, 4)))
    (event,) = (event for event in article.events if event.kind == "withdrawal")
    assert event.date_start is None


def test_the_day_of_a_deal_is_not_that_of_what_it_provides_for() -> None:
    text = "The sides agreed on Wednesday to the withdrawal of foreign troops from Tigray."
    article = load_coder().code(Article(id="a", text=text, published=datetime.date(2022, 11, 3)))
    found = {event.kind: (event.status, event.date_edtf) for event in article.events}
    assert found == {"agreement": ("occurred", "2022-11-02"), "withdrawal": ("planned", None)}


def test_protesters_who_march_on_a_palace_protest() -> None:
    assert coded("Protesters marched towards the palace.", "protest").status == "occurred"


def test_a_town_and_the_island_it_lies_on_are_one_place() -> None:
    assert coded("Militants attacked a camp in Patikul, Sulu, on Friday.", "attack").place == "Patikul"


def test_what_an_aside_on_somebody_names_is_no_news() -> None:
    text = "Fighting broke out in Gao on Thursday. Algeria, which brokered the accord, called on both sides to stop."
    article = load_coder().code(Article(id="a", text=text, published=datetime.date(2023, 8, 4)))
    assert all(event.date_start is None for event in article.events if event.kind == "agreement")


@pytest.mark.parametrize(
    "text",
    [
        "Rivers burst their banks and destroyed roads near Sylhet.",
        "The army set up 20 relief camps in Assam.",
        "The prime minister chaired a meeting of the emergency committee.",
    ],
)
def test_floods_and_what_is_done_against_them_are_no_events_of_war(text: str) -> None:
    kinds = {event.kind for event in load_coder().code(Article(id="a", text=text)).events}
    assert not kinds & {"destruction", "base_established", "peace_talks"}


def test_a_past_form_goes_on_after_the_verb_of_the_sentence() -> None:
    event = coded(
        "The ministry accused Mali of using gas against rebels and imposed sanctions on ten firms.", "sanction_imposed"
    )
    assert event.status == "occurred"


def test_an_attack_before_it_has_no_part_in_a_killing() -> None:
    text = "Soldiers killed 44 people in Nondin after an attack by rebels on a camp near Ouahigouya."
    killing = next(event for event in load_coder().code(Article(id="a", text=text)).events if event.deaths_low == 44)
    assert [party.name for party in killing.actors] == ["soldiers"]


def test_who_closes_an_office_of_its_own_represses_nobody() -> None:
    events = load_coder().code(Article(id="a", text="The Finnish embassy closed its office in Baghdad.")).events
    assert all(event.kind != "repression" for event in events)


def test_who_condemns_an_attack_did_not_make_it() -> None:
    text = "The attack, condemned by the White House and the United Nations, was another sign of trouble in Turkey."
    events = load_coder().code(Article(id="a", text=text)).events
    assert not [event for event in events if event.kind == "attack" and event.actors]


def test_whose_assassination_it_is_was_killed() -> None:
    event = coded("The envoy's assassination by gunmen shocked the capital.", "attack")
    assert ([p.name for p in event.actors], [p.name for p in event.targets]) == (["gunmen"], ["envoy"])


@pytest.mark.parametrize(
    "text",
    [
        "The rebels fell back to the hills.",
        "The rebels fell back.",
        "The last French troops flew out of Gao.",
    ],
)
def test_a_particle_is_no_object_and_no_head(text: str) -> None:
    assert coded(text, "withdrawal").actors


def test_a_verb_cut_at_its_hyphen_is_found() -> None:
    event = coded("Fighters gang-raped dozens of women in the camp.", "sexual_violence")
    assert [party.name for party in event.targets] == ["women"]
