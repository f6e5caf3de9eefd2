"""Every lock the catalogue takes, by key order."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction

from comptoir.shop.catalogue.models import Product

_TREE = 0x0CA7_A106  # names the tree among PostgreSQL's advisory locks
_ATTEMPTS = 4
T = TypeVar("T")


def lock_tree() -> None:
    """Wait to be the only one who changes the category tree, until the transaction ends.

    SQLite needs nothing: its transactions begin IMMEDIATE, so writers already stand in line.
    """
    connection = transaction.get_connection()
    if not connection.in_atomic_block:
        raise RuntimeError("lock_tree outside a transaction")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_TREE])


def lock_products(ids: Sequence[UUID]) -> list[UUID]:
    """Lock these products until the transaction ends, in key order; gives those that exist."""
    rows = Product.objects.select_for_update().filter(id__in=ids).order_by("id")
    return list(rows.values_list("id", flat=True))


def lock_product_codes(codes: Sequence[str]) -> list[Product]:
    """Lock the products of these codes until the transaction ends, in key order, and read them."""
    return list(Product.objects.select_for_update().filter(code__in=codes).order_by("id"))


def again_on_conflict(act: Callable[[], T]) -> T:
    """Run `act` in a transaction; when another writer won a unique key meanwhile, run it again and see his row."""
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            with transaction.atomic():
                return act()
        except IntegrityError:
            if attempt == _ATTEMPTS:
                raise
    raise AssertionError("unreachable")
