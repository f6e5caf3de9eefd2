"""The shop is built by actions, whole, lawful, and the same when built again."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from comptoir.demo import cast
from comptoir.demo.building import Built, build_shop
from comptoir.demo.building.house import furnish_house
from comptoir.heads.ui.merchant import find_merchant
from comptoir.kernel import clock
from comptoir.kernel.languages import LANGUAGES
from comptoir.kernel.models import JournalEntry
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.inventory import queries as inventory
from comptoir.shop.pricing import queries as pricing
from comptoir.shop.search import queries as search
from comptoir.shop.search.types import Ask
from comptoir.shop.shelf import queries as shelf
from comptoir.shop.shelf.errors import ArticleNotShown


@pytest.fixture
def home(tmp_path: Path, settings) -> Path:
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.SEARCH_ROOT = tmp_path / "search"
    settings.MERCHANT_FILE = str(tmp_path / "merchant.toml")
    return tmp_path


@pytest.fixture
def built(home: Path, transactional_db) -> Built:
    return build_shop()


def quotes(good: cast.Good):
    variant = catalogue.find_variants_by_sku([good.sku])[good.sku]
    return pricing.list_quotes([variant], cast.CHANNEL, at=clock.now())[variant]


def free(good: cast.Good) -> dict[str, int]:
    variant = catalogue.find_variants_by_sku([good.sku])[good.sku]
    codes = {place.id: place.code for place in inventory.list_places()}
    return {codes[level.place]: level.free for level in inventory.list_levels([variant]).get(variant, ())}


def test_the_whole_shop_is_built_and_building_it_again_changes_nothing(built: Built) -> None:
    assert (built.articles, built.variants, built.shown) == ({"created": 140}, 256, 138)
    assert (built.receipts, built.prices) == (42, 260)
    written, generation = JournalEntry.objects.count(), shelf.generation(cast.CHANNEL)
    again = build_shop()
    assert (again.articles, again.prices, again.shown) == ({"unchanged": 140}, 0, 138)
    assert JournalEntry.objects.count() == written
    assert shelf.generation(cast.CHANNEL) == generation
    the_gate_lets_all_through_but_the_draft(built)
    each_sheet_is_whole_in_three_languages()
    prices_and_stock_are_as_written()
    the_shop_can_be_walked_and_searched()


def the_gate_lets_all_through_but_the_draft(built: Built) -> None:
    assert set(built.refused) == {cast.BARROW_DRAFT.code}
    faults = built.refused[cast.BARROW_DRAFT.code]
    assert [(fault.code, fault.field, fault.law) for fault in faults] == [
        ("legal_field_missing", "legal.guarantee_months", "GUA-1"),
        ("not_active", "status", None),
    ]
    with pytest.raises(ArticleNotShown):
        shelf.find_sheet(cast.CHANNEL, "fr", cast.DUSTER_ARCHIVED.slug)


def each_sheet_is_whole_in_three_languages() -> None:
    codes = catalogue.find_products_by_code([good.code for good in cast.GOODS])
    shown = [codes[good.code] for good in cast.GOODS if good not in (cast.BARROW_DRAFT, cast.DUSTER_ARCHIVED)]
    for judged in catalogue.judge_sheets(shown, cast.CHANNEL):
        assert not [fault for fault in judged.faults if fault.blocking], judged
    for language in LANGUAGES:
        cards = shelf.list_cards(shown, cast.CHANNEL, language)
        assert {card.lang for card in cards} == {language}
        assert all(card.picture and card.picture.alt and card.summary for card in cards)


def prices_and_stock_are_as_written() -> None:
    for good in cast.GOODS:
        assert quotes(good)[0].gross.minor == good.cents
    honey = quotes(cast.HONEY)[0]
    assert (honey.rate_bp, honey.unit_price.amount.minor, honey.unit_price.unit) == (550, 2_300, "kg")
    assert quotes(cast.BOOK)[0].rate_bp == 550
    if clock.now() < datetime.fromisoformat("2026-12-27T23:00:00+00:00"):
        assert [quote.gross.minor for quote in quotes(cast.CASSEROLE)] == [17_900, 18_900]
    assert free(cast.CLOGS) == {"entrepot": 9, "saumur": 2, "angers": 2}
    assert free(cast.MATTOCK_LAST) == {"saumur": 1}
    assert free(cast.CLOCHE_SOLD_OUT) == {}


def the_shop_can_be_walked_and_searched() -> None:
    for good in cast.GOODS:
        if good not in (cast.BARROW_DRAFT, cast.DUSTER_ARCHIVED):
            assert shelf.find_sheet(cast.CHANNEL, "fr", good.slug).code == good.code
    menu = shelf.list_menu(cast.CHANNEL, "fr")
    labels = ["Jardin", "Cuisine", "Table", "Maison", "Droguerie", "Épicerie", "Papier et jeux"]
    assert [node.label for node in menu] == labels
    assert all(child.count for node in menu for child in node.children)
    assert shelf.find_shelf_by_code(cast.CHANNEL, "es", "selection-cadeaux").label == "Para envolver"
    for language, words in (("fr", "arrosoir"), ("en", "watering can"), ("es", "regadera")):
        found = search.browse(Ask(cast.CHANNEL, language, words), at=clock.now())
        assert found.cards[0].code.startswith("arrosoir"), (language, [card.code for card in found.cards])


def test_the_merchants_own_file_is_put_where_the_storefront_reads_it(home: Path) -> None:
    furnish_house()
    first = Path(home / "merchant.toml").stat().st_mtime_ns
    furnish_house()
    assert Path(home / "merchant.toml").stat().st_mtime_ns == first
    merchant = find_merchant()
    assert (merchant.name, merchant.tagline["en"]) == ("Maison Passerose", "Hardware and household goods in Saumur")
    assert merchant.selections[0].category == "selection-jardin-novembre"
    pictures = (merchant.pictures.mark, merchant.pictures.front, *merchant.pictures.departments.values())
    assert len(pictures) == 9
    assert all((home / "media" / path).read_bytes().startswith(b"<svg") for path in pictures)
