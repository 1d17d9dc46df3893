"""Statuses of one act told in different ways."""

import pytest

from extractors.events.patterns import tokenize
from extractors.events.predicates import find_triggers
from extractors.events.surface_status import read_surface_status


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The army captured the town.", "occurred"),
        ("The army will capture the town.", "planned"),
        ("The army plans to retake the town.", "planned"),
        ("The army may capture the town.", "unconfirmed"),
        ("The army has reportedly captured the town.", "unconfirmed"),
        ("The army captured the town, but the report could not be independently verified.", "unconfirmed"),
        ("The army did not capture the town.", "negated"),
        ("The army failed to capture the town.", "negated"),
        ("The army is capturing the town.", "ongoing"),
        ("The truce does not apply to the militia.", "negated"),
        ("After it did not rain, the army captured the town.", "occurred"),
    ],
)
def test_status(text: str, status: str) -> None:
    tokens = tokenize(text)
    trigger = find_triggers(tokens)[-1]
    assert read_surface_status(tokens, trigger.first, trigger.last).status == status
