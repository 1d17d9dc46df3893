"""What became of an input: the row that the ledger of articles keeps of it."""

from dataclasses import dataclass

from schemas.errors import CodingError

STATES = ("coded", "no_events", "unchanged", "duplicate", "language")  # a refused input has its row in `rejects`


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleState:
    """How one input ended: where it stood, which version of which document it is, and its state.

    `digest` is the id of the input as it came and `coder` that of the rules that read it: where both are known, it
    need not be read again. `signature` and `bands` are the fingerprint by which copies are found, where it has one.

    Raises:
        CodingError: there is no such state.
    """

    origin: str
    article_id: str
    version_id: str
    state: str
    digest: str
    coder: str
    language: str | None = None
    source_name: str | None = None
    signature: tuple[int, ...] = ()
    bands: tuple[int, ...] = ()

    def __post_init__(self) -> None:
        if self.state not in STATES:
            raise CodingError(f"no state of an article: {self.state!r}")
