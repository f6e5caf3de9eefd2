"""The cart: opened by anybody, then read and written by whoever brings its secret."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router

from comptoir.heads.api import examples
from comptoir.heads.api.answers import answer
from comptoir.heads.api.bodies import read_body
from comptoir.heads.api.channels import choose_language
from comptoir.heads.api.contract import Operation, operation
from comptoir.heads.api.errors import KeyBusy, KeyReused, SecretNeeded
from comptoir.heads.api.gate.passage import ApiRequest
from comptoir.heads.api.ownership import read_secret, read_version
from comptoir.heads.api.repeats import once
from comptoir.heads.api.views.parameters import CART_SECRET, IDEMPOTENCY_KEY, IF_MATCH, Language
from comptoir.heads.api.wire.cart import Cart, CartOpened, CartWelcome, NewCart, NewLine, NewQuantity, cart_of
from comptoir.kernel import clock
from comptoir.kernel.errors import Refusal
from comptoir.shop.cart import actions as carts
from comptoir.shop.cart import queries
from comptoir.shop.cart.errors import CartChanged, CartFull, CartNotFound, LineNotFound, NotForSale, QuantityOutOfRange
from comptoir.shop.cart.types import CartSecret
from comptoir.shop.catalogue.errors import ChannelNotFound
from comptoir.shop.catalogue.types import VariantId

router = Router()

NEEDED = (SecretNeeded, CartNotFound, ChannelNotFound)
ON_A_LINE = (LineNotFound, CartChanged)


def _write(summary: str, *refusals: type[Refusal], body: type | None = None, body_example: Any = None) -> Operation:
    return Operation(
        "cart",
        summary,
        {200: Cart},
        (*NEEDED, KeyBusy, KeyReused, *refusals),
        body=body,
        body_example=body_example,
        headers=[CART_SECRET, IDEMPOTENCY_KEY, *([IF_MATCH] if CartChanged in refusals else [])],
        example=examples.CART,
    )


@operation(
    router,
    "POST",
    "/carts",
    Operation(
        "cart",
        "Open a cart",
        {201: CartOpened},
        (ChannelNotFound,),
        body=NewCart,
        body_required=False,
        body_example=examples.NEW_CART,
        example=examples.CART_OPENED,
    ),
)
def open_cart(request: ApiRequest) -> HttpResponse:
    """A new empty cart with its secret, told only now. A cart is kept 90 days after it was last touched."""
    channel = request.caller.channel
    asked = read_body(request, NewCart) if request.META.get("CONTENT_LENGTH") not in (None, "", "0") else NewCart()
    language = choose_language(channel, asked.language)
    opened = carts.open_cart(channel, language)
    cart = cart_of(queries.find_cart(opened.secret, language, at=clock.now()))
    return answer(CartOpened(opened.secret, cart), status=201)


@operation(
    router,
    "GET",
    "/cart",
    Operation("cart", "The cart", {200: Cart}, NEEDED, headers=[CART_SECRET], example=examples.CART),
)
def get_cart(request: ApiRequest, language: Language = "") -> HttpResponse:
    """Prices and stock as they are now; what changed since the shopper last looked is told on each line."""
    return _show(request, read_secret(request), language)


@operation(
    router,
    "POST",
    "/cart/lines",
    _write("Add to the cart", NotForSale, CartFull, QuantityOutOfRange, body=NewLine, body_example=examples.NEW_LINE),
)
def add_line(request: ApiRequest, language: Language = "") -> HttpResponse:
    """Add pieces of a variant; a line of the same variant grows, up to 999."""
    asked = read_body(request, NewLine)
    return _act(request, language, lambda secret: carts.add_line(secret, VariantId(asked.variant), asked.quantity))


@operation(
    router,
    "PATCH",
    "/cart/lines/{uuid:line}",
    _write("Set a quantity", *ON_A_LINE, QuantityOutOfRange, body=NewQuantity, body_example=examples.NEW_QUANTITY),
)
def set_quantity(request: ApiRequest, line: UUID, language: Language = "") -> HttpResponse:
    """Set how many pieces a line has, 1 to 999."""
    asked, version = read_body(request, NewQuantity), read_version(request)
    return _act(request, language, lambda secret: carts.set_quantity(secret, line, asked.quantity, version=version))


@operation(router, "DELETE", "/cart/lines/{uuid:line}", _write("Take a line out", *ON_A_LINE))
def remove_line(request: ApiRequest, line: UUID, language: Language = "") -> HttpResponse:
    """Take a line out; within a day it can be put back."""
    version = read_version(request)
    return _act(request, language, lambda secret: carts.remove_line(secret, line, version=version))


@operation(router, "POST", "/cart/lines/{uuid:line}/restoration", _write("Put a line back", LineNotFound))
def restore_line(request: ApiRequest, line: UUID, language: Language = "") -> HttpResponse:
    """Undo a removal: the line is back as it was."""
    return _act(request, language, lambda secret: carts.restore_line(secret, line))


@operation(router, "PUT", "/cart/saved/{uuid:line}", _write("Save a line for later", *ON_A_LINE))
def save_for_later(request: ApiRequest, line: UUID, language: Language = "") -> HttpResponse:
    """Set a line apart: kept, in no total."""
    version = read_version(request)
    return _act(request, language, lambda secret: carts.save_for_later(secret, line, version=version))


@operation(router, "DELETE", "/cart/saved/{uuid:line}", _write("Bring a saved line back", *ON_A_LINE))
def move_to_cart(request: ApiRequest, line: UUID, language: Language = "") -> HttpResponse:
    """Bring a saved line back among those to buy."""
    version = read_version(request)
    return _act(request, language, lambda secret: carts.move_to_cart(secret, line, version=version))


@operation(router, "POST", "/cart/notices/reading", _write("The shopper has read the changes"))
def see_notices(request: ApiRequest, language: Language = "") -> HttpResponse:
    """Changes of price and stock told so far are not told again."""
    return _act(request, language, carts.see_notices)


@operation(
    router,
    "GET",
    "/cart/welcome",
    Operation(
        "cart", "Whether a cart waits", {200: CartWelcome}, NEEDED, headers=[CART_SECRET], example=examples.WELCOME
    ),
)
def get_welcome(request: ApiRequest) -> HttpResponse:
    """What to tell somebody who comes back: keep it (do nothing), look at it, or empty it."""
    found = queries.find_welcome(read_secret(request), at=clock.now())
    if found is None:
        return answer(CartWelcome(waiting=False, count=0, lines=0, touched_at=None))
    return answer(CartWelcome(waiting=True, count=found.count, lines=found.lines, touched_at=found.touched_at))


@operation(router, "POST", "/cart/keeping", _write("Keep the cart that waits"))
def keep_cart(request: ApiRequest, language: Language = "") -> HttpResponse:
    """The shopper who came back keeps the cart: the welcome is not said again."""
    return _act(request, language, carts.keep_cart)


@operation(
    router,
    "DELETE",
    "/cart",
    Operation("cart", "Empty the cart", {204: None}, NEEDED, headers=[CART_SECRET]),
)
def empty_cart(request: ApiRequest) -> HttpResponse:
    """Erase the cart, its lines and its secret: nothing of it is left."""
    carts.empty_cart(read_secret(request))
    return HttpResponse(status=204, headers={"Cache-Control": "no-store"})


def _act(request: ApiRequest, language: str, act: Callable[[CartSecret], object]) -> HttpResponse:
    secret = read_secret(request)
    choose_language(request.caller.channel, language)

    def perform() -> HttpResponse:
        act(secret)
        return _show(request, secret, language)

    return once(request, secret, perform, still_there=lambda: queries.find_cart_id(secret))


def _show(request: ApiRequest, secret: CartSecret, language: str) -> HttpResponse:
    chosen = choose_language(request.caller.channel, language)
    view = queries.find_cart(secret, chosen, at=clock.now())
    response = answer(cart_of(view))
    response["ETag"] = f'"{view.version}"'
    return response
