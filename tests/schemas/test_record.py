"""Records: what is written is read back, and ids come from content."""

import dataclasses
import datetime
import json

from hypothesis import given
from hypothesis import strategies as st

from schemas.article import Article
from schemas.ids import content_id
from schemas.mention import ActorMention, CodedArticle, DateMention, Mention, Party, PlaceMention
from schemas.record import article_record, coded_article

days = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1))
words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)
parties = st.builds(
    Party, name=words, text=words, country=st.none() | st.just("SYR"), sector=st.none() | st.just("MIL")
)
sides = st.lists(parties, max_size=2).map(tuple)


@st.composite
def articles(draw: st.DrawFn) -> CodedArticle:
    text, day = draw(words), draw(st.none() | days)
    event = Mention(
        kind="clash", status="ongoing", quote=text, quote_start=0, quote_end=len(text), trigger_start=0,
        trigger_end=1, date_start=day, date_end=day, actors=draw(sides), targets=draw(sides), about=draw(sides),
        rules={"kind": "clash"}, evidence={"place": (0, 1)},
    )  # fmt: skip
    date = DateMention(
        start=0, end=1, text=text[:1], type="DATE", value="x", edtf=None, date_start=day, date_end=day,
        precision="day", basis="explicit", rule="r",
    )  # fmt: skip
    place = PlaceMention(
        start=0, end=1, text=text[:1], kind="literal", name="x", latitude=None, longitude=None, country="SY",
        admin1=None, geonameid=None, precision="country", rule="r",
    )  # fmt: skip
    article = Article(id="a", text=text, published=day)
    return CodedArticle(
        article=article,
        dates=(date,),
        places=(place,),
        actors=(ActorMention(start=0, end=1, party=draw(parties), rule="r"),),
        events=(dataclasses.replace(event, acled="Armed clash", plover_type="ASSAULT", cameo="190"),),
    )


@given(articles())
def test_records_are_read_back_as_they_were(coded: CodedArticle) -> None:
    written = json.dumps(article_record(coded))
    assert coded_article(json.loads(written)) == coded


def row_of(event: Mention) -> dict[str, object]:
    (row,) = article_record(CodedArticle(article=Article(id="a", text="Truce!"), events=(event,)))["events"]
    return row


def test_an_event_carries_the_codes_of_its_kind_unless_it_has_its_own() -> None:
    spans = {"quote_start": 0, "quote_end": 6, "trigger_start": 0, "trigger_end": 5}
    row = row_of(Mention(kind="truce_start", status="occurred", quote="Truce!", **spans))
    codes = ("RETREAT", "ceasefire", "0871", "Agreement")
    assert (row["plover_type"], row["plover_mode"], row["cameo"], row["acled"]) == codes
    planned = Mention(kind="sanction_imposed", status="planned", quote="Truce!", **spans)
    assert row_of(planned)["plover_type"] == "THREATEN"
    decreed = dataclasses.replace(planned, plover_type="SANCTION", cameo="163")
    assert (row_of(decreed)["plover_type"], row_of(decreed)["cameo"]) == ("SANCTION", "163")


@given(st.lists(st.text(), min_size=1), st.lists(st.text(), min_size=1))
def test_ids_differ_where_the_parts_differ(one: list[str], other: list[str]) -> None:
    assert (content_id(*one) == content_id(*other)) == (one == other)


def test_a_version_changes_with_the_text_and_not_with_where_it_was_read() -> None:
    article = Article(id="a", text="One.", origin="x.txt")
    assert dataclasses.replace(article, origin="y.txt").version_id == article.version_id
    assert dataclasses.replace(article, text="Two.").version_id != article.version_id
