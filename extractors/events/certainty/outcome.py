"""A status and how one effect turns it into another.

Besides the codebook's statuses, reading passes through `ended` (an act that was stopped: it occurred, and whoever
refuses to stop goes on).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Status:
    """A status, the rule that gave it, and the offsets of its cue (None: nothing said otherwise)."""

    status: str
    rule: str
    span: tuple[int, int] | None = None


OCCURRED = Status(status="occurred", rule="told as done")

# effect -> status before -> status after; what is not listed stays as it is
_AFTER = {
    "negated": {
        "occurred": "negated", "ongoing": "negated", "planned": "negated", "unconfirmed": "negated",
        "negated": "occurred", "ended": "ongoing",
    },
    "planned": {"occurred": "planned", "ongoing": "planned", "ended": "ongoing"},
    "unconfirmed": {"occurred": "unconfirmed", "ongoing": "unconfirmed", "planned": "unconfirmed", "ended": "ongoing"},
    "doubted": {
        "occurred": "unconfirmed", "ongoing": "unconfirmed", "negated": "unconfirmed", "planned": "unconfirmed",
    },
    "soft": {"occurred": "unconfirmed", "ongoing": "unconfirmed"},
    "ongoing": {"occurred": "ongoing", "ended": "ongoing"},
    "ended": {"occurred": "ended", "ongoing": "ended"},
}  # fmt: skip


def compose(before: Status, effect: str, rule: str, span: tuple[int, int] | None) -> Status:
    """The status after an effect; unchanged effects keep the rule that gave the status.

    >>> compose(OCCURRED, "planned", "will", (4, 8)).status
    'planned'
    """
    after = _AFTER.get(effect, {}).get(before.status, before.status)
    return before if after == before.status else Status(status=after, rule=rule, span=span)
