"""A sheet as offered: which variant is looked at, what choosing another leads to, what it costs and where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from comptoir.shop.inventory.types import Place
from comptoir.shop.shelf.types import STOCK_SHOWN, Picture, PriceStep, Sheet, SheetVariant

EATEN = frozenset({"food", "alcohol"})


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of an option: `href` leads to the variant that has it; `out`: that variant cannot be had now."""

    label: str
    href: str
    current: bool
    out: bool


@dataclass(frozen=True, slots=True)
class OptionChoices:
    label: str
    chosen: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Shelf:
    """How many pieces stand in one place; `many`: that number or more."""

    place: str
    kind: str
    pieces: int
    many: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """What the sheet shows for the variant looked at."""

    variant: SheetVariant | None
    price: PriceStep | None
    options: tuple[OptionChoices, ...]
    pictures: tuple[Picture, ...]
    shelves: tuple[Shelf, ...]
    facts: tuple[tuple[str, str], ...]
    eaten: bool  # or drunk: its legal blocks are those of food
    turns_at: int

    @property
    def most(self) -> int:
        """The most pieces that may be asked for at once, as far as the sheet knows."""
        online = self.variant.online if self.variant else 0
        return 99 if online >= STOCK_SHOWN else online


def present(sheet: Sheet, wanted: str, at: int, places: Sequence[Place]) -> Offer:
    """The offer for the variant `wanted` (SKU or id), else the first that can be had. `at`: seconds since 1970."""
    variant = _pick(sheet, wanted)
    shown = variant or SheetVariant(id=sheet.product, sku="", gtin="", options={}, prices=(), stock={}, online=0)
    return Offer(
        variant=variant,
        price=step_at(shown.prices, at),
        options=tuple(_options(sheet, shown)),
        pictures=_pictures(sheet, shown),
        shelves=tuple(_shelves(shown, places)),
        facts=(*shown.facts, *sheet.facts),
        eaten=any(notice.code in EATEN for notice in sheet.notices),
        turns_at=next_turn((item.prices for item in sheet.variants), at),
    )


def step_at(prices: Sequence[PriceStep], at: int) -> PriceStep | None:
    """The price in force at that second."""
    found = None
    for step in prices:
        if step.since > at:
            break
        found = step
    return found


def next_turn(prices: Iterable[Sequence[PriceStep]], at: int) -> int:
    """The next second at which one of these prices changes; 0 when none is known."""
    return min((step.since for steps in prices for step in steps if step.since > at), default=0)


def key_of(variant: SheetVariant) -> str:
    """What the address calls a variant."""
    return variant.sku or variant.id.hex


def _pick(sheet: Sheet, wanted: str) -> SheetVariant | None:
    named = (item for item in sheet.variants if wanted and wanted in {item.sku, item.id.hex, str(item.id)})
    at_hand = (item for item in sheet.variants if item.online)
    return next(named, None) or next(at_hand, None) or next(iter(sheet.variants), None)


def _options(sheet: Sheet, current: SheetVariant) -> Iterable[OptionChoices]:
    for option in sheet.options:
        choices, chosen = [], ""
        for code, label in option.values:
            nearest = _nearest(sheet, current, option.code, code)
            if nearest is None:
                continue
            here = current.options.get(option.code) == code
            chosen = label if here else chosen
            choices.append(Choice(label, f"?v={key_of(nearest)}", here, not nearest.online))
        if choices:
            yield OptionChoices(option.label, chosen, tuple(choices))


def _nearest(sheet: Sheet, current: SheetVariant, option: str, value: str) -> SheetVariant | None:
    """The variant with that value that shares the most other values, those at hand first."""
    having = [item for item in sheet.variants if item.options.get(option) == value]

    def likeness(item: SheetVariant) -> tuple[int, bool]:
        shared = sum(item.options.get(code) == chosen for code, chosen in current.options.items() if code != option)
        return shared, item.online > 0

    return max(having, key=likeness, default=None)


def _pictures(sheet: Sheet, current: SheetVariant) -> tuple[Picture, ...]:
    """The variant's own pictures first, then those that belong to every variant."""
    own = [number for number in current.pictures if number < len(sheet.pictures)]
    others = {number for item in sheet.variants for number in item.pictures if item.id != current.id}
    shared = [number for number in range(len(sheet.pictures)) if number not in others and number not in own]
    order = [*own, *shared] or list(range(len(sheet.pictures)))
    return tuple(sheet.pictures[number] for number in order)


def _shelves(variant: SheetVariant, places: Sequence[Place]) -> Iterable[Shelf]:
    for place in places:
        pieces = variant.stock.get(place.code, 0)
        yield Shelf(place.name, place.kind, pieces, pieces >= STOCK_SHOWN)
