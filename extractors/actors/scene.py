"""What an article is about, as far as names depend on it: its countries and its day."""

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence

from extractors.actors.entry import Entry
from extractors.actors.lexicon import Names, countries_by_code
from extractors.actors.sightings import Sighting
from extractors.actors.words import name_key

_ABROAD = frozenset({"JRN", "NGO", "MNC", "BUS", "IMG", "IGO"})  # who are at work far from their country
_LEAD = 60  # words: what an article is about stands there
_TOLD_BY_COUNTRY = frozenset({"state", "capital", "people"})
_ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "ISM"})


class Scene:
    """The countries that an article names, how often, and the day by which its names are read."""

    def __init__(self, sightings: Sequence[Sighting], names: Names, day: datetime.date | None) -> None:
        self._names = names
        self._day = day.isoformat() if day else None
        self._full = {entry.name for s in sightings for entry in s.entries if s.last - s.first > 1}
        counts: Counter[str] = Counter()
        for sighting in sightings:
            first = sighting.entries[0] if sighting.entries else None
            if (
                first
                and first.country
                and (sighting.kind in _TOLD_BY_COUNTRY or (sighting.kind == "body" and len(sighting.entries) == 1))
            ):
                weight = 2 if sighting.kind in _TOLD_BY_COUNTRY else 1
                counts[first.country] += weight + (sighting.first < _LEAD)
        self.countries = counts

    def count_places(self, places: Iterable[str]) -> None:
        """Adds the countries of places (alpha-2 codes): what happens there is what the article is about."""
        for code in places:
            country = countries_by_code().get(code)
            if country:
                self.countries[country.alpha3] += 2

    @property
    def home(self) -> str | None:
        """The country that the article is about: the one it names most, if it clearly does."""
        top = self.countries.most_common(2)
        if not top or top[0][1] < 3 or (len(top) > 1 and top[1][1] * 3 > top[0][1] * 2):
            return None
        return top[0][0]

    def choose(self, entries: Sequence[Entry], *, titled: bool = False) -> Entry | None:
        """The entry that a form stands for here; None if it is a mere surname that nothing supports."""
        fitting = [entry for entry in entries if entry.kind != "leader" or titled or self._supported(entry)]
        if not fitting:
            return None
        return max(
            fitting,
            key=lambda entry: (
                self._valid(entry) and self._dated(entry),
                self._valid(entry),
                self._near(entry),
                entry.sector in _ARMED,  # the RSF of conflict news are a force before they are reporters
            ),
        )

    def canonical(self, name: str) -> str:
        """The name that the lexicon has for a name made by rule ("Israeli Armed Forces")."""
        known = self._names.forms.get(name_key(name), ())
        return next((entry.name for _, entry in known if entry.kind == "body"), name)

    def sector_of(self, entry: Entry) -> str | None:
        """The sector that an entry has on the article's day; a leader out of office is of the elite."""
        if entry.kind == "leader" and entry.sector == "GOV" and self._day and not self._valid(entry):
            return "ELI"
        return entry.sector

    def _supported(self, entry: Entry) -> bool:
        return entry.name in self._full or (entry.country in self.countries and self._valid(entry))

    def _valid(self, entry: Entry) -> bool:
        """Whether the article's day lies in the entry's years; open ends and an unknown day hold."""
        if self._day is None:
            return True
        starts = not entry.valid_from or self._day[: len(entry.valid_from)] >= entry.valid_from
        ends = not entry.valid_to or self._day[: len(entry.valid_to)] <= entry.valid_to
        return starts and ends

    def _dated(self, entry: Entry) -> bool:
        """Whether an entry that has an end holds on a known day: Belgrade was Yugoslavia's until 2003."""
        return self._day is not None and bool(entry.valid_to) and entry.kind == "capital"

    def _near(self, entry: Entry) -> int:
        return self.countries.get(entry.country or "", 0)
