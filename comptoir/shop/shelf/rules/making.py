"""One article of one channel made whole: bytes per language, placements, sort keys, and a digest of it all."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

import msgspec

from comptoir.shop.catalogue.types import Channel
from comptoir.shop.shelf.rules.assembly import (
    Matter,
    article_steps,
    is_published,
    make_card,
    make_sheet,
    name_key,
    sellables,
)
from comptoir.shop.shelf.rules.prices import next_turn, step_at
from comptoir.shop.shelf.rules.vocabulary import Vocabulary
from comptoir.shop.shelf.types import Sheet

OUT_OF_STOCK = 2**40
"""Added to the rank of what cannot be bought: larger than any number of seconds a shop will live."""
WHOLE_SHOP = ""

_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True)
class Page:
    """An article's bytes in one language."""

    language: str
    slug: str
    name_key: str
    card: bytes
    sheet: bytes


@dataclass(frozen=True, slots=True)
class Made:
    """All that is written of one article on one channel; no pages means that it is not shown (yet)."""

    product: UUID
    pieces: tuple[tuple[UUID, str], ...]
    due_at: datetime | None
    turns: tuple[int, ...] = ()
    pages: tuple[Page, ...] = ()
    departments: tuple[str, ...] = ()
    rank: int = 0
    price: int = 0
    born: int = 0

    def digest(self) -> bytes:
        """Sixteen bytes that differ when anything written differs."""
        summed = hashlib.blake2b(digest_size=16)
        summed.update(repr((self.pieces, self.departments, self.rank, self.price, self.born)).encode())
        for page in self.pages:
            summed.update(f"\0{page.language}\0{page.slug}\0".encode())
            summed.update(page.card)
            summed.update(page.sheet)
        return summed.digest()


def make(matter: Matter, channel: Channel, words: Vocabulary, *, at: datetime) -> Made:
    """One article as it is to be shown on `channel` at `at`, or its bare outline when it is not to be shown."""
    product = matter.product
    pieces = tuple((each.id, each.sku or "") for each in product.variants)
    if not is_published(product, channel):
        return Made(product.id, pieces, None)
    variants = sellables(matter, words)
    steps = article_steps(variants)
    epoch = int(at.timestamp())
    turn = next_turn(steps, epoch)
    due_at = datetime.fromtimestamp(turn, UTC) if turn else None
    now = step_at(steps, epoch)
    if now is None:
        return Made(product.id, pieces, due_at)
    sheets = tuple((code, make_sheet(matter, variants, channel, words, language=code)) for code in channel.languages)
    cards = [(language, make_card(sheet, steps, words), sheet) for language, sheet in sheets]
    born = -int(product.created_at.timestamp())
    return Made(
        product=product.id,
        pieces=pieces,
        due_at=due_at,
        turns=tuple(step.since for step in steps if step.since > epoch),
        pages=tuple(
            Page(language, sheet.slug, name_key(sheet.name), _encode(card), _encode(sheet))
            for language, card, sheet in cards
        ),
        departments=(WHOLE_SHOP, *words.standing(product.categories)),
        rank=born + (OUT_OF_STOCK if _is_out(sheets[0][1]) else 0),
        price=now.gross,
        born=born,
    )


def _is_out(sheet: Sheet) -> bool:
    return not any(each.online for each in sheet.variants)
