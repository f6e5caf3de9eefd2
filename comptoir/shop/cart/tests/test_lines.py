"""Articles go in, change, leave, come back."""

from __future__ import annotations

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from comptoir.kernel import clock
from comptoir.kernel.ids import new_id, new_secret
from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.kernel.money import Money
from comptoir.shop.cart import actions, errors, queries
from comptoir.shop.cart.models import Cart, CartKey, CartLine
from comptoir.shop.cart.types import CartSecret, CartView
from comptoir.shop.catalogue import actions as catalogue
from comptoir.shop.catalogue.types import VariantId
from comptoir.shop.pricing.actions import set_prices
from comptoir.shop.pricing.queries import rate_book
from comptoir.shop.pricing.types import PriceDraft
from tests.builders.articles import ACTOR, a_channel, a_variant, an_article
from tests.builders.carts import a_cart, for_sale, told
from tests.builders.prices import price
from tests.builders.stock import on_the_shelf

pytestmark = pytest.mark.django_db


def view(secret: CartSecret, language: str = "fr") -> CartView:
    return queries.find_cart(secret, language, at=clock.now())


def pieces(secret: CartSecret) -> list[int]:
    return [line.quantity for line in view(secret).lines]


def only_line(secret: CartSecret) -> UUID:
    (line,) = view(secret).lines
    return line.id


def test_a_cart_shows_what_was_put_in_it_with_totals_that_add_up() -> None:
    bowl, plate, cart = for_sale("bol", cents=1990), for_sale("assiette", cents=1250, pieces=3), a_cart()
    told()
    actions.add_line(cart, bowl, 2)
    added = actions.add_line(cart, plate)
    seen = view(cart)
    assert [(line.name, line.quantity, line.unit, line.total, line.available) for line in seen.lines] == [
        ("Bol", 2, Money(1990, "EUR"), Money(3980, "EUR"), 10),
        ("Assiette", 1, Money(1250, "EUR"), Money(1250, "EUR"), 3),
    ]
    assert (seen.count, seen.subtotal, seen.channel, seen.currency) == (3, Money(5230, "EUR"), "web", "EUR")
    assert (added.quantity, added.count, added.version) == (1, 3, seen.version)
    assert [(line.slug, line.sku, line.choice) for line in seen.lines] == [
        ("bol", "bol", ""),
        ("assiette", "assiette", ""),
    ]
    assert view(cart, "en").lines[0].name == "bol (en)"


def test_an_option_is_told_in_words() -> None:
    sizes, cart = an_article("pull", sizes=("S", "M")), a_cart()
    price(sizes.variants["pull-M"], 5900)
    actions.add_line(cart, sizes.variants["pull-M"])
    assert [view(cart, language).lines[0].choice for language in ("fr", "en")] == ["Taille M", "Size M"]


def test_adding_again_sums_on_one_line_up_to_999() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 2)
    assert actions.add_line(cart, bowl, 3).quantity == 5
    assert actions.add_line(cart, bowl, 999).quantity == 999
    assert pieces(cart) == [999]


@pytest.mark.parametrize("quantity", [0, -3, 1000, 10**12, 1.5])
def test_a_strange_quantity_is_refused_and_nothing_is_lost(quantity: int) -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 2)
    with pytest.raises(errors.QuantityOutOfRange):
        actions.add_line(cart, bowl, quantity)
    if quantity != 0:
        with pytest.raises(errors.QuantityOutOfRange):
            actions.set_quantity(cart, only_line(cart), quantity)
    assert pieces(cart) == [2]


def test_what_is_not_for_sale_is_refused() -> None:
    cart, unpriced, withdrawn = a_cart(), a_variant("sans-prix"), for_sale("ancien")
    product = catalogue_product("ancien")
    catalogue.withdraw_products([product], "web", actor=ACTOR)
    for variant in (VariantId(new_id()), unpriced, withdrawn):
        with pytest.raises(errors.NotForSale) as refused:
            actions.add_line(cart, variant)
        assert refused.value.facts == {"variant": str(variant)}
    assert pieces(cart) == []


def catalogue_product(code: str):
    from comptoir.shop.catalogue.queries import find_products_by_code

    return find_products_by_code([code])[code]


def test_more_than_there_is_is_kept_and_told_once() -> None:
    bowl, cart = for_sale(pieces=3), a_cart()
    actions.add_line(cart, bowl, 5)
    (line,) = view(cart).lines
    assert (line.quantity, line.available) == (5, 3)
    assert [(notice.code, notice.was, notice.now) for notice in line.notices] == [("less_stock", 5, 3)]
    assert actions.see_notices(cart) == 1
    assert view(cart).lines[0].notices == ()
    assert actions.see_notices(cart) == 0


def test_asking_for_more_again_is_told_again() -> None:
    bowl, cart = for_sale(pieces=3), a_cart()
    actions.add_line(cart, bowl, 5)
    actions.see_notices(cart)
    actions.add_line(cart, bowl, 1)
    assert [(notice.was, notice.now) for notice in view(cart).lines[0].notices] == [(6, 3)]
    actions.see_notices(cart)
    actions.set_quantity(cart, only_line(cart), 4)
    assert [(notice.was, notice.now) for notice in view(cart).lines[0].notices] == [(4, 3)]
    actions.set_quantity(cart, only_line(cart), 3)
    assert view(cart).lines[0].notices == ()


def test_each_change_of_price_and_stock_is_told_line_by_line_until_seen() -> None:
    bowl, plate, gone = for_sale("bol"), for_sale("assiette", cents=1250), for_sale("pichet")
    cart = a_cart()
    for variant in (bowl, plate, gone):
        actions.add_line(cart, variant, 2)
    actions.see_notices(cart)
    price(bowl, 2190)
    price(plate, 990)
    on_the_shelf({bowl: 1, plate: 0})
    catalogue.withdraw_products([catalogue_product("pichet")], "web", actor=ACTOR)
    changed = view(cart)
    assert [[(notice.code, notice.was, notice.now) for notice in line.notices] for line in changed.lines] == [
        [("price_up", 1990, 2190), ("less_stock", 2, 1)],
        [("price_down", 1250, 990), ("sold_out", 2, 0)],
        [("withdrawn", 2, 0)],
    ]
    assert [line.total for line in changed.lines] == [Money(4380, "EUR"), None, None]
    assert [line.unit for line in changed.lines] == [Money(2190, "EUR"), Money(990, "EUR"), None]
    assert changed.subtotal == Money(4380, "EUR")
    assert view(cart) == changed
    assert actions.see_notices(cart) == 3
    assert [line.notices for line in view(cart).lines] == [(), (), ()]
    assert view(cart).lines[2].name == "Pichet"


def test_a_removed_line_can_be_put_back_as_it_was() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 4)
    line = only_line(cart)
    actions.remove_line(cart, line)
    assert actions.remove_line(cart, line).count == 0
    assert (view(cart).lines, view(cart).removed, view(cart).subtotal) == ((), (line,), Money(0, "EUR"))
    assert actions.restore_line(cart, line).count == 4
    assert (pieces(cart), view(cart).removed) == ([4], ())


def test_the_latest_removed_line_is_the_first_to_be_put_back() -> None:
    cart = a_cart()
    first, second, third = (actions.add_line(cart, for_sale(code)).line for code in ("bol", "assiette", "pichet"))
    for line in (second, third, first):
        actions.remove_line(cart, line)
    assert view(cart).removed == (first, third, second)


def test_an_article_added_after_its_removal_starts_afresh() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 4)
    actions.remove_line(cart, only_line(cart))
    price(bowl, 2500)
    actions.add_line(cart, bowl, 1)
    assert pieces(cart) == [1]
    assert view(cart).lines[0].notices == ()


def test_setting_a_quantity_of_zero_removes_and_can_be_undone() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 4)
    line = only_line(cart)
    assert actions.set_quantity(cart, line, 7).count == 7
    actions.set_quantity(cart, line, 0)
    assert view(cart).removed == (line,)
    with pytest.raises(errors.LineNotFound):
        actions.set_quantity(cart, line, 3)
    actions.restore_line(cart, line)
    assert pieces(cart) == [7]


def test_a_line_saved_for_later_is_in_no_total_and_comes_back() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 2)
    line = only_line(cart)
    assert actions.save_for_later(cart, line).count == 0
    aside = view(cart)
    assert (aside.lines, aside.count, aside.subtotal) == ((), 0, Money(0, "EUR"))
    assert [(one.id, one.quantity, one.saved) for one in aside.saved] == [(line, 2, True)]
    actions.add_line(cart, bowl, 1)
    assert actions.move_to_cart(cart, line).quantity == 3
    assert (pieces(cart), view(cart).saved) == ([3], ())
    again = actions.save_for_later(cart, only_line(cart))
    assert actions.save_for_later(cart, again.line).quantity == 3


def test_two_tabs_that_disagree_are_told() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl, 2)
    tab = view(cart)
    actions.set_quantity(cart, tab.lines[0].id, 5, version=tab.version)
    with pytest.raises(errors.CartChanged) as refused:
        actions.set_quantity(cart, tab.lines[0].id, 1, version=tab.version)
    assert refused.value.facts == {"version": tab.version + 1}
    for act in (actions.remove_line, actions.save_for_later, actions.move_to_cart):
        with pytest.raises(errors.CartChanged):
            act(cart, tab.lines[0].id, version=tab.version)
    with pytest.raises(errors.CartChanged):
        actions.empty_cart(cart, version=tab.version)
    assert pieces(cart) == [5]


def test_looking_and_keeping_change_no_version() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    before = view(cart).version
    actions.see_notices(cart)
    actions.keep_cart(cart)
    assert view(cart).version == before


def test_a_line_of_another_cart_does_not_exist_for_this_one() -> None:
    bowl, mine, theirs = for_sale(), a_cart(), a_cart()
    actions.add_line(theirs, bowl, 2)
    line = only_line(theirs)
    for act in (actions.remove_line, actions.restore_line, actions.save_for_later, actions.move_to_cart):
        with pytest.raises(errors.LineNotFound):
            act(mine, line)
    with pytest.raises(errors.LineNotFound):
        actions.set_quantity(mine, line, 1)
    assert pieces(theirs) == [2]


@pytest.mark.parametrize(
    "forged",
    ["", "x", "é\ud800\0", "0" * 100_000, new_secret()],
    ids=["empty", "short", "not text", "long", "like ours"],
)
def test_a_forged_secret_opens_nothing(forged: str) -> None:
    bowl = for_sale()
    secret = CartSecret(forged)
    with pytest.raises(errors.CartNotFound):
        view(secret)
    with pytest.raises(errors.CartNotFound):
        actions.add_line(secret, bowl)
    with pytest.raises(errors.CartNotFound):
        actions.see_notices(secret)
    with pytest.raises(errors.CartNotFound):
        queries.find_cart_id(secret)
    assert queries.find_welcome(secret, at=clock.now()) is None
    assert queries.count_pieces(secret) == 0


def test_the_id_of_a_cart_proves_nothing_and_the_secret_is_nowhere() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    cart_id = view(cart).id
    assert queries.find_cart_id(cart) == cart_id
    for guess in (str(cart_id), cart_id.hex):
        with pytest.raises(errors.CartNotFound):
            view(CartSecret(guess))
    kept = [list(model.objects.values()) for model in (Cart, CartKey, CartLine, JournalEntry, OutboxEvent)]
    assert cart not in str(kept)


def test_emptying_erases_every_row_and_nothing_comes_back() -> None:
    bowl, plate, cart = for_sale(), for_sale("assiette"), a_cart()
    actions.add_line(cart, bowl)
    actions.add_line(cart, plate)
    first, second = view(cart).lines
    actions.save_for_later(cart, first.id)
    actions.remove_line(cart, second.id)
    cart_id = view(cart).id
    actions.empty_cart(cart)
    actions.empty_cart(cart)
    assert [model.objects.count() for model in (Cart, CartKey, CartLine)] == [0, 0, 0]
    for kept in (JournalEntry, OutboxEvent):
        assert str(cart_id) not in str(list(kept.objects.values()))
    for act in (
        lambda: view(cart),
        lambda: actions.add_line(cart, bowl),
        lambda: actions.restore_line(cart, second.id),
    ):
        with pytest.raises(errors.CartNotFound):
            act()


def test_a_cart_holds_two_hundred_lines_and_says_so() -> None:
    bowl, plate, cart = for_sale(), for_sale("assiette"), a_cart()
    owner = Cart.objects.get()
    CartLine.objects.bulk_create(
        CartLine(cart=owner, variant_id=new_id(), product_id=new_id(), quantity=1, seen_price=1) for _ in range(199)
    )
    added = actions.add_line(cart, bowl)
    with pytest.raises(errors.CartFull) as refused:
        actions.add_line(cart, plate)
    assert refused.value.facts == {"most": 200}
    actions.remove_line(cart, added.line)
    assert actions.add_line(cart, plate).count == 200


def test_a_full_cart_still_takes_more_of_what_it_has() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    owner = Cart.objects.get()
    CartLine.objects.bulk_create(
        CartLine(cart=owner, variant_id=new_id(), product_id=new_id(), quantity=1, seen_price=1) for _ in range(199)
    )
    assert actions.add_line(cart, bowl, 2).quantity == 3


@pytest.mark.django_db(transaction=True)
def test_adding_takes_six_statements_and_looking_five_whatever_is_in_the_cart() -> None:
    cart = a_cart()
    variants = [for_sale(f"a{i}") for i in range(8)]
    told()
    rate_book()
    for variant in variants:
        with CaptureQueriesContext(connection) as added:
            actions.add_line(cart, variant)
        assert len(added) == 6, [query["sql"] for query in added]
        with CaptureQueriesContext(connection) as looked:
            view(cart)
        assert len(looked) == 5
    with CaptureQueriesContext(connection) as greeted:
        queries.find_welcome(cart, at=clock.now())
    assert len(greeted) == 1


def test_a_channel_that_changes_currency_breaks_no_cart() -> None:
    bowl, cart = for_sale(), a_cart()
    actions.add_line(cart, bowl)
    a_channel("web", currency="CHF")
    seen = view(cart)
    assert ([notice.code for notice in seen.lines[0].notices], seen.subtotal) == (["withdrawn"], Money(0, "EUR"))
    set_prices([PriceDraft(bowl, "web", Money(2100, "CHF"))], actor=ACTOR)
    assert view(cart).subtotal == Money(0, "EUR")
