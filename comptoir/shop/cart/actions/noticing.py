"""What the shopper was told is remembered, so that each change is told once."""

from __future__ import annotations

from django.db import transaction

from comptoir.kernel import clock
from comptoir.shop.cart.actions.touch import touch
from comptoir.shop.cart.models import CartLine
from comptoir.shop.cart.queries.facts import read_facts
from comptoir.shop.cart.rules import as_seen
from comptoir.shop.cart.types import CartSecret


@transaction.atomic
def see_notices(secret: CartSecret) -> int:
    """Remember prices, stock and withdrawals as told; answers how many lines had something new to tell.

    Called once the cart has been shown. Refuses CartNotFound.
    """
    touch(secret, changes_lines=False)
    facts = read_facts(secret, at=clock.now())
    told = []
    for line in facts.lines:
        seen = as_seen(line.seen, facts.now(line))
        if seen != line.seen:
            told.append(CartLine(id=line.id, seen_price=seen.price, seen_available=seen.available, seen_sold=seen.sold))
    CartLine.objects.bulk_update(told, ["seen_price", "seen_available", "seen_sold"], batch_size=100)
    return len(told)
