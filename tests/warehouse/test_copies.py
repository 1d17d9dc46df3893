"""Near copies are found among those that share a band, and a site of pages that are all alike costs no more for it."""

import datetime
from pathlib import Path

import pytest

from extractors.copies import bands_of, signature_of
from schemas.mention import CodedArticle
from schemas.state import ArticleState
from tests.warehouse.coded import DAY, MOMENT, article
from warehouse import copies
from warehouse.connection import write_connection
from warehouse.load import load_batch

BESIDE = 25  # how many on each side a version is compared with
PAGES, BATCH = 2000, 500
TEXT = (
    "The bulletin of the valley tells the height of the river at each of its gauges, hour by hour, and the wind. " * 3
)


def states_of(made: list[CodedArticle]) -> list[ArticleState]:
    signature = signature_of(TEXT)
    return [
        ArticleState(
            origin=one.article.id or "",
            article_id=one.article.id or "",
            version_id=one.article.version_id,
            state="no_events",
            digest=one.article.version_id,
            coder="rules",
            signature=signature,
            bands=bands_of(signature),
        )
        for one in made
    ]


def test_two_thousand_like_pages_are_one_group_after_few_comparisons(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted = []
    connected = copies.connected

    def count(pairs: list[tuple[str, str]]) -> dict[str, str]:
        counted.append(len(pairs))
        return connected(pairs)

    monkeypatch.setattr(copies, "connected", count)
    with write_connection(path) as connection:
        for start in range(0, PAGES, BATCH):
            made = [
                article(f"page {number}", text=f"{TEXT} {number}", published=DAY + datetime.timedelta(days=number % 7))
                for number in range(start, start + BATCH)
            ]
            load_batch(connection, made, [], run_id="run", recorded_at=MOMENT, states=states_of(made))
        groups = connection.execute("SELECT copy_group_id, count(*) FROM article_copies GROUP BY ALL").fetchall()
    assert [size for _, size in groups] == [PAGES]
    members = [0, *range(BATCH, PAGES, BATCH)]  # what stood in the group before each batch stands in the pairs, too
    assert all(found <= 2 * BESIDE * BATCH + known for found, known in zip(counted, members, strict=True))


def test_a_copy_is_found_in_a_crowd_of_older_ones(path: Path) -> None:
    """Neighbours are those of the same days: a bulletin of every day of ten years hides no copy of today's."""
    days = [*(DAY - datetime.timedelta(days=20 * number + 20) for number in range(120)), DAY, DAY]
    made = [article(f"page {number}", text=f"{TEXT} {number}", published=day) for number, day in enumerate(days)]
    with write_connection(path) as connection:
        load_batch(connection, made, [], run_id="run", recorded_at=MOMENT, states=states_of(made))
        found = connection.execute("SELECT version_id FROM article_copies").fetchall()
    assert {version for (version,) in found} == {one.article.version_id for one in made[-2:]}
