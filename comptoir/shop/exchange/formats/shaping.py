"""What the formats share: words of a file turned into categories, choices, attributes, pieces and amounts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from comptoir.shop.catalogue.types import AttributeKind
from comptoir.shop.exchange.formats.reading.tables import Row
from comptoir.shop.exchange.rules.codes import code_of
from comptoir.shop.exchange.rules.texts import plain
from comptoir.shop.exchange.rules.values import is_unclear, read_decimal, read_gtin
from comptoir.shop.exchange.types import ReadAttribute, ReadCategory, ReadChoice, ReadPrice, Severity, Trouble

MAX_CODE = 64
_MOST_PIECES = 100_000_000


class Desk:
    """Where a format lays what it meets on one article: troubles told once, categories introduced once."""

    def __init__(self, part: str, language: str) -> None:
        self.part, self.language = part, language
        self.line = 0
        self._troubles: list[Trouble] = []
        self._fresh: list[ReadCategory] = []
        self._known: set[str] = set()

    def tell(self, severity: Severity, code: str, **facts: str | int) -> None:
        """Note something about the present line."""
        self._troubles.append(Trouble(self.part, self.line, severity, code, facts))

    def drain(self) -> Iterator[Trouble | ReadCategory]:
        """What was met since the last time; categories come before the article that stands in them."""
        yield from self._fresh
        yield from self._troubles
        self._fresh.clear()
        self._troubles.clear()

    def category(self, path: Sequence[str]) -> str:
        """The code of the category at the end of a path of names, its ancestors introduced on the way; "" for none."""
        names = [name for name in (plain(name)[:250] for name in path) if name]
        code = ""
        for depth in range(1, len(names) + 1):
            parent, code = code, code_of(" > ".join(names[:depth]))
            if code not in self._known:
                self._known.add(code)
                label = {self.language: names[depth - 1]}
                self._fresh.append(ReadCategory(code=code, label=label, parent=parent, position=len(self._known)))
        return code

    def price(self, text: str, *, mode: str = "") -> tuple[ReadPrice, ...]:
        """One price from a cell; an unreadable one is told and left out."""
        if not text:
            return ()
        amount = read_decimal(text)
        if amount is None or is_unclear(text):
            code = "price_unclear" if amount is not None else "price_unreadable"
            self.tell(Severity.WARNING, code, given=text[:40])
            return ()
        return (ReadPrice(amount=amount, mode=mode),)

    def gtin(self, text: str) -> str | None:
        """A GTIN whose check digit holds; a wrong one is told and left out."""
        if not text:
            return None
        found = read_gtin(text)
        if found is None and text.strip("0"):
            self.tell(Severity.WARNING, "gtin_wrong", given=text[:20])
        return found

    def pieces(self, text: str) -> Mapping[str, int]:
        """Stock of the import's place, whole and not negative; nothing said, nothing counted."""
        if not text:
            return {}
        number = read_decimal(text)
        if number is None or abs(number) > _MOST_PIECES:
            self.tell(Severity.WARNING, "stock_unreadable", given=text[:40])
            return {}
        if number < 0:
            self.tell(Severity.WARNING, "stock_negative", given=text[:40])
        elif number != number.to_integral_value():
            self.tell(Severity.WARNING, "stock_fraction", given=text[:40])
        return {"": max(0, int(number))}

    def code(self, text: str) -> str | None:
        """A code or SKU as it may be kept: one line of at most 64 characters; None when there is none."""
        code = " ".join(plain(text).split())
        if len(code) > MAX_CODE:
            self.tell(Severity.WARNING, "code_shortened", given=code[:80])
            return code_of(code)
        return code or None


def words(text: str, *marks: str) -> tuple[str, ...]:
    """The parts of a list, in order, each once."""
    for mark in marks[1:]:
        text = text.replace(mark, marks[0])
    return tuple(dict.fromkeys(word for word in (plain(part) for part in text.split(marks[0])) if word))


def listed(name: str, values: Iterable[str], language: str) -> ReadAttribute:
    """An attribute of choices: what a shopper filters by."""
    label = plain(name)[:250]
    return ReadAttribute(code=code_of(label), label={language: label}, values=tuple(values), kind=AttributeKind.CHOICES)


def choice(option: str, value: str, language: str, *, position: int = 0) -> ReadChoice:
    """What a variant is chosen by, from the words of its option and value."""
    option, value = plain(option)[:250], plain(value)[:250]
    return ReadChoice(
        option=code_of(option),
        option_label={language: option},
        value=code_of(value),
        value_label={language: value},
        position=position,
    )


def said(language: str, text: str) -> dict[str, str]:
    """A text in one language, or nothing."""
    return {language: text} if text else {}


def plus(prices: tuple[ReadPrice, ...], impact: Decimal | None) -> tuple[ReadPrice, ...]:
    """Prices with an impact added, as combinations say theirs."""
    if not impact:
        return prices
    return tuple(ReadPrice(amount=price.amount + impact, mode=price.mode) for price in prices)


def custom(**fields: str) -> dict[str, str]:
    """The merchant's own fields that say something, cut to what is kept."""
    return {code: text[:2000] for code, text in fields.items() if text}


def as_map(row: Row, names: Iterable[str]) -> dict[str, str]:
    """Chosen cells of a row, by name, empty ones left out."""
    return {name: found for name in names if (found := row[name])}
