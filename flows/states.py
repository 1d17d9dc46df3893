"""The staged line of each piece: its coded article and what became of it."""

import json
from dataclasses import asdict
from pathlib import Path

from extractors.copies import bands_of, signature_of
from flows.coding import CODED, Batch, Outcome, coded_pieces
from flows.fingerprint import rules_id
from flows.sources.pieces import Piece, digest_of
from schemas.article import Reject
from schemas.mention import CodedArticle
from schemas.record import article_record
from schemas.state import ArticleState


def stage_pieces(pieces: Batch, gazetteer: Path | None = None) -> list[Outcome]:
    """Coded articles and their states as lines of JSON; a refusal stays what it is."""
    coded = zip(pieces, coded_pieces(pieces, gazetteer), strict=True)
    return [_staged(piece, outcome, gazetteer) for piece, outcome in coded]


def _staged(piece: Piece, outcome: tuple[CodedArticle, str] | Reject, gazetteer: Path | None) -> Outcome:
    if isinstance(piece, Reject):
        return piece
    if isinstance(outcome, Reject):
        return outcome
    coded, language = outcome
    signature = signature_of(coded.article.text)
    state = ArticleState(
        origin=piece.origin or coded.article.id,
        article_id=coded.article.id,
        version_id=coded.article.version_id,
        state="language" if language != CODED else "coded" if coded.events else "no_events",
        digest=digest_of(piece),
        coder=rules_id(gazetteer),
        language=language,
        source_name=piece.source_name,
        signature=signature,
        bands=bands_of(signature),
    )
    return _line({"state": asdict(state), "article": article_record(coded)})


def unchanged_line(piece: Piece, article_id: str, version_id: str, *, coder: str) -> str:
    """The staged line of a piece that was read before, by the same rules."""
    if isinstance(piece, Reject):
        raise TypeError("a refusal is not known from before")
    state = ArticleState(
        origin=piece.origin or article_id,
        article_id=article_id,
        version_id=version_id,
        state="unchanged",
        digest=digest_of(piece),
        coder=coder,
        source_name=piece.source_name,
    )
    return _line({"state": asdict(state)})


def _line(record: dict[str, object]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))
