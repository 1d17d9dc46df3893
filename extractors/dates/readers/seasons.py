"""Readers of seasons."""

from extractors.dates import days
from extractors.dates.context import Context, Groups
from extractors.dates.days import Time
from extractors.dates.readers.absolute import edged, relative_year
from extractors.dates.readers.numerals import year_number
from extractors.dates.words import words


def read_season(groups: Groups, context: Context) -> Time | None:
    """A season, with its year or by "last", "this", "next"."""
    code = words()["season"][groups["s"] or ""]
    told = groups.get("y") or groups.get("y2") or groups.get("yw")
    if told:
        return edged(days.season_of(year_number(told), code, "explicit"), groups.get("edge"))
    year = relative_year(groups.get("rel"), context)
    if year:
        return edged(days.season_of(year, code), groups.get("edge"))
    if groups["s"] == "fall" and groups.get("dir") in {"the", None} and not groups.get("edge"):
        return None  # the fall of a city
    found = _season_near(code, groups.get("dir") or "the", context)
    return edged(found, groups.get("edge"))


def _season_near(code: str, direction: str, context: Context) -> Time:
    base = context.base
    if base is None:
        return Time(f"XXXX-{code}", grain="season", basis="unknown")
    seasons = [days.season_of(year, code) for year in range(base.year - 2, base.year + 3)]
    past = [s for s in seasons if s.end and s.end < base]
    ahead = [s for s in seasons if s.start and s.start > base]
    if direction in {"last", "this past", "the previous"}:
        return past[-1]
    if direction in {"next", "this coming", "the following", "the next"}:
        return ahead[0]
    running = [s for s in seasons if s.start and s.end and s.start <= base <= s.end]
    if running:
        return running[0]
    if context.narrative:
        return ahead[0]
    near = ahead[0] if direction == "this" else past[-1]
    same = next(s for s in seasons if s.start and s.start.year == base.year - (code == "WI" and base.month < 6))
    return same if context.looks() == 0 and direction != "this" else (ahead[0] if context.looks() > 0 else near)
