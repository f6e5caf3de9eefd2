"""Listings of a category straight from SQL, by page or by cursor, in five orders."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Sequence
from typing import Any

import msgspec

from comptoir.kernel.errors import InvalidInput
from comptoir.shop.shelf.errors import CursorUnreadable
from comptoir.shop.shelf.queries.menu import find_department
from comptoir.shop.shelf.queries.statements import decode_card, fetch
from comptoir.shop.shelf.types import Order, Placed

SIZE_MOST = 100
Row = tuple[Any, ...]  # card bytes, what it is sorted by, article


_COLUMNS = {
    Order.RANK: ("p.rank", "ASC"),
    Order.PRICE_UP: ("p.price", "ASC"),
    Order.PRICE_DOWN: ("p.price", "DESC"),
    Order.NEWEST: ("p.born", "ASC"),
    Order.NAME: ("c.name_key", "ASC"),
}
# By what placements hold, the page is found in their index first: the cards of the pages before are never touched.
_PLACED = """
SELECT c.body, page.sorted, page.article_id FROM (
    SELECT <by> AS sorted, p.article_id FROM shelf_placement p
    WHERE p.department_id = %s <beyond>
    ORDER BY <by> <way>, p.article_id <way> LIMIT %s OFFSET %s
) AS page JOIN shelf_cardrow c ON c.article_id = page.article_id AND c.language = %s
ORDER BY page.sorted <way>, page.article_id <way>
"""
_NAMED = """
SELECT c.body, <by>, p.article_id
FROM shelf_placement p JOIN shelf_cardrow c ON c.article_id = p.article_id
WHERE c.language = %s AND p.department_id = %s <beyond>
ORDER BY <by> <way>, p.article_id <way> LIMIT %s OFFSET %s
"""


class _Cursor(msgspec.Struct, frozen=True, array_like=True):
    order: Order
    value: int | str
    article: int


def _statement(order: Order, *, beyond: bool) -> str:
    column, way = _COLUMNS[order]
    sign = ">" if way == "ASC" else "<"
    condition = f"AND ({column}, p.article_id) {sign} (%s, %s)" if beyond else ""
    statement = _NAMED if order is Order.NAME else _PLACED
    return statement.replace("<beyond>", condition).replace("<by>", column).replace("<way>", way)


_STATEMENTS = {(order, beyond): _statement(order, beyond=beyond) for order in Order for beyond in (False, True)}


def list_placed(
    channel: str,
    language: str,
    category: str = "",
    *,
    sort: Order = Order.RANK,
    start: int | str = "",
    size: int = 24,
) -> Placed:
    """One page of the cards of a category (code; "" is the whole shop) and of all below it.

    `start` is a page number from 1 (one past the last is empty), or the `after` that the page before gave ("" begins).
    `size` is 1 to 100. Refuses CategoryNotShown, CursorUnreadable and sizes or pages out of range.
    """
    if not 1 <= size <= SIZE_MOST:
        raise InvalidInput(field="size", reason="out_of_range", least=1, most=SIZE_MOST)
    department = find_department(channel, category)
    if isinstance(start, str):
        rows = _fetch_after(language, department.id, sort, after=start, most=size + 1)
        return _compose(rows, department.count, sort, size)
    page, pages = start, max(1, -(-department.count // size))
    if page < 1:
        raise InvalidInput(field="page", reason="out_of_range", least=1, most=pages)
    if page > pages:
        return Placed(cards=(), total=department.count, page=page, pages=pages)
    rows = _fetch(language, department.id, sort, most=size + 1, skipped=(page - 1) * size)
    return _compose(rows, department.count, sort, size, page=page, pages=pages)


def _fetch_after(language: str, department: int, sort: Order, *, after: str, most: int) -> list[Row]:
    if not after:
        return _fetch(language, department, sort, most=most)
    cursor = _read_cursor(after, sort)
    return _fetch(language, department, sort, most=most, beyond=[cursor.value, cursor.article])


def _fetch(
    language: str, department: int, sort: Order, *, most: int, skipped: int = 0, beyond: Sequence[int | str] = ()
) -> list[Row]:
    statement = _STATEMENTS[sort, bool(beyond)]
    if sort is Order.NAME:
        return fetch(statement, [language, department, *beyond, most, skipped])
    return fetch(statement, [department, *beyond, most, skipped, language])


def _compose(rows: list[Row], total: int, sort: Order, size: int, *, page: int = 0, pages: int = 0) -> Placed:
    cards = tuple(decode_card(body) for body, _, _ in rows[:size])
    after = _write_cursor(sort, rows[size - 1]) if len(rows) > size else ""
    return Placed(cards=cards, total=total, after=after, page=page, pages=pages)


def _write_cursor(sort: Order, row: Row) -> str:
    return base64.urlsafe_b64encode(msgspec.json.encode(_Cursor(sort, row[1], row[2]))).decode().rstrip("=")


def _read_cursor(text: str, sort: Order) -> _Cursor:
    try:
        raw = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        cursor = msgspec.json.decode(raw, type=_Cursor)
    except (binascii.Error, msgspec.DecodeError, ValueError) as error:
        raise CursorUnreadable(field="after", reason="unreadable") from error
    fits = isinstance(cursor.value, str) == (sort is Order.NAME) and cursor.order is sort
    whole = all(-(2**63) <= n < 2**63 for n in (cursor.article, cursor.value) if isinstance(n, int))
    if not fits or not whole or (isinstance(cursor.value, str) and "\0" in cursor.value):
        raise CursorUnreadable(field="after", reason="other_order" if not fits else "unreadable")
    return cursor
