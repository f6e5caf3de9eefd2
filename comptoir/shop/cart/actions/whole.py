"""Acts on a whole cart: open, keep, empty, and forget those nobody came back for."""

from __future__ import annotations

from collections.abc import Collection
from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock, journal
from comptoir.kernel.ids import new_id, new_secret
from comptoir.shop.cart.actions.touch import touch
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.locks import lock_forgotten
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from comptoir.shop.cart.rules import UNDO_FOR, fingerprint, forgotten_before
from comptoir.shop.cart.types import CartId, CartSecret, OpenedCart
from comptoir.shop.catalogue.queries import find_channel

_CHUNK = 500


@transaction.atomic
def open_cart(channel: str, language: str) -> OpenedCart:
    """A new anonymous cart on a channel; its secret is told here and never again. Refuses an unknown channel."""
    cart = new_cart(channel, language)
    return OpenedCart(CartId(cart), new_key(cart))


@transaction.atomic
def keep_cart(secret: CartSecret) -> None:
    """The shopper who came back keeps the cart: 90 days begin again, the welcome is over. Refuses CartNotFound."""
    touch(secret, changes_lines=False)


@transaction.atomic
def empty_cart(secret: CartSecret, *, version: int | None = None) -> None:
    """Erase the cart: lines, saved and removed ones too, secrets and the cart itself; no row is left.

    The secret opens nothing afterwards. Emptying what is gone is no error. With `version`, refuses CartChanged.
    """
    try:
        cart = touch(secret, version)
    except CartNotFound:
        return
    erase([cart.id])


def purge_carts(*, limit: int = 10_000) -> int:
    """Erase carts untouched for 90 days, at most `limit`, and lines removed over a day ago; answers how many carts."""
    now = clock.now()
    CartLine.objects.filter(removed_at__lt=now - UNDO_FOR).delete()
    erased = 0
    while erased < limit:
        with transaction.atomic():
            chunk = lock_forgotten(forgotten_before(now), limit=min(_CHUNK, limit - erased))
            erase(chunk)
        erased += len(chunk)
        if len(chunk) < _CHUNK:
            break
    if erased:
        journal.record(journal.Entry("system:cart.purge_carts", "purge_carts", "carts", None, {"erased": erased}))
    return erased


def new_cart(channel: str, language: str, *, customer: UUID | None = None) -> UUID:
    """Write a cart without a key; its language is the channel's default when it does not speak that one."""
    place, now = find_channel(channel), clock.now()
    cart = Cart(
        id=new_id(),
        customer_id=customer,
        channel=place.code,
        currency=place.currency,
        language=language if language in place.languages else place.default_language,
        opened_at=now,
        touched_at=now,
    )
    Cart.objects.bulk_create([cart], ignore_conflicts=customer is not None)
    return cart.id


def new_key(cart: UUID) -> CartSecret:
    """Give a cart one more secret, and tell it."""
    secret = CartSecret(new_secret())
    CartKey.objects.create(secret_hash=fingerprint(secret), cart_id=cart, made_at=clock.now())
    return secret


def erase(carts: Collection[UUID]) -> None:
    """Leave nothing of these carts, which are locked: their lines and keys go with them."""
    Cart.objects.filter(id__in=carts).delete()
