"""What a visitor chose in a list, read from the address and written back into addresses: nothing lives elsewhere."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from django.conf import settings
from django.http import QueryDict

from comptoir.kernel.errors import Refusal
from comptoir.kernel.money import Money
from comptoir.shop.search.types import Ask, FacetGroup, Sort

PAGE_SIZE = 24
PAGES_MOST = 100  # the search engine goes no further
VALUES_MOST = 20
LENGTH_MOST = 120
FILTERS_MOST = 60
FILTERS_LENGTH_MOST = 1_500
ADDRESS_MOST = 2_000
PLAIN_FACETS = ("brand", "stock", "place", "category")
ATTRIBUTE = "attr."
_PRICE_MOST = 10**11


@dataclass(frozen=True, slots=True)
class Choices:
    """The words, filters, bounds, order and page of one list. Bounds are in minor units."""

    words: str = ""
    filters: tuple[tuple[str, str], ...] = ()
    low: int | None = None
    high: int | None = None
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    currency: str = "EUR"

    @property
    def narrowed(self) -> bool:
        """Whether anything beyond the words was chosen."""
        return bool(self.filters) or self.low is not None or self.high is not None

    def ask(self, language: str, category: str = "") -> Ask:
        chosen: dict[str, tuple[str, ...]] = {}
        for code, value in self.filters:
            chosen[code] = (*chosen.get(code, ()), value)
        return Ask(
            channel=settings.CHANNEL,
            language=language,
            words=self.words,
            category=category,
            filters=chosen,
            price_min=self.low,
            price_max=self.high,
            sort=self.sort,
            page=self.page,
            size=PAGE_SIZE,
        )

    def pairs(self) -> list[tuple[str, str]]:
        """What the address carries, in one order whatever was typed."""
        pairs = [("q", self.words)] if self.words else []
        pairs += self.filters
        pairs += [
            (name, self.major(bound)) for name, bound in (("min", self.low), ("max", self.high)) if bound is not None
        ]
        if self.sort is not Sort.RELEVANCE:
            pairs.append(("sort", self.sort.value))
        return [*pairs, ("page", str(self.page))] if self.page > 1 else pairs

    def major(self, bound: int | None) -> str:
        """A bound as typed: whole, or with all its decimals after a point."""
        if bound is None:
            return ""
        amount = Money(bound, self.currency).to_decimal()
        return f"{amount:f}" if amount % 1 else f"{amount:.0f}"

    def href(self) -> str:
        """The address of this list, from its own page."""
        return "?" + urlencode(self.pairs())

    def at_page(self, page: int) -> str:
        return replace(self, page=page).href()

    def without(self, code: str, value: str) -> str:
        kept = tuple(pair for pair in self.filters if pair != (code, value))
        return replace(self, filters=kept, page=1).href()

    def without_price(self) -> str:
        return replace(self, low=None, high=None, page=1).href()

    def cleared(self) -> str:
        return replace(self, filters=(), low=None, high=None, page=1).href()

    def kept_words(self, words: str) -> str:
        return replace(self, words=words, page=1).href()


def read_choices(query_string: str, currency: str = "EUR") -> Choices:
    """The choices an address carries; what cannot be read is left out rather than refused.

    The same address gives the same object, so that what is written for it is found again (`ui.memory.recall`); one
    longer than a visitor's clicks can make is read and forgotten.
    """
    return _known(query_string, currency) if len(query_string) <= ADDRESS_MOST else _read(query_string, currency)


def _read(query_string: str, currency: str) -> Choices:
    query = QueryDict(query_string)
    return Choices(
        words=" ".join(query.get("q", "").replace("\0", " ").split())[:LENGTH_MOST],
        filters=tuple(_few(_filters(query))),
        low=_bound(query.get("min", ""), currency),
        high=_bound(query.get("max", ""), currency),
        sort=_sort(query.get("sort", "")),
        page=_page(query.get("page", "")),
        currency=currency,
    )


_known = functools.lru_cache(maxsize=2048)(_read)


def _filters(query: QueryDict) -> Iterable[tuple[str, str]]:
    for code in query:
        if (code in PLAIN_FACETS or code.startswith(ATTRIBUTE)) and len(code) <= LENGTH_MOST:
            values = dict.fromkeys(value for value in query.getlist(code) if value and "\0" not in value)
            yield from ((code, value[:LENGTH_MOST]) for value in list(values)[:VALUES_MOST])


def _few(filters: Iterable[tuple[str, str]]) -> Iterable[tuple[str, str]]:
    """The first ones: each is carried by every link of the page, so that many long ones make a page of megabytes."""
    room = FILTERS_LENGTH_MOST
    for code, value in itertools.islice(filters, FILTERS_MOST):
        room -= len(code) + len(value)
        if room < 0:
            return
        yield code, value


def _bound(text: str, currency: str) -> int | None:
    try:
        minor = Money.from_decimal(Decimal(text.strip().replace(",", ".")[:20]), currency).minor
    except (InvalidOperation, Refusal):
        return None
    return minor if 0 <= minor < _PRICE_MOST else None


def _sort(text: str) -> Sort:
    return Sort(text) if text in set(Sort) else Sort.RELEVANCE


def _page(text: str) -> int:
    return min(int(text), PAGES_MOST) if text.isascii() and text.isdigit() and 0 < len(text) < 7 and int(text) else 1


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen filter, with the address without it."""

    label: str
    href: str


def chips(choices: Choices, facets: Sequence[FacetGroup]) -> list[Chip]:
    """What was chosen, in words, each removable; the price apart (it is said by the template)."""
    labels = {(group.code, value.value): value.label for group in facets for value in group.values}
    return [Chip(labels.get(pair, pair[1]), choices.without(*pair)) for pair in choices.filters]


@functools.lru_cache(maxsize=2048)
def pager(choices: Choices, pages: int) -> tuple[tuple[int, str], ...]:
    """(number, address) of the pages to offer: first, last, those around; 0 stands for a gap."""
    last = min(pages, PAGES_MOST)
    around = {1, last, *(n for n in range(choices.page - 1, choices.page + 2) if 1 <= n <= last)}
    numbers: list[int] = []
    for number in sorted(around):
        if numbers and number - numbers[-1] > 1:
            numbers.append(number - 1 if number - numbers[-1] == 2 else 0)
        numbers.append(number)
    return tuple((number, choices.at_page(number) if number else "") for number in numbers)
