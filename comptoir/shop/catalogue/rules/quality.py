"""Completeness and quality of a sheet in one language: what a good sheet has, and what this one lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from comptoir.shop.catalogue.rules import legal
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.rules.texts import plain_words
from comptoir.shop.catalogue.types import Channel, FamilyAttribute, ProductStatus, SheetFault

TEXTS = ("name", "summary", "description")
GOOD_NAME = (15, 120)
GOOD_SUMMARY = (40, 400)
GOOD_DESCRIPTION = 300
GOOD_PICTURES = 3
LARGE_PICTURE = 800
"""Lengths in characters, pictures in number and in pixels of their longest side."""

WEIGHTS = {"name": 15, "summary": 10, "description": 20, "pictures": 20, "alt": 10, "attributes": 20, "seo": 5}
"""Points of each part; they sum to 100. Each contradiction then takes 15 off."""
CONTRADICTION_COSTS = 15
MOST_WATCHED = 60
"""A family of more attributes is a heap that an import made: what one article lacks of it says nothing of its sheet."""


def gaps(sheet: Sheet, channel: Channel, language: str) -> list[SheetFault]:
    """What is missing or too thin, what closes the gate first."""
    closing = closing_gaps(sheet, channel, language)
    named = {fault.field for fault in closing}
    return [
        *closing,
        *(fault for fault in _text_gaps(sheet, language) if fault.field not in named),
        *_picture_gaps(sheet, language),
        *_attribute_gaps(sheet, language),
        *_placing_gaps(sheet),
    ]


def closing_gaps(sheet: Sheet, channel: Channel, language: str) -> list[SheetFault]:
    """What closes the gate besides law and contradictions: not active, no name in its own language, nothing to buy."""
    found = []
    if sheet.product.status is not ProductStatus.ACTIVE:
        found.append(_fault("not_active", "status", blocking=True, status=sheet.product.status))
    if language == channel.default_language and not sheet.product.name.get(language):
        found.append(_fault("translation_missing", f"name.{language}", blocking=True))
    if not any(variant.active for variant in sheet.product.variants):
        found.append(_fault("nothing_to_buy", "variants", blocking=True))
    return found


def _fault(code: str, where: str, *, blocking: bool = False, **facts: object) -> SheetFault:
    return SheetFault(code, where, {name: str(fact) for name, fact in facts.items()}, blocking)


def _text_gaps(sheet: Sheet, language: str) -> Iterable[SheetFault]:
    product = sheet.product
    for column in TEXTS:
        texts = getattr(product, column)
        if texts.get(language):
            continue
        yield _fault("translation_missing" if texts else "text_missing", f"{column}.{language}")
    name = product.name.get(language, "")
    if name and not GOOD_NAME[0] <= len(name) <= GOOD_NAME[1]:
        yield _fault("name_length", f"name.{language}", length=len(name), least=GOOD_NAME[0], most=GOOD_NAME[1])
    said = len(plain_words(product.description.get(language, "")))
    if 0 < said < GOOD_DESCRIPTION:
        yield _fault("description_short", f"description.{language}", length=said, least=GOOD_DESCRIPTION)


def _picture_gaps(sheet: Sheet, language: str) -> Iterable[SheetFault]:
    pictures = sheet.pictures
    if not pictures:
        yield _fault("picture_missing", "media")
    elif len(pictures) < GOOD_PICTURES:
        yield _fault("few_pictures", "media", count=len(pictures), least=GOOD_PICTURES)
    without = [one for one in pictures if not one.alt.get(language)]
    if without:
        yield _fault("alt_missing", f"media.alt.{language}", count=len(without))
    small = [one for one in pictures if one.mime != "image/svg+xml" and max(one.width or 0, one.height or 0) < 800]
    if small:
        yield _fault("picture_small", "media", count=len(small), least=LARGE_PICTURE)


def _attribute_gaps(sheet: Sheet, language: str) -> Iterable[SheetFault]:
    product = sheet.product
    everywhere = [variant.attributes for variant in product.variants if variant.active]
    for one in _watched(sheet):
        value = product.attributes.get(one.attribute)
        if value is None and not (everywhere and all(one.attribute in said for said in everywhere)):
            code = "required_attribute_missing" if one.required else "attribute_missing"
            yield _fault(code, f"attributes.{one.attribute}")
        elif isinstance(value, dict) and not value.get(language):
            yield _fault("translation_missing", f"attributes.{one.attribute}.{language}")


def _watched(sheet: Sheet) -> Sequence[FamilyAttribute]:
    """The attributes that a sheet is judged on: its family's, of a very large one those that are required."""
    attributes = sheet.family.attributes
    return attributes if len(attributes) <= MOST_WATCHED else [one for one in attributes if one.required]


def _placing_gaps(sheet: Sheet) -> Iterable[SheetFault]:
    if not sheet.product.categories:
        yield _fault("not_in_a_category", "categories")


def completeness(sheet: Sheet, language: str, faults: Sequence[SheetFault]) -> int:
    """How much of what the sheet must have is there, 0 to 100: texts, a picture, a category, what its family requires
    and what the law asks."""
    said = legal.effective(sheet.product.legal, sheet.product.brand.legal if sheet.product.brand else {})
    due = len(TEXTS) + 2 + sum(1 for one in sheet.family.attributes if one.required)
    due += legal.count_asked(sheet.family.regimes, said)
    missing = sum(1 for fault in faults if fault.law is not None or _is_due(fault, language))
    return round(100 * max(0, due - missing) / due)


def _is_due(fault: SheetFault, language: str) -> bool:
    texts = {f"{column}.{language}" for column in TEXTS}
    if fault.code in {"translation_missing", "text_missing"}:
        return fault.field in texts
    return fault.code in {"picture_missing", "not_in_a_category", "required_attribute_missing"}


def score(sheet: Sheet, language: str, faults: Sequence[SheetFault]) -> int:
    """Quality, 0 to 100: the sum of its parts less what each contradiction costs."""
    parts = {
        "name": _name(sheet, language),
        "summary": _length(sheet.product.summary.get(language, ""), GOOD_SUMMARY[0]),
        "description": _length(plain_words(sheet.product.description.get(language, "")), GOOD_DESCRIPTION),
        "pictures": min(len(sheet.pictures), GOOD_PICTURES) / GOOD_PICTURES,
        "alt": _alt(sheet, language),
        "attributes": _attributes(sheet),
        "seo": bool(sheet.product.seo_title.get(language)) / 2 + bool(sheet.product.seo_description.get(language)) / 2,
    }
    points = round(sum(WEIGHTS[part] * share for part, share in parts.items()))
    wrong = sum(1 for fault in faults if fault.code.startswith("contradiction."))
    return max(0, points - CONTRADICTION_COSTS * wrong)


def _name(sheet: Sheet, language: str) -> float:
    length = len(sheet.product.name.get(language, ""))
    if not length:
        return 0
    return 1 if GOOD_NAME[0] <= length <= GOOD_NAME[1] else 0.5


def _length(text: str, good: int) -> float:
    return min(len(text) / good, 1)


def _alt(sheet: Sheet, language: str) -> float:
    pictures = sheet.pictures
    return sum(1 for one in pictures if one.alt.get(language)) / len(pictures) if pictures else 0


def _attributes(sheet: Sheet) -> float:
    wanted = [one.attribute for one in _watched(sheet)]
    if not wanted:
        return 1
    active = [variant.attributes for variant in sheet.product.variants if variant.active]
    filled = sum(
        1 for code in wanted if code in sheet.product.attributes or (active and all(code in said for said in active))
    )
    return filled / len(wanted)
