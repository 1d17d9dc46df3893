"""Confidence is a share, and whatever more is told of an event only raises it."""

import dataclasses

from extractors.events.confidence import SIGNS, confidence_of, weights
from extractors.events.once.merge import merge_mentions
from schemas.mention import Mention, Party

BARE = Mention(
    kind="attack", status="planned", quote="x" * 300, quote_start=0, quote_end=300, trigger_start=0, trigger_end=5
)


def test_every_sign_has_a_weight_and_none_lowers() -> None:
    assert set(weights()) == {"base", *SIGNS}
    assert all(weight >= 0 for name, weight in weights().items() if name != "base")


def test_more_told_is_surer() -> None:
    told = dataclasses.replace(BARE, status="occurred")
    full = dataclasses.replace(
        told,
        actors=(Party(name="rebels", text="rebels"),),
        place="Marak",
        place_precision="point",
        date_basis="explicit",
    )
    assert 0.05 <= confidence_of(BARE) <= confidence_of(told) < confidence_of(full) <= 0.98


def test_the_merged_event_has_the_confidence_of_its_final_fields() -> None:
    (merged,) = merge_mentions([BARE])
    assert merged.confidence == confidence_of(BARE)
