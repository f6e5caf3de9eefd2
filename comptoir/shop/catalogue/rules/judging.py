"""Judge a sheet for one channel and language: what is missing, what contradicts, how good it is."""

from __future__ import annotations

from comptoir.shop.catalogue.rules import contradictions, legal, quality
from comptoir.shop.catalogue.rules.sheets import Sheet
from comptoir.shop.catalogue.types import Channel, SheetFault, SheetQuality


def judge(sheet: Sheet, channel: Channel, language: str) -> SheetQuality:
    """Completeness, quality and every fault of one sheet on one channel in one language. The articles of law that a
    missing field comes from are in the fault."""
    found = [
        *_legal_faults(sheet, channel, language),
        *quality.gaps(sheet, channel, language),
        *contradictions.find(sheet, language),
    ]
    return SheetQuality(
        product=sheet.product.id,
        channel=channel.code,
        language=language,
        completeness=quality.completeness(sheet, language, found),
        quality=quality.score(sheet, language, found),
        faults=tuple(found),
    )


def gate(sheet: Sheet, channel: Channel) -> tuple[SheetFault, ...]:
    """What closes the publish gate of a channel, all languages together, each fault once; () lets the sheet go live."""
    found: dict[tuple[str, str], SheetFault] = {}
    for language in channel.languages:
        for fault in (
            *_legal_faults(sheet, channel, language),
            *quality.closing_gaps(sheet, channel, language),
            *contradictions.find(sheet, language),
        ):
            if fault.blocking:
                found.setdefault((fault.code, fault.field), fault)
    return tuple(found.values())


def _legal_faults(sheet: Sheet, channel: Channel, language: str) -> list[SheetFault]:
    """Legal fields missing. They close the gate in the channel's own language; a text to translate does not."""
    said = legal.effective(sheet.product.legal, sheet.product.brand.legal if sheet.product.brand else {})
    own = language == channel.default_language
    return [
        SheetFault(
            code="legal_field_missing" if own else "legal_translation_missing",
            field=f"legal.{gap.field}" + (f".{gap.language}" if gap.language else ""),
            facts={"regime": gap.regime},
            blocking=own,
            law=gap.law,
        )
        for gap in legal.gaps(sheet.family.regimes, said, _met(sheet), language)
        if own or gap.language
    ]


def _met(sheet: Sheet) -> frozenset[str]:
    variants = [variant for variant in sheet.product.variants if variant.active]
    met = {"identifier"} if variants and all(one.sku or one.gtin for one in variants) else set()
    if sheet.pictures:
        met.add("picture")
    if variants and all(one.net_quantity is not None for one in variants):
        met.add("net_quantity")
    return frozenset(met)
