"""Articles by the words of their names, in one bounded statement: what search asks while it has no index."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from comptoir.shop.shelf.queries.menu import find_department
from comptoir.shop.shelf.queries.statements import Parameter, fetch
from comptoir.shop.shelf.rules.assembly import name_key
from comptoir.shop.shelf.types import Card, Order

CONSIDERED_MOST = 960
NAMED_MOST = 240
WORDS_MOST = 12
SPELLINGS_MOST = 4
PREFIX_LEAST = 3
"""Letters from which a word may be the beginning of another."""

_decode_card = msgspec.json.Decoder(Card).decode

_COLUMNS = {
    Order.RANK: ("p.rank", "ASC"),
    Order.PRICE_UP: ("p.price", "ASC"),
    Order.PRICE_DOWN: ("p.price", "DESC"),
    Order.NEWEST: ("p.born", "ASC"),
    Order.NAME: ("n.name_key", "ASC"),
}
# Names are read from their index alone, cards only for those that are told. CROSS JOIN: from the names, not the shelf.
_NAMED = """
SELECT c.body FROM (
    SELECT article_id, sorted FROM (
        SELECT n.article_id, <by> AS sorted FROM shelf_cardrow n CROSS JOIN shelf_placement p
        WHERE n.language = %s <said> AND p.article_id = n.article_id AND p.department_id = %s LIMIT %s
    ) AS considered ORDER BY sorted <way>, article_id <way> LIMIT %s
) AS told JOIN shelf_cardrow c ON c.article_id = told.article_id AND c.language = %s
ORDER BY told.sorted <way>, told.article_id <way>
"""
_SAID = "(' ' || n.name_key || ' ') LIKE %s"


def list_named(
    channel: str,
    language: str,
    category: str = "",
    *,
    words: Sequence[Sequence[str]],
    sort: Order = Order.RANK,
    most: int = NAMED_MOST,
) -> tuple[Card, ...]:
    """Cards of the articles of a category (and below) whose names say every one of `words`, each in any of its
    spellings, whole or as the beginning of a word.

    Of the first 960 such articles at most 240, in the order asked; 12 words of 4 spellings are read. Reads the names
    of the language once, without any card: milliseconds at 50,000 articles. Refuses CategoryNotShown.
    """
    asked = [_patterns(spellings[:SPELLINGS_MOST]) for spellings in words[:WORDS_MOST]]
    if not asked or not all(asked):
        return ()
    department = find_department(channel, category)
    said = "".join(f" AND ({' OR '.join([_SAID] * len(patterns))})" for patterns in asked)
    column, way = _COLUMNS[sort]
    statement = _NAMED.replace("<said>", said).replace("<by>", column).replace("<way>", way)
    told = min(most, NAMED_MOST)
    parameters: list[Parameter] = [language, *(one for patterns in asked for one in patterns)]
    rows = fetch(statement, [*parameters, department.id, CONSIDERED_MOST, told, language])
    return tuple(_decode_card(body) for (body,) in rows)


def _patterns(spellings: Sequence[str]) -> list[str]:
    """LIKE patterns; a key holds letters, digits and blanks only, so nothing of it is a wildcard."""
    keys = dict.fromkeys(key for spelling in spellings if (key := name_key(spelling)))
    return [f"% {key}%" if len(key) >= PREFIX_LEAST else f"% {key} %" for key in keys]
