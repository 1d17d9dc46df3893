"""Rows a second of the load, and of the same rows sent one by one with executemany.

Run: python -m benchmarks.loading [articles]
"""

import datetime
import sys
import tempfile
import time
from pathlib import Path

from schemas.article import Article
from schemas.mention import CodedArticle, Mention, Party
from warehouse.connection import write_connection
from warehouse.load import load_batch

PER_ARTICLE = 10  # mentions
PER_BATCH = 1000  # articles
START = datetime.date(2012, 1, 1)
MOMENT = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
QUOTE = "Mortar crews shelled the northern quarter, and four people died, said a doctor. "


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5_000
    with tempfile.TemporaryDirectory() as folder, write_connection(Path(folder) / "bench.duckdb") as connection:
        for name, run in (("first load", "1"), ("same again", "2")):
            spent = []
            for start in range(0, count, PER_BATCH):
                batch = [_article(number) for number in range(start, min(start + PER_BATCH, count))]
                began = time.perf_counter()
                load_batch(connection, batch, [], run_id=run, recorded_at=MOMENT)
                spent.append(time.perf_counter() - began)
            total = sum(spent)
            print(
                f"{name}: {count * PER_ARTICLE / total:,.0f} mentions/s; "
                f"first batch {spent[0] * 1000:.0f} ms, last batch {spent[-1] * 1000:.0f} ms"
            )
        rate = count * PER_ARTICLE / total
        rows = connection.execute("SELECT * FROM mentions LIMIT 2000").fetchall()
        connection.execute("CREATE TABLE by_hand AS SELECT * FROM mentions LIMIT 0")
        began = time.perf_counter()
        marks = ", ".join("?" * len(rows[0]))
        connection.execute("BEGIN")
        connection.executemany(f"INSERT INTO by_hand VALUES ({marks})", rows)  # noqa: S608 - question marks only
        connection.execute("COMMIT")
        slow = len(rows) / (time.perf_counter() - began)
        print(
            f"executemany, no comparison, no history: {slow:,.0f} mentions/s; "
            f"the load is {rate / slow:.1f} times as fast"
        )


def _article(number: int) -> CodedArticle:
    article = Article(
        id=f"article {number}", text=QUOTE * PER_ARTICLE, title=f"Report {number}", source=f"Outlet {number % 50}",
        published=START + datetime.timedelta(days=number % 4000),
    )  # fmt: skip
    return CodedArticle(article=article, events=tuple(_mention(number, place) for place in range(PER_ARTICLE)))


def _mention(number: int, place: int) -> Mention:
    day = START + datetime.timedelta(days=number % 4000)
    start = place * len(QUOTE)
    return Mention(
        kind="shelling", status="occurred", quote=QUOTE, quote_start=start, quote_end=start + len(QUOTE),
        trigger_start=start, trigger_end=start + 10, date_start=day, date_end=day, date_edtf=day.isoformat(),
        date_precision="day", date_basis="explicit", place=f"Town {place}", place_text="the town", latitude=34.0,
        longitude=38.0, country="SY", admin1="Homs", geonameid=place + 1, place_precision="point", deaths_low=4,
        deaths_high=4, actors=(Party(name="Front", text="Mortar crews", country="SYR", sector="REB"),),
        rules={"kind": "shelling", "date": "explicit", "place": "literal"}, evidence={"place": (start, start + 4)},
    )  # fmt: skip


if __name__ == "__main__":
    main()
