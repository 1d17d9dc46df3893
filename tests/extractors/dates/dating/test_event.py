"""Which expression dates an event."""

import datetime

import pytest

from extractors.dates.dating.event import EventDate, date_event
from extractors.dates.finder import find_dates
from extractors.language.parse import Parse, Token

DAY = datetime.date(2016, 5, 11)


@pytest.mark.parametrize(
    ("text", "trigger", "status", "edtf", "basis"),
    [
        ("Rebels took the town on Tuesday.", "took", "occurred", "2016-05-10", "relative"),
        ("Rebels took the town on 3 May 2014.", "took", "occurred", "2014-05-03", "explicit"),
        ("Rebels took the town.", "took", "occurred", "2016-05-11", "publication"),
        ("Ten were killed by jets in June, he said.", "killed", "occurred", "2015-06", "relative"),
        ("Rebels plan to take the town.", "take", "planned", None, "unknown"),
        ("Fighting goes on.", "Fighting", "ongoing", "2016-05-11", "publication"),
        ("It was besieged since March.", "besieged", "ongoing", "2016-03/2016-05-11", "relative"),
        ("On Monday the truce failed after a raid on Sunday.", "failed", "occurred", "2016-05-09", "relative"),
        ("They will meet between 15 May and 3 June.", "meet", "planned", "2016-05-15/2016-06-03", "relative"),
        ("The mayor ordered everybody to leave from Friday.", "leave", "planned", "2016-05-13", "relative"),
        ("They will leave within three weeks.", "leave", "planned", "2016-05-11/2016-06-01", "relative"),
        ("They will leave by the end of the month.", "leave", "planned", "2016-05-11/2016-05-31", "relative"),
        ("Buses left on Monday and Tuesday.", "left", "occurred", "2016-05-09/2016-05-10", "relative"),
        ("Ten people died in the past two days.", "died", "occurred", "2016-05-09/2016-05-11", "relative"),
        ("The front, which moved in June 2014, froze.", "froze", "occurred", "2016-05-11", "publication"),
        ("The army, which fled in June 2014, held a parade.", "fled", "occurred", "2014-06", "explicit"),
        ("Jets struck on Monday, three days after rebels seized Ama.", "seized", "occurred", "2016-05-06", "relative"),
        ("A patrol was ambushed on 20 May.", "ambushed", "occurred", "2015-05-20", "relative"),
        ("HAMA, 11 May - Rebels took the town on Monday.", "took", "occurred", "2016-05-09", "relative"),
        ("Shells hit Ama on Monday.\nTen people died in the market.", "died", "occurred", "2016-05-09", "relative"),
        ("Shells hit Ama on Monday.\nTen people have died since.", "died", "occurred", "2016-05-11", "publication"),
        ("HAMA, 11 May - Rebels took the town.", "took", "occurred", "2016-05-11", "publication"),
        (
            "Both sides met on Monday.\nAt the meeting they traded lists.",
            "traded",
            "occurred",
            "2016-05-09",
            "relative",
        ),
        (
            "A truce began on Monday. The pact, agreed on Friday, bars jets.\nHours before it began, jets hit Ama.",
            "hit",
            "occurred",
            "2016-05-09",
            "relative",
        ),
        ("They fought in Ama for a third day on Tuesday.", "fought", "ongoing", "2016-05-08/2016-05-10", "relative"),
    ],
)
def test_the_date_of_an_event(text: str, trigger: str, status: str, edtf: str | None, basis: str) -> None:
    at, line = text.index(trigger), text.rfind("\n", 0, text.index(trigger)) + 1
    found = date_event(
        find_dates(text, DAY),
        text=text,
        sentence=(line, len(text)),
        trigger=(at, at + len(trigger)),
        status=status,
        published=DAY,
    )
    assert (found.date_edtf, found.date_basis) == (edtf, basis)


@pytest.mark.parametrize(
    ("tagged", "trigger", "edtf"),
    [
        ("Rebels took/VERB Ama on Monday and/CCONJ held/VERB Bel on Tuesday", "held", "2016-05-10"),
        ("A truce/NOUN signed/VERB/acl in/ADP May 2014 ended/VERB on/ADP Monday", "ended", "2016-05-09"),
        ("A truce/NOUN signed/VERB/acl in/ADP May 2014 ended/VERB on/ADP Monday", "truce", "2014-05"),
        ("Ten fled/VERB since/SCONJ shelling began/VERB on/ADP 3 May 2016", "fled", "2016-05-03/2016-05-11"),
        ("He blamed/VERB the/DET Monday/PROPN attack/NOUN", "blamed", None),
        ("The ban followed/VERB its/PRON/nmod:poss/5 1990/NUM invasion/NOUN of/ADP Ama", "invasion", "1990"),
        ("The ban followed/VERB its/PRON/nmod:poss/5 1990/NUM invasion/NOUN of/ADP Ama", "followed", None),
        ("On/ADP Monday he/PRON denounce/VERB a/DET raid/NOUN/obj/3", "raid", None),
        ("On/ADP Monday he/PRON denounce/VERB a/DET raid/NOUN/obj/3", "denounce", "2016-05-09"),
        ("A raid/NOUN which/PRON kill/VERB ten/NUM on/ADP Monday shocked/VERB all", "raid", "2016-05-09"),
        ("On/ADP Monday they/PRON held/VERB a/DET suspect/NOUN in/ADP the/DET raid/NOUN/nmod/5", "raid", None),
        ("He hailed/VERB the raid/NOUN that/SCONJ took/VERB place/NOUN on/ADP Monday", "raid", "2016-05-09"),
        ("He blamed/VERB the/DET Monday/PROPN attack/NOUN", "attack", "2016-05-09"),
        ("The truce/NOUN ended/VERB on/ADP Monday ,/PUNCT when/SCONJ raids resumed/VERB", "resumed", "2016-05-09"),
        ("Officials/NOUN said/VERB on/ADP Monday that/SCONJ rebels took/VERB Ama", "took", "2016-05-09"),
        ("On/ADP Monday rebels/NOUN took/VERB Ama and/CCONJ burned/VERB Bel", "burned", "2016-05-09"),
        (
            "A pact/NOUN ,/PUNCT agreed/VERB/acl by Ama and/CCONJ/cc/7 Bel on/ADP Friday ,/PUNCT ended/VERB",
            "ended",
            None,
        ),
        ("On/ADP Monday a/DET shell fired/VERB/acl from/ADP hills hit/VERB a/DET school", "hit", "2016-05-09"),
        ("Leaders meeting/VERB in/ADP Ama on/ADP Monday lifted/VERB a/DET ban", "lifted", "2016-05-09"),
        ("On/ADP Monday ten died/VERB when/SCONJ rebels took/VERB Ama", "took", "2016-05-09"),
        ("In/ADP the following weeks mobs/NOUN killed/VERB ten", "killed", None),
        ("It fell/VERB on/ADP 3 May 2014 after/SCONJ jets/NOUN struck/VERB/advcl it", "struck", None),
        ("The/DET march they/PRON had/AUX called/VERB/acl for/ADP Friday was/AUX banned/VERB", "march", None),
        ("Ten died/VERB since/SCONJ an army led/VERB/amod by it came/VERB in/ADP 2015", "died", "2015/2016-05-11"),
    ],
)
def test_the_verbs_of_a_parse_decide(tagged: str, trigger: str, edtf: str | None) -> None:
    parse, text = parsed(tagged)
    token = next(at for at, word in enumerate(parse.tokens) if word.text == trigger)
    span = (parse.tokens[token].start, parse.tokens[token].end)
    found = date_event(
        find_dates(text, DAY),
        text=text,
        sentence=(0, len(text)),
        trigger=span,
        status="occurred",
        published=DAY,
        parse=parse,
        token=token,
    )
    assert (found.date_edtf if found.date_basis != "publication" else None) == edtf


@pytest.mark.parametrize(
    ("tagged", "trigger", "basis"),
    [
        ("Rebels have/AUX/aux/2 taken/VERB Ama", "taken", "publication"),
        ("Two/NUM men have/AUX/aux/4 been/AUX/aux/4 held/VERB in/ADP Ama", "held", "publication"),
        ("Jets have/AUX/aux/3 repeatedly/ADV/advmod/3 struck/VERB Ama", "struck", "unknown"),
        ("It was/AUX they/PRON who/PRON have/AUX/aux/5 shelled/VERB/acl:relcl Ama", "shelled", "unknown"),
        ("Ama has/AUX/aux/2 fallen/VERB and/CCONJ they/PRON now/ADV/advmod/6 march/VERB/conj/2", "fallen", "unknown"),
        ('" Jets have/AUX/aux/3 bombed/VERB us/PRON/obj/3 " he/PRON said/VERB', "bombed", "unknown"),
        ('" We/PRON/nsubj/3 have/AUX/aux/3 taken/VERB Ama " he/PRON said/VERB', "taken", "publication"),
        ("Ten were/AUX held/VERB over/ADP/case/5 a/DET raid/NOUN/obl/2", "raid", "unknown"),
        ("They/PRON asked/VERB for/ADP an/DET inquiry into/ADP/case/7 the/DET raid/NOUN/nmod/4", "raid", "unknown"),
        (
            "He/PRON denied/VERB they/PRON had/AUX fled/VERB from/ADP there and/CCONJ accuse/VERB Ama",
            "accuse",
            "publication",
        ),
        ("They/PRON had/AUX state/VERB it/PRON and/CCONJ call/VERB Ama", "call", "unknown"),
        ("He/PRON hail/VERB the/DET raid/NOUN/obj/1", "raid", "unknown"),
        ("They/PRON had/AUX/aux/2 fled/VERB", "fled", "unknown"),
        ("The/DET/det/1 raid/NOUN/nsubj/3 has/AUX shock/VERB all", "raid", "unknown"),
        ("A/DET/det/1 raid/NOUN/nsubj/3 has/AUX shock/VERB all", "raid", "publication"),
    ],
)
def test_a_perfect_is_news_unless_it_sums_up(tagged: str, trigger: str, basis: str) -> None:
    parse, text = parsed(tagged)
    token = next(at for at, word in enumerate(parse.tokens) if word.text == trigger)
    span = (parse.tokens[token].start, parse.tokens[token].end)
    sentence = (0, len(text))
    found = date_event(
        (), text=text, sentence=sentence, trigger=span, status="occurred", published=DAY, parse=parse, token=token
    )
    assert found.date_basis == basis


@pytest.mark.parametrize("token", [0, 2], ids=["subject", "verb"])
@pytest.mark.parametrize(
    ("opening", "verb", "basis"),
    [
        ("Snow fell. " * 20, "have", "publication"),
        ("Snow fell. " * 40, "have", "unknown"),
        ("Snow fell. " * 40, "then", "publication"),
        ("Snow fell.\n" * 40 + "16:30 - ", "have", "publication"),
    ],
)
def test_a_perfect_is_hot_news_in_the_lead_and_in_the_entries_of_a_live_page(
    opening: str, verb: str, basis: str, token: int
) -> None:
    clause, tail = parsed(f"Rebels/NOUN/nsubj/2 {verb}/AUX/aux/2 taken/VERB Ama")
    text = opening + tail
    tokens = [word._replace(start=word.start + len(opening), end=word.end + len(opening)) for word in clause.tokens]
    found = date_event(
        (),
        text=text,
        sentence=(len(opening), len(text)),
        trigger=(tokens[token].start, tokens[token].end),
        status="occurred",
        published=DAY,
        parse=Parse(len(opening), len(text), tuple(tokens), ()),
        token=token,
    )
    assert found.date_basis == basis


def parsed(tagged: str) -> tuple[Parse, str]:
    """A parse with what matters of it, written word/CLASS/relation/head (noun, dep, itself by default)."""
    words = [(*word.split("/"), *("NOUN", "dep", "")[word.count("/") :]) for word in tagged.split()]
    text, tokens = " ".join(word[0] for word in words), []
    for word, pos, relation, head in words:
        start = tokens[-1].end + 1 if tokens else 0
        lemma = {"said": "say", "signed": "sign", "took": "take", "meeting": "meet"}.get(word, word.lower())
        governor = int(head) if head else len(tokens)
        tokens.append(Token(start, start + len(word), word, lemma, pos, governor, relation))
    return Parse(0, len(text), tuple(tokens), ()), text


def test_another_event_is_reckoned_from_the_sentence_before_or_not_dated() -> None:
    text = "Rebels took Ama on Monday. The raid came two days after a bomb killed eight."
    first = EventDate(
        date_start=datetime.date(2016, 5, 9),
        date_end=datetime.date(2016, 5, 9),
        date_precision="day",
        date_basis="relative",
        span=(19, 25),
    )
    common = {"text": text, "sentence": (27, len(text)), "trigger": (63, 69), "status": "occurred", "published": DAY}
    assert text[63:69] == "killed"
    carried = date_event(find_dates(text, DAY), carried=first, **common)
    alone = date_event(find_dates(text, DAY), **common)
    assert (carried.date_edtf, alone.date_edtf, alone.date_basis) == ("2016-05-07", None, "unknown")


def test_a_plan_is_not_dated_by_the_day_of_its_promise() -> None:
    text = "On Monday the army promised to leave Ama."
    common = {"text": text, "sentence": (0, len(text)), "published": DAY}
    planned = date_event(find_dates(text, DAY), trigger=(31, 36), status="planned", **common)
    assert (text[31:36], planned.date_edtf, planned.date_basis) == ("leave", None, "unknown")


def test_a_day_is_carried_within_a_paragraph_and_not_into_acts_of_speech() -> None:
    text = "Rebels took Ama on Monday. They burned it. The army denied it."
    first = EventDate(
        date_start=datetime.date(2016, 5, 9),
        date_end=datetime.date(2016, 5, 9),
        date_edtf="2016-05-09",
        date_precision="day",
        date_basis="relative",
        span=(19, 25),
    )
    common = {"text": text, "status": "occurred", "published": DAY, "carried": first}
    burned = date_event((), sentence=(27, 42), trigger=(32, 38), **common)
    denied = date_event((), sentence=(43, 62), trigger=(52, 58), speech=True, **common)
    assert (burned.date_edtf, denied.date_edtf) == ("2016-05-09", "2016-05-11")


def test_in_a_history_nothing_is_the_news_of_its_publication_day() -> None:
    text = "In 1936 it began. In May 1937 they met. On 3 June 1938 it failed. It ended in 1939. In 1941 he died."
    text += "\nThey fled."
    dates = find_dates(text, DAY)
    found = date_event(
        dates,
        text=text,
        sentence=(len(text) - 10, len(text)),
        trigger=(len(text) - 5, len(text) - 1),
        status="occurred",
        published=DAY,
    )
    assert (len(dates), found.date_edtf, found.date_basis) == (5, None, "unknown")
