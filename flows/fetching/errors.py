"""Why an address could not be fetched, and whether another try may help."""

from schemas.errors import SourceError


class FetchError(SourceError):
    """An address cannot be fetched.

    Args:
        reason: a short code for the ledger.
        said: the reason in one line.
        passes: whether it may pass by itself, so that another try is worth it.
        wait: seconds that the server asks to wait.
        status: of the answer, where there was one.
    """

    def __init__(
        self, reason: str, said: str, *, passes: bool = False, wait: float | None = None, status: int | None = None
    ) -> None:
        super().__init__(said)
        self.reason = reason
        self.passes = passes
        self.wait = wait
        self.status = status
