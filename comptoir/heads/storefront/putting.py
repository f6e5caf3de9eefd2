"""Acts on the cart that come as plain forms: one entry per act, each through the cart's own doors."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from comptoir.heads.storefront.cookies import keep_count, keep_secret, read_secret
from comptoir.heads.storefront.links import paths
from comptoir.kernel import clock
from comptoir.kernel.errors import InvalidInput
from comptoir.shop.cart import actions, queries
from comptoir.shop.cart.errors import CartNotFound
from comptoir.shop.cart.types import CartSecret, CartView
from comptoir.shop.catalogue.types import VariantId

QUANTITY_DIGITS = 9


def put_in_cart(request: HttpRequest, language: str) -> HttpResponse:
    """Add the variant of the form to the visitor's cart, opening one if needed, and go and see it."""
    variant, quantity = VariantId(read_id(request, "variant")), read_quantity(request)
    secret = read_secret(request) or actions.open_cart(settings.CHANNEL, language).secret
    try:
        added = actions.add_line(secret, variant, quantity)
    except CartNotFound:
        secret = actions.open_cart(settings.CHANNEL, language).secret
        added = actions.add_line(secret, variant, quantity)
    response = see_cart(language, f"?added={variant.hex}")
    keep_secret(response, secret)
    keep_count(response, added.count)
    return response


def find_own_cart(request: HttpRequest, language: str) -> CartView | None:
    """The cart that this browser owns; None when it has none, or one that is gone or forged."""
    secret = read_secret(request)
    if secret is None:
        return None
    try:
        return queries.find_cart(secret, language, at=clock.now())
    except CartNotFound:
        return None


def change_line(request: HttpRequest, secret: CartSecret, line: UUID) -> str:
    """Do to a line what the pressed button says; the query that lets the page tell what was done."""
    act = request.POST.get("act", "quantity")
    if act not in LINE_ACTS:
        raise InvalidInput(field="act", reason="unknown", least="", most=", ".join(LINE_ACTS))
    LINE_ACTS[act](request, secret, line)
    return f"?done={act}&line={line.hex}"


def see_cart(language: str, query: str = "") -> HttpResponse:
    """After an act the browser is sent to look (303), so that reloading never acts twice."""
    return HttpResponseRedirect(paths(language).cart + query, status=303)


def read_quantity(request: HttpRequest) -> int:
    """The whole number asked for: a stepping button's, else the field's."""
    text = (request.POST.get("step") or request.POST.get("quantity") or "1").strip()
    if not (text.isascii() and text.isdigit() and len(text) <= QUANTITY_DIGITS):
        raise InvalidInput(field="quantity", reason="whole_number", least=0, most=999)
    return int(text)


def read_id(request: HttpRequest, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError as error:
        raise InvalidInput(field=name, reason="unreadable") from error


def _set_quantity(request: HttpRequest, secret: CartSecret, line: UUID) -> None:
    actions.set_quantity(secret, line, read_quantity(request))


def _by_line(action: Callable[[CartSecret, UUID], object]) -> Callable[[HttpRequest, CartSecret, UUID], None]:
    def act(request: HttpRequest, secret: CartSecret, line: UUID) -> None:
        del request
        action(secret, line)

    return act


LINE_ACTS: dict[str, Callable[[HttpRequest, CartSecret, UUID], None]] = {
    "quantity": _set_quantity,
    "remove": _by_line(actions.remove_line),
    "restore": _by_line(actions.restore_line),
    "later": _by_line(actions.save_for_later),
    "now": _by_line(actions.move_to_cart),
}
