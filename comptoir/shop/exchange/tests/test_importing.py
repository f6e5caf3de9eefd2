"""What an import promises: nothing half-written, nothing lost, nothing done twice, every doubt told."""

from decimal import Decimal

import pytest

from comptoir.kernel.models import JournalEntry, OutboxEvent
from comptoir.kernel.money import Money
from comptoir.shop.catalogue import queries as catalogue
from comptoir.shop.exchange.actions import import_files, importing
from comptoir.shop.exchange.errors import ImportTakenOver, MixedFormats, UnknownFormat
from comptoir.shop.exchange.models import ImportRun
from comptoir.shop.exchange.queries import find_report, list_formats, list_runs
from comptoir.shop.exchange.types import ImportOptions
from comptoir.shop.inventory.queries import list_levels
from comptoir.shop.pricing.models import Price
from comptoir.shop.pricing.queries import price_history

pytestmark = pytest.mark.django_db

WOO = (
    "ID,Type,SKU,Name,Published,Visibility in catalog,Short description,Description,Stock,Weight (kg),Sale price,"
    "Regular price,Categories,Parent,Attribute 1 name,Attribute 1 value(s)\n"
)
LAMP = (
    '1,simple,LAMP,Lampe de bureau articulée,1,visible,Courte,"<p>Longue</p>",4,"1,4",,89.90,Maison '
    "> Lampes,,Matière,Zinc\n"
)


@pytest.fixture
def files(tmp_path):
    def write(**contents):
        paths = []
        for name, content in contents.items():
            path = tmp_path / name.replace("__", ".")
            path.write_text(content, encoding="utf-8")
            paths.append(str(path))
        return tuple(paths)

    return write


def run(paths, **options):
    return import_files(paths, ImportOptions(**options), actor="staff:test")


def product(code):
    return catalogue.load_products(tuple(catalogue.find_products_by_code((code,)).values()))[0]


def codes(report):
    return {tally.code: tally.count for tally in report.tallies}


def test_an_article_arrives_whole_with_its_price_stock_and_vocabulary(files):
    report = run(files(woo__csv=WOO + LAMP))
    assert (report.counts.read, report.counts.created, report.counts.published) == (1, 1, 1)
    lamp = product("LAMP")
    assert lamp.name == {"fr": "Lampe de bureau articulée"}
    assert lamp.description == {"fr": "<p>Longue</p>"}
    assert lamp.attributes == {"matiere": ("zinc",)}
    assert lamp.channels == ("web",)
    assert lamp.variants[0].weight_g == 1400
    prices = price_history(lamp.variants[0].id, "web")
    assert [(price.amount, price.mode) for price in prices] == [(Money(8990, "EUR"), "gross")]
    assert [level.on_hand for level in list_levels([lamp.variants[0].id])[lamp.variants[0].id]] == [4]
    assert [one.code for one in catalogue.list_categories()] == ["maison", "maison_lampes"]
    assert codes(report)["regimes_assumed"] == 1


def test_a_dry_run_tells_the_same_and_writes_nothing(files):
    paths = files(woo__csv=WOO + LAMP)
    dry = run(paths, dry_run=True)
    assert (dry.counts.created, dry.counts.prices, dry.counts.stocks) == (1, 1, 1)
    assert catalogue.count_products() == 0
    assert catalogue.list_families() == ()
    assert catalogue.list_channels() == ()
    assert Price.objects.count() == OutboxEvent.objects.count() == JournalEntry.objects.count() == 0
    real = run(paths)
    assert real.counts == dry.counts
    assert codes(real) == codes(dry)


def test_the_same_file_again_changes_nothing_and_leaves_no_trace(files):
    paths = files(woo__csv=WOO + LAMP)
    run(paths)
    before = (Price.objects.count(), OutboxEvent.objects.count(), JournalEntry.objects.count())
    again = run(paths)
    assert (again.counts.unchanged, again.counts.prices, again.counts.stocks) == (1, 0, 0)
    assert (Price.objects.count(), OutboxEvent.objects.count(), JournalEntry.objects.count()) == before


def test_what_a_file_does_not_name_stays(files):
    run(files(woo__csv=WOO + LAMP))
    report = run(files(mine__csv="sku;name.en;price\nLAMP;Jointed desk lamp;95,00\n"))
    assert report.counts.updated == 1
    lamp = product("LAMP")
    assert lamp.name == {"fr": "Lampe de bureau articulée", "en": "Jointed desk lamp"}
    assert lamp.attributes == {"matiere": ("zinc",)}
    assert lamp.channels == ("web",)
    assert [price.amount.minor for price in price_history(lamp.variants[0].id, "web")] == [9500, 8990]


def test_an_article_is_recognised_by_its_sku_under_another_code(files):
    run(files(mine__csv="code;sku;family;name.fr;price\nA-1;SKU-1;lamps;Lampe;10\n"), family="lamps", create=True)
    run(
        files(
            families__csv="family;regimes;label.fr\nlamps;;Lampes\n",
            m__csv="code;sku;family;name.fr;price\nA-1;SKU-1;lamps;Lampe;10\n",
        )
    )
    report = run(files(other__csv="sku;price\nSKU-1;12\n"))
    assert (report.counts.updated + report.counts.unchanged, report.counts.prices) == (1, 1)
    assert catalogue.count_products() == 1


def test_an_absent_or_absurd_price_keeps_the_article_unpublished_and_says_so(files):
    rows = (
        LAMP
        + LAMP.replace("LAMP", "DEAR").replace("89.90", "99999")
        + LAMP.replace("LAMP", "FREE").replace("89.90", "")
    )
    report = run(files(woo__csv=WOO + rows))
    assert (report.counts.created, report.counts.published, report.counts.kept_unpublished) == (3, 1, 2)
    assert codes(report)["price_absurd"] == codes(report)["price_missing"] == 1
    line = next(line for line in report.lines if line.code == "price_absurd")
    assert (line.part, line.line, line.facts["amount"]) == ("woo.csv", 3, "99999")
    assert product("DEAR").channels == ()
    raised = run(files(woo__csv=WOO + rows), price_ceiling=100_000)
    assert raised.counts.published == 2


def test_one_bad_article_does_not_cost_the_others(files):
    rows = (
        LAMP
        + LAMP.replace("LAMP", "TWIN")
        + LAMP.replace("LAMP", "TWIN")
        + LAMP.replace("LAMP,Lampe de bureau articulée", "MUTE,")
    )
    report = run(files(woo__csv=WOO + rows))
    assert (report.counts.created, report.counts.refused) == (2, 1)
    assert codes(report)["draft_refused no_name"] == 1
    assert report.counts.read == 3
    assert codes(report)["article_twice"] == 1


def test_sql_html_and_formulas_in_cells_do_no_harm(files):
    nasty = LAMP.replace("Lampe de bureau articulée", '"Robert\'); DROP TABLE catalogue_product;-- <script>x</script>"')
    nasty = nasty.replace("<p>Longue</p>", "<script>alert(1)</script><p onclick='x'>ok</p>").replace("LAMP", "=1+1")
    run(files(woo__csv=WOO + nasty))
    found = product("=1+1")
    assert found.name["fr"] == "Robert'); DROP TABLE catalogue_product;-- x"
    assert found.description["fr"] == "<p>ok</p>"


def test_existing_words_are_completed_and_never_rewritten(files):
    run(files(woo__csv=WOO + LAMP))
    run(files(woo__csv=WOO + LAMP.replace("LAMP", "BIS").replace("Zinc", "Bois")))
    [matter] = catalogue.list_attributes()
    assert [choice.code for choice in matter.choices] == ["zinc", "bois"]


def test_missing_words_are_not_made_when_asked_not_to(files):
    report = run(files(woo__csv=WOO + LAMP), create=False)
    assert (report.counts.created, report.counts.refused) == (0, 1)
    assert catalogue.list_families() == ()


def test_net_prices_and_regimes_are_as_asked(files):
    report = run(files(woo__csv=WOO + LAMP), price_mode="net", regimes=("gpsr",))
    assert "regimes_assumed" not in codes(report)
    assert catalogue.list_families()[0].regimes == ("gpsr",)
    assert report.counts.published == 0
    assert any(code.startswith("gate_closed legal_field_missing") for code in codes(report))
    assert price_history(product("LAMP").variants[0].id, "web")[0].mode == "net"


def test_thousands_of_faults_make_a_short_report(files):
    rows = "".join(LAMP.replace("LAMP", f"L{n}").replace("89.90", "") for n in range(300))
    report = run(files(woo__csv=WOO + rows))
    assert codes(report)["price_missing"] == 300
    assert sum(line.code == "price_missing" for line in report.lines) == 25


def test_chunks_are_whole_and_a_cut_import_goes_on_at_its_cursor(files, monkeypatch):
    monkeypatch.setattr(importing, "CHUNK", 10)
    rows = "".join(LAMP.replace("LAMP", f"L{n:02}") for n in range(25))
    paths = files(woo__csv=WOO + rows)
    write, calls = importing.write_articles, []

    def cut(*given, **named):
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return write(*given, **named)

    monkeypatch.setattr(importing, "write_articles", cut)
    with pytest.raises(KeyboardInterrupt):
        run(paths)
    assert catalogue.count_products() == 10
    assert ImportRun.objects.get().cursor == 10
    report = run(paths)
    assert report.resumed
    assert (report.counts.read, report.counts.created, report.total) == (25, 25, 25)
    assert catalogue.count_products() == 25
    assert run(paths).counts.unchanged == 25
    assert [one.status for one in list_runs()] == ["done", "done"]
    assert find_report(report.run).counts == report.counts


def test_an_unknown_or_mixed_book_is_refused_with_what_was_seen(files):
    with pytest.raises(UnknownFormat) as refusal:
        run(files(x__csv="lorem;ipsum\n1;2\n"))
    assert refusal.value.facts["columns"] == "ipsum, lorem"
    with pytest.raises(MixedFormats):
        run(files(woo__csv=WOO + LAMP, shop__csv="Handle,Title,Option1 Value,Variant Price\nh,t,v,1\n"))


def test_every_format_is_listed_with_the_columns_that_give_it_away():
    known = {card.code for card in list_formats()}
    assert {
        "comptoir",
        "prestashop",
        "woocommerce",
        "magento2",
        "shopify",
        "thelia",
        "icecat",
        "openfoodfacts",
    } <= known


def test_an_amount_with_too_many_decimals_is_rounded_half_up_and_told(files):
    report = run(files(woo__csv=WOO + LAMP.replace("89.90", "19.125")))
    assert codes(report)["price_rounded"] == 1
    assert price_history(product("LAMP").variants[0].id, "web")[0].amount.to_decimal() == Decimal("19.13")


def test_two_processes_writing_the_same_import_do_not_both_go_on(files, monkeypatch):
    monkeypatch.setattr(importing, "CHUNK", 1)
    write = importing.write_articles

    def overtaken(*given, **named):
        ImportRun.objects.update(cursor=1)
        return write(*given, **named)

    monkeypatch.setattr(importing, "write_articles", overtaken)
    with pytest.raises(ImportTakenOver):
        run(files(woo__csv=WOO + LAMP + LAMP.replace("LAMP", "BIS")))
    assert catalogue.count_products() == 0
