"""The views: columns of other formats in their order, and no row that is wrong and looks right."""

import dataclasses
import datetime
from typing import Any

import duckdb
import pytest

from schemas.mention import Mention, Party, PlaceMention
from tests.warehouse.coded import DAY, article, load, tell

ACLED = """
event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 assoc_actor_1 inter1
actor2 assoc_actor_2 inter2 interaction civilian_targeting iso region country admin1 admin2 admin3 location latitude
longitude geo_precision source source_scale notes fatalities tags timestamp
"""
GED = """
id relid year active_year code_status type_of_violence conflict_dset_id conflict_new_id conflict_name dyad_dset_id
dyad_new_id dyad_name side_a_dset_id side_a_new_id side_a side_b_dset_id side_b_new_id side_b number_of_sources
source_article source_office source_date source_headline source_original where_prec where_coordinates
where_description adm_1 adm_2 latitude longitude geom_wkt priogrid_gid country country_id region event_clarity
date_prec date_start date_end deaths_a deaths_b deaths_civilians deaths_unknown best high low gwnoa gwnob
"""
ACTOR = "Code Name CountryCode KnownGroupCode EthnicCode Religion1Code Religion2Code Type1Code Type2Code Type3Code"
GEO = "Type FullName CountryCode ADM1Code ADM2Code Lat Long FeatureID"
EVENT = "IsRootEvent EventCode EventBaseCode EventRootCode QuadClass GoldsteinScale"
GDELT = " ".join(
    [
        "GLOBALEVENTID SQLDATE MonthYear Year FractionDate",
        *[f"Actor{side}{name}" for side in (1, 2) for name in ACTOR.split()],
        f"{EVENT} NumMentions NumSources NumArticles AvgTone",
        *[f"{whose}Geo_{name}" for whose in ("Actor1", "Actor2", "Action") for name in GEO.split()],
        "DATEADDED SOURCEURL",
    ]
)
REBELS = Party(name="Northern Front", text="rebels", country="SYR", sector="REB")
ARMY = Party(name="Army", text="the army", country="SYR", sector="MIL")
VILLAGERS = Party(name="villagers", text="villagers", sector="CVL")


def rows(connection: duckdb.DuckDBPyConnection, view: str) -> list[dict[str, Any]]:
    found = connection.table(view)
    return [dict(zip(found.columns, row, strict=True)) for row in found.fetchall()]


def only(connection: duckdb.DuckDBPyConnection, view: str, event: Mention, **fields: object) -> dict[str, Any]:
    load(connection, [article("a", event, **fields)])
    (row,) = rows(connection, view)
    return row


@pytest.mark.parametrize(
    ("view", "columns", "count"), [("events_acled", ACLED, 31), ("events_ged", GED, 49), ("events_gdelt", GDELT, 61)]
)
def test_a_view_has_the_columns_of_its_format_in_their_order(
    connection: duckdb.DuckDBPyConnection, view: str, columns: str, count: int
) -> None:
    assert connection.table(view).columns == columns.split()
    assert len(columns.split()) == count


@pytest.mark.parametrize("view", ["events_acled", "events_ged", "events_gdelt"])
@pytest.mark.parametrize("status", ["occurred", "ongoing", "planned", "unconfirmed", "negated"])
def test_only_what_is_told_as_a_fact_stands_in_other_formats(
    connection: duckdb.DuckDBPyConnection, view: str, status: str
) -> None:
    load(connection, [article("a", tell(status=status, deaths_low=3))])
    assert len(rows(connection, view)) == (status in ("occurred", "ongoing"))


@pytest.mark.parametrize(
    ("fields", "acled", "ged", "gdelt"),
    [
        ({}, 1, 1, 1),
        ({"date_end": DAY + datetime.timedelta(days=2), "date_precision": "days"}, 1, 1, 0),
        ({"date_end": DAY + datetime.timedelta(days=30), "date_precision": "month"}, 1, 1, 0),
        ({"date_end": DAY + datetime.timedelta(days=300), "date_precision": "year"}, 0, 1, 0),
        ({"date_end": DAY + datetime.timedelta(days=900), "date_precision": "longer"}, 0, 0, 0),
        ({"date_start": None, "date_end": None, "date_edtf": "XXXX-02-27"}, 0, 0, 0),
        ({"place_precision": "country", "place": "Syria"}, 0, 1, 1),
        ({"place_precision": "unknown", "place": None, "latitude": None, "longitude": None}, 0, 0, 1),
        ({"deaths_low": None}, 1, 0, 1),
        ({"deaths_low": 0, "deaths_high": 0}, 1, 0, 1),
        ({"kind": "peace_talks"}, 1, 0, 1),
        ({"kind": "group_change"}, 1, 0, 0),
    ],
)
def test_each_format_holds_what_it_can_say(
    connection: duckdb.DuckDBPyConnection, fields: dict[str, Any], acled: int, ged: int, gdelt: int
) -> None:
    load(connection, [article("a", tell(**({"deaths_low": 3} | fields)))])
    views = ("events_acled", "events_ged", "events_gdelt")
    assert [len(rows(connection, view)) for view in views] == [acled, ged, gdelt]


def test_acled_takes_the_middle_day_and_says_so(connection: duckdb.DuckDBPyConnection) -> None:
    row = only(connection, "events_acled", tell(date_end=DAY + datetime.timedelta(days=30), date_precision="month"))
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == (datetime.date(2016, 3, 16), 3, 1)


def test_acled_types_and_sides(connection: duckdb.DuckDBPyConnection) -> None:
    row = only(connection, "events_acled", tell(targets=(VILLAGERS, ARMY), deaths_low=3, deaths_high=5))
    assert (row["disorder_type"], row["event_type"]) == ("Political violence", "Explosions/Remote violence")
    assert (row["actor1"], row["inter1"], row["actor2"], row["assoc_actor_2"], row["inter2"]) == (
        "Northern Front", "Rebel group", "villagers", "Army", "Civilians",
    )  # fmt: skip
    assert (row["interaction"], row["civilian_targeting"]) == ("Rebel group-Civilians", "Civilian targeting")
    assert (row["iso"], row["country"], row["region"], row["fatalities"]) == (760, "Syria", "Middle East", 3)


def test_both_sides_of_a_clash_are_told_apart_and_acled_orders_the_interaction(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    row = only(connection, "events_acled", tell(kind="clash", actors=(REBELS, ARMY)))
    assert (row["actor1"], row["actor2"], row["interaction"]) == ("Northern Front", "Army", "State forces-Rebel group")


def test_acled_names_demonstrators_before_the_police(connection: duckdb.DuckDBPyConnection) -> None:
    police = Party(name="police", text="police", sector="COP")
    crowd = Party(name="students", text="students", sector="EDU")
    row = only(connection, "events_acled", tell(kind="crowd_dispersal", actors=(police,), targets=(crowd,)))
    assert (row["actor1"], row["inter1"], row["actor2"]) == ("students", "Protesters", "police")


@pytest.mark.parametrize(
    ("side_a", "side_b", "kind"),
    [
        ((REBELS,), (ARMY,), 1), ((ARMY,), (REBELS,), 1), ((REBELS,), (REBELS,), 2), ((REBELS,), (VILLAGERS,), 3),
        ((), (VILLAGERS,), None), ((REBELS,), (), None),
    ],
)  # fmt: skip
def test_ged_type_of_violence_follows_both_sides(
    connection: duckdb.DuckDBPyConnection, side_a: tuple[Party], side_b: tuple[Party], kind: int | None
) -> None:
    row = only(connection, "events_ged", tell(actors=side_a, targets=side_b, deaths_low=3))
    assert row["type_of_violence"] == kind
    assert (row["deaths_civilians"], row["deaths_unknown"]) == ((3, None) if kind == 3 else (None, 3))


@pytest.mark.parametrize(("low", "high", "best"), [(3, 3, 3), (3, None, 3), (3, 7, 3), (None, 7, 7)])
def test_ged_best_is_the_least_stated_else_the_greatest(
    connection: duckdb.DuckDBPyConnection, low: int | None, high: int | None, best: int
) -> None:
    row = only(connection, "events_ged", tell(deaths_low=low, deaths_high=high))
    assert (row["low"], row["high"], row["best"]) == (low, high, best)


@pytest.mark.parametrize(
    ("days", "precision", "code"), [(1, "day", 1), (6, "days", 2), (7, "days", 3), (31, "month", 4)]
)
def test_ged_date_precision(connection: duckdb.DuckDBPyConnection, days: int, precision: str, code: int) -> None:
    end = DAY + datetime.timedelta(days=days - 1)
    assert (
        only(connection, "events_ged", tell(date_end=end, date_precision=precision, deaths_low=1))["date_prec"] == code
    )


def test_ged_place_and_states(connection: duckdb.DuckDBPyConnection) -> None:
    row = only(connection, "events_ged", tell(actors=(ARMY,), targets=(REBELS,), deaths_low=1), title="Shells fall")
    # The cell holds 34.5 to 35 north, 38 to 38.5 east: row 249, column 436, each from 0.
    assert (row["geom_wkt"], row["priogrid_gid"]) == ("POINT (38.25 34.5)", 249 * 720 + 436 + 1)
    assert (row["country_id"], row["gwnoa"], row["gwnob"], row["where_prec"]) == (652, 652, None, 1)
    assert (row["dyad_name"], row["source_article"]) == ("Army - Northern Front", "Outlet a,2016-03-01,Shells fall")


def test_gdelt_codes_dates_and_places(connection: duckdb.DuckDBPyConnection) -> None:
    row = only(connection, "events_gdelt", tell(targets=(VILLAGERS,), geonameid=7), url="https://news.example/a")
    assert (row["SQLDATE"], row["MonthYear"], row["FractionDate"]) == (20160301, 201603, 2016.2493)
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"], row["QuadClass"]) == ("194", "194", "19", 4)
    assert (row["Actor1Code"], row["Actor1Name"], row["Actor2Code"]) == ("SYRREB", "NORTHERN FRONT", "CVL")
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == (
        4, "Norvik, Homs, Syria", "SY",
    )  # fmt: skip
    assert (row["DATEADDED"], row["SOURCEURL"]) == (20260102120000, "https://news.example/a")


def test_gdelt_has_its_own_types_for_places_in_the_united_states(connection: duckdb.DuckDBPyConnection) -> None:
    assert only(connection, "events_gdelt", tell(country="US"))["ActionGeo_Type"] == 3


def test_days_are_summed_with_what_is_unknown_beside_the_sum(connection: duckdb.DuckDBPyConnection) -> None:
    load(
        connection,
        [
            article("a", tell(deaths_low=2)),
            article("b", tell(place="Elsewhere")),
            article("c", tell(date_start=None, date_end=None, date_precision="unknown")),
        ],
    )
    found = {row["day"]: row for row in rows(connection, "events_daily")}
    assert (found[DAY]["event_count"], found[DAY]["deaths_low"], found[DAY]["deaths_low_unknown"]) == (2, 2, 1)
    assert (found[None]["event_count"], found[None]["deaths_low"]) == (1, None)


def test_the_timeline_holds_every_event_undated_ones_last(connection: duckdb.DuckDBPyConnection) -> None:
    later = tell(date_start=DAY + datetime.timedelta(days=1), date_end=DAY + datetime.timedelta(days=1))
    undated = tell(date_start=None, date_end=None, date_precision="unknown", actors=())
    load(connection, [article("a", undated, later, tell())])
    found = rows(connection, "timeline")
    assert [row["date_start"] for row in found] == [DAY, DAY + datetime.timedelta(days=1), None]
    assert [row["actor_names"] for row in found] == ["Northern Front", "Northern Front", None]


def test_parties_places_and_sources_are_told_by_row(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, [article("a", tell(targets=(VILLAGERS,), about=(ARMY,))), article("b", published=None)])
    assert [(row["role"], row["position"], row["name"]) for row in rows(connection, "event_actors")] == [
        ("actor", 1, "Northern Front"), ("target", 1, "villagers"), ("about", 1, "Army"),
    ]  # fmt: skip
    (place,) = rows(connection, "places")
    assert (place["place"], place["event_count"], place["first_day"]) == ("Norvik", 1, DAY)
    told = {row["source"]: row for row in rows(connection, "sources")}
    assert told["Outlet b"]["article_count_undated"] == told["Outlet b"]["article_count_no_event"] == 1
    assert told["Outlet a"]["mention_count_located"] == 1


def test_every_acled_sub_event_type_of_the_codebook_is_placed(connection: duckdb.DuckDBPyConnection) -> None:
    kinds = [name for (name,) in connection.execute("SELECT kind FROM kinds").fetchall()]
    load(connection, [article(kind, tell(kind=kind)) for kind in kinds])
    assert len(rows(connection, "events_acled")) == len(kinds)


def test_every_sector_but_the_unknown_has_an_acled_actor_type(connection: duckdb.DuckDBPyConnection) -> None:
    sectors = [name for (name,) in connection.execute("SELECT sector FROM sectors").fetchall()]
    events = [
        article(sector, tell(place=sector, actors=(Party(name=sector, text="x", sector=sector),))) for sector in sectors
    ]
    load(connection, events)
    assert [row["actor1"] for row in rows(connection, "events_acled") if row["inter1"] is None] == ["UNK"]


@pytest.mark.parametrize(("margin", "count"), [(0.4, 1), (2.9, 1), (3.1, 0), (None, 0)])
def test_a_place_that_led_by_little_is_listed_with_its_margin(
    connection: duckdb.DuckDBPyConnection, margin: float | None, count: int
) -> None:
    name = PlaceMention(
        start=0, end=6, text="Rebels", kind="literal", name="Norvik", latitude=34.5, longitude=38.25, country="SY",
        admin1="Homs", geonameid=None, precision="point", rule="gazetteer", margin=margin,
    )  # fmt: skip
    event = tell(evidence={"place": (0, 6)}, rules={"place": "governed by the event's words"})
    load(connection, [dataclasses.replace(article("a", event), places=(name,))])
    found = rows(connection, "doubtful_places")
    assert [row["place_margin"] for row in found] == [margin] * count
    assert all(row["place_rule"] == "governed by the event's words" for row in found)


def test_an_event_without_a_place_is_no_doubtful_one(connection: duckdb.DuckDBPyConnection) -> None:
    load(connection, [article("a", tell(place=None, latitude=None, longitude=None, evidence={}))])
    assert rows(connection, "doubtful_places") == []
