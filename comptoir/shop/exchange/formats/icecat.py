"""Open Icecat as JSON lines in English: `t_` texts, `n_` numbers, `b_` yes or no, thousands of attributes."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from comptoir.shop.catalogue.types import AttributeKind
from comptoir.shop.exchange.formats import Reading, Signature
from comptoir.shop.exchange.formats.shaping import Desk, custom, said
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import literal_breaks, plain, rich
from comptoir.shop.exchange.rules.values import number_text, read_gtin, scaled
from comptoir.shop.exchange.types import Item, ReadArticle, ReadAttribute, ReadPrice, ReadVariant, Severity, Trouble

_KINDS = {"t": None, "n": AttributeKind.NUMBER, "b": AttributeKind.FLAG}


class Icecat:
    """`price_cents` is in hundredths of the import's currency, which the file does not name."""

    code = "icecat"
    name = "Open Icecat (JSON lines, English)"
    signatures = (Signature("products", frozenset({"id", "title", "supplier", "price_cents", "attributes"}), "json"),)

    def read(self, reading: Reading) -> Iterator[Item]:
        for part in reading.parts.get("products", ()):
            desk = Desk(part.name, "en")
            for found in part.objects():
                if isinstance(found, Trouble):
                    yield found
                    continue
                desk.line = found[0]
                article = _article(found[1], desk)
                yield from desk.drain()
                if article is not None:
                    yield article


def _article(fields: dict[str, Any], desk: Desk) -> ReadArticle | None:
    code = desk.code(text_of(fields.get("id")))
    if code is None:
        desk.tell(Severity.ERROR, "no_sku")
        return None
    attributes = fields.get("attributes")
    attributes = attributes if isinstance(attributes, dict) else {}
    gtins = [text_of(one) for one in fields["ean"]] if isinstance(fields.get("ean"), list) else []
    valid = list(dict.fromkeys(filter(None, map(read_gtin, gtins))))
    if len(valid) < len(set(gtins)):
        desk.tell(Severity.WARNING, "gtin_wrong", given=next(one[:20] for one in gtins if read_gtin(one) is None))
    variant = ReadVariant(
        line=desk.line,
        sku=code,
        gtin=valid[0] if valid else None,
        weight_g=scaled(text_of(attributes.get("n_weight")), 1),
        length_mm=scaled(text_of(attributes.get("n_depth")), 1),
        width_mm=scaled(text_of(attributes.get("n_width")), 1),
        height_mm=scaled(text_of(attributes.get("n_height")), 1),
        prices=_prices(fields.get("price_cents"), desk),
    )
    return ReadArticle(
        part=desk.part,
        line=desk.line,
        code=code,
        name=said("en", plain(text_of(fields.get("title")) or text_of(fields.get("name")))),
        variants=(variant,),
        brand=plain(text_of(fields.get("supplier")))[:120],
        summary=said("en", plain(literal_breaks(text_of(fields.get("short_description"))))),
        description=said("en", rich(literal_breaks(text_of(fields.get("description"))))),
        attributes=tuple(_attributes(attributes)),
        custom=custom(source_pictures=text_of(fields.get("image")), other_gtins=", ".join(valid[1:])),
    )


def _prices(cents: object, desk: Desk) -> tuple[ReadPrice, ...]:
    if isinstance(cents, int) and not isinstance(cents, bool):
        return (ReadPrice(amount=Decimal(cents).scaleb(-2)),)
    if cents is not None:
        desk.tell(Severity.WARNING, "price_unreadable", given=text_of(cents)[:40])
    return ()


def _attributes(fields: dict[str, Any]) -> Iterator[ReadAttribute]:
    for key, value in fields.items():
        text = plain(literal_breaks(text_of(value)))
        if text and isinstance(key, str):
            kind = _KINDS.get(key[:1]) if key[1:2] == "_" else None
            yield ReadAttribute(code=_code(key), label={"en": label_of(key)}, values=(text,), kind=kind)


@lru_cache(maxsize=20_000)
def _code(key: str) -> str:
    return code_of(key)


@lru_cache(maxsize=20_000)
def label_of(key: str) -> str:
    """`n_cable_length` reads "Cable length"."""
    words = (key[2:] if key[1:2] == "_" else key).replace("_", " ").split()
    label = " ".join(words) or key
    return (label[:1].upper() + label[1:])[:250]


def text_of(value: object) -> str:
    """A JSON scalar as the text that a cell would hold; "" for nothing, lists and maps."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float):
        return number_text(Decimal(repr(value))) if abs(value) < 1e15 else ""
    return str(value) if isinstance(value, str | int) and len(str(value)) < 1_000_000 else ""


FORMAT = Icecat()
