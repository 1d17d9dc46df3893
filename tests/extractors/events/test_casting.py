"""Who is meant by what an act leaves open: the one who asked before, each other, and the owner of what is struck at."""

import pytest

from extractors.coder import load_coder
from schemas.article import Article
from schemas.mention import Mention

ASKED = "The Chadian government asked Cameroon on Monday to close the border. "


def coded(text: str, kind: str) -> Mention:
    events = load_coder().code(Article(text=text, id="a")).events
    return next(event for event in events if event.kind == kind)


@pytest.mark.parametrize(
    ("text", "kind", "targets"),
    [
        (ASKED + "Cameroon rejected the request.", "rejection", {"Chadian Government"}),
        (ASKED + "Cameroon denied that its troops had fled.", "rejection", set()),
        (ASKED + "Cameroon rejected the result of the vote.", "rejection", set()),
        ("The council of Uganda passed a text. Kenya rejected it as a joke.", "rejection", set()),
        ("Kenya turned down a Ugandan plan for joint patrols.", "rejection", {"Uganda"}),
        ("Kenya and Uganda accused each other of theft.", "accusation", {"Kenya", "Uganda"}),
        ("Kenya banned imports of Ugandan maize.", "sanction_imposed", {"Uganda"}),
        ("Kenya lifted the sanctions that it had imposed on Uganda.", "sanction_lifted", {"Uganda"}),
    ],
)
def test_targets_that_the_words_around_an_act_name(text: str, kind: str, targets: set[str]) -> None:
    assert {party.name for party in coded(text, kind).targets} == targets


@pytest.mark.parametrize(
    ("text", "kind", "status", "plover"),
    [
        ("Kenya will not accept the terms of Uganda.", "rejection", "occurred", "REJECT"),
        ("A Kenyan court ordered the release of two pilots.", "prisoner_release", "planned", "RETREAT"),
    ],
)
def test_refusals_and_orders_are_coded_as_acts(text: str, kind: str, status: str, plover: str) -> None:
    event = coded(text, kind)
    assert (event.status, event.plover_type) == (status, plover)


@pytest.mark.parametrize(
    ("text", "kind", "actors"),
    [
        ('"We demand an end to the raids," Kenyan leader Juma Otieno said.', "demand", {"Juma Otieno"}),
        ("We demand an end to the raids.", "demand", None),
        ('"If the rebels are serious, they have to leave the port," the envoy said.', "demand", {"envoy"}),
    ],
)
def test_who_says_we_acts(text: str, kind: str, actors: set[str] | None) -> None:
    events = load_coder().code(Article(text=text, id="a")).events
    found = [event for event in events if event.kind == kind]
    told = {party.name for event in found for party in event.actors} if found else None
    assert told == actors
    assert all(event.status == "occurred" for event in found)


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("Gunmen shot and wounded a priest in Gao.", "attack", {"gunmen"}, {"priest"}),
        ("Six fighters wounded a trader in Gao.", "attack", {"fighters"}, {"trader"}),
        ("A blast in Gao left four guards wounded.", "bombing", set(), {"guards"}),
        ("A convoy of the army hit a mine near Gao.", "bombing", set(), {"convoy"}),
    ],
)
def test_who_harms_is_not_who_is_harmed(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    event = coded(text, kind)
    assert {party.name for party in event.actors} == actors
    assert {party.name for party in event.targets} == targets


def test_they_means_all_whom_the_text_joins() -> None:
    text = '"If Hezbollah and Hamas are serious about peace, they have to leave the port," the minister said.'
    assert {party.name for party in coded(text, "demand").targets} == {"Hezbollah", "Hamas"}


def test_two_rebel_groups_parted_by_a_comma_are_two() -> None:
    found = coded("Jaish al-Islam, Ahrar ash-Sham Reject Offer", "rejection")
    assert {party.name for party in found.actors} == {"Jaish al-Islam", "Ahrar al-Sham"}


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        (
            "Rebels of Ansar Dine overran the port, killing nine, the army said.",
            "territory_gain",
            {"Ansar Dine"},
            set(),
        ),
        (
            "The Kenyan government and Hezbollah (HZB) signed a truce.",
            "truce_agreement",
            {"Kenyan Government", "Hezbollah"},
            set(),
        ),
        ("Kenya bombed a rebel camp near Gao on Sunday.", "airstrike", {"Kenya"}, {"rebel camp"}),
        (
            "Kenya accused Uganda of an air strike that it said killed five villagers.",
            "airstrike",
            {"Uganda"},
            {"villagers"},
        ),
        (
            "Kenya lifted most of the sanctions on Uganda on Monday.",
            "sanction_lifted",
            {"Kenya"},
            {"Uganda"},
        ),
        ("The truce does not cover Ansar Dine.", "truce_start", set(), {"Ansar Dine"}),
        ("The rebels demanded that Chad free the pilots.", "demand", {"rebels"}, {"Chad"}),
        ("The rebels demanded the release of Idriss Deby.", "demand", {"rebels"}, set()),
        ("Chad lifted the sanctions that it imposed on Niger.", "sanction_lifted", {"Chad"}, {"Niger"}),
        ("Soldiers turned back two aid convoys.", "aid_blocked", {"soldiers"}, {"aid convoys"}),
        ("Chad denied that its men had fled.", "rejection", {"Chad"}, set()),
        ("A missile fired from Chad hit a clinic in Gao.", "shelling", {"Chad"}, {"clinic"}),
        (
            "The Chadian army left Gao. Gunmen fired on an army truck near Gao.",
            "attack",
            {"gunmen"},
            {"Chadian Armed Forces"},
        ),
        ("Police broke up a rally in Gao with tear gas.", "crowd_dispersal", {"police"}, {"demonstrators"}),
        ("A US-Qatar-brokered truce took effect on Monday.", "truce_start", {"United States", "Qatar"}, set()),
        ("Kenyan helicopters flew some sixty of the wounded out of Gao.", "evacuation", {"Kenya"}, {"wounded"}),
        ("Chad will meet Niger on Monday to approve an ultimatum to Ansar Dine.", "threat", {"Chad"}, {"Ansar Dine"}),
        ("UN-led talks opened in Geneva on Monday.", "peace_talks", {"United Nations"}, set()),
        ("Chad and Niger accused each other of breaking the truce.", "truce_violation", {"Chad", "Niger"}, set()),
        (
            "The Chadian army and Boko Haram met. A truce that the two sides agreed on Monday took hold.",
            "truce_start",
            {"Chadian Armed Forces", "Boko Haram"},
            set(),
        ),
        (
            "Rebels took the port after several hours of fighting with Chadian troops.",
            "clash",
            {"rebels", "Chadian Armed Forces"},
            set(),
        ),
    ],
)
def test_who_is_who_where_parses_err_or_words_stand_far(
    text: str, kind: str, actors: set[str], targets: set[str]
) -> None:
    event = coded(text, kind)
    assert ({party.name for party in event.actors}, {party.name for party in event.targets}) == (actors, targets)


def test_whoever_claims_a_raid_did_not_do_what_the_raid_avenges() -> None:
    text = "Ansar Dine claimed the murders as revenge for the suicide bombing by soldiers on Monday in Gao."
    found = load_coder().code(Article(text=text, id="a")).events
    assert {e.kind: {p.name for p in e.actors} for e in found if e.kind in {"attack", "suicide_bombing"}} == {
        "attack": {"Ansar Dine"},
        "suicide_bombing": {"soldiers"},
    }


def test_both_states_are_the_two_named_before() -> None:
    found = coded("Kenya and Uganda fought on Monday. The council threatened both states with sanctions.", "threat")
    assert {party.name for party in found.targets} == {"Kenya", "Uganda"}


def test_an_alliance_of_states_takes_no_side() -> None:
    text = "A NATO jet bombed Serb positions. Croat and Serb forces fought on. A general met officers of both sides."
    assert "NATO" not in {party.name for event in [coded(text, "peace_talks")] for party in event.actors}


def test_who_speaks_is_read_where_a_quotation_ends_in_a_sentence_that_tells_nothing() -> None:
    text = (
        'Rebels left Gao. "We demand an end to the raids on Kenya. It is a warm day," Kenyan leader Juma Otieno said.'
    )
    assert {party.name for party in coded(text, "demand").actors} == {"Juma Otieno"}


def test_an_act_with_a_subject_of_its_own_is_no_harm_of_the_act_before_it() -> None:
    text = "A landmine killed a soldier near Gao, and militants shot dead a teacher in Timbuktu."
    kinds = {
        event.kind: {p.name for p in event.targets} for event in load_coder().code(Article(text=text, id="a")).events
    }
    assert kinds["attack"] == {"teacher"}


def test_what_an_inquiry_looks_into_has_happened() -> None:
    text = "Rights groups called for an inquiry into the rape of nine women by soldiers in Gao."
    found = coded(text, "sexual_violence")
    assert (found.status, {party.name for party in found.actors}) == ("occurred", {"soldiers"})


def test_a_past_form_joined_to_a_passive_is_no_passive() -> None:
    found = {
        event.kind for event in load_coder().code(Article(text="A truce was extended and fell apart.", id="a")).events
    }
    assert found == {"truce_extension", "truce_end"}


def test_a_pact_signed_somewhere_tells_of_its_signing() -> None:
    text = "The truce signed in Doha last July is being violated daily by rebels."
    assert (coded(text, "truce_agreement").place, coded(text, "truce_violation").place) == ("Doha", None)


def test_a_country_that_is_met_is_not_where_it_is_met() -> None:
    assert coded("Kenya will meet Uganda on Monday.", "peace_talks").country is None
    assert coded("The envoy of Kenya met the president in Uganda on Monday.", "peace_talks").country == "UG"


@pytest.mark.parametrize(
    ("text", "kind", "actors", "plover"),
    [
        (
            "The Kenyan rebels issued a statement demanding that Kenya free the pilots.",
            "demand",
            {"Kenyan rebels"},
            "REQUEST",
        ),
        ("Kenya said it is willing to withdraw its troops from Somalia.", "withdrawal", {"Kenya"}, "AGREE"),
        ("Kenya halted economic aid to Uganda on Monday.", "sanction_imposed", {"Kenya"}, "SANCTION"),
        ("Kenya renewed its demand that Uganda ease the curfew.", "demand", {"Kenya"}, "REQUEST"),
        (
            "A UN rights expert called for sanctions against Uganda.",
            "sanction_request",
            {"UN rights expert"},
            "REQUEST",
        ),
    ],
)
def test_who_speaks_and_acts_in_codes_of_plover(text: str, kind: str, actors: set[str], plover: str) -> None:
    event = coded(text, kind)
    assert ({party.name for party in event.actors}, event.plover_type) == (actors, plover)


def test_the_content_of_a_renewed_demand_is_no_event() -> None:
    text = "Kenya renewed its demand that Uganda ease the curfew."
    assert [event.kind for event in load_coder().code(Article(text=text, id="a")).events] == ["demand"]


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        ("The minister responded to the attack by rebels in Gao.", "attack", {"rebels"}, set()),
        ("The driver pulled a gun and shot at both officers in Gao.", "attack", {"driver"}, {"officers"}),
        (
            "Operation Dawn was a military operation by the Kenyan army in Gao.",
            "offensive",
            {"Kenya Defence Forces"},
            set(),
        ),
        ("Troops of Kenya died in a raid by rebels in Gao.", "attack", {"rebels"}, {"Kenya Defence Forces"}),
        ("A Kenyan court issued a summons over the raid on Gao.", "attack", set(), set()),
        ("The Kenyan army ordered many of the villagers to leave their homes.", "evacuation", {"villagers"}, set()),
    ],
)
def test_only_harm_makes_victims(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    event = coded(text, kind)
    assert ({party.name for party in event.actors}, {party.name for party in event.targets}) == (actors, targets)


def test_nobody_dies_in_what_is_planned_or_tried() -> None:
    for text in ("The army planned to kill nine rebels in Gao.", "The army tried to kill nine rebels in Gao."):
        assert coded(text, "attack").deaths_low is None


@pytest.mark.parametrize(
    ("text", "kind", "actors", "targets"),
    [
        (
            "The truce does not cover rebel groups such as Ansar Dine and Boko Haram.",
            "truce_start",
            set(),
            {"Ansar Dine", "Boko Haram"},
        ),
        (
            "Ansar Dine and Boko Haram met. These groups joined the truce, the envoy said.",
            "truce_join",
            {"Ansar Dine", "Boko Haram"},
            set(),
        ),
        (
            "Ansar Dine and Boko Haram met. On Monday they rejected the plan.",
            "rejection",
            {"Ansar Dine", "Boko Haram"},
            set(),
        ),
    ],
)
def test_groups_told_by_others_or_before(text: str, kind: str, actors: set[str], targets: set[str]) -> None:
    event = coded(text, kind)
    assert ({party.name for party in event.actors}, {party.name for party in event.targets}) == (actors, targets)


def test_who_plans_to_take_ground_plans_an_offensive() -> None:
    text = "The Kenyan army plans to retake the town of Gao from the rebels."
    assert [(e.kind, e.status) for e in load_coder().code(Article(text=text, id="a")).events] == [
        ("offensive", "planned")
    ]


def test_a_plan_that_only_another_can_avert_is_a_threat() -> None:
    found = coded("Kenya said it will withdraw its troops unless Uganda reopens the border.", "threat")
    assert (found.status, [p.name for p in found.actors], [p.name for p in found.targets]) == (
        "occurred",
        ["Kenya"],
        ["Uganda"],
    )
    assert coded("Kenya will withdraw its troops on Monday.", "withdrawal").status == "planned"
