"""Organs of a state that the text names without their state ("the army"), and the state behind an organ."""

from extractors.actors.entry import Entry
from extractors.actors.lexicon import countries_by_code
from extractors.actors.mentioned import Mentioned
from extractors.actors.naming import name_owned
from extractors.actors.roster import Roster
from extractors.actors.scene import Scene

_SINGLE = frozenset({"force", "body"})


def resolve_organ(roster: Roster, scene: Scene, sentence: int, one: Mentioned) -> Mentioned | None:
    """An organ of a state: that of the same kind named before, else that of the country the article is about."""
    wanted = one.agent
    if wanted is not None and wanted.plural and wanted.sort in _SINGLE and one.key not in one.text.lower():
        return None  # "our militaries", "the governments" are those of several states
    for other in roster.before(sentence, one.start, reach=sentence):
        same = other.agent is not None and wanted is not None and other.key == one.key
        if same and other.owner is not None and other.country:
            return other._replace(text=one.text, rule=f"`{one.text}`: named with its country before")
    country = countries_by_code().get(scene.home or "")
    if country is None or wanted is None:
        return None
    owner = Entry(country.name, country.alpha3, "GOV", "state", "", "", "", "")
    named = name_owned(wanted, one.text, owner, country.name, plain=True)
    return one._replace(
        name=scene.canonical(named.name),
        country=named.country,
        sector=named.sector,
        owner=owner,
        rule=f"`{one.text}`: of the article's country",
    )


def as_state(one: Mentioned) -> Mentioned:
    """The state that an organ, official or people belongs to; the mention itself if it belongs to none."""
    owner = one.owner or (one.entry if one.kind == "people" else None)
    country = countries_by_code().get(owner.country or "") if owner and owner.kind != "body" else None
    if country is None:
        return one
    return one._replace(kind="state", name=country.name, country=country.alpha3, sector="GOV")
