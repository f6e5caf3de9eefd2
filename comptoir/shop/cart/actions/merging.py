"""At login the guest's cart joins the customer's, without a question."""

from __future__ import annotations

from uuid import UUID

from django.db import transaction

from comptoir.kernel import clock, journal, outbox
from comptoir.shop.cart.actions.whole import erase, new_cart, new_key
from comptoir.shop.cart.events import CartsMerged
from comptoir.shop.cart.locks import lock_cart, lock_cart_of
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from comptoir.shop.cart.rules import MOST_KEYS, fingerprint, is_forgotten, merged
from comptoir.shop.cart.types import MOST_LINES, CartId, CartSecret, OpenedCart
from comptoir.shop.customers.queries import find_customer
from comptoir.shop.customers.types import CustomerId


@transaction.atomic
def merge_carts(secret: CartSecret | None, customer: CustomerId, *, channel: str, language: str) -> OpenedCart:
    """The cart of a customer who has just proved who they are, joined by the guest's cart of their browser.

    For each article the larger quantity is kept, lines to buy and saved ones apart; what the customer's cart has no
    room for (200 lines) is the guest's. The guest's cart and secret are gone: the browser gets a new secret, so that
    nobody who planted or read the old one follows into the account. Merging again, or twice at once, changes nothing.
    A secret of somebody else's cart joins nothing. Refuses an unknown customer or channel.
    """
    find_customer(customer)
    own = _own_cart(customer, channel, language)
    guest = _guest_cart(secret, channel) if secret else None
    if guest is not None:
        _join(guest, own.id)
        _tell(own.id, customer)
    Cart.objects.filter(id=own.id).update(touched_at=clock.now(), version=own.version + 1)
    opened = OpenedCart(CartId(own.id), new_key(own.id))
    _drop_old_keys(own.id)
    return opened


def _own_cart(customer: CustomerId, channel: str, language: str) -> Cart:
    found = lock_cart_of(customer, channel)
    while found is None or is_forgotten(found.touched_at, clock.now()):
        if found is not None:
            erase([found.id])
        new_cart(channel, language, customer=customer)
        found = lock_cart_of(customer, channel)
    return found


def _guest_cart(secret: CartSecret, channel: str) -> UUID | None:
    key = CartKey.objects.filter(secret_hash=fingerprint(secret)).first()
    cart = lock_cart(key.cart_id) if key is not None else None
    if cart is None or cart.customer_id is not None or cart.channel != channel:
        return None
    return None if is_forgotten(cart.touched_at, clock.now()) else cart.id


def _join(guest: UUID, own: UUID) -> None:
    theirs = {(line.variant_id, line.saved): line for line in CartLine.objects.filter(cart_id=own)}
    coming, grown, room = [], [], MOST_LINES - len(theirs)
    for line in CartLine.objects.filter(cart_id=guest, removed_at=None).order_by("id"):
        twin = theirs.get((line.variant_id, line.saved))
        if twin is None and room > 0:
            coming.append(line.id)
            room -= 1
        elif twin is not None:
            kept = 0 if twin.removed_at is not None else twin.quantity
            twin.quantity, twin.removed_at, twin.seen_available = merged(line.quantity, kept), None, None
            grown.append(twin)
    CartLine.objects.filter(id__in=coming).update(cart_id=own)
    CartLine.objects.bulk_update(grown, ["quantity", "removed_at", "seen_available"], batch_size=100)
    erase([guest])


def _tell(own: UUID, customer: CustomerId) -> None:
    about = f"cart:{own}"
    journal.record(journal.Entry(f"customer:{customer}", "merge_carts", about))
    outbox.emit(CartsMerged(cart=own, customer=customer), about=about)


def _drop_old_keys(own: UUID) -> None:
    kept = CartKey.objects.filter(cart_id=own).order_by("-made_at", "secret_hash").values_list("secret_hash", flat=True)
    CartKey.objects.filter(cart_id=own).exclude(secret_hash__in=list(kept[:MOST_KEYS])).delete()
